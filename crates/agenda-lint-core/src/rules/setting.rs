//! What a user may say of one rule: `warning`, or `{severity: warning, options: {…}}`.
//!
//! Read by hand-written visitors, straight from the stream, since only then does an error know its
//! exact place.

use std::{borrow::Cow, fmt, marker::PhantomData};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, IntoDeserializer, MapAccess, Visitor},
};

use super::{Rule, RuleMeta};
use crate::diagnostic::Severity;

/// A severity, or none at all, as a config writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The rule does not run.
    Off,
    /// Worth knowing.
    Info,
    /// Worth mending before the meeting.
    Warning,
    /// Plainly wrong.
    Error,
}

impl Level {
    /// The severity of the findings; none if the rule does not run.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// Which rules are on where a config does not say so rule by rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Preset {
    /// Only what nearly everybody would agree with.
    Minimal,
    /// What serves most people.
    #[default]
    Recommended,
    /// Every rule; a hint counts as a warning.
    Strict,
}

impl Preset {
    /// The severity a rule has in this preset; none if it is off.
    pub fn severity(self, rule: &RuleMeta) -> Option<Severity> {
        match self {
            Self::Minimal => rule.severity.filter(|_| rule.minimal),
            Self::Recommended => rule.severity,
            Self::Strict => rule.severity.max(Some(Severity::Warning)),
        }
    }
}

/// What a config says of one rule.
#[derive(Clone, Debug)]
pub struct Setting<R> {
    /// The level; none leaves it to the preset.
    pub level: Option<Level>,
    /// The options; none leaves every default.
    pub options: Option<R>,
}

impl<R> Default for Setting<R> {
    fn default() -> Self {
        Self { level: None, options: None }
    }
}

impl<R: Rule> Setting<R> {
    /// Takes over what `other` says. Options are taken over as a whole.
    pub(super) fn merge(&mut self, other: &Self) {
        if other.level.is_some() {
            self.level = other.level;
        }
        if other.options.is_some() {
            self.options.clone_from(&other.options);
        }
    }
}

impl<'de, R: Rule> Deserialize<'de> for Setting<R> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(SettingVisitor(PhantomData))
    }
}

struct SettingVisitor<R>(PhantomData<R>);

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Key {
    Severity,
    Options,
}

impl<'de, R: Rule> Visitor<'de> for SettingVisitor<R> {
    type Value = Setting<R>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("`off`, `info`, `warning`, `error`, or `{severity: …, options: {…}}`")
    }

    fn visit_str<E: de::Error>(self, level: &str) -> Result<Setting<R>, E> {
        let level = Level::deserialize(level.into_deserializer())?;
        Ok(Setting { level: Some(level), options: None })
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Setting<R>, M::Error> {
        let mut setting = Setting::default();
        while let Some(key) = map.next_key()? {
            match key {
                Key::Severity if setting.level.is_some() => {
                    return Err(de::Error::duplicate_field("severity"));
                }
                Key::Severity => setting.level = Some(map.next_value()?),
                Key::Options if setting.options.is_some() => {
                    return Err(de::Error::duplicate_field("options"));
                }
                Key::Options => setting.options = Some(map.next_value()?),
            }
        }
        Ok(setting)
    }
}

impl<R: Rule> JsonSchema for Setting<R> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}Setting", R::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let level = generator.subschema_for::<Level>();
        let options = generator.subschema_for::<R>();
        json_schema!({
            "description": R::META.summary(),
            "anyOf": [level, {
                "type": "object",
                "properties": {"severity": level, "options": options},
                "additionalProperties": false
            }]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::RulesConfig, Level, Preset};

    #[test]
    fn an_error_knows_its_place() {
        for (config, place, message) in [
            ("buried-point: loud", (1, 15), "unknown variant `loud`"),
            ("buried-point:\n  severty: off", (2, 3), "unknown field `severty`"),
            ("buried-point:\n  severity: loud", (2, 13), "unknown variant `loud`"),
            ("buried-point:\n  options:\n    wrods: 3", (3, 5), "unknown field `wrods`"),
            ("buried-point:\n  options:\n    words: many", (3, 12), "invalid type"),
            ("buried-pint: off", (1, 1), "unknown field `buried-pint`"),
            ("buried-point: [off]", (1, 15), "invalid type: sequence, expected `off`"),
            ("buried-point: {options: {}, options: {}}", (1, 15), "duplicate field `options`"),
        ] {
            let error = serde_yaml::from_str::<RulesConfig>(config).unwrap_err();
            let at = error.location().map(|at| (at.line(), at.column()));
            assert_eq!(at, Some(place), "{config}: {error}");
            assert!(error.to_string().contains(message), "{config}: {error}");
        }
    }

    #[test]
    fn a_later_config_replaces_what_it_names() {
        let read = |text: &str| serde_yaml::from_str::<RulesConfig>(text).unwrap();
        let mut config = read("buried-point: {severity: error, options: {words: 9}}\nno-topics: off");
        config.merge(&read("buried-point: info"));
        let on = config.active(|rule, level| level.map_or(Preset::Minimal.severity(rule), Level::severity));
        let on: Vec<String> = on.iter().map(|rule| format!("{rule:?}")).collect();
        assert!(on.contains(&"buried-point = info".to_owned()), "{on:?}");
        assert!(on.contains(&"vague-advice = warning".to_owned()), "{on:?}");
        assert!(!on.iter().any(|rule| rule.starts_with("no-topics")), "{on:?}");
    }
}
