//! A proposal without a figure.

use super::{Context, Rule, declare::declare_rule, support::strategy_topics};
use crate::{diagnostic::Sink, language::Signal};

declare_rule! {
    /// A proposal says how large it is, or what speaks for it.
    ///
    /// ## Why
    ///
    /// "A market of 900 agencies, and seven have asked for it" is a case; "we should do it" is a
    /// taste. A rough figure is enough to decide whether to look closer.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Strategy
    /// - We should offer the rota to dentists ([paper](https://example.com/dentists)). Does that fit
    ///   the plans for next year?
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Strategy
    /// - I propose that we stop the fax import ([paper](https://example.com/fax)). Who else should
    ///   agree?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Strategy
    /// - I propose that we stop the fax import ([paper](https://example.com/fax)). Our data shows
    ///   that 12 of 412 homes still use it. Who else should agree?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Strategy
    /// - We should offer the rota to agencies; the survey says that 31 of our homes share one
    /// ```
    StrategyWithoutEvidence, "strategy-without-evidence" {
        group: Strategy, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for StrategyWithoutEvidence {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let unproven = |topic: &crate::analysis::Topic<'_>| !topic.has(Signal::Evidence) && !topic.has(Signal::Size);
        for topic in strategy_topics(cx).filter(unproven) {
            if let Some(proposal) = topic.signals().first(Signal::Proposal) {
                out.report(topic.head(), "this proposal says neither how large it is nor what speaks for it")
                    .label(proposal, "the proposal")
                    .help("add a figure: how many, how much, how often; or what you have seen or heard");
            }
        }
    }
}
