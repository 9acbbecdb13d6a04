//! Blocks and inline pieces in source order.

use crate::text::{SourceFile, Span};

use super::{guard::TooDeep, parse};

/// A block's place in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub(super) u32);

impl BlockId {
    /// The block's position among all blocks of the tree, in source order.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a block is.
///
/// A byte tells which; without one, that would be told by the tag of a list's start, and a block be 28 bytes rather than 32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum BlockKind {
    /// A heading of level 1 to 6; `setext` if it is underlined.
    Heading {
        /// The level, from 1.
        level: u8,
        /// Underlined with `=` or `-` rather than marked with `#`.
        setext: bool,
    },
    /// A paragraph. The text of a tight list item is one too, although Markdown gives it no `<p>`.
    Paragraph,
    /// A block quote, callouts included.
    Quote,
    /// A list; `start` is the first number of an ordered one.
    List {
        /// The first number; none for a bullet list.
        start: Option<u32>,
    },
    /// An item of a list.
    Item,
    /// A code block, fenced or indented.
    Code {
        /// Between fences rather than indented.
        fenced: bool,
    },
    /// A block of HTML, comments included.
    Html,
    /// A table; its first child is the [`BlockKind::TableHead`].
    Table,
    /// The heading row of a table.
    TableHead,
    /// A row of a table.
    TableRow,
    /// A cell of a table.
    TableCell,
    /// A thematic break.
    Rule,
    /// The definition of a footnote.
    Footnote,
}

/// The box of a task item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckBox {
    /// Ticked.
    pub done: bool,
    /// The brackets and what stands between them.
    pub span: Span,
}

/// A block of Markdown.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// From its first marker to its last visible character; no trailing blank.
    pub span: Span,
    pub(super) end: u32,
    pub(super) inlines: (u32, u32),
}

/// What an inline piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InlineKind {
    /// Text that reads as it is written.
    Text,
    /// Text that reads otherwise than it is written, such as an entity.
    Rewritten,
    /// A code span, with its backticks.
    Code,
    /// A line end inside a block.
    SoftBreak,
    /// A line end that is shown.
    HardBreak,
    /// Inline HTML, comments included.
    Html,
    /// A reference to a footnote.
    FootnoteReference,
    /// `*` opens; the span is that of the whole emphasis.
    EmphasisStart,
    /// The end of an emphasis.
    EmphasisEnd,
    /// `**` opens; the span is that of the whole.
    StrongStart,
    /// The end of a strong emphasis.
    StrongEnd,
    /// `~~` opens; the span is that of the whole.
    StrikeStart,
    /// The end of struck text.
    StrikeEnd,
    /// A link opens; the span is that of the whole link.
    LinkStart,
    /// The end of a link.
    LinkEnd,
    /// An image opens; the span is that of the whole image.
    ImageStart,
    /// The end of an image.
    ImageEnd,
}

/// A piece of the text of a block.
#[derive(Clone, Copy, Debug)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where it stands.
    pub span: Span,
}

/// How a link is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](target)`, or by reference.
    Markdown,
    /// `<https://…>` or `<a@b.c>`.
    Auto,
    /// `[[target]]`.
    Wiki,
}

/// A link or an image.
#[derive(Clone, Debug)]
pub struct Link {
    /// The whole link.
    pub span: Span,
    /// Where it leads, cut after 2,000 bytes.
    pub target: Box<str>,
    /// How it is written.
    pub kind: LinkKind,
}

/// A document as a list of blocks, each before its children.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
    /// What a rewritten piece reads as, by its index in `inlines`.
    pub(super) readings: Vec<(u32, Box<str>)>,
    pub(super) links: Vec<Link>,
    pub(super) html: Vec<Span>,
    pub(super) boxes: Vec<(BlockId, CheckBox)>,
    pub(super) front_matter: Option<Span>,
    pub(super) too_deep: Option<TooDeep>,
}

impl Tree {
    /// Reads a file. Never fails: a document that is nested too deeply has no blocks, and
    /// [`Tree::too_deep`] says where.
    pub fn parse(file: &SourceFile) -> Tree {
        parse::parse(file, None)
    }

