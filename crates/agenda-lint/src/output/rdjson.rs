//! Reviewdog's diagnostic format.

use agenda_lint_core::{
    diagnostic::{Diagnostic, Severity},
    rules::RULES,
    text::{SourceFile, Span},
};
use serde_json::{Value, json};

use super::{Checked, json};

pub(super) const TAIL: &str = "]}\n";

/// Everything before the first finding.
pub(super) fn head() -> String {
    let source = json!({"name": "agenda-lint", "url": env!("CARGO_PKG_REPOSITORY")});
    format!("{{\"source\": {source},\n \"diagnostics\": [")
}

/// The findings of a file as members of a list.
pub(super) fn file(checked: &Checked) -> String {
    json::list(checked.marked().map(|(finding, _)| diagnostic(checked, &finding)))
}

fn diagnostic(checked: &Checked, finding: &Diagnostic) -> Value {
    let url = RULES.iter().find(|rule| rule.name == finding.rule).map(|rule| rule.url());
    let path = checked.marks.path.to_string_lossy();
    let mut diagnostic = json!({
        "message": finding.message,
        "severity": severity(finding.severity),
        "code": {"value": finding.rule, "url": url},
        "location": {"path": path, "range": range(&checked.file, finding.span)},
    });
    // Several suggestions would be offered one by one, and a fix is made wholly or not at all.
    if let Some([edit]) = finding.fix.as_ref().map(|fix| fix.edits.as_slice()) {
        diagnostic["suggestions"] = json!([{"range": range(&checked.file, edit.span), "text": edit.text}]);
    }
    diagnostic
}

/// Lines from 1, columns from 1 in bytes, the byte-order mark among them.
fn range(file: &SourceFile, span: Span) -> Value {
    let place = |offset: usize| {
        let line = file.line_index(offset);
        let mark = if line == 0 && file.has_bom() { '\u{feff}'.len_utf8() } else { 0 };
        json!({"line": line + 1, "column": offset - file.line_span(line).start() + mark + 1})
    };
    json!({"start": place(span.start()), "end": place(span.end())})
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info => "INFO",
    }
}
