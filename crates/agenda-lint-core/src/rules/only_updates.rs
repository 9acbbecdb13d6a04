//! A meeting that is all status.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, head, is_ahead, Part, parts},
};
use crate::diagnostic::Sink;

declare_rule! {
    /// An agenda has something to discuss besides its updates.
    ///
    /// ## Why
    ///
    /// Updates can be read. What needs the two of you in a room is advice, your career, where the
    /// team should go: the better two thirds of the time.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// - The consent letter is with Legal
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// ### Advice
    /// - None this week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// ### Advice
    /// - Please sign the travel form
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Sign-ups rose to 44 a week
    /// - The consent letter is with Legal
    /// ```
    OnlyUpdates, "only-updates" {
        group: Structure, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for OnlyUpdates {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for meeting in cx.agenda().filter(|meeting| is_ahead(cx, meeting)) {
            let updates = parts(cx, meeting).take_while(|&part| part == Part::Update).count();
            if updates > 0 && parts(cx, meeting).nth(updates).is_none() {
                out.report(head(cx, meeting), format!("{} and nothing to discuss", count(updates, "update")))
                    .help("add what you would like advice on, a step in your career, or an idea for the team");
            }
        }
    }
}
