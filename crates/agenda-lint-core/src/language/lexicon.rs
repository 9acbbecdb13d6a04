//! The lexicon: words and cues of English, as the build script made tables of the YAML files beside this one.

#![expect(clippy::unreadable_literal, reason = "the tables hold hashes")]

use super::class::{Class, Classes};
use super::cue::{Cue, GROUPS, Group, Kind, Open, Role, Step};
use super::hash;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// What the lexicon knows of one word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    hash: u32,
    /// What is told of the word: a place in the list of senses, or 0.
    sense: u16,
    /// The cues that begin with it: a row for [`cues`], or 0.
    pub(super) cues: u16,
}

/// What the lexicon tells of words.
#[derive(Clone, Copy, Debug)]
struct Sense {
    /// What the word can be.
    classes: Classes,
    /// It ends as plurals do, or is a pronoun.
    plural: bool,
}

/// Knows no word.
const FREE: Slot = Slot { hash: 0, sense: 0, cues: 0 };

impl Slot {
    /// Whether the lexicon has the word, be it only as the beginning of a cue.
    pub(super) fn is_filed(self) -> bool {
        self.hash != 0
    }

    /// Whether it lists the word as something.
    pub(super) fn is_known(self) -> bool {
        self.sense != 0
    }

    /// Whether it is listed as something and ends as plurals do, or is a pronoun.
    pub(super) fn is_plural(self) -> bool {
        SENSES[usize::from(self.sense)].plural
    }

    /// What the word can be.
    pub(super) fn classes(self) -> Classes {
        SENSES[usize::from(self.sense)].classes
    }
}

/// What is known of the word with this hash.
pub(super) fn word(hash: u32) -> Slot {
    *look_up(&SLOTS, hash, |slot| slot.hash == hash || slot.hash == 0)
}

/// The first entry of a table that `ends` the search, from where a hash files it on; in a table there is always room.
#[inline]
fn look_up<T, const SIZE: usize>(
    table: &'static [T; SIZE],
    hash: u32,
    ends: impl Fn(&T) -> bool,
) -> &'static T {
    let mut at = (hash >> (u32::BITS - SIZE.trailing_zeros())) as usize;
    loop {
        let entry = &table[at % SIZE];
        if ends(entry) {
            return entry;
        }
        at += 1;
    }
}

/// The cues that begin with a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// For each group of topics, the words, at a glance, that its cues of two known words go on with.
    seconds: [u64; GROUPS],
    /// For each group of topics, where in their list those of its other cues begin that go on otherwise, and last
    /// where they end.
    open: [u16; GROUPS + 1],
}

/// The cues that begin with a word; `row` is what the word gave.
pub(super) fn row(row: u16) -> &'static Row {
    &ROWS[usize::from(row)]
}

impl Row {
    /// Whether a cue of two known words that is looked for in a kind of topics may go on with the word of this glance.
    pub(super) fn may_go_on(&self, group: Group, glance: u64) -> bool {
        self.seconds[group as usize] & glance != 0
    }

    /// Those that go on with a class or a gap, or do not go on, and are looked for in a kind of topics.
    pub(super) fn open(&self, group: Group) -> &'static [Open] {
        let (from, to) = (self.open[group as usize], self.open[group as usize + 1]);
        // Most words begin none.
        if from == to { &[] } else { &OPEN[usize::from(from)..usize::from(to)] }
    }
}

/// The cues that begin with two words.
#[derive(Clone, Copy, Debug)]
struct Pair {
    /// The row that the first one gives.
    row: u16,
    /// The hash of the second.
    second: u32,
    /// A range of the list of cues.
    cues: (u16, u16),
}

/// Begins no cue.
const NO_PAIR: Pair = Pair { row: 0, second: 0, cues: (0, 0) };

/// The cues, of any topics, that begin with a word, which gave the row, and the word with this hash after it.
pub(super) fn cues(row: u16, second: u32) -> &'static [Cue] {
    let ends = |pair: &Pair| pair.second == second && pair.row == row || pair.row == 0;
    let pair = look_up(&PAIRS, hash::pair(row, second), ends);
    &CUES[usize::from(pair.cues.0)..usize::from(pair.cues.1)]
}

