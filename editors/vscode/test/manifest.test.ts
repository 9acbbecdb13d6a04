import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import test from "node:test";

/** The folder of the extension, seen from `out/test`. */
const root = path.resolve(__dirname, "../..");
const read = (name: string): string => readFileSync(path.join(root, name), "utf8");
const manifest = JSON.parse(read("package.json"));
const source = read("src/extension.ts");

interface Snippet {
  prefix: string[];
  description: string;
  body: string[];
}

test("every setting and command that the manifest names is used, and none else", () => {
  const declared: string[] = Object.keys(manifest.contributes.configuration.properties);
  const commands: string[] = manifest.contributes.commands.map((one: { command: string }) => one.command);
  // The client reads `trace.server` itself.
  const expected = [...declared.filter((name) => !name.endsWith(".trace.server")), ...commands];
  const used = [...source.matchAll(/"(agenda-lint\.[\w.]+)"/g)].map((found) => found[1]);
  assert.deepEqual(new Set(used), new Set(expected));
});

test("a folder that is not trusted cannot choose the program", () => {
  const { untrustedWorkspaces } = manifest.capabilities;
  assert.deepEqual(untrustedWorkspaces.restrictedConfigurations, ["agenda-lint.path"]);
});

test("the version is that of the program", () => {
  const cargo = readFileSync(path.join(root, "../../Cargo.toml"), "utf8");
  assert.equal(manifest.version, /^version = "(.+)"$/m.exec(cargo)?.[1]);
});

test("each framing has a snippet, with its stops in order", () => {
  const snippets = Object.values(JSON.parse(read(manifest.contributes.snippets[0].path)) as Record<string, Snippet>);
  assert.deepEqual(snippets.map((snippet) => snippet.prefix[0]), ["update", "advice", "career", "strategy"]);
  for (const { body, description, prefix } of snippets) {
    const stops = [...body.join("\n").matchAll(/\$\{?(\d)/g)].map((found) => Number(found[1]));
    const expected = [...stops.keys()].map((at) => (at + 1) % stops.length);
    assert.deepEqual(stops, expected, `${prefix[0]}: stops are 1, 2, … and 0 at the end`);
    assert.ok(description.length > 0 && body.every((line) => !line.includes("\n")));
  }
});
