//! References to objectives and key results in the text of an item.

mod by_id;
mod by_name;
mod scan;
mod words;

use std::ops::Range;

use scan::Scan;

/// A place that maps an item to a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The goal, normalised: `O2`, `O1.KR3`, `KR3`, or the words of a goal's name in lower case.
    /// None where the text says only that there is one (`one of my KRs`).
    pub id: Option<String>,
    /// Where it stands: byte offsets into the text.
    pub span: Range<usize>,
    /// How the goal is named.
    pub naming: Naming,
}

/// How a reference names its goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// By its number: `OKR 2`.
    Id,
    /// In words: `the Retention OKR`, or a title or alias that the registry knows.
    Name,
    /// Not at all: `one of my KRs`.
    Unnamed,
}

/// Finds every reference in `text`, in order.
///
/// Talk about the process (`Drafted Q3 OKRs`, `OKR grading`), other goals (`my goal is to publish`),
/// and look-alikes (`the O2 sensor`, the initials `KR`) are no references.
pub fn references(text: &str) -> Vec<Reference> {
    if !may_refer(text) {
        return Vec::new();
    }
    let scan = Scan::new(text);
    let mut found: Vec<Reference> = Vec::new();
    let mut at = 0;
    while at < scan.words.len() {
        let taken = scan.reference(at, &mut found);
        at = taken.unwrap_or(at + 1).max(at + 1);
    }
    found
}

/// A cheap look before [`references`]: any word that can begin one.
pub(crate) fn may_refer(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut word_starts = true;
    for (at, &byte) in bytes.iter().enumerate() {
        if !word_starts && !byte.is_ascii_uppercase() {
            word_starts = !byte.is_ascii_lowercase();
            continue;
        }
        let next = bytes.get(at + 1).map_or(0, u8::to_ascii_lowercase);
        let second = bytes.get(at + 2).map_or(0, u8::to_ascii_lowercase);
        let hit = match byte.to_ascii_lowercase() {
            b'o' => next.is_ascii_digit() || matches!((next, second), (b'k', b'r') | (b'b', b'j')),
            b'k' => next == b'r' || next == b'e' && second == b'y',
            b'g' => next == b'o' && second == b'a',
            b'n' => next == b'o' && second == b'r',
            b't' => next == b'a' && second == b'r',
            0xf0 => bytes.get(at..at + 4) == Some("🎯".as_bytes()),
            _ => false,
        };
        if hit {
            return true;
        }
        word_starts = !byte.is_ascii_alphabetic();
    }
    false
}

impl Scan<'_> {
    /// Reads a reference that begins at word `at`; returns the word after it.
    fn reference(&self, at: usize, found: &mut Vec<Reference>) -> Option<usize> {
        match self.lower(at) {
            "okr" | "okrs" => self.by_id(at, at + 1, found).or_else(|| self.by_name(at, found)),
            "o" if self.is_tight(at + 1) => self.short_objective(at, found),
            "kr" | "krs" => self.key_result(at, at + 1, found).or_else(|| self.by_name(at, found)),
            "key" if matches!(self.lower(at + 1), "result" | "results") => {
                self.key_result(at, at + 2, found).or_else(|| self.unnamed(at, at + 2, found))
            }
            "target" => self.by_name(at, found),
            "objective" | "objectives" | "goal" | "goals" | "obj" | "objs" => {
                self.by_id(at, at + 1, found).or_else(|| self.by_name(at, found))
            }
            "north" if self.lower(self.past(at + 1, "-")) == "star" => self.north_star(at, found),
            "" if self.is_mark(at, "🎯") => self.by_id(at, at + 1, found),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> String {
        let shown = |found: &Reference| found.id.clone().unwrap_or("?".to_owned());
        references(text).iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_in_every_form_are_normalised() {
        for (text, wanted) in [
            ("maps to OKR 2", "O2"),
            ("[OKR-2] moved", "O2"),
            ("#okr2 moved", "O2"),
            ("Goal 3, the orchard: cut the trees", "O3"),
            ("goal 3,000 visits", ""),
            ("OKRs 2, 3 and 5: nothing moved", "O2 O3 O5"),
            ("Obj. 5 – bed turnover down", "O5"),
            ("Objective two: moved", "O2"),
            ("annual goal #2: moved", "O2"),
            ("O4: booked", "O4"),
            ("booked – O4", "O4"),
            ("serves O4 and O5", "O4 O5"),
            ("O1KR2: faster", "O1.KR2"),
            ("[O1][KR2] faster", "O1.KR2"),
            ("o1/kr2 faster", "O1.KR2"),
            ("Objective 1, KR 3: sent", "O1.KR3"),
            ("KR 1.3 and KR#2.1", "O1.KR3 O2.KR1"),
            ("KR3 under objective 1", "O1.KR3"),
            ("key result 2: live", "KR2"),
            ("(KR3) set up", "KR3"),
            ("O2 recall letters: booked", "O2"),
            ("Goal 3 depends on Ana", "O3"),
        ] {
            assert_eq!(ids(text), wanted, "{text}");
        }
    }

    #[test]
    fn goals_in_words_keep_their_words() {
        for (text, wanted) in [
            ("For the Retention OKR we are behind", "retention"),
            ("Moved the needle on the waste reduction goal", "waste reduction"),
            ("Search-quality OKR: better", "search quality"),
            ("our \"customer delight\" goal", "customer delight"),
            ("School goal (literacy): up", "literacy"),
            ("maps to our north-star", "north-star"),
            ("for our Q3 goal on late fees: down", "late fees"),
            ("This blocks one of my KRs", "?"),
            ("Aligned with our company goals", "?"),
        ] {
            assert_eq!(ids(text), wanted, "{text}");
        }
    }

    #[test]
    fn other_talk_is_no_reference() {
        for text in [
            "Replaced the O2 sensor",
            "O2 tank on ward 4: empty",
            "our thoughts on the goal on Monday",
            "Met KR about the move",
            "My goal is to publish",
            "OKR grading is due",
            "Drafted Q3 OKRs",
            "Objective-C is gone",
            "We scored an own goal",
            "The key results from the survey",
            "Read the objective evidence",
            "Version O2.1 is out",
            "Worked on my goals",
            "our first goal! 3–1",
            "Hit our 30k goal",
            "Reached the $5m goal",
            "okay",
        ] {
            assert_eq!(ids(text), "", "{text}");
        }
    }

    #[test]
    fn spans_hold_the_reference_alone() {
        let text = "Moved KR2 under OKR 3, at last";
        assert_eq!(&text[references(text)[0].span.clone()], "KR2 under OKR 3");
    }
}
