//! What is known of a word near a goal.

use std::sync::LazyLock;

use crate::analysis::lexicon::{self, Lexicon};

/// What a word does near `OKR` or `goal`; the lists stand in `words.txt`, in this order.
#[derive(Clone, Copy)]
pub(super) enum Class {
    Owner,
    Qualifier,
    Boundary,
    Making,
    Process,
    Maps,
    State,
}

const HEADINGS: [&str; 7] = ["owner", "qualifier", "boundary", "making", "process", "maps", "state"];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| lexicon::read(include_str!("words.txt"), &HEADINGS));

/// Whether `word`, in lower case, is listed as `class`.
pub(super) fn is(word: &str, class: Class) -> bool {
    LEXICON.get(word).is_some_and(|classes| classes & (1 << class as u32) != 0)
}
