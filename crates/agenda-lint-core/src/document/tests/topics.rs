//! What is one topic, what is several, and what is none.

use super::{outline, read};

#[test]
fn a_bold_line_with_its_list_is_one_topic_among_topics() {
    for (text, wanted) in [
        (
            "## Updates\n**Plan B** (KR 2)\n\n- a\n- Risks\n  - b\n- c\n\nd\n",
            "  updates \"Updates\"\n    **Plan B** (KR 2)\n      - a\n      - Risks\n        - b\n      - c\n    d\n",
        ),
        (
            "## Topics\n**Plan B is late, and that is more than a name**\n- a\n",
            "  discussion \"Topics\"\n    **Plan B is late, and that is more than a name**\n      - a\n",
        ),
        ("## Updates\n**Advice**\n- a\n", "  updates \"Updates\"\n  advice \"Advice\"\n    - a\n"),
        ("## Actions\n**For Kate**\n- a\n", "  actions \"Actions\"\n  actions \"For Kate\"\n    - a\n"),
        ("**Plan B**\n- Risks\n  - b\n", "  other \"Plan B\"\n  advice \"Risks\"\n    - b\n"),
    ] {
        assert_eq!(outline(&format!("# 2026-03-02\n{text}")), format!("2026-03-02\n{wanted}"), "{text}");
    }
    let (file, document) =
        read("a.md", &format!("## Updates\n**Plan B**\n- a\n- b\n\n**Plan C**\n{}", "- c\n".repeat(9)));
    let sections = &document.meetings[0].sections;
    assert_eq!(file.slice(sections[0].items[0].span), "**Plan B**\n- a\n- b");
    assert_eq!(sections[1].topics().count(), 9, "a long list is many topics");
}

