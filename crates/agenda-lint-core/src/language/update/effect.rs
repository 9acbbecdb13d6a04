//! What came of a change: "since we moved the rounds the ward sleeps through".

use super::{Sentence, UNWANTED, risk};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;
use crate::language::trend::{KEPT_UP, Turn};

/// Whether a clause tells what came of a change that stands beside it, or that it names itself.
pub(super) fn is_told(parse: &Parse<'_>, clause: &Clause, sentence: &Sentence<'_>) -> bool {
    (is_since_own(parse, clause, sentence)
        || is_behind_change(parse, clause, sentence)
        || is_behind_deed(parse, clause)
        || has_begun_again(parse, clause))
        && risk::weigh(parse, clause) < risk::SURE
}

/// "The ward sleeps through | since we moved the rounds", "the lab says the samples come in clean | since we changed the bags".
fn is_since_own(parse: &Parse<'_>, clause: &Clause, sentence: &Sentence<'_>) -> bool {
    let grammar = clause.grammar;
    let since_own = |next: &Clause| {
        next.sentence == clause.sentence
            && parse.words(next)[0].spells(words!["since"])
            && next.grammar.subject == Subject::Writer
            && next.grammar.tense == Tense::Past
    };
    let told_by = || grammar.verb.is_some_and(|verb| parse.tokens[verb].is(Class::Speech));
    let worsens = || sentence.trends.iter().any(|trend| trend.turn == Turn::Bad);
    (matches!(grammar.tense, Tense::Present | Tense::None) || told_by())
        && grammar.subject != Subject::Writer
        && !clause.classes.meets(UNWANTED)
        && parse.after(clause).is_some_and(since_own)
        && !worsens()
}

/// "After the cache change | the run finishes before four".
fn is_behind_change(parse: &Parse<'_>, clause: &Clause, sentence: &Sentence<'_>) -> bool {
    let grammar = clause.grammar;
    let leaves = |before: &Clause| {
        before.grammar.verb.is_some_and(|verb| parse.tokens[verb].spells(words!["left", "leave", "quit"]))
    };
    let can = grammar.tense == Tense::Modal && !grammar.negated && parse.says(clause, words!["can"]);
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect | Tense::Present | Tense::State);
    if grammar.subject != Subject::Other || !told && !can || clause.lead == Lead::Moment {
        return false;
    }
    sentence.clauses.iter().take_while(|before| before.index < clause.index).any(|before| {
        let opens = parse.words(before)[0].spells(words!["after", "since"]);
        let changes = Classes::of(&[Class::Event, Class::Deed, Class::Course, Class::Deliver]);
        // "Since the new signs went up, nobody parks at the gate"
        opens
            && !leaves(before)
            && (before.classes.meets(changes) || clause.classes.has(Class::Nobody) || can)
    })
}

/// "Planted the hedge. | You can't hear the road any more", "moved the salt to the door, | folk don't slip there now": what
/// is no longer so after what one did.
pub(super) fn is_behind_deed(parse: &Parse<'_>, clause: &Clause) -> bool {
    /// What changes nothing.
    const IDLE: Classes =
        Classes::of(&[Class::Speech, Class::Appeal, Class::Thought, Class::Wish, Class::Be]);
    const HARMS: Classes = UNWANTED.with(Classes::of(&[Class::Fail]));
    /// What one is glad to hear of no more.
    const SPARED: [u32; 26] = spelt([
        "hear", "see", "bang", "slip", "squeak", "drip", "leak", "wake", "stick", "jam", "trip", "fall",
        "stumble", "queue", "wait", "complain", "ring", "phone", "chase", "bother", "smell", "rattle",
        "freeze", "flicker", "overheat", "scratch",
    ]);
    let grammar = clause.grammar;
    let told = matches!(grammar.tense, Tense::Present | Tense::Modal) && grammar.negated;
    if !told || grammar.subject == Subject::Writer || clause.asks || clause.asked || clause.quoted {
        return false;
    }
    let ended = has_ended(parse, clause) || parse.says(clause, words!["now"]);
    ended
        && (clause.classes.meets(HARMS) || parse.says(clause, &SPARED))
        && parse.before(clause).is_some_and(|deed| {
            let verb = deed.grammar.verb.map(|at| &parse.tokens[at]);
            deed.grammar.may_be_own()
                && deed.grammar.tense == Tense::Past
                && !deed.grammar.negated
                && verb.is_some_and(|verb| !verb.any(IDLE))
                && !deed.classes.meets(HARMS)
        })
}

/// "The old boys have started walking round the pond again": what others took up once more.
fn has_begun_again(parse: &Parse<'_>, clause: &Clause) -> bool {
    let began = |pair: &[Token]| {
        pair[0].spells(words!["started", "begun", "began"])
            && (pair[1].spells(&KEPT_UP)
                || pair[1].spells(words!["walking", "playing", "laughing", "smiling"]))
    };
    clause.grammar.subject == Subject::Other
        && matches!(clause.grammar.tense, Tense::Past | Tense::Perfect)
        && !clause.grammar.negated
        && parse.says(clause, words!["again"])
        && parse.words(clause).windows(2).any(began)
}

/// "Any more", "any longer", "no longer".
pub(super) fn has_ended(parse: &Parse<'_>, clause: &Clause) -> bool {
    let more = |pair: &[Token]| pair[0].spells(words!["any"]) && pair[1].spells(words!["more"]);
    parse.says(clause, words!["anymore", "longer"]) || parse.words(clause).windows(2).any(more)
}
