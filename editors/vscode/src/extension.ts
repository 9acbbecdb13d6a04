/** Starts the language server for Markdown notes and for the config. All else is the server's. */

import * as os from "node:os";
import { commands, window, workspace, type ExtensionContext } from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import { advice, server } from "./server";

const SETTING = "agenda-lint.path";

let client: LanguageClient | undefined;

/** Called by VS Code when a note or a config is first seen. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("agenda-lint.restart", restart),
    workspace.onDidChangeConfiguration(async (changed) => {
      if (changed.affectsConfiguration(SETTING)) await restart();
    }),
    workspace.onDidGrantWorkspaceTrust(restart),
  );
  await start();
}

/** Called by VS Code when it closes or the extension is switched off. */
export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose();
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const setting = workspace.getConfiguration().get<string>(SETTING, "");
  const executable = server(setting, workspace.workspaceFolders?.[0]?.uri.fsPath, os.homedir());
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: "markdown", scheme: "file" },
      { language: "markdown", scheme: "untitled" },
      { pattern: "**/.agenda-lint.yaml", scheme: "file" },
    ],
  };
  client = new LanguageClient("agenda-lint", "agenda-lint", executable, options);
  try {
    await client.start();
  } catch {
    client = undefined;
    await window.showErrorMessage(advice(executable.command));
  }
}
