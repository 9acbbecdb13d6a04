//! Words, numbers and marks of a text, each looked up in the lexicon as it is cut.

use super::class::{Class, Classes};
use super::hash::{self, Spelling};
use super::lexicon::{self, Slot};
use super::{morphology, stem};

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// Letters, with what may stand inside a word.
    Word,
    /// Begins with a digit or a currency sign: `4.1%`, `£200`, `2-3x`.
    Number,
    /// One ASCII mark; dashes of any kind are `-`, quotation marks `"`, an arrow `>`.
    Mark(u8),
    /// A picture or another sign.
    Sign,
    /// Code or an address: a noun that nobody can look into.
    Opaque,
}

/// One token of a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// What it is made of.
    pub(super) shape: Shape,
    /// What it can be, by lexicon or by its ending.
    pub(super) classes: Classes,
    /// The cues that begin with this word: a row of the lexicon's, or 0.
    pub(super) cues: u16,
    /// Hash of the lower-case word, by which cues compare.
    pub(super) hash: u32,
    /// Begins with a capital letter.
    pub(super) capital: bool,
    /// Stands between quotation marks.
    pub(super) quoted: bool,
    /// A line break stands before it, inside its line of the passage.
    pub(super) broken: bool,
    /// Ends as plurals do.
    pub(super) plural: bool,
    /// The lexicon knows it.
    pub(super) known: bool,
}

impl Token {
    /// A token that nobody can look into.
    pub(super) fn opaque(start: usize, end: usize) -> Self {
        Self::bare(Shape::Opaque, start, end)
    }

    /// A token of which nothing is known but its shape.
    fn bare(shape: Shape, start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            shape,
            classes: Classes::default(),
            cues: 0,
            hash: 0,
            capital: false,
            quoted: false,
            broken: false,
            plural: false,
            known: false,
        }
    }

    /// Whether the token can be of this class.
    pub(super) fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether the token can be of any of these classes.
    pub(super) fn any(&self, classes: Classes) -> bool {
        self.classes.meets(classes)
    }

    /// Whether it is this mark.
    pub(super) fn mark(&self, mark: u8) -> bool {
        self.shape == Shape::Mark(mark)
    }

    /// Whether it is a word, a number or a thing: not a mark.
    pub(super) fn speaks(&self) -> bool {
        matches!(self.shape, Shape::Word | Shape::Number | Shape::Opaque)
    }
}

/// The lower-case form of each letter, digit or underscore; 0 for any other byte.
static LETTERS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// The bit by which an English letter is a small one, in each of eight bytes.
const LOWER: u64 = 0x2020_2020_2020_2020;

/// The highest bit of each of eight bytes that is no English letter.
const fn others(bytes: u64) -> u64 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let small = (bytes | LOWER) & !HIGH;
    // Up to the byte's highest bit there are 0x1f from `a` and 5 from after `z`.
    let from_a = small + 0x1f1f_1f1f_1f1f_1f1f;
    let beyond_z = small + 0x0505_0505_0505_0505;
    (!from_a | beyond_z | bytes) & HIGH
}

/// Fewer than eight bytes at the end of a line, the first lowest, and spaces after them.
#[cold]
fn last_bytes(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(LOWER, |all, byte| all << 8 | u64::from(*byte))
}

/// Cuts `text[from..to]` into tokens and appends them; tells whether a quotation mark is among them.
pub(super) fn tokenise(text: &str, from: usize, to: usize, out: &mut Vec<Token>) -> bool {
    let bytes = &text.as_bytes()[..to];
    let mut cutter = Cutter { bytes, text, at: from, broken: false, quotes: false, out };
    while cutter.at < to {
        cutter.step();
    }
    cutter.quotes
}

/// A word as it was cut.
#[derive(Clone, Copy)]
struct Spelt {
    hash: u32,
    /// One past its last byte.
    end: usize,
    /// Where its last part begins: `delivered` in `hand-delivered`.
    part: usize,
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

struct Cutter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    broken: bool,
    /// Whether a quotation mark was cut.
    quotes: bool,
    out: &'a mut Vec<Token>,
}

