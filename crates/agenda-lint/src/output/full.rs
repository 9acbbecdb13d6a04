//! The format for a person at work: each finding in its text.

use super::{Checked, Frame, Frames, MOST_SHOWN, Source, and_more, escape};

/// The findings of a file.
pub(super) fn file(checked: &Checked, frames: &Frames) -> String {
    let mut text = String::with_capacity(checked.findings.len().min(MOST_SHOWN) * 1000);
    let mut drawing = frames.on(&mut text);
    let name = escape::line(checked.file.name());
    let source = Source::new(&checked.file, &name, checked.text());
    for finding in checked.public().take(MOST_SHOWN) {
        drawing.draw(&Frame {
            place: Some((source, finding.span, &finding.labels)),
            severity: finding.severity,
            rule: Some(finding.rule),
            message: &finding.message,
            help: finding.help.as_ref(),
        });
    }
    text.push_str(&and_more(checked));
    text
}
