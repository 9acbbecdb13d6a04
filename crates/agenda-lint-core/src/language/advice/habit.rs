//! What the writer has taken up against the problem: new habits, told in the present, and deeds begun.

use super::attempt::{NO_DEED, is_result};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// "I send them a drawing", "I try pomodoro": a learner's past. "I sit with her | and write down": no order.
pub(super) fn is_habit(parse: &Parse<'_>, clause: &Clause, verb: &Token, rest: &[Token]) -> bool {
    let grammar = clause.grammar;
    // "We fire at night now": a habit that was changed.
    let acts = verb.any(Classes::of(&[Class::Deed, Class::Do])) || !verb.known;
    let changed = acts && clause.words > 3 && rest.iter().any(|word| word.spells(words!["now"]));
    // "I sit with her and write down what she does"
    let does = |word: &[Token]| word[0].is(Class::And) && word[1].is(Class::Deed) && word[1].is(Class::Base);
    let acts = verb.is(Class::Deed) && !verb.any(NO_DEED) || rest.windows(2).any(does);
    let tries =
        verb.is(Class::Appeal) && rest.first().is_some_and(|next| !next.is(Class::To) && next.speaks());
    // "I speak with her two times"
    let often = |pair: &[Token]| {
        pair[0].any(figure::NUMERIC) && pair[1].spells(words!["times"]) || pair[0].spells(words!["twice"])
    };
    let per = |word: &Token| word.spells(words!["a", "per", "each", "every"]);
    let counted = || {
        verb.any(Classes::of(&[Class::Deed, Class::Speech]))
            && rest.windows(2).rposition(often).is_some_and(|at| !rest[at..].iter().any(per))
    };
    let futile = || acts && clause.words > 2 && is_answered(parse, clause);
    let past = || acts && !verb.is(Class::Third) && clause.words > 3 && is_by_learner(parse);
    // "what one serves, says or wears"
    let others = verb.is(Class::Third) && !verb.is(Class::Base);
    grammar.subject == Subject::Writer
        && !others
        && clause.lead != Lead::Contrast
        && (tries || changed || counted() || futile() || past())
}

/// "I've started to ask people for a day": a deed that the writer took up, and no new job.
pub(super) fn takes_up(parse: &Parse<'_>, clause: &Clause, verb: &Token, rest: &[Token]) -> bool {
    const WORK: [u32; 18] = spelt([
        "work",
        "working",
        "learn",
        "learning",
        "study",
        "studying",
        "feel",
        "feeling",
        "notice",
        "noticing",
        "wonder",
        "wondering",
        "think",
        "thinking",
        "get",
        "getting",
        "lose",
        "losing",
    ]);
    let taken = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect)
        && clause.grammar.subject == Subject::Writer;
    let next = match rest {
        [to, deed, ..] if to.is(Class::To) => Some(deed),
        [deed, ..] => Some(deed).filter(|deed| deed.is(Class::Ing)),
        [] => None,
    };
    let deed = |next: &Token| next.is(Class::Deed) && !next.any(NO_DEED) && !next.spells(&WORK);
    taken
        && verb.spells(words!["started", "begun", "began", "start"])
        && next.is_some_and(deed)
        && !parse.says(clause, words!["recently", "just"])
}

/// "I speak with each one and I hang a list at the door, | still empty lines": what came of it is told soon after.
fn is_answered(parse: &Parse<'_>, clause: &Clause) -> bool {
    const NEAR: usize = 3;
    let mut next = parse.clauses[clause.index + 1..].iter().take(NEAR).take_while(|next| !next.asks);
    next.any(|next| {
        let again = parse.says(next, words!["again"]);
        let now = next.grammar.verb.is_none() && parse.words(next)[0].spells(words!["now"]);
        let but = next.lead == Lead::Contrast && next.grammar.subject == Subject::Other;
        is_result(parse, next) || now || but || again && next.grammar.subject == Subject::Other
    })
}

/// "He get angry", "I not understand": whether a learner wrote it, whose present may be a past.
fn is_by_learner(parse: &Parse<'_>) -> bool {
    const SINGULAR: [u32; 5] = spelt(["he", "she", "it", "everybody", "nobody"]);
    const CALLS: Classes = Classes::of(&[Class::Do, Class::Modal, Class::Future, Class::Base, Class::That]);
    let bare = |verb: &Token| {
        verb.is(Class::Base) && !verb.any(Classes::of(&[Class::Past, Class::Third, Class::Modal, Class::Not]))
    };
    let no_verb = |not: &Token| not.spells(words!["not"]);
    parse.tokens.windows(3).any(|three| {
        let said = !three[0].any(CALLS) && three[1].spells(&SINGULAR) && bare(&three[2]);
        said || three[0].is(Class::I) && no_verb(&three[1]) && bare(&three[2])
    })
}
