//! Whatever heads something: headings, bold lines, labels and bullets that only name a section.

mod bold;
mod containers;
mod day;
mod lines;
mod mark;
mod tables;

use std::{borrow::Cow, cell::OnceCell};

use crate::{
    syntax::{BlockId, BlockKind, InlineKind, Prose, Tree},
    text::{SourceFile, trim},
};

use super::{
    Heading, SectionKind,
    date::{self, Dated, Hints, Precision},
    heading_says, properties,
    section_kind::{Meaning, Vocabulary},
    template,
};

use day::{is_empty_date, is_of_another, unstruck};

pub(super) use day::{date_of_line, is_mostly};
pub(super) use lines::{is_page_head, is_plain_day};
pub(super) use mark::{Mark, Nesting, Part, Parts};

/// Levels below Markdown's own six.
pub(super) const BOLD: u8 = 7;
const LABEL: u8 = 8;
/// A bullet that is a day.
pub(super) const DAY_BULLET: u8 = 9;
/// A bullet that is a section.
pub(super) const BULLET: u8 = 10;
/// What is folded away tells nothing of the level that meetings have.
pub(super) const FOLDED: u8 = 11;

const NOTES: Meaning = Meaning::Section(SectionKind::Notes);

/// `is_dated` says whether the file itself tells the day: its bullets then begin no meetings.
pub(super) fn parts<'a>(
    file: &'a SourceFile,
    tree: &'a Tree,
    vocabulary: &'a Vocabulary,
    is_dated: bool,
) -> Parts<'a> {
    // Few notes have a heading or an item for every sixty bytes, or a heading for every 250.
    let row = Vec::with_capacity(file.text().len() / 60 + 8);
    let parts = Parts { row, marks: Vec::with_capacity(file.text().len() / 250 + 8) };
    let name = String::with_capacity(64);
    let mut splitter = Splitter {
        file,
        tree,
        vocabulary,
        is_dated,
        parts,
        name,
        headed: false,
        outlined: false,
        quotes_days: false,
        opens_days: false,
        plain_days: OnceCell::new(),
        pages: OnceCell::new(),
        in_quotes: false,
        told: None,
        leads: false,
        labels: false,
        in_fold: false,
    };
    splitter.quotes_days =
        !is_dated && tree.roots().filter(|&root| splitter.quoted_day(root).is_some()).nth(1).is_some();
    splitter.opens_days = !is_dated && splitter.opens_with_days();
    let mut roots = tree.roots().peekable();
    let mut before = None;
    while let Some(block) = roots.next() {
        splitter.root(block, roots.peek().copied(), before);
        before = Some(block);
    }
    splitter.parts
}

struct Splitter<'a> {
    file: &'a SourceFile,
    tree: &'a Tree,
    vocabulary: &'a Vocabulary,
    is_dated: bool,
    parts: Parts<'a>,
    /// Memory to look names up in.
    name: String,
    /// Whether a heading of any form was dated or named a section, but for bullets: those of days may stand in several lists.
    headed: bool,
    /// Whether Markdown's own headings or bold lines tell where meetings or sections are.
    outlined: bool,
    /// Whether several quotes open with days, and so begin the meetings unless headings do.
    quotes_days: bool,
    /// Whether several paragraphs open with days in bold, and so begin the meetings: no heading is one.
    opens_days: bool,
    /// Whether several lines of plain text are days; told when it is first asked for.
    plain_days: OnceCell<usize>,
    /// Whether pages of a notebook program are the meetings; likewise.
    pages: OnceCell<bool>,
    /// Whether a quote has begun a meeting.
    in_quotes: bool,
    /// The line or the first bullet below a heading that tells its day.
    told: Option<BlockId>,
    /// Whether a bold line that names nothing known stands right before a list.
    leads: bool,
    /// Whether a plain line that names a section stands right before a list: the section is that list.
    labels: bool,
    /// Whether a meeting that is folded away goes on.
    in_fold: bool,
}

