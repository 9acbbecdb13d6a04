//! A message about some places of a file, as the drawing of frames takes it: miette's protocol.

use std::{borrow::Cow, fmt, ops::Range};

use agenda_lint_core::{
    diagnostic::{Label, Severity},
    text::{SourceFile, Span},
};
use miette::{Diagnostic, LabeledSpan, MietteError, SourceCode, SourceSpan, SpanContents};

use super::{Style, draw::Drawing, line::Line, theme::Theme};

/// How many lines of a place are shown; of a longer one, the first line is.
const PLACE_LINES: usize = 4;

/// What is drawn: a message about some places of a file.
///
/// By miette's protocol any of its handlers can report it. Our own drawing takes lines, places and words where they stand,
/// since the protocol boxes or copies each.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    /// The file, the place that the message is about, and what was recognised.
    pub place: Option<(Source<'a>, Span, &'a [Label])>,
    /// How much it matters.
    pub severity: Severity,
    /// The rule that says so, where one does.
    pub rule: Option<&'a str>,
    /// What is wrong.
    pub message: &'a Cow<'static, str>,
    /// How to put it right.
    pub help: Option<&'a Cow<'static, str>>,
}

/// Draws frames in one style.
#[derive(Debug)]
pub(crate) struct Frames {
    theme: Theme,
}

impl Frames {
    /// Frames that look as `style` says.
    pub(crate) fn new(style: Style) -> Self {
        Self { theme: Theme::new(style) }
    }

    /// A drawing of frames that is added to a text.
    pub(crate) fn on<'t>(&'t self, text: &'t mut String) -> Drawing<'t> {
        Drawing::new(&self.theme, text)
    }
}

impl fmt::Display for Frame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl std::error::Error for Frame<'_> {}

impl Diagnostic for Frame<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info => miette::Severity::Advice,
        })
    }

    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.rule.map(|rule| Box::new(rule) as Box<dyn fmt::Display>)
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.help.map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.place.as_ref().map(|(source, ..)| source as &dyn SourceCode)
    }

    /// The place that the message is about as the primary one, and those of the labels.
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let (source, about, labels) = self.place.as_ref()?;
        let span = |span: Span| (span.start(), span.len());
        let about = LabeledSpan::new_primary_with_span(None, span(*about));
        let labels = labels.iter().map(move |label| {
            LabeledSpan::new_with_span(Some(label.text.to_string()), span(source.shown(label.span).0))
        });
        Some(Box::new(std::iter::once(about).chain(labels)))
    }
}

/// A file as a source of lines, found by the index of lines that it has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    /// The file.
    pub file: &'a SourceFile,
    /// Its name as it is shown.
    pub name: &'a str,
    /// What is shown of it: as many bytes, in the same lines.
    pub text: &'a str,
}

impl<'a> Source<'a> {
    /// A file whose name is shown as `name`, and its text as `text`.
    pub(crate) fn new(file: &'a SourceFile, name: &'a str, text: &'a str) -> Self {
        Self { file, name, text }
    }

    /// The line with this index.
    pub(super) fn line(self, index: usize) -> Line<'a> {
        let span = self.file.line_span(index);
        Line::new(self.text.get(span.range()).unwrap_or_default(), span.start())
    }

    /// Whether the byte at `offset` stands in a line, which is given by its index; the end of the text stands in
    /// the last one.
    pub(super) fn holds(self, line: usize, offset: usize) -> bool {
        let is_last = line + 1 == self.file.line_count();
        self.file.line_span(line).contains_offset(offset) || is_last && offset == self.file.text().len()
    }

    /// The place without blanks at its end, or its first line if it has many, and the lines it stands in.
    pub(super) fn shown(self, place: Span) -> (Span, Range<usize>) {
        let text = self.text.get(place.range()).unwrap_or_default();
        let end = place.start() + text.trim_end().len();
        let lines = self.lines(place.start(), end);
        if lines.len() <= PLACE_LINES {
            return (Span::new(place.start(), end), lines);
        }
        let first = lines.start;
        let end = self.file.line_span(first).start() + self.file.line(first).len();
        (Span::new(place.start(), end), first..first + 1)
    }

    /// The lines in which a place stands.
    fn lines(self, start: usize, end: usize) -> Range<usize> {
        let first = self.file.line_index(start);
        // Most places end in the line they begin in.
        let within = end <= self.file.line_span(first).end();
        first..1 + if within { first } else { self.file.line_index(end - 1) }
    }

    /// Lines with as many before and after them as there are.
    pub(super) fn around(self, lines: Range<usize>, before: usize, after: usize) -> Range<usize> {
        let bottom = (lines.end + after).min(self.file.line_count());
        // The empty line after the last line feed shows nothing.
        let is_nothing = bottom > lines.end && self.file.line_span(bottom - 1).is_empty();
        lines.start.saturating_sub(before)..bottom - usize::from(is_nothing)
    }
}

impl SourceCode for Source<'_> {
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let Self { file, name, text } = *self;
        let (mut start, mut end) = (span.offset(), span.offset() + span.len());
        if end > file.text().len() {
            return Err(MietteError::OutOfBounds);
        }
        let lines = self.lines(start, end);
        let first = file.line_span(lines.start).start();
        let lines = self.around(lines, before, after);
        let ahead = |start: usize| file.text().get(first..start);
        let column = if before == 0 { ahead(start).map_or(0, |ahead| ahead.chars().count()) } else { 0 };
        if before > 0 {
            start = file.line_span(lines.start).start();
        }
        if after > 0 {
            end = file.line_span(lines.end - 1).end();
        }
        let covered = SourceSpan::new(start.into(), end - start);
        let data = &text.as_bytes()[start..end];
        Ok(Box::new(Lines { name, data, covered, line: lines.start, column, count: lines.len() }))
    }
}

/// Lines of a file; miette's own copy the file's name.
struct Lines<'a> {
    name: &'a str,
    data: &'a [u8],
    covered: SourceSpan,
    line: usize,
    column: usize,
    count: usize,
}

impl<'a> SpanContents<'a> for Lines<'a> {
    fn data(&self) -> &'a [u8] {
        self.data
    }

    fn span(&self) -> &SourceSpan {
        &self.covered
    }

    fn name(&self) -> Option<&str> {
        Some(self.name)
    }

    fn line(&self) -> usize {
        self.line
    }

    fn column(&self) -> usize {
        self.column
    }

    fn line_count(&self) -> usize {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handler_of_miette_reports_what_is_drawn() {
        let file = SourceFile::new("notes.md", "- Pricing: Lena and I disagree.\n  We met twice.\n");
        let source = Source::new(&file, "notes.md", file.text());
        let label = |from, to, text: &'static str| Label { span: Span::new(from, to), text: text.into() };
        let frame = Frame {
            place: Some((
                source,
                Span::new(2, 9),
                &[label(11, 30, "the problem"), label(34, 47, "an attempt")],
            )),
            severity: Severity::Warning,
            rule: Some("unframed-advice"),
            message: &Cow::Borrowed("this ask leaves out the situation"),
            help: Some(&Cow::Borrowed("say since when")),
        };
        let mut drawn = String::new();
        Frames::new(Style { color: false, unicode: true, width: 100, clears: false })
            .on(&mut drawn)
            .draw(&frame);
        let mut told = String::new();
        miette::NarratableReportHandler::new().render_report(&mut told, &frame).unwrap();
        for words in [
            "unframed-advice",
            "leaves out the situation",
            "the problem",
            "an attempt",
            "say since when",
            "We met",
        ] {
            assert!(drawn.contains(words) && told.contains(words), "{words}\n{drawn}\n{told}");
        }
    }
}
