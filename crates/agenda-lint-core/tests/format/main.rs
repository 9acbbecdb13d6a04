//! The formatter changes nothing that a reader sees, and has nothing to do the second time.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "the tests read notes and the examples of others from disk, and say so where there are none"
)]

mod convergence;
mod examples;
mod one_on_one;
mod perturb;
mod properties;
mod settings;
mod specs;

use agenda_lint_core::{
    format::{FormatConfig, Formatted, format},
    syntax::{Tree, render},
    text::{SourceFile, apply},
};

fn file(text: &str) -> SourceFile {
    SourceFile::new("a.md", text)
}

/// Formats by the usual settings, and checks all that is promised of every text.
fn checked(text: &str) -> Result<Formatted, String> {
    checked_with(text, &FormatConfig::default())
}

fn checked_with(text: &str, config: &FormatConfig) -> Result<Formatted, String> {
    let before = file(text);
    let formatted = format(&before, config);
    if Tree::parse(&before).too_deep().is_some() {
        return Ok(formatted);
    }
    let after = before.with_text(formatted.text.clone());
    let fail = |what: &str| Err(format!("{what}:\n{text:?}\n{:?}", formatted.text));
    if shown(&before) != shown(&after) && render(&before) != render(&after) {
        return fail("it renders otherwise");
    }
    if letters(before.text()).ne(letters(after.text())) {
        return fail("letters are lost");
    }
    if apply(before.text(), [&formatted.edits[..]]).0 != formatted.text && !formatted.edits.is_empty() {
        return fail("the edits make another text");
    }
    let again = format(&after, config);
    if again.text != formatted.text || !again.edits.is_empty() {
        return fail(&format!("it is not settled, but becomes {:?}", again.text));
    }
    Ok(formatted)
}

/// The HTML, with the line end that a file's last line may lack, and line ends all alike.
fn shown(file: &SourceFile) -> String {
    let text = file.text();
    let ended = if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
    render(&file.with_text(ended)).replace("\r\n", "\n").replace('\r', "\n")
}

/// Every letter. Digits may be a list's numbers; those of the text are in the HTML.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphabetic()).map(|c| c.to_ascii_lowercase())
}

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    fn new(case: u64) -> Self {
        Self((case + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}
