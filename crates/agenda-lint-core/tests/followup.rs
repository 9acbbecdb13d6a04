//! Later lines that speak of an action are told from lines that only share its words.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a test may fail, and reads its pairs; they are few"
)]

use std::{fmt::Write as _, io::Write as _, sync::Arc};

use agenda_lint_core::{
    analysis::{
        Analysis, Scope,
        followup::{Spoken, commitments},
    },
    text::SourceFile,
};
use serde::Deserialize;

/// A labelled pair: two lines of Markdown, and whether the second speaks of the first.
#[derive(Deserialize)]
struct Pair {
    action: String,
    later: String,
    same: bool,
}

fn pairs(file: &str) -> Vec<Pair> {
    let path = format!("{}/../../tests/followup/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The action in one meeting, the later line in the next.
fn speaks_of(pair: &Pair) -> bool {
    let later = match pair.later.as_str() {
        row if row.starts_with('|') => format!("| What | Who | When | State |\n|---|---|---|---|\n{row}"),
        reply if reply.starts_with(' ') => format!("- And\n{reply}"),
        line => line.to_owned(),
    };
    let text =
        format!("## 2026-03-16\n### Notes\n{later}\n\n## 2026-03-02\n### Action items\n{}\n", pair.action);
    let analysis = Analysis::new(SourceFile::new("a.md", text), &Arc::default(), Scope::All(None));
    let action = commitments(&analysis, 1).next().unwrap_or_else(|| panic!("no action: {}", pair.action));
    let gist = action.gist();
    Spoken::in_meeting(&analysis, 0, [gist]).mention(gist).is_some()
}

fn assert_told_apart(file: &str) {
    let mut counts = [[0_usize; 2]; 2];
    let mut wrong = String::new();
    for pair in pairs(file) {
        let found = speaks_of(&pair);
        counts[usize::from(pair.same)][usize::from(found)] += 1;
        if found != pair.same {
            let how = if pair.same { "missed" } else { "false" };
            writeln!(wrong, "{how} {}  ||  {}", pair.action, pair.later).unwrap();
        }
    }
    let [[_, false_found], [missed, found]] = counts.map(|row| row.map(|count| count as f64));
    let (precision, recall) = (found / (found + false_found), found / (found + missed));
    let mut out = std::io::stderr().lock();
    writeln!(out, "{file}: precision {precision:.3}, recall {recall:.3}\n{wrong}").unwrap();
    assert!(
        precision >= 0.95 && recall >= 0.85,
        "{file}: precision {precision:.3}, recall {recall:.3}\n{wrong}"
    );
}

#[test]
fn labelled_pairs_are_told_apart() {
    for file in ["pairs.jsonl", "pairs_own.jsonl"] {
        assert_told_apart(file);
    }
}

#[test]
fn a_row_whose_day_is_done_is_done() {
    let text = "## 2026-03-02\n\n### Actions\n\n| What | Who | Due |\n|---|---|---|\n| Ask Bo | Ines | done |\n| Ask Jo | Ines | 6 March |\n";
    let analysis = Analysis::new(SourceFile::new("notes.md", text), &Arc::default(), Scope::All(None));
    let done: Vec<bool> = commitments(&analysis, 0).map(|commitment| commitment.done).collect();
    assert_eq!(done, [true, false]);
}
