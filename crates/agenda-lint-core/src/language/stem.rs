//! The stem of a word: what its forms and the nouns made from it have in common.
//!
//! The build script cuts words as well, so that its lists are filed under stems.

/// Cuts a word in lower case to its stem. Not always a word itself: `measur` for `measurement`.
pub(super) fn cut(word: &mut String) {
    if word.len() > 3 && word.is_ascii() {
        cut_inflection(word);
        cut_derivation(word);
        cut_e(word);
    }
}

/// `measure` becomes `measur`, as `measurement` does.
pub(super) fn cut_e(word: &mut String) {
    if word.len() > 3 && word.ends_with('e') {
        word.pop();
    }
}

/// Cuts the endings of number and tense.
fn cut_inflection(word: &mut String) {
    let without = |ending: &str, least: usize| word.strip_suffix(ending).filter(|stem| stem.len() >= least);
    if let Some(stem) = without("ies", 2).or(without("ied", 2)) {
        word.truncate(stem.len());
        return word.push('y');
    }
    if let Some(stem) = without("es", 3)
        .filter(|stem| stem.ends_with(['s', 'x', 'z']) || stem.ends_with("ch") || stem.ends_with("sh"))
    {
        return word.truncate(stem.len());
    }
    if word.ends_with("greed") || word.ends_with("teed") {
        return word.truncate(word.len() - 1);
    }
    let verbal = without("ing", 3).or(without("ed", 3).filter(|stem| !stem.ends_with('e')));
    if let Some(stem) = verbal.filter(|stem| stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])) {
        // `migrated` lost an `e`; `formatted` shows by its double letter that it did not.
        let lost_e = stem.len() > 4
            && ["at", "is", "iz"].iter().any(|end| stem.ends_with(end))
            && !stem.ends_with("eat");
        let length = if lost_e { stem.len() } else { undoubled(stem) };
        word.truncate(length);
        if lost_e {
            word.push('e');
        }
    } else if let Some(stem) = without("s", 3).filter(|stem| !stem.ends_with(['s', 'u', 'i'])) {
        word.truncate(stem.len());
    }
}

/// The length without a letter that was doubled: `plann` becomes `plan` and `cancell` `cancel`, but `roll` stays.
fn undoubled(stem: &str) -> usize {
    let doubled = match stem.as_bytes() {
        [.., one, two] if one == two && b"bdgmnprt".contains(two) => true,
        _ => stem.len() > 5 && stem.ends_with("ell"),
    };
    stem.len() - usize::from(doubled)
}

/// Cuts the endings that make nouns and adjectives of verbs.
fn cut_derivation(word: &mut String) {
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
    // All of them end in one of five letters.
    if !word.ends_with(['n', 't', 's', 'e', 'l']) {
        return;
    }
    let cut =
        ENDINGS.iter().find(|(ending, least)| word.ends_with(ending) && word.len() - ending.len() >= *least);
    if let Some((ending, _)) = cut {
        word.truncate(word.len() - ending.len());
    }
}

/// Whether a word ends as plurals do: in one `s`, not after an apostrophe.
pub(super) fn is_plural(word: &[u8]) -> bool {
    let [.., before, last] = word else { return false };
    last | 0x20 == b's' && !matches!(before | 0x20, b's' | b'u' | b'i') && before.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use crate::language::{hash::hash_word, lexicon};

    fn stem(word: &str) -> u32 {
        lexicon::key(hash_word(word)).unwrap_or_else(|| {
            let mut stem = word.to_owned();
            super::cut(&mut stem);
            let stem = hash_word(&stem);
            lexicon::alike(stem).unwrap_or(stem)
        })
    }

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
