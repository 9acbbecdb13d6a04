//! Times that nothing announces, and what keeps a time from telling when something is due.

use std::ops::Range;

use super::event::is_event;
use super::time::{is_clock, time};
use super::{Found, Sureness, is_modifier};
use crate::analysis::task::class::Class;
use crate::analysis::task::words::Words;

/// A time that nothing announces: it must stand at an edge of the text, of a bracket or of a part
/// that marks set off.
pub(super) fn bare(words: &Words<'_>, at: usize) -> Option<(Sureness, Found)> {
    let before = at.checked_sub(1);
    let is_now =
        |before: usize| words.is_mark(before, "([{)]},;–—→|/>:-•·~@.!?") || words.is_any(before, &["now"]);
    // `get it done wk 39`, but `done 3 May`
    let is_goal =
        |done: usize| words.has(done, Class::Done) && stands_before(words, done, &["get", "have", "be"]);
    let opens = before.is_none_or(|before| is_now(before) || is_goal(before));
    // Of `from next Friday` the Friday alone is no time, either.
    if has_lapsed(words, at) || before.is_some_and(|before| words.is_any(before, &["next", "last", "every"]))
    {
        return None;
    }
    if !opens && before.is_some_and(|before| words.has_any(before, &[Class::Preposition, Class::Mark])) {
        return None;
    }
    let time = time(words, at)?;
    if words.is_any(time.end, &["deadline"]) && (time.end + 1..time.end + 3).any(|at| tells_lapse(words, at))
    {
        return None;
    }
    let booked = before.map(|before| before.saturating_sub(usize::from(words.is_any(before, &["the"]))));
    if is_duration(words.lower(at)) || booked.is_some_and(|at| is_day_of_booking(words, at, &time)) {
        return None;
    }
    let in_bracket = before.is_some_and(|before| words.is_mark(before, "([{"));
    // `bake the rolls, Friday latest`
    let end = time.end + usize::from(words.is_any(time.end, &["latest"]));
    let closes = words.is_mark(end, ")]},;|:–—-→/.!✅✔?") || end >= words.len();
    let weak = is_weak(words, &time);
    // `2025-03-01` and `3 May` begin something; a lone `Q3`, `June` or `20th` must be set off on both sides.
    let stands = if weak {
        opens && closes
    } else {
        // `Sunday shift, send the log`, but `Thu deadline – send the log`
        let is_named = is_event(words, time.end) && !words.is_any(time.end, &["deadline"]);
        closes || !is_modifier(words, time.end) || at == 0 && opens && !is_named
    };
    if !stands || at == 0 && weak && time.end < words.len() && !words.is_mark(time.end, ":–—-|,") {
        return None;
    }
    let sureness = if in_bracket { Sureness::Bracketed } else { Sureness::Bare };
    Some((sureness, Found { whole: time.clone(), time }))
}

/// `was 3 Oct, now 17 Oct`, `from 5 Oct, then 12 Oct`: whether the time at `at` is over.
pub(super) fn has_lapsed(words: &Words<'_>, at: usize) -> bool {
    const OVER: [&str; 8] = ["was", "were", "originally", "formerly", "previously", "missed", "not", "then"];
    let announced = at > 0 && words.is_any(at - 1, &["due", "by", "on", "for", "before"]);
    at.checked_sub(1 + usize::from(announced)).is_some_and(|before| words.is_any(before, &OVER))
}

fn tells_lapse(words: &Words<'_>, at: usize) -> bool {
    words.is_any(at, &["lapsed", "passed", "missed", "expired", "slipped", "gone", "blown", "over"])
}

/// A time that is also a name for other things: a month, a quarter, an ordinal, lunch.
pub(super) fn is_weak(words: &Words<'_>, time: &Range<usize>) -> bool {
    if time.len() > 1 {
        return time.len() == 2 && words.has(time.start, Class::Numbered);
    }
    let word = words.lower(time.start);
    let is_noun = matches!(word, "lunch" | "dusk" | "sunset" | "sunrise");
    // `pages 4-9`
    let is_range = || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if word.len() < 6 && !word.starts_with('0') && !word.contains("-0") && is_range() {
        return true;
    }
    let is_code = words.has_any(time.start, &[Class::Moment, Class::Weekday]) && !is_noun;
    !is_code && !word.contains('-') && !is_clock(word) && !word.contains('/')
}

/// `2h`, `24h`: hours that no clock shows so.
pub(super) fn is_duration(word: &str) -> bool {
    let hours = word.strip_suffix('h').and_then(|hours| hours.parse::<u8>().ok());
    hours.is_some_and(|hours| hours < 7 || hours == 24)
}

/// `book the hall for the 6th`: the day that is booked, and not until when to book it. A weekday tends to be both.
pub(super) fn is_day_of_booking(words: &Words<'_>, at: usize, time: &Range<usize>) -> bool {
    let is_near = words.has_any(time.start, &[Class::Weekday, Class::Moment]);
    !is_near
        && words.is_any(at, &["for", "on"])
        && stands_before(words, at, &["book", "reserve", "hire", "rent"])
}

/// Whether one of `verbs` stands before `at`, as near as the verb of a clause does.
fn stands_before(words: &Words<'_>, at: usize, verbs: &[&str]) -> bool {
    const REACH: usize = 20;
    (at.saturating_sub(REACH)..at).any(|at| words.is_any(at, verbs))
}
