//! Whether two short texts are about the same thing: what an action asked for, and what a later line says.
//!
//! Words are cut to their stems and weighed: a name or an unlisted noun tells much, a verb or a common noun half
//! as much, a weekday or a number word next to nothing, a preposition nothing.

use crate::text::lower_case;

use super::{
    class::{Class, Classes},
    hash::hash_word,
    lexicon, stem,
    token::{self, Shape},
    wanted::{Wanted, opening_of_number},
};

/// Weights, in tenths.
const FULL: u32 = 10;
const HALF: u32 = 5;
/// A word that tells little.
const LIGHT: u32 = HALF / 2 + 1;
const DATE: u32 = 7;
const FAINT: u32 = 2;

/// What a text says, as weighed stems.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// By key, each once.
    terms: Vec<Term>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Term {
    key: u32,
    weight: u32,
    name: bool,
    /// How its word or number begins, as [`Wanted`] looks for it.
    opening: [u8; 2],
}

impl Terms {
    /// The terms of a text. Takes time linear in its length.
    pub fn of(text: &str) -> Self {
        Self::read(text, None)
    }

    /// Those of them that are `wanted`.
    pub fn of_those(text: &str, wanted: &Wanted) -> Self {
        Self::read(text, Some(wanted))
    }

    fn read(text: &str, wanted: Option<&Wanted>) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 4);
        token::tokenise(text, 0, text.len(), &mut tokens);
        let mut terms = Vec::new();
        let mut spelling = String::new();
        let has_compounds = text.contains('-');
        for (at, token) in tokens.iter().enumerate() {
            let written = &text[token.start..token.end];
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            match token.shape {
                // Every other line names the meeting itself.
                Shape::Number if matches!(written, "1:1" | "1-1" | "1on1") => {}
                Shape::Number => {
                    let mut near = before.into_iter().chain(tokens.get(at + 1));
                    let month = near.find(|near| near.is(Class::Month) && !near.is(Class::Weekday));
                    let day = number(written, token.hash, month.map(|month| &text[month.start..month.end]));
                    terms.extend(Some(day).filter(|day| wanted.is_none_or(|wanted| wanted.has(day.key))));
                }
                // Most words are not wanted, which how they begin tells.
                Shape::Word if !has_compounds && wanted.is_some_and(|wanted| !wanted.may_begin(written)) => {}
                Shape::Word => {
                    let opens = || before.is_none_or(|before| !before.speaks());
                    let may_be = |word: &str, key| wanted.is_none_or(|wanted| wanted.may_be(word, key));
                    let key = lexicon::key(token.hash);
                    if key.is_some() || !written.bytes().any(|byte| byte == b'-') {
                        if may_be(written, key) {
                            let word = Word { written, key, classes: token.classes, opens: opens() };
                            terms.extend(word.term(&mut spelling, wanted));
                        }
                        continue;
                    }
                    // Each part of a compound is a term.
                    for part in written.split('-') {
                        lower_case(part, &mut spelling);
                        let hash = hash_word(&spelling);
                        let (key, classes) = (lexicon::key(hash), lexicon::word(hash).classes());
                        if may_be(part, key) {
                            let word = Word { written: part, key, classes, opens: opens() };
                            terms.extend(word.term(&mut spelling, wanted));
                        }
                    }
                }
                _ => {}
            }
        }
        Self::sorted(terms)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The terms of both.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self::sorted(self.terms.iter().chain(&other.terms).copied().collect())
    }

    fn sorted(mut terms: Vec<Term>) -> Self {
        terms.sort_by_key(|term| (term.key, std::cmp::Reverse(term.weight)));
        terms.dedup_by_key(|term| term.key);
        Self { terms }
    }

    /// The keys of all terms, faint ones too, each with how its word begins.
    pub(super) fn keys_and_openings(&self) -> impl Iterator<Item = (u32, [u8; 2])> {
        self.terms.iter().map(|term| (term.key, term.opening))
    }

    /// Keys by which a text that shares a term can be found; faint terms are left out.
    pub fn keys(&self) -> impl Iterator<Item = u32> {
        self.terms.iter().filter(|term| term.weight > FAINT).map(|term| term.key)
    }

    /// How much of this text is said again in `other`: the weight shared, in tenths of a telling word,
    /// if that is enough to believe that both speak of one thing.
    pub fn said_again(&self, other: &Self) -> Option<u32> {
        let all: u32 = self.terms.iter().map(|term| term.weight).sum();
        let shared = || self.terms.iter().filter(|term| other.has(term.key));
        let weight: u32 = shared().map(|term| term.weight).sum();
        let telling = shared().filter(|term| term.weight > FAINT).count();
        let share = (weight * 100).checked_div(all)?;
        let enough = match telling {
            0 => false,
            // A name alone says who, not what, but of "talk to Ana".
            1 => share >= 75 && shared().all(|term| !term.name || all <= term.weight + LIGHT),
            _ => (weight >= 15 && share >= 45) || (weight >= 10 && share >= 60) || share >= 90,
        };
        enough.then_some(weight)
    }

    fn has(&self, key: u32) -> bool {
        self.terms.binary_search_by_key(&key, |term| term.key).is_ok()
    }
}