    /// Where the document is nested too deeply to be read, if it is.
    pub fn too_deep(&self) -> Option<TooDeep> {
        self.too_deep
    }

    /// The YAML between the two `---` lines that a file may begin with, without those lines.
    pub fn front_matter(&self) -> Option<Span> {
        self.front_matter
    }

    /// All blocks in source order, parents before children.
    pub fn ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        (0..u32::try_from(self.blocks.len()).unwrap_or(u32::MAX)).map(BlockId)
    }

    /// One block.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// The blocks at the top level.
    pub fn roots(&self) -> impl Iterator<Item = BlockId> {
        self.siblings(0, u32::try_from(self.blocks.len()).unwrap_or(u32::MAX))
    }

    /// The blocks directly inside `id`.
    pub fn children(&self, id: BlockId) -> impl Iterator<Item = BlockId> {
        self.siblings(id.0 + 1, self.block(id).end)
    }

    /// All blocks inside `id`, at any depth.
    pub fn descendants(&self, id: BlockId) -> impl Iterator<Item = BlockId> + use<> {
        (id.0 + 1..self.block(id).end).map(BlockId)
    }

    /// The position, among all blocks, of the first block after `id` that is not inside it.
    pub fn end_of(&self, id: BlockId) -> usize {
        self.block(id).end as usize
    }

    /// The first block after `id` that is not inside it.
    pub fn after(&self, id: BlockId) -> Option<BlockId> {
        let next = self.block(id).end;
        ((next as usize) < self.blocks.len()).then_some(BlockId(next))
    }

    fn siblings(&self, first: u32, end: u32) -> impl Iterator<Item = BlockId> {
        let mut next = first;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let id = BlockId(next);
                next = self.block(id).end;
                id
            })
        })
    }

    /// Whether all that a block holds is one stretch of emphasis, or one link: it opens and ends with it.
    pub fn is_wholly(&self, block: BlockId, [start, end]: [InlineKind; 2]) -> bool {
        let inlines = self.inlines(block);
        let is = |inline: Option<&Inline>, kind| inline.is_some_and(|inline| inline.kind == kind);
        is(inlines.first(), start)
            && is(inlines.last(), end)
            && inlines.iter().filter(|inline| inline.kind == start).count() == 1
    }

    /// The inline pieces of a paragraph, a heading or a table cell; empty for any other block.
    pub fn inlines(&self, id: BlockId) -> &[Inline] {
        let (from, to) = self.block(id).inlines;
        &self.inlines[from as usize..to as usize]
    }

    /// The index, among all inline pieces, of the first piece of `id`.
    pub(super) fn first_inline(&self, id: BlockId) -> u32 {
        self.block(id).inlines.0
    }

    /// What the inline piece with index `index` reads as, where that is not what is written.
    pub(super) fn reading(&self, index: u32) -> Option<&str> {
        let at = self.readings.binary_search_by_key(&index, |(at, _)| *at).ok()?;
        Some(&self.readings[at].1)
    }

    /// The task boxes with their items, in source order.
    pub fn check_boxes(&self) -> &[(BlockId, CheckBox)] {
        &self.boxes
    }

    /// The task box of an item.
    pub fn check_box(&self, item: BlockId) -> Option<CheckBox> {
        let at = self.boxes.binary_search_by_key(&item, |(id, _)| *id).ok()?;
        Some(self.boxes[at].1)
    }

    /// Whether a block is a list, of whatever bullets.
    pub fn is_list(&self, block: BlockId) -> bool {
        matches!(self.block(block).kind, BlockKind::List { .. })
    }

    /// The blocks of HTML and the HTML inside text, comments included, in source order.
    pub fn html(&self) -> &[Span] {
        &self.html
    }

    /// The links and images that lie inside `span`.
    pub fn links_in(&self, span: Span) -> &[Link] {
        let from = self.links.partition_point(|link| link.span.start() < span.start());
        let to = self.links.partition_point(|link| link.span.start() < span.end());
        &self.links[from..to.max(from)]
    }
}
