//! A meeting out of order.

use jiff::civil::Date;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{dated_meetings, head, move_block},
};
use crate::{
    analysis::Order,
    diagnostic::Sink,
    document::Meeting,
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
    /// silent. `--unsafe-fixes` moves the meeting.
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
    /// ## 2026-01-26
    /// - Hiring
    /// ## 2026-02-02
    /// - Budget
    /// ## 2026-02-09
    /// - Goals
    /// ```
    MisorderedMeetings, "misordered-meetings" {
        group: Timing, severity: Warning, minimal: false,
        fix: Unsafe, scope: File, reads: All, since: "0.1.0"
    }
}

type Day<'a> = (Date, &'a Meeting);

impl Rule for MisorderedMeetings {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let meetings = dated_meetings(cx);
        let Some(newest_first) = order(&meetings).filter(|_| cx.plan().order != Order::Any) else { return };
        let in_order = |one: Date, next: Date| if newest_first { one >= next } else { one <= next };
        for index in misplaced(&meetings, in_order) {
            let (day, meeting) = meetings[index];
            let order = if newest_first { "newest first" } else { "oldest first" };
            let finding = out.report(head(cx, meeting), format!("this meeting is out of order: the file has the {order}"));
            finding.help("move it, or put its date right: the year is easily forgotten");
            let next = meetings.iter().find(|(other, _)| *other != day && in_order(day, *other));
            if let Some(edits) = next.and_then(|(_, next)| relocate(cx, &meetings, index, next.span)) {
                finding.unsafe_fix("move the meeting", edits);
            }
        }
    }
}

/// Whether most neighbours stand newest first; none where that cannot be told.
fn order(meetings: &[Day<'_>]) -> Option<bool> {
    let falls = meetings.windows(2).filter(|pair| pair[0].0 > pair[1].0).count();
    let rises = meetings.windows(2).filter(|pair| pair[0].0 < pair[1].0).count();
    (falls != rises && meetings.len() > 2).then_some(falls > rises)
}

/// The places of the meetings that stand between others which are in order without them.
fn misplaced(meetings: &[Day<'_>], in_order: impl Fn(Date, Date) -> bool) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for (index, (day, _)) in meetings.iter().enumerate() {
        match kept.as_slice() {
            [.., last] if in_order(meetings[*last].0, *day) => kept.push(index),
            // Without the last one all would be well, so that is the one in the wrong place.
            [.., before, last] if in_order(meetings[*before].0, *day) => {
                out.push(*last);
                kept.pop();
                kept.push(index);
            }
            [last] => {
                out.push(*last);
                kept = vec![index];
            }
            [] => kept.push(index),
            _ => out.push(index),
        }
    }
    out.sort_unstable();
    out
}

/// Moves a meeting before the one that should follow it; none where other text stands between the
/// meetings, a rule for one.
fn relocate(cx: &Context<'_>, meetings: &[Day<'_>], index: usize, next: Span) -> Option<Vec<Edit>> {
    let file = &cx.file.file;
    let span = meetings[index].1.span;
    let end = cx.file.document.meetings.iter().map(|meeting| meeting.span.start()).find(|&start| start >= span.end());
    let gap = Span::new(span.end(), end.unwrap_or(file.text().len()));
    if !file.slice(gap).trim().is_empty() {
        return None;
    }
    move_block(file, span, next.start())
}
