//! Cues that a config gives as regular expressions, with bounds: a pattern may come from somebody else's repository.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::{Line, Passage};

/// How many bytes a compiled pattern may take.
const MAX_SIZE: usize = 64 * 1024;

/// How deep a pattern's groups may be nested.
const MAX_NESTING: u32 = 64;

/// How many bytes of a line are searched.
const MAX_LINE: usize = 1024;

/// A regular expression of the user's own; upper and lower case are one.
#[derive(Clone, Debug)]
pub struct Pattern(Regex);

impl Pattern {
    /// Reads a cue that is written between slashes (`/waits? for (legal|finance)/`); none for a plain phrase.
    ///
    /// # Errors
    ///
    /// What is wrong with the pattern, in one line: it is no regular expression, or it is too large to be
    /// searched for quickly.
    pub fn of_cue(cue: &str) -> Option<Result<Self, String>> {
        let inner = cue.strip_prefix('/')?.strip_suffix('/').filter(|inner| !inner.is_empty())?;
        let regex = RegexBuilder::new(inner)
            .case_insensitive(true)
            .size_limit(MAX_SIZE)
            .nest_limit(MAX_NESTING)
            .build();
        Some(regex.map(Self).map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => "this pattern is too large; repeat less in it".to_owned(),
            other => {
                let said = other.to_string();
                let last = said.lines().last().unwrap_or_default();
                format!("this is no regular expression: {}", last.trim_start_matches("error: "))
            }
        }))
    }

    /// Where the pattern is found: byte ranges of the passage's text. Quotations are left out.
    pub(super) fn find(&self, passage: &Passage<'_>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for Line { range, .. } in passage.lines.iter().filter(|line| !line.quoted) {
            let line = crate::text::clip(&passage.text[range.clone()], MAX_LINE);
            let places = self.0.find_iter(line).filter(|place| !place.is_empty());
            found.extend(places.map(|place| range.start + place.start()..range.start + place.end()));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_found_in_lines_that_quote_nobody() {
        let text = "Waits for Legal\nwait for finance";
        let line = |range: Range<usize>, quoted| Line { range, depth: 0, quoted };
        let lines = [line(0..15, false), line(16..32, true)];
        let passage = Passage { text, lines: &lines, opaque: &[] };
        let pattern = Pattern::of_cue("/waits? for (legal|finance)/").unwrap().unwrap();
        assert_eq!(pattern.find(&passage), [Range { start: 0, end: 15 }]);
        assert!(Pattern::of_cue("a plain phrase").is_none());
    }

    #[test]
    fn what_could_take_long_is_refused() {
        for (cue, reason) in [
            ("/(/", "no regular expression"),
            ("/a{100000}/", "too large"),
            ("/((a{1000}){1000}){1000}/", "too large"),
            (&format!("/{}a{}/", "(".repeat(500), ")".repeat(500)), "no regular expression"),
        ] {
            let error = Pattern::of_cue(cue).unwrap().unwrap_err();
            assert!(error.contains(reason) && !error.contains('\n'), "{cue}: {error}");
        }
    }
}
