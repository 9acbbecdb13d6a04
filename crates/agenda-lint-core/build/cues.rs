//! Cues as their steps; how they are written says `cue/mod.rs`.

use crate::hash::{glance, hash_word};
use crate::strict_yaml::Entry;
use crate::words::Classes;

/// One step of a cue.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Step {
    /// Any of these words, or a word of one of the classes.
    One(Choice),
    /// The same, or nothing.
    Optional(Choice),
    /// Up to three words.
    Gap,
}

/// What may stand at one step.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub(crate) struct Choice {
    pub(crate) words: Vec<u32>,
    pub(crate) classes: Classes,
}

/// A phrase under one of the words that it may begin with.
pub(crate) struct Cue {
    pub(crate) first: String,
    pub(crate) group: usize,
    pub(crate) role: String,
    pub(crate) weight: u8,
    pub(crate) rest: Vec<Step>,
}

/// Reads a phrase; gives one cue for each word that it may begin with.
pub(crate) fn parse<'e>(entry: &Entry<'e>, group: usize) -> impl Iterator<Item = Cue> + use<'e> {
    let Some((role, weight)) = entry.key.rsplit_once('-') else { panic!("no weight in `{}`", entry.key) };
    let Ok(weight) = weight.parse() else { panic!("no weight in `{}`", entry.key) };
    let mut pieces = entry.text.split_ascii_whitespace().flat_map(split_contraction);
    let first = pieces.next().map_or("", inside);
    let rest: Vec<Step> = pieces.map(step).collect();
    assert!(!first.contains('<'), "no cue may begin with a class: `{}`", entry.text);
    let firsts = first.split('|').filter(|word| !word.is_empty());
    firsts.map(move |first| {
        let (first, role, rest) = (first.to_owned(), role.to_owned(), rest.clone());
        Cue { first, group, role, weight, rest }
    })
}

/// Splits `we've` as the tokeniser does.
fn split_contraction(piece: &str) -> impl Iterator<Item = &str> {
    let at = piece.find('\'').filter(|at| *at > 0 && !piece.contains('|'));
    let at = at.filter(|at| matches!(&piece[*at..], "'s" | "'m" | "'d" | "'ve" | "'re" | "'ll"));
    let (word, ending) = at.map_or((piece, None), |at| (&piece[..at], Some(&piece[at..])));
    std::iter::once(word).chain(ending)
}

fn inside(piece: &str) -> &str {
    piece.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(piece)
}

fn step(piece: &str) -> Step {
    let required = piece.strip_suffix('?').filter(|rest| !rest.is_empty());
    match required.unwrap_or(piece) {
        "*" => Step::Gap,
        piece if required.is_some() => Step::Optional(Choice::new(inside(piece))),
        piece => Step::One(Choice::new(inside(piece))),
    }
}

impl Choice {
    /// Any of `a|b|<base|person>`.
    fn new(choice: &str) -> Self {
        let (words, classes) = match (choice.find('<'), choice.find('>')) {
            (Some(open), Some(close)) => {
                ([&choice[..open], &choice[close + 1..]].concat(), &choice[open + 1..close])
            }
            _ => (choice.to_owned(), ""),
        };
        assert!(!words.contains(['<', '>', '(', ')']), "cannot read `{choice}`");
        let words = words.split('|').filter(|word| !word.is_empty()).map(hash_word).collect();
        let classes = classes.split('|').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        Self { words, classes }
    }
}

/// The words that a cue goes on with, if it goes on with nothing but one of these; and how many of the steps they
/// fulfil.
pub(crate) fn seconds(rest: &[Step]) -> Option<(Vec<u32>, usize)> {
    let mut words = Vec::new();
    for (at, step) in rest.iter().enumerate() {
        let (Step::One(choice) | Step::Optional(choice)) = step else { return None };
        if !choice.classes.is_empty() {
            return None;
        }
        words.extend(&choice.words);
        if matches!(step, Step::One(_)) {
            words.sort_unstable();
            words.dedup();
            return Some((words, usize::from(at == 0)));
        }
    }
    None
}

/// What the second word of any other cue can be: words at a glance, and classes; or what the word behind a gap can be,
/// if the cue goes on with one.
pub(crate) fn second(rest: &[Step]) -> (u64, Classes, bool) {
    if let [Step::Gap, Step::One(choice), ..] = rest {
        return (glances(&choice.words), choice.classes.clone(), true);
    }
    // An adverb may always stand between.
    let (mut words, mut classes) = (0, Classes::from(["adverb".to_owned()]));
    for step in rest {
        let (Step::One(choice) | Step::Optional(choice)) = step else { break };
        words |= glances(&choice.words);
        classes.extend(choice.classes.iter().cloned());
        if matches!(step, Step::One(_)) {
            return (words, classes, false);
        }
    }
    (u64::MAX, classes, false)
}

/// Words at a glance.
pub(crate) fn glances(words: &[u32]) -> u64 {
    words.iter().fold(0, |bits, word| bits | glance(*word))
}
