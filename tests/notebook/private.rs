//! What is private stays in the file: words planted in every kind of private part turn up nowhere.

use std::fs;

use crate::{folder, out, run};

/// A year's habits in two meetings: private sections, regions, lines, and words within a line.
const NOTE: &str = include_str!("private.md");
const CONFIG: &str = "sections: {private: [Nur für mich]}\npreset: strict\n";
const TODAY: &str = "2026-03-02";

#[test]
fn what_is_private_stays_in_the_file() {
    let here = folder(&[(".agenda-lint.yaml", CONFIG), ("kate.md", NOTE)]);
    let commands = [
        ("share kate.md", "slack plain html"),
        ("actions", "table json markdown"),
        ("report", "text json"),
        ("inspect kate.md", "json tree"),
        (
            "check --all-meetings --fail-on never kate.md",
            "full concise json ndjson sarif github gitlab junit rdjson",
        ),
    ];
    let mut told = Vec::new();
    for (command, formats) in commands {
        for format in formats.split(' ') {
            told.push(format!("{command} --format {format}"));
        }
    }
    told.extend(
        [
            "new kate.md --dry-run",
            "check --statistics --fail-on never",
            "check -v --fail-on never",
            "check --diff --all-meetings kate.md",
            "check --unsafe-fixes --diff --all-meetings kate.md",
            "config show kate.md",
        ]
        .map(str::to_owned),
    );
    for command in told {
        let output = run(here.path(), TODAY, &command.split(' ').collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(i32::from(command.contains("diff"))), "{command}: {output:?}");
        let told = [&output.stdout[..], &output.stderr].concat();
        let told = String::from_utf8(told).unwrap().to_lowercase();
        assert!(told.len() > 50 && !told.contains("planted"), "{command}: {told}");
    }
    let fmt = run(here.path(), TODAY, &["fmt", "--diff", "kate.md"]);
    assert!(out(&fmt).contains("lanted"), "whoever formats a note sees all of it: {fmt:?}");
}

#[test]
fn what_is_private_goes_to_no_other_file() {
    let here = folder(&[
        (".agenda-lint.yaml", CONFIG),
        ("kate/2026-03-02.md", &NOTE[..NOTE.find("## 2026-02-16").unwrap()]),
    ]);
    let new = run(here.path(), TODAY, &["new", "kate"]);
    let text = fs::read_to_string(here.path().join("kate/2026-03-09.md")).unwrap();
    assert_eq!(out(&new), text);
    assert!(text.contains("write it down") && !text.to_lowercase().contains("planted"), "{text}");

    run(here.path(), TODAY, &["--write-baseline=base.json", "--all-meetings", "."]);
    let baseline = fs::read_to_string(here.path().join("base.json")).unwrap();
    assert!(baseline.contains("vague-advice") && !baseline.to_lowercase().contains("planted"), "{baseline}");
}

#[test]
fn an_answer_in_a_quote_is_not_shared() {
    let text = "## 2026-03-02\n\n- swap the rota\n\n> KW: fine by me\n\n- paint the hall\n  > KW: not yet\n";
    let here = folder(&[("kate.md", text)]);
    let share = run(here.path(), "2026-03-02", &["share", "kate.md", "--format", "plain"]);
    let shared = out(&share);
    let items: Vec<&str> = shared.lines().filter(|line| line.trim_start().starts_with('-')).collect();
    assert_eq!(items, ["- swap the rota", "- paint the hall"], "{shared}");
}
