//! The changes that the passes propose.

use crate::text::{Edit, Span};

/// A part of the form; each proposes its own changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pass {
    /// Blanks at the ends of front matter lines.
    FrontMatter,
    /// The marks of bullet lists.
    Bullets,
    /// The numbers of ordered lists.
    Numbering,
    /// The indentation of what stands in lists and quotes.
    Indent,
    /// The boxes of tasks.
    TaskBoxes,
    /// The marks of headings.
    Headings,
    /// The marks of emphasis.
    Emphasis,
    /// Thematic breaks.
    ThematicBreaks,
    /// The fences of code.
    Fences,
    /// Blank lines.
    BlankLines,
    /// Blanks at the ends of lines.
    TrailingSpaces,
    /// The columns of tables.
    Tables,
    /// Backslashes.
    Escapes,
    /// The lines of paragraphs.
    Wrap,
    /// Line ends of several kinds, and the end of the file.
    LineEnds,
    /// The dates of meetings.
    Dates,
    /// Action items.
    Actions,
    /// The order of sections.
    Sections,
    /// The table of contents.
    Contents,
}

impl Pass {
    /// Its name, as the setting is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::FrontMatter => "front-matter",
            Self::Bullets => "bullet",
            Self::Numbering => "numbering",
            Self::Indent => "indent",
            Self::TaskBoxes => "task-boxes",
            Self::Headings => "headings",
            Self::Emphasis => "emphasis",
            Self::ThematicBreaks => "thematic-breaks",
            Self::Fences => "fences",
            Self::BlankLines => "blank-lines",
            Self::TrailingSpaces => "trailing-spaces",
            Self::Tables => "tables",
            Self::Escapes => "escapes",
            Self::Wrap => "wrap",
            Self::LineEnds => "line-ends",
            Self::Dates => "dates",
            Self::Actions => "actions",
            Self::Sections => "sections",
            Self::Contents => "contents",
        }
    }
}

/// A change, who proposes it, and which block of the top level it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Proposal {
    pub(super) edit: Edit,
    pub(super) pass: Pass,
    pub(super) block: usize,
}

/// The changes proposed for one text; they never overlap.
#[derive(Debug)]
pub(super) struct Proposals<'t> {
    text: &'t str,
    /// The block of the top level that is being looked at.
    pub(super) block: usize,
    pub(super) list: Vec<Proposal>,
}

impl<'t> Proposals<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, block: 0, list: Vec::new() }
    }

    /// Proposes that `new` stands in the place of `start..end`, unless it does already.
    pub(super) fn replace(&mut self, pass: Pass, start: usize, end: usize, new: &str) {
        if self.text.get(start..end).is_some_and(|old| old != new) {
            let edit = Edit::replace(Span::new(start, end), new);
            self.list.push(Proposal { edit, pass, block: self.block });
        }
    }
}

/// The text with all `proposals` made, which are sorted and disjoint.
pub(super) fn make<'p>(text: &str, proposals: impl Iterator<Item = &'p Proposal>) -> String {
    let mut made = String::with_capacity(text.len() + text.len() / 16);
    let mut done = 0;
    for Proposal { edit, .. } in proposals {
        made.push_str(&text[done..edit.span.start()]);
        made.push_str(&edit.text);
        done = edit.span.end();
    }
    made.push_str(&text[done..]);
    made
}
