//! Lines that answer the one above in a word: `Yes, book it`.

/// Whether a line is an answer and little else: `Yes, book it`, `Lots! Too much for here`, `fine`.
pub(super) fn answers(line: &str) -> bool {
    const ANSWERS: [&str; 16] = [
        "yes",
        "no",
        "yep",
        "yeah",
        "nope",
        "sure",
        "ok",
        "okay",
        "fine",
        "lots",
        "agreed",
        "absolutely",
        "definitely",
        "good idea",
        "go ahead",
        "sounds good",
    ];
    const LONGEST: usize = "sounds good".len();
    let is_end = |byte: &u8| b",.!;\n".contains(byte);
    // Few lines have such a mark so near.
    let opening = &line.as_bytes()[..line.len().min(LONGEST + 1)];
    let whole = (line.len() <= LONGEST).then_some(line.len());
    let Some(end) = opening.iter().position(is_end).or(whole) else { return false };
    let sentence = line.split(['\n', '.']).next().unwrap_or_default();
    ANSWERS.iter().any(|answer| line[..end].eq_ignore_ascii_case(answer))
        && !sentence.contains('?')
        && sentence.split_whitespace().nth(10).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_opens_with_a_word_of_its_own() {
        for line in ["Yes, book it", "lots! Too much", "fine", "OK.", "Sounds good, go on", "No.\n  - a"] {
            assert!(answers(line), "{line}");
        }
        for line in [
            "No, is it?",
            "Yes, they went out to all the homes in the north on Monday",
            "No reply so far",
            "Fine-tuning",
            "Ok so the plan is",
            "Yesterday",
            "Surely not",
            "",
        ] {
            assert!(!answers(line), "{line}");
        }
    }
}
