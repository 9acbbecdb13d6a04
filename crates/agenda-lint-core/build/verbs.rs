//! The forms of a verb.

/// Calls `form` with each regular form of a verb: the base, the third person, the past and the `-ing` form.
///
/// A short verb may or may not double its last letter; both spellings are given, since the wrong one is no
/// word of its own.
pub(crate) fn regular_forms(verb: &str, mut form: impl FnMut(&str, Form)) {
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
pub(crate) enum Form {
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
    pub(crate) fn classes(self) -> &'static [&'static str] {
        match self {
            Self::Base => &["base"],
            Self::Third => &["third"],
            Self::Past => &["past", "participle"],
            Self::Ing => &["ing"],
        }
    }
}
