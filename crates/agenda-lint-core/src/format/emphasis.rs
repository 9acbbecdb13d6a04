//! Marks of emphasis: `*so*` and `**so**`.

use crate::{syntax::BlockId, text::Span};

use super::{config::Emphasis, proposal::Pass, walk::Walk};

impl Walk<'_> {
    /// Writes the underscores around `span`, `length` on either side, as asterisks.
    pub(super) fn emphasis(&mut self, block: BlockId, span: Span, length: usize) {
        let bytes = self.text.as_bytes();
        let (start, end) = (span.start(), span.end());
        if bytes.get(start) != Some(&b'_')
            || self.config.emphasis == Emphasis::Keep
            || span.len() < 2 * length
        {
            return;
        }
        let is_mark = |at: usize| matches!(bytes.get(at), Some(b'*' | b'_'));
        let touches = (start > 0 && is_mark(start - 1))
            || is_mark(start + length)
            || is_mark(end - length - 1)
            || is_mark(end);
        if touches || self.is_protected(block, start) || self.guarded(block).loose_asterisk {
            return;
        }
        let marks = &"**"[..length];
        self.out.replace(Pass::Emphasis, start, start + length, marks);
        self.out.replace(Pass::Emphasis, end - length, end, marks);
    }
}
