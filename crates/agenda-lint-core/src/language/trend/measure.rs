//! What is measured: the noun that goes up or down.

use std::ops::Range;

use super::UP_OR_DOWN;
use crate::language::class::{Class, Classes};
use crate::language::grammar::Subject;
use crate::language::parse::Parse;
use crate::language::token::{Shape, Token};

/// The nearest measure before `at`, in the same sentence.
pub(super) fn measure(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let from = subject(parse, at).max(sentence.start).max(at.saturating_sub(9));
    let stands = |at: &usize| {
        // "returns processed same-day": the share is not of returns.
        let next = parse.tokens.get(at + 1);
        let handled = next.is_some_and(|next| next.is(Class::Participle) && !next.any(UP_OR_DOWN));
        is_measure(&parse.tokens[*at]) && !handled && !next.is_some_and(heads) && !is_done(parse, *at)
    };
    let before = || (from..at).rev();
    before()
        .find(stands)
        .or_else(|| before().find(|at| is_faulty(&parse.tokens[*at])))
        .or_else(|| before().find(|at| parse.tokens[*at].is(Class::Metric)))
}

/// "every time we load more": what one does, and no load.
fn is_done(parse: &Parse<'_>, at: usize) -> bool {
    let who = Classes::of(&[Class::I, Class::Nominative]);
    parse.tokens[at].is(Class::Base) && at.checked_sub(1).is_some_and(|before| parse.tokens[before].any(who))
}

/// Where the clause of a word begins, if it has a noun of its own to speak of: "the sprint slipped, QA was down" says
/// that of no sprint. 0 where it goes on with what stands before.
fn subject(parse: &Parse<'_>, at: usize) -> usize {
    let index = parse.clauses.partition_point(|clause| clause.tokens.end <= at);
    let Some(clause) = parse.clauses.get(index) else { return 0 };
    let first = &parse.tokens[clause.tokens.start];
    let noun = clause.grammar.own && clause.grammar.subject == Subject::Other && !first.is(Class::Pronoun);
    let told = clause.grammar.verb.is_some_and(|verb| clause.tokens.start < verb && verb <= at);
    if noun && told && !first.is(Class::And) { clause.tokens.start } else { 0 }
}

/// "flaky tests", "missed doses": what is faulty is counted, and one wants less of it.
pub(super) fn is_faulty(token: &Token) -> bool {
    const FAULTS: Classes = Classes::of(&[Class::Bad, Class::Mishap, Class::Trouble, Class::Grim]);
    const HARMS: Classes = Classes::of(&[Class::Harm, Class::Fail]);
    !token.is(Class::Gain)
        && (token.any(FAULTS) || token.any(HARMS) && token.any(Classes::of(&[Class::Participle, Class::Ing])))
}

/// The nearest measure after `at`, within its phrase.
pub(super) fn measure_after(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    (at + 1..sentence.end.min(at + 5))
        .take_while(|at| {
            let token = &parse.tokens[*at];
            token.shape == Shape::Word && !token.any(Classes::of(&[Class::Preposition, Class::To]))
        })
        .find(|at| is_measure(&parse.tokens[*at]))
}

/// Whether a word can be the noun that a measure before it describes: the `bill` of `energy bill`.
fn heads(next: &Token) -> bool {
    let other = Classes::of(&[
        Class::Preposition,
        Class::Past,
        Class::Third,
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::Adverb,
        Class::Rise,
        Class::Sink,
        Class::Determiner,
        Class::To,
        Class::Particle,
        Class::And,
        Class::But,
        Class::Moment,
        Class::Not,
        Class::Better,
        Class::Worse,
        Class::Pronoun,
        Class::Metric,
        Class::Cause,
        Class::Question,
        Class::Participle,
    ]);
    next.shape == Shape::Word && !next.any(other)
}

pub(super) fn is_measure(token: &Token) -> bool {
    token.any(Classes::of(&[Class::Gain, Class::Burden]))
}
