import assert from "node:assert/strict";
import * as path from "node:path";
import test from "node:test";
import { advice, isBelowConfig, server } from "../src/server";

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

test("a file is shown to the server if a config lies above it", () => {
  const exists = (name: string): boolean => name === path.join(folder, ".agenda-lint.yaml");
  for (const [file, expected] of [
    ["2026-03-02.md", true],
    ["kate/2026/2026-03-02.md", true],
    [".agenda-lint.yaml", true],
    ["../README.md", false],
    ["../notes-of-others/2026-03-02.md", false],
  ] as const) {
    assert.equal(isBelowConfig(path.resolve(folder, file), exists), expected, file);
  }
});

test("who has no server is told where to get it", () => {
  const words = advice("agenda-lint");
  assert.match(words, /cargo install agenda-lint/);
  assert.match(words, /agenda-lint\.path/);
});
