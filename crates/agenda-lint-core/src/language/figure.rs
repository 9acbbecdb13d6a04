//! Figures: numbers that measure, told from those that date or name a thing.

use std::ops::Range;

use super::class::{Class, Classes};
use super::parse::Parse;
use super::spelt::{spelt, words};
use super::token::{Shape, Token};

/// What a figure measures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A part of a hundred.
    Percent,
    /// Money.
    Money,
    /// A part of a whole: `14 of 16`, `9/12`, `4.7/5`.
    Ratio,
    /// A stretch of time.
    Duration,
    /// Any other count or value.
    Plain,
}

/// Words for money behind a number.
const MONEY: [u32; 17] = spelt([
    "euros", "euro", "dollars", "dollar", "pounds", "francs", "franc", "cents", "cent", "pence", "eur",
    "gbp", "usd", "chf", "grand", "quid", "ct",
]);

/// What a token must be to be a figure.
pub(super) const NUMERIC: Classes = Classes::of(&[Class::Number, Class::Count]);

/// The figures in these tokens with what they measure.
pub(super) fn all(parse: &Parse<'_>, tokens: Range<usize>) -> impl Iterator<Item = (usize, Kind)> {
    tokens.filter_map(|at| kind(parse, at).map(|kind| (at, kind)))
}

/// What the figure at `at` measures, if it is one of these.
pub(super) fn kind_at(figures: &[(usize, Kind)], at: usize) -> Option<Kind> {
    figures.iter().find(|(figure, _)| *figure == at).map(|(_, kind)| *kind)
}

/// What the figure at `at` measures; None for a word, a date, and a number that names a thing.
#[inline]
pub(super) fn kind(parse: &Parse<'_>, at: usize) -> Option<Kind> {
    parse.tokens.get(at).filter(|token| token.any(NUMERIC)).and_then(|token| kind_of(parse, at, token))
}

#[inline(never)]
fn kind_of(parse: &Parse<'_>, at: usize, token: &Token) -> Option<Kind> {
    let next = parse.tokens.get(at + 1);
    if token.is(Class::Count) {
        let of = next.is_some_and(|next| next.spells(words!["of"]));
        // "a third of new patients"
        let whole =
            of && parse.tokens[at + 1..].iter().take(4).any(|token| token.plural || token.any(COUNTED));
        let stretch = next.is_some_and(|next| next.is(Class::Time));
        let whole = whole || next.is_some_and(|next| next.any(JOINTS)) && is_spelt_share(parse, at);
        let money = || next.is_some_and(|next| next.spells(&MONEY)).then_some(Kind::Money);
        return if whole {
            Some(Kind::Ratio)
        } else if stretch {
            Some(Kind::Duration)
        } else {
            money()
        };
    }
    if token.shape != Shape::Number
        || token.is(Class::Ordinal)
        || is_compound(parse, at)
        || is_name(parse, at)
        || is_date(parse, at)
        || is_whole(parse, at)
    {
        return None;
    }
    let text = parse.text(token);
    let unit = |words: &[u32]| next.is_some_and(|next| next.spells(words));
    if text.ends_with('%')
        || next.is_some_and(|next| next.mark(b'%'))
        || unit(words!["percent", "pct", "pp", "percentage"])
    {
        Some(Kind::Percent)
    } else if text.starts_with(['$', '£', '€', '¥']) || unit(&MONEY) {
        Some(Kind::Money)
    } else if text.contains('/') && text.split('/').count() == 2 || whole_of(parse, at).is_some() {
        Some(Kind::Ratio)
    } else if next.is_some_and(|next| next.is(Class::Time)) || has_time_unit(text) {
        Some(Kind::Duration)
    } else {
        Some(Kind::Plain)
    }
}

/// "four in five items", "nine out of ten"
fn is_spelt_share(parse: &Parse<'_>, at: usize) -> bool {
    let is = |at: usize, word: &[u32]| parse.tokens.get(at).is_some_and(|token| token.spells(word));
    let joined = if is(at + 1, words!["out"]) && is(at + 2, words!["of"]) { at + 3 } else { at + 2 };
    (joined == at + 3 || is(at + 1, words!["in"]))
        && parse.tokens.get(joined).is_some_and(|whole| whole.is(Class::Count))
        && !parse.tokens.get(joined + 1).is_some_and(|next| next.is(Class::Time))
}

/// "module 3 of 8": how many there are of what a number names.
fn is_whole(parse: &Parse<'_>, at: usize) -> bool {
    at >= 3
        && parse.tokens[at - 2].any(NUMERIC)
        && parse.tokens[at - 1].spells(words!["of"])
        && is_name(parse, at - 2)
}

