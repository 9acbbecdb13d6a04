//! How often each rule spoke.

use std::{collections::BTreeMap, fmt::Write as _};

use agenda_lint_core::diagnostic::Severity;

use super::Checked;

/// Counts of findings, by rule.
#[derive(Debug, Default)]
pub(crate) struct Statistics {
    rules: BTreeMap<&'static str, (usize, Severity, bool)>,
}

impl Statistics {
    /// Counts the findings of a file.
    pub(crate) fn add(&mut self, checked: &Checked) {
        for finding in &checked.findings {
            let row = self.rules.entry(finding.rule).or_insert((0, finding.severity, false));
            row.0 += 1;
            row.1 = row.1.max(finding.severity);
            row.2 |= finding.fix.is_some();
        }
    }

    /// A line a rule, the most frequent first.
    pub(crate) fn table(&self) -> String {
        let mut rows: Vec<_> = self.rules.iter().collect();
        rows.sort_by_key(|(rule, (count, ..))| (std::cmp::Reverse(*count), **rule));
        let mut text = String::new();
        for (rule, (count, severity, fixable)) in rows {
            let fix = if *fixable { "  fixable" } else { "" };
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{count:>6}  {:<7}  {rule}{fix}", severity.name());
        }
        text
    }
}
