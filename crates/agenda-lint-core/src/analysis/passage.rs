//! The words of items, as the reader of English is given them.

use crate::{
    document::{Author, Item},
    language::{Line, Passage},
    syntax::{BlockId, BlockKind, Prose, Tree},
    text::SourceFile,
};

/// The words of one or several items and how they are laid out.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) prose: Prose,
    pub(super) lines: Vec<Line>,
}

impl Words {
    /// A topic with what nests in it, replies left out.
    pub(super) fn of_topic(file: &SourceFile, tree: &Tree, items: &[Item]) -> Self {
        let mut words = Self::with_room_for(items);
        for item in items.iter().filter(|item| item.author == Author::Writer) {
            words.push(file, tree, item);
        }
        words
    }

    /// One item without what nests in it.
    pub(super) fn of_item(file: &SourceFile, tree: &Tree, item: &Item) -> Self {
        let mut words = Self::with_room_for(std::slice::from_ref(item));
        words.push(file, tree, item);
        words
    }

    /// The words as the reader of English is given them.
    pub(super) fn passage(&self) -> Passage<'_> {
        Passage { text: self.prose.text(), lines: &self.lines, opaque: self.prose.opaque() }
    }

    /// The first line of an item.
    pub(super) fn first_line(file: &SourceFile, tree: &Tree, item: &Item) -> Prose {
        let mut first = None;
        each_line(tree, item, |block, _| first = first.or(Some(block)));
        first.map_or_else(Prose::default, |block| Prose::of(file, tree, block))
    }

    /// No words yet, and room for those of the items: the first holds what nests in it.
    fn with_room_for(items: &[Item]) -> Self {
        let bytes = items.first().map_or(0, |item| item.span.len() + 1);
        Self { prose: Prose::with_room(bytes), lines: Vec::with_capacity(items.len()) }
    }

    fn push(&mut self, file: &SourceFile, tree: &Tree, item: &Item) {
        each_line(tree, item, |block, quoted| {
            let range = self.prose.push(file, tree, block);
            self.lines.push(Line { range, depth: item.depth, quoted });
        });
    }
}

/// Calls `line` with each block of an item that holds words, and whether it is quoted.
fn each_line(tree: &Tree, item: &Item, mut line: impl FnMut(BlockId, bool)) {
    let mut line = |block: BlockId, quoted: bool| {
        if !tree.inlines(block).is_empty() {
            line(block, quoted);
        }
    };
    match tree.block(item.block).kind {
        BlockKind::Item | BlockKind::TableRow => {
            for child in tree.children(item.block) {
                match tree.block(child).kind {
                    BlockKind::Quote => tree.descendants(child).for_each(|block| line(block, true)),
                    BlockKind::Table => tree.descendants(child).for_each(|block| line(block, false)),
                    _ => line(child, false),
                }
            }
        }
        BlockKind::Quote => tree.descendants(item.block).for_each(|block| line(block, true)),
        _ => line(item.block, false),
    }
}
