//! Parts that sound like a share and are none: "one of the vans", "half of my week".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::figure::{self, NUMERIC};
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};

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

/// "80% of the budget spent, half the scope built": more is used up than is done.
pub(super) fn is_burnt(parse: &Parse<'_>, clause: &Clause) -> bool {
    const MEANS: [u32; 10] = spelt([
        "budget",
        "money",
        "time",
        "funds",
        "funding",
        "hours",
        "allowance",
        "quota",
        "days",
        "contingency",
    ]);
    const USED: [u32; 10] =
        spelt(["gone", "spent", "used", "burned", "burnt", "consumed", "eaten", "out", "through", "passed"]);
    const DONE: [u32; 10] = spelt([
        "done",
        "built",
        "complete",
        "completed",
        "finished",
        "delivered",
        "written",
        "closed",
        "ready",
        "work",
    ]);
    // "80%", "half"
    let first = |clause: &Clause| {
        let percent = |at: &usize| figure::kind(parse, *at) == Some(figure::Kind::Percent);
        clause.tokens.clone().find_map(|at| match Some(at).filter(percent) {
            Some(at) => figure::value(parse, at),
            None if parse.tokens[at].spells(words!["half"]) => Some(50.0),
            None if parse.tokens[at].spells(words!["third"]) => Some(33.0),
            None => parse.tokens[at].spells(words!["quarter"]).then_some(25.0),
        })
    };
    let outruns = |next: &Clause| first(clause).zip(first(next)).is_some_and(|(used, done)| used > done);
    clause.classes.meets(NUMERIC)
        && parse.after(clause).is_some_and(|next| {
            next.sentence == clause.sentence
                && parse.says(clause, &USED)
                && parse.says(clause, &MEANS)
                && parse.says(next, &DONE)
                && outruns(next)
        })
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
