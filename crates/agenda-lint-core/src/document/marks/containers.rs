//! Bullets, callouts and folded HTML that hold what stands below a heading elsewhere.

use crate::{
    document::{Heading, section_kind::Meaning},
    syntax::{BlockId, BlockKind, Prose},
    text::{Span, offset_in, trim},
};

use super::{BULLET, FOLDED, Mark, Part, Splitter, date_of, is_mostly};

impl Splitter<'_> {
    /// `<summary>2026-02-18</summary>`: an older meeting, folded away below its date.
    pub(super) fn folded(&mut self, block: BlockId) {
        let span = self.tree.block(block).span;
        let html = self.file.slice(span);
        if self.in_fold && html.contains("</details>") {
            self.in_fold = false;
            self.parts.row.push(Part::EndOfFold);
        }
        let Some((_, rest)) = html.split_once("<summary>") else { return };
        // What stands in the same block is HTML, too.
        let Some((inside, _)) = rest.split_once("</summary>").filter(|(_, rest)| trim(rest).is_empty())
        else {
            return;
        };
        // "<b>18 February</b>"
        let tagged = inside.trim_start().strip_prefix('<').and_then(|tag| tag.split_once('>'));
        let words = trim(tagged.map_or(inside, |(_, words)| words).split('<').next().unwrap_or_default());
        let Some(dated) = date_of(words).filter(|dated| is_mostly(dated, words)) else { return };
        let start = span.start() + offset_in(html, words);
        let prose = Prose::verbatim(self.file, Span::new(start, start + words.len()));
        let heading = Heading { span, text: words.to_owned(), level: FOLDED };
        let (dated, meaning) = (Some(dated), None);
        self.push(Mark { heading, prose, dated, meaning, slot: false, items: 0, topic: None });
        self.in_fold = true;
    }

    /// `> [!todo] Actions`: a callout that names a known section, and holds that section's items.
    pub(super) fn callout_section(&mut self, quote: BlockId) -> bool {
        let tree = self.tree;
        let mut inside = tree.children(quote);
        let Some(title) = inside.next() else { return false };
        let raw = self.file.slice(tree.block(title).span);
        if tree.block(title).kind != BlockKind::Paragraph || !raw.starts_with("[!") || raw.contains('\n') {
            return false;
        }
        let words = self.words(title);
        let name = words.split_once(']').map_or("", |(_, name)| name).trim_start_matches(['+', '-']);
        let meaning = self.meaning(name);
        if !matches!(meaning, Some(Meaning::Section(_) | Meaning::Private)) {
            return false;
        }
        let mark = self.mark_of(title, BULLET, name, meaning, None);
        self.hold(mark, inside);
        true
    }

    /// A bullet that only names a known section, and nests that section's items.
    pub(super) fn bullet_section(&mut self, item: BlockId, led: bool) -> bool {
        let tree = self.tree;
        let mut rest = tree.children(item);
        let Some(first) = rest.next() else { return false };
        let mut rest = rest.peekable();
        let brief = self.tree.block(first).span.len() <= 60;
        if rest.peek().is_none()
            || !brief
            || self.tree.block(first).kind != BlockKind::Paragraph
            || self.tree.check_box(item).is_some()
        {
            return false;
        }
        let words = self.words(first);
        let meaning = self.meaning(&words);
        if !matches!(meaning, Some(Meaning::Section(_) | Meaning::Private)) {
            return false;
        }
        let mark = self.mark_of(first, BULLET, &words, meaning, date_of(&words));
        self.hold(Mark { topic: led.then_some(item), ..mark }, rest);
        true
    }

    /// What stands in these blocks is held by what heads them.
    fn hold(&mut self, head: Mark, blocks: impl Iterator<Item = BlockId>) {
        self.push(head);
        for block in blocks {
            match self.tree.block(block).kind {
                BlockKind::List { .. } => self.tree.children(block).for_each(|item| self.content(item)),
                BlockKind::Table => self.table(block),
                BlockKind::Paragraph | BlockKind::Quote => self.content(block),
                _ => {}
            }
        }
        self.parts.row.push(Part::EndOfBullet);
    }
}
