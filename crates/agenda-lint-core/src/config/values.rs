//! The values a config is made of, each read by its own visitor so that an error knows its place.

use std::{borrow::Cow, fmt, path::Path, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{language::Pattern, yaml::refuse};

/// A length of time in whole minutes: `30m`, `1h30m`, `24h`, `2d`, `1w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u32);

/// How often the two meet, in days: `weekly`, `biweekly`, `monthly`, `10d`, `3w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cadence {
    /// The days from one meeting to the next.
    pub days: u32,
}

/// Which meeting stands first in a notebook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The latest one.
    #[default]
    NewestFirst,
    /// The earliest one.
    OldestFirst,
    /// No matter which.
    Any,
}

/// The name of a person: one line, not empty, at most 100 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonName(pub String);

/// The path of a new note, with `{date}` for the day of the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteName(pub String);

/// Words, or one that stands alone: `[Wins, What I shipped]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Vec<String>);

/// Phrases and patterns that tell a signal. A pattern stands between slashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CueList(pub Vec<String>);

/// How many cues one signal may be given: each is looked for in every topic.
const MOST_CUES: usize = 100;

impl Order {
    /// The order as a config writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NewestFirst => "newest-first",
            Self::OldestFirst => "oldest-first",
            Self::Any => "any",
        }
    }
}

const UNITS: [(char, u32); 4] = [('w', 7 * 24 * 60), ('d', 24 * 60), ('h', 60), ('m', 1)];

/// The named cadences and their days.
const CADENCES: [(&str, u32); 3] = [("weekly", 7), ("biweekly", 14), ("monthly", 30)];

impl FromStr for Minutes {
    type Err = ();

    /// Reads numbers with their units, the greater unit first.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut rest = text;
        let mut total = 0_u32;
        let mut units = UNITS.iter();
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or(())?;
            let (number, unit) = rest.split_at(digits);
            let unit = unit.chars().next().ok_or(())?;
            let (_, minutes) = units.find(|(name, _)| *name == unit).ok_or(())?;
            let minutes =
                number.parse::<u32>().ok().and_then(|number| number.checked_mul(*minutes)).ok_or(())?;
            total = total.checked_add(minutes).ok_or(())?;
            rest = rest[digits + 1..].trim_start();
        }
        if total == 0 { Err(()) } else { Ok(Self(total)) }
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Hours are the greatest unit that reads well: a lead time is `24h`, not `1d`.
        match (self.0 / 60, self.0 % 60) {
            (0, minutes) => write!(f, "{minutes}m"),
            (hours, 0) => write!(f, "{hours}h"),
            (hours, minutes) => write!(f, "{hours}h{minutes}m"),
        }
    }
}

impl FromStr for Cadence {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some((_, days)) = CADENCES.iter().find(|(name, _)| *name == text) {
            return Ok(Self { days: *days });
        }
        let Minutes(minutes) = text.parse()?;
        let days = minutes / (24 * 60);
        if days * 24 * 60 == minutes && (1..=366).contains(&days) { Ok(Self { days }) } else { Err(()) }
    }
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match CADENCES.iter().find(|(_, days)| *days == self.days) {
            Some((name, _)) => f.write_str(name),
            None => write!(f, "{}d", self.days),
        }
    }
}

impl FromStr for PersonName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let name = text.trim();
        let one_line = !name.is_empty() && name.chars().count() <= 100 && !name.contains(char::is_control);
        if one_line { Ok(Self(name.to_owned())) } else { Err(()) }
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for NoteName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let is_inside = !text.starts_with('/') && text.split(['/', '\\']).all(|part| part != "..");
        let is_name =
            is_note(text) && text.matches("{date}").count() == 1 && !text.contains(char::is_control);
        if is_inside && is_name && Path::new(text).is_relative() {
            Ok(Self(text.to_owned()))
        } else {
            Err(())
        }
    }
}

/// Whether a name ends as those of notes do.
pub(super) fn is_note(name: &str) -> bool {
    let end = Path::new(name).extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"))
}

/// A value written as one word, with what it may look like.
trait Word: FromStr {
    const EXPECTED: &'static str;
    const EXAMPLE: &'static str;
    const PATTERN: &'static str;
}

impl Word for Minutes {
    const EXPECTED: &'static str = "a length of time";
    const EXAMPLE: &'static str = "write a number with its unit: `30m`, `1h30m`, `24h`, `2d`";
    const PATTERN: &'static str = "^([0-9]+w)? ?([0-9]+d)? ?([0-9]+h)? ?([0-9]+m)?$";
}

impl Word for Cadence {
    const EXPECTED: &'static str = "a cadence";
    const EXAMPLE: &'static str = "write `weekly`, `biweekly`, `monthly`, or days and weeks: `10d`, `3w`";
    const PATTERN: &'static str = "^(weekly|biweekly|monthly|[0-9]+[dw])$";
}

