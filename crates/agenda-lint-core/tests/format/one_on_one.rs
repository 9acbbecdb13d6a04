//! The passes that change what a reader sees change what they are meant to, and no more.

use agenda_lint_core::{
    format::{Dates, FormatConfig, OnRequest, format},
    text::apply,
};

use super::file;

fn formatted(text: &str, config: &FormatConfig) -> String {
    let formatted = format(&file(text), config);
    assert!(formatted.refused.is_empty(), "refused {:?}:\n{text}", formatted.refused);
    if !formatted.edits.is_empty() {
        assert_eq!(apply(text, [&formatted.edits[..]]).0, formatted.text);
    }
    assert_eq!(format(&file(&formatted.text), config).text, formatted.text, "it is not settled");
    formatted.text
}

#[test]
fn dates_get_one_form_and_links_follow() {
    let iso = FormatConfig { dates: Dates::Iso, ..FormatConfig::default() };
    let cases = [
        ("## Date: 14 March 2022\n\n- a\n", "## Date: 2022-03-14\n\n- a\n"),
        (
            "- [2 March 2026](#2-march-2026)\n- [16 Feb](#february-16th-2026)\n\n## 2 March 2026\n\n- a\n\n## February 16th, 2026\n\n- b\n",
            "- [2 March 2026](#2026-03-02)\n- [16 Feb](#2026-02-16)\n\n## 2026-03-02\n\n- a\n\n## 2026-02-16\n\n- b\n",
        ),
        // Several days, no such day, and a date that is text stay as they are.
        ("## 2–4 March 2026\n\n- a\n", "## 2–4 March 2026\n\n- a\n"),
        ("## 2026-02-30\n\n- a\n", "## 2026-02-30\n\n- a\n"),
        (
            "## 2026-03-02\n\n- we shipped on 1 March 2026\n",
            "## 2026-03-02\n\n- we shipped on 1 March 2026\n",
        ),
    ];
    for (typed, wanted) in cases {
        assert_eq!(formatted(typed, &iso), wanted);
    }
}

#[test]
fn actions_get_one_form() {
    let tidy = FormatConfig { actions: OnRequest::Tidy, ..FormatConfig::default() };
    let cases = [
        ("- [ ] Sam to write the review by Friday", "- [ ] @Sam write the review (due 2026-03-06)"),
        ("- [ ] @kate: book the room (due 2026-03-05)", "- [ ] @kate book the room (due 2026-03-05)"),
        ("- [x] **Kate**: send the deck", "- [x] @Kate send the deck"),
        ("- Kate: send the deck, due 6 March", "- [ ] @Kate send the deck (due 2026-03-06)"),
        ("- [ ] @sam do the thing (due 2026-03-06)", "- [ ] @sam do the thing (due 2026-03-06)"),
        ("- [ ] Roadmap", "- [ ] Roadmap"),
        ("- [ ] pay the bill 📅 2026-03-06", "- [ ] pay the bill 📅 2026-03-06"),
        ("- decide on the name", "- decide on the name"),
    ];
    for (typed, wanted) in cases {
        let note = |item: &str| format!("## 2026-03-02\n\n### Action items\n\n{item}\n");
        assert_eq!(formatted(&note(typed), &tidy), note(wanted));
    }
}

#[test]
fn sections_get_the_order_of_the_template() {
    let tidy = FormatConfig { sections: OnRequest::Tidy, ..FormatConfig::default() };
    let typed = "## 2026-03-02\n\nHello.\n\n### Action items\n\n- [ ] a\n\n### Advice\n\n- b\n\n#### More\n\n- c\n\n### Garden\n\n- d\n\n### Updates\n\n- e\n\n## 2026-02-23\n\n### Updates\n\n- f\n";
    let wanted = "## 2026-03-02\n\nHello.\n\n### Updates\n\n- e\n\n### Advice\n\n- b\n\n#### More\n\n- c\n\n### Garden\n\n- d\n\n### Action items\n\n- [ ] a\n\n## 2026-02-23\n\n### Updates\n\n- f\n";
    assert_eq!(formatted(typed, &tidy), wanted);
    // What a comment begins may not be torn from its end.
    let private =
        "## 2026-03-02\n\n### Advice\n\n<!-- private -->\n- a\n\n### Updates\n\n- b\n<!-- /private -->\n";
    assert_eq!(formatted(private, &tidy), private);
}

#[test]
fn the_table_of_contents_is_kept_right() {
    let tidy = FormatConfig { contents: OnRequest::Tidy, ..FormatConfig::default() };
    let meetings = "\n## 2026-03-02\n\n- a\n\n## 2026-02-23\n\n- b\n\n## 2026-02-16\n\n- c\n";
    let typed =
        "- [Goals](#goals)\n- [2026-02-16](#2026-02-16)\n- [2026-03-02](#2026-03-2)\n\n## Goals\n\n- g\n";
    let wanted = "- [Goals](#goals)\n- [2026-03-02](#2026-03-02)\n- [2026-02-23](#2026-02-23)\n- [2026-02-16](#2026-02-16)\n\n## Goals\n\n- g\n";
    assert_eq!(formatted(&format!("{typed}{meetings}"), &tidy), format!("{wanted}{meetings}"));
}
