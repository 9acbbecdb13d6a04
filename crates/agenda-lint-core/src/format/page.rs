//! The whole page: its blocks one after the other, and the blank lines between them.

use std::ops::Range;

use crate::{
    syntax::{BlockId, BlockKind, Tree},
    text::SourceFile,
};

use super::{
    config::FormatConfig,
    proposal::{Pass, Proposal},
    protected,
    walk::Walk,
};

/// What stands above a gap, or below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    /// The beginning or the end of the file.
    File,
    FrontMatter,
    /// A block whose neighbourhood is tidied.
    Block(BlockKind),
    /// A block that is left alone, with the blank lines after it.
    Left,
}

/// All changes that the passes propose, sorted and disjoint.
pub(super) fn propose(file: &SourceFile, tree: &Tree, config: &FormatConfig) -> Vec<Proposal> {
    let mut walk = Walk::new(file, tree, config);
    let regions = protected::regions(file, tree);
    let mut regions = regions.iter().peekable();
    let body = tree.front_matter().map_or(0, |yaml| file.line_index(yaml.end()) + 1);
    walk.front_matter(body);
    walk.shy_of_hyphens =
        body == 0 && tree.roots().next().is_some_and(|first| tree.block(first).kind == BlockKind::Rule);

    let mut above = if body > 0 { Edge::FrontMatter } else { Edge::File };
    let mut line = body;
    let mut changes_before = 0..0;
    let mut roots = tree.roots().enumerate().peekable();
    while let Some((index, root)) = roots.next() {
        walk.out.block = index;
        let list_before = walk.last_list();
        let block = tree.block(root);
        let first = walk.line_of(block.span.start());
        let is_off = is_covered(&mut regions, walk.line_start(line), block.span.end());
        let below = if is_off { Edge::Left } else { Edge::Block(block.kind) };
        walk.gap_between(line..first, above, below);
        let next = roots.peek().map(|(_, next)| *next);
        let is_held = matches!(block.kind, BlockKind::List { .. })
            && next.is_some_and(|next| keeps_indent(file, tree, next));
        let start = walk.out.list.len();
        let end = match below {
            Edge::Block(_) if !is_held => walk.block(root).ok(),
            _ => None,
        };
        above = if end.is_some() { below } else { Edge::Left };
        match block.kind {
            BlockKind::List { .. } if end.is_none() => walk.leave_list(root, list_before, changes_before),
            BlockKind::List { .. } => {}
            _ => walk.forget_list(),
        }
        changes_before = start.min(walk.out.list.len())..walk.out.list.len();
        line = end
            .unwrap_or_else(|| walk.line_of(block.span.end().saturating_sub(1).max(block.span.start())) + 1);
    }
    let end = file.line_count() - usize::from(file.line_span(file.line_count() - 1).is_empty());
    let is_off = is_covered(&mut regions, walk.line_start(line.min(end)), file.text().len());
    walk.gap_between(line..end.max(line), if is_off { Edge::Left } else { above }, Edge::File);
    walk.end_of_file();
    sorted(walk.out.list)
}

/// Whether a block stays where it begins, two columns in or more: it would fall into a list before
/// it, once that is indented less.
fn keeps_indent(file: &SourceFile, tree: &Tree, id: BlockId) -> bool {
    let block = tree.block(id);
    let line = file.line(file.line_index(block.span.start()));
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let is_kept =
        matches!(block.kind, BlockKind::Html | BlockKind::Footnote | BlockKind::Code { fenced: false });
    is_kept && (indent > 1 || line.starts_with('\t'))
}

/// Whether one of the regions reaches into `from..to`; asked for rising places.
fn is_covered<'r>(
    regions: &mut std::iter::Peekable<impl Iterator<Item = &'r Range<usize>>>,
    from: usize,
    to: usize,
) -> bool {
    while regions.next_if(|region| region.end <= from).is_some() {}
    regions.peek().is_some_and(|region| region.start < to)
}

/// In order; should two ever overlap, the later one is left out.
fn sorted(mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    proposals.sort_unstable_by_key(|proposal| proposal.edit.span);
    proposals.shrink_to_fit();
    let mut end = 0;
    proposals.retain(|proposal| {
        let fits = proposal.edit.span.start() >= end;
        debug_assert!(fits, "two changes overlap at {:?}", proposal.edit);
        if fits {
            end = proposal.edit.span.end();
        }
        fits
    });
    proposals
}

impl Walk<'_> {
    /// The blank lines among `lines`, which hold no blocks; but definitions may stand there.
    fn gap_between(&mut self, lines: Range<usize>, above: Edge, below: Edge) {
        if self.text.is_empty()
            || !self.config.blank_lines.is_on()
            || above == Edge::Left
            || below == Edge::Left
        {
            return;
        }
        let is_blank = |walk: &Self, line| walk.file.line(line).trim_matches([' ', '\t']).is_empty();
        let keeps = |edge| matches!(edge, Edge::Block(BlockKind::Html | BlockKind::Footnote));
        let only_blank = lines.clone().all(|line| is_blank(self, line));
        let mut first = lines.start;
        for line in lines.start..=lines.end {
            if line < lines.end && is_blank(self, line) {
                continue;
            }
            let typed = line - first;
            let at_top = above == Edge::File && first == lines.start;
            let at_bottom = below == Edge::File && line == lines.end;
            let wanted = match (only_blank, above) {
                _ if at_top != at_bottom => 0,
                (true, Edge::FrontMatter) => 1,
                (true, _) if !keeps(above) && !keeps(below) => 1,
                (false, Edge::FrontMatter) if first == lines.start => 1,
                _ => typed.min(1),
            };
            let (start, end) = (self.line_start(first), self.line_start(line));
            self.out.replace(Pass::BlankLines, start, end, &"\n\n"[..wanted]);
            first = line + 1;
        }
        if !only_blank {
            self.forget_list();
        }
    }

    /// A file that holds anything ends with a line end.
    fn end_of_file(&mut self) {
        let end = self.text.len();
        let is_done = |last: &Proposal| last.edit.span.end() == end && last.pass == Pass::BlankLines;
        if end == 0 || self.text.ends_with('\n') || self.out.list.last().is_some_and(is_done) {
            return;
        }
        let start = self.text.trim_end_matches([' ', '\t']).len();
        if self.text[..start].ends_with('\n') {
            self.out.replace(Pass::LineEnds, start, end, "");
        } else {
            self.out.replace(Pass::LineEnds, end, end, "\n");
        }
    }
}
