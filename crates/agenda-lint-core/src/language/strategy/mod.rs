//! What a strategy topic should tell: its proposal, evidence and size.

mod contrast;
mod course;
mod evidence;
mod habit;
mod hoped;
mod needed;
mod news;
mod order;
mod paid;
mod proposal;
mod size;
mod stance;
mod tally;
#[cfg(test)]
mod tests;
mod worth;

use evidence::shows;
use needed::is_requested;
use proposal::proposes;
use size::sizes;
use stance::is_told_of;

use super::class::{Class, Classes};
use super::clause::Clause;
use super::figure;
use super::parse::Parse;
use super::slot::is_unfilled;
use super::{Hit, Signal};
use crate::language::spelt::words;

/// Finds the parts; `hits` holds the asks already.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    let (count, mut figures) = (hits.len(), Vec::new());
    for clause in &parse.clauses {
        let labelled = parse.before(clause).filter(|before| before.label);
        let filled = labelled.is_none_or(|label| label.line != clause.line || !is_unfilled(parse, clause));
        if clause.quoted || !filled {
            continue;
        }
        let (asked, others) = (clause.asked, is_told_of(parse, clause));
        let proposes = !others && proposes(parse, clause, asked);
        if asked && proposes {
            float(parse, clause, count, hits);
        }
        if asked && (is_polite(parse, clause) || is_bare_topic(parse, clause)) {
            blur(parse, clause, count, hits);
        }
        if proposes {
            hits.push(parse.hit(Signal::Proposal, clause.tokens.clone()));
        }
        figures.clear();
        if clause.classes.meets(figure::NUMERIC) {
            figures.extend(figure::all(parse, clause.tokens.clone()));
        }
        let sizes = sizes(parse, clause, &figures);
        if sizes && (proposes || !asked) || asked && is_requested(parse, clause, &figures) {
            hits.push(parse.hit(Signal::Size, clause.tokens.clone()));
        }
        if !asked && !others && shows(parse, clause, &figures, proposes, sizes) {
            hits.push(parse.hit(Signal::Evidence, clause.tokens.clone()));
        }
    }
}

/// "What if we …?" floats a course and asks nothing in particular.
///
/// The first `count` hits are the asks, in order.
fn float(parse: &Parse<'_>, clause: &Clause, count: usize, hits: &mut Vec<Hit>) {
    if parse.words(clause)[0].spells(words!["what", "how", "why", "maybe"]) {
        blur(parse, clause, count, hits);
    }
}

/// "Single sign-on, please", "right?": asks for nothing that could be decided or done.
fn is_polite(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.words == 1 && parse.says(clause, words!["pls", "please", "right", "no", "eh"])
}

/// "Night ferry?": a topic with a question mark, and nothing else.
fn is_bare_topic(parse: &Parse<'_>, clause: &Clause) -> bool {
    const DECIDES: Classes = Classes::of(&[
        Class::Question,
        Class::Us,
        Class::I,
        Class::You,
        Class::Your,
        Class::And,
        Class::To,
        Class::Good,
        Class::Course,
        Class::Deed,
    ]);
    parse.clauses.len() == 1
        && clause.asks
        && clause.words <= 3
        && clause.grammar.verb.is_none()
        && !clause.classes.meets(DECIDES)
        && !parse.says(clause, words!["yes", "no", "go", "ok", "okay"])
}

/// Marks the ask that a clause belongs to as vague.
fn blur(parse: &Parse<'_>, clause: &Clause, count: usize, hits: &mut Vec<Hit>) {
    let start = parse.bytes(clause.tokens.clone()).start;
    let asks = &hits[..count];
    let near = &asks[asks.partition_point(|hit| hit.range.end <= start)..];
    let ask =
        near.iter().find(|hit| hit.signal == Signal::Ask).filter(|hit| hit.range.contains(&start)).cloned();
    if let Some(ask) = ask {
        hits.push(Hit { signal: Signal::VagueAsk, ..ask });
    }
}
