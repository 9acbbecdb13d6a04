//! Where the meetings of a file begin, and on which day each is.

use super::{outline, read};
use crate::document::Meeting;

#[test]
fn bullets_that_are_days_are_meetings() {
    let text = "title:: Kate\n\n- OKRs\n\t- o\n- ## [[Mar 4th, 2026]]\n\t- **Updates**\n\t\t- a\n\t\t\t- KD: b\n\t- c\n\t- ### Advice\n\t\t- d\n\
                - [[2026-02-18]]\n\t- e\n\t\t- f\n- Books\n\t- g\n";
    assert_eq!(
        outline(text),
        "2026-03-04\n  updates \"Updates\"\n    - a\n      (KD) - KD: b\n  other \"\"\n    - c\n  advice \"Advice\"\n    - d\n\
         2026-02-18\n  other \"\"\n    - e\n      - f\n"
    );
    let lists = "# 2026\n\n- 2026-03-04\n  - Updates\n    - a\n\n---\n\n- 2026-02-18\n  - b\n\n# 2025\n\n- 2025-12-10\n  - c\n";
    assert_eq!(read("a.md", lists).1.meetings.len(), 3);
    for (text, day) in [
        ("- 4 March 2026\n  - a\n", "2026-03-04"),
        // A log, appointments, and a list of days below other things.
        ("# 2026-03-05\n\n- 4 March 2026\n  - a\n", "2026-03-05"),
        ("---\ndate: 2026-03-05\n---\n- 4 March 2026\n  - a\n", "2026-03-05"),
        ("## Updates\n\n- 4 March 2026\n  - a\n- 2 March 2026\n  - b\n", "undated"),
        ("- 4 March 2026\n  - a\n- Offsite\n  - b\n", "undated"),
        ("- 4 March 2026: the dentist\n  - a\n", "undated"),
        ("- Updates (2026-03-02)\n  - a\n", "undated"),
        ("## 2026-03-05\n\n- Action items from 2 March\n  - a\n", "2026-03-05"),
        ("- [ ] 4 March 2026\n  - a\n", "undated"),
    ] {
        assert_eq!(outline(text).lines().next(), Some(day), "{text}");
        assert_eq!(read("a.md", text).1.meetings.len(), 1, "{text}");
    }
}

#[test]
fn the_days_of_an_outliner_may_stand_one_step_further_in() {
    let text = "- Manager:: [[Kate]]\n- **Agenda**\n\t- what I bring\n\t- [[Feb 19th, 2026]]\n\t\t- a\n\t- [[Mar 5th, 2026]]\n\t\t- **Updates**\n\t\t\t- b\n\
                \t- someday\n\t\t- c\n- **Notes**\n\t- [[Feb 19th, 2026]]\n\t\t- d\n\t- [[Mar 5th, 2026]]\n\t\t- e\n";
    assert_eq!(
        outline(text),
        "2026-02-19\n  other \"\"\n    - a\n2026-03-05\n  updates \"Updates\"\n    - b\n2026-02-19\n  other \"\"\n    - d\n\
         2026-03-05\n  other \"\"\n    - e\n"
    );
    // Days of something else, and those beside sections.
    for text in [
        "- Agenda\n\t- the fair\n\t\t- 5 March: doors\n\t\t- 6 March: talks\n",
        "- Updates\n\t- a\n- Time off\n\t- 6 April 2026\n\t\t- b\n\t- 7 April 2026\n\t\t- c\n",
        "- Updates\n\t- a\n- Notes\n\t- 6 April 2026\n\t\t- b\n\t- 7 April 2026\n\t\t- c\n",
    ] {
        assert_eq!(outline(text).lines().next(), Some("undated"), "{text}");
    }
}

#[test]
fn a_remark_behind_a_day_changes_nothing_and_the_day_of_the_last_meeting_begins_none() {
    let text = "Tues 3 March 2026 10.30 (her office)\n\n- a\n\nTues 17 Feb 2026, 5.30 p.m.\n\n- b\n";
    assert_eq!(outline(text), "2026-03-03\n  other \"\"\n    - a\n2026-02-17\n  other \"\"\n    - b\n");
    for line in
        ["Last met: 12 February 2026", "Previous 1:1: 12 February 2026", "Last updated 12 February 2026"]
    {
        let text = format!("## 2026-03-03\n\n**{line}**\n\n- a\n\n## 2026-02-12\n\n- b\n");
        assert_eq!(read("a.md", &text).1.meetings.len(), 2, "{line}");
    }
    let text = "## 2026-01-12\n\n- a\n\n## Last meeting of the year: 18 December 2025\n\n- b\n";
    assert_eq!(read("a.md", text).1.meetings.len(), 2);
}

