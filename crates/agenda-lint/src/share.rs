//! `share`: the next agenda as a message.

use std::path::Path;

use agenda_lint_core::{
    analysis::Place,
    notebook::{ShareFormat, share},
};

use crate::{
    Failure, Outcome,
    args::{Global, MessageFormat, ShareArgs},
    notebooks::{self, Opened},
    output::{Console, escape},
    today::today,
};

/// Runs the command.
pub(crate) fn run(args: &ShareArgs, global: &Global, console: &mut Console) -> Result<Outcome, Failure> {
    let today = args.today.today.unwrap_or_else(today);
    let path = args.file.as_deref().unwrap_or(Path::new("."));
    let opened = notebooks::open_one(path, global, today, console)?;
    let format = match args.format {
        MessageFormat::Slack => ShareFormat::Slack,
        MessageFormat::Plain => ShareFormat::Plain,
        MessageFormat::Html => ShareFormat::Html,
    };
    let message = share(&opened.notebook.workspace, next(&opened)?, format);
    console.print(&escape::text(&message))?;
    Ok(Outcome::Clean)
}

/// The meeting that is judged: the next one, or else the latest.
fn next(opened: &Opened) -> Result<Place, Failure> {
    let files = opened.notebook.workspace.files.iter().enumerate();
    let mut places =
        files.flat_map(|(file, of)| of.agenda_places().iter().map(move |&meeting| Place { file, meeting }));
    places.next().ok_or_else(|| Failure::Message(format!("{}: there is no meeting to share", opened.name)))
}
