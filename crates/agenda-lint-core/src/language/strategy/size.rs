//! How large the gain or the cost of a course is.

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::Role;
use crate::language::figure::{self, Kind};
use crate::language::parse::Parse;

/// Whether a clause tells the magnitude of a gain or a cost.
pub(super) fn sizes(parse: &Parse<'_>, clause: &Clause) -> bool {
    let tokens = clause.tokens.clone();
    if clause.roles.has(Role::Size) {
        return true;
    }
    let spends = |at: usize| {
        let around = tokens.start.max(at.saturating_sub(5))..tokens.end.min(at + 5);
        parse.tokens[around].iter().any(|token| {
            let word = parse.text(token);
            token.is(Class::Scale)
                || [
                    "save", "saves", "saved", "saving", "cost", "costs", "costing", "worth", "spend",
                    "spends", "takes", "take", "earns", "bring", "brings", "frees", "eats",
                ]
                .iter()
                .any(|verb| word.eq_ignore_ascii_case(verb))
        })
    };
    let numeric = clause.classes.meets(figure::NUMERIC);
    numeric
        && tokens.clone().any(|at| match figure::kind(parse, at) {
            Some(Kind::Money) => true,
            Some(Kind::Duration) => spends(at),
            Some(Kind::Percent | Kind::Ratio) => false,
            Some(Kind::Plain) => {
                spends(at) || is_rate(parse, at) || is_sum(parse, at) || is_staff(parse, clause, at)
            }
            None => false,
        })
}

/// `2k`, `1.5bn`, where nothing is counted by it.
fn is_sum(parse: &Parse<'_>, at: usize) -> bool {
    let text = parse.text(&parse.tokens[at]).to_ascii_lowercase();
    let counts =
        parse.tokens.get(at + 1).is_some_and(|next| next.any(Classes::of(&[Class::Result, Class::Gain])));
    !counts && text.ends_with(['k', 'm']) && text.as_bytes()[0].is_ascii_digit() || text.ends_with("bn")
}

/// `roughly 9 roles`, with no verb: how many the course is about.
pub(super) fn is_staff(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let staff = Classes::of(&[Class::Rank, Class::Role]);
    let next = parse.tokens.get(at + 1);
    let posts = ["roles", "posts", "positions", "jobs", "hires"];
    let short = clause.tokens.len() <= 4;
    short && next.is_some_and(|next| next.any(staff) || parse.is(next, &posts))
}

/// `1,100 a month`, `1.2k/month`.
fn is_rate(parse: &Parse<'_>, at: usize) -> bool {
    let next = parse.tokens.get(at + 1);
    let after = parse.tokens.get(at + 2);
    let per = next.is_some_and(|next| next.mark(b'/') || parse.is(next, &["a", "per", "each"]));
    per && after.is_some_and(|after| after.is(Class::Time))
}
