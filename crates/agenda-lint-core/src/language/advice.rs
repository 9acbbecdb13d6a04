//! What an ask for advice should tell: its situation, its problem and what was tried.

use super::class::{Class, Classes};
use super::clause::{Clause, Lead};
use super::cue::Role;
use super::grammar::{Subject, Tense};
use super::parse::Parse;
use super::{Hit, Signal};

/// Finds the parts of an ask for advice.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    for clause in &parse.clauses {
        if is_attempt(parse, clause) {
            hits.push(parse.hit(Signal::Attempt, clause.tokens.clone()));
        }
        if is_problem(parse, clause) {
            hits.push(parse.hit(Signal::Problem, clause.tokens.clone()));
        }
        if is_situation(parse, clause) {
            hits.push(parse.hit(Signal::Situation, clause.tokens.clone()));
        }
    }
    for found in parse.cues(Role::Untried) {
        hits.push(parse.hit(Signal::Untried, found.start..found.end));
    }
}

/// Whether the writer tells of something done against the problem.
fn is_attempt(parse: &Parse<'_>, clause: &Clause) -> bool {
    if clause.quoted || clause.asks || parse.cues_in(Role::NoAttempt, clause.tokens.clone()).next().is_some()
    {
        return false;
    }
    if matches!(clause.lead, Lead::Cause | Lead::Condition | Lead::Moment | Lead::Relative) {
        return false;
    }
    if parse.cues_in(Role::Attempt, clause.tokens.clone()).next().is_some() {
        return true;
    }
    let grammar = clause.grammar;
    let own = matches!(grammar.subject, Subject::Writer | Subject::Missing);
    let Some(verb) = grammar.verb.and_then(|at| parse.tokens.get(at)) else { return false };
    own && !grammar.negated
        && matches!(grammar.tense, Tense::Past | Tense::Perfect)
        && verb.is(Class::Deed)
        && !verb.any(Classes::of(&[Class::State, Class::Thought, Class::Fail, Class::Worsen]))
}

/// Whether the clause says that something is wrong.
fn is_problem(parse: &Parse<'_>, clause: &Clause) -> bool {
    if clause.quoted || parse.cues_in(Role::NoProblem, clause.tokens.clone()).next().is_some() {
        return false;
    }
    let cued: u8 = parse.cues_in(Role::Problem, clause.tokens.clone()).map(|found| found.weight).sum();
    let grammar = clause.grammar;
    let others = grammar.subject == Subject::Other;
    let refuses = others && grammar.negated && !clause.asks;
    let words = parse.words(clause);
    let fails = grammar
        .verb
        .and_then(|at| parse.tokens.get(at))
        .is_some_and(|verb| verb.any(Classes::of(&[Class::Fail, Class::Worsen])) && !grammar.negated);
    let bad = grammar.verb.is_some() && words.iter().any(|word| word.is(Class::Bad)) && !grammar.negated;
    cued >= 2 || refuses || fails && !clause.asks || bad && !clause.asks
}

/// Whether the clause tells a circumstance.
fn is_situation(parse: &Parse<'_>, clause: &Clause) -> bool {
    if clause.quoted || clause.asks {
        return false;
    }
    matches!(clause.lead, Lead::Cause | Lead::Moment)
        || parse.cues_in(Role::Situation, clause.tokens.clone()).next().is_some()
        || parse
            .words(clause)
            .iter()
            .any(|word| word.any(Classes::of(&[Class::Weekday, Class::Month, Class::Event])))
}
