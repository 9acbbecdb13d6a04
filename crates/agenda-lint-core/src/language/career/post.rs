//! Posts that are named with no wish: "Next step: deputy head", "cashier → buyer", "then site lead".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};

/// What one can become or hold.
pub(super) const POSTS: Classes = Classes::of(&[Class::Rank, Class::Post]);

/// "Next step: deputy head", and not "Next steps: a mentor": the post that comes next.
pub(super) fn is_next_post(parse: &Parse<'_>, clause: &Clause) -> bool {
    const STEPS: [u32; 6] = spelt(["step", "job", "role", "post", "position", "level"]);
    let next = |label: &Clause| {
        label.label && label.words <= 5 && parse.says(label, words!["next"]) && parse.says(label, &STEPS)
    };
    // "Shift supervisor": "shift" could be an order.
    matches!(clause.grammar.tense, Tense::None | Tense::Bare)
        && clause.words <= 5
        && clause.classes.meets(POSTS)
        && !clause.classes.has(Class::Occasion)
        && parse.before(clause).is_some_and(next)
}

/// "Cashier → buyer", "from the bar to the cellar"
pub(super) fn moves(parse: &Parse<'_>, clause: &Clause) -> bool {
    const DATED: Classes = Classes::of(&[
        Class::Time,
        Class::Month,
        Class::Weekday,
        Class::Number,
        Class::Count,
        Class::Question,
        Class::I,
    ]);
    let next = parse.after(clause);
    let post = |clause: &Clause| clause.classes.meets(POSTS) && clause.words <= 4;
    let arrow = || {
        let rest = &parse.passage.text[parse.bytes(clause.tokens.clone()).end..];
        rest.trim_start().starts_with(['→', '⇒'])
    };
    let from = || parse.words(clause)[0].spells(words!["from"]) && parse.says(clause, words!["to", "into"]);
    clause.grammar.tense == Tense::None
        && !clause.classes.meets(DATED)
        && (next.is_some_and(|next| post(next) || post(clause)) && arrow() || !clause.label && from())
}

/// "Senior (L5)": a post with its grade in brackets.
pub(super) fn is_graded(parse: &Parse<'_>, clause: &Clause) -> bool {
    let next = parse.after(clause);
    let grade = |next: &Clause| next.lead == Lead::Aside && next.classes.has(Class::Rank);
    clause.words == 1 && clause.classes.has(Class::Rank) && next.is_some_and(grade)
}

/// "Then site lead": what is to come after the steps.
pub(super) fn comes_after(parse: &Parse<'_>, clause: &Clause) -> bool {
    const THEN: [u32; 6] = spelt(["then", "later", "eventually", "ultimately", "someday", "finally"]);
    clause.grammar.tense == Tense::None
        && (2..=5).contains(&clause.words)
        && parse.words(clause)[0].spells(&THEN)
        && clause.classes.meets(POSTS)
}
