//! Whether two short texts are about the same thing: what an action asked for, and what a later line says.
//!
//! Words are cut to their stems and weighed: a name or an unlisted noun tells much, a verb or a common noun half
//! as much, a weekday or a number word next to nothing, a preposition nothing.

use super::{
    class::{Class, Classes},
    hash::hash_word,
    lexicon,
    token::{self, Shape, Token},
};

/// Weights, in tenths.
const FULL: u32 = 10;
const HALF: u32 = 5;
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
}

impl Terms {
    /// The terms of a text. Takes time linear in its length.
    pub fn of(text: &str) -> Self {
        let mut tokens = Vec::new();
        token::tokenise(text, 0, text.len(), &mut tokens);
        let mut terms = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let written = &text[token.start..token.end];
            let neighbour = |step: isize| {
                let other = tokens.get(at.checked_add_signed(step)?)?;
                Some((other, &text[other.start..other.end]))
            };
            match token.shape {
                Shape::Number => terms.push(number(written, [neighbour(-1), neighbour(1)])),
                Shape::Word => {
                    let opens = neighbour(-1).is_none_or(|(before, _)| !before.speaks());
                    word(written, token, opens, &mut terms);
                }
                _ => {}
            }
        }
        Self::sorted(terms)
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
            // A name alone says who, not what.
            1 => share >= 75 && shared().all(|term| !term.name || all == term.weight),
            _ => (weight >= 15 && share >= 45) || (weight >= 10 && share >= 60) || share >= 90,
        };
        enough.then_some(weight)
    }

    fn has(&self, key: u32) -> bool {
        self.terms.binary_search_by_key(&key, |term| term.key).is_ok()
    }
}

/// A day of the year is a term of its own, in whatever form it is written; any other number is a faint one.
fn number(written: &str, neighbours: [Option<(&Token, &str)>; 2]) -> Term {
    let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
    let is_month = |(token, _): &(&Token, &str)| token.is(Class::Month) && !token.is(Class::Weekday);
    if let (Some((_, month)), 1..=2) = (neighbours.into_iter().flatten().find(is_month), digits.len()) {
        let month: String = month.to_lowercase().chars().take(3).collect();
        let day = digits.trim_start_matches('0');
        return Term { key: hash_word(&format!("{day} {month}")), weight: DATE, name: false };
    }
    Term { key: hash_word(&written.to_lowercase()), weight: FAINT + 1, name: false }
}

/// The terms of a word; each part of a compound is one.
fn word(written: &str, token: &Token, opens: bool, terms: &mut Vec<Term>) {
    let lower = written.to_lowercase();
    if !written.contains('-') || lexicon::alike(hash_word(&lower)).is_some() {
        terms.extend(term(written, &lower, token.classes, opens));
        return;
    }
    for (part, lower) in written.split('-').zip(lower.split('-')) {
        let classes = lexicon::word(hash_word(lower)).classes();
        terms.extend(term(part, lower, classes, opens));
    }
}

/// A word as a term; none for words that only hold a sentence together.
fn term(written: &str, lower: &str, classes: Classes, opens: bool) -> Option<Term> {
    let letters = written.chars().count();
    let shouted = letters >= 2 && written.chars().all(|c| c.is_uppercase() || c.is_numeric());
    let capital = written.starts_with(char::is_uppercase);
    let name = shouted || capital && !opens;
    let key = canonical(lower);
    let light = lexicon::is_light(key);
    let weight = match () {
        () if classes.meets(TIME) => FAINT,
        () if name && !light => FULL,
        () if classes.meets(SMALL) && !classes.meets(VERB) => return None,
        () if letters < 2 => return None,
        () if light => HALF / 2 + 1,
        () if classes.meets(VERB) || classes.meets(COMMON) => HALF,
        () if letters <= 3 && !capital => HALF,
        () => FULL,
    };
    Some(Term { key, weight, name })
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

/// The key of a word: that of its stem, or of the first of the words that tell the same.
fn canonical(lower: &str) -> u32 {
    lexicon::alike(hash_word(lower)).unwrap_or_else(|| {
        let stem = hash_word(&lexicon::stem(lower));
        lexicon::alike(stem).unwrap_or(stem)
    })
}
