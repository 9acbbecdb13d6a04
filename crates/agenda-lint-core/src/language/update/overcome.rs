//! Trouble that the writer tells of and that is over: "the site crashed on Tuesday; a restart solved it".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::{Grammar, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// How many clauses behind it may say so.
const REACH: usize = 4;

/// Whether a trouble that a clause tells of, and that does not lie ahead, is mended by what it says or what comes behind.
pub(super) fn is_mended(parse: &Parse<'_>, clause: &Clause) -> bool {
    let ahead = matches!(clause.grammar.tense, Tense::Future | Tense::Modal | Tense::Progressive);
    // "Fixed the bug, due to a missing check"
    let is_why =
        || clause.lead == Lead::Cause && parse.before(clause).is_some_and(|before| mends(parse, before));
    !ahead
        && !clause.classes.has(Class::Still)
        && (mends(parse, clause) || is_why() || is_mended_behind(parse, clause))
}

/// Whether what comes behind a clause, in its sentence or the next one, says that something is mended.
pub(super) fn is_mended_behind(parse: &Parse<'_>, clause: &Clause) -> bool {
    let behind = parse.clauses[clause.index + 1..].iter().take(REACH);
    let mut behind = behind.take_while(|next| next.sentence <= clause.sentence + 1);
    behind.any(|next| mends(parse, next))
}

/// Whether a clause says that something is mended.
fn mends(parse: &Parse<'_>, clause: &Clause) -> bool {
    if !is_plainly_told(parse, clause) {
        return false;
    }
    let words = parse.words(clause);
    words[0].spells(words!["luckily", "fortunately", "thankfully"])
        || (0..words.len()).any(|at| is_mended_at(words, at))
        || is_back(words)
        // "Now we are two days ahead"
        || words[0].spells(words!["now"]) && (clause.classes.has(Class::Good) || parse.says(clause, words!["ahead"]))
        || clause.lead == Lead::Contrast && (clause.classes.has(Class::Good) || succeeds(parse, clause))
}

/// Whether a clause tells what was or is so: no plan, condition or denial.
fn is_plainly_told(parse: &Parse<'_>, clause: &Clause) -> bool {
    let Grammar { tense, negated, .. } = clause.grammar;
    let told = matches!(
        tense,
        Tense::Past | Tense::Perfect | Tense::Passive | Tense::State | Tense::None | Tense::Present
    );
    let hangs = matches!(clause.lead, Lead::Moment | Lead::Condition);
    told && !hangs
        && !negated
        && !clause.asks
        && !clause.quoted
        && !clause.classes.has(Class::Not)
        && !parse.says(clause, words!["until", "till"])
}

/// "Fixed it", "sorted with IT", and not "I also sorted the drawers".
fn is_mended_at(words: &[Token], at: usize) -> bool {
    const MENDED: [u32; 14] = spelt([
        "fixed",
        "solved",
        "resolved",
        "sorted",
        "repaired",
        "mended",
        "patched",
        "restored",
        "cured",
        "figured",
        "managed",
        "overcame",
        "recovered",
        "cleared",
    ]);
    const THING: Classes = Classes::of(&[Class::Determiner, Class::Our]);
    let other = || {
        words[at].spells(words!["sorted", "cleared"]) && words.get(at + 1).is_some_and(|next| next.any(THING))
    };
    words[at].spells(&MENDED) && !is_half(words, at) && !other()
}

/// "Back up since noon", "works again", "she is back", and not "back to the old days".
fn is_back(words: &[Token]) -> bool {
    let again = |pair: &[Token]| {
        pair[0].spells(words!["works", "working", "back"])
            && pair[1].spells(words!["again", "now", "up", "online", "fine"])
    };
    let ends = matches!(words, [.., is, back] if is.is(Class::Be) && back.spells(words!["back"]));
    ends || words.windows(2).any(again)
}

/// "But we made the deadline".
fn succeeds(parse: &Parse<'_>, clause: &Clause) -> bool {
    const SUCCEEDS: Classes = Classes::of(&[Class::Deliver, Class::Success, Class::Win]);
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    let did = |verb: &Token| verb.any(SUCCEEDS) || verb.spells(words!["made", "finished"]);
    clause.grammar.tense == Tense::Past && verb.is_some_and(did)
}

/// "Partly fixed", "fixed two of them", "will be sorted": not mended yet.
fn is_half(words: &[Token], at: usize) -> bool {
    const SOME: Classes = Classes::of(&[Class::Number, Class::Count, Class::Quantifier]);
    let before = &words[at.saturating_sub(2)..at];
    before.iter().any(|word| {
        word.any(Classes::of(&[Class::Future, Class::Modal, Class::To]))
            || word.spells(words!["partly", "partially", "half", "almost", "nearly", "temporarily", "be"])
    }) || words.get(at + 1).is_some_and(|next| next.any(SOME))
}
