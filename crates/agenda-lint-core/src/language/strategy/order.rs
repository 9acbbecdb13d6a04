//! Courses that are put as an order: "Drop the free tier".

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::parse::Parse;
use crate::language::spelt::words;
use crate::language::token::Token;

/// Whether a clause opens with the bare verb of a course: `Drop the free tier`, `so freeze hiring`.
pub(super) fn orders(parse: &Parse<'_>, clause: &Clause) -> bool {
    let skipped = Classes::of(&[Class::Adverb, Class::And]);
    // "IMO drop it"
    let opines = |token: &Token| token.spells(words!["imo", "imho", "tbh", "fwiw"]);
    // "Don't renew the ad"
    let denied = |token: &Token| token.is(Class::Do) && token.is(Class::Not);
    let first = clause.tokens.clone().find(|at| {
        let token = &parse.tokens[*at];
        token.speaks() && !denied(token) && !opines(token) && (!token.any(skipped) || token.is(Class::Course))
    });
    let Some(first) = first.filter(|first| can_order(parse, clause, *first)) else { return false };
    if parse.tokens[clause.tokens.start..first].iter().any(denied) {
        return true;
    }
    // "Rent review on Friday"
    let held = |next: &Token| next.is(Class::Occasion) && !next.plural && !next.is(Class::Course);
    parse.tokens.get(first + 1).is_some_and(|next| next.speaks() && !held(next))
        && !heads_statement(parse, clause, first)
}

/// What one brings to a meeting.
const PAPERS: Classes =
    Classes::of(&[Class::Your, Class::Advice, Class::Document, Class::Pointer, Class::Day, Class::Weekday]);

pub(super) const OBJECT: Classes = Classes::of(&[
    Class::Determiner,
    Class::Our,
    Class::Pronoun,
    Class::Count,
    Class::Quantifier,
    Class::Number,
]);

/// Whether the word at `first` is the bare verb of a course, or of another deed and its object: "Print the plan", and
/// not "Print edition".
fn can_order(parse: &Parse<'_>, clause: &Clause, first: usize) -> bool {
    let token = &parse.tokens[first];
    if !token.is(Class::Base) {
        return false;
    }
    let idle = Classes::of(&[Class::Speech, Class::Thought, Class::Past, Class::Step]);
    let object =
        parse.tokens.get(first + 1).is_some_and(|next| next.any(OBJECT) && !next.is(Class::Nominative));
    // "sketch to follow"
    let promised = parse.tokens.get(first + 1).is_some_and(|next| next.is(Class::To));
    let deed = token.is(Class::Deed)
        && !token.any(idle)
        && !promised
        && (object || clause.words > 2 && !token.is(Class::Document))
        || token.is(Class::Have) && object;
    // "Bring the budget sheet on Monday"
    let errand =
        token.spells(words!["bring", "remember", "note", "see", "look"]) && clause.classes.meets(PAPERS);
    (token.is(Class::Course) || deed) && !errand
}

/// Whether the word at `first` is a noun before its verb: `Pilot results were good`, `Price is …`, "Demand exceeds the
/// plan", "Support hours per release have tripled"; and not "Bring repairs in-house", "Keep what is good".
fn heads_statement(parse: &Parse<'_>, clause: &Clause, first: usize) -> bool {
    const BREAKS: Classes = Classes::of(&[
        Class::Question,
        Class::That,
        Class::I,
        Class::Pronoun,
        Class::Moment,
        Class::Condition,
    ]);
    const ALWAYS: Classes = Classes::of(&[Class::Be, Class::Modal]);
    // "Pilot starts in May"
    const RUNS: Classes = Classes::of(&[
        Class::Begin,
        Class::Move,
        Class::Stative,
        Class::Sink,
        Class::Rise,
        Class::Fail,
        Class::Worsen,
        Class::Improve,
    ]);
    let token = |at: usize| parse.tokens.get(at).filter(|_| at < clause.tokens.end);
    let is = |at: usize, classes: Classes| token(at).is_some_and(|token| token.any(classes));
    let plain = |at: usize| !is(at, Classes::of(&[Class::Base, Class::Determiner]));
    let told = is(first + 1, Classes::of(&[Class::Third]))
        && (is(first + 2, OBJECT.with(Classes::of(&[Class::Us]))) || is(first + 1, RUNS));
    let near = (first + 1..clause.tokens.end.min(first + 3)).any(|at| {
        is(at, ALWAYS.with(Classes::of(&[Class::Have, Class::Past])))
            && plain(at)
            && !is(at - 1, Classes::of(&[Class::Determiner, Class::Our]))
    });
    let far = (first + 1..clause.tokens.end.min(first + 7)).take_while(|at| !is(*at, BREAKS)).any(|at| {
        let apart = parse.tokens[at].start > parse.tokens[at - 1].end;
        let perfect = at > first + 1
            && is(at, Classes::of(&[Class::Have]))
            && is(at + 1, Classes::of(&[Class::Participle]));
        let takes = parse.tokens[at].spells(words!["takes", "costs", "needs", "lasts"]);
        is(at, ALWAYS.with(Classes::of(&[Class::Have]))) && apart && plain(at) || perfect || takes
    });
    told || near || far
}