impl Cutter<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    fn step(&mut self) {
        let byte = self.byte(self.at);
        match byte {
            b' ' | b'\t' | b'\r' => self.at += 1,
            b'\n' => (self.broken, self.at) = (true, self.at + 1),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.words(),
            b'0'..=b'9' => self.number(),
            b'.' if self.byte(self.at + 1).is_ascii_digit() && !self.touches_word() => self.number(),
            b'$' if self.byte(self.at + 1).is_ascii_digit() => self.number(),
            b'\'' if self.contraction(self.at + 1).is_some() && self.touches_word() => self.words(),
            0x80.. => self.foreign(),
            // `:)`, `:/`
            b':' | b';' if b")(/DP|".contains(&self.byte(self.at + 1)) => {
                self.push(Shape::Sign, self.at, self.at + 2);
            }
            b'-' | b'=' if self.byte(self.at + 1) == b'>' => self.push_mark(b'>', 2),
            b'-' if self.byte(self.at + 1) == b'-' => self.push_mark(b'-', 2),
            _ => self.push_mark(byte, 1),
        }
    }

    /// Whether the byte before stands right at the end of a word.
    fn touches_word(&self) -> bool {
        self.out.last().is_some_and(|last| last.end == self.at && last.shape != Shape::Mark(b'\''))
    }

    fn push_mark(&mut self, mark: u8, width: usize) {
        self.quotes |= matches!(mark, b'"' | b'\'');
        self.push(Shape::Mark(mark), self.at, self.at + width);
    }

    fn push(&mut self, shape: Shape, start: usize, end: usize) {
        self.out.push(Token { broken: std::mem::take(&mut self.broken), ..Token::bare(shape, start, end) });
        self.at = end + usize::from(self.byte(end) == b' ');
    }

    /// A character that is not ASCII: a letter, a typographic mark, money or a picture.
    #[inline(never)]
    fn foreign(&mut self) {
        let Some(found) = self.text[self.at..].chars().next() else { return };
        let width = found.len_utf8();
        match found {
            '’' | '‘' if self.contraction(self.at + width).is_some() && self.touches_word() => {
                self.words();
            }
            '‘' | '’' => self.push_mark(b'\'', width),
            '–' | '—' | '―' | '−' => self.push_mark(b'-', width),
            '“' | '”' | '„' | '«' | '»' => self.push_mark(b'"', width),
            '…' => self.push_mark(b'.', width),
            '→' | '➜' | '⇒' | '➔' | '↦' => self.push_mark(b'>', width),
            '£' | '€' | '¥' => self.number(),
            '·' | '•' => self.push_mark(b';', width),
            '？' => self.push_mark(b'?', width),
            _ if found.is_alphabetic() => self.words(),
            _ if found.is_whitespace() || found == '\u{fe0f}' || found == '\u{200d}' => self.at += width,
            _ => self.push(Shape::Sign, self.at, self.at + width),
        }
    }

    /// The length of `s`, `ve`, `ll`, … after an apostrophe, when a word ends with it there.
    fn contraction(&self, at: usize) -> Option<usize> {
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

    /// A run of words; nearly every word is followed by another one.
    fn words(&mut self) {
        let mut opens = !self.byte(self.at).is_ascii_alphabetic();
        loop {
            let plain = if opens { Plain::Woven } else { self.plain_word(self.at) };
            opens = false;
            let (word, next, woven) = match plain {
                Plain::None => return,
                Plain::Word { hash, end, next } => (Spelt { hash, end, part: self.at }, next, false),
                Plain::Woven => {
                    let Spelt { hash, end, part } = self.woven_word(self.at);
                    (Spelt { hash, end, part }, end, true)
                }
            };
            self.push_word(word, woven);
            self.at = next;
        }
    }

    /// A word with more in it than English letters: `don't`, `follow-up`, `naïve`, `v2`.
    #[inline(never)]
    fn woven_word(&self, start: usize) -> Spelt {
        let (mut spelling, mut part, mut at) = (Spelling::default(), start, start);
        // A contraction begins with its apostrophe: `'ve`.
        let opening = self.apostrophe(at);
        if opening > 0 {
            spelling.push(b'\'');
            at += opening;
        }
        loop {
            let letters = self.bytes.get(at..).unwrap_or_default().iter();
            for letter in letters.map(|byte| LETTERS[usize::from(*byte)]).take_while(|letter| *letter != 0) {
                spelling.push(letter);
                at += 1;
            }
            let Some((width, joint)) = self.joint(start, at) else { break };
            if joint == b'-' {
                part = at + 1;
            }
            match joint {
                0 => self.bytes[at..at + width].iter().for_each(|byte| spelling.push(*byte)),
                mark => spelling.push(mark),
            }
            at += width;
        }
        Spelt { hash: spelling.hash(), end: at, part }
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
            if count > 0 {
                hash = hash::mix(hash, (bytes | LOWER) & !(u64::MAX << count));
            }
            let after = (bytes >> count & 0xff) as u8;
            let hash = hash::finish(hash);
            if after == b' ' {
                return Plain::Word { hash, end, next: end + 1 };
            }
            let ends = LETTERS[usize::from(after)] == 0 && self.joint(start, end).is_none();
            return if ends { Plain::Word { hash, end, next: end } } else { Plain::Woven };
        }
    }

    /// What holds a word together at this byte, and its width: a hyphen, an apostrophe, a dot, a foreign letter (0).
    #[inline(never)]
    fn joint(&self, start: usize, at: usize) -> Option<(usize, u8)> {
        let next = self.byte(at + 1);
        match self.byte(at) {
            b' ' | b',' | b'\n' => None,
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
    fn push_word(&mut self, word: Spelt, woven: bool) {
        let (start, Spelt { hash, end, part }) = (self.at, word);
        let found = lexicon::word(hash);
        let (known, capital) = (found.is_known(), self.byte(start).is_ascii_uppercase());
        let (mut classes, mut plural) = (found.classes(), found.is_plural());
        if !known {
            (classes, plural) =
                (self.unlisted(start, part, end, woven), stem::is_plural(&self.bytes[start..end]));
            if capital {
                classes = classes.with(Classes::of(&[Class::Name]));
            }
        } else if classes.has(Class::Ambiguous) {
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
            broken: self.broken,
            plural,
            known,
        });
        self.broken = false;
    }

    /// "may" and "sat" are dates after a preposition or a number, and nothing of the kind elsewhere.
    fn date_or_word(&self, classes: Classes) -> Classes {
        const NEAR: Classes = Classes::of(&[Class::Preposition, Class::Moment, Class::Number, Class::Near]);
        const DATE: Classes = Classes::of(&[Class::Month, Class::Weekday]);
        let dated = self.out.last().is_some_and(|before| before.any(NEAR));
        if dated { classes.common(DATE) } else { classes.without(DATE) }
    }

    /// What a word can be that nobody lists: "hand-delivered" is what "delivered" is, "reopened" what "opened" is;
    /// else its ending tells.
    #[inline(never)]
    fn unlisted(&self, start: usize, part: usize, end: usize, woven: bool) -> Classes {
        let word = &self.bytes[part..end];
        if woven && !word.is_ascii() {
            // Letters beyond Latin are of no word of English.
            let beyond = |letter: char| letter > '\u{24f}' && !matches!(letter, '‘' | '’');
            let foreign = self.text[part..end].chars().any(beyond);
            return if foreign { Classes::of(&[Class::Foreign]) } else { Classes::default() };
        }
        let listed = |word: &[u8]| {
            let hash = hash::hash_letters(word.iter().map(u8::to_ascii_lowercase));
            Some(lexicon::word(hash)).filter(|slot| slot.is_filed()).map(Slot::classes)
        };
        let compound = (part > start).then(|| listed(word)).flatten();
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

    #[inline(never)]
    fn number(&mut self) {
        let start = self.at;
        let mut at = start + self.text[start..].chars().next().map_or(1, char::len_utf8);
        loop {
            let (byte, next) = (self.byte(at), self.byte(at + 1));
            match byte {
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'%' => at += 1,
                b'.' | b',' | b':' | b'/' | b'-' if next.is_ascii_digit() => at += 1,
                _ => break,
            }
        }
        let classes = match self.bytes.get(at.saturating_sub(2)..at).unwrap_or_default() {
            b"st" | b"nd" | b"rd" | b"th" => Classes::of(&[Class::Number, Class::Ordinal]),
            b"am" | b"pm" => Classes::of(&[Class::Number, Class::Hour]),
            _ if self.bytes[start..at].contains(&b':') => Classes::of(&[Class::Number, Class::Hour]),
            _ => Classes::of(&[Class::Number]),
        };
        self.push(Shape::Number, start, at);
        if let Some(number) = self.out.last_mut() {
            number.classes = classes;
        }
    }
}
