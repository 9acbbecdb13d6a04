//! A career topic that asks nothing.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Words, goal_of},
};
use crate::{analysis::Topic, diagnostic::Sink, language::Signal};

declare_rule! {
    /// A career topic with a goal asks something of your manager.
    ///
    /// ## Why
    ///
    /// A manager who reads a goal may nod and move on. "Are there items missing from the plan?" or
    /// "could you introduce me to Farah?" gives them a part in it.
    ///
    /// A topic without a goal is for `career-without-goal`. What you are not sure of counts as a question.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Career
    /// - I want to lead a second squad by autumn. I asked Ines how she made that step.
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Career
    /// - I want to become a staff engineer; here is my [plan](https://example.com/plan)
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Career
    /// - I want to lead a second squad by autumn. I asked Ines how she made that step. Which of my
    ///   gaps would you close first?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Career
    /// - I want to become a staff engineer; here is my [plan](https://example.com/plan)
    ///   - Please tell me what is missing
    /// ```
    CareerWithoutQuestion, "career-without-question" {
        group: Career, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

/// Words that leave something open which asks for an answer as a question does.
static OPEN: Words<'_> = Words::new(&[
    "know what", "know how", "know whether", "know if", "know which", "not sure", "unsure", "unclear", "i wonder", "wondering",
    "understand what", "no idea", "your view", "your read", "your opinion", "proposal", "need your", "let me know",
]);

impl Rule for CareerWithoutQuestion {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let asks = |topic: &Topic<'_>| topic.has(Signal::Ask);
        for talk in cx.career_talks().filter(|talk| !talk.iter().any(asks)) {
            if let Some((topic, goal)) = goal_of(talk)
                && !OPEN.stand_alone_in(topic.text())
            {
                out.report(topic.head(), "this goal comes without a question")
                    .label(goal, "the goal")
                    .help("ask what you would like to hear: what is missing, who could help, what to do first");
            }
        }
    }
}
