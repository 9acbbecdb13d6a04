//! Times as people write them: days, dates, periods and hours.

use std::ops::Range;

use super::event::is_event;
use crate::analysis::task::class::{Class, is, is_quarter};
use crate::analysis::task::words::Words;
use crate::document::date;

/// The end of the time at token `at`, if one stands there.
pub(in crate::analysis::task) fn time_end(words: &Words<'_>, at: usize) -> Option<usize> {
    if !words.hold_any(&[Class::Timely]) {
        return None;
    }
    let next =
        at + usize::from(words.is_any(at, &["by", "due", "on"])) + usize::from(words.is_mark(at + 1, ":"));
    time(words, at).or_else(|| time(words, next)).map(|time| time.end)
}

/// A time at token `at`: one unit or more. An article before an ordinal or a period falls away.
pub(super) fn time(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let start = at + usize::from(words.lower(at) == "the");
    let mut end = unit(words, start)?;
    loop {
        let mut next = end;
        // `tues/weds`
        next += usize::from(words.is_mark(next, "/") && words.is_tight(next) && words.is_tight(next + 1));
        next += usize::from(words.is_mark(next, ",") && starts_absolute(words, next + 1));
        // `Friday by noon`, but of `notes of 6 May by 13 May` the second day is meant.
        if words.is_any(next, &["by"]) && !is_hour(words, next + 1) {
            break;
        }
        next += usize::from(words.is_any(next, &["at", "on", "of", "by", "in"]));
        next += usize::from(words.is_any(next, &["the"]) && next > end);
        let of_period = words.is_any(end, &["of"]) && words.has(next, Class::Period);
        match unit(words, next) {
            Some(further) => end = further,
            None if of_period => end = next + 1,
            None if words.has(end, Class::DayPart) => {
                let dotted = words.lower(end).contains('.') && words.is_mark(end + 1, ".");
                end += 1 + usize::from(dotted);
            }
            None => break,
        }
    }
    // `the 20th` is the 20th, but `the next 1:1` keeps its article, as an event does.
    let is_event = is_event(words, end - 1);
    Some(if is_event { at..end } else { start..end })
}

/// Whether an hour of the day stands at `at`, and no day of its own behind it.
fn is_hour(words: &Words<'_>, at: usize) -> bool {
    let is_named =
        words.is_any(at, &["noon", "midday", "lunch", "lunchtime", "midnight", "eod", "cob", "close"]);
    (is_clock(words.lower(at)) || is_named || words.has(at, Class::DayPart))
        && !words.has(at + 1, Class::Weekday)
}

/// Whether a date or a clock time follows, so that a comma before it does not end the time.
fn starts_absolute(words: &Words<'_>, at: usize) -> bool {
    words.lower(at).starts_with(|first: char| first.is_ascii_digit()) && unit(words, at).is_some()
}

/// The end of the single time unit at token `at`.
fn unit(words: &Words<'_>, at: usize) -> Option<usize> {
    words.has(at, Class::Timely).then(|| words.unit_end(at, || find_unit(words, at))).flatten()
}

/// What German, Spanish and Portuguese notes have for `next`.
pub(in crate::analysis::task) const COMING: [&str; 7] =
    ["nächste", "nächsten", "nächster", "kommende", "kommenden", "próxima", "próximo"];

