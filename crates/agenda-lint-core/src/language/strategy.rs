//! What a strategy topic should tell, its proposal, evidence and size.

use super::cue::Role;
use super::parse::Parse;
use super::{Hit, Signal};

/// The cues that tell each part.
const PARTS: [(Role, Signal); 3] =
    [(Role::Proposal, Signal::Proposal), (Role::Evidence, Signal::Evidence), (Role::Size, Signal::Size)];

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
