//! Places in a text: bytes for us, lines and columns for editors. Pure.

use agenda_lint_core::text::{Edit, SourceFile, Span, clip};
use gen_lsp_types::{Position, Range, TextEdit};

/// The unit in which an editor counts columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, which every editor knows.
    #[default]
    Utf16,
}

/// A document's text as its editor counts it.
///
/// The text holds whatever the editor sent. Spans are those of findings, which do not count a
/// byte-order mark at the beginning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lines<'a> {
    file: &'a SourceFile,
    encoding: Encoding,
    /// How many bytes the byte-order mark takes.
    mark: usize,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(file: &'a SourceFile, encoding: Encoding) -> Self {
        let mark = if file.text().starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { file, encoding, mark }
    }

    /// The place of byte `offset`.
    pub(crate) fn position(self, offset: usize) -> Position {
        let text = self.file.text();
        let offset = clip(text, offset.saturating_add(self.mark)).len();
        let line = self.file.line_index(offset);
        // Between the two characters of a line end there is no place: it is where that begins.
        let before = clip(self.file.line(line), offset - self.file.line_span(line).start());
        let column = match self.encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.encode_utf16().count(),
        };
        Position { line: narrow(line), character: narrow(column) }
    }

    /// The range of a span.
    pub(crate) fn range(self, span: Span) -> Range {
        Range { start: self.position(span.start()), end: self.position(span.end()) }
    }

    /// The byte at a place. What lies past the end of a line or of the text is that end; what lies
    /// inside a character, or between the two characters of a line end, is where that begins.
    pub(crate) fn offset(self, position: Position) -> usize {
        self.whole_offset(position).saturating_sub(self.mark)
    }

    /// The span of a range, whichever of its ends comes first.
    pub(crate) fn span(self, range: Range) -> Span {
        let (one, other) = (self.offset(range.start), self.offset(range.end));
        Span::new(one.min(other), one.max(other))
    }

    /// As [`Lines::span`], for the text with its byte-order mark.
    pub(crate) fn whole_span(self, range: Range) -> Span {
        let (one, other) = (self.whole_offset(range.start), self.whole_offset(range.end));
        Span::new(one.min(other), one.max(other))
    }

    /// Edits as editors take them. Those that touch become one, for not every editor makes an
    /// insertion and what follows it in the same order.
    pub(crate) fn edits(self, edits: &[Edit]) -> Vec<TextEdit> {
        let mut sorted: Vec<Edit> = edits.to_vec();
        sorted.sort();
        let mut merged: Vec<Edit> = Vec::with_capacity(sorted.len());
        for edit in sorted {
            match merged.last_mut().filter(|last| last.span.end() == edit.span.start()) {
                Some(last) => {
                    last.span = last.span.cover(edit.span);
                    last.text.push_str(&edit.text);
                }
                None => merged.push(edit),
            }
        }
        merged
            .into_iter()
            .map(|edit| TextEdit { range: self.range(edit.span), new_text: edit.text })
            .collect()
    }

    fn whole_offset(self, position: Position) -> usize {
        let line = position.line as usize;
        if line >= self.file.line_count() {
            return self.file.text().len();
        }
        let start = self.file.line_span(line).start();
        start + column(self.file.line(line), position.character as usize, self.encoding)
    }
}

/// The byte of a line at a column.
fn column(line: &str, column: usize, encoding: Encoding) -> usize {
    if encoding == Encoding::Utf8 {
        return clip(line, column).len();
    }
    let mut units = 0;
    for (at, c) in line.char_indices() {
        units += c.len_utf16();
        if units > column {
            return at;
        }
    }
    line.len()
}

/// The one edit that makes `new` of `old`; none if they are equal.
pub(crate) fn difference(old: &str, new: &str) -> Option<Edit> {
    if old == new {
        return None;
    }
    let same = |(one, other): &(char, char)| one == other;
    let length = |(one, _): (char, char)| one.len_utf8();
    let head: usize = old.chars().zip(new.chars()).take_while(same).map(length).sum();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail: usize = old_rest.chars().rev().zip(new_rest.chars().rev()).take_while(same).map(length).sum();
    let text = &new_rest[..new_rest.len() - tail];
    Some(Edit::replace(Span::new(head, old.len() - tail), text))
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use agenda_lint_core::text::apply;
    use proptest::prelude::*;

    use super::*;

    fn file(text: &str) -> SourceFile {
        SourceFile::new("a.md", "").with_text(text.to_owned())
    }

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_are_counted_in_the_editors_unit() {
        let file = file("é😀x\nb\r\nc");
        let x = "é😀".len();
        for (encoding, column) in [(Encoding::Utf16, 3), (Encoding::Utf8, 6)] {
            let lines = Lines::new(&file, encoding);
            assert_eq!(lines.position(x), at(0, column));
            assert_eq!(lines.offset(at(0, column)), x);
            assert_eq!(lines.offset(at(2, 0)), "é😀x\nb\r\n".len());
        }
    }

    #[test]
    fn places_that_do_not_exist_are_moved_to_one_that_does() {
        let file = file("a😀\r\nb");
        let lines = Lines::new(&file, Encoding::Utf16);
        for (position, offset) in [
            (at(0, 2), 1),
            (at(0, 99), "a😀".len()),
            (at(9, 9), file.text().len()),
            (at(u32::MAX, u32::MAX), file.text().len()),
        ] {
            assert_eq!(lines.offset(position), offset, "{position:?}");
        }
        assert_eq!(Lines::new(&file, Encoding::Utf8).offset(at(0, 3)), 1, "inside a character");
        let range = Range { start: at(1, 1), end: at(0, 0) };
        assert_eq!(lines.span(range), Span::new(0, file.text().len()));
    }

    #[test]
    fn a_byte_order_mark_is_counted_by_editors_alone() {
        let file = file("\u{feff}# a\nb");
        let lines = Lines::new(&file, Encoding::Utf16);
        assert_eq!(lines.position(0), at(0, 1));
        assert_eq!(lines.offset(at(0, 0)), 0);
        assert_eq!(lines.offset(at(0, 3)), 2);
        assert_eq!(lines.position(4), at(1, 0));
    }

    proptest! {
        #[test]
        fn a_place_and_back_is_the_same_place(text in "[a-c é😀\\r\\n\u{feff}]{0,40}", offset in 0_usize..120) {
            let file = file(&text);
            for encoding in [Encoding::Utf8, Encoding::Utf16] {
                let lines = Lines::new(&file, encoding);
                let there = lines.position(offset);
                prop_assert_eq!(lines.position(lines.offset(there)), there);
            }
        }

        #[test]
        fn the_difference_leads_from_one_text_to_the_other(old in "[ab😀é]{0,12}", new in "[ab😀é]{0,12}") {
            let edits: Vec<Edit> = difference(&old, &new).into_iter().collect();
            prop_assert_eq!(apply(&old, [edits.as_slice()]).0, new);
        }
    }
}
