//! Draws an excerpt with its labels; the only user of miette.

use std::fmt;

use agenda_lint_core::{
    diagnostic::Severity,
    text::{SourceFile, Span},
};
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use super::{Style, escape, excerpt::Excerpt};

/// Places, each with what is said of it.
pub(crate) type Places<'a> = Vec<(Span, Option<&'a str>)>;

/// What is drawn: a message about some places of a file.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    /// The file, the place that the message is about, and the places that are underlined.
    pub places: Option<(&'a SourceFile, Span, Places<'a>)>,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// How to put it right.
    pub help: Option<&'a str>,
}

/// Draws frames in one style.
#[derive(Debug)]
pub(crate) struct Frames {
    handler: GraphicalReportHandler,
}

impl Frames {
    /// Frames that look as `style` says.
    pub(crate) fn new(style: Style) -> Self {
        let theme = GraphicalTheme {
            characters: if style.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() },
            styles: if style.color { ThemeStyles::ansi() } else { ThemeStyles::none() },
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_links(false)
            .with_width(style.width)
            .with_context_lines(1);
        Self { handler }
    }

    /// Draws a frame, and an empty line after it.
    pub(crate) fn draw(&self, frame: &Frame<'_>, into: &mut String) {
        let mut labels = Vec::new();
        let source = frame.places.as_ref().map(|(file, about, places)| {
            let spans: Vec<Span> = places.iter().map(|(span, _)| *span).collect();
            let excerpt = Excerpt::new(file, &spans, 1);
            for (place, (_, label)) in excerpt.places.iter().zip(places) {
                let label = label.map(|label| escape::line(label).into_owned());
                labels.push(LabeledSpan::new_with_span(
                    label,
                    SourceSpan::new(place.start().into(), place.len()),
                ));
            }
            let column = |span: &Span| file.line_col(span.start()).column - 1;
            let starts = excerpt.places.iter().map(|place| place.start());
            let columns = starts.zip(spans.iter().map(column)).collect();
            let about = (file.line_index(about.start()), column(about));
            Source { name: escape::line(file.name()).into_owned(), about, columns, excerpt }
        });
        let report = Report {
            severity: match frame.severity {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
                Severity::Info => miette::Severity::Advice,
            },
            message: escape::line(&frame.message).into_owned(),
            help: frame.help.map(|help| escape::text(help).into_owned()),
            labels,
            source,
        };
        let start = into.len();
        if self.handler.render_report(into, &report).is_err() {
            // Never seen; the message is worth more than its frame.
            into.truncate(start);
            into.push_str(&report.message);
        }
        into.truncate(into.trim_end_matches('\n').len());
        into.push_str("\n\n");
    }
}

#[derive(Debug)]
struct Report {
    severity: miette::Severity,
    message: String,
    help: Option<String>,
    labels: Vec<LabeledSpan>,
    source: Option<Source>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Report {}

impl miette::Diagnostic for Report {
    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.source.as_ref().map(|_| Box::new(self.labels.iter().cloned()) as Box<dyn Iterator<Item = _>>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }
}

#[derive(Debug)]
struct Source {
    name: String,
    /// The line, from 0, and the column, from 0, of the place that the message is about.
    about: (usize, usize),
    /// For the start of each place its column in the file itself, from 0.
    columns: Vec<(usize, usize)>,
    excerpt: Excerpt,
}

impl SourceCode for Source {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let lines = &self.excerpt.lines;
        let last_byte = span.offset() + span.len().saturating_sub(1);
        let line_of = |at: usize| lines.partition_point(|&(start, _)| start <= at).saturating_sub(1);
        let (first, last) = (line_of(span.offset()), line_of(last_byte));
        // Lines of the file between two lines of the excerpt are not there to be shown.
        let adjoin = |upper: usize| lines[upper].1 + 1 == lines[upper + 1].1;
        let mut top = first;
        while top > 0 && first - top < before && adjoin(top - 1) {
            top -= 1;
        }
        let mut bottom = last;
        while bottom + 1 < lines.len() && bottom - last < after && adjoin(bottom) {
            bottom += 1;
        }
        if (first..last).any(|upper| !adjoin(upper)) {
            return Err(MietteError::OutOfBounds);
        }
        let start = lines[top].0;
        let end = lines.get(bottom + 1).map_or(self.excerpt.text.len(), |&(start, _)| start);
        let column = self.columns.iter().find(|(start, _)| *start == span.offset());
        let here = (lines[top].1, column.map_or(0, |(_, column)| *column));
        // Without lines around it, the place is asked for to head the frame. The frame that shows
        // the line of the finding is headed by the finding's own place.
        let is_head = (before, after) == (0, 0);
        let is_about = |mut line: usize| {
            while line > 0 && lines[line].1 > self.about.0 && adjoin(line - 1) {
                line -= 1;
            }
            lines[line].1 == self.about.0
        };
        let (line, column) = if is_head && is_about(first) { self.about } else { here };
        let data = &self.excerpt.text.as_bytes()[start..end];
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data,
            SourceSpan::new(start.into(), end - start),
            line,
            column,
            bottom - top + 1,
        )))
    }
}
