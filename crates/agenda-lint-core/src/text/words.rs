//! Looking for words in a text as it is written, without a copy of it in lower case.

/// Whether a text opens with words, whatever the case of either.
pub(crate) fn opens(text: &str, words: &str) -> bool {
    opens_bytes(text.as_bytes(), words)
}

/// Words in lower case to look for, in texts or among words; in texts, of at least two letters each. At most 64.
pub(crate) struct Words<'w> {
    pub(crate) all: &'w [&'w str],
    /// For each letter, which of the words begin with it, a bit each.
    firsts: [u64; 32],
    /// For each letter, in which of them it stands second.
    seconds: [u64; 32],
    /// For each letter, which stand second behind it, a bit each: most places in a text are told by two letters.
    pairs: [u32; 32],
}

impl<'w> Words<'w> {
    pub(crate) const fn new(all: &'w [&'w str]) -> Self {
        let (mut firsts, mut seconds, mut pairs) = ([0; 32], [0; 32], [0; 32]);
        let mut index = 0;
        while index < all.len() {
            let word = all[index].as_bytes();
            let second = if word.len() > 1 { word[1] } else { 0 };
            firsts[place(word[0])] |= 1 << index;
            seconds[place(second)] |= 1 << index;
            pairs[place(word[0])] |= 1 << place(second);
            index += 1;
        }
        Self { all, firsts, seconds, pairs }
    }

    /// Whether one of them stands anywhere in a text, be it within a word, whatever its case.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        self.any(text, |_, _| true)
    }

    /// As [`Words::stand_in`], but as a word of its own.
    pub(crate) fn stand_alone_in(&self, text: &str) -> bool {
        self.any_word(text, |start, end| {
            !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
        })
    }

    /// Whether one of them stands in a text where it `is` wanted, by where it begins and ends.
    pub(crate) fn any(&self, text: &str, mut is: impl FnMut(usize, usize) -> bool) -> bool {
        let bytes = text.as_bytes();
        let mut from = 0;
        while let Some(at) = self.next(bytes, from) {
            if self.any_at(bytes, at, &mut is) {
                return true;
            }
            from = at + 1;
        }
        false
    }

    /// As [`Words::any`], behind no letter or digit of ASCII: most places where one may begin lie within another word.
    pub(crate) fn any_word(&self, text: &str, mut is: impl FnMut(usize, usize) -> bool) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&[first, second]) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            if self.may_begin_with(first, second) && self.any_at(bytes, at, &mut is) {
                return true;
            }
            at += plain_letters(&bytes[at..]) + 1;
        }
        false
    }

    /// Whether one of them stands at a place, before the last byte, where it `is` wanted.
    fn any_at(&self, bytes: &[u8], at: usize, mut is: impl FnMut(usize, usize) -> bool) -> bool {
        let mut here = self.of(self.beginning(bytes[at], bytes[at + 1]));
        here.any(|word| opens_bytes(&bytes[at..], word) && is(at, at + word.len()))
    }

    /// The first place from `from` on where one of them may begin: hardly anywhere is there one.
    fn next(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let firsts = &bytes[from..];
        let mut pairs = firsts.iter().zip(firsts.get(1..).unwrap_or_default());
        pairs.position(|(first, second)| self.may_begin_with(*first, *second)).map(|ahead| from + ahead)
    }

    /// Whether one of them may begin with two letters.
    fn may_begin_with(&self, first: u8, second: u8) -> bool {
        self.pairs[place(first)] >> place(second) & 1 != 0
    }

    /// Whether a word is one of them, whatever its case.
    pub(crate) fn hold(&self, word: &str) -> bool {
        let may_be = match word.as_bytes() {
            [] => 0,
            &[only] => self.beginning(only, 0),
            &[first, second, ..] => self.beginning(first, second),
        };
        self.of(may_be).any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Whether a text opens with one of them that `is` wanted, by its end, whatever its case.
    pub(crate) fn open(&self, text: &str, mut is: impl FnMut(usize) -> bool) -> bool {
        let first = text.as_bytes().first().copied().unwrap_or_default();
        self.of(self.firsts[place(first)]).any(|words| opens(text, words) && is(words.len()))
    }

    /// Which of them begin with two letters, a bit each.
    fn beginning(&self, first: u8, second: u8) -> u64 {
        self.firsts[place(first)] & self.seconds[place(second)]
    }

    /// Those of them whose bits are set, in their order.
    fn of(&self, mut left: u64) -> impl Iterator<Item = &'w str> {
        std::iter::from_fn(move || {
            let next = self.all.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*next)
        })
    }
}

/// How many letters and digits of ASCII a text begins with.
pub(crate) fn plain_letters(text: &[u8]) -> usize {
    text.iter().take_while(|byte| IS_PLAIN[usize::from(**byte)]).count()
}

/// Which bytes are letters and digits of ASCII, as a table: words are mostly made of them.
static IS_PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// Whether a text has at least so many words.
pub(crate) fn has_words(text: &str, least: usize) -> bool {
    // A word and what parts it from the next are two bytes.
    least == 0
        || text.len() + 1 >= least.saturating_mul(2) && text.split_whitespace().nth(least - 1).is_some()
}

fn opens_bytes(text: &[u8], words: &str) -> bool {
    let words = words.as_bytes();
    // Most that begin alike do not end alike, which is soon seen.
    let ends_alike =
        |start: &[u8]| start.last().map(|&byte| place(byte)) == words.last().map(|&byte| place(byte));
    text.get(..words.len()).is_some_and(|start| ends_alike(start) && start.eq_ignore_ascii_case(words))
}

/// The place of a letter in the alphabet, whatever its case. Other bytes share those places: it serves for a
/// cheap look only.
const fn place(byte: u8) -> usize {
    byte as usize & 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        for (text, words, expected) in [
            ("Any IDEAS?", &["help", "ideas"][..], true),
            ("unhelpful", &["help"], true),
            ("hel", &["help"], false),
            ("1&-5%!", &["qf"], false),
            ("é help", &["help"], true),
            ("", &["help"], false),
        ] {
            assert_eq!(Words::new(words).stand_in(text), expected, "{text:?}");
        }
        for (text, expected) in [
            ("How?", true),
            ("“how”", true),
            ("show", false),
            ("howé", false),
            ("however, how", true),
            ("hows how", true),
        ] {
            let words = Words::new(&["what", "how", "hows or"]);
            assert_eq!(words.stand_alone_in(text), expected, "{text:?}");
        }
        let words = Words::new(&["hell", "help", "i"]);
        for (word, expected) in [("Help", true), ("I", true), ("", false), ("helps", false), ("h", false)] {
            assert_eq!(words.hold(word), expected, "{word:?}");
        }
        for (text, expected) in
            [("Help me", true), ("hellish", false), ("i", true), ("", false), ("é", false)]
        {
            let ends_word = |end: usize| !text[end..].starts_with(char::is_alphanumeric);
            assert_eq!(words.open(text, ends_word), expected, "{text:?}");
        }
        assert!(opens("Could you see", "could you ") && !opens("Could", "could you ") && !opens("é", "e"));
        assert!(has_words("a b c", 3) && !has_words("a b c", 4) && !has_words(" ", 1) && has_words("", 0));
        assert!(!has_words("a      b", 3) && !has_words("ab", usize::MAX));
    }
}