/// The token of the 16 in "14 of 16", "14 out of 16", and what learners write, "14 from 16".
pub(super) fn whole_of(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let joins = |at: usize| parse.tokens.get(at).is_some_and(|token| token.any(JOINTS));
    if !joins(at + 1) && !joins(at + 2) {
        return None;
    }
    let says = |at: usize, words: &[u32]| parse.tokens.get(at).is_some_and(|token| token.spells(words));
    let larger =
        || value(parse, at + 2).is_some_and(|whole| value(parse, at).is_some_and(|part| part < whole));
    // "up 5 from 7" is a movement.
    let opens = || {
        let before = at.checked_sub(1).map(|before| &parse.tokens[before]);
        before.is_none_or(|before| !before.speaks() || before.is(Class::And))
    };
    if says(at + 1, words!["of"]) && counts(parse, at + 2)
        || says(at + 1, words!["in"]) && is_chance(parse, at)
        || says(at + 1, words!["from"]) && opens() && larger()
    {
        return Some(at + 2);
    }
    // "3 mismatches out of 2,318 slips"
    let out = (at + 1..at + 3)
        .find(|at| says(*at, words!["out"]) && says(at + 1, words!["of"]) && counts(parse, at + 2))?;
    Some(out + 2)
}

/// What "of", "out", "in" and "from" are.
const JOINTS: Classes = Classes::of(&[Class::Preposition, Class::Particle, Class::Of]);

/// "1 in 40": one of so many, and not so many in a year.
fn is_chance(parse: &Parse<'_>, at: usize) -> bool {
    let few = value(parse, at).is_some_and(|part| part <= 9.0);
    let of = value(parse, at + 2).is_some_and(|whole| (2.0..=1000.0).contains(&whole));
    let timed =
        parse.tokens.get(at + 3).is_some_and(|next| next.any(Classes::of(&[Class::Time, Class::Month])));
    few && of && !timed
}

const COUNTED: Classes = Classes::of(&[Class::Count, Class::Determiner, Class::Our, Class::Question]);

fn counts(parse: &Parse<'_>, at: usize) -> bool {
    parse.tokens.get(at).is_some_and(|token| token.shape == Shape::Number || token.any(COUNTED))
}

/// Whether the token at `at` is a number that measures something.
pub(super) fn is_amount(parse: &Parse<'_>, at: usize) -> bool {
    let numeric = parse.tokens.get(at).is_some_and(|token| token.any(NUMERIC));
    numeric && measures(parse, at)
}

fn measures(parse: &Parse<'_>, at: usize) -> bool {
    kind(parse, at).is_some()
        || parse.tokens.get(at).is_some_and(|token| {
            let unit = parse
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.any(Classes::of(&[Class::Time, Class::Unit])));
            // "third month in a row" counts nothing.
            let ranks = unit && token.spells(words!["third", "fifth", "sixth", "tenth", "twelfth"]);
            let part = token.spells(words!["third", "half", "quarter", "fifth", "twice", "thrice"]);
            token.is(Class::Count) && !ranks && (unit || part)
        })
}

/// The value of the number at `at`, without its unit.
pub(super) fn value(parse: &Parse<'_>, at: usize) -> Option<f64> {
    let token = parse.tokens.get(at).filter(|token| token.shape == Shape::Number)?;
    let text = parse.text(token);
    let start = text.bytes().position(|byte| byte.is_ascii_digit() || byte == b'.').unwrap_or(text.len());
    let text = &text[start..];
    let end = text
        .bytes()
        .position(|byte| !byte.is_ascii_digit() && !matches!(byte, b'.' | b','))
        .unwrap_or(text.len());
    let scale = match text.as_bytes().get(end) {
        Some(b'k' | b'K') => 1e3,
        Some(b'm' | b'M') if text.len() == end + 1 => 1e6,
        _ => 1.0,
    };
    let digits = &text[..end];
    let plain: f64 =
        if digits.contains(',') { digits.replace(',', "").parse() } else { digits.parse() }.ok()?;
    Some(plain * scale)
}

/// "Orders above 300 pieces need a signature": the bound before the number says which ones are meant.
pub(super) fn names_cases(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    const FINITE: Classes =
        Classes::of(&[Class::Base, Class::Third, Class::Modal, Class::Be, Class::Have, Class::Do]);
    let plural = at.checked_sub(2).is_some_and(|noun| parse.tokens[noun].plural);
    let goes_on = |word: &Token| word.any(FINITE) && !word.plural && !word.is(Class::Preposition);
    plural && parse.tokens[at + 1..end].iter().take_while(|word| word.speaks()).take(2).any(goes_on)
}

