//! Who is asked what, and when.

use std::{
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender},
    time::{Duration, Instant},
};

use gen_lsp_types::{
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, ErrorCodes,
    PublishDiagnosticsNotification, PublishDiagnosticsParams, Uri,
    json_rpc::{Id, RequestObject, ResponseObject},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    Options,
    convert::Encoding,
    documents::{Change, Documents, Kind},
    library::Library,
    publish::{Publisher, Shown},
    requests::{self, Answer, error, parse},
    run::{Cancelled, End, cancelled_id},
    transport::{self, Incoming},
    uri,
};

/// How long nothing may change before findings are shown.
const PAUSE: Duration = Duration::from_millis(5);

/// After which time findings are shown though changes keep coming.
const LONGEST_PAUSE: Duration = Duration::from_millis(250);

/// How often an idle server looks whether its editor still runs.
const HEARTBEAT: Duration = Duration::from_secs(2);

/// What the editor can do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Client {
    /// How it counts columns.
    pub encoding: Encoding,
    /// Whether its edits can name a version.
    pub versioned_edits: bool,
    /// Whether it watches files for us.
    watches: bool,
    /// Its process, if it says.
    process: Option<i32>,
}

/// Where in its life the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    New,
    Running,
    ShutDown,
}

/// The server.
#[derive(Debug)]
pub(crate) struct Server {
    phase: Phase,
    pub client: Client,
    pub documents: Documents,
    pub library: Library,
    out: Sender<Vec<u8>>,
    cancelled: Cancelled,
    /// When the first and the last change came that findings were not shown for.
    changed: Option<(Instant, Instant)>,
    publisher: Publisher,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Initialize {
    process_id: Option<i32>,
    root_uri: Option<String>,
    workspace_folders: Option<Vec<Folder>>,
    capabilities: Value,
}

#[derive(Deserialize)]
struct Folder {
    uri: String,
}

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
    pub(crate) fn new(options: Options, out: Sender<Vec<u8>>, cancelled: Cancelled) -> Self {
        Self {
            phase: Phase::New,
            client: Client::default(),
            documents: Documents::default(),
            library: Library::new(options),
            out,
            cancelled,
            changed: None,
            publisher: Publisher::default(),
        }
    }

    /// Answers messages until the editor asks to end or goes away.
    pub(crate) fn serve(&mut self, messages: &Receiver<Incoming>) -> End {
        loop {
            let end = match messages.recv_timeout(self.patience()) {
                Ok(message) => self.guarded(|server| server.take(message)).flatten(),
                Err(RecvTimeoutError::Timeout) => (!self.editor_runs()).then_some(End::Abrupt),
                Err(RecvTimeoutError::Disconnected) if self.phase == Phase::ShutDown => Some(End::Orderly),
                Err(RecvTimeoutError::Disconnected) => Some(End::Abrupt),
            };
            if let Some(end) = end {
                return end;
            }
            if self.changed.is_some() && self.patience().is_zero() {
                self.changed = None;
                self.guarded(Self::show_findings);
            }
        }
    }

    /// How long to wait for a message before doing what is due.
    fn patience(&self) -> Duration {
        self.changed.map_or(HEARTBEAT, |(first, last)| {
            let due = (last + PAUSE).min(first + LONGEST_PAUSE);
            due.saturating_duration_since(Instant::now())
        })
    }

