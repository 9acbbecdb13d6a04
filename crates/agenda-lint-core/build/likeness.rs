//! The words that a search for a later mention needs: irregular forms, words that tell the same, light words.

use std::collections::{BTreeMap, BTreeSet};

use crate::hash::hash_word;
use crate::stem;
use crate::strict_yaml::Entry;

/// The lists by the hashes of words and stems.
#[derive(Default)]
pub(crate) struct Likeness {
    /// The stems of irregular forms, each with the first two letters of the form.
    irregular: BTreeMap<u32, (u32, [u8; 2])>,
    /// The key that a word or a stem shares with others.
    pub(crate) alike: BTreeMap<u32, u32>,
    /// By the key that several words have, the first two letters of those that have it.
    openings: BTreeMap<u32, BTreeSet<[u8; 2]>>,
    pub(crate) light: BTreeSet<u32>,
}

impl Likeness {
    /// Takes `write wrote written`: a base and its other forms, each with spellings `a/b`.
    pub(crate) fn take_irregular(&mut self, entry: &Entry<'_>) {
        let mut forms = entry.text.split_ascii_whitespace();
        let Some(base) = forms.next() else { panic!("no base form: `{}`", entry.text) };
        for form in forms.flat_map(|forms| forms.split('/')) {
            let stem = || {
                let mut stem = base.to_owned();
                stem::cut_e(&mut stem);
                (hash_word(&stem), opening(form))
            };
            let (stem, _) = *self.irregular.entry(hash_word(form)).or_insert_with(stem);
            self.openings.entry(stem).or_default().insert(opening(base));
        }
    }

    /// The keys of those words that have another one than their stem.
    pub(crate) fn keys(&self) -> BTreeMap<u32, u32> {
        let irregular = self.irregular.iter().map(|(form, (stem, _))| (*form, self.shared(*stem)));
        let mut keys: BTreeMap<u32, u32> = irregular.collect();
        keys.extend(&self.alike);
        keys
    }

    /// By the key that several words have, the first two letters of all of them.
    pub(crate) fn openings(&self) -> BTreeMap<u32, BTreeSet<[u8; 2]>> {
        let mut openings = self.openings.clone();
        for (stem, opening) in self.irregular.values() {
            openings.entry(self.shared(*stem)).or_default().insert(*opening);
        }
        openings
    }

    /// The key of a stem.
    fn shared(&self, stem: u32) -> u32 {
        self.alike.get(&stem).copied().unwrap_or(stem)
    }

    /// Takes a list item of `likeness.yaml`, once all irregular forms are known.
    pub(crate) fn take(&mut self, entry: &Entry<'_>) {
        let words: Vec<&str> = entry.text.split_ascii_whitespace().collect();
        let stems: Vec<u32> = words.iter().map(|word| self.stem(word)).collect();
        match entry.section {
            "light" => self.light.extend(stems),
            "alike" => {
                for (word, stem) in words.iter().zip(&stems) {
                    self.openings.entry(stems[0]).or_default().insert(opening(word));
                    self.alike.entry(*stem).or_insert(stems[0]);
                    self.alike.entry(hash_word(word)).or_insert(stems[0]);
                }
            }
            other => panic!("the lists of likeness have no section `{other}`"),
        }
    }

    fn stem(&self, word: &str) -> u32 {
        let cut = || {
            let mut stem = word.to_owned();
            stem::cut(&mut stem);
            hash_word(&stem)
        };
        self.irregular.get(&hash_word(word)).map_or_else(cut, |(stem, _)| *stem)
    }
}

/// The first two letters of a word.
fn opening(word: &str) -> [u8; 2] {
    word.as_bytes().first_chunk().copied().unwrap_or_default()
}
