//! What a user may say of the form of notes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The form that notes are given. A part that is set to `keep` is left as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct FormatConfig {
    /// The mark of bullet lists. A list that would run into the one before it gets another mark.
    pub bullet: Bullet,
    /// How the content of list items and quotes is indented.
    pub indent: Indent,
    /// The numbers of ordered lists.
    pub numbering: Numbering,
    /// The boxes of tasks, `[ ]` and `[x]`.
    pub task_boxes: Tidy,
    /// How headings are marked.
    pub headings: Headings,
    /// The marks of emphasis.
    pub emphasis: Emphasis,
    /// How thematic breaks are written.
    pub thematic_breaks: ThematicBreaks,
    /// The fences of code blocks. Indented code stays as it is.
    pub fences: Fences,
    /// Blank lines: one between blocks, none inside a tight list.
    pub blank_lines: Tidy,
    /// Blanks at the ends of lines. Those that break a line become a backslash.
    pub trailing_spaces: Tidy,
    /// The columns of tables.
    pub tables: Tables,
    /// Backslashes: those that change nothing are taken away.
    pub escapes: Tidy,
    /// The front matter: blanks at the ends of its lines are taken away.
    pub front_matter: Tidy,
    /// Where the lines of a paragraph end.
    pub wrap: Wrap,
    /// The dates of meetings; off unless asked for, since it changes what a reader sees.
    pub dates: Dates,
    /// Action items, all in the form `- [ ] @owner do the thing (due 2026-03-06)`; off unless asked
    /// for.
    pub actions: OnRequest,
    /// The sections of a meeting, in the order of the template; off unless asked for.
    pub sections: OnRequest,
    /// The table of contents: every meeting, newest first, and no dead links; off unless asked for.
    pub contents: OnRequest,
}

/// Whether a part is given its form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tidy {
    /// Tidied.
    #[default]
    Tidy,
    /// Left as it was typed.
    Keep,
}

impl Tidy {
    pub(super) fn is_on(self) -> bool {
        self == Self::Tidy
    }
}

/// The mark of bullet lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Bullet {
    /// A hyphen.
    #[default]
    #[serde(rename = "-")]
    Hyphen,
    /// An asterisk.
    #[serde(rename = "*")]
    Asterisk,
    /// A plus sign.
    #[serde(rename = "+")]
    Plus,
    /// As it was typed.
    #[serde(rename = "keep")]
    Keep,
}

/// How the content of list items and quotes is indented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Indent {
    /// One space after the mark, and what follows in the same column.
    #[default]
    Content,
    /// As it was typed.
    Keep,
}

/// The numbers of ordered lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// Counted up from the first, `1.` `2.` `3.`; a list that repeats its first number goes on to.
    #[default]
    Count,
    /// As they were typed.
    Keep,
}

/// How headings are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Headings {
    /// With `#` before them, one space, and nothing after them.
    #[default]
    Atx,
    /// As they were typed.
    Keep,
}

/// The marks of emphasis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Emphasis {
    /// `*so*` and `**so**`.
    #[default]
    #[serde(rename = "*")]
    Asterisk,
    /// As they were typed.
    #[serde(rename = "keep")]
    Keep,
}

/// How thematic breaks are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum ThematicBreaks {
    /// `---`, or another line where that would mean something else.
    #[default]
    #[serde(rename = "---")]
    Hyphens,
    /// As they were typed.
    #[serde(rename = "keep")]
    Keep,
}

/// The fences of code blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fences {
    /// Backticks, as few as the code allows.
    #[default]
    Backticks,
    /// As they were typed.
    Keep,
}

/// The columns of tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tables {
    /// Aligned, unless that would more than double the table.
    #[default]
    Align,
    /// One space on either side of each cell.
    Compact,
    /// As they were typed.
    Keep,
}

/// Where the lines of a paragraph end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Wrap {
    /// Where they were typed.
    #[default]
    #[serde(rename = "no")]
    No,
    /// Before column 80, if they can.
    #[serde(rename = "80")]
    Eighty,
    /// After each sentence.
    #[serde(rename = "sentence")]
    Sentence,
}

/// The form of the dates of meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Dates {
    /// As they were typed.
    #[default]
    Keep,
    /// `2026-03-02`. Links to the headings are changed with them.
    Iso,
}

/// Whether a part is given its form that nobody gets unasked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OnRequest {
    /// Left as it was typed.
    #[default]
    Keep,
    /// Tidied.
    Tidy,
}

impl OnRequest {
    pub(super) fn is_on(self) -> bool {
        self == Self::Tidy
    }
}
