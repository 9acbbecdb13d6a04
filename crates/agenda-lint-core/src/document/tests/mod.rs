//! Documents as people write them, and what is read in them.

mod days;
mod notebooks;
mod numbers;
mod plain_days;
mod sections;
mod topics;

use std::fmt::Write;

use super::{Author, Conventions, Document, apart};
use crate::{syntax::Tree, text::SourceFile};

fn read(name: &str, text: &str) -> (SourceFile, Document) {
    let file = SourceFile::new(name, text);
    let conventions = Conventions::default();
    let tree = apart(&file, Tree::parse(&file), &conventions.vocabulary);
    let document = Document::read(&file, &tree, &conventions, None);
    (file, document)
}

/// Each meeting with its sections and items, a line each.
fn outline(text: &str) -> String {
    let (file, document) = read("notes.md", text);
    let mut out = String::new();
    for meeting in &document.meetings {
        let day = meeting.day().map_or("undated".to_owned(), |day| day.to_string());
        writeln!(out, "{day}").unwrap();
        for section in &meeting.sections {
            writeln!(out, "  {} {:?}", section.kind.name(), section.title()).unwrap();
            for item in &section.items {
                let indent = "  ".repeat(usize::from(item.depth));
                let line = file.slice(item.span).lines().next().unwrap_or_default();
                let who =
                    if let Author::Reply(name) = &item.author { format!("({name}) ") } else { String::new() };
                let form = if item.template { "(form) " } else { "" };
                writeln!(out, "    {indent}{who}{form}{line}").unwrap();
            }
        }
    }
    out
}

#[test]
fn a_rolling_notebook_is_split_at_its_dates() {
    let text = "# Sam and Kate\n\n[2 March](#a)\n\n### Date: 2 March 2026\n\n#### What did you achieve?\n\n* Shipped\n * KD: nice\n\n\
                #### Where do you need help from Kate?\n\n* Budget\n\n### Date: 16 Febuary 2026\n\n* x\n\n## Template\n\n### Date: [INSERT DATE]\n\n* [Topic]\n";
    assert_eq!(
        outline(text),
        "2026-03-02\n  updates \"What did you achieve?\"\n    * Shipped\n      (KD) * KD: nice\n  advice \"Where do you need help from Kate?\"\n    * Budget\n\
         2026-02-16\n  other \"\"\n    * x\n"
    );
    let (_, document) = read("notes.md", text);
    assert_eq!(document.title.map(|title| title.text), Some("Sam and Kate".to_owned()));
    assert!(
        document.sections.iter().filter(|section| section.heading.is_some()).all(|section| section.template)
    );
}

#[test]
fn a_bullet_that_asks_is_a_topic_and_its_answers_need_no_name() {
    let text = "## 2026-03-02\n\n### Help\n\n- Fellowship, any advice?\n  - Lots! Too much for here\n    - so when\n  - I asked Ana\n- b\n  - KD: c\n";
    assert_eq!(
        outline(text),
        "2026-03-02\n  advice \"Help\"\n    - Fellowship, any advice?\n      (KD) - Lots! Too much for here\n        (KD) - so when\n      \
         - I asked Ana\n    - b\n      (KD) - KD: c\n"
    );
    let unsigned = text.replace("KD: ", "");
    assert!(!outline(&unsigned).contains("(KD)") && outline(&unsigned).contains("      - Lots!"));
}

#[test]
fn a_file_without_dated_headings_is_one_meeting() {
    assert_eq!(
        outline("## Updates\n- a\n## Advice\n- b\n"),
        "undated\n  updates \"Updates\"\n    - a\n  advice \"Advice\"\n    - b\n"
    );
    let (_, document) = read("1-1s/2026-03-02 kate.md", "- a\n");
    assert_eq!(document.meetings[0].day().unwrap().to_string(), "2026-03-02");
    let (_, document) =
        read("a.md", "---\ndate: 2026-03-02\n---\n# One-on-one\n## Actions due 2026-03-06\n- a\n");
    assert_eq!(document.meetings.len(), 1);
    assert_eq!(document.meetings[0].day().unwrap().to_string(), "2026-03-02");
}

#[test]
fn a_date_that_is_none_keeps_its_meeting() {
    let (file, document) = read("a.md", "## 2026-02-30\n- a\n\n## 2026-02-16\n- b\n");
    let date = document.meetings[0].date.as_ref().unwrap();
    assert!(date.date.is_none() && date.problem.is_some());
    assert_eq!(file.slice(date.span), "2026-02-30");
}

