//! A meeting that left no trace.

use jiff::civil::Date;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, head, is_filled_live, named},
};
use crate::{
    analysis::{Analysis, Place},
    diagnostic::Sink,
    document::{Author, Item, Meeting, SectionKind},
    text::is_one_of,
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
    ///
    /// ```md,good
    /// ## 2026-02-16
    ///
    /// Short today. The hiring plan is with Kate, the offsite moves to May.
    /// ```
    ///
    /// ```md,good
    /// - Agenda
    ///   - 2026-02-09
    ///     - Updates
    ///       - O1: sign-ups rose to 40 a week
    ///   - 2026-02-16
    ///     - Updates
    ///       - O1: sign-ups rose to 44 a week
    /// - Notes
    ///   - 2026-02-09
    ///     - well done
    ///   - 2026-02-16
    ///     - well done again
    /// ```
    MeetingWithoutNotes, "meeting-without-notes" {
        group: Actions, severity: Info, minimal: false,
        fix: None, scope: Notebook, reads: All, since: "0.1.0"
    }
}

impl Rule for MeetingWithoutNotes {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let Some(today) = cx.today() else { return };
        let meetings = cx.workspace.meetings().meetings();
        let over = &meetings[..meetings.partition_point(|(day, _)| *day < today)];
        // An outliner keeps agenda and notes of a day apart.
        let comes_again = |at: usize| {
            let is_same = |other: Option<&(Date, Place)>| other.is_some_and(|(day, _)| *day == meetings[at].0);
            is_same(meetings.get(at + 1)) || at > 0 && is_same(meetings.get(at - 1))
        };
        let is_silent = |at: usize| {
            let place = over[at].1;
            has_topics(cx, place) && !has_notes(cx.workspace.meeting(place)) && !comes_again(at)
        };
        // The file's own meetings first: whoever has notes need not look at the others.
        let latest = (0..over.len()).rev().find(|&at| cx.holds(over[at].1) && is_silent(at));
        let Some(latest) = latest.filter(|&at| !(at + 1..over.len()).any(is_silent)) else { return };
        let message = match (0..latest).filter(|&at| is_silent(at)).count() {
            0 => "no notes, decisions or actions came out of this meeting".to_owned(),
            more => {
                format!("no notes, decisions or actions came out of this meeting and {}", count(more, "earlier one"))
            }
        };
        out.report(head(cx, cx.workspace.meeting(over[latest].1)), message)
            .help("write a line for each topic while you talk: what was said, what was decided, who does what");
    }
}

/// Whether a meeting has an agenda of the writer's. Lines under a mere date may well be what was said.
fn has_topics(cx: &Context<'_>, place: Place) -> bool {
    let Analysis { file, document, .. } = &cx.workspace.files[place.file];
    let is_topic = |item: &Item| {
        let line = file.slice(item.span).trim_matches(|c: char| !c.is_alphanumeric());
        let is_none = is_one_of(line, &["none", "nothing", "n/a", "nil"]);
        !item.template && item.author == Author::Writer && !is_none
    };
    let mut agenda = named(&document.meetings[place.meeting]).filter(|section| section.kind.holds_topics());
    agenda.any(|section| section.items.iter().any(is_topic))
}

fn has_notes(meeting: &Meeting) -> bool {
    meeting.sections.iter().any(|section| {
        let items = &section.items;
        (is_filled_live(section.kind) && section.kind != SectionKind::Feedback && !items.is_empty())
            || items.iter().any(|item| item.depth > 0 || item.check_box.is_some() || item.quoted)
    })
}
