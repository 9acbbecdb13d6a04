//! What belongs to other programs and stays byte for byte: mathematics, templates, wiki links,
//! and what stands between `<!-- agenda-lint-fmt-off -->` and `<!-- agenda-lint-fmt-on -->`.

use std::ops::Range;

use crate::{
    syntax::{BlockId, InlineKind, Tree},
    text::SourceFile,
};

use super::walk::Walk;

const OFF: &str = "agenda-lint-fmt-off";
const ON: &str = "agenda-lint-fmt-on";

/// The parts of a text, in order, that no change may touch: those switched off by a comment, and
/// templates and mathematics of several lines.
pub(super) fn regions(file: &SourceFile, tree: &Tree) -> Vec<Range<usize>> {
    let mut regions = switched_off(file, tree);
    for (begin, end) in [("<%", "%>"), ("{{", "}}"), ("$$", "$$")] {
        enclosed(file.text(), begin, end, &mut regions);
    }
    regions.sort_by_key(|region| region.start);
    regions
}

fn switched_off(file: &SourceFile, tree: &Tree) -> Vec<Range<usize>> {
    let text = file.text();
    if memchr::memmem::find(text.as_bytes(), OFF.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut regions = Vec::new();
    let mut off = None;
    for &comment in tree.html() {
        let says = |word: &str| {
            let comment = file.slice(comment).trim_start();
            comment.strip_prefix("<!--").is_some_and(|rest| rest.trim_start().starts_with(word))
        };
        match off {
            None if says(OFF) => off = Some(comment.start()),
            Some(start) if says(ON) => {
                regions.push(start..comment.end());
                off = None;
            }
            _ => {}
        }
    }
    regions.extend(off.map(|start| start..text.len()));
    regions
}

/// Adds what stands on several lines between `begin`, at the beginning of a line, and `end`.
fn enclosed(text: &str, begin: &str, end: &str, regions: &mut Vec<Range<usize>>) {
    let mut done = 0;
    for start in memchr::memmem::find_iter(text.as_bytes(), begin.as_bytes()) {
        let before = text[..start].trim_end_matches(['>', '-', ' ', '\t']);
        if start < done || !(before.is_empty() || before.ends_with('\n')) {
            continue;
        }
        let inner = start + begin.len();
        let Some(length) = memchr::memmem::find(&text.as_bytes()[inner..], end.as_bytes()) else { return };
        done = inner + length + end.len();
        if text[start..done].contains('\n') {
            regions.push(start..done);
        }
    }
}

/// What must be known of a block before a mark inside it is changed.
#[derive(Debug, Default)]
pub(super) struct Guarded {
    /// The block's position in the tree.
    block: Option<usize>,
    /// Mathematics, templates, links and tags, in order of their ends.
    spans: Vec<Range<usize>>,
    /// An asterisk that is no mark stands in the block: it might become one.
    pub(super) loose_asterisk: bool,
}

impl Walk<'_> {
    /// What is guarded in `block`.
    pub(super) fn guarded(&mut self, block: BlockId) -> &Guarded {
        if self.guarded.block != Some(block.index()) {
            let span = self.tree.block(block).span;
            let mut spans = Vec::new();
            guarded_spans(self.file.slice(span), span.start(), &mut spans);
            let loose_asterisk = self.has_loose_asterisk(block);
            self.guarded = Guarded { block: Some(block.index()), spans, loose_asterisk };
        }
        &self.guarded
    }

    /// Whether byte `at` of `block` belongs to mathematics, a template, a wiki link or a tag.
    pub(super) fn is_protected(&mut self, block: BlockId, at: usize) -> bool {
        let spans = &self.guarded(block).spans;
        let next = spans.partition_point(|span| span.end <= at);
        spans.get(next).is_some_and(|span| span.start <= at)
    }

    fn has_loose_asterisk(&self, block: BlockId) -> bool {
        self.tree.inlines(block).iter().filter(|inline| inline.kind == InlineKind::Text).any(|inline| {
            let (start, text) = (inline.span.start(), self.file.slice(inline.span));
            let escaped = |at: usize| start + at > 0 && self.text.as_bytes()[start + at - 1] == b'\\';
            memchr::memchr_iter(b'*', text.as_bytes()).any(|at| !escaped(at))
        })
    }
}

/// Adds the guarded spans of `text`, which stands at byte `offset`; they do not overlap.
fn guarded_spans(text: &str, offset: usize, spans: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let mut closers = Closers { bytes, missing: Vec::new() };
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let closer: Option<&'static str> = match rest {
            [b'$', ..] => Some("$"),
            [b'<', b'%', ..] => Some("%>"),
            [b'{', b'{', ..] => Some("}}"),
            [b'[', b'[', ..] => Some("]]"),
            _ => None,
        };
        let end = match rest {
            _ if closer.is_some() => closer.and_then(|closer| closers.after(at + 1, closer)),
            [b'#' | b'^', ..] if at == 0 || bytes[at - 1].is_ascii_whitespace() => Some(word_end(bytes, at)),
            [b':', b'/', b'/', ..] => Some(word_end(bytes, at)),
            _ => None,
        };
        if let Some(end) = end {
            spans.push(offset + at..offset + end);
        }
        at = end.unwrap_or(at + 1);
    }
}

fn word_end(bytes: &[u8], at: usize) -> usize {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b')' | b'>');
    bytes[at..].iter().position(is_end).map_or(bytes.len(), |length| at + length)
}

/// Finds closing marks; one that was missing once is not looked for again.
struct Closers<'t> {
    bytes: &'t [u8],
    missing: Vec<&'static str>,
}

impl Closers<'_> {
    fn after(&mut self, at: usize, closer: &'static str) -> Option<usize> {
        if self.missing.contains(&closer) {
            return None;
        }
        let found = memchr::memmem::find(&self.bytes[at..], closer.as_bytes());
        if found.is_none() {
            self.missing.push(closer);
        }
        found.map(|length| at + length + closer.len())
    }
}
