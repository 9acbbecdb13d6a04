//! The XML of `JUnit`: a suite a file, a failed test a finding.

use std::fmt::Write as _;

use agenda_lint_core::diagnostic::{Diagnostic, Severity};

use super::{Checked, escape::xml};

pub(super) const HEAD: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"agenda-lint\">\n";
pub(super) const TAIL: &str = "</testsuites>\n";

/// A file as a suite. A file without findings is a test that passed; a finding worth knowing is one
/// that was skipped, as it is no failure by default either.
pub(super) fn file(checked: &Checked) -> String {
    let path = checked.marks.path.to_string_lossy();
    let path = xml(&path);
    let skipped = checked.findings.iter().filter(|finding| finding.severity == Severity::Info).count();
    let failures = checked.findings.len() - skipped;
    let tests = checked.findings.len().max(1);
    let mut text = format!(
        "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\">\n"
    );
    if checked.findings.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "    <testcase name=\"nothing to improve\" classname=\"{path}\"/>");
    }
    for (finding, _) in checked.marked() {
        test_case(&mut text, checked, &finding, &path);
    }
    text.push_str("  </testsuite>\n");
    text
}

fn test_case(text: &mut String, checked: &Checked, finding: &Diagnostic, path: &str) {
    let place = checked.file.line_col(finding.span.start());
    let (line, column, rule) = (place.line, place.column, finding.rule);
    let message = xml(&finding.message);
    let severity = finding.severity.name();
    let _ = writeln!(text, "    <testcase name=\"{rule} at line {line}\" classname=\"{path}\">");
    let _ = match finding.severity {
        Severity::Info => writeln!(text, "      <skipped message=\"{message}\"/>"),
        _ => writeln!(
            text,
            "      <failure type=\"{severity}\" message=\"{message}\">{path}:{line}:{column}: {message} [{rule}]</failure>"
        ),
    };
    text.push_str("    </testcase>\n");
}
