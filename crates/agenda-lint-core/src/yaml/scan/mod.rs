//! A scan of the text that refuses what the reader cannot bear, and notes where the keys stand.
//!
//! It knows just enough of YAML to tell where a value may begin: quotes, comments, block scalars,
//! flow brackets. What it does not understand it leaves for the reader to refuse.

mod scalar;

use rustc_hash::FxHashMap;

use super::{Key, Keys, YamlError};
use crate::text::Span;

/// How deep brackets may be nested: the reader's time grows with the square of the depth.
const MAX_FLOW: usize = 32;

/// How deep blocks may be nested.
const MAX_BLOCKS: usize = 64;

/// Notes the keys of `text`, or says why the text is refused.
pub(super) fn scan(text: &str, limit: usize) -> Result<Keys, YamlError> {
    // Comments cost the reader nothing to speak of.
    let is_comment = |line: &&str| line.trim_start().starts_with('#');
    if text.len() > limit
        && text.lines().filter(|line| !is_comment(line)).map(str::len).sum::<usize>() > limit
    {
        let message = format!("this is longer than the {} KiB that are read", limit / 1024);
        return Err(YamlError { message, span: None, help: None });
    }
    refuse_controls(text)?;
    let mut scanner = Scanner {
        text,
        at: 0,
        line: 0,
        frames: Vec::new(),
        flow: 0,
        collections: 0,
        seen: FxHashMap::default(),
        keys: Keys::default(),
    };
    scanner.document()?;
    Ok(scanner.keys)
}

/// The YAML reader takes some control characters for line ends, and none belongs into a note.
fn refuse_controls(text: &str) -> Result<(), YamlError> {
    let is_bad = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n' | '\r')
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
    };
    match text.char_indices().find(|&(_, c)| is_bad(c)) {
        None => Ok(()),
        Some((at, c)) => {
            let message = format!("the control character U+{:04X} cannot stand here", u32::from(c));
            Err(YamlError::new(message, Span::new(at, at + c.len_utf8()))
                .with_help("remove it; it is invisible in most editors"))
        }
    }
}

/// A collection that is open.
struct Frame {
    /// The column of its keys or dashes; none in brackets.
    column: Option<usize>,
    /// Which collection it is, to tell keys of the same name apart.
    id: usize,
    /// Its current key.
    key: Option<usize>,
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    /// Where the current line starts.
    line: usize,
    frames: Vec<Frame>,
    flow: usize,
    collections: usize,
    seen: FxHashMap<(usize, &'t str), Span>,
    keys: Keys,
}

impl<'t> Scanner<'t> {
    fn document(&mut self) -> Result<(), YamlError> {
        while self.at < self.text.len() {
            self.line = self.at;
            self.start_line()?;
            while !self.at_line_end() {
                self.node()?;
            }
            self.skip_line_end();
        }
        Ok(())
    }

    /// Skips the indentation and closes the blocks that it ends.
    fn start_line(&mut self) -> Result<(), YamlError> {
        self.skip(|byte| byte == b' ');
        if self.peek() == Some(b'\t') && self.flow == 0 {
            let tab = self.at;
            self.skip(|byte| matches!(byte, b' ' | b'\t'));
            if !self.at_line_end() && self.peek() != Some(b'#') {
                return Err(YamlError::new("a tab indents this line", Span::new(tab, tab + 1))
                    .with_help("YAML is indented with spaces only"));
            }
        }
        if self.at_line_end() || self.peek() == Some(b'#') {
            self.skip_comment();
            return Ok(());
        }
        let column = self.at - self.line;
        if column == 0 && self.flow == 0 && (self.rest().starts_with("---") || self.rest().starts_with("..."))
        {
            return self.document_mark();
        }
        if self.flow == 0 {
            while self.frames.last().is_some_and(|frame| frame.column.is_some_and(|open| open > column)) {
                self.frames.pop();
            }
        }
        self.keys.content = true;
        Ok(())
    }

    fn document_mark(&mut self) -> Result<(), YamlError> {
        if !matches!(self.byte(3), None | Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.keys.content = true;
            return Ok(());
        }
        if self.keys.content && self.rest().starts_with('-') {
            return Err(YamlError::new("a second document begins here", Span::new(self.at, self.at + 3))
                .with_help("remove the `---`: one file holds one document"));
        }
        self.at += 3;
        Ok(())
    }

