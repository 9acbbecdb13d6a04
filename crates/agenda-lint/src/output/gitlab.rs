//! GitLab's report of code quality.

use agenda_lint_core::diagnostic::Severity;
use serde_json::json;

use super::{Checked, json};

pub(super) const HEAD: &str = "[";
pub(super) const TAIL: &str = "]\n";

/// The findings of a file as members of a list.
pub(super) fn file(checked: &Checked) -> String {
    let path = checked.marks.path.to_string_lossy();
    json::list(checked.marked().map(|(finding, mark)| {
        let (start, end) =
            (checked.file.line_col(finding.span.start()), checked.file.line_col(finding.span.end()));
        json!({
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": mark.print(),
            "severity": severity(finding.severity),
            "location": {"path": path, "lines": {"begin": start.line, "end": end.line}},
        })
    }))
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}
