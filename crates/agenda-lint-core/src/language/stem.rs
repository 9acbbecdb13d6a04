//! The stem of a word: what its forms and the nouns made from it have in common.

//!
//! The build script cuts words as well, so that its lists are filed under stems.

use std::borrow::Cow;

/// The stem of a word in lower case, `base` being the word that it is an irregular form of: `write` of `wrote`.
/// Not always a word itself: `measur` for `measurement`.
pub(super) fn stem<'w>(word: &'w str, base: Option<&str>) -> Cow<'w, str> {
    if let Some(base) = base {
        return plain(base.to_owned());
    }
    if word.len() <= 3 || !word.is_ascii() {
        return Cow::Borrowed(word);
    }
    plain(derived(&inflected(word)).to_owned())
}

fn plain(mut stem: String) -> Cow<'static, str> {
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    Cow::Owned(stem)
}

/// Without the endings of number and tense.
fn inflected(word: &str) -> String {
    let cut = |ending: &str, least: usize| word.strip_suffix(ending).filter(|stem| stem.len() >= least);
    if let Some(stem) = cut("ies", 2).or(cut("ied", 2)) {
        return format!("{stem}y");
    }
    if let Some(stem) = cut("es", 3)
        .filter(|stem| stem.ends_with(['s', 'x', 'z']) || stem.ends_with("ch") || stem.ends_with("sh"))
    {
        return stem.to_owned();
    }
    if word.ends_with("greed") || word.ends_with("teed") {
        return word[..word.len() - 1].to_owned();
    }
    let verbal = cut("ing", 3).or(cut("ed", 3).filter(|stem| !stem.ends_with('e')));
    if let Some(stem) = verbal.filter(|stem| stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])) {
        // `migrated` lost an `e`; `formatted` shows by its double letter that it did not.
        let lost_e = stem.len() > 4
            && ["at", "is", "iz"].iter().any(|end| stem.ends_with(end))
            && !stem.ends_with("eat");
        return if lost_e { format!("{stem}e") } else { undoubled(stem).to_owned() };
    }
    let plural = cut("s", 3).filter(|stem| !stem.ends_with(['s', 'u', 'i']));
    plural.unwrap_or(word).to_owned()
}

/// `plann` becomes `plan` and `cancell` `cancel`, but `roll` stays.
fn undoubled(stem: &str) -> &str {
    let bytes = stem.as_bytes();
    match bytes {
        [.., one, two] if one == two && b"bdgmnprt".contains(two) => &stem[..stem.len() - 1],
        _ if stem.len() > 5 && stem.ends_with("ell") => &stem[..stem.len() - 1],
        _ => stem,
    }
}

/// Without the endings that make nouns and adjectives of verbs.
fn derived(word: &str) -> &str {
    const ENDINGS: [(&str, usize); 14] = [
        ("isation", 4),
        ("ization", 4),
        ("ation", 4),
        ("ition", 4),
        ("ement", 5),
        ("ment", 4),
        ("ion", 5),
        ("ness", 4),
        ("ance", 4),
        ("ence", 5),
        ("ate", 4),
        ("ise", 5),
        ("ize", 5),
        ("al", 5),
    ];
    let cut = ENDINGS
        .iter()
        .find_map(|(ending, least)| word.strip_suffix(ending).filter(|stem| stem.len() >= *least));
    cut.unwrap_or(word)
}

/// Whether a word ends as plurals do: in one `s`, not after an apostrophe.
pub(super) fn is_plural(word: &[u8]) -> bool {
    let [.., before, last] = word else { return false };
    last | 0x20 == b's' && !matches!(before | 0x20, b's' | b'u' | b'i') && before.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use crate::language::lexicon::stem;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            "write wrote written writing writes",
            "measure measured measurement measuring measurements",
            "plan planned planning plans",
            "cancel cancelled cancelling",
            "roll rolled rolling",
            "migrate migration migrated",
            "confirm confirmed confirmation",
            "invite invitation invited",
            "agree agreement agreed",
            "renew renewal renewed",
            "approve approval approved",
            "company companies",
            "class classes",
            "status status",
            "organise organisation organised",
        ] {
            let mut stems: Vec<_> = forms.split(' ').map(stem).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{forms}: {stems:?}");
        }
        for (one, other) in
            [("form", "format"), ("rate", "ration"), ("sing", "s"), ("port", "portal"), ("red", "r")]
        {
            assert_ne!(stem(one), stem(other), "{one}, {other}");
        }
    }
}
