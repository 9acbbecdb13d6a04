//! What happened and shows nothing: "the budget meeting moved".

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// "The budget meeting moved", "the board discussed it": what happened, and shows nothing.
pub(super) fn is_news(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    const MET: [u32; 10] = spelt([
        "met",
        "arrived",
        "discussed",
        "reviewed",
        "presented",
        "attended",
        "proposed",
        "recommended",
        "recommend",
        "recommends",
    ]);
    const HEARD: [u32; 7] = spelt(["asked", "ask", "asks", "complained", "complain", "report", "reports"]);
    const MEETINGS: Classes = Classes::of(&[Class::Occasion, Class::Document]);
    // "The guild hosts a conference"
    const HOLDS: [u32; 14] = spelt([
        "organise",
        "organises",
        "organised",
        "organize",
        "organizes",
        "organized",
        "host",
        "hosts",
        "hosted",
        "hold",
        "holds",
        "held",
        "plans",
        "runs",
    ]);
    // "The data team moved to the third floor"
    const HOUSE: [u32; 8] =
        spelt(["team", "department", "office", "branch", "centre", "center", "group", "ward"]);
    let moved = verb.spells(words!["moved", "moves", "move"]);
    let mut subject =
        parse.words(clause).iter().take_while(|word| word.start < verb.start && !word.is(Class::Preposition));
    // "Parents have told us"
    let told =
        || verb.spells(words!["told", "tell"]) && clause.classes.has(Class::Us) && !clause.grammar.negated;
    verb.any(Classes::of(&[Class::Speech, Class::Thought, Class::Pointer])) && !verb.spells(&HEARD) && !told()
        || verb.spells(words!["attached", "enclosed"])
        || verb.spells(&MET)
        || verb.any(Classes::of(&[Class::Move, Class::Neutral]))
            && subject.any(|word| word.any(MEETINGS) || moved && word.spells(&HOUSE))
        || verb.spells(&HOLDS) && clause.classes.has(Class::Occasion)
}
