//! Words by their shape: the forms of a verb, and what the ending of an unlisted word tells.

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

/// The word behind a prefix that leaves a verb a verb: "reopened", "prebooked".
pub(super) fn without_prefix(word: &[u8]) -> Option<&[u8]> {
    [&b"re"[..], b"pre", b"out", b"co", b"de"]
        .into_iter()
        .find(|prefix| word.len() > prefix.len() + 3 && word[..prefix.len()].eq_ignore_ascii_case(prefix))
        .map(|prefix| &word[prefix.len()..])
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
    let form = if ends(b"ed") && !ends(b"eed") {
        PAST
    } else if ends(b"ing") {
        ING
    } else if ends(b"ly") {
        Classes::of(&[Class::Adverb])
    } else if ends(b"less") {
        Classes::of(&[Class::Poor])
    } else {
        Classes::default()
    };
    let spoiled = begins(b"mis")
        || (begins(b"over") || begins(b"under")) && form.has(Class::Participle)
        || begins(b"un") && (ends(b"able") || ends(b"ive") || ends(b"ful") || ends(b"ed") || ends(b"ic"));
    if spoiled { form.without(Classes::of(&[Class::Deed])).with(Classes::of(&[Class::Poor])) } else { form }
}

/// Calls `form` with each regular form of a verb: the base, the third person, the past and the `-ing` form.
///
/// A short verb may or may not double its last letter; both spellings are given, since the wrong one is no
/// word of its own.
pub(super) fn regular_forms(verb: &str, mut form: impl FnMut(&str, Form)) {
    form(verb, Form::Base);
    let mut spelt = String::with_capacity(verb.len() + 4);
    let mut give = |stem: &str, ending: &str, which: Form| {
        spelt.clear();
        spelt.push_str(stem);
        spelt.push_str(ending);
        form(&spelt, which);
    };
    let bytes = verb.as_bytes();
    let vowel = |at: usize| bytes.get(at).is_some_and(|letter| b"aeiou".contains(letter));
    let length = bytes.len();
    let (last, before) = (bytes[length - 1], length >= 2 && vowel(length - 2));
    let short = &verb[..length - 1];
    match last {
        b'e' => {
            give(verb, "s", Form::Third);
            give(verb, "d", Form::Past);
            give(if verb.ends_with("ee") { verb } else { short }, "ing", Form::Ing);
        }
        b'y' if !before => {
            give(short, "ies", Form::Third);
            give(short, "ied", Form::Past);
            give(verb, "ing", Form::Ing);
        }
        _ => {
            let hisses =
                matches!(last, b's' | b'x' | b'z' | b'o') || verb.ends_with("ch") || verb.ends_with("sh");
            give(verb, if hisses { "es" } else { "s" }, Form::Third);
            give(verb, "ed", Form::Past);
            give(verb, "ing", Form::Ing);
            let doubles = before && !matches!(last, b'w' | b'x' | b'y') && length >= 3 && !vowel(length - 3);
            if doubles && last.is_ascii_alphabetic() {
                let twice = &verb[length - 1..];
                let stem = [verb, twice].concat();
                give(&stem, "ed", Form::Past);
                give(&stem, "ing", Form::Ing);
            }
        }
    }
}

/// One form of a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// "ask"
    Base,
    /// "asks"
    Third,
    /// "asked", past and participle alike
    Past,
    /// "asking"
    Ing,
}

impl Form {
    /// The classes of a word in this form.
    pub(super) fn classes(self) -> Classes {
        match self {
            Self::Base => Classes::of(&[Class::Base]),
            Self::Third => Classes::of(&[Class::Third]),
            Self::Past => Classes::of(&[Class::Past, Class::Participle]),
            Self::Ing => Classes::of(&[Class::Ing]),
        }
    }
}
