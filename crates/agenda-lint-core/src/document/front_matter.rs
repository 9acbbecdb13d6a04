//! The few things a one-on-one's front matter can say.
//!
//! Only plain keys with plain values or lists of them are read; whatever else YAML allows is passed
//! over. So no front matter, however hostile, can cost more than one look at its lines.

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
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    key: String,
    /// The values with their places in the file: one for a scalar, any number for a list.
    values: Vec<(String, Span)>,
}

impl FrontMatter {
    /// Reads a file that holds front matter, perhaps with its marks, and nothing else.
    pub fn of(file: &SourceFile) -> Self {
        Self::read(file, file.span())
    }

    /// Reads the YAML at `span` of a file.
    pub(super) fn read(file: &SourceFile, span: Span) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        let end = span.end().min(span.start() + LIMIT);
        let lines = file.line_index(span.start())..=file.line_index(end.saturating_sub(1).max(span.start()));
        for line in lines {
            let at = file.line_span(line).start();
            let text = file.line(line);
            if let Some(element) = text.trim_start().strip_prefix("- ") {
                let from = at + text.len() - element.len();
                if let (Some(last), Some(value)) = (entries.last_mut(), scalar(element, from)) {
                    last.values.push(value);
                }
            } else if let Some((key, rest)) = text.split_once(':')
                && is_key(key)
                && (rest.is_empty() || rest.starts_with([' ', '\t']))
            {
                let values = values(rest, at + key.len() + 1);
                entries.push(Entry { key: key.to_ascii_lowercase(), values });
            }
        }
        Self { entries }
    }

    /// The first value of the first of these keys that has one. Keys are in lower case.
    pub fn value(&self, keys: &[&str]) -> Option<&str> {
        self.place(keys).map(|(value, _)| value)
    }

    /// As [`FrontMatter::value`], with the value's place in the file.
    pub fn place(&self, keys: &[&str]) -> Option<(&str, Span)> {
        keys.iter()
            .find_map(|key| self.entry(key)?.values.first())
            .map(|(value, span)| (value.as_str(), *span))
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
        self.entry(key).into_iter().flat_map(|entry| entry.values.iter().map(|(value, _)| value.as_str()))
    }

    /// The keys and their values, in order.
    pub fn entries(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.entries
            .iter()
            .map(|entry| (entry.key.as_str(), entry.values.iter().map(|(value, _)| value.as_str()).collect()))
    }

    fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key && !entry.values.is_empty())
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 64
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' '))
}

fn values(rest: &str, at: usize) -> Vec<(String, Span)> {
    let trimmed = rest.trim();
    let Some(list) =
        trimmed.strip_prefix('[').and_then(|list| list.strip_suffix(']')).filter(|l| !l.starts_with('['))
    else {
        return scalar(rest, at).into_iter().collect();
    };
    let mut from = at + (rest.len() - rest.trim_start().len()) + 1;
    let mut found = Vec::new();
    for element in list.split(',') {
        found.extend(scalar(element, from));
        from += element.len() + 1;
    }
    found
}

/// A plain or quoted value; none for what only a full reader of YAML would understand.
fn scalar(text: &str, at: usize) -> Option<(String, Span)> {
    let is_comment = |&at: &usize| text[..at].ends_with(' ');
    let text = memchr::memchr_iter(b'#', text.as_bytes()).find(is_comment).map_or(text, |at| &text[..at - 1]);
    let start = at + text.len() - text.trim_start().len();
    let text = text.trim();
    let quoted = ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    let (value, start) = quoted.map_or((text, start), |inner| (inner, start + 1));
    let is_plain = quoted.is_some()
        || !value.starts_with(['&', '*', '!', '|', '>', '{', '[', '"', '\'', '#', '%', '@', '`']);
    let value = value.strip_prefix("[[").and_then(|name| name.strip_suffix("]]")).unwrap_or(value);
    (is_plain && !value.is_empty() && !value.contains(char::is_control) && !value.contains('\\'))
        .then(|| (value.to_owned(), Span::new(start, start + value.len())))
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
