//! How large the gain or the cost of a course is.

use super::hoped::is_hoped;
use super::needed::tells_need;
use super::paid::is_priced;
use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::Role;
use crate::language::figure::{self, Kind, kind_at};
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::{Shape, Token};

/// Whether a clause tells the magnitude of a gain or a cost.
///
/// `figures` are those of the clause, and what they measure.
pub(super) fn sizes(parse: &Parse<'_>, clause: &Clause, figures: &[(usize, Kind)]) -> bool {
    let tokens = clause.tokens.clone();
    if clause.roles.has(Role::Size) {
        return true;
    }
    let spends = |figure: usize| {
        let around = tokens.start.max(figure.saturating_sub(5))..tokens.end.min(figure + 5);
        // "worth your ten minutes"
        let reading = |at: usize| {
            parse.tokens[at].spells(words!["worth"])
                && parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Your))
        };
        // "Cost centre 4410", "budget line 12"
        let names = |at: usize| {
            parse.tokens.get(at + 1).is_some_and(|next| {
                next.spells(words![
                    "centre", "center", "code", "line", "number", "unit", "plan", "meeting", "talk"
                ])
            })
        };
        around.into_iter().any(|at| {
            let token = &parse.tokens[at];
            // "We discussed it for two hours": the unit of the figure itself tells of no cost.
            let unit = |figure: usize| {
                at == figure + 1
                    && clause.grammar.tense == Tense::Past
                    && parse.tokens[figure.saturating_sub(1)].spells(words!["for"])
            };
            (token.is(Class::Scale) || token.spells(&SPENDS) && !reading(at)) && !names(at) && !unit(figure)
        })
    };
    if !clause.classes.meets(figure::NUMERIC) {
        return false;
    }
    let hoped = |at: usize| {
        parse.tokens[at].any(figure::NUMERIC) && is_hoped(parse, clause, at, kind_at(figures, at))
    };
    if tokens.clone().any(hoped) || tells_need(parse, clause, figures) {
        return true;
    }
    figures.iter().any(|(at, kind)| match *kind {
        Kind::Money => true,
        kind if is_priced(parse, clause, *at, kind) => true,
        Kind::Duration if is_bound(parse, *at) => false,
        Kind::Duration => spends(*at) || is_cut(parse, *at, tokens.end),
        Kind::Percent | Kind::Ratio => false,
        Kind::Plain => {
            is_rate(parse, *at)
                || is_total(parse, *at)
                || is_product(parse, *at)
                || is_staff(parse, clause, *at)
                || is_sum(parse, *at)
                || is_margin(parse, *at)
                || is_quote(parse, clause, *at)
                || is_estimate(parse, clause, *at)
                || spends(*at)
        }
    })
}

/// `waiting 6 weeks → 2`: a time that shall become another.
fn is_cut(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    let arrow = |token: &Token| parse.text(token) == "→";
    let after = parse.tokens.get(at + 1..end.min(at + 4)).unwrap_or_default();
    after
        .iter()
        .position(arrow)
        .and_then(|arrow| after.get(arrow + 1))
        .is_some_and(|to| to.shape == Shape::Number)
}

/// "Jobs under four hours": which ones are meant.
fn is_bound(parse: &Parse<'_>, at: usize) -> bool {
    let Some([noun, bound]) = at.checked_sub(2).map(|start| &parse.tokens[start..at]) else { return false };
    noun.plural && !noun.is(Class::Third) && bound.spells(words!["under", "over", "above", "below"])
}

/// Words that tell of a gain or a cost.
pub(super) const SPENDS: [u32; 19] = spelt([
    "save", "saves", "saved", "saving", "cost", "costs", "costing", "worth", "spend", "spends", "takes",
    "take", "lose", "loses", "earns", "bring", "brings", "frees", "eats",
]);

