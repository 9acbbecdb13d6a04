//! Owners that stand behind an action: in brackets, after an arrow, or as a mention.

use std::ops::Range;

use super::person::{is_at_end, is_bare, is_capital, is_loose, is_person, past_and, past_joint, people};
use super::verb::{order_to, verb_of};
use super::{Found, is_tag};
use crate::analysis::task::class::Class;
use crate::analysis::task::due;
use crate::analysis::task::words::Words;

/// An owner in a note behind the action, which begins at `from`: `(Kate, Friday)`, `→ Kate`, `— Kate`, `- Kate`.
pub(super) fn behind(words: &Words<'_>, from: usize) -> Option<Found> {
    if !words.hold_any(&[Class::Mark, Class::Wish]) {
        return None;
    }
    let found = |owner, tail| Some(Found { owner: Some(owner), lead: from, tail: Some(tail) });
    for at in from.max(1)..words.len() {
        if words.is_mark(at, "([")
            && let Some(close) = words.closing(at)
            && let Some(Note::Person(owner)) = note(words, at + 1..close)
        {
            return found(owner, at..close + 1);
        }
        // `I'd like Mirja to run the demo`
        let wished = words.has(at - 1, Class::Wish);
        if wished
            && let Some(end) = people(words, at)
            && words.is_any(end, &["to"])
            && is_bare(words, at..end)
        {
            return found(at..end, at..end + 1);
        }
        let next = at + 1 + usize::from(words.is_mark(at + 1, "@"));
        if !words.is_word(at)
            && (words.is_mark(at, "→➜⇒|–—:,;>=.✅✔☑") || is_loose(words, at, "-/"))
            && let Some(end) = people(words, next)
            && is_bare(words, next..end)
        {
            let set_off = set_off(words, from, at, next..end);
            if set_off.is_some() {
                return set_off;
            }
        }
    }
    None
}

/// The `owner` behind the mark at `at`, if that makes an owner of them.
fn set_off(words: &Words<'_>, from: usize, at: usize, owner: Range<usize>) -> Option<Found> {
    let (next, end) = (owner.start, owner.end);
    let is_label = words.is_mark(at, ":–—") || is_loose(words, at, "-");
    // `Minutes: Ana types them`, `If it rains, Ana moves it`; what is told after an order is told of others.
    if is_label || words.is_mark(at, ",;") && !words.is_verb(from) {
        let order = || order_to(words, &owner).filter(|_| !is_label || words.is_any(next, &["i"]));
        if let Some(verb) = verb_of(words, &owner).or_else(order) {
            return Some(Found { owner: Some(owner), lead: verb, tail: None });
        }
    }
    // `post the tape, I do it`, but `tell them, Bo does it`
    let tells =
        words.is_any(from, &["tell", "say", "ask", "check", "see", "remind", "inform", "assume", "note"]);
    if let Some(end) = takes_on(words, end).filter(|_| !tells) {
        return Some(Found { owner: Some(owner), lead: from, tail: Some(next..end) });
    }
    let goes_on = words.is_any(end, &["to", "will", "'ll"]) && words.is_word(end + 1);
    let is_request = || words.is_any(from, &["can", "could", "would", "please", "pls"]);
    if goes_on && !words.is_mark(at, ".") || words.is_mark(at, ",") && is_request() && is_at_end(words, end) {
        let tail = next..end + usize::from(goes_on);
        return Some(Found { owner: Some(owner), lead: from, tail: Some(tail) });
    }
    let arrow = words.is_mark(at, "→➜⇒|=✅✔☑") || words.is_mark(at, ">") && words.is_tight(at);
    let dash = is_label || words.is_mark(at, ";") || is_loose(words, at, "/");
    let is_dated = |at: usize| due::time_end(words, at).is_some() || due::opening(words, at).is_some();
    // `lock up - Ana 9 March`
    let ends_in_time = due::time_end(words, end).is_some_and(|end| is_at_end(words, end));
    let closes = is_at_end(words, end)
        || words.is_mark(end, ",;|–—/-(") && is_dated(past_joint(words, end + 1))
        || words.is_mark(end, "|")
        || arrow && due::time_end(words, end).is_some()
        || ends_in_time;
    // `new gloves, Bo, Friday`, `post the tape. Bo. Friday`; but not `cake for Ana, Bo, Friday`
    let is_apart = words.is_mark(at, ",.") && !is_capital(words, at - 1);
    let is_aside =
        is_apart && (ends_in_time && words.is_verb(from) || words.is_mark(end, ",.;") && is_dated(end + 1));
    // `lock up, soon, me`, `the letter is posted, Bo`
    let is_somebody = words.is_any(next, &["me"])
        || words.is_mark(at, ",")
            && is_capital(words, next)
            && words.has(next, Class::Name)
            && !is_capital(words, at - 1)
            && due::time_end(words, next).is_none();
    let is_closed = || !words.has_any(at - 1, &[Class::Preposition, Class::Lead]);
    // `phone the company today, Leif`: a name that no list knows, behind an order.
    let is_name = || {
        let opens =
            words.is_verb(from) || (from..at).any(|at| words.is_mark(at, ":") && words.is_verb(at + 1));
        let plain =
            is_capital(words, next) && !is_capital(words, at - 1) && due::time_end(words, next).is_none();
        // `pens, paper, Post-its`
        let thing = words.written(next).split('-').skip(1).any(|part| part.starts_with(char::is_lowercase));
        // `pay for the phones, Vodafone`: what stands behind a noun explains it.
        let part = (at.saturating_sub(3)..at).any(|at| words.is_mark(at, ",-–—"));
        let is_apart = words.has(at - 1, Class::Moment) || part;
        let thanks = words.is_any(next, &["thanks", "thank", "please", "cheers", "hooray", "asap"]);
        is_apart && !thanks && opens && plain && !thing && words.is_mark(at, ",") && end == next + 1
    };
    let is_signed =
        words.is_mark(at, ",.") && is_at_end(words, end) && (is_somebody || is_name()) && is_closed();
    ((arrow || dash) && closes || is_aside || is_signed).then_some(Found {
        owner: Some(owner),
        lead: from,
        tail: Some(at..end),
    })
}

