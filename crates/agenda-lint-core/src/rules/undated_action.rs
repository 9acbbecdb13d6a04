//! A task without an end.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Lack, count, not_silenced, open_tasks, report_lacking},
};
use crate::diagnostic::Sink;

declare_rule! {
    /// An open action says by when it is done.
    ///
    /// ## Why
    ///
    /// What has no date is done after everything that has one. A rough date is enough: "before the
    /// planning week".
    ///
    /// Where no action of a meeting has a date, there is one finding for all of them. Questions owe no date, nor does what
    /// has time, `#someday …`, `…, no rush`, nor news in a box: `Ana passed her test`.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Kate: introduce Sam to the agency by 9 March
    /// - [ ] Sam: send the slides to the board
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Kate: introduce Sam to the agency
    /// - [ ] Sam: send the slides to the board
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Kate: introduce Sam to the agency by 9 March
    /// - [x] Sam: send the slides to the board
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: send the slides to the board by Friday
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    ///
    /// | Quoi | Qui | Quand |
    /// |---|---|---|
    /// | Send the guide to Tomasz | Kate | 6 March |
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// | What | Who |
    /// |---|---|
    /// | Send the guide to Tomasz by 6 March | Kate |
    /// ```
    UndatedAction, "undated-action" {
        group: Actions, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for UndatedAction {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        const LACK: Lack = Lack {
            before: "",
            one: " has no date",
            more: " have no date",
            help: "say by when, as in \"by Friday\" or \"(due 2026-03-06)\"; a rough date is enough",
        };
        for meeting in cx.agenda() {
            let undated = open_tasks(cx, meeting, |task| task.undated);
            let undated = not_silenced(cx, undated.map(|(item, _)| item), &LACK, out);
            let is_any_dated = || open_tasks(cx, meeting, |task| task.due.is_some()).next().is_some();
            match undated.as_slice() {
                [first, _, ..] if !is_any_dated() => {
                    let message = format!("none of {} says by when", count(undated.len(), "open action"));
                    out.report(first.span, message).help(LACK.help);
                }
                actions => report_lacking(cx, actions, &LACK, out),
            }
        }
    }
}
