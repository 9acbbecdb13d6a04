/** Which program is the server, and what it is shown: decided without VS Code, so that it can be tested without it. */

import * as path from "node:path";

/** The program that the setting names, and where it is run. */
export interface Server {
  command: string;
  args: string[];
}

/**
 * The server that the setting `agenda-lint.path` means.
 *
 * A bare name is left to `PATH`; any other path is made absolute, for a program must never be looked
 * for in the folder that happens to be open.
 */
export function server(setting: string, folder: string | undefined, home: string): Server {
  const wanted = setting.trim() || "agenda-lint";
  const args = ["server"];
  if (wanted.startsWith("~/") || wanted.startsWith("~\\")) {
    return { command: path.join(home, wanted.slice(2)), args };
  }
  const isBare = !wanted.includes("/") && !wanted.includes("\\");
  if (isBare || path.isAbsolute(wanted)) {
    return { command: wanted, args };
  }
  return { command: path.resolve(folder ?? home, wanted), args };
}

/** The name of the config, whose folder holds notes. */
export const CONFIG = ".agenda-lint.yaml";

/**
 * Whether a file lies below a config.
 *
 * Most Markdown is no meeting. On the command line people say what to read; here a config says it.
 */
export function isBelowConfig(file: string, exists: (name: string) => boolean): boolean {
  let folder = path.dirname(file);
  for (;;) {
    if (exists(path.join(folder, CONFIG))) return true;
    const parent = path.dirname(folder);
    if (parent === folder) return false;
    folder = parent;
  }
}

/** What to tell somebody whose server does not start. */
export function advice(command: string): string {
  return (
    `agenda-lint does not start: \`${command}\` could not be run. ` +
    "Install it with `cargo install agenda-lint`, or say where it is in the setting `agenda-lint.path`."
  );
}