#[test]
fn headings_that_may_open_with_a_day_are_dated_where_several_do() {
    for (headings, meetings) in [
        (["3/14 - me & Kip", "2/28: Kip"], 2),
        (["3/14 - me & Kip", "28 February"], 2),
        (["Tue 3/14, Kip", "Thu 2/28 with Kip"], 2),
        (["04.03. Jour fixe", "18.02. Jour fixe"], 2),
        (["Week 10", "KW 9: Jour fixe"], 2),
        (["NEXT: Thursday 5/3 @ 3pm", "19/2"], 2),
        (["Next: 3/14 with Kip", "2/28 with Kip"], 2),
        (["Sprint review 1/2", "Sprint review 2/2"], 1),
        (["KR 1: 3/4", "KR 2: 1/4"], 1),
        (["1st: hiring", "2nd: budget"], 1),
        (["Wed 4th", "Fri 6 with Kip"], 2),
        (["4th", "18th (by phone)"], 2),
        (["1st draft", "2nd draft"], 1),
        (["4 pipes", "12 valves"], 1),
        (["3/4 of the tests", "Hiring"], 1),
        (["1.2 Hiring", "1.3 Budget"], 1),
        (["3/4-inch pipes", "1/2-inch pipes"], 1),
        (["24/7 support", "50/50 split"], 1),
        (["Week 60", "Week 70"], 1),
    ] {
        let [one, two] = headings;
        let (_, document) = read("a.md", &format!("# Kip\n\n## {one}\n\n- a\n\n## {two}\n\n- b\n"));
        assert_eq!(document.meetings.len(), meetings, "{headings:?}");
    }
    // Not where real dates stand elsewhere, and beside them only what is nothing but a date.
    for (text, meetings) in [
        ("## 2026-03-02\n### 3/14 of it\n- a\n### 1/4 of it\n- b\n", 1),
        ("## 2026-03-02\n- a\n## 1/2 day offsite\n- b\n## 2026-02-16\n- c\n", 2),
        ("## 2026-03-02\n- a\n## 2/16\n- b\n", 2),
        ("## NEXT: Thursday 5/3 @ 3pm (bar)\n- a\n## 19/2\n- b\n## 13/11/25\n- c\n", 3),
        ("---\ndate: 2026-03-02\n---\n## 3/4 of it\n- a\n## 1/4 of it\n- b\n", 1),
        ("## Updates\n- a\n## Week 1\n- b\n## Week 2\n- c\n", 1),
    ] {
        assert_eq!(read("a.md", text).1.meetings.len(), meetings, "{text}");
    }
    let days_of = |text: &str| {
        let (_, document) = read("a.md", text);
        document.meetings.iter().map(|meeting| meeting.day().map(|day| day.to_string())).collect::<Vec<_>>()
    };
    let march = "# 2026\n## March\n### Wed 4th\n- a\n### Mon 2nd\n- b\n## February\n### Wed 18th\n- c\n";
    assert_eq!(days_of(march), ["2026-03-04", "2026-03-02", "2026-02-18"].map(|day| Some(day.to_owned())));
    let march = "# January\n## 21st\n- a\n# February\n## 4th\n- b\n";
    assert_eq!(days_of(march), [None, None]);
    assert!(read("a.md", march).1.newest_last);
    let (_, document) = read("a.md", "## 2026-W11\n- a\n## Week 10\n- b\n## W9\n- c\n");
    let days: Vec<_> = document.meetings.iter().map(|meeting| meeting.day().unwrap().to_string()).collect();
    assert_eq!(days, ["2026-03-09", "2026-03-02", "2026-02-23"]);
    assert!(read("a.md", "## Week 9\n- a\n## Week 10\n- b\n").1.newest_last);
}

#[test]
fn a_plain_line_that_names_a_section_heads_the_list_below_it() {
    let text = "## 2026-03-02\n\nTo do\n- a\n\nPeople\n- b\n\nA word on that.\n\n*Advice*\n\n- c\n\nWe said\n\nUpdates\n";
    assert_eq!(
        outline(text),
        "2026-03-02\n  actions \"To do\"\n    - a\n  other \"People\"\n    - b\n  other \"\"\n    A word on that.\n\
         \x20 advice \"Advice\"\n    - c\n  other \"\"\n    We said\n    Updates\n"
    );
    // Nothing before it is headed so.
    assert_eq!(outline("People\n- b\n"), "undated\n  other \"\"\n    People\n    - b\n");
}

