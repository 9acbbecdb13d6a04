import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import Module from "node:module";
import * as path from "node:path";
import test from "node:test";

/** Anything at all: whatever is asked of it, called or inherited from, there is more of it. */
const anything: object = new Proxy(class {}, {
  get: (target, name) => (name in target ? Reflect.get(target, name) : anything),
});

test("what is packaged can be loaded", () => {
  const bundle = path.resolve(__dirname, "../../dist/extension.js");
  assert.ok(existsSync(bundle), "`npm test` builds it first");
  const modules = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const load = modules._load;
  modules._load = (name, ...rest) => (name === "vscode" ? anything : load(name, ...rest));
  try {
    const extension = require(bundle) as Record<string, unknown>;
    assert.deepEqual(Object.keys(extension).sort(), ["activate", "deactivate"]);
  } finally {
    modules._load = load;
  }
});
