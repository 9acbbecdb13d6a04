//! Where no attempt is told after all: deeds that are taken back, refusals, plans; and where one may be told unseen.

use super::attempt::{NO_DEED, hangs, is_refused};
use super::{Part, Slot, is_denied};
use crate::language::class::Class;
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Found, Role, Roles};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::words;
use crate::language::{Hit, Signal, slot};

/// Takes back the deeds of a topic that tells of some, and neither asks nor complains: a report of work, unless it tells of
/// a remedy; says whether it did.
pub(super) fn withdraw(parse: &Parse<'_>, parts: &mut [Part]) -> bool {
    let troubled = parts.iter().any(|part| part.problem >= 3 || part.ask);
    let remedy = |clause: &Clause| {
        let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
        verb.is_some_and(|verb| verb.is(Class::Remedy)) || clause.says(Role::Remedy)
    };
    if troubled || parse.clauses.iter().any(remedy) {
        return false;
    }
    for part in parts {
        part.attempt = false;
    }
    true
}

/// Takes back deeds that stand before all complaints and that the writer regrets: "I gave them the key. It's gone. I
/// should have kept it."
pub(super) fn regret(parse: &Parse<'_>, parts: &mut [Part]) {
    let regrets = |clause: &Clause| {
        clause.grammar.subject == Subject::Writer && clause.grammar.tense == Tense::Missed && !clause.quoted
    };
    let Some(last) = parts.iter().rposition(|part| part.attempt) else { return };
    let (before, after) = parts.split_at_mut(last + 1);
    let complains = |part: &Part| part.problem >= 3;
    if before.iter().any(complains)
        || !after.iter().any(complains)
        || !parse.clauses[last + 1..].iter().any(regrets)
    {
        return;
    }
    for part in before {
        part.attempt = false;
    }
}

/// Takes back what was done on another matter: all that comes after the writer says to have done nothing ("I kept my
/// mouth shut and baked my bread"), but for what a "but" sets against it, and what is told by the way.
pub(super) fn set_aside(parse: &Parse<'_>, parts: &mut [Part]) {
    if !parse.roles.meets(Roles::of(&[Role::Inaction, Role::Elsewhere])) {
        return;
    }
    // "I said nothing at first" says that something was done then.
    let rests = |clause: &Clause| {
        clause.says(Role::Inaction) && clause.grammar.may_be_own() && !parse.says(clause, words!["first"])
    };
    let tries = |clause: &Clause| {
        let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
        clause.lead == Lead::Contrast
            || clause.says(Role::Attempt)
            || verb.is_some_and(|verb| verb.is(Class::Appeal) || verb.spells(words!["tried"]))
    };
    // "Separately, the list is done", but not "I met them separately".
    let turns = |clause: &Clause| {
        let opens = |found: &Found| found.end - found.start > 1 || found.start == clause.tokens.start;
        clause.says(Role::Elsewhere) && parse.cues_in(Role::Elsewhere, clause.tokens.clone()).any(opens)
    };
    let mut idle = false;
    let mut first = 0;
    for sentence in parse.sentences() {
        let elsewhere = sentence.iter().any(turns);
        for (clause, part) in sentence.iter().zip(&mut parts[first..]) {
            idle |= rests(clause) && !part.ask && !clause.quoted;
            if elsewhere || idle && !tries(clause) {
                part.attempt = false;
            }
        }
        first += sentence.len();
    }
}

/// Whether a topic may tell of a deed that was not recognised: where the writer appeals to somebody by the way, or, in a long
/// one, acts, or something was done.
pub(super) fn may_be_told(parse: &Parse<'_>, parts: &[Part]) -> bool {
    const LONG: usize = 100;
    let long = parse.clauses.iter().map(|clause| clause.words).sum::<usize>() >= LONG;
    let main = |clause: &Clause| matches!(clause.lead, Lead::Sentence | Lead::More | Lead::Contrast);
    let open = |(clause, part): (&Clause, &Part)| {
        main(clause)
            && may_act(parse, clause)
            && !(part.ask || clause.quoted)
            && !(is_denied(parse, clause) || is_refused(parse, clause) || hangs(parse, clause))
    };
    // "When I ask him for the keys, they come days later": an appeal told by the way, but not to do what.
    let appeals = |(clause, part): (&Clause, &Part)| {
        let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
        clause.lead == Lead::Moment
            && clause.grammar.subject == Subject::Writer
            && !(part.ask || clause.quoted || clause.grammar.negated)
            && verb.is_some_and(|verb| verb.is(Class::Appeal) && verb.is(Class::Base))
    };
    let parts = || parse.clauses.iter().zip(parts);
    long && parts().any(open) || parts().any(appeals)
}

/// "we vary the route", "the route was varied": what may be a deed of the writer's.
fn may_act(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let own = grammar.may_be_own();
    let Some(verb) = grammar.verb.and_then(|at| parse.tokens.get(at)) else { return false };
    let acts = || (verb.is(Class::Deed) || !verb.known) && !verb.any(NO_DEED);
    match grammar.tense {
        Tense::Passive => true,
        Tense::Past | Tense::Perfect | Tense::Present | Tense::Progressive => own && acts(),
        _ => false,
    }
}

/// Says where the writer, who tells of no attempt, tells that nothing was tried, or only planned.
pub(super) fn find(parse: &Parse<'_>, parts: &[Part], hits: &mut Vec<Hit>) {
    for (clause, part) in parse.clauses.iter().zip(parts) {
        let tokens = clause.tokens.clone();
        let refused = part.slot == Some(Slot::Attempt) && slot::is_empty(parse, clause);
        let said = !clause.quoted && !part.ask && clause.says(Role::Untried);
        if refused || said {
            hits.push(parse.hit(Signal::Untried, tokens.clone()));
        }
        let own = clause.grammar.may_be_own();
        if own && !part.ask && clause.grammar.tense == Tense::Future {
            hits.push(parse.hit(Signal::Plan, tokens));
        }
    }
}
