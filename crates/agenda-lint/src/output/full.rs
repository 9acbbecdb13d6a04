//! The format for a person at work: each finding in its text.

use agenda_lint_core::{diagnostic::Diagnostic, text::Span};

use super::{Checked, Frame, Frames, MOST_SHOWN, Source, and_more, frame::Place};

/// The findings of a file.
pub(super) fn file(checked: &Checked, frames: &Frames) -> String {
    let mut text = String::with_capacity(checked.findings.len().min(MOST_SHOWN) * 1000);
    let mut drawing = frames.on(&mut text);
    let source = Source { file: &checked.file, text: checked.text() };
    for finding in checked.public().take(MOST_SHOWN) {
        drawing.draw(Frame {
            places: Some((source, finding.span, places(&finding))),
            severity: finding.severity,
            rule: Some(finding.rule),
            message: &finding.message,
            help: finding.help.as_deref(),
        });
    }
    text.push_str(&and_more(checked));
    text
}

/// What is underlined: what was recognised and, where that leaves it free, the finding's own place.
///
/// Lines drawn one over the other cannot be read, so a place ends where the next one begins.
fn places(finding: &Diagnostic) -> Vec<Place<'_>> {
    let mut places: Vec<Place<'_>> = Vec::with_capacity(finding.labels.len() + 1);
    places.extend(finding.labels.iter().map(|label| (label.span, Some(&*label.text))));
    if !places.iter().any(|(span, _)| overlap(*span, finding.span)) {
        places.push((finding.span, None));
    }
    places.sort_by_key(|(span, _)| *span);
    places.dedup();
    for index in 1..places.len() {
        let next = places[index].0.start();
        let span = &mut places[index - 1].0;
        if span.start() < next && next < span.end() {
            *span = Span::new(span.start(), next);
        }
    }
    places
}

fn overlap(one: Span, other: Span) -> bool {
    one == other || (one.start() < other.end() && other.start() < one.end())
}

#[cfg(test)]
mod tests {
    use agenda_lint_core::diagnostic::{Severity, Sink};

    use super::*;

    #[test]
    fn no_place_is_drawn_over_another() {
        let shown = |span: (usize, usize), labels: &[(usize, usize)]| {
            let mut found = Vec::new();
            let finding =
                Sink::new("a", Severity::Info, &mut found).report(Span::new(span.0, span.1), "b").clone();
            let finding = labels.iter().fold(finding, |mut finding, label| {
                finding.label(Span::new(label.0, label.1), "c");
                finding
            });
            places(&finding).iter().map(|(span, _)| (span.start(), span.end())).collect::<Vec<_>>()
        };
        assert_eq!(shown((0, 9), &[]), [(0, 9)]);
        assert_eq!(shown((0, 9), &[(2, 4), (6, 9)]), [(2, 4), (6, 9)]);
        assert_eq!(shown((0, 9), &[(20, 24)]), [(0, 9), (20, 24)]);
        assert_eq!(shown((0, 9), &[(0, 9), (4, 6)]), [(0, 4), (4, 6)]);
    }
}
