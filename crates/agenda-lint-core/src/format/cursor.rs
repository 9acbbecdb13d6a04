//! Reads the beginning of a line column by column, as Markdown does: a tab reaches to the next
//! multiple of four, and part of it may belong to one container and the rest to the next.

/// A place between two columns of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    bytes: &'t [u8],
    /// The byte that is read next.
    pub(super) at: usize,
    /// Where the line ends, its line end left out.
    pub(super) end: usize,
    /// The column, from 0.
    column: usize,
    /// Columns of a tab before `at` that nobody has taken.
    pub(super) pending: usize,
}

impl<'t> Cursor<'t> {
    /// The beginning of the line `start..end` of `text`.
    pub(super) fn new(text: &'t str, start: usize, end: usize) -> Self {
        Self { bytes: text.as_bytes(), at: start, end, column: 0, pending: 0 }
    }

    /// The next byte, if no part of a tab stands before it.
    pub(super) fn peek(&self) -> Option<u8> {
        (self.pending == 0 && self.at < self.end).then(|| self.bytes[self.at])
    }

    /// Takes at most `most` columns of blanks; says how many there were.
    pub(super) fn skip_blanks(&mut self, most: usize) -> usize {
        let mut taken = 0;
        while taken < most {
            if self.pending > 0 {
                let part = self.pending.min(most - taken);
                self.pending -= part;
                taken += part;
                self.column += part;
                continue;
            }
            match self.bytes.get(self.at) {
                Some(b' ') if self.at < self.end => self.pending = 1,
                Some(b'\t') if self.at < self.end => self.pending = 4 - self.column % 4,
                _ => break,
            }
            self.at += 1;
        }
        taken
    }

    /// Takes a mark of `bytes` bytes.
    pub(super) fn skip_mark(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.end);
        self.column += bytes;
    }

    /// Whether only blanks follow.
    pub(super) fn is_blank(&self) -> bool {
        self.bytes[self.at..self.end].iter().all(|byte| matches!(byte, b' ' | b'\t'))
    }

    /// How many columns of blanks follow.
    pub(super) fn indent(&self) -> usize {
        let mut ahead = *self;
        ahead.skip_blanks(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_can_be_shared() {
        let mut cursor = Cursor::new("-\tx", 0, 3);
        cursor.skip_mark(1);
        assert_eq!(cursor.indent(), 3);
        assert_eq!(cursor.skip_blanks(1), 1);
        assert_eq!((cursor.at, cursor.pending, cursor.peek()), (2, 2, None));
        assert_eq!(cursor.skip_blanks(9), 2);
        assert_eq!(cursor.peek(), Some(b'x'));
    }
}