#[test]
fn years_and_orders_come_from_the_neighbours() {
    let (_, document) = read("a.md", "## 28/11/2022\n## 03/11/2022\n## 20 October\n");
    let days: Vec<_> = document.meetings.iter().map(|m| m.day().unwrap().to_string()).collect();
    assert_eq!(days, ["2022-11-28", "2022-11-03", "2022-10-20"]);
}

#[test]
fn items_can_say_their_kind() {
    for (item, wanted) in [
        ("- Advice: how", "advice Advice"),
        ("- [strategy] x", "strategy strategy"),
        ("- grow #career", "career career"),
        ("- ADVICE rota", "advice ADVICE"),
        ("- **ADVICE rota.** It is full.", "advice ADVICE"),
        ("- ACTION plan for Q2", ""),
        ("- BAFTA talk #career", "career career"),
        ("- INFO rota", "updates INFO"),
        ("- ADVICE", ""),
        ("- TODO ring Bo", ""),
        ("- NHS rota", ""),
        ("#career talk", "career career"),
        ("- a *#career* talk", "career career"),
        ("- **Help needed:** y", "advice Help needed"),
        ("- **[strategy]** x", "strategy strategy"),
        ("- Context: z", ""),
        ("- `a`\n  Advice: how", ""),
        ("- a\n  #career", ""),
        ("- C#career", ""),
    ] {
        let (file, document) = read("a.md", item);
        let says = document.meetings[0].sections[0].items[0].says;
        let said = says.map_or(String::new(), |(kind, span)| format!("{} {}", kind.name(), file.slice(span)));
        assert_eq!(said, wanted, "{item}");
    }
}

#[test]
fn what_explains_the_form_is_no_item_and_a_word_above_others_no_slot() {
    for (text, wanted) in [
        ("## Goals\n\n*Where do you want to be?*\n\n- Lead a squad\n", "    - Lead a squad\n"),
        ("## Goals\n\n*What do I miss?*\n\n- A squad\n", "  okrs \"What do I miss?\"\n    - A squad\n"),
        ("## Goals\n\n*None this week*\n", "    *None this week*\n"),
        ("## Goals\n\n*Now:* lead a squad\n\n- b\n", "    *Now:* lead a squad\n    - b\n"),
        ("## Goals\n\n- *Lead a squad*\n- b\n", "    - *Lead a squad*\n    - b\n"),
        (
            "## Goals\n\n- x\n  - y\n    - todo\n      - a\n    - TODO\n",
            "    - x\n      - y\n        - todo\n          - a\n        (form) - TODO\n",
        ),
    ] {
        let outline = outline(text);
        assert_eq!(outline.split_once("Goals\"\n").unwrap().1, wanted, "{text}");
    }
}

#[test]
fn emphasis_hides_no_signature_and_no_slot() {
    for (line, author, template) in [
        ("**KD**: yes", "KD", false),
        ("KD: ask me again on _Monday_", "KD", false),
        ("**[KD]** yes", "KD", false),
        ("Kate *Doe*: yes", "Kate Doe", false),
        ("Plan for the *next* quarter: none", "", false),
        ("*Owner*: [name]", "", true),
        ("Owner: *[name]*", "", true),
        ("Owner of the thing: [name]", "", false),
        (&format!("{}: [name]", "w".repeat(62)), "", true),
        (&format!("{}: [name]", "word ".repeat(14)), "", false),
    ] {
        let text = format!("---\nmanager: Kate Doe\n---\n- a\n  - {line}\n");
        let (_, document) = read("a.md", &text);
        let item = &document.meetings[0].sections[0].items[1];
        let expected = if author.is_empty() { Author::Writer } else { Author::Reply(author.into()) };
        assert_eq!((&item.author, item.template), (&expected, template), "{line}");
    }
}

#[test]
fn what_is_private_is_known_by_its_place() {
    let text = "# 2026-03-02\n\n## Private\n\n- a\n\n## Updates\n\n- b <!-- private --> c <!-- /private --> d\n\n<!-- private -->\n\n- e\n";
    let (file, document) = read("a.md", text);
    let spans: Vec<_> = document.private.iter().map(|&span| file.slice(span)).collect();
    assert_eq!(
        spans,
        ["## Private\n\n- a", "<!-- private --> c <!-- /private -->", "<!-- private -->\n\n- e\n"]
    );
}

