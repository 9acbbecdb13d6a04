//! What the editor tells without asking: documents that open, change and close, and files that change on disk.

use gen_lsp_types::{DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    documents::{Change, Kind},
    publish::Shown,
    requests::parse,
    run::{End, cancelled_id},
    server::{Folder, Phase, Server},
};

/// As the protocol has it, but for a change with a broken range, which is no change of all.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DidChange {
    text_document: Versioned,
    content_changes: Vec<Change>,
}

#[derive(Deserialize)]
struct Versioned {
    uri: String,
    version: i32,
}

#[derive(Deserialize)]
struct FilesChanged {
    changes: Vec<Folder>,
}

impl Server {
    /// Takes a notification. One that is not understood is passed over, as the protocol wants it.
    pub(crate) fn note(&mut self, method: &str, params: Value) -> Option<End> {
        match method {
            "exit" if self.phase == Phase::ShutDown => return Some(End::Orderly),
            "exit" => return Some(End::Abrupt),
            "$/cancelRequest" => {
                // Whatever it was, it was answered before this was read.
                cancelled_id(Some(&params)).map(|id| self.cancelled.take(&id));
                return None;
            }
            _ if self.phase != Phase::Running => return None,
            _ => {}
        }
        match method {
            "initialized" => self.watch(),
            "textDocument/didOpen" => {
                let DidOpenTextDocumentParams { text_document: document } = parse(params).ok()?;
                let language = &document.language_id;
                self.documents.open(document.uri.0, language, document.version, document.text);
                self.touch();
            }
            "textDocument/didChange" => {
                let DidChange { text_document: Versioned { uri, version }, content_changes } =
                    parse(params).ok()?;
                self.documents.change(&uri, version, content_changes, self.client.encoding);
                self.touch();
            }
            "textDocument/didClose" => {
                let DidCloseTextDocumentParams { text_document } = parse(params).ok()?;
                self.close(&text_document.uri.0);
            }
            "textDocument/didSave" => {
                let DidSaveTextDocumentParams { text_document, .. } = parse(params).ok()?;
                match self.documents.get(&text_document.uri.0).filter(|saved| saved.kind == Kind::Note) {
                    Some(note) => {
                        self.library.saved(note);
                        self.touch();
                    }
                    None => self.reload(),
                }
            }
            "workspace/didChangeWatchedFiles" => {
                let FilesChanged { changes } = parse(params).ok()?;
                self.files_changed(&changes);
            }
            "workspace/didChangeConfiguration" => self.reload(),
            _ => {}
        }
        None
    }

    fn close(&mut self, uri: &str) {
        if self.documents.close(uri) {
            self.publisher.forget(uri);
            self.publish(Shown { uri: uri.to_owned(), version: None, diagnostics: Vec::new() });
            // What is on disk counts again.
            self.library.forget_notes();
            self.touch();
        }
    }

    /// Files changed on disk: a note that is open has its text from the editor.
    fn files_changed(&mut self, changes: &[Folder]) {
        let is_open =
            |changed: &&Folder| self.documents.get(&changed.uri).is_some_and(|open| open.kind == Kind::Note);
        if !changes.iter().all(|changed| is_open(&changed)) {
            self.reload();
        }
    }

    /// Looks at configs and notes on disk anew.
    fn reload(&mut self) {
        self.library.forget();
        self.publisher.forget_notes();
        self.touch();
    }

    /// Asks the editor to say when configs, objectives and notes change.
    fn watch(&mut self) {
        if self.client.watches {
            let watchers = ["**/*.{yaml,yml}", "**/*.{md,markdown}"].map(|glob| json!({"globPattern": glob}));
            let watching = json!({
                "id": "files", "method": "workspace/didChangeWatchedFiles",
                "registerOptions": {"watchers": watchers},
            });
            let params = json!({"registrations": [watching]});
            self.send(&json!({"jsonrpc": "2.0", "id": "watch", "method": "client/registerCapability", "params": params}));
        }
    }
}
