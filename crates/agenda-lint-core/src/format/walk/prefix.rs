//! The beginnings of lines: what the containers around a block have there, and what they shall have.

use crate::format::config::Indent;
use crate::format::container::{FrameKind, mark_length};
use crate::format::cursor::Cursor;
use crate::format::proposal::Pass;

use super::{NotUnderstood, Walk};

/// How a line belongs to its containers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) enum Reach {
    /// It says so.
    Inside,
    /// It only goes on with a paragraph of theirs.
    Lazy,
}

impl<'a> Walk<'a> {
    /// Reads the beginning of a leaf's first line, on which containers may begin, up to the leaf.
    pub(super) fn open_line(&mut self, line: usize) -> Result<Cursor<'a>, NotUnderstood> {
        let mut cursor = Cursor::new(self.text, self.line_start(line), self.line_end(line));
        self.prefix.clear();
        self.prefix_pass = Pass::Indent;
        for index in 0..self.frames.len() {
            let frame = self.frames[index];
            match frame.kind {
                FrameKind::List(_) => {}
                FrameKind::Quote => {
                    if !skip_quote_mark(&mut cursor) {
                        return Err(NotUnderstood);
                    }
                    self.prefix.push_str("> ");
                }
                FrameKind::Item { required, .. } if index < self.opened => {
                    if cursor.skip_blanks(required) < required {
                        return Err(NotUnderstood);
                    }
                    push_continuation(frame.kind, &mut self.prefix);
                }
                FrameKind::Item { .. } => self.open_item(index, &mut cursor)?,
            }
        }
        Ok(cursor)
    }

    fn open_item(&mut self, index: usize, cursor: &mut Cursor<'a>) -> Result<(), NotUnderstood> {
        let indent = cursor.skip_blanks(usize::MAX);
        // The parser counts the blanks before the mark to the item, or does not.
        let before = self.text.get(self.frames[index].start..cursor.at).ok_or(NotUnderstood)?;
        if !before.trim_start_matches([' ', '\t']).is_empty() {
            return Err(NotUnderstood);
        }
        let before = self.prefix.len();
        let length = self.item_mark(index, indent, cursor);
        let width = self.prefix.len() - before;
        let blanks = if cursor.is_blank() { 1 } else { cursor.indent() };
        // More blanks than that begin a code block.
        let blanks = if blanks > 4 { 1 } else { blanks };
        cursor.skip_blanks(blanks);
        self.frames[index].kind = FrameKind::Item { required: indent + length + blanks, width };
        Ok(())
    }

    /// Reads the mark of an item and writes the new one. The length of the old one.
    fn item_mark(&mut self, index: usize, indent: usize, cursor: &mut Cursor<'a>) -> usize {
        let at = cursor.at;
        let typed = &self.text[at..at + mark_length(&self.text[at..cursor.end])];
        let list = index.checked_sub(1).map(|list| &mut self.frames[list].kind);
        let Some(FrameKind::List(list)) = list else { return 0 };
        self.prefix.extend(std::iter::repeat_n(' ', list.place_item(indent)));
        let before = self.prefix.len();
        list.push_mark(typed, &mut self.prefix);
        let mark = &self.prefix[before..];
        let pass = if mark.len() > 1 { Pass::Numbering } else { Pass::Bullets };
        if mark != typed {
            self.prefix_pass = pass;
        }
        if self.config.indent == Indent::Keep && mark.len() == typed.len() {
            self.out.replace(pass, at, at + typed.len(), mark);
        }
        self.prefix.push(' ');
        cursor.skip_mark(typed.len());
        typed.len()
    }

    /// In how many quotes, lists and items the walk is.
    pub(in crate::format) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// Reads the beginning of a later line of a leaf, up to what belongs to the leaf.
    pub(in crate::format) fn continue_line(&mut self, line: usize) -> (Cursor<'a>, Reach) {
        let mut cursor = Cursor::new(self.text, self.line_start(line), self.line_end(line));
        let mut reach = Reach::Inside;
        self.prefix.clear();
        self.prefix_pass = Pass::Indent;
        for frame in &self.frames {
            push_continuation(frame.kind, &mut self.prefix);
            let is_reached = match frame.kind {
                _ if reach == Reach::Lazy => false,
                FrameKind::List(_) => true,
                FrameKind::Quote => skip_quote_mark(&mut cursor),
                FrameKind::Item { required, .. } => {
                    cursor.skip_blanks(required) == required || cursor.is_blank()
                }
            };
            if !is_reached {
                reach = Reach::Lazy;
            }
        }
        (cursor, reach)
    }

    /// Gives the line its new beginning, up to `cursor`; what blanks the cursor has passed only in
    /// part stand as spaces, after `more`.
    pub(in crate::format) fn put_prefix(&mut self, line: usize, cursor: &Cursor<'_>, more: &str) {
        if self.config.indent == Indent::Keep {
            return;
        }
        let start = self.line_start(line);
        if cursor.at == cursor.end && cursor.pending == 0 && more.is_empty() {
            let length = self.prefix.trim_end().len();
            self.prefix.truncate(length);
        }
        self.prefix.push_str(more);
        self.prefix.extend(std::iter::repeat_n(' ', cursor.pending));
        self.out.replace(self.prefix_pass, start, cursor.at, &self.prefix);
    }

    /// Whether the containers' part of the line is as it shall be.
    pub(in crate::format) fn has_prefix(&self, line: usize, cursor: &Cursor<'_>) -> bool {
        cursor.pending == 0 && self.text[self.line_start(line)..cursor.at] == self.prefix
    }

    /// Whether the line, with its new beginning and `content` after it, is a thematic break.
    pub(in crate::format) fn looks_like_break(&self, content: &str) -> bool {
        let mut marks =
            self.prefix.bytes().chain(content.bytes()).filter(|byte| !matches!(byte, b' ' | b'\t'));
        let Some(mark @ (b'-' | b'*' | b'_')) = marks.next() else { return false };
        marks.clone().all(|byte| byte == mark) && marks.count() >= 2
    }

    /// What a further line of the block looked at begins with.
    pub(in crate::format) fn continuation(&self) -> String {
        let mut prefix = String::new();
        for frame in &self.frames {
            push_continuation(frame.kind, &mut prefix);
        }
        prefix
    }
}

pub(super) fn push_continuation(kind: FrameKind, prefix: &mut String) {
    match kind {
        FrameKind::List(_) => {}
        FrameKind::Quote => prefix.push_str("> "),
        FrameKind::Item { width, .. } => prefix.extend(std::iter::repeat_n(' ', width)),
    }
}

fn skip_quote_mark(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.skip_blanks(3);
    if ahead.peek() != Some(b'>') {
        return false;
    }
    ahead.skip_mark(1);
    ahead.skip_blanks(1);
    *cursor = ahead;
    true
}
