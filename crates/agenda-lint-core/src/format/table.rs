//! Tables: one space on either side of a cell, and columns aligned by the width that is seen.

use unicode_width::UnicodeWidthStr;

use crate::syntax::{BlockId, BlockKind};

use super::{
    config::Tables,
    cursor::Cursor,
    proposal::{Pass, Proposal, make},
    walk::{Leaf, NotUnderstood, Reach, Walk},
};

/// How the cells of a column are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Align {
    Unsaid,
    Left,
    Center,
    Right,
}

/// A row as it was typed: the place of its first cell, and its cells.
struct Row {
    start: usize,
    end: usize,
    cells: Vec<Cell>,
}

struct Cell {
    text: String,
    width: usize,
}

/// The narrowest column: a delimiter has three characters.
const NARROWEST: usize = 3;

impl<'a> Walk<'a> {
    pub(super) fn table(&mut self, leaf: Leaf, mut cursor: Cursor<'a>) -> Result<(), NotUnderstood> {
        let mut rows: Vec<BlockId> = self.tree.children(leaf.id).collect();
        if self.config.tables == Tables::Keep {
            return self.untouched(leaf, cursor);
        }
        if rows.len() != leaf.last - leaf.first {
            return Err(NotUnderstood);
        }
        rows.reverse();
        let mut typed = Vec::with_capacity(leaf.last - leaf.first);
        let mut aligns = Vec::new();
        let mut delimiter = (0, 0);
        for line in leaf.first..=leaf.last {
            if line > leaf.first {
                let (next, reach) = self.continue_line(line);
                if reach == Reach::Lazy {
                    return Err(NotUnderstood);
                }
                cursor = next;
            }
            cursor.skip_blanks(usize::MAX);
            self.put_prefix(line, &cursor, "");
            let source = &self.text[cursor.at..cursor.end];
            if line == leaf.first + 1 {
                aligns = split(source).map(|cell| alignment(&source[cell])).collect();
                delimiter = (cursor.at, cursor.end);
            } else {
                typed.push(self.row(rows.pop().ok_or(NotUnderstood)?, &cursor)?);
            }
        }
        if typed.first().is_none_or(|head| head.cells.len() != aligns.len()) {
            return Err(NotUnderstood);
        }
        let widths = self.widths(&typed, aligns.len());
        let mut line = String::new();
        for row in &typed {
            line.clear();
            push_row(row, &aligns, &widths, &mut line);
            self.out.replace(Pass::Tables, row.start, row.end, &line);
        }
        line.clear();
        push_delimiter(&aligns, &widths, &mut line);
        self.out.replace(Pass::Tables, delimiter.0, delimiter.1, &line);
        Ok(())
    }

    /// Reads a row; its cells must be those that the parser sees.
    fn row(&mut self, id: BlockId, cursor: &Cursor<'_>) -> Result<Row, NotUnderstood> {
        let (start, end) = (cursor.at, cursor.end);
        let source = &self.text[start..end];
        let before = self.out.list.len();
        let mut seen = self.tree.children(id);
        let mut cells = Vec::new();
        for range in split(source) {
            let typed = source[range.clone()].trim_matches([' ', '\t']);
            if let Some(cell) = seen.next() {
                let block = self.tree.block(cell);
                let is_same = self.file.slice(block.span).trim_matches([' ', '\t']) == typed;
                if block.kind != BlockKind::TableCell || !is_same || has_open_template(typed) {
                    return Err(NotUnderstood);
                }
                self.inlines(cell);
            }
            let at = start + range.start + source[range].find(typed).unwrap_or_default();
            cells.push(at..at + typed.len());
        }
        // A cell that is not there at all is made up by the parser; it is never written.
        if seen.any(|cell| !self.tree.block(cell).span.is_empty()) {
            return Err(NotUnderstood);
        }
        let mut changes = self.out.list.split_off(before);
        changes.sort_by_key(|change| change.edit.span);
        let cells = cells.into_iter().map(|range| {
            let text = changed(self.text, range, &changes);
            let width = if text.is_ascii() { text.len() } else { text.width() };
            Cell { text, width }
        });
        Ok(Row { start, end, cells: cells.collect() })
    }

