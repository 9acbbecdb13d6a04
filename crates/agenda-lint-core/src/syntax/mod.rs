//! Markdown as a flat tree of blocks; the only user of the Markdown parser.
//!
//! May use: `text`.

mod equal;
mod front_matter;
mod guard;
mod lines;
mod parse;
mod prose;
mod render;
mod tree;

pub use equal::{LineEnds, Meaning};
pub use guard::{MAX_DEPTH, TooDeep, too_deep};
pub use lines::{BULLETS, NARROW, ends_quote};
pub use prose::Prose;
pub use render::render;
pub use tree::{Block, BlockId, BlockKind, CheckBox, Inline, InlineKind, Link, LinkKind, Tree};

#[cfg(test)]
mod tests;
