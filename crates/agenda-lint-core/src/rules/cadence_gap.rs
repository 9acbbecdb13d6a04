//! Weeks without a meeting.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, head},
};
use crate::{analysis::notebook::planned_cadence, diagnostic::Sink};

declare_rule! {
    /// No more than twice the usual time passes between two meetings.
    ///
    /// ## Why
    ///
    /// One meeting that is cancelled is a holiday; two in a row are the beginning of a habit. After
    /// a long gap it is worth asking whether the rhythm still fits.
    ///
    /// The usual time is the `cadence` of the front matter or the config or, where meetings are
    /// rarer than that, the time that most often lies between two. The latest gap is reported.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2026-02-02
    /// - Budget
    /// ## 2026-01-26
    /// - Hiring
    /// ## 2026-01-19
    /// - Goals
    /// ```
    ///
    /// ```md,bad
    /// ---
    /// cadence: biweekly
    /// ---
    ///
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2026-01-19
    /// - Goals
    /// ## 2026-01-05
    /// - Hiring
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2026-02-16
    /// - Budget
    /// ## 2026-01-26
    /// - Hiring
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2025-12-01
    /// - Budget
    /// ```
    CadenceGap, "cadence-gap" {
        group: Timing, severity: Info, minimal: false,
        fix: None, scope: Notebook, reads: All, since: "0.1.0"
    }
}

impl Rule for CadenceGap {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let notebook = cx.workspace.meetings();
        let meetings = notebook.meetings();
        if meetings.len() < 3 {
            return;
        }
        let usual = planned_cadence(cx.file).max(notebook.usual_gap());
        let mut gaps = notebook.gaps().filter(|&(days, _)| days > 2 * usual).rev();
        let Some((days, after)) = gaps.next() else { return };
        let [(_, before), (_, after)] = [after - 1, after].map(|at| meetings[at]);
        if !cx.holds(after) {
            return;
        }
        let earlier = match gaps.count() {
            0 => String::new(),
            more => format!(", and {} before that", count(more, "such gap")),
        };
        let message =
            format!("{} without a meeting, where {usual} are usual{earlier}", count(days as usize, "day"));
        let finding = out.report(head(cx, cx.workspace.meeting(after)), message);
        finding.help("if the rhythm no longer fits, agree on another and write it into the config as `cadence`");
        if before.file == after.file {
            finding.label(head(cx, cx.workspace.meeting(before)), "the meeting before");
        }
    }
}
