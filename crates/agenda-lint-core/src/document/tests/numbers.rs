//! Days that are written in numbers alone, which the others of their file tell apart.

use super::{notebooks::days, read};
use crate::document::date::DateOrder;

#[test]
fn short_dates_may_begin_with_the_year() {
    for (text, found) in [
        (
            "## 26.02.05\n\n- a\n\n## 26.02.19.\n\n- b\n\n## 26.03.05 with Kip\n\n- c\n",
            "2026-02-05 2026-02-19 2026-03-05",
        ),
        ("## Tue 26-03-03\n\n- a\n\n## 26-02-17 (by phone)\n\n- b\n", "2026-03-03 2026-02-17"),
        (
            "**26/03/05**\n\n- a\n\n**26/02/19**\n\n- b\n\n**25/12/18**\n\n- c\n",
            "2026-03-05 2026-02-19 2025-12-18",
        ),
        ("- 26.03.05\n  - a\n- 26.02.19\n  - b\n", "2026-03-05 2026-02-19"),
        (
            "## 2026-03-05\n\n- a\n\n## 26.02.19\n\n- b\n\n## 26.02.05\n\n- c\n",
            "2026-03-05 2026-02-19 2026-02-05",
        ),
        // The day first, by the numbers and by how they run.
        ("## 19.02.26\n\n- a\n\n## 05.03.26\n\n- b\n", "2026-02-19 2026-03-05"),
        ("## 19.02.26\n\n- a\n\n## 26.02.26\n\n- b\n", "2026-02-19 2026-02-26"),
        (
            "## 20.12.25\n\n- a\n\n## 20.01.26\n\n- b\n\n## 20.02.26\n\n- c\n",
            "2025-12-20 2026-01-20 2026-02-20",
        ),
    ] {
        assert_eq!(days(text), found, "{text}");
    }
}

#[test]
fn where_the_year_is_first_the_month_is_before_the_day() {
    let (_, document) = read("a.md", "[26.03.05](#260305)\n\n## 26.03.05\n\n- a\n\n## 26.02.19\n\n- b\n");
    assert_eq!(document.date_order, Some(DateOrder::YearFirst));
    let text = "## 26.03.05\n\n- a\n\n## 26.02.19\n\n- b\n\n## 02/04/2026\n\n- c\n";
    assert_eq!(days(text), "2026-03-05 2026-02-19 2026-02-04");
}

/// How many meetings a text has with these headings, and whether the first is dated.
fn meetings(headings: &[&str]) -> (usize, bool) {
    let text: Vec<String> = headings.iter().map(|heading| format!("## {heading}\n\n- a\n\n")).collect();
    let (_, document) = read("a.md", &format!("# Kip\n\n{}", text.concat()));
    (document.meetings.len(), document.meetings[0].date.is_some())
}

#[test]
fn days_may_open_headings_as_numbers_of_parts_do() {
    for headings in [
        &["17.04 First look", "24.04 Again in the hall", "08.05 With Kip"][..],
        &["17.04. First look", "24.04 Again in the hall", "08.05 With Kip"],
        &["8.23.", "8.19.월", "8/8.with Kip", "7.30.call"],
        &["5.11 Call", "29.10 Call", "8.10 Call"],
        &["5.10 Call", "12.10 Call", "19.10 Call"],
        &["03.05 Call", "03.12 Call", "03.19 Call"],
        &["9.3: Call", "2.3: Call", "23.2: Call"],
    ] {
        assert_eq!(meetings(headings), (headings.len(), true), "{headings:?}");
    }
    let text = "# 2026\n\n## 17.02 Start\n\n- a\n\n## 24.02 Hall\n\n- b\n\n## 03.03 Cuts\n\n- c\n";
    assert_eq!(days(text), "2026-02-17 2026-02-24 2026-03-03");
    let text = "# 2026\n\n## 3.3 Cuts\n\n- a\n\n## 2.24 Hall\n\n- b\n\n## 2.17 Start\n\n- c\n";
    assert_eq!(days(text), "2026-03-03 2026-02-24 2026-02-17");
}

