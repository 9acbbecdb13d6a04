//! The command line of agenda-lint.
//!
//! Each command is a module; what it prints goes through `output`, what it decides is the library's.

mod actions;
mod args;
mod baseline;
mod check;
mod config;
mod diff;
mod explain;
mod fmt;
mod init;
mod input;
mod inspect;
mod job_page;
mod marking;
mod new;
mod notebooks;
mod output;
mod report;
mod root;
mod run;
mod server;
mod settings;
mod share;
mod shell;
mod today;
mod watch;

use std::{
    borrow::Cow,
    ffi::OsString,
    io,
    panic::{self, AssertUnwindSafe},
    process::ExitCode,
};

use agenda_lint_core::{diagnostic::Severity, files::ConfigError};
use args::{Args, Command};
use clap::Parser;
use output::{Console, Frame, Frames, Source, Style, escape};

/// Why a run ended before its time.
#[derive(Debug)]
enum Failure {
    /// Standard output cannot be written to.
    Output(io::Error),
    /// A config cannot be used.
    Config(Box<ConfigError>),
    /// Something else, in words.
    Message(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Config(Box::new(error))
    }
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing was found.
    Clean = 0,
    /// Something was found, or would change.
    Found = 1,
    /// The run itself failed, at least in part.
    Failed = 2,
}

fn main() -> ExitCode {
    // A panic is caught and told in our own words.
    panic::set_hook(Box::new(|_| {}));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| run(std::env::args_os())));
    let outcome = outcome.unwrap_or_else(|panic| {
        let mut console = Console::new(false, false);
        console.complain(&format!("agenda-lint met a fault of its own: {}", reason(panic.as_ref())));
        Outcome::Failed
    });
    ExitCode::from(outcome as u8)
}

/// What a panic says.
fn reason(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no reason given")
}

fn run(args: impl IntoIterator<Item = OsString>) -> Outcome {
    let args = match Args::try_parse_from(args::with_default_command(args)) {
        Ok(args) => args,
        Err(error) => return usage(&error),
    };
    let mut console = Console::new(args.global.quiet, args.global.verbose);
    let style = Style::detect(args.global.color);
    let global = &args.global;
    let outcome = match &args.command {
        Command::Check(check) if check.watch => watch::run(check, global, style, &mut console),
        Command::Check(check) => check::run(check, global, style, &mut console),
        Command::Fmt(fmt) => fmt::run(fmt, global, style, &mut console),
        Command::Explain { rule } => explain::one(rule, &mut console),
        Command::Rules => explain::all(&mut console),
        Command::Inspect(inspect) => inspect::run(inspect, global, &mut console),
        Command::New(new) => new::run(new, global, &mut console),
        Command::Share(share) => share::run(share, global, &mut console),
        Command::Actions(actions) => actions::run(actions, global, &mut console),
        Command::Report(report) => report::run(report, global, &mut console),
        Command::Init { folder } => Ok(init::run(folder, &mut console)),
        Command::Server(server) => server::run(server, global),
        Command::Config(command) => config::run(command, global, &mut console),
        Command::Completions { shell } => shell::completions(*shell, &mut console),
        Command::Man => shell::man(&mut console),
    };
    let outcome = outcome.and_then(|outcome| {
        console.flush()?;
        Ok(outcome)
    });
    outcome.unwrap_or_else(|failure| fail(&failure, style, &mut console))
}

fn fail(failure: &Failure, style: Style, console: &mut Console) -> Outcome {
    match failure {
        // Whoever read us has read enough.
        Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return Outcome::Clean,
        Failure::Output(error) => console.complain(&format!("cannot write the output: {error}")),
        Failure::Message(message) => console.complain(message),
        Failure::Config(failure) => {
            let ConfigError { file, error } = failure.as_ref();
            let name = escape::line(file.name());
            let source = Source::new(file, &name, file.text());
            let place = error.span.map(|span| (source, span, &[][..]));
            let message = match place {
                Some(_) => error.message.clone(),
                None => format!("{}: {}", file.name(), error.message),
            };
            let (message, help) = (Cow::Owned(message), error.help.clone().map(Cow::Owned));
            let (severity, help) = (Severity::Error, help.as_ref());
            let frame = Frame { place, severity, rule: None, message: &message, help };
            let mut text = String::new();
            Frames::new(style.for_stderr()).on(&mut text).draw(&frame);
            console.complain_drawn(text.trim_end());
        }
    }
    Outcome::Failed
}

/// Help and version go to standard output, errors of usage to standard error.
fn usage(error: &clap::Error) -> Outcome {
    let mut console = Console::new(false, false);
    let text = error.render().to_string();
    if error.use_stderr() {
        console.complain(text.trim_end());
        return Outcome::Failed;
    }
    match console.print(&text).and_then(|()| console.flush()) {
        Ok(()) => Outcome::Clean,
        Err(error) => fail(&error.into(), Style::detect(output::Color::Never), &mut console),
    }
}
