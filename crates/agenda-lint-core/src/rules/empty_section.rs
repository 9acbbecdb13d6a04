//! A heading with nothing under it.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{is_ahead, is_filled_live, named, newline, quote},
};
use crate::{
    diagnostic::Sink,
    document::{Heading, Section},
    text::{Edit, SourceFile},
};

declare_rule! {
    /// A section says something, if only "none".
    ///
    /// ## Why
    ///
    /// An empty section leaves a reader to guess: was there nothing, or is it still to come? A
    /// word settles it, and taking the heading out does too.
    ///
    /// Sections that are filled during the meeting (actions, notes, decisions, feedback) may be
    /// empty until it is over, and "Any other topics" always. `--unsafe-fixes` writes "None".
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    ///
    /// ### Updates
    ///
    /// - Sign-ups rose to 44 a week
    ///
    /// ### Advice
    ///
    /// ### Notes
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
    /// - None
    ///
    /// ### Notes
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-02-23
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// ### Notes
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// ### Advice
    /// None this week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Discussion
    /// #### Advice
    /// - Please sign the travel form
    /// ```
    EmptySection, "empty-section" {
        group: Structure, severity: Info, minimal: false,
        fix: Unsafe, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for EmptySection {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for meeting in cx.agenda() {
            let live = is_ahead(cx, meeting);
            let owes_words = |section: &&Section| {
                let may_be_empty = || is_catch_all(section) || live && is_filled_live(section.kind);
                is_empty(section) && !may_be_empty()
            };
            for section in named(meeting).filter(owes_words) {
                report(&cx.file.file, section, out);
            }
        }
    }
}

/// A place for what fits nowhere else, such as "Any other topics": nothing in it says just that.
fn is_catch_all(section: &Section) -> bool {
    let title = section.title().to_lowercase();
    ["other", "aob", "parking lot"].iter().any(|name| title.contains(name))
}

/// Whether nothing stands below the heading, other sections included.
fn is_empty(section: &Section) -> bool {
    let ends = |heading: &Heading| heading.span.end() >= section.span.end();
    section.items.is_empty() && section.heading.as_ref().is_some_and(ends)
}

fn report(file: &SourceFile, section: &Section, out: &mut Sink<'_>) {
    let Some(heading) = &section.heading else { return };
    let newline = newline(file);
    let edit = Edit::insert(heading.span.end(), format!("{newline}{newline}- None"));
    let finding = out.report(heading.span, format!("nothing stands under {}", quote(&heading.text)));
    finding.help("write what belongs there, or \"none\", or take the heading out");
    if heading.level <= 6 {
        finding.unsafe_fix("write \"None\"", vec![edit]);
    }
}
