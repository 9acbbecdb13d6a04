//! A meeting out of order.

use std::iter::Peekable;

use jiff::civil::Date;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{dated_meetings, head, move_block},
};
use crate::{
    analysis::Order,
    diagnostic::Sink,
    document::{Heading, Meeting},
    text::{Edit, Span},
};

declare_rule! {
    /// The meetings of a notebook stand in the order of their dates.
    ///
    /// ## Why
    ///
    /// Whoever looks for the last meeting looks at the top, or at the end. A meeting in between is
    /// lost, and often the cause is a year that was not changed in January.
    ///
    /// The order is the one that most meetings of the file have; with fewer than three, the rule is
    /// silent, as it is on the days of an outliner that stand below `Agenda` and again below `Notes`. `--unsafe-fixes` moves
    /// the meeting.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    ///
    /// - Offsite
    ///
    /// ## 2026-02-02
    ///
    /// - Budget
    ///
    /// ## 2026-02-16
    ///
    /// - Hiring
    ///
    /// ## 2026-01-19
    ///
    /// - Goals
    /// ```
    ///
    /// ```md,fixed
    /// ## 2026-03-02
    ///
    /// - Offsite
    ///
    /// ## 2026-02-16
    ///
    /// - Hiring
    ///
    /// ## 2026-02-02
    ///
    /// - Budget
    ///
    /// ## 2026-01-19
    ///
    /// - Goals
    /// ```
    ///
    /// ```md,bad
    /// ## 2025-12-15
    /// - Offsite
    /// ## 2025-01-12
    /// - Budget
    /// ## 2026-01-26
    /// - Hiring
    /// ## 2026-02-09
    /// - Goals
    /// ```
    ///
    /// ```md,good
    /// ## 2026-02-16
    /// - Hiring
    /// ## 2026-02-02
    /// - Budget
    /// ## 2026-02-02
    /// - Budget, second half
    /// ```
    ///
    /// ```md,good
    /// ## 2026-02-16
    /// - Hiring
    /// ## 2026-02-02
    /// - Budget
    /// ## 2026-01-19
    /// - Offsite
    /// # Last year
    /// ## 2025-11-10
    /// - Goals
    /// ## 2025-11-24
    /// - Rota
    /// ## 2025-12-08
    /// - Review
    /// ```
    ///
    /// ```md,good
    /// ## 2026-01-26
    /// - Hiring
    /// ## 2026-02-02
    /// - Budget
    /// ## 2026-02-09
    /// - Goals
    /// ```
    ///
    /// ```md,good
    /// - Agenda
    ///   - 2 February 2026
    ///     - Budget
    ///   - 16 February 2026
    ///     - Hiring
    /// - Notes
    ///   - 2 February 2026
    ///     - the budget is cut
    ///   - 16 February 2026
    ///     - two places
    /// ```
    MisorderedMeetings, "misordered-meetings" {
        group: Timing, severity: Warning, minimal: false,
        fix: Unsafe, scope: File, reads: All, since: "0.1.0"
    }
}

type Day<'a> = (Date, &'a Meeting);

impl Rule for MisorderedMeetings {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        // A page that keeps older meetings stands before them.
        let mut meetings = dated_meetings(cx);
        meetings.retain(|(_, meeting)| meeting.heading.is_some());
        if cx.plan().order == Order::Any || come_again(&meetings) {
            return;
        }
        let mut headings = cx.file.document.sections.iter().filter_map(|section| section.heading.as_ref()).peekable();
        for meetings in meetings.chunk_by(|one, next| !parted(&mut headings, one.1, next.1)) {
            check_part(cx, meetings, out);
        }
    }
}

/// Whether days of an outliner come again later on: agendas stand apart from notes, and nothing moves between them.
fn come_again(meetings: &[Day<'_>]) -> bool {
    let are_bullets = meetings.iter().all(|(_, meeting)| meeting.heading.as_ref().is_some_and(Heading::is_bullet));
    if !are_bullets {
        return false;
    }
    let mut days: Vec<Date> = meetings.iter().map(|(day, _)| *day).collect();
    let all = days.len();
    days.sort_unstable();
    days.dedup();
    all > days.len()
}

/// Whether a heading above those of meetings stands between two of them: an archive may run the other way. Of the
/// headings, those behind are taken.
fn parted<'a>(headings: &mut Peekable<impl Iterator<Item = &'a Heading>>, one: &Meeting, next: &Meeting) -> bool {
    let level = |meeting: &Meeting| meeting.heading.as_ref().map_or(u8::MAX, |heading| heading.level);
    let level = level(one).min(level(next));
    let mut parted = false;
    while let Some(heading) = headings.next_if(|heading| heading.span.start() < next.span.start()) {
        parted |= heading.level < level && heading.span.start() > one.span.start();
    }
    parted
}

fn check_part(cx: &Context<'_>, meetings: &[Day<'_>], out: &mut Sink<'_>) {
    let Some(newest_first) = order(meetings) else { return };
    let in_order = |one: Date, next: Date| if newest_first { one >= next } else { one <= next };
    let (kept, misplaced) = sort_out(meetings, in_order);
    for (day, meeting) in misplaced {
        let order = if newest_first { "newest first" } else { "oldest first" };
        let message = format!("this meeting is out of order: the others stand {order}");
        let finding = out.report(head(cx, meeting), message);
        finding.help("move it, or put its date right: the year is easily forgotten");
        let next = kept.partition_point(|(other, _)| in_order(*other, day));
        if let Some(edits) = kept.get(next).and_then(|(_, next)| relocate(cx, meeting, next)) {
            finding.unsafe_fix("move the meeting", edits);
        }
    }
}

/// Whether most neighbours stand newest first; none where that cannot be told.
fn order(meetings: &[Day<'_>]) -> Option<bool> {
    let falls = meetings.windows(2).filter(|pair| pair[0].0 > pair[1].0).count();
    let rises = meetings.windows(2).filter(|pair| pair[0].0 < pair[1].0).count();
    (falls != rises && meetings.len() > 2).then_some(falls > rises)
}

/// The meetings that are in order among themselves, and those that stand between them in the wrong
/// place.
fn sort_out<'a>(
    meetings: &[Day<'a>],
    in_order: impl Fn(Date, Date) -> bool,
) -> (Vec<Day<'a>>, Vec<Day<'a>>) {
    let (mut kept, mut misplaced): (Vec<Day<'a>>, Vec<Day<'a>>) = (Vec::new(), Vec::new());
    for &meeting in meetings {
        let fits_after = |other: Option<&Day<'_>>| other.is_none_or(|other| in_order(other.0, meeting.0));
        if fits_after(kept.last()) {
            kept.push(meeting);
        } else if fits_after(kept.iter().nth_back(1)) {
            // Without the one before, all would be well: so that is the one in the wrong place.
            misplaced.extend(kept.pop());
            kept.push(meeting);
        } else {
            misplaced.push(meeting);
        }
    }
    (kept, misplaced)
}

/// Moves a meeting before the one that should follow it; none where other text stands behind it, a
/// rule for one.
fn relocate(cx: &Context<'_>, meeting: &Meeting, next: &Meeting) -> Option<Vec<Edit>> {
    let (file, meetings) = (&cx.file.file, &cx.file.document.meetings);
    let behind = meetings.partition_point(|other| other.span.start() < meeting.span.end());
    let end = meetings.get(behind).map_or(file.text().len(), |other| other.span.start());
    let is_last_thing = file.slice(Span::new(meeting.span.end(), end)).trim().is_empty();
    if is_last_thing { move_block(file, meeting.span, next.span.start()) } else { None }
}
