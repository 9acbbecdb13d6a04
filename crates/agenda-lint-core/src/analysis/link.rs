//! Documents that a topic points at.

use std::{cmp::Reverse, ops::Range};

use crate::{
    syntax::{Link, Tree},
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

/// Whether a topic that covers `span` has links, as [`find`] finds them.
pub(super) fn any(tree: &Tree, span: Span, words: TopicWords<'_>) -> bool {
    written(tree, span).next().is_some() || bare(words).next().is_some()
}

/// The links of a topic that covers `span`, with its words.
pub(super) fn find(file: &SourceFile, tree: &Tree, span: Span, words: TopicWords<'_>) -> Vec<TopicLink> {
    let written =
        written(tree, span).map(|link| TopicLink { target: link.target.to_string(), span: link.span });
    let bare = bare(words).map(|range| words.span(range));
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

/// The links that Markdown knows, but for those to a heading of the note.
fn written(tree: &Tree, span: Span) -> impl Iterator<Item = &Link> {
    tree.links_in(span).iter().filter(|link| !link.target.starts_with('#'))
}

/// The addresses in the words.
fn bare(words: TopicWords<'_>) -> impl Iterator<Item = Range<usize>> {
    let text = words.text();
    let addresses = words.opaque().iter().filter(|range| text[(*range).clone()].contains("://"));
    addresses.cloned().chain(short_links(text))
}

/// `go/roadmap` and the like: an address that works inside a company only.
fn short_links(text: &str) -> impl Iterator<Item = Range<usize>> {
    memchr::memchr_iter(b'/', text.as_bytes()).filter_map(|stroke| {
        let at = text[..stroke].strip_suffix("go")?.len();
        let starts = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        let length = text[at..]
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '-' | '_')))
            .unwrap_or(text.len() - at);
        (starts && length > "go/".len()).then(|| at..at + length)
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::{
        analysis::{Analysis, Scope},
        text::SourceFile,
    };

    #[test]
    fn a_topic_with_links_is_known_without_a_list_of_them() {
        for (words, targets) in [
            ("the [plan](plan.md) at https://a.b/c", vec!["plan.md", "https://a.b/c"]),
            ("<https://a.b/c>", vec!["https://a.b/c"]),
            ("see [[Plan]]", vec!["Plan"]),
            ("see go/plan", vec!["go/plan"]),
            ("see [above](#plan)", vec![]),
            ("see `plan` or ago/plan", vec![]),
        ] {
            let file = SourceFile::new("a.md", format!("- {words}\n"));
            let analysis = Analysis::new(file, &Arc::default(), Scope::All(None));
            let topic = analysis.topics().next().unwrap();
            let links = topic.links();
            assert_eq!(links.iter().map(|link| &*link.target).collect::<Vec<_>>(), targets, "{words}");
            assert_eq!(topic.has_links(), !targets.is_empty(), "{words}");
        }
    }
}