/// A day of the year is a term of its own, in whatever form it is written; any other number, with this `hash`, is a faint
/// one.
fn number(written: &str, hash: u32, month: Option<&str>) -> Term {
    let (digits, opening) =
        (written.bytes().take_while(u8::is_ascii_digit).count(), opening_of_number(written));
    if let (Some(month), 1..=2) = (month, digits) {
        let month: String = month.to_lowercase().chars().take(3).collect();
        let day = written[..digits].trim_start_matches('0');
        let key = hash_word(&format!("{day} {month}"));
        return Term { key, weight: DATE, name: false, opening };
    }
    Term { key: hash, weight: FAINT + 1, name: false, opening }
}

/// A word that may be a term.
struct Word<'t> {
    written: &'t str,
    /// Its key, if that is not told by its stem.
    key: Option<u32>,
    classes: Classes,
    /// Whether it begins a sentence.
    opens: bool,
}

impl Word<'_> {
    /// The term that it is, if that is `wanted`; none for words that only hold a sentence together.
    fn term(self, spelling: &mut String, wanted: Option<&Wanted>) -> Option<Term> {
        let Self { written, key, classes, opens } = self;
        let has_at_most = |letters: usize| written.chars().nth(letters).is_none();
        let is_letter = has_at_most(1);
        let capital = written.starts_with(char::is_uppercase);
        let shouted = !is_letter && written.chars().all(|c| c.is_uppercase() || c.is_numeric());
        let name = shouted || capital && !opens;
        let holds_together = is_letter || classes.meets(SMALL) && !classes.meets(VERB);
        if holds_together && !name && !classes.meets(TIME) {
            return None;
        }
        lower_case(written, spelling);
        let opening = [0, 1].map(|at| spelling.as_bytes().get(at).copied().unwrap_or_default());
        let key = key.unwrap_or_else(|| key_of_stem(spelling));
        if !wanted.is_none_or(|wanted| wanted.has(key)) {
            return None;
        }
        let light = lexicon::is_light(key);
        let weight = match () {
            () if classes.meets(TIME) => FAINT,
            () if name && !light => FULL,
            () if holds_together => return None,
            () if light => LIGHT,
            () if classes.meets(VERB) || classes.meets(COMMON) => HALF,
            () if has_at_most(3) && !capital => HALF,
            () => FULL,
        };
        Some(Term { key, weight, name, opening })
    }
}

/// The key of a word of English letters.
pub(super) fn key_of(word: &str, spelling: &mut String) -> u32 {
    lower_case(word, spelling);
    lexicon::key(hash_word(spelling)).unwrap_or_else(|| key_of_stem(spelling))
}

/// The key of a word in lower case, which is cut: that of its stem, or of the first of the words that tell the same.
fn key_of_stem(word: &mut String) -> u32 {
    stem::cut(word);
    let stem = hash_word(word);
    lexicon::alike(stem).unwrap_or(stem)
}

const TIME: Classes = Classes::of(&[Class::Weekday, Class::Month, Class::Time, Class::Day, Class::Count]);
const VERB: Classes = Classes::of(&[Class::Base, Class::Third, Class::Participle, Class::Ing]);
const COMMON: Classes = Classes::of(&[
    Class::Person,
    Class::Occasion,
    Class::Event,
    Class::Metric,
    Class::Unit,
    Class::Advice,
    Class::Document,
    Class::Decision,
    Class::Goal,
    Class::Role,
    Class::Skill,
    Class::Bad,
    Class::Poor,
    Class::Good,
    Class::Less,
]);
const SMALL: Classes = Classes::of(&[
    Class::I,
    Class::Us,
    Class::Our,
    Class::You,
    Class::Your,
    Class::Pronoun,
    Class::Nobody,
    Class::Determiner,
    Class::Quantifier,
    Class::Not,
    Class::Modal,
    Class::Future,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Preposition,
    Class::Particle,
    Class::And,
    Class::But,
    Class::Subordinator,
    Class::Cause,
    Class::Moment,
    Class::Condition,
    Class::Question,
    Class::Adverb,
    Class::Too,
    Class::To,
    Class::Greeting,
    Class::Abbreviation,
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_alone_is_said_again_only_where_it_is_all_there_was() {
        let said = |text: &str, later: &str| Terms::of(text).said_again(&Terms::of(later));
        for action in ["talk to Vik", "speak with Vik at our 1:1"] {
            assert!(said(action, "Vik is unhappy").is_some(), "{action}");
        }
        for action in ["book a room for Vik", "talk to Vik about the rota"] {
            assert!(said(action, "Vik is unhappy").is_none(), "{action}");
        }
    }
}
