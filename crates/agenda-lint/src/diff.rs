//! What would change, as `diff -u` shows it.

use std::fmt::Write as _;

use agenda_lint_core::text::SourceFile;
use anstyle::{AnsiColor, Style as Ansi};
use similar::TextDiff;

use crate::output::{Style, escape};

/// The difference between a file and its new text; empty if there is none.
pub(crate) fn unified(file: &SourceFile, new: &str, style: Style) -> String {
    if file.text() == new {
        return String::new();
    }
    let name = escape::line(file.name());
    let diff = TextDiff::from_lines(file.text(), new);
    let text = diff.unified_diff().context_radius(3).header(&name, &name).to_string();
    let mut shown = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        // Tabs stay, so that the difference can be applied.
        let parts: Vec<_> = line.split('\t').map(escape::text).collect();
        let line = parts.join("\t");
        let color = match line.as_bytes().first() {
            Some(b'+') => Some(AnsiColor::Green),
            Some(b'-') => Some(AnsiColor::Red),
            Some(b'@') => Some(AnsiColor::Cyan),
            _ => None,
        };
        match color.filter(|_| style.color) {
            Some(color) => {
                let paint: Ansi = color.on_default();
                // Writing to a string cannot fail.
                let _ = writeln!(shown, "{paint}{}{paint:#}", line.trim_end_matches('\n'));
            }
            None => shown.push_str(&line),
        }
    }
    shown
}
