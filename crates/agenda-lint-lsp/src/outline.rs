//! The shape of a note: its meetings with their sections, to list and to fold.

use agenda_lint_core::{
    analysis::Analysis,
    document::{Heading, Meeting, Section},
    text::Span,
};
use gen_lsp_types::{DocumentSymbol, FoldingRange, FoldingRangeKind, Range, SymbolKind};

use crate::convert::Lines;

/// Every meeting with its sections, then the sections outside of meetings.
pub(crate) fn symbols(analysis: &Analysis, lines: Lines<'_>) -> Vec<DocumentSymbol> {
    let document = &analysis.document;
    let mut found: Vec<(usize, DocumentSymbol)> = Vec::new();
    for meeting in &document.meetings {
        found.push((meeting.span.start(), of_meeting(meeting, lines)));
    }
    for section in &document.sections {
        found.extend(of_section(section, lines).map(|symbol| (section.span.start(), symbol)));
    }
    found.sort_by_key(|(start, _)| *start);
    found.into_iter().map(|(_, symbol)| symbol).collect()
}

fn of_meeting(meeting: &Meeting, lines: Lines<'_>) -> DocumentSymbol {
    let day = meeting.day().map(|day| day.to_string());
    let title = meeting.heading.as_ref().map(|heading| heading.text.clone());
    let name = title.filter(|title| !title.trim().is_empty()).or_else(|| day.clone());
    let name = name.unwrap_or_else(|| "meeting".to_owned());
    let detail = if meeting.template { Some("a form".to_owned()) } else { day };
    let sections = meeting.sections.iter().filter_map(|section| of_section(section, lines)).collect();
    let (whole, heading) = places(meeting.span, meeting.heading.as_ref(), lines);
    DocumentSymbol::new(name, detail, SymbolKind::Event, None, None, whole, heading, Some(sections))
}

/// A section that has a heading.
fn of_section(section: &Section, lines: Lines<'_>) -> Option<DocumentSymbol> {
    let heading = section.heading.as_ref()?;
    let is_empty = heading.text.trim().is_empty();
    let name = if is_empty { section.kind.name() } else { &heading.text };
    let detail = Some(section.kind.name().to_owned());
    let (whole, heading) = places(section.span, Some(heading), lines);
    Some(DocumentSymbol::new(
        name.to_owned(),
        detail,
        SymbolKind::Namespace,
        None,
        None,
        whole,
        heading,
        None,
    ))
}

/// The range of the whole and that of its heading, which lies inside the whole, as editors demand.
fn places(span: Span, heading: Option<&Heading>, lines: Lines<'_>) -> (Range, Range) {
    let heading = heading.map_or(Span::empty(span.start()), |heading| heading.span);
    (lines.range(span.cover(heading)), lines.range(heading))
}

/// The meetings and sections of more than one line.
pub(crate) fn folds(analysis: &Analysis, lines: Lines<'_>) -> Vec<FoldingRange> {
    let document = &analysis.document;
    let sections = document.meetings.iter().flat_map(|meeting| &meeting.sections).chain(&document.sections);
    let sections = sections.filter(|section| section.heading.is_some()).map(|section| section.span);
    let meetings = document.meetings.iter().map(|meeting| meeting.span);
    let mut folds: Vec<FoldingRange> = meetings
        .chain(sections)
        .map(|span| lines.range(span))
        .filter(|range| range.start.line < range.end.line)
        .map(|range| FoldingRange {
            start_line: range.start.line,
            end_line: range.end.line,
            kind: Some(FoldingRangeKind::Region),
            ..FoldingRange::default()
        })
        .collect();
    folds.sort_by_key(|fold| (fold.start_line, fold.end_line));
    folds.dedup_by_key(|fold| (fold.start_line, fold.end_line));
    folds
}
