//! Trouble that the writer tells of and that is over: "the site crashed on Tuesday; a restart solved it".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// How many clauses behind it may say so.
const REACH: usize = 4;

/// "But we made the deadline"
const SUCCEEDS: Classes = Classes::of(&[Class::Deliver, Class::Success, Class::Win]);

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
    let grammar = clause.grammar;
    let told = matches!(
        grammar.tense,
        Tense::Past | Tense::Perfect | Tense::Passive | Tense::State | Tense::None | Tense::Present
    );
    let hangs = matches!(clause.lead, Lead::Moment | Lead::Condition);
    if !told
        || hangs
        || grammar.negated
        || clause.asks
        || clause.quoted
        || clause.classes.has(Class::Not)
        || parse.says(clause, words!["until", "till"])
    {
        return false;
    }
    let words = parse.words(clause);
    let mended = |at: usize| words[at].spells(&MENDED) && !is_half(words, at);
    let lucky = || words[0].spells(words!["luckily", "fortunately", "thankfully"]);
    // "Back up since noon", "works again", "she is back", and not "back to the old days"
    let works = || {
        words.windows(2).any(|pair| {
            pair[0].spells(words!["works", "working", "back"])
                && pair[1].spells(words!["again", "now", "up", "online", "fine"])
        })
    };
    let verb = || {
        grammar.verb.is_some_and(|verb| {
            let verb = &parse.tokens[verb];
            (verb.any(SUCCEEDS) || verb.spells(words!["made", "finished"])) && grammar.tense == Tense::Past
        })
    };
    let is_back = || {
        let [.., is, back] = words else { return false };
        is.is(Class::Be) && back.spells(words!["back"])
    };
    let good = || clause.lead == Lead::Contrast && (clause.classes.has(Class::Good) || verb());
    (0..words.len()).any(mended) || lucky() || works() || is_back() || good()
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
