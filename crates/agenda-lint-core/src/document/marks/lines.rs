//! Paragraphs that head something: bold lines, labels, dates, announcements.

use crate::{
    document::{
        Heading, SectionKind,
        date::{Dated, Precision},
        heading_says, plain_list, properties,
        section_kind::Meaning,
    },
    syntax::{BlockId, BlockKind, InlineKind},
    text::{Span, first_line, offset_in, trim},
};

use super::{
    BOLD, LABEL, Mark, Part, Splitter,
    bold::is_bold_line,
    day::{
        behind, date_of_line, day_of_topics, is_clock, is_day_of_notes, is_day_with_name, is_day_with_place,
        is_mostly, is_of_meeting, opening_day,
    },
};

impl<'a> Splitter<'a> {
    pub(super) fn paragraph(&mut self, block: BlockId, next: Option<BlockId>) {
        if self.told.take_if(|told| *told == block).is_some() {
            return;
        }
        let raw = self.file.slice(self.tree.block(block).span);
        if let Some(mark) = self.bold_opening(block, raw) {
            self.push(mark);
            return self.content(block);
        }
        if is_bold_line(self.file, self.tree, block) {
            let mut mark = self.mark(block, BOLD);
            let heads = matches!(
                next.map(|next| self.tree.block(next).kind),
                Some(BlockKind::List { .. } | BlockKind::Table | BlockKind::Paragraph | BlockKind::Quote)
            );
            let text = &mark.heading.text;
            // `**7. Your manager's comments** (to be filled in by your manager)`
            let named = text.split_once('(').map_or(&**text, |(named, _)| named);
            let brief = named.split_whitespace().count() <= 6 && !text.ends_with(['.', '!']);
            let is_known = mark.meaning.is_some() || mark.dated.is_some();
            self.leads = !is_known && !mark.slot && next.is_some_and(|next| self.is_short_list(next));
            if is_known || (heads && brief) {
                mark.topic = self.leads.then_some(block);
                return self.push(mark);
            }
        } else if raw.len() <= 60
            && !raw.contains('\n')
            && (raw.ends_with(':') || self.lists(next) || self.is_among_lines(block, next))
            && !self.heads_notes(raw)
        {
            let words = self.words(block);
            let meaning = self.meaning(&words);
            let is_plain = !raw.ends_with(':');
            let is_line = || plain_list::is_line(self.file, self.tree, block);
            let labels = || {
                self.lists(next) && !is_line() && (self.labels_on(&words) || self.asks_aside(block, &words))
            };
            // In the midst of a list "Career" may be a topic; "Actions" is none.
            let heads = |meaning: &Meaning| {
                !is_plain
                    || self.lists(next)
                    || self.stands_above(block, next)
                    || matches!(meaning, Meaning::Section(SectionKind::Actions | SectionKind::Decisions))
            };
            if meaning.as_ref().is_some_and(heads) || is_plain && labels() {
                self.labels = is_plain;
                let mark = self.mark_of(block, LABEL, &words, meaning, date_of_line(&words));
                return self.push(mark);
            }
        }
        let dated = self.unspaced_heading(block, raw).or_else(|| self.dated_line(block, raw));
        let dated = dated.or_else(|| self.page_header(block, raw));
        if let Some(mark) = dated.or_else(|| self.announcement(block, raw)) {
            return self.push(mark);
        }
        if let Some(mark) = self.dated_first_line(block, raw) {
            self.push(mark);
        }
        if !self.are_properties(raw) {
            self.content(block);
        }
    }

    /// Whether a line is one of several without bullets, or stands right above them.
    fn is_among_lines(&self, block: BlockId, next: Option<BlockId>) -> bool {
        plain_list::is_line(self.file, self.tree, block) || self.stands_above(block, next)
    }

    /// Whether a line stands above several without bullets, or is the first of them.
    fn stands_above(&self, block: BlockId, next: Option<BlockId>) -> bool {
        let is_first = |block: BlockId| plain_list::is_first(self.file, self.tree, block);
        is_first(block) || !plain_list::is_line(self.file, self.tree, block) && next.is_some_and(is_first)
    }

    /// Whether lines right below the heading of a page or a meeting tell of it: they are no topics.
    pub(super) fn are_properties(&self, raw: &str) -> bool {
        let is_below = match self.parts.row.last() {
            None => true,
            Some(Part::Mark(_)) => self.parts.marks.last().is_some_and(|mark| mark.meaning.is_none()),
            Some(_) => false,
        };
        is_below && properties::are_properties(raw)
    }

