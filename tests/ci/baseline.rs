//! Baselines: what was there is let be.

use crate::{VAGUE, support::Folder};

const TWO: &str =
    "## 2026-03-02\n\n### Advice\n\n- Any advice on running workshops?\n- Any advice on hiring?\n";

#[test]
fn a_baseline_lets_be_what_was_there() {
    let folder = Folder::new("baseline");
    folder.write("notes.md", VAGUE);
    let (status, _, said) = folder.run("--write-baseline .");
    assert_eq!((status, said.trim_end()), (0, ".agenda-lint-baseline.json: 1 finding written"));
    let baseline = folder.read(".agenda-lint-baseline.json");
    assert!(!baseline.contains("workshops"), "{baseline}");

    let known = "--baseline .agenda-lint-baseline.json --format concise";
    assert_eq!(folder.run(&format!("{known} notes.md")).0, 0);
    // Lines move, and what is new is found.
    folder.write("notes.md", &TWO.replace("### Advice\n", "### Advice\n\nSome words before.\n"));
    let (status, found, said) = folder.run(&format!("{known} notes.md"));
    assert_eq!(status, 1, "{said}");
    assert!(found.contains("hiring") && !found.contains("workshops"), "{found}");

    // From another folder, its notes are the same notes.
    folder.write("sub/notes.md", VAGUE);
    folder.run("--write-baseline .");
    let elsewhere = folder.run_in("sub", "--baseline ../.agenda-lint-baseline.json .");
    assert_eq!(elsewhere.0, 0, "{elsewhere:?}");
}

#[test]
fn what_a_baseline_no_longer_needs_is_told_and_taken_out() {
    let folder = Folder::new("gone");
    folder.write("notes.md", TWO);
    folder.write("old.md", VAGUE);
    folder.run("--write-baseline=known.json");
    folder.write("notes.md", VAGUE);
    folder.remove("old.md");
    let (status, _, said) = folder.run("--baseline known.json");
    assert_eq!(status, 0);
    for path in ["notes.md", "old.md"] {
        let line = format!("{path}: the baseline has 1 of `vague-advice` that no longer occur\n");
        assert!(said.contains(&line), "{said}");
    }
    folder.run("--baseline known.json --write-baseline");
    let (_, _, said) = folder.run("--baseline known.json");
    assert!(!said.contains("no longer occur"), "{said}");
    assert_eq!(folder.read("known.json").matches("\"rule\"").count(), 1);
}

#[test]
fn a_baseline_replaces_nothing_but_a_baseline() {
    let folder = Folder::new("refused");
    folder.write("notes.md", VAGUE);
    for file in ["notes.md", "."] {
        let (status, _, said) = folder.run(&format!("--write-baseline={file} ."));
        assert_eq!(status, 2, "{said}");
    }
    assert_eq!(folder.read("notes.md"), VAGUE);
    folder.write("latin1.md", "x");
    std::fs::write(folder.path().join("latin1.md"), b"- \xe9\n").unwrap();
    assert_eq!(folder.run("--write-baseline .").0, 2);
    assert!(!folder.path().join(".agenda-lint-baseline.json").exists(), "not every note was read");
    assert_eq!(folder.run("--baseline nowhere.json notes.md").0, 2);
}
