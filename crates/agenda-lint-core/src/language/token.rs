//! Words, numbers and marks of a text, each looked up in the lexicon as it is cut.

use super::class::{Class, Classes};
use super::lexicon::{Lexicon, hash_byte};
use super::morphology;

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
    /// The cues that begin with this word: a range of the lexicon's list.
    pub(super) cues: (u16, u16),
    /// Hash of the lower-case word, by which cues compare.
    pub(super) hash: u64,
    /// Begins with a capital letter.
    pub(super) capital: bool,
    /// Stands between quotation marks.
    pub(super) quoted: bool,
    /// A line break stands before it, inside its line of the passage.
    pub(super) broken: bool,
    /// A number that counts in order: `1st`, `8th`.
    pub(super) ordinal: bool,
    /// A number that tells an hour: `3am`, `17:30`.
    pub(super) hour: bool,
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
            cues: (0, 0),
            hash: 0,
            capital: false,
            quoted: false,
            broken: false,
            plural: false,
            ordinal: false,
            hour: false,
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

/// Cuts `text[from..to]` into tokens and appends them.
pub(super) fn tokenise(text: &str, from: usize, to: usize, lexicon: &Lexicon, out: &mut Vec<Token>) {
    let mut cutter = Cutter { bytes: &text.as_bytes()[..to], text, at: from, broken: false, lexicon, out };
    while cutter.at < to {
        cutter.step();
    }
}

struct Cutter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    broken: bool,
    lexicon: &'a Lexicon,
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
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word(),
            b'0'..=b'9' => self.number(),
            b'.' if self.byte(self.at + 1).is_ascii_digit() && !self.touches_word() => self.number(),
            b'$' if self.byte(self.at + 1).is_ascii_digit() => self.number(),
            b'\'' if self.contraction(self.at + 1).is_some() && self.touches_word() => self.word(),
            0x80.. => self.foreign(),
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
        self.push(Shape::Mark(mark), self.at, self.at + width);
    }

    fn push(&mut self, shape: Shape, start: usize, end: usize) {
        self.out.push(Token { broken: std::mem::take(&mut self.broken), ..Token::bare(shape, start, end) });
        self.at = end;
    }

    /// A character that is not ASCII: a letter, a typographic mark, money or a picture.
    fn foreign(&mut self) {
        let Some(found) = self.text[self.at..].chars().next() else { return };
        let width = found.len_utf8();
        match found {
            '’' | '‘' if self.contraction(self.at + width).is_some() && self.touches_word() => {
                self.word();
            }
            '‘' | '’' => self.push_mark(b'\'', width),
            '–' | '—' | '―' | '−' => self.push_mark(b'-', width),
            '“' | '”' | '„' | '«' | '»' => self.push_mark(b'"', width),
            '…' => self.push_mark(b'.', width),
            '→' | '➜' | '⇒' | '➔' | '↦' => self.push_mark(b'>', width),
            '£' | '€' | '¥' => self.number(),
            '·' | '•' => self.push_mark(b';', width),
            '？' => self.push_mark(b'?', width),
            _ if found.is_alphabetic() => self.word(),
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

    fn word(&mut self) {
        let start = self.at;
        let (mut hash, mut part_start) = (0, start);
        let mut letters = 0;
        let mut at = start;
        // A contraction begins with its apostrophe: `'ve`.
        let opening = self.apostrophe(at);
        if opening > 0 {
            (hash, at) = (hash_byte(hash, b'\''), at + opening);
        }
        loop {
            // Most of most words are plain letters, which need no more than a look.
            while let Some(byte) = self.bytes.get(at).filter(|byte| byte.is_ascii_alphabetic()) {
                hash = hash_byte(hash, byte | 0x20);
                (at, letters) = (at + 1, letters + 1);
            }
            let byte = self.byte(at);
            let next = self.byte(at + 1);
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'0'..=b'9' => letters += 1,
                b'-' if next.is_ascii_alphanumeric() => {
                    hash = hash_byte(hash, b'-');
                    (part_start, at) = (at + 1, at + 1);
                    continue;
                }
                b'.' if self.dot_belongs(start, at) => {}
                b'/' if letters == 1 && at == start + 1 && !next.is_ascii_digit() => {}
                b'&' if next.is_ascii_alphanumeric() => {}
                0x80.. if self.letter_width(at) > 0 => {
                    let width = self.letter_width(at);
                    for offset in 0..width {
                        hash = hash_byte(hash, self.byte(at + offset));
                    }
                    (at, letters) = (at + width, letters + 1);
                    continue;
                }
                _ => {
                    let width = self.apostrophe(at);
                    if width == 0 || !self.byte(at + width).is_ascii_alphabetic() {
                        break;
                    }
                    if self.contraction(at + width).is_some() {
                        break;
                    }
                    (hash, at) = (hash_byte(hash, b'\''), at + width);
                    continue;
                }
            }
            (hash, at) = (hash_byte(hash, byte.to_ascii_lowercase()), at + 1);
        }
        self.push_word(start, at, hash, part_start);
    }

    fn push_word(&mut self, start: usize, end: usize, hash: u64, part: usize) {
        let entry = self.lexicon.word(hash);
        let known = entry.is_some_and(|entry| !entry.classes.is_empty());
        let (mut classes, cues) =
            entry.map_or((Classes::default(), (0, 0)), |entry| (entry.classes, entry.cues));
        if classes.is_empty() {
            // "hand-delivered" is what "delivered" is; what nobody lists is known by its ending.
            let last = &self.bytes[part..end];
            let look_up = |word: &[u8]| {
                self.lexicon
                    .word(word.iter().fold(0, |hash, byte| hash_byte(hash, byte.to_ascii_lowercase())))
            };
            let compound = (part > start).then(|| look_up(last)).flatten();
            let stem = compound.or_else(|| look_up(morphology::without_prefix(last)?));
            classes = stem.map_or_else(
                || morphology::guess(last),
                |entry| entry.classes.common(morphology::FORMS_AND_MEANINGS),
            );
        }
        self.out.push(Token {
            classes,
            cues,
            hash,
            known,
            capital: self.bytes[start].is_ascii_uppercase(),
            broken: std::mem::take(&mut self.broken),
            plural: self.is_plural(start, end) || classes.has(Class::Pronoun),
            ..Token::bare(Shape::Word, start, end)
        });
        self.at = end;
    }

    /// Whether a word ends as plurals do: in one `s`, not after an apostrophe.
    fn is_plural(&self, start: usize, end: usize) -> bool {
        let [.., before, last] = self.bytes[start..end] else { return false };
        last.eq_ignore_ascii_case(&b's') && before.is_ascii_alphanumeric() && !b"suiSUI".contains(&before)
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
        let ending = self.bytes.get(at.saturating_sub(2)..at).unwrap_or_default();
        let ordinal = [&b"st"[..], b"nd", b"rd", b"th"].contains(&ending);
        self.push(Shape::Number, start, at);
        if let Some(number) = self.out.last_mut() {
            number.ordinal = ordinal;
            number.hour = ending == b"am" || ending == b"pm" || self.bytes[start..at].contains(&b':');
        }
    }
}
