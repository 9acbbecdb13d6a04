//! Whether the writer stands behind a course: what others favour and what is still to choose is no proposal.

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};

/// What a course is called that one puts forward.
pub(super) const PROPOSALS: [u32; 5] = spelt(["proposal", "idea", "suggestion", "recommendation", "pitch"]);

/// "Proposal: joint intake for both clinics".
pub(super) fn is_announced(parse: &Parse<'_>, clause: &Clause) -> bool {
    let label = parse.before(clause).filter(|before| before.label && before.line == clause.line);
    label.is_some_and(|label| {
        label.words <= 2 && parse.says(label, &PROPOSALS) && !label.classes.has(Class::Not)
    })
}

/// "Consultants say: build a hub", "if it were up to Sales, we'd ship": a course that others favour.
pub(super) fn is_told_of(parse: &Parse<'_>, clause: &Clause) -> bool {
    let Some(before) = parse.before(clause).filter(|before| before.line == clause.line) else { return false };
    let verb = before.grammar.verb.map(|verb| &parse.tokens[verb]);
    let others = before.grammar.subject == Subject::Other
        && verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Speech, Class::Thought])));
    let named = || before.words > 2 && parse.says(before, words!["'s"]) && parse.says(before, &PROPOSALS);
    before.label && (others || named())
        || before.sentence == clause.sentence
            && before.lead == Lead::Condition
            && before.roles.has(Role::NoProposal)
            && !before.classes.has(Class::Us)
}

/// How many clauses a choice may span.
const CHOICE: usize = 4;

/// "Should we print, or go online?", "go or no-go": neither is favoured.
pub(super) fn is_choice(parse: &Parse<'_>, clause: &Clause) -> bool {
    if !clause.asks && !clause.classes.meets(Classes::of(&[Class::And, Class::Modal])) {
        return false;
    }
    let or = |at: usize| {
        parse.tokens.get(at).is_some_and(|token| token.is(Class::And) && token.spells(words!["or"]))
    };
    let parted = |other: &Clause| {
        other.sentence == clause.sentence
            && !other.label
            && other.tokens.clone().any(|at| {
                or(at) && !parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["not", "no"]))
            })
    };
    // "Sell the van? Keep it?"
    let other = |other: &Clause| {
        other.asks
            && other.sentence != clause.sentence
            && other.words <= 4
            && other.grammar.tense == Tense::Bare
    };
    or(clause.tokens.start + 1)
        || clause.asks && (parse.after(clause).is_some_and(other) || parse.before(clause).is_some_and(other))
        || (clause.asks || clause.classes.has(Class::Modal) && parse.says(clause, words!["could", "might"]))
            && parse.clauses[clause.index..].iter().take(CHOICE).any(parted)
}
