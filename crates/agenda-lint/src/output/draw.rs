//! Draws a diagnostic: its message, its places in their lines with what is said of them, and help.
//!
//! It does what miette's graphical handler does, at a fiftieth of its cost: a line is measured once,
//! and nothing is read twice.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

use agenda_lint_core::text::Span;
use miette::{Diagnostic, LabeledSpan, SourceCode, SourceSpan, SpanContents};

use super::{
    escape,
    line::{Columns, Line},
    push_number,
    theme::{Paint, Theme},
    wrap::wrap,
};

/// How many lines are shown before and after each place.
const CONTEXT: usize = 1;

/// A drawing in the making.
pub(super) struct Drawing<'t> {
    theme: &'t Theme,
    out: &'t mut String,
}

/// A place that is underlined in a line, and what is said of it there.
struct Mark<'l> {
    /// In bytes from the beginning of the line.
    place: Span,
    columns: Columns,
    label: Option<&'l str>,
    paint: &'l Paint,
}

impl<'t> Drawing<'t> {
    /// A drawing that is added to `out`.
    pub(super) fn new(theme: &'t Theme, out: &'t mut String) -> Self {
        Self { theme, out }
    }

    /// Draws the diagnostic, with a line feed at the end.
    pub(super) fn draw(mut self, diagnostic: &impl Diagnostic) {
        let (sign, bar) = self.theme.severity(diagnostic.severity());
        self.out.push_str(sign);
        self.wrapped(diagnostic, escape::line, bar, self.theme.width - 6);
        if let (Some(source), Some(labels)) = (diagnostic.source_code(), diagnostic.labels()) {
            self.places(source, labels.collect());
        }
        if let Some(help) = diagnostic.help() {
            self.out.push_str(&self.theme.help);
            self.wrapped(&help, escape::text, "        ", self.theme.width - 10);
        }
    }

    /// Draws words, escaped and broken into lines of `width` columns; all but the first begin with `indent`.
    fn wrapped(
        &mut self,
        words: &impl fmt::Display,
        escape: fn(&str) -> Cow<'_, str>,
        indent: &str,
        width: usize,
    ) {
        let start = self.out.len();
        // Writing to a string cannot fail.
        let _ = write!(self.out, "{words}");
        // Most are a line that fits, and stay as they are.
        let drawn = &self.out[start..];
        if !drawn.is_empty() && drawn.len() <= width && escape::is_plain_line(drawn) {
            self.out.push('\n');
            return;
        }
        let words = self.out.split_off(start);
        wrap(self.out, &escape(&words), indent, width);
    }

    /// Draws the lines of all places; those that are near to each other in one frame.
    ///
    /// The primary place heads the frame that shows its line; only the others are underlined.
    fn places(&mut self, source: &dyn SourceCode, mut labels: Vec<LabeledSpan>) {
        let read = |span: &SourceSpan, context| source.read_span(span, context, context).ok();
        let about = labels.iter().find(|label| label.primary()).and_then(|label| read(label.inner(), 0));
        labels.retain(|label| !label.primary());
        let mut next = labels.first().and_then(|label| read(label.inner(), CONTEXT));
        let mut from = 0;
        while let Some(mut shown) = next.take() {
            let mut upto = from + 1;
            while let Some(label) = labels.get(upto) {
                next = read(label.inner(), CONTEXT);
                let Some(other) = &next else { break };
                if other.line() > shown.line() + shown.line_count() {
                    break;
                }
                let (start, other) = (shown.span().offset(), other.span());
                let end = other.offset() + other.len();
                if end > start + shown.span().len() {
                    let Some(both) = read(&(start, end - start).into(), 0) else { break };
                    shown = both;
                }
                next = None;
                upto += 1;
            }
            let lines = shown.line()..shown.line() + shown.line_count();
            let about = about.as_ref().filter(|about| lines.contains(&about.line()));
            let own = if about.is_none() { read(labels[from].inner(), 0) } else { None };
            let Some(head) = about.or(own.as_ref()) else { return };
            self.frame(shown.as_ref(), head.as_ref(), &labels[from..upto]);
            from = upto;
        }
    }

