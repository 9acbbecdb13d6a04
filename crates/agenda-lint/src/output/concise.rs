//! A line a finding: `notes.md:9:3: warning: message [rule]`.

use std::fmt::Write as _;

use agenda_lint_core::diagnostic::Severity;
use anstyle::{AnsiColor, Style as Ansi};

use super::{Checked, MOST_SHOWN, Style, and_more, escape};

/// The findings of a file.
pub(super) fn file(checked: &Checked, style: Style) -> String {
    let mut text = String::new();
    let name = escape::line(checked.file.name());
    for finding in checked.public().take(MOST_SHOWN) {
        let place = checked.file.line_col(finding.span.start());
        let paint = if style.color { paint(finding.severity) } else { Ansi::new() };
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{name}:{}:{}: {paint}{}{paint:#}: {} [{}]",
            place.line,
            place.column,
            finding.severity.name(),
            escape::line(&finding.message),
            finding.rule,
        );
    }
    text + &and_more(checked)
}

/// The colour of a severity.
pub(super) fn paint(severity: Severity) -> Ansi {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Cyan,
    };
    color.on_default().bold()
}
