//! Cuts a text into tokens, from left to right.

use super::{Shape, Token};
use crate::language::class::{Class, Classes};
use crate::language::hash;

/// Cuts `text[from..to]` into tokens and appends them; tells whether a quotation mark is among them.
pub(in crate::language) fn tokenise(text: &str, from: usize, to: usize, out: &mut Vec<Token>) -> bool {
    let bytes = &text.as_bytes()[..to];
    let mut cutter = Cutter { bytes, text, at: from, broken: usize::MAX, quotes: false, out };
    while let Some(byte) = bytes.get(cutter.at) {
        cutter.step(*byte);
    }
    cutter.note_break();
    cutter.quotes
}

/// A text on its way to tokens.
pub(super) struct Cutter<'a> {
    pub(super) text: &'a str,
    /// The same up to where it is cut.
    pub(super) bytes: &'a [u8],
    /// The byte to go on with.
    pub(super) at: usize,
    /// The place of the token that comes after the latest line break.
    broken: usize,
    /// Whether a quotation mark was cut.
    quotes: bool,
    pub(super) out: &'a mut Vec<Token>,
}

impl Cutter<'_> {
    /// The byte at a place, or a space behind the end.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    fn step(&mut self, byte: u8) {
        match byte {
            b' ' | b'\t' | b'\r' => self.at += 1,
            b'\n' => {
                self.note_break();
                (self.broken, self.at) = (self.out.len(), self.at + 1);
            }
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

    /// Notes the latest line break in the token after it, if there is one by now.
    fn note_break(&mut self) {
        if let Some(token) = self.out.get_mut(self.broken) {
            token.broken = true;
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
        self.out.push(Token::bare(shape, start, end));
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
        let hash = hash::hash_letters(self.bytes[start..at].iter().map(u8::to_ascii_lowercase));
        if let Some(number) = self.out.last_mut() {
            (number.classes, number.hash) = (classes, hash);
        }
    }
}
