//! What the words of an update speak for by themselves, each by its weight.
//!
//! Phrases and grammar know what they were told; a hand that writes otherwise still uses the words that tell results and
//! dangers. The weights of words settle what these speak for plainly, and leave everything else as it was found.

use crate::language::clause::Clause;
use crate::language::lexicon::{self, Weight};
use crate::language::parse::Parse;
use crate::language::spelt::words;
use crate::language::token::{Shape, Token};
use crate::language::{Hit, Signal, SignalSet};

/// Longer topics are of many minds.
const MOST: usize = 60;

/// Fewer words add nothing: "own desk now".
const FEWEST: usize = 5;

/// In longer topics something else may speak against what is told in passing, and what sounds of danger is what they are
/// about: "a map for the storm, with the warnings laid over it".
const BRIEF: usize = 30;

/// What words speak for, in the order of their weights; and in tenths of a logit how much they must say against it, whatever
/// is usual, to take away what phrases and grammar found, and how likely it must be by them and by what is usual (the bias) to
/// add what these did not find.
const SIGNALS: [(Signal, i32, i32); 3] =
    [(Signal::Outcome, -5, 5), (Signal::Risk, -3, 10), (Signal::Blocker, -3, 15)];

/// What all words of a topic speak for, in the order of [`SIGNALS`].
pub(super) struct Odds([i32; SIGNALS.len()]);

impl Odds {
    /// The odds of a topic; a long one speaks neither for nor against anything.
    pub(super) fn of(parse: &Parse<'_>) -> Self {
        let tokens = if parse.tokens.len() > MOST { &[] } else { &parse.tokens[..] };
        Self(sums(parse, tokens))
    }

    /// Takes away what the words speak against, but for dangers that are told `outright`; gives it back as in doubt.
    pub(super) fn take_away(&self, parse: &Parse<'_>, outright: bool, hits: &mut Vec<Hit>) -> SignalSet {
        let mut doubts = SignalSet::default();
        if parse.tokens.len() > BRIEF {
            return doubts;
        }
        for ((signal, against, _), sum) in SIGNALS.into_iter().zip(self.0) {
            let kept = outright && signal == Signal::Risk;
            if sum <= against && !kept && hits.iter().any(|hit| hit.signal == signal) {
                hits.retain(|hit| hit.signal != signal);
                doubts.add(signal);
            }
        }
        doubts
    }

    /// Adds what the words speak for; gives back what nobody is asked for on their word alone.
    pub(super) fn add(&self, parse: &Parse<'_>, hits: &mut Vec<Hit>) -> SignalSet {
        let mut doubts = SignalSet::default();
        let bias = lexicon::weight(words!["<bias>"][0]).of;
        let few = || parse.tokens.iter().filter(|token| token.speaks()).nth(FEWEST - 1).is_none();
        for (label, &(signal, _, likely)) in SIGNALS.iter().enumerate() {
            let at_length = signal == Signal::Risk && parse.tokens.len() > BRIEF;
            let speaks = !at_length && self.0[label] + i32::from(bias[label]) > likely;
            if !speaks || hits.iter().any(|hit| hit.signal == signal) || few() {
                continue;
            }
            let said = |clause: &&Clause| sums(parse, parse.words(clause))[label];
            let weightiest = parse.clauses.iter().max_by_key(said);
            hits.extend(weightiest.map(|clause| parse.hit(signal, clause.tokens.clone())));
            // Of a trouble that only words speak for, nobody is asked what is done about it.
            match signal {
                Signal::Risk => doubts.add(Signal::Mitigation),
                Signal::Blocker => doubts.add(Signal::Ask),
                _ => {}
            }
        }
        doubts
    }
}

/// What some words speak for together.
fn sums(parse: &Parse<'_>, tokens: &[Token]) -> [i32; SIGNALS.len()] {
    let mut sums = [0; SIGNALS.len()];
    for token in tokens {
        let weights = weight(parse, token).of;
        sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += i32::from(weight));
    }
    sums
}

/// What one word speaks for; a number by what it counts.
fn weight(parse: &Parse<'_>, token: &Token) -> Weight {
    let hash = if token.shape == Shape::Number { number(parse.text(token)) } else { token.hash };
    lexicon::weight(hash)
}

/// The word under which a number is filed.
fn number(text: &str) -> u32 {
    match () {
        () if text.ends_with('%') => words!["<percent>"][0],
        () if text.starts_with(['$', '£', '€']) => words!["<money>"][0],
        () => words!["<number>"][0],
    }
}
