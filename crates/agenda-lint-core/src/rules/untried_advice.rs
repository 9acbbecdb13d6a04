//! An ask before the first attempt.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Ask, Slot},
};
use crate::{diagnostic::Sink, language::Signal};

declare_rule! {
    /// Somebody who asks for advice has tried something first.
    ///
    /// ## Why
    ///
    /// Even an attempt that fails teaches what the problem is, and it shows a manager that you
    /// need their experience rather than their time. Where trying would be unwise, say why: that
    /// is worth discussing too.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - Since January the night shift skips our digest and calls the hotline instead. I haven't
    ///   tried anything yet. How would you reach them?
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - In planning, Finance blocks every request because they see it too late. What would you do?
    ///   - Tried: nothing yet
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// - Since January the night shift skips our digest and calls the hotline instead. I moved it
    ///   to Thursday, with no effect. How would you reach them?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// - In planning, Finance blocks every request because they see it too late. I have tried
    ///   nothing apart from one reminder, which nobody answered. What would you do?
    /// ```
    UntriedAdvice, "untried-advice" {
        group: Advice, severity: Warning, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for UntriedAdvice {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for topic in cx.asks(Ask::Untried) {
            let finding = out.report(topic.head(), "this asks for advice before anything was tried");
            for slot in [Slot::Situation, Slot::Problem] {
                if let Some(span) = topic.signals().first(slot.signal()) {
                    finding.label(span, slot.found());
                }
            }
            if let Some(span) = topic.signals().first(Signal::Untried) {
                finding.label(span, "nothing tried yet");
            }
            finding.help(
                "try one thing before the meeting and write down what came of it, or say why trying would be unwise",
            );
        }
    }
}
