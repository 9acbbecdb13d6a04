//! What only sounds like a danger: it is denied, describes a thing, or is what the writer did.

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::Found;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// "Chased late invoices", "3 of the 5 late payers paid", "moved the late slot": a word that describes a plural, or what
/// the writer has dealt with.
pub(super) fn describes(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    const ADJECTIVES: [u32; 14] = spelt([
        "late",
        "overdue",
        "delayed",
        "missing",
        "outdated",
        "broken",
        "damaged",
        "failed",
        "nervous",
        "anxious",
        "belated",
        "cancelled",
        "canceled",
        "rejected",
    ]);
    if found.end > found.start + 1 || !parse.tokens[found.start].spells(&ADJECTIVES) {
        return false;
    }
    let known =
        found.start > clause.tokens.start && parse.tokens[found.start - 1].spells(words!["the", "our", "my"]);
    if known && is_dealt_with(parse, clause, found.end) {
        return true;
    }
    // "The missing page is found": what is said of it counts.
    if is_subject(parse, clause, found.end) {
        return true;
    }
    let names = |next: &Token, other: Classes| next.plural && next.speaks() && !next.any(other);
    let mut ahead = parse.tokens[found.end..].iter();
    ahead.next().is_some_and(|next| {
        names(next, Classes::of(&[Class::Pronoun, Class::Past]))
            // "broken rental cars"
            || next.speaks() && ahead.next().is_some_and(|next| names(next, Classes::of(&[Class::Third, Class::Be])))
    })
}

/// "Zero late trucks", "0 lost-time incidents", "without delay", "nothing at risk".
pub(super) fn is_none(parse: &Parse<'_>, at: usize) -> bool {
    let mut before = parse.tokens[at.saturating_sub(2)..at].iter().rev().take_while(|word| word.speaks());
    before.any(|word| word.spells(words!["zero", "0", "no", "without", "nothing", "none", "nobody"]))
}

/// "isn't waiting", "aren't really blocked"
pub(super) fn is_denied(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let before = &parse.tokens[clause.tokens.start..at.max(clause.tokens.start)];
    let word = before.iter().rev().find(|word| !word.is(Class::Adverb) || word.is(Class::Not));
    word.is_some_and(|word| word.is(Class::Not))
        && parse.tokens[at].any(Classes::of(&[Class::Ing, Class::Participle]))
}

/// "£2,000 left over", "plenty of time left for it": what there still is, and nobody who left.
pub(super) fn is_left_over(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    parse.tokens[at].spells(words!["left", "leaving"]) && clause.grammar.verb != Some(at)
}

/// Whether a clause speaks of nobody: "nobody fell", "no one fell".
pub(super) fn is_nobody(parse: &Parse<'_>, clause: &Clause) -> bool {
    let no_one = || matches!(parse.words(clause), [no, one, ..] if no.spells(words!["no"]) && one.spells(words!["one"]));
    clause.classes.has(Class::Nobody) || no_one()
}

/// "The leak hasn't come back", "no mould has been seen since": a trouble that is not there.
pub(super) fn is_gone(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    const COMES: [u32; 22] = spelt([
        "come",
        "comes",
        "came",
        "return",
        "returned",
        "returns",
        "recurred",
        "recur",
        "reappeared",
        "appeared",
        "happened",
        "happen",
        "happens",
        "occurred",
        "occur",
        "seen",
        "spread",
        "grown",
        "found",
        "reported",
        "spotted",
        "heard",
    ]);
    const TROUBLES: Classes =
        Classes::of(&[Class::Mishap, Class::Trouble, Class::Burden, Class::Harm, Class::Fail]);
    clause.grammar.negated
        && verb.spells(&COMES)
        && parse
            .words(clause)
            .iter()
            .take_while(|word| word.start < verb.start)
            .any(|word| word.any(TROUBLES))
}

/// Whether the noun at `at` is what a clause is about, and the clause says how it is: "late harvest is in the barrels".
fn is_subject(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let grammar = clause.grammar;
    let other =
        Classes::of(&[Class::Be, Class::Have, Class::Modal, Class::Preposition, Class::And, Class::Not]);
    matches!(grammar.tense, Tense::State | Tense::Passive)
        && grammar.subject == Subject::Other
        && !grammar.negated
        && !clause.classes.has(Class::Still)
        && grammar.verb.is_some_and(|verb| at < verb)
        && parse.tokens[at].speaks()
        && !parse.tokens[at].any(other)
}

/// "Ordered a spare for the broken whisk": whether a noun of the writer's own deed stands at `at`.
fn is_dealt_with(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let grammar = clause.grammar;
    let harmless =
        |verb: usize| verb < at && !parse.tokens[verb].any(Classes::of(&[Class::Harm, Class::Worsen]));
    grammar.may_be_own()
        && grammar.tense == Tense::Past
        && !grammar.negated
        && grammar.verb.is_some_and(harmless)
        && clause.tokens.contains(&at)
        && parse.tokens[at].speaks()
}

/// What one does to a mishap that one tells of, or has mended.
const TREATED: [u32; 18] = spelt([
    "wrote",
    "documented",
    "reviewed",
    "analysed",
    "analyzed",
    "summarised",
    "presented",
    "filed",
    "logged",
    "archived",
    "closed",
    "solved",
    "fixed",
    "cleared",
    "settled",
    "repaired",
    "patched",
    "mended",
]);

/// What is done on purpose, whatever its particle.
const CHOSEN: [u32; 13] = spelt([
    "took", "pulled", "brought", "knocked", "shut", "closed", "turned", "threw", "put", "cut", "rejected",
    "declined", "refused",
]);

/// "Cancelled the second courier": what the writer ended on purpose.
pub(super) fn is_own_deed(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let verb = &parse.tokens[at];
    let grammar = clause.grammar;
    // "Talking to Kate", "gave a talk to sales", and not "they are talking to Vestas".
    if grammar.subject != Subject::Other && verb.spells(words!["talk", "talks", "talking"]) {
        return true;
    }
    let own = grammar.may_be_own() && grammar.tense == Tense::Past;
    // "Wrote up the incident", "fixed the leak": what one tells of, or has mended.
    let told = || {
        let treats = |word: &Token| word.spells(&TREATED) || word.is(Class::Remedy);
        grammar.verb.is_some_and(|verb| verb < at && treats(&parse.tokens[verb]))
    };
    if own && !clause.classes.has(Class::That) && told() {
        return true;
    }
    // "We plan to close the branch": what one means to do oneself.
    let meant = verb.spells(words!["plan", "want", "aim", "intend", "hope"]);
    if grammar.subject == Subject::Writer && grammar.verb == Some(at) && meant {
        return true;
    }
    // "Took down the lights", "pulled the carpet out"
    let known = |next: &Token| next.any(Classes::of(&[Class::Determiner, Class::Our]));
    let chosen = || verb.spells(&CHOSEN) && parse.tokens[at + 1..].iter().take(2).any(known);
    if own && grammar.verb == Some(at) && chosen() {
        return true;
    }
    let slips = verb.spells(words!["delayed", "postponed", "missed", "lost"]);
    let object =
        parse.tokens.get(at + 1).is_some_and(|next| next.any(Classes::of(&[Class::Determiner, Class::Our])));
    own && !slips && object && grammar.verb == Some(at) && verb.is(Class::Deed)
}
