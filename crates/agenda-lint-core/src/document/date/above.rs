//! The month and the year that a heading tells of the days below it.

use super::{has_digit, month, scan};
use crate::text::is_one_of;

/// The month that a text is, and its year if it names one: `March`, `March 2026`.
pub(in crate::document) fn month_of(text: &str) -> Option<(i8, Option<i16>)> {
    let (name, year) = text.split_once(' ').map_or((text, None), |(name, year)| (name, year.parse().ok()));
    let is_year = year.is_none_or(|year| scan::YEARS.contains(&year));
    let alone = text.len() == name.len() || year.is_some();
    Some((month(&name.to_lowercase())?, year)).filter(|_| is_year && alone)
}

/// The year that a text is, and nothing else.
pub(in crate::document) fn year_alone(text: &str) -> Option<i16> {
    year(text.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The year that a text names beside words of the calendar, what stands in brackets behind it aside: `Spring term 2026`, `2024
/// (with my old boss)`; not `2024-2025`, `Plan for 2027`.
pub(in crate::document) fn year_in(text: &str) -> Option<i16> {
    #[rustfmt::skip]
    const BESIDE: [&str; 21] = [
        "term", "semester", "spring", "summer", "autumn", "fall", "winter", "first", "second", "half", "q1", "q2", "q3", "q4",
        "h1", "h2", "rest", "meetings", "notes", "log", "logs",
    ];
    if !has_digit(text) {
        return None;
    }
    let named = text.split_once('(').map_or(text, |(named, _)| named);
    let mut words = named.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_beside = |word: &str| is_one_of(word, &BESIDE);
    let mut years = words.clone().filter_map(year);
    let found = years.next().filter(|_| years.next().is_none())?;
    words.all(|word| is_beside(word) || year(word).is_some()).then_some(found)
}

fn year(word: &str) -> Option<i16> {
    if word.len() == 4 { word.parse().ok().filter(|year| scan::YEARS.contains(year)) } else { None }
}
