//! A career goal without a step towards it.

use super::{Context, Rule, declare::declare_rule, support::goal_of};
use crate::{analysis::Topic, diagnostic::Sink, language::Signal};

declare_rule! {
    /// A career topic with a goal shows a plan, or a step that was taken.
    ///
    /// ## Why
    ///
    /// A goal with two conversations behind it and a page of plan is one that a manager can help
    /// with. A goal alone asks them to make the plan.
    ///
    /// A topic without a goal is for `career-without-goal`.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Career
    /// - I want to lead a second squad by autumn. Is that realistic?
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Career
    /// - I want to become a staff engineer. What do you think is missing?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Career
    /// - My goal is to lead a second squad by autumn. I wrote a growth plan with Ines. Which of my
    ///   gaps would you close first?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Career
    /// - I want to lead a second squad by autumn, and wrote a [plan](https://example.com/plan).
    ///   Are there items missing?
    /// ```
    CareerWithoutPlan, "career-without-plan" {
        group: Career, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for CareerWithoutPlan {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let has_step = |topic: &Topic<'_>| {
            topic.has(Signal::Plan) || topic.has(Signal::Evidence) || topic.has_links()
        };
        for talk in cx.career_talks().filter(|talk| !talk.iter().any(has_step)) {
            if let Some((topic, goal)) = goal_of(talk) {
                out.report(topic.head(), "this goal has no plan yet, and no step that was taken")
                    .label(goal, "the goal")
                    .help("say what you have done towards it, or link your plan; two conversations are a start");
            }
        }
    }
}
