//! What goes on, was seen or had to be done: "guests wait every evening", "I've seen nurses walk", "we had to send ten away".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether a clause tells what goes on, was seen, or had to be done.
pub(super) fn goes_on(parse: &Parse<'_>, clause: &Clause) -> bool {
    !clause.asks
        && (lasts(parse, clause)
            || recurs(parse, clause)
            || is_seen(parse, clause)
            || is_forced(parse, clause))
}

/// "The gate has been broken since March", "the one we have is always full": a strained state that lasts.
fn lasts(parse: &Parse<'_>, clause: &Clause) -> bool {
    const EVER: [u32; 5] = spelt(["always", "often", "usually", "mostly", "constantly"]);
    const ILL: Classes = Classes::of(&[Class::Bad, Class::Poor, Class::Grim]);
    const STRAINED: [u32; 8] = spelt(["full", "busy", "packed", "crowded", "closed", "wet", "dark", "loud"]);
    let since = |next: &Clause| {
        next.sentence == clause.sentence
            && next.lead == Lead::Moment
            && parse.words(next)[0].spells(words!["since"])
    };
    let strained = || clause.classes.meets(ILL) || parse.says(clause, &STRAINED);
    let been = || {
        parse.says(clause, words!["been"])
            && (parse.after(clause).is_some_and(since)
                || parse.says(clause, words!["all"]) && is_timed(parse, clause))
    };
    let is = || clause.classes.has(Class::Be) && parse.says(clause, &EVER);
    let named = parse.words(clause)[0].any(Classes::of(&[Class::Determiner, Class::Our]))
        || parse.words(clause)[0].spells(words!["it"]);
    let state = matches!(clause.grammar.tense, Tense::State | Tense::Passive);
    state && named && !clause.grammar.negated && strained() && (been() || is())
}

/// "Guests wait every evening", "the phone rings all day", "many patients do not find the door": what happens again and
/// again.
fn recurs(parse: &Parse<'_>, clause: &Clause) -> bool {
    const HAPPENS: Classes =
        Classes::of(&[Class::State, Class::Fail, Class::Harm, Class::Worsen, Class::Deed]);
    const MEETS: Classes = Classes::of(&[Class::Speech, Class::Begin, Class::Thought, Class::Wish]);
    let grammar = clause.grammar;
    let told = grammar.subject == Subject::Other && grammar.own && grammar.tense == Tense::Present;
    let Some(at) = grammar.verb.filter(|_| told) else { return false };
    let verb = &parse.tokens[at];
    let subject = &parse.tokens[clause.tokens.start..at];
    let people =
        || subject.iter().any(|word| word.plural && word.any(Classes::of(&[Class::Person, Class::Result])));
    let fails = grammar.negated && people();
    let happens = || {
        (verb.any(HAPPENS) || verb.classes.is_empty())
        && !clause.classes.has(Class::Occasion)
        && is_timed(parse, clause)
        // "Jim works here every Monday"
        && subject.iter().any(|word| word.plural || word.any(Classes::of(&[Class::Determiner, Class::Our])))
    };
    !verb.any(MEETS) && (fails || happens())
}

/// "Every evening", "all day", "many times"
fn is_timed(parse: &Parse<'_>, clause: &Clause) -> bool {
    parse.words(clause).windows(2).any(|pair| {
        pair[1].any(Classes::of(&[Class::Time, Class::Weekday]))
            && pair[0].spells(words!["every", "each", "all"])
            || pair[1].spells(words!["times", "time"])
                && pair[0].spells(words!["many", "several", "every", "each"])
    })
}

/// "I've seen nurses walk the long way", "I noticed that most come late": what the writer saw.
fn is_seen(parse: &Parse<'_>, clause: &Clause) -> bool {
    const SAW: [u32; 10] =
        spelt(["seen", "saw", "see", "noticed", "found", "watched", "observed", "counted", "met", "spotted"]);
    let grammar = clause.grammar;
    let told = || match grammar.tense {
        Tense::Past | Tense::Perfect => true,
        Tense::Present => parse.says(clause, words!["often", "always", "keep"]),
        _ => false,
    };
    let own = grammar.subject == Subject::Writer && !grammar.negated;
    let Some(at) = grammar.verb.filter(|at| own && parse.tokens[*at].spells(&SAW) && told()) else {
        return false;
    };
    let object = &parse.tokens[at + 1..clause.tokens.end];
    // "I found ten on the floor", and not "I found three suppliers"
    let placed =
        || object.iter().any(|word| word.any(Classes::of(&[Class::Preposition, Class::Bad, Class::Trouble])));
    let counted = clause.classes.meets(figure::NUMERIC)
        && object.iter().any(|word| word.any(figure::NUMERIC))
        && !parse.tokens[at].spells(words!["met"])
        && (!parse.tokens[at].spells(words!["found"]) || placed());
    // "People leave the queue"
    let acts = |pair: &[Token]| {
        (pair[0].plural || pair[0].spells(words!["people"]))
            && pair[1].any(Classes::of(&[Class::Base, Class::Ing]))
    };
    let that = object.first().is_some_and(|first| first.is(Class::That))
        || object.is_empty()
            && parse
                .after(clause)
                .is_some_and(|next| next.sentence == clause.sentence && parse.words(next)[0].is(Class::That));
    counted || that || object.windows(2).any(acts)
}

/// "We had to send away ten guests", "we had only five guests after nine", "since we used it only nine days".
fn is_forced(parse: &Parse<'_>, clause: &Clause) -> bool {
    // "At two" is when.
    let number = |pair: &[Token]| pair[1].any(figure::NUMERIC) && !pair[0].spells(words!["at"]);
    let counted =
        || parse.words(clause).windows(2).any(number) || parse.says(clause, words!["twice", "every"]);
    let had = |word: &Token| word.is(Class::Have) && word.is(Class::Past);
    let forced = clause.grammar.tense == Tense::Duty;
    // "We had three meetings" shows nothing.
    let held = || {
        clause.grammar.tense == Tense::State
            && clause.grammar.subject == Subject::Writer
            && !clause.classes.meets(Classes::of(&[Class::Occasion, Class::Modal]))
            && parse.says(clause, words!["we", "only", "just"])
    };
    (forced || held()) && parse.words(clause).iter().any(had) && counted()
}
