//! What a note may hold, and no report may do.

use std::{path::PathBuf, sync::Arc};

use agenda_lint_core::{
    analysis::{Analysis, Scope},
    diagnostic::{Diagnostic, Severity, Sink},
    engine::Shown,
    text::{Edit, SourceFile, Span},
};
use serde_json::Value;

use super::{Checked, Format, Marks, Style, Summary, Writer, escape, github};

const HOSTILE: &[&str] = &[
    "two\r\nlines\n::error file=x,line=1::pwned",
    "50% %0A::warning::x",
    "##[error]a mid ##vso[task.setvariable]b ##teamcity[c",
    "\"quotes\" 'and' `ticks` ]]> <script>alert(1)</script> &amp; <!-- -->",
    "\u{1b}[31m \u{1b}]0;title\u{7} \u{9b}2J \u{7f} \u{202e} \u{feff} \u{fffe} \u{ffff} \u{0} \u{b}",
    "| cell | [link](javascript:x) ![](http://x) @somebody",
];

const PATHS: &[&str] = &["a b/ü%.md", "::error file=x,line=1::p.md", "a\nb,c:d.md", "##[x]\u{1b}\"<&>'.md"];

/// A file with these findings at its first letter, each with a label and a fix.
fn checked(path: &str, text: &str, messages: &[&str]) -> Checked {
    let file = SourceFile::new(path, text);
    let analysis = Analysis::new(file.clone(), &Arc::default(), Scope::All(None));
    let mut findings: Vec<Diagnostic> = Vec::new();
    for (index, message) in messages.iter().enumerate() {
        let severity = [Severity::Error, Severity::Warning, Severity::Info][index % 3];
        let mut sink = Sink::new("vague-advice", severity, &mut findings);
        let message = || message.to_string();
        let finding = sink.report(Span::new(0, 1), message()).label(Span::new(0, 1), message());
        finding.help(message()).safe_fix(message(), vec![Edit::insert(1, message())]);
    }
    let marks = Marks::new(PathBuf::from(path), &analysis, &findings);
    Checked { file, findings, marks }
}

fn report(format: Format, checked: &Checked) -> String {
    let writer = Writer::new(format, Style::detect(super::Color::Never));
    let mut summary = Summary::default();
    summary.add(checked);
    format!("{}{}{}", writer.head(), writer.file(checked), writer.tail(&summary))
}

const FORMATS: [Format; 5] = [Format::Sarif, Format::Github, Format::Gitlab, Format::Junit, Format::Rdjson];

#[test]
fn nothing_breaks_out_of_a_report() {
    for path in PATHS {
        let checked = checked(path, "x\n", HOSTILE);
        for format in FORMATS {
            let text = report(format, &checked);
            let hidden = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{feff}".contains(c);
            assert!(!text.contains(hidden), "{format:?}: {text:?}");
            let illegal = |c: char| "\u{fffe}\u{ffff}".contains(c);
            assert!(format != Format::Junit || !text.contains(illegal), "{text:?}");
            let text = text.replace(&format!("file={}", escape::workflow_property(path)), "");
            for command in ["##[", "##vso[", "##teamcity["] {
                assert!(!text.contains(command), "{format:?}: {command}");
            }
            let commands = text.lines().filter(|line| line.trim_start().starts_with("::")).count();
            let expected = if format == Format::Github { HOSTILE.len() } else { 0 };
            assert_eq!(commands, expected, "{format:?}: {text}");
        }
    }
}

#[test]
fn a_service_reads_the_words_it_was_given() {
    let checked = checked(PATHS[0], "x\n", HOSTILE);
    let sarif: Value = serde_json::from_str(&report(Format::Sarif, &checked)).unwrap();
    let gitlab: Value = serde_json::from_str(&report(Format::Gitlab, &checked)).unwrap();
    let rdjson: Value = serde_json::from_str(&report(Format::Rdjson, &checked)).unwrap();
    for (index, message) in HOSTILE.iter().enumerate() {
        let result = &sarif["runs"][0]["results"][index];
        assert_eq!(result["message"]["text"], *message);
        let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(change["insertedContent"]["text"], *message);
        assert_eq!(gitlab[index]["description"], *message);
        assert_eq!(rdjson["diagnostics"][index]["message"], *message);
    }
    let artifact = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(artifact["uri"], "a%20b/%C3%BC%25.md");
    assert_eq!(artifact["uriBaseId"], "%SRCROOT%");
    let annotation = report(Format::Github, &checked).lines().nth(1).unwrap().to_owned();
    let place = "file=a b/ü%25.md,line=1,endLine=1,col=1,endColumn=2";
    assert_eq!(
        annotation,
        format!("::warning title=agenda-lint (vague-advice),{place}::50%25 %250A::warning::x")
    );
}

#[test]
fn a_huge_message_is_cut() {
    let huge = "ö".repeat(100_000);
    let checked = checked("a.md", "x\n", &[&huge]);
    for format in [Format::Github, Format::Gitlab, Format::Junit] {
        assert!(report(format, &checked).len() < 10_000, "{format:?}");
    }
}