#[test]
fn paragraphs_that_tell_one_thing_are_one_topic() {
    let told = "The night shift has lost three people since January.";
    let tried = "I paired the new ones with Ines, and errors went up.";
    for (text, wanted) in [
        // The question comes last, or first.
        ([told, tried, "How would you do it?"].join("\n\n"), "0 1 1"),
        ([told, "What now?", tried, "How would you do it?"].join("\n\n"), "0 1 0 1"),
        (["How would you do it?", told, tried].join("\n\n"), "0 1 1"),
        (["How would you do it?", told, "What now?", tried].join("\n\n"), "0 1 0 1"),
        // It is not plain which of them the story belongs to.
        (["What now?", told, "How would you do it?"].join("\n\n"), "0 1 1"),
        // Each asks something of its own, says its kind, or is a name.
        (["What now?", "How would you do it?"].join("\n\n"), "0 0"),
        ([told, "**Rota.** It is full since May, what would you do?"].join("\n\n"), "0 0"),
        ([told, "Rota on ward six", tried].join("\n\n"), "0 0 1"),
        ([told, "Vendor: they asked for a second year, what would you do?"].join("\n\n"), "0 0"),
        ([told, "*Offsite.* It is in May and we have no room yet."].join("\n\n"), "0 0"),
        ([told, "What I tried: a rota and two long talks with Bo."].join("\n\n"), "0 1"),
        // A comment parts them: what is private, or silenced.
        ([told, "<!-- private -->", tried, "<!-- /private -->", "What now, then?"].join("\n\n"), "0 0 0"),
        // What is quoted in between belongs to it.
        ([told, "> We are full.", "How would you do it?"].join("\n\n"), "0 1 1"),
        (["> We are full.", told, tried].join("\n\n"), "0 0 1"),
        // A list goes on with the paragraph, unless it asks or is to be done.
        (format!("{told}\n\n- tried a rota\n  - for a month\n- no change\n\nWhat now?"), "0 1 2 1 1"),
        (format!("{told}\n\n- tried a rota, what else?\n- hiring"), "0 0 0"),
        (format!("{told}\n\n- [ ] try a rota"), "0 0"),
        (format!("Rota:\n\n- a\n- b\n\n{told}"), "0 1 1 1"),
        (format!("- a\n- b\n\n{told}"), "0 0 0"),
    ] {
        let depths = |heading: &str| {
            let (_, document) = read("notes.md", &format!("## 2026-03-02\n\n### {heading}\n\n{text}\n"));
            let items = &document.meetings[0].sections[0].items;
            items.iter().map(|item| item.depth.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(depths("Advice"), wanted, "{text}");
    }
    let (_, document) =
        read("notes.md", &format!("## 2026-03-02\n\n### Updates\n\n{told}\n\n{tried}\n\nWhat now?\n"));
    assert!(document.meetings[0].sections[0].items.iter().all(|item| item.depth == 0));
    let (_, document) = read("notes.md", &format!("## 2026-03-02\n\n### Advice\n\n{told}\n\n{tried}\n"));
    assert!(document.meetings[0].sections[0].items[0].span.len() > told.len() + tried.len());
}

#[test]
fn what_stands_on_the_page_is_no_topic() {
    for (text, wanted) in [
        ("# 2026-03-05\n\n- [1. Advice](#1-advice)\n- [2. Notes](#2-notes)\n", 0),
        ("# 2026-03-05\n\n- [1. Advice](#1-advice)\n  - [Rota](#rota)\n- [2. Notes](#2-notes)\n", 0),
        ("# 2026-03-05\n\n- [1. Advice](#1-advice)\n- the rota\n", 2),
        (
            "# 2026-03-05\n\n- [Ana](ana.md): send it (see [deck](#deck))\n- [Bo](bo.md): book it (see [room](#room))\n",
            2,
        ),
        ("# 2026-03-05\n\n- [Rota](#rota)\n  - who is away?\n- [Notes](#notes)\n", 3),
        ("# 2026-03-05\n\n- [the rota](rota.md)\n- [the plan](plan.md#may)\n", 2),
        ("# 2026-03-05\n\n- [the rota](#rota)\n", 1),
    ] {
        let (_, document) = read("notes.md", text);
        let items = document.meetings[0].sections.iter().map(|section| section.items.len()).sum::<usize>();
        assert_eq!(items, wanted, "{text}");
    }
}

#[test]
fn lines_that_stand_for_themselves_are_items_without_bullets() {
    for (text, wanted) in [
        // Names and notes, in capitals or without.
        (
            "Team dinner\nThe rota is on the wall\nGroups of cyclists",
            ["Team dinner", "The rota is on the wall", "Groups of cyclists"].as_slice(),
        ),
        (
            "the rota is on the wall, all week\nteam dinner\nuniforms",
            &["the rota is on the wall, all week", "team dinner", "uniforms"],
        ),
        ("Team dinner  \nThe rota  \nUniforms", &["Team dinner", "The rota", "Uniforms"]),
        ("• Team dinner\n• The rota\n• Uniforms", &["• Team dinner", "• The rota", "• Uniforms"]),
        (
            "We spoke of Easter.\nKW: ask the band.\nBo: I will.",
            &["We spoke of Easter.", "KW: ask the band.", "Bo: I will."],
        ),
        (
            "rota for easter\nthe rota is late\nteam dinner at the hall",
            &["rota for easter", "the rota is late", "team dinner at the hall"],
        ),
        // A sentence a line, and wrapped prose.
        ("It was a hard month.\nAna left.\nWe are late.", &["It was a hard month."]),
        (
            "We should move the stand-up to ten because\nnobody is awake at nine, and the coffee\nmachine starts late.",
            &["We should move the stand-up to ten because"],
        ),
        (
            "the stand-up should move to ten because\nnobody is awake at nine and the coffee\nmachine starts late on mondays",
            &["the stand-up should move to ten because"],
        ),
        ("Team dinner,\nThe rota\nUniforms", &["Team dinner,"]),
        ("Team *dinner\nThe rota*\nUniforms", &["Team *dinner"]),
        ("The rota is slow\nTried a board\nWhat else?", &["The rota is slow"]),
        ("Situation: a new rota\nProblem: it is slow\nTried: a board", &["Situation: a new rota"]),
        ("We are late\n-no board\n-no rota", &["We are late"]),
        ("Owner: Ana\nStatus: open\nRoom: Skagen", &[]),
    ] {
        let (file, document) = read("a.md", &format!("# 2026-03-02\n\n{text}\n"));
        let items = document.meetings[0].sections.iter().flat_map(|section| &section.items);
        let lines: Vec<&str> =
            items.map(|item| file.slice(item.span).lines().next().unwrap().trim()).collect();
        assert_eq!(lines, wanted, "{text}");
    }
    assert_eq!(
        outline(
            "# 2026-03-02\n\nUpdates\nShipped it\n\nAdvice\nThe rota is slow\nWhat now?\n\nActions:\nKate: call Bo\nAna: book a room\n\n- [x] done\n"
        ),
        "2026-03-02\n  updates \"Updates\"\n    Shipped it\n  advice \"Advice\"\n    The rota is slow\n  actions \"Actions:\"\n    Kate: call Bo\n    Ana: book a room\n    - [x] done\n"
    );
    for (text, wanted) in [
        // An indent makes no line the first of a list.
        (
            "# 2026-03-02\n\nTeam dinner\n Career\nUniforms\n",
            "2026-03-02\n  other \"\"\n    Team dinner\n    Career\n    Uniforms\n",
        ),
        (
            "1:1 Ana\n2 March 2026\n\nActions\n\n• Kate: call Bo\n• book a room\n",
            "2026-03-02\n  actions \"Actions\"\n    • Kate: call Bo\n    • book a room\n",
        ),
        // An answer takes in nothing that stands below it without its sign.
        (
            "# 2026-03-02\n\n-the rota is late\n>wait a week\n-team dinner\n> KW: yes\n-uniforms\n-> Bo paints it\n",
            "2026-03-02\n  other \"\"\n    -the rota is late\n    >wait a week\n    -team dinner\n    > KW: yes\n    -uniforms\n    -> Bo paints it\n",
        ),
        (
            "# 2026-03-02\n\n- the rota\n\n> KW: we should wait until the others have said something about it\nand then decide\n",
            "2026-03-02\n  other \"\"\n    - the rota\n    > KW: we should wait until the others have said something about it\n",
        ),
        (
            "17 Feb 2026\nUpdates\nShipped it\nLate\nTO DO\nPaint it\n",
            "2026-02-17\n  updates \"Updates\"\n    Shipped it\n    Late\n  actions \"TO DO\"\n    Paint it\n",
        ),
    ] {
        assert_eq!(outline(text), wanted, "{text}");
    }
}
