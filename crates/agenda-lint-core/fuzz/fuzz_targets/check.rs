//! Any text, linted by every rule and fixed: no panic, every finding points into the text, and fixes come to an end or
//! leave the text alone.
#![no_main]

use std::sync::Arc;

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace},
    diagnostic::Applicability,
    engine::Linter,
    rules::{Preset, RulesConfig},
    text::SourceFile,
};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let today = Some(date(2026, 3, 2));
    let linter = Linter::new(RulesConfig::default().active(|meta, _| Preset::Strict.severity(meta)));
    let file = SourceFile::new("a.md", text);
    let original = file.text().to_owned();
    let mut workspace = Workspace::single(file, &Arc::default(), Scope::All(today), today);
    for finding in linter.check(&workspace, 0) {
        let file = &workspace.files[0].file;
        file.slice(finding.span);
        finding.labels.iter().for_each(|label| {
            file.slice(label.span);
        });
    }
    let again = |file| Analysis::new(file, &Arc::default(), Scope::All(today));
    let fixed = linter.fix(&mut workspace, 0, Applicability::Unsafe, again);
    let after = workspace.files[0].file.text();
    assert!(fixed.settled || after == original, "fixes that do not end change the text: {after:?}");
});
