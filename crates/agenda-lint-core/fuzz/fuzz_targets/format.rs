//! Any text, formatted: it renders as before, keeps its letters, and has nothing left to format.
#![no_main]

use agenda_lint_core::{
    format::{FormatConfig, format},
    syntax::{render, too_deep},
    text::{SourceFile, apply},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let file = SourceFile::new("a.md", text);
    let config = FormatConfig::default();
    let formatted = format(&file, &config);
    if too_deep(&file).is_some() {
        assert_eq!(formatted.text, file.text());
        return;
    }
    let after = file.with_text(formatted.text.clone());
    let is_same = shown(&file) == shown(&after) || render(&file) == render(&after);
    assert!(is_same, "it renders otherwise: {:?}", formatted.text);
    assert!(letters(file.text()).eq(letters(after.text())), "letters are lost: {:?}", formatted.text);
    if !formatted.edits.is_empty() {
        assert_eq!(apply(file.text(), [&formatted.edits[..]]).0, formatted.text, "the edits make another text");
    }
    let again = format(&after, &config);
    assert_eq!(again.text, formatted.text, "it is not settled");
    assert!(again.edits.is_empty(), "it is not settled");
});

/// The HTML, with the line end that a file's last line may lack, and line ends all alike.
fn shown(file: &SourceFile) -> String {
    let text = file.text();
    let ended = if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
    render(&file.with_text(ended)).replace("\r\n", "\n").replace('\r', "\n")
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphabetic()).map(|c| c.to_ascii_lowercase())
}
