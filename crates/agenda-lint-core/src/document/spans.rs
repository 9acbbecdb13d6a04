//! Spans that are known once a document is read: what nests in its topics, and what is not for other eyes.

use crate::{
    syntax::Tree,
    text::{SourceFile, Span},
};

use super::Document;

/// Makes the span of each topic cover what nests in it; that of a list item does.
pub(super) fn cover_nested(document: &mut Document) {
    let sections = document.meetings.iter_mut().flat_map(|meeting| &mut meeting.sections);
    for section in sections.chain(&mut document.sections) {
        for topic in section.items.chunk_by_mut(|_, next| next.depth > 0) {
            let end = topic.iter().map(|item| item.span.end()).max();
            if let [first, ..] = topic {
                first.span = first.span.reach(end.unwrap_or_default());
            }
        }
    }
}

/// What comments and headings keep from other eyes.
pub(super) fn private(file: &SourceFile, tree: &Tree, document: &Document) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open: Option<usize> = None;
    for &span in tree.html().iter().filter(|&&span| file.slice(span).contains("private")) {
        for (at, comment) in file.slice(span).match_indices("<!--") {
            let inner = file.slice(span)[at + comment.len()..].split("-->").next().unwrap_or_default().trim();
            match (inner, open) {
                ("private", None) => open = Some(span.start() + at),
                ("/private", Some(start)) => {
                    spans.push(Span::new(start, span.end()));
                    open = None;
                }
                _ => {}
            }
        }
    }
    // What is never closed stays closed to others up to the end.
    spans.extend(open.map(|start| Span::new(start, file.text().len())));
    let sections = document.meetings.iter().flat_map(|meeting| &meeting.sections).chain(&document.sections);
    spans.extend(sections.filter(|section| section.private).map(|section| section.span));
    spans.sort();
    spans
}
