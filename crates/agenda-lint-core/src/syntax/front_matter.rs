//! The YAML that a file may begin with.

use crate::text::{SourceFile, Span};

/// Finds the front matter: the file's first line is `---`, and a line `---` or `...` follows.
///
/// Returns the YAML between the two lines, and the byte offset at which the Markdown begins. The
/// parser is never asked to find it: it would take any two `---` lines for front matter and lose
/// what stands between them.
pub(super) fn split(file: &SourceFile) -> Option<(Span, usize)> {
    if file.line(0).trim_end() != "---" {
        return None;
    }
    let first = file.line_span(0).end();
    (1..file.line_count()).find(|&line| matches!(file.line(line).trim_end(), "---" | "...")).map(|line| {
        let closing = file.line_span(line);
        (Span::new(first, closing.start()), closing.end())
    })
}