impl Word for PersonName {
    const EXPECTED: &'static str = "the name of a person";
    const EXAMPLE: &'static str = "write the name in one line: `Kate Doe`";
    const PATTERN: &'static str = "^.{1,100}$";
}

impl Word for NoteName {
    const EXPECTED: &'static str = "the name of a new note";
    const EXAMPLE: &'static str =
        "write a path in this folder with `{date}` once in it: `kate/{date} 1on1.md`";
    const PATTERN: &'static str = "\\{date\\}.*\\.(md|markdown)$";
}

struct WordVisitor<W>(std::marker::PhantomData<W>);

impl<W: Word> de::Visitor<'_> for WordVisitor<W> {
    type Value = W;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(W::EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<W, E> {
        text.parse().map_err(|_| refuse(format_args!("`{text}` is not {}", W::EXPECTED), W::EXAMPLE))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<W, E> {
        self.visit_str(&number.to_string())
    }
}

macro_rules! read_as_word {
    ($($word:ident),+) => {
        $(
            impl<'de> Deserialize<'de> for $word {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    from.deserialize_any(WordVisitor(std::marker::PhantomData))
                }
            }

            impl JsonSchema for $word {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($word).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!({
                        "type": "string",
                        "description": <$word as Word>::EXAMPLE,
                        "pattern": <$word as Word>::PATTERN
                    })
                }
            }
        )+
    };
}

read_as_word!(Minutes, Cadence, PersonName, NoteName);

impl Serialize for Minutes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Serialize for Cadence {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

struct WordsVisitor;

impl<'de> de::Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of words")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Words, E> {
        Ok(Words(vec![text.to_owned()]))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Words, A::Error> {
        let mut words = Words::default();
        while let Some(word) = seq.next_element()? {
            words.0.push(word);
        }
        Ok(words)
    }
}

/// A cue that was looked at, so that a bad pattern is refused where it stands.
struct Cue(String);

impl<'de> Deserialize<'de> for Cue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(CueVisitor)
    }
}

struct CueVisitor;

impl de::Visitor<'_> for CueVisitor {
    type Value = Cue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a phrase, or a pattern between slashes")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Cue, E> {
        match Pattern::of_cue(text) {
            Some(Err(problem)) => {
                Err(refuse(problem, "a pattern stands between slashes: `/waits? for (legal|finance)/`"))
            }
            _ => Ok(Cue(text.to_owned())),
        }
    }
}

struct CueListVisitor;

impl<'de> de::Visitor<'de> for CueListVisitor {
    type Value = CueList;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of phrases")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<CueList, E> {
        CueVisitor.visit_str(text).map(|cue| CueList(vec![cue.0]))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<CueList, A::Error> {
        let mut cues = CueList::default();
        while let Some(Cue(cue)) = seq.next_element()? {
            if cues.0.len() == MOST_CUES {
                return Err(refuse(format_args!("a signal takes at most {MOST_CUES} cues"), ""));
            }
            cues.0.push(cue);
        }
        Ok(cues)
    }
}

impl<'de> Deserialize<'de> for CueList {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(CueListVisitor)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(WordsVisitor)
    }
}

impl From<Words> for Vec<String> {
    fn from(words: Words) -> Self {
        words.0
    }
}

impl From<CueList> for Vec<String> {
    fn from(cues: CueList) -> Self {
        cues.0
    }
}

impl JsonSchema for CueList {
    fn schema_name() -> Cow<'static, str> {
        "CueList".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Words::json_schema(generator)
    }
}

impl JsonSchema for Words {
    fn schema_name() -> Cow<'static, str> {
        "Words".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_their_units() {
        for (text, minutes) in [
            ("30m", Some(30)),
            ("1h30m", Some(90)),
            ("1h 30m", Some(90)),
            ("24h", Some(1440)),
            ("2d", Some(2880)),
            ("30", None),
            ("0m", None),
            ("m", None),
            ("30m1h", None),
            ("99999999w", None),
            ("-5m", None),
        ] {
            assert_eq!(text.parse().ok(), minutes.map(Minutes), "{text}");
        }
        assert_eq!(Minutes(90).to_string(), "1h30m");
    }

    #[test]
    fn a_cadence_is_a_word_or_days() {
        for (text, days) in
            [("weekly", Some(7)), ("10d", Some(10)), ("3w", Some(21)), ("12h", None), ("yearly", None)]
        {
            assert_eq!(text.parse().ok(), days.map(|days| Cadence { days }), "{text}");
        }
        assert_eq!(Cadence { days: 14 }.to_string(), "biweekly");
    }
}
