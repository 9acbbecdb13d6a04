//! Values that are written as one word.

use std::{borrow::Cow, fmt, path::Path, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::yaml::refuse;

/// A length of time in whole minutes: `30m`, `1h30m`, `24h`, `2d`, `1w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u32);

/// How often the two meet, in days: `weekly`, `biweekly`, `monthly`, `10d`, `3w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cadence {
    /// The days from one meeting to the next.
    pub days: u32,
}

/// The name of a person: one line, not empty, at most 100 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonName(pub String);

/// The path of a new note, with `{date}` for the day of the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteName(pub String);

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
pub(in crate::config) fn is_note(name: &str) -> bool {
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
