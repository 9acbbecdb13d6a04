//! A line as numbers, words and marks, and what the forms of a date are made of.

use std::ops::Range;

use super::{Hints, names};
use crate::text::is_one_of;

/// How many tokens of a text are looked at: a date further on is not what the line is headed by.
const MAX_TOKENS: usize = 64;

/// The years that a number of four digits may be.
pub(super) const YEARS: Range<i16> = 1900..2200;

/// What a token is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A run of up to eight digits.
    Number(u32),
    /// A run of letters.
    Word,
    /// Any other character but a space.
    Mark(char),
}

#[derive(Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number(_))
    }
}

/// A text cut into tokens.
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    pub(super) hints: Hints,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str, hints: Hints) -> Self {
        let mut tokens = Vec::with_capacity(16);
        let mut start = 0;
        while tokens.len() < MAX_TOKENS
            && let Some(&byte) = text.as_bytes().get(start)
        {
            let rest = &text[start..];
            let (kind, length) = match byte {
                b' ' => {
                    start += 1;
                    continue;
                }
                b'0'..=b'9' => {
                    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
                    // A number too long to be part of a date keeps a value that no form accepts.
                    (Kind::Number(rest[..length].parse().unwrap_or(u32::MAX)), length)
                }
                b'a'..=b'z' | b'A'..=b'Z' => (Kind::Word, end_of_word(rest)),
                _ => match rest.chars().next().unwrap_or_default() {
                    blank if blank.is_whitespace() => {
                        start += blank.len_utf8();
                        continue;
                    }
                    letter if letter.is_alphabetic() => (Kind::Word, end_of_word(rest)),
                    mark => (Kind::Mark(mark), mark.len_utf8()),
                },
            };
            let end = start + length;
            tokens.push(Token { kind, start, end });
            start = end;
        }
        Self { text, tokens, hints }
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn word(&self, token: &Token) -> &'t str {
        &self.text[token.start..token.end]
    }

    pub(super) fn len(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(0, |token| token.end - token.start)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_number)
    }

    /// Whether no space stands before the token.
    pub(super) fn is_tight(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| self.tokens[at - 1].end == token.start)
    }

    /// The number at `at`, of at most `digits` digits.
    pub(super) fn number(&self, at: usize, digits: usize) -> Option<u32> {
        match self.kind(at)? {
            Kind::Number(value) if self.len(at) <= digits => Some(value),
            _ => None,
        }
    }

    /// The number at `at` as a year of four digits.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        let year = self.number(at, 4).filter(|_| self.len(at) == 4)?;
        i16::try_from(year).ok().filter(|year| YEARS.contains(year))
    }

    pub(super) fn tight_mark(&self, at: usize, marks: &str) -> Option<char> {
        match self.kind(at)? {
            Kind::Mark(mark) if marks.contains(mark) && self.is_tight(at) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Word && is_one_of(self.word(token), words))
    }

    pub(super) fn past_word(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.is_word(at, words))
    }

    /// The token after one of `marks`, if it stands at `at`.
    pub(super) fn skip(&self, at: usize, marks: &str) -> usize {
        at + usize::from(matches!(self.kind(at), Some(Kind::Mark(mark)) if marks.contains(mark)))
    }

    /// The token after `th`, `º` or a final stop, as in `10th` or German `10.`
    pub(super) fn past_ordinal(&self, at: usize) -> usize {
        let is_suffix = self.is_tight(at)
            && (self.is_word(at, &["st", "nd", "rd", "th", "er", "º", "ª", "o", "a"])
                || self.tight_mark(at, "°.").is_some() && !(self.is_number(at + 1) && self.is_tight(at + 1)));
        at + usize::from(is_suffix)
    }

    pub(super) fn past_range_mark(&self, at: usize) -> Option<usize> {
        let is_range = matches!(self.kind(at), Some(Kind::Mark('-' | '–' | '—' | '/' | '&')))
            || self.is_word(at, &["to", "and", "bis", "au", "a", "al"]);
        is_range.then_some(at + 1)
    }

    /// The year at `at`, after a comma, an apostrophe or a hyphen; and the token after it.
    pub(super) fn trailing_year(&self, at: usize) -> (Option<i16>, usize) {
        let mut next = self.skip(at, ",");
        next = self.past_word(next, &["de", "del"]);
        next = self.skip(next, "-/");
        let short = match self.kind(next) {
            Some(Kind::Mark('\'' | '’')) => self.number(next + 1, 2).map(|year| (year, next + 2)),
            _ => self
                .number(next, 2)
                .filter(|_| self.len(next) == 2 && self.tight_mark(next - 1, "-/").is_some())
                .map(|year| (year, next + 1)),
        };
        if let Some(year) = self.year(next).filter(|_| !self.is_joined_after(next)) {
            (Some(year), next + 1)
        } else if let Some((year, after)) = short {
            (i16::try_from(2000 + year).ok(), after)
        } else {
            (None, at)
        }
    }

    /// The year of two digits that ends a text, but for what stands in brackets: `14 Mar 24`, `14 Mar 24 (by phone)`. Smaller
    /// ones are hours, larger ones minutes.
    pub(super) fn last_year(&self, at: usize) -> (Option<i16>, usize) {
        let is_last = matches!(self.kind(at + 1), None | Some(Kind::Mark('(' | ')' | ']')));
        let year = self.number(at, 2).filter(|year| is_last && self.len(at) == 2 && (18..30).contains(year));
        match year.and_then(|year| i16::try_from(2000 + year).ok()) {
            Some(year) => (Some(year), at + 1),
            None => (None, at),
        }
    }

    /// The month that the word at `at` names, and its right name when it is misspelt.
    pub(super) fn month(&self, at: usize) -> Option<(u32, Option<&'static str>)> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        let word = self.word(token);
        let (number, slip) = match names::month(word) {
            Some(number) => (number, None),
            None => names::misspelt_month(word).map(|(number, name)| (number, Some(name)))?,
        };
        Some((u32::try_from(number).ok()?, slip))
    }

    /// Whether the month at `at`, which may be misspelt, may be an ordinary word, or a slip too bold to believe without a
    /// year. A weekday before the `date` takes the doubt of a word, and so does a text that holds nothing else, and for some a
    /// number before it: `6 march 11:00`, but not `2 may come` or `2 out of 3`.
    pub(super) fn is_doubtful(&self, at: usize, is_misspelt: bool, date: Range<usize>) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let word = self.word(token);
        if is_misspelt {
            return word.len() < 6;
        }
        let stands_alone = || {
            let [before, after] = [self.tokens.get(..date.start), self.tokens.get(date.end..)];
            before.into_iter().chain(after).flatten().all(|token| self.is_noise(token))
        };
        let weekday = || {
            let before = date.start.checked_sub(1).and_then(|before| self.tokens.get(before));
            before.is_some_and(|before| before.kind == Kind::Word && self.is_noise(before))
        };
        let is_counted = || {
            let opens = || self.tokens[..date.start].iter().all(|token| self.is_noise(token));
            let goes_on = || matches!(self.kind(date.end), Some(Kind::Word));
            match word {
                "march" | "mar" | "jun" => self.is_number(date.start),
                "may" => self.is_number(date.start) && opens() && !goes_on(),
                _ => false,
            }
        };
        names::is_common_word(word) && !weekday() && !is_counted() && !stands_alone()
    }

    /// The number of the week that `week 4`, `wk 4` or `KW4` at `at` names.
    pub(super) fn week_number(&self, at: usize) -> Option<u32> {
        let is_week = || self.is_word(at, &["week", "wk", "w", "kw", "semaine", "semana", "woche"]);
        self.number(at + 1, 2).filter(|_| is_week())
    }

    /// Whether the token at `at` begins something new, and is no tail of a version, time, reference
    /// or other number.
    pub(super) fn is_free(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        match self.tokens[before].kind {
            Kind::Word if self.is_tight(at) => false,
            Kind::Word => !self.is_number(at) || !self.counts_on(before),
            Kind::Mark('#') => false,
            Kind::Mark('.' | ':' | '/' | '-' | ',') if self.is_tight(at) => {
                !(self.is_tight(before) && self.is_number(before.wrapping_sub(1)))
            }
            _ => true,
        }
    }

    /// Whether the word at `at` gives the number behind it to something: `OKR 2 March review`, but not what was counted
    /// already, `first version 12 March`.
    fn counts_on(&self, at: usize) -> bool {
        const COUNTED: [&str; 6] = ["first", "second", "third", "next", "final", "last"];
        let is_counted = || at.checked_sub(1).is_some_and(|before| self.is_word(before, &COUNTED));
        names::is_counter(self.word(&self.tokens[at])) && !is_counted()
    }

    /// Whether the number at `at` can be a day: no time, percentage or decimal goes on from it.
    pub(super) fn is_day(&self, at: usize) -> bool {
        !self.is_joined_after(at)
    }

    pub(super) fn is_joined_after(&self, at: usize) -> bool {
        let next = at + 1;
        if !self.is_tight(next) {
            return false;
        }
        match self.kind(next) {
            Some(Kind::Mark('%' | '+' | '°')) => true,
            Some(Kind::Mark(':' | '.' | ',')) => self.is_number(next + 1) && self.is_tight(next + 1),
            Some(Kind::Word) => self.past_ordinal(next) == next,
            _ => false,
        }
    }
}

/// Where the word ends that a text begins with.
fn end_of_word(text: &str) -> usize {
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let beyond = || text[plain..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |end| plain + end);
    if text.as_bytes().get(plain).is_none_or(u8::is_ascii) { plain } else { beyond() }
}
