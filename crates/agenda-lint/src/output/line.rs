//! A line of a note as it is shown: escaped, clipped, and with the columns of places in it.

use agenda_lint_core::text::Span;
use unicode_width::UnicodeWidthChar;

use super::escape;

/// How many characters of a line are shown.
const WIDTH: usize = 200;

/// How many characters of a line are shown in which nothing is marked.
const CONTEXT_WIDTH: usize = 80;

/// How many characters are shown before the first place in a line that is clipped.
const LEAD: usize = 60;

/// Where a place is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// The column, from 0, that it begins in.
    pub start: usize,
    /// How many columns it has; none if it is a place between two characters.
    pub width: usize,
}

/// A line, and where it stands in its file.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Without its end.
    text: &'a str,
    start: usize,
    /// How many bytes it has, its end included.
    len: usize,
    /// Whether the text goes on after it.
    ends: bool,
    /// Whether each of its bytes is shown as it is, in a column of its own.
    is_plain: bool,
}

impl<'a> Line<'a> {
    /// A line, its end included, that begins at byte `start` of its file.
    pub(super) fn new(line: &'a str, start: usize) -> Self {
        let text = line.strip_suffix('\n').unwrap_or(line);
        let text = text.strip_suffix('\r').unwrap_or(text);
        let is_plain = escape::is_plain_line(text);
        Self { text, start, len: line.len(), ends: text.len() < line.len(), is_plain }
    }

    /// The byte of the file after the line.
    pub(super) fn end(&self) -> usize {
        self.start + self.len
    }

    /// The part of a place that stands in this line, in bytes from its beginning.
    pub(super) fn part(&self, start: usize, end: usize) -> Option<Span> {
        if end < self.start {
            return None;
        }
        if start >= self.start {
            let here = start < self.end() || (!self.ends && start == self.end());
            let from = (start - self.start).min(self.text.len());
            return here.then(|| Span::new(from, (end - self.start).clamp(from, self.text.len())));
        }
        // What goes on from the line before goes on after the blanks.
        let from = self.text.len() - self.text.trim_start().len();
        let upto = end.saturating_sub(self.start).min(self.text.len());
        (from < upto).then(|| Span::new(from, upto))
    }

    /// Adds the line to `out`, and notes where the places, which are in order, have come to stand; `first` is the
    /// first of them.
    pub(super) fn show<'c>(
        &self,
        first: Option<Span>,
        places: impl Iterator<Item = (Span, &'c mut Columns)>,
        out: &mut String,
    ) {
        if self.is_plain {
            return self.show_plain(ascii_window(self.text.len(), first), places, out);
        }
        let window = self.window(first);
        let mut shown = Shown { text: self.text, at: window.start(), upto: window.end(), column: 0, out };
        if window.start() > 0 {
            shown.ellipsis();
        }
        for (place, columns) in places {
            let start = shown.to(place.start());
            let width = shown.to(place.end()) - start;
            // A place of characters that take no room is seen all the same.
            *columns = Columns { start, width: width.max(usize::from(!place.is_empty())) };
        }
        shown.to(window.end());
        if window.end() < self.text.len() {
            shown.ellipsis();
        }
    }

    /// Shows a part of the line in which each byte is a column.
    fn show_plain<'c>(
        &self,
        window: Span,
        places: impl Iterator<Item = (Span, &'c mut Columns)>,
        out: &mut String,
    ) {
        let cut = usize::from(window.start() > 0);
        if cut > 0 {
            out.push('…');
        }
        out.push_str(&self.text[window.range()]);
        if window.end() < self.text.len() {
            out.push('…');
        }
        let mut at = window.start();
        for (place, columns) in places {
            let start = place.start().clamp(at, window.end());
            at = place.end().clamp(start, window.end());
            let width = (at - start).max(usize::from(!place.is_empty()));
            *columns = Columns { start: cut + start - window.start(), width };
        }
    }

    /// The part of the line that is shown: from a little before the first place on.
    fn window(&self, place: Option<Span>) -> Span {
        let text = self.text;
        if text.is_ascii() {
            return ascii_window(text.len(), place);
        }
        let width = width(place);
        if text.len() <= width {
            return Span::new(0, text.len());
        }
        let at = place.map_or(0, Span::start);
        let before = text[..at].char_indices().rev().nth(LEAD - 1).map_or(0, |(start, _)| start);
        // A line that fits from its beginning is not cut there.
        let fits = text.char_indices().nth(width).is_none_or(|(end, _)| at < end);
        let start = if fits { 0 } else { before };
        let end = text[start..].char_indices().nth(width).map_or(text.len(), |(end, _)| start + end);
        Span::new(start, end)
    }
}

