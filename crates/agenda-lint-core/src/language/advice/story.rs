//! What a story tells before its trouble: how it came about, which is no attempt against it.

use super::Part;
use super::attempt::is_result;
use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::Role;
use crate::language::grammar::Subject;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// From so many clauses on a topic is a story.
const STORY: usize = 14;

/// What one tells of one's life and work, and when: "I recently joined a shop".
const LIFE: [u32; 31] = spelt([
    "recently",
    "lately",
    "ago",
    "job",
    "company",
    "school",
    "college",
    "university",
    "degree",
    "position",
    "career",
    "exam",
    "exams",
    "internship",
    "interview",
    "started",
    "began",
    "joined",
    "graduated",
    "hired",
    "applied",
    "moved",
    "took",
    "worked",
    "working",
    "learned",
    "learnt",
    "taught",
    "teaching",
    "bought",
    "finished",
]);

/// An appeal, though one may do it daily.
const TALKED: [u32; 7] = spelt(["talked", "talking", "spoke", "spoken", "raised", "wrote", "written"]);

/// Takes back the writer's deeds before the first complaint that tell of life and work, and in a story all but appeals and
/// remedies and those of which the outcome is told; says whether it did.
pub(super) fn take_back(parse: &Parse<'_>, parts: &mut [Part]) -> bool {
    const AGAINST: Classes = Classes::of(&[Class::Appeal, Class::Speech, Class::Remedy]);
    let trouble = parts.iter().position(|part| part.problem >= 3 && !part.attempt).unwrap_or(parts.len());
    let answered =
        |clause: &Clause| parse.clauses[clause.index + 1..].iter().take(2).any(|next| is_result(parse, next));
    let long = parts.len() >= STORY;
    let tells = |clause: &Clause| {
        let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
        let against = || verb.is_some_and(|verb| verb.any(AGAINST) || verb.spells(&TALKED));
        parse.says(clause, &LIFE) || long && !against() && !answered(clause)
    };
    // "I changed the rota and since then they are unhappy": what brought the trouble about.
    let brought = |clause: &Clause| is_since_then(&parse.tokens[clause.tokens.end..]);
    let mut taken = false;
    for (clause, part) in parse.clauses.iter().zip(&mut parts[..trouble]) {
        let own = clause.grammar.subject == Subject::Writer && part.slot.is_none();
        if part.attempt && own && (brought(clause) || !clause.says(Role::Attempt) && tells(clause)) {
            (part.attempt, taken) = (false, true);
        }
    }
    taken
}

/// "Since then …", ", and ever since …".
fn is_since_then(behind: &[Token]) -> bool {
    const NEAR: usize = 5;
    behind[..behind.len().min(NEAR)].windows(2).any(|pair| {
        pair[0].spells(words!["since"]) && pair[1].spells(words!["then"])
            || pair[0].spells(words!["ever"]) && pair[1].spells(words!["since"])
    })
}
