//! When an action is due: the free forms of time that people write.

mod bare;
mod event;
mod time;

use std::ops::Range;

use super::{class::Class, words::Words};
use bare::{bare, has_lapsed, is_day_of_booking, is_duration, is_weak};
use event::{away, departure, event, named_after_day, occasion, season};
use time::{calendar_date, time};

pub(super) use time::{COMING, day_month, time_end};

/// A time found in an action, as token ranges.
pub(super) struct Found {
    /// The time alone, without `by` or `due`.
    pub(super) time: Range<usize>,
    /// The time with what announces it.
    pub(super) whole: Range<usize>,
}

/// How sure a form is to say when the action is due, the surest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sureness {
    In,
    Bare,
    On,
    Bracketed,
    By,
    Key,
}

/// The time an action is due: the surest form that stands in it, and of equals the first.
///
/// `skip` are tokens that are known to be something else, such as the owner.
pub(super) fn find(words: &Words<'_>, skip: &Range<usize>) -> Option<Found> {
    // No form is without one of these.
    const SIGNS: [Class; 5] = [Class::Timely, Class::Unit, Class::Event, Class::Wait, Class::Announcement];
    if !words.hold_any(&SIGNS) {
        return None;
    }
    let mut best: Option<(Sureness, Found)> = None;
    let mut quoted = false;
    let mut at = 0;
    while at < words.len() {
        quoted ^= words.is_mark(at, "\"“”");
        let candidate =
            if !quoted && may_open(words, at) && !skip.contains(&at) { candidate(words, at) } else { None };
        let Some((sureness, found)) = candidate else {
            at += 1;
            continue;
        };
        at = found.whole.end.max(at + 1);
        if recurs(words, &found.time) {
            continue;
        }
        if best.as_ref().is_none_or(|(known, _)| sureness > *known) {
            best = Some((sureness, found));
        }
    }
    best.map(|(_, found)| found)
}

/// `open one hour more on Mondays`: how often, and no day by which.
fn recurs(words: &Words<'_>, time: &Range<usize>) -> bool {
    const DAYS: [&str; 7] =
        ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"];
    time.len() == 1 && words.is_any(time.start, &DAYS)
}

/// Whether a date of the calendar stands anywhere in the text, unless it is over (`carried over from 5 Feb`), or how
/// often it comes again.
pub(super) fn names_day(words: &Words<'_>) -> bool {
    let is_over = |at: usize| at > 0 && words.is_any(at - 1, &["from", "since"]) || has_lapsed(words, at);
    let is_day = |at: usize| calendar_date(words, at).is_some() && !is_over(at);
    let recurs = |at: usize| {
        (at + 1 == words.len() || words.is_mark(at + 1, ",;.)–—-"))
            && words.is_any(at, &["daily", "nightly", "weekly", "fortnightly", "monthly", "quarterly"])
    };
    words.hold_any(&[Class::Timely]) && (0..words.len()).any(is_day) || (1..words.len()).any(recurs)
}

/// The end of the due time that is announced, or stands, at token `at`.
pub(super) fn opening(words: &Words<'_>, at: usize) -> Option<usize> {
    may_open(words, at).then(|| candidate(words, at)).flatten().map(|(_, found)| found.whole.end)
}

fn may_open(words: &Words<'_>, at: usize) -> bool {
    words.has_any(at, &[Class::Timely, Class::Lead, Class::Announcement])
}

/// The due time that is announced, or stands, at token `at`.
fn candidate(words: &Words<'_>, at: usize) -> Option<(Sureness, Found)> {
    if let Some(next) = key(words, at) {
        let time =
            time(words, next).or_else(|| event(words, next, true)).filter(|_| !has_lapsed(words, at))?;
        return Some((Sureness::Key, Found { whole: at..time.end, time }));
    }
    let (sureness, next) = match words.lower(at) {
        "latest" if words.is_mark(at + 1, ":") => (Sureness::By, at + 2),
        // `on the till`, `the latest draft`
        "till" | "latest" if at > 0 && words.is_any(at - 1, &["the", "a", "this", "our", "my"]) => {
            return None;
        }
        "before" if has_lapsed(words, at) => return None,
        "by" if is_grouping(words, at + 1) => return None,
        "by" | "until" | "till" | "til" | "before" | "nlt" | "latest" => (Sureness::By, at + 1),
        "avant" | "pour" | "d'ici" | "d’ici" | "jusqu'au" | "jusqu’au" | "bis" | "vor" | "spätestens"
        | "antes" | "hasta" | "para" | "até" => (Sureness::By, past_article(words, at + 1)),
        "ahead" if words.lower(at + 1) == "of" => (Sureness::By, at + 2),
        "prior" if words.lower(at + 1) == "to" => (Sureness::By, at + 2),
        "later" if words.lower(at + 1) == "than" => (Sureness::By, at + 2),
        "after" => return away(words, at, at + 1),
        "on" | "for" | "at" | "to" => (Sureness::On, at + 1),
        "over" => return lasting(words, at),
        "in" if words.is_any(at + 1, &["time"]) && words.is_any(at + 2, &["for"]) => (Sureness::By, at + 3),
        "in" | "within" => return counted(words, at).or_else(|| period_after_in(words, at)),
        _ => return bare(words, at),
    };
    if sureness == Sureness::On {
        return on(words, at, next);
    }
    let is_before = words.is_any(at, &["before", "ahead", "prior", "in"]);
    if is_before && let Some(found) = away(words, at, next) {
        return Some(found);
    }
    let leaving = if is_before { departure(words, next) } else { None };
    let time = leaving.or_else(|| occasion(words, next, is_before))?;
    Some((sureness, Found { whole: at..time.end, time }))
}