    /// Draws lines with what is underlined in them.
    fn frame(&mut self, shown: &dyn SpanContents<'_>, head: &dyn SpanContents<'_>, labels: &[LabeledSpan]) {
        let Ok(mut text) = std::str::from_utf8(shown.data()) else { return };
        let theme = self.theme;
        let digits = digits(shown.line() + shown.line_count());
        self.blanks(digits + 2);
        self.out.push_str(&theme.head[0]);
        self.out.push_str(&escape::line(head.name().unwrap_or_default()));
        self.out.push(':');
        push_number(self.out, head.line() + 1);
        self.out.push(':');
        push_number(self.out, head.column() + 1);
        self.out.push_str(&theme.head[1]);
        let mut start = shown.span().offset();
        for number in shown.line() + 1..=shown.line() + shown.line_count() {
            let line = Line::first(text, start);
            self.line(&line, number, digits, labels);
            start += line.len();
            text = &text[line.len()..];
        }
        self.blanks(digits + 2);
        self.out.push_str(theme.bottom);
    }

    /// Draws a line, and beneath it what is underlined.
    fn line(&mut self, line: &Line<'_>, number: usize, width: usize, labels: &[LabeledSpan]) {
        let theme = self.theme;
        self.out.push_str(&theme.number[0]);
        self.blanks(width.saturating_sub(digits(number)));
        push_number(self.out, number);
        self.out.push_str(&theme.number[1]);
        let mut marks = Vec::new();
        for (index, label) in labels.iter().enumerate() {
            let end = label.offset() + label.len();
            if let Some(place) = line.part(label.offset(), end) {
                let ends = end <= line.end();
                let paint = &theme.marks[index % theme.marks.len()];
                let columns = Columns::default();
                marks.push(Mark { place, columns, label: label.label().filter(|_| ends), paint });
            }
        }
        let first = marks.first().map(|mark| mark.place);
        line.show(first, marks.iter_mut().map(|mark| (mark.place, &mut mark.columns)), self.out);
        self.out.push('\n');
        if marks.is_empty() {
            return;
        }
        self.gap(width);
        self.underlines(&marks);
        marks.retain(|mark| mark.label.is_some());
        for index in (0..marks.len()).rev() {
            self.gap(width);
            self.label(&marks[..=index]);
        }
    }

    fn underlines(&mut self, marks: &[Mark<'_>]) {
        let theme = self.theme;
        let mut at = 0;
        for mark in marks {
            let Columns { start, width } = mark.columns;
            self.blanks(start.saturating_sub(at));
            at = at.max(start) + width.max(1);
            self.out.push_str(&mark.paint.on);
            if width == 0 {
                self.out.push_str(theme.point);
            } else if mark.label.is_some() {
                self.repeat(&theme.underline, width / 2);
                self.out.push_str(theme.joint);
                self.repeat(&theme.underline, width - width / 2 - 1);
            } else {
                self.repeat(&theme.underline, width);
            }
            self.out.push_str(mark.paint.off);
        }
        self.out.push('\n');
    }

    /// Draws what is said of the last of the marks, and what leads from those before it to theirs.
    fn label(&mut self, marks: &[Mark<'_>]) {
        let mut at = 0;
        for (index, mark) in marks.iter().enumerate() {
            let middle = mark.columns.start + mark.columns.width / 2;
            self.blanks(middle.saturating_sub(at));
            at = middle + 1;
            self.out.push_str(&mark.paint.on);
            if index + 1 == marks.len() {
                self.out.push_str(self.theme.corner);
                self.out.push_str(&escape::line(mark.label.unwrap_or_default()));
            } else {
                self.out.push_str(self.theme.bar);
            }
            self.out.push_str(mark.paint.off);
        }
        self.out.push('\n');
    }

    fn gap(&mut self, digits: usize) {
        self.blanks(digits + 2);
        self.out.push_str(self.theme.gap);
    }

    fn blanks(&mut self, count: usize) {
        const BLANKS: &str = match std::str::from_utf8(&[b' '; Theme::REACH]) {
            Ok(blanks) => blanks,
            Err(_) => "",
        };
        self.repeat(BLANKS, count);
    }

    /// Adds `count` columns of a pattern that is as wide as [`Theme::REACH`].
    fn repeat(&mut self, pattern: &str, count: usize) {
        let unit = pattern.len() / Theme::REACH;
        let mut rest = count;
        while rest > 0 {
            let part = rest.min(Theme::REACH);
            self.out.push_str(&pattern[..part * unit]);
            rest -= part;
        }
    }
}

/// How many digits a number has.
fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}
