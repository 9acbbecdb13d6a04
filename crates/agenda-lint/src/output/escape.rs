//! The only way for text that we did not write to reach a terminal or a log.
//!
//! A note, a path or a config may hold control sequences, bidirectional overrides, or lines that a
//! CI runner would take for commands. Every format passes its text through here.

use std::{borrow::Cow, fmt::Write as _, path::Path};

use agenda_lint_core::files;

/// Text in one or several lines, with control characters made visible as `\u{1b}`.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    if !holds_hidden(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        push(&mut shown, c);
    }
    Cow::Owned(shown)
}

/// Whether a text is nothing but ASCII that can be seen, each character a column wide, in one or
/// several lines.
fn is_plain(text: &str) -> bool {
    all(text, |byte| is_visible(byte) || byte == b'\n')
}

/// As [`is_plain`], in one line.
pub(super) fn is_plain_line(text: &str) -> bool {
    all(text, is_visible)
}

/// Whether a byte is an ASCII character that can be seen.
pub(super) fn is_visible(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// Whether all bytes of a text are of one kind. Without a way out of the loop, many are looked at in one
/// step; to this end, some of the last ones may be looked at twice.
fn all(text: &str, is: impl Fn(u8) -> bool) -> bool {
    const STEP: usize = 32;
    let are = |bytes: &[u8]| bytes.iter().fold(true, |all, &byte| all & is(byte));
    let bytes = text.as_bytes();
    match bytes.last_chunk::<STEP>() {
        Some(last) => are(bytes.as_chunks::<STEP>().0.as_flattened()) & are(last),
        None => are(bytes),
    }
}

/// Whether a text holds anything but line feeds that [`push`] would show in another way.
fn holds_hidden(text: &str) -> bool {
    if is_plain(text) {
        return false;
    }
    let hidden = |at: usize| text[at..].chars().next().is_some_and(is_hidden);
    let ascii = all(text, |byte| matches!(byte, b' '..=b'~' | b'\n' | 0x80..));
    // Of what is not ASCII, only what begins as hidden characters do is looked at one by one.
    let [first, second, third, fourth] = HIDDEN_STARTS;
    let bytes = text.as_bytes();
    let mut starts =
        memchr::memchr3_iter(first, second, third, bytes).chain(memchr::memchr_iter(fourth, bytes));
    !ascii || starts.any(hidden)
}

/// The first bytes of all that [`is_hidden`] names and that is not ASCII.
const HIDDEN_STARTS: [u8; 4] = [0xe2, 0xc2, 0xef, 0xd8];

/// As [`text`], in one line: for paths and messages that stand in a line of their own.
pub(crate) fn line(line: &str) -> Cow<'_, str> {
    if is_plain_line(line) {
        return Cow::Borrowed(line);
    }
    match text(line) {
        shown if memchr::memchr(b'\n', shown.as_bytes()).is_some() => Cow::Owned(shown.replace('\n', "\\n")),
        shown => shown,
    }
}

/// A text of a finding, escaped as [`text`] or [`line()`] does; what it borrows for ever is no foreign text but our
/// own words.
#[expect(clippy::ptr_arg, reason = "what is borrowed is told from what is owned")]
pub(super) fn words<'a>(words: &'a Cow<'static, str>, escape: fn(&'a str) -> Cow<'a, str>) -> Cow<'a, str> {
    match words {
        Cow::Borrowed(ours) => Cow::Borrowed(ours),
        Cow::Owned(foreign) => escape(foreign),
    }
}

/// A path in one line.
pub(crate) fn path(path: &Path) -> String {
    line(&files::shown(path)).into_owned()
}

/// Adds a character as it is shown.
pub(crate) fn push(shown: &mut String, c: char) {
    match c {
        '\t' => shown.push(' '),
        c if c != '\n' && is_hidden(c) => {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
        }
        c => shown.push(c),
    }
}

/// Breaks up what a CI runner would take for a command: `::word` at the beginning of a line, and
/// `##[`, `##vso[`, `##teamcity[` anywhere.
pub(crate) fn commands(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let opens = |at: usize| matches!(bytes[at..], [b'#', b'#', b'[' | b'v' | b't', ..]);
    if memchr::memmem::find(bytes, b"::").is_none() && !memchr::memchr_iter(b'#', bytes).any(opens) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        let blanks = line.len() - start.len();
        shown.push_str(&line[..blanks]);
        if start.starts_with("::") {
            shown.push('\\');
        }
        shown.push_str(start);
    }
    for opening in ["##[", "##vso[", "##teamcity["] {
        if shown.contains(opening) {
            let broken = format!("{}\\[", &opening[..opening.len() - 1]);
            shown = shown.replace(opening, &broken);
        }
    }
    Cow::Owned(shown)
}

