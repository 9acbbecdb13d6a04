//! A strategy topic with nothing to read.

use super::{Context, Rule, declare::declare_rule, support::strategy_topics};
use crate::{diagnostic::Sink, language::Signal};

declare_rule! {
    /// A strategy topic links the document to review.
    ///
    /// ## Why
    ///
    /// Strategy is best discussed over a page that both have read. Writing it down shows the holes
    /// before the meeting does, and it can be passed on afterwards.
    ///
    /// Only topics that propose something are judged.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Strategy
    /// - We should offer the rota to dentists; 31 of our 412 homes work with one. Does that fit the
    ///   plans for next year?
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Strategy
    /// - I propose that we stop the fax import in May, only 12 homes use it. Who else should agree?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Strategy
    /// - We should offer the rota to dentists; 31 of our 412 homes work with one
    ///   ([two pages](https://example.com/dentists)). Does that fit the plans for next year?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Strategy
    /// - We should offer the rota to dentists, see [[Rota for dentists]]
    /// - Nothing else
    /// ```
    StrategyWithoutDoc, "strategy-without-doc" {
        group: Strategy, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for StrategyWithoutDoc {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for topic in strategy_topics(cx) {
            let proposal = topic.signals().first(Signal::Proposal);
            if let Some(proposal) = proposal.filter(|_| !topic.has_links()) {
                out.report(topic.head(), "this proposal links no document to review")
                    .label(proposal, "the proposal")
                    .help("write it down, if only in one page, and link it here");
            }
        }
    }
}
