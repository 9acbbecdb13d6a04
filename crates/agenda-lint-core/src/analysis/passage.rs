//! The words of items, as the reader of English is given them.

use crate::{
    document::{Author, Item, SectionKind},
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
            let mut range = self.prose.push(file, tree, block);
            if let Some((_, name)) =
                item.says.filter(|(kind, _)| *kind == SectionKind::Advice && self.lines.is_empty())
            {
                range.start += kind_prefix(&self.prose.text()[range.clone()], file.slice(name));
            }
            self.lines.push(Line { range, depth: item.depth, quoted });
        });
    }
}

/// How many bytes `Advice: ` or `[advice] ` takes: it says where the topic belongs, and nothing of it.
fn kind_prefix(line: &str, name: &str) -> usize {
    let tagged = || line.strip_prefix('[')?.strip_prefix(name)?.strip_prefix(']');
    let rest = line.strip_prefix(name).and_then(|rest| rest.trim_start().strip_prefix(':')).or_else(tagged);
    rest.map_or(0, |rest| line.len() - rest.trim_start().len())
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::{
        analysis::{Analysis, Scope},
        language::Signal,
        text::SourceFile,
    };

    #[test]
    fn the_name_of_a_kind_hides_nothing_behind_it() {
        for prefix in ["", "Advice: ", "**Help needed:** ", "[advice] "] {
            let text =
                format!("### Discussion\n\n- {prefix}Ana ignores my requests. How would you solve it?\n");
            let analysis = Analysis::new(SourceFile::new("a.md", text), &Arc::default(), Scope::All);
            let topic = analysis.topics().next().unwrap();
            assert!(topic.has(Signal::Problem), "{prefix}");
        }
    }
}
