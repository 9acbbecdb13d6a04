//! The lines of paragraphs: where they begin, and what stands at their ends.

use std::{iter::Peekable, slice};

use crate::syntax::{BlockId, Inline, InlineKind, ends_quote};

use super::{
    config::Wrap,
    cursor::Cursor,
    proposal::Pass,
    walk::{Leaf, NotUnderstood, Reach, Walk},
};

/// The inline pieces of a paragraph, of which the line ends are picked.
type Breaks<'t> = Peekable<slice::Iter<'t, Inline>>;

impl<'a> Walk<'a> {
    pub(super) fn paragraph(&mut self, leaf: Leaf, mut cursor: Cursor<'a>) -> Result<(), NotUnderstood> {
        if cursor.skip_blanks(usize::MAX) > 3 {
            return Err(NotUnderstood);
        }
        self.refuse_break(leaf, &cursor)?;
        if self.takes_in_lines(leaf) {
            return Err(NotUnderstood);
        }
        self.put_prefix(leaf.first, &cursor, "");
        if let Some(item) = self.item_of(leaf) {
            self.task_box(item, cursor.end);
        }
        if self.config.wrap != Wrap::No && self.wrap(leaf) {
            return Ok(());
        }
        self.inlines(leaf.id);
        self.lines(leaf, leaf.last)
    }

    /// Whether a line of a quote at the top level is followed by one that is none of it to its writer: with a `>` it would become so for good.
    fn takes_in_lines(&self, leaf: Leaf) -> bool {
        let line = |at: usize| self.text[self.line_start(at)..self.line_end(at)].trim();
        self.depth() == 1 && (leaf.first..leaf.last).any(|at| ends_quote(line(at), line(at + 1)))
    }

    /// The line ends from the leaf's first line to `last`, and the beginnings of the lines between.
    pub(super) fn lines(&mut self, leaf: Leaf, last: usize) -> Result<(), NotUnderstood> {
        let mut breaks = self.tree.inlines(leaf.id).iter().peekable();
        let mut after_break = true;
        for line in leaf.first..=last {
            if line > leaf.first {
                self.later_line(line, after_break)?;
            }
            let end = self.line_end(line);
            if line == leaf.last {
                self.trim_line(leaf, end, Some(InlineKind::SoftBreak));
            } else {
                let kind = break_at(&mut breaks, end);
                self.trim_line(leaf, end, kind);
                after_break = kind.is_some();
            }
        }
        Ok(())
    }

    /// The beginning of a later line; after a line end inside code or HTML, its blanks are text.
    fn later_line(&mut self, line: usize, after_break: bool) -> Result<(), NotUnderstood> {
        let (mut cursor, reach) = self.continue_line(line);
        if reach == Reach::Lazy && !after_break {
            return Err(NotUnderstood);
        }
        let indent = cursor.indent();
        let mut bare = cursor;
        bare.skip_blanks(usize::MAX);
        let is_risky = bare.peek().is_some_and(may_begin_block);
        if is_risky && reach == Reach::Lazy {
            return Err(NotUnderstood);
        }
        let keeps_blanks = !after_break || (is_risky && indent > 3);
        if keeps_blanks {
            let blanks = if after_break { " ".repeat(cursor.skip_blanks(usize::MAX)) } else { String::new() };
            if after_break || !self.has_prefix(line, &cursor) {
                self.put_prefix(line, &cursor, &blanks);
            }
        } else {
            self.put_prefix(line, &bare, "");
        }
        Ok(())
    }

    /// Takes away the blanks before the line end at `end`; `kind` says what the line end is, if it
    /// is one and not a part of code or HTML.
    fn trim_line(&mut self, leaf: Leaf, end: usize, kind: Option<InlineKind>) {
        let Some(kind) = kind.filter(|_| self.config.trailing_spaces.is_on()) else { return };
        let from = self.line_start(leaf.first);
        let text = self.text[from..end].trim_end_matches([' ', '\t']);
        let start = from + text.len();
        if start == end {
            return;
        }
        // A backslash at the end of a line would break it, and two would not.
        if !text.ends_with('\\') {
            let mark = if kind == InlineKind::SoftBreak { "" } else { "\\" };
            self.out.replace(Pass::TrailingSpaces, start, end, mark);
        }
    }

    /// Marks of emphasis and backslashes.
    pub(super) fn inlines(&mut self, block: BlockId) {
        for inline in self.tree.inlines(block) {
            match inline.kind {
                InlineKind::EmphasisStart => self.emphasis(block, inline.span, 1),
                InlineKind::StrongStart => self.emphasis(block, inline.span, 2),
                InlineKind::Text => self.escape(block, inline.span),
                _ => {}
            }
        }
    }

    /// The box of a task, and the blank after it.
    pub(super) fn task_box(&mut self, item: BlockId, line_end: usize) {
        let Some(check_box) = self.tree.check_box(item).filter(|_| self.config.task_boxes.is_on()) else {
            return;
        };
        let (start, end) = (check_box.span.start(), check_box.span.end());
        self.out.replace(Pass::TaskBoxes, start, end, if check_box.done { "[x]" } else { "[ ]" });
        let rest = self.text.get(end..line_end).unwrap_or_default();
        let text = rest.trim_start_matches([' ', '\t']);
        if !text.is_empty() && text.len() < rest.len() {
            self.out.replace(Pass::TaskBoxes, end, line_end - text.len(), " ");
        } else if text.is_empty() {
            self.out.replace(Pass::TrailingSpaces, end, line_end, "");
        }
    }
}

/// What the line end at byte `end` is.
fn break_at(breaks: &mut Breaks<'_>, end: usize) -> Option<InlineKind> {
    let is_break = |inline: &Inline| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
    while let Some(inline) = breaks.peek() {
        if is_break(inline) && inline.span.end() > end {
            return (inline.span.start() <= end).then_some(inline.kind);
        }
        breaks.next();
    }
    None
}

/// Whether a line that begins with `byte` might be something else than the next line of a paragraph.
fn may_begin_block(byte: u8) -> bool {
    matches!(byte, b'-' | b'+' | b'*' | b'_' | b'=' | b'#' | b'>' | b'~' | b'`' | b'<' | b'|' | b':' | b'[')
        || byte.is_ascii_digit()
}