#[test]
fn a_page_of_one_day_may_keep_older_ones() {
    let page = "## Topics\n\n- [ ] a\n\n## Log\n\n### 2026-02-18\n\n- b\n";
    let (_, document) = read("2026-03-04 Kate.md", page);
    let days: Vec<_> = document.meetings.iter().map(|meeting| meeting.day().unwrap().to_string()).collect();
    assert_eq!(days, ["2026-03-04", "2026-02-18"]);
    assert_eq!(document.meetings[0].sections.len(), 1);
    for (name, text) in [
        ("2026-03-04 Kate.md", "Prep\n\n### 2026-02-18\n\n- b\n"),
        ("2026-03-04 Kate.md", "## Action items\n\n- a\n\n### 2026-02-18\n\n- b\n"),
        ("2026-01-04 Kate.md", page),
    ] {
        assert_eq!(read(name, text).1.meetings.len(), 1, "{text}");
    }

    let callouts = "## Topics\n\n- a\n\n# Before\n\n> [!note]- [[2026-02-25 Kate|Wed 25 Feb]]\n> **Rota** done\n> - [ ] b\n\n> [!tip] 3 things\n> - c\n\n## Growth\n\n- d\n";
    let (_, document) = read("2026-03-04 Kate.md", callouts);
    let days: Vec<_> = document.meetings.iter().map(|meeting| meeting.day().unwrap().to_string()).collect();
    assert_eq!(days, ["2026-03-04", "2026-02-25"]);
    assert_eq!(document.meetings[1].sections[0].items.len(), 1);
    let all = |document: &crate::document::Document| {
        document.meetings.iter().map(|meeting| meeting.sections.len()).sum::<usize>()
    };
    assert_eq!(all(&document), 2, "what stands below `Before` is in no meeting");
    let told = "> [!info] Date: 2026-03-04\n> Attendees: Ana\n\n## Topics\n\n- a\n";
    assert_eq!(read("2026-03-04 Kate.md", told).1.meetings.len(), 1);
    let midst = "## 2026-03-04\n### Topics\n- a\n\n> [!note]- 2026-02-18\n> - b\n\n### Actions\n- c\n";
    assert_eq!(
        outline(midst),
        "2026-03-04\n  discussion \"Topics\"\n    - a\n  actions \"Actions\"\n    - c\n2026-02-18\n  other \"\"\n    - b\n"
    );
}

#[test]
fn a_line_below_the_heading_tells_the_day_of_each_meeting() {
    let text = "# Dana\n\n## 1:1 #9\n\nDate: March 5, 2026 2:00 PM\nRoom: 4\n\n### Updates\n\n- a\n\n## 1:1 #8\n\n**Date**: February 19, 2026\n\n- b\n";
    let (_, document) = read("a.md", text);
    let days: Vec<_> = document.meetings.iter().map(|meeting| meeting.day().unwrap().to_string()).collect();
    assert_eq!(days, ["2026-03-05", "2026-02-19"]);
    assert!(!outline(text).contains("Date"), "{}", outline(text));
}

#[test]
fn what_is_due_or_still_open_begins_no_meeting_and_a_day_that_moved_is_the_new_one() {
    for (heading, day) in [
        ("**Form due 3/16/26!!**", None),
        ("## Next: TBD (Ana in Lisbon 9–20 March 2026)", None),
        ("## ~~Tue 3 March 2026~~ → Fri 6 March 2026", Some("2026-03-06")),
        ("## ~~3 March 2026~~ not held", Some("2026-03-03")),
    ] {
        let (_, document) = read("a.md", &format!("# Kate\n\n{heading}\n\n- a\n"));
        let dated = document.meetings[0].day().map(|day| day.to_string());
        assert_eq!(dated.as_deref(), day, "{heading}");
    }
}

#[test]
fn quotes_that_open_with_days_begin_meetings() {
    let text = "# Kate\n\n> **Friday 6 March 2026**, her room\n\n**Updates**:\n* a\n> KD: b\n\n> **Fri 20 Feb 2026**\n\n* c\n";
    assert_eq!(
        outline(text),
        "2026-03-06\n  updates \"Updates:\"\n    * a\n    > KD: b\n2026-02-20\n  other \"\"\n    * c\n"
    );
    assert_eq!(outline("> 6 March 2026\n\n- a\n").lines().next(), Some("undated"));
    let told = "## 2026-03-02\n### Topics\n- a\n\n> 27 February 2026\n\n- b\n\n> 1 March 2026\n\n- c\n";
    assert_eq!(read("a.md", told).1.meetings.len(), 1);
}

#[test]
fn sections_in_a_bullet_are_headed_by_bold_lines_too() {
    let text = "- **March 3, 2026**\n\n  **Topics**\n\n  - [ ] a\n\n  Said in the corridor.\n\n  **Action items**\n\n  - [ ] b\n\n- **February 24, 2026**\n\n  - c\n";
    assert_eq!(
        outline(text),
        "2026-03-03\n  discussion \"Topics\"\n    - [ ] a\n    Said in the corridor.\n  actions \"Action items\"\n    - [ ] b\n\
         2026-02-24\n  other \"\"\n    - c\n"
    );
}

