//! Line ends: a file keeps those that most of its lines have.
//!
//! The passes see line feeds only; what they made is given the file's own line ends back.

use crate::{
    syntax::{LineEnds, Meaning},
    text::{Edit, SourceFile, Span},
};

use super::{Formatted, Refusal, gate::Passed, proposal::Pass, unchanged};

/// The file with every line end a line feed.
pub(super) fn normal(file: &SourceFile) -> SourceFile {
    if file.text().contains('\r') {
        file.with_text(file.text().replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        file.clone()
    }
}

/// What was made of `normal`, as a change of `file`.
pub(super) fn restore(
    file: &SourceFile,
    normal: &SourceFile,
    line_ends: LineEnds,
    passed: Passed,
) -> Formatted {
    let Passed { text, made, refused, .. } = passed;
    let edits = made.into_iter().map(|proposal| proposal.edit);
    if !file.text().contains('\r') {
        return Formatted { text, edits: edits.collect(), refused };
    }
    let (line_end, is_pure) = usual(file.text());
    let text = text.replace('\n', line_end);
    if text == file.text() {
        return unchanged(file, refused);
    }
    let changed = file.with_text(text);
    if Meaning::of(&changed, line_ends) != Meaning::of(file, line_ends) {
        return unchanged(file, vec![Refusal { pass: Pass::LineEnds, span: file.span() }]);
    }
    let edits = if is_pure {
        edits.map(|edit| moved(file, normal, &edit, line_end)).collect()
    } else {
        vec![difference(file.text(), changed.text())]
    };
    Formatted { text: changed.text().to_owned(), edits, refused }
}

/// The most frequent line end of a text, and whether it has no other.
fn usual(text: &str) -> (&'static str, bool) {
    let both = text.matches("\r\n").count();
    let feeds = text.matches('\n').count() - both;
    let returns = text.matches('\r').count() - both;
    let most = both.max(feeds).max(returns);
    let usual = if feeds == most {
        "\n"
    } else if both == most {
        "\r\n"
    } else {
        "\r"
    };
    (usual, most == both + feeds + returns)
}

/// An edit of `normal` as an edit of `file`, of which only the line ends differ.
fn moved(file: &SourceFile, normal: &SourceFile, edit: &Edit, line_end: &str) -> Edit {
    let place = |offset: usize| {
        let line = normal.line_index(offset);
        file.line_span(line).start() + offset - normal.line_span(line).start()
    };
    let span = Span::new(place(edit.span.start()), place(edit.span.end()));
    Edit::replace(span, edit.text.replace('\n', line_end))
}

/// The shortest single edit that makes `new` of `old`.
fn difference(old: &str, new: &str) -> Edit {
    let same = |(a, b): &((usize, char), (usize, char))| a.1 == b.1;
    let start: usize =
        old.char_indices().zip(new.char_indices()).take_while(same).map(|(a, _)| a.1.len_utf8()).sum();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end: usize = old_rest
        .chars()
        .rev()
        .zip(new_rest.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    Edit::replace(Span::new(start, old.len() - end), &new_rest[..new_rest.len() - end])
}
