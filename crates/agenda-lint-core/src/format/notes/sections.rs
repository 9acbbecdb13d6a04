//! The sections of a meeting in the order of the template: updates, discussion, decisions, notes,
//! actions.

use std::ops::Range;

use crate::{
    analysis::Analysis,
    document::{Meeting, Section, SectionKind},
    text::{Edit, SourceFile, Span, apply},
};

/// The deepest of Markdown's own headings; deeper ones are bold lines, labels and bullets.
const DEEPEST: u8 = 6;

pub(super) fn rewrite(notes: &Analysis) -> Option<String> {
    let meetings = notes.document.meetings.iter().filter(|meeting| !meeting.template);
    let edits: Vec<Edit> = meetings.filter_map(|meeting| sorted(&notes.file, meeting)).collect();
    (!edits.is_empty()).then(|| apply(notes.file.text(), [&edits[..]]).0)
}

/// The meeting's sections in order, if they are not and can be moved whole.
fn sorted(file: &SourceFile, meeting: &Meeting) -> Option<Edit> {
    let sections: Vec<_> = meeting.sections.iter().filter(|section| section.parent.is_none()).collect();
    let levels =
        || sections.iter().filter_map(|section| section.heading.as_ref()).map(|heading| heading.level);
    let level = levels().next().filter(|&level| level <= DEEPEST)?;
    if !levels().all(|other| other == level) {
        return None;
    }
    let end = file.line_span(file.line_index(meeting.span.end().saturating_sub(1))).end();
    let groups = groups(file, &sections, end);
    if groups.is_sorted_by_key(|(rank, _)| *rank) {
        return None;
    }
    let region = Span::new(groups.first()?.1.start, end);
    let text = file.slice(region);
    // A comment may begin in one section and end in another.
    if text.contains("<!--") {
        return None;
    }
    let mut order: Vec<_> = groups.iter().collect();
    order.sort_by_key(|(rank, _)| *rank);
    let parts: Vec<_> =
        order.into_iter().map(|(_, range)| file.slice(range.clone().into()).trim_end()).collect();
    let tail = &text[text.trim_end().len()..];
    Some(Edit::replace(region, parts.join("\n\n") + tail))
}

/// The lines of the sections, each with its rank; one of no known kind goes with the one before it.
fn groups(file: &SourceFile, sections: &[&Section], end: usize) -> Vec<(usize, Range<usize>)> {
    let mut groups: Vec<(usize, Range<usize>)> = Vec::new();
    for section in sections {
        let Some(heading) = &section.heading else { continue };
        let start = file.line_span(file.line_index(heading.span.start())).start();
        let rank = rank(section.kind).filter(|_| section.named);
        match (rank, groups.last_mut()) {
            (None, Some(_)) => {}
            (rank, last) => {
                if let Some((_, range)) = last {
                    range.end = start;
                }
                groups.push((rank.unwrap_or_default(), start..end));
            }
        }
    }
    groups
}

fn rank(kind: SectionKind) -> Option<usize> {
    const TEMPLATE: [SectionKind; 9] = [
        SectionKind::Updates,
        SectionKind::Discussion,
        SectionKind::Advice,
        SectionKind::Career,
        SectionKind::Strategy,
        SectionKind::Feedback,
        SectionKind::Decisions,
        SectionKind::Notes,
        SectionKind::Actions,
    ];
    TEMPLATE.iter().position(|known| *known == kind)
}
