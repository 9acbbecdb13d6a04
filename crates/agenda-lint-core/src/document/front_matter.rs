//! The few things a one-on-one's front matter can say.
//!
//! Only plain keys with plain values or lists of them are read; whatever else YAML allows is passed
//! over. So no front matter, however hostile, can cost more than one look at its lines.

use std::ops::Range;

use crate::text::{SourceFile, Span};

use super::{
    MeetingDate,
    date::{self, DateProblem, Dated, Hints},
};

/// How many bytes of front matter are looked at.
const LIMIT: usize = 16 * 1024;

/// What the YAML at the head of a file says.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    /// The lines as they stand, with the keys in lower case.
    text: String,
    entries: Vec<Entry>,
    /// The values of all entries, one entry after the other.
    values: Vec<Value>,
}

#[derive(Clone, Debug)]
struct Entry {
    key: Range<usize>,
    /// Where its values begin among those of all entries: one for a scalar, any number for a list.
    first: usize,
}

/// A value: a range of the text that is read, and its place in the file.
#[derive(Clone, Debug)]
struct Value {
    text: Range<usize>,
    span: Span,
}

impl FrontMatter {
    /// Reads a file that holds front matter, perhaps with its marks, and nothing else.
    pub fn of(file: &SourceFile) -> Self {
        Self::read(file, file.span())
    }

    /// Reads the YAML at `span` of a file.
    pub(super) fn read(file: &SourceFile, span: Span) -> Self {
        let end = span.end().min(span.start() + LIMIT);
        let lines = file.line_index(span.start())..=file.line_index(end.saturating_sub(1).max(span.start()));
        let whole = file.line_span(*lines.start()).cover(file.line_span(*lines.end()));
        let text = file.slice(whole).to_owned();
        let mut yaml = Self { text, entries: Vec::with_capacity(8), values: Vec::with_capacity(8) };
        for line in lines {
            yaml.line(file.line(line), file.line_span(line).start(), whole.start());
        }
        yaml
    }

    /// Reads a line that stands at byte `at` of the file, of which `base` is where the text begins.
    fn line(&mut self, line: &str, at: usize, base: usize) {
        if let Some(element) = line.trim_start().strip_prefix("- ") {
            let from = at + line.len() - element.len();
            if !self.entries.is_empty() {
                self.values.extend(scalar(element, from, base));
            }
        } else if let Some((key, rest)) = line.split_once(':')
            && is_key(key)
            && (rest.is_empty() || rest.starts_with([' ', '\t']))
        {
            let place = at - base..at - base + key.len();
            self.text[place.clone()].make_ascii_lowercase();
            self.entries.push(Entry { key: place, first: self.values.len() });
            self.read_values(rest, at + key.len() + 1, base);
        }
    }

    fn read_values(&mut self, rest: &str, at: usize, base: usize) {
        let trimmed = rest.trim();
        let list = trimmed.strip_prefix('[').and_then(|list| list.strip_suffix(']'));
        let Some(list) = list.filter(|list| !list.starts_with('[')) else {
            return self.values.extend(scalar(rest, at, base));
        };
        let mut from = at + (rest.len() - rest.trim_start().len()) + 1;
        for element in list.split(',') {
            self.values.extend(scalar(element, from, base));
            from += element.len() + 1;
        }
    }

    /// The first value of the first of these keys that has one. Keys are in lower case.
    pub fn value(&self, keys: &[&str]) -> Option<&str> {
        self.place(keys).map(|(value, _)| value)
    }

    /// As [`FrontMatter::value`], with the value's place in the file.
    pub fn place(&self, keys: &[&str]) -> Option<(&str, Span)> {
        let value = keys.iter().find_map(|key| self.of_key(key).first())?;
        Some((&self.text[value.text.clone()], value.span))
    }

    /// The date of the meeting, as the file itself carries it.
    pub fn date(&self) -> Option<MeetingDate> {
        let (value, place) = self.place(&["date", "meeting_date", "meeting-date", "meeting date"])?;
        let Dated { date, span, precision, problem, .. } = date::find(value, Hints::default())?;
        let span = Span::new(place.start() + span.start, place.start() + span.end);
        let problem = problem.filter(|problem| *problem == DateProblem::NoSuchDay);
        Some(MeetingDate { date, span, precision, problem })
    }

    /// All values of a key.
    pub fn values(&self, key: &str) -> impl Iterator<Item = &str> {
        self.texts(self.of_key(key))
    }

    /// The keys and their values, in order.
    pub fn entries(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        let texts = |at: usize| self.texts(self.of_entry(at)).collect();
        self.entries.iter().enumerate().map(move |(at, entry)| (&self.text[entry.key.clone()], texts(at)))
    }

    fn texts<'a>(&'a self, values: &'a [Value]) -> impl Iterator<Item = &'a str> {
        values.iter().map(|value| &self.text[value.text.clone()])
    }

    /// The values of the first entry with a key that has some.
    fn of_key(&self, key: &str) -> &[Value] {
        let is_key = |entry: &Entry| self.text[entry.key.clone()] == *key;
        let found = (0..self.entries.len()).filter(|&at| is_key(&self.entries[at]));
        found.map(|at| self.of_entry(at)).find(|values| !values.is_empty()).unwrap_or_default()
    }

    fn of_entry(&self, at: usize) -> &[Value] {
        let end = self.entries.get(at + 1).map_or(self.values.len(), |next| next.first);
        &self.values[self.entries[at].first..end]
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 64
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' '))
}

/// A plain or quoted value that stands at byte `at` of the file, in a text that begins at `base`; none for
/// what only a full reader of YAML would understand.
fn scalar(text: &str, at: usize, base: usize) -> Option<Value> {
    let is_comment = |&at: &usize| text[..at].ends_with(' ');
    let text = memchr::memchr_iter(b'#', text.as_bytes()).find(is_comment).map_or(text, |at| &text[..at - 1]);
    let start = at + text.len() - text.trim_start().len();
    let text = text.trim();
    let quoted = ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    let (value, start) = quoted.map_or((text, start), |inner| (inner, start + 1));
    let is_plain = quoted.is_some()
        || !value.starts_with(['&', '*', '!', '|', '>', '{', '[', '"', '\'', '#', '%', '@', '`']);
    let linked = value.strip_prefix("[[").and_then(|name| name.strip_suffix("]]"));
    let (value, before) = linked.map_or((value, 0), |name| (name, "[[".len()));
    let from = start + before - base;
    (is_plain && !value.is_empty() && !value.contains(char::is_control) && !value.contains('\\'))
        .then(|| Value { text: from..from + value.len(), span: Span::new(start, start + value.len()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_values_and_lists_are_read_with_their_places() {
        let text = "report: Sam Lee # me\ndate: \"2026-03-02\"\nattendees: [Sam, 'Kate Doe']\ntags:\n  - a\n  - \"[[b]]\"\nbad: &x [1]\n";
        let file = SourceFile::new("a.md", text);
        let yaml = FrontMatter::read(&file, file.span());
        assert_eq!(yaml.value(&["who", "report"]), Some("Sam Lee"));
        assert_eq!(yaml.values("attendees").collect::<Vec<_>>(), ["Sam", "Kate Doe"]);
        assert_eq!(yaml.values("tags").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(yaml.value(&["bad"]), None);
        let (date, span) = yaml.place(&["date"]).unwrap();
        assert_eq!((date, file.slice(span)), ("2026-03-02", "2026-03-02"));
    }
}
