//! The format for a person at work: each finding in its text.

use agenda_lint_core::text::Span;

use super::{Checked, Frame, Frames, MOST_SHOWN, and_more};

/// The findings of a file.
pub(super) fn file(checked: &Checked, frames: &Frames) -> String {
    let mut text = String::new();
    for finding in checked.findings.iter().take(MOST_SHOWN) {
        let mut places: Vec<(Span, Option<&str>)> = vec![(finding.span, None)];
        // Where a label stands at the finding's own place, it takes that place.
        for label in &finding.labels {
            match places.iter_mut().find(|(span, text)| *span == label.span && text.is_none()) {
                Some((_, text)) => *text = Some(&label.text),
                None => places.push((label.span, Some(&label.text))),
            }
        }
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
