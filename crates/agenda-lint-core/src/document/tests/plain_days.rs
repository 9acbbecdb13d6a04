//! Days on lines of plain text.

use super::{outline, read};
use crate::{
    document::{Conventions, Document},
    syntax::Tree,
    text::SourceFile,
};

#[test]
fn plain_text_has_its_days_and_announcements_on_lines_of_their_own() {
    let text = "KATE\n\nfor Kate next time\n\nthe rota\n\ntues 17 feb 2026\n(15 mins)\n- a\n\n3 feb 2026\nb\nc\n\nMo 26/1/26\n1) d\n";
    assert_eq!(
        outline(text),
        "undated\n  other \"\"\n    the rota\n2026-02-17\n  other \"\"\n    (15 mins)\n    - a\n\
         2026-02-03\n  other \"\"\n    b\n    c\n2026-01-26\n  other \"\"\n    1) d\n"
    );
    for text in [
        "## 2026-03-02\n\nOn 5 March the fair opens\nand we need a stand\n",
        "## 2026-03-02\n\nfor Kate next time\n",
        "# 2026-03-02\n\n## Updates\n\n5 March\nThe fair opens.\n\n12 March\nThe board meets.\n",
        "### Discussion\n\n6 March\nis when the audit starts; who prepares?\n",
        "### Notes\n\n- a\n\nNext session\n",
    ] {
        assert_eq!(read("a.md", text).1.meetings.len(), 1, "{text}");
    }
}

/// The days of a file on 2 March 2026.
fn days(text: &str) -> String {
    let file = SourceFile::new("a.md", text.to_owned());
    let document =
        Document::read(&file, &Tree::parse(&file), &Conventions::default(), "2026-03-02".parse().ok());
    let day = |meeting: &crate::document::Meeting| match meeting.day() {
        Some(day) => day.to_string(),
        None => "-".to_owned(),
    };
    document.meetings.iter().map(day).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_first_day_has_its_hour_a_place_a_name_or_words_before_it() {
    const OTHERS: &str = "\n- a\n\n6/2\n\n- b\n\n9/1\n\n- c\n";
    const NONE: &str = "2026-02-06 2026-01-09";
    const ALL: &str = "2026-03-06 2026-02-06 2026-01-09";
    for (first, all) in [
        ("Fri 6/3, 11:00 back office", ALL),
        ("*Fri 6/3, 11:00 back office*", ALL),
        ("6 march, 11:00 back office", ALL),
        ("6/3 11:00", ALL),
        ("6 march ray", ALL),
        ("things for friday 6/3 w/ ray (copied from my chat to myself)", ALL),
        ("foo\n\nthings for friday 6/3", NONE),
        ("foo\n\n7/10 for the fair", NONE),
    ] {
        assert_eq!(days(&format!("{first}\n{OTHERS}")), all, "{first}");
    }
}

#[test]
fn notes_of_a_day_and_a_mail_are_dated() {
    assert_eq!(days("6 March\n\n- a\n\nNotes of 27 January\n\n- b\n"), "2026-03-06 2026-01-27");
    let mail = "To: self\nSubject: talk with Ray, Tuesday 10 March 2026, 3 pm\n\n- a\n";
    assert_eq!(days(mail), "2026-03-10");
    assert!(!outline(mail).contains("self"));
}
