//! Parts that sound like a share and are none: "one of the vans", "half of my week".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::figure::{self, NUMERIC};
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::spelt::words;

/// Whether the number word at `at` picks out some, and says nothing of how many did it.
pub(super) fn is_none(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const KNOWN: Classes = Classes::of(&[Class::Our, Class::Determiner]);
    let count = &parse.tokens[at];
    let [of, whose, rest @ ..] = parse.tokens.get(at + 1..).unwrap_or_default() else { return false };
    if !count.is(Class::Count) || !of.is(Class::Of) {
        return false;
    }
    // "one of the vans", "half of my week", "their half of the move"
    let numbered = || rest.iter().take(2).any(|word| word.any(NUMERIC));
    let picked = count.spells(words!["one"]) || whose.is(Class::Our) && !numbered();
    let known = at > clause.tokens.start
        && parse.tokens[at - 1].any(KNOWN)
        && !parse.tokens[at - 1].spells(words!["a"]);
    // "Two of the trainees shadow me", and not "two of the five trainees passed"
    let some = clause.grammar.tense == Tense::Present
        && whose.any(KNOWN)
        && !count.spells(words!["half", "third", "quarter"])
        && !numbered()
        && !parse.says(clause, words!["now", "already"]);
    picked || known || some
}

/// "Trained the desk (4 people, 2 h)": what a deed took, told beside it.
pub(super) fn is_beside_deed(parse: &Parse<'_>, clause: &Clause) -> bool {
    let deed = |before: &Clause| {
        let verb = before.grammar.verb.map(|at| &parse.tokens[at]);
        before.grammar.tense == Tense::Past
            && verb.is_some_and(|verb| {
                verb.is(Class::Deed) && !verb.any(Classes::of(&[Class::Win, Class::Boon, Class::Sink]))
            })
    };
    clause.lead == Lead::Aside
        && clause.grammar.verb.is_none()
        && figure::all(parse, clause.tokens.clone())
            .all(|(_, kind)| matches!(kind, figure::Kind::Plain | figure::Kind::Duration))
        && parse.before(clause).is_some_and(deed)
}
