//! Word lists kept as text: which classes a word belongs to.

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Words with a set of classes each, a bit a class.
pub(crate) type Lexicon = FxHashMap<&'static str, u32>;

/// Reads word lists: `[heading]` lines begin a list, `#` lines are remarks, white space parts words.
///
/// The class of a list is the index of its heading in `headings`; a list under any other heading is
/// left out.
pub(crate) fn read(text: &'static str, headings: &[&str]) -> Lexicon {
    // Words are short, and some stand in several lists.
    let mut lexicon = Lexicon::with_capacity_and_hasher(text.len() / 8, FxBuildHasher);
    let mut class = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(heading) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            class = headings.iter().position(|known| *known == heading);
        } else if let Some(class) = class {
            for word in line.split_ascii_whitespace() {
                *lexicon.entry(word).or_insert(0) |= 1 << class;
            }
        }
    }
    lexicon
}
