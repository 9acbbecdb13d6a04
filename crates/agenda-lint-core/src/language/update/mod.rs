//! What an update should tell: its outcome, its risks and what is done about them, its blockers.

mod ability;
mod blocker;
mod bound;
mod danger;
mod earlier;
mod effect;
mod effort;
mod habit;
mod harmless;
mod hinge;
mod ill;
mod labels;
mod matter;
mod measure;
mod mitigation;
mod news;
mod odds;
mod outcome;
mod over;
mod overcome;
mod risk;
mod share;
#[cfg(test)]
mod tests;
mod trouble;

use std::ops::Range;

use super::class::{Class, Classes};
use super::clause::Clause;
use super::cue::{Found, Role};
use super::parse::Parse;
use super::spans::Spans;
use super::trend::{self, Trend};
use super::{Hit, Signal, SignalSet};
use odds::Odds;

pub(super) use danger::is_named as names_danger;

/// What one is glad to be without.
const UNWANTED: Classes =
    Classes::of(&[Class::Burden, Class::Mishap, Class::Trouble, Class::Bad, Class::Grim, Class::Harm]);

/// A sentence of an update, with what moved in it.
struct Sentence<'p> {
    clauses: &'p [Clause],
    /// Its tokens.
    tokens: Range<usize>,
    /// What went up or down.
    trends: &'p [Trend],
}

/// Finds the parts; `hits` holds the asks already. Gives back the parts that may be told, or that nobody may miss, though
/// they were not found, or were found in words that speak against them.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) -> SignalSet {
    let outright = read(parse, hits);
    let odds = Odds::of(parse);
    let mut doubts = odds.take_away(parse, outright, hits);
    let named = labels::find(parse, hits);
    let in_doubt = named.more && !outright;
    let outright = outright || named.risk;
    mitigation::find(parse, hits);
    let found = hits.len();
    doubts = doubts.with(odds.add(parse, hits));
    // What is done about a trouble that only words speak for was not looked for yet.
    if hits.len() > found && hits.iter().all(|hit| hit.signal != Signal::Mitigation) {
        mitigation::find(parse, hits);
    }
    let feared = hits.iter().any(|hit| hit.signal == Signal::Risk);
    if feared && (!outright || mitigation::ends_something(parse)) {
        doubts.add(Signal::Mitigation);
    }
    if in_doubt || goes_on_at_length(parse, hits) {
        doubts.add(Signal::Mitigation);
        doubts.add(Signal::Ask);
    }
    doubts
}

/// Whether a long report goes on behind its trouble: what is done about it may be told in words that nobody lists.
fn goes_on_at_length(parse: &Parse<'_>, hits: &[Hit]) -> bool {
    const LONG: usize = 40;
    const MORE: usize = 15;
    let troubles = Spans::of(hits, &[Signal::Risk, Signal::Blocker]);
    let words =
        |from: usize| parse.tokens.iter().filter(|token| token.start >= from && token.speaks()).count();
    parse.tokens.len() > LONG && troubles.start().is_some_and(|start| words(0) > LONG && words(start) >= MORE)
}

/// Finds the parts but for what is done about them, by phrases and grammar; tells whether a danger is named outright.
fn read(parse: &Parse<'_>, hits: &mut Vec<Hit>) -> bool {
    let mut trends = Vec::new();
    let mut blocked = Vec::new();
    for clauses in parse.sentences() {
        if blocker::find(parse, clauses, hits) {
            blocked.push(clauses[0].sentence);
        }
    }
    let mut outright = false;
    for clauses in parse.sentences() {
        let tokens = clauses[0].tokens.start..clauses[clauses.len() - 1].tokens.end;
        trends.clear();
        if clauses.iter().any(|clause| clause.classes.meets(trend::TELLING)) {
            trend::find(parse, &tokens, &mut trends);
        }
        let sentence = Sentence { clauses, tokens, trends: &trends };
        let good = outcome::find(parse, &sentence, hits);
        let distance = blocked.iter().map(|other| other.abs_diff(clauses[0].sentence)).min();
        outright |= risk::find(parse, &sentence, distance, good, hits);
    }
    outright
}

/// The sum of the weights of a role's cues in a clause.
fn weight(parse: &Parse<'_>, role: Role, clause: &Clause) -> u8 {
    if !clause.roles.has(role) {
        return 0;
    }
    parse.cues_in(role, clause.tokens.clone()).map(|found| found.weight).sum()
}

/// Whether a cue of the other side says more than this one: "went down well" than "went down". Of two that say as much
/// the first one counts, and a name always: "late shift".
fn is_outdone(parse: &Parse<'_>, clause: &Clause, found: &Found, by: &[Role]) -> bool {
    let length = |found: &Found| found.end - found.start;
    by.iter().filter(|role| clause.roles.has(**role)).any(|role| {
        parse.cues_in(*role, clause.tokens.clone()).any(|other| {
            let longer = length(other) > length(found);
            let first = length(other) == length(found) && other.start < found.start;
            other.start < found.end
                && found.start < other.end
                && (longer || first || *role == Role::NoRisk && other.weight == NAME)
        })
    })
}

/// The weight of a cue that takes back what it covers, and no more: "late shift".
const NAME: u8 = 1;

impl Sentence<'_> {
    /// Whether a cue of a role stands in the sentence that is more than a name.
    fn says(&self, parse: &Parse<'_>, role: Role) -> bool {
        parse.roles.has(role)
            && self.clauses.iter().any(|clause| clause.roles.has(role))
            && parse.cues_in(role, self.tokens.clone()).any(|found| found.weight > NAME)
    }

    /// The sum of the weights of a role's cues in the sentence.
    fn weight(&self, parse: &Parse<'_>, role: Role) -> u8 {
        self.clauses.iter().map(|clause| weight(parse, role, clause)).sum()
    }
}