impl<'a> Splitter<'a> {
    fn root(&mut self, block: BlockId, next: Option<BlockId>, before: Option<BlockId>) {
        match self.tree.block(block).kind {
            BlockKind::Heading { level, setext } => self.heading(block, level, setext, next),
            BlockKind::Paragraph => self.paragraph(block, next),
            BlockKind::List { .. } => self.list(block, before),
            BlockKind::Table => self.table(block),
            BlockKind::Quote if !self.day_quote(block) && !self.callout_section(block) => self.content(block),
            BlockKind::Html => self.folded(block),
            _ => {}
        }
    }

    fn content(&mut self, block: BlockId) {
        self.push_content(block, Nesting::No);
    }

    fn push_content(&mut self, block: BlockId, nesting: Nesting) {
        if let Some(mark) = self.parts.marks.last_mut() {
            // An item in a list is two blocks: itself, and its words.
            mark.items += ((self.tree.end_of(block) - block.index()) / 2).max(1);
        }
        self.parts.row.push(Part::Content { block, table_head: None, nesting });
    }

    fn push(&mut self, mark: Mark<'a>) {
        let is_day = mark.dated.as_ref().is_some_and(|dated| dated.precision == Precision::Day);
        self.headed |= mark.heading.level < DAY_BULLET && (is_day || mark.meaning.is_some());
        // The title of a page, "Meetings with Kate", outlines nothing.
        let names = mark.heading.level <= BOLD && mark.meaning.is_some() && !self.parts.row.is_empty();
        self.outlined |= mark.heading.level < BOLD && is_day || names;
        self.parts.row.push(Part::Mark(u32::try_from(self.parts.marks.len()).unwrap_or(u32::MAX)));
        self.parts.marks.push(mark);
    }

    /// A heading, whose day the next line may tell. `---` under a line of text is often meant as a rule: the line heads
    /// something only if it reads like a heading.
    fn heading(&mut self, block: BlockId, level: u8, setext: bool, next: Option<BlockId>) {
        let mut mark = self.mark(block, level);
        let is_undated = mark.dated.is_none() && mark.meaning.is_none();
        match next.filter(|_| is_undated) {
            // `## 1:1 #9` and right below it `Date: March 5, 2026`
            Some(next) if mark.opening.is_none() => {
                if let Some((dated, words)) = properties::of_paragraph(self.file, self.tree, next) {
                    (mark.opening, mark.words, mark.block) = (Some(dated), words, next);
                    self.told = Some(next);
                }
            }
            // `## Week 2` and right below it `* 03/10/2022 [20 min]`
            Some(next) => {
                if let Some((bullet, words, dated)) = self.first_day(next) {
                    (mark.opening, mark.words, mark.block) = (Some(dated), words, bullet);
                    self.told = Some(bullet);
                }
            }
            None => {}
        }
        let doubtful = setext && level == 2 && mark.dated.is_none() && mark.meaning.is_none();
        if doubtful { self.content(block) } else { self.push(mark) }
    }

    /// Whether a list comes next.
    fn lists(&self, next: Option<BlockId>) -> bool {
        next.is_some_and(|next| self.tree.is_list(next))
    }

    /// Whether a list may be one topic, rather than many.
    fn is_short_list(&self, block: BlockId) -> bool {
        const MOST: usize = 8;
        self.tree.is_list(block) && self.tree.children(block).nth(MOST).is_none()
    }

    /// Whether a list holds nothing but links to headings of the same file: what stands on the page, and no topics.
    fn is_contents(&self, list: BlockId) -> bool {
        let mut items = self.tree.children(list).peekable();
        items.next().is_some_and(|item| self.leads_within(item))
            && items.peek().is_some()
            && items.all(|item| self.leads_within(item))
    }

    /// Whether an item is a link to a heading of the same file, and so is whatever nests in it.
    fn leads_within(&self, item: BlockId) -> bool {
        let mut blocks = self.tree.children(item);
        let is_link = |first: BlockId| {
            self.tree.is_wholly(first, [InlineKind::LinkStart, InlineKind::LinkEnd])
                && self.file.slice(self.tree.block(first).span).contains("](#")
        };
        let nested = |list: BlockId| self.tree.children(list).all(|item| self.leads_within(item));
        blocks.next().is_some_and(is_link) && blocks.all(|block| self.tree.is_list(block) && nested(block))
    }

