//! Skips scalars: quoted, in a block, plain.

use super::{Scanner, YamlError};

impl Scanner<'_> {
    /// Skips a quoted scalar, over line ends too.
    pub(super) fn quoted(&mut self, quote: u8) {
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' if quote == b'"' => self.at += self.rest().chars().next().map_or(0, char::len_utf8),
                b'\'' if quote == b'\'' && self.peek() == Some(b'\'') => self.at += 1,
                byte if byte == quote => return,
                b'\n' => self.line = self.at,
                _ => {}
            }
        }
    }

    /// Skips the text of a block scalar: the lines that are indented deeper than its parent.
    pub(super) fn block_scalar(&mut self) {
        self.skip_comment();
        let parent = self.frames.last().and_then(|frame| frame.column);
        let mut indent = parent.map_or(0, |column| column + 1);
        let mut first = true;
        while self.at < self.text.len() {
            let line_end = self.at;
            self.skip_line_end();
            let line = self.rest().split(['\n', '\r']).next().unwrap_or_default();
            let blanks = line.len() - line.trim_start_matches(' ').len();
            if !line.trim().is_empty() {
                if blanks < indent {
                    self.at = line_end;
                    return;
                }
                if first {
                    (indent, first) = (blanks, false);
                }
            }
            self.at += line.len();
        }
    }

    /// A plain scalar: a key, or a value that may go on in the next lines.
    pub(super) fn plain(&mut self) -> Result<(), YamlError> {
        let start = self.at;
        self.skip_plain();
        if self.maybe_key(start, false)? || self.flow > 0 {
            return Ok(());
        }
        // Lines that are indented deeper than the block go on with the text, whatever they begin with.
        let parent = self.frames.last().and_then(|frame| frame.column);
        while self.at_line_end() && self.at < self.text.len() {
            let before = (self.at, self.line);
            self.skip_line_end();
            self.line = self.at;
            self.skip(|byte| byte == b' ');
            let column = self.at - self.line;
            let goes_on = self.at_line_end() || parent.is_some_and(|parent| column > parent);
            if !goes_on || self.peek() == Some(b'#') {
                (self.at, self.line) = before;
                return Ok(());
            }
            let line = self.at;
            self.skip_plain();
            // A key in here is an error of the user's, which the reader explains.
            if self.peek() == Some(b':') {
                self.at = line;
                return Ok(());
            }
        }
        Ok(())
    }

    /// Skips to where a plain scalar ends in this line.
    fn skip_plain(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(byte) = self.peek() {
            let blank_next = matches!(self.byte(1), None | Some(b' ' | b'\t' | b'\n' | b'\r'));
            let flow_next = matches!(self.byte(1), Some(b',' | b'[' | b']' | b'{' | b'}'));
            match byte {
                b'\n' | b'\r' => break,
                b':' if blank_next || (self.flow > 0 && flow_next) => break,
                b'#' if self.at > 0 && matches!(bytes[self.at - 1], b' ' | b'\t') => break,
                b',' | b'[' | b']' | b'{' | b'}' if self.flow > 0 => break,
                _ => self.at += 1,
            }
        }
    }
}
