//! Gives a note the form that one careful person would have typed, and changes nothing that a
//! reader sees.
//!
//! The passes look at one reading of the text and propose edits on what they understand; all else
//! stays byte for byte. Before anything is returned, the gate reads the result again and holds it
//! against the original. May use: `text`, `syntax`, `document`, `analysis`.

mod config;
mod container;
mod cursor;
mod emphasis;
mod escapes;
mod front_matter;
mod gate;
mod heading;
mod leaf;
mod line_ends;
mod notes;
mod page;
mod paragraph;
mod proposal;
mod protected;
mod table;
mod walk;
mod wrap;

pub use config::{
    Bullet, Dates, Emphasis, Fences, FormatConfig, Headings, Indent, Numbering, OnRequest, Tables,
    ThematicBreaks, Tidy, Wrap,
};
pub use proposal::Pass;

use std::sync::Arc;

use similar::{DiffOp, TextDiff};

use crate::{
    analysis::Knowledge,
    syntax::{LineEnds, Tree},
    text::{Edit, SourceFile, Span},
};

/// How often the passes are made over a note that they change again and again.
const ROUNDS: usize = 4;

/// A formatted note.
#[derive(Clone, Debug, Default)]
pub struct Formatted {
    /// The new text, without a byte-order mark.
    pub text: String,
    /// What changes in the old text, in order and disjoint; empty if the note has its form already.
    pub edits: Vec<Edit>,
    /// What the gate did not let through.
    pub refused: Vec<Refusal>,
}

/// Changes that would have changed what the note says, and were not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Who proposed them.
    pub pass: Pass,
    /// The block of the top level that was left as it is; byte offsets into the old text.
    pub span: Span,
}

/// Formats a note, in which sections and people have their usual names; see [`format_with`].
pub fn format(file: &SourceFile, config: &FormatConfig) -> Formatted {
    if notes::are_wanted(config) { format_with(file, config, &Arc::default()) } else { form(file, config) }
}

/// Formats a note with what is known of its sections and people, which matters to the passes that
/// are made on request only.
///
/// A note that is nested too deeply to be read comes back as it is.
pub fn format_with(file: &SourceFile, config: &FormatConfig, knowledge: &Arc<Knowledge>) -> Formatted {
    if !notes::are_wanted(config) {
        return form(file, config);
    }
    let (rewritten, mut refused) = notes::rewrite(file, config, knowledge);
    let mut formatted = form(&rewritten, config);
    refused.append(&mut formatted.refused);
    let edits = differences(file.text(), &formatted.text);
    Formatted { edits, refused, ..formatted }
}

/// The edits, whole lines each, that make `new` of `old`.
fn differences(old: &str, new: &str) -> Vec<Edit> {
    let (old_lines, new_lines) = (line_places(old), line_places(new));
    let diff = TextDiff::from_lines(old, new);
    let ops = diff.ops().iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    ops.map(|op| {
        let old_span = Span::new(old_lines[op.old_range().start], old_lines[op.old_range().end]);
        let new_place = new_lines[op.new_range().start]..new_lines[op.new_range().end];
        Edit::replace(old_span, &new[new_place])
    })
    .collect()
}

/// Where each line begins and, at last, where the text ends.
fn line_places(text: &str) -> Vec<usize> {
    let file = SourceFile::new("", text);
    let lines = file.line_count() - usize::from(file.line_span(file.line_count() - 1).is_empty());
    (0..=lines).map(|line| file.line_span(line).start()).collect()
}

/// Gives the note its form, and changes nothing that it says.
///
/// A change may make room for another, though that is rare: then the passes are made again, until
/// there is nothing left to change. A note that does not settle is left alone.
fn form(file: &SourceFile, config: &FormatConfig) -> Formatted {
    let (mut formatted, mut settled) = form_once(file, config);
    if settled {
        return formatted;
    }
    for _ in 0..ROUNDS {
        let (again, is_settled) = form_once(&file.with_text(formatted.text.clone()), config);
        settled = is_settled || again.edits.is_empty();
        if !again.edits.is_empty() {
            formatted.edits = differences(file.text(), &again.text);
            formatted.text = again.text;
        }
        if settled {
            return formatted;
        }
    }
    unchanged(file, formatted.refused)
}

/// Makes all passes once. Says whether a second time would change nothing.
fn form_once(file: &SourceFile, config: &FormatConfig) -> (Formatted, bool) {
    let normal = line_ends::normal(file);
    let meaning = match config.wrap {
        Wrap::No => LineEnds::Kept,
        Wrap::Eighty | Wrap::Sentence => LineEnds::AsSpaces,
    };
    let (tree, before) = Tree::with_meaning(&normal, meaning);
    if tree.too_deep().is_some() {
        return (unchanged(file, Vec::new()), true);
    }
    let proposals = page::propose(&normal, &tree, config);
    let roots: Vec<Span> = tree.roots().map(|root| tree.block(root).span).collect();
    // The tree of a long notebook is large, and the gate needs room for a second reading.
    drop(tree);
    let passed = gate::pass(&normal, config, &roots, &before, meaning, proposals);
    let settled = passed.settled;
    (line_ends::restore(file, &normal, meaning, passed), settled)
}

fn unchanged(file: &SourceFile, refused: Vec<Refusal>) -> Formatted {
    Formatted { text: file.text().to_owned(), edits: Vec::new(), refused }
}
