//! Movements told by two figures, or by a figure and its bound.

use std::ops::Range;

use super::measure::{is_measure, measure, measure_after};
use super::{Trend, Turn, is_wish, judge};
use crate::language::class::{Class, Classes};
use crate::language::figure;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::{Shape, Token};

/// `31% → 36%`, `from 14 to 9`, `5h to 20 min`, `9 days (was 14)`.
pub(super) fn from_to(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> Option<Trend> {
    let number = |token: &Token| token.shape == Shape::Number;
    let another = || parse.tokens[at + 1..sentence.end].iter().any(number);
    if !number(&parse.tokens[at]) || !another() || is_whole(parse, at) {
        return None;
    }
    let mut next = figure::whole_of(parse, at).unwrap_or(at) + 1;
    // The unit of the first figure, or what it measures.
    let unit = |at: usize| {
        parse.tokens.get(at).is_some_and(|unit| {
            unit.shape == Shape::Word
                && !unit.is(Class::To)
                && (unit.any(UNITS) || is_measure(unit) || is_against(parse, at + 1))
        })
    };
    while next < at + 4 && next + 1 < sentence.end && unit(next) {
        next += 1;
    }
    // "from 6 in January to 1 in March", "44 in September (61 in August)"
    let dated = |at: usize, class: Classes| parse.tokens.get(at).is_some_and(|token| token.any(class));
    if next + 3 < sentence.end
        && dated(next, Classes::of(&[Class::Preposition]))
        && dated(next + 1, WHEN)
        && (dated(next + 2, Classes::of(&[Class::To])) || parse.tokens[next + 2].mark(b'('))
    {
        next += 2;
    }
    let joint = parse.tokens.get(next).filter(|_| next < sentence.end)?;
    if is_against(parse, next)
        && let Some(target) = (next + 1..sentence.end.min(next + 4)).find_map(|at| figure::value(parse, at))
    {
        return Some(against(parse, at, next, (figure::value(parse, at)?, target), sentence));
    }
    // "same-day was 97 now 91"
    let now = joint.spells(words!["now"])
        && parse.tokens.get(next + 1).is_some_and(|other| other.shape == Shape::Number);
    let straight = joint.mark(b'>') || joint.is(Class::To) || now;
    // "We take 11 to 13" names things.
    if joint.is(Class::To) && next == at + 1 && is_plain(parse, at) && is_plain(parse, at + 2) {
        let from = at > sentence.start && parse.tokens[at - 1].spells(words!["from"]);
        let counted = parse.tokens.get(at + 3).is_some_and(|unit| unit.any(UNITS) || is_measure(unit));
        if !from && !counted && measure(parse, at, sentence).is_none() {
            return None;
        }
    }
    let second = if straight {
        next + 1
    } else {
        dated_pair(parse, next, sentence).or_else(|| was(parse, next, sentence))?
    };
    let reversed = !straight;
    let other = figure::value(parse, second).filter(|_| second < sentence.end)?;
    let first = figure::value(parse, at)?;
    // "9 last month, 2 this month": the first is the old one, unless the other one "was".
    let dated = joint.spells(words!["last"]) && !parse.tokens[second - 1].spells(words!["was", "were"]);
    let rises = (other > first) != (reversed && !dated);
    let measure = measure(parse, at, sentence);
    let turn = match measure {
        _ if other.total_cmp(&first).is_eq()
            || !same_unit(unit_of(parse, at), unit_of(parse, second), reversed) =>
        {
            Turn::Unknown
        }
        Some(measure) => judge(&parse.tokens[measure], rises),
        None => Turn::Unknown,
    };
    Some(Trend { turn, tokens: measure.unwrap_or(at)..second + 1, measured: true })
}

/// What the number at `at` is counted in: "90 s" and "6 minutes" cannot be compared by their numbers.
fn unit_of<'t>(parse: &Parse<'t>, at: usize) -> &'t str {
    let text = parse.text(&parse.tokens[at]).trim_start_matches(|first: char| !first.is_ascii_alphabetic());
    let next = parse.tokens.get(at + 1).filter(|next| next.any(UNITS));
    if text.is_empty() { next.map_or("", |next| parse.text(next)) } else { text }
}

/// "20 to 45 minutes": the first figure leaves its unit to the second.
fn same_unit(first: &str, second: &str, reversed: bool) -> bool {
    first == second || first.is_empty() && !reversed
}

