//! Looking for words in a text as it is written, without a copy of it in lower case.

/// Whether a text opens with words, whatever the case of either.
pub(in crate::rules) fn opens(text: &str, words: &str) -> bool {
    opens_bytes(text.as_bytes(), words)
}

/// Words to look for in texts, in lower case, of at least two letters each.
pub(in crate::rules) struct Words<'w> {
    pub(super) words: &'w [&'w str],
    /// For each letter, those that follow it where it begins a word, a bit each: most places in a text are
    /// told by two letters.
    pairs: [u32; 32],
}

impl<'w> Words<'w> {
    pub(in crate::rules) const fn new(words: &'w [&'w str]) -> Self {
        let mut pairs = [0; 32];
        let mut index = 0;
        while index < words.len() {
            let word = words[index].as_bytes();
            pairs[place(word[0])] |= 1 << place(word[1]);
            index += 1;
        }
        Self { words, pairs }
    }

    /// Whether one of them stands anywhere in a text, be it within a word, whatever its case.
    pub(in crate::rules) fn stand_in(&self, text: &str) -> bool {
        self.any(text, |_, _| true)
    }

    /// As [`Words::stand_in`], but as a word of its own.
    pub(in crate::rules) fn stand_alone_in(&self, text: &str) -> bool {
        self.any(text, |start, end| {
            !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
        })
    }

    /// Whether one of them stands in a text where it `is` wanted, by where it begins and ends.
    pub(in crate::rules) fn any(&self, text: &str, mut is: impl FnMut(usize, usize) -> bool) -> bool {
        let bytes = text.as_bytes();
        let may_begin = |pair: &[u8]| self.pairs[place(pair[0])] >> place(pair[1]) & 1 != 0;
        bytes.windows(2).enumerate().filter(|(_, pair)| may_begin(pair)).any(|(at, _)| {
            let mut here = self.words.iter().filter(|word| opens_bytes(&bytes[at..], word));
            here.any(|word| is(at, at + word.len()))
        })
    }
}

/// Whether a word is one of some words in lower case, which stand in order, whatever its own case.
pub(in crate::rules) fn is_one_of(word: &str, words: &[&str]) -> bool {
    let Some(first) = word.as_bytes().first().map(u8::to_ascii_lowercase) else { return false };
    let from = words.partition_point(|known| known.as_bytes()[0] < first);
    let mut near = words[from..].iter().take_while(|known| known.as_bytes()[0] == first);
    near.any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a text has at least so many words.
pub(in crate::rules) fn has_words(text: &str, least: usize) -> bool {
    // A word and what parts it from the next are two bytes.
    least == 0
        || text.len() + 1 >= least.saturating_mul(2) && text.split_whitespace().nth(least - 1).is_some()
}

fn opens_bytes(text: &[u8], words: &str) -> bool {
    text.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words.as_bytes()))
}

/// The place of a letter in the alphabet, whatever its case. Other bytes share those places: it serves for a
/// cheap look only.
const fn place(byte: u8) -> usize {
    (byte & 31) as usize
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
        assert!(
            is_one_of("Help", &["hell", "help"])
                && !is_one_of("", &["help"])
                && !is_one_of("helps", &["help"])
        );
        assert!(opens("Could you see", "could you ") && !opens("Could", "could you ") && !opens("é", "e"));
        assert!(has_words("a b c", 3) && !has_words("a b c", 4) && !has_words(" ", 1) && has_words("", 0));
        assert!(!has_words("a      b", 3) && !has_words("ab", usize::MAX));
    }
}
