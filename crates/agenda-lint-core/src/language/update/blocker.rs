//! What work waits for.

use super::{Sentence, weight};
use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::Role;
use crate::language::parse::Parse;
use crate::language::{Hit, Signal};

/// Marks the clauses that say that work cannot go on, and tells whether there are any; a blocker that is gone is none.
pub(super) fn find(parse: &Parse<'_>, sentence: &Sentence<'_>, hits: &mut Vec<Hit>) -> bool {
    let before = hits.len();
    for clause in sentence.clauses.iter().filter(|clause| clause.roles.has(Role::Blocker)) {
        let tokens = clause.tokens.clone();
        let lifted = weight(parse, Role::NoBlocker, clause) > 0;
        let said = || {
            parse.cues_in(Role::Blocker, tokens.clone()).any(|found| !describes(parse, clause, found.start))
        };
        if !lifted && !clause.quoted && !clause.asked && said() {
            hits.push(parse.hit(Signal::Blocker, tokens));
        }
    }
    hits.len() > before
}

/// "should unblock the customers waiting for it": who waits is described, and the work goes on.
fn describes(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let forms = Classes::of(&[Class::Ing, Class::Participle]);
    let held =
        [Class::Be, Class::Have, Class::Get, Class::Adverb, Class::Not, Class::Preposition, Class::And];
    let after_noun = at > clause.tokens.start
        && parse.tokens[at - 1].speaks()
        && !parse.tokens[at - 1].any(Classes::of(&held));
    after_noun && parse.tokens[at].any(forms) && clause.grammar.verb.is_some_and(|verb| verb < at)
}
