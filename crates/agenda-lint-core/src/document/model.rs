//! What a document is made of.

use jiff::civil::Date;

use crate::{
    syntax::{BlockId, CheckBox},
    text::Span,
};

use super::{
    FrontMatter, SectionKind,
    date::{DateOrder, DateProblem, Precision},
    marks,
};

/// A file read as the notes of one-on-ones.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What the YAML at the head of the file says.
    pub front_matter: FrontMatter,
    /// The title: the first heading, if it heads the whole file.
    pub title: Option<Heading>,
    /// The meetings, in the order in which they stand.
    pub meetings: Vec<Meeting>,
    /// What stands outside of every meeting: a table of contents, objectives, a template.
    pub sections: Vec<Section>,
    /// Whether a heading without a day names the meeting: `## 1:1 with Kate`.
    pub one_on_one: bool,
    /// How it orders day and month where both are numbers, by its headings or else by its text; None where nothing
    /// proves it.
    pub date_order: Option<DateOrder>,
    /// Whether the newest meeting stands last, as far as days without a year tell; where years are known, the days of the
    /// meetings tell themselves.
    pub newest_last: bool,
    /// Whether it holds notes of whole days, of which those meetings are parts.
    pub daily: bool,
    /// What stands between `<!-- private -->` and `<!-- /private -->`, and under a private heading.
    pub private: Vec<Span>,
}

impl Document {
    /// The place of the meeting that stands above all others without a day, `Next 1:1` or `To raise`, if it has topics.
    pub fn announced(&self) -> Option<usize> {
        let (index, first) = self.meetings.iter().enumerate().find(|(_, meeting)| !meeting.template)?;
        let has_topics = first.sections.iter().any(|section| !section.items.is_empty());
        // What stands above folded meetings may only say how they are kept.
        let is_headed =
            first.heading.is_some() || first.sections.first().is_some_and(|section| section.named);
        (first.date.is_none() && is_headed && has_topics).then_some(index)
    }
}

/// A heading, of whatever form.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The heading as it stands, marks included.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// How deep it is: 1 to 6 for Markdown's own headings, then bold lines, labels and bullets.
    pub level: u8,
}

impl Heading {
    /// Whether it is a bullet.
    pub fn is_bullet(&self) -> bool {
        self.level >= marks::DAY_BULLET
    }
}

/// The date of a meeting.
#[derive(Clone, Debug)]
pub struct MeetingDate {
    /// The day; none if there is no such day, or if its year cannot be known.
    pub date: Option<Date>,
    /// Where it stands; empty at the start of the file when the file's name tells the date.
    pub span: Span,
    /// How exact it is.
    pub precision: Precision,
    /// What is wrong with it as written; spans inside are offsets into the file.
    pub problem: Option<DateProblem>,
}

/// A meeting: what stands under a heading that carries a date, or a whole file.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// The heading; none where the file as a whole is the meeting.
    pub heading: Option<Heading>,
    /// When it is.
    pub date: Option<MeetingDate>,
    /// From the heading to the last character before the next meeting.
    pub span: Span,
    /// A form to copy rather than a meeting.
    pub template: bool,
    /// Its sections in order; what stands before the first heading is one without a heading.
    pub sections: Vec<Section>,
}

impl Meeting {
    /// The day of the meeting, where it is known.
    pub fn day(&self) -> Option<Date> {
        self.date.as_ref().and_then(|dated| dated.date)
    }
}

/// A part of a meeting.
#[derive(Clone, Debug)]
pub struct Section {
    /// What the section is for: by its own heading or, where that names nothing known, by the
    /// heading above it.
    pub kind: SectionKind,
    /// Whether its own heading says so.
    pub named: bool,
    /// Its heading; none for what stands before the first heading of a meeting.
    pub heading: Option<Heading>,
    /// From the heading to the last character before the next section.
    pub span: Span,
    /// The section it belongs to, as an index among the sections of the same meeting.
    pub parent: Option<usize>,
    /// A form to copy.
    pub template: bool,
    /// Not for other eyes: headed Private, or below such a heading.
    pub private: bool,
    /// Its items in source order, each before those nested in it.
    pub items: Vec<Item>,
}

impl Section {
    /// The words of its heading; empty where there is none.
    pub fn title(&self) -> &str {
        self.heading.as_ref().map_or("", |heading| &heading.text)
    }

    /// Whether its heading, which stands below another one and names no kind of section, is what all of it is about.
    pub fn is_about_one_thing(&self) -> bool {
        self.parent.is_some() && !self.named
    }

    /// Its topics: each top-level item with all that nests in it, the item itself first.
    pub fn topics(&self) -> impl Iterator<Item = &[Item]> {
        self.items.chunk_by(|_, next| next.depth > 0)
    }
}

/// Who wrote an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// The person whose notes these are.
    Writer,
    /// Somebody who answers, by the name or initials they sign with, or whose section it is.
    Reply(Box<str>),
}

/// A bullet, a numbered item, a paragraph, a task or a row of a table.
#[derive(Clone, Debug)]
pub struct Item {
    /// The block it is: a list item, a paragraph, a row or a quote.
    pub block: BlockId,
    /// The item with what nests in it, from its marker to its last visible character.
    pub span: Span,
    /// How deep it is nested in its topic; 0 for the topic itself.
    pub depth: u8,
    /// The kind it gives itself (`Advice: …`, `[strategy] …`, `#career`), and where.
    pub says: Option<(SectionKind, Span)>,
    /// Its task box.
    pub check_box: Option<CheckBox>,
    /// Who wrote it.
    pub author: Author,
    /// Whether it holds nothing but slots to fill in.
    pub template: bool,
    /// Somebody else's words: quoted, or the question of a form.
    pub quoted: bool,
    /// For a row of a table, the table's heading row.
    pub table_head: Option<BlockId>,
}