#[test]
fn bullets_beside_a_known_section_are_sections_if_they_only_name_something() {
    let known = "- [[2026-03-02]]\n  collapsed:: true\n  - for Kate\n    - a\n  - We lost two of them.\n    - b\n  - Updates\n    - c\n  - Migration\n    - d\n";
    let with = |migration: &str| {
        format!(
            "2026-03-02\n  other \"for Kate\"\n    - a\n  other \"\"\n    - We lost two of them.\n      - b\n  updates \"Updates\"\n    - c\n{migration}"
        )
    };
    assert_eq!(outline(known), with("  other \"\"\n    - Migration\n      - d\n"));
    let two = format!("{known}  - Actions\n    - e\n");
    assert_eq!(outline(&two), with("  other \"Migration\"\n    - d\n  actions \"Actions\"\n    - e\n"));
    assert!(outline(&known.replace("Updates", "more")).contains("    - for Kate\n      - a\n"));
}

#[test]
fn what_is_told_of_the_page_is_no_topic() {
    let text = "## 2026-03-02\n\nAttendees: Ana, Bo\n**Status:** Agenda\n\ncadence:: weekly\n\nRota: who has it?\n\nStatus: red\n";
    assert_eq!(outline(text), "2026-03-02\n  other \"\"\n    Rota: who has it?\n    Status: red\n");
    let text = "## 2026-03-02\n\n### Updates\n\nPeople: Ana, Bo\n";
    assert!(outline(text).contains("People: Ana, Bo"));
    assert!(outline("## 2026-03-02\n\nWho: should lead it?\n").contains("Who: should"));
}

#[test]
fn a_title_that_names_the_one_on_one_holds_its_days() {
    let text = "1:1 NOTES - ME\n===\n\nMon 2 March 2026\n---\n\n- a\n\nGoals\n===\n\n- b\n";
    assert_eq!(outline(text), "2026-03-02\n  other \"\"\n    - a\n");
    let text = "# 1:1 Sam / Kate\n\n# 2 March 2026\n\n- a\n\n# 16 February 2026\n\n- b\n";
    let (_, document) = read("a.md", text);
    assert_eq!(document.title.map(|title| title.text).as_deref(), Some("1:1 Sam / Kate"));
    assert_eq!(document.meetings.len(), 2);
}

#[test]
fn a_year_above_is_the_year_of_the_days_below() {
    let text =
        "# Kate\n\n# 2024\n\n### 14 Mar\n\n- a\n\n# 2025\n\n### 30 Jan\n\n- b\n\n### 2 Feb 2026\n\n- c\n";
    assert_eq!(
        outline(text),
        "2024-03-14\n  other \"\"\n    - a\n2025-01-30\n  other \"\"\n    - b\n2026-02-02\n  other \"\"\n    - c\n"
    );
}

#[test]
fn what_is_next_may_stand_as_high_as_the_dates() {
    for (text, days) in [
        ("next\n====\n\n- a\n\n2026-02-25\n==========\n\n- b\n", 2),
        ("# Next\n\n## 2026-02-25\n\n- b\n\n## 2026-02-18\n\n- c\n", 2),
    ] {
        assert_eq!(read("a.md", text).1.meetings.len(), days, "{text}");
    }
}

#[test]
fn a_year_in_a_heading_is_not_that_of_the_days_below_unless_it_is_all_there_is() {
    for text in [
        "## 2 March 2026\n\n**Look back on 2025**\n\n- a\n\n## 16 Feb\n\n- b\n",
        "## 2 March 2026\n\n### 2025\n\n- a\n\n## 16 Feb\n\n- b\n",
        "# 1:1 (since 2023)\n\n## 2 March 2026\n\n- a\n\n## 16 Feb\n\n- b\n",
        "# 1:1s 2025-2026\n\n## 2 March 2026\n\n- a\n\n## 16 Feb\n\n- b\n",
    ] {
        let days: Vec<_> = read("a.md", text).1.meetings.iter().map(Meeting::day).collect();
        assert_eq!(days.last().unwrap().unwrap().to_string(), "2026-02-16", "{text}");
    }
}

#[test]
fn a_day_behind_its_week_is_the_day_and_what_is_carried_forward_is_none() {
    for (text, day) in [
        ("# 2026\n\n## KW 10 (Do 5.3.)\n\n- a\n\n## KW 8 (Do 19.2.)\n\n- b\n", "2026-03-05"),
        (
            "# Supervision: Wednesday 4 March 2026\n\n## Carried forward from 4 February\n\n- a\n",
            "2026-03-04",
        ),
        ("## 4 March 2026\n\n- a\n\n## Outstanding from 4 February\n\n- b\n", "2026-03-04"),
    ] {
        let days = outline(text);
        assert_eq!(days.lines().next(), Some(day), "{days}");
        assert!(!days.contains("02-04"), "{days}");
    }
}
