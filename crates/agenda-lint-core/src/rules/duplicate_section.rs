//! Two sections of one name.

use std::ops::Range;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{named, newline, quote, whole_lines, with_blank_lines},
};
use crate::{
    diagnostic::Sink,
    document::Section,
    text::{Edit, SourceFile, Span},
};

declare_rule! {
    /// A meeting has one section of a name.
    ///
    /// ## Why
    ///
    /// Of two lists of the same name one is overlooked, most often the second. Two people who
    /// write into one note at the same time easily end up with both.
    ///
    /// `--unsafe-fixes` moves what stands in the second to the end of the first.
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
    /// ### Notes
    ///
    /// - Kate is away in April
    ///
    /// ### Updates
    ///
    /// - The consent letter is with Legal
    /// ```
    ///
    /// ```md,fixed
    /// ## 2026-03-02
    ///
    /// ### Updates
    ///
    /// - Sign-ups rose to 44 a week
    /// - The consent letter is with Legal
    ///
    /// ### Notes
    ///
    /// - Kate is away in April
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: send the slides
    /// ### Action items:
    /// - [ ] Kate: call Legal
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### What did you struggle with?
    /// - The export is slow
    /// ### Where do you need help?
    /// - Please sign the travel form
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Sam
    /// #### Updates
    /// - Sign-ups rose to 44 a week
    /// ### Kate
    /// #### Updates
    /// - Board met on Monday
    /// ```
    DuplicateSection, "duplicate-section" {
        group: Structure, severity: Warning, minimal: false,
        fix: Unsafe, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for DuplicateSection {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for meeting in cx.agenda() {
            // All names stand in one text; those that are the same come to stand together, in order.
            let mut names = String::with_capacity(32 * meeting.sections.len());
            let mut sections: Vec<(Option<usize>, Range<usize>, &Section)> =
                named(meeting).map(|section| (section.parent, add_name(section, &mut names), section)).collect();
            sections.sort_by(|(one, name, _), (other, also, _)| {
                (one, &names[name.clone()]).cmp(&(other, &names[also.clone()]))
            });
            let is_same = |one: &(Option<usize>, Range<usize>, _), other: &(Option<usize>, Range<usize>, _)| {
                one.0 == other.0 && names[one.1.clone()] == names[other.1.clone()]
            };
            for same in sections.chunk_by(is_same) {
                let (_, _, first) = same[0];
                same[1..].iter().for_each(|(.., section)| report(cx, first, section, out));
            }
        }
    }
}

/// Adds the words of the heading in lower case, without punctuation, to `names`. Returns where they stand.
fn add_name(section: &Section, names: &mut String) -> Range<usize> {
    let start = names.len();
    for c in section.title().chars() {
        if c.is_ascii_alphanumeric() {
            names.push(c);
        } else if c.is_alphanumeric() {
            names.extend(c.to_lowercase());
        } else if names.len() > start && !names.ends_with(' ') {
            names.push(' ');
        }
    }
    names.truncate(names.trim_end_matches(' ').len().max(start));
    names[start..].make_ascii_lowercase();
    start..names.len()
}

fn report(cx: &Context<'_>, first: &Section, second: &Section, out: &mut Sink<'_>) {
    let (Some(kept), Some(double)) = (&first.heading, &second.heading) else { return };
    let finding = out.report(double.span, format!("there is a section {} already", quote(&kept.text)));
    finding.label(kept.span, "the first one").help("keep one list, so that nothing is overlooked");
    if let Some(edits) = merge(&cx.file.file, first, second) {
        finding.unsafe_fix("move these items to the first section", edits);
    }
}

/// Moves what stands in the second section to the end of the first, and takes its heading away.
/// None where something nests in either, or where the first holds nothing to add to.
fn merge(file: &SourceFile, first: &Section, second: &Section) -> Option<Vec<Edit>> {
    let plain = |section: &Section| -> Option<Span> {
        let (one, last) = (section.items.first()?, section.items.iter().rfind(|item| item.depth == 0)?);
        (last.span.end() == section.span.end()).then(|| one.span.cover(last.span))
    };
    let (into, from) = (plain(first)?, plain(second)?);
    let same_marker = file.slice(into).chars().next() == file.slice(from).chars().next();
    let moved = file.slice(whole_lines(file, from)).trim_end();
    let text = format!("{}{moved}", if same_marker { newline(file).to_owned() } else { newline(file).repeat(2) });
    let gone = with_blank_lines(file, whole_lines(file, second.span));
    Some(vec![Edit::insert(into.end(), text), Edit::delete(gone)])
}