    /// Survives a fault of our own: what was read may be half done, and is read anew.
    fn guarded<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let done = panic::catch_unwind(AssertUnwindSafe(|| work(self)));
        if done.is_err() {
            self.library.forget();
        }
        done.ok()
    }

    /// Whether the editor still runs, as far as the system tells.
    fn editor_runs(&self) -> bool {
        let process = self.client.process.filter(|_| cfg!(target_os = "linux"));
        process.is_none_or(|process| Path::new(&format!("/proc/{process}")).exists())
    }

    fn take(&mut self, message: Incoming) -> Option<End> {
        let message = match message {
            Incoming::Message(message) => message,
            Incoming::Malformed(answer) => {
                self.send(&*answer);
                return None;
            }
        };
        let (method, id, params) = message.into_parts();
        let params = params.unwrap_or_default();
        match id {
            // The answer to a request of ours; none of them needs one.
            _ if method.is_empty() => None,
            Some(id) => {
                let answer = self.guarded(|server| server.answer(&id, &method, params));
                let answer = answer.unwrap_or_else(|| {
                    Err(error(ErrorCodes::InternalError, "agenda-lint met a fault of its own"))
                });
                self.reply(id, answer);
                None
            }
            None => self.note(&method, params),
        }
    }

    fn answer(&mut self, id: &Id, method: &str, params: Value) -> Answer {
        if self.cancelled.take(id) {
            const REQUEST_CANCELLED: i32 = -32800;
            return Err(error(ErrorCodes::Custom(REQUEST_CANCELLED), "cancelled"));
        }
        match (self.phase, method) {
            (Phase::New, "initialize") => self.initialize(params),
            (Phase::New, _) => Err(error(ErrorCodes::ServerNotInitialized, "`initialize` comes first")),
            (Phase::ShutDown, _) => Err(error(ErrorCodes::InvalidRequest, "the server was shut down")),
            (Phase::Running, "initialize") => {
                Err(error(ErrorCodes::InvalidRequest, "`initialize` comes once"))
            }
            (Phase::Running, "shutdown") => {
                self.phase = Phase::ShutDown;
                Ok(Value::Null)
            }
            (Phase::Running, _) => requests::answer(self, method, params),
        }
    }

    fn initialize(&mut self, params: Value) -> Answer {
        let Initialize { process_id, root_uri, workspace_folders, capabilities } = parse(params)?;
        let flag = |path: &str| capabilities.pointer(path).and_then(Value::as_bool).unwrap_or_default();
        let encodings = capabilities.pointer("/general/positionEncodings").and_then(Value::as_array);
        let knows_utf8 = encodings.is_some_and(|known| known.iter().any(|encoding| encoding == "utf-8"));
        self.client = Client {
            encoding: if knows_utf8 { Encoding::Utf8 } else { Encoding::Utf16 },
            versioned_edits: flag("/workspace/workspaceEdit/documentChanges"),
            watches: flag("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            process: process_id,
        };
        let first = workspace_folders.and_then(|folders| folders.into_iter().next());
        let root = first.map(|folder| folder.uri).or(root_uri);
        if let Some(root) = root.and_then(|root| uri::to_path(&root)) {
            self.library.move_to(root);
        }
        self.phase = Phase::Running;
        Ok(requests::capabilities(self.client.encoding))
    }

    /// Takes a notification. One that is not understood is passed over, as the protocol wants it.
    fn note(&mut self, method: &str, params: Value) -> Option<End> {
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

    /// Something changed: findings are due soon.
    fn touch(&mut self) {
        let now = Instant::now();
        let first = self.changed.map_or(now, |(first, _)| first);
        self.changed = Some((first, now));
    }

    /// Shows what is new of every document.
    fn show_findings(&mut self) {
        let news = self.publisher.news(&self.documents, &mut self.library, self.client.encoding);
        for shown in news {
            self.publish(shown);
        }
    }

    fn publish(&self, Shown { uri, version, diagnostics }: Shown) {
        let params = PublishDiagnosticsParams { uri: Uri(uri), version, diagnostics };
        self.send(&RequestObject::from_notification::<PublishDiagnosticsNotification>(params));
    }

    fn reply(&self, id: Id, answer: Answer) {
        match answer {
            Ok(result) => self.send(&json!({"jsonrpc": "2.0", "id": id, "result": result})),
            Err(error) => self.send(&ResponseObject::from_error(id, error)),
        }
    }

    /// Once the editor reads no more, nothing is left to be said.
    fn send(&self, message: &impl serde::Serialize) {
        let _ = self.out.send(transport::body(message));
    }
}
