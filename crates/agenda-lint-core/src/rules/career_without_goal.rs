//! A career topic without a goal.

use super::{Context, Rule, declare::declare_rule, support::quoted};
use crate::{analysis::Topic, diagnostic::Sink, language::Signal};

declare_rule! {
    /// A career topic names what you want to reach.
    ///
    /// ## Why
    ///
    /// "Can we talk about my career?" starts a talk in which your manager guesses. A role, a level
    /// or a skill that you name gives them something to open doors for, and it may change later.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Career
    /// - Can we talk about my career?
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Growth
    /// - Promotion
    /// - Mentoring
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Career
    /// - I want to become an engineering manager by next spring. I have talked to Ines about how
    ///   she got there, and run the planning since January. What is missing?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Career
    /// - None this week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Career
    /// - My self-assessment is in [the draft](https://example.com/draft)
    /// - I want to become an engineering manager by next spring. I run the planning since January. What
    ///   is missing?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Career
    /// - I applied for the product leadership course in September, it needs your signature
    /// ```
    CareerWithoutGoal, "career-without-goal" {
        group: Career, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for CareerWithoutGoal {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for talk in cx.career_talks() {
            if !talk.iter().any(|topic| topic.has(Signal::Goal) || is_concrete(topic)) {
                let topic = talk[0];
                out.report(topic.head(), quoted("", topic.text(), " names no goal"))
                    .help("say what you want to reach and by when: a role, a level, a skill, a kind of work");
            }
        }
    }
}

/// Whether a step is being taken, or a question asked about steps that were: what it is for goes without saying.
fn is_concrete(topic: &Topic<'_>) -> bool {
    let asks = topic.has(Signal::Ask) && !topic.has(Signal::VagueAsk);
    topic.has(Signal::Plan) || topic.has(Signal::Evidence) && asks
}
