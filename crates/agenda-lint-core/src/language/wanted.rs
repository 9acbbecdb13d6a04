//! What is looked for among the words of a text: most are not it, which two letters tell.

use super::{
    lexicon,
    likeness::{self, Terms},
};

/// The terms of some texts, to be looked for in others.
#[derive(Debug)]
pub struct Wanted {
    /// Sorted.
    keys: Vec<u32>,
    /// For each letter, which stand second behind it in a word that has one of the keys, a bit each.
    openings: [u32; 32],
}

impl Wanted {
    /// The terms of these.
    pub fn of<'t>(all: impl IntoIterator<Item = &'t Terms>) -> Self {
        let (mut keys, mut openings) = (Vec::new(), [0; 32]);
        for (key, own) in all.into_iter().flat_map(Terms::keys_and_openings) {
            keys.push(key);
            for [first, second] in lexicon::openings(key).iter().copied().chain([own]) {
                openings[place(first)] |= 1 << place(second);
            }
        }
        keys.sort_unstable();
        Self { keys, openings }
    }

    pub(super) fn has(&self, key: u32) -> bool {
        self.keys.binary_search(&key).is_ok()
    }

    /// Whether a word may be one of these: by its key if that is known, or else by whether it begins as one of them does.
    #[inline]
    pub(super) fn may_be(&self, word: &str, key: Option<u32>) -> bool {
        key.map_or_else(|| self.may_begin(word), |key| self.has(key))
    }

    /// Whether one of these may begin as a word does.
    #[inline]
    pub(super) fn may_begin(&self, word: &str) -> bool {
        match *word.as_bytes() {
            [first, second, ..] if first.is_ascii() && second.is_ascii() => self.may_open(first, second),
            [first] => self.may_open(first, 0),
            _ => true,
        }
    }

    /// Whether one of these may begin with two letters or digits; 0 stands for the second where there is none.
    fn may_open(&self, first: u8, second: u8) -> bool {
        self.openings[place(first)] >> place(second) & 1 != 0
    }

    /// Whether any of these may stand in a text: a cheap look, before it is cut into words.
    pub fn may_stand_in(&self, text: &str) -> bool {
        // A word may begin with the apostrophe that cuts it off another one.
        let is_odd = |c: char| match c {
            '’' => self.may_open(CURLY[0], CURLY[1]),
            '£' | '€' | '¥' => true,
            _ => c.is_alphanumeric(),
        };
        let (mut spelling, mut at) = (String::new(), 0);
        while let Some(byte) = text.as_bytes().get(at) {
            if IS_LETTER[usize::from(*byte)] {
                if self.may_open_at(text, at) && self.may_be_at(text, at, &mut spelling) {
                    return true;
                }
                at += letters(&text.as_bytes()[at..]);
            } else if *byte >= 0xc0 && text[at..].chars().next().is_some_and(is_odd) {
                return true;
            } else {
                at += 1;
            }
        }
        false
    }

    /// Whether one of these may be the word or number that begins at a place, by how it begins.
    #[inline]
    fn may_open_at(&self, text: &str, at: usize) -> bool {
        let first = text.as_bytes()[at];
        let next = byte_at(text, at + 1);
        self.may_open(first, next)
            || !IS_LETTER[usize::from(next)] && self.may_open(first, 0)
            || first.is_ascii_digit() && {
                let [first, second] = opening_of_number(&text[at..]);
                self.may_open(first, second)
            }
            || at > 0 && text.as_bytes()[at - 1] == b'\'' && self.may_open(b'\'', first)
    }

    /// Whether one of these may be what begins at a place where letters and digits of ASCII stand together.
    #[inline(never)]
    fn may_be_at(&self, text: &str, start: usize, spelling: &mut String) -> bool {
        let bytes = text.as_bytes();
        let end = start + letters(&bytes[start..]);
        // What is more than a word of letters takes more than a look.
        let is_number = bytes[start].is_ascii_digit();
        let opens = !matches!(byte_at(text, start.wrapping_sub(1)), b'&' | b'.' | b'/' | b'\'' | 0x80..);
        let ends = match byte_at(text, end) {
            b'-' | b'&' => !byte_at(text, end + 1).is_ascii_alphanumeric(),
            b'.' => !byte_at(text, end + 1).is_ascii_lowercase(),
            b'/' | b'\'' | 0x80.. => false,
            _ => true,
        };
        is_number || !opens || !ends || self.has(likeness::key_of(&text[start..end], spelling))
    }
}

