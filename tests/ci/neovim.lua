-- Neovim's own client on a note: what it shows, what it offers, what it writes. Ends with 0 if all is as
-- it should be. The program is in AGENDA_LINT; the note is the file that is open.

local note = vim.api.nvim_get_current_buf()
local root = vim.fn.getcwd()

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(note, 0, -1, false), "\n")
end

local function codes()
  local found = vim.tbl_map(function(shown) return shown.code end, vim.diagnostic.get(note))
  table.sort(found)
  return table.concat(found, " ")
end

local function wait(what, holds)
  assert(vim.wait(20000, holds, 20), what .. "; there is: " .. codes() .. "\n" .. text())
end

local function ask(method, params)
  params.textDocument = vim.lsp.util.make_text_document_params(note)
  local answers = assert(vim.lsp.buf_request_sync(note, "textDocument/" .. method, params, 20000), method)
  local _, answer = next(answers)
  assert(not answer.err, vim.inspect(answer.err))
  return answer.result
end

local function has(word)
  return function() return codes():find(word, 1, true) ~= nil end
end

local function lacks(word)
  return function() return not has(word)() end
end

local function main()
  local client = vim.lsp.start_client({
    name = "agenda-lint",
    cmd = { vim.env.AGENDA_LINT, "server", "--today", "2026-03-02" },
    root_dir = root,
  })
  assert(vim.lsp.buf_attach_client(note, client))
  wait("a vague ask is found", has("vague-advice"))

  -- Line 5 is `- Any advice on 😀 workshops?   `.
  local here = { line = 4, character = 5 }
  local hover = ask("hover", { position = here })
  assert(hover.contents.value:find("vague-advice", 1, true), vim.inspect(hover))

  local actions = ask("codeAction", { range = { start = here, ["end"] = here }, context = { diagnostics = {} } })
  local silence
  for _, action in ipairs(actions) do
    if action.title == "Silence `vague-advice` on this line" then silence = action end
  end
  assert(silence, vim.inspect(actions))
  vim.lsp.util.apply_workspace_edit(silence.edit, "utf-16")
  wait("a silenced rule is silent", lacks("vague-advice"))
  assert(text():find("agenda-lint-disable-line vague-advice", 1, true), text())

  vim.api.nvim_buf_set_text(note, 4, 0, 4, 0, { "- Any advice on 😀 hiring?", "" })
  wait("a line that is typed is judged", has("vague-advice"))

  assert(text():find("  $"), "the last line ends in blanks")
  vim.lsp.util.apply_text_edits(ask("formatting", { options = { tabSize = 2, insertSpaces = true } }), note, "utf-16")
  assert(not text():find("[ \t]\n") and not text():find("[ \t]$"), text())

  local symbols = ask("documentSymbol", {})
  assert(symbols[1].name == "2026-03-02" and symbols[1].children[1].name == "Advice", vim.inspect(symbols))

  vim.lsp.stop_client(client)
  assert(vim.wait(10000, function() return vim.lsp.client_is_stopped(client) end, 20), "the server ends")
end

local ok, problem = xpcall(main, debug.traceback)
if not ok then io.stderr:write(problem .. "\n") end
vim.cmd(ok and "qall!" or "cquit!")
