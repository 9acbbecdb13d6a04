//! Updates that start, ship, move or stop a piece of work.

use crate::{analysis::Topic, document::SectionKind, language::TopicKind};

/// What is done to a piece of work.
const DEEDS: [&str; 52] = [
    "automated",
    "began",
    "begun",
    "built",
    "cancelled",
    "canceled",
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
    "rewrote",
    "rewritten",
    "rolled",
    "shipped",
    "shipping",
    "started",
    "starting",
    "stopped",
    "upgraded",
];

/// Words that may stand before the deed.
const BEFORE: [&str; 21] = [
    "i",
    "we",
    "i've",
    "we've",
    "have",
    "has",
    "had",
    "been",
    "was",
    "were",
    "is",
    "are",
    "also",
    "just",
    "finally",
    "now",
    "successfully",
    "officially",
    "the",
    "team",
    "and",
];

/// Words that say of a thing that it is out: "the wizard is live".
const STATES: [&str; 8] = [
    " is live",
    " are live",
    " went live",
    " goes live",
    " is out",
    " is shipped",
    " has shipped",
    " is done",
];

/// Talk about goals themselves owes no goal.
const OF_GOALS: [&str; 5] = ["okr", "objective", "key result", "goals", "goal setting"];

/// Whether an update says what was done to a piece of work, and so should name the goal it serves.
/// Coordination, people, admin and the planning of goals do not.
pub(in crate::rules) fn is_about_work(topic: &Topic<'_>) -> bool {
    topic.section_kind() == SectionKind::Updates
        && topic.kind() == TopicKind::Update
        && tells_a_deed(topic.text().lines().next().unwrap_or_default())
}

fn tells_a_deed(line: &str) -> bool {
    let mut line = line.to_lowercase();
    if line.contains('’') {
        line = line.replace('’', "'");
    }
    if OF_GOALS.iter().any(|word| line.contains(word)) {
        return false;
    }
    // `[infra] upgraded …` and `Import wizard: shipped …` tell their deed behind the label.
    let unlabelled = line.rsplit_once("] ").map_or(line.as_str(), |(_, rest)| rest);
    let after_colon = unlabelled.split_once(": ").map(|(_, rest)| rest);
    let opens = |text: &str| {
        let mut words =
            text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty());
        words.find(|word| !BEFORE.contains(word)).is_some_and(|word| DEEDS.contains(&word))
    };
    opens(unlabelled) || after_colon.is_some_and(opens) || tells_a_state(&line)
}

/// Whether one of [`STATES`] stands in `line` and no word goes on behind it.
fn tells_a_state(line: &str) -> bool {
    let stands = |at: usize, state: &str| {
        line[at..].strip_prefix(state).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    memchr::memchr_iter(b' ', line.as_bytes()).any(|at| STATES.iter().any(|state| stands(at, state)))
}

#[cfg(test)]
mod tests {
    use super::tells_a_deed;

    #[test]
    fn only_what_happens_to_work_owes_a_goal() {
        for line in [
            "Shipped the import wizard.",
            "We've finally launched the help page",
            "[infra] upgraded k8s to 1.29",
            "Onboarding calls: started reminder SMS",
            "The new help page is live",
            "Kicked off the migration",
        ] {
            assert!(tells_a_deed(line), "{line}");
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
