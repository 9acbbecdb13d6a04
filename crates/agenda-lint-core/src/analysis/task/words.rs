//! The words of an action's text with their places.

use std::{cell::OnceCell, ops::Range};

use super::{
    class::{self, Class},
    due,
};
use crate::text::plain_letters;

/// A word or a mark of the text.
#[derive(Debug)]
struct Token {
    start: usize,
    end: usize,
    /// The mark; None for a word.
    mark: Option<char>,
    /// What the word can be: a bit a class.
    classes: u32,
    /// The end of the time unit that it begins, if it begins one: it is asked for again and again.
    unit_end: OnceCell<Option<usize>>,
}

/// A text cut into words and marks.
pub(super) struct Words<'t> {
    pub(super) text: &'t str,
    /// The same text with its ASCII in lower case.
    lower: &'t str,
    tokens: &'t [Token],
    /// What is among the words: the classes of all of them.
    held: u32,
}

/// Cuts one text after the other in the same memory.
#[derive(Debug, Default)]
pub(super) struct Cutter {
    lower: String,
    tokens: Vec<Token>,
}

/// How many bytes most actions do not exceed,
const USUAL_LENGTH: usize = 256;

/// and how many words and marks.
const USUAL_TOKENS: usize = 40;

impl Cutter {
    /// Cuts `text`.
    pub(super) fn cut<'t>(&'t mut self, text: &'t str) -> Words<'t> {
        let Self { lower, tokens } = self;
        lower.clear();
        lower.reserve(text.len().max(USUAL_LENGTH));
        lower.push_str(text);
        lower.make_ascii_lowercase();
        tokens.clear();
        tokens.reserve(USUAL_TOKENS);
        let (mut held, mut at) = (0, 0);
        while let Some(byte) = text.as_bytes().get(at) {
            let start = at;
            // Most of most texts are plain words with a space between them.
            if *byte == b' ' {
                at += 1;
                continue;
            }
            let mut mark = None;
            if !byte.is_ascii_alphanumeric() {
                let first = text[at..].chars().next().unwrap_or_default();
                at += first.len_utf8();
                if first.is_whitespace() {
                    continue;
                }
                // `I'll` is `I` and `'ll`, so that the owner is a word of its own.
                mark = Some(first).filter(|_| !first.is_alphanumeric() && !is_contraction(&text[start..]));
            }
            let classes = if let Some(mark) = mark {
                let announces = due::CALENDARS.contains(&mark);
                Class::Mark.bit() | if announces { Class::Announcement.bit() } else { 0 }
            } else {
                at = end_of_word(text, start, at);
                class::classes(&lower[start..at])
            };
            tokens.push(Token { start, end: at, mark, classes, unit_end: OnceCell::new() });
            held |= classes;
        }
        Words { text, lower, tokens, held }
    }
}

/// Where the word that begins at `start` ends; it reaches to `at` at least.
fn end_of_word(text: &str, start: usize, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        at += plain_letters(&bytes[at..]);
        match bytes.get(at) {
            Some(b'\'' | b'-' | b'_' | b'.' | b':' | b'/' | 0x80..) => {}
            _ => return at,
        }
        let mut chars = text[at..].chars();
        let Some(next) = chars.next() else { return at };
        let last = text[start..at].chars().next_back().unwrap_or_default();
        let goes_on = next.is_alphanumeric() || joins(&text[start..at], last, next, chars.next());
        if !goes_on || is_contraction(&text[at..]) {
            return at;
        }
        at += next.len_utf8();
    }
}

impl<'t> Words<'t> {
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at `at` in lower case; empty for a mark and past the end.
    pub(super) fn lower(&self, at: usize) -> &'t str {
        let word = self.tokens.get(at).filter(|token| token.mark.is_none());
        word.map_or("", |word| &self.lower[word.start..word.end])
    }

    /// What the word at `at` can be: a bit a class.
    pub(super) fn classes(&self, at: usize) -> u32 {
        self.tokens.get(at).map_or(0, |token| token.classes)
    }

    /// The end of the time unit at `at`, which `find` finds where nobody has yet asked for it.
    pub(super) fn unit_end(&self, at: usize, find: impl FnOnce() -> Option<usize>) -> Option<usize> {
        *self.tokens.get(at)?.unit_end.get_or_init(find)
    }

    /// Whether the word at `at` is listed as `class`.
    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.has_any(at, &[class])
    }

    /// Whether the word at `at` is listed as any of `classes`.
    pub(super) fn has_any(&self, at: usize, classes: &[Class]) -> bool {
        self.classes(at) & Class::bits(classes) != 0
    }

    /// Whether any word of the text is listed as any of `classes`: a cheap look before a search.
    pub(super) fn hold_any(&self, classes: &[Class]) -> bool {
        self.held & Class::bits(classes) != 0
    }

    /// Whether the word at `at` is any verb in its base form.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.classes(at) & class::VERBS != 0
    }

    /// The word or mark at `at` as written.
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.tokens.get(at).filter(|token| token.mark.is_none());
        word.is_some_and(|word| {
            let lower = &self.lower.as_bytes()[word.start..word.end];
            words.iter().any(|known| known.as_bytes() == lower)
        })
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        self.tokens.get(at)?.mark
    }

    pub(super) fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.mark(at).is_some_and(|mark| marks.chars().any(|known| known == mark))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.mark.is_none())
    }

    /// Whether no space stands before the token.
    pub(super) fn is_tight(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.start == self.tokens[at - 1].end)
    }

    /// The bytes that the tokens of `range` cover.
    pub(super) fn span(&self, range: Range<usize>) -> Range<usize> {
        let start = self.tokens.get(range.start).map_or(self.text.len(), |token| token.start);
        let end =
            range.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |last| last.end);
        start..end.max(start)
    }

    /// The first token from `from` on that is the mark that closes the bracket at `open`.
    pub(super) fn closing(&self, open: usize) -> Option<usize> {
        let close = match self.mark(open)? {
            '(' => ')',
            '[' => ']',
            '{' => '}',
            _ => return None,
        };
        (open + 1..self.len().min(open + 24)).find(|&at| self.mark(at) == Some(close))
    }
}

/// Whether a text begins with `'ll`, `'d`, `'ve`, `'m` or `'re`.
fn is_contraction(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['\'', '’']) else { return false };
    ["ll", "d", "ve", "m", "re"]
        .iter()
        .any(|verb| rest.strip_prefix(verb).is_some_and(|after| !after.starts_with(char::is_alphanumeric)))
}

/// Whether the mark `next` goes on inside a word: `I'll`, `dev-oncall`, `3/14`, `14:00`, `v1.2`, `w/`.
fn joins(word: &str, last: char, next: char, after: Option<char>) -> bool {
    let alphanumeric = after.is_some_and(char::is_alphanumeric);
    let digits = last.is_ascii_digit() && after.is_some_and(|after| after.is_ascii_digit());
    match next {
        '\'' | '’' | '-' | '_' => alphanumeric && last.is_alphanumeric(),
        '.' => alphanumeric && last.is_alphanumeric(),
        ':' => digits,
        '/' => digits || word.eq_ignore_ascii_case("w"),
        _ => false,
    }
}
