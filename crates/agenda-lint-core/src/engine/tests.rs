//! What the engine adds to the rules: suppression, order and fixes.

use std::sync::Arc;

use jiff::civil::date;

use super::Linter;
use crate::{
    analysis::{Analysis, Scope, Workspace},
    diagnostic::Applicability,
    rules::{Preset, RulesConfig},
    text::SourceFile,
};

fn linter() -> Linter {
    Linter::new(RulesConfig::default().active(|meta, _| Preset::Strict.severity(meta)))
}

fn read(file: SourceFile) -> Workspace {
    let today = Some(date(2026, 3, 2));
    Workspace::single(file, &Arc::default(), Scope::Next(today), today)
}

/// The text after its fixes, how many were made, and the rules that still speak.
fn fix(text: &str, upto: Applicability) -> (SourceFile, usize, Vec<&'static str>) {
    let today = Some(date(2026, 3, 2));
    let mut workspace = read(SourceFile::new("a.md", text));
    let again = |file| Analysis::new(file, &Arc::default(), Scope::Next(today));
    let fixed = linter().fix(&mut workspace, 0, upto, again);
    assert!(fixed.settled);
    let left = linter().check(&workspace, 0).into_iter().map(|finding| finding.rule).collect();
    (workspace.files[0].file.clone(), fixed.made, left)
}

fn rules(text: &str) -> Vec<&'static str> {
    let found = linter().check(&read(SourceFile::new("a.md", text)), 0);
    found.into_iter().map(|finding| finding.rule).collect()
}

const VAGUE: &str = "## 2026-03-02\n\n### Advice\n\n- Do you have advice on stakeholder management?";

#[test]
fn a_comment_silences_its_rule_and_no_other() {
    assert!(rules(&format!("{VAGUE}\n")).contains(&"vague-advice"));
    let silenced =
        format!("{VAGUE} <!-- agenda-lint-disable-line vague-advice -- talked about by phone -->\n");
    assert!(!rules(&silenced).contains(&"vague-advice"), "{:?}", rules(&silenced));
    assert!(!rules(&silenced).contains(&"unused-suppression"));
    let other = format!("{VAGUE} <!-- agenda-lint-disable-line unknown-okr -->\n");
    assert!(rules(&other).contains(&"vague-advice"));
    assert!(rules(&other).contains(&"unused-suppression"));
}

#[test]
fn a_comment_silences_one_of_several_actions_that_are_told_at_once() {
    let silence = " <!-- agenda-lint-disable-line unowned-action -->";
    for (silenced, told) in
        [(0, "`Print the badges` and 2"), (1, "`Book the room` and 2"), (4, "`Book the room` and 3")]
    {
        let mut text = "## 2026-03-02\n\n### Action items\n\n- Kate: sign the lease\n".to_owned();
        for (at, line) in
            ["Book the room", "Print the badges", "Order the lunch", "Call the caterer"].iter().enumerate()
        {
            text.extend(["- ", line, if at == silenced { silence } else { "" }, "\n"]);
        }
        let found = linter().check(&read(SourceFile::new("a.md", text)), 0);
        let unowned: Vec<_> = found.iter().filter(|finding| finding.rule == "unowned-action").collect();
        assert!(unowned.len() == 1 && unowned[0].message.contains(told), "{unowned:?}");
        assert!(found.iter().all(|finding| finding.rule != "unused-suppression"), "{found:?}");
    }
}

#[test]
fn a_comment_that_silences_nothing_is_taken_out_with_its_line() {
    let text = "## 2026-03-02\n\n<!-- agenda-lint-disable-next-line vague-advise -->\n### Notes\n\n- a <!-- agenda-lint-disable-line -->\n";
    let (file, ..) = fix(text, Applicability::Safe);
    assert_eq!(file.text(), "## 2026-03-02\n\n### Notes\n\n- a\n");
}

#[test]
fn a_comment_in_an_old_meeting_has_had_its_day() {
    let text = "## 2026-03-02\n\n### Notes\n\n- a\n\n## 2026-02-16\n\n### Advice\n\n- b <!-- agenda-lint-disable-line vague-advice -->\n";
    assert!(!rules(text).contains(&"unused-suppression"));
}

#[test]
fn the_skeleton_is_added_once_and_an_empty_one_satisfies_nobody() {
    let (file, _, left) = fix(&format!("{VAGUE}\n"), Applicability::Unsafe);
    assert!(file.text().contains("  - Situation:"), "{}", file.text());
    assert_eq!(file.text().matches("Problem:").count(), 1);
    assert!(left.iter().any(|rule| rule.ends_with("-advice")), "{left:?}");
}

#[test]
fn line_ends_and_the_mark_survive_a_fix() {
    let text = format!("\u{feff}{VAGUE}\n").replace('\n', "\r\n");
    let (file, made, _) = fix(&text, Applicability::Unsafe);
    assert!(made > 0 && file.has_bom());
    assert_eq!(file.text().matches('\n').count(), file.text().matches("\r\n").count());
}
