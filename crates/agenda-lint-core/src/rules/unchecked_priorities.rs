//! Meetings that never ask whether both still want the same.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Period, head, window},
};
use crate::{
    analysis::{Place, Workspace},
    diagnostic::Sink,
};

declare_rule! {
    /// Your priorities are held against your manager's every few weeks.
    ///
    /// ## Why
    ///
    /// Priorities drift apart in silence. A question such as "here are my three, are they yours?" takes
    /// two minutes and saves a month of work on the wrong thing.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ## 2026-02-16
    /// ### Updates
    /// - O1: sign-ups rose to 40 a week
    /// ## 2025-12-15
    /// ### Updates
    /// - O1: sign-ups rose to 30 a week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ## 2026-02-16
    /// ### Discussion
    /// - My priorities until Easter are import, clashes, hiring. Are they yours?
    /// ## 2025-12-15
    /// ### Updates
    /// - O1: sign-ups rose to 30 a week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ```
    ///
    /// ```yaml,options
    /// every: 2w
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ## 2026-02-23
    /// ### Updates
    /// - O1: sign-ups rose to 42 a week
    /// ## 2026-02-09
    /// ### Discussion
    /// - What matters most to you this quarter?
    /// ```
    UncheckedPriorities, "unchecked-priorities" {
        group: Alignment, severity: Off, minimal: false,
        fix: None, scope: Notebook, reads: All, since: "0.1.0"
    }
    options {
        /// After which time without such a topic.
        every: Period = Period::weeks(8),
    }
}

impl Rule for UncheckedPriorities {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let Some((judged, within)) = window(cx, self.every.days) else { return };
        if !within.iter().any(|&place| compares_priorities(cx.workspace, place)) {
            let message = format!("no topic has held your priorities against your manager's for {}", self.every);
            out.report(head(cx, cx.workspace.meeting(judged.place)), message)
                .help("name your first three, and ask whether they are your manager's too");
        }
    }
}

fn compares_priorities(workspace: &Workspace, place: Place) -> bool {
    const WORDS: [&str; 8] = [
        "priorit",
        "your goals",
        "your okrs",
        "your objectives",
        "matters most",
        "most important to you",
        "top of mind",
        "focus on first",
    ];
    workspace.topics_of(place).any(|topic| {
        let text = topic.text().to_lowercase();
        WORDS.iter().any(|word| text.contains(word))
    })
}
