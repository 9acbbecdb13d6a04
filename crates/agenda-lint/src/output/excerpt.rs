//! The few lines of a file that a finding is about, ready to be shown.
//!
//! The renderer that draws the frames scans its source from the beginning for every finding, and
//! fails on very long lines; so it is given these lines only, escaped and clipped, with the places
//! in them translated.

use agenda_lint_core::text::{SourceFile, Span};

use super::escape;

/// How many characters of a line are shown.
const LINE_WIDTH: usize = 200;

/// How many characters of a line are shown in which nothing is marked.
const CONTEXT_WIDTH: usize = 80;

/// How many characters are shown before the first place in a line that is clipped.
const LEAD: usize = 60;

/// How many lines of a place are shown; of a longer one, the first line is.
const PLACE_LINES: usize = 4;

/// Lines of a file, escaped and clipped.
#[derive(Debug)]
pub(crate) struct Excerpt {
    /// The lines, each with a line feed.
    pub text: String,
    /// For each line where it starts in `text`, and which line of the file it is, from 0.
    pub lines: Vec<(usize, usize)>,
    /// The places that were asked for, in `text`.
    pub places: Vec<Span>,
}

impl Excerpt {
    /// The lines of `file` around `places`, with `context` lines before and after each.
    pub(crate) fn new(file: &SourceFile, places: &[Span], context: usize) -> Self {
        let places: Vec<Span> = places.iter().map(|&place| shorten(file, place)).collect();
        let mut wanted: Vec<usize> = Vec::new();
        for place in &places {
            let (first, last) = lines_of(file, *place);
            wanted.extend(first.saturating_sub(context)..=(last + context).min(file.line_count() - 1));
        }
        wanted.sort_unstable();
        wanted.dedup();
        // The empty line after the last line feed shows nothing.
        let nothing = |line: &usize| *line > 0 && file.line_span(*line).is_empty();
        wanted.retain(|line| !nothing(line) || places.iter().any(|place| lines_of(file, *place).0 == *line));

        let mut excerpt = Self { text: String::new(), lines: Vec::new(), places: Vec::new() };
        let mut starts = vec![0; places.len()];
        let mut ends = vec![0; places.len()];
        for line in wanted {
            excerpt.lines.push((excerpt.text.len(), line));
            excerpt.push_line(file, line, &places, &mut starts, &mut ends);
        }
        excerpt.places = starts.into_iter().zip(ends).map(|(start, end)| Span::new(start, end)).collect();
        excerpt
    }

    /// Adds a line, and notes where the places that begin or end in it have come to stand.
    fn push_line(
        &mut self,
        file: &SourceFile,
        line: usize,
        places: &[Span],
        starts: &mut [usize],
        ends: &mut [usize],
    ) {
        let text = file.line(line);
        let offset = file.line_span(line).start();
        let in_line = |at: usize| at >= offset && at <= offset + text.len();
        let first = places.iter().map(|place| place.start()).filter(|&at| in_line(at)).min();
        let width = if first.is_some() { LINE_WIDTH } else { CONTEXT_WIDTH };
        let window = window(text, first.map_or(0, |at| at - offset), width);
        let note = |at: usize, shown: usize, starts: &mut [usize], ends: &mut [usize]| {
            for (index, place) in places.iter().enumerate() {
                if place.start() == at {
                    starts[index] = shown;
                }
                if place.end() == at {
                    ends[index] = shown;
                }
            }
        };
        if window.start() > 0 {
            self.text.push('…');
        }
        let line_start = self.text.len();
        for (at, c) in text[window.range()].char_indices() {
            note(offset + window.start() + at, self.text.len(), starts, ends);
            match c {
                '\t' => self.text.push_str("    "),
                c => escape::push(&mut self.text, c),
            }
        }
        let line_end = self.text.len();
        note(offset + window.end(), line_end, starts, ends);
        // Places outside of the window are drawn to its edges.
        for (index, place) in places.iter().enumerate() {
            let beyond = |at: usize| in_line(at) && at > offset + window.end();
            let before = |at: usize| in_line(at) && at < offset + window.start();
            for (at, shown) in [(place.start(), &mut starts[index]), (place.end(), &mut ends[index])] {
                if beyond(at) {
                    *shown = line_end;
                } else if before(at) {
                    *shown = line_start;
                }
            }
        }
        if window.end() < text.len() {
            self.text.push('…');
        }
        self.text.push('\n');
    }
}

/// The place, or its first line if it has many.
fn shorten(file: &SourceFile, place: Span) -> Span {
    let (first, last) = lines_of(file, place);
    if last - first < PLACE_LINES {
        return place;
    }
    let end = file.line_span(first).start() + file.line(first).len();
    Span::new(place.start(), end)
}

/// The indices of the first and the last line of a place.
fn lines_of(file: &SourceFile, place: Span) -> (usize, usize) {
    let first = file.line_index(place.start());
    let last = file.line_index(place.end().saturating_sub(usize::from(!place.is_empty())));
    (first, last.max(first))
}

/// The part of a line that is shown: from a little before byte `at` on.
fn window(text: &str, at: usize, width: usize) -> Span {
    if text.len() <= width {
        return Span::new(0, text.len());
    }
    let before = text[..at].char_indices().rev().nth(LEAD - 1).map_or(0, |(start, _)| start);
    // A line that fits from its beginning is not cut there.
    let fits = text.char_indices().nth(width).is_none_or(|(end, _)| at < end);
    let start = if fits { 0 } else { before };
    let end = text[start..].char_indices().nth(width).map_or(text.len(), |(end, _)| start + end);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, marked: (usize, usize)) -> (String, String) {
        let file = SourceFile::new("a.md", text);
        let excerpt = Excerpt::new(&file, &[Span::new(marked.0, marked.1)], 0);
        let place = excerpt.places[0];
        (excerpt.text[place.range()].to_owned(), excerpt.text)
    }

    #[test]
    fn places_are_found_again_after_escaping() {
        for (text, place, expected) in [
            ("a\tb\u{1b}c\nd", (4, 5), "c"),
            ("a\r\nbcd\r\n", (3, 6), "bcd"),
            ("one\ntwo\nthree\n", (4, 13), "two\nthree"),
            ("last", (4, 4), ""),
            ("é\u{202e}x", (5, 6), "x"),
        ] {
            assert_eq!(shown(text, place).0, expected, "{text:?}");
        }
    }

    #[test]
    fn long_lines_and_long_places_are_clipped() {
        let long = format!("{}HERE{}", "é".repeat(70_000), "b".repeat(70_000));
        let (place, text) = shown(&long, (140_000, 140_004));
        assert_eq!(place, "HERE");
        assert!(text.chars().count() <= LINE_WIDTH + 3 && text.starts_with('…') && text.ends_with("…\n"));

        let many = "line\n".repeat(1000);
        let (place, text) = shown(&many, (0, 4999));
        assert_eq!((place.as_str(), text.as_str()), ("line", "line\n"));
        assert_eq!(shown(&"x".repeat(1000), (0, 1000)).0.len(), LINE_WIDTH);
    }
}
