//! Who is asked what, and when.

use std::{
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender},
    time::{Duration, Instant},
};

use gen_lsp_types::{
    ErrorCodes, PublishDiagnosticsNotification, PublishDiagnosticsParams, Uri,
    json_rpc::{Id, RequestObject, ResponseObject},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    Options,
    convert::Encoding,
    documents::Documents,
    library::Library,
    publish::{Publisher, Shown},
    requests::{self, Answer, error, parse},
    run::{Cancelled, End},
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
    pub watches: bool,
    /// Its process, if it says.
    process: Option<i32>,
}

/// Where in its life the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    New,
    Running,
    ShutDown,
}

/// The server.
#[derive(Debug)]
pub(crate) struct Server {
    pub phase: Phase,
    pub client: Client,
    pub documents: Documents,
    pub library: Library,
    out: Sender<Vec<u8>>,
    pub cancelled: Cancelled,
    /// When the first and the last change came that findings were not shown for.
    changed: Option<(Instant, Instant)>,
    pub publisher: Publisher,
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
pub(crate) struct Folder {
    pub uri: String,
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

    /// Something changed: findings are due soon.
    pub(crate) fn touch(&mut self) {
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

    pub(crate) fn publish(&self, Shown { uri, version, diagnostics }: Shown) {
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
    pub(crate) fn send(&self, message: &impl serde::Serialize) {
        let _ = self.out.send(transport::body(message));
    }
}
