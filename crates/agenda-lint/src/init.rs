//! `init`: a commented config, an OKR file and a first agenda.

use std::{fmt::Write as _, path::Path};

use agenda_lint_core::{
    files::{self, CONFIG_NAME, WriteError},
    rules::{Group, RULES},
};
use jiff::ToSpan;

use crate::{
    Outcome,
    output::{Console, escape},
    today::today,
};

const CONFIG: &str = include_str!("init/config.yaml");
const OKRS: &str = include_str!("init/okrs.yaml");
const AGENDA: &str = include_str!("init/agenda.md");

/// The name of the first agenda.
const NOTES: &str = "one-on-one.md";

/// Runs the command. A file that is there already stays as it is.
pub(crate) fn run(folder: &Path, console: &mut Console) -> Outcome {
    // The next meeting is ahead, so that there is time to fill in the agenda.
    let day = today().checked_add(1.day()).unwrap_or_else(|_| today());
    let config = CONFIG.replace("  # RULES\n", &rules());
    let agenda = AGENDA.replace("DATE", &day.to_string());
    let mut outcome = Outcome::Clean;
    for (name, text) in [(CONFIG_NAME, config.as_str()), ("okrs.yaml", OKRS), (NOTES, agenda.as_str())] {
        let path = folder.join(name);
        match files::create_note(&path, text) {
            Ok(()) => console.note(&format!("{}: written", escape::path(&path))),
            Err(WriteError::Exists) => {
                console.note(&format!("{}: exists, left as it is", escape::path(&path)));
            }
            Err(error) => {
                console.complain(&format!("{}: {error}", escape::path(&path)));
                outcome = Outcome::Failed;
            }
        }
    }
    if outcome == Outcome::Clean {
        let notes = escape::path(&folder.join(NOTES));
        console.note(&format!("write your topics into {notes}, then run `agenda-lint {notes}`"));
    }
    outcome
}

/// The rules with their severities, as comments: what is not said follows the preset.
fn rules() -> String {
    let mut text = String::new();
    for group in Group::ALL {
        let mut rules = RULES.iter().filter(|rule| rule.group == group).peekable();
        if rules.peek().is_some() {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  # {}", group.name());
        }
        for rule in rules {
            let level = rule.severity.map_or("off", |severity| severity.name());
            let _ = writeln!(text, "  # {}: {level}", rule.name);
        }
    }
    text
}
