//! Words: where one ends, and what the lexicon or its ending tells of it.

use super::cutter::Cutter;
use super::{Shape, Token};
use crate::language::class::{Class, Classes};
use crate::language::hash::{self, Spelling};
use crate::language::lexicon::{self, Slot};
use crate::language::{morphology, stem};

/// Stands for what may hold a word together, or is part of a foreign letter.
const JOINT: u8 = 1;

/// The lower-case form of each letter, digit or underscore; [`JOINT`]; 0 for a byte that ends a word.
static LETTERS: [u8; 256] = {
    let mut table = [JOINT; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' => byte.to_ascii_lowercase(),
            b'-' | b'&' | b'.' | b'/' | b'\'' => JOINT,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// The bit by which an English letter is a small one, in each of eight bytes.
const LOWER: u64 = 0x2020_2020_2020_2020;

/// The highest bit of the first of eight bytes that is no English letter, the first being the lowest; bits above it
/// tell nothing, since only such a byte carries into the one after it.
const fn others(bytes: u64) -> u64 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let small = bytes | LOWER;
    // Down to 0x80 there are 0x80 from right before `a`, and up to it 5 from right after `z`.
    let before_a = 0xe0e0_e0e0_e0e0_e0e0_u64.wrapping_sub(small);
    let after_z = small.wrapping_add(0x0505_0505_0505_0505);
    (before_a | after_z) & HIGH
}

/// Fewer than eight bytes at the end of a line, the first lowest, and spaces after them.
#[cold]
fn last_bytes(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(LOWER, |all, byte| all << 8 | u64::from(*byte))
}

/// What a run of English letters is.
enum Plain {
    /// There is none.
    None,
    /// A word with this hash; up to `end`, and with the space after it up to `next`.
    Word { hash: u32, end: usize, next: usize },
    /// A part of a word that has more in it.
    Woven,
}

impl Cutter<'_> {
    /// The length of `s`, `ve`, `ll`, … after an apostrophe, when a word ends with it there.
    pub(super) fn contraction(&self, at: usize) -> Option<usize> {
        let (first, second) = (self.byte(at).to_ascii_lowercase(), self.byte(at + 1).to_ascii_lowercase());
        let length = match (first, second) {
            (b'v' | b'r', b'e') | (b'l', b'l') => 2,
            (b's' | b'm' | b'd', _) => 1,
            _ => return None,
        };
        (!self.byte(at + length).is_ascii_alphanumeric()).then_some(length)
    }

    /// The width of an apostrophe at this place, straight or curly.
    fn apostrophe(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            0xe2 if self.byte(at + 1) == 0x80 && matches!(self.byte(at + 2), 0x98 | 0x99) => 3,
            _ => 0,
        }
    }

    /// A run of words; nearly every word is followed by a space and another one.
    pub(super) fn words(&mut self) {
        let mut start = self.at;
        loop {
            let (hash, end, next, woven) = match self.plain_word(start) {
                Plain::Word { hash, end, next } => (hash, end, next, false),
                Plain::None if start > self.at => break,
                // A run may open with what goes on elsewhere: `_`, the apostrophe of `'ve`, a foreign letter.
                Plain::None | Plain::Woven => {
                    let (hash, end) = self.woven_word(start);
                    (hash, end, end, true)
                }
            };
            self.push_word(hash, start, end, woven);
            start = next;
            if next == end {
                break;
            }
        }
        self.at = start;
    }

    /// A word with more in it than English letters: `don't`, `follow-up`, `naïve`, `v2`.
    #[inline(never)]
    fn woven_word(&self, start: usize) -> (u32, usize) {
        let (mut spelling, mut at) = (Spelling::EMPTY, start);
        // A contraction begins with its apostrophe: `'ve`.
        let opening = self.apostrophe(at);
        if opening > 0 {
            spelling.push(b'\'');
            at += opening;
        }
        loop {
            let letters = self.bytes.get(at..).unwrap_or_default().iter();
            for letter in letters.map(|byte| LETTERS[usize::from(*byte)]).take_while(|letter| *letter > JOINT)
            {
                spelling.push(letter);
                at += 1;
            }
            let Some((width, joint)) = self.joint(start, at) else { break };
            match joint {
                // `don't` is known as `dont`.
                b'\'' if self.byte(at - 1) | 0x20 == b'n' && self.byte(at + width) | 0x20 == b't' => {}
                0 => self.bytes[at..at + width].iter().for_each(|byte| spelling.push(*byte)),
                mark => spelling.push(mark),
            }
            at += width;
        }
        (spelling.hash(), at)
    }

    /// A word of nothing but English letters, which nearly all are; eight are taken at once.
    #[inline]
    fn plain_word(&self, start: usize) -> Plain {
        let Some(mut rest) = self.bytes.get(start..) else { return Plain::None };
        let mut hash = 0;
        loop {
            let bytes =
                rest.first_chunk().map_or_else(|| last_bytes(rest), |eight| u64::from_le_bytes(*eight));
            let others = others(bytes);
            if others == 0 {
                (hash, rest) = (hash::mix(hash, bytes | LOWER), rest.get(8..).unwrap_or_default());
                continue;
            }
            let count = others.trailing_zeros() & !7;
            let end = self.bytes.len() - rest.len() + count as usize / 8;
            if end == start {
                return Plain::None;
            }
            let after = (bytes >> count & 0xff) as u8;
            let hash = hash::finish(hash::mix(hash, (bytes | LOWER) & !(u64::MAX << count)));
            if after == b' ' {
                return Plain::Word { hash, end, next: end + 1 };
            }
            let ends = match LETTERS[usize::from(after)] {
                0 => true,
                JOINT => self.joint(start, end).is_none(),
                _ => false,
            };
            return if ends { Plain::Word { hash, end, next: end } } else { Plain::Woven };
        }
    }

    /// What holds a word together at this byte, and its width: a hyphen, an apostrophe, a dot, a foreign letter (0).
    #[inline(never)]
    fn joint(&self, start: usize, at: usize) -> Option<(usize, u8)> {
        let next = self.byte(at + 1);
        match self.byte(at) {
            mark @ (b'-' | b'&') if next.is_ascii_alphanumeric() => Some((1, mark)),
            b'.' if self.dot_belongs(start, at) => Some((1, b'.')),
            b'/' if at == start + 1 && !next.is_ascii_digit() => Some((1, b'/')),
            b'\'' | 0x80.. => {
                let width = self.apostrophe(at);
                if width == 0 {
                    return Some((self.letter_width(at), 0)).filter(|(width, _)| *width > 0);
                }
                let ends =
                    !self.byte(at + width).is_ascii_alphabetic() || self.contraction(at + width).is_some();
                (!ends).then_some((width, b'\''))
            }
            _ => None,
        }
    }

    #[inline]
    fn push_word(&mut self, hash: u32, start: usize, end: usize, woven: bool) {
        let found = lexicon::word(hash);
        let (known, capital) = (found.is_known(), self.bytes[start].is_ascii_uppercase());
        let (mut classes, mut plural) = (found.classes(), found.is_plural());
        if !known {
            (classes, plural) = (self.unlisted(start, end, woven), stem::is_plural(&self.bytes[start..end]));
            if capital {
                classes = classes.with(Classes::of(&[Class::Name]));
            }
        }
        if classes.meets(Classes::of(&[Class::Foreign, Class::Ambiguous])) {
            self.seen.foreign |= classes.has(Class::Foreign);
            classes = self.date_or_word(classes);
        }
        self.out.push(Token {
            start,
            end,
            shape: Shape::Word,
            classes,
            cues: found.cues,
            hash,
            capital,
            quoted: false,
            broken: false,
            plural,
            known,
        });
    }

    /// "may" and "sat" are dates after a preposition or a number, and nothing of the kind elsewhere.
    fn date_or_word(&self, classes: Classes) -> Classes {
        const NEAR: Classes = Classes::of(&[Class::Preposition, Class::Moment, Class::Number, Class::Near]);
        const DATE: Classes = Classes::of(&[Class::Month, Class::Weekday]);
        if !classes.has(Class::Ambiguous) {
            return classes;
        }
        let dated = self.out.last().is_some_and(|before| before.any(NEAR));
        if dated { classes.common(DATE) } else { classes.without(DATE) }
    }

    /// What a word can be that nobody lists: "hand-delivered" is what "delivered" is, "reopened" what "opened" is;
    /// else its ending tells.
    #[inline(never)]
    fn unlisted(&self, start: usize, end: usize, woven: bool) -> Classes {
        let mut word = &self.text[start..end];
        if woven {
            word = word.rsplit('-').next().unwrap_or(word);
            if !word.is_ascii() {
                // Letters beyond Latin are of no word of English.
                let beyond = |letter: char| letter > '\u{24f}' && !matches!(letter, '‘' | '’');
                let foreign = word.chars().any(beyond);
                return if foreign { Classes::of(&[Class::Foreign]) } else { Classes::default() };
            }
        }
        let word = word.as_bytes();
        let listed = |word: &[u8]| {
            Some(lexicon::word(hash::hash_by(word, |letter| letter.to_ascii_lowercase())))
                .filter(|slot| slot.is_filed())
                .map(Slot::classes)
        };
        let compound = (word.len() < end - start).then(|| listed(word)).flatten();
        compound
            .or_else(|| morphology::without_prefix(word).and_then(listed))
            .map_or_else(|| morphology::guess(word), |classes| classes.common(morphology::FORMS_AND_MEANINGS))
    }

    /// Whether a dot inside a word belongs to it: `e.g`, `example.org`, but not `late.Then`.
    fn dot_belongs(&self, start: usize, at: usize) -> bool {
        let next = self.byte(at + 1);
        next.is_ascii_lowercase() && (at - start < 3 || self.byte(at - 1).is_ascii_lowercase())
    }

    /// The width of a letter that is not ASCII, or 0.
    fn letter_width(&self, at: usize) -> usize {
        let found = self.text.get(at..).and_then(|rest| rest.chars().next());
        found.filter(|letter| letter.is_alphabetic()).map_or(0, char::len_utf8)
    }
}
