//! Backslashes that change nothing are taken away; where there is doubt, they stay.

use crate::{syntax::BlockId, text::Span};

use super::{proposal::Pass, walk::Walk};

impl Walk<'_> {
    /// Takes away the backslash before a piece of text, if the text reads the same without it.
    pub(super) fn escape(&mut self, block: BlockId, span: Span) {
        let (before, rest) = self.text.split_at(span.start());
        let Some(before) = before.strip_suffix('\\').filter(|_| self.config.escapes.is_on()) else { return };
        let mut rest = rest.chars();
        let escaped = rest.next().unwrap_or_default();
        let last = before.chars().next_back().unwrap_or('\n');
        let next = rest.next().unwrap_or('\n');
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
        '!' => !matches!(last, '<' | '\n') && next.is_whitespace(),
        ',' => true,
        _ => false,
    }
}
