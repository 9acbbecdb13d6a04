//! Objectives and key results, in the config or in a file of their own.

use std::{fmt, path::PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{analysis::registry, yaml::refuse};

/// An objective with its key results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Objective {
    /// How notes name it: `O1`.
    pub id: OkrId,
    /// What is to be reached.
    #[serde(default)]
    pub title: String,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// When it is to be reached: `2026-Q1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Other names that notes use for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// How one knows that it is reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_results: Vec<KeyResult>,
}

/// A key result of an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct KeyResult {
    /// How notes name it: `KR1`.
    pub id: OkrId,
    /// What is measured.
    #[serde(default)]
    pub title: String,
    /// Other names that notes use for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

impl Objective {
    /// The objective as rules look it up.
    pub fn known(&self) -> registry::Objective {
        let key_result = |key_result: &KeyResult| registry::KeyResult {
            id: key_result.id.0.clone(),
            title: key_result.title.clone(),
            aliases: key_result.aliases.clone(),
        };
        registry::Objective {
            id: self.id.0.clone(),
            title: self.title.clone(),
            owner: self.owner.clone(),
            period: self.period.clone(),
            aliases: self.aliases.clone(),
            key_results: self.key_results.iter().map(key_result).collect(),
        }
    }
}

/// An id as it is written: a word with a digit or letter in it, without blanks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct OkrId(pub String);

/// Where the objectives stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Okrs {
    /// In a file: YAML, or Markdown with headings `O1: …` and bullets `KR1: …`.
    File(PathBuf),
    /// Here.
    List(Vec<Objective>),
}

/// A file of objectives.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OkrFile {
    /// The objectives, in the order in which they are counted.
    pub objectives: Vec<Objective>,
}

struct IdVisitor;

impl de::Visitor<'_> for IdVisitor {
    type Value = OkrId;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id such as `O1` or `KR2`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<OkrId, E> {
        let good = text.len() <= 40
            && text.contains(char::is_alphanumeric)
            && text.chars().all(|c| c.is_alphanumeric() || "-_./".contains(c));
        if good {
            Ok(OkrId(text.to_owned()))
        } else {
            Err(refuse(
                format_args!("`{text}` is not an id"),
                "write a short word without blanks: `O1`, `KR2`",
            ))
        }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<OkrId, E> {
        self.visit_str(&number.to_string())
    }
}

impl<'de> Deserialize<'de> for OkrId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(IdVisitor)
    }
}

struct OkrsVisitor;

impl<'de> de::Visitor<'de> for OkrsVisitor {
    type Value = Okrs;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the path of a file, or a list of objectives")
    }

    fn visit_str<E: de::Error>(self, path: &str) -> Result<Okrs, E> {
        if path.trim().is_empty() || path.contains(char::is_control) {
            return Err(refuse("this is not a path", "name a file: `okrs.yaml`"));
        }
        Ok(Okrs::File(path.into()))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Okrs, A::Error> {
        Vec::deserialize(de::value::SeqAccessDeserializer::new(seq)).map(Okrs::List)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Okrs, A::Error> {
        OkrFile::deserialize(de::value::MapAccessDeserializer::new(map))
            .map(|file| Okrs::List(file.objectives))
    }
}

impl<'de> Deserialize<'de> for Okrs {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OkrsVisitor)
    }
}
