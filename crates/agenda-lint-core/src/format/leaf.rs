//! Blocks that keep their text: code, thematic breaks, HTML, empty items.

use crate::syntax::BlockKind;

use super::{
    config::{Fences, ThematicBreaks},
    cursor::Cursor,
    proposal::Pass,
    walk::{Leaf, NotUnderstood, Reach, Walk},
};

/// What the first line of fenced code says.
struct Fence<'t> {
    mark: u8,
    length: usize,
    info: &'t str,
}

impl<'a> Walk<'a> {
    /// A block whose lines keep all that follows the marks of their containers.
    pub(super) fn untouched(&mut self, leaf: Leaf, cursor: Cursor<'a>) -> Result<(), NotUnderstood> {
        let html = leaf.kind == BlockKind::Html;
        if html && is_open_html(self.file.slice(self.tree.block(leaf.id).span)) {
            return Err(NotUnderstood);
        }
        if !self.is_contained() {
            return Ok(());
        }
        self.refuse_break(leaf, &cursor)?;
        self.put_literal(leaf.first, cursor, html);
        for line in leaf.first + 1..=leaf.last {
            let (cursor, reach) = self.continue_line(line);
            // How the parser divides a tab of HTML is its own affair.
            if reach == Reach::Lazy || (html && cursor.pending > 0) {
                return Err(NotUnderstood);
            }
            self.put_literal(line, cursor, html);
        }
        Ok(())
    }

    /// In code and HTML, a tab is text; elsewhere its width depends on where it stands.
    fn put_literal(&mut self, line: usize, mut cursor: Cursor<'a>, is_text: bool) {
        if self.has_prefix(line, &cursor) {
            return;
        }
        if is_text {
            self.put_prefix(line, &cursor, "");
        } else {
            let blanks = " ".repeat(cursor.skip_blanks(usize::MAX));
            let blanks = if cursor.at == cursor.end { "" } else { &blanks };
            self.put_prefix(line, &cursor, blanks);
        }
    }

    /// An item with nothing in it, or nothing but a task box.
    pub(super) fn empty_item(&mut self, leaf: Leaf, mut cursor: Cursor<'a>) -> Result<(), NotUnderstood> {
        cursor.skip_blanks(usize::MAX);
        self.refuse_break(leaf, &cursor)?;
        let is_box =
            self.tree.check_box(leaf.id).is_some_and(|check_box| check_box.span.start() == cursor.at);
        if leaf.last > leaf.first || (cursor.at < cursor.end && !is_box) {
            return Err(NotUnderstood);
        }
        self.put_prefix(leaf.first, &cursor, "");
        self.task_box(leaf.id, cursor.end);
        Ok(())
    }

    pub(super) fn thematic_break(&mut self, leaf: Leaf, mut cursor: Cursor<'a>) -> Result<(), NotUnderstood> {
        let is_first = self.opens_item(leaf);
        if self.config.thematic_breaks == ThematicBreaks::Keep {
            self.refuse_break(leaf, &cursor)?;
        }
        cursor.skip_blanks(usize::MAX);
        let (start, end) = (cursor.at, cursor.end);
        let typed = self.text[start..end].trim_end();
        let after_paragraph = matches!(self.adjacent_kind(), Some(BlockKind::Paragraph));
        let new = match self.config.thematic_breaks {
            ThematicBreaks::Keep => typed,
            ThematicBreaks::Hyphens if is_first && typed.starts_with('_') => typed,
            // A list's own bullet before it would make one break of the two.
            ThematicBreaks::Hyphens if is_first => "___",
            // It would underline the paragraph.
            ThematicBreaks::Hyphens if after_paragraph => "***",
            ThematicBreaks::Hyphens if self.shy_of_hyphens => "***",
            ThematicBreaks::Hyphens => "---",
        };
        self.put_prefix(leaf.first, &cursor, "");
        self.out.replace(Pass::ThematicBreaks, start, end, new);
        Ok(())
    }

    /// Marks that are changed may make a thematic break of a line that was none: `* --`.
    pub(super) fn refuse_break(&self, leaf: Leaf, cursor: &Cursor<'_>) -> Result<(), NotUnderstood> {
        let breaks = self.opens_item(leaf) && self.looks_like_break(&self.text[cursor.at..cursor.end]);
        if breaks { Err(NotUnderstood) } else { Ok(()) }
    }

