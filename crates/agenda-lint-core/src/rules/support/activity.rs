//! Updates that only say that work goes on.

use super::Words;
use crate::{
    analysis::Topic,
    language::{Signal, TopicKind},
};

/// Words that say that work goes on, and of which object.
static ACTIVITIES: Words<'_> = Words::new(&[
    "working on",
    "worked on",
    "work on",
    "still on",
    "still working on",
    "busy with",
    "continuing with",
    "continuing",
    "continued",
    "continue",
    "carrying on with",
    "carried on with",
    "dealing with",
    "looking into",
]);

/// Words that say that work goes well, of an object that only the writer knows.
static PROGRESS: Words<'_> = Words::new(&[
    "making progress on",
    "making progress with",
    "made progress on",
    "made progress with",
    "making progress",
    "some progress on",
    "good progress on",
    "progress on",
]);

/// Words that may stand before them.
static OPENINGS: Words<'_> =
    Words::new(&["i", "we", "i'm", "i’m", "we're", "we’re", "am", "are", "been", "still", "mostly", "also"]);

/// Words before an object that add nothing to it.
static FILLERS: Words<'_> =
    Words::new(&["a", "an", "the", "some", "few", "other", "lots", "of", "my", "many", "and"]);

/// Objects that name nothing.
static NOTHINGS: Words<'_> = Words::new(&[
    "stuff",
    "things",
    "thing",
    "various",
    "misc",
    "miscellaneous",
    "it",
    "this",
    "that",
    "everything",
    "bits",
    "odds",
    "tasks",
    "tickets",
    "bugs",
    "etc",
]);

/// The longest line that can still say nothing.
const MOST_WORDS: usize = 9;

/// Whether an update says that work goes on, and nothing else: "working on stuff", "making
/// progress on the API".
pub(in crate::rules) fn is_vague_update(topic: &Topic<'_>) -> bool {
    const TELLING: [Signal; 6] =
        [Signal::Outcome, Signal::Risk, Signal::Blocker, Signal::Mitigation, Signal::Ask, Signal::Problem];
    matches!(topic.kind(), TopicKind::Update | TopicKind::BareTopic | TopicKind::Other)
        && !TELLING.iter().any(|&signal| topic.has(signal))
        && says_only_activity(topic.text())
        && !topic.has_links()
        && topic.okrs().is_empty()
}

fn says_only_activity(text: &str) -> bool {
    let text = text.trim();
    let mut rest = text;
    while let Some((_, tail)) = rest.split_once(' ').filter(|(word, _)| OPENINGS.hold(word)) {
        rest = tail;
    }
    let ends_word = |end: usize| !rest[end..].starts_with(char::is_alphanumeric);
    let tells_more = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'\n' | b'#' | b'@' | b'"');
    (PROGRESS.open(rest, ends_word)
        || ACTIVITIES.open(rest, |end| ends_word(end) && names_nothing(&rest[end..])))
        && !text.bytes().any(tells_more)
        && rest.split_whitespace().nth(MOST_WORDS).is_none()
}

/// Whether the object, up to the first comma, is one of the words that name nothing.
fn names_nothing(object: &str) -> bool {
    let mut words = object.split(|c: char| !c.is_alphanumeric());
    let telling = words.find(|word| !word.is_empty() && !FILLERS.hold(word));
    telling.is_none_or(|first| NOTHINGS.hold(first))
}

#[cfg(test)]
mod tests {
    use super::says_only_activity;

    #[test]
    fn only_lines_that_say_nothing_else_are_vague() {
        for line in [
            "Working on stuff",
            "Working on stuff for the release.",
            "Still working on various things",
            "Making progress on the API",
            "I made progress on hiring!",
            "We're continuing.",
            "Dealing with some other bits and pieces",
        ] {
            assert!(says_only_activity(line), "{line}");
        }
        for line in [
            "Working on chapters",
            "Working on the print view for the Bristol homes",
            "Worked on 14 tickets",
            "Progress on the API: two endpoints are live and the third is in review by the team",
            "Progressive web app is live",
            "Shipped the import wizard",
            "Making progress on the API\nsecond line",
        ] {
            assert!(!says_only_activity(line), "{line}");
        }
    }
}