fn find_unit(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.lower(at);
    // `close of business` and `end of May` are one unit; so are `next Friday` and `this sprint`.
    if words.has(at, Class::Edge)
        || word == "first" && words.is_any(at + 1, &["thing", "week", "half", "day"])
    {
        return edge(words, at);
    }
    if word.starts_with("mid-") && (unit_word(&word[4..]) || is(&word[4..], Class::Period)) {
        return Some(at + 1);
    }
    // `5 pm`, `5 p.m.`
    let is_hour = || word.len() <= 2 && word.parse::<u8>().is_ok_and(|hour| hour <= 24);
    if words.is_any(at + 1, &["am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock"]) && is_hour() {
        let is_stopped =
            words.is_mark(at + 2, ".") && words.is_tight(at + 2) && words.lower(at + 1).contains('.');
        return Some(at + 2 + usize::from(is_stopped));
    }
    if matches!(word, "w/c" | "w/e") {
        return unit(words, at + 1);
    }
    if word == "week" && words.is_any(at + 1, &["of", "commencing", "ending", "beginning", "starting"]) {
        let next = at + 2 + usize::from(words.is_any(at + 2, &["the"]));
        return unit(words, next);
    }
    if matches!(word, "next" | "this" | "coming" | "following" | "every" | "each" | "last")
        || words.is_any(at, &COMING)
        || words.is_any(at, &["diese", "dieser"])
    {
        return after_determiner(words, at);
    }
    // `la semaine prochaine`
    if words.has(at, Class::Period) && words.is_any(at + 1, &["prochain", "prochaine"]) {
        return Some(at + 2);
    }
    if words.has(at, Class::Numbered) && words.lower(at + 1).parse::<u16>().is_ok() {
        return Some(at + 2);
    }
    if let Some(end) = calendar_date(words, at) {
        return Some(end);
    }
    if let Some(end) = plain_day(words, at) {
        return Some(end);
    }
    if word == "new" && words.is_any(at + 1, &["year", "year's"])
        || word == "half" && words.lower(at + 1) == "term"
        || matches!(word, "month" | "quarter" | "year" | "term") && words.is_any(at + 1, &["end", "end's"])
    {
        return Some(at + 2);
    }
    if word == "bank" && words.lower(at + 1) == "holiday" {
        return Some(at + 2);
    }
    if words.has(at, Class::Feast) {
        let follows =
            ["break", "holidays", "holiday", "eve", "day", "vacation", "weekend", "monday", "sunday"];
        return Some(at + 1 + usize::from(words.is_any(at + 1, &follows)));
    }
    if is_quarter(word) && words.is_any(at + 1, &["end"]) {
        return Some(at + 2);
    }
    // `Mei orders it` names no month, `ask Morgen` no day.
    let is_name = matches!(word, "mei" | "marco" | "morgen") && words.written(at).starts_with('M')
        // "por la mañana": in the morning
        || word == "mañana" && at > 0 && words.is_any(at - 1, &["la"]);
    (unit_word(word) && !is_name).then(|| past_clock_suffix(words, at + 1))
}

/// `31 mars`, `jeudi 5`, `01OCT`: days that would be no date elsewhere.
fn plain_day(words: &Words<'_>, at: usize) -> Option<usize> {
    let is_day = |at: usize| words.lower(at).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let is_month = |at: usize| !words.is_any(at, &["may", "mar"]) && date::month(words.lower(at)).is_some();
    let closes = || !words.is_word(at + 2) || words.has_any(at + 2, &[Class::Function, Class::Preposition]);
    if is_day(at) && is_month(at + 1) || words.has(at, Class::Weekday) && is_day(at + 1) && closes() {
        return Some(at + 2);
    }
    day_month(words.lower(at)).map(|_| at + 1)
}

/// The day and the month of `01oct`.
pub(in crate::analysis::task) fn day_month(word: &str) -> Option<(i8, i8)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let day = word.get(..digits).filter(|day| day.len() <= 2)?.parse().ok()?;
    let month = date::month(&word[digits..])?;
    (1..=31).contains(&day).then_some((day, month))
}

/// Whether a single word is a time by itself.
pub(super) fn unit_word(word: &str) -> bool {
    is(word, Class::Moment)
        || is(word, Class::Weekday)
        || is(word, Class::Feast)
        || is_clock(word)
        || is_quarter(word)
        || is_ordinal(word)
        || date::month(word).is_some()
}

/// `end of the month`, `end Q3`, `early next week`, `end of play`, `first thing Monday`.
fn edge(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut next = at + 1;
    next += usize::from(words.is_any(next, &["thing", "week", "half", "day"]) && words.lower(at) == "first");
    let is_verb = words.is_any(at, &["start", "close", "turn"]) && !words.is_any(next, &["of"]);
    if is_verb {
        return None; // `start the day earlier`
    }
    next +=
        usize::from(words.is_any(next, &["of", "in", "on", "de", "des", "du", "do", "del", "der", "dem"]));
    if words.is_any(at, &["close", "end"]) && words.is_any(next, &["business", "play"]) {
        return Some(next + 1);
    }
    next += usize::from(words.is_any(next, &["the"]));
    if words.has(next, Class::Numbered) && words.lower(next + 1).parse::<u16>().is_ok() {
        return Some(next + 2); // `end of sprint 14`
    }
    if words.has(next, Class::Period) {
        return Some(next + 1);
    }
    unit(words, next)
}

