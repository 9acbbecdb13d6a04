//! The words by which a goal is known: those of its title and aliases that tell it from others.

use std::{collections::BTreeSet, ops::Range};

use crate::text::{lower_case, offset_in};

/// Whether a text that holds `seen` of a name's `all` telling words means it.
pub(super) fn is_enough(seen: usize, all: usize) -> bool {
    match all {
        0 => false,
        1..=2 => seen == all,
        _ => seen >= 2 && seen * 3 >= all * 2,
    }
}

/// The words of a text that tell it from others, in a plain form.
pub(super) fn telling_words(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    each_telling_word(text, |word, _| {
        words.insert(word.to_owned());
    });
    words
}

/// Calls `with` with each of those words and its place.
pub(super) fn each_telling_word(text: &str, mut with: impl FnMut(&str, Range<usize>)) {
    let mut lower = String::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 2) {
        lower_case(word, &mut lower);
        if !is_plain(&lower) {
            let start = offset_in(text, word);
            with(stem(&lower), start..start + word.len());
        }
    }
}

/// Whether a word, in lower case, stands in names of any goal.
fn is_plain(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "and"
            | "for"
            | "with"
            | "from"
            | "our"
            | "all"
            | "into"
            | "per"
            | "that"
            | "this"
            | "new"
            | "more"
            | "less"
            | "okr"
            | "goal"
            | "objective"
            | "key"
            | "result"
            | "are"
            | "has"
            | "have"
            | "their"
            | "its"
            | "end"
            | "not"
            | "than"
            | "every"
            | "each"
            | "make"
            | "get"
            | "was"
            | "were"
            | "will"
            | "out"
    )
}

/// A word without the endings that number and tense give it.
fn stem(word: &str) -> &str {
    let stem = ["ing", "ed", "es", "s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 4))
        .unwrap_or(word);
    stem.trim_end_matches('e')
}
