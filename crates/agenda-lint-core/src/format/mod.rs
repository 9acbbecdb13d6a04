//! Gives a note the form that one careful person would have typed, and changes nothing that a
//! reader sees.
//!
//! The passes look at one reading of the text and propose edits on what they understand; all else
//! stays byte for byte. Before anything is returned, the gate reads the result again and holds it
//! against the original. May use: `text`, `syntax`, `document`.

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
mod page;
mod paragraph;
mod proposal;
mod protected;
mod table;
mod walk;
mod wrap;

pub use config::{
    Bullet, Emphasis, Fences, FormatConfig, Headings, Indent, Numbering, Tables, ThematicBreaks, Tidy, Wrap,
};
pub use proposal::Pass;

use crate::{
    syntax::{LineEnds, Tree},
    text::{Edit, SourceFile, Span},
};

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

/// Formats a note.
///
/// A note that is nested too deeply to be read comes back as it is.
pub fn format(file: &SourceFile, config: &FormatConfig) -> Formatted {
    let normal = line_ends::normal(file);
    let meaning = match config.wrap {
        Wrap::No => LineEnds::Kept,
        Wrap::Eighty | Wrap::Sentence => LineEnds::AsSpaces,
    };
    let (tree, before) = Tree::with_meaning(&normal, meaning);
    if tree.too_deep().is_some() {
        return unchanged(file, Vec::new());
    }
    let proposals = page::propose(&normal, &tree, config);
    let roots: Vec<Span> = tree.roots().map(|root| tree.block(root).span).collect();
    // The tree of a long notebook is large, and the gate needs room for a second reading.
    drop(tree);
    let passed = gate::pass(&normal, &roots, &before, meaning, proposals);
    line_ends::restore(file, &normal, meaning, passed)
}

fn unchanged(file: &SourceFile, refused: Vec<Refusal>) -> Formatted {
    Formatted { text: file.text().to_owned(), edits: Vec::new(), refused }
}
