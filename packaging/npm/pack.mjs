// Packs the npm packages: `node pack.mjs FOLDER TARGET=PROGRAM...` puts into FOLDER one for each program
// that was built, and `agenda-lint`, which depends on those of all platforms and runs the one that fits.

import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Programs for musl need no library of the system, and so run on every Linux.
const PLATFORMS = {
  "x86_64-unknown-linux-musl": { os: "linux", cpu: "x64" },
  "aarch64-unknown-linux-musl": { os: "linux", cpu: "arm64" },
  "x86_64-apple-darwin": { os: "darwin", cpu: "x64" },
  "aarch64-apple-darwin": { os: "darwin", cpu: "arm64" },
  "x86_64-pc-windows-msvc": { os: "win32", cpu: "x64" },
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
const field = (name) => manifest.match(new RegExp(`^${name} = "(.*)"$`, "m"))[1];
const common = {
  version: field("version"),
  description: field("description"),
  license: field("license"),
  repository: { type: "git", url: `git+${field("repository")}.git` },
};
const nameOf = ({ os, cpu }) => `@agenda-lint/${os}-${cpu}`;

/** Packs a package of one program: the file at `path`, under this name. */
function pack(folder, about, path, name) {
  const place = mkdtempSync(join(tmpdir(), "agenda-lint-"));
  writeFileSync(join(place, "package.json"), `${JSON.stringify({ ...about, ...common }, null, 2)}\n`);
  for (const text of ["README.md", "LICENSE-APACHE", "LICENSE-MIT"]) {
    copyFileSync(join(root, text), join(place, text));
  }
  copyFileSync(path, join(place, name));
  chmodSync(join(place, name), 0o755);
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder, place], {
    shell: process.platform === "win32",
    stdio: ["ignore", "ignore", "inherit"],
  });
  rmSync(place, { recursive: true });
}

const [folder, ...programs] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

for (const program of programs) {
  const [target, path] = program.split("=");
  const platform = PLATFORMS[target];
  if (platform === undefined) {
    throw new Error(`there is no npm package for ${target}`);
  }
  const file = platform.os === "win32" ? "agenda-lint.exe" : "agenda-lint";
  const about = { name: nameOf(platform), os: [platform.os], cpu: [platform.cpu], preferUnplugged: true };
  pack(folder, about, path, file);
}

const optionalDependencies = Object.fromEntries(
  Object.values(PLATFORMS).map((platform) => [nameOf(platform), common.version]),
);
const about = {
  name: "agenda-lint",
  bin: { "agenda-lint": "agenda-lint.js" },
  engines: { node: ">=18" },
  optionalDependencies,
};
pack(folder, about, join(root, "packaging/npm/agenda-lint.js"), "agenda-lint.js");
