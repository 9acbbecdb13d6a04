//! The traps of the parser, each with its case.

use super::{BlockKind, MAX_DEPTH, Prose, Tree, render};
use crate::text::SourceFile;

fn parse(text: &str) -> (SourceFile, Tree) {
    let file = SourceFile::new("a.md", text);
    let tree = Tree::parse(&file);
    (file, tree)
}

/// Each block as its kind's first word and its text.
fn outline(text: &str) -> Vec<String> {
    let (file, tree) = parse(text);
    let show = |id| {
        let block = tree.block(id);
        let kind = format!("{:?}", block.kind);
        format!("{} {:?}", kind.split(' ').next().unwrap_or_default(), file.slice(block.span))
    };
    tree.ids().map(show).collect()
}

fn words(text: &str) -> String {
    let (file, tree) = parse(text);
    let mut prose = Prose::default();
    for id in tree.ids().filter(|&id| !tree.inlines(id).is_empty()) {
        prose.push(&file, &tree, id);
    }
    prose.text().to_owned()
}

#[test]
fn blocks_end_at_their_last_visible_character() {
    assert_eq!(
        outline("# A  \n\n- b\n\n- c\n\n\nd\n"),
        [
            r##"Heading "# A""##,
            r#"List "- b\n\n- c""#,
            r#"Item "- b""#,
            r#"Paragraph "b""#,
            r#"Item "- c""#,
            r#"Paragraph "c""#,
            r#"Paragraph "d""#,
        ]
    );
}

#[test]
fn the_text_of_a_tight_item_is_a_paragraph() {
    assert_eq!(
        outline("- a *b*\n  - c\n"),
        [
            r#"List "- a *b*\n  - c""#,
            r#"Item "- a *b*\n  - c""#,
            r#"Paragraph "a *b*""#,
            r#"List "- c""#,
            r#"Item "- c""#,
            r#"Paragraph "c""#,
        ]
    );
}

#[test]
fn a_task_box_belongs_to_its_item_in_tight_and_loose_lists() {
    for text in ["- [x] a\n- [ ] b\n", "- [x] a\n\n- [ ] b\n", "1. [x] a\r\n2. [ ] b\r\n"] {
        let (file, tree) = parse(text);
        let boxes: Vec<_> = tree
            .ids()
            .filter_map(|id| tree.check_box(id))
            .map(|found| (found.done, file.slice(found.span)))
            .collect();
        assert_eq!(boxes, [(true, "[x]"), (false, "[ ]")], "{text:?}");
    }
}

#[test]
fn front_matter_is_cut_off_and_only_at_the_start() {
    let (file, tree) = parse("\u{feff}---\r\nreport: Sam\r\n---\r\n# A\r\n");
    assert_eq!(tree.front_matter().map(|span| file.slice(span)), Some("report: Sam\r\n"));
    assert_eq!(tree.block(tree.roots().next().unwrap()).kind, BlockKind::Heading { level: 1, setext: false });
    let (_, tree) = parse("a\n\n---\nkept: yes\n---\n");
    assert_eq!(tree.front_matter(), None);
    assert!(words("a\n\n---\nkept: yes\n---\n").contains("kept"));
    assert!(parse("---\nunclosed\n").1.front_matter().is_none());
}

#[test]
fn words_map_back_through_entities_escapes_and_marks() {
    let text = "- R&amp;D \\*is\\* **at `risk`** [now](http://x.y/z)\n";
    let (file, tree) = parse(text);
    let paragraph = tree.ids().find(|&id| tree.block(id).kind == BlockKind::Paragraph).unwrap();
    let prose = Prose::of(&file, &tree, paragraph);
    assert_eq!(prose.text(), "R&D *is* at risk now");
    for (word, written) in
        [("R&D", "R&amp;D"), ("is", "is"), ("at risk", "at `risk"), ("now", "now"), ("&", "&amp;")]
    {
        let at = prose.text().find(word).unwrap();
        assert_eq!(file.slice(prose.span(at..at + word.len())), written);
    }
    assert_eq!(&prose.text()[prose.opaque()[0].clone()], "risk");
}

#[test]
fn every_character_of_a_prose_has_a_place_in_the_file() {
    let text = "# é&eacute;\n\n- 漢字 ~~x~~\\\n  y <br> z [[Ana|a]] ![i](j) `a|b`\n\n| a | b |\n|-|-|\n| `x\\|y` | é |\n";
    let (file, tree) = parse(text);
    for id in tree.ids() {
        let prose = Prose::of(&file, &tree, id);
        assert_eq!(Prose::words(&file, &tree, id), prose.text());
        for (at, c) in prose.text().char_indices() {
            let span = prose.span(at..at + c.len_utf8());
            assert!(file.text().get(span.range()).is_some(), "{c:?} at {at} in {:?}", prose.text());
        }
    }
}

