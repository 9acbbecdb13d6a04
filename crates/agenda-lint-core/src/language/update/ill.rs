//! What bodes ill without a verb of harm: states, openings and mishaps.

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::{Shape, Token};

/// Whether something is said to be so that bodes ill: `is thin`, `Not confident about …`, `🔴`.
pub(super) fn is_said_of_something(parse: &Parse<'_>, clause: &Clause) -> bool {
    is_flagged(parse, clause)
        || is_ill_state(parse, clause)
        || opens_ill(parse, clause)
        || is_scarce(parse, clause)
}

/// Whether a clause is nothing but a status, or holds a sign of danger: `red`, `🔴`.
pub(super) fn is_flagged(parse: &Parse<'_>, clause: &Clause) -> bool {
    let status = clause.words == 1 && clause.roles.has(Role::RiskStatus);
    // A sign begins a sentence.
    let first = &parse.tokens[clause.tokens.start];
    status || first.shape == Shape::Sign && "🔴🟠🟡⚠🚨".contains(parse.text(first))
}

/// "Testing is thin", "bookings look weak".
fn is_ill_state(parse: &Parse<'_>, clause: &Clause) -> bool {
    const SEEMS: [u32; 13] = spelt([
        "look", "looks", "seem", "seems", "feel", "feels", "sound", "sounds", "remain", "remains", "get",
        "gets", "getting",
    ]);
    let grammar = clause.grammar;
    let state = matches!(grammar.tense, Tense::State | Tense::Progressive | Tense::Present);
    if grammar.negated || !state || !clause.classes.meets(Classes::of(&[Class::Bad, Class::Grim])) {
        return false;
    }
    let others = grammar.subject == Subject::Other;
    let bad = |word: &Token| word.is(Class::Bad) && !word.is(Class::Burden);
    let seems = || grammar.verb.is_some_and(|at| parse.tokens[at].spells(&SEEMS));
    let mended = clause.classes.has(Class::Good);
    // "Nervous swimmers ask for lane 1" describes them.
    let said = |word: &Token| {
        grammar.verb.is_none_or(|verb| word.start >= parse.tokens[verb].start)
            && !is_part_of_name(parse, clause, word)
    };
    others && parse.words(clause).iter().any(|word| bad(word) && said(word))
        || parse.words(clause).iter().any(|word| word.is(Class::Grim) && said(word))
            && !mended
            && (grammar.tense == Tense::State || others && seems())
}

/// "I'm on the late shift": a name, and no state.
fn is_part_of_name(parse: &Parse<'_>, clause: &Clause, word: &Token) -> bool {
    clause.roles.has(Role::NoRisk)
        && parse
            .cues_in(Role::NoRisk, clause.tokens.clone())
            .any(|found| parse.tokens[found.start..found.end].iter().any(|other| other.start == word.start))
}

/// Whether a clause begins with what bodes ill, and leaves out its verb or says that it comes again.
fn opens_ill(parse: &Parse<'_>, clause: &Clause) -> bool {
    const ILL: Classes = Classes::of(&[Class::Grim, Class::Bad, Class::Mishap]);
    let verbless = clause.grammar.verb.is_none();
    let words = parse.words(clause);
    // "Two laptops stolen from the office"
    if verbless
        && clause.classes.has(Class::Harm)
        && !words[0].any(Classes::of(&[Class::Nobody, Class::Not]))
        && !words[0].spells(words!["0", "zero"])
        && words.iter().skip(1).any(|word| word.is(Class::Harm) && word.is(Class::Participle))
    {
        return true;
    }
    if !clause.classes.meets(ILL) {
        return false;
    }
    let mut spoken = words.iter().filter(|word| word.speaks() && !word.is(Class::Adverb));
    let Some(first) = spoken.next().filter(|first| first.any(ILL)) else { return false };
    // "Alone on the clinic", "Not confident about the cut-over"
    let leads = |second: &Token| second.any(Classes::of(&[Class::Preposition, Class::To]));
    // "Mislabelled samples again"
    verbless && first.is(Class::Grim) && !is_draft(parse, clause) && spoken.next().is_none_or(leads)
        || words.iter().any(|word| word.spells(words!["again"]))
            && !clause.classes.meets(Classes::of(&[Class::Sink, Class::Less, Class::Cease]))
}

/// "Drafted the aims for autumn | still rough": what the writer has not finished is not in danger.
fn is_draft(parse: &Parse<'_>, clause: &Clause) -> bool {
    let drafts = |before: &Clause| {
        before.sentence == clause.sentence
            && before.grammar.may_be_own()
            && before.grammar.verb.is_some_and(|verb| {
                parse.tokens[verb]
                    .spells(words!["wrote", "drafted", "sketched", "outlined", "mapped", "started"])
            })
    };
    clause.lead == Lead::More && parse.before(clause).is_some_and(drafts)
}

/// "Hardly any applications", "no sign-ups so far": too little of what one wants.
fn is_scarce(parse: &Parse<'_>, clause: &Clause) -> bool {
    if clause.grammar.verb.is_some()
        || !clause.classes.meets(Classes::of(&[Class::Gain, Class::Result]))
        || clause.classes.has(Class::Burden)
    {
        return false;
    }
    let mut words = parse.words(clause).iter().filter(|word| word.speaks());
    let Some(first) = words.next() else { return false };
    let any = words.next().is_some_and(|second| second.spells(words!["any", "no", "a"]));
    any && first.spells(words!["hardly", "barely", "scarcely", "almost", "practically", "not"])
        || first.spells(words!["few"])
}

/// Whether a clause names a mishap that happened or is expected, and nobody says that it is dealt with.
pub(super) fn names_mishap(parse: &Parse<'_>, clause: &Clause, verb: Option<&Token>) -> bool {
    let grammar = clause.grammar;
    if !clause.classes.has(Class::Mishap) || clause.classes.has(Class::Good) || grammar.negated {
        return false;
    }
    let none = |word: &Token| {
        word.any(Classes::of(&[Class::Not, Class::Less, Class::Sink])) || word.spells(words!["0", "zero"])
    };
    let expected = matches!(grammar.tense, Tense::Modal | Tense::Future)
        || verb.is_some_and(|verb| verb.is(Class::Expect)) && grammar.tense != Tense::Past;
    // "Third outage in a row caused by …", but "the incident was reviewed", "complaints stopped".
    let mends = Classes::of(&[Class::Remedy, Class::Improve, Class::Cease, Class::Sink, Class::Manage]);
    let struck = |verb: &Token| {
        let subject = || {
            let before = parse.words(clause).iter().take_while(|word| word.start < verb.start);
            before.into_iter().any(|word| word.is(Class::Mishap))
        };
        let last = parse.words(clause).last().is_some_and(|last| last.start <= verb.end);
        grammar.tense == Tense::Past && !last && !verb.any(mends) && subject()
    };
    let happened =
        verb.is_none_or(|verb| grammar.subject == Subject::Other && !verb.is(Class::Deed) || struck(verb));
    (expected || happened) && !parse.words(clause).iter().any(none)
}
