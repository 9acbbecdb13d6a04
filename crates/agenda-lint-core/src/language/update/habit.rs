//! What people have come to do or can do, told as it is: "parents see the bus on their phones".

use super::{UNWANTED, weight};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::words;
use crate::language::token::Token;

/// What makes a plan, a complaint or an arrangement of it.
const OTHER: Classes = UNWANTED.with(Classes::of(&[
    Class::Weekday,
    Class::Month,
    Class::Ordinal,
    Class::Day,
    Class::Fail,
    Class::Still,
    Class::Not,
]));

/// Verbs of which one cannot say whether it is good that people do it.
const OPEN: Classes = Classes::of(&[
    Class::Stative,
    Class::State,
    Class::Speech,
    Class::Thought,
    Class::Wish,
    Class::Move,
    Class::Begin,
    Class::Get,
    Class::Have,
    Class::Be,
]);

/// "Customers order by phone", "visitors can pay by card", "bank nurses get a bay instead of a list".
pub(super) fn is_told(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let told = matches!(grammar.tense, Tense::Present | Tense::Modal);
    let plain = told && grammar.subject == Subject::Other && grammar.own && !grammar.negated;
    if !plain
        || clause.asks
        || clause.asked
        || clause.classes.meets(OTHER)
        || !matches!(clause.lead, Lead::Sentence | Lead::More)
    {
        return false;
    }
    let Some(at) = grammar.verb else { return false };
    if marks_success(parse, clause, at) {
        return true;
    }
    let verb = &parse.tokens[at];
    // "people opt out as soon as they can"
    if parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["out", "off", "away", "past", "round"]))
    {
        return false;
    }
    if at - clause.tokens.start > REACH || !opens_with_many(parse, clause, at) {
        return false;
    }
    // "Drivers take the ferry for now"
    if clause.roles.has(Role::Mitigation) && !verb.is(Class::Get) {
        return false;
    }
    if grammar.tense == Tense::Modal {
        return !verb.any(IDLE) && parse.says(clause, words!["can"]);
    }
    !verb.any(OPEN)
        || verb.is(Class::Boon)
        || verb.spells(words!["know", "understand", "trust", "enjoy", "notice"])
        || verb.is(Class::Get) && parse.says(clause, words!["instead", "within", "straight", "immediately"])
}

/// "The pages load even on old phones", "forms come back complete", "the stove draws properly".
fn marks_success(parse: &Parse<'_>, clause: &Clause, verb: usize) -> bool {
    let says_how = clause.classes.has(Class::Adverb);
    let even = || parse.tokens.get(verb + 1).is_some_and(|next| next.spells(words!["even"]));
    let again = || !parse.tokens[verb].any(OPEN) && parse.says(clause, words!["again"]);
    clause.grammar.tense == Tense::Present
        && (weight(parse, Role::Outcome, clause) > 0 || says_how && (even() || again()))
}

/// How far behind the beginning the verb may stand.
const REACH: usize = 4;

/// What others can do that need not be good.
const IDLE: Classes = Classes::of(&[Class::Be, Class::Have, Class::Serve, Class::Wish]);

/// "most drivers", "so bank nurses": people in the plural, and nobody in particular.
fn opens_with_many(parse: &Parse<'_>, clause: &Clause, verb: usize) -> bool {
    const SKIPPED: Classes = Classes::of(&[Class::And, Class::Quantifier, Class::Adverb, Class::Modal]);
    const PARTICULAR: Classes = Classes::of(&[Class::Our, Class::Number, Class::Count, Class::Pronoun]);
    const MANY: Classes = Classes::of(&[Class::Person, Class::Result]);
    let named = |word: &&Token| word.speaks() && !word.any(SKIPPED);
    let mut subject = parse.tokens[clause.tokens.start..verb].iter().filter(named);
    let people = |word: &Token| {
        word.spells(words!["people", "folks", "children", "women", "men"])
            || word.plural && word.any(MANY) && !word.is(Class::Pronoun)
            || parse.tokens[verb].is(Class::Third) && word.spells(words!["everybody", "everyone"])
    };
    subject.next_back().is_some_and(people) && subject.all(|word| !word.any(PARTICULAR))
}
