#!/usr/bin/env node
// Runs the program that this platform's package holds, as if it had been started itself.
"use strict";

const { spawn } = require("node:child_process");

const platform = `${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "agenda-lint.exe" : "agenda-lint";

function fail(message) {
  console.error(message);
  process.exit(2);
}

function find() {
  try {
    return require.resolve(`@agenda-lint/${platform}/${file}`);
  } catch {
    return fail(
      `the package @agenda-lint/${platform} is not installed: either there is none for this platform, ` +
        "or optional dependencies were left out (--omit=optional)",
    );
  }
}

const program = spawn(find(), process.argv.slice(2), { stdio: "inherit" });

// A terminal interrupts both of us, `kill` this process alone: the program has to end first.
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
for (const signal of signals) {
  process.on(signal, () => program.kill(signal));
}

program.on("error", (error) => fail(`agenda-lint cannot be started: ${error.message}`));
program.on("exit", (status, signal) => {
  if (signal === null) {
    process.exit(status);
  }
  for (const handled of signals) {
    process.removeAllListeners(handled);
  }
  process.kill(process.pid, signal);
});
