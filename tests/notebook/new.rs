//! The next meeting as `new` writes it.

use std::fs;

use serde_json::Value;

use crate::{folder, out, run};

const CONFIG: &str = "meeting: {cadence: biweekly}\npeople: {report: Sam Lee, manager: Kate Doe}\nokrs: [{id: O1, title: Homes}, {id: O2, title: Families}]\n";
const LATEST: &str = "## 2 March 2026\n\n### Updates\n\n- O1: the set-up is live in 20 homes, 58 % of them published a rota\n\n\
    ### Advice\n\n- Easter cover\n\n### Actions\n\n- [ ] Sam: write the list of wards\n";
const EARLIER: &str = "## 5 January 2026\n\n### Career\n\n- My goal is to lead a squad\n  - KD: good\n\n### Actions\n\n\
    - [ ] Sam: write the list of wards\n";

#[test]
fn a_meeting_goes_where_new_ones_stand() {
    for (meetings, first) in [([LATEST, EARLIER], true), ([EARLIER, LATEST], false)] {
        let text = format!("# Kate\n\n{}", meetings.join("\n"));
        let here = folder(&[(".agenda-lint.yaml", CONFIG), ("kate.md", &text)]);
        let dry = run(here.path(), "2026-03-04", &["new", "kate.md", "--dry-run"]);
        assert_eq!(fs::read_to_string(here.path().join("kate.md")).unwrap(), text, "nothing was written");
        let new = run(here.path(), "2026-03-04", &["new", "kate.md"]);
        assert_eq!(out(&dry), out(&new));
        let agenda = out(&new);
        for part in [
            "## 16 March 2026\n",
            "- [ ] Sam: write the list of wards (carried over twice)\n",
            "#### From last time\n\n> - Easter cover\n",
            "<!-- Career has not been a topic since 5 January 2026. -->",
            "<!-- O2 has not been named yet: a word on where it stands? -->",
            "### Updates (10 min)",
            "### Discussion (20 min)",
            "#### Strategy",
            "### Notes",
        ] {
            assert!(agenda.contains(part), "{part}: {agenda}");
        }
        assert!(!agenda.contains("O1"), "{agenda}");
        let after = fs::read_to_string(here.path().join("kate.md")).unwrap();
        assert_eq!(after.find(agenda).unwrap() < after.find(LATEST).unwrap(), first, "{after}");
        assert_eq!(after.replacen(agenda, "", 1).split_whitespace().count(), text.split_whitespace().count());

        let check = run(here.path(), "2026-03-16", &["kate.md", "--format", "json"]);
        let check: Value = serde_json::from_slice(&check.stdout).unwrap();
        let found = check["findings"].as_array().unwrap().iter().filter(|found| found["severity"] != "info");
        let rules: Vec<&str> = found.map(|found| found["rule"].as_str().unwrap()).collect();
        assert!(!rules.is_empty() && rules.iter().all(|rule| *rule == "leftover-template"), "{rules:?}");
    }
}

#[test]
fn a_first_meeting_says_with_whom_and_nothing_is_written_twice() {
    let here = folder(&[("taken.md", "# Mine\n")]);
    let new = run(here.path(), "2026-03-04", &["new", "noor.md", "--with", "Noor", "--date", "2026-03-09"]);
    assert!(out(&new).starts_with("# 2026-03-09 · Noor\n\n## Updates (10 min)\n"), "{new:?}");
    assert_eq!(fs::read_to_string(here.path().join("noor.md")).unwrap(), out(&new));
    let again = run(here.path(), "2026-03-04", &["new", "noor.md", "--date", "2026-03-09"]);
    assert_eq!(again.status.code(), Some(2), "{again:?}");
    assert_eq!(fs::read_to_string(here.path().join("noor.md")).unwrap(), out(&new));
    let taken = run(here.path(), "2026-03-04", &["new", "taken.md"]);
    assert_eq!(taken.status.code(), Some(2), "{taken:?}");
    assert_eq!(fs::read_to_string(here.path().join("taken.md")).unwrap(), "# Mine\n");
}

#[test]
fn nothing_is_put_between_bullets_that_are_meetings() {
    let text = "- ## [[2026-03-02]]\n\t- Easter cover\n- ## [[2026-02-16]]\n\t- the rota\n";
    let here = folder(&[("kate.md", text)]);
    let dry = run(here.path(), "2026-03-04", &["new", "kate.md", "--dry-run"]);
    assert!(out(&dry).contains("2026-03-09"), "{dry:?}");
    let new = run(here.path(), "2026-03-04", &["new", "kate.md"]);
    assert_eq!(new.status.code(), Some(2), "{new:?}");
    assert_eq!(fs::read_to_string(here.path().join("kate.md")).unwrap(), text);
    let folded = "# Sam / Kate\n\n## Topics\n\n- b\n\n> [!note]- 2026-03-02\n> - a\n";
    let here = folder(&[("kate.md", folded)]);
    assert_eq!(run(here.path(), "2026-03-04", &["new", "kate.md"]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(here.path().join("kate.md")).unwrap(), folded);
}

#[test]
fn a_page_that_keeps_older_meetings_gets_the_new_one_before_them() {
    let page = "---\ndate: 2026-03-02\n---\n# Sam / Kate\n\n## Updates\n\n- a\n\n";
    let here = folder(&[("kate.md", &format!("{page}## 2026-02-16\n\n- x\n"))]);
    let new = run(here.path(), "2026-03-03", &["new", "kate.md", "--date", "2026-03-16"]);
    assert!(out(&new).starts_with("## 2026-03-16\n"), "{new:?}");
    let after = fs::read_to_string(here.path().join("kate.md")).unwrap();
    assert!(after.starts_with(&format!("{page}## 2026-03-16\n")), "{after}");
}

#[test]
fn topics_of_a_meeting_without_a_day_are_not_left_in_silence() {
    let text = format!("# Kate\n\n## Next 1:1\n\n- Budget\n\n{LATEST}");
    let here = folder(&[(".agenda-lint.yaml", CONFIG), ("kate.md", &text)]);
    let new = run(here.path(), "2026-03-04", &["new", "kate.md"]);
    let said = String::from_utf8_lossy(&new.stderr).into_owned();
    assert!(said.contains("what stands under `Next 1:1` stayed there"), "{said}");
}
