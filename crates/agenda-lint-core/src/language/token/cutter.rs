//! Cuts a text into tokens, from left to right.

use super::{Seen, Shape, Token};
use crate::language::class::{Class, Classes};
use crate::language::hash;

/// Cuts `text[from..to]` into tokens and appends them; tells what is among them.
pub(in crate::language) fn tokenise(text: &str, from: usize, to: usize, out: &mut Vec<Token>) -> Seen {
    let bytes = &text.as_bytes()[..to];
    let mut cutter = Cutter { bytes, text, at: from, broken: usize::MAX, seen: Seen::default(), out };
    while let Some(byte) = bytes.get(cutter.at) {
        cutter.step(*byte);
    }
    cutter.note_break();
    cutter.seen
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
    /// What was cut.
    pub(super) seen: Seen,
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
            b'0'..=b'9' => self.number(1),
            b'.' if self.byte(self.at + 1).is_ascii_digit() && !self.touches_word() => self.number(1),
            b'$' if self.byte(self.at + 1).is_ascii_digit() => self.number(1),
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
        self.seen.quotes |= matches!(mark, b'"' | b'\'');
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
            '£' | '€' | '¥' => self.number(width),
            '·' | '•' => self.push_mark(b';', width),
            '？' => self.push_mark(b'?', width),
            _ if found.is_alphabetic() => self.words(),
            _ if found.is_whitespace() || found == '\u{fe0f}' || found == '\u{200d}' => self.at += width,
            _ => self.push(Shape::Sign, self.at, self.at + width),
        }
    }

    /// A number, whose first character has this width.
    #[inline(never)]
    fn number(&mut self, width: usize) {
        let (start, mut end) = (self.at, self.at + width);
        loop {
            match self.byte(end) {
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'%' => end += 1,
                b'.' | b',' | b':' | b'/' | b'-' if self.byte(end + 1).is_ascii_digit() => end += 1,
                _ => break,
            }
        }
        let number = &self.bytes[start..end];
        let classes = match number {
            [.., b's', b't'] | [.., b'n' | b'r', b'd'] | [.., b't', b'h'] => {
                Classes::of(&[Class::Number, Class::Ordinal])
            }
            [.., b'a' | b'p', b'm'] => Classes::of(&[Class::Number, Class::Hour]),
            _ if number.contains(&b':') => Classes::of(&[Class::Number, Class::Hour]),
            _ => Classes::of(&[Class::Number]),
        };
        let hash = hash::hash_by(number, |letter| letter.to_ascii_lowercase());
        self.push(Shape::Number, start, end);
        if let Some(number) = self.out.last_mut() {
            (number.classes, number.hash) = (classes, hash);
        }
    }
}