#[test]
fn the_page_of_a_job_shows_text_as_text() {
    let checked = checked(PATHS[2], "x\n", HOSTILE);
    let rows = github::rows(&checked);
    assert_eq!(rows.lines().count(), HOSTILE.len());
    let columns = |row: &str| row.replace("\\|", "").matches('|').count();
    assert!(rows.lines().all(|row| columns(row) == 5), "{rows}");
    assert!(!rows.contains("\\<script>") && rows.contains("\\<script\\>"), "{rows}");
    let page = github::page(&Summary::default(), &rows, 3);
    assert!(page.contains("\n| severity |") && page.ends_with("\nand 3 more\n"), "{page}");
}

#[test]
fn columns_of_rdjson_are_bytes_of_the_file() {
    let file = SourceFile::new("a.md", "\u{feff}é x\né x\n");
    let analysis = Analysis::new(file.clone(), &Arc::default(), Scope::All(None));
    let mut findings = Vec::new();
    for at in [3, 8] {
        Sink::new("vague-advice", Severity::Info, &mut findings).report(Span::new(at, at + 1), "x");
    }
    let marks = Marks::new("a.md".into(), &analysis, &findings);
    let report: Value =
        serde_json::from_str(&report(Format::Rdjson, &Checked { file, findings, marks })).unwrap();
    let start = |index: usize| &report["diagnostics"][index]["location"]["range"]["start"]["column"];
    assert_eq!((start(0), start(1)), (&Value::from(7), &Value::from(4)));
}

const NOTES: &str = "## 2026-03-02\n\n### Advice\n\n- Any tips?\n- Any tips?\n\n### Private\n\n- My pay?\n";

fn notes(text: &str) -> Checked {
    let file = SourceFile::new("a.md", text);
    let analysis = Analysis::new(file.clone(), &Arc::default(), Scope::All(None));
    let mut findings = Vec::new();
    for (at, _) in text.match_indices("- ") {
        let mut sink = Sink::new("vague-advice", Severity::Warning, &mut findings);
        let end = at + text[at..].find('\n').unwrap();
        let words = || text[at + 2..end].to_owned();
        let finding = sink.report(Span::new(at, end), words()).label(Span::new(at, end), words());
        finding.help(words()).safe_fix(words(), vec![Edit::insert(end, words())]);
    }
    let marks = Marks::new("a.md".into(), &analysis, &findings);
    Checked { file, findings, marks }
}

fn fingerprints(text: &str) -> Vec<u64> {
    notes(text).marks.each.iter().map(|mark| mark.fingerprint).collect()
}

#[test]
fn a_finding_is_known_again_when_its_line_moves() {
    let before = fingerprints(NOTES);
    let moved = NOTES.replace("### Advice\n", "### Advice\n\nSome more.\n").replace("- Any", "-   Any");
    assert_eq!(fingerprints(&format!("# Notes\n\nWelcome.\n\n{moved}")), before);
    assert_ne!(before[0], before[1], "equal lines are told apart");
    assert_ne!(before[0], fingerprints(&NOTES.replace("### Advice", "### Career"))[0]);
    assert_ne!(before[0], fingerprints(&NOTES.replace("Any tips", "Any hints"))[0]);
}

#[test]
fn of_private_parts_a_report_shows_rule_and_place() {
    let checked = notes(NOTES);
    let shown: Vec<Shown> = checked.marks.each.iter().map(|mark| mark.shown).collect();
    assert_eq!(shown, [Shown::Whole, Shown::Whole, Shown::Place]);
    for format in FORMATS {
        let text = report(format, &checked);
        assert!(text.contains("Any tips") && !text.contains("My pay"), "{format:?}: {text}");
        assert!(text.contains("something in a private part"), "{format:?}: {text}");
    }
    assert!(!github::rows(&checked).contains("My pay"));
    let (one, other) = (fingerprints(NOTES)[2], fingerprints(&NOTES.replace("pay", "health"))[2]);
    assert_eq!(one, other, "a hash could be guessed at");
}

#[test]
fn a_fix_that_moves_private_text_is_not_shown() {
    let file = SourceFile::new("a.md", NOTES);
    let analysis = Analysis::new(file.clone(), &Arc::default(), Scope::All(None));
    let mut findings = Vec::new();
    let mut sink = Sink::new("misordered-sections", Severity::Warning, &mut findings);
    let private = Span::new(NOTES.find("### Private").unwrap(), NOTES.len() - 1);
    let moving = vec![Edit::insert(15, file.slice(private)), Edit::delete(private)];
    sink.report(Span::new(15, 25), "move it").safe_fix("move", moving);
    let marks = Marks::new("a.md".into(), &analysis, &findings);
    assert_eq!(marks.each[0].shown, Shown::WithoutFix);
    let text = report(Format::Sarif, &Checked { file, findings, marks });
    assert!(text.contains("move it") && !text.contains("My pay"), "{text}");
}
