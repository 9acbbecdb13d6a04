//! `inspect`: the typed document, as rules see it, without its private parts.

mod model;
mod tree;

use agenda_lint_core::{analysis::Analysis, config::Selection};

use crate::{
    Failure, Outcome,
    args::{Global, InspectArgs, InspectFormat},
    check,
    input::Note,
    output::{Console, escape, pretty_json},
    settings::settings,
};

/// Runs the command.
pub(crate) fn run(args: &InspectArgs, global: &Global, console: &mut Console) -> Result<Outcome, Failure> {
    let mut settings = settings(global, Selection::default());
    let note = if args.path.as_os_str() == "-" {
        Note::stdin(args.stdin_filename.as_deref(), &mut settings)?
    } else {
        Note::file(args.path.clone(), true, &mut settings)?
    };
    let read = note.read();
    let (file, _) =
        read.map_err(|error| Failure::Message(format!("{}: {error}", escape::path(&note.name))))?;
    let (scope, _) = check::scope(args.scope);
    let mut analysis = Analysis::new(file, &note.project.knowledge, scope);
    if let Some(public) = analysis.public_text() {
        analysis = Analysis::new(analysis.file.with_text(public), &note.project.knowledge, scope);
    }
    let document = model::document(&analysis);
    match args.format {
        InspectFormat::Json => console.print_raw(&pretty_json(&document))?,
        InspectFormat::Tree => console.print(&tree::draw(&document))?,
    }
    Ok(Outcome::Clean)
}
