//! Times that say when something is so: "on humid mornings", "Tuesday 6pm", and no mere duration.

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::spelt::words;
use crate::language::token::Token;

/// "on humid mornings", "at the end of the month": a time that is no duration.
pub(super) fn timed(clause: &Clause, words: &[Token]) -> bool {
    const REACH: usize = 5;
    if !clause.classes.has(Class::Time) || !clause.classes.has(Class::Preposition) {
        return false;
    }
    words.iter().enumerate().any(|(at, word)| {
        let place = word.is(Class::Preposition) && word.spells(words!["in", "on", "at", "during", "from"]);
        place
            && words[at + 1..]
                .iter()
                .take(REACH)
                .take_while(|next| {
                    next.speaks() && !next.any(Classes::of(&[Class::Number, Class::Count, Class::Past]))
                })
                .any(|next| next.is(Class::Time))
    })
}

/// A day or an event that the clause names.
pub(super) fn dated(clause: &Clause, words: &[Token]) -> u8 {
    const DAY: Classes = Classes::of(&[Class::Weekday, Class::Month]);
    const DATE: Classes =
        DAY.with(Classes::of(&[Class::Day, Class::Event, Class::Time, Class::Ordinal, Class::Hour]));
    const NEAR: Classes = Classes::of(&[Class::Preposition, Class::Moment, Class::Number, Class::Near]);
    const VERB: Classes = Classes::of(&[Class::Past, Class::Third]);
    if !clause.classes.meets(DATE) {
        return 0;
    }
    let mut best = 0;
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.any(DATE)) {
        let before = at.checked_sub(1).map_or(Classes::default(), |before| words[before].classes);
        let left = words.get(at + 1).is_some_and(|next| next.is(Class::Left));
        // "Tuesday 6pm", "Friday's release"
        let opens = at == 0 && words.len() <= 3
            || words.get(at + 1).is_some_and(|next| next.is(Class::Be) && next.end - next.start <= 4);
        let weight = match () {
            () if word.any(DAY) && (before.meets(NEAR) || opens) => 4,
            // "in the Thursday crits"
            () if word.any(DAY)
                && before.has(Class::Determiner)
                && at > 1
                && words[at - 2].is(Class::Preposition) =>
            {
                4
            }
            () if word.any(DAY) && before.meets(VERB) => 3,
            // "Last week's drill"
            () if word.is(Class::Time) && before.has(Class::Near) && opens => 4,
            () if word.is(Class::Ordinal) && at > 0 => 3,
            () if word.is(Class::Time) && before.has(Class::Number) && left => 3,
            () if word.is(Class::Hour) && before.meets(NEAR) => 3,
            // "the night staff": who, and not when.
            () if words.get(at + 1).is_some_and(is_crew) => 0,
            () if word.any(Classes::of(&[Class::Day, Class::Event])) => 2,
            () => 0,
        };
        best = best.max(weight);
    }
    best
}

/// Whether a word names those who work at a time.
fn is_crew(word: &Token) -> bool {
    word.is(Class::Person)
        || word.spells(words!["shift", "shifts", "staff", "team", "crew", "nurse", "nurses"])
}