    /// Takes what stands where a value may begin.
    fn node(&mut self) -> Result<(), YamlError> {
        let Some(byte) = self.peek() else { return Ok(()) };
        let next_is_blank = matches!(self.byte(1), None | Some(b' ' | b'\t' | b'\n' | b'\r'));
        match byte {
            b' ' | b'\t' => self.at += 1,
            b'#' => self.skip_comment(),
            b'-' | b'?' if next_is_blank && self.flow == 0 => {
                let column = self.at - self.line;
                self.open_block(column)?;
                self.at += 1;
            }
            b'&' | b'*' => return Err(self.refused("anchors and aliases (`&`, `*`) are not supported")),
            b'!' => return Err(self.refused("tags (`!`) are not supported")),
            b'@' | b'`' | b'%' => {
                return Err(self.refused(&format!("a value cannot begin with `{}`", char::from(byte))));
            }
            b'[' | b'{' => self.open_flow()?,
            b']' | b'}' => self.close_flow(),
            b',' | b':' => self.at += 1,
            b'|' | b'>' if self.flow == 0 => self.block_scalar(),
            b'"' | b'\'' => {
                let start = self.at;
                self.quoted(byte);
                self.maybe_key(start, true)?;
            }
            _ => self.plain()?,
        }
        Ok(())
    }

    fn refused(&self, message: &str) -> YamlError {
        let rest = self.rest();
        let end = rest.find([' ', '\t', '\n', '\r', ',', ']', '}']).unwrap_or(rest.len());
        let word = &rest[..end];
        YamlError::new(message, Span::new(self.at, self.at + end))
            .with_help(format!("if it is text, put quotes around it: \"{word}\""))
    }

    fn open_block(&mut self, column: usize) -> Result<(), YamlError> {
        if self.frames.last().and_then(|frame| frame.column) == Some(column) {
            return Ok(());
        }
        self.open(Some(column), MAX_BLOCKS)
    }

    fn open_flow(&mut self) -> Result<(), YamlError> {
        self.flow += 1;
        if self.flow > MAX_FLOW {
            let message = format!("brackets are nested deeper than {MAX_FLOW} levels");
            return Err(YamlError::new(message, Span::new(self.at, self.at + 1)));
        }
        self.at += 1;
        self.open(None, usize::MAX)
    }

    fn open(&mut self, column: Option<usize>, most: usize) -> Result<(), YamlError> {
        if self.frames.len() > most {
            let message = format!("blocks are nested deeper than {most} levels");
            return Err(YamlError::new(message, Span::new(self.at, self.at + 1)));
        }
        self.collections += 1;
        self.frames.push(Frame { column, id: self.collections, key: None });
        Ok(())
    }

    fn close_flow(&mut self) {
        self.at += 1;
        if self.flow > 0 {
            self.flow -= 1;
            self.frames.pop();
        }
    }

    /// Notes a key if a colon follows what began at `start`.
    fn maybe_key(&mut self, start: usize, quoted: bool) -> Result<bool, YamlError> {
        let end = start + self.text[start..self.at].trim_end().len();
        if quoted {
            self.skip(|byte| matches!(byte, b' ' | b'\t'));
        }
        if self.peek() != Some(b':') || start < self.line {
            return Ok(false);
        }
        self.at += 1;
        let span = Span::new(start, end);
        let name = &self.text[start..end];
        let name = if quoted { name.get(1..name.len() - 1).unwrap_or_default() } else { name };
        if name == "<<" {
            return Err(YamlError::new("merge keys (`<<`) are not supported", span));
        }
        if self.flow == 0 {
            self.open_block(start - self.line)?;
        }
        self.note(name, span)?;
        Ok(true)
    }

    fn note(&mut self, name: &'t str, span: Span) -> Result<(), YamlError> {
        let parent = self.frames.iter().rev().skip(1).find_map(|frame| frame.key);
        let Some(frame) = self.frames.last_mut() else { return Ok(()) };
        if let Some(first) = self.seen.insert((frame.id, name), span) {
            let line = self.text[..first.start()].matches('\n').count() + 1;
            return Err(YamlError::new(format!("`{name}` is given twice"), span)
                .with_help(format!("it was given in line {line} already; keep one of the two")));
        }
        frame.key = Some(self.keys.keys.len());
        self.keys.keys.push(Key { name: name.to_owned(), span, parent });
        Ok(())
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn peek(&self) -> Option<u8> {
        self.byte(0)
    }

    fn at_line_end(&self) -> bool {
        matches!(self.peek(), None | Some(b'\n' | b'\r'))
    }

    fn skip(&mut self, while_is: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&while_is) {
            self.at += 1;
        }
    }

    fn skip_comment(&mut self) {
        self.skip(|byte| !matches!(byte, b'\n' | b'\r'));
    }

    fn skip_line_end(&mut self) {
        if self.rest().starts_with("\r\n") {
            self.at += 2;
        } else if self.at < self.text.len() {
            self.at += 1;
        }
    }
}
