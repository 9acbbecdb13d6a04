"""pytest-lsp's client, which holds every message against the protocol and what the client can do."""

import os
import pathlib
import typing

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

SERVER = [os.environ["AGENDA_LINT"], "server", "--today", "2026-03-02"]
NOTE = "## 2026-03-02\n\n### Advice\n\n- Any advice on 😀 workshops?   \n\n### Updates\n\n- O1.KR1: 44 sign-ups a week\n"
WATCH = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
OKRS = "okrs: {objectives: [{id: O1, title: Grow, key-results: [{id: KR1, title: 50 sign-ups a week}]}]}\n"


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=SERVER), params=["visual_studio_code", "neovim", "emacs"]
)
async def client(request, lsp_client: LanguageClient, tmp_path: pathlib.Path) -> typing.AsyncIterator[None]:
    watched = []
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: watched.extend(params.registrations))
    (tmp_path / ".agenda-lint.yaml").write_text(OKRS, encoding="utf-8")
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            root_uri=tmp_path.as_uri(),
            workspace_folders=[types.WorkspaceFolder(uri=tmp_path.as_uri(), name="notes")],
        )
    )
    yield
    assert [one.method for one in watched] == ([] if request.param == "neovim" else [WATCH])
    await lsp_client.shutdown_session()


async def shown(client: LanguageClient, uri: str, version: int) -> list[types.Diagnostic]:
    """What is shown of one state of a document."""
    while True:
        params = await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        if params.uri == uri and params.version == version:
            return list(params.diagnostics)


@pytest.mark.asyncio
async def test_a_note_is_judged_mended_and_formatted(client: LanguageClient, tmp_path: pathlib.Path) -> None:
    uri = (tmp_path / "notes.md").as_uri()
    note = types.TextDocumentIdentifier(uri)
    opened = types.TextDocumentItem(uri=uri, language_id="markdown", version=1, text=NOTE)
    client.text_document_did_open(types.DidOpenTextDocumentParams(opened))
    found = await shown(client, uri, 1)
    vague = next(one for one in found if one.code == "vague-advice")
    assert vague.range.start.line == 4

    context = types.CodeActionContext(diagnostics=[vague])
    actions = await client.text_document_code_action_async(types.CodeActionParams(note, vague.range, context))
    titles = [action.title for action in actions]
    assert "Silence `vague-advice` on this line" in titles
    assert any(title.startswith("Add the missing parts") for title in titles)

    at = types.Position(8, 4)
    hover = await client.text_document_hover_async(types.HoverParams(note, at))
    assert "50 sign-ups a week" in hover.contents.value
    offered = await client.text_document_completion_async(types.CompletionParams(note, at))
    assert "O1.KR1" in [item.label for item in offered]

    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(note))
    assert [symbol.name for symbol in symbols] == ["2026-03-02"]
    assert await client.text_document_folding_range_async(types.FoldingRangeParams(note))
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    edits = await client.text_document_formatting_async(types.DocumentFormattingParams(note, options))
    assert [edit.new_text for edit in edits] == [""]

    line = types.Range(types.Position(4, 0), types.Position(5, 0))
    change = types.TextDocumentContentChangePartial(range=line, text="- May I take Friday off?\n")
    state = types.VersionedTextDocumentIdentifier(version=2, uri=uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(state, [change]))
    assert "vague-advice" not in [one.code for one in await shown(client, uri, 2)]
