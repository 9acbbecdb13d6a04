//! An editor, as far as a server can tell.

#![expect(clippy::needless_pass_by_value, reason = "`json!(…)` stands in every call")]

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// How long an answer may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// An editor with a server of its own.
pub(crate) struct Client {
    server: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// What came while something else was waited for.
    later: Vec<Value>,
    next_id: i64,
}

impl Client {
    /// Starts a server in `folder` and greets it.
    pub(crate) fn start(folder: &Path, capabilities: Value) -> Self {
        Self::start_with(folder, &[], capabilities)
    }

    /// Starts a server with these arguments in `folder` and greets it.
    pub(crate) fn start_with(folder: &Path, args: &[&str], capabilities: Value) -> Self {
        let mut client = Self::raw(folder, args);
        let root = uri(folder);
        let params = json!({"processId": std::process::id(), "rootUri": root, "capabilities": capabilities});
        let answer = client.request("initialize", params);
        assert_eq!(answer["result"]["serverInfo"]["name"], "agenda-lint", "{answer}");
        client.notify("initialized", json!({}));
        client
    }

    /// Starts a server and says nothing yet.
    pub(crate) fn raw(folder: &Path, args: &[&str]) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_agenda-lint"))
            .args(["server", "--today", "2026-03-02"])
            .args(args)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(server.stdout.take().unwrap());
        let (sender, messages) = mpsc::channel();
        thread::spawn(move || while read(&mut output).is_some_and(|message| sender.send(message).is_ok()) {});
        let input = server.stdin.take();
        Self { server, input, messages, later: Vec::new(), next_id: 0 }
    }

    /// Sends bytes as they are.
    pub(crate) fn send_raw(&mut self, bytes: &[u8]) {
        // A server that has ended cannot be written to.
        let _ = self.input.as_mut().unwrap().write_all(bytes);
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks, and waits for the answer.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.wait(|message| message["id"] == id && message.get("method").is_none())
    }

    /// Asks, and does not wait.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": self.next_id, "method": method, "params": params}));
        self.next_id
    }

    /// The first message, of those that came or will come, that fits.
    pub(crate) fn wait(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.later.iter().position(&fits) {
            return self.later.remove(at);
        }
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let message = self.messages.recv_timeout(left).expect("the server says nothing");
            if fits(&message) {
                return message;
            }
            self.later.push(message);
        }
    }

    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let document = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub(crate) fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    }

    /// Changes a document: all of it, or a range.
    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({"uri": uri, "version": version});
        self.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    /// The diagnostics that are shown of a file next.
    pub(crate) fn diagnostics(&mut self, uri: &str) -> Vec<Value> {
        let is_meant = |message: &Value| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri
        };
        self.wait(is_meant)["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// The diagnostics of one state of a file.
    pub(crate) fn diagnostics_of(&mut self, uri: &str, version: i32) -> Vec<Value> {
        let is_meant = |message: &Value| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
        };
        self.wait(is_meant)["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// What `method` says of a place, or of a whole document.
    pub(crate) fn about(&mut self, method: &str, uri: &str, more: Value) -> Value {
        let mut params =
            json!({"textDocument": {"uri": uri}, "options": {"tabSize": 2, "insertSpaces": true}});
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let mut answer = self.request(&format!("textDocument/{method}"), params);
        assert!(answer.get("error").is_none(), "{answer}");
        answer["result"].take()
    }

    /// How many kilobytes of memory the server holds.
    pub(crate) fn memory(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.server.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// Ends the server as the protocol says.
    pub(crate) fn end(mut self) -> ExitStatus {
        assert_eq!(self.request("shutdown", Value::Null)["result"], Value::Null);
        self.notify("exit", Value::Null);
        self.ended()
    }

    /// Closes the server's input, and waits for it to end.
    pub(crate) fn leave(mut self) -> ExitStatus {
        self.input = None;
        self.ended()
    }

    fn ended(mut self) -> ExitStatus {
        let end = Instant::now() + Duration::from_secs(5);
        while Instant::now() < end {
            if let Some(status) = self.server.try_wait().unwrap() {
                return status;
            }
            thread::sleep(Duration::from_millis(5));
        }
        let _ = self.server.kill();
        panic!("the server does not end");
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some((_, value)) => length = value.parse().unwrap(),
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// The name of a file between editor and server.
pub(crate) fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// The byte at a place that is counted in UTF-16 units.
pub(crate) fn offset(text: &str, place: &Value) -> usize {
    let number = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
    let start: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let mut left = number("character");
    let before = text[start..].chars().take_while(|c| {
        let fits = left > 0;
        left = left.saturating_sub(c.len_utf16());
        fits
    });
    start + before.map(char::len_utf8).sum::<usize>()
}

/// A text after an editor made these edits.
pub(crate) fn edited(text: &str, edits: &Value) -> String {
    let edits = edits.as_array().unwrap();
    let mut places: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|edit| {
            let at = |end: &str| offset(text, &edit["range"][end]);
            (at("start"), at("end"), edit["newText"].as_str().unwrap())
        })
        .collect();
    places.sort_by_key(|(start, ..)| std::cmp::Reverse(*start));
    let mut text = text.to_owned();
    for (start, end, new) in places {
        text.replace_range(start..end, new);
    }
    text
}
