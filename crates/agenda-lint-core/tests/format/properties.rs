//! What holds for any text.

use agenda_lint_core::format::{FormatConfig, format};
use proptest::prelude::*;

use super::{checked, file};

/// Text in which Markdown's marks are as frequent as letters.
fn markdown() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "b c",
        "é",
        "冬",
        " ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n",
        "\n\n",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "> ",
        ">",
        "# ",
        "## ",
        " #",
        "===",
        "---",
        "***",
        "___",
        "_",
        "__",
        "*",
        "**",
        "`",
        "```",
        "~~~",
        "| ",
        "|",
        "|-|-|\n",
        "\\",
        "[x]: /u\n",
        "[x]",
        "[ ] ",
        "[^1]",
        "[^1]: ",
        "<!-- c -->",
        "<div>",
        "<b>",
        "&amp;",
        "!",
        "![",
        "](u)",
        "[[",
        "]]",
        "$",
        "{{",
        "}}",
        "<%",
        "%>",
        "~",
        "~~",
        ":",
        "0",
        "=",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn marks_in_any_order_keep_their_meaning(text in markdown()) {
        prop_assert_eq!(checked(&text).err(), None);
    }

    #[test]
    fn any_text_keeps_its_meaning(text in "\\PC*") {
        prop_assert_eq!(checked(&text).err(), None);
    }

    #[test]
    fn line_ends_survive(text in markdown()) {
        let text = format!("{text}\n");
        let formatted = format(&file(&text), &FormatConfig::default());
        let windows = format(&file(&text.replace('\n', "\r\n")), &FormatConfig::default());
        prop_assert_eq!(formatted.text.replace('\n', "\r\n"), windows.text);
    }

    #[test]
    fn the_byte_order_mark_survives(text in markdown()) {
        let marked = file(&format!("\u{feff}{text}"));
        let formatted = format(&marked, &FormatConfig::default());
        prop_assert_eq!(&formatted.text, &format(&file(&text), &FormatConfig::default()).text);
        let is_marked = marked.with_bom(&formatted.text).starts_with('\u{feff}');
        prop_assert!(is_marked);
    }
}
