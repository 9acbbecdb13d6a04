//! Questions and requests put to the reader.

use std::ops::Range;

use super::class::{Class, Classes};
use super::clause::{Clause, Lead};
use super::cue::{Found, Role, Roles};
use super::parse::Parse;
use super::{Hit, Signal};

/// Finds the asks, and which of them name nothing to answer.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    for sentence in parse.clauses.chunk_by(|one, other| one.sentence == other.sentence) {
        judge(parse, sentence, hits);
    }
}

/// Judges one sentence; what stands before the question in it is no part of the ask.
fn judge(parse: &Parse<'_>, sentence: &[Clause], hits: &mut Vec<Hit>) {
    let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { return };
    if first.quoted || last.quoted {
        return;
    }
    let told = sentence.iter().fold(Roles::default(), |all, clause| all.with(clause.roles));
    let cued = [Role::Ask, Role::AskOpening, Role::Unsure].iter().any(|role| told.has(*role));
    if !first.asks && !cued {
        return;
    }
    let whole = first.tokens.start..last.tokens.end;
    let opening = sentence.iter().find(|clause| opens_ask(parse, clause));
    let wonders = parse.cues_in(Role::Unsure, whole.clone()).next().is_some();
    let said = wonders && parse.tokens[whole.clone()].iter().any(|token| token.is(Class::You))
        || sentence.iter().any(|clause| {
            clause.says(Role::Ask)
                && parse
                    .cues_in(Role::Ask, clause.tokens.clone())
                    .any(|found| is_request(parse, found.start, &clause.tokens))
        });
    if !first.asks && opening.is_none() && !said {
        return;
    }
    // "It got longer, suggestions?"
    let tag = sentence.len() > 1 && last.words <= 3 && first.grammar.own;
    let otherwise = if tag { last.tokens.start } else { whole.start };
    let range = opening.map_or(otherwise, |clause| clause.tokens.start)..whole.end;
    hits.push(parse.hit(Signal::Ask, range.clone()));
    if told.has(Role::VagueAsk)
        && parse.cues_in(Role::VagueAsk, range.clone()).next().is_some()
        && !names_something(parse, &range)
    {
        hits.push(parse.hit(Signal::VagueAsk, range));
    }
}

/// Whether a question or request begins with this clause.
fn opens_ask(parse: &Parse<'_>, clause: &Clause) -> bool {
    let start =
        clause.tokens.clone().find(|at| parse.tokens[*at].speaks() && !parse.tokens[*at].is(Class::And));
    let Some(start) =
        start.filter(|start| !parse.tokens[*start].quoted && !parse.tokens[*start].is(Class::Not))
    else {
        return false;
    };
    let hangs = matches!(clause.lead, Lead::Moment | Lead::Condition) && !clause.asks;
    // "Help?" asks; "Help desk phones" does not.
    let short = clause.words <= 2;
    let opens = |found: &Found| short || found.end > found.start + 1;
    clause.lead != Lead::Relative
        && !hangs
        && (parse.cues_in(Role::Ask, start..start + 2).next().is_some()
            || parse.cues_in(Role::AskOpening, start..start + 1).any(opens))
}

/// Whether the cue at `start` stands where a request does, and not inside a report of one.
fn is_request(parse: &Parse<'_>, start: usize, sentence: &Range<usize>) -> bool {
    // "From May we share the floor": a month, no question.
    let name = parse.tokens[start].capital && start > sentence.start;
    let denied = start > sentence.start && parse.tokens[start - 1].is(Class::Not);
    !name
        && !denied
        && !parse.tokens[start].quoted
        && (sentence.start..start).all(|at| !parse.tokens[at].any(Classes::of(&[Class::Past])))
}

/// Whether a sentence names a decision, a person or a thing to say yes or no to, besides "can we talk".
fn names_something(parse: &Parse<'_>, range: &Range<usize>) -> bool {
    parse.cues_in(Role::Decision, range.clone()).any(|decision| {
        !parse.cues_in(Role::VagueAsk, range.clone()).any(|vague| vague.start == decision.start)
    })
}
