//! What is looked for among the words of a text: most are not it, which two letters tell.

use super::{lexicon, likeness::Terms};

/// The terms of some texts, to be looked for in others.
pub struct Wanted {
    /// Sorted.
    keys: Vec<u32>,
    /// For each letter, which stand second behind it in a stem that has one of the keys, a bit each.
    openings: [u32; 32],
}

impl Wanted {
    /// The terms of these.
    pub fn of<'t>(all: impl IntoIterator<Item = &'t Terms>) -> Self {
        let (mut keys, mut openings) = (Vec::new(), [0; 32]);
        for (key, own) in all.into_iter().flat_map(Terms::keys_and_openings) {
            keys.push(key);
            for [first, second] in lexicon::openings(key).iter().copied().chain([own]) {
                openings[place(first)] |= 1 << place(second);
            }
        }
        keys.sort_unstable();
        Self { keys, openings }
    }

    pub(super) fn has(&self, key: u32) -> bool {
        self.keys.binary_search(&key).is_ok()
    }

    /// Whether a word may be one of these: by its key if that is known, or else by whether it begins as one of them does.
    #[inline]
    pub(super) fn may_be(&self, word: &str, key: Option<u32>) -> bool {
        match (key, word.as_bytes()) {
            (Some(key), _) => self.has(key),
            (None, &[first, second, ..]) if first.is_ascii() && second.is_ascii() => {
                self.openings[place(first)] >> place(second) & 1 != 0
            }
            _ => true,
        }
    }
}

/// The place of a letter in the alphabet, whatever its case. Other bytes share those places.
fn place(byte: u8) -> usize {
    usize::from(byte & 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_all_its_forms_and_by_all_that_tell_the_same() {
        for (wanted, word) in [
            ("they taught it", "teaching"),
            ("teach it", "taught"),
            ("the presentation", "Decks"),
            ("the slides", "PRESENTATIONS"),
            ("she wrote it", "letters"),
            ("the Émile fund", "Émile"),
            ("dried", "dries"),
            ("adding a stage", "added"),
            ("plan B", "to B"),
        ] {
            let wanted = Wanted::of([&Terms::of(wanted)]);
            let all = Terms::of(word);
            let known = all.keys_and_openings().filter(|(key, _)| wanted.has(*key));
            assert_eq!(known.count(), 1, "{word}");
            assert_eq!(Terms::of_those(word, &wanted).keys_and_openings().count(), 1, "{word} is overlooked");
        }
        let wanted = Wanted::of([&Terms::of("book a room")]);
        assert_eq!(Terms::of_those("boil the rice", &wanted).keys_and_openings().count(), 0);
    }
}
