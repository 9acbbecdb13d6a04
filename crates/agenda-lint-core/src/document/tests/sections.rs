//! What heads a section, and whose it is.

use super::{outline, read};
use crate::document::Author;

#[test]
fn bold_lines_labels_and_bullets_head_sections_too() {
    let text = "# 1:1 — March 2, 2026\n\n**Updates:**\n\n- a\n\n**My project**\n\n- b\n\nNext steps:\n\n- c\n\n- Advice\n  - d\n- e\n";
    assert_eq!(
        outline(text),
        "2026-03-02\n  updates \"Updates:\"\n    - a\n  other \"My project\"\n    - b\n  actions \"Next steps:\"\n    - c\n  advice \"Advice\"\n    - d\n  actions \"Next steps:\"\n    - e\n"
            .replace("  actions \"Next steps:\"\n    - e\n", "")
            .replace("    - c\n", "    - c\n    - e\n")
    );
}

#[test]
fn what_stands_in_the_other_persons_section_is_theirs() {
    for (title, sections, wanted) in [
        ("", ["my stuff", "Kate's stuff"], "Kate"),
        ("", ["Kate’s agenda", "Me"], "Kate"),
        ("", ["My topics", "Your topics"], "you"),
        ("", ["Sam's topics", "Kate's topics"], "Kate"),
        ("Kate / Sam", ["Sam's topics", "Kate's topics"], "Sam"),
        ("", ["My topics", "HR topics"], ""),
        ("", ["Topics", "KD topics\n\n- a\n  - KL: yes\n- b\n  - KL: no"], ""),
        ("", ["Topics", "Kate's topics\n\n- a\n  - Kate: yes\n- b\n  - Kate: no"], ""),
        ("", ["Topics", "KD topics\n\n- a\n  - KD: yes\n- b\n  - KD: no"], "KD"),
        ("Kate / Sam", ["Sam's topics\n\n- a\n  > KD: yes", "Kate's topics"], "Kate"),
        ("Sam / Kate", ["Sam's topics", "Kate's topics\n\n- a\n  - SL: yes"], "Sam"),
        ("Sam / Kate", ["Updates", "From Kate"], "Kate"),
        ("Kate / Sam", ["Updates", "From Kate"], ""),
        ("", ["Topics", "From my manager"], "manager"),
        ("", ["Manager's topics", "Report's topics"], "Manager"),
        ("", ["My topics", "Today's topics"], ""),
        ("1-1 Kate", ["Topics", "Kate"], "Kate"),
        ("Sam / Kate 1:1", ["Sam", "Kate"], "Kate"),
        ("sam × kate", ["burning", "kate's"], "kate"),
        ("Budget with Kate", ["Topics", "Budget"], ""),
        ("", ["Topics", "Kate"], ""),
        ("Hiring and Budget", ["Hiring", "Budget"], ""),
        ("Atlas 1:1 with Kate", ["Topics", "Atlas"], ""),
        ("", ["My topics", "Kate's pricing"], ""),
        ("", ["Updates", "Kate's topics"], ""),
        ("", ["Sam's actions", "Kate's actions"], ""),
    ] {
        let [one, two] = sections;
        let text = format!("# {title}\n\n## 2026-03-02\n\n### {one}\n\n- b\n\n### {two}\n\n- c\n  - me: d\n");
        let (_, document) = read("a.md", &text);
        let items = || document.meetings[0].sections.iter().flat_map(|section| &section.items);
        let theirs: Vec<_> =
            items().filter(|item| item.depth == 0 && item.author != Author::Writer).collect();
        let author = theirs.first().map_or(Author::Reply("".into()), |item| item.author.clone());
        assert_eq!(author, Author::Reply(wanted.into()), "{title}: {sections:?}");
        assert!(theirs.iter().all(|item| item.author == author));
        assert_eq!(items().last().unwrap().author, Author::Writer, "me: {sections:?}");
    }
}

#[test]
fn a_bold_line_may_go_on_in_brackets_and_say_who_said_what_follows() {
    for (line, wanted) in [
        ("**Kate said** (typed up after)", "notes \"Kate said (typed up after)\""),
        ("**Next steps** ([list](https://example.com/a)):", "actions \"Next steps (list):\""),
        ("**Updates** were late", "other \"\""),
    ] {
        let outline = outline(&format!("# 2026-03-02\n\n{line}\n\n- a\n"));
        assert!(outline.starts_with(&format!("2026-03-02\n  {wanted}\n")), "{line}: {outline}");
    }
}

#[test]
fn a_rule_under_a_line_of_text_makes_no_section() {
    assert_eq!(
        outline("# 2026-03-02\n\n## Updates\n\nShipped the importer\n---\n\n- b\n"),
        "2026-03-02\n  updates \"Updates\"\n    Shipped the importer\n    - b\n"
    );
    assert_eq!(outline("2026-03-02\n---\n- a\n"), "2026-03-02\n  other \"\"\n    - a\n");
}

#[test]
fn callouts_that_name_sections_are_sections() {
    let text = "## 2026-03-04\n\n> [!success]- Updates\n> - a\n>   - b\n\n> [!todo] Actions\n> - [ ] c\n\n> [!tip] How we use this\n> - d\n\n\
                > [!question]\n> - e\n\n> [!Quote] Kate added\n> - f\n";
    assert_eq!(
        outline(text),
        "2026-03-04\n  updates \"Updates\"\n    - a\n      - b\n  actions \"Actions\"\n    - [ ] c\n  other \"\"\n    - d\n    - e\n    > [!Quote] Kate added\n"
    );
}

#[test]
fn sections_as_high_as_the_dates_belong_to_their_meetings() {
    let both = "2026-03-04\n  updates \"Updates\"\n    - a\n  advice \"Advice\"\n    - b\n2026-02-18\n  updates \"Updates\"\n    - c\n";
    for text in [
        "# Sam\n\n**2026-03-04**\n\n**Updates**\n\n- a\n\n**Advice**\n\n- b\n\n**2026-02-18**\n\n**Updates**\n\n- c\n",
        "# Sam\n\n**2026-03-04**\n\n## Updates\n- a\n## Advice\n- b\n\n**2026-02-18**\n\n## Updates\n- c\n",
        "## OKRs\n- o\n## Log\n\n**2026-03-04**\n\n### Updates\n- a\n\n**Advice**\n\n- b\n\n**2026-02-18**\n\n### Updates\n- c\n## Books\n- d\n",
        "## 2026-03-04\n### Updates\n- a\n### Advice\n- b\n## 2026-02-18\n### Updates\n- c\n## Action items\n- [ ] d\n",
        "## 2026-03-04\n## Updates\n- a\n## Advice\n- b\n## 2026-02-18\n## Updates\n- c\n## OKRs\n- o\n## Books\n- d\n",
    ] {
        assert_eq!(outline(text), both, "{text}");
    }
}
