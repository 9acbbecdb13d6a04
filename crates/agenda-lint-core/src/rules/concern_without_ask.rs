//! A concern that is only voiced.

use super::{Context, Rule, declare::declare_rule, support::{Trouble, trouble_place}};
use crate::diagnostic::Sink;

declare_rule! {
    /// An update that voices a concern or reports a blocker says what you plan or what you need.
    ///
    /// ## Why
    ///
    /// A concern alone hands the problem over. "What is the best forum to raise this in?" or "I
    /// will speak to Legal on Tuesday" keeps it yours and tells your manager how to help. Elsewhere on an agenda
    /// that is to come, only a danger that is named outright is read as an update.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - I'm worried that the spring release (O1) slips into the inspection season
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: blocked, we still have no test data from Brookhaven
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - I'm worried that the spring release (O1) slips into the inspection season. What is the
    ///   best forum to raise this in?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: blocked, we still have no test data from Brookhaven. I will drive there on Thursday
    ///   and copy it on the spot.
    /// ```
    ConcernWithoutAsk, "concern-without-ask" {
        group: Updates, severity: Warning, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for ConcernWithoutAsk {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for (topic, trouble) in cx.troubles() {
            let (message, label, span) = match *trouble {
                Trouble::Blocker(span) => {
                    ("this blocker comes with neither a plan nor a request", "the blocker", span)
                }
                Trouble::Concern(span) => {
                    ("this concern comes with neither a plan nor a request", "the concern", span)
                }
                Trouble::Risk(_) => continue,
            };
            let place = trouble_place(cx, topic, span, out.rule());
            out.report(place, message)
                .label(span, label)
                .help("say what you will do about it and by when, or what you need and from whom");
        }
    }
}
