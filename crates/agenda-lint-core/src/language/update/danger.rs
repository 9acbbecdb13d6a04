//! Whether a topic names a danger outright, under whatever heading: "at risk", "won't be ready", "might block".

use crate::language::class::{Class, Classes};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};

/// What a danger is called, and who sees one.
const NAMES: [u32; 8] =
    spelt(["risk", "danger", "jeopardy", "endangered", "jeopardised", "jeopardized", "worried", "afraid"]);

/// What will not come about: "won't be ready".
const WANTED: [u32; 11] =
    spelt(["be", "make", "hold", "last", "get", "finish", "arrive", "meet", "reach", "hit", "work"]);

/// What may come about: "might block it".
const FEARED: [u32; 8] = spelt(["slip", "block", "delay", "miss", "lose", "break", "fail", "collapse"]);

/// A cheap look at the words of a topic whose clauses are not told yet.
pub(in crate::language) fn is_named(parse: &Parse<'_>) -> bool {
    const AHEAD: Classes = Classes::of(&[Class::Modal, Class::Future]);
    const LEADING: Classes = AHEAD.with(Classes::of(&[Class::Not]));
    parse.tokens.iter().enumerate().any(|(at, word)| {
        let mut before = parse.tokens[..at].iter().rev();
        let last = before.next();
        let Some(leads) = last.filter(|last| last.any(LEADING)) else {
            return word.spells(&NAMES) && !last.is_some_and(|no| no.spells(words!["no"]));
        };
        // "won't" denies by itself, "will not" in two words.
        let denied = leads.is(Class::Not);
        let ahead = leads.any(AHEAD) || denied && before.next().is_some_and(|word| word.any(AHEAD));
        ahead && if denied { word.spells(&WANTED) } else { word.spells(&FEARED) }
    })
}
