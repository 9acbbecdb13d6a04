//! A meeting that left no trace.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, dated_meetings, head, is_filled_live},
};
use crate::{
    diagnostic::Sink,
    document::{Author, Meeting, SectionKind},
};

declare_rule! {
    /// A meeting that is over has notes, decisions or actions.
    ///
    /// ## Why
    ///
    /// What was said is forgotten in a week. A line for each topic, written while you talk, is
    /// enough to take it up again.
    ///
    /// Lines below a topic, replies and ticked boxes count as notes. The latest such meeting is
    /// reported.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-02-16
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// ### Advice
    /// - Hiring plan
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2026-02-16
    /// ### Topics
    /// - Hiring plan
    /// ### Notes
    /// ```
    ///
    /// ```md,good
    /// ## 2026-02-16
    /// ### Topics
    /// - Hiring plan
    /// ### Notes
    /// - Kate asks Finance for one more post
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2026-02-16
    /// - Hiring plan
    ///   - Kate asks Finance for one more post
    /// ```
    MeetingWithoutNotes, "meeting-without-notes" {
        group: Actions, severity: Info, minimal: false,
        fix: None, scope: File, reads: All, since: "0.1.0"
    }
}

impl Rule for MeetingWithoutNotes {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let Some(today) = cx.today() else { return };
        let mut silent: Vec<_> = dated_meetings(cx);
        silent.retain(|(day, meeting)| *day < today && has_topics(meeting) && !has_notes(meeting));
        if let Some((_, latest)) = silent.iter().max_by_key(|(day, _)| *day) {
            let message = match silent.len() - 1 {
                0 => "no notes, decisions or actions came out of this meeting".to_owned(),
                more => format!("no notes, decisions or actions came out of this meeting and {}", count(more, "earlier one")),
            };
            out.report(head(cx, latest), message)
                .help("write a line for each topic while you talk: what was said, what was decided, who does what");
        }
    }
}

fn has_topics(meeting: &Meeting) -> bool {
    meeting.sections.iter().any(|section| !is_filled_live(section.kind) && section.items.iter().any(|item| !item.template))
}

fn has_notes(meeting: &Meeting) -> bool {
    meeting.sections.iter().any(|section| {
        let items = &section.items;
        (is_filled_live(section.kind) && section.kind != SectionKind::Feedback && !items.is_empty())
            || items.iter().any(|item| item.depth > 0 || item.author != Author::Writer || item.check_box.is_some())
    })
}
