//! The lexicon: words and cues of English, read once from the YAML files beside this one.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::class::{Class, Classes};
use super::cue::{Cue, Role};
use super::morphology::{self, Form};
use super::strict_yaml::{self, Entry as YamlEntry};

/// The lexicon files: classes of words, verbs, and the cues of each kind of topic.
pub(super) const FILES: [&str; 10] = [
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
];

/// The lexicon of English.
pub(super) static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&FILES));

/// What the lexicon knows of one word. Many words share an entry.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub(super) struct Entry {
    /// What the word can be.
    pub(super) classes: Classes,
    /// The cues that begin with it.
    pub(super) cues: (u16, u16),
}

/// Words by the hash of their lower-case letters, and cues by their first word.
///
/// The table of words is kept small, six bytes a word, so that it stays in the processor's cache.
#[derive(Default)]
pub(super) struct Lexicon {
    words: FxHashMap<u32, u16>,
    entries: Vec<Entry>,
    cues: Vec<Cue>,
}

/// A lexicon while it is read.
#[derive(Default)]
struct Draft {
    words: FxHashMap<u32, Entry>,
    cues: Vec<(u32, Cue)>,
}

/// Takes one more byte into a word's hash.
pub(super) const fn hash_byte(hash: u32, byte: u8) -> u32 {
    (hash.rotate_left(5) ^ byte as u32).wrapping_mul(0x9e37_79b1)
}

/// The hash of a lower-case word.
pub(super) fn hash_word(word: &str) -> u32 {
    word.bytes().fold(0, hash_byte)
}

impl Lexicon {
    fn new(files: &[&str]) -> Self {
        let mut draft = Draft::default();
        draft.words.reserve(8 * 1024);
        files.iter().flat_map(|file| strict_yaml::entries(file)).for_each(|entry| draft.take(&entry));
        draft.finish()
    }

    /// What is known of the word with this hash.
    pub(super) fn word(&self, hash: u32) -> Option<&Entry> {
        self.words.get(&hash).and_then(|entry| self.entries.get(usize::from(*entry)))
    }

    /// The cues of a range that a word's entry gave.
    pub(super) fn cues(&self, range: (u16, u16)) -> &[Cue] {
        self.cues.get(Range { start: usize::from(range.0), end: usize::from(range.1) }).unwrap_or_default()
    }
}

impl Draft {
    fn take(&mut self, entry: &YamlEntry<'_>) {
        match entry.section {
            "words" => {
                let classes = classes_of(entry.key);
                entry.text.split_ascii_whitespace().for_each(|word| self.add(word, classes));
            }
            "verbs" => {
                let classes = classes_of(entry.key);
                entry.text.split_ascii_whitespace().for_each(|verb| self.add_verb(verb, classes));
            }
            "irregular" => self.add_irregular(entry.text, classes_of(entry.key)),
            _ => {
                let (role, weight) = entry.key.rsplit_once('-').unwrap_or((entry.key, ""));
                let weight = weight.parse().unwrap_or(1);
                if let Some(role) = Role::from_name(role) {
                    self.cues.extend(Cue::parse(entry.text, role, weight));
                }
            }
        }
    }

    fn add(&mut self, word: &str, classes: Classes) {
        let entry = self.words.entry(hash_word(word)).or_default();
        entry.classes = entry.classes.with(classes);
    }

    fn add_verb(&mut self, verb: &str, meaning: Classes) {
        morphology::regular_forms(verb, |word, form| self.add(word, meaning.with(form.classes())));
    }

    /// Takes `write wrote written`: the base, the past and the participle, each with spellings `a/b`.
    fn add_irregular(&mut self, line: &str, meaning: Classes) {
        let mut forms = line.split_ascii_whitespace();
        let (Some(base), Some(past)) = (forms.next(), forms.next()) else { return };
        let participle = forms.next().unwrap_or(past);
        morphology::regular_forms(base, |word, form| {
            if form != Form::Past {
                self.add(word, meaning.with(form.classes()));
            }
        });
        past.split('/').for_each(|word| self.add(word, meaning.with(Classes::of(&[Class::Past]))));
        participle
            .split('/')
            .for_each(|word| self.add(word, meaning.with(Classes::of(&[Class::Participle]))));
    }

    /// Files the cues under their first words, and gives words that are alike one entry.
    fn finish(mut self) -> Lexicon {
        self.cues.sort_by_key(|(first, _)| *first);
        let mut at = 0;
        for group in self.cues.chunk_by(|(one, _), (other, _)| one == other) {
            let end = at + u16::try_from(group.len()).unwrap_or(0);
            self.words.entry(group[0].0).or_default().cues = (at, end);
            at = end;
        }
        let mut lexicon = Lexicon::default();
        lexicon.words.reserve(self.words.len());
        let mut numbers = FxHashMap::<Entry, u16>::default();
        for (hash, entry) in self.words {
            let number = *numbers.entry(entry).or_insert_with(|| {
                lexicon.entries.push(entry);
                u16::try_from(lexicon.entries.len() - 1).unwrap_or(0)
            });
            lexicon.words.insert(hash, number);
        }
        lexicon.cues = self.cues.into_iter().map(|(_, cue)| cue).collect();
        lexicon
    }
}

/// The classes of a key such as `past participle`.
fn classes_of(key: &str) -> Classes {
    key.split_ascii_whitespace()
        .filter_map(Class::from_name)
        .fold(Classes::default(), |all, class| all.with(Classes::of(&[class])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_key_of_the_lexicon_is_known() {
        for entry in FILES.iter().flat_map(|file| strict_yaml::entries(file)) {
            let known = match entry.section {
                "words" | "verbs" | "irregular" => {
                    entry.key.split(' ').all(|name| Class::from_name(name).is_some())
                }
                "cues" => {
                    let (role, weight) = entry.key.rsplit_once('-').unwrap();
                    Role::from_name(role).is_some() && weight.parse::<u8>().is_ok()
                }
                other => panic!("no section `{other}`"),
            };
            assert!(known, "no class or role `{}`", entry.key);
        }
    }

    #[test]
    fn the_fast_reader_reads_what_a_yaml_parser_reads() {
        for file in FILES {
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
            let entry = ENGLISH.word(hash_word(word)).unwrap();
            assert!(entry.classes.has(class), "{word} is no {class:?}");
        }
    }
}