#[test]
fn numbers_of_parts_hours_and_versions_are_no_days() {
    for headings in [
        &["1.1 Scope", "1.2 Costs", "2.1 Time", "2.10 Risk"][..],
        &["1.1. Scope", "1.2. Costs", "2.1. Time", "2.2. Risk"],
        &["2.3 Scope", "2.7 Costs", "3.2 Time", "3.13 Risk"],
        &["11.01 Inbox", "11.02 Rota", "11.03 Stand", "12.01 Keys"],
        &["3.12 Fixes", "3.11 Fixes", "3.10 Fixes", "3.9 Fixes"],
        &["09.15 Doors", "10.30 Talks", "11.45 Walk", "12.30 Lunch"],
        &["9.30 Doors", "10.30 Talks", "11.30 Walk"],
        &["1.2.3 Fixes", "1.4.1 Fixes", "2.8.2 Fixes"],
        &["8.50 for lunch", "7.20 for the bus", "24.80 for paper"],
        // Two only, beside sections, and beside what opens with no number.
        &["17.04 First look", "24.04 The hall"],
        &["17.04 First look", "24.04 The hall", "08.05 Kip", "Next steps"],
        &["17.04 First look", "24.04 The hall", "08.05 Kip", "Hall", "Stand"],
        &["17.04 First look", "24.04 The hall", "08.05 Updates"],
        // No month has both.
        &["17.04 First look", "4.24 The hall", "8.5 Kip"],
    ] {
        assert_eq!(meetings(headings), (1, false), "{headings:?}");
    }
    let text =
        "## 2026-03-02\n\n- a\n\n### 17.04 Hall\n\n- b\n\n### 24.04 Stand\n\n- c\n\n### 08.05 Keys\n\n- d\n";
    assert_eq!(days(text), "2026-03-02");
    let text =
        "## 2026-03-02\n\n- a\n\n## 17.04 Hall\n\n- b\n\n## 24.04 Stand\n\n- c\n\n## 08.05 Keys\n\n- d\n";
    assert_eq!(days(text), "2026-03-02");
}

#[test]
fn a_day_behind_signs_of_a_heading_needs_no_blank() {
    for (text, found) in [
        (
            "# Kip\n\n##2 March 2026\n\n### Rota\n\n- a\n\n##**16 février 2026**\n\n- b\n",
            "2026-03-02 2026-02-16",
        ),
        (
            "## 2 March 2026\n\n- a\n\n##16/2/2026\n\n- b\n\n##3/2/2026\n\n- c\n",
            "2026-03-02 2026-02-16 2026-02-03",
        ),
        // What goes on, and a number of one sign.
        ("## 2 March 2026\n\n- a\n\n##16 Feb 2026 was when the fair opened\n\n- b\n", "2026-03-02"),
        ("## 2 March 2026\n\n- a\n\n#16 Feb 2026\n\n- b\n", "2026-03-02"),
        ("## 2 March 2026\n\n- a\n\n##16 Feb 2026\nthe fair\n\n- b\n", "2026-03-02"),
        ("## 2 March 2026\n\n- a\n\n\\##16 Feb 2026\n\n- b\n", "2026-03-02"),
    ] {
        assert_eq!(days(text), found, "{text}");
    }
    let (file, document) =
        read("a.md", "# Kip\n\n##2 March 2026\n\n### Rota\n\n- a\n\n##16 February 2026\n\n- b\n");
    let [first, _] = document.meetings.as_slice() else { panic!("{:?}", document.meetings) };
    assert_eq!(first.heading.as_ref().map(|heading| &*heading.text), Some("2 March 2026"));
    assert_eq!(file.slice(first.date.as_ref().unwrap().span), "2 March 2026");
    assert_eq!(first.sections[0].title(), "Rota");
}

#[test]
fn a_short_date_may_stand_behind_a_word_for_a_meeting() {
    let text = "**Meeting** 8.10.24\n\n- a\n\n**Meeting 1.9.24**\n\n- b\n";
    assert_eq!(days(text), "2024-10-08 2024-09-01");
    assert_eq!(days("# call: 12.8.24\n\n- a\n\n# call: 1.8.24\n\n- b\n"), "2024-08-12 2024-08-01");
    for text in [
        "## 2026-03-02\n\n- a\n\n## Release 8.10.24\n\n- b\n",
        "## 2026-03-02\n\n- a\n\n**Meeting 8.10.24 moved the cuts**\n\n- b\n",
    ] {
        assert_eq!(days(text), "2026-03-02", "{text}");
    }
}
