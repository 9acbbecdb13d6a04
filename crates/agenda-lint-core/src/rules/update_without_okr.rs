//! Work that serves no goal that is named.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, is_about_work, quoted},
};
use crate::{
    analysis::{Topic, okr},
    diagnostic::Sink,
    document::{Section, SectionKind},
};

declare_rule! {
    /// An update on a piece of work names the goal that it serves.
    ///
    /// ## Why
    ///
    /// A manager reads updates to see how the goals stand. "Shipped the wizard" leaves them to
    /// work out which goal that was for; "O1 KR2: shipped the wizard" does not, and it shows you
    /// at once when a week went into something that serves none.
    ///
    /// Coordination with people, admin and the planning of goals themselves owe no goal. Where no
    /// goals are known at all, there is one hint a meeting, which says how to list them.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// # OKRs
    /// ## O1: Homes get started on their own
    /// - KR1: 60 % publish a rota in the first week
    ///
    /// ## 2026-03-02
    /// ### Updates
    /// - Shipped the import wizard to all new homes
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Shipped the import wizard to all new homes
    /// - Started the migration of the print view
    /// ```
    ///
    /// ```md,good
    /// # OKRs
    /// ## O1: Homes get started on their own
    /// - KR1: 60 % publish a rota in the first week
    ///
    /// ## 2026-03-02
    /// ### Updates
    /// - O1 KR1: shipped the import wizard to all new homes
    /// ```
    ///
    /// ```md,good
    /// # OKRs
    /// ## O1: Homes get started on their own
    /// - KR1: 60 % publish a rota in the first week
    ///
    /// ## 2026-03-02
    /// ### Updates
    /// #### O1
    /// - Shipped the import wizard to all new homes
    /// #### Other
    /// - Aligned with Kate on the hiring plan
    /// - Drafted the OKRs for the next quarter
    /// - None this week
    /// ```
    UpdateWithoutOkr, "update-without-okr" {
        group: Updates, severity: Warning, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for UpdateWithoutOkr {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let mut loose = cx.topics_in(&[SectionKind::Updates]).filter(owes_a_goal).peekable();
        if !cx.file.okrs().is_empty() {
            for topic in loose {
                report(cx, &topic, out);
            }
            return;
        }
        while let Some(first) = loose.next() {
            let mut all = 1;
            while loose.next_if(|topic| topic.meeting().span == first.meeting().span).is_some() {
                all += 1;
            }
            hint(&first, all, out);
        }
    }
}

fn owes_a_goal(topic: &Topic<'_>) -> bool {
    is_about_work(topic) && topic.okrs().is_empty() && !stands_under_a_goal(topic)
}

/// Whether a heading above names the goal (`#### O1: …`).
fn stands_under_a_goal(topic: &Topic<'_>) -> bool {
    let sections = &topic.meeting().sections;
    let above = |section: &&Section| section.parent.and_then(|parent| sections.get(parent));
    let mut headings = std::iter::successors(Some(topic.section()), above).take(6);
    headings.any(|section| !okr::references(section.title()).is_empty())
}

fn report(cx: &Context<'_>, topic: &Topic<'_>, out: &mut Sink<'_>) {
    const SHOWN: usize = 3;
    let goals = cx.file.okrs().objectives().iter().take(SHOWN);
    let goals: Vec<String> = goals.map(|goal| format!("`{}` {}", goal.id, goal.title)).collect();
    out.report(topic.head(), quoted("", topic.text(), " names no goal that it serves"))
        .help(format!("name the goal in the line, for example {}", goals.join(", ")));
}

fn hint(first: &Topic<'_>, all: usize, out: &mut Sink<'_>) {
    let message = format!("{} without a goal, and no goals are listed anywhere", count(all, "update"));
    out.hint(first.head(), message).help(
        "list your goals once: in `okrs.yaml`, in the config under `okrs:`, or in this file under a heading `OKRs`, as \
         `## O1: …` with bullets `- KR1: …`; then name them in the updates, as in \"O1 KR1: …\"",
    );
}