/// `falls by hour of day`, `sales by week`: how things are counted.
fn is_grouping(words: &Words<'_>, unit: usize) -> bool {
    words.is_any(unit, &["hour", "day", "weekday", "week", "month", "quarter", "year"])
        && (words.is_any(unit + 1, &["of", "and", "or"]) || !words.is_word(unit + 1))
}

/// `over the weekend`, `over Easter`
fn lasting(words: &Words<'_>, at: usize) -> Option<(Sureness, Found)> {
    let noun = at + 1 + usize::from(words.is_any(at + 1, &["the"]));
    let lasts = words.is_any(noun, &["weekend", "summer"]) || words.has(noun, Class::Feast);
    let end = time(words, noun).map_or(noun + 1, |time| time.end);
    lasts.then_some((Sureness::On, Found { time: at + 1..end, whole: at..end }))
}

/// The token after what stands between a preposition and a day in French, German, Spanish or Portuguese.
fn past_article(words: &Words<'_>, at: usize) -> usize {
    let is_article = words.is_any(
        at,
        &["le", "la", "au", "à", "zum", "zur", "dem", "den", "der", "am", "el", "del", "de", "do", "a", "o"],
    );
    at + usize::from(is_article)
}

/// The time after `on`, `for`, `at` or `to` at token `at`: a day, or the meeting at which to have it.
fn on(words: &Words<'_>, at: usize, next: usize) -> Option<(Sureness, Found)> {
    let found = |time: Range<usize>| Some((Sureness::On, Found { whole: at..time.end, time }));
    let article = usize::from(words.is_any(next, &["the", "our"]));
    let is_to = words.is_any(at, &["to"]);
    if words.is_any(next + article, &["next"]) && (is_to || words.has(next + article + 1, Class::Meeting)) {
        let end = next + article + 2;
        let time = if words.has(end - 1, Class::Meeting) { next..end } else { time(words, next)? };
        return found(time);
    }
    if is_to {
        return None;
    }
    // `price with VAT, for the meeting`
    let meeting = next + article;
    let is_apart = article > 0 && at > 0 && words.is_mark(at - 1, ",–—-(") && !words.is_word(meeting + 1);
    if is_apart && words.has(meeting, Class::Meeting) && !words.is_any(meeting, &["time"]) {
        return found(next..meeting + 1);
    }
    if words.is_any(at, &["at"])
        && let Some(meeting) = named_after_day(words, next)
    {
        return found(meeting);
    }
    let time = time(words, next)?;
    // `for 24h`
    let is_lapse =
        words.is_any(at, &["for"]) && (is_weak(words, &time) || is_duration(words.lower(time.start)));
    if is_lapse || is_modifier(words, time.end) || is_day_of_booking(words, at, &time) {
        return None;
    }
    found(time)
}

/// The marks that tell when something is due.
pub(super) const CALENDARS: [char; 5] = ['📅', '🗓', '⏰', '⏳', '📆'];

/// The token after `due`, `due:`, `deadline =`, `📅` at `at`.
fn key(words: &Words<'_>, at: usize) -> Option<usize> {
    if !words.has(at, Class::Announcement) {
        return None;
    }
    if !words.is_word(at) {
        return Some(at + 1 + usize::from(words.mark(at + 1) == Some('\u{fe0f}')));
    }
    let mut next = at + 1;
    let is_plain = words.is_any(at, &["when", "eta", "target"]);
    next += usize::from(words.is_any(next, &["date", "is"]));
    let mut marked = false;
    while words.is_mark(next, ":=") {
        next += 1;
        marked = true;
    }
    next += usize::from(words.is_any(next, &["by", "on", "before"]));
    (!is_plain || marked).then_some(next)
}

/// Whether what stands at `at` is a noun that the time before it describes: `Thursday demo`.
fn is_modifier(words: &Words<'_>, at: usize) -> bool {
    words.is_word(at) && !words.has_any(at, &[Class::Function, Class::Preposition])
}

/// `in two weeks`, `within 48 hours`: the preposition is part of what is written.
fn counted(words: &Words<'_>, at: usize) -> Option<(Sureness, Found)> {
    let mut next = at + 1;
    next += usize::from(words.is_any(next, &["the", "about", "around", "roughly", "max"]));
    next += usize::from(words.is_any(next, &["next"]));
    let number = words.lower(next);
    let is_number = number.parse::<u16>().is_ok() || is_number_word(number);
    // `within the week`
    if words.is_any(at, &["within"]) && words.has(next, Class::Period) {
        return Some((Sureness::Bare, Found { time: at..next + 1, whole: at..next + 1 }));
    }
    let mut unit = next + 1;
    unit += usize::from(words.is_any(unit, &["of", "or", "few", "couple", "working", "business"]));
    unit += usize::from(words.is_any(unit, &["working", "business", "of"]));
    if !is_number || !words.has(unit, Class::Unit) {
        return None;
    }
    let end = unit + 1 + usize::from(words.is_any(unit + 1, &["time"]));
    Some((Sureness::Bare, Found { time: at..end, whole: at..end }))
}

pub(super) fn is_number_word(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "ten"
            | "couple"
            | "few"
    )
}

/// `in Q3`, `in early June`, `in spring`: a season to do it in, the least sure of all; or a meeting.
fn period_after_in(words: &Words<'_>, at: usize) -> Option<(Sureness, Found)> {
    if let Some(time) = named_after_day(words, at + 1) {
        return Some((Sureness::On, Found { whole: at..time.end, time }));
    }
    let time = time(words, at + 1).or_else(|| season(words, at + 1))?;
    let closes = time.end >= words.len() || words.is_mark(time.end, ")].,;:!–—");
    closes.then_some((Sureness::In, Found { whole: at..time.end, time }))
}

#[cfg(test)]
mod tests;
