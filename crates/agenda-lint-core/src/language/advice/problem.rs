//! What is wrong, whoever suffers it.

use super::{Part, SURE, Slot};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::slot;
use crate::language::token::{Shape, Token};

/// Weighs each clause.
pub(super) fn find(parse: &Parse<'_>, parts: &mut [Part]) {
    for (clause, part) in parse.clauses.iter().zip(parts) {
        part.problem = if clause.label { 0 } else { weight(parse, clause, *part) };
    }
}

/// The weight that a clause needs in this topic.
///
/// Who asks, or has already done something, complains of something: a plain statement then says of what.
pub(super) fn needed(parts: &[Part], asked: bool, tried: bool) -> u8 {
    let weak: u8 = parts.iter().filter(|part| part.problem >= 1).count().try_into().unwrap_or(u8::MAX);
    let best = parts.iter().map(|part| part.problem).max().unwrap_or(0);
    let support = u8::from(asked) + u8::from(tried) + u8::from(weak > 1);
    if best + support >= SURE { best.max(1) } else { SURE }
}

fn weight(parse: &Parse<'_>, clause: &Clause, part: Part) -> u8 {
    if clause.quoted || parse.cues_in(Role::NoProblem, clause.tokens.clone()).next().is_some() {
        return 0;
    }
    if part.slot == Some(Slot::Problem) {
        return if slot::is_empty(parse, clause) { 0 } else { SURE };
    }
    let cues: u8 = parse.cues_in(Role::Problem, clause.tokens.clone()).map(|found| found.weight * 2).sum();
    if part.ask {
        let presumed = parse.cues_in(Role::ProblemAsked, clause.tokens.clone()).next().is_some();
        return if presumed || cues >= SURE { SURE } else { 0 };
    }
    let grammar = clause.grammar;
    let words = parse.words(clause);
    let mut weight = cues;
    weight += judged(words, clause);
    weight += figures(words);
    if part.attempt {
        return if cues >= SURE { SURE } else { 0 };
    }
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    if let Some(verb) = verb {
        weight += told_by_verb(verb, clause);
    }
    weight.min(SURE)
}

/// What the verb tells.
fn told_by_verb(verb: &Token, clause: &Clause) -> u8 {
    let grammar = clause.grammar;
    let present =
        matches!(grammar.tense, Tense::Present | Tense::Progressive | Tense::Perfect | Tense::Passive);
    let denied = match (grammar.negated, grammar.subject) {
        (true, Subject::Other) => SURE,
        (true, Subject::Writer | Subject::Missing) if !verb.is(Class::Thought) => 3,
        (true, _) => 1,
        _ => 0,
    };
    let fails = !grammar.negated && verb.any(Classes::of(&[Class::Fail, Class::Worsen]));
    let habit =
        present && grammar.subject == Subject::Other && !verb.is(Class::State) && clause.lead != Lead::Moment;
    denied + if fails { 3 } else { 0 } + if habit { 2 } else { 0 }
}

/// What words of judgement tell, when something is said to be so.
fn judged(words: &[Token], clause: &Clause) -> u8 {
    if clause.grammar.negated {
        return 0;
    }
    let said = clause.grammar.verb.is_some();
    let bad = words.iter().any(|word| word.is(Class::Bad));
    let poor = words.iter().any(|word| word.is(Class::Poor));
    let held = words.iter().any(|word| word.is(Class::Preposition));
    match (said, bad, poor) {
        (true, true, _) => SURE,
        (true, false, true) => 3,
        (false, true, _) if held || words.len() <= 1 => 3,
        (false, false, true) if held => 3,
        (false, true, _) => 1,
        _ => 0,
    }
}

/// What numbers tell: a trend, a part of a whole, a shortfall.
fn figures(words: &[Token]) -> u8 {
    let number = |word: &Token| word.shape == Shape::Number;
    let numbers = words.iter().filter(|word| number(word)).count();
    let trend = words.windows(2).any(|pair| pair[0].mark(b'>') && number(&pair[1]));
    if trend && numbers >= 2 { 3 } else { u8::from(numbers > 0) }
}
