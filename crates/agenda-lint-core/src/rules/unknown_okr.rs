//! A goal that nobody has set.

use super::{Context, Rule, declare::declare_rule, support::enumerate};
use crate::diagnostic::Sink;

declare_rule! {
    /// An OKR that a note names is one of those that are listed.
    ///
    /// ## Why
    ///
    /// A mistyped id points a reader to the wrong goal, and an id from last quarter to none.
    ///
    /// Silent where no OKRs are listed.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// # OKRs
    /// ## O1: Homes get started on their own
    /// - KR1: 60 % publish a rota in the first week
    ///
    /// ## 2026-03-02
    /// ### Updates
    /// - O9: recorded the first two training videos
    /// ```
    ///
    /// ```md,bad
    /// # OKRs
    /// ## O1: Homes get started on their own
    /// - KR1: 60 % publish a rota in the first week
    ///
    /// ## 2026-03-02
    /// ### Updates
    /// - O1 KR4: recorded the first two training videos
    /// ```
    ///
    /// ```md,good
    /// # OKRs
    /// ## O1: Homes get started on their own
    /// - KR1: 60 % publish a rota in the first week
    ///
    /// ## 2026-03-02
    /// ### Updates
    /// - OKR 1, KR 1: recorded the first two training videos
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O9: recorded the first two training videos
    /// - KR is back from parental leave
    /// ```
    UnknownOkr, "unknown-okr" {
        group: Updates, severity: Error, minimal: true,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for UnknownOkr {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        if !cx.knows_okrs() {
            return;
        }
        for topic in cx.topics() {
            for okr in topic.okrs().iter().filter(|okr| !cx.workspace.okrs.has(okr)) {
                let nearest: Vec<String> = cx.workspace.okrs.nearest(okr).iter().map(|id| format!("`{id}`")).collect();
                let finding = out.report(okr.span, format!("no goal `{}` is listed", okr.id()));
                if !nearest.is_empty() {
                    finding.help(format!("did you mean {}?", enumerate(&nearest).replace(" and ", " or ")));
                }
            }
        }
    }
}
