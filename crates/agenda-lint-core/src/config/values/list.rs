//! Values of several words, of which one may stand alone.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};

use crate::{language::Pattern, yaml::refuse};

/// Words, or one that stands alone: `[Wins, What I shipped]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Vec<String>);

/// Phrases and patterns that tell a signal. A pattern stands between slashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CueList(pub Vec<String>);

/// How many cues one signal may be given: each is looked for in every topic.
const MOST_CUES: usize = 100;

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
