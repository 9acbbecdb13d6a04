/** Starts the language server for the notes below a config. All else is the server's. */

import { existsSync } from "node:fs";
import * as os from "node:os";
import { commands, window, workspace, type ExtensionContext, type TextDocument } from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import { CONFIG, advice, isBelowConfig, server } from "./server";

const SETTING = "agenda-lint.path";

let client: LanguageClient | undefined;

/** Called by VS Code when a note or a config is first seen. */
export async function activate(context: ExtensionContext): Promise<void> {
  const configs = workspace.createFileSystemWatcher(`**/${CONFIG}`, false, true, false);
  context.subscriptions.push(
    configs,
    configs.onDidCreate(restart),
    configs.onDidDelete(restart),
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

function isOurs(document: TextDocument): boolean {
  return document.isUntitled || isBelowConfig(document.uri.fsPath, existsSync);
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
      { pattern: `**/${CONFIG}`, scheme: "file" },
    ],
    middleware: {
      didOpen: async (document, next) => {
        if (isOurs(document)) await next(document);
      },
    },
  };
  client = new LanguageClient("agenda-lint", "agenda-lint", executable, options);
  try {
    await client.start();
  } catch {
    client = undefined;
    await window.showErrorMessage(advice(executable.command));
  }
}
