//! Events and meetings that an action is due by.

use std::ops::Range;

use super::time::{time, unit_word};
use super::{Found, Sureness, is_modifier, is_number_word};
use crate::analysis::task::class::Class;
use crate::analysis::task::words::Words;

/// What stands after `by` or `before`: a time, an event, a season.
pub(super) fn occasion(words: &Words<'_>, at: usize, is_before: bool) -> Option<Range<usize>> {
    if let Some(meeting) = named_after_day(words, at) {
        return Some(meeting);
    }
    let Some(time) = time(words, at) else {
        return event(words, at, is_before).or_else(|| season(words, at));
    };
    // `before Q2 planning`
    let names_event = is_event(words, time.end) || words.is_any(time.end, &["close"]);
    let closes = time.end + 1 >= words.len() || !words.is_word(time.end + 1);
    // `before the Michaelmas meeting`, `before the Easter fair`
    if names_event && closes {
        return Some(at..time.end + 1);
    }
    let is_part = is_before && words.is_any(at, &["the"]) && is_modifier(words, time.end);
    if is_part { event(words, at, true) } else { Some(time) }
}

/// `before I go on leave`, `before Ana leaves`, `before term starts`: who or what moves on, up to where the clause ends.
pub(super) fn departure(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    // The words behind the verb at the most.
    const REACH: usize = 5;
    let is_somebody = words.is_any(at, &["i", "she", "he", "we", "you"])
        || words.has(at, Class::Name)
        || words.written(at).starts_with(char::is_uppercase) && words.classes(at) == 0;
    let verb = words.lower(at + 1);
    let begins = matches!(verb, "starts" | "begins" | "ends" | "opens" | "closes" | "finishes" | "resumes")
        || verb == "breaks" && words.is_any(at + 2, &["up"]);
    let leaves = begins
        || matches!(
            verb.strip_suffix('s').unwrap_or(verb),
            "leave"
                | "start"
                | "finish"
                | "travel"
                | "retire"
                | "return"
                | "arrive"
                | "depart"
                | "move"
                | "break"
        )
        || matches!(verb, "fly" | "flies" | "go" | "goes" | "come" | "comes" | "get" | "gets")
            && words.is_any(at + 2, &["on", "away", "back", "off", "home", "to", "in", "live"])
        || matches!(verb, "open" | "close" | "come" | "comes" | "visit" | "visits") && !words.is_word(at + 2);
    if !(is_somebody && leaves || words.is_word(at) && begins) {
        return None;
    }
    let goes_on =
        |at: &usize| words.is_word(*at) && !words.is_any(*at, &["and", "so", "then", "or", "but", "if"]);
    let end = (at + 2..at + 2 + REACH).take_while(goes_on).last().map_or(at + 2, |last| last + 1);
    Some(at..end)
}

/// `Thursday's huddle`, `the Monday stand-up`: a meeting that is named after its day.
pub(super) fn named_after_day(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let day = at + usize::from(words.is_any(at, &["the"]));
    let word = words.lower(day);
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    let is_day = match owner {
        Some(owner) => unit_word(owner),
        None => day > at && words.has(day, Class::Weekday),
    };
    // An adjective or a noun may stand between, as in `Friday's team meeting`.
    let meets = |noun: &usize| words.has(*noun, Class::Meeting) || words.has(*noun, Class::Event);
    let noun = (day + 1..day + 3).rev().find(meets)?;
    (is_day && words.is_word(day + 1)).then_some(at..noun + 1)
}

/// `2 weeks before go-live`, `the day after the audit`: the preposition stands at `at`, and what it is reckoned from
/// at `next`.
pub(super) fn away(words: &Words<'_>, at: usize, next: usize) -> Option<(Sureness, Found)> {
    let unit = at
        .checked_sub(1)
        .filter(|&unit| words.has_any(unit, &[Class::Unit, Class::DayPart, Class::Period]))?;
    let mut start = unit.checked_sub(1)?;
    while start > 0 && words.is_any(start, &["of", "working", "business"]) {
        start -= 1;
    }
    let number = words.lower(start);
    let is_count = number.parse::<u16>().is_ok() || is_number_word(number) || number == "the";
    if !is_count {
        return None;
    }
    start -=
        usize::from(start > 0 && words.is_any(start, &["few", "couple"]) && words.is_any(start - 1, &["a"]));
    // `for 2 weeks before the launch` tells how long.
    if start > 0 && words.is_any(start - 1, &["for", "to"]) {
        return None;
    }
    let end = time(words, next).or_else(|| event(words, next, true))?.end;
    Some((Sureness::By, Found { time: start..end, whole: start..end }))
}

/// `spring`, `the autumn term`, `summer 2027`.
pub(super) fn season(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let start = at + usize::from(words.is_any(at, &["the"]));
    if !words.is_any(start, &["spring", "summer", "autumn", "winter"]) {
        return None;
    }
    let is_year = |at: usize| words.lower(at).len() == 4 && words.lower(at).parse::<u16>().is_ok();
    let stretch =
        || words.has(start + 1, Class::Period) || words.is_any(start + 1, &["recess", "break", "holidays"]);
    let end = start + 1 + usize::from(stretch() || is_year(start + 1));
    (!is_modifier(words, end)).then_some(start..end)
}

/// An event that ends a wait: `the board meeting`, `launch`, `our next meeting`; up to six words.
///
/// After `before`, anything that has an article is one; after `by`, which also names means and
/// people, only what the list knows.
pub(super) fn event(words: &Words<'_>, at: usize, anything: bool) -> Option<Range<usize>> {
    let has_article = words.is_any(at, &["the", "our", "my", "your", "next", "this", "their", "his", "her"]);
    let mut end = at + usize::from(has_article);
    // `the trustees' meeting`
    let is_plural_owner = |at: usize| words.is_mark(at, "'’") && words.is_tight(at) && words.is_word(at + 1);
    while end < words.len().min(at + 6)
        && (words.is_word(end) && !ends_event(words.lower(end)) || end > at && is_plural_owner(end))
    {
        end += 1;
    }
    let is_clause =
        words.is_any(end, &["is", "are", "was", "were", "has", "have", "can", "will", "gets", "goes", "go"]);
    let noun = end.checked_sub(1).filter(|&last| last >= at + usize::from(has_article))?;
    // `sports day`
    let counts = words.is_any(at, &["a", "an", "one"]);
    let is_day = noun > at + usize::from(has_article) && words.is_any(noun, &["day"]) && !counts;
    let known = is_day || (at..=noun).any(|inside| is_event(words, inside));
    (!is_clause && (known || anything && has_article)).then_some(at..end)
}

/// Words that no event's name goes on with.
fn ends_event(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "so"
            | "then"
            | "with"
            | "to"
            | "in"
            | "if"
            | "as"
            | "by"
            | "but"
            | "for"
            | "at"
            | "on"
            | "is"
            | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "can"
            | "will"
            | "gets"
            | "goes"
            | "go"
            | "we"
            | "i"
            | "they"
            | "it"
    )
}

pub(super) fn is_event(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Class::Meeting) && words.lower(at) != "time" || words.has(at, Class::Event)
}
