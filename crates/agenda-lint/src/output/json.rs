//! Findings for programs. The names of fields are promised; these structures are not the internal
//! ones, so that those may change.

use std::borrow::Cow;

use agenda_lint_core::{
    diagnostic::Diagnostic,
    text::{LineCol, SourceFile, Span},
};
use serde::Serialize;

use super::{Checked, Summary, escape};

/// Names the version of the structure, which changes when a field goes or changes its meaning.
pub(super) const HEAD: &str = "{\"version\": 1,\n \"findings\": [";
pub(super) const BETWEEN: &str = ",";

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: &'a str,
    path: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    span: Place,
    labels: Vec<Label<'a>>,
    fix: Option<Fix<'a>>,
}

/// A place: bytes from 0, half open; lines and columns from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Place {
    start: usize,
    end: usize,
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Label<'a> {
    span: Place,
    text: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    applicability: &'a str,
    title: &'a str,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Totals {
    files: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    fixable: usize,
}

impl Place {
    /// The place of a span.
    pub(crate) fn new(file: &SourceFile, span: Span) -> Self {
        let start = file.line_col(span.start());
        let is_in_line = |text: &&str| memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_none();
        // What holds no line end ends in the line it begins in.
        let end = match file.text().get(span.range()).filter(is_in_line) {
            Some(text) => LineCol { column: start.column + text.chars().count(), ..start },
            None => file.line_col(span.end()),
        };
        Self {
            start: span.start(),
            end: span.end(),
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

impl<'a> Finding<'a> {
    fn new(file: &'a SourceFile, finding: &'a Diagnostic) -> Self {
        let labels = finding.labels.iter();
        Self {
            rule: finding.rule,
            severity: finding.severity.name(),
            path: file.name(),
            message: &finding.message,
            help: finding.help.as_deref(),
            span: Place::new(file, finding.span),
            labels: labels
                .map(|label| Label { span: Place::new(file, label.span), text: &label.text })
                .collect(),
            fix: finding.fix.as_ref().map(|fix| Fix {
                applicability: fix.applicability.name(),
                title: &fix.title,
                edits: fix.edits.iter().map(Edit::new).collect(),
            }),
        }
    }
}

impl<'a> Edit<'a> {
    fn new(edit: &'a agenda_lint_core::text::Edit) -> Self {
        Self { start: edit.span.start(), end: edit.span.end(), text: &edit.text }
    }
}

/// The findings of a file as members of a list.
pub(super) fn file(checked: &Checked) -> String {
    let findings: Vec<_> = checked.public().collect();
    list(findings.iter().map(|finding| Finding::new(&checked.file, finding)))
}

/// Values as members of a list, a line each.
pub(crate) fn list(values: impl Iterator<Item = impl Serialize>) -> String {
    let mut text = Vec::new();
    for (index, value) in values.enumerate() {
        text.extend_from_slice(if index > 0 { BETWEEN } else { "" }.as_bytes());
        text.extend_from_slice(b"\n  ");
        add(&value, &mut text);
    }
    escaped(text)
}

/// The findings of a file, a line each.
pub(super) fn lines(checked: &Checked) -> String {
    let mut text = Vec::new();
    for finding in checked.public() {
        add(&Finding::new(&checked.file, &finding), &mut text);
        text.push(b'\n');
    }
    escaped(text)
}

pub(super) fn tail(summary: &Summary) -> String {
    let Summary { files, errors, warnings, infos, fixable, .. } = *summary;
    let totals = write(&Totals { files, errors, warnings, infos, fixable });
    format!("],\n \"summary\": {totals}}}\n")
}

/// A value as JSON in one line.
pub(super) fn write(value: &impl Serialize) -> String {
    let mut text = Vec::new();
    add(value, &mut text);
    escaped(text)
}

fn add(value: &impl Serialize, text: &mut Vec<u8>) {
    // Plain structures with text as keys can always be written.
    let _ = serde_json::to_writer(text, value);
}

fn escaped(text: Vec<u8>) -> String {
    let text = String::from_utf8(text).unwrap_or_default();
    match escape::json(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(escaped) => escaped,
    }
}

/// Any value as JSON over several lines.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    escape::json(&text).into_owned() + "\n"
}
