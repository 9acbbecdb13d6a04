//! Goes through a document block by block, with the containers around each, and gives every line
//! its new beginning.

mod prefix;

use std::ops::Range;

use crate::{
    syntax::{BlockId, BlockKind, Tree},
    text::SourceFile,
};

use super::{
    config::FormatConfig,
    container::{Frame, FrameKind, List, mark_length},
    proposal::{Pass, Proposals},
    protected::Guarded,
};
use prefix::push_continuation;

pub(super) use prefix::Reach;

/// A block of the top level that holds something this formatter does not understand.
/// Such a block is left as it is.
#[derive(Debug)]
pub(super) struct NotUnderstood;

/// A block without blocks inside, and the lines it stands on (indices from 0).
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    pub(super) id: BlockId,
    pub(super) kind: BlockKind,
    pub(super) first: usize,
    pub(super) last: usize,
    /// Nothing in it is to be touched.
    opaque: bool,
}

pub(super) struct Walk<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) text: &'a str,
    pub(super) tree: &'a Tree,
    pub(super) config: &'a FormatConfig,
    pub(super) out: Proposals<'a>,
    /// Thematic breaks must not look like front matter.
    pub(super) shy_of_hyphens: bool,
    frames: Vec<Frame>,
    /// How many of the frames began on an earlier line.
    opened: usize,
    /// The mark of the list that is the last block of the top level.
    last_list: Option<u8>,
    /// The leaf before, in the same block of the top level.
    previous: Option<Leaf>,
    /// No blank line separates it from this one.
    pub(super) adjacent: bool,
    /// What the line will begin with.
    prefix: String,
    prefix_pass: Pass,
    /// A line that is not after the place looked at.
    line: usize,
    pub(super) guarded: Guarded,
}

impl<'a> Walk<'a> {
    pub(super) fn new(file: &'a SourceFile, tree: &'a Tree, config: &'a FormatConfig) -> Self {
        Self {
            file,
            text: file.text(),
            tree,
            config,
            out: Proposals::new(file.text()),
            shy_of_hyphens: false,
            frames: Vec::new(),
            opened: 0,
            last_list: None,
            previous: None,
            adjacent: false,
            prefix: String::new(),
            prefix_pass: Pass::Indent,
            line: 0,
            guarded: Guarded::default(),
        }
    }

    /// The line (from 0) of byte `offset`; offsets are asked for in rising order.
    pub(super) fn line_of(&mut self, offset: usize) -> usize {
        while self.line + 1 < self.file.line_count() && self.file.line_span(self.line).end() <= offset {
            self.line += 1;
        }
        self.line
    }

    pub(super) fn line_start(&self, line: usize) -> usize {
        self.file.line_span(line).start()
    }

    /// Where a line ends, its line end left out.
    pub(super) fn line_end(&self, line: usize) -> usize {
        let span = self.file.line_span(line);
        span.end() - usize::from(self.file.slice(span).ends_with('\n'))
    }

    /// What follows is no longer next to the last list.
    pub(super) fn forget_list(&mut self) {
        self.last_list = None;
    }

    /// Takes in that a list keeps its marks. The list before it, whose changes are `before`, keeps
    /// its own if the two would run together.
    pub(super) fn leave_list(&mut self, list: BlockId, list_before: Option<u8>, before: Range<usize>) {
        let text = self.file.slice(self.tree.block(list).span).trim_start();
        let mark = text.as_bytes().get(mark_length(text) - 1).copied();
        if mark.is_some() && mark == list_before {
            self.out.list.drain(before);
        }
        self.last_list = mark;
    }

    /// The mark of the list that was the last block.
    pub(super) fn last_list(&self) -> Option<u8> {
        self.last_list
    }

    /// Proposes the changes of one block of the top level, all or none. Returns the line after it;
    /// the parser may count definitions that follow to the block.
    pub(super) fn block(&mut self, root: BlockId) -> Result<usize, NotUnderstood> {
        let before = self.out.list.len();
        let walked = self.walk(root);
        if walked.is_err() {
            self.out.list.truncate(before);
        }
        walked
    }

    fn walk(&mut self, root: BlockId) -> Result<usize, NotUnderstood> {
        self.frames.clear();
        self.opened = 0;
        self.previous = None;
        self.adjacent = false;
        let mut next = root.index();
        for id in std::iter::once(root).chain(self.tree.descendants(root)) {
            if id.index() < next {
                continue;
            }
            self.close_frames(id.index());
            let block = self.tree.block(id);
            let end = self.tree.end_of(id);
            let has_children = end > id.index() + 1;
            let last_list = self.frames.last_mut().map_or(&mut self.last_list, |frame| &mut frame.last_list);
            let last_list = last_list.take();
            next = id.index() + 1;
            let kind = match block.kind {
                BlockKind::List { .. } => {
                    FrameKind::List(List::new(self.file, self.tree, id, self.config, last_list))
                }
                BlockKind::Quote if has_children && !self.is_callout(id) => FrameKind::Quote,
                BlockKind::Item => FrameKind::Item { required: 0, width: 0 },
                kind => {
                    next = end;
                    self.leaf(id, kind)?;
                    continue;
                }
            };
            self.frames.push(Frame { id, kind, start: block.span.start(), end, last_list: None });
            if block.kind == BlockKind::Item && !has_children {
                self.leaf(id, BlockKind::Item)?;
            }
        }
        self.close_frames(usize::MAX);
        self.previous.map(|leaf| leaf.last + 1).ok_or(NotUnderstood)
    }

