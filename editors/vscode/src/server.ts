/** Which program is the server: decided without VS Code, so that it can be tested without it. */

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

/** What to tell somebody whose server does not start. */
export function advice(command: string): string {
  return (
    `agenda-lint does not start: \`${command}\` could not be run. ` +
    "Install it with `cargo install agenda-lint`, or say where it is in the setting `agenda-lint.path`."
  );
}
