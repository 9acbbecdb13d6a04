//! What of a finding may be shown where the note has private parts.

use std::borrow::Cow;

use crate::{analysis::Analysis, diagnostic::Diagnostic, text::Span};

/// What others may see of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// All of it.
    Whole,
    /// Not the fix, which moves private text.
    WithoutFix,
    /// Its rule and its place.
    Place,
}

impl Shown {
    /// A finding with what may be shown of it.
    pub fn of(self, finding: &Diagnostic) -> Cow<'_, Diagnostic> {
        if self == Self::Whole {
            return Cow::Borrowed(finding);
        }
        let mut finding = finding.clone();
        finding.fix = None;
        if self == Self::Place {
            finding.message = format!(
                "something in a private part; `agenda-lint explain {}` says what this rule asks for",
                finding.rule
            )
            .into();
            finding.help = None;
            finding.labels.clear();
        }
        Cow::Owned(finding)
    }
}

/// The private parts of a note.
#[derive(Clone, Debug)]
pub struct Privacy<'a> {
    analysis: &'a Analysis,
    /// In order, and none touching another.
    parts: Vec<Span>,
}

impl<'a> Privacy<'a> {
    /// The private parts of what was read.
    pub fn new(analysis: &'a Analysis) -> Self {
        Self { analysis, parts: merged(&analysis.document.private) }
    }

    /// What may be shown of a finding in this note.
    pub fn shown(&self, finding: &Diagnostic) -> Shown {
        let is_private = |offset: usize| self.touches(Span::empty(offset));
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
        // A message may quote the line, its help what nests below it.
        let quotes_private = || self.touches(quotable(self.analysis, finding.span.start()));
        let labels = || finding.labels.iter().any(|label| is_private(label.span.start()));
        if !self.parts.is_empty() && (quotes_private() || labels()) {
            Shown::Place
        } else if edits.into_iter().any(|edit| self.touches(edit.span)) {
            Shown::WithoutFix
        } else {
            Shown::Whole
        }
    }

    /// Whether `span` shares a byte with a private part, or stands in one if it is empty.
    pub fn touches(&self, span: Span) -> bool {
        let next = self.parts.partition_point(|part| part.end() <= span.start());
        self.parts.get(next).is_some_and(|part| part.start() <= span.start() || part.start() < span.end())
    }
}

/// The line at `offset`, with the topic that it belongs to.
fn quotable(analysis: &Analysis, offset: usize) -> Span {
    let file = &analysis.file;
    let line = file.line_span(file.line_index(offset));
    let document = &analysis.document;
    let before = document.meetings.partition_point(|meeting| meeting.span.start() <= offset);
    let meeting = document.meetings[..before].last().filter(|meeting| meeting.span.contains_offset(offset));
    let sections = meeting.map_or(&document.sections, |meeting| &meeting.sections);
    let before = sections.partition_point(|section| section.span.start() <= offset);
    let topic = sections[..before].last().and_then(|section| {
        let until = section.items.partition_point(|item| item.span.start() <= offset);
        section.items[..until].iter().rfind(|item| item.depth == 0)
    });
    let around = topic.map(|item| item.span).filter(|span| span.contains_offset(offset));
    around.map_or(line, |span| line.cover(span))
}

/// Sorted spans as disjoint ones.
fn merged(spans: &[Span]) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for &span in spans {
        match merged.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.cover(span),
            _ => merged.push(span),
        }
    }
    merged
}
