//! Formatting, of a whole note or of a part.

use agenda_lint_core::{
    format::{FormatConfig, format},
    text::{Edit, SourceFile, Span, apply},
};

use crate::library::Reading;

/// The edits that `fmt` would make.
pub(crate) fn whole(reading: Reading<'_>) -> Vec<Edit> {
    format(&reading.analysis().file, config(reading)).edits
}

/// The edits that `fmt` would make to the blocks that touch `span`, the largest that hold it.
///
/// A part that could not have its form without the rest is left alone: formatting the whole
/// afterwards has to give what formatting the whole at once gives.
pub(crate) fn part(reading: Reading<'_>, span: Span) -> Vec<Edit> {
    let analysis = reading.analysis();
    let touched = analysis.tree.roots().map(|root| analysis.tree.block(root).span);
    let touched = touched.filter(|block| block.start() <= span.end() && span.start() <= block.end());
    let wide = whole_lines(&analysis.file, touched.fold(span, Span::cover));
    let formatted = format(&analysis.file, config(reading));
    let edits: Vec<Edit> = formatted.edits.into_iter().filter(|edit| wide.contains(edit.span)).collect();
    let (text, _) = apply(analysis.file.text(), [edits.as_slice()]);
    let after = format(&analysis.file.with_text(text), config(reading));
    if after.text == formatted.text { edits } else { Vec::new() }
}

/// The lines that hold a span.
fn whole_lines(file: &SourceFile, span: Span) -> Span {
    let line = |offset: usize| file.line_span(file.line_index(offset));
    line(span.start()).cover(line(span.end()))
}

fn config(reading: Reading<'_>) -> &FormatConfig {
    &reading.project.loaded.config.format
}
