//! The objectives that a file itself lists, under a heading such as `OKRs`.

use crate::{
    document::{Item, Section, SectionKind},
    syntax::{BlockId, BlockKind, InlineKind, Prose, Tree},
    text::SourceFile,
};

use super::{
    Analysis,
    okr_list::{self, ListLine},
    registry::Registry,
};

/// The objectives outside of all meetings or, where there are none, of the first meeting that lists
/// some.
///
/// A list that keeps something from other eyes is not read: messages name goals, and of half a list no
/// goal can be said to be unknown.
pub(super) fn listed_in(analysis: &Analysis) -> Registry {
    let document = &analysis.document;
    let places =
        std::iter::once(&document.sections).chain(document.meetings.iter().map(|meeting| &meeting.sections));
    let mut lists = places
        .filter(|sections| {
            let mut lists = sections.iter().filter(|section| is_list(section)).peekable();
            lists.peek().is_some() && !lists.any(|section| analysis.has_private(section.span))
        })
        .map(|sections| read(&analysis.file, &analysis.tree, sections));
    lists.find(|registry| !registry.is_empty()).unwrap_or_default()
}

fn is_list(section: &Section) -> bool {
    section.kind == SectionKind::Okrs && !section.template
}

fn read(file: &SourceFile, tree: &Tree, sections: &[Section]) -> Registry {
    let mut lines: Vec<(String, usize, bool)> = Vec::new();
    for section in sections.iter().filter(|section| is_list(section)) {
        lines.extend(
            section.heading.iter().map(|heading| (heading.text.clone(), usize::from(heading.level), false)),
        );
        lines.extend(section.items.iter().map(|item| line(file, tree, item)));
    }
    let lines: Vec<ListLine<'_>> =
        lines.iter().map(|(text, depth, bold)| ListLine { text, depth: *depth, bold: *bold }).collect();
    Registry::new(okr_list::objectives(&lines))
}

fn line(file: &SourceFile, tree: &Tree, item: &Item) -> (String, usize, bool) {
    let words: Vec<BlockId> = match tree.block(item.block).kind {
        BlockKind::Item => tree.children(item.block).take(1).collect(),
        BlockKind::TableRow => tree.children(item.block).collect(),
        _ => vec![item.block],
    };
    let text: Vec<String> =
        words.iter().map(|&block| Prose::of(file, tree, block).text().to_owned()).collect();
    let bold = words.iter().all(|&block| is_bold(tree, block));
    (text.join(" | "), 10 + usize::from(item.depth), bold)
}

/// Whether the words of a block, if it has any, stand in bold.
fn is_bold(tree: &Tree, block: BlockId) -> bool {
    let inlines = tree.inlines(block);
    let ends = (inlines.first().map(|first| first.kind), inlines.last().map(|last| last.kind));
    matches!(ends, (None, None) | (Some(InlineKind::StrongStart), Some(InlineKind::StrongEnd)))
}
