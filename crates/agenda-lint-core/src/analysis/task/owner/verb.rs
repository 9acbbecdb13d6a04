//! The verbs that tell what an owner does: an order, a third person, a past.

use std::ops::Range;

use super::person::{is_bare, is_capital, is_pair, is_person, is_sentence_opener, starts_lower};
use crate::analysis::task::class::{Class, is_gerund, is_past, third_person};
use crate::analysis::task::words::Words;

/// The verb in the third person or the past that tells of `owner`, who stands right before it.
pub(super) fn verb_of(words: &Words<'_>, owner: &Range<usize>) -> Option<usize> {
    let next = past_adverbs(words, owner.end);
    (is_bare(words, owner.clone()) && agrees(words, owner, next)).then_some(next)
}

/// `the cover letter, Bo check the spelling`: the order behind `owner`, who stands right before it.
pub(super) fn order_to(words: &Words<'_>, owner: &Range<usize>) -> Option<usize> {
    let next = owner.end;
    let is_sure = is_bare(words, owner.clone()) && !words.has(owner.start, Class::Topic);
    let is_verb = words.has(next, Class::Verb) && starts_lower(words, next);
    let is_own = words.written(owner.start) == "I";
    (is_sure && is_verb && (is_own || has_object(words, next + 1))).then_some(next)
}

/// `Omar somehow gets it done`
pub(super) fn past_adverbs(words: &Words<'_>, mut at: usize) -> usize {
    let is_adverb = |at: usize| {
        words.is_any(at, &["somehow", "also", "then", "now", "just", "only", "still"])
            || words.lower(at).ends_with("ly") && starts_lower(words, at) && !words.is_verb(at)
    };
    while is_adverb(at) && starts_lower(words, at + 1) {
        at += 1;
    }
    at
}

/// `TODO Ines label the samples`, `Ana & Bo get going`: a base form that tells what `owner` does.
pub(super) fn orders(words: &Words<'_>, owner: &Range<usize>, next: usize) -> bool {
    let is_several = owner.clone().any(|at| words.is_mark(at, "&+") || words.is_any(at, &["and"]));
    // `will call Ana`
    if words.has(owner.start, Class::Auxiliary) && !is_capital(words, owner.start) {
        return false;
    }
    let is_verb = words.has(next, Class::Verb) && !words.has(next, Class::Topic);
    let known = || words.has_any(owner.start, &[Class::Name, Class::Role]);
    if is_several {
        return is_verb && words.is_word(next + 1)
            || words.is_verb(next) && !words.has(next, Class::Topic)
            || starts_lower(words, next) && !is_small(words, next) && has_object(words, next + 1);
    }
    // `Fridge check before the audit` names no Fridge, but `Kip ask about it` a Kip.
    let is_no_noun = || {
        words.is_any(
            next,
            &["ask", "send", "tell", "bring", "get", "find", "make", "give", "write", "speak", "choose"],
        )
    };
    let is_noun = || is_linked(words, next + 1) && !known() && !is_no_noun();
    is_verb && words.is_word(next + 1) && !is_noun()
}

/// `Ana drafts it`, `Ana sent it`: whether the verb at `next` has `owner` for its subject.
pub(super) fn agrees(words: &Words<'_>, owner: &Range<usize>, next: usize) -> bool {
    // `my manager signs it`, `everyone brings a dish`
    let has_article = words.is_any(owner.start, &["the", "our", "my"]);
    // `will covers the desk`: a name that is an auxiliary as well needs its capital.
    let is_name =
        words.has(owner.start, Class::Name) && !words.has_any(owner.start, &[Class::Auxiliary, Class::Verb]);
    let is_known = (is_name || words.has(owner.start, Class::Role)) && has_object(words, next + 1);
    let is_sure = is_person(words, owner)
        && (is_capital(words, owner.start) || has_article || is_known)
        && !is_sentence_opener(words, owner);
    if !is_sure || !starts_lower(words, next) {
        return false;
    }
    let verb = words.lower(next);
    let is_named = words.has(owner.start, Class::Name);
    // `Venue booked for May` and `Sales figures for the board` name nobody.
    let goes_on = words.is_word(next + 1) && !is_linked(words, next + 1);
    let is_noun = || (has_article || words.has(owner.start, Class::Topic)) && !goes_on;
    let is_unknown = || {
        let ends = verb.ends_with('s') && !verb.ends_with("ss") || verb.ends_with("ed");
        let is_word = verb.len() > 3 && verb.bytes().all(|byte| byte.is_ascii_alphabetic());
        ends && is_word
            && !is_small(words, next)
            && has_object(words, next + 1)
            && !words.has(owner.start, Class::Topic)
    };
    if is_past(words.lower(owner.start)) {
        return false;
    }
    // `Ana does the float`, `Ana counting the float`
    let is_busy =
        || matches!(verb, "does" | "did") || is_gerund(verb) && !words.has(owner.start, Class::Topic);
    is_busy() && has_object(words, next + 1)
        || third_person(verb).is_some() && !is_noun()
        || is_past(verb) && (is_named || goes_on)
        || is_unknown()
}

/// `KD desk and chair for the trainee by Friday`: whether two capitals that are no word open an action with a time.
pub(super) fn are_initials(words: &Words<'_>, owner: &Range<usize>) -> bool {
    // The fewest words that such an action has behind them, its time among them.
    const LEAST: usize = 4;
    let (first, next) = (owner.start, owner.end);
    let is_plain = || starts_lower(words, next) && !is_small(words, next) && !words.has(next, Class::Lead);
    words.hold_any(&[Class::Timely])
        && owner.len() == 1
        && is_pair(words, first)
        && is_plain()
        && words.len() > next + LEAST
}

/// Whether a preposition stands at `at`, which a noun may have before it as well as a verb.
fn is_linked(words: &Words<'_>, at: usize) -> bool {
    words.has_any(at, &[Class::Preposition, Class::Lead]) && !has_object(words, at)
}

fn is_small(words: &Words<'_>, at: usize) -> bool {
    words.has_any(at, &[Class::Function, Class::Preposition, Class::Auxiliary])
}

/// Whether what stands at `at` is the object of the verb before it.
fn has_object(words: &Words<'_>, at: usize) -> bool {
    const OBJECTS: [&str; 13] =
        ["the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "it", "them", "both"];
    words.is_any(at, &OBJECTS)
}
