//! Looking for words in a text as it is written, without a copy of it in lower case.

/// Whether a text opens with words, whatever the case of either.
pub(in crate::rules) fn opens(text: &str, words: &str) -> bool {
    opens_bytes(text.as_bytes(), words)
}

/// Whether one of some words stands anywhere in a text, be it within a word, whatever its case. Each has at
/// least two letters.
pub(in crate::rules) fn holds(text: &str, words: &[&str]) -> bool {
    places(text, words).next().is_some()
}

/// As [`holds`], but as a word of its own.
pub(in crate::rules) fn holds_word(text: &str, words: &[&str]) -> bool {
    let is_whole = |(start, end): (usize, usize)| {
        !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
    };
    places(text, words).any(is_whole)
}

/// Where each of some words begins and ends in a text.
fn places(text: &str, words: &[&str]) -> impl Iterator<Item = (usize, usize)> {
    let letters = |at: usize| words.iter().fold(0, |all, word| all | letter(word.as_bytes()[at]));
    let (firsts, seconds) = (letters(0), letters(1));
    let bytes = text.as_bytes();
    // Most places are told by two letters.
    let may_stand = move |pair: &[u8]| firsts & letter(pair[0]) != 0 && seconds & letter(pair[1]) != 0;
    let starts = bytes.windows(2).enumerate().filter(move |(_, pair)| may_stand(pair)).map(|(at, _)| at);
    starts.flat_map(move |at| {
        let here = words.iter().filter(move |word| opens_bytes(&bytes[at..], word));
        here.map(move |word| (at, at + word.len()))
    })
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

/// A bit for the letter, whatever its case. Other bytes share those bits: it serves for a cheap look only.
fn letter(byte: u8) -> u32 {
    1 << (byte & 31)
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
            assert_eq!(holds(text, words), expected, "{text:?}");
        }
        for (text, expected) in [
            ("How?", true),
            ("“how”", true),
            ("show", false),
            ("howé", false),
            ("however, how", true),
            ("hows how", true),
        ] {
            assert_eq!(holds_word(text, &["what", "how", "hows or"]), expected, "{text:?}");
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
