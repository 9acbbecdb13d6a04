//! What an update should tell: its outcome, its risks and what is done about them, its blockers.

mod blocker;
mod mitigation;
mod outcome;
mod risk;

use std::ops::Range;

use super::clause::Clause;
use super::cue::{Role, Roles};
use super::parse::Parse;
use super::trend::{self, Trend};
use super::{Hit, Signal};

/// The cues that tell the parts.
pub(super) const ROLES: Roles = Roles::of(&[
    Role::Outcome,
    Role::NoOutcome,
    Role::Gained,
    Role::Risk,
    Role::RiskStatus,
    Role::NoRisk,
    Role::Mitigation,
    Role::Blocker,
    Role::NoBlocker,
]);

/// A sentence of an update, with what moved in it.
struct Sentence {
    /// Its clauses: a range of the parse's.
    clauses: Range<usize>,
    /// Its tokens.
    tokens: Range<usize>,
    /// What went up or down.
    trends: Vec<Trend>,
}

/// Finds the parts; `hits` holds the asks already.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    let sentences = sentences(parse);
    blocker::find(parse, hits);
    outcome::find(parse, &sentences, hits);
    risk::find(parse, &sentences, hits);
    mitigation::find(parse, hits);
}

/// The sentences of an update; a label and what it names are one.
fn sentences(parse: &Parse<'_>) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    let mut first = 0;
    for group in parse.clauses.chunk_by(|one, other| one.sentence == other.sentence) {
        let clauses = first..first + group.len();
        first = clauses.end;
        let tokens = group[0].tokens.start..group[group.len() - 1].tokens.end;
        let moves = group.iter().any(|clause| clause.classes.meets(trend::TELLING));
        let trends = if moves { trend::trends(parse, tokens.clone()) } else { Vec::new() };
        found.push(Sentence { clauses, tokens, trends });
    }
    found
}

/// The sum of the weights of a role's cues in a clause.
fn weight(parse: &Parse<'_>, role: Role, clause: &Clause) -> u8 {
    if !clause.roles.has(role) {
        return 0;
    }
    parse.cues_in(role, clause.tokens.clone()).map(|found| found.weight).sum()
}

impl Sentence {
    /// The sum of the weights of a role's cues in the sentence.
    fn weight(&self, parse: &Parse<'_>, role: Role) -> u8 {
        parse.clauses[self.clauses.clone()].iter().map(|clause| weight(parse, role, clause)).sum()
    }
}

/// Whether a signal was already found in these bytes.
fn overlaps(hits: &[Hit], signal: Signal, bytes: &Range<usize>) -> bool {
    hits.iter().any(|hit| hit.signal == signal && hit.range.start < bytes.end && bytes.start < hit.range.end)
}