/// `do it`, `is on this`, `will take that`: the end of what makes an action somebody's, behind their name.
fn takes_on(words: &Words<'_>, at: usize) -> Option<usize> {
    // The most words of it: `will be on it`.
    const REACH: usize = 4;
    let is_light = |at: usize| {
        let helps = ["will", "'ll", "can", "to", "is", "'m", "am", "has", "have", "'ve", "got", "on"];
        let takes = ["do", "does", "did", "take", "takes", "handle", "handles", "own", "owns"];
        words.is_any(at, &helps) || words.is_any(at, &takes)
    };
    let end = (at..at + REACH).find(|&at| !is_light(at)).filter(|&end| end > at)?;
    let closes = is_at_end(words, end + 1) || words.is_mark(end + 1, ",.;:–—-()");
    (words.is_any(end, &["it", "this", "that"]) && closes).then_some(end + 1)
}

/// What a bracket says of the owner.
pub(super) enum Note {
    Person(Range<usize>),
    Nobody,
}

/// What a bracket's content says of the owner; None where it is about something else.
pub(super) fn note(words: &Words<'_>, inside: Range<usize>) -> Option<Note> {
    let mut at = inside.start;
    // `(by Friday, Ana)`
    if let Some(end) = due::opening(words, at).filter(|&end| end < inside.end && words.is_mark(end, ",")) {
        at = end + 1;
    }
    if words.is_any(at, &["assigned"]) && words.is_any(at + 1, &["to"]) {
        at += 2;
    } else if is_tag(words, at) || words.is_any(at, &["owner", "by", "for"]) && inside.len() > 1 {
        let by = words.is_any(at, &["by", "for"]);
        at += 1 + usize::from(words.is_mark(at + 1, ":="));
        if by && !is_capital(words, at) {
            return None;
        }
    }
    at += usize::from(words.is_mark(at, "@"));
    if words.is_any(at, &["tbd", "tba", "unassigned"]) {
        return Some(Note::Nobody);
    }
    let end = people(words, at).filter(|&end| end <= inside.end)?;
    // `(Ana to do)`, `(Ana will)`
    let acts = words.is_any(end, &["will"]) && end + 1 == inside.end
        || words.is_any(end, &["to"]) && words.is_any(end + 1, &["do"]) && end + 2 == inside.end;
    // `(R.S.)`
    let is_stopped = end + 1 == inside.end && words.is_mark(end, ".");
    let followed = acts
        || is_stopped
        || end == inside.end
        || words.is_mark(end, ",;:/!–—-")
        || due::time_end(words, end).is_some();
    // `(ProductCon, 1.2k)`, `(Acme, Globex, and now Initech)` say more of the matter itself.
    let is_figure = |at: usize| words.written(at).starts_with(|c: char| c.is_ascii_digit());
    let goes_on_and_on =
        || is_capital(words, end + 1) && words.is_mark(end + 2, ",") && words.is_any(end + 3, &["and"]);
    let is_matter = words.is_mark(end, ",")
        && !words.has(at, Class::Name)
        && (is_figure(end + 1) && due::time_end(words, end + 1).is_none() || goes_on_and_on());
    let last = end + usize::from(is_stopped);
    (followed && !is_matter && is_bare(words, at..end)).then_some(Note::Person(at..last))
}

/// Logins with `@`, one or more: `@tess @omar`, `@sam and I`.
pub(super) fn mentions(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    // `@Thu` is a day.
    let is_time = || words.has_any(at + 1, &[Class::Weekday, Class::Moment]);
    // `#me` of an outliner; other tags name subjects.
    let is_tag =
        || words.is_mark(at, "#") && (words.has(at + 1, Class::Name) || words.is_any(at + 1, &["me"]));
    if !(words.is_mark(at, "@") || is_tag())
        || !words.is_word(at + 1)
        || is_time()
        || !words.is_tight(at + 1)
        || at > 0 && words.is_tight(at) && words.is_word(at - 1)
    {
        return None;
    }
    let mut end = at + 2;
    loop {
        let next = past_and(words, end);
        if words.is_mark(next, "@") && words.is_word(next + 1) {
            end = next + 2;
        } else if next > end && !words.is_mark(end, ",") && is_person(words, &(next..next + 1)) {
            end = next + 1;
        } else {
            return Some(at + 1..end);
        }
    }
}
