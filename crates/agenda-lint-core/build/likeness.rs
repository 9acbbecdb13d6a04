//! The words that a search for a later mention needs: irregular forms, words that tell the same, light words.

use std::collections::{BTreeMap, BTreeSet};

use crate::hash::hash_word;
use crate::stem;
use crate::strict_yaml::Entry;

/// The lists by the hashes of words, and irregular forms with their base.
#[derive(Default)]
pub(crate) struct Likeness {
    pub(crate) irregular: BTreeMap<String, String>,
    pub(crate) alike: BTreeMap<u32, u32>,
    pub(crate) light: BTreeSet<u32>,
}

impl Likeness {
    /// Takes `write wrote written`: a base and its other forms, each with spellings `a/b`.
    pub(crate) fn take_irregular(&mut self, entry: &Entry<'_>) {
        let mut forms = entry.text.split_ascii_whitespace();
        let Some(base) = forms.next() else { panic!("no base form: `{}`", entry.text) };
        for form in forms.flat_map(|forms| forms.split('/')) {
            self.irregular.entry(form.to_owned()).or_insert_with(|| base.to_owned());
        }
    }

    /// Takes a list item of `likeness.yaml`, once all irregular forms are known.
    pub(crate) fn take(&mut self, entry: &Entry<'_>) {
        let words: Vec<&str> = entry.text.split_ascii_whitespace().collect();
        let stems: Vec<u32> = words.iter().map(|word| self.stem(word)).collect();
        match entry.section {
            "light" => self.light.extend(stems),
            "alike" => {
                for (word, stem) in words.iter().zip(&stems) {
                    self.alike.entry(*stem).or_insert(stems[0]);
                    self.alike.entry(hash_word(word)).or_insert(stems[0]);
                }
            }
            other => panic!("the lists of likeness have no section `{other}`"),
        }
    }

    fn stem(&self, word: &str) -> u32 {
        hash_word(&stem::stem(word, self.irregular.get(word).map(String::as_str)))
    }
}
