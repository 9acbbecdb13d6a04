//! Dates as people write them, and numbers that are none.

use super::*;

/// The date found, as ISO; with `?` where the year is missing, and `~` for weeks and months.
fn shown(found: Option<&Dated>) -> String {
    let Some(dated) = found else { return "-".to_owned() };
    let mark = match (dated.precision, &dated.problem) {
        (_, Some(DateProblem::NoSuchDay)) => return "no such day".to_owned(),
        (Precision::Day, _) => "",
        (Precision::Week, _) => " week",
        (Precision::Month, _) => " month",
    };
    match dated.date {
        Some(date) => format!("{date}{mark}"),
        None => format!("?-{:02}-{:02}{mark}", dated.month, dated.day),
    }
}

#[test]
fn dates_are_found_in_headings() {
    for (heading, wanted) in [
        ("Date: 14 March 2022", "2022-03-14"),
        ("Date:14 March 2022", "2022-03-14"),
        ("29 September 2021", "2021-09-29"),
        ("Date 22 September 2021", "2021-09-22"),
        ("2026-03-02 · Sam / Kate", "2026-03-02"),
        ("1:1 — March 2, 2026", "2026-03-02"),
        ("1:1 March 2, 2026", "2026-03-02"),
        ("1-1 3 March 2026", "2026-03-03"),
        ("Standup meeting - 2018-10-30", "2018-10-30"),
        ("21 Sep, 2022 | Ana, Bo", "2022-09-21"),
        ("May 10th:", "?-05-10"),
        ("March, 3rd", "?-03-03"),
        ("in March, 3 people", "-"),
        ("2026-W10 (Thursday 5 March)", "?-03-05"),
        ("5th Mentor meeting - 11/28/22", "2022-11-28"),
        ("14-03-2022", "2022-03-14"),
        ("14.3.2022 Jour fixe", "2022-03-14"),
        ("2026/3/2", "2026-03-02"),
        ("2026. 3. 2", "2026-03-02"),
        ("2026. 03. 02. Rota", "2026-03-02"),
        ("2026年3月2日", "2026-03-02"),
        ("2026년 3월 2일 Rota", "2026-03-02"),
        ("meeting 12_11_19", "2019-11-12"),
        ("3_11_2019 Kip", "2019-11-03"),
        ("Meeting 8.10.24", "2024-10-08"),
        ("call: 1.2.26", "2026-02-01"),
        ("(w/e 14 February 2021)", "2021-02-14"),
        ("[14 Feb '21]", "2021-02-14"),
        ("Wed, 3rd of May 2023", "2023-05-03"),
        ("03-May-23", "2023-05-03"),
        ("14 Mar 24", "2024-03-14"),
        ("2 May 24 (by phone)", "2024-05-02"),
        ("14 Mar 24 people", "?-03-14"),
        ("14 Jan 10:30", "?-01-14"),
        ("6 march 10:30", "?-03-06"),
        ("6 may, room 4", "?-05-06"),
        ("2 may come", "-"),
        ("2 out of 3 servers", "-"),
        ("14 Jan 16 - 17", "?-01-14"),
        ("14 Jan 15, Room 4", "?-01-14"),
        ("14 Jan 30", "?-01-14"),
        ("14 Jan 09 - Kip", "?-01-14"),
        ("Mo 2/3", "?-02-03"),
        ("Mo 2/3 done", "-"),
        ("3-5 May 2021", "2021-05-03"),
        ("May 3–5, 2021", "2021-05-03"),
        ("30 Nov – 2 Dec 2020", "2020-11-30"),
        ("Nov 30 - Dec 2, 2020", "2020-11-30"),
        ("2026 March 3", "2026-03-03"),
        ("2026-03-02T10:00", "2026-03-02"),
        ("le 1er août 2021", "2021-08-01"),
        ("12. März 2024", "2024-03-12"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("7 de março de 2024", "2024-03-07"),
        ("Nov-Dec 2020", "2020-11-01 month"),
        ("March 2026", "2026-03-01 month"),
        ("2026-W04", "2026-01-19 week"),
        ("Week 4, 2026", "2026-01-19 week"),
        ("3/14", "?-03-14"),
        ("Goals of March 2026, revised 2026-04-01", "2026-04-01"),
        ("2026-02-30", "no such day"),
        ("31 June 2021", "no such day"),
        ("2026-13-05", "no such day"),
    ] {
        assert_eq!(shown(find(heading, Hints::default()).as_ref()), wanted, "{heading}");
    }
}

#[test]
fn a_plain_date_reads_at_a_glance_as_it_does_word_by_word() {
    for text in ["2026-03-02", "1900-01-01", "2199-12-31", "2024-02-29"] {
        let (at_a_glance, scan) = (Dated::iso(text), Scan::new(text, Hints::default()));
        assert!(at_a_glance.is_some(), "{text}");
        assert_eq!((&at_a_glance, &at_a_glance), (&scan.find(), &scan.whole()), "{text}");
    }
    for text in [
        "2026-02-30",
        "1899-01-01",
        "2200-01-01",
        "2026-00-00",
        "+026-03-02",
        "2026/03/02",
        "2026-03-2",
        "é026-3-2",
    ] {
        assert_eq!(Dated::iso(text), None, "{text}");
    }
}

#[test]
fn a_date_may_end_in_the_word_that_ends_it() {
    for text in ["14 june", "3 febuary", "3rd of may, fri", "2026-03-02", "2 mars 2026 (mardi)", "5 août"] {
        assert!(parse(text, Hints::default()).is_some(), "{text}");
        assert!(may_end_in(text.trim_end_matches(')').rsplit([' ', '(']).next().unwrap()), "{text}");
    }
    assert!(!may_end_in("customers") && !may_end_in("shared"));
}

#[test]
fn what_is_counted_already_takes_no_number() {
    for (text, day) in
        [("first version 12 March 2026", "2026-03-12"), ("next release 3 May 2026", "2026-05-03")]
    {
        assert_eq!(
            find(text, Hints::default()).map(|dated| dated.date.unwrap().to_string()).as_deref(),
            Some(day),
            "{text}"
        );
    }
}

#[test]
fn other_numbers_are_no_dates() {
    for heading in [
        "Version 1.2.3",
        "v10.4.22",
        "1.2.2020.3",
        "2020. 13. 12",
        "2020. 3. 12.5 people",
        "In 2020. 3 of 12",
        "2020年13月1日",
        "scan_12_11_19",
        "3_11_19",
        "12_11_19_2",
        "Meeting 8.10.64",
        "Meeting 8.10.24 build",
        "Release 8.10.24",
        "OKR 2",
        "OKR 2 March review",
        "Q3 2026",
        "2026",
        "#12 May",
        "Sync at 10:30",
        "1:1",
        "1/1",
        "1/ Advice",
        "2/3 of the survey",
        "Finished 3/4",
        "24/7/365",
        "Week 3",
        "2026-00-00",
        "YYYY-MM-DD",
        "we may 10 things",
        "March 10:30",
        "May 50% be enough",
        "Updates",
        "",
        "2. Updates",
        "5 Mays",
        "room 3-4-12345",
        "12345678901234",
    ] {
        assert_eq!(shown(find(heading, Hints::default()).as_ref()), "-", "{heading}");
    }
}

#[test]
fn an_ambiguous_order_follows_the_file_or_the_weekday() {
    let day_first = Hints { order: Some(DateOrder::DayFirst), ..Hints::default() };
    for (text, hints, wanted) in [
        ("03/04/22", Hints::default(), "2022-03-04"),
        ("03-04-2022", Hints::default(), "2022-04-03"),
        ("03/04/22", day_first, "2022-04-03"),
        ("11/28/22", day_first, "2022-11-28"),
        ("Sunday 03/04/22", Hints::default(), "2022-04-03"),
    ] {
        assert_eq!(shown(find(text, hints).as_ref()), wanted, "{text}");
    }
    let order = |text| find(text, Hints::default()).and_then(|dated| dated.order);
    assert_eq!(order("28/11/2022"), Some(DateOrder::DayFirst));
    assert_eq!(order("11/28/2022"), Some(DateOrder::MonthFirst));
    assert_eq!(order("11/11/2022"), None);
    assert_eq!(order("03/04/2022"), None);
}

#[test]
fn what_is_wrong_with_a_date_is_told() {
    let problem = |text| find(text, Hints::default()).and_then(|dated| dated.problem);
    assert_eq!(
        problem("(w/e 14 Feburary 2021)"),
        Some(DateProblem::MisspeltMonth { span: 8..16, written: "Feburary".into(), meant: "February" })
    );
    assert_eq!(
        problem("Tues 2026-03-02"),
        Some(DateProblem::WrongWeekday { span: 0..4, written: "Tues".into(), actual: "Mon".into() })
    );
    assert_eq!(
        problem("2 mars 2026 (mardi)"),
        Some(DateProblem::WrongWeekday { span: 13..18, written: "mardi".into(), actual: "lundi".into() })
    );
    for text in ["Mon 2026-03-02", "3 Novembre 2021", "5 augustus 2021", "Tue 2 March", "Match 3, 2021"] {
        assert_eq!(problem(text), None, "{text}");
    }
    for text in ["Novembber 3, 2021", "Arpil 3, 2021", "3 Setpember 2021", "Ocotber 4"] {
        assert!(matches!(problem(text), Some(DateProblem::MisspeltMonth { .. })), "{text}");
    }
}

#[test]
fn a_missing_year_comes_from_the_hint_or_the_neighbour() {
    let hinted = Hints { year: Some(2025), ..Hints::default() };
    assert_eq!(shown(find("May 10th", hinted).as_ref()), "2025-05-10");
    let found = find("28 Dec", Hints::default()).expect("a date");
    let neighbour = Date::constant(2026, 1, 11);
    assert_eq!(found.near(neighbour), Some(Date::constant(2025, 12, 28)));
}

#[test]
fn file_names_carry_dates() {
    for (stem, wanted) in [
        ("2026-03-02", "2026-03-02"),
        ("1-1-2026-03-02-sam", "2026-03-02"),
        ("20260302_kate", "2026-03-02"),
        ("2026-W04", "2026-01-19 week"),
        ("2026-03", "2026-03-01 month"),
        ("notes 3-4", "-"),
        ("3-14", "-"),
        ("release-1.2.3", "-"),
    ] {
        assert_eq!(shown(in_file_name(stem).as_ref()), wanted, "{stem}");
    }
}

#[test]
fn spans_hold_the_date_alone() {
    let text = "Sync — 3rd of May, 2021 (Ana)";
    let found = find(text, Hints::default()).expect("a date");
    assert_eq!(&text[found.span], "3rd of May, 2021");
}
