//! `fmt`: formats notes.

use agenda_lint_core::{
    config::Selection,
    files,
    format::{Formatted, format},
    text::SourceFile,
};

use crate::{
    Failure, Outcome,
    args::{FmtArgs, Global},
    diff,
    input::{self, Note},
    output::{Console, Style, counted, escape},
    run::each,
    settings::settings,
};

/// What came of a note.
struct Done {
    name: String,
    changed: bool,
    /// What standard output is to hold: a difference, or the note that came from standard input.
    text: String,
    /// Whether `text` is a note.
    is_note: bool,
    /// What the gate did not let through, in words.
    refused: Vec<String>,
    /// Why the note could not be written.
    problem: Option<String>,
}

/// How many notes came out how.
#[derive(Default)]
struct Totals {
    changed: usize,
    unchanged: usize,
    failed: bool,
}

/// Runs the command.
pub(crate) fn run(
    args: &FmtArgs,
    global: &Global,
    style: Style,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    let mut settings = settings(global, Selection::default());
    let (notes, complete) = input::notes(&args.files, &mut settings, console)?;
    let mut totals = Totals::default();
    let write = |done: Result<Done, String>, console: &mut Console| write(done, args, &mut totals, console);
    each(&notes, &args.files, console, |note| one(note, args, style), write)?;

    console.flush()?;
    let dry = args.check || args.diff;
    let to_stdout = notes.iter().any(|note| note.path.is_none());
    if (dry || !to_stdout) && !notes.is_empty() {
        let verb = if dry { "would change" } else { "changed" };
        let total = counted(totals.changed + totals.unchanged, "file");
        console.note(&format!("{total}: {} {verb}, {} left as they are", totals.changed, totals.unchanged));
    }
    Ok(match () {
        () if !complete || totals.failed => Outcome::Failed,
        () if dry && totals.changed > 0 => Outcome::Found,
        () => Outcome::Clean,
    })
}

fn write(
    done: Result<Done, String>,
    args: &FmtArgs,
    totals: &mut Totals,
    console: &mut Console,
) -> Result<(), Failure> {
    let done = match done {
        Ok(done) => done,
        Err(complaint) => {
            totals.failed = true;
            console.complain(&complaint);
            return Ok(());
        }
    };
    let counter = if done.changed { &mut totals.changed } else { &mut totals.unchanged };
    *counter += 1;
    if done.is_note {
        console.print_raw(&done.text)?;
    } else {
        console.print(&done.text)?;
    }
    if args.check && !args.diff && done.changed {
        console.print(&format!("{}: would change\n", escape::line(&done.name)))?;
    }
    for refused in &done.refused {
        console.detail(refused);
    }
    if let Some(problem) = done.problem {
        totals.failed = true;
        console.complain(&problem);
    }
    Ok(())
}

fn one(note: &Note, args: &FmtArgs, style: Style) -> Result<Done, files::ReadError> {
    let (file, identity) = note.read()?;
    let Formatted { text, refused, .. } = format(&file, &note.project.loaded.config.format);
    let changed = text != file.text();
    let mut done = Done {
        name: file.name().to_owned(),
        changed,
        text: String::new(),
        is_note: false,
        refused: refused.iter().map(|refusal| told(&file, refusal)).collect(),
        problem: None,
    };
    if args.diff {
        done.text = diff::unified(&file, &text, style);
    } else if !args.check {
        match (&note.path, identity) {
            (Some(path), Some(identity)) if changed => {
                let written = files::write_note(path, &identity, &file.with_bom(&text));
                done.problem = written.err().map(|error| format!("{}: {error}", escape::line(file.name())));
            }
            (None, _) => {
                done.text = file.with_bom(&text);
                done.is_note = true;
            }
            _ => {}
        }
    }
    Ok(done)
}

fn told(file: &SourceFile, refusal: &agenda_lint_core::format::Refusal) -> String {
    let line = file.line_col(refusal.span.start()).line;
    let name = refusal.pass.name();
    format!("{}:{line}: left as it is: `{name}` would change what it says", escape::line(file.name()))
}
