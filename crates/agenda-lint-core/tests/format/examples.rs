//! The examples of the specifications, as the parser's own tests hold them, and joinings of them.

use std::{fs, path::PathBuf, process::Command};

use super::{Dice, checked};

/// How many of the 20,000 joinings may be left as they were in a part. Whatever they hold, nothing
/// is lost; but the formatter is to understand nearly all of it.
const REFUSALS: usize = 5;

/// The examples of the specification, and those of tables, tasks, footnotes, wiki links and the rest.
fn examples() -> Vec<String> {
    let Some(folder) = parser_tests() else { return Vec::new() };
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let sources = files.iter().map(|path| fs::read_to_string(path).unwrap());
    sources.flat_map(|source| originals(&source).map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn originals(source: &str) -> impl Iterator<Item = &str> {
    source.split("let original = r##\"").skip(1).filter_map(|part| part.split("\"##;").next())
}

/// Where cargo keeps the parser's tests.
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

/// Whether there is anything to test with; without the parser's source there is not.
fn are_missing(examples: &[String]) -> bool {
    if examples.is_empty() {
        println!("skipped: cargo has no source of the Markdown parser with its tests");
    }
    examples.is_empty()
}

fn assert_none(failures: &[String]) {
    assert!(
        failures.is_empty(),
        "{} failures:\n\n{}",
        failures.len(),
        failures[..failures.len().min(9)].join("\n\n")
    );
}

#[test]
fn each_example_keeps_its_meaning() {
    let examples = examples();
    if are_missing(&examples) {
        return;
    }
    assert!(examples.len() > 1_100, "only {} examples were found", examples.len());
    let mut failures = Vec::new();
    for text in &examples {
        for text in
            [text.clone(), text.replace('\n', "\r\n"), format!("\u{feff}{text}"), text.trim_end().to_owned()]
        {
            match checked(&text) {
                Err(failure) => failures.push(failure),
                Ok(formatted) if !formatted.refused.is_empty() => {
                    failures.push(format!("refused {:?}:\n{text:?}", formatted.refused));
                }
                Ok(_) => {}
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn twenty_thousand_joinings_keep_their_meaning() {
    let examples = examples();
    if are_missing(&examples) {
        return;
    }
    let mut failures = Vec::new();
    let mut refusals = 0;
    for case in 0..20_000 {
        let mut dice = Dice::new(case);
        let mut text = String::new();
        for _ in 0..2 + dice.roll(2) {
            text.push_str(&examples[dice.roll(examples.len())]);
            text.push_str(["", "\n", "\n", "\n\n"][dice.roll(4)]);
        }
        match checked(&text) {
            Err(failure) => failures.push(format!("joining {case}: {failure}")),
            Ok(formatted) => refusals += usize::from(!formatted.refused.is_empty()),
        }
    }
    assert_none(&failures);
    assert!(refusals <= REFUSALS, "{refusals} refusals");
}
