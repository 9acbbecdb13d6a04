//! The form of notes as one file sets it: only what is said replaces what another file said.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, IntoDeserializer, MapAccess, value::MapAccessDeserializer},
};
use serde_json::Value;

use crate::format::FormatConfig;

/// The form of notes, and which parts of it a file sets.
#[derive(Clone, Debug, Default)]
pub struct FormatFile {
    form: FormatConfig,
    given: Vec<String>,
}

impl FormatFile {
    /// Puts what is set here in the place of what `form` has.
    pub(super) fn lay_over(self, form: &mut FormatConfig) {
        let (Ok(Value::Object(mut below)), Ok(Value::Object(mut above))) =
            (serde_json::to_value(&*form), serde_json::to_value(&self.form))
        else {
            return;
        };
        for key in self.given {
            if let Some(value) = above.remove(&key) {
                below.insert(key, value);
            }
        }
        // Both halves were read from settings, so that the whole is readable.
        if let Ok(whole) = serde_json::from_value(Value::Object(below)) {
            *form = whole;
        }
    }
}

impl<'de> Deserialize<'de> for FormatFile {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Visitor)
    }
}

impl JsonSchema for FormatFile {
    fn schema_name() -> Cow<'static, str> {
        FormatConfig::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        FormatConfig::json_schema(generator)
    }
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = FormatFile;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<FormatFile, A::Error> {
        let mut given = Vec::new();
        let form = FormatConfig::deserialize(MapAccessDeserializer::new(Noting { map, given: &mut given }))?;
        Ok(FormatFile { form, given })
    }
}

/// A mapping of which the keys are noted while they are read.
struct Noting<'a, A> {
    map: A,
    given: &'a mut Vec<String>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Noting<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.map.next_key_seed(Key { seed, given: self.given })
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

/// A key that is noted inside of its own visit, so that an error keeps its place.
struct Key<'a, K> {
    seed: K,
    given: &'a mut Vec<String>,
}

impl<'de, K: DeserializeSeed<'de>> DeserializeSeed<'de> for Key<'_, K> {
    type Value = K::Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<K::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de, K: DeserializeSeed<'de>> de::Visitor<'de> for Key<'_, K> {
    type Value = K::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<K::Value, E> {
        self.given.push(key.to_owned());
        self.seed.deserialize(key.into_deserializer())
    }
}
