//! How whole notes are read, and what is said of them: notes under `tests/whole_notes/`, each set by somebody who knew
//! no rule, with a key of what a careful colleague would and would not remark on minutes before the meeting.
//!
//! The test fails where more is said on lines that the key would leave alone, or fewer meetings are found, than was
//! before, and where the table in `docs/judgement.md` is out of date; `SNAPSHOTS=overwrite` writes the table.
//! `WHOLE_NOTES=silly cargo test --test whole_notes -- --nocapture` prints what is said on those lines.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads its data, prints what was asked for and fails by panicking"
)]

mod kept_table;

use std::{
    collections::BTreeSet,
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use agenda_lint_core::{
    analysis::{Scope, Workspace},
    document::Meeting,
    engine::Linter,
    rules::{Preset, RulesConfig},
    text::SourceFile,
};
use serde_json::Value;

/// The day on which all notes are read.
const TODAY: &str = "2026-03-02";

/// The sets, with how many of their meetings and next meetings must be found, and how many findings at most may stand on
/// lines to leave alone.
const SETS: [(&str, usize, usize, usize); 11] = [
    ("odd", 73, 13, 1),
    ("plain", 56, 15, 1),
    ("tools", 74, 13, 10),
    ("trades", 66, 18, 10),
    ("years", 202, 8, 1),
    ("ordinary", 117, 9, 6),
    ("everyday", 101, 23, 7),
    ("careful", 69, 18, 7),
    ("daily", 81, 19, 3),
    ("typed", 63, 17, 2),
    ("habits", 74, 24, 12),
];

/// What came of a set.
#[derive(Default)]
struct Score {
    notes: usize,
    /// Meetings found, and how many there are.
    meetings: (usize, usize),
    /// Meetings to be prepared that are judged, and how many there are.
    next: (usize, usize),
    /// Lines worth a remark that have a finding, and how many there are.
    remarks: (usize, usize),
    /// Findings on lines that are fine, or somebody else's.
    silly: usize,
    /// Findings on other lines.
    elsewhere: usize,
    /// The most findings that a note has.
    most: usize,
}

#[test]
fn whole_notes_are_read_as_a_careful_colleague_would() {
    let mut table = String::from(
        "| set | notes | meetings found | next one found | remarks made | findings on lines to leave | elsewhere | most in a note |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    let mut fallen = Vec::new();
    for (set, meetings, next, silly) in SETS {
        let score = judge(set);
        let of = |(found, all): (usize, usize)| format!("{found} of {all}");
        writeln!(
            table,
            "| {set} | {} | {} | {} | {} | {} | {} | {} |",
            score.notes,
            of(score.meetings),
            of(score.next),
            of(score.remarks),
            score.silly,
            score.elsewhere,
            score.most
        )
        .unwrap();
        if score.meetings.0 < meetings || score.next.0 < next || score.silly > silly {
            fallen.push(set);
        }
    }
    println!("{table}");
    assert!(fallen.is_empty(), "worse than before: {fallen:?}\n{table}");
    kept_table::keep("whole notes", &table);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole_notes")
}

fn judge(set: &str) -> Score {
    let mut score = Score::default();
    let key = fs::read_to_string(folder().join(set).join("key.jsonl")).unwrap();
    for line in key.lines() {
        let key: Value = serde_json::from_str(line).unwrap();
        let name = key["file"].as_str().unwrap();
        let text = fs::read_to_string(folder().join(set).join(name)).unwrap();
        judge_note(set, name, text, &key, &mut score);
    }
    score
}

fn judge_note(set: &str, name: &str, text: String, key: &Value, score: &mut Score) {
    let today = TODAY.parse().ok();
    let workspace =
        Workspace::single(SourceFile::new(name, text), &Arc::default(), Scope::Next(today), today);
    let analysis = &workspace.files[0];
    score.notes += 1;

    let real = analysis.document.meetings.iter().filter(|meeting| !meeting.template);
    let found: BTreeSet<String> = real.filter_map(|meeting| Some(meeting.day()?.to_string())).collect();
    let meetings = key["meetings"].as_array().unwrap();
    score.meetings.1 += meetings.len();
    score.meetings.0 += meetings.iter().filter(|day| found.contains(day.as_str().unwrap())).count();

    if let Some(next) = key["next"].as_str() {
        let judged: Vec<_> = analysis.agenda().map(Meeting::day).collect();
        score.next.1 += 1;
        // What is kept for the next time has no day of its own.
        let wanted = if next == "undated" { None } else { Some(next.parse().unwrap()) };
        score.next.0 += usize::from(judged == [wanted]);
    }

    let lines = |of: &str| -> BTreeSet<usize> {
        let lines = key[of].as_array().unwrap().iter();
        lines
            .map(|entry| usize::try_from(entry["line"].as_u64().or(entry.as_u64()).unwrap()).unwrap())
            .collect()
    };
    let (remarks, leave, replies) = (lines("remark"), lines("leave"), lines("replies"));
    let linter = Linter::new(RulesConfig::default().active(|meta, _| Preset::Recommended.severity(meta)));
    let findings = linter.check(&workspace, 0);
    let mut remarked = BTreeSet::new();
    for finding in &findings {
        let line = analysis.file.line_index(finding.span.start()) + 1;
        if remarks.contains(&line) {
            remarked.insert(line);
        } else if leave.contains(&line) || replies.contains(&line) {
            score.silly += 1;
            if env::var("WHOLE_NOTES").is_ok_and(|asked| asked == "silly") {
                println!(
                    "{set}/{name}:{line} {}: {}\n  {}",
                    finding.rule,
                    finding.message,
                    analysis.file.line(line - 1)
                );
            }
        } else {
            score.elsewhere += 1;
        }
    }
    score.remarks.1 += remarks.len();
    score.remarks.0 += remarked.len();
    score.most = score.most.max(findings.len());
}
