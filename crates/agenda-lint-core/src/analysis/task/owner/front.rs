//! Owners that an action opens with: before a mark, as the subject of a verb, or asked to do it.

use std::ops::Range;

use super::Found;
use super::behind::{Note, mentions, note};
use super::person::{
    is_bare, is_capital, is_given_name, is_loose, is_person, is_sentence_opener, past_joint, people,
    starts_lower,
};
use super::role::heads_role;
use super::verb::{agrees, are_initials, orders, past_adverbs};
use crate::analysis::task::class::{Class, is_gerund, is_past};
use crate::analysis::task::due;
use crate::analysis::task::words::Words;

/// Words that make what stands before them somebody who will act.
const PREDICATES: [&str; 19] = [
    "will",
    "gonna",
    "'ll",
    "should",
    "must",
    "shall",
    "can",
    "could",
    "may",
    "please",
    "pls",
    "plz",
    "needs",
    "is",
    "has",
    "agreed",
    "promised",
    "volunteered",
    "offered",
];

/// The owner that the action opens with.
pub(super) fn front(words: &Words<'_>, at: usize) -> Found {
    let at = past_filler(words, at);
    let none = || Found { lead: at, ..Found::default() };
    if let Some(owner) = mentions(words, at) {
        let lead = past_joint(words, owner.end);
        return Found { owner: Some(owner), lead, tail: None };
    }
    if words.is_mark(at, "[({")
        && let Some(close) = words.closing(at)
    {
        let lead = past_joint(words, close + 1);
        return match note(words, at + 1..close) {
            Some(Note::Person(owner)) => Found { owner: Some(owner), lead, tail: None },
            Some(Note::Nobody) => Found { lead, ..Found::default() },
            None => none(),
        };
    }
    if let Some(asked) = asked(words, at) {
        return asked;
    }
    let Some(end) = people(words, at) else { return none() };
    let mut owner = at..end;
    // `Ana T. counts the float`
    let is_initial = end > at + 1 && words.written(end - 1).len() == 1 && words.is_mark(end, ".");
    let mut next = end + usize::from(is_initial);
    if words.is_mark(next, "(")
        && let Some(close) = words.closing(next)
        && people(words, next + 1) == Some(close)
    {
        next = close + 1;
        owner.end = next;
    }
    // `Kofi (17 June) – book the coach`, `Kofi (with Lou): book it`
    while words.is_mark(next, "([")
        && let Some(close) = words.closing(next)
        && (due::time_end(words, next + 1) == Some(close) || words.is_any(next + 1, &["w/", "with"]))
    {
        next = close + 1;
    }
    // `Ana, Friday: send it`
    if words.is_mark(next, ",@")
        && let Some(time) = due::time_end(words, next + 1).filter(|&end| words.is_mark(end, ":–—-|>→"))
    {
        next = time;
    }
    match predicate(words, &owner, next) {
        Some(lead) => Found { owner: Some(owner).filter(|_| !is_nobody(words, at)), lead, tail: None },
        None => none(),
    }
}

/// `so I'm going to ring them`, `ok, me to ring them`: a word that says nothing before who acts.
fn past_filler(words: &Words<'_>, at: usize) -> usize {
    if !words.is_any(at, &["so", "ok", "okay", "right", "well", "and", "yes", "yep", "then", "also", "but"]) {
        return at;
    }
    let next = at + 1 + usize::from(words.is_mark(at + 1, ",–—-"));
    if words.is_any(next, &["i", "me", "you"]) { next } else { at }
}

