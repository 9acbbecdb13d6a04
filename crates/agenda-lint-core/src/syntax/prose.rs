//! The words of blocks as a reader sees them, each mapped back to its place.

use std::{borrow::Cow, ops::Range};

use crate::text::{SourceFile, Span};

use super::{BlockId, Inline, InlineKind, Tree};

/// The words of one or several blocks, without Markdown's marks.
///
/// Blocks are joined by `\n`; so are the lines of one block. Images, HTML and footnote marks are
/// left out.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    code: Vec<Range<usize>>,
}

/// A run of the text, and where it was written.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where the run begins in the prose.
    at: u32,
    /// Where it was written.
    span: Span,
}

impl Prose {
    /// The words of one block.
    pub fn of(file: &SourceFile, tree: &Tree, block: BlockId) -> Self {
        let text = String::with_capacity(tree.block(block).span.len());
        let mut prose =
            Self { text, pieces: Vec::with_capacity(tree.inlines(block).len()), code: Vec::new() };
        prose.push(file, tree, block);
        prose
    }

    /// The words of one block without their places: as they are written, where no mark stands in them, and none around them
    /// but those of bold type, as around many a heading.
    pub fn words<'f>(file: &'f SourceFile, tree: &Tree, block: BlockId) -> Cow<'f, str> {
        use InlineKind::{StrongEnd, StrongStart, Text};
        match tree.inlines(block) {
            [Inline { kind: Text, span }]
            | [
                Inline { kind: StrongStart, .. },
                Inline { kind: Text, span },
                Inline { kind: StrongEnd, .. },
            ] => Cow::Borrowed(file.slice(*span)),
            _ => Cow::Owned(Self::of(file, tree, block).text),
        }
    }

    /// What is written at a place, as it is written: words that Markdown does not read, as in HTML.
    pub fn verbatim(file: &SourceFile, span: Span) -> Self {
        let mut prose = Self::with_room(span.len());
        prose.piece(file.slice(span), span);
        prose
    }

    /// An empty prose with room for about so many bytes of Markdown.
    pub fn with_room(bytes: usize) -> Self {
        // Few texts have more than a mark or a line end for every thirty bytes.
        let pieces = Vec::with_capacity(bytes / 32 + 4);
        Self { text: String::with_capacity(bytes), pieces, code: Vec::new() }
    }

    /// Adds the words of another block, on a line of their own. Returns where they stand in
    /// [`Prose::text`].
    pub fn push(&mut self, file: &SourceFile, tree: &Tree, block: BlockId) -> Range<usize> {
        if !self.text.is_empty() {
            self.place(Span::empty(tree.block(block).span.start()));
            self.text.push('\n');
        }
        let start = self.text.len();
        if let [Inline { kind: InlineKind::Text, span }] = tree.inlines(block) {
            self.piece(file.slice(*span), *span);
            return start..self.text.len();
        }
        let mut in_image = 0_usize;
        for (index, inline) in (tree.first_inline(block)..).zip(tree.inlines(block)) {
            match inline.kind {
                InlineKind::ImageStart => in_image += 1,
                InlineKind::ImageEnd => in_image = in_image.saturating_sub(1),
                _ if in_image > 0 => {}
                _ => self.inline(file, tree, index, inline),
            }
        }
        start..self.text.len()
    }

    fn inline(&mut self, file: &SourceFile, tree: &Tree, index: u32, inline: &Inline) {
        let written = || file.slice(inline.span);
        match inline.kind {
            InlineKind::Text => self.piece(written(), inline.span),
            InlineKind::Rewritten => {
                self.piece(tree.reading(index).unwrap_or_else(written), inline.span);
            }
            InlineKind::Code => {
                let from = self.text.len();
                if let Some(reading) = tree.reading(index) {
                    self.piece(reading, inline.span);
                } else {
                    let inner = written().trim_start_matches('`');
                    let start = inline.span.end() - inner.len();
                    let inner = inner.trim_end_matches('`');
                    self.piece(inner, Span::new(start, start + inner.len()));
                }
                self.code.push(from..self.text.len());
            }
            InlineKind::SoftBreak | InlineKind::HardBreak => self.piece("\n", inline.span),
            InlineKind::Html if is_line_break(written()) => self.piece("\n", inline.span),
            _ => {}
        }
    }

    fn piece(&mut self, text: &str, span: Span) {
        self.place(span);
        self.text.push_str(text);
    }

    /// Takes note of where the piece that comes next was written.
    fn place(&mut self, span: Span) {
        self.pieces.push(Piece { at: u32::try_from(self.text.len()).unwrap_or(u32::MAX), span });
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words without those that were written in one of `hidden`.
    pub fn text_outside(&self, hidden: &[Span]) -> String {
        let starts = self.pieces.iter().map(|piece| piece.at as usize);
        let ends = starts.clone().skip(1).chain([self.text.len()]);
        let is_hidden = |piece: &Piece| hidden.iter().any(|hidden| hidden.contains(piece.span));
        let shown = self.pieces.iter().zip(starts.zip(ends)).filter(|(piece, _)| !is_hidden(piece));
        shown.map(|(_, (start, end))| &self.text[start..end]).collect()
    }

    /// The ranges of [`Prose::text`] that are code or a bare address, in order: no English to read.
    pub fn opaque(&self) -> Vec<Range<usize>> {
        let mut code = self.code.iter().cloned().peekable();
        let mut opaque = Vec::with_capacity(self.code.len());
        let text = self.text.as_bytes();
        // A slash is rarer than a colon.
        let colons = memchr::memchr_iter(b'/', text).filter_map(|slash| slash.checked_sub(1));
        for found in colons.filter(|&colon| text[colon..].starts_with(b"://")) {
            opaque.extend(std::iter::from_fn(|| code.next_if(|code| code.start <= found)));
            if opaque.last().is_none_or(|last: &Range<usize>| last.end <= found) {
                opaque.extend(self.address(found));
            }
        }
        opaque.extend(code);
        opaque
    }

    /// The bare address whose `://` stands at `at`; none where that is no one piece of text.
    fn address(&self, at: usize) -> Option<Range<usize>> {
        let piece = self.pieces.partition_point(|piece| piece.at as usize <= at).checked_sub(1)?;
        let (from, end) = (self.pieces[piece].at as usize, self.end_of(piece));
        let (before, behind) = (&self.text[from..at], self.text[at..end].strip_prefix("://")?);
        let start = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
        let length = behind.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        let rest =
            behind[..length.unwrap_or(behind.len())].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        Some(from + start..at + "://".len() + rest.len())
    }

    /// Where a range of [`Prose::text`] was written: from its first character's place to its
    /// last's, with the marks between them.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.span_in(0..self.pieces.len(), range)
    }

    /// How many pieces it is made of.
    pub fn pieces(&self) -> usize {
        self.pieces.len()
    }

    /// As [`Prose::span`], where it is known among which pieces the range begins.
    pub fn span_in(&self, pieces: Range<usize>, range: Range<usize>) -> Span {
        let begins = |piece: &Piece| piece.at as usize <= range.start;
        let Some(first) = (pieces.start + self.pieces[pieces].partition_point(begins)).checked_sub(1) else {
            return Span::default();
        };
        let (Piece { at, span }, end) = (self.pieces[first], self.end_of(first));
        if range.end <= end && end - at as usize == span.len() {
            let before = range.start - at as usize;
            return Span::new(span.start() + before, span.start() + before + range.len());
        }
        let start = self.source(first, range.start).start();
        if range.is_empty() {
            return Span::empty(start);
        }
        // What is asked for is short: its end is near.
        let reached = |piece: &&Piece| (piece.at as usize) < range.end;
        let last = first + self.pieces[first + 1..].iter().take_while(reached).count();
        Span::new(start, self.source(last, range.end - 1).end())
    }

    fn end_of(&self, piece: usize) -> usize {
        self.pieces.get(piece + 1).map_or(self.text.len(), |next| next.at as usize)
    }

    /// The place of the byte at `offset`: itself where the piece reads as written, else the piece.
    fn source(&self, piece: usize, offset: usize) -> Span {
        let Piece { at, span } = self.pieces[piece];
        let length = self.end_of(piece) - at as usize;
        if length == span.len() {
            let start = span.start() + (offset - at as usize).min(length);
            Span::new(start, (start + 1).min(span.end().max(start)))
        } else {
            span
        }
    }
}

fn is_line_break(html: &str) -> bool {
    let tag = html.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    tag.eq_ignore_ascii_case("br")
}
