//! A labelled topic, and a small splitter that gives its words to the reader as the document would.

use std::ops::Range;

use agenda_lint_core::language::{Line, Passage, Reading, Setting, UserCues, read};
use serde_json::Value;

/// One line of a labelled set.
pub struct Topic {
    pub id: String,
    pub text: String,
    pub labels: Value,
    pub well_framed: Option<bool>,
}

/// The topics of a set.
pub fn topics(set: &str) -> Vec<Topic> {
    set.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let value: Value = serde_json::from_str(line).unwrap();
            Topic {
                id: value["id"].as_str().unwrap().to_owned(),
                text: value["text"].as_str().unwrap().to_owned(),
                labels: value["labels"].clone(),
                well_framed: value["well_framed"].as_bool(),
            }
        })
        .collect()
}

/// What the reader makes of a topic's Markdown.
pub fn read_topic(markdown: &str, setting: Setting) -> (Reading, String) {
    let (mut text, mut lines, mut opaque) = (String::new(), Vec::<Line>::new(), Vec::new());
    for line in markdown.lines() {
        let bare = line.trim_start();
        let indent = line.len() - bare.len();
        let (bare, quoted) = match bare.strip_prefix('>') {
            Some(rest) => (rest.trim_start(), true),
            None => (bare, false),
        };
        if bare.is_empty() {
            continue;
        }
        let marker = ["- [ ] ", "- [x] ", "- ", "* ", "+ ", "#### ", "### ", "## ", "1. ", "2. ", "3. ", "4. ", "5. "]
            .into_iter()
            .find(|marker| bare.starts_with(marker));
        let words = &bare[marker.map_or(0, str::len)..];
        let (words, quoted) = words.strip_prefix("> ").map_or((words, quoted), |rest| (rest, true));
        if !text.is_empty() {
            text.push('\n');
        }
        let start = text.len();
        strip(words, &mut text, &mut opaque);
        match lines.last_mut() {
            // A line that carries no mark goes on with the one above.
            Some(last) if marker.is_none() && last.quoted == quoted && markdown_goes_on(markdown, line) => {
                last.range.end = text.len();
            }
            _ => lines.push(Line { range: start..text.len(), depth: u8::try_from(indent / 2).unwrap_or(9), quoted }),
        }
    }
    let passage = Passage { text: &text, lines: &lines, opaque: &opaque };
    (read(&passage, setting, &UserCues::default()), text)
}

/// Whether no blank line stands before this line.
fn markdown_goes_on(markdown: &str, line: &str) -> bool {
    let at = line.as_ptr() as usize - markdown.as_ptr() as usize;
    !markdown[..at].trim_end_matches([' ', '\t']).ends_with("\n\n")
}

/// Appends a line's words without its marks.
fn strip(words: &str, text: &mut String, opaque: &mut Vec<Range<usize>>) {
    let mut rest = words;
    while let Some(found) = rest.chars().next() {
        let width = found.len_utf8();
        if found == '`' && let Some(end) = rest[1..].find('`') {
            let start = text.len();
            text.push_str(&rest[1..=end]);
            opaque.push(start..text.len());
            rest = &rest[end + 2..];
        } else if rest.starts_with("http") {
            let end = rest.find([' ', ')', '>']).unwrap_or(rest.len());
            opaque.push(text.len()..text.len() + end);
            text.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if let Some(after) = rest.strip_prefix("](") {
            rest = after.find(')').map_or("", |end| &after[end + 1..]);
        } else {
            let mark = rest.starts_with("**") || rest.starts_with("__");
            let link = found == '[' && rest.contains("](");
            let star = found == '*' && !rest.starts_with("* ");
            if !mark && !link && !star {
                text.push(found);
            }
            rest = &rest[if mark { 2 } else { width }..];
        }
    }
}
