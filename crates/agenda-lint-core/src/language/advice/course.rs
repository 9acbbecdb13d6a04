//! The course that the writer would take and asks a yes for: "I'd take the offer. OK with you?"

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::{Found, Role};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether the writer says what to do, and asks nothing that only thought can answer: who has weighed it owes no
/// attempt.
pub(super) fn is_proposed(parse: &Parse<'_>) -> bool {
    let told = |clause: &&Clause| !clause.asks && !clause.quoted && !clause.label;
    let open = || parse.cues(Role::Open).any(|found| !asks_view(parse, found));
    !(parse.roles.has(Role::Open) && open())
        && parse.clauses.iter().filter(told).any(|clause| proposes(parse, clause))
}

/// "What's your view?": what the reader thinks of the course, and no other one.
fn asks_view(parse: &Parse<'_>, found: &Found) -> bool {
    const NEAR: usize = 4;
    let mut behind = parse.tokens[found.start..].iter().take(NEAR).take_while(|word| word.speaks());
    behind.any(|word| word.spells(words!["view", "take", "opinion"]))
}

/// "I'd ship B to everybody", "I would like to move the stand-up", "I'd like you to back B", and not "I'd like to hear".
fn proposes(parse: &Parse<'_>, clause: &Clause) -> bool {
    let Some(at) = clause.grammar.verb.filter(|_| clause.grammar.subject == Subject::Writer) else {
        return false;
    };
    let may = words!["would", "'d", "d"];
    if clause.grammar.negated || clause.grammar.tense != Tense::Modal || !parse.says(clause, may) {
        return false;
    }
    let verb = &parse.tokens[at];
    let rest = &parse.tokens[at + 1..clause.tokens.end.max(at + 1)];
    match rest {
        [to, deed, ..] | [_, to, deed, ..]
            if verb.spells(words!["like", "love", "want", "prefer"]) && to.is(Class::To) =>
        {
            acts(deed) && !deed.is(Class::Counsel)
        }
        _ => acts(verb),
    }
}

/// Whether a verb tells a course, and no wish to learn something.
fn acts(verb: &Token) -> bool {
    const LEARNS: [u32; 21] = spelt([
        "like",
        "love",
        "want",
        "hear",
        "know",
        "see",
        "talk",
        "discuss",
        "learn",
        "understand",
        "ask",
        "get",
        "have",
        "be",
        "appreciate",
        "welcome",
        "hope",
        "think",
        "say",
        "need",
        "become",
    ]);
    const FELT: Classes = Classes::of(&[Class::Be, Class::Have, Class::State, Class::Thought, Class::Fail]);
    verb.is(Class::Base) && !verb.any(FELT) && !verb.spells(&LEARNS)
}