/// A JSON text with hidden characters and the openings of commands as `\uXXXX`.
///
/// Both occur inside of strings only, so that the text stays the same JSON.
pub(crate) fn json(text: &str) -> Cow<'_, str> {
    if !text.contains("##") && !holds_hidden(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        let command =
            c == '[' && ["##", "##vso", "##teamcity"].iter().any(|opening| shown.ends_with(opening));
        if command || (c != '\n' && is_hidden(c)) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// The message of a workflow command of GitHub Actions.
pub(crate) fn workflow_data(data: &str) -> String {
    let shown = text(data);
    commands(&shown).replace('%', "%25").replace('\n', "%0A")
}

/// The value of a property of such a command. A runner that has seen the command looks for no other
/// in its line, so that a path stays what it is.
pub(crate) fn workflow_property(value: &str) -> String {
    let shown = text(value).replace('%', "%25").replace('\n', "%0A");
    shown.replace(':', "%3A").replace(',', "%2C")
}

/// Text or the value of an attribute in XML. What XML 1.0 cannot hold is shown or replaced.
pub(crate) fn xml(raw: &str) -> String {
    let shown = text(raw);
    let mut xml = String::with_capacity(shown.len() + 8);
    for c in commands(&shown).chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\n' => xml.push_str("&#10;"),
            '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            c => xml.push(c),
        }
    }
    xml
}

/// Text within a line of Markdown that means nothing but itself.
pub(crate) fn markdown(raw: &str) -> String {
    let mut markdown = String::with_capacity(raw.len() + 8);
    for c in line(raw).chars() {
        if c.is_ascii_punctuation() {
            markdown.push('\\');
        }
        markdown.push(c);
    }
    markdown
}

/// Control characters, line ends that are none in Markdown, and what changes the direction of text.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown() {
        for (raw, shown) in [
            ("plain — text", "plain — text"),
            ("a\u{1b}[31mb", "a\\u{1b}[31mb"),
            ("a\tb\r\n", "a b\\u{d}\n"),
            ("\u{9b}31m\u{7f}\u{202e}x\u{2066}", "\\u{9b}31m\\u{7f}\\u{202e}x\\u{2066}"),
            ("👩‍👩‍👧 stays", "👩‍👩‍👧 stays"),
        ] {
            assert_eq!(text(raw), shown);
        }
        assert_eq!(line("a\nb.md"), "a\\nb.md");
    }

    #[test]
    fn every_hidden_character_is_found() {
        for c in (char::MIN..=char::MAX).filter(|&c| c != '\n') {
            assert_eq!(holds_hidden(&format!("a{c}")), is_hidden(c), "{c:?}");
        }
        let plain = "x".repeat(70);
        for at in 0..plain.len() {
            let text = format!("{}\u{7f}{}", &plain[..at], &plain[at..]);
            assert!(holds_hidden(&text) && !is_plain(&text) && !is_plain_line(&text), "{at}");
        }
        assert!(is_plain(&plain) && is_plain_line(&plain) && is_plain("\n") && !is_plain_line("\n"));
    }

    #[test]
    fn commands_are_broken_up() {
        for (raw, shown) in [
            ("a::b ok", "a::b ok"),
            ("  ::error file=x::pwned\n::warning::x", "  \\::error file=x::pwned\n\\::warning::x"),
            ("text ##[error]x ##vso[y]", "text ##\\[error]x ##vso\\[y]"),
            ("# ## headings", "# ## headings"),
        ] {
            assert_eq!(commands(raw), shown);
        }
    }

    #[test]
    fn a_workflow_command_ends_where_it_should() {
        let raw = "50% of a::b, c\r\n::error file=x::y ##[error]z";
        assert_eq!(workflow_data(raw), "50%25 of a::b, c\\u{d}%0A\\::error file=x::y ##\\[error]z");
        assert_eq!(workflow_property("a:b,c%0A.md"), "a%3Ab%2Cc%250A.md");
    }

    #[test]
    fn xml_and_markdown_hold_any_text() {
        let raw = "<a b=\"c\"> ]]> & \u{0}\u{b}\u{fffe}\n##vso[x]";
        let safe = "&lt;a b=&quot;c&quot;&gt; ]]&gt; &amp; \\u{0}\\u{b}\u{fffd}&#10;##vso\\[x]";
        assert_eq!(xml(raw), safe);
        assert_eq!(markdown("| <b> `c`\n[d](e) é"), "\\| \\<b\\> \\`c\\`\\\\n\\[d\\]\\(e\\) é");
    }

    #[test]
    fn json_stays_the_same_json() {
        let raw = "##[error] \u{9b} \u{202e} ##vso[x] [y] \u{7f}";
        let text = serde_json::to_string(raw).unwrap();
        let safe = json(&text);
        assert!(safe.is_ascii() && !safe.contains("##["), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), raw);
    }
}
