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

/// A cheap look at the words of a topic whose clauses are not told yet.
pub(in crate::language) fn is_named(parse: &Parse<'_>) -> bool {
    const AHEAD: Classes = Classes::of(&[Class::Modal, Class::Future]);
    const LEADING: Classes = AHEAD.with(Classes::of(&[Class::Not]));
    parse.tokens.iter().enumerate().any(|(at, word)| {
        let mut before = parse.tokens[..at].iter().rev();
        let next = || parse.tokens.get(at + 1);
        let last = before.next();
        let Some(leads) = last.filter(|last| last.any(LEADING)) else {
            let mut denied = || {
                let mut behind = last.into_iter().chain(before.next());
                behind.any(|word| word.is(Class::Not) || word.spells(words!["no", "low"]))
            };
            // "I'm afraid I'm away"
            let felt = || {
                !word.spells(words!["afraid"]) || next().is_some_and(|next| next.spells(words!["that", "of"]))
            };
            return word.spells(&NAMES) && !denied() && felt();
        };
        // "won't" denies by itself, "will not" in two words.
        let denied = leads.is(Class::Not);
        if denied {
            let ahead = leads.any(AHEAD) || before.next().is_some_and(|word| word.any(AHEAD));
            let is_wanted = || word.is(Class::Be) && next().is_some_and(|next| next.spells(&WANTED));
            ahead && (word.spells(&HOPED) || is_wanted())
        } else {
            leads.spells(words!["might", "may", "will", "'ll"]) && word.spells(&FEARED)
        }
    })
}
