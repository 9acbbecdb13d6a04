//! The YAML reader's errors in a user's words.

use super::{Keys, YamlError};
use crate::{nearest::nearest, text::Span};

/// Stands around the parts of our own errors, so that they can be found again in the reader's text.
pub(super) const MARK: char = '\u{1}';

/// What the reader says, what we say, and what helps.
const SYNTAX: &[(&str, &str, &str)] = &[
    (
        "mapping values are not allowed",
        "this `: ` makes a second key in one line",
        "if the colon belongs to the text, put quotes around the text",
    ),
    (
        "found character that cannot start any token",
        "a value cannot begin with this character",
        "if it is text, put quotes around it",
    ),
    (
        "could not find expected ':'",
        "a key without a colon",
        "write `key: value`, and indent what belongs to a key deeper than the key",
    ),
    (
        "while parsing a block mapping",
        "this line fits no key around it",
        "indent the keys of one mapping by the same number of spaces",
    ),
    ("while parsing a block collection", "this line fits no list around it", "begin each entry with `- `"),
    ("while parsing a flow sequence", "this list has no end", "close it with `]`"),
    ("while parsing a flow mapping", "this mapping has no end", "close it with `}`"),
    ("found unexpected end of stream", "a quote is not closed", "close it with the quote that opened it"),
    ("recursion limit", "this is nested too deeply", ""),
];

/// The reader's error about `text`, with its place.
pub(super) fn explain(error: &serde_yaml::Error, text: &str, keys: &Keys) -> YamlError {
    let said = error.to_string();
    let at = error.location().map(|place| place.index().min(text.len()));
    let span = at.map(|at| token(text, at));
    let (message, help) = words(&said, text, span);
    // For a mapping in a block, the reader gives no place.
    let vague = span.is_none_or(|span| span.start() == 0);
    let span = missing_field(&said).filter(|_| vague).and_then(|path| keys.find(&path)).or(span);
    YamlError { message, span, help: (!help.is_empty()).then_some(help) }
}

/// "did you mean …", or the names there are.
pub(super) fn suggest<'n, I>(name: &str, names: I) -> String
where
    I: IntoIterator<Item = &'n str> + Clone,
{
    const MOST: usize = 16;
    if let Some(near) = nearest(name, names.clone()) {
        return format!("did you mean `{near}`?");
    }
    let all: Vec<String> = names.into_iter().take(MOST + 1).map(|name| format!("`{name}`")).collect();
    match all.len() {
        0 => String::new(),
        1..=MOST => format!("known here: {}", all.join(", ")),
        _ => String::new(),
    }
}

fn words(said: &str, text: &str, span: Option<Span>) -> (String, String) {
    let mut parts = said.split(MARK);
    if let (Some(_), Some(message), Some(help)) = (parts.next(), parts.next(), parts.next()) {
        return (message.to_owned(), help.to_owned());
    }
    if let Some((path, rest)) = said.split_once("unknown field ") {
        // Every mapping named so holds names of rules.
        if !path.ends_with("rules: ") {
            return unknown("key", rest);
        }
        let (message, help) = unknown("rule", rest);
        let list = || "`agenda-lint rules` lists them all".to_owned();
        return (message, Some(help).filter(|help| help.starts_with("did")).unwrap_or_else(list));
    }
    if let Some((_, rest)) = said.split_once("unknown variant ") {
        return unknown("value", rest);
    }
    for start in ["invalid type: ", "invalid value: "] {
        if let Some((_, rest)) = said.split_once(start)
            && let Some((_, expected)) = rest.rsplit_once(", expected ")
        {
            let found = span.map(|span| &text[span.range()]).filter(|found| !found.is_empty());
            let found = found.map_or(String::new(), |found| format!(", found `{}`", clip(found)));
            return (format!("expected {}{found}", plain(without_place(expected))), String::new());
        }
    }
    if let Some((_, rest)) = said.split_once("missing field ") {
        return (
            format!("{} is missing", rest.split_once(" at line").map_or(rest, |(name, _)| name)),
            String::new(),
        );
    }
    for (theirs, ours, help) in SYNTAX {
        if said.contains(theirs) {
            return ((*ours).to_owned(), (*help).to_owned());
        }
    }
    (without_place(said).to_owned(), String::new())
}

/// The path to the mapping that lacks a field: `a.b: missing field …`.
fn missing_field(said: &str) -> Option<Vec<&str>> {
    let (path, _) = said.split_once(": missing field ")?;
    Some(path.split('.').map(|part| part.split('[').next().unwrap_or(part)).collect())
}

/// "`name`, expected one of `a`, `b`", in our words.
fn unknown(what: &str, rest: &str) -> (String, String) {
    let mut ticked = rest.split('`').skip(1).step_by(2);
    let name = ticked.next().unwrap_or_default();
    (format!("unknown {what} `{}`", clip(name)), suggest(name, ticked))
}

/// What the reader expects, for somebody who does not know its types.
fn plain(expected: &str) -> &str {
    match expected {
        "a map" => "a mapping",
        "a sequence" => "a list",
        "a boolean" => "`true` or `false`",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number",
        "f32" | "f64" => "a number",
        _ if expected.starts_with("struct ") => "a mapping",
        _ => expected,
    }
}

fn without_place(said: &str) -> &str {
    said.rfind(" at line ").map_or(said, |end| &said[..end])
}

fn clip(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.char_indices().nth(40).map_or(line, |(end, _)| &line[..end])
}

/// The word, quoted text or bracket that begins at `at`.
fn token(text: &str, at: usize) -> Span {
    let mut at = at;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let rest = &text[at..];
    let end = match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest[1..].find([quote, '\n']).map_or(rest.len(), |end| end + 2),
        Some('[' | '{') => 1,
        _ => {
            let line = rest.split(['\n', '\r']).next().unwrap_or_default();
            let ends = [": ", " #", ",", "]", "}"].into_iter().filter_map(|end| line.find(end));
            let end = ends.min().unwrap_or(line.len());
            line[..end].trim_end().trim_end_matches(':').len()
        }
    };
    Span::new(at, at + end.min(rest.len()))
}
