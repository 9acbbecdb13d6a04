//! What is known of a word near a goal.

#![expect(clippy::unreadable_literal, reason = "the table holds hashes")]

use crate::analysis::lexicon;

/// What a word does near `OKR` or `goal`; the lists stand in `words.txt`, under the names of the classes.
#[derive(Clone, Copy)]
pub(super) enum Class {
    Owner,
    Qualifier,
    Boundary,
    Making,
    Process,
    Maps,
    State,
    Gas,
}

include!(concat!(env!("OUT_DIR"), "/okr_words.rs"));

impl Class {
    /// Its bit in a set of classes.
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// Whether `word`, in lower case, is listed as `class`.
pub(super) fn is(word: &str, class: Class) -> bool {
    lexicon::classes(&WORDS, word) & class.bit() != 0
}
