//! Bytes, lines and edits; knows no Markdown.

mod edit;
mod source;
mod span;

pub use edit::{Edit, apply};
pub use source::{LineCol, SourceFile};
pub use span::Span;

/// The longest beginning of `text` of at most `bytes` bytes that ends between two characters.
pub fn clip(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
