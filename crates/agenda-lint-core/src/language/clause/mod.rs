//! Sentences and clauses: where one ends, and how it hangs on the one before.

mod opening;
mod splitter;

use std::ops::Range;

use super::class::{Class, Classes};
use super::cue::{Role, Roles};
use super::grammar::{self, Grammar, Subject, Tense};
use super::token::Token;

pub(super) use splitter::split;

/// How a clause hangs on what stands before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lead {
    /// Opens a sentence.
    Sentence,
    /// Follows a comma, a dash, "and": a further part of the same sentence.
    More,
    /// "because", "due to".
    Cause,
    /// "since", "after", "when".
    Moment,
    /// "if", "unless".
    Condition,
    /// "but", "although".
    Contrast,
    /// "who", "which", "that".
    Relative,
    /// Stands in brackets.
    Aside,
}

impl Lead {
    /// Whether a clause with this lead hangs on another one.
    fn hangs(self) -> bool {
        matches!(self, Self::Moment | Self::Condition | Self::Cause)
    }
}

/// One clause, or a fragment that stands for one.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Its place among the clauses of the passage.
    pub(super) index: usize,
    /// Its tokens, without the marks that bound it.
    pub(super) tokens: Range<usize>,
    /// Which of the passage's lines it stands on.
    pub(super) line: usize,
    /// The number of its sentence.
    pub(super) sentence: usize,
    /// How it hangs on what stands before.
    pub(super) lead: Lead,
    /// Ends with a colon: it names what follows.
    pub(super) label: bool,
    /// Its sentence ends with a question mark.
    pub(super) asks: bool,
    /// Is part of a question or request put to the reader.
    pub(super) asked: bool,
    /// Stands in a quoted line, or all of it between quotation marks.
    pub(super) quoted: bool,
    /// How many of its tokens are words.
    pub(super) words: usize,
    /// What any of its words can be.
    pub(super) classes: Classes,
    /// What the cues that begin in it tell.
    pub(super) roles: Roles,
    /// Who does what, and when.
    pub(super) grammar: Grammar,
}

impl Clause {
    /// Whether a cue of this role begins in it.
    pub(super) fn says(&self, role: Role) -> bool {
        self.roles.has(role)
    }
}

/// Reads each clause of a sentence; a clause without a subject of its own may share the one before it.
fn settle(tokens: &[Token], clauses: &mut [Clause]) {
    const SUBJECT: Classes = Classes::of(&[Class::Determiner, Class::Our, Class::Nominative]);
    let mut before: Option<Grammar> = None;
    // "The other PM (Ads) announces it": the subject stands before the brackets.
    let (mut noun, mut parted) = (false, false);
    for clause in clauses {
        before = before.filter(|_| clause.lead != Lead::Sentence);
        if noun && parted && clause.lead == Lead::More {
            before = Some(Grammar {
                subject: Subject::Other,
                tense: Tense::Past,
                own: true,
                ..Grammar::default()
            });
        }
        let joined = || tokens[clause.tokens.start].any(Classes::of(&[Class::And, Class::But]));
        let shared = before
            .filter(|_| matches!(clause.lead, Lead::More | Lead::Contrast))
            .filter(|before| before.is_told() || joined());
        clause.grammar = grammar::read(tokens, clause.tokens.clone(), shared);
        let goes_on = matches!(clause.lead, Lead::Sentence | Lead::More | Lead::Contrast);
        if goes_on && !clause.label && clause.grammar.verb.is_some() {
            before = Some(clause.grammar);
        }
        parted = clause.lead == Lead::Aside;
        if !parted {
            let verbless = || clause.grammar.verb.is_none() && !clause.label;
            let named = || tokens[clause.tokens.start].any(SUBJECT);
            noun = clause.lead == Lead::Sentence && verbless() && named();
        }
    }
}
