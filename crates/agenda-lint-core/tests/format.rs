//! The formatter changes nothing that a reader sees, and has nothing to do the second time.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the tests read the examples of others from disk"
)]

use std::{fs, path::PathBuf, process::Command};

use agenda_lint_core::{
    format::{FormatConfig, format},
    syntax::{Tree, render},
    text::SourceFile,
};

fn file(text: &str) -> SourceFile {
    SourceFile::new("a.md", text)
}

/// Formats twice; says what went wrong.
fn check(text: &str) -> Result<String, String> {
    let before = file(text);
    if Tree::parse(&before).too_deep().is_some() {
        return Ok(text.to_owned());
    }
    let config = FormatConfig::default();
    let formatted = format(&before, &config);
    let after = before.with_text(formatted.text.clone());
    let applied = agenda_lint_core::text::apply(before.text(), [&formatted.edits[..]]).0;
    let ended = before.with_text(ended(before.text()));
    if render(&ended) != render(&after) {
        return Err(format!("renders otherwise:\n{text:?}\n{:?}", formatted.text));
    }
    if applied != formatted.text {
        return Err(format!("the edits make another text:\n{text:?}\n{:?}\n{applied:?}", formatted.text));
    }
    let again = format(&after, &config);
    if again.text != formatted.text {
        return Err(format!("not settled:\n{text:?}\n{:?}\n{:?}", formatted.text, again.text));
    }
    if !formatted.refused.is_empty() {
        return Err(format!("refused {:?}:\n{text:?}\n{:?}", formatted.refused, formatted.text));
    }
    Ok(formatted.text)
}

/// With the line end that a file's last line may lack.
fn ended(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}

/// The examples of the parser's own tests, CommonMark's among them.
fn examples() -> Vec<String> {
    let Some(folder) = parser_tests() else { return Vec::new() };
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut examples = Vec::new();
    for path in files {
        let source = fs::read_to_string(path).unwrap();
        for part in source.split("let original = r##\"").skip(1) {
            examples.push(part.split("\"##;").next().unwrap().to_owned());
        }
    }
    examples
}

/// Where cargo keeps the parser's source.
fn parser_tests() -> Option<PathBuf> {
    let version = Command::new("rustc").arg("-vV").output().ok()?.stdout;
    let version = String::from_utf8(version).ok()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "))?;
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--offline", "--filter-platform", host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .ok()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    let packages = metadata["packages"].as_array()?;
    let parser = packages.iter().find(|package| package["name"] == "pulldown-cmark")?;
    let folder = PathBuf::from(parser["manifest_path"].as_str()?).parent()?.join("tests/suite");
    folder.is_dir().then_some(folder)
}

#[test]
fn the_examples_of_the_specifications_keep_their_meaning() {
    let examples = examples();
    let failures: Vec<_> = examples.iter().filter_map(|text| check(text).err()).collect();
    for failure in failures.iter().take(std::env::var("N").map_or(10, |n| n.parse().unwrap())) {
        println!("{failure}\n");
    }
    println!("{} examples, {} failures", examples.len(), failures.len());
    assert!(failures.is_empty());
}

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn report(total: usize, failures: &[String]) {
    for failure in failures.iter().take(std::env::var("N").map_or(10, |n| n.parse().unwrap())) {
        println!("{failure}\n");
    }
    println!("{total} examples, {} failures", failures.len());
    assert!(failures.is_empty());
}

#[test]
fn twenty_thousand_joinings_keep_their_meaning() {
    let examples = examples();
    if examples.is_empty() {
        return;
    }
    let mut failures = Vec::new();
    for case in 0..20_000 {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (case + 1));
        for _ in 0..10 {
            dice.roll(2);
        }
        let mut text = String::new();
        for _ in 0..2 + dice.roll(2) {
            text.push_str(&examples[dice.roll(examples.len())]);
            text.push_str(["", "\n", "\n", "\n\n"][dice.roll(4)]);
        }
        if let Err(failure) = check(&text) {
            failures.push(format!("case {case}: {failure}"));
        }
    }
    report(20_000, &failures);
}
