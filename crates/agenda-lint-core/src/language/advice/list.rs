//! Attempts told as things: "Bigger print, a crossword, free copies", "Two emails. One call with his admin."

use super::Part;
use super::attempt::{is_aside, is_result};
use super::thing::{self, Item};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;

/// What was found of a list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    Nothing,
    /// Things are named of which nobody can tell what they are there for.
    Doubt,
    /// Things are named that were done.
    List,
}

/// Marks the things that are named between a complaint and the question or the end: what was done about it.
pub(super) fn find(parse: &Parse<'_>, parts: &mut [Part]) -> Found {
    let mut best = Found::Nothing;
    let mut start = 1;
    while start < parse.clauses.len() {
        let apart = is_apart(parse, start);
        let begins = !parts[start - 1].ask && (apart || is_within(parse, start));
        let (mut end, found) = if begins { read(parse, parts, start) } else { (start, Found::Nothing) };
        if found == Found::List && apart {
            for part in &mut parts[start..end] {
                (part.attempt, part.problem) = (true, 0);
            }
            return found;
        }
        // "Slips went astray again, a reminder, a later date"
        if apart || found == Found::List {
            best = best.max(found.min(Found::Doubt));
        }
        if !apart {
            // The next sentence may be a list of its own.
            let same = |clause: &&Clause| clause.sentence == parse.clauses[start].sentence;
            end = start + parse.clauses[start..end.max(start)].iter().take_while(same).count();
        }
        start = end.max(start + 1);
    }
    best
}

/// Whether this clause goes on with a sentence that says something first; not the topic's own first one, nor "Plan: …".
fn is_within(parse: &Parse<'_>, start: usize) -> bool {
    let clause = &parse.clauses[start];
    let first = || parse.clauses.partition_point(|other| other.sentence < clause.sentence);
    clause.lead == Lead::More && clause.sentence > parse.clauses[0].sentence && !parse.clauses[first()].label
}

/// Reads the list that begins with the clause at `start`, up to the place given back.
fn read(parse: &Parse<'_>, parts: &[Part], start: usize) -> (usize, Found) {
    let (mut things, mut done, mut more) = (0, 0, 0);
    let (mut known, mut new) = (false, false);
    let mut end = start;
    while let Some(clause) = parse.clauses.get(end) {
        if end == start || !explains(parse, end) {
            match thing::item(parse, clause, parts[end], end == start) {
                Item::Thing => things += 1,
                Item::Done => done += 1,
                Item::Perhaps => more += 1,
                Item::No => break,
            }
            let (old, other) = thing::article(parse, clause);
            (known, new) = (known || old, new || other);
        }
        end += 1;
        // "A prize draw, younger volunteers: all of it did a little."
        if clause.label {
            break;
        }
    }
    let all = things + done + more;
    let found = match () {
        () if all == 0 => Found::Nothing,
        () if done > 1 => Found::List,
        () if things < 3 && is_subject(parse, end) => Found::Nothing,
        // "Accruals, stock, the bank": what is there.
        () if things == 0 || all < 2 || known && !new => Found::Doubt,
        () if !parse.clauses[start - 1].label || is_complaint(parse, parts, start - 1) => Found::List,
        () => Found::Doubt,
    };
    (end, found)
}

/// "cold calls (they hated it)", "a bag check | that parents hated": what is said of the item before.
fn explains(parse: &Parse<'_>, at: usize) -> bool {
    parse.clauses[at].lead == Lead::Relative || is_aside(parse, at)
}

/// Whether a sentence begins with this clause, or it follows a complaint that ends with a colon.
fn is_apart(parse: &Parse<'_>, start: usize) -> bool {
    let (before, first) = (&parse.clauses[start - 1], &parse.clauses[start]);
    before.sentence < first.sentence
        || before.label && (before.grammar.verb.is_some() || before.lead != Lead::Sentence)
}

/// "It floods whenever it rains: sandbags, a trench": what follows the colon is no list of what floods.
fn is_complaint(parse: &Parse<'_>, parts: &[Part], at: usize) -> bool {
    const COUNTED: Classes = Classes::of(&[Class::Count, Class::Trouble]);
    let said = parse.clauses[..=at].iter().rposition(|clause| clause.lead == Lead::Sentence).unwrap_or(at);
    parts[said..=at].iter().any(|part| part.problem >= 3)
        && parse.clauses[said..=at].iter().all(|clause| !clause.classes.meets(COUNTED))
}

/// "The door, the lift and the bell | are broken": what was read as a list is what the clause at `end` speaks of.
fn is_subject(parse: &Parse<'_>, end: usize) -> bool {
    let (Some(before), Some(next)) = (parse.clauses.get(end.wrapping_sub(1)), parse.clauses.get(end)) else {
        return false;
    };
    next.sentence == before.sentence
        && !before.label
        && next.grammar.subject != Subject::Writer
        && next.grammar.verb.is_some()
        // "and me being the strict one"
        && !(next.grammar.tense == Tense::State && next.classes.has(Class::Us))
        && !is_result(parse, next)
}
