//! Lengths of time as options give them, and the times that objectives are for.

use std::fmt;

use jiff::{ToSpan, civil::Date};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A length of time in days, written `4w` or `10d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) struct Period {
    pub(in crate::rules) days: u32,
}

impl Period {
    /// So many weeks.
    pub(in crate::rules) const fn weeks(weeks: u32) -> Self {
        Self { days: weeks * 7 }
    }

    fn parse(text: &str) -> Option<Self> {
        let unit = match text.chars().last()? {
            'w' => 7,
            'd' => 1,
            _ => return None,
        };
        let days = text[..text.len() - 1].parse::<u32>().ok()?.checked_mul(unit)?;
        (1..=3660).contains(&days).then_some(Self { days })
    }
}

impl fmt::Display for Period {
    /// As a sentence says it: `4 weeks`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.days / 7, self.days % 7) {
            (1, 0) => f.write_str("week"),
            (weeks, 0) => write!(f, "{weeks} weeks"),
            (0, 1) => f.write_str("day"),
            _ => write!(f, "{} days", self.days),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let text = if self.days.is_multiple_of(7) {
            format!("{}w", self.days / 7)
        } else {
            format!("{}d", self.days)
        };
        to.serialize_str(&text)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(PeriodVisitor)
    }
}

struct PeriodVisitor;

impl de::Visitor<'_> for PeriodVisitor {
    type Value = Period;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("weeks or days, such as `4w` or `10d`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Period, E> {
        Period::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

impl JsonSchema for Period {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Period".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": "^[0-9]+[wd]$"})
    }
}

/// The first and the last day of the time that an objective is for: `2026-Q1`, `H2 2026`, `2026`.
/// None where it is written in another form.
pub(in crate::rules) fn objective_period(text: &str) -> Option<(Date, Date)> {
    let upper = text.to_uppercase();
    let mut parts: Vec<&str> =
        upper.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let at =
        parts.iter().position(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year: i16 = parts.remove(at).parse().ok()?;
    let (first, months) = match parts.as_slice() {
        [] => (1, 12),
        &["Q1" | "1Q"] => (1, 3),
        &["Q2" | "2Q"] => (4, 3),
        &["Q3" | "3Q"] => (7, 3),
        &["Q4" | "4Q"] => (10, 3),
        &["H1" | "1H"] => (1, 6),
        &["H2" | "2H"] => (7, 6),
        _ => return None,
    };
    let start = Date::new(year, first, 1).ok()?;
    let end = start.checked_add(months.months()).ok()?.checked_sub(1.day()).ok()?;
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_in_common_forms() {
        for (text, expected) in [
            ("2026-Q1", Some("2026-01-01 2026-03-31")),
            ("Q4 2025", Some("2025-10-01 2025-12-31")),
            ("2026 H2", Some("2026-07-01 2026-12-31")),
            ("2024", Some("2024-01-01 2024-12-31")),
            ("2026-Q5", None),
            ("2026-é", None),
            ("this year", None),
        ] {
            let found = objective_period(text).map(|(start, end)| format!("{start} {end}"));
            assert_eq!(found.as_deref(), expected, "{text}");
        }
        assert_eq!(Period::parse("4w"), Some(Period::weeks(4)));
        assert_eq!(
            [Period::parse("4"), Period::parse("0w"), Period::parse("w"), Period::parse("é")],
            [None; 4]
        );
    }
}
