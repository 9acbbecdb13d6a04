//! What one file says: `.agenda-lint.yaml`, word for word.

use std::{borrow::Cow, collections::BTreeMap, fmt, path::PathBuf};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};

use super::{Cadence, CueList, FormatFile, Minutes, NotebookFile, Okrs, Order, Patterns, PersonName, Words};
use crate::{
    rules::{Preset, RulesConfig},
    yaml::unknown,
};

/// The settings of agenda-lint.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[schemars(title = ".agenda-lint.yaml")]
pub struct ConfigFile {
    /// Another config, relative to this one, that this one adds to.
    pub extends: Option<PathBuf>,
    /// The meeting itself.
    #[serde(deserialize_with = "or_nothing")]
    pub meeting: MeetingFile,
    /// Who meets.
    #[serde(deserialize_with = "or_nothing")]
    pub people: PeopleFile,
    /// The objectives: a file, or the list itself.
    pub okrs: Option<Okrs>,
    /// Notes that are one notebook, wherever they lie and whatever their names.
    #[serde(deserialize_with = "or_nothing")]
    pub notebooks: Vec<NotebookFile>,
    /// Names that people here use for sections; added to the built-in ones.
    #[serde(deserialize_with = "or_nothing")]
    pub sections: BTreeMap<SectionName, Words>,
    /// Words that people here use to say a situation, a problem, an ask …; added to the built-in
    /// ones. What stands between slashes is a regular expression: `/waits? for (legal|finance)/`.
    #[serde(deserialize_with = "or_nothing")]
    pub cues: BTreeMap<SignalName, CueList>,
    /// Which rules are on where nothing is said of them.
    pub preset: Option<Preset>,
    /// What is said of single rules.
    #[serde(deserialize_with = "or_nothing")]
    pub rules: RulesConfig,
    /// The form that `agenda-lint fmt` gives to notes.
    #[serde(deserialize_with = "or_nothing")]
    pub format: FormatFile,
    /// Files that are left out when a folder is read.
    #[serde(deserialize_with = "or_nothing")]
    pub exclude: Patterns,
    /// Other settings of rules for some files.
    #[serde(deserialize_with = "or_nothing")]
    pub overrides: Vec<Override>,
}

/// A key with nothing behind it says nothing: what stood there may be commented out.
fn or_nothing<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}

/// The meeting itself.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct MeetingFile {
    /// How long it lasts (`30m`).
    pub length: Option<Minutes>,
    /// How much of it belongs to the updates (`10m`); the rest is discussion.
    pub updates: Option<Minutes>,
    /// How often it is held (`weekly`).
    pub cadence: Option<Cadence>,
    /// How long before the meeting its topics are to be written down (`24h`).
    pub lead_time: Option<Minutes>,
    /// Which meeting stands first in a notebook (`newest-first`).
    pub order: Option<Order>,
}

/// Who meets.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct PeopleFile {
    /// Who writes the notes.
    pub report: Option<PersonName>,
    /// Whom they are written for.
    pub manager: Option<PersonName>,
}

/// Other settings of rules for some files.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Override {
    /// Which files.
    pub files: Patterns,
    /// What is said of single rules there.
    pub rules: RulesConfig,
}

/// A kind of section to which a config may add names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionName(&'static str);

/// A signal to which a config may add cues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SignalName(&'static str);

/// A name out of a list.
trait Named: Sized {
    const WHAT: &'static str;
    const NAMES: &'static [&'static str];
    fn new(name: &'static str) -> Self;
}

impl Named for SectionName {
    const WHAT: &'static str = "kind of section";
    const NAMES: &'static [&'static str] = &[
        "updates",
        "discussion",
        "advice",
        "career",
        "strategy",
        "actions",
        "notes",
        "decisions",
        "feedback",
        "personal",
        "okrs",
        "other",
        "private",
    ];

    fn new(name: &'static str) -> Self {
        Self(name)
    }
}

impl Named for SignalName {
    const WHAT: &'static str = "signal";
    const NAMES: &'static [&'static str] = &[
        "situation",
        "problem",
        "attempt",
        "ask",
        "vague-ask",
        "untried",
        "plan",
        "goal",
        "evidence",
        "size",
        "outcome",
        "risk",
        "mitigation",
        "blocker",
        "proposal",
    ];

    fn new(name: &'static str) -> Self {
        Self(name)
    }
}

impl SectionName {
    /// The name as a config writes it.
    pub fn name(self) -> &'static str {
        self.0
    }
}

impl SignalName {
    /// The name as a config writes it.
    pub fn name(self) -> &'static str {
        self.0
    }
}

struct NameVisitor<N>(std::marker::PhantomData<N>);

impl<N: Named> de::Visitor<'_> for NameVisitor<N> {
    type Value = N;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a ")?;
        f.write_str(N::WHAT)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<N, E> {
        let known = N::NAMES.iter().find(|name| **name == text);
        known.map(|name| N::new(name)).ok_or_else(|| unknown(N::WHAT, text, N::NAMES.iter().copied()))
    }
}

macro_rules! read_as_name {
    ($($name:ident),+) => {
        $(
            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    from.deserialize_str(NameVisitor(std::marker::PhantomData))
                }
            }

            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!({"type": "string", "enum": <$name as Named>::NAMES})
                }
            }
        )+
    };
}

read_as_name!(SectionName, SignalName);
