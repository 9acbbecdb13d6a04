//! Trouble that is said to be there in plain words: "there is a problem with the printer", "struggling with the parser".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// What trouble is called, whatever it is about.
const TROUBLES: [u32; 22] = spelt([
    "problem",
    "problems",
    "issue",
    "issues",
    "trouble",
    "troubles",
    "difficulty",
    "difficulties",
    "bottleneck",
    "bottlenecks",
    "obstacle",
    "obstacles",
    "concern",
    "concerns",
    "glitch",
    "glitches",
    "setback",
    "setbacks",
    "hiccup",
    "hiccups",
    "snag",
    "snags",
]);

/// Whether a word may be one of them: a cheap look, before it is compared with all.
fn may_be_trouble(word: &Token) -> bool {
    !word.known || word.any(Classes::of(&[Class::Trouble, Class::Mishap, Class::ProblemLabel]))
}

/// Whether a clause says that there is trouble.
pub(super) fn is_told(parse: &Parse<'_>, clause: &Clause) -> bool {
    let hangs = matches!(clause.lead, Lead::Moment | Lead::Condition);
    if hangs || clause.quoted || clause.asked || is_ahead(clause.grammar.tense) {
        return false;
    }
    let words = parse.words(clause);
    let is_named = |word: &Token| may_be_trouble(word) && word.spells(&TROUBLES);
    let is_trouble = |at: usize| is_named(&words[at]) && is_meant(words, at) && is_there(words, at);
    let told = || struggles(parse, clause) || stands_still(words) || (0..words.len()).any(is_trouble);
    is_broken(clause, words) || !clause.grammar.negated && told()
}

/// Whether it is only thought of.
fn is_ahead(tense: Tense) -> bool {
    matches!(tense, Tense::Future | Tense::Modal | Tense::Missed | Tense::Infinitive)
}

/// "We're struggling to recruit", "still struggling with the parser".
fn struggles(parse: &Parse<'_>, clause: &Clause) -> bool {
    let now = matches!(clause.grammar.tense, Tense::Progressive | Tense::Present | Tense::Gerund);
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    let was = |word: &Token| word.is(Class::Be) && word.is(Class::Past);
    now && verb.is_some_and(|verb| verb.spells(words!["struggling", "struggle", "struggles"]))
        && !parse.words(clause).iter().any(was)
}

/// "The plugin no longer works", and not "Mira no longer works on Fridays", "no longer works nights".
pub(super) fn is_broken(clause: &Clause, words: &[Token]) -> bool {
    const SOMEBODY: Classes =
        Classes::of(&[Class::I, Class::Us, Class::Nominative, Class::Person, Class::Name]);
    const SINCE: [u32; 7] = spelt(["since", "after", "properly", "correctly", "today", "now", "and"]);
    let said = |(at, said): (usize, &[Token])| {
        let ends = words.get(at + 3).is_none_or(|next| !next.speaks() || next.spells(&SINCE));
        said[0].spells(words!["no"])
            && said[1].spells(words!["longer"])
            && said[2].spells(words!["works", "work"])
            && ends
            && at > 0
            && !words[..at].iter().any(|word| word.any(SOMEBODY))
    };
    clause.classes.has(Class::Not) && words.windows(3).enumerate().any(said)
}

/// "No progress on the policy".
fn stands_still(words: &[Token]) -> bool {
    words.windows(2).any(|pair| {
        pair[0].spells(words!["no", "little"]) && pair[1].spells(words!["progress", "movement", "headway"])
    })
}

/// Whether the word at `at` stands for trouble: none is denied or counted as the entries of a tracker are ("12 issues"), and
/// no thing is named after it ("issue tracker").
fn is_meant(words: &[Token], at: usize) -> bool {
    const NONE: Classes = Classes::of(&[Class::Not, Class::Nobody, Class::Number, Class::Less]);
    const BEHIND: Classes = Classes::of(&[
        Class::Preposition,
        Class::Be,
        Class::Have,
        Class::That,
        Class::Adverb,
        Class::And,
        Class::To,
        Class::Ing,
        Class::Moment,
        Class::Still,
    ]);
    let denied = words[at.saturating_sub(3)..at].iter().any(|word| {
        word.any(NONE)
            || word.spells(words!["no", "any", "zero", "without", "few", "open", "known", "possible"])
    });
    let next = words.get(at + 1);
    !denied && next.is_none_or(|next| !next.speaks() || next.any(BEHIND))
}

/// Whether a clause says that the trouble at `at` is there: "there is", "we have", "is a", "the problem is", or nothing but
/// its name and where it is.
fn is_there(words: &[Token], at: usize) -> bool {
    const NOW: [u32; 12] = spelt([
        "is", "are", "'s", "remain", "remains", "become", "becomes", "becoming", "seem", "seems", "been",
        "being",
    ]);
    const HOLD: [u32; 26] = spelt([
        "have",
        "has",
        "having",
        "'ve",
        "got",
        "face",
        "faces",
        "facing",
        "see",
        "sees",
        "seeing",
        "hit",
        "hits",
        "hitting",
        "into",
        "encounter",
        "encountered",
        "encountering",
        "experience",
        "experiencing",
        "cause",
        "causes",
        "causing",
        "create",
        "creates",
        "creating",
    ]);
    const LINKS: Classes = Classes::of(&[Class::Preposition, Class::And, Class::To, Class::That]);
    let behind = || words[at + 1..].iter().take(6);
    let is_past = behind().any(|word| word.any(Classes::of(&[Class::Good, Class::Cease, Class::Remedy])))
        || behind().any(|word| word.spells(words!["over", "gone", "open", "closed", "filed"]));
    let is_now = |word: &Token| word.spells(&NOW);
    let holds = |word: &Token| is_now(word) || word.spells(&HOLD);
    let near = words[..at].iter().rev().take(5);
    let mut before = near.take_while(|word| holds(word) || !word.any(LINKS));
    let subject =
        || words.get(at + 1).is_some_and(|next| is_now(next) || next.spells(words!["persist", "persists"]));
    let opens = || {
        const PLAIN: Classes =
            Classes::of(&[Class::Past, Class::Third, Class::I, Class::Us, Class::Pronoun, Class::Ing]);
        let place = |next: &Token| next.spells(words!["with", "in", "on", "at", "around"]);
        at <= 2
            && !words[..at].iter().any(|word| word.any(PLAIN) || word.any(LINKS))
            && words.get(at + 1).is_some_and(place)
            && !words.iter().any(|word| word.any(Classes::of(&[Class::Be, Class::Have, Class::Modal])))
    };
    !is_past && (before.any(holds) || subject() || opens())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::token;

    #[test]
    fn every_name_of_trouble_passes_the_cheap_look() {
        let text = "problem problems issue issues trouble troubles difficulty difficulties bottleneck bottlenecks \
                    obstacle obstacles concern concerns glitch glitches setback setbacks hiccup hiccups snag snags";
        let mut tokens = Vec::new();
        token::tokenise(text, 0, text.len(), &mut tokens);
        assert_eq!(tokens.len(), TROUBLES.len());
        for token in tokens {
            let name = &text[token.start..token.end];
            assert!(token.spells(&TROUBLES) && may_be_trouble(&token), "{name}");
        }
    }
}
