//! The language server, asked by an editor over its streams.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads and writes files, and fails by panicking"
)]

mod answers;
mod client;
mod findings;
mod protocol;

use std::{fs, path::Path, process::Command};

use client::offset;
use serde_json::Value;

const NOTE: &str = "# 1:1 Sam and Kate\n\n## 2026-03-02\n\n### Updates\n\n- O1.KR1: 😀 sign-ups rose to 44 a week\n\n### Advice\n\n- Do you have advice on stakeholder management?\n\n### Action items\n\n- [ ] @kate send the deck (due 2026-03-06)\n";

const OKRS: &str = "objectives:\n  - id: O1\n    title: Grow sign-ups\n    key-results:\n      - {id: KR1, title: 50 sign-ups a week}\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join(".agenda-lint.yaml"),
        "okrs: okrs.yaml\npeople: {report: Sam Lee, manager: Kate Doe}\n",
    )
    .unwrap();
    fs::write(folder.path().join("okrs.yaml"), OKRS).unwrap();
    folder
}

fn rules(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic["code"].as_str().unwrap_or("-")).collect()
}

/// What the command line prints of a text, or of files.
fn command_line(folder: &Path, args: &[&str], text: Option<&str>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_agenda-lint"));
    command.args(args).current_dir(folder).env("AGENDA_LINT_TODAY", "2026-03-02");
    if let Some(text) = text {
        let input = folder.join("input");
        fs::write(&input, text).unwrap();
        command.stdin(fs::File::open(input).unwrap());
    }
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

/// A finding as both can tell it: its rule, how grave it is, what it says, and its bytes.
type Found = (String, String, String, usize, usize);

/// What the command line finds in files, or in a text of this name.
fn listed(folder: &Path, args: &[&str], name: &str, text: Option<&str>) -> Vec<Found> {
    let args = [&["check", "--format", "json"], args].concat();
    let report: Value = serde_json::from_str(&command_line(folder, &args, text)).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let found = findings.filter(|found| found["path"] == name).map(|found| {
        let span = &found["span"];
        let words = (word(&found["rule"]), word(&found["severity"]), word(&found["message"]));
        (words.0, words.1, words.2, number(&span["start"]), number(&span["end"]))
    });
    found.collect()
}

/// The same of what an editor is shown of a text.
fn as_listed(text: &str, shown: &[Value]) -> Vec<Found> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let place = |end: &Value| offset(text, end) - mark;
    let one = |shown: &Value| {
        let severity =
            ["error", "warning", "info"][usize::try_from(shown["severity"].as_u64().unwrap()).unwrap() - 1];
        let message = shown["message"].as_str().unwrap().split("\n\n").next().unwrap().to_owned();
        let rule = shown["code"].as_str().unwrap().to_owned();
        (rule, severity.to_owned(), message, place(&shown["range"]["start"]), place(&shown["range"]["end"]))
    };
    shown.iter().map(one).collect()
}
