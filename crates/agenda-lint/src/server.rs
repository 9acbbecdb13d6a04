//! `server`: the language server.

use std::io;

use agenda_lint_lsp::{End, Options};
use jiff::civil::Time;

use crate::{
    Failure, Outcome,
    args::{Global, ServerArgs},
    settings::source,
    today::now,
};

/// Runs the command.
pub(crate) fn run(args: &ServerArgs, global: &Global) -> Result<Outcome, Failure> {
    let given = args.scope.today.map(|today| today.to_datetime(Time::midnight()));
    let options = Options {
        here: std::env::current_dir()?,
        source: source(global),
        all_meetings: args.scope.all_meetings,
        now: Box::new(move || given.unwrap_or_else(now)),
    };
    // The protocol wants 1 of a server that was not asked to end.
    Ok(match agenda_lint_lsp::run(io::stdin(), io::stdout(), options) {
        End::Orderly => Outcome::Clean,
        End::Abrupt => Outcome::Found,
    })
}
