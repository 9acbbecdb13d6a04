//! What somebody has come to be able to do.

use super::{risk, weight};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// "We can finally see the stock", "I can close the books on my own now", "tenants can book the bus themselves".
pub(super) fn is_told(parse: &Parse<'_>, clause: &Clause) -> bool {
    const CHANGED: [u32; 12] = spelt([
        "now",
        "finally",
        "already",
        "again",
        "alone",
        "unaided",
        "themselves",
        "himself",
        "herself",
        "itself",
        "myself",
        "ourselves",
    ]);
    /// What makes an arrangement of it.
    const DATED: Classes = Classes::of(&[Class::Weekday, Class::Month, Class::Day, Class::Not]);
    let grammar = clause.grammar;
    // "The drivers say they can trust the map again"
    let said = grammar.subject == Subject::Other
        && matches!(grammar.tense, Tense::Present | Tense::Past)
        && grammar.verb.is_some_and(|verb| parse.tokens[verb].is(Class::Speech));
    if grammar.tense != Tense::Modal && !said
        || grammar.negated
        || clause.asks
        || clause.asked
        || clause.quoted
        || clause.classes.meets(DATED)
        || !matches!(clause.lead, Lead::Sentence | Lead::More)
    {
        return false;
    }
    let able = grammar.verb.is_some() && parse.says(clause, words!["can"]);
    let own = || {
        let on_own = |three: &[Token]| {
            three[0].spells(words!["on"]) && three[1].is(Class::Our) && three[2].spells(words!["own"])
        };
        parse.words(clause).windows(3).any(on_own)
    };
    let at_last = || {
        parse
            .words(clause)
            .windows(2)
            .any(|pair| pair[0].spells(words!["at"]) && pair[1].spells(words!["last"]))
    };
    able && grammar.subject != Subject::Reader
        && weight(parse, Role::NoOutcome, clause) == 0
        && (parse.says(clause, &CHANGED) || at_last() || own())
        && risk::weigh(parse, clause) < risk::SURE
}
