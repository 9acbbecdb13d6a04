//! Discussion before the updates.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{is_ahead, move_block, named, quote},
};
use crate::{
    diagnostic::Sink,
    document::{Meeting, Section, SectionKind},
};

declare_rule! {
    /// Updates come before the discussion.
    ///
    /// ## Why
    ///
    /// Updates are short, and the discussion often needs what they say. In the other order, a
    /// discussion that runs late leaves your manager without the news.
    ///
    /// `--unsafe-fixes` moves the updates up.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    ///
    /// ### Advice
    ///
    /// - Please sign the travel form
    ///
    /// ### Updates
    ///
    /// - Sign-ups rose to 44 a week
    /// ```
    ///
    /// ```md,fixed
    /// ## 2026-03-02
    ///
    /// ### Updates
    ///
    /// - Sign-ups rose to 44 a week
    ///
    /// ### Advice
    ///
    /// - Please sign the travel form
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    ///
    /// **Strategy**
    ///
    /// - Please read the paper on home care
    ///
    /// **Updates**
    ///
    /// - Sign-ups rose to 44 a week
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
    /// ### Personal
    /// - Back from Wales
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// ```
    MisorderedSections, "misordered-sections" {
        group: Structure, severity: Info, minimal: false,
        fix: Unsafe, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for MisorderedSections {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for meeting in cx.agenda().filter(|meeting| is_ahead(cx, meeting)) {
            let Some((updates, discussion)) = misordered(meeting) else { continue };
            let (Some(late), Some(early)) = (&updates.heading, &discussion.heading) else { continue };
            let finding = out.report(late.span, format!("the updates come after {}", quote(&early.text)));
            finding.label(early.span, "the discussion begins here").help("put the updates first: they are short");
            if late.level == early.level
                && let Some(edits) = move_block(&cx.file.file, updates.span, discussion.span.start())
            {
                finding.unsafe_fix("move the updates up", edits);
            }
        }
    }
}

/// The updates, and the section of the discussion before which they should stand. What opens a talk
/// ("What's on your mind?") may come first.
fn misordered(meeting: &Meeting) -> Option<(&Section, &Section)> {
    let mut sections = named(meeting).filter(|section| section.parent.is_none() || !section.items.is_empty());
    let is_discussion = |section: &&Section| {
        matches!(section.kind, SectionKind::Advice | SectionKind::Career | SectionKind::Strategy)
            || section.title().to_lowercase().contains("discuss")
    };
    let first = sections.find(|section| section.kind == SectionKind::Updates || is_discussion(section))?;
    let updates = sections.find(|section| section.kind == SectionKind::Updates)?;
    let inside = first.span.contains(updates.span);
    (first.kind != SectionKind::Updates && !inside).then_some((updates, first))
}
