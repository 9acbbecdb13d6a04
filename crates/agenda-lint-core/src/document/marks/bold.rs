//! Lines in bold, as exports write headings.

use crate::{
    syntax::{BlockId, InlineKind, Tree},
    text::SourceFile,
};

/// Whether all words of a one-line paragraph are strong but for those in brackets behind them.
pub(super) fn is_bold_line(file: &SourceFile, tree: &Tree, block: BlockId) -> bool {
    if !file.slice(tree.block(block).span).starts_with(['*', '_']) {
        return false;
    }
    let (mut strong, mut brackets) = (0_usize, 0_usize);
    let mut any = false;
    for inline in tree.inlines(block) {
        match inline.kind {
            InlineKind::StrongStart => {
                strong += 1;
                any = true;
            }
            InlineKind::StrongEnd => strong = strong.saturating_sub(1),
            InlineKind::SoftBreak | InlineKind::HardBreak => return false,
            _ if strong > 0 => {}
            InlineKind::Text => {
                for c in file.slice(inline.span).chars() {
                    match c {
                        '(' => brackets += 1,
                        ')' => brackets = brackets.saturating_sub(1),
                        c if brackets == 0 && c.is_alphanumeric() => return false,
                        _ => {}
                    }
                }
            }
            _ if brackets == 0 && file.slice(inline.span).chars().any(char::is_alphanumeric) => return false,
            _ => {}
        }
    }
    any
}
