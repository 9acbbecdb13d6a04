//! Words that the code itself asks for, told by their hashes as cues tell theirs.

use super::hash::Spelling;

/// The hashes of words in lower case, `don't` as `dont`: what [`Token::spells`] compares.
///
/// [`Token::spells`]: super::token::Token::spells
pub(super) const fn spelt<const N: usize>(words: [&str; N]) -> [u32; N] {
    let (mut hashes, mut at) = ([0; N], 0);
    while at < N {
        hashes[at] = hash(words[at].as_bytes());
        at += 1;
    }
    hashes
}

/// What `hash_word` reckons, before the program runs.
const fn hash(word: &[u8]) -> u32 {
    let (mut spelling, mut at) = (Spelling::EMPTY, 0);
    while at < word.len() {
        assert!(word[at].is_ascii(), "no token is told by a word with this letter");
        let silent =
            word[at] == b'\'' && at + 2 == word.len() && word[at + 1] == b't' && word[at - 1] == b'n';
        if !silent {
            spelling.push(word[at]);
        }
        at += 1;
    }
    spelling.hash()
}

/// Words for [`Token::spells`] that are named in one place only.
///
/// [`Token::spells`]: super::token::Token::spells
macro_rules! words {
    ($($word:literal),+ $(,)?) => {
        &const { $crate::language::spelt::spelt([$($word),+]) }
    };
}

pub(super) use words;

#[cfg(test)]
mod tests {
    use super::spelt;
    use crate::language::hash::hash_word;

    #[test]
    fn words_have_the_hashes_that_tokens_have() {
        const WORDS: [&str; 6] = ["of", "can't", "without", "withouts", "self-paced", "'s"];
        assert_eq!(spelt(WORDS), WORDS.map(hash_word));
    }
}
