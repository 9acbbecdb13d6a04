//! Paragraphs whose lines are taken apart.

use crate::text::{SourceFile, Span};

use super::tree::{Block, BlockId, BlockKind, CheckBox, Inline, InlineKind, Tree};

impl Tree {
    /// Makes a paragraph of each of the first lines, so many, of these paragraphs, which hold no emphasis or link that goes
    /// over a line end; what comes after those lines stays one. The paragraphs come in source order, and all of them stand at the
    /// top level.
    ///
    /// What people paste or type for a bullet or a task box, `•` and `☐`, is no part of a line's text, and such a box is one.
    #[must_use]
    pub fn with_lines_apart(self, file: &SourceFile, paragraphs: &[(BlockId, usize)]) -> Tree {
        let mut apart = paragraphs.iter().copied().peekable();
        let blocks = |tree: &Tree, id: BlockId| {
            let (_, lines) = apart.next_if(|(paragraph, _)| *paragraph == id)?;
            Some(tree.lines(id, lines).collect())
        };
        self.rebuilt(file, blocks)
    }

    /// Takes the lines without a `>` out of these quotes, each of which holds a paragraph and nothing else, with no emphasis or
    /// link that goes over a line end. The quotes come in source order, and all of them stand at the top level.
    #[must_use]
    pub fn with_unquoted_lines_apart(self, file: &SourceFile, quotes: &[BlockId]) -> Tree {
        let mut apart = quotes.iter().copied().peekable();
        let mut inner = None;
        let blocks = |tree: &Tree, id: BlockId| {
            if inner.take_if(|inner| *inner == id).is_some() {
                return Some(Vec::new());
            }
            apart.next_if_eq(&id)?;
            let paragraph = BlockId(id.0 + 1);
            inner = Some(paragraph);
            let (mut blocks, mut goes_on) = (Vec::<Block>::new(), false);
            for line in tree.lines(paragraph, usize::MAX) {
                let mark = quoted_at(file, line.span);
                if let Some(mark) = mark {
                    let (span, inlines) =
                        (Span::new(mark, line.span.end()), (line.inlines.0, line.inlines.0));
                    blocks.push(Block { kind: BlockKind::Quote, span, end: WITH_LINE, inlines });
                }
                // What is wrapped stays one paragraph.
                match blocks.last_mut().filter(|_| mark.is_none() && goes_on) {
                    Some(before) => {
                        before.span = before.span.cover(line.span);
                        (before.end, before.inlines.1) = (LINES, line.inlines.1);
                    }
                    None => blocks.push(line),
                }
                goes_on = mark.is_none();
            }
            Some(blocks)
        };
        self.rebuilt(file, blocks)
    }

    /// The tree with other blocks in place of some, which `instead` gives. What holds one of them keeps it.
    fn rebuilt(
        mut self,
        file: &SourceFile,
        mut instead: impl FnMut(&Tree, BlockId) -> Option<Vec<Block>>,
    ) -> Tree {
        let mut blocks = Vec::with_capacity(2 * self.blocks.len());
        // Where each block comes to stand.
        let mut places = Vec::with_capacity(self.blocks.len() + 1);
        for id in self.ids() {
            places.push(count(blocks.len()));
            match instead(&self, id) {
                Some(others) => blocks.extend(others),
                None => blocks.push(self.blocks[id.index()].clone()),
            }
        }
        places.push(count(blocks.len()));
        for (item, _) in &mut self.boxes {
            *item = BlockId(places[item.index()]);
        }
        for (at, block) in blocks.iter_mut().enumerate() {
            match block.end {
                WITH_LINE => block.end = count(at + 2),
                LINES => block.end = count(at + 1),
                ONE_LINE => {
                    block.end = count(at + 1);
                    let first = &mut self.inlines[block.inlines.0 as usize];
                    if first.kind == InlineKind::Text {
                        let (start, check_box) = opening(file.slice(first.span), first.span.start());
                        self.boxes.extend(check_box.map(|check_box| (BlockId(count(at)), check_box)));
                        first.span = Span::new(start, first.span.end());
                    }
                }
                end => block.end = places[end as usize],
            }
        }
        self.boxes.sort_by_key(|(item, _)| *item);
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

/// Where the words of a line begin that stands at `start`, and the box before them.
fn opening(line: &str, start: usize) -> (usize, Option<CheckBox>) {
    let is_bullet = |c: char| BULLETS.contains(&c) || c == ' ' || c == '\t';
    // "-> Kate asks for the list": an arrow is one as well.
    let words = line.trim_start_matches(is_bullet);
    let is_arrow = words.len() < line.len() && words.starts_with('>');
    let words = if is_arrow { words[1..].trim_start_matches(is_bullet) } else { words };
    let at = start + line.len() - words.len();
    let ticked = |(mark, done): &(&str, bool)| {
        let rest = words.strip_prefix(mark)?;
        let behind = rest.trim_start_matches([' ', '\t']);
        let is_box = behind.len() < rest.len();
        is_box.then(|| {
            (at + words.len() - behind.len(), CheckBox { done: *done, span: Span::new(at, at + mark.len()) })
        })
    };
    match BOXES.iter().find_map(ticked) {
        Some((start, check_box)) => (start, Some(check_box)),
        None if words.is_empty() => (start, None),
        None => (at, None),
    }
}

/// How many letters a line has at least at which text is wrapped.
pub const NARROW: usize = 60;

/// Whether the line of a quote ends where no program or hand would have wrapped it: what follows without a `>` is none of it
/// to who typed it, though Markdown takes it in.
pub fn ends_quote(line: &str, next: &str) -> bool {
    let word = next.split(' ').next().unwrap_or(next);
    let had_room = line.chars().count() + 1 + word.chars().count() <= NARROW;
    line.starts_with('>') && !next.starts_with('>') && had_room
}

/// What people paste as bullets, which Markdown takes for text.
pub const BULLETS: [char; 9] = ['-', '–', '•', '·', '◦', '▪', '*', '‣', '●'];

/// What people type as task boxes, and whether they are ticked.
const BOXES: [(&str, bool); 10] = [
    ("[ ]", false),
    ("[]", false),
    ("[x]", true),
    ("[X]", true),
    ("☐", false),
    ("□", false),
    ("☑", true),
    ("✅", true),
    ("✔", true),
    ("✓", true),
];

/// Stands for the end of a block that holds no other, until its place is known.
const ONE_LINE: u32 = u32::MAX;

/// The same of a paragraph of several lines.
const LINES: u32 = u32::MAX - 2;

/// The same of a quote that holds a single line.
const WITH_LINE: u32 = u32::MAX - 1;

/// Where the `>` stands before what a line of a quote holds, if it has one.
fn quoted_at(file: &SourceFile, line: Span) -> Option<usize> {
    let above = &file.text()[..line.start()];
    let start = above.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let blank = above[start..].len() - above[start..].trim_start_matches(' ').len();
    above[start + blank..].starts_with('>').then_some(start + blank)
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
