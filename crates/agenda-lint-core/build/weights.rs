//! How much words speak for a label.

use std::collections::BTreeMap;

use crate::hash::hash_word;
use crate::strict_yaml::Entry;
use crate::tables::{place, table};

/// The labels that words have weights for.
const LABELS: [&str; 3] = ["outcome", "risk", "blocker"];

/// The weights of each word, by its hash, in the order of [`LABELS`].
#[derive(Default)]
pub(crate) struct Weights(BTreeMap<u32, [i8; LABELS.len()]>);

impl Weights {
    /// Whether a section of a lexicon's file is one of weights.
    pub(crate) fn has(section: &str) -> bool {
        LABELS.contains(&section)
    }

    /// Takes a line of words under their weight.
    pub(crate) fn take(&mut self, entry: &Entry<'_>) {
        let Some(label) = LABELS.iter().position(|label| *label == entry.section) else { return };
        let Ok(weight) = entry.key.parse() else { panic!("no weight: `{}`", entry.key) };
        for word in entry.text.split_ascii_whitespace() {
            self.0.entry(hash_word(word)).or_default()[label] = weight;
        }
    }

    /// The table in Rust.
    pub(crate) fn write(&self) -> String {
        let row = |(hash, of): (&u32, &[i8; LABELS.len()])| {
            (*hash, format!("Weight {{ hash: {hash}, of: {of:?} }}"))
        };
        table("WEIGHTS", "Weight", place(self.0.iter().map(row).collect(), "WEIGHTLESS"))
    }
}
