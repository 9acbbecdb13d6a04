//! A risk that is only reported.

use super::{Context, Rule, declare::declare_rule, support::{Trouble, trouble_place}};
use crate::diagnostic::Sink;

declare_rule! {
    /// An update that reports a risk says how it will be reduced.
    ///
    /// ## Why
    ///
    /// A manager who learns of a risk asks next what you will do about it. A plan in the same
    /// line, with a name or a date, turns alarm into confidence; so does a request for what you
    /// need.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Checkout rewrite (O2) is at risk for the March date
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - O1 KR2 is behind schedule
    /// ```
    ///
    /// Elsewhere on the agenda, what names a danger outright and asks nothing is read as an update, too:
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Discussion
    /// - The load test probably won't be ready before Easter
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Discussion
    /// - The load test won't be ready before Easter. Would you rather move the launch or test less?
    /// - The hall may be full
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Checkout rewrite (O2) is at risk for the March date; we cut gift cards to hold it
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1 KR2 is behind schedule. Could you ask Farah for a second trainer?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: half of the testers came late, but in the end they agreed to pay for the export
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: two of eight testers did not find the search box
    /// - Did not get to the cost model (O2), third week running: see Discussion
    /// ```
    RiskWithoutPlan, "risk-without-plan" {
        group: Updates, severity: Warning, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for RiskWithoutPlan {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for (topic, trouble) in cx.troubles() {
            if let Trouble::Risk(span) = *trouble {
                let place = trouble_place(cx, topic, span, out.rule());
                out.report(place, "this risk comes without a plan")
                    .label(span, "the risk")
                    .help("say what you will do about it and by when, who does it, or what you need");
            }
        }
    }
}
