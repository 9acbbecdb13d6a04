//! `server`: the language server.

use std::io;

use agenda_lint_lsp::{End, Options};

use crate::{
    Failure, Outcome,
    args::{Global, ServerArgs},
    settings::source,
    today::today,
};

/// Runs the command.
pub(crate) fn run(args: &ServerArgs, global: &Global) -> Result<Outcome, Failure> {
    let fixed = args.scope.today;
    let options = Options {
        here: std::env::current_dir()?,
        source: source(global),
        all_meetings: args.scope.all_meetings,
        today: Box::new(move || fixed.unwrap_or_else(today)),
    };
    // The protocol wants 1 of a server that was not asked to end.
    Ok(match agenda_lint_lsp::run(io::stdin(), io::stdout(), options) {
        End::Orderly => Outcome::Clean,
        End::Abrupt => Outcome::Found,
    })
}
