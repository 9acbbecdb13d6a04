//! `share`: the next agenda as a message.

use std::path::Path;

use agenda_lint_core::{
    analysis::Place,
    notebook::{ShareFormat, share},
};

use crate::{
    Failure, Outcome,
    args::{Global, MessageFormat, ShareArgs},
    notebooks::{self, Notebook, Opened},
    output::{Console, escape},
    today::today,
};

/// Runs the command.
pub(crate) fn run(args: &ShareArgs, global: &Global, console: &mut Console) -> Result<Outcome, Failure> {
    let today = args.today.today.unwrap_or_else(today);
    let configured = match args.file {
        Some(_) => None,
        None => notebooks::configured(None, global, today, console)?.and_then(|found| found.opened),
    };
    let path = args.file.as_deref().unwrap_or(Path::new("."));
    let opened = match configured {
        Some(opened) => opened,
        None => notebooks::open_one(path, global, today, console)?,
    };
    let format = match args.format {
        MessageFormat::Slack => ShareFormat::Slack,
        MessageFormat::Plain => ShareFormat::Plain,
        MessageFormat::Html => ShareFormat::Html,
    };
    let message = share(&opened.notebook.workspace, next(&opened)?, format);
    console.print(&escape::text(&message))?;
    Ok(Outcome::Clean)
}

/// The meeting that is judged: the next one, or else the latest. That of a file which was named comes
/// first, and one whose day is known.
fn next(opened: &Opened) -> Result<Place, Failure> {
    let Notebook { pages, workspace } = &opened.notebook;
    let files = workspace.files.iter().enumerate();
    let places =
        files.flat_map(|(file, of)| of.agenda_places().iter().map(move |&meeting| Place { file, meeting }));
    let rank = |place: &Place| (!pages[place.file].named, workspace.meetings().position(*place).is_none());
    let next = places.min_by_key(rank);
    next.ok_or_else(|| Failure::Message(format!("{}: there is no meeting to share", opened.name)))
}
