//! What is private stays in the file: words planted in every kind of private part turn up nowhere.

use std::fs;

use crate::{folder, out, run};

/// A year's habits in two meetings: private sections, regions, lines, and words within a line.
const NOTE: &str = include_str!("private.md");
const CONFIG: &str = "sections: {private: [Nur für mich]}\n";
const TODAY: &str = "2026-03-02";

#[test]
fn what_is_private_stays_in_the_file() {
    let here = folder(&[(".agenda-lint.yaml", CONFIG), ("kate.md", NOTE)]);
    let commands = [
        ("share kate.md", "slack plain html"),
        ("actions", "table json markdown"),
        ("report", "text json"),
        ("check --all-meetings --fail-on never kate.md", "sarif github gitlab junit rdjson"),
    ];
    let mut outputs = Vec::new();
    for (command, formats) in commands {
        for format in formats.split(' ') {
            let args: Vec<&str> = command.split(' ').chain(["--format", format]).collect();
            outputs.push((args.join(" "), run(here.path(), TODAY, &args)));
        }
    }
    for args in [
        ["new", "kate.md", "--dry-run"].as_slice(),
        &["check", "--statistics", "--fail-on", "never"],
        &["rules"],
    ] {
        outputs.push((args.join(" "), run(here.path(), TODAY, args)));
    }
    for (command, output) in outputs {
        assert_eq!(output.status.code(), Some(0), "{command}: {output:?}");
        let told = [&output.stdout[..], &output.stderr].concat();
        let told = String::from_utf8(told).unwrap().to_lowercase();
        assert!(!told.contains("planted"), "{command}: {told}");
    }
    let check = run(here.path(), TODAY, &["--all-meetings", "--format", "concise", "kate.md"]);
    assert!(out(&check).contains("planted"), "who writes a note is told all of it");
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
