//! What a figure was before, told beside it: "the boot takes 11 s, we were at 46".

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::figure::NUMERIC;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::words;

/// Whether what comes after a clause says what its figure was before.
pub(super) fn is_told(parse: &Parse<'_>, clause: &Clause) -> bool {
    let Some(next) = parse.after(clause) else { return false };
    if next.label {
        return recalls(parse, next) && parse.after(next).is_some_and(|figure| figure.classes.meets(NUMERIC));
    }
    next.sentence == clause.sentence && next.classes.meets(NUMERIC) && was(parse, next)
}

/// "it was 46", "we'd been averaging 4".
fn was(parse: &Parse<'_>, clause: &Clause) -> bool {
    const THEY: Classes = Classes::of(&[Class::Nominative, Class::Us, Class::I, Class::Pronoun]);
    parse.words(clause)[0].any(THEY)
        && (parse.says(clause, words!["been", "averaged", "averaging"])
            || clause.grammar.tense == Tense::State && parse.says(clause, words!["was", "were"]))
}

/// "Last year:", "before:", "same week last year:".
fn recalls(parse: &Parse<'_>, label: &Clause) -> bool {
    label.grammar.subject == Subject::Missing
        && label.words <= 5
        && (parse.says(label, words!["last"]) && label.classes.has(Class::Time)
            || label.words == 1 && parse.says(label, words!["before", "previously", "earlier", "was"]))
}
