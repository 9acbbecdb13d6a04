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
        // Inside a word, it is no emphasis.
        '_' => last.is_alphanumeric() && next.is_alphanumeric(),
        // Inside a line, it is neither a list nor a break.
        '-' | '+' => last.is_alphanumeric() && next.is_alphanumeric(),
        // After a word and before a blank, it is neither a number's nor an address's.
        '.' | ')' => last.is_alphabetic() && next.is_whitespace(),
        '!' => last.is_alphanumeric() && next.is_whitespace(),
        ',' | ';' | '?' | '%' => last.is_alphanumeric() && next.is_whitespace(),
        _ => false,
    }
}
