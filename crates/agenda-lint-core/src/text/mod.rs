//! Bytes, lines and edits; knows no Markdown.

mod edit;
mod source;
mod span;

pub use edit::{Edit, apply};
pub use source::{LineCol, SourceFile};
pub use span::Span;
