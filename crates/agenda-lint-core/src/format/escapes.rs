//! Backslashes that change nothing are taken away; where there is doubt, they stay.

use crate::{syntax::BlockId, text::Span};

use super::{proposal::Pass, walk::Walk};

impl Walk<'_> {
    /// Takes away the backslash before a piece of text, if the text reads the same without it.
    pub(super) fn escape(&mut self, block: BlockId, span: Span) {
        let (before, rest) = self.text.split_at(span.start());
        let Some(before) = before.strip_suffix('\\').filter(|_| self.config.escapes.is_on()) else { return };
        // What stands around a cell or a paragraph is as good as a line end.
        let typed = self.file.slice(self.tree.block(block).span);
        let end = self.tree.block(block).span.start() + typed.trim_end().len();
        let start = self.tree.block(block).span.end() - typed.trim_start().len();
        let mut rest = rest.chars();
        let escaped = rest.next().unwrap_or_default();
        let after = span.start() + escaped.len_utf8();
        let next = rest.next().filter(|_| after < end).unwrap_or('\n');
        let last = before.chars().next_back().filter(|_| before.len() > start).unwrap_or('\n');
        if is_needless(last, escaped, next) && !self.is_protected(block, span.start()) {
            self.out.replace(Pass::Escapes, before.len(), span.start(), "");
        }
    }
}

/// Whether `escaped` means itself between `last` and `next`, wherever they stand.
fn is_needless(last: char, escaped: char, next: char) -> bool {
    match escaped {
        // Inside a word, they make neither emphasis nor a list.
        '_' | '-' | '+' => last.is_alphanumeric() && next.is_alphanumeric(),
        // After anything but a number, and before a blank, it makes neither a list nor an address.
        '.' => !last.is_ascii_digit() && !last.is_whitespace() && next.is_whitespace(),
        // Before a blank, it begins no image.
        '!' => last != '<' && !last.is_whitespace() && next.is_whitespace(),
        ',' => true,
        _ => false,
    }
}
