//! Notes of whole days, of which a one-on-one is a part.

use std::fs;

use serde_json::Value;

use crate::{folder, out, run};

const OLD: &str = "# Monday\n\n## Plan\n\n- [ ] buy milk\n\n## 1:1 with Kate\n\n### Updates\n\n- O1: the set-up is \
    live in 20 homes\n\n### Actions\n\n- [ ] Sam: ask Farah about logins\n\n## Evening\n\n- any advice on novels?\n";
const DIARY: &str = "# Tuesday\n\n## Todo\n\n- [ ] paint the wall\n- Do you have advice on paint?\n";
const NEW: &str = "## 1:1 with Kate\n\nA short one today.\n\n## Updates\n\n- O1: the set-up is live in 30 homes\n\n\
    ## Log\n\n- [ ] slept badly\n";

#[test]
fn of_a_day_the_one_on_one_is_the_meeting() {
    let files = [("2026-02-16.md", OLD), ("2026-02-24.md", DIARY), ("2026-03-02.md", NEW)];
    let here = folder(&files.map(|(name, text)| (name, text)));
    let found = run(here.path(), "2026-03-02", &["--all-meetings", "--format", "concise", "-q"]);
    let rules: Vec<_> = out(&found).lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(rules, ["2026-02-16.md:15:1", "2026-03-02.md:1:1"], "{found:?}");
    assert!(out(&found).contains("ask Farah about logins` of 16 February was left open"), "{found:?}");

    let report = run(here.path(), "2026-03-04", &["report", "--format", "json"]);
    let report: Value = serde_json::from_slice(&report.stdout).unwrap();
    let days = report["notebooks"][0]["meetings"].as_array().unwrap().iter();
    assert_eq!(days.map(|of| of["date"].as_str().unwrap()).collect::<Vec<_>>(), ["2026-02-16", "2026-03-02"]);

    let new = run(here.path(), "2026-03-04", &["new", "."]);
    assert!(out(&new).starts_with("## 1:1 with Kate\n"), "{new:?}");
    let report = run(here.path(), "2026-03-10", &["report", "--format", "json"]);
    let report: Value = serde_json::from_slice(&report.stdout).unwrap();
    assert_eq!(report["notebooks"][0]["meetings"].as_array().unwrap().len(), 3);
    assert_eq!(fs::read_dir(here.path()).unwrap().count(), 4);
}

#[test]
fn a_heading_within_an_agenda_is_no_day() {
    for text in [
        "# 2026-03-02\n\n## Updates\n\n- a\n\n## 1:1 with Kate\n\n- b\n\n## Log\n\n- c\n",
        "# 1:1 with Kate\n\n## Updates\n\n- a\n\n## Log\n\n- c\n",
        "# 2026-03-02\n\n## 1:1 topics\n\n- b\n\n## Log\n\n- c\n",
        "# 2026-03-02\n\n## 1:1\n\n## Updates\n\n- b\n\n## Log\n\n- c\n",
    ] {
        let here = folder(&[("2026-03-02.md", text)]);
        let inspected = run(here.path(), "2026-03-02", &["inspect", "2026-03-02.md", "--format", "json"]);
        let inspected: Value = serde_json::from_slice(&inspected.stdout).unwrap();
        let sections = inspected["meetings"][0]["sections"].as_array().unwrap();
        assert_eq!(sections.last().unwrap()["title"], "Log", "{text}");
    }
}

#[test]
fn one_meeting_keeps_to_no_cadence_yet() {
    let one = "## 2026-03-02\n\n### Updates\n\n- a\n";
    for (text, tells) in [(one.to_owned(), false), (format!("{one}\n## 2026-02-16\n\n- b\n"), true)] {
        let here = folder(&[("kate.md", &text)]);
        let report = run(here.path(), "2026-03-04", &["report"]);
        assert_eq!(out(&report).contains("cadence"), tells, "{report:?}");
    }
}
