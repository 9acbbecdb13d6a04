//! A task whose day has passed.

use jiff::civil::Date;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{open_tasks, quoted_item},
};
use crate::{analysis::Action, diagnostic::Sink, document::Meeting};

declare_rule! {
    /// An open action is due today or later.
    ///
    /// ## Why
    ///
    /// A date that passes in silence teaches both of you that dates mean little. Do it, move it or
    /// drop it, and say so.
    ///
    /// The meeting that is judged is read; what an earlier one left open and nobody carried over is
    /// for `dropped-action` to say. Only tasks with a box, or with a state in their table, count: of others
    /// nobody can tell whether they are done.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: chase the Brookhaven contract by 2026-02-20
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: send the interview notes from Whitby to Tomasz (due 27 February)
    ///
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Sam: interview notes from Whitby to Tomasz by 27 February
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// | # | What | Who | Until | State |
    /// |---|---|---|---|---|
    /// | 7 | Chase the Brookhaven contract | Sam | 2026-02-20 | started |
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// | What | Who | Until | State |
    /// |---|---|---|---|
    /// | Chase the Brookhaven contract | Sam | 2026-02-20 | done 19 Feb |
    /// | Send the slides to Tomasz | Sam | 2026-02-20 | Sent. |
    /// | Book the room | Kate | 2026-02-20 | moved to April |
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [x] Sam: chase the Brookhaven contract by 2026-02-20
    /// - [ ] Kate: ask Farah for the list by 2026-03-02
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: send the interview notes from Whitby to Tomasz (due 9 March)
    ///
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Sam: interview notes from Whitby to Tomasz by 27 February
    /// ```
    OverdueAction, "overdue-action" {
        group: Actions, severity: Warning, minimal: false,
        fix: None, scope: File, reads: All, since: "0.1.0"
    }
}

impl Rule for OverdueAction {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let Some(today) = cx.today() else { return };
        for meeting in cx.agenda() {
            report(cx, meeting, today, out);
        }
    }
}

fn report(cx: &Context<'_>, meeting: &Meeting, today: Date, out: &mut Sink<'_>) {
    let due = |task: &Action| task.due.as_ref().and_then(|due| Some((due.span, due.date()?)));
    // Who ticks nothing off may well have done it.
    let is_late = |task: &Action| task.tracked && due(task).is_some_and(|(_, day)| day < today);
    for (item, task) in open_tasks(cx, meeting, is_late) {
        let Some((due, day)) = due(task) else { continue };
        let days = (today - day).get_days();
        let late = if days == 1 { " was due yesterday" } else { &format!(" was due {days} days ago") };
        out.report(item.span, quoted_item(cx, "", item, late))
            .label(due, "the date")
            .help("tick it off, give it a new date, or drop it");
    }
}