/// `2k`, `1.5bn`, where nothing is counted by it.
fn is_sum(parse: &Parse<'_>, at: usize) -> bool {
    const INCOME: [u32; 7] =
        spelt(["margin", "revenue", "turnover", "profit", "income", "savings", "takings"]);
    let counts = parse
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.any(Classes::of(&[Class::Result, Class::Gain])) && !next.spells(&INCOME));
    // "30 k", "2.1 million"
    let million =
        parse.tokens.get(at + 1).is_some_and(|unit| unit.spells(words!["k", "bn", "million", "billion"]));
    let unit = parse.tokens.get(at + 2);
    if million && !unit.is_some_and(|unit| unit.plural && !unit.is(Class::Third)) {
        return true;
    }
    match parse.text(&parse.tokens[at]).as_bytes() {
        [.., b'b' | b'B', b'n' | b'N'] => true,
        [first, .., b'k' | b'K' | b'm' | b'M'] => !counts && first.is_ascii_digit(),
        _ => false,
    }
}

/// `roughly 9 roles`, with no verb: how many the course is about.
pub(super) fn is_staff(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let staff = Classes::of(&[Class::Rank, Class::Role]);
    let next = parse.tokens.get(at + 1);
    let short = clause.tokens.len() <= 4;
    short
        && next.is_some_and(|next| {
            next.any(staff) || next.spells(words!["roles", "posts", "positions", "jobs", "hires"])
        })
}

/// `6 x 750`
fn is_product(parse: &Parse<'_>, at: usize) -> bool {
    let times =
        parse.tokens.get(at + 1).is_some_and(|sign| sign.spells(words!["x"]) || parse.text(sign) == "×");
    times && parse.tokens.get(at + 2).is_some_and(|other| other.shape == Shape::Number)
}

/// `90,000 net`, `40 apiece`.
fn is_total(parse: &Parse<'_>, at: usize) -> bool {
    const TOTALS: [u32; 9] =
        spelt(["net", "gross", "apiece", "upfront", "one-off", "annually", "yearly", "all-in", "incl"]);
    parse.tokens.get(at + 1).is_some_and(|next| next.spells(&TOTALS))
}

/// `1,100 a month`, `1.2k/month`.
fn is_rate(parse: &Parse<'_>, at: usize) -> bool {
    let next = parse.tokens.get(at + 1);
    let after = parse.tokens.get(at + 2);
    let per = next.is_some_and(|next| next.mark(b'/') || next.spells(words!["a", "per", "each"]));
    per && after.is_some_and(|after| after.is(Class::Time))
}

/// `+0.40 per litre`: by how much one of them gains.
fn is_margin(parse: &Parse<'_>, at: usize) -> bool {
    let exact = parse.text(&parse.tokens[at]).contains('.')
        || at
            .checked_sub(1)
            .is_some_and(|sign| parse.tokens[sign].mark(b'+') || parse.tokens[sign].mark(b'-'));
    exact && parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["per", "apiece", "each"]))
}

/// "The mason says 32,000": what somebody asks for it.
fn is_quote(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const ASKS: [u32; 16] = spelt([
        "says",
        "said",
        "quotes",
        "quoted",
        "wants",
        "asks",
        "asked",
        "charges",
        "charged",
        "offers",
        "offered",
        "estimates",
        "estimated",
        "bids",
        "bid",
        "reckons",
    ]);
    // "The log says 300"
    const SOURCES: Classes = Classes::of(&[Class::Document, Class::Pointer, Class::Metric, Class::Numbered]);
    let ends = parse.tokens[at + 1..clause.tokens.end].iter().all(|token| !token.speaks());
    let large = parse.text(&parse.tokens[at]).len() >= 3;
    let read = parse.words(clause).iter().any(|word| word.any(SOURCES));
    ends && large && !read && at.checked_sub(1).is_some_and(|verb| parse.tokens[verb].spells(&ASKS))
}

/// `would bring 300 more readers`: how many more there would be.
fn is_estimate(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let more = parse.tokens.get(at + 1);
    more.is_some_and(|more| more.spells(words!["more", "fewer", "extra", "additional"]))
        && (matches!(clause.grammar.tense, Tense::Modal | Tense::Future)
            || parse.says(
                clause,
                words!["estimate", "reckon", "expect", "means", "makes", "guess", "would", "could"],
            ))
}
