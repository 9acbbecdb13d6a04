//! Paragraphs whose lines are taken apart.

use super::tree::{Block, BlockId, Inline, InlineKind, Tree};

impl Tree {
    /// Makes a paragraph of each of the first lines, so many, of these paragraphs, which hold no emphasis or link that goes
    /// over a line end; what comes after those lines stays one. The paragraphs come in source order, and all of them stand at the
    /// top level.
    #[must_use]
    pub fn with_lines_apart(mut self, paragraphs: &[(BlockId, usize)]) -> Tree {
        let mut apart = paragraphs.iter().copied().peekable();
        let mut blocks = Vec::with_capacity(self.blocks.len() + 8 * paragraphs.len());
        // Where each block comes to stand.
        let mut places = Vec::with_capacity(self.blocks.len() + 1);
        for id in self.ids() {
            places.push(count(blocks.len()));
            match apart.next_if(|(paragraph, _)| *paragraph == id) {
                Some((_, lines)) => blocks.extend(self.lines(id, lines)),
                None => blocks.push(self.blocks[id.index()].clone()),
            }
        }
        places.push(count(blocks.len()));
        for (at, block) in blocks.iter_mut().enumerate() {
            let one_line = block.end == ONE_LINE;
            block.end = if one_line { count(at + 1) } else { places[block.end as usize] };
        }
        for (item, _) in &mut self.boxes {
            *item = BlockId(places[item.index()]);
        }
        Tree { blocks, ..self }
    }

    /// The lines of a paragraph as blocks, whose ends are not told yet.
    fn lines(&self, paragraph: BlockId, most: usize) -> impl Iterator<Item = Block> {
        let Block { kind, inlines: (first, _), .. } = *self.block(paragraph);
        let is_break = |kind| matches!(kind, InlineKind::SoftBreak | InlineKind::HardBreak);
        let (mut from, mut left) = (first, most);
        let ends = move |inline: &Inline| {
            let ends = left > 0 && is_break(inline.kind);
            left -= usize::from(ends);
            ends
        };
        self.inlines(paragraph).split(ends).filter_map(move |line| {
            let to = from + count(line.len());
            let inlines = (from, to);
            from = to + 1;
            let span = line.first()?.span.cover(line.last()?.span);
            Some(Block { kind, span, end: ONE_LINE, inlines })
        })
    }
}

/// Stands for the end of a block that holds no other, until its place is known.
const ONE_LINE: u32 = u32::MAX;

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
