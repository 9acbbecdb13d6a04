//! Whether a topic names a danger outright, under whatever heading: "at risk", "won't be ready", "might block".

use crate::language::class::{Class, Classes};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

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
    let ahead = |word: &Token| word.any(AHEAD);
    parse.tokens.iter().enumerate().any(|(at, word)| {
        let before = |back: usize| at.checked_sub(back).map(|place| &parse.tokens[place]);
        let follows = || {
            before(1).is_some_and(ahead)
                || before(1).is_some_and(|not| not.is(Class::Not)) && before(2).is_some_and(ahead)
        };
        let denied = || before(1).is_some_and(|not| not.is(Class::Not));
        word.spells(&NAMES) && !before(1).is_some_and(|no| no.spells(words!["no", "not"]))
            || word.spells(&WANTED) && denied() && follows()
            || word.spells(&FEARED) && !denied() && follows()
    })
}
