//! The words of the lexicon with the classes that its files give them.

use std::collections::{BTreeMap, BTreeSet};

use crate::hash::hash_word;
use crate::strict_yaml::Entry;
use crate::verbs::{self, Form};

/// The names of classes.
pub(crate) type Classes = BTreeSet<String>;

/// Words and their classes, by the words' hashes.
#[derive(Default)]
pub(crate) struct Words {
    known: BTreeMap<u32, (String, Classes)>,
}

impl Words {
    /// Takes a list item of words or verbs.
    pub(crate) fn take(&mut self, entry: &Entry<'_>) {
        let classes: Classes = entry.key.split_ascii_whitespace().map(str::to_owned).collect();
        let listed = entry.text.split_ascii_whitespace();
        match entry.section {
            "words" => listed.for_each(|word| self.add(word, &classes, &[])),
            "verbs" => listed.for_each(|verb| {
                verbs::regular_forms(verb, |word, form| self.add(word, &classes, form.classes()));
            }),
            "irregular" => self.add_irregular(entry.text, &classes),
            other => panic!("the lexicon has no section `{other}`"),
        }
    }

    /// Takes `write wrote written`: the base, the past and the participle, each with spellings `a/b`.
    fn add_irregular(&mut self, line: &str, meaning: &Classes) {
        let mut forms = line.split_ascii_whitespace();
        let (Some(base), Some(past)) = (forms.next(), forms.next()) else { panic!("no past form: `{line}`") };
        let participle = forms.next().unwrap_or(past);
        verbs::regular_forms(base, |word, form| {
            if form != Form::Past {
                self.add(word, meaning, form.classes());
            }
        });
        past.split('/').for_each(|word| self.add(word, meaning, &["past"]));
        participle.split('/').for_each(|word| self.add(word, meaning, &["participle"]));
    }

    /// Gives a word more classes; none, to have it in the table.
    pub(crate) fn add(&mut self, word: &str, classes: &Classes, more: &[&str]) {
        let (known, of) =
            self.known.entry(hash_word(word)).or_insert_with(|| (word.to_owned(), Classes::new()));
        assert_eq!(known, word, "two words of one hash");
        of.extend(classes.iter().cloned().chain(more.iter().map(|name| (*name).to_owned())));
    }

    /// Every word with its hash and classes, short ones first: they are said most.
    pub(crate) fn into_all(self) -> Vec<(u32, String, Classes)> {
        let all = self.known.into_iter().map(|(hash, (word, classes))| (hash, word, classes));
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|(_, word, _)| word.len());
        all
    }
}
