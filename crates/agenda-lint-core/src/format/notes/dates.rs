//! The dates of meetings in one form: `2026-03-02`.

use rustc_hash::FxHashMap;

use crate::{
    analysis::Analysis,
    document::{Meeting, anchors, date::Precision},
    syntax::Tree,
    text::{Edit, SourceFile, Span, apply},
};

pub(super) fn rewrite(notes: &Analysis) -> Option<String> {
    let file = &notes.file;
    let edits: Vec<Edit> = notes.document.meetings.iter().filter_map(|meeting| date(file, meeting)).collect();
    if edits.is_empty() {
        return None;
    }
    let changed = file.with_text(apply(file.text(), [&edits[..]]).0);
    Some(with_links(file, &notes.tree, &changed))
}

/// The date of a meeting's heading, if it is one day that is written otherwise.
fn date(file: &SourceFile, meeting: &Meeting) -> Option<Edit> {
    let (heading, dated) = (meeting.heading.as_ref()?, meeting.date.as_ref()?);
    let day = dated.date.filter(|_| !meeting.template)?.to_string();
    let written = file.slice(dated.span);
    let is_clear = dated.precision == Precision::Day && dated.problem.is_none() && names_one_day(written);
    let is_inside = heading.span.contains(dated.span) && !dated.span.is_empty();
    (is_clear && is_inside && written != day).then(|| Edit::replace(dated.span, day))
}

/// Whether a date has a day, a month and a year at most: `2–4 March 2026` has another day.
fn names_one_day(written: &str) -> bool {
    let numbers = written.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    let has_name = written.chars().filter(|c| c.is_alphabetic()).count() > 2;
    numbers <= if has_name { 2 } else { 3 }
}

/// Links that led to a heading of `old` lead to the same heading of `changed`.
fn with_links(old: &SourceFile, old_tree: &Tree, changed: &SourceFile) -> String {
    let tree = Tree::parse(changed);
    let moved: FxHashMap<String, String> = in_order(old, old_tree)
        .into_iter()
        .zip(in_order(changed, &tree))
        .filter(|(old, new)| old != new)
        .collect();
    let edits: Vec<Edit> = tree
        .links_in(changed.span())
        .iter()
        .filter_map(|link| {
            let anchor = moved.get(link.target.strip_prefix('#')?)?;
            let start = link.span.start() + changed.slice(link.span).rfind("](#")? + "](#".len();
            let old = changed.text()[start..].split(')').next()?;
            Some(Edit::replace(Span::new(start, start + old.len()), anchor.as_str()))
        })
        .collect();
    apply(changed.text(), [&edits[..]]).0
}

/// The anchors of all headings.
fn in_order(file: &SourceFile, tree: &Tree) -> Vec<String> {
    anchors(file, tree).into_iter().map(|(_, anchor)| anchor).collect()
}
