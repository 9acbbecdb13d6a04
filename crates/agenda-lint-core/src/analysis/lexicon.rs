//! Word lists that the build script made tables of: which classes a word belongs to.

use crate::language::hash_word;

/// The classes of a word, a bit a class, in a table of words' hashes and classes: each word stands at the place
/// that its hash gives or behind it, with no free place between.
pub(super) fn classes(table: &[(u32, u32)], word: &str) -> u32 {
    let hash = hash_word(word);
    let mut at = (hash >> (u32::BITS - table.len().trailing_zeros())) as usize;
    loop {
        let (known, classes) = table[at % table.len()];
        if known == hash || known == 0 {
            return classes;
        }
        at += 1;
    }
}