    pub(super) fn indented_code(&mut self, leaf: Leaf, cursor: Cursor<'a>) -> Result<(), NotUnderstood> {
        if !self.is_contained() {
            return Ok(());
        }
        self.refuse_break(leaf, &cursor)?;
        self.put_indented(leaf.first, cursor);
        for line in leaf.first + 1..=leaf.last {
            let (cursor, reach) = self.continue_line(line);
            if reach == Reach::Lazy {
                return Err(NotUnderstood);
            }
            self.put_indented(line, cursor);
        }
        Ok(())
    }

    fn put_indented(&mut self, line: usize, mut cursor: Cursor<'a>) {
        if !self.has_prefix(line, &cursor) {
            let blanks = " ".repeat(cursor.skip_blanks(4));
            let is_empty = cursor.at == cursor.end && cursor.pending == 0;
            self.put_prefix(line, &cursor, if is_empty { "" } else { &blanks });
        }
    }

    pub(super) fn fenced_code(&mut self, leaf: Leaf, mut cursor: Cursor<'a>) -> Result<(), NotUnderstood> {
        let indent = cursor.skip_blanks(3);
        let fence = self.fence(&cursor).ok_or(NotUnderstood)?;
        let start = cursor.at;
        self.put_prefix(leaf.first, &cursor, "");
        if leaf.last == leaf.first || !self.is_closing(leaf.last, &fence) {
            // The end of the file, or of its container, closes it, and blank lines belong to it.
            return Err(NotUnderstood);
        }
        let mark = if fence.info.contains('`') { b'~' } else { b'`' };
        let mut longest = 0;
        for line in leaf.first + 1..leaf.last {
            let (mut cursor, reach) = self.continue_line(line);
            if reach == Reach::Lazy {
                return Err(NotUnderstood);
            }
            cursor.skip_blanks(indent);
            longest = longest.max(self.run_of(mark, &cursor));
            self.put_prefix(line, &cursor, "");
        }
        let (mut closing, _) = self.continue_line(leaf.last);
        closing.skip_blanks(3);
        self.put_prefix(leaf.last, &closing, "");
        if self.config.fences == Fences::Keep {
            return Ok(());
        }
        let length = 3.max(longest + 1);
        let mut line = char::from(mark).to_string().repeat(length);
        self.out.replace(Pass::Fences, closing.at, closing.end, &line);
        if fence.info.as_bytes().first() == Some(&mark) {
            line.push(' ');
        }
        line.push_str(fence.info);
        self.out.replace(Pass::Fences, start, self.line_end(leaf.first), &line);
        Ok(())
    }

    /// The fence at the cursor.
    fn fence(&self, cursor: &Cursor<'_>) -> Option<Fence<'a>> {
        let line = &self.text[cursor.at..cursor.end];
        let mark = *line.as_bytes().first().filter(|mark| matches!(mark, b'`' | b'~'))?;
        let info = line.trim_start_matches(char::from(mark));
        Some(Fence { mark, length: line.len() - info.len(), info: info.trim_matches([' ', '\t']) })
    }

    fn is_closing(&mut self, line: usize, opening: &Fence<'_>) -> bool {
        let (mut cursor, _) = self.continue_line(line);
        if cursor.skip_blanks(4) > 3 {
            return false;
        }
        self.fence(&cursor).is_some_and(|fence| {
            fence.mark == opening.mark && fence.length >= opening.length && fence.info.is_empty()
        })
    }

    /// The length of the run of `mark` that a line of code begins with, if it could be a fence.
    fn run_of(&self, mark: u8, cursor: &Cursor<'_>) -> usize {
        let line = self.text[cursor.at..cursor.end].trim_start_matches([' ', '\t']);
        let run = line.bytes().take_while(|&byte| byte == mark).count();
        if run >= 3 { run } else { 0 }
    }
}

/// Whether a block of HTML waits for an end that never comes, and so takes blank lines with it.
pub(super) fn is_open_html(html: &str) -> bool {
    const ENDS: [(&str, &str); 4] = [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")];
    if let Some((begin, end)) = ENDS.iter().find(|(begin, _)| html.starts_with(begin)) {
        return !html[begin.len()..].contains(end);
    }
    let lower = html.get(1..10).unwrap_or(html).to_ascii_lowercase();
    ["script", "pre", "style", "textarea"].iter().any(|tag| lower.starts_with(tag))
        && !html.to_ascii_lowercase().contains("</")
}
