//! When an action is due: the free forms of time that people write.

mod time;

use std::ops::Range;

use super::{class::Class, words::Words};
use time::{is_clock, time};

pub(super) use time::time_end;

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
