//! A proposal without a question.

use super::{Context, Rule, declare::declare_rule, support::strategy_topics};
use crate::{analysis::Topic, diagnostic::Sink, language::Signal};

declare_rule! {
    /// A strategy topic asks something specific.
    ///
    /// ## Why
    ///
    /// "Thoughts?" after a proposal brings the first that come. "Does it fit what the board wants?"
    /// or "who else should read it?" brings what only your manager knows.
    ///
    /// Only topics that propose something are judged.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Strategy
    /// - I propose that we stop the fax import ([paper](https://example.com/fax)): 12 of 412 homes
    ///   still use it.
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Strategy
    /// - We should offer the rota to dentists, 31 of our homes work with one
    ///   ([two pages](https://example.com/dentists)). Thoughts?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Strategy
    /// - I propose that we stop the fax import ([paper](https://example.com/fax)): 12 of 412 homes
    ///   still use it. Who else should agree before I announce it?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Strategy
    /// - The board met on Monday
    /// ```
    StrategyWithoutQuestion, "strategy-without-question" {
        group: Strategy, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for StrategyWithoutQuestion {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for topic in strategy_topics(cx).filter(|topic| !asks_something_specific(topic)) {
            let Some(proposal) = topic.signals().first(Signal::Proposal) else { continue };
            let vague = topic.signals().first(Signal::VagueAsk);
            let message = match vague {
                Some(_) => "this proposal asks for thoughts on nothing in particular",
                None => "this proposal comes without a question",
            };
            let finding = out.report(topic.head(), message);
            finding.label(proposal, "the proposal");
            if let Some(ask) = vague {
                finding.label(ask, "the ask");
            }
            finding.help("ask what only your manager knows: does it fit the plans, who decides, who else should read it?");
        }
    }
}

/// Whether there is an ask besides the vague ones, which count among the asks too.
fn asks_something_specific(topic: &Topic<'_>) -> bool {
    let signals = topic.signals();
    signals.all(Signal::Ask).count() > signals.all(Signal::VagueAsk).count()
}
