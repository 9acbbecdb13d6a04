//! Findings for programs. The names of fields are promised; these structures are not the internal
//! ones, so that those may change.

use agenda_lint_core::{
    diagnostic::Diagnostic,
    text::{SourceFile, Span},
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
        let (start, end) = (file.line_col(span.start()), file.line_col(span.end()));
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
    let lines: Vec<String> = values.map(|value| format!("\n  {}", write(&value))).collect();
    lines.join(BETWEEN)
}

/// The findings of a file, a line each.
pub(super) fn lines(checked: &Checked) -> String {
    checked.public().fold(String::new(), |mut lines, finding| {
        lines.push_str(&write(&Finding::new(&checked.file, &finding)));
        lines.push('\n');
        lines
    })
}

pub(super) fn tail(summary: &Summary) -> String {
    let Summary { files, errors, warnings, infos, fixable, .. } = *summary;
    let totals = write(&Totals { files, errors, warnings, infos, fixable });
    format!("],\n \"summary\": {totals}}}\n")
}

/// A value as JSON in one line.
pub(super) fn write(value: &impl Serialize) -> String {
    // Plain structures with text as keys can always be written.
    let text = serde_json::to_string(value).unwrap_or_default();
    escape::json(&text).into_owned()
}

/// Any value as JSON over several lines.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    escape::json(&text).into_owned() + "\n"
}
