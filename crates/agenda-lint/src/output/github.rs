//! GitHub Actions: a workflow command a finding, and the page that a job shows of itself.

use std::fmt::Write as _;

use agenda_lint_core::{diagnostic::Severity, rules::RULES};

use super::{
    Checked, Summary,
    escape::{self, workflow_data, workflow_property},
};

/// The findings of a file, an annotation each.
pub(super) fn file(checked: &Checked) -> String {
    let path = checked.marks.path.to_string_lossy();
    let path = workflow_property(&path);
    let mut text = String::new();
    for (finding, _) in checked.marked() {
        let start = checked.file.line_col(finding.span.start());
        let end = checked.file.line_col(finding.span.end());
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "::{} title=agenda-lint ({}),file={path},line={},endLine={}",
            command(finding.severity),
            finding.rule,
            start.line,
            end.line
        );
        // Columns are taken within one line only.
        if start.line == end.line {
            let _ = write!(text, ",col={},endColumn={}", start.column, end.column);
        }
        let _ = writeln!(text, "::{}", workflow_data(&finding.message));
    }
    text
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// The findings of a file as rows of the job's page.
pub(crate) fn rows(checked: &Checked) -> String {
    let path = checked.marks.path.to_string_lossy();
    let path = escape::markdown(&path);
    let mut text = String::new();
    for (finding, _) in checked.marked() {
        let url = RULES.iter().find(|rule| rule.name == finding.rule).map(|rule| rule.url());
        let _ = writeln!(
            text,
            "| {} | {path}:{} | [{}]({}) | {} |",
            finding.severity.name(),
            checked.file.line_col(finding.span.start()).line,
            finding.rule,
            url.unwrap_or_default(),
            escape::markdown(&finding.message)
        );
    }
    text
}

/// The job's page, of rows of which `left_out` more are not shown.
pub(crate) fn page(summary: &Summary, rows: &str, left_out: usize) -> String {
    let mut page = format!("### agenda-lint\n\n{}\n", summary.sentence());
    if !rows.is_empty() {
        let _ = write!(page, "\n| severity | place | rule | finding |\n|---|---|---|---|\n{rows}");
    }
    if left_out > 0 {
        let _ = write!(page, "\nand {left_out} more\n");
    }
    page
}
