//! The circumstances: when, with whom, under which condition, because of what.

use super::{Part, Slot};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::slot;
use crate::language::token::{Shape, Token};
use crate::language::{Hit, Signal};

/// The weight at which circumstances are told well enough.
const ENOUGH: u8 = 4;

/// Adds the clauses that tell circumstances, when they tell enough together.
pub(super) fn find(parse: &Parse<'_>, parts: &[Part], hits: &mut Vec<Hit>) {
    let weights: Vec<u8> =
        parse.clauses.iter().zip(parts).map(|(clause, part)| weight(parse, clause, *part)).collect();
    let told: usize = parse
        .clauses
        .iter()
        .zip(parts)
        .filter(|(clause, part)| !part.ask && !part.attempt && !clause.quoted)
        .map(|(clause, _)| parse.words(clause).iter().filter(|word| word.speaks()).count())
        .sum();
    let length = u8::try_from(told / 8).unwrap_or(4).min(4);
    let best = weights.iter().copied().max().unwrap_or(0);
    let total = weights.iter().fold(length, |sum, weight| sum.saturating_add(*weight));
    let (asked, wrong) = (parts.iter().any(|part| part.ask), parts.iter().any(|part| part.wrong));
    let settled = !asked
        && (parse.cues(Role::Settled).next().is_some() || parse.cues(Role::Announcement).next().is_some());
    // A topic that neither asks nor complains tells of circumstances only where it says so outright.
    if total < ENOUGH || !asked && !wrong && (settled || best < ENOUGH) {
        return;
    }
    for (clause, _) in parse.clauses.iter().zip(&weights).filter(|(_, weight)| **weight == best) {
        hits.push(parse.hit(Signal::Situation, clause.tokens.clone()));
    }
}

fn weight(parse: &Parse<'_>, clause: &Clause, part: Part) -> u8 {
    let denied = parse.cues_in(Role::NoProblem, clause.tokens.clone()).next().is_some();
    if clause.quoted || denied || part.slot == Some(Slot::Label) {
        return 0;
    }
    if part.slot == Some(Slot::Situation) {
        return if slot::is_empty(parse, clause) { 0 } else { ENOUGH };
    }
    let words = parse.words(clause);
    let told = clause.grammar.own && matches!(clause.grammar.tense, Tense::Past | Tense::Perfect);
    if part.ask {
        // "Why does it fail since we moved?"
        return if clause.lead == Lead::Moment && told { ENOUGH } else { 0 };
    }
    if part.attempt {
        return if fronted(words) { 3 } else { dated(words).saturating_sub(1) };
    }
    let topical = clause.label && words.first().is_some_and(|first| first.is(Class::Preposition));
    if topical || clause.lead == Lead::Condition && clause.hypothetical {
        return 0;
    }
    let hung = match clause.lead {
        Lead::Cause | Lead::Condition => 4,
        Lead::Moment if words.iter().any(|word| word.shape == Shape::Number) => 3,
        Lead::Moment => 4,
        Lead::Aside => 1,
        _ => 0,
    };
    let cues: u8 = parse.cues_in(Role::Situation, clause.tokens.clone()).map(|found| found.weight * 2).sum();
    let some: u8 = parse.cues_in(Role::Setting, clause.tokens.clone()).map(|found| found.weight).sum();
    let front = if fronted(words) && clause.grammar.verb.is_some() { 3 } else { 0 };
    hung + cues.min(4)
        + some.min(2)
        + dated(words).max(front)
        + placed(words)
        + background(clause, part, words)
}

/// What a plain statement adds that neither complains nor tells of an attempt.
fn background(clause: &Clause, part: Part, words: &[Token]) -> u8 {
    let own = matches!(clause.grammar.subject, Subject::Writer | Subject::Missing);
    let wished = own && matches!(clause.grammar.tense, Tense::Modal | Tense::Future | Tense::Bare);
    if clause.label
        || wished
        || clause.grammar.verb.is_none()
        || clause.grammar.subject == Subject::Missing
        || part.wrong
        || part.slot.is_some()
    {
        return 0;
    }
    let named = words.iter().any(|word| word.capital && !word.known);
    if named { 3 } else { 2 }
}

/// Whether the clause begins with where or when, before who does what: "For the Leeds visit I booked …".
fn fronted(words: &[Token]) -> bool {
    words.first().is_some_and(|first| first.is(Class::Preposition) && !first.is(Class::To))
}

/// A day or an event that the clause names.
fn dated(words: &[Token]) -> u8 {
    let day = Classes::of(&[Class::Weekday, Class::Month]);
    let near = Classes::of(&[Class::Preposition, Class::Moment]);
    let mut best = 0;
    for (at, word) in words.iter().enumerate() {
        let after = at > 0 && (words[at - 1].any(near) || words[at - 1].shape == Shape::Number);
        let done = at > 0 && words[at - 1].is(Class::Past);
        let counted = at > 0 && words[at - 1].shape == Shape::Number;
        let left = words.get(at + 1).is_some_and(|next| next.is(Class::Left));
        let weight = match () {
            () if word.any(day) && (after || at == 0 && words.len() <= 3) => 4,
            () if word.any(day) && done || is_ordinal(word) && at > 0 => 3,
            () if word.is(Class::Time) && counted && left => 3,
            () if is_hour(word) && after => 3,
            () if word.any(Classes::of(&[Class::Day, Class::Event])) => 2,
            () => 0,
        };
        best = best.max(weight);
    }
    best
}

/// `3am`, `17:30`: an hour of the day.
fn is_hour(word: &Token) -> bool {
    word.shape == Shape::Number && word.hour
}

/// `1st`, `8th`: a day of the month.
fn is_ordinal(word: &Token) -> bool {
    word.shape == Shape::Number && word.ordinal
}

/// Where or with whom: a preposition before an occasion, a person or a name.
fn placed(words: &[Token]) -> u8 {
    let near = |at: usize, found: &dyn Fn(&Token) -> bool| words[at + 1..].iter().take(4).any(found);
    let after = |found: &dyn Fn(&Token) -> bool| {
        (0..words.len())
            .any(|at| words[at].is(Class::Preposition) && !words[at].is(Class::Of) && near(at, found))
    };
    let named = |word: &Token| word.capital && !word.known;
    let with = (0..words.len()).any(|at| words[at].is(Class::With) && near(at, &named));
    let occasion = after(&|word| word.is(Class::Occasion));
    match () {
        () if occasion || with => 3,
        () if after(&named) => 2,
        () if after(&|word| word.is(Class::Person)) => 1,
        () => 0,
    }
}
