//! Owners that stand behind an action: in brackets, after an arrow, or as a mention.

use std::ops::Range;

use super::is_tag;
use super::person::{is_at_end, is_bare_owner, is_capital, is_loose, is_person, past_and, people};
use crate::analysis::task::class::Class;
use crate::analysis::task::due;
use crate::analysis::task::words::Words;

/// An owner in a note behind the action: `(Kate, Friday)`, `→ Kate`, `— Kate`, `- Kate`.
pub(super) fn behind(words: &Words<'_>, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    if !words.hold_any(&[Class::Mark, Class::Wish]) {
        return None;
    }
    let is_request = words.is_any(from, &["can", "could", "would", "please", "pls"]);
    for at in from.max(1)..words.len() {
        if words.is_mark(at, "([")
            && let Some(close) = words.closing(at)
            && let Some(Note::Person(owner)) = note(words, at + 1..close)
        {
            return Some((owner, at..close + 1));
        }
        // `I'd like Mirja to run the demo`
        let wished = words.has(at - 1, Class::Wish);
        if wished
            && let Some(end) = people(words, at)
            && words.is_any(end, &["to"])
            && (at..end).all(|at| !words.is_word(at) || is_bare_owner(words, at))
        {
            return Some((at..end, at..end + 1));
        }
        if words.is_word(at) {
            continue;
        }
        let arrow = words.is_mark(at, "→➜⇒|") || words.is_mark(at, ">") && words.is_tight(at);
        let dash = words.is_mark(at, "–—:") || is_loose(words, at, "-/");
        let next = at + 1 + usize::from(words.is_mark(at + 1, "@"));
        if !arrow && !dash && !words.is_mark(at, ",;") {
            continue;
        }
        let Some(end) = people(words, next) else { continue };
        let bare = (next..end).all(|at| !words.is_word(at) || is_bare_owner(words, at));
        let goes_on = words.is_any(end, &["to", "will", "'ll"]) && words.is_word(end + 1);
        if bare && (goes_on || words.is_mark(at, ",") && is_request && is_at_end(words, end)) {
            return Some((next..end, next..end + usize::from(goes_on)));
        }
        if (arrow || dash)
            && bare
            && (is_at_end(words, end)
                || words.is_mark(end, ",|–—/-(") && due::time_end(words, end + 1).is_some()
                || words.is_mark(end, "|")
                || arrow && due::time_end(words, end).is_some())
        {
            return Some((next..end, at..end));
        }
    }
    None
}

/// What a bracket says of the owner.
pub(super) enum Note {
    Person(Range<usize>),
    Nobody,
}

/// What a bracket's content says of the owner; None where it is about something else.
pub(super) fn note(words: &Words<'_>, inside: Range<usize>) -> Option<Note> {
    let mut at = inside.start;
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
    let followed = end == inside.end || words.is_mark(end, ",;:/–—-") || due::time_end(words, end).is_some();
    let named = (at..end).all(|at| !words.is_word(at) || is_bare_owner(words, at));
    (followed && named).then_some(Note::Person(at..end))
}

/// Logins with `@`, one or more: `@tess @omar`, `@sam and I`.
pub(super) fn mentions(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    if !words.is_mark(at, "@")
        || !words.is_word(at + 1)
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
