//! Tables: rows that stand for themselves, or the keys and values of one thing.

use super::{Nesting, Part, Splitter};
use crate::{syntax::BlockId, text::is_one_of};

impl Splitter<'_> {
    pub(super) fn table(&mut self, table: BlockId) {
        let head = self.tree.children(table).next();
        let is_one = self.holds_values(table);
        for (at, row) in self.tree.children(table).skip(1).enumerate() {
            let nesting = if is_one && at > 0 { Nesting::Led } else { Nesting::No };
            self.parts.row.push(Part::Content { block: row, table_head: head, nesting });
        }
    }

    /// Whether a table of two columns has no name for the second, and its first one holds the parts of an ask: it tells one
    /// thing, by keys and values.
    fn holds_values(&self, table: BlockId) -> bool {
        const PARTS: [&str; 10] = [
            "problem",
            "pain",
            "situation",
            "context",
            "background",
            "tried",
            "did",
            "ask",
            "question",
            "options",
        ];
        let mut rows = self.tree.children(table);
        let second = |row: BlockId| self.tree.children(row).nth(1);
        let is_bare = |head: BlockId| second(head).is_some_and(|cell| self.tree.inlines(cell).is_empty());
        let is_part = |row: BlockId| {
            self.tree.children(row).next().is_some_and(|cell| {
                let words = self.words(cell);
                let mut words = words.split(|c: char| !c.is_alphanumeric());
                words.any(|word| is_one_of(word, &PARTS))
            })
        };
        rows.next().is_some_and(is_bare) && rows.filter(|&row| is_part(row)).nth(1).is_some()
    }
}
