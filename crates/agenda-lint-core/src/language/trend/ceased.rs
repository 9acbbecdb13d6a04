//! What ends: what others do no more, and what is gone.

use std::ops::Range;

use super::measure::{measure, measure_after};
use super::{Trend, Turn, is_bare_verb, is_wish, judge};
use crate::language::class::{Class, Classes};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// What one wants others to go on with: "stopped paying".
pub(in crate::language) const KEPT_UP: [u32; 46] = spelt([
    "paying",
    "using",
    "coming",
    "replying",
    "ordering",
    "buying",
    "reading",
    "talking",
    "speaking",
    "helping",
    "showing",
    "renewing",
    "booking",
    "eating",
    "drinking",
    "growing",
    "logging",
    "filling",
    "working",
    "updating",
    "syncing",
    "charging",
    "visiting",
    "joining",
    "donating",
    "giving",
    "funding",
    "taking",
    "trusting",
    "turning",
    "engaging",
    "serving",
    "selling",
    "stocking",
    "learning",
    "training",
    "applying",
    "opening",
    "answering",
    "attending",
    "reporting",
    "delivering",
    "responding",
    "supplying",
    "supporting",
    "listening",
]);

/// What one is glad that others do no more.
const SPARED: [u32; 10] = spelt([
    "ringing",
    "phoning",
    "chasing",
    "moaning",
    "grumbling",
    "shouting",
    "parking",
    "dumping",
    "hoarding",
    "littering",
]);

/// "The queue is gone", "customers stopped complaining", "cleared the backlog": what ends, for good or bad.
pub(super) fn ceased(parse: &Parse<'_>, at: usize, sentence: &Range<usize>) -> Option<Trend> {
    let token = &parse.tokens[at];
    // "gone from 20 to 45" ends nothing.
    let goes_on = next_is(
        parse,
        at,
        sentence,
        Classes::of(&[Class::Preposition, Class::Particle, Class::To, Class::Number]),
    );
    // "have gone away"
    let away = || parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["away"]));
    if !token.is(Class::Cease)
        || goes_on && token.spells(words!["gone"]) && !away()
        || is_bare_verb(parse, at)
        || token.is(Class::Ing)
        || is_wish(parse, at, sentence)
    {
        return None;
    }
    let trend = |turn, tokens| Some(Trend { turn, tokens, measured: false });
    // "stopped crashing", "stopped paying": what is no longer done.
    let done = parse.tokens.get(at + 1).filter(|next| at + 1 < sentence.end && next.is(Class::Ing));
    if let Some(done) = done {
        // "stopped ringing the office" spares work.
        let harm =
            done.any(Classes::of(&[Class::Harm, Class::Fail, Class::Burden, Class::Speech, Class::Appeal]))
                || done.spells(&SPARED);
        let before = &parse.tokens[sentence.start.max(at.saturating_sub(3))..at];
        let others = !before.is_empty() && !before.iter().any(|word| word.is(Class::I));
        let kept_up = done.spells(&KEPT_UP);
        // Of all else that people no longer do nobody can tell from outside whether it was good.
        let turn = if kept_up { others.then_some(Turn::Bad) } else { harm.then_some(Turn::Good) };
        return turn.and_then(|turn| trend(turn, at..at + 2));
    }
    let near = |measure: &usize| *measure + 8 >= at && parse.tokens[*measure..at].iter().all(Token::speaks);
    let before = measure(parse, at, sentence).filter(near);
    let measure = before.or_else(|| measure_after(parse, at, sentence))?;
    let turn = judge(&parse.tokens[measure], false);
    // "We stopped sales there" is a decision; "sales stopped" is not.
    // "Compliance cleared the wording": it did something, and did not end.
    let acted = || next_is(parse, at, sentence, Classes::of(&[Class::Determiner, Class::Our]));
    let told = turn == Turn::Good || before.is_some() && !acted();
    if told { trend(turn, measure.min(at)..measure.max(at) + 1) } else { None }
}

fn next_is(parse: &Parse<'_>, at: usize, sentence: &Range<usize>, classes: Classes) -> bool {
    parse.tokens.get(at + 1).filter(|_| at + 1 < sentence.end).is_some_and(|next| next.any(classes))
}
