//! Whether a topic names a danger outright, under whatever heading: "at risk", "won't be ready", "might slip".

use crate::language::class::{Class, Classes};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};

/// What a danger is called, and who sees one.
const NAMES: [u32; 8] =
    spelt(["risk", "danger", "jeopardy", "endangered", "jeopardised", "jeopardized", "worried", "afraid"]);

/// What will not be so: "won't be ready", and not "won't be in".
const WANTED: [u32; 8] =
    spelt(["ready", "done", "finished", "complete", "able", "enough", "possible", "met"]);

/// What will not come about: "won't hold".
const HOPED: [u32; 5] = spelt(["hold", "finish", "arrive", "reach", "meet"]);

/// What may come about: "might block it".
const FEARED: [u32; 6] = spelt(["slip", "block", "delay", "break", "fail", "collapse"]);

/// What tells of what is to come, or denies it.
const LEADING: Classes = AHEAD.with(Classes::of(&[Class::Not]));
const AHEAD: Classes = Classes::of(&[Class::Modal, Class::Future]);

/// A cheap look at the words of a topic whose clauses are not told yet.
pub(in crate::language) fn is_named(parse: &Parse<'_>) -> bool {
    parse.tokens.iter().enumerate().any(|(at, word)| {
        if word.any(LEADING) {
            leads_to_danger(parse, at)
        } else {
            word.spells(&NAMES) && is_meant(parse, at)
        }
    })
}

/// Whether what will, may or will not be is a danger, by the words behind the one at `at`.
fn leads_to_danger(parse: &Parse<'_>, at: usize) -> bool {
    let word = &parse.tokens[at];
    let Some(next) = parse.tokens.get(at + 1) else { return false };
    if !word.is(Class::Not) {
        return word.spells(words!["might", "may", "will", "'ll"]) && next.spells(&FEARED);
    }
    // "won't" denies by itself, "will not" in two words.
    let ahead = word.any(AHEAD) || at > 0 && parse.tokens[at - 1].any(AHEAD);
    let is_wanted = || parse.tokens.get(at + 2).is_some_and(|wanted| wanted.spells(&WANTED));
    ahead && (next.spells(&HOPED) || next.is(Class::Be) && is_wanted())
}

/// Whether the name of a danger at `at` is meant: not "no risk", nor "I'm afraid I'm away".
fn is_meant(parse: &Parse<'_>, at: usize) -> bool {
    let before = &parse.tokens[at.saturating_sub(2)..at];
    let denied = before.iter().any(|word| word.is(Class::Not) || word.spells(words!["no", "low"]));
    let is_felt = || parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["that", "of"]));
    !denied && (!parse.tokens[at].spells(words!["afraid"]) || is_felt())
}
