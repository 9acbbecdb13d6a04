//! What others ask of the writer or hand over: "sales asked me if I want to join them", "she gave me some tips".

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::grammar::Subject;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Where the question begins that a sentence reports: the "if" of "she asked me if I want to lead".
pub(super) fn reported(parse: &Parse<'_>, sentence: &[Clause]) -> Option<usize> {
    // What "if" and "whether" are.
    const OPENS: Classes = Classes::of(&[Class::Condition, Class::Question]);
    if !sentence.iter().any(|clause| clause.classes.meets(OPENS)) {
        return None;
    }
    let (start, end) = (sentence.first()?.tokens.start, sentence.last()?.tokens.end);
    let asked = |at: usize| {
        let mut before = parse.tokens[start..at].iter().rev();
        before.find(|word| word.speaks() && !word.is(Class::Us))
    };
    (start + 1..end).find(|&at| {
        parse.tokens[at].spells(words!["if", "whether"])
            && asked(at).is_some_and(|asked| asked.spells(words!["asked", "asks", "wondered"]))
            && parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::I))
    })
}

/// "She asked me | if I want to lead": a wish that somebody asked about, and the writer does not tell.
pub(super) fn is_asked_about(clause: &Clause, reported: Option<usize>) -> bool {
    reported.is_some_and(|asked| asked < clause.tokens.end)
}

/// "The head of sales asked me if I'd like to join her team", and not "… if I want a coffee".
pub(super) fn is_invited(
    parse: &Parse<'_>,
    clause: &Clause,
    sentence: &[Clause],
    reported: Option<usize>,
) -> bool {
    const JOINS: [u32; 17] = spelt([
        "come", "join", "work", "move", "take", "lead", "run", "apply", "become", "switch", "change",
        "train", "teach", "manage", "head", "replace", "be",
    ]);
    const MEETINGS: Classes = Classes::of(&[Class::Occasion, Class::Day, Class::Weekday]);
    const MEALS: [u32; 4] = spelt(["lunch", "dinner", "coffee", "party"]);
    let here = |asked: &usize| (clause.tokens.start..=clause.tokens.end).contains(asked);
    let (Some(asked), Some(last)) = (reported.filter(here), sentence.last()) else { return false };
    if clause.grammar.subject != Subject::Other {
        return false;
    }
    let what = &parse.tokens[asked..last.tokens.end];
    // "… if I can take her shift"
    let swaps = what.iter().any(|word| word.spells(words!["take", "swap", "switch", "change"]))
        && what.iter().any(|word| word.spells(words!["shift", "shifts"]));
    !swaps
        && what.iter().any(|word| word.spells(&JOINS))
        && !what.iter().any(|word| word.any(MEETINGS) || word.spells(&MEALS))
}

/// "She gave me some good tips", "Tom offered to let me sit in": what somebody hands over proves nothing of the writer.
pub(super) fn is_handed(parse: &Parse<'_>, clause: &Clause) -> bool {
    const HANDS: [u32; 10] = spelt([
        "gave",
        "sent",
        "lent",
        "showed",
        "shared",
        "handed",
        "brought",
        "told",
        "given",
        "explained",
    ]);
    const THINGS: [u32; 8] = spelt(["book", "books", "link", "links", "number", "name", "address", "keys"]);
    const PAPERS: Classes = Classes::of(&[Class::Advice, Class::Document]);
    let thing = |word: &Token| {
        word.spells(&THINGS) || word.any(PAPERS) && !word.is(Class::Review) && !word.is(Class::Determiner)
    };
    let offers = |verb: usize| {
        parse.tokens[verb].spells(words!["offered", "agreed", "promised"])
            && parse.tokens.get(verb + 1).is_some_and(|next| next.is(Class::To))
    };
    let hands = |verb: usize| {
        parse.tokens[verb].spells(&HANDS) && parse.tokens[verb + 1..clause.tokens.end].iter().any(thing)
    };
    clause.grammar.subject == Subject::Other
        && clause.grammar.verb.is_some_and(|verb| offers(verb) || hands(verb))
}