    /// Closes the containers that end before the block at position `next`.
    fn close_frames(&mut self, next: usize) {
        while let Some(frame) = self.frames.pop_if(|frame| frame.end <= next) {
            if let FrameKind::List(list) = frame.kind {
                let slot = self.frames.last_mut().map_or(&mut self.last_list, |frame| &mut frame.last_list);
                *slot = list.mark();
            }
        }
        self.opened = self.opened.min(self.frames.len());
    }

    /// A quote that some readers show as a box: `> [!note]`.
    fn is_callout(&self, quote: BlockId) -> bool {
        let quote = self.file.slice(self.tree.block(quote).span);
        quote.trim_start_matches(['>', ' ', '\t']).starts_with("[!")
    }

    fn leaf(&mut self, id: BlockId, kind: BlockKind) -> Result<(), NotUnderstood> {
        let span = self.tree.block(id).span;
        let first = self.line_of(span.start());
        let last = self.line_of(span.end().saturating_sub(1).max(span.start()));
        let opaque = matches!(kind, BlockKind::Quote if self.tree.end_of(id) > id.index() + 1);
        let leaf = Leaf { id, kind, first, last, opaque };
        self.gap(leaf)?;
        let cursor = self.open_line(first)?;
        self.opened = self.frames.len();
        match kind {
            BlockKind::Paragraph => self.paragraph(leaf, cursor),
            BlockKind::Heading { .. } => self.heading(leaf, cursor),
            BlockKind::Code { fenced: true } => self.fenced_code(leaf, cursor),
            BlockKind::Code { fenced: false } => self.indented_code(leaf, cursor),
            BlockKind::Rule => self.thematic_break(leaf, cursor),
            BlockKind::Table => self.table(leaf, cursor),
            BlockKind::Item => self.empty_item(leaf, cursor),
            _ => self.untouched(leaf, cursor),
        }?;
        self.previous = Some(leaf);
        Ok(())
    }

    /// The blank lines between the leaf before and this one.
    fn gap(&mut self, next: Leaf) -> Result<(), NotUnderstood> {
        let Some(previous) = self.previous else { return Ok(()) };
        if next.first <= previous.last {
            return Err(NotUnderstood);
        }
        let blank = |c: char| matches!(c, ' ' | '\t' | '>' | '\n');
        let (from, to) = (self.line_end(previous.last), self.line_start(next.first));
        if !self.text[from..to].trim_start_matches(blank).is_empty() {
            return Err(NotUnderstood);
        }
        let typed = next.first - previous.last - 1;
        let is_html = |leaf: Leaf| leaf.opaque || matches!(leaf.kind, BlockKind::Html | BlockKind::Footnote);
        let wanted = match self.frames[..self.opened] {
            [.., Frame { kind: FrameKind::List(list), .. }] => usize::from(list.loose),
            _ if is_html(previous) || is_html(next) => typed.min(1),
            [.., Frame { kind: FrameKind::List(list), .. }, Frame { kind: FrameKind::Item { .. }, .. }] => {
                usize::from(list.loose)
            }
            _ => 1,
        };
        let wanted = if self.config.blank_lines.is_on() { wanted } else { typed };
        self.adjacent = wanted == 0;
        if self.config.blank_lines.is_on() {
            self.put_blank_lines(from, to, wanted);
        }
        Ok(())
    }

    fn put_blank_lines(&mut self, from: usize, to: usize, wanted: usize) {
        self.prefix.clear();
        for frame in &self.frames[..self.opened] {
            push_continuation(frame.kind, &mut self.prefix);
        }
        let prefix = self.prefix.trim_end();
        let mut lines = String::with_capacity(2 + prefix.len());
        lines.push('\n');
        for _ in 0..wanted {
            lines.push_str(prefix);
            lines.push('\n');
        }
        self.out.replace(Pass::BlankLines, from, to, &lines);
    }

    /// Whether an item begins on the line that was opened last.
    pub(super) fn opens_item(&self, leaf: Leaf) -> bool {
        let start = self.line_start(leaf.first);
        self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Item { .. }) && frame.start >= start)
    }

    /// The item that the leaf is the first block of, if its mark stands on the same line.
    pub(super) fn item_of(&self, leaf: Leaf) -> Option<BlockId> {
        let last = self.frames.last()?;
        let is_item = matches!(last.kind, FrameKind::Item { .. });
        (is_item && last.start >= self.line_start(leaf.first)).then_some(last.id)
    }

    /// The leaf before this one, if only a line end separates them.
    pub(super) fn adjacent_kind(&self) -> Option<BlockKind> {
        self.previous.filter(|_| self.adjacent).map(|leaf| leaf.kind)
    }

    /// Whether any container is open.
    pub(super) fn is_contained(&self) -> bool {
        !self.frames.is_empty()
    }
}
