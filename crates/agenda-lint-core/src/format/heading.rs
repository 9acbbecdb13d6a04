//! Headings: marked by `#`, one space, nothing after the text.

use crate::syntax::BlockKind;

use super::{
    config::Headings,
    cursor::Cursor,
    proposal::Pass,
    walk::{Leaf, NotUnderstood, Walk},
};

impl<'a> Walk<'a> {
    pub(super) fn heading(&mut self, leaf: Leaf, mut cursor: Cursor<'a>) -> Result<(), NotUnderstood> {
        let BlockKind::Heading { level, setext } = leaf.kind else { return Err(NotUnderstood) };
        cursor.skip_blanks(usize::MAX);
        self.put_prefix(leaf.first, &cursor, "");
        self.inlines(leaf.id);
        if setext { self.underlined(leaf, &cursor, usize::from(level)) } else { self.marked(leaf, &cursor) }
    }

    /// `##  so  ##`
    fn marked(&mut self, leaf: Leaf, cursor: &Cursor<'_>) -> Result<(), NotUnderstood> {
        let line = &self.text[cursor.at..cursor.end];
        let rest = line.trim_start_matches('#');
        let marks_end = cursor.end - rest.len();
        let start = cursor.end - rest.trim_start_matches([' ', '\t']).len();
        let inlines = self.tree.inlines(leaf.id);
        let end = inlines.iter().map(|inline| inline.span.end()).max().unwrap_or(start).max(start);
        let Some(tail) = self.text.get(end..cursor.end) else { return Err(NotUnderstood) };
        if self.config.headings == Headings::Keep {
            return Ok(());
        }
        if inlines.is_empty() {
            self.out.replace(Pass::Headings, marks_end, cursor.end, "");
            return Ok(());
        }
        self.out.replace(Pass::Headings, marks_end, start, " ");
        let bare = tail.trim_end_matches([' ', '\t']);
        if tail.trim_matches([' ', '\t', '#']).is_empty() && !ends_with_marks(&self.text[start..end]) {
            self.out.replace(Pass::Headings, end, cursor.end, "");
        } else {
            self.out.replace(Pass::TrailingSpaces, end + bare.len(), cursor.end, "");
        }
        Ok(())
    }

    /// A heading that is underlined gets marks, unless it has several lines.
    fn underlined(&mut self, leaf: Leaf, cursor: &Cursor<'_>, level: usize) -> Result<(), NotUnderstood> {
        let text = self.text[cursor.at..cursor.end].trim_end_matches([' ', '\t']);
        let fits = leaf.last == leaf.first + 1 && !ends_with_marks(text);
        if self.config.headings == Headings::Keep || !fits {
            return self.lines(leaf, leaf.last);
        }
        let marks = format!("{} ", "#".repeat(level));
        self.out.replace(Pass::Headings, cursor.at, cursor.at, &marks);
        self.out.replace(Pass::Headings, cursor.at + text.len(), self.line_end(leaf.last), "");
        Ok(())
    }
}

/// Whether the end of `text` would be taken for the closing marks of a heading.
fn ends_with_marks(text: &str) -> bool {
    let bare = text.trim_end_matches('#');
    bare.len() < text.len() && (bare.is_empty() || bare.ends_with([' ', '\t']))
}
