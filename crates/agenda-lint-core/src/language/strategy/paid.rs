//! Sizes told as sums: what was paid, what something is priced at, and by how much it is cheaper or quicker.

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::figure::Kind;
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// What one does with money.
const PAYS: [u32; 15] = spelt([
    "pay", "pays", "paid", "paying", "spend", "spends", "spent", "charge", "charges", "charged", "earn",
    "earned", "made", "make", "raised",
]);

/// What is given in money.
const PRICES: [u32; 20] = spelt([
    "price", "prices", "offer", "quote", "bill", "bills", "invoice", "estimate", "repair", "deposit", "loan",
    "grant", "upkeep", "damage", "loss", "profit", "surplus", "deficit", "bonus", "rebate",
]);

/// Whether the figure at `at` is a sum of money though no currency says so, or a part by which something is cheaper.
pub(super) fn is_priced(parse: &Parse<'_>, clause: &Clause, at: usize, kind: Kind) -> bool {
    match kind {
        Kind::Plain => is_paid(parse, clause, at) || is_price(parse, clause, at) || is_outlay(parse, at),
        Kind::Percent | Kind::Money | Kind::Duration => is_cheaper(parse, clause, at),
        Kind::Ratio => false,
    }
}

/// "We paid 6,400 for salt", and not "we paid 20 visits": the sum behind its verb.
pub(super) fn is_paid(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const ABOUT: [u32; 11] =
        spelt(["about", "around", "roughly", "nearly", "almost", "over", "only", "us", "them", "me", "just"]);
    let before = &parse.tokens[clause.tokens.start..at];
    let verb = before.iter().rev().find(|word| !word.spells(&ABOUT));
    // "80 for each visit"
    let each =
        parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["for", "per", "each", "every", "a"]));
    // "They want 900 for it"
    let asks = |verb: &Token| {
        verb.spells(words!["want", "wants", "ask", "asks", "offer", "offers", "offered"])
            && parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["for"]))
    };
    verb.is_some_and(|verb| {
        verb.spells(&PAYS) && (each || is_large(parse, at)) || asks(verb) && is_large(parse, at)
    }) && is_bare(parse, at)
}

/// "The invoice was 4,200", "buying is 9,000", "the offer is for 45,000".
fn is_price(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let Some(verb) = clause.grammar.verb.filter(|verb| *verb < at && clause.grammar.tense == Tense::State)
    else {
        return false;
    };
    let subject = &parse.tokens[clause.tokens.start..verb];
    // "A second press is 14,000": what one has not got yet.
    let new = || matches!(subject, [a, _, ..] if a.spells(words!["a", "an", "another"]));
    // "It was 16,000 for the taxis"
    let bought = || {
        matches!(subject, [.., it] if it.spells(words!["it", "that", "this"]))
            && parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["for"]))
    };
    let price = |word: &Token| word.spells(&PRICES);
    // "Buying is 9,000"
    let does = matches!(subject, [doing, ..] if doing.is(Class::Ing) && doing.is(Class::Course));
    parse.tokens[verb].is(Class::Be)
        && (does || subject.iter().any(price) || new() || bought())
        && at - verb <= 3
        && is_bare(parse, at)
        && is_large(parse, at)
}

/// "40,000 to build", "700 in total".
fn is_outlay(parse: &Parse<'_>, at: usize) -> bool {
    let pair = parse.tokens.get(at + 1).zip(parse.tokens.get(at + 2));
    pair.is_some_and(|(next, then)| {
        next.is(Class::To) && then.is(Class::Base) && then.is(Class::Course) && is_large(parse, at)
            || next.spells(words!["in"]) && then.spells(words!["total"])
    })
}

/// "The new press is 12 percent cheaper", "it costs 15% less": what one would save.
fn is_cheaper(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const BETTER: [u32; 6] = spelt(["cheaper", "dearer", "faster", "quicker", "shorter", "costlier"]);
    let rest = &parse.tokens[at + 1..clause.tokens.end];
    let near = |words: &[u32]| rest.iter().take(2).any(|word| word.spells(words));
    let costs = || near(words!["less", "more"]) && parse.says(clause, words!["cost", "costs"]);
    // "10 percent cheaper than last year" tells how it went.
    let earlier = |pair: &[Token]| {
        pair[0].spells(words!["than"])
            && pair[1].any(Classes::of(&[Class::Near, Class::Moment, Class::Preposition]))
    };
    matches!(clause.grammar.tense, Tense::State | Tense::Present | Tense::None)
        && (near(&BETTER) || costs())
        && !rest.windows(2).any(earlier)
}

/// Whether nothing is counted by the number: "900 for paint", and not "900 loaves".
pub(super) fn is_bare(parse: &Parse<'_>, at: usize) -> bool {
    const LINKS: Classes = Classes::of(&[
        Class::Preposition,
        Class::To,
        Class::Determiner,
        Class::Near,
        Class::And,
        Class::Adverb,
        Class::Day,
        Class::Left,
    ]);
    let rest = &parse.tokens[at + 1..];
    // "700 more", and not "700 more seats"
    if let [more, rest @ ..] = rest
        && more.spells(words!["more", "less", "extra"])
    {
        return rest.first().is_none_or(|next| !next.speaks() || next.is(Class::Preposition));
    }
    rest.first().is_none_or(|next| {
        !next.speaks() || next.any(LINKS) && !next.spells(words!["of"]) || next.spells(words!["per", "each"])
    })
}

/// Whether a number has three figures or more, as sums have.
pub(super) fn is_large(parse: &Parse<'_>, at: usize) -> bool {
    parse.text(&parse.tokens[at]).bytes().filter(u8::is_ascii_digit).count() >= 3
}
