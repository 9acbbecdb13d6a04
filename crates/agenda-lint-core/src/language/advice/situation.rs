//! The circumstances: when, with whom, under which condition, because of what.

use super::{Part, SURE, Slot};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
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
    let length = u8::try_from(told / 10).unwrap_or(3).min(3);
    let best = weights.iter().copied().max().unwrap_or(0);
    let total = weights.iter().fold(length, |sum, weight| sum.saturating_add(*weight));
    if best == 0 || total < ENOUGH {
        return;
    }
    for (clause, _) in parse.clauses.iter().zip(&weights).filter(|(_, weight)| **weight == best) {
        hits.push(parse.hit(Signal::Situation, clause.tokens.clone()));
    }
}

fn weight(parse: &Parse<'_>, clause: &Clause, part: Part) -> u8 {
    if clause.quoted || clause.label {
        return 0;
    }
    if part.slot == Some(Slot::Situation) {
        return if slot::is_empty(parse, clause) { 0 } else { ENOUGH };
    }
    if part.ask || part.attempt {
        return 0;
    }
    let words = parse.words(clause);
    let hung = match clause.lead {
        Lead::Cause | Lead::Condition => 4,
        Lead::Moment if words.iter().any(|word| word.shape == Shape::Number) => 3,
        Lead::Moment => 4,
        Lead::Aside => 1,
        _ => 0,
    };
    let cues: u8 = parse.cues_in(Role::Situation, clause.tokens.clone()).map(|found| found.weight * 2).sum();
    let background = clause.grammar.verb.is_some() && part.problem < SURE;
    hung + cues.min(4) + dated(words) + placed(words) + if background { 2 } else { 0 }
}

/// A day or an event that the clause names.
fn dated(words: &[Token]) -> u8 {
    let day = Classes::of(&[Class::Weekday, Class::Month, Class::Day]);
    let event = words.iter().any(|word| word.is(Class::Event));
    if words.iter().any(|word| word.any(day)) {
        3
    } else if event {
        2
    } else {
        0
    }
}

/// Where or with whom: a preposition before an occasion, a person or a name.
fn placed(words: &[Token]) -> u8 {
    let near = |at: usize, found: &dyn Fn(&Token) -> bool| words[at + 1..].iter().take(4).any(found);
    let after = |found: &dyn Fn(&Token) -> bool| {
        (0..words.len()).any(|at| words[at].is(Class::Preposition) && near(at, found))
    };
    let occasion = after(&|word| word.is(Class::Occasion));
    let person = after(&|word| word.is(Class::Person) || word.capital && !word.known);
    if occasion {
        3
    } else if person {
        2
    } else {
        0
    }
}
