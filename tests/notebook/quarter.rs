//! A quarter with a notebook: thirteen weeks of `new`, edits, `check` and `share`.

use std::{fmt::Write as _, fs};

use serde_json::Value;

use crate::{out, run};

const CONFIG: &str = "people: {report: Sam Lee, manager: Kate Doe}\n\
    okrs:\n  - {id: O1, title: Homes get going on their own}\n";

/// The agenda of a week: every slot filled, a private line, and something to hand on.
fn filled(agenda: &str, week: usize) -> String {
    let update =
        format!("O1: the guided set-up went to {} more homes, 58 % of them published a rota", week + 3);
    let advice = format!(
        "Since week {week} the night managers skip the digest and ring Support on Saturday. I cut it to \
         three lines and rang six of them, and only 9 % open it. Would you print it with the rota?"
    );
    let career = "My goal is to lead a squad by next autumn. I asked Ines and Tomasz how they got there and \
        wrote [a plan](https://docs.example.com/plan). What is missing from it?";
    let mut topics = [advice.as_str(), career].into_iter();
    let mut text = String::new();
    for line in agenda.replace("[Update]", &update).lines() {
        match (line, topics.len()) {
            ("- [Topic]", 0) => text += "- None this week\n",
            ("- [Topic]", _) => writeln!(text, "- {}", topics.next().unwrap()).unwrap(),
            _ => writeln!(text, "{line}").unwrap(),
        }
    }
    text + "\n## Private\n\n- ask for a raise of 4711\n"
}

/// What is written down in the meeting: an answer, a new action, and the older one done.
fn held(text: &str, week: usize) -> String {
    let text =
        text.replacen("print it with the rota?\n", "print it with the rota?\n  - KD: with pleasure\n", 1);
    let text = text.replacen("What is missing from it?\n", "What is missing from it?\n  - KD: money\n", 1);
    let mut actions = String::new();
    for line in text.split("## Notes").next().unwrap().split("## Action items").nth(1).unwrap().trim().lines()
    {
        writeln!(actions, "{}", line.replacen("[ ]", "[x]", 1)).unwrap();
    }
    let topic = ["wards", "agencies", "printers", "badges", "invoices", "lockers"][week % 6];
    writeln!(actions, "- [ ] Sam: send Kate the list of {topic}").unwrap();
    let (before, rest) = text.split_once("## Action items").unwrap();
    let (_, after) = rest.split_once("## Notes").unwrap();
    format!("{before}## Action items\n\n{actions}\n## Notes\n\n- Spoke about the digest\n{after}")
}

#[test]
fn a_quarter_goes_by() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join(".agenda-lint.yaml"), CONFIG).unwrap();
    let note = folder.join("kate.md");
    let start = jiff::civil::date(2026, 1, 5);
    for week in 0..13 {
        let day =
            start.checked_add(jiff::Span::new().weeks(i64::try_from(week).unwrap())).unwrap().to_string();
        let args = if week == 0 { vec!["new", "kate.md", "--date", &day] } else { vec!["new", "kate.md"] };
        let before = fs::read_to_string(&note).unwrap_or_default();
        let eve = if week == 0 {
            "2026-01-04".to_owned()
        } else {
            start
                .checked_add(jiff::Span::new().days(i64::try_from(week * 7 - 3).unwrap()))
                .unwrap()
                .to_string()
        };
        let new = run(folder, &eve, &args);
        assert_eq!(new.status.code(), Some(0), "{new:?}");
        let agenda = out(&new);
        assert!(agenda.starts_with(&format!("# {day}")), "week {week}: {agenda}");
        let carried = agenda.matches("(carried over once)").count();
        assert_eq!(carried, usize::from(week > 0), "week {week}: {agenda}");
        let text = fs::read_to_string(&note).unwrap();
        assert_eq!(text.replacen(agenda, "", 1).trim(), before.trim(), "only the meeting is added");

        let slots = run(folder, &day, &["--format", "json", "kate.md"]);
        let found: Value = serde_json::from_slice(&slots.stdout).unwrap();
        for finding in found["findings"].as_array().unwrap() {
            let rule = &finding["rule"];
            assert!(rule == "leftover-template" || finding["severity"] == "info", "week {week}: {finding}");
        }

        let text = text.replacen(agenda, &filled(agenda, week), 1);
        fs::write(&note, &text).unwrap();
        let check = run(folder, &day, &["kate.md"]);
        assert_eq!(check.status.code(), Some(0), "week {week}: {}", out(&check));
        let share = run(folder, &day, &["share", "kate.md"]);
        assert!(out(&share).contains("guided set-up went to") && !out(&share).contains("4711"), "{share:?}");

        let again = run(folder, &eve, &["new", "kate.md", "--date", &day]);
        assert_eq!(again.status.code(), Some(2), "a meeting is never written twice");
        let (meeting, earlier) = text.split_at(text.find("4711").unwrap());
        fs::write(&note, held(meeting, week) + earlier).unwrap();
    }

    let actions = run(folder, "2026-03-31", &["actions", "--format", "json"]);
    let actions: Value = serde_json::from_slice(&actions.stdout).unwrap();
    let open: Vec<&str> =
        actions["actions"].as_array().unwrap().iter().filter_map(|of| of["text"].as_str()).collect();
    assert_eq!(open, ["send Kate the list of wards"]);

    let report = run(folder, "2026-03-31", &["report", "--format", "json"]);
    assert!(!out(&report).contains("4711"));
    let report: Value = serde_json::from_slice(&report.stdout).unwrap();
    let report = &report["notebooks"][0];
    assert_eq!(report["meetings"].as_array().unwrap().len(), 13);
    assert_eq!(
        (report["cadence"]["kept"].as_u64(), report["cadence"]["gaps"].as_u64()),
        (Some(12), Some(12))
    );
    assert_eq!(report["notes"]["with"], 13);
    assert_eq!(report["objectives"][0]["since"]["last"], "2026-03-30");
    let told = &report["actions"];
    assert_eq!(
        (told["opened"].as_u64(), told["closed"].as_u64(), told["open"].as_u64()),
        (Some(13), Some(12), Some(1))
    );
}
