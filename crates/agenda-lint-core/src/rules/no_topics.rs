//! A meeting with nothing to talk about.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{head, is_ahead, parts},
};
use crate::{
    diagnostic::Sink,
    document::{Meeting, SectionKind},
};

declare_rule! {
    /// The next meeting has a topic.
    ///
    /// ## Why
    ///
    /// A one-on-one without topics becomes a status round. Add one, or cancel it and give both of
    /// you the half hour back.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-09
    ///
    /// ## 2026-02-23
    /// - Offsite
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-09
    /// ### Updates
    /// ### Advice
    /// ### Action items
    /// - [ ] Sam: send the slides by Friday
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-09
    /// - Offsite
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-09
    /// Cancelled, Kate is away
    /// ```
    NoTopics, "no-topics" {
        group: Structure, severity: Warning, minimal: true,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for NoTopics {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for meeting in cx.agenda().filter(|meeting| is_ahead(cx, meeting) && is_meant(meeting)) {
            if parts(cx, meeting).next().is_none() && !has_other_words(meeting) {
                out.report(head(cx, meeting), "this meeting has no topic")
                    .help("add one, or cancel the meeting and save the time");
            }
        }
    }
}

/// A file without dates and sections is no meeting of which to expect topics.
fn is_meant(meeting: &Meeting) -> bool {
    meeting.date.is_some() || meeting.sections.iter().any(|section| section.named)
}

/// Whether something is written besides the topics: a note, say, or a slot that another rule speaks
/// of. Actions alone are what is left of the last meeting, where there is a place for topics.
fn has_other_words(meeting: &Meeting) -> bool {
    let has_place =
        meeting.sections.iter().any(|section| section.items.is_empty() && section.kind.holds_topics());
    let counts = |kind: SectionKind| kind != SectionKind::Actions || !has_place;
    meeting.sections.iter().any(|section| counts(section.kind) && !section.items.is_empty())
}
