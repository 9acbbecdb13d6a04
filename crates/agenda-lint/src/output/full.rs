//! The format for a person at work: each finding in its text.

use agenda_lint_core::{diagnostic::Diagnostic, text::Span};

use super::{Checked, Frame, Frames, MOST_SHOWN, and_more};

/// The findings of a file.
pub(super) fn file(checked: &Checked, frames: &Frames) -> String {
    let mut text = String::new();
    for finding in checked.findings.iter().take(MOST_SHOWN) {
        let places = places(finding);
        let frame = Frame {
            places: Some((&checked.file, places)),
            severity: finding.severity,
            message: format!("{}: {}", finding.rule, finding.message),
            help: finding.help.as_deref(),
        };
        frames.draw(&frame, &mut text);
    }
    text + &and_more(checked)
}

/// What is underlined: the finding's own place and its labels, none over another.
///
/// A label inside the finding's own place says more than an underline of the whole.
fn places(finding: &Diagnostic) -> Vec<(Span, Option<&str>)> {
    let overlap = |one: Span, other: Span| one.start() < other.end() && other.start() < one.end();
    let mut places: Vec<(Span, Option<&str>)> = Vec::new();
    for label in &finding.labels {
        if !places.iter().any(|(span, _)| overlap(*span, label.span)) {
            places.push((label.span, Some(&label.text)));
        }
    }
    if !places.iter().any(|(span, _)| overlap(*span, finding.span)) {
        places.insert(0, (finding.span, None));
    }
    places
}
