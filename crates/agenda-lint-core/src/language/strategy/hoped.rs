//! Sizes told by what would be: "we'd need six helpers", "it would make the trip 20 minutes shorter", "ten fewer forms".

use super::paid::{is_bare, is_large};
use crate::language::class::Class;
use crate::language::clause::{Clause, Lead};
use crate::language::figure::{self, Kind};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::{Shape, Token};

/// By how much something would be more or less.
const DEGREES: [u32; 18] = spelt([
    "less",
    "fewer",
    "more",
    "extra",
    "additional",
    "cheaper",
    "shorter",
    "longer",
    "faster",
    "quicker",
    "slower",
    "earlier",
    "later",
    "sooner",
    "higher",
    "lower",
    "smaller",
    "bigger",
]);

/// What one needs for a course, or gets by it.
const GETS: [u32; 24] = spelt([
    "need", "get", "win", "gain", "reach", "lose", "sell", "use", "have", "save", "help", "serve", "bring",
    "take", "cut", "affect", "free", "spare", "give", "make", "touch", "concern", "cover", "hit",
]);

/// Whether the number at `at` tells how much would be needed or gained; `kind` is what it measures, if it is a figure.
pub(super) fn is_hoped(parse: &Parse<'_>, clause: &Clause, at: usize, kind: Option<Kind>) -> bool {
    let token = &parse.tokens[at];
    // "Ten percent more"
    let spelt_out = token.is(Class::Count)
        && parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["percent", "pct", "per-cent"]));
    let kind = if spelt_out { Some(Kind::Percent) } else { kind };
    if kind.is_none() && !is_count(token) {
        return false;
    }
    let (would, verb) = (|| would(parse, clause), clause.grammar.verb);
    let behind = verb.is_none_or(|verb| verb < at);
    let rest = &parse.tokens[at + 1..clause.tokens.end];
    // "20 minutes shorter", "50 kilos less food", "ten fewer forms"
    let graded = rest.iter().take(2).any(|word| word.spells(&DEGREES))
        || at > clause.tokens.start && parse.tokens[at - 1].spells(words!["less", "fewer", "by"]);
    // "Fewer trips: about six a week"
    let labelled = || {
        parse
            .before(clause)
            .is_some_and(|label| label.label && label.words <= 3 && parse.says(label, &DEGREES))
    };
    // "This gives each nurse 20 more minutes"
    let gives = || graded && parse.says(clause, words!["gives", "saves", "frees", "brings", "saving"]);
    // "We want to cut the waste by 30 percent"; "we want to open by six" is a time.
    let aimed = || match kind {
        Some(Kind::Plain) | None => is_fraction(parse, clause, at),
        _ => graded,
    };
    // "The new oven needs a third less gas"
    let uses = || {
        graded
            && behind
            && is_fraction(parse, clause, at)
            && parse.says(clause, words!["needs", "uses", "costs", "burns", "takes"])
    };
    if labelled() || gives() || uses() || is_staffing(parse, clause, at) || aimed() && aims(parse, clause) {
        return true;
    }
    let opens = || {
        at == clause.tokens.start
            || at == clause.tokens.start + 1 && !parse.tokens[at - 1].is(Class::Determiner)
    };
    match kind {
        // "60% would use it" was observed.
        Some(Kind::Percent) => behind && would() || verb.is_none() && graded && opens(),
        Some(Kind::Ratio) => behind && (graded || is_fraction(parse, clause, at)) && would(),
        // "In two weeks" is a date.
        Some(Kind::Duration) if is_dated(parse, at) => false,
        Some(Kind::Duration) => {
            verb.is_none() && opens() && (graded || is_for(rest))
                || would() && (graded || gets(parse, clause))
        }
        Some(Kind::Money) | None if token.spells(words!["one"]) => graded && would() && gets(parse, clause),
        _ => {
            let counts = rest.iter().take(3).any(|word| word.plural) || graded;
            let sum = || token.shape == Shape::Number && is_large(parse, at) && is_bare(parse, at);
            // "It would be about 250 people"
            let would_be = || {
                parse.says(clause, words!["be"]) && rest.first().is_some_and(|next| next.is(Class::Person))
            };
            let told = || {
                let gets = gets(parse, clause);
                gets && (counts || sum())
                    || counts && !behind && is_for_them(parse, clause)
                    || is_fraction(parse, clause, at)
                    || would_be()
            };
            verb.is_none() && opens() && graded || would() && told()
        }
    }
}