/// `3/14`, `14:00`, `March 3`, `3 May`, `2026`.
fn is_date(parse: &Parse<'_>, at: usize) -> bool {
    let text = parse.text(&parse.tokens[at]).as_bytes();
    let next = parse.tokens.get(at + 1);
    if is_clock(parse, at, text) || is_slashed(parse, at, text) {
        return true;
    }
    if !text.iter().all(u8::is_ascii_digit) {
        return text.split(|byte| *byte == b'-').count() == 3;
    }
    let year = text.len() == 4 && (text.starts_with(b"19") || text.starts_with(b"20"));
    if year && !next.is_some_and(|next| next.any(UNITS)) {
        return true;
    }
    let near = |other: Option<&Token>| {
        other.is_some_and(|other| other.any(Classes::of(&[Class::Month, Class::Weekday])))
    };
    let may = |other: Option<&Token>| other.is_some_and(|other| other.capital && other.spells(words!["may"]));
    let before = at.checked_sub(1).and_then(|before| parse.tokens.get(before));
    // No month has more than 31 days.
    let day = || {
        let digits = text.iter().skip_while(|byte| **byte == b'0');
        digits.fold(0_u32, |day, byte| day.saturating_mul(10).saturating_add(u32::from(byte - b'0'))) <= 31
    };
    let share = || next.is_some_and(|next| next.mark(b'%') || next.spells(words!["percent", "pct"]));
    (near(before) || near(next) || may(next)) && day() && !share()
}

/// "since 2/10", "starts 9/1"
fn is_slashed(parse: &Parse<'_>, at: usize, text: &[u8]) -> bool {
    const SINCE: [u32; 9] =
        spelt(["since", "starts", "starting", "begins", "until", "till", "before", "after", "due"]);
    text.contains(&b'/') && at.checked_sub(1).is_some_and(|before| parse.tokens[before].spells(&SINCE))
}

/// `14:00`, `3pm`, "10 am", "Thursday at 10", "before 7.30".
fn is_clock(parse: &Parse<'_>, at: usize, text: &[u8]) -> bool {
    let is = |at: Option<usize>, words: &[u32]| {
        at.and_then(|at| parse.tokens.get(at)).is_some_and(|token| token.spells(words))
    };
    let day = |at: usize| parse.tokens[at].any(Classes::of(&[Class::Weekday, Class::Day]));
    let minutes = matches!(text, [.., b'.', tens, ones] if tens.is_ascii_digit() && ones.is_ascii_digit());
    // "the 0600 call"
    let military =
        || matches!(text, [b'0', second, _, _] if text.iter().all(u8::is_ascii_digit) && *second != b'0');
    text.contains(&b':')
        || military()
        || text.ends_with(b"pm")
        || text.ends_with(b"am")
        || is(Some(at + 1), words!["am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock"])
        || minutes && is(at.checked_sub(1), words!["before", "after", "until", "till"])
        || at >= 2 && is(Some(at - 1), words!["at"]) && day(at - 2)
}

const UNITS: Classes = Classes::of(&[Class::Unit, Class::Result, Class::Gain, Class::Burden]);

/// `40-page manual`: the number belongs to an adjective.
fn is_compound(parse: &Parse<'_>, at: usize) -> bool {
    let Some([number, dash, word]) = parse.tokens.get(at..at + 3) else { return false };
    // "a 6-week course" still tells how long.
    let joined = dash.mark(b'-') && dash.start == number.end && word.start == dash.end;
    joined && word.shape == Shape::Word && !word.any(Classes::of(&[Class::Time, Class::Unit]))
}

/// `line 2`, `OKR 3`, `Y4`, `#12`: the number names a thing.
fn is_name(parse: &Parse<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| parse.tokens.get(before)) else { return false };
    let touching = before.end == parse.tokens[at].start;
    let plain = || parse.text(&parse.tokens[at]).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    // "engine no. 2"
    let numero = || {
        before.mark(b'.') && at >= 2 && parse.tokens[at - 2].spells(words!["no", "nr"])
            || before.spells(words!["no.", "nr.", "nr"])
    };
    before.mark(b'#')
        || before.is(Class::Numbered) && !before.plural && plain()
        || touching && before.shape == Shape::Word
        || numero()
}

/// `410ms`, `5h`, `6m`: a number with a unit of time.
fn has_time_unit(text: &str) -> bool {
    let number = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    let unit = text.bytes().position(|byte| !number(byte)).map_or("", |unit| &text[unit..]);
    matches!(unit, "ms" | "s" | "h" | "min" | "mins" | "hrs" | "hr" | "d" | "days")
}