/// `next week`, `this Friday`, `next 1:1`, `every month`.
fn after_determiner(words: &Words<'_>, at: usize) -> Option<usize> {
    let next = at + 1 + usize::from(words.is_any(at + 1, &["week's", "coming", "working"]));
    if words.is_any(at, &["last"]) {
        let of = words.is_any(next, &["day", "week", "working"]) && words.is_any(next + 1, &["of"]);
        let noun = next + 2 + usize::from(words.is_any(next + 2, &["the", "each", "every"]));
        return (of && (words.has(noun, Class::Period) || unit(words, noun).is_some())).then_some(noun + 1);
    }
    if words.has(next, Class::Period) && is_event(words, next + 1) {
        return Some(next + 2); // `next sprint planning`
    }
    if words.has(next, Class::Period) || words.has(next, Class::Meeting) || words.has(next, Class::Weekday) {
        return Some(next + 1);
    }
    // `next team meeting`
    let named = words.is_word(next) && words.has(next + 1, Class::Meeting) && words.is_any(at, &["next"]);
    if named {
        Some(next + 2)
    } else {
        unit(words, next).filter(|_| date::month(words.lower(next)).is_some())
    }
}

/// A date of the calendar at `at`, weekday included, as the date reader understands it.
pub(super) fn calendar_date(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.lower(at);
    let may_begin = || {
        word.starts_with(|first: char| first.is_ascii_digit())
            || words.has(at, Class::Weekday)
            || date::month(word).is_some()
    };
    if !(words.has(at, Class::Timely) && may_begin()) {
        return None;
    }
    for end in (at + 1..=words.len().min(at + 6)).rev() {
        // German `03.05.` keeps its last stop; a comma or a dash in the middle is part of `May 3, 2026`.
        let is_stop = words.is_mark(end - 1, ".");
        let dotted = is_stop && words.is_tight(end - 1) && words.lower(end.saturating_sub(2)).contains('.');
        let may_end =
            || end == at + 1 || words.has(end - 1, Class::Timely) || date::may_end_in(words.lower(end - 1));
        let is_whole = || (at..end - usize::from(is_stop)).all(|inside| !words.is_mark(inside, ".;:()[]|"));
        let span = words.span(at..end);
        if (dotted || words.is_word(end - 1) && may_end())
            && is_whole()
            // "2 out of 3"
            && !words.is_any(end - 1, &["1:1", "out", "set", "ago"])
            && date::parse(&words.text[span], date::Hints::default()).is_some()
        {
            return Some(end);
        }
    }
    None
}

/// `2pm`, `14:00`, `9:30am`, `17h`.
pub(super) fn is_clock(word: &str) -> bool {
    if !word.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let core = word.trim_end_matches("am").trim_end_matches("pm");
    let suffixed = core.len() < word.len() || word.ends_with('h') || word.ends_with('z');
    let core = core.trim_end_matches(['h', 'z']);
    let (hours, minutes) = core.split_once([':', '.', 'h']).unwrap_or((core, ""));
    let is_hour = hours.len() <= 2 && hours.parse::<u8>().is_ok_and(|hour| hour <= 24);
    let is_minutes = minutes.len() == 2 && minutes.parse::<u8>().is_ok_and(|minute| minute < 60);
    is_hour && (is_minutes && (core.contains(':') || suffixed) || minutes.is_empty() && suffixed)
}

/// `5 pm`, `5 o'clock`: the number is no time by itself, and takes its suffix along.
fn past_clock_suffix(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(
        words.is_any(at, &["am", "pm", "o'clock", "utc", "cet", "gmt", "est", "pst", "et", "pt"]),
    )
}

/// `1st`, `20th`.
fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    matches!(suffix, "st" | "nd" | "rd" | "th")
        && digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}
