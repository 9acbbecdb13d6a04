//! The name that was probably meant.

/// The one of `names` that is nearest to `word`, if any is near enough to be a slip of the fingers.
///
/// Case, `_` for `-` and a missing last letter are slips; a word of one or two letters is never one.
pub fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let plain = |text: &str| text.to_lowercase().replace('_', "-");
    // Nothing that long is a slip, and the distance costs the product of the lengths.
    if word.len() > 64 {
        return None;
    }
    let word = plain(word);
    let most = word.chars().count().div_ceil(3).min(4);
    names
        .into_iter()
        .map(|name| (strsim::osa_distance(&word, &plain(name)), name))
        .filter(|&(distance, _)| distance <= most && word.len() > 2 || distance == 0)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_name_and_another_word_does_not() {
        let names = ["meeting", "people", "rules", "lead-time"];
        for (word, expected) in [
            ("meetng", Some("meeting")),
            ("Rules", Some("rules")),
            ("lead_time", Some("lead-time")),
            ("peopel", Some("people")),
            ("colour", None),
            ("ru", None),
        ] {
            assert_eq!(nearest(word, names), expected, "{word}");
        }
    }
}
