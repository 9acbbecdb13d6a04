//! Updates that only say that work goes on.

use super::Words;
use crate::{
    analysis::Topic,
    language::{Signal, TopicKind},
    text::is_one_of,
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

/// Work that everybody has: as the whole of an update it tells nothing.
static CHORES: Words<'_> = Words::new(&[
    "reading",
    "writing",
    "coding",
    "refactoring",
    "refactor",
    "documentation",
    "docs",
    "meetings",
    "reviews",
    "planning",
    "admin",
    "emails",
    "email",
    "paperwork",
    "testing",
    "bugfixing",
    "bugfixes",
    "fixes",
    "cleanup",
    "cleanups",
    "clean-up",
    "research",
    "tickets",
    "bugs",
    "code",
    "bug",
]);

/// How an update ends that says nothing but that the work named before goes on.
static STATES: Words<'_> = Words::new(&[
    "ongoing",
    "on-going",
    "in progress",
    "wip",
    "still on it",
    "busy with it",
    "we are busy with it",
    "i am busy with it",
    "continues",
    "continuing",
    "underway",
    "under way",
    "in the works",
]);

/// The same behind a name alone.
static ONGOING: Words<'_> = Words::new(&[
    " goes on",
    " is going on",
    " is ongoing",
    " is in progress",
    " is moving along",
    " is coming along",
    " is under way",
    " is underway",
    " continues",
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

/// How many words a name has at most; more may be a sentence.
const MOST_NAMING: usize = 3;

/// The longest line in bytes.
const LONGEST: usize = 120;

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
    let tells_more = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'\n' | b'#' | b'@' | b'"');
    if text.len() > LONGEST || text.bytes().any(tells_more) {
        return false;
    }
    let mut rest = text;
    while let Some((_, tail)) = rest.split_once(' ').filter(|(word, _)| OPENINGS.hold(word)) {
        rest = tail;
    }
    let ends_word = |end: usize| !rest[end..].starts_with(char::is_alphanumeric);
    let opens = PROGRESS.open(rest, ends_word)
        || ACTIVITIES.open(rest, |end| ends_word(end) && names_nothing(&rest[end..]));
    opens && rest.split_whitespace().nth(MOST_WORDS).is_none() || is_state_only(text) || names_chores(text)
}

/// Whether the object, up to the first comma, is one of the words that name nothing.
fn names_nothing(object: &str) -> bool {
    let mut words = object.split(|c: char| !c.is_alphanumeric());
    let telling = words.find(|word| !word.is_empty() && !FILLERS.hold(word));
    telling.is_none_or(|first| NOTHINGS.hold(first))
}

/// "Reading", "meetings, reviews, small tickets": nothing but work that everybody has.
fn names_chores(text: &str) -> bool {
    const SMALL: [&str; 5] = ["small", "more", "various", "misc", "again"];
    let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let is_small = |word: &str| FILLERS.hold(word) || is_one_of(word, &SMALL);
    let mut chores = false;
    words.all(|word| {
        chores |= CHORES.hold(word);
        CHORES.hold(word) || is_small(word)
    }) && chores
}

/// "Test plan, in progress", "The survey is going on": what it is, and that it goes on.
fn is_state_only(text: &str) -> bool {
    let text = text.trim_end_matches(['.', '!', '…', ' ']);
    let is_name = |name: &str| {
        !name.is_empty()
            && !name.contains([',', ':', '|', '('])
            && name.split_whitespace().nth(MOST_NAMING).is_none()
    };
    let parted = || text.rsplit_once([',', ':', '–', '—']).or_else(|| text.rsplit_once(" - "));
    let is_state = |state: &str| STATES.open(state, |end| end == state.len());
    ONGOING.any(text, |start, end| end == text.len() && is_name(&text[..start]))
        || parted().is_some_and(|(name, state)| is_name(name.trim()) && is_state(state.trim()))
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
            "Reading",
            "meetings, meetings",
            "Meetings, reviews, small tickets",
            "Test plan, in progress",
            "New shelves - we are busy with it",
            "The survey is going on.",
            "Writing goes on",
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
            "Reading list",
            "Various",
            "Test plan, in progress since May",
            "Test plan: 3 of 4, in progress",
            "Plan, budget: in progress",
            "In progress",
            "Budget agreed with Lena\nrest: ongoing",
            "PR #123 – ongoing",
            "Shipped the wizard to all customers, in progress",
            "Found the leak, on it",
            "Summer party: going",
            "This in progress",
            "A row of two against five in the yard over the new shelves goes on",
            "Life goes on after the fair",
            "Making progress on the API\nsecond line",
        ] {
            assert!(!says_only_activity(line), "{line}");
        }
    }
}
