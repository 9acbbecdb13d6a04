//! The quotes, lists and items around a block, and the marks they are given.

use crate::{
    syntax::{BlockId, BlockKind, Tree},
    text::SourceFile,
};

use super::config::{Bullet, FormatConfig, Numbering};

/// The greatest number that a list item may have.
const MAX_NUMBER: u32 = 999_999_999;

/// A container that is open around the block being looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) id: BlockId,
    pub(super) kind: FrameKind,
    /// Where its mark stands.
    pub(super) start: usize,
    /// The position, among all blocks, of the first block after it.
    pub(super) end: usize,
    /// The mark of the list that is its last child so far.
    pub(super) last_list: Option<u8>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum FrameKind {
    Quote,
    List(List),
    Item {
        /// How many columns a line must begin with to belong to it, as it was typed.
        required: usize,
        /// How many it will need.
        width: usize,
    },
}

/// A list, and how its items are marked from now on.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// Blank lines stand between its items.
    pub(super) loose: bool,
    /// The bullet, or what follows the number; none to keep what was typed.
    mark: Option<u8>,
    /// The number of the next item, and how far the one after it is away; none to keep them.
    numbers: Option<(u32, u32)>,
    /// The column of its items, as they were typed; none before the first.
    column: Option<usize>,
}

impl List {
    /// The list `id`, which follows a list marked by `last_list`.
    pub(super) fn new(
        file: &SourceFile,
        tree: &Tree,
        id: BlockId,
        config: &FormatConfig,
        last_list: Option<u8>,
    ) -> Self {
        let loose = is_loose(file, tree, id);
        let ordered = matches!(tree.block(id).kind, BlockKind::List { start: Some(_) });
        if !ordered {
            return Self { loose, mark: bullet(config.bullet, last_list), numbers: None, column: None };
        }
        if config.numbering == Numbering::Keep {
            return Self { loose, mark: None, numbers: None, column: None };
        }
        let mark = if last_list == Some(b'.') { b')' } else { b'.' };
        let mut items = tree.children(id).map(|item| number(file.slice(tree.block(item).span).trim_start()));
        let (first, second) = (items.next().unwrap_or_default(), items.next());
        let step = u32::from(second != Some(first));
        let last = u32::try_from(items.count() + 1).unwrap_or(MAX_NUMBER).saturating_mul(step);
        let numbers = (first.saturating_add(last) <= MAX_NUMBER).then_some((first, step));
        Self { loose, mark: Some(mark), numbers, column: None }
    }

    /// What tells this list from one that follows it directly.
    pub(super) fn mark(&self) -> Option<u8> {
        self.mark
    }

    /// The blanks before the mark of the next item, which was typed at `column` of its container.
    ///
    /// A reply is often typed one space further in. Markdown takes no notice, but people do.
    pub(super) fn place_item(&mut self, column: usize) -> usize {
        let is_reply = self.column.is_some_and(|usual| column > usual);
        if !is_reply {
            self.column = Some(column);
        }
        usize::from(is_reply)
    }

    /// Writes the mark of the next item, typed as `typed`, into `out`.
    pub(super) fn push_mark(&mut self, typed: &str, out: &mut String) {
        let digits = typed.trim_end_matches(|c: char| !c.is_ascii_digit());
        match &mut self.numbers {
            Some((number, step)) => {
                out.push_str(&number.to_string());
                *number += *step;
            }
            None => out.push_str(digits),
        }
        match self.mark {
            Some(mark) => out.push(char::from(mark)),
            None => out.push_str(&typed[digits.len()..]),
        }
    }
}

fn bullet(wanted: Bullet, last_list: Option<u8>) -> Option<u8> {
    let (mark, other) = match wanted {
        Bullet::Hyphen => (b'-', b'*'),
        Bullet::Asterisk => (b'*', b'-'),
        Bullet::Plus => (b'+', b'-'),
        Bullet::Keep => return None,
    };
    Some(if last_list == Some(mark) { other } else { mark })
}

/// How many bytes the mark has that `text` begins with: a bullet, or a number and what follows it.
pub(super) fn mark_length(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count() + 1
}

fn number(text: &str) -> u32 {
    text.get(..mark_length(text) - 1).and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

/// Whether a blank line stands between two items of the list, or between two blocks of one item.
fn is_loose(file: &SourceFile, tree: &Tree, list: BlockId) -> bool {
    let mut end = None;
    for item in tree.children(list) {
        let mut inner_end = None;
        for child in tree.children(item) {
            let span = tree.block(child).span;
            if inner_end.is_some_and(|end| has_blank_line(file, end, span.start())) {
                return true;
            }
            inner_end = Some(span.end());
        }
        let span = tree.block(item).span;
        if end.is_some_and(|end| has_blank_line(file, end, span.start())) {
            return true;
        }
        end = Some(span.end());
    }
    false
}

fn has_blank_line(file: &SourceFile, from: usize, to: usize) -> bool {
    let gap = file.text().get(from..to).unwrap_or_default();
    memchr::memchr_iter(b'\n', gap.as_bytes()).nth(1).is_some()
}
