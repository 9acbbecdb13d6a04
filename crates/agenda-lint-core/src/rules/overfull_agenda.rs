//! More topics than the meeting can hold.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, head, is_ahead, Part, parts},
};
use crate::diagnostic::Sink;

declare_rule! {
    /// An agenda holds what fits into the meeting.
    ///
    /// ## Why
    ///
    /// Of eight topics in half an hour, the last four are lost, and not the least of them. Choose
    /// what needs the meeting, and write the rest.
    ///
    /// How long the meeting is stands in the config, under `meeting`.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Offsite
    /// - Hiring plan
    /// - Budget
    /// - Print view
    /// - Training videos
    /// - Consent letter
    /// - Home care
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    /// - Hiring plan
    /// - Budget
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    ///   - Hiring plan
    ///   - Budget
    ///   - Print view
    ///   - Training videos
    ///   - Consent letter
    ///   - Home care
    /// ```
    ///
    /// ```yaml,options
    /// minutes-per-topic: 15
    /// minutes-per-update: 0
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Offsite
    /// - Hiring plan
    /// - Budget
    /// ```
    OverfullAgenda, "overfull-agenda" {
        group: Structure, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
    options {
        /// The minutes that an update takes.
        minutes_per_update: u32 = 1,
        /// The minutes that a topic for discussion takes.
        minutes_per_topic: u32 = 5,
    }
}

impl Rule for OverfullAgenda {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let length = cx.plan().minutes;
        for meeting in cx.agenda().filter(|meeting| is_ahead(cx, meeting)) {
            let (mut updates, mut discussion) = (0, 0);
            parts(cx, meeting).for_each(|part| match part {
                Part::Update => updates += 1,
                Part::Discussion => discussion += 1,
            });
            let needed = minutes(updates, self.minutes_per_update) + minutes(discussion, self.minutes_per_topic);
            if discussion > 1 && needed > length {
                let topics = count(discussion, "topic");
                let message = if updates == 0 {
                    format!("{topics} need about {needed} minutes; the meeting has {length}")
                } else {
                    let updates = count(updates, "update");
                    format!("{updates} and {topics} to discuss need about {needed} minutes; the meeting has {length}")
                };
                out.report(head(cx, meeting), message)
                    .help("choose what needs the meeting, and write the rest or leave it for the next");
            }
        }
    }
}

fn minutes(topics: usize, each: u32) -> u32 {
    u32::try_from(topics).unwrap_or(u32::MAX).saturating_mul(each)
}
