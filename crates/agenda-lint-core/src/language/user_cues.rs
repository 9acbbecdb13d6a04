//! Phrases that a team's own config adds to the lexicon.

use super::parse::Parse;
use super::token::{self, Shape, Token};
use super::{Hit, Pattern, Signal};

/// A team's own phrases, ready to be found. Empty by default.
#[derive(Clone, Debug, Default)]
pub struct UserCues {
    /// The words of each phrase by their hashes, and the signal it stands for.
    phrases: Vec<(Vec<u32>, Signal)>,
    /// The patterns, and the signal each stands for.
    patterns: Vec<(Pattern, Signal)>,
}

impl UserCues {
    /// Takes phrases and patterns (see [`Pattern::of_cue`]) and the signals they stand for; upper and lower case
    /// are one. An empty phrase is left out, and so is a pattern that is none.
    pub fn new<'a>(phrases: impl IntoIterator<Item = (Signal, &'a str)>) -> Self {
        let words = |phrase: &str| {
            let mut tokens = Vec::new();
            token::tokenise(phrase, 0, phrase.len(), &mut tokens);
            tokens.iter().map(compared).collect::<Vec<_>>()
        };
        let mut cues = Self::default();
        for (signal, phrase) in phrases {
            match Pattern::of_cue(phrase) {
                Some(pattern) => cues.patterns.extend(pattern.map(|pattern| (pattern, signal))),
                None => {
                    cues.phrases.extend(Some((words(phrase), signal)).filter(|(words, _)| !words.is_empty()));
                }
            }
        }
        cues
    }

    /// Adds a hit wherever one of the phrases or patterns is said.
    pub(super) fn find(&self, parse: &Parse<'_>, hits: &mut Vec<Hit>) {
        for (words, signal) in &self.phrases {
            for (start, found) in parse.tokens.windows(words.len()).enumerate() {
                if found.iter().map(compared).eq(words.iter().copied()) {
                    hits.push(parse.hit(*signal, start..start + words.len()));
                }
            }
        }
        for (pattern, signal) in &self.patterns {
            hits.extend(pattern.find(parse.passage).into_iter().map(|range| Hit { signal: *signal, range }));
        }
    }
}

/// What of a token is compared: a word's letters, a mark itself.
fn compared(token: &Token) -> u32 {
    match token.shape {
        Shape::Mark(mark) => u32::from(mark),
        _ => token.hash,
    }
}