    /// `##2 September 2025`: a heading to its writer, though Markdown wants a blank behind the signs. One sign may be that of a
    /// number: `#12 May`.
    fn unspaced_heading(&self, block: BlockId, raw: &str) -> Option<Mark<'a>> {
        const LONGEST: usize = 60;
        let signs = raw.bytes().take_while(|&byte| byte == b'#').count();
        let level = u8::try_from(signs).ok().filter(|level| (2..=6).contains(level))?;
        if raw.len() > LONGEST || raw.contains('\n') {
            return None;
        }
        let words = self.words(block);
        let behind = words.get(signs..)?;
        let dated = date_of_line(behind).filter(|dated| is_mostly(dated, behind))?;
        if dated.precision != Precision::Day {
            return None;
        }
        let mut mark = self.mark_of(block, level, &words, None, Some(dated.shifted(signs)));
        trim(behind).clone_into(&mut mark.heading.text);
        Some(mark)
    }

    /// A line of its own that is a date and little else, or the dated first line of a file.
    fn dated_line(&mut self, block: BlockId, raw: &str) -> Option<Mark<'a>> {
        // "Things for Monday 16/3 (copied from the chat)"
        let told = raw.split_once('(').map_or(raw, |(told, _)| told);
        let plain =
            told.len() <= 60 && raw.bytes().any(|byte| byte.is_ascii_digit()) && !raw.contains(['\n', '[']);
        if !plain {
            return None;
        }
        let words = self.words(block);
        let is_top = self.parts.row.is_empty() && !raw.ends_with('.');
        let is_day = |dated: &Dated| dated.precision == Precision::Day;
        let opens = |dated: &Dated| !self.outlined && self.is_one_of_days(dated, &words);
        let heads = |dated: &Dated| {
            is_day(dated)
                && (is_top
                    || is_mostly(dated, &words)
                    || !self.outlined && is_of_meeting(dated, &words)
                    || opens(dated))
        };
        let dated = match date_of_line(&words) {
            Some(dated) => Some(dated).filter(heads),
            None => opening_day(&words)
                .filter(opens)
                .or_else(|| day_of_topics(&words).filter(|dated| is_top && is_day(dated))),
        }?;
        let meaning = self.meaning(&words);
        Some(self.mark_of(block, BOLD, &words, meaning, Some(dated)))
    }

    /// Whether a line is a day with a time or a place among several lines that are days: `12 March after school (room 14)`.
    /// Above all others it may be that of the next meeting: `next => 4 March at 8:00`.
    fn is_one_of_days(&self, dated: &Dated, words: &str) -> bool {
        let is_first = self.parts.marks.iter().all(|mark| mark.dated.is_none());
        let others = || *self.plain_days.get_or_init(|| self.plain_days());
        // With the hour it is hardly anything else.
        let timed = || behind(dated, words).split_whitespace().next().is_some_and(is_clock);
        is_day_of_notes(dated, words)
            || is_day_with_place(dated, words, is_first) && (others() > 1 || others() > 0 && timed())
            || is_first && is_day_with_name(dated, words) && others() > 1
    }

    /// Whether a line begins the meeting of an earlier day, where no heading does: `Notes of 27 January`.
    fn heads_notes(&self, line: &str) -> bool {
        !self.outlined && date_of_line(line).is_some_and(|dated| is_day_of_notes(&dated, line))
    }

    /// How many paragraphs begin with a line that is a day; two stand for more.
    fn plain_days(&self) -> usize {
        let is_day = |root: &BlockId| {
            let block = self.tree.block(*root);
            let line = || trim(first_line(self.file.slice(block.span)));
            block.kind == BlockKind::Paragraph && plain_day(line()).is_some()
        };
        self.tree.roots().filter(is_day).take(2).count()
    }

    /// Whether several pages of a notebook program stand in the file.
    fn holds_pages(&self) -> bool {
        let is_page = |root: &BlockId| {
            let block = self.tree.block(*root);
            block.kind == BlockKind::Paragraph && page_day(self.file.slice(block.span)).is_some()
        };
        self.tree.roots().filter(is_page).nth(1).is_some()
    }

    /// The head of a page of a notebook program.
    fn page_header(&self, block: BlockId, raw: &str) -> Option<Mark<'a>> {
        let (day, dated) = page_day(raw).filter(|_| *self.pages.get_or_init(|| self.holds_pages()))?;
        let words = self.words(block);
        let dated = words.find(day).map(|start| dated.shifted(start))?;
        Some(self.mark_of(block, BOLD, &words, None, Some(dated)))
    }

    /// Whether a line above a list heads it as the line before did that stands above a list: `People` after `To do`.
    fn labels_on(&self, words: &str) -> bool {
        let is_name = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '&'));
        let mut all = trim(words).split_whitespace();
        self.parts.marks.last().is_some_and(|last| last.heading.level == LABEL)
            && words.starts_with(char::is_uppercase)
            && all.by_ref().take(3).all(is_name)
            && all.next().is_none()
    }

    /// The first line of a paragraph that is a date: in plain text, what was said stands right below it.
    fn dated_first_line(&self, block: BlockId, raw: &'a str) -> Option<Mark<'a>> {
        let line = trim(first_line(raw));
        if self.outlined || line.len() == raw.len() || line.contains('[') {
            return None;
        }
        let dated = plain_day(line)?;
        let start = self.tree.block(block).span.start() + offset_in(raw, line);
        let span = Span::new(start, start + line.len());
        Some(self.day_mark(block, line, span, dated))
    }

    /// The mark of a day that opens a block, where it is told in `words` at `span`.
    pub(super) fn day_mark(&self, block: BlockId, words: &'a str, span: Span, dated: Dated) -> Mark<'a> {
        let mark = self.mark_of(block, BOLD, words, None, None);
        let heading = Heading { span, ..mark.heading };
        Mark { heading, words: words.into(), dated: Some(dated), ..mark }
    }

    /// A line above everything that heads something which announces the next meeting: `for Kate next time`.
    fn announcement(&self, block: BlockId, raw: &str) -> Option<Mark<'a>> {
        let comes_first = raw.len() <= 60 && self.parts.marks.is_empty();
        let words = comes_first.then(|| self.words(block))?;
        let announces = !words.contains('\n') && heading_says::announces_meeting(&words);
        announces.then(|| self.mark_of(block, BOLD, &words, None, None))
    }

    /// Whether a line in italics above a list is a question that the form has its writer ask: `*What am I stuck on?*`.
    fn asks_aside(&self, block: BlockId, words: &str) -> bool {
        const OPENINGS: [&str; 5] = ["What ", "Where ", "How ", "Which ", "Who "];
        words.ends_with('?')
            && OPENINGS.iter().any(|opening| words.starts_with(opening))
            && words.split_whitespace().any(|word| word == "I")
            && self.tree.is_wholly(block, [InlineKind::EmphasisStart, InlineKind::EmphasisEnd])
    }
}

