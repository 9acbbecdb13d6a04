//! An objective that no meeting names any more.

use jiff::{ToSpan, civil::Date};

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Judged, Period, head, objective_period, shown_day, window},
};
use crate::{
    analysis::{Place, registry::Registry},
    diagnostic::Sink,
};

declare_rule! {
    /// Every objective of the period is named every few weeks.
    ///
    /// ## Why
    ///
    /// An objective that nobody mentions has either been dropped without a word or is at risk without
    /// one. Both are worth a minute with your manager, before the review of the quarter finds out.
    ///
    /// Objectives are those of the config, of the file it names, or of a list in the notebook itself.
    /// Those of another period are left alone, and so is a notebook that is younger than `after`.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// # OKRs
    /// - O1: Homes get going on their own
    /// - O2: Families know who cares
    ///
    /// # 2026-03-02
    /// ## Updates
    /// - O1: sign-ups rose to 44 a week
    /// # 2026-02-02
    /// ## Updates
    /// - O1: sign-ups rose to 40 a week
    /// # 2026-01-05
    /// ## Updates
    /// - O2: seven homes opened the family page
    /// ```
    ///
    /// ```md,good
    /// # OKRs
    /// - O1: Homes get going on their own
    /// - O2: Families know who cares
    ///
    /// # 2026-03-02
    /// ## Updates
    /// - O1: sign-ups rose to 44 a week
    /// # 2026-02-02
    /// ## Updates
    /// - O2: seven homes opened the family page
    /// # 2026-01-05
    /// ## Updates
    /// - O1: sign-ups rose to 40 a week
    /// ```
    ///
    /// ```md,good
    /// # OKRs
    /// - O1: Homes get going on their own
    /// - O2: Families know who cares
    ///
    /// # 2026-03-02
    /// ## Updates
    /// - O1: sign-ups rose to 44 a week
    /// ```
    ///
    /// ```yaml,options
    /// after: 2w
    /// ```
    ///
    /// ```md,bad
    /// # OKRs
    /// - O1: Homes get going on their own
    ///
    /// # 2026-03-02
    /// ## Updates
    /// - Moved to the new office
    /// # 2026-02-23
    /// ## Updates
    /// - Packed for the new office
    /// # 2026-02-09
    /// ## Updates
    /// - O1: sign-ups rose to 40 a week
    /// ```
    NeglectedOkr, "neglected-okr" {
        group: Alignment, severity: Info, minimal: false,
        fix: None, scope: Notebook, reads: All, since: "0.1.0"
    }
    options {
        /// After which time without a mention.
        after: Period = Period::weeks(6),
    }
}

impl Rule for NeglectedOkr {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        if cx.file.agenda_places().is_empty() || cx.file.okrs().is_empty() {
            return;
        }
        let okrs = cx.file.okrs();
        let Some((judged, within)) = window(cx, self.after.days) else { return };
        let Ok(from) = judged.day.checked_sub(i64::from(self.after.days).days()) else { return };
        let mut named = vec![false; okrs.objectives().len()];
        for place in within {
            mark_named(cx, okrs, place, &mut named);
        }
        for (index, objective) in okrs.objectives().iter().enumerate().filter(|&(index, _)| !named[index]) {
            let period = objective.period.as_deref().and_then(objective_period);
            if period.is_some_and(|(start, end)| judged.day > end || from < start) {
                continue;
            }
            let last = last_named(cx, okrs, index, judged, period.map(|(start, _)| start));
            let last = last.map_or_else(String::new, |day| format!(", last on {}", shown_day(day, judged.day)));
            let message = format!("{} has not been named for {}{last}", named_as(okrs, index), self.after);
            out.report(head(cx, cx.workspace.meeting(judged.place)), message)
                .help("say in one line where it stands, or that it waits, and agree on that");
        }
    }
}

/// Marks the objectives that the topics of a meeting name, themselves or by a key result.
fn mark_named(cx: &Context<'_>, okrs: &Registry, place: Place, named: &mut [bool]) {
    for topic in cx.workspace.topics_of(place) {
        let goals = topic.okrs().iter().filter_map(|okr| okrs.resolve(okr.id.as_deref()?));
        goals.for_each(|goal| named[goal.objective] = true);
    }
}

/// When the objective was last named before, in its period or in half a year.
fn last_named(
    cx: &Context<'_>,
    okrs: &Registry,
    objective: usize,
    judged: Judged,
    start: Option<Date>,
) -> Option<Date> {
    let start = start.or_else(|| judged.day.checked_sub(26.weeks()).ok())?;
    let earlier = cx.workspace.meetings().meetings()[..judged.position].iter().rev();
    let mut named = vec![false; okrs.objectives().len()];
    let mut earlier = earlier.take_while(|(day, _)| *day >= start);
    let found = earlier.find(|(_, place)| {
        mark_named(cx, okrs, *place, &mut named);
        named[objective]
    });
    found.map(|(day, _)| *day)
}

/// An objective as a message names it.
fn named_as(okrs: &Registry, index: usize) -> String {
    let objective = &okrs.objectives()[index];
    if objective.title.is_empty() {
        return format!("`{}`", objective.id);
    }
    format!("`{}` ({})", objective.id, super::support::quote(&objective.title).trim_matches('`'))
}
