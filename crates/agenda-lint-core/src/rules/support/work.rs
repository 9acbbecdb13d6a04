//! Updates that start, ship, move or stop a piece of work.

use super::Words;
use crate::{analysis::Topic, language::TopicKind, text::first_line};

/// What is done to a piece of work.
static DEEDS: Words<'_> = Words::new(&[
    "automated",
    "began",
    "begun",
    "built",
    "canceled",
    "cancelled",
    "closed",
    "completed",
    "continued",
    "continuing",
    "delivered",
    "deployed",
    "designed",
    "dropped",
    "enabled",
    "expanded",
    "extended",
    "finished",
    "finishing",
    "implemented",
    "improved",
    "integrated",
    "introduced",
    "kicked",
    "killed",
    "launched",
    "launching",
    "merged",
    "migrated",
    "migrating",
    "opened",
    "paused",
    "piloted",
    "piloting",
    "prototyped",
    "published",
    "rebuilt",
    "redesigned",
    "refactored",
    "released",
    "releasing",
    "removed",
    "replaced",
    "rewritten",
    "rewrote",
    "rolled",
    "shipped",
    "shipping",
    "started",
    "starting",
    "stopped",
    "upgraded",
]);

/// Words that may stand before the deed.
static BEFORE: Words<'_> = Words::new(&[
    "also",
    "and",
    "are",
    "been",
    "finally",
    "had",
    "has",
    "have",
    "i",
    "i've",
    "is",
    "i’ve",
    "just",
    "now",
    "officially",
    "successfully",
    "team",
    "the",
    "was",
    "we",
    "we've",
    "were",
    "we’ve",
]);

/// Words that say of a thing that it is out: "the wizard is live".
static STATES: Words<'_> = Words::new(&[
    "is live",
    "are live",
    "went live",
    "goes live",
    "is out",
    "is shipped",
    "has shipped",
    "is done",
]);

/// Talk about goals themselves owes no goal.
static OF_GOALS: Words<'_> = Words::new(&["okr", "objective", "key result", "goals", "goal setting"]);

/// Whether an update says what was done to a piece of work, and so should name the goal it serves.
/// Coordination, people, admin and the planning of goals do not.
pub(in crate::rules) fn is_about_work(topic: &Topic<'_>) -> bool {
    topic.kind() == TopicKind::Update && tells_a_deed(first_line(topic.text()))
}

fn tells_a_deed(line: &str) -> bool {
    // `[infra] upgraded …` and `Import wizard: shipped …` tell their deed behind the label.
    let is_behind = |at: &usize| line.as_bytes().get(at + 1) == Some(&b' ');
    let label = memchr::memrchr_iter(b']', line.as_bytes()).find(is_behind);
    let unlabelled = label.map_or(line, |at| &line[at + 2..]);
    let is_behind = |at: &usize| unlabelled.as_bytes().get(at + 1) == Some(&b' ');
    let colon = memchr::memchr_iter(b':', unlabelled.as_bytes()).find(is_behind);
    let after_colon = colon.map(|at| &unlabelled[at + 2..]);
    let tells =
        opens_with_deed(unlabelled) || after_colon.is_some_and(opens_with_deed) || tells_a_state(line);
    tells && !OF_GOALS.stand_in(line)
}

/// Whether one of [`DEEDS`] is the first word, but for those that may stand before it.
fn opens_with_deed(text: &str) -> bool {
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')));
    let mut words = words.filter(|word| !word.is_empty());
    words.find(|word| !BEFORE.hold(word)).is_some_and(|word| DEEDS.hold(word))
}

/// Whether one of [`STATES`] stands behind a blank of `line`, and no word goes on behind it.
fn tells_a_state(line: &str) -> bool {
    STATES.any_word(line, |start, end| {
        line[..start].ends_with(' ') && !line[end..].starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::{STATES, tells_a_deed};

    #[test]
    fn only_what_happens_to_work_owes_a_goal() {
        for line in [
            "Shipped the import wizard.",
            "We've finally launched the help page",
            "[infra] upgraded k8s to 1.29",
            "Onboarding calls: started reminder SMS",
            "The new help page is live",
            "The help page WENT LIVE",
            "We’ve also LAUNCHED the help page",
            "i've shipped it",
            "Kicked off the migration",
        ] {
            assert!(tells_a_deed(line), "{line}");
        }
        for state in STATES.all {
            assert!(tells_a_deed(&format!("The wizard {state}.")), "{state}");
        }
        for line in [
            "Aligned with Kate on the hiring plan",
            "Drafted Q3 OKRs with the leads",
            "Started on the OKRs for next quarter",
            "FYI Tamsin is back on the 14th",
            "Paid the invoice",
            "I'm worried about the launch",
            "The website is lively",
        ] {
            assert!(!tells_a_deed(line), "{line}");
        }
    }
}