    /// The widths of the columns; none where the table is not to be aligned.
    fn widths(&self, rows: &[Row], columns: usize) -> Vec<usize> {
        let mut widths = vec![NARROWEST; columns];
        let mut compact = columns * (NARROWEST + 3);
        for row in rows {
            for (cell, width) in row.cells.iter().zip(&mut widths) {
                *width = cell.width.max(*width);
                compact += cell.width + 3;
            }
        }
        let aligned = (rows.len() + 1) * widths.iter().map(|width| width + 3).sum::<usize>();
        if self.config.tables == Tables::Compact || aligned > 2 * compact {
            widths.clear();
        }
        widths
    }
}

/// The text of `range` with the changes inside it.
fn changed(text: &str, range: std::ops::Range<usize>, changes: &[Proposal]) -> String {
    let inside = changes
        .iter()
        .filter(|change| range.start <= change.edit.span.start() && change.edit.span.end() <= range.end);
    let mut moved: Vec<Proposal> = inside.cloned().collect();
    for change in &mut moved {
        let span = change.edit.span;
        change.edit.span = (span.start() - range.start..span.end() - range.start).into();
    }
    make(&text[range], moved.iter())
}

/// The cells of a row: between its pipes, those escaped by a backslash excepted.
fn split(row: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let bytes = row.trim_end_matches([' ', '\t']).as_bytes();
    let mut start = usize::from(bytes.first() == Some(&b'|'));
    std::iter::from_fn(move || {
        if start >= bytes.len() {
            return None;
        }
        let mut at = start;
        while at < bytes.len() && bytes[at] != b'|' {
            at += if bytes[at] == b'\\' { 2 } else { 1 };
        }
        let cell = start..at.min(bytes.len());
        start = at + 1;
        Some(cell)
    })
}

fn alignment(delimiter: &str) -> Align {
    let delimiter = delimiter.trim_matches([' ', '\t']);
    match (delimiter.starts_with(':'), delimiter.ends_with(':')) {
        (false, false) => Align::Unsaid,
        (true, false) => Align::Left,
        (true, true) => Align::Center,
        (false, true) => Align::Right,
    }
}

/// Whether a template or wiki link begins in the cell and does not end there.
fn has_open_template(cell: &str) -> bool {
    [("{{", "}}"), ("<%", "%>"), ("[[", "]]")]
        .iter()
        .any(|(begin, end)| cell.matches(begin).count() != cell.matches(end).count())
}

fn push_row(row: &Row, aligns: &[Align], widths: &[usize], line: &mut String) {
    line.push('|');
    for (column, cell) in row.cells.iter().enumerate() {
        let blanks = widths.get(column).copied().unwrap_or_default().saturating_sub(cell.width);
        let before = match aligns.get(column) {
            Some(Align::Right) => blanks,
            Some(Align::Center) => blanks / 2,
            _ => 0,
        };
        line.extend(std::iter::repeat_n(' ', before + 1));
        line.push_str(&cell.text);
        line.extend(std::iter::repeat_n(' ', blanks - before + 1));
        line.push('|');
    }
}

fn push_delimiter(aligns: &[Align], widths: &[usize], line: &mut String) {
    line.push('|');
    for (column, align) in aligns.iter().enumerate() {
        let width = widths.get(column).copied().unwrap_or(NARROWEST);
        let (left, right) = match align {
            Align::Unsaid => ("", ""),
            Align::Left => (":", ""),
            Align::Center => (":", ":"),
            Align::Right => ("", ":"),
        };
        line.push(' ');
        line.push_str(left);
        line.extend(std::iter::repeat_n('-', width - left.len() - right.len()));
        line.push_str(right);
        line.push_str(" |");
    }
}
