//! A task of which nobody could tell when it is done.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Lack, not_silenced, open_tasks, report_lacking},
};
use crate::diagnostic::Sink;

declare_rule! {
    /// An action says what is done when it is done.
    ///
    /// ## Why
    ///
    /// "Roadmap" is a topic, and "think about the offsite" never ends. "Send Kate three dates for
    /// the offsite" can be ticked off.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - Roadmap
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Kate: think about the offsite
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Kate: send Sam three dates for the offsite
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Roadmap
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Stand
    /// - Schema-Registry: habe einen Entwurf für die Regeln geschrieben, bisher nur zwei Kommentare.
    /// ### Aufgaben
    /// - Kate: Übergabe bis Freitag
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// | Action | Owner | Due |
    /// |---|---|---|
    /// | Letter to the landlord | Kate | 6 March |
    /// | Yes or no on the rental | Sam | 9 March |
    /// ```
    VagueAction, "vague-action" {
        group: Actions, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for VagueAction {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        const LACK: Lack = Lack {
            before: "one cannot tell when ",
            one: " is done",
            more: " are done",
            help: "open with a verb, and name what will be there: \"send Kate …\", \"decide whether …\"",
        };
        for meeting in cx.agenda() {
            let vague = open_tasks(cx, meeting, |task| task.vague);
            let vague = not_silenced(cx, vague.map(|(item, _)| item), &LACK, out);
            report_lacking(cx, &vague, &LACK, out);
        }
    }
}
