//! Each setting does what it says, and `keep` keeps.

use agenda_lint_core::format::{
    Bullet, Emphasis, Fences, FormatConfig, Headings, Indent, Numbering, Tables, ThematicBreaks, Tidy, Wrap,
};

use super::checked_with;

fn formatted(text: &str, config: &FormatConfig) -> String {
    checked_with(text, config).unwrap().text
}

#[test]
fn a_part_that_is_kept_stays() {
    let keep = FormatConfig {
        bullet: Bullet::Keep,
        indent: Indent::Keep,
        numbering: Numbering::Keep,
        task_boxes: Tidy::Keep,
        headings: Headings::Keep,
        emphasis: Emphasis::Keep,
        thematic_breaks: ThematicBreaks::Keep,
        fences: Fences::Keep,
        blank_lines: Tidy::Keep,
        trailing_spaces: Tidy::Keep,
        tables: Tables::Keep,
        escapes: Tidy::Keep,
        front_matter: Tidy::Keep,
        wrap: Wrap::No,
        ..FormatConfig::default()
    };
    let text = "---\na: b  \n---\n\n\n*   a  \n    * [X]  b\n#  C  #\n3) d\n5) e\n\nf\n===\n__g__ h\\.\n****\n~~~ i\n~~~\n|a|b|\n|-|-|\n|c|d|\n";
    assert_eq!(formatted(text, &keep), text);
}

#[test]
fn bullets_and_tables_may_look_otherwise() {
    let plus = FormatConfig { bullet: Bullet::Plus, ..FormatConfig::default() };
    assert_eq!(formatted("- a\n- b\n\n* c\n", &plus), "+ a\n+ b\n\n- c\n");
    let compact = FormatConfig { tables: Tables::Compact, ..FormatConfig::default() };
    assert_eq!(formatted("|a|long|\n|-|:-|\n", &compact), "| a | long |\n| --- | :-- |\n");
}

#[test]
fn lines_end_before_column_eighty() {
    let eighty = FormatConfig { wrap: Wrap::Eighty, ..FormatConfig::default() };
    let cases = [
        (
            "- One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen\n",
            "- One two three four five six seven eight nine ten eleven twelve thirteen\n  fourteen fifteen\n",
        ),
        ("a\nb  \nc\n", "a b\\\nc\n"),
        // No line may begin with what would begin a list or a heading.
        (
            "aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaa 29. b\n",
            "aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaa 29.\nb\n",
        ),
    ];
    for (typed, wanted) in cases {
        assert_eq!(agenda_lint_core::format::format(&super::file(typed), &eighty).text, wanted);
    }
}

#[test]
fn each_sentence_gets_its_line() {
    let sentence = FormatConfig { wrap: Wrap::Sentence, ..FormatConfig::default() };
    let typed =
        "We met Dr. Lee, e.g. on\nMonday. Then `a. B` was\nfixed! (All of it.) Was [it. So](u)? no.\n";
    let wanted =
        "We met Dr. Lee, e.g. on Monday.\nThen `a. B` was fixed!\n(All of it.)\nWas [it. So](u)? no.\n";
    assert_eq!(agenda_lint_core::format::format(&super::file(typed), &sentence).text, wanted);
}