/// What the cues that begin with a word go on with, and these.
#[cfg(test)]
pub(super) fn pairs(row: u16) -> impl Iterator<Item = (u32, &'static [Cue])> {
    let pairs = PAIRS.iter().filter(move |pair| pair.row == row);
    pairs.map(|pair| (pair.second, &CUES[usize::from(pair.cues.0)..usize::from(pair.cues.1)]))
}

/// The steps of a cue.
pub(super) fn steps((from, to): (u16, u16)) -> &'static [Step] {
    &STEPS[usize::from(from)..usize::from(to)]
}

/// The hashes of a step's words.
pub(super) fn words((from, to): (u16, u16)) -> &'static [u32] {
    &WORDS[usize::from(from)..usize::from(to)]
}

/// The key of a word that has another one than its stem: of an irregular form, or of one of several that tell the same.
pub(super) fn key(hash: u32) -> Option<u32> {
    key_in(&KEYS, hash)
}

/// The key that a stem shares with those that tell the same.
pub(super) fn alike(stem: u32) -> Option<u32> {
    key_in(&ALIKE, stem)
}

/// The first two letters of the words whose stem has a key that other words have too; none for another key.
pub(super) fn openings(key: u32) -> &'static [[u8; 2]] {
    OPENINGS.binary_search_by_key(&key, |(key, _)| *key).map_or(&[], |at| OPENINGS[at].1)
}

/// How much a word speaks for a result, a danger and a blocker, in tenths of a logit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    hash: u32,
    /// For each of them, in this order.
    pub(super) of: [i8; 3],
}

/// Speaks for nothing.
const WEIGHTLESS: Weight = Weight { hash: 0, of: [0; 3] };

/// What the word with this hash speaks for.
pub(super) fn weight(hash: u32) -> Weight {
    *look_up(&WEIGHTS, hash, |weight| weight.hash == hash || weight.hash == 0)
}

fn key_in<const SIZE: usize>(table: &'static [(u32, u32); SIZE], hash: u32) -> Option<u32> {
    let (filed, key) = look_up(table, hash, |(filed, _)| *filed == hash || *filed == 0);
    (*filed == hash).then_some(*key)
}

/// Whether the word with this stem tells little.
pub(super) fn is_light(stem: u32) -> bool {
    LIGHT.binary_search(&stem).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hash::hash_word;
    use crate::language::strict_yaml;
    use std::collections::BTreeMap;

    #[test]
    fn the_fast_reader_reads_what_a_yaml_parser_reads() {
        for file in [
            include_str!("lexicon/words.yaml"),
            include_str!("lexicon/verbs.yaml"),
            include_str!("lexicon/trends.yaml"),
            include_str!("lexicon/growth.yaml"),
            include_str!("lexicon/cues_ask.yaml"),
            include_str!("lexicon/cues_kind.yaml"),
            include_str!("lexicon/cues_advice.yaml"),
            include_str!("lexicon/cues_update.yaml"),
            include_str!("lexicon/cues_career.yaml"),
            include_str!("lexicon/cues_strategy.yaml"),
            include_str!("lexicon/likeness.yaml"),
            include_str!("lexicon/weights.yaml"),
        ] {
            let theirs: BTreeMap<String, BTreeMap<String, Vec<String>>> = serde_yaml::from_str(file).unwrap();
            let mut ours: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
            for entry in strict_yaml::entries(file) {
                let keys = ours.entry(entry.section.to_owned()).or_default();
                keys.entry(entry.key.to_owned()).or_default().push(entry.text.to_owned());
            }
            assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn a_listed_word_is_a_plural_if_it_ends_as_one_or_is_a_pronoun() {
        for (word, plural) in
            [("tests", true), ("status", false), ("test", false), ("they", true), ("class", false)]
        {
            let slot = super::word(hash_word(word));
            assert!(slot.is_known(), "{word}");
            assert_eq!(slot.is_plural(), plural, "{word}");
        }
    }

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for (word, class) in [
            ("asked", Class::Past),
            ("tries", Class::Third),
            ("tried", Class::Participle),
            ("planning", Class::Ing),
            ("wrote", Class::Past),
            ("written", Class::Participle),
            ("making", Class::Ing),
        ] {
            let classes = super::word(hash_word(word)).classes();
            assert!(classes.has(class), "{word} is no {class:?}");
        }
    }
}
