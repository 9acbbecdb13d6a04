//! A problem well told, with nothing asked.

use super::{Context, Rule, declare::declare_rule, support::Slot};
use crate::{
    analysis::Topic,
    diagnostic::Sink,
    document::SectionKind,
    language::{Signal, TopicKind},
};

declare_rule! {
    /// A topic that is told with its situation, problem and attempts ends in a question.
    ///
    /// ## Why
    ///
    /// A manager who reads a problem without a question does not know whether you want advice, a
    /// decision, or only to be heard. One sentence at the end settles it.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - Since the merger, two designers turn up to every review and contradict each other. I
    ///   asked them to agree beforehand, but they never did.
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - Review meetings
    ///   - Situation: since the merger, two designers join every review
    ///   - Problem: they contradict each other in front of the customer
    ///   - Tried: I asked them to agree beforehand, but they never did
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// - Since the merger, two designers turn up to every review and contradict each other. I
    ///   asked them to agree beforehand, but they never did. Should I invite only one of them?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Since the merger, two designers contradicted each other in every review (O1). I asked them
    ///   to agree beforehand, and last week they did.
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### What did you struggle with?
    /// - Since the merger, two designers turn up to every review and contradict each other. I
    ///   asked them to agree beforehand, but they never did.
    /// ```
    AdviceWithoutQuestion, "advice-without-question" {
        group: Advice, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for AdviceWithoutQuestion {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for topic in cx.topics_in(&[SectionKind::Advice]).filter(is_told_without_question) {
            let finding = out.report(topic.head(), "this tells a problem well, but asks nothing");
            for slot in Slot::ALL {
                if let Some(span) = topic.signals().first(slot.signal()) {
                    finding.label(span, slot.found());
                }
            }
            finding.help("end with what you would like to hear: \"would you …?\", \"should I … or …?\"");
        }
    }
}

fn is_told_without_question(topic: &Topic<'_>) -> bool {
    // "What did you struggle with?" asks the writer, and this is the answer.
    let answers = topic.section().heading.as_ref().is_some_and(|heading| heading.text.trim_end().ends_with('?'));
    !answers
        && matches!(topic.kind(), TopicKind::Advice | TopicKind::Other)
        && Slot::ALL.iter().all(|slot| topic.has(slot.signal()))
        && !topic.has(Signal::Ask)
}
