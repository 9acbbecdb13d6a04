//! A line a finding: `notes.md:9:3: warning: message [rule]`.

use std::fmt::Write as _;

use agenda_lint_core::diagnostic::Severity;
use anstyle::{AnsiColor, Style as Ansi};

use super::{Checked, MOST_SHOWN, Style, and_more, escape, push_number};

/// How many bytes most lines have at most.
const LINE: usize = 160;

/// The findings of a file.
pub(super) fn file(checked: &Checked, style: Style) -> String {
    let mut text = String::with_capacity(checked.findings.len().min(MOST_SHOWN) * LINE);
    let name = escape::line(checked.file.name());
    for finding in checked.public().take(MOST_SHOWN) {
        let place = checked.file.line_col(finding.span.start());
        text.push_str(&name);
        text.push(':');
        push_number(&mut text, place.line);
        text.push(':');
        push_number(&mut text, place.column);
        text.push_str(": ");
        if style.color {
            let paint = paint(finding.severity);
            // Writing to a string cannot fail.
            let _ = write!(text, "{paint}{}{paint:#}", finding.severity.name());
        } else {
            text.push_str(finding.severity.name());
        }
        for part in [": ", &escape::words(&finding.message, escape::line), " [", finding.rule, "]\n"] {
            text.push_str(part);
        }
    }
    text.push_str(&and_more(checked));
    text
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
