//! The one writer of the program.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use super::escape;

/// Standard output and standard error.
///
/// What is written passes [`escape::commands`], unless it is a format that programs read.
#[derive(Debug)]
pub(crate) struct Console {
    out: BufWriter<Stdout>,
    /// Whether a line of progress is shown.
    in_progress: bool,
    /// Whether what the run has to say of itself is left out.
    pub quiet: bool,
    /// Whether the run says more of itself.
    pub verbose: bool,
}

impl Console {
    /// A console that says as much as asked for.
    pub(crate) fn new(quiet: bool, verbose: bool) -> Self {
        Self { out: BufWriter::new(io::stdout()), in_progress: false, quiet, verbose }
    }

    /// Writes text for people, in which all that we did not write is escaped, to standard output.
    pub(crate) fn print(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(escape::commands(text).as_bytes())
    }

    /// Writes what programs read, as it is, to standard output.
    pub(crate) fn print_raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Says what went wrong, on standard error, even if quiet.
    pub(crate) fn complain(&mut self, text: &str) {
        self.say(text);
    }

    /// Says something of the run, on standard error.
    pub(crate) fn note(&mut self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// Says something of the run to those who asked for more, on standard error.
    pub(crate) fn detail(&mut self, text: &str) {
        if self.verbose && !self.quiet {
            self.say(text);
        }
    }

    /// Sends what was written on its way.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// As [`Console::complain`], for text with colours in which all that we did not write is escaped.
    pub(crate) fn complain_drawn(&mut self, text: &str) {
        self.write_error(text);
    }

    fn say(&mut self, text: &str) {
        self.write_error(&escape::text(text));
    }

    fn write_error(&mut self, text: &str) {
        self.progress("");
        let end = if text.ends_with('\n') { "" } else { "\n" };
        // Findings that stand before the complaint come before it on a terminal, too. When standard
        // error itself cannot be written to, there is nowhere left to say so.
        let _ = self.out.flush();
        let _ = io::stderr().write_all(format!("{}{end}", escape::commands(text)).as_bytes());
    }

    /// Shows how far the run is, in a line of a terminal that the next call writes over; an empty
    /// line takes it away again. Nothing elsewhere.
    pub(crate) fn progress(&mut self, line: &str) {
        let nothing = line.is_empty() && !self.in_progress;
        if !self.quiet && !nothing && io::stderr().is_terminal() {
            let _ = io::stderr().write_all(format!("\r\u{1b}[K{line}").as_bytes());
            self.in_progress = !line.is_empty();
        }
    }
}