/// Whether what follows `owner` makes it the owner: a mark, an auxiliary, a verb that agrees with
/// it. Returns the token at which the action begins.
fn predicate(words: &Words<'_>, owner: &Range<usize>, next: usize) -> Option<usize> {
    let first = words.lower(owner.start);
    if words.is_mark(next, "!") && first == "me" {
        return Some(next);
    }
    // `thermal?` asks for nobody.
    let is_sure = is_capital(words, owner.start) || words.has(owner.start, Class::Name);
    if words.is_mark(next, "?") && !(is_sure && next + 1 < words.len()) {
        return None;
    }
    if words.is_mark(next, ":?→➜>=|⇒") || words.is_mark(next, "–—") || is_loose(words, next, "-/") {
        return is_owner_label(words, owner, next).then(|| past_joint(words, next));
    }
    if words.is_mark(next, ",")
        && words.is_any(next + 1, &["please", "pls", "plz", "can", "could", "would", "you"])
    {
        return is_owner_label(words, owner, next).then_some(next + 1);
    }
    // `Bo, show the trainees round`
    if words.is_mark(next, ",") && words.has(owner.start, Class::Name) && owner.len() == 1 {
        return words.is_verb(next + 1).then_some(next + 1);
    }
    if matches!(first, "i" | "you" | "we" | "let's") {
        return words.is_word(next).then_some(next);
    }
    if words.is_any(next, &["to"]) {
        // `Budget to be agreed`, `Piano to be tuned`
        let is_done_to = words.is_any(next + 1, &["be"]) && !words.has(owner.start, Class::Name);
        if is_done_to
            && (is_sentence_opener(words, owner)
                || (is_past(words.lower(next + 2)) || words.lower(next + 2).ends_with("ed")))
        {
            return None;
        }
        let known = words.is_verb(next + 1) || words.is_any(next + 1, &["do"]);
        let plain =
            words.is_word(next + 1) && !words.has(next + 1, Class::Function) && starts_lower(words, next + 1);
        return (known || plain && is_capital(words, owner.start)).then_some(next + 1);
    }
    let has_need = words.is_any(next, &["needs"]) && !words.is_any(next + 1, &["to"]);
    // `Ana said she'd ring`
    let says = words.is_any(next, &["said", "says"]) && words.is_any(next + 1, &["he", "she", "they"]);
    if says || words.is_any(next, &PREDICATES) && !has_need {
        // `will have a look`
        let is_light =
            |at: usize| words.is_any(at, &["have"]) && words.is_any(at + 1, &["a", "an", "another"]);
        let is_auxiliary =
            |at: usize| words.has(at, Class::Auxiliary) || words.is_any(at, &["promised", "agreed", "to"]);
        let verb = (next + 1..words.len()).find(|&at| !is_auxiliary(at) || is_light(at));
        let lead = verb.unwrap_or(words.len());
        let is_busy =
            words.is_any(next, &["is"]) && is_gerund(words.lower(lead)) && is_bare(words, owner.clone());
        let is_copula = words.is_any(next, &["is", "has"]) && lead == next + 1 && !is_busy;
        return (!is_copula && is_person(words, owner)).then_some(lead);
    }
    let is_timed = due::time_end(words, next).is_some_and(|end| words.is_mark(end, ":–—-"));
    if is_timed && is_bare(words, owner.clone()) {
        return Some(next);
    }
    let next = past_adverbs(words, next);
    let is_order = orders(words, owner, next) && is_bare(words, owner.clone()) || are_initials(words, owner);
    (is_order || agrees(words, owner, next)).then_some(next)
}

fn is_nobody(words: &Words<'_>, at: usize) -> bool {
    words.is_any(at, &["we", "let's", "someone", "somebody", "tbd"])
}

/// `could Oksana please decide`, `can you forward it`: who is asked.
fn asked(words: &Words<'_>, at: usize) -> Option<Found> {
    if !words.is_any(at, &["can", "could", "would"]) || matches!(words.written(at + 1), "I" | "i" | "it") {
        return None;
    }
    let end = people(words, at + 1)?;
    let mut next = end;
    while words.is_any(next, &["please", "pls", "plz", "kindly", "also"]) {
        next += 1;
    }
    // `could finance approve it`
    let is_role =
        (at + 1..end).all(|at| words.has(at, Class::Role) || words.is_any(at, &["the", "our", "my"]));
    let is_known = is_role && words.is_verb(next) || is_bare(words, at + 1..end);
    let acts = words.is_verb(next) || starts_lower(words, next) && !words.has(next, Class::Function);
    let owner = Some(at + 1..end).filter(|_| !is_nobody(words, at + 1));
    (is_known && acts).then_some(Found { owner, lead: next, tail: None })
}

/// Whether a label before a mark names people: `Lena:` and `kit -` do, `Pricing:` and `docs -` do not.
fn is_owner_label(words: &Words<'_>, owner: &Range<usize>, next: usize) -> bool {
    let known = |at: usize| words.has(at, Class::Role) || words.has(at, Class::Name);
    // `gradients: ask the brand people`
    let is_plural = |at: usize| starts_lower(words, at) && words.lower(at).ends_with('s');
    let sure = owner.clone().all(|at| {
        !words.is_word(at)
            || known(at)
            || is_given_name(words, at) && !is_plural(at)
            || heads_role(words.lower(at + 1))
            || words.is_any(at, &["and", "und", "et", "the"])
            || at > owner.start && is_capital(words, at) && words.has(at, Class::Function)
    });
    // Departments own what follows when that is something to do, and name a subject when it is not.
    let subject = owner.len() == 1 && words.has(owner.start, Class::Topic);
    let orders = words.is_verb(past_joint(words, next));
    sure && (!subject || orders && words.has(owner.start, Class::Role))
}
