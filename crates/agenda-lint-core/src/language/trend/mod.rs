//! Movements: what went up or down, and whether that is good.

mod ceased;
mod compared;
mod measure;

use std::ops::Range;

use super::class::{Class, Classes};
use super::figure;
use super::parse::Parse;
use super::token::{Shape, Token};
use crate::language::spelt::{spelt, words};
pub(super) use ceased::KEPT_UP;
use ceased::ceased;
use compared::{bounded, from_to};
use measure::{is_faulty, is_measure, measure, measure_after};

/// Which way something went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Turn {
    /// For the better.
    Good,
    /// For the worse.
    Bad,
    /// Nobody can say without knowing the measure.
    Unknown,
}

/// A movement that a text tells of.
#[derive(Clone, Debug)]
pub(super) struct Trend {
    /// Which way it goes.
    pub(super) turn: Turn,
    /// The tokens that tell it.
    pub(super) tokens: Range<usize>,
    /// Whether figures tell how far.
    pub(super) measured: bool,
}

/// What a word must be for a movement to be told by it.
pub(super) const TELLING: Classes =
    Classes::of(&[Class::Rise, Class::Sink, Class::Better, Class::Worse, Class::Cease, Class::Number]);

/// Adds the movements told in these tokens, which are one sentence.
pub(super) fn find(parse: &Parse<'_>, sentence: &Range<usize>, found: &mut Vec<Trend>) {
    for (at, token) in sentence.clone().zip(&parse.tokens[sentence.clone()]) {
        if token.any(TELLING) && !token.quoted {
            found.extend(told_by(parse, token, at, sentence));
        }
    }
}

/// The movement that the word at `at` tells.
#[inline(never)]
fn told_by(parse: &Parse<'_>, token: &Token, at: usize, sentence: &Range<usize>) -> Option<Trend> {
    if let Some(trend) = from_to(parse, at, sentence).or_else(|| bounded(parse, at, sentence)) {
        return Some(trend);
    }
    if token.any(Classes::of(&[Class::Better, Class::Worse]))
        && !is_bare_verb(parse, at)
        && !modifies(parse, at)
        && !is_wish(parse, at, sentence)
    {
        let good = token.is(Class::Better) && !hastens_loss(parse, at, sentence);
        let turn = if good { Turn::Good } else { Turn::Bad };
        return Some(Trend { turn, tokens: at..at + 1, measured: has_figure(parse, at, sentence) });
    }
    if is_movement(parse, at, sentence) {
        return Some(moved(parse, at, sentence));
    }
    ceased(parse, at, sentence)
}

const UP_OR_DOWN: Classes = Classes::of(&[Class::Rise, Class::Sink]);

/// Whether the word at `at` says that a measure moves.
fn is_movement(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let token = &parse.tokens[at];
    // "The job fell over in the night"
    let over = || at + 1 < sentence.end && parse.tokens[at + 1].spells(words!["over", "apart"]);
    // "The pump cut out twice"
    let out = || parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["out"]));
    if !token.any(UP_OR_DOWN)
        || is_bare_verb(parse, at)
        || is_plural(parse, at, sentence)
        || token.is(Class::Sink) && (out() || over() && !has_number(parse, at + 2))
    {
        return false;
    }
    let next = next_word(parse, at, sentence);
    if token.is(Class::Upright) {
        // "up 6 points", "down from", "ticked up again", "NPS is up"; not "set up", "shut down".
        let before =
            at.checked_sub(1).filter(|before| *before >= sentence.start).map(|before| &parse.tokens[before]);
        let measured = next.is_some_and(|next| {
            let counts = next.any(Classes::of(&[Class::Count, Class::Determiner]));
            // "up every night"
            next.shape == Shape::Number || counts && !next.is(Class::Near)
        }) && before
            .is_none_or(|before| !before.any(Classes::of(&[Class::Deed])) || before.any(UP_OR_DOWN));
        // "a third down on May"
        let on = || parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["on"]));
        let measured = measured || before.is_some_and(|before| before.any(figure::NUMERIC)) && on();
        // "let us down"
        let object = before.is_some_and(|before| before.any(Classes::of(&[Class::Us, Class::Pronoun])));
        let measured = measured && !object;
        let goes = words!["went", "gone", "goes", "going"];
        let said = before
            .is_some_and(|before| before.is(Class::Be) || before.any(UP_OR_DOWN) || before.spells(goes));
        // "footfall down again"
        let again = parse.tokens.get(at + 1).filter(|_| at + 1 < sentence.end);
        let said = said
            || before.is_some_and(is_measure) && again.is_some_and(|again| again.spells(words!["again"]));
        return measured || said && measure(parse, at, sentence).is_some();
    }
    let comparative = !token.any(Classes::of(&[Class::Past, Class::Third, Class::Ing, Class::Participle]));
    if comparative {
        // "returns are rarer"
        let becomes = Classes::of(&[Class::Be, Class::Get]);
        let than = parse.text(token).ends_with("est")
            || at > sentence.start && parse.tokens[at - 1].any(becomes)
            || than_follows(parse, at);
        // "every time we load more than 2 t": a bound.
        if token.spells(words!["more"]) && has_number(parse, at + 2) && than_follows(parse, at) {
            return false;
        }
        // "Spent more time on the guide"
        if token.spells(words!["more"]) && is_given(parse, at, sentence) {
            return false;
        }
        let measure =
            measure_after(parse, at, sentence).or_else(|| measure(parse, at, sentence).filter(|_| than));
        return measure.is_some() && !is_wish(parse, at, sentence);
    }
    // "The form cut the calls": told, and not ordered.
    let after = || measure_after(parse, at, sentence).is_some();
    measure(parse, at, sentence).is_some() || has_figure(parse, at, sentence) || after()
}

