//! What an update should tell, its outcome, its risks and what is done about them, its blockers.

use super::cue::Role;
use super::parse::Parse;
use super::{Hit, Signal};

/// The cues that tell each part.
const PARTS: [(Role, Signal); 4] = [
    (Role::Outcome, Signal::Outcome),
    (Role::Risk, Signal::Risk),
    (Role::Mitigation, Signal::Mitigation),
    (Role::Blocker, Signal::Blocker),
];

/// Finds the parts.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    for (role, signal) in PARTS {
        for found in parse.cues(role) {
            if !parse.tokens[found.start].quoted {
                hits.push(parse.hit(signal, found.start..found.end));
            }
        }
    }
}
