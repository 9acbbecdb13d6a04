//! A goal that nobody has set.

use super::{Context, Rule, declare::declare_rule};
use crate::{
    analysis::{
        okr::{self, Naming},
        registry::Registry,
    },
    diagnostic::Sink,
};

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
        let known = cx.file.okrs();
        if known.is_empty() {
            return;
        }
        for topic in cx.topics().filter(|topic| okr::may_refer(topic.text())) {
            for okr in topic.okrs().iter().filter(|okr| okr.naming == Naming::Id) {
                if let Some(id) = okr.id.as_ref().filter(|id| known.resolve(id).is_none()) {
                    out.report(okr.span, format!("no goal `{id}` is listed")).help(meant(known, id));
                }
            }
        }
    }
}

/// Which goals may be meant, with what they are about.
fn meant(known: &Registry, id: &str) -> String {
    let near = known.nearest(id);
    if near.is_empty() {
        return "list it where the others are, or name one of them".to_owned();
    }
    let ids: Vec<String> = near.iter().map(|id| format!("`{id}`")).collect();
    format!("did you mean {}?", ids.join(" or "))
}
