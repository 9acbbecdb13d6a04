//! Documents that a topic points at.

use std::cmp::Reverse;

use crate::{
    syntax::Tree,
    text::{SourceFile, Span},
};

use super::passage::TopicWords;

/// A link to a document, in whatever form: Markdown's, a wikilink, a bare address, `go/link`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicLink {
    /// Where it leads.
    pub target: String,
    /// The whole link.
    pub span: Span,
}

/// The links of a topic that covers `span`, with its words.
pub(super) fn find(file: &SourceFile, tree: &Tree, span: Span, words: TopicWords<'_>) -> Vec<TopicLink> {
    let written = tree.links_in(span).iter().filter(|link| !link.target.starts_with('#'));
    let written = written.map(|link| TopicLink { target: link.target.to_string(), span: link.span });
    let text = words.text();
    let bare = words.opaque().iter().filter(|range| text[(*range).clone()].contains("://")).cloned();
    let bare = bare.chain(short_links(text)).map(|range| words.span(range));
    let bare = bare.map(|span| TopicLink { target: file.slice(span).to_owned(), span });
    let mut bare = bare.peekable();
    if bare.peek().is_none() {
        return written.collect();
    }
    let mut links: Vec<(TopicLink, bool)> =
        written.map(|link| (link, true)).chain(bare.map(|link| (link, false))).collect();
    links.sort_by_key(|(link, written)| (link.span.start(), Reverse(link.span.end()), !written));
    // An address inside of a link is the link's own.
    let mut reach = 0;
    links.retain(|(link, written)| {
        let keep = *written || link.span.end() > reach;
        reach = reach.max(link.span.end());
        keep
    });
    links.into_iter().map(|(link, _)| link).collect()
}

/// `go/roadmap` and the like: an address that works inside a company only.
fn short_links(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    memchr::memchr_iter(b'/', text.as_bytes()).filter_map(|stroke| {
        let at = text[..stroke].strip_suffix("go")?.len();
        let starts = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        let length = text[at..]
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '-' | '_')))
            .unwrap_or(text.len() - at);
        (starts && length > "go/".len()).then(|| at..at + length)
    })
}
