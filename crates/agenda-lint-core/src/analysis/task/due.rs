//! When an action is due: the free forms of time that people write.

use std::ops::Range;

use super::{
    class::{Class, is, is_quarter},
    words::Words,
};
use crate::document::date;

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
        let may_open = !quoted && words.has_any(at, &[Class::Timely, Class::Lead, Class::Announcement]);
        let candidate = if may_open && !skip.contains(&at) { candidate(words, at) } else { None };
        let Some((sureness, found)) = candidate else {
            at += 1;
            continue;
        };
        at = found.whole.end.max(at + 1);
        if best.as_ref().is_none_or(|(known, _)| sureness > *known) {
            best = Some((sureness, found));
        }
    }
    best.map(|(_, found)| found)
}

/// The due time that is announced, or stands, at token `at`.
fn candidate(words: &Words<'_>, at: usize) -> Option<(Sureness, Found)> {
    if let Some(next) = key(words, at) {
        let time = time(words, next).or_else(|| event(words, next, true))?;
        return Some((Sureness::Key, Found { whole: at..time.end, time }));
    }
    let (sureness, next) = match words.lower(at) {
        "by" | "until" | "till" | "til" | "before" | "bis" | "latest" => (Sureness::By, at + 1),
        "ahead" if words.lower(at + 1) == "of" => (Sureness::By, at + 2),
        "prior" if words.lower(at + 1) == "to" => (Sureness::By, at + 2),
        "later" if words.lower(at + 1) == "than" => (Sureness::By, at + 2),
        "to" if words.is_any(at + 1, &["the", "our"]) && words.lower(at + 2) == "next" => {
            (Sureness::On, at + 1)
        }
        "on" | "for" | "at" => (Sureness::On, at + 1),
        "in" | "within" => return counted(words, at).or_else(|| period_after_in(words, at)),
        _ => return bare(words, at),
    };
    if words.is_any(at, &["for", "at", "to"])
        && words.is_any(next + 1, &["next"])
        && words.has(next + 2, Class::Meeting)
    {
        let time = next..next + 3;
        return Some((Sureness::On, Found { whole: at..time.end, time }));
    }
    let before = words.is_any(at, &["before", "ahead", "prior"]);
    let time =
        time(words, next).or_else(|| event(words, next, before).filter(|_| sureness == Sureness::By))?;
    let is_lapse = words.is_any(at, &["for"]) && is_weak(words, &time);
    if sureness == Sureness::On && (is_lapse || is_modifier(words, time.end)) {
        return None;
    }
    Some((sureness, Found { whole: at..time.end, time }))
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

/// A time that nothing announces: it must stand at an edge of the text, of a bracket or of a part
/// that marks set off.
fn bare(words: &Words<'_>, at: usize) -> Option<(Sureness, Found)> {
    let before = at.checked_sub(1);
    let opens = before.is_none_or(|before| words.is_mark(before, "([{)]},;–—→|/>:-•·~"));
    if !opens && before.is_some_and(|before| words.has_any(before, &[Class::Preposition, Class::Mark])) {
        return None;
    }
    let time = time(words, at)?;
    let in_bracket = before.is_some_and(|before| words.is_mark(before, "([{"));
    let closes = words.is_mark(time.end, ")]},;|:–—-→/.!✅✔?") || time.end >= words.len();
    let weak = is_weak(words, &time);
    // `2025-03-01` and `3 May` begin something; a lone `Q3`, `June` or `20th` must be set off on both sides.
    let stands =
        if weak { opens && closes } else { closes || !is_modifier(words, time.end) || at == 0 && opens };
    if !stands || at == 0 && weak && time.end < words.len() && !words.is_mark(time.end, ":–—-|,") {
        return None;
    }
    let sureness = if in_bracket { Sureness::Bracketed } else { Sureness::Bare };
    Some((sureness, Found { whole: time.clone(), time }))
}

/// A time that is also a name for other things: a month, a quarter, an ordinal, a clock time alone.
fn is_weak(words: &Words<'_>, time: &Range<usize>) -> bool {
    if time.len() > 1 {
        return time.len() == 2 && words.has(time.start, Class::Numbered);
    }
    let word = words.lower(time.start);
    let is_code = words.has_any(time.start, &[Class::Moment, Class::Weekday]);
    !is_code && !word.contains('-') && !is_clock(word) && !word.contains('/')
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

/// `in Q3`, `in early June`: a season to do it in, the least sure of all.
fn period_after_in(words: &Words<'_>, at: usize) -> Option<(Sureness, Found)> {
    let time = time(words, at + 1)?;
    let closes = time.end >= words.len() || words.is_mark(time.end, ")].,;:!–—");
    closes.then_some((Sureness::In, Found { whole: at..time.end, time }))
}

/// The end of the time at token `at`, if one stands there.
pub(super) fn time_end(words: &Words<'_>, at: usize) -> Option<usize> {
    if !words.hold_any(&[Class::Timely]) {
        return None;
    }
    let next =
        at + usize::from(words.is_any(at, &["by", "due", "on"])) + usize::from(words.is_mark(at + 1, ":"));
    time(words, at).or_else(|| time(words, next)).map(|time| time.end)
}

/// A time at token `at`: one unit or more. An article before an ordinal or a period falls away.
fn time(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let start = at + usize::from(words.lower(at) == "the");
    let mut end = unit(words, start)?;
    loop {
        let mut next = end;
        next += usize::from(words.is_mark(next, ",") && starts_absolute(words, next + 1));
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

/// Whether a date or a clock time follows, so that a comma before it does not end the time.
fn starts_absolute(words: &Words<'_>, at: usize) -> bool {
    words.lower(at).starts_with(|first: char| first.is_ascii_digit()) && unit(words, at).is_some()
}

/// The end of the single time unit at token `at`.
fn unit(words: &Words<'_>, at: usize) -> Option<usize> {
    if !words.has(at, Class::Timely) {
        return None;
    }
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
    if matches!(word, "w/c" | "w/e") {
        return unit(words, at + 1);
    }
    if word == "week" && words.is_any(at + 1, &["of", "commencing", "ending", "beginning", "starting"]) {
        let next = at + 2 + usize::from(words.is_any(at + 2, &["the"]));
        return unit(words, next);
    }
    if matches!(word, "next" | "this" | "coming" | "following" | "every" | "each" | "last") {
        return after_determiner(words, at);
    }
    if words.has(at, Class::Numbered) && words.lower(at + 1).parse::<u16>().is_ok() {
        return Some(at + 2);
    }
    if let Some(end) = calendar_date(words, at) {
        return Some(end);
    }
    if word == "new" && words.is_any(at + 1, &["year", "year's"])
        || word == "half" && words.lower(at + 1) == "term"
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
    unit_word(word).then(|| past_clock_suffix(words, at + 1))
}

/// Whether a single word is a time by itself.
fn unit_word(word: &str) -> bool {
    is(word, Class::Moment)
        || is(word, Class::Weekday)
        || is(word, Class::Feast)
        || is_clock(word)
        || is_quarter(word)
        || is_ordinal(word)
        || date::month(word).is_some()
}

/// `end of the month`, `end Q3`, `early next week`, `close of business`, `first thing Monday`.
fn edge(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut next = at + 1;
    next += usize::from(words.is_any(next, &["thing", "week", "half", "day"]) && words.lower(at) == "first");
    next += usize::from(words.is_any(next, &["of", "in", "on"]));
    if words.is_any(at, &["close"]) && words.is_any(next, &["business", "play"]) {
        return Some(next + 1);
    }
    next += usize::from(words.is_any(next, &["the"]));
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
fn calendar_date(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.lower(at);
    let first_digit = word.starts_with(|first: char| first.is_ascii_digit());
    if !first_digit && !words.has(at, Class::Weekday) && date::month(word).is_none() {
        return None;
    }
    for end in (at + 1..=words.len().min(at + 6)).rev() {
        // German `03.05.` keeps its last stop; a comma or a dash in the middle is part of `May 3, 2026`.
        let is_stop = words.is_mark(end - 1, ".");
        let dotted = is_stop && words.is_tight(end - 1) && words.lower(end.saturating_sub(2)).contains('.');
        if !words.is_word(end - 1) && !dotted {
            continue;
        }
        let inner = (at..end - usize::from(is_stop)).any(|inside| words.is_mark(inside, ".;:()[]|"));
        let span = words.span(at..end);
        if !inner
            && words.lower(end - 1) != "1:1"
            && date::parse(&words.text[span], date::Hints::default()).is_some()
        {
            return Some(end);
        }
    }
    None
}

/// `2pm`, `14:00`, `9:30am`, `17h`.
fn is_clock(word: &str) -> bool {
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

/// An event that ends a wait: `the board meeting`, `launch`, `our next meeting`; up to six words.
///
/// After `before`, anything that has an article is one; after `by`, which also names means and
/// people, only what the list knows.
fn event(words: &Words<'_>, at: usize, anything: bool) -> Option<Range<usize>> {
    let has_article = words.is_any(at, &["the", "our", "my", "your", "next", "this", "their"]);
    let mut end = at + usize::from(has_article);
    while end < words.len().min(at + 6) && words.is_word(end) && !ends_event(words.lower(end)) {
        end += 1;
    }
    let is_clause =
        words.is_any(end, &["is", "are", "was", "were", "has", "have", "can", "will", "gets", "goes", "go"]);
    let noun = end.checked_sub(1).filter(|&last| last >= at + usize::from(has_article))?;
    let known = (at..=noun).any(|inside| is_event(words, inside));
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

fn is_event(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Class::Meeting) && words.lower(at) != "time" || words.has(at, Class::Event)
}