/// "Six", and not "third" alone.
fn is_count(token: &Token) -> bool {
    token.is(Class::Count) && !token.spells(words!["hundreds", "dozens", "several", "couple", "twice"])
}

/// Whether a clause tells what would be, and not what should: "would", "could", "I expect".
fn would(parse: &Parse<'_>, clause: &Clause) -> bool {
    const EXPECTS: [u32; 4] = spelt(["expect", "reckon", "estimate", "think"]);
    const CAN: [u32; 6] = spelt(["can", "could", "would", "'d", "might", "will"]);
    let modal =
        || clause.classes.has(Class::Future) || clause.classes.has(Class::Modal) && parse.says(clause, &CAN);
    let hopes = || {
        clause.grammar.subject == Subject::Writer
            && clause.grammar.tense != Tense::Past
            && parse.says(clause, &EXPECTS)
    };
    // "The switch to one supplier would …": the verb was not found.
    let would = matches!(clause.grammar.tense, Tense::Modal | Tense::Future | Tense::None) && modal();
    // "If we do this, we get"
    let then = parse
        .before(clause)
        .is_some_and(|before| before.sentence == clause.sentence && before.lead == Lead::Condition);
    !clause.asks && !clause.grammar.negated && (would || then || hopes())
}

/// "We want to cut …", "our target is …": what is meant to be reached.
fn aims(parse: &Parse<'_>, clause: &Clause) -> bool {
    const AIMS: [u32; 6] = spelt(["want", "aim", "hope", "plan", "like", "intend"]);
    let wants = |pair: &[Token]| pair[0].spells(&AIMS) && pair[1].is(Class::To);
    let wished = || clause.grammar.subject == Subject::Writer && parse.words(clause).windows(2).any(wants);
    let named = || {
        clause.grammar.tense == Tense::State
            && parse.says(clause, words!["goal", "target", "aim"])
            && !clause.classes.has(Class::Past)
    };
    !clause.asks && !clause.grammar.negated && (wished() || named())
}

/// Whether the verb is one of needing or getting.
fn gets(parse: &Parse<'_>, clause: &Clause) -> bool {
    let words = parse.words(clause);
    // "I'd ask for two days", and not "we could ask five customers"
    let asks = words.windows(2).any(|pair| pair[0].spells(words!["ask"]) && pair[1].spells(words!["for"]));
    asks || words.iter().any(|word| word.spells(&GETS))
}

/// "About 500 people would use it": those whom it is for, and not those who were asked.
fn is_for_them(parse: &Parse<'_>, clause: &Clause) -> bool {
    const THEIRS: [u32; 8] = spelt(["use", "get", "have", "move", "need", "receive", "benefit", "gain"]);
    clause.grammar.verb.is_some_and(|verb| parse.tokens[verb].spells(&THEIRS))
}

/// "Three people for two days"
fn is_staffing(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let rest = &parse.tokens[at + 1..clause.tokens.end];
    matches!(rest, [people, for_, days, time, ..] if people.is(Class::Person)
        && for_.spells(words!["for", "during"])
        && days.any(figure::NUMERIC)
        && time.is(Class::Time))
}

/// "By a third", "a fifth less": a part in words.
fn is_fraction(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const PARTS: [u32; 6] = spelt(["half", "third", "quarter", "fifth", "tenth", "two-thirds"]);
    let by = || parse.tokens[at.saturating_sub(2)..at].iter().any(|word| word.spells(words!["by"]));
    let less = |next: &Token| next.spells(words!["less", "fewer", "more"]);
    let of = |next: &Token| next.spells(words!["of"]) && gets(parse, clause);
    parse.tokens[at].spells(&PARTS)
        && (by() || parse.tokens.get(at + 1).is_some_and(|next| less(next) || of(next)))
}

/// "In two weeks", "for 30 years", "two weeks ago"
fn is_dated(parse: &Parse<'_>, at: usize) -> bool {
    at > 0
        && parse.tokens[at - 1]
            .spells(words!["in", "within", "after", "since", "every", "each", "next", "last", "over"])
        || parse
            .tokens
            .get(at + 2)
            .is_some_and(|next| next.is(Class::Left) && !next.spells(words!["earlier", "later"]))
}

/// "One afternoon for the training", "half a day per person"
fn is_for(rest: &[Token]) -> bool {
    let work = rest.get(1).is_some_and(|next| next.spells(words!["of"]))
        && rest.get(2).is_some_and(|next| next.spells(words!["work"]));
    work || rest.get(1).is_some_and(|next| next.spells(words!["for", "per"]))
}
