//! Cues: short phrases that tell something wherever they stand.
//!
//! A cue is written as words with a little more: `<class>` stands for any word of that class, `<number>` for a
//! number, `(a|b|<class>)` for any of these, `*` for up to three words, and a `?` after a word makes it optional. Between
//! the words of a cue the text may have adverbs ("I have *really* tried").

mod find;
mod role;

use super::class::Classes;

pub(super) use find::find;
pub(super) use role::{Role, Roles};

/// A kind of topics that has cues of its own beside those of [`Group::Any`], which are looked for everywhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Group {
    Any,
    Advice,
    Update,
    Career,
    Strategy,
}

/// How many groups there are; the build script counts the same.
pub(super) const GROUPS: usize = 5;

/// One step of a cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) kind: Kind,
    /// Any of these words: a range of the lexicon's list of hashes.
    pub(super) words: (u16, u16),
    /// The same words at a glance.
    pub(super) glance: u64,
    /// Or a word of one of these classes.
    pub(super) classes: Classes,
}

/// How a step stands in its cue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A word.
    One,
    /// A word that may be missing.
    Optional,
    /// Up to three words.
    Gap,
}

/// A phrase after the words that it is filed under, and what it tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    pub(super) role: Role,
    pub(super) weight: u8,
    /// The topics in which it is looked for.
    pub(super) group: Group,
    /// How many words after the first it is filed under: one, or none.
    pub(super) known: u8,
    /// What comes after these: a range of the lexicon's list of steps.
    pub(super) rest: (u16, u16),
}

/// A cue that is filed under its first word only, since its second one is not told by letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub(super) cue: Cue,
    /// What the second word can be, told at a glance: nearly all of these cues end there. A bit for each word,
    pub(super) words: u64,
    /// and classes.
    pub(super) classes: Classes,
    /// The cue goes on with a gap: it is the word behind the gap that can be these.
    pub(super) gapped: bool,
}

/// A cue found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// What it tells.
    pub(super) role: Role,
    /// How much it weighs; 2 is enough by itself.
    pub(super) weight: u8,
    /// Its first token.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
}
