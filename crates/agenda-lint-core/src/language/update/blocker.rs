//! What work waits for.

use super::{overlaps, weight};
use crate::language::cue::Role;
use crate::language::parse::Parse;
use crate::language::{Hit, Signal};

/// Marks the clauses that say that work cannot go on; a blocker that is gone is none.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    for clause in &parse.clauses {
        let tokens = clause.tokens.clone();
        let lifted = weight(parse, Role::NoBlocker, tokens.clone()) > 0;
        let asked = clause.quoted || overlaps(hits, Signal::Ask, &parse.bytes(tokens.clone()));
        if !lifted && !asked && weight(parse, Role::Blocker, tokens.clone()) >= 2 {
            hits.push(parse.hit(Signal::Blocker, tokens));
        }
    }
}