#[test]
fn a_dated_meeting_under_a_template_heading_is_a_meeting() {
    assert_eq!(
        outline("## Template\n\n### Template: Date: 14 March 2022\n\n- a\n\n### Date: 1 March 2022\n- b\n"),
        "2022-03-14\n  other \"\"\n    - a\n2022-03-01\n  other \"\"\n    - b\n"
    );
}

#[test]
fn a_line_that_is_only_a_date_begins_a_meeting() {
    let text = "1:1 with Kate - 2 March 2026\n\n- a\n\n16 February 2026\n\n- b, due on 20 February 2026\n\nSee the letter of 9 February 2026\n";
    assert_eq!(
        outline(text),
        "2026-03-02\n  other \"\"\n    - a\n2026-02-16\n  other \"\"\n    - b, due on 20 February 2026\n    See the letter of 9 February 2026\n"
    );
}

#[test]
fn meetings_that_are_folded_away_are_meetings() {
    let text = "## 2026-03-04\n### Updates\n- a\n\n<details>\n<summary>2026-02-18</summary>\n\n### Updates\n- b\n\n</details>\n\n\
                <details><summary><b>Feb 4, 2026</b></summary>\n\n- c\n</details>\n\n<details>\n<summary>Logs of 3 May 2025 from the gate</summary>\n\n\
                - d\n\n</details>\n";
    assert_eq!(
        outline(text),
        "2026-03-04\n  updates \"Updates\"\n    - a\n  other \"\"\n    - d\n2026-02-18\n  updates \"Updates\"\n    - b\n2026-02-04\n  other \"\"\n    - c\n"
    );
}

#[test]
fn the_dates_of_a_text_settle_what_its_headings_leave_open() {
    let text = "## 02/03/2026\n- fuel came on 27/02\n";
    assert_eq!(outline(text).lines().next(), Some("2026-03-02"));
    assert_eq!(outline(&text.replace("27/02", "02/27")).lines().next(), Some("2026-02-03"));
}

#[test]
fn lines_below_the_title_tell_the_day_of_a_page() {
    for (text, day) in [
        (
            "# Sol x Dom\n\nOwner: Sol\nStatus: Upcoming\nDate: March 3, 2026 10:00 AM\n\n**Updates**\n\n- a\n",
            "2026-03-03",
        ),
        (
            "# Sol and Dom\n\n**When:** Tuesday 3 March 2026, 14:00-14:45\n**Where:** call\n\n## Updates\n- a\n",
            "2026-03-03",
        ),
        ("Who: Sol\nWann: 03.03.2026\n\n- a\n", "2026-03-03"),
        ("# Sol\n\n**Date:** 3 March 2026 (Tuesday), 3 PM, linen room\n\n- a\n", "2026-03-03"),
        // Whose day it is is not said, or not of which year.
        ("# Sol\n\nStarted: March 3, 2026\nWhere: call\n\n- a\n", "undated"),
        ("# Sol\n\nWho: Dom\nWhen: 3 March, or so\n\n- a\n", "undated"),
        ("# Sol\n\n## Notes\n\nWho: Dom\nDate: 3 March 2026\n\n- a\n", "undated"),
    ] {
        assert_eq!(outline(text).lines().next(), Some(day), "{text}");
    }
}

#[test]
fn a_table_of_keys_and_values_is_one_topic() {
    for (heading, head, nested) in [("Advice", "", true), ("Advice", "who", false), ("Actions", "", false)] {
        let text = format!(
            "## 2026-03-02\n\n### {heading}\n\n|what|{head}|\n|---|---|\n|problem|slow|\n|tried|a form|\n"
        );
        let second = if nested { "\n      |tried" } else { "\n    |tried" };
        assert!(outline(&text).contains(second), "{}", outline(&text));
    }
}

#[test]
fn a_question_in_italics_is_the_forms() {
    let (_, document) = read(
        "a.md",
        "## 2026-03-02\n\n### Feedback\n\n*What should your manager start?*\n\n### Advice\n\n*What should I start?*\n",
    );
    let quoted = |section: usize| document.meetings[0].sections[section].items[0].quoted;
    assert_eq!([quoted(0), quoted(1)], [true, false]);
}
