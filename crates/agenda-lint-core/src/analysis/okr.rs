//! References to objectives.

use crate::{syntax::Prose, text::Span};

/// A reference.
#[derive(Clone, Debug)]
pub struct OkrRef {
    /// The id.
    pub id: Option<String>,
    /// Where.
    pub span: Span,
}

/// The objectives.
#[derive(Debug, Default)]
pub struct Registry;

/// Finds references.
pub fn references(_: &Prose, _: &Registry) -> Vec<OkrRef> {
    Vec::new()
}
