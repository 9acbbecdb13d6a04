//! The language server of agenda-lint: what `check` and `fmt` do, while somebody writes.
//!
//! The modules in reading order:
//!
//! - `transport`: messages on a stream, with bounds.
//! - `convert`: bytes to lines and columns, and back; `uri`: names to paths, and back.
//! - `documents`: what the editor has open.
//! - `library`: what the documents say, each read with its settings and, as a `book`, with its notebook.
//! - `diagnostics`, `actions`, `formatting`, `hover`, `completion`, `outline`: an answer each.
//! - `publish`: which diagnostics the editor has already; `requests`: which answer a request gets.
//! - `run`, `server`: who is asked what, and when.
//!
//! The server reads configs and the notes of a notebook; it never writes a file.

mod actions;
mod book;
mod completion;
mod convert;
mod diagnostics;
mod documents;
mod formatting;
mod hover;
mod library;
mod notifications;
mod outline;
mod publish;
mod requests;
mod run;
mod server;
mod transport;
mod uri;

use std::{fmt, path::PathBuf};

use agenda_lint_core::files::Source;
use jiff::civil::DateTime;

pub use run::{End, run};

/// What a server is told when it is started.
pub struct Options {
    /// The folder that it runs in, an absolute path.
    pub here: PathBuf,
    /// Where settings come from.
    pub source: Source,
    /// Whether all meetings are judged, not only the next one.
    pub all_meetings: bool,
    /// The date and time: asked for each time, for a server runs for days.
    pub now: Box<dyn Fn() -> DateTime + Send>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { here, source, all_meetings, now: _ } = self;
        f.debug_struct("Options")
            .field("here", here)
            .field("source", source)
            .field("all_meetings", all_meetings)
            .finish_non_exhaustive()
    }
}
