//! Questions and requests put to the reader.

use super::class::{Class, Classes};
use super::clause::Clause;
use super::cue::Role;
use super::parse::Parse;
use super::{Hit, Signal};

/// Finds the asks, and which of them name nothing to answer.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    for sentence in parse.clauses.chunk_by(|one, other| one.sentence == other.sentence) {
        let [first, .., last] = sentence else {
            if let [only] = sentence {
                judge(parse, only, only, hits);
            }
            continue;
        };
        judge(parse, first, last, hits);
    }
}

/// Judges one sentence, given its first and its last clause.
fn judge(parse: &Parse<'_>, first: &Clause, last: &Clause, hits: &mut Vec<Hit>) {
    let range = first.tokens.start..last.tokens.end;
    if first.quoted || last.quoted {
        return;
    }
    let asked = first.asks
        || parse.cues_in(Role::Ask, range.clone()).any(|found| is_request(parse, found.start, &range));
    if !asked {
        return;
    }
    hits.push(parse.hit(Signal::Ask, range.clone()));
    if parse.cues_in(Role::VagueAsk, range.clone()).next().is_some() && !names_something(parse, &range) {
        hits.push(parse.hit(Signal::VagueAsk, range));
    }
}

/// Whether the cue at `start` stands where a request does, and not inside a report of one.
fn is_request(parse: &Parse<'_>, start: usize, sentence: &std::ops::Range<usize>) -> bool {
    !parse.tokens[start].quoted
        && (sentence.start..start).all(|at| !parse.tokens[at].any(Classes::of(&[Class::Past])))
}

/// Whether a sentence names a decision, a person or a thing to say yes or no to.
fn names_something(parse: &Parse<'_>, range: &std::ops::Range<usize>) -> bool {
    parse.cues_in(Role::Decision, range.clone()).next().is_some()
}
