//! How meetings are set apart in notebooks that have gone through years, programs and habits.

use super::{outline, read};

/// The days of the meetings in a text, or `-` for one without.
pub(super) fn days(text: &str) -> String {
    let (_, document) = read("a.md", text);
    let day = |meeting: &crate::document::Meeting| {
        meeting.day().map_or_else(|| "-".to_owned(), |day| day.to_string())
    };
    document.meetings.iter().map(day).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_day_without_a_year_may_end_the_name_of_a_meeting() {
    for (text, found) in [
        (
            "# Notes 3/16\n\n- a\n\n# Meeting notes 3/2\n\n- b\n\n# Call 1/20/2026\n\n- c\n",
            "2026-03-16 2026-03-02 2026-01-20",
        ),
        ("## Meeting 27.03\n\n- a\n\n## Meeting on 13.03.2026\n\n- b\n", "2026-03-27 2026-03-13"),
        ("# 11 / 15\n\n- a\n\n# 11/08/2025\n\n- b\n", "2025-11-15 2025-11-08"),
        ("## 10.6.25\n\n- a\n\n## 2025-05-27\n\n- b\n", "2025-06-10 2025-05-27"),
        ("## 2026-03-02\n\n- a\n\n## Notes 1.2\n\n- b\n", "2026-03-02"),
        ("## 2026-03-02\n\n- a\n\n## Meeting 3/4 of the team\n\n- b\n", "2026-03-02"),
    ] {
        assert_eq!(days(text), found, "{text}");
    }
}

#[test]
fn a_year_stands_above_among_other_words() {
    let text = "# Mira / Ann\n\n## Autumn term 2025\n\n### Wk 2 – Tue 9th Sept\n\n- a\n\n## Spring term 2026\n\n### Wk 1 – Tue 6th Jan\n\n- b\n";
    assert_eq!(days(text), "2025-09-09 2026-01-06");
    // One that tells since when names no year of what stands below it, and two name none.
    let text = "# Since 2019\n\n### 9 Sept\n\n- a\n\n## School year 2024-2025\n\n### 6 Jan\n\n- b\n\n### 2 Feb 2026\n\n- c\n";
    assert_eq!(days(text), "2025-09-09 2026-01-06 2026-02-02");
}

#[test]
fn the_first_bullet_below_a_week_may_be_its_day() {
    let text = "## Week 2\n\n* 03/10/2025 [20 min]\n    * a\n* b\n\n## Week 3\n\n* 13/10/2025\n* c\n";
    assert_eq!(
        outline(text),
        "2025-10-03\n  other \"\"\n    * a\n    * b\n2025-10-13\n  other \"\"\n    * c\n"
    );
    assert_eq!(days("## Plan\n\n* 03/10/2025\n* b\n\n## Rota\n\n* 13/10/2025\n"), "-");
}

#[test]
fn paragraphs_that_open_with_days_in_bold_are_a_log() {
    let text = "# Mira\n\n## To raise\n\n- the rota\n\n## Log\n\n**Wed 25 Feb** – in her car\nThe lamp is paid for.\n\n**Wed 11 Feb 2026** – short\n";
    assert_eq!(days(text), "- 2026-02-25 2026-02-11");
    let (_, document) = read("a.md", text);
    assert_eq!(document.announced(), Some(0), "what is to be raised is for the next one");
    // Beside headings that are days, and where there is but one, it is the day of something told.
    for text in [
        "## 2026-03-02\n\n**Wed 25 Feb** – the fair\n\n**Wed 11 Feb** – the strike\n",
        "# 2026-03-02\n\n**Wed 25 Feb** – the fair\n\n**Wed 11 Feb** – the strike\n",
    ] {
        assert_eq!(days(text), "2026-03-02", "{text}");
    }
    assert_eq!(days("- a\n\n**Wed 25 Feb 2026** – the fair\n"), "-");
}

#[test]
fn topics_above_the_days_are_for_the_next_meeting() {
    for (text, found) in [
        ("## To discuss\n\n- a\n\n## 2026-02-18\n\n- b\n\n## 2026-02-04\n\n- c\n", "- 2026-02-18 2026-02-04"),
        // Goals and how it works are none, nor is a form.
        ("## Goals\n\n- a\n\n## 2026-02-18\n\n- b\n\n## 2026-02-04\n\n- c\n", "2026-02-18 2026-02-04"),
        ("## To discuss\n\n## 2026-02-18\n\n- b\n\n## 2026-02-04\n\n- c\n", "2026-02-18 2026-02-04"),
    ] {
        assert_eq!(days(text), found, "{text}");
    }
}

#[test]
fn programs_set_meetings_apart_in_ways_of_their_own() {
    for (text, found) in [
        // Obsidian's boxes
        (
            "> [!meeting] Thu 12 March 2026, 10h, room 2\n> - a\n\n> [!meeting]- Thu 26 Feb 2026\n>\n> - b\n",
            "2026-03-12 2026-02-26",
        ),
        ("> [!note] Thu 12 March 2026, the fair\n> - a\n", "-"),
        // an outliner's bullets
        (
            "# Talks\n\n## 2026\n\n- **KW 10 Thu 5.3.**\n  - a\n- **KW 8 19.2.**\n  - b\n",
            "2026-03-05 2026-02-19",
        ),
        (
            "- [[2026-02-26]]\n  - a\n- [[2026-02-12]]\n  - b\n- 2025\n  - [[2025-12-11]]\n    - c\n  - [[2025-11-27]]\n    - d\n",
            "2026-02-26 2026-02-12 2025-12-11 2025-11-27",
        ),
        // the head of a notebook's page
        (
            "Sync with Ann\nThursday, 5 March 2026\n14:02\n\na\n\nSync with Ann\nThursday, 19 February 2026\n14:00\n\nb\n",
            "2026-03-05 2026-02-19",
        ),
        // a line of a log
        (
            "# ANN\n\n3/4/26 – 1:1 w/ Ann (car)\n\n- a\n\n---\n\n2/18/26 – 1:1 w/ Ann\n\n- b\n",
            "2026-03-04 2026-02-18",
        ),
    ] {
        assert_eq!(days(text), found, "{text}");
    }
}

#[test]
fn headings_within_what_is_folded_away_are_its_sections() {
    let text = "# Mira × Ann 1:1\n\n# 2026\n\n<details open>\n<summary>📌 Mar 5, 2026 — next</summary>\n\n### Topics\n\n- a\n\n</details>\n\n<details>\n<summary>Feb 19, 2026</summary>\n\n- b\n\n</details>\n\n# Old\n\n#### Dec 18, 2025\n\n- c\n";
    assert_eq!(
        outline(text),
        "2026-03-05\n  discussion \"Topics\"\n    - a\n2026-02-19\n  other \"\"\n    - b\n2025-12-18\n  other \"\"\n    - c\n"
    );
}

#[test]
fn days_of_something_else_begin_no_meeting() {
    let text = "## 2026-03-02\n\n- a\n\n## Goals set 12 January 2026\n\n- b\n\n## Deadline of the model card: 31.03.2026\n\n- c\n\n## Review period 1 Nov 2025\n\n- d\n\n## 2026-02-16\n\n- e\n";
    assert_eq!(days(text), "2026-03-02 2026-02-16");
}

#[test]
fn bullets_behind_the_initials_of_whom_the_title_names_are_theirs() {
    let text = "# Check-ins w/ Karen\n\n## 2026-03-02\n\n### Updates\n\n- a\n- KT: nice\n- FE: b\n- KT: ok\n\n### Need from you\n\n- c\n- KT: for which unit?\n- FE: d\n";
    let lines = outline(text);
    assert!(lines.contains("(KT) - KT: nice") && lines.contains("(KT) - KT: for which unit?"), "{lines}");
    assert!(lines.contains("    - FE: b") && lines.contains("    - FE: d"), "{lines}");
    // Twice is a label, and so are several of one letter, and where nobody of that letter takes part.
    for text in [
        "# Check-ins with Karen\n\n## 2026-03-02\n\n- a\n- KT: nice\n- KT: fine\n",
        "# Check-ins with Mo\n\n## 2026-03-02\n\n- a\n- KT: nice\n- b\n- KT: fine\n- KT: fine\n",
        "# Check-ins with Karen\n\n## 2026-03-02\n\n- KT: a\n- KA: b\n- KT: c\n- KT: d\n",
        "# Sync with Ben\n\n## 2026-03-02\n\n- BE: a\n- FE: b\n- BE: c\n- FE: d\n- BE: e\n",
        "# Check-ins with Sam\n\n## 2026-03-02\n\n- SEO: a\n- SEO: b\n- SEO: c\n",
    ] {
        assert!(!outline(text).contains('('), "{text}");
    }
}

#[test]
fn an_agenda_is_judged_whatever_days_are_told_in_it() {
    let agenda =
        |line: &str| format!("# 1:1 Mira / Ann\n\n## Updates\n\n- a\n\n## Discussion\n\n- b\n\n{line}\n");
    for line in [
        "Next meeting: 11 March 2026",
        "**Next:** 11 March 2026",
        "12 March – call with Leeds",
        "**9 March** Ben is out\n\n**16 March** Kate is out",
        "> [!meeting] 4 March 2026\n> Attendees: Jo, Ben",
        "Release day\n12 March 2026\n09:00",
        "7 / 10",
        "## Key dates\n\n**Wed 11 March** – the board\n\n**Fri 20 March** – the grant",
        "- 1/2 day offsite\n  - c\n- 3/4 of the budget\n  - d",
    ] {
        let (_, document) = read("a.md", &agenda(line));
        assert_eq!(document.meetings.len(), 1, "{line}");
        assert!(document.meetings[0].sections.len() > 1, "{line}");
    }
    for (text, found) in [
        ("# Session 1/8\n\n- a\n\n# Session 2/8\n\n- b\n\n# Session 3/8\n\n- c\n", "-"),
        ("# Meeting 1/8\n\n- a\n\n# Meeting 2/8\n\n- b\n\n# Meeting 3/8\n\n- c\n", "-"),
        (
            "## 3/4 - Kip\n\n**Wed 25 Feb** – a\n\n**Wed 11 Feb** – b\n\n## 2/18/26 - Kip\n\n- c\n",
            "2026-03-04 2026-02-18",
        ),
        (
            "**2026-03-04**\n\n**Wed 25 Feb** – a\n\n**Wed 11 Feb** – b\n\n**2026-02-18**\n\n- c\n",
            "2026-03-04 2026-02-18",
        ),
        (
            "## 2026-03-04\n\n### Week 12\n\n- 16 March 2026\n- the train\n\n### Discussion\n\n- b\n",
            "2026-03-04",
        ),
        (
            "- 2026-03-04\n  - a\n- 2026-02-18\n  - b\n- Deadlines\n  - 12 March 2026\n    - c\n  - 20 March 2026\n    - d\n",
            "2026-03-04 2026-02-18",
        ),
        (
            "## Probation period review 4 March 2026\n\n- a\n\n## Meeting set 16 Feb 2026\n\n- b\n",
            "2026-03-04 2026-02-16",
        ),
        (
            "## 2026-03-04\n\n- a\n\n# Notes (those from before 2024 are in the wiki)\n\n## 25 Feb\n\n- b\n\n# Log, room 2040\n\n## 11 Feb\n\n- c\n",
            "2026-03-04 2026-02-25 2026-02-11",
        ),
    ] {
        assert_eq!(days(text).replace("- 2026", "2026"), found, "{text}");
    }
    let (_, document) =
        read("2026-03-02.md", "# 1:1 with Kate\n\n- a\n\n# Standup\n\n- b\n\n# 2026-03-05\n\n- c\n");
    assert_eq!(document.meetings[0].sections.len(), 1, "{:?}", document.meetings);
}

#[test]
fn what_stands_above_the_days_is_for_the_next_meeting_only_if_it_says_so() {
    for heading in ["Agenda", "Questions to ask", "Parking lot", "Ongoing topics", "Topics for next time"] {
        let text = format!("# Ann\n\n## {heading}\n\n- a\n\n## 2026-02-18\n\n- b\n\n## 2026-02-04\n\n- c\n");
        assert_eq!(read("a.md", &text).1.announced(), None, "{heading}");
    }
    let text = "# Ann\n\n## OKRs\n\n- o\n\n## To raise\n\n- a\n\n## Actions\n\n- [ ] d\n\n## 2026-02-18\n\n- b\n\n## 2026-02-04\n\n- c\n";
    let (_, document) = read("a.md", text);
    let raised = &document.meetings[document.announced().unwrap()];
    assert_eq!(raised.sections.len(), 1, "{raised:?}");
    let text =
        "How we do it: every two weeks.\n\n<details>\n<summary>2026-02-18</summary>\n\n- a\n\n</details>\n";
    assert_eq!(read("a.md", text).1.announced(), None);
}

#[test]
fn a_label_of_the_day_may_be_dutch_or_german() {
    let text = "# Logboek\n\nWat wij deden.\n\nDatum: 3-2-2026\nWie: Kip\nDe stand\n\n---\n\nDatum: 17-2-2026\nWie: Jo\nDe lamp\n";
    assert_eq!(days(text), "2026-02-03 2026-02-17");
    // One that tells the day of the page begins nothing in it.
    let text = "# Kip\n\nDatum: 2.3.2026\nTeilnehmer: Kip\n\n## Themen\n\n- a\n\n## Updates\n\n- b\n";
    assert_eq!(
        outline(text),
        "2026-03-02\n  discussion \"Themen\"\n    - a\n  updates \"Updates\"\n    - b\n"
    );
}