#[test]
fn bare_addresses_and_code_are_opaque() {
    let text = "see https://a.b/c?d=e. Or (http://x.y) or “http://z” `i://j` http://k `l` **m**://n\n";
    let (file, tree) = parse(text);
    let prose = Prose::of(&file, &tree, tree.roots().next().unwrap());
    let opaque: Vec<_> = prose.opaque().iter().map(|range| &prose.text()[range.clone()]).collect();
    assert_eq!(opaque, ["https://a.b/c?d=e", "http://x.y", "http://z”", "i://j", "http://k", "l", "://n"]);
}

#[test]
fn links_keep_their_kind_and_target() {
    let (_, tree) = parse("[a](b) <https://c.d> [[Ana]] ![e](f)\n");
    let targets: Vec<_> = tree
        .links_in(tree.block(tree.roots().next().unwrap()).span)
        .iter()
        .map(|link| &*link.target)
        .collect();
    assert_eq!(targets, ["b", "https://c.d", "Ana", "f"]);
}

#[test]
fn comments_are_html_in_blocks_and_in_lines() {
    let (file, tree) = parse("<!-- a -->\n\nb <!-- c --> d\n\n- <!-- e -->\n\n`<!-- f -->`\n");
    let html: Vec<_> = tree.html().iter().map(|&span| file.slice(span)).collect();
    assert_eq!(html, ["<!-- a -->", "<!-- c -->", "<!-- e -->"]);
}

#[test]
fn a_lone_carriage_return_ends_a_line() {
    assert_eq!(
        outline("# a\r- b\r"),
        [r##"Heading "# a""##, r#"List "- b""#, r#"Item "- b""#, r#"Paragraph "b""#]
    );
}

#[test]
fn what_is_nested_too_deeply_is_refused_with_its_place() {
    for deep in [
        "> ".repeat(70) + "a",
        "- ".repeat(70) + "a",
        "1. ".repeat(70) + "a",
        " ".repeat(2 * MAX_DEPTH) + "- a",
        "\t".repeat(MAX_DEPTH / 2) + "- a" + &"b".repeat(MAX_DEPTH),
    ] {
        let (_, tree) = parse(&format!("a\n{deep}\n"));
        assert_eq!(tree.too_deep().map(|at| at.offset), Some(2), "{deep:?}");
    }
    for fine in
        ["> ".repeat(60) + "a", "- ".repeat(100), "* ".repeat(100), " ".repeat(500) + "a", "-".repeat(100)]
    {
        assert_eq!(parse(&fine).1.too_deep(), None, "{fine:?}");
    }
}

#[test]
fn rendering_shows_what_a_reader_sees() {
    let file = SourceFile::new("a.md", "---\nx: y\n---\n- [x] *a*\n");
    assert!(render(&file).contains("<em>a</em>"));
    assert!(!render(&file).contains("x: y"));
}

#[test]
fn the_lines_of_a_paragraph_can_be_taken_apart() {
    let (file, tree) = parse("- [x] a\n\nb `c`\nd **e**\\\nf\n\n- [ ] g\n  - h\n");
    let paragraph = tree.roots().nth(1).unwrap();
    let tree = tree.with_lines_apart(&file, &[(paragraph, usize::MAX)]);
    let shown: Vec<&str> = tree.ids().map(|id| file.slice(tree.block(id).span)).collect();
    assert_eq!(
        shown,
        [
            "- [x] a",
            "- [x] a",
            "a",
            "b `c`",
            "d **e**",
            "f",
            "- [ ] g\n  - h",
            "- [ ] g\n  - h",
            "g",
            "- h",
            "- h",
            "h"
        ]
    );
    let roots: Vec<&str> = tree.roots().map(|id| file.slice(tree.block(id).span)).collect();
    assert_eq!(roots, ["- [x] a", "b `c`", "d **e**", "f", "- [ ] g\n  - h"]);
    let boxes: Vec<&str> =
        tree.check_boxes().iter().map(|(item, _)| file.slice(tree.block(*item).span)).collect();
    assert_eq!(boxes, ["- [x] a", "- [ ] g\n  - h"]);
    assert_eq!(Prose::of(&file, &tree, tree.roots().nth(2).unwrap()).text(), "d e");
}

#[test]
fn typed_bullets_and_boxes_are_no_words() {
    let (file, tree) = parse("• a\n☐ b\n- [x]c\n\n[x] d\n-e\n[ ] **f**\n✔\n");
    let paragraphs: Vec<_> = tree
        .roots()
        .filter(|id| tree.block(*id).kind == BlockKind::Paragraph)
        .map(|id| (id, usize::MAX))
        .collect();
    let tree = tree.with_lines_apart(&file, &paragraphs);
    let lines = tree.ids().filter(|id| tree.block(*id).kind == BlockKind::Paragraph);
    let shown: Vec<String> = lines
        .map(|id| {
            format!("{} {:?}", Prose::of(&file, &tree, id).text(), tree.check_box(id).map(|found| found.done))
        })
        .collect();
    assert_eq!(
        shown,
        ["a None", "b Some(false)", "[x]c None", "d Some(true)", "e None", "f Some(false)", "✔ None"]
    );
}
