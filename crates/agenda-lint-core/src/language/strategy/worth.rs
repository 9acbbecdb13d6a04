//! Courses that are favoured for what they are worth: "I think one desk is enough", "if we buy the van, we save 4,000".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// "I think one desk for both wards is enough", and not "I think that's enough for today".
pub(super) fn suffices(parse: &Parse<'_>, clause: &Clause) -> bool {
    const THINKS: [u32; 4] = spelt(["think", "believe", "find", "guess"]);
    if clause.grammar.subject != Subject::Writer || clause.grammar.negated || !clause.classes.has(Class::Be) {
        return false;
    }
    let words = parse.words(clause);
    let Some(thinks) = words.iter().position(|word| word.spells(&THINKS)) else { return false };
    let told = words.get(thinks + 1).is_some_and(|next| next.any(figure::NUMERIC));
    let enough = |pair: &[Token]| pair[0].is(Class::Be) && pair[1].spells(words!["enough", "sufficient"]);
    told && words[thinks..].windows(2).any(enough)
}

/// "If we opened on Sunday, | we would earn 2,000 more", and not "if we raise the price, we would lose members"; "if we
/// share the van, we save a driver" only compares.
pub(super) fn pays_off(parse: &Parse<'_>, clause: &Clause) -> bool {
    const DOES: Classes = Classes::of(&[Class::Course, Class::Deed]);
    const ILL: Classes = Classes::of(&[Class::Harm, Class::Worsen, Class::Fail, Class::Sink]);
    const GAINS: [u32; 9] = spelt(["save", "earn", "win", "gain", "get", "sell", "free", "halve", "double"]);
    let grammar = clause.grammar;
    let ours = clause.lead == Lead::Condition
        && parse.words(clause)[0].spells(words!["if"])
        && grammar.subject == Subject::Writer
        && !grammar.negated
        && grammar.verb.is_some_and(|verb| parse.tokens[verb].any(DOES) && !parse.tokens[verb].any(ILL));
    let gains = |next: &Clause| {
        next.sentence == clause.sentence
            && !next.asks
            && next.grammar.subject == Subject::Writer
            && next.grammar.verb.is_some_and(|verb| parse.tokens[verb].spells(&GAINS))
            && !next.grammar.negated
            && next.grammar.tense == Tense::Modal
            && next.classes.meets(figure::NUMERIC)
    };
    ours && parse.after(clause).is_some_and(gains)
}