/// "scrap below 2%", "uptime under 99": a measure and the bound that it keeps or breaks.
pub(super) fn bounded(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> Option<Trend> {
    let before = at.checked_sub(1).filter(|before| *before >= sentence.start)?;
    if parse.tokens[at].shape != Shape::Number {
        return None;
    }
    let bound = &parse.tokens[before];
    let above = bound.spells(words!["above", "over"]);
    if !above && !bound.spells(words!["below", "under"]) {
        return None;
    }
    let measure = measure(parse, before, sentence).filter(|measure| measure + 5 > at)?;
    let told = !is_wish(parse, before, sentence)
        && figure::is_amount(parse, at)
        && figure::value(parse, at).is_some()
        && !figure::names_cases(parse, at, sentence.end)
        // "queue over 15 minutes in 4 % of the hours"
        && !(at + 1..sentence.end.min(at + 6)).any(|at| figure::kind(parse, at) == Some(figure::Kind::Percent));
    told.then(|| Trend {
        turn: judge(&parse.tokens[measure], above),
        tokens: measure..at + 1,
        measured: true,
    })
}

/// Whether the token at `at` is a number of one or two digits and nothing more.
fn is_plain(parse: &Parse<'_>, at: usize) -> bool {
    parse.tokens.get(at).is_some_and(|token| {
        let text = parse.text(token);
        text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether the number at `at` is the whole that the one before it is a part of: "3 in 1000".
fn is_whole(parse: &Parse<'_>, at: usize) -> bool {
    at >= 2 && parse.tokens[at - 1].is(Class::Preposition) && figure::whole_of(parse, at - 2) == Some(at)
}

/// `vs` and `against` set a value beside its target.
fn is_against(parse: &Parse<'_>, at: usize) -> bool {
    parse.tokens[at].spells(words!["vs", "against"])
}

/// `99.91 vs 99.95`, `2 vs target 1`: a value that misses its target.
fn against(
    parse: &Parse<'_>,
    at: usize,
    joint: usize,
    (value, target): (f64, f64),
    sentence: &Range<usize>,
) -> Trend {
    let measure = measure_after(parse, at, sentence).or_else(|| measure(parse, at, sentence));
    let burden = measure.is_some_and(|measure| parse.tokens[measure].is(Class::Burden));
    let missed = if burden { value > target } else { value < target };
    let turn = if missed { Turn::Bad } else { Turn::Unknown };
    Trend { turn, tokens: measure.map_or(at, |measure| measure.min(at))..joint + 2, measured: true }
}

const UNITS: Classes = Classes::of(&[Class::Unit, Class::Time]);

/// What dates a figure.
const WHEN: Classes = Classes::of(&[Class::Month, Class::Weekday, Class::Time, Class::Near]);

/// The figure of `(was 14)`, `, it was 35`, `vs 14 last year`, `(last quarter 4.2)`.
fn was(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    const WAS: [u32; 11] = spelt([
        "was",
        "were",
        "previously",
        "formerly",
        "last",
        "against",
        "before",
        "used",
        "instead",
        "compared",
        "than",
    ]);
    const FAR: usize = 8;
    let limit = sentence.end.min(at + 6);
    if parse.tokens[at].mark(b'(') {
        return then(parse, at + 1, limit);
    }
    if let Some(word) = (at..limit).take(3).find(|at| parse.tokens[*at].spells(&WAS)) {
        return (word + 1..limit).find(|at| parse.tokens[*at].shape == Shape::Number);
    }
    // "19 applied after the fair, last year it was 2"
    let comma = (at..sentence.end.min(at + FAR)).find(|at| parse.tokens[*at].mark(b','))?;
    let told = parse
        .tokens
        .get(comma + 1)
        .is_some_and(|word| word.spells(words!["last", "was", "were", "previously"]));
    let limit = sentence.end.min(comma + FAR);
    let number = (comma + 2..limit).find(|at| parse.tokens[*at].shape == Shape::Number).filter(|_| told)?;
    parse.tokens[comma + 1..number].iter().any(|word| word.spells(words!["was", "were"])).then_some(number)
}

/// The second figure of "31 this month, 58 in March", "0.9 in May, 1.6 in June last year": each has its date.
fn dated_pair(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    const NEAR: usize = 3;
    const FAR: usize = 5;
    let date = |token: &Token| token.any(WHEN) && token.shape == Shape::Word;
    let beside = |token: &Token| date(token) || token.any(BESIDE_DATE);
    if !beside(&parse.tokens[at]) {
        return None;
    }
    let comma = (at..sentence.end.min(at + FAR)).find(|at| parse.tokens[*at].mark(b','))?;
    let first = &parse.tokens[at..comma];
    let second = comma + 1;
    let other = parse.tokens.get(second).filter(|_| second < sentence.end)?;
    let after = &parse.tokens[second + 1..sentence.end.min(second + 1 + NEAR)];
    let dates = |tokens: &[Token]| tokens.iter().any(date) && tokens.iter().all(beside);
    let twice = first.first().is_some_and(|word| !word.any(UNITS)) && dates(first);
    let told = after.iter().take_while(|token| token.speaks()).any(date);
    (other.shape == Shape::Number && twice && told).then_some(second)
}

/// What stands beside a date: "in May", "the same month".
const BESIDE_DATE: Classes =
    Classes::of(&[Class::Preposition, Class::Determiner, Class::Pronoun, Class::Moment]);

/// The figure of "(61 in August)", "(August 61)": how it was then.
fn then(parse: &Parse<'_>, at: usize, limit: usize) -> Option<usize> {
    const SAID: [u32; 6] = spelt(["was", "were", "last", "before", "previously", "formerly"]);
    let number = (at..limit).take(2).find(|at| {
        let token = &parse.tokens[*at];
        token.shape == Shape::Number && !token.is(Class::Ordinal)
    })?;
    let dates = |token: &Token| token.any(WHEN) || token.spells(&SAID);
    let around = &parse.tokens[at..limit.min(number + 4)];
    around.iter().take_while(|token| !token.mark(b')')).any(dates).then_some(number)
}
