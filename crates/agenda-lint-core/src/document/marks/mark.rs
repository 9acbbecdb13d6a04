//! What a document is parted into: headings, and what stands between them.

use std::{borrow::Cow, ops::Range};

use super::{FOLDED, is_mostly};
use crate::{
    document::{Heading, date::Dated, section_kind::Meaning},
    syntax::{BlockId, Prose, Tree},
    text::{SourceFile, Span, offset_in},
};

/// A heading with what its words tell.
#[derive(Debug)]
pub(in crate::document) struct Mark<'a> {
    pub(in crate::document) heading: Heading,
    /// All its words, if it is dated or may open so; where the next line tells its day, those of that line.
    pub(in crate::document) words: Cow<'a, str>,
    /// The block that they stand in.
    pub(in crate::document) block: BlockId,
    pub(in crate::document) dated: Option<Dated>,
    /// A day or a week that its words open with, which counts where others as high are dated: `3/14 - Kip`.
    pub(in crate::document) opening: Option<Dated>,
    pub(in crate::document) meaning: Option<Meaning>,
    /// Whether a slot stands where the date should.
    pub(in crate::document) slot: bool,
    /// About how many items stand below it.
    pub(in crate::document) items: usize,
    /// What is one of the topics in a section of topics, and heads nothing: a bold line that names nothing known,
    /// right before a list, and what stands in that list.
    pub(in crate::document) topic: Option<BlockId>,
}

/// The document as a row of headings and of what stands between them.
#[derive(Debug)]
pub(in crate::document) struct Parts<'a> {
    pub(in crate::document) row: Vec<Part>,
    /// The headings, in the order of the row.
    pub(in crate::document) marks: Vec<Mark<'a>>,
}

/// A heading, or what stands between two.
#[derive(Clone, Copy, Debug)]
pub(in crate::document) enum Part {
    /// A heading, by its place among those of the document.
    Mark(u32),
    /// A list item, a paragraph, a table row or a quote.
    Content { block: BlockId, table_head: Option<BlockId>, nesting: Nesting },
    /// The end of a section that ends with its list.
    EndOfBullet,
    /// The end of a meeting that is folded away, or that stands in a bullet.
    EndOfMeeting,
}

/// Whether what stands between two headings belongs to what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Nesting {
    No,
    Yes,
    /// It stands in a list below a bold line or in a table of keys and values, and belongs to what stands before it in a
    /// section of topics.
    Led,
}

impl Mark<'_> {
    /// Whether it heads an older meeting that is folded away.
    pub(in crate::document) fn is_folded(&self) -> bool {
        self.heading.level == FOLDED && self.dated.is_some()
    }

    /// Whether the heading is a date and little else.
    pub(in crate::document) fn is_mostly_date(&self) -> bool {
        self.dated.as_ref().is_some_and(|dated| is_mostly(dated, &self.words))
    }

    /// Whether the heading names what only an agenda has.
    pub(in crate::document) fn is_of_agenda(&self) -> bool {
        self.meaning.is_some_and(Meaning::is_of_agenda)
    }

    /// Where a range of its words stands in the file.
    pub(in crate::document) fn place(&self, file: &SourceFile, tree: &Tree, range: Range<usize>) -> Span {
        match &self.words {
            Cow::Borrowed(words) => {
                let start = offset_in(file.text(), words) + range.start;
                Span::new(start, start + range.len())
            }
            Cow::Owned(_) => Prose::of(file, tree, self.block).span(range),
        }
    }
}
