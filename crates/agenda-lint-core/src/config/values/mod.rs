//! The values a config is made of, each read by its own visitor so that an error knows its place.

mod list;
mod word;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use list::{CueList, Words};
pub use word::{Cadence, Minutes, NoteName, PersonName};

pub(super) use word::is_note;

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