    fn list(&mut self, list: BlockId, before: Option<BlockId>) {
        if self.is_contents(list) {
            return;
        }
        let led = std::mem::take(&mut self.leads);
        let introduced = before.is_some_and(|before| {
            self.tree.block(before).kind == BlockKind::Paragraph
                && self.file.slice(self.tree.block(before).span).ends_with(':')
                && matches!(self.parts.row.last(), Some(Part::Content { block, .. }) if *block == before)
        });
        let holds_days = !led && !introduced && self.holds_days(list);
        let days_within = !led && !introduced && self.holds_days_within(list, holds_days);
        // Markdown takes a bullet that is one blank further in for a sibling; its writer did not.
        let mut column = before.and_then(|before| self.list_column(before)).unwrap_or(usize::MAX);
        for item in self.tree.children(list) {
            let first = self.tree.children(item).next();
            if first.is_some() && self.told.take_if(|told| Some(*told) == first).is_some() {
                self.tree.children(item).skip(1).for_each(|block| self.held(block));
                continue;
            }
            let own = self.column(item);
            let nested = own > column;
            let heads = !nested
                && (holds_days && self.day_bullet(item)
                    || days_within && self.day_bullets_within(item)
                    || self.bullet_section(item, led));
            if !heads {
                let nesting = match () {
                    () if nested || introduced => Nesting::Yes,
                    () if led => Nesting::Led,
                    () => Nesting::No,
                };
                self.push_content(item, nesting);
            }
            if !nested {
                column = own;
            }
        }
        if std::mem::take(&mut self.labels) {
            self.parts.row.push(Part::EndOfBullet);
        }
    }

    /// How far in the last bullet of a list begins that stands right before another.
    fn list_column(&self, before: BlockId) -> Option<usize> {
        let last = self.tree.children(before).last().filter(|_| self.tree.is_list(before))?;
        matches!(self.parts.row.last(), Some(Part::Content { .. })).then(|| self.column(last))
    }

    /// How far in a block begins, in bytes.
    fn column(&self, block: BlockId) -> usize {
        let before = &self.file.text().as_bytes()[..self.tree.block(block).span.start()];
        before.iter().rev().take_while(|byte| !matches!(byte, b'\n' | b'\r')).count()
    }

    fn words(&self, block: BlockId) -> Cow<'a, str> {
        Prose::words(self.file, self.tree, block)
    }

    fn meaning(&mut self, words: &str) -> Option<Meaning> {
        self.vocabulary.look_up(trim(words), &mut self.name)
    }

    fn mark(&mut self, block: BlockId, level: u8) -> Mark<'a> {
        let words = self.words(block);
        let dated = unstruck(self.file, self.tree, block, &words);
        let dated = dated.filter(|dated| level < BOLD || !is_of_another(&words, dated));
        // Many a heading is but a day, which names nothing.
        let is_day = dated.as_ref().is_some_and(|dated| dated.span == (0..words.len()));
        let said = || heading_says::tells_what_was_said(&words).then_some(NOTES);
        let meaning = if is_day { None } else { self.meaning(&words).or_else(said) };
        let mut mark = self.mark_of(block, level, &words, meaning, dated);
        if mark.dated.is_none() && mark.meaning.is_none() {
            mark.opening = date::opening(&words, Hints::default());
            mark.words = words;
        }
        mark
    }

    fn mark_of(
        &self,
        block: BlockId,
        level: u8,
        words: &str,
        meaning: Option<Meaning>,
        dated: Option<Dated>,
    ) -> Mark<'a> {
        let text = trim(words);
        let slot = dated.is_none() && (template::find_slot(text).is_some() || is_empty_date(text));
        let words = if dated.is_some() { self.words(block) } else { Cow::default() };
        let heading = Heading { span: self.tree.block(block).span, text: text.to_owned(), level };
        Mark { heading, words, block, dated, opening: None, meaning, slot, items: 0, topic: None }
    }
}
