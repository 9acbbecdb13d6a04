//! Words by their shape: what the ending and the beginning of an unlisted word tell.

use super::class::{Class, Classes};

/// What a compound takes over from its last part.
pub(super) const FORMS_AND_MEANINGS: Classes = Classes::of(&[
    Class::Base,
    Class::Third,
    Class::Past,
    Class::Participle,
    Class::Ing,
    Class::Deed,
    Class::State,
    Class::Fail,
    Class::Worsen,
    Class::Person,
    Class::Occasion,
    Class::Event,
    Class::Time,
    Class::Bad,
]);

/// The bit by which an English letter is a small one.
const SMALL: u8 = 0x20;

/// The word behind a prefix that leaves a verb a verb: "reopened", "prebooked".
pub(super) fn without_prefix(word: &[u8]) -> Option<&[u8]> {
    let prefix: &[u8] = match word.first()? | SMALL {
        b'r' => b"re",
        b'p' => b"pre",
        b'o' => b"out",
        b'c' => b"co",
        b'd' => b"de",
        _ => return None,
    };
    let begins = word.len() > prefix.len() + 3 && word[..prefix.len()].eq_ignore_ascii_case(prefix);
    begins.then(|| &word[prefix.len()..])
}

const PAST: Classes = Classes::of(&[Class::Past, Class::Participle, Class::Deed]);
const ING: Classes = Classes::of(&[Class::Ing, Class::Deed]);

/// What a word that the lexicon does not list can be, by its ending and beginning.
pub(super) fn guess(word: &[u8]) -> Classes {
    let ends = |ending: &[u8]| {
        word.len() > ending.len() + 2 && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending)
    };
    let begins = |opening: &[u8]| {
        word.len() > opening.len() + 3 && word[..opening.len()].eq_ignore_ascii_case(opening)
    };
    let [first, .., last] = word else { return Classes::default() };
    let form = match last | SMALL {
        b'd' if ends(b"ed") && !ends(b"eed") => PAST,
        b'g' if ends(b"ing") => ING,
        b'y' if ends(b"ly") => Classes::of(&[Class::Adverb]),
        b's' if ends(b"less") => Classes::of(&[Class::Poor]),
        _ => Classes::default(),
    };
    let spoiled = match first | SMALL {
        b'm' => begins(b"mis"),
        b'o' => form.has(Class::Participle) && begins(b"over"),
        b'u' => {
            form.has(Class::Participle) && begins(b"under")
                || begins(b"un")
                    && (ends(b"able") || ends(b"ive") || ends(b"ful") || ends(b"ed") || ends(b"ic"))
        }
        _ => false,
    };
    if spoiled { form.without(Classes::of(&[Class::Deed])).with(Classes::of(&[Class::Poor])) } else { form }
}
