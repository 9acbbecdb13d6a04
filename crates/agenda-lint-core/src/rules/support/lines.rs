//! Moving whole lines.

use crate::text::{Edit, SourceFile, Span};

/// The lines that `span` touches, with the line end of the last.
pub(in crate::rules) fn whole_lines(file: &SourceFile, span: Span) -> Span {
    let first = file.line_span(file.line_index(span.start()));
    let last = file.line_span(file.line_index(span.end().saturating_sub(1).max(span.start())));
    first.cover(last)
}

/// Moves the lines of `span`, blocks of their own, before the block that begins at byte `to`.
/// None where they would land inside themselves.
pub(in crate::rules) fn move_block(file: &SourceFile, span: Span, to: usize) -> Option<Vec<Edit>> {
    let lines = whole_lines(file, span);
    let to = file.line_span(file.line_index(to)).start();
    if lines.start() <= to && to <= lines.end() {
        return None;
    }
    let newline = newline(file);
    let block = file.slice(lines).trim_end_matches(['\n', '\r']);
    let inserted = format!("{block}{newline}{newline}");
    Some(vec![Edit::insert(to, inserted), Edit::delete(with_blank_lines(file, lines))])
}

/// The lines with the blank ones after them or, at the end of the file, before them.
pub(in crate::rules) fn with_blank_lines(file: &SourceFile, lines: Span) -> Span {
    let (before, after) = (&file.text()[..lines.start()], &file.text()[lines.end()..]);
    let rest = after.trim_start();
    if !rest.is_empty() {
        let end = file.line_span(file.line_index(file.text().len() - rest.len())).start();
        return Span::new(lines.start(), end.max(lines.end()));
    }
    let kept = before.trim_end();
    let start = file.line_span(file.line_index(kept.len())).end();
    Span::new(if kept.is_empty() { 0 } else { start.min(lines.start()) }, file.text().len())
}

/// The line end that the file uses.
pub(in crate::rules) fn newline(file: &SourceFile) -> &'static str {
    if file.slice(file.line_span(0)).ends_with("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::apply;

    #[test]
    fn blocks_move_with_one_blank_line_between_them() {
        for (text, block, to, moved) in [
            ("a\n\nb\n\nc\n", "b", 0, "b\n\na\n\nc\n"),
            ("a\n\nb\n", "b", 0, "b\n\na\n"),
            ("a\nb", "b", 0, "b\n\na\n"),
            ("a\r\n\r\nb\r\n", "b", 0, "b\r\n\r\na\r\n"),
            ("a\n\n\nb\n\nc\n", "c", 4, "a\n\n\nc\n\nb\n"),
        ] {
            let file = SourceFile::new("a.md", text);
            let start = text.find(block).unwrap();
            let edits = move_block(&file, Span::new(start, start + 1), to).unwrap();
            assert_eq!(apply(text, [&edits[..]]).0, moved, "{text:?}");
        }
        let file = SourceFile::new("a.md", "a\n");
        assert_eq!(move_block(&file, Span::new(0, 1), 0), None);
    }
}
