//! An agenda without one of its two halves.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{DISCUSSION, follows_template, head, is_ahead, named, Part, parts},
};
use crate::{
    diagnostic::Sink,
    document::{Meeting, SectionKind},
};

declare_rule! {
    /// An agenda has a section for updates and one for discussion.
    ///
    /// ## Why
    ///
    /// Ten minutes of updates keep a manager informed; the other twenty, on advice, career or
    /// strategy, are what only this meeting can give you. An agenda that leaves out one half tends
    /// to lose it for good.
    ///
    /// Silent in documents that follow another plan: some meeting must have two of the sections
    /// updates, discussion, advice, career and strategy, under whatever names. Silent as well on updates where a section
    /// of a name that is not known stands before the discussion, since it may hold them.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - Please sign the travel form
    /// ### Career
    /// - Please read my growth plan
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// ### Action items
    /// - Send the slides
    ///
    /// ## 2026-02-16
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// ### Advice
    /// - Please sign the travel form
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// ### Strategy
    /// - Please read the paper on home care
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Matters and targets
    /// - Two of five claims are settled
    /// ### Advice
    /// - Please sign the travel form
    /// ### Career
    /// - Please read my growth plan
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Kubernetes
    /// - Two nodes are gone
    /// ### Offsite
    /// - Room is booked
    /// ```
    MissingSection, "missing-section" {
        group: Structure, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for MissingSection {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        if !follows_template(cx) {
            return;
        }
        for meeting in cx.agenda().filter(|meeting| is_ahead(cx, meeting) && named(meeting).next().is_some()) {
            let holds = |wanted: Part| parts(cx, meeting).any(|part| part == wanted);
            let has_updates = has(meeting, &[SectionKind::Updates]) || holds(Part::Update);
            let has_discussion = has(meeting, &DISCUSSION) || holds(Part::Discussion);
            if has_discussion && !has_updates && !opens_with_unknown(meeting) {
                out.report(head(cx, meeting), "this meeting has no section for updates")
                    .help(format!("open with ten minutes of updates: `{}`", heading(meeting, "Updates")));
            }
            // An agenda with updates and nothing else is for `only-updates`.
            if has_updates && !has_discussion && !holds(Part::Update) {
                out.report(head(cx, meeting), "this meeting has no section for discussion").help(format!(
                    "add what you would like to discuss: `{}`, `{}` or `{}`",
                    heading(meeting, "Advice"),
                    heading(meeting, "Career"),
                    heading(meeting, "Strategy")
                ));
            }
        }
    }
}

fn has(meeting: &Meeting, kinds: &[SectionKind]) -> bool {
    meeting.sections.iter().any(|section| kinds.contains(&section.kind))
}

/// Whether something stands under a name that is not known before the discussion.
fn opens_with_unknown(meeting: &Meeting) -> bool {
    let before = meeting.sections.iter().take_while(|section| !DISCUSSION.contains(&section.kind));
    before.into_iter().any(|section| {
        section.heading.is_some() && section.kind == SectionKind::Other && !section.items.is_empty()
    })
}

/// A heading as the meeting writes its others.
fn heading(meeting: &Meeting, name: &str) -> String {
    let level = named(meeting).find_map(|section| Some(section.heading.as_ref()?.level)).unwrap_or(2);
    match level {
        1..=6 => format!("{} {name}", "#".repeat(usize::from(level))),
        _ => name.to_owned(),
    }
}
