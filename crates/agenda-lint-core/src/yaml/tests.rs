use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Sample {
    lead_time: u32,
    names: BTreeMap<String, Vec<String>>,
    order: Option<Order>,
    list: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Order {
    NewestFirst,
    Any,
}

#[derive(Debug, Deserialize)]
struct Entry {
    #[expect(dead_code, reason = "only its errors matter")]
    id: String,
}

fn read(text: &str) -> Result<Sample, YamlError> {
    parse(text, CONFIG_LIMIT)
}

/// Text with the place of the expected error in guillemets, its message, its help.
const REFUSED: &[(&str, &str, &str)] = &[
    ("a: 1\n«lead_time»: 2\n", "unknown key `a`", "known here"),
    ("«lead_time»: 2\n", "unknown key `lead_time`", "did you mean `lead-time`?"),
    ("lead-time: «soon»\n", "expected a whole number, found `soon`", ""),
    ("lead-time: 1\n«lead-time»: 2\n", "`lead-time` is given twice", "line 1"),
    ("names: {a: [x], «a»: [y]}\n", "`a` is given twice", "line 1"),
    ("order: «newest»\n", "unknown value `newest`", "known here: `newest-first`, `any`"),
    ("names: «&a» {}\n", "anchors", "quotes"),
    ("names: {b: [«*.md»]}\n", "anchors", "\"*.md\""),
    ("names: «!!python/object» x\n", "tags", "quotes"),
    ("names:\n  «<<»: {}\n", "merge keys", ""),
    ("names:\n«\t»a: [x]\n", "a tab indents", "spaces"),
    ("names: {a: [«@kate»]}\n", "cannot begin with `@`", "\"@kate\""),
    ("names: {a: [«\u{85}»x]}\n", "U+0085", "remove"),
    ("lead-time: 1\n«---»\nlead-time: 2\n", "second document", "one file"),
    ("list:\n  - «{»}\n", "`id` is missing", ""),
    ("names: «3»\n", "expected a mapping, found `3`", ""),
    ("names: {a: [\"x]}\n", "a quote is not closed", "close it"),
    ("lead-time: 1: 2\n", "second key in one line", "quotes"),
];

#[test]
fn what_is_wrong_is_said_in_words_and_with_its_place() {
    for (marked, message, help) in REFUSED {
        let marked = marked.replacen("a: 1\n«lead_time»", "«a»: 1\nlead_time", 1);
        let text = marked.replace(['«', '»'], "");
        let error = read(&text).expect_err(&text);
        assert!(error.message.contains(message), "{text:?}: {error:?}");
        assert!(error.help.clone().unwrap_or_default().contains(help), "{text:?}: {error:?}");
        if let (Some(start), Some(end)) = (marked.find('«'), marked.find('»')) {
            let place = Span::new(start, end - '«'.len_utf8());
            assert_eq!(error.span, Some(place), "{text:?}: {error:?}");
        }
    }
}

#[test]
fn what_only_looks_dangerous_is_read() {
    for (text, names) in [
        ("", 0),
        ("# nothing yet\n", 0),
        ("---\nnames: {a: [x]}\n", 1),
        ("names:\n  a: ['*x', \"&y\", x*y, a & b, R&D]\n", 1),
        ("names:\n  a:\n  - it's here # *not* an alias\n  - |\n    &text\n    *more*\n  b: []\n", 2),
        ("names:\n  a: [x]\n  b:\n    - long text\n      *goes on*\n", 2),
        ("names: {a: [\"it: {is}\", '<<', 'it''s']}\nlist:\n- id: a\n- id: b\n", 1),
        ("names:\r\n  a: [x]\r\n", 1),
    ] {
        let sample = read(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
        assert_eq!(sample.names.len(), names, "{text:?}");
    }
}

#[test]
fn bombs_are_refused_before_they_are_read() {
    let deep = |open: &str, n: usize| format!("names: {}", open.repeat(n));
    for text in [
        deep("[", 60_000),
        deep("{a: ", 30_000),
        format!("list:\n  {}x\n", "- ".repeat(200)),
        "x".repeat(CONFIG_LIMIT + 1),
    ] {
        let error = read(&text).expect_err("a bomb");
        assert!(error.message.contains("deeper") || error.message.contains("longer"), "{error:?}");
    }
}

#[test]
fn keys_are_found_by_their_path() {
    let text = "rules:\n  a: off\n  \"b\": {options: {x: 1}}\nlist:\n- id: a\n- id: b\n";
    let keys = keys(text, CONFIG_LIMIT).unwrap();
    let at = |path: &[&str]| keys.find(path).map(|span| &text[span.range()]);
    assert_eq!(at(&["rules", "b", "options", "x"]), Some("x"));
    assert_eq!(at(&["rules", "b"]), Some("\"b\""));
    assert_eq!(at(&["x"]), None);
    let names: Vec<&str> = keys.under(&["rules"]).map(|key| key.name.as_str()).collect();
    assert_eq!(names, ["a", "b"]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_read_or_refused(parts in proptest::collection::vec(
        proptest::sample::select(&["a", "é", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", " ", "\t", "\r\n", "\"", "'",
            "\\", "|", ">", "#", " #", "[", "]", "{", "}", ",", "&", "*", "!", "<<", "? ", "---", "---\n", "...", "@", "\u{85}"][..]),
        0..40,
    )) {
        let text = parts.concat();
        let place = match parse::<serde_json::Value>(&text, CONFIG_LIMIT) {
            Ok(_) => return Ok(()),
            Err(error) => error.span.unwrap_or_default(),
        };
        proptest::prop_assert!(text.get(place.range()).is_some(), "{text:?} {place:?}");
    }
}
