import assert from "node:assert/strict";
import * as path from "node:path";
import test from "node:test";
import { advice, server } from "../src/server";

const folder = path.resolve("/notes");
const home = path.resolve("/home/sam");

for (const [setting, where, command] of [
  ["agenda-lint", folder, "agenda-lint"],
  ["  ", folder, "agenda-lint"],
  ["agenda-lint-nightly", undefined, "agenda-lint-nightly"],
  [path.resolve("/opt/agenda-lint"), folder, path.resolve("/opt/agenda-lint")],
  ["./bin/agenda-lint", folder, path.join(folder, "bin/agenda-lint")],
  ["bin/agenda-lint", undefined, path.join(home, "bin/agenda-lint")],
  ["~/.cargo/bin/agenda-lint", folder, path.join(home, ".cargo/bin/agenda-lint")],
] as const) {
  test(`the setting "${setting}" means ${command}`, () => {
    assert.deepEqual(server(setting, where, home), { command, args: ["server"] });
  });
}

test("who has no server is told where to get it", () => {
  const words = advice("agenda-lint");
  assert.match(words, /cargo install agenda-lint/);
  assert.match(words, /agenda-lint\.path/);
});
