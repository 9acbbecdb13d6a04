//! The hash by which words are known: of their letters in lower case, eight at a time.
//!
//! The build script reckons with it as well, so that a word is looked up by the number it was filed under.

/// A word's hash while its letters come in.
#[derive(Clone, Copy)]
pub(super) struct Spelling {
    hash: u64,
    chunk: u64,
    filled: u32,
}

impl Spelling {
    /// No letters yet.
    pub(super) const EMPTY: Self = Self { hash: 0, chunk: 0, filled: 0 };

    /// Takes one more byte of the word.
    pub(super) const fn push(&mut self, byte: u8) {
        self.chunk |= (byte as u64) << self.filled;
        self.filled += 8;
        if self.filled == 64 {
            *self = Self { hash: mix(self.hash, self.chunk), ..Self::EMPTY };
        }
    }

    /// The hash of all that came in.
    pub(super) const fn hash(self) -> u32 {
        finish(mix(self.hash, self.chunk))
    }
}

/// Takes eight letters into a hash, the first in the lowest byte; the last of a word are fewer, or none.
pub(super) const fn mix(hash: u64, letters: u64) -> u64 {
    (hash.rotate_left(5) ^ letters).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The hash of a word whose letters were all taken in.
pub(super) const fn finish(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// The hash of a lower-case word. `don't` is known as `dont`, which many write.
pub(crate) fn hash_word(word: &str) -> u32 {
    if let Some(stem) = word.strip_suffix("n't") {
        let mut spelling = Spelling::EMPTY;
        stem.bytes().chain(*b"nt").for_each(|letter| spelling.push(letter));
        return spelling.hash();
    }
    hash_by(word.as_bytes(), |letter| letter)
}

/// The hash of a word or a number whose letters are put in lower case like this.
pub(super) fn hash_by(word: &[u8], lower: impl Fn(u8) -> u8) -> u32 {
    let (eights, rest) = word.as_chunks();
    let hash = eights.iter().fold(0, |hash, eight| mix(hash, u64::from_le_bytes(eight.map(&lower))));
    let rest = rest.iter().rev().fold(0, |letters, letter| letters << 8 | u64::from(lower(*letter)));
    finish(mix(hash, rest))
}

/// The bit of a word in a set of words that is told at a glance: of 64, one by the hash's best bits.
pub(super) const fn glance(hash: u32) -> u64 {
    1 << (hash >> 26)
}

/// The hash of two words that follow each other: the row of cues that begin with the one, and the hash of the other.
pub(super) const fn pair(row: u16, second: u32) -> u32 {
    ((row as u32).wrapping_mul(0x85eb_ca6b) ^ second).wrapping_mul(0x9e37_79b9)
}
