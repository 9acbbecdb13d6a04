//! The threads of a server: one reads, one answers, one writes.

use std::{
    collections::HashSet,
    io::{BufReader, BufWriter, Read, Write},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Sender, SyncSender},
    },
    thread,
    time::Duration,
};

use gen_lsp_types::json_rpc::Id;

use crate::{
    Options,
    server::Server,
    transport::{self, Incoming},
};

/// How many messages may wait. An editor that sends faster than that has to wait itself.
const QUEUE: usize = 64;

/// How long what is under way may take once the editor is gone.
const GRACE: Duration = Duration::from_secs(3);

/// How a server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The editor asked for it: `shutdown`, then `exit`.
    Orderly,
    /// The editor went away, or sent what is no message.
    Abrupt,
}

/// What the threads report.
enum Event {
    /// There is no more input.
    InputEnded,
    /// All messages were answered.
    Answered(End),
    /// All answers were written, or nobody reads them.
    Written,
}

/// The requests that the editor does not want answered any more.
///
/// Whoever reads the messages sees a cancellation long before it is its turn.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cancelled(Arc<Mutex<HashSet<Id>>>);

impl Cancelled {
    /// Takes a request out; says whether it was cancelled.
    pub(crate) fn take(&self, id: &Id) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(id)
    }

    fn add(&self, id: Id) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
    }
}

/// Serves the editor at the other end of the streams until it asks to end or goes away; then what is
/// under way has three seconds.
pub fn run(input: impl Read + Send + 'static, output: impl Write + Send + 'static, options: Options) -> End {
    let (report, events) = mpsc::channel();
    let (incoming, messages) = mpsc::sync_channel(QUEUE);
    let (outgoing, bodies) = mpsc::channel();
    let cancelled = Cancelled::default();

    let (ended, seen) = (report.clone(), cancelled.clone());
    thread::spawn(move || {
        read_all(input, &incoming, &seen);
        tell(&ended, Event::InputEnded);
    });
    let answered = report.clone();
    thread::spawn(move || {
        let mut server = Server::new(options, outgoing, cancelled);
        // Told before the server goes: with it, the last answer is written.
        tell(&answered, Event::Answered(server.serve(&messages)));
    });
    thread::spawn(move || {
        let mut output = BufWriter::new(output);
        let _ = bodies.iter().try_for_each(|body: Vec<u8>| transport::write(&mut output, &body));
        tell(&report, Event::Written);
    });

    let mut end = End::Abrupt;
    let mut event = events.recv().ok();
    while let Some(now) = event {
        match now {
            Event::Written => break,
            Event::Answered(how) => end = how,
            Event::InputEnded => {}
        }
        event = events.recv_timeout(GRACE).ok();
    }
    end
}

fn read_all(input: impl Read, incoming: &SyncSender<Incoming>, cancelled: &Cancelled) {
    let mut input = BufReader::new(input);
    while let Ok(Some(message)) = transport::read(&mut input) {
        if let Incoming::Message(message) = &message
            && message.method() == "$/cancelRequest"
            && let Some(id) = cancelled_id(message.params())
        {
            cancelled.add(id);
        }
        if incoming.send(message).is_err() {
            break;
        }
    }
}

/// The request that a cancellation names.
pub(crate) fn cancelled_id(params: Option<&serde_json::Value>) -> Option<Id> {
    serde_json::from_value(params?.get("id")?.clone()).ok()
}

/// The one who listens may have gone home already.
fn tell(report: &Sender<Event>, event: Event) {
    let _ = report.send(event);
}
