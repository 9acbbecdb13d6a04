//! Stand-in until the rules are here.
#![allow(missing_docs, clippy::allow_attributes)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Preset {
    Minimal,
    #[default]
    Recommended,
    Strict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Off,
    Info,
    Warning,
    Error,
}

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RulesConfig {
    late_agenda: Option<Level>,
    vague_advice: Option<Level>,
}

impl RulesConfig {
    pub fn merge(&mut self, other: &Self) {
        self.late_agenda = other.late_agenda.or(self.late_agenda);
        self.vague_advice = other.vague_advice.or(self.vague_advice);
    }
}