/// As [`Line::window`], of a line of so many bytes, each of them a character.
fn ascii_window(len: usize, place: Option<Span>) -> Span {
    let width = width(place);
    let at = place.map_or(0, Span::start);
    let start = if len <= width || at < width { 0 } else { at.saturating_sub(LEAD) };
    Span::new(start, (start + width).min(len))
}

/// How many characters of a line are shown.
fn width(place: Option<Span>) -> usize {
    if place.is_some() { WIDTH } else { CONTEXT_WIDTH }
}

/// A line that is being shown.
struct Shown<'a> {
    text: &'a str,
    /// The byte up to which it was shown.
    at: usize,
    /// The byte where it is cut off.
    upto: usize,
    column: usize,
    out: &'a mut String,
}

impl Shown<'_> {
    /// Shows the line up to a byte, and tells the column there.
    fn to(&mut self, byte: usize) -> usize {
        let byte = byte.min(self.upto);
        if byte > self.at {
            let mut rest = &self.text[self.at..byte];
            self.at = byte;
            while !rest.is_empty() {
                let plain = rest.bytes().take_while(|byte| escape::is_visible(*byte)).count();
                self.out.push_str(&rest[..plain]);
                self.column += plain;
                let mut others = rest[plain..].chars();
                if let Some(other) = others.next() {
                    self.push(other);
                }
                rest = others.as_str();
            }
        }
        self.column
    }

    fn push(&mut self, c: char) {
        if c == '\t' {
            self.out.push_str("    ");
            self.column += 4;
            return;
        }
        let start = self.out.len();
        escape::push(self.out, c);
        let escaped = self.out.as_bytes()[start] == b'\\';
        self.column += if escaped { self.out.len() - start } else { c.width().unwrap_or(0) };
    }

    fn ellipsis(&mut self) {
        self.out.push('…');
        self.column += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, place: (usize, usize)) -> (String, usize, usize) {
        let mut out = String::new();
        let line = Line::new(text.split_inclusive('\n').next().unwrap_or_default(), 0);
        let part = line.part(place.0, place.1).unwrap();
        let mut columns = Columns::default();
        line.show(Some(part), std::iter::once((part, &mut columns)), &mut out);
        (out, columns.start, columns.width)
    }

    #[test]
    fn places_are_found_again_after_escaping() {
        for (text, place, expected) in [
            ("plain", (1, 3), ("plain", 1, 2)),
            ("a\tb\u{1b}c\nd", (4, 5), ("a    b\\u{1b}c", 12, 1)),
            ("bcd\r\nx", (0, 5), ("bcd", 0, 3)),
            ("last", (4, 4), ("last", 4, 0)),
            ("é\u{202e}x", (5, 6), ("é\\u{202e}x", 9, 1)),
            ("日本 x", (3, 6), ("日本 x", 2, 2)),
            ("a\\b", (1, 2), ("a\\b", 1, 1)),
        ] {
            let (out, start, width) = shown(text, place);
            assert_eq!((out.as_str(), start, width), expected, "{text:?}");
        }
    }

    #[test]
    fn long_lines_are_clipped() {
        let long = format!("{}HERE{}", "é".repeat(70_000), "b".repeat(70_000));
        let (out, start, width) = shown(&long, (140_000, 140_004));
        assert!(out.starts_with('…') && out.ends_with('…') && out.chars().count() <= WIDTH + 2, "{out}");
        let here: String = out.chars().skip(start).take(width).collect();
        assert_eq!(here, "HERE");
        assert_eq!(shown(&"x".repeat(1000), (0, 1000)).2, WIDTH);
    }

    #[test]
    fn a_place_has_a_part_in_each_of_its_lines() {
        let text = "- one\r\n  two\n\n  three";
        let mut start = 0;
        let mut parts = Vec::new();
        for line in text.split_inclusive('\n') {
            let line = Line::new(line, start);
            parts.push(line.part(2, 19).map(|part| &line.text[part.range()]));
            start = line.end();
        }
        assert_eq!(parts, [Some("one"), Some("two"), None, Some("thr")]);
    }
}