/// Whether a line of plain text is a day.
pub(in crate::document) fn is_plain_day(line: &str) -> bool {
    line.bytes().any(|byte| byte.is_ascii_digit()) && plain_day(line).is_some()
}

/// The day that a line of plain text is.
fn plain_day(line: &str) -> Option<Dated> {
    let dated = (line.len() <= 60).then(|| date_of_line(line)).flatten()?;
    (dated.precision == Precision::Day && is_mostly(&dated, line)).then_some(dated)
}

/// Whether a paragraph is what a notebook program writes above a page.
pub(in crate::document) fn is_page_head(raw: &str) -> bool {
    page_day(raw).is_some()
}

/// The day in what a notebook program writes above a page, and nothing else: its name, the day and the time.
fn page_day(raw: &str) -> Option<(&str, Dated)> {
    let (above, time) = past_last_line(raw)?;
    let time = trim(time);
    let is_time = time.len() <= 8 && time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    let (name, day) = if is_time { past_last_line(above) } else { None }?;
    let day = trim(day);
    let dated = if name.contains('\n') { None } else { date_of_line(day) };
    let dated = dated.filter(|dated| is_mostly(dated, day))?;
    (dated.precision == Precision::Day && dated.year_is_written).then_some((day, dated))
}

/// What stands above the last line of a text that has several, and that line.
fn past_last_line(text: &str) -> Option<(&str, &str)> {
    let end = memchr::memrchr(b'\n', text.as_bytes())?;
    Some((&text[..end], &text[end + 1..]))
}