/// How many letters and digits of ASCII stand together at the beginning of a text.
fn letters(text: &[u8]) -> usize {
    text.iter().take_while(|byte| IS_LETTER[usize::from(**byte)]).count()
}

/// The byte at a place, or a blank where there is none.
fn byte_at(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(b' ')
}

/// The first two digits of a number, whatever sign and zeros stand before them; 0 for one that is not there. A day, `9th`
/// or `09`, begins so as well.
pub(super) fn opening_of_number(number: &str) -> [u8; 2] {
    let behind = number.trim_start_matches(['$', '£', '€', '¥', '.']);
    let digits = behind.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let digits = digits.trim_start_matches('0').as_bytes();
    [0, 1].map(|at| digits.get(at).copied().unwrap_or_default())
}

/// The first two bytes of `’`.
const CURLY: [u8; 2] = [0xe2, 0x80];

/// Which bytes are letters, digits and underscores of ASCII.
static IS_LETTER: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    table
};

/// The place of a letter in the alphabet, whatever its case. Other bytes share those places.
fn place(byte: u8) -> usize {
    usize::from(byte & 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_all_its_forms_and_by_all_that_tell_the_same() {
        for (wanted, word) in [
            ("they taught it", "teaching"),
            ("teach it", "taught"),
            ("the presentation", "Decks"),
            ("the slides", "PRESENTATIONS"),
            ("she wrote it", "letters"),
            ("the Émile fund", "Émile"),
            ("dried", "dries"),
            ("adding a stage", "added"),
            ("plan B", "to B"),
            ("mail it", "the e-mails?"),
            ("the stage", "(on-stage)"),
            ("page 14", "~14~"),
            ("3 March", "March 3rd"),
            ("they've", "we've"),
            ("they’ve", "we’ve"),
            ("£200", "(£200)"),
            ("0.5", "0.5"),
            ("£", "£"),
            ("9 March", "March 09"),
            (".5", "a .5"),
        ] {
            let wanted = Wanted::of([&Terms::of(wanted)]);
            assert!(wanted.may_stand_in(word), "{word} is overlooked");
            let all = Terms::of(word);
            let known = all.keys_and_openings().filter(|(key, _)| wanted.has(*key));
            assert_eq!(known.count(), 1, "{word}");
            assert_eq!(Terms::of_those(word, &wanted).keys_and_openings().count(), 1, "{word} is overlooked");
        }
        let wanted = Wanted::of([&Terms::of("book a room")]);
        assert_eq!(Terms::of_those("boil the rice", &wanted).keys_and_openings().count(), 0);
        assert!(!wanted.may_stand_in("boil the rice – Ana’s bold idea, 3 boxes"));
    }

    #[test]
    fn of_a_text_all_is_found_that_it_says() {
        for text in [
            "Ana's follow-up: on Sat. may I, by May, sit 3 March, 9; e-mail (R&D) v2.1, £20?! it’s naïve – 4.5%, w/o 1:1",
            "It's I. Sam, Bo: don't, tues/weds ... 27 Feb 2026, 14:00 #12 x_y 'tis 0.5 007 on-call-2 to B, Mai 2 . a",
        ] {
            let all = Terms::of(text);
            let found = Terms::of_those(text, &Wanted::of([&all]));
            assert!(all.keys_and_openings().eq(found.keys_and_openings()), "{all:?} {found:?}");
        }
    }

    #[test]
    fn what_is_passed_over_holds_none_of_them() {
        let note = include_str!("../../../../tests/whole_notes/trades/10.md");
        for said in note.lines() {
            let wanted = Wanted::of([&Terms::of(said)]);
            for line in note.lines().filter(|line| !wanted.may_stand_in(line)) {
                let found = Terms::of(line).keys_and_openings().any(|(key, _)| wanted.has(key));
                assert!(!found, "{line:?} is overlooked, it shares a word with {said:?}");
            }
        }
    }
}
