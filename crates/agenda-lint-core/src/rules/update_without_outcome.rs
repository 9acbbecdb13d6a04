//! Something shipped, and nothing said of what came of it.

use super::{Context, Rule, declare::declare_rule, support::{is_vague_update, quoted}};
use crate::{analysis::Topic, diagnostic::Sink, document::SectionKind, language::{Signal, TopicKind}};

declare_rule! {
    /// An update on something started or shipped says what it changes: a number, a user, a date,
    /// a decision.
    ///
    /// ## Why
    ///
    /// That something was done is half the news. "Shipped the wizard, should unlock 40 new homes
    /// a month" tells a manager what to pass on, and lets you see next month whether it did.
    ///
    /// Off unless asked for: many a note is a reminder for two people who both know the effect.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - O1 KR1: shipped the import wizard
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Launched the new help page (O1)
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1 KR1: shipped the import wizard; sign-ups went from 31 to 44 a week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Aligned with Kate on the hiring plan
    /// - None this week
    /// ```
    UpdateWithoutOutcome, "update-without-outcome" {
        group: Updates, severity: Off, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for UpdateWithoutOutcome {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for topic in cx.topics_in(&[SectionKind::Updates]).filter(lacks_outcome) {
            out.report(topic.head(), quoted("", topic.text(), " says nothing of the result")).help(
                "say what it changes or should change: a number, a user, a date, a decision",
            );
        }
    }
}

fn lacks_outcome(topic: &Topic<'_>) -> bool {
    const TOLD: [Signal; 5] = [Signal::Outcome, Signal::Size, Signal::Risk, Signal::Blocker, Signal::Ask];
    topic.kind() == TopicKind::Update
        && !TOLD.iter().any(|&signal| topic.has(signal) || topic.may_tell(signal))
        && !is_vague_update(topic)
}