/// "Spent more time", "shaved more time off": what somebody gave or saved more of.
fn is_given(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> bool {
    const GIVES: [u32; 16] = spelt([
        "spent", "spend", "spending", "gave", "give", "giving", "put", "invested", "allow", "allows",
        "allowed", "shaved", "saved", "save", "saves", "won",
    ]);
    at > sentence.start && parse.tokens[at - 1].spells(&GIVES)
}

/// "growing faster", "moves slower": the word tells how something moves, not that it got better.
fn modifies(parse: &Parse<'_>, at: usize) -> bool {
    let before = at > 0 && parse.tokens[at - 1].any(UP_OR_DOWN.with(Classes::of(&[Class::Ing])));
    // "a shorter term": it describes a thing, and nothing got better.
    let adjective =
        !parse.tokens[at].any(Classes::of(&[Class::Past, Class::Third, Class::Ing, Class::Participle]));
    let article = at > 0 && parse.tokens[at - 1].any(Classes::of(&[Class::Determiner, Class::Our]));
    // "was 90 flat": no more and no less.
    let exactly =
        at > 0 && parse.tokens[at - 1].shape == Shape::Number && parse.tokens[at].spells(words!["flat"]);
    before || adjective && article || exactly
}

/// "save", "cut" as a noun or an order: told is only what happened. "Lower than" is no order.
fn is_bare_verb(parse: &Parse<'_>, at: usize) -> bool {
    let token = &parse.tokens[at];
    token.is(Class::Base) && !token.is(Class::Past) && !than_follows(parse, at)
}

/// "About the new tanks", "the two drops": things, and nothing that moves.
fn is_plural(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> bool {
    const KNOWN: Classes = Classes::of(&[Class::Determiner, Class::Our]);
    let token = &parse.tokens[at];
    token.is(Class::Third)
        && token.plural
        && at >= sentence.start + 2
        && parse.tokens[at - 2].any(KNOWN)
        && !is_measure(&parse.tokens[at - 1])
        && parse.tokens[at - 1]
            .spells(words!["new", "old", "first", "second", "two", "three", "other", "last", "next"])
}

fn than_follows(parse: &Parse<'_>, at: usize) -> bool {
    parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["than"]))
}

/// "Burning through the budget quicker than planned": what one would have slower.
fn hastens_loss(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> bool {
    const LOSSES: [u32; 9] =
        spelt(["burn", "burns", "burning", "burnt", "burned", "losing", "lose", "draining", "drains"]);
    const NEAR: usize = 8;
    parse.tokens[at].spells(words!["faster", "quicker"])
        && parse.tokens[sentence.start.max(at.saturating_sub(NEAR))..at]
            .iter()
            .any(|word| word.spells(&LOSSES))
}

/// Whether a movement is wished for or denied and not told: "want fewer", "no less".
fn is_wish(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let from = sentence.start.max(at.saturating_sub(4));
    parse.tokens[from..at].iter().any(|token| {
        token.any(Classes::of(&[
            Class::Modal,
            Class::Not,
            Class::Future,
            Class::To,
            Class::Condition,
            Class::Question,
        ]))
    })
}

fn moved(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> Trend {
    let rises = parse.tokens[at].is(Class::Rise);
    // "cut tickets by a third": what is moved stands after the verb.
    let measure = measure_after(parse, at, sentence).or_else(|| measure(parse, at, sentence));
    let turn = measure.map_or(Turn::Unknown, |measure| judge(&parse.tokens[measure], rises));
    let measured = has_figure(parse, at, sentence);
    let end = (at + 1..sentence.end.min(at + 5))
        .take_while(|next| parse.tokens[*next].speaks())
        .find(|next| parse.tokens[*next].shape == Shape::Number)
        .map_or(at + 1, |number| number + 1);
    Trend { turn, tokens: measure.map_or(at, |measure| measure.min(at))..end, measured }
}

/// Whether a measure's rise or fall is good.
fn judge(measure: &Token, rises: bool) -> Turn {
    match (measure.is(Class::Gain), measure.is(Class::Burden) || is_faulty(measure)) {
        (true, false) if rises => Turn::Good,
        (false, true) if !rises => Turn::Good,
        (true, false) | (false, true) => Turn::Bad,
        _ => Turn::Unknown,
    }
}

fn next_word<'p>(parse: &'p Parse<'_>, at: usize, sentence: &Range<usize>) -> Option<&'p Token> {
    let next = parse.tokens.get(at + 1).filter(|_| at + 1 < sentence.end)?;
    let skips = next.mark(b'~') || next.any(Classes::of(&[Class::Preposition, Class::Adverb]));
    if skips { parse.tokens.get(at + 2).filter(|_| at + 2 < sentence.end) } else { Some(next) }
}

fn has_number(parse: &Parse<'_>, at: usize) -> bool {
    parse.tokens.get(at).is_some_and(|token| token.any(figure::NUMERIC))
}

/// Whether a figure stands near the word at `at`, in the same sentence.
fn has_figure(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> bool {
    (sentence.start.max(at.saturating_sub(4))..sentence.end.min(at + 7))
        .any(|at| figure::is_amount(parse, at))
}
