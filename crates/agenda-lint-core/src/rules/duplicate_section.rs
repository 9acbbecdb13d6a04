//! Two sections of one name.

use std::hash::Hasher;

use rustc_hash::FxHasher;

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
            // Those that are the same come to stand together, in order.
            let mut sections: Vec<(Option<usize>, u64, &Section)> =
                named(meeting).map(|section| (section.parent, digest(section), section)).collect();
            sections.sort_by_key(|&(parent, digest, _)| (parent, digest));
            let is_same = |&(parent, digest, one): &(_, _, &Section), other: &(_, _, &Section)| {
                (parent, digest) == (other.0, other.1) && name(one) == name(other.2)
            };
            for same in sections.chunk_by(is_same) {
                let (_, _, first) = same[0];
                same[1..].iter().for_each(|(.., section)| report(cx, first, section, out));
            }
        }
    }
}

/// A number that sections of the same name share.
fn digest(section: &Section) -> u64 {
    let mut hasher = FxHasher::default();
    each_letter(section, |c| hasher.write_u32(u32::from(c)));
    hasher.finish()
}

fn name(section: &Section) -> String {
    let mut name = String::new();
    each_letter(section, |c| name.push(c));
    name
}

/// Calls `with` each letter of the words of the heading in lower case, and with a blank between two words.
fn each_letter(section: &Section, mut with: impl FnMut(char)) {
    let (mut begun, mut parted) = (false, false);
    for c in section.title().chars() {
        if !c.is_alphanumeric() {
            parted = begun;
            continue;
        }
        if std::mem::take(&mut parted) {
            with(' ');
        }
        begun = true;
        if c.is_ascii() {
            with(c.to_ascii_lowercase());
        } else {
            c.to_lowercase().for_each(&mut with);
        }
    }
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
