//! What is only spoken, read or written about: "had a long discussion about delays", "read up on power cuts".

use crate::language::clause::Clause;
use crate::language::parse::Parse;
use crate::language::spelt::spelt;

/// What is about something.
const ABOUT_IT: [u32; 44] = spelt([
    "discussion",
    "discussions",
    "discussed",
    "talk",
    "talks",
    "talked",
    "chat",
    "chatted",
    "read",
    "reading",
    "learned",
    "learnt",
    "learning",
    "lecture",
    "lesson",
    "course",
    "training",
    "workshop",
    "session",
    "webinar",
    "article",
    "paper",
    "chapter",
    "book",
    "research",
    "researched",
    "study",
    "analysis",
    "report",
    "post",
    "guide",
    "policy",
    "page",
    "section",
    "document",
    "wrote",
    "presented",
    "presentation",
    "looked",
    "interview",
    "meeting",
    "register",
    "question",
    "questions",
]);

/// Whether the words at `at` are what something of the writer's own is about.
pub(super) fn is_spoken_of(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const ABOUT: [u32; 7] = spelt(["about", "on", "of", "regarding", "into", "around", "at"]);
    const NEAR: usize = 3;
    let own = clause.grammar.may_be_own();
    let before = clause.tokens.start..at.max(clause.tokens.start);
    let joint = before.clone().rev().take(NEAR).find(|&joint| parse.tokens[joint].spells(&ABOUT));
    own && joint.is_some_and(|joint| {
        let matter = before.start..joint;
        matter.rev().take(NEAR).any(|word| parse.tokens[word].spells(&ABOUT_IT))
    })
}
