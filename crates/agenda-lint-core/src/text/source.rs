//! A file's name and text, and where its lines begin.

use std::sync::Arc;

use super::Span;

/// A place in a text as people and editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineCol {
    /// The line; which number the first line has is said by the function that gives the value.
    pub line: usize,
    /// The column, in the unit of the function that gives the value.
    pub column: usize,
}

/// A file: its name as the user knows it, and its text.
///
/// A byte-order mark is taken off the text and remembered, so that byte 0 is the first character a
/// reader sees; line ends stay as they are. Only `\n` and `\r\n` end a line, and a lone `\r` where
/// no `\n` follows it.
#[derive(Clone, Debug)]
pub struct SourceFile(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    name: Arc<str>,
    text: String,
    lines: Vec<u32>,
    bom: bool,
    has_returns: bool,
}

impl SourceFile {
    /// A file named `name` that holds `text`.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<String>) -> Self {
        let mut text: String = text.into();
        let bom = text.starts_with('\u{feff}');
        if bom {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Self::with(name.into(), text, bom)
    }

    fn with(name: Arc<str>, text: String, bom: bool) -> Self {
        let has_returns = memchr::memchr(b'\r', text.as_bytes()).is_some();
        let lines = line_starts(&text, has_returns);
        Self(Arc::new(Inner { name, text, lines, bom, has_returns }))
    }

    /// The name: a path as it is shown to the user, with `/` between its parts.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The text, without its byte-order mark.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Whether the file began with a byte-order mark.
    pub fn has_bom(&self) -> bool {
        self.0.bom
    }

    /// Whether a carriage return stands anywhere in the text.
    pub fn has_returns(&self) -> bool {
        self.0.has_returns
    }

    /// The whole file as it is written to disk: `text` with the byte-order mark this file had.
    pub fn with_bom(&self, text: &str) -> String {
        let mark = if self.0.bom { "\u{feff}" } else { "" };
        format!("{mark}{text}")
    }

    /// The same file with another text (and the same name and byte-order mark).
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        Self::with(Arc::clone(&self.0.name), text, self.0.bom)
    }

    /// The text of a span; empty where the span is not on character boundaries of this text.
    pub fn slice(&self, span: Span) -> &str {
        self.0.text.get(span.range()).unwrap_or_default()
    }

    /// A span over the whole text.
    pub fn span(&self) -> Span {
        Span::new(0, self.0.text.len())
    }

    /// How many lines there are; at least one.
    pub fn line_count(&self) -> usize {
        self.0.lines.len()
    }

    /// The index, from 0, of the line that holds byte `offset`.
    pub fn line_index(&self, offset: usize) -> usize {
        self.0.lines.partition_point(|&start| start as usize <= offset).saturating_sub(1)
    }

    /// Where the lines begin that begin at byte `offset` or later.
    pub fn line_starts_from(&self, offset: usize) -> impl Iterator<Item = usize> {
        let from = self.0.lines.partition_point(|&start| (start as usize) < offset);
        self.0.lines[from..].iter().map(|&start| start as usize)
    }

    /// The span of the line with index `line` (from 0), line end included.
    /// A line past the last is empty, at the end of the text.
    pub fn line_span(&self, line: usize) -> Span {
        let at = |index: usize| self.0.lines.get(index).map_or(self.0.text.len(), |&start| start as usize);
        Span::new(at(line), at(line + 1))
    }

    /// The text of the line with index `line` (from 0), without its line end.
    pub fn line(&self, line: usize) -> &str {
        self.slice(self.line_span(line)).trim_end_matches(['\n', '\r'])
    }

    /// The line (from 1) and column (from 1, in Unicode scalar values) of byte `offset`.
    pub fn line_col(&self, offset: usize) -> LineCol {
        self.place(offset, 1, |before| before.chars().count() + 1)
    }

    /// The line (from 0) and column (from 0, in UTF-16 code units) of byte `offset`, as language
    /// servers count.
    pub fn utf16(&self, offset: usize) -> LineCol {
        self.place(offset, 0, |before| before.encode_utf16().count())
    }

    fn place(&self, offset: usize, first_line: usize, column: impl Fn(&str) -> usize) -> LineCol {
        let mut offset = offset.min(self.0.text.len());
        while !self.0.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_index(offset);
        let start = self.line_span(line).start();
        LineCol { line: line + first_line, column: column(&self.0.text[start..offset]) }
    }
}

fn line_starts(text: &str, has_returns: bool) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = Vec::with_capacity(bytes.len() / 32 + 1);
    starts.push(0);
    let push = |at: usize| starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
    if has_returns {
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
        ends.filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n')).for_each(push);
    } else {
        memchr::memchr_iter(b'\n', bytes).for_each(push);
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_utf16_units() {
        let file = SourceFile::new("a.md", "é𝄞x\nb");
        let x = "é𝄞".len();
        assert_eq!(file.line_col(x), LineCol { line: 1, column: 3 });
        assert_eq!(file.utf16(x), LineCol { line: 0, column: 3 });
        assert_eq!(file.line_col(file.text().len()), LineCol { line: 2, column: 2 });
        assert_eq!(
            file.line_col(1),
            LineCol { line: 1, column: 1 },
            "inside a character counts as its start"
        );
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line_once() {
        let file = SourceFile::new("a.md", "a\r\nb\rc\nd");
        let lines: Vec<_> = (0..file.line_count()).map(|line| file.line(line)).collect();
        assert_eq!(lines, ["a", "b", "c", "d"]);
        assert_eq!(file.line_starts_from(3).collect::<Vec<_>>(), [3, 5, 7]);
    }

    #[test]
    fn the_byte_order_mark_is_kept_apart() {
        let file = SourceFile::new("a.md", "\u{feff}# a");
        assert_eq!(file.text(), "# a");
        assert_eq!(file.with_bom(file.text()), "\u{feff}# a");
    }
}
