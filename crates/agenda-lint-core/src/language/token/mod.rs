//! Words, numbers and marks of a text, each looked up in the lexicon as it is cut.

mod cutter;
mod word;

use super::class::{Class, Classes};

pub(in crate::language) use cutter::tokenise;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// Letters, with what may stand inside a word.
    Word,
    /// Begins with a digit or a currency sign: `4.1%`, `£200`, `2-3x`.
    Number,
    /// One ASCII mark; dashes of any kind are `-`, quotation marks `"`, an arrow `>`.
    Mark(u8),
    /// A picture or another sign.
    Sign,
    /// Code or an address: a noun that nobody can look into.
    Opaque,
}

/// One token of a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// What it is made of.
    pub(super) shape: Shape,
    /// What it can be, by lexicon or by its ending.
    pub(super) classes: Classes,
    /// The cues that begin with this word: a row of the lexicon's, or 0.
    pub(super) cues: u16,
    /// Hash of the lower-case word or number, by which words compare; 0 for anything else.
    pub(super) hash: u32,
    /// Begins with a capital letter.
    pub(super) capital: bool,
    /// Stands between quotation marks.
    pub(super) quoted: bool,
    /// A line break stands before it, inside its line of the passage.
    pub(super) broken: bool,
    /// Ends as plurals do.
    pub(super) plural: bool,
    /// The lexicon knows it.
    pub(super) known: bool,
}

/// What is among the tokens of a text, so that nobody looks for it where it is not.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Seen {
    /// Quotation marks.
    pub(super) quotes: bool,
    /// Words of other languages.
    pub(super) foreign: bool,
}

impl Token {
    /// A token that nobody can look into.
    pub(super) fn opaque(start: usize, end: usize) -> Self {
        Self::bare(Shape::Opaque, start, end)
    }

    /// A token of which nothing is known but its shape.
    fn bare(shape: Shape, start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            shape,
            classes: Classes::default(),
            cues: 0,
            hash: 0,
            capital: false,
            quoted: false,
            broken: false,
            plural: false,
            known: false,
        }
    }

    /// Whether the token can be of this class.
    pub(super) fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether the token can be of any of these classes.
    pub(super) fn any(&self, classes: Classes) -> bool {
        self.classes.meets(classes)
    }

    /// Whether it is one of these words, whatever their case; they come from [`spelt`].
    ///
    /// [`spelt`]: super::spelt::spelt
    #[expect(
        clippy::manual_contains,
        reason = "of so few words a plain loop has told before `contains` sets out"
    )]
    pub(super) fn spells(&self, words: &[u32]) -> bool {
        words.iter().any(|word| *word == self.hash)
    }

    /// Whether it is this mark.
    pub(super) fn mark(&self, mark: u8) -> bool {
        self.shape == Shape::Mark(mark)
    }

    /// Whether it is a word, a number or a thing: not a mark.
    pub(super) fn speaks(&self) -> bool {
        matches!(self.shape, Shape::Word | Shape::Number | Shape::Opaque)
    }
}
