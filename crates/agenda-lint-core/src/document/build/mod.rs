//! The tree read as meetings.

mod meetings;
mod sections;

use std::ops::Range;

use jiff::civil::Date;

use crate::{
    syntax::Tree,
    text::{SourceFile, Span},
};

use super::{
    Document, FrontMatter, Heading, Meeting, MeetingDate, People, SectionKind, daily,
    dates::{self, MeetingLevel},
    heading_says,
    items::Reader,
    marks::{self, Mark, Part, Parts},
    paragraphs, properties,
    section_kind::{Meaning, Vocabulary},
    sides, spans, years,
};

/// What a reader must know beforehand.
#[derive(Clone, Debug, Default)]
pub struct Conventions {
    /// The names of sections.
    pub vocabulary: Vocabulary,
    /// Who takes part.
    pub people: People,
}

impl Document {
    /// Reads a parsed file. Never fails: a text that is no meeting is a document without one. Where no day of it has a
    /// year, they are days near `today`, if that is known.
    pub fn read(file: &SourceFile, tree: &Tree, conventions: &Conventions, today: Option<Date>) -> Document {
        let front_matter = tree.front_matter().map(|span| FrontMatter::read(file, span)).unwrap_or_default();
        let of_file = dates::of_file(file, &front_matter).or_else(|| properties::date(file, tree));
        let mut parts = marks::parts(file, tree, &conventions.vocabulary, of_file.is_some());
        let mut date_order =
            dates::settle(&mut parts.marks, file, of_file.as_ref().and_then(|dated| dated.date));
        if let Some(today) = today {
            date_order = years::place_near(&mut parts.marks, today, date_order);
        }
        let level = dates::meeting_level(&parts.marks, of_file.is_some());
        let newest_last = level.is_some_and(|level| dates::rise_without_year(&parts.marks, level));
        let mut builder = Builder {
            reader: Reader::new(file, tree),
            document: Document { front_matter, date_order, newest_last, ..Document::default() },
            marks: Vec::new().into_iter(),
            level,
            whole: None,
            has_own: level.is_some_and(|level| dates::hold_sections(&parts.marks, level)),
            outside: 0,
            stack: Vec::with_capacity(4),
            reached: 0,
            in_meeting: false,
            raised: None,
            room: 0,
            current: None,
            outer: None,
            folded: Vec::new(),
            keeps_older: false,
            day: None,
            in_topic: false,
            joins: false,
        };
        // In most files each dated heading is a meeting.
        builder.document.meetings.reserve(level.map_or(1, |level| level.count));
        builder.title(&parts);
        let (one_on_ones, is_other) = daily::one_on_ones(&parts, level, builder.whole);
        let on_page = of_file
            .as_ref()
            .zip(level)
            .is_some_and(|(day, level)| dates::stand_on_page_of(day, &parts.marks, level));
        builder.keeps_older = on_page || parts.marks.iter().any(Mark::is_folded);
        builder.marks = parts.marks.into_iter();
        if one_on_ones.is_empty() {
            match level {
                None => builder.whole_file(builder.document.title.clone(), of_file, file.span()),
                Some(_) if on_page => builder.whole_file(None, of_file, Span::empty(0)),
                Some(_) => {}
            }
            for part in parts.row {
                builder.part(part);
            }
        } else {
            builder.document.one_on_one = true;
            builder.document.daily = is_other;
            builder.day = of_file;
            builder.days(parts.row, &one_on_ones);
        }
        builder.finish(conventions)
    }
}

/// How many items a section is given room for before they are read, whatever nests in what stands in it.
const MOST_ROOM: usize = 64;

/// How many sections most meetings do not exceed.
const USUAL_SECTIONS: usize = 8;

struct Builder<'a> {
    reader: Reader<'a>,
    document: Document,
    /// The headings that are still to come.
    marks: std::vec::IntoIter<Mark<'a>>,
    level: Option<MeetingLevel>,
    /// The span of the title's heading, which is no section.
    whole: Option<Span>,
    /// Whether each date is followed by sections as high as itself.
    has_own: bool,
    /// The level of Markdown's own heading below which the meetings stand; 0 where they stand below none.
    outside: u8,
    /// The open sections: level, and index among the sections of the place where they stand.
    stack: Vec<(u8, usize)>,
    /// Where the last of what stands in them ends.
    reached: usize,
    in_meeting: bool,
    /// The level of the heading of what is to be raised next time, while that is open.
    raised: Option<u8>,
    /// For how many items there is room right below the heading of a meeting.
    room: usize,
    /// The date of the meeting that is open, as its heading gives it.
    current: Option<super::date::Dated>,
    /// What was open when a meeting that is folded away began, until that ends.
    outer: Option<Outer>,
    /// The meetings that were folded away.
    folded: Vec<Meeting>,
    /// Whether the page of one day keeps older meetings.
    keeps_older: bool,
    /// The day of which a one-on-one is a part.
    day: Option<MeetingDate>,
    /// Whether a bullet that could head a section was read with all that stands in it.
    in_topic: bool,
    /// Whether an item nests in what is no list item.
    joins: bool,
}

/// What is open around a meeting that is folded away.
struct Outer {
    in_meeting: bool,
    current: Option<super::date::Dated>,
    reached: usize,
    /// How many meetings there were.
    meetings: usize,
}

impl Builder<'_> {
    /// The first heading is the title if no other is as high, but for those of meetings, and it names no section; so it is
    /// beside others as high if it names the one-on-one whose meetings follow.
    fn title(&mut self, Parts { row, marks }: &Parts<'_>) {
        let [first, others @ ..] = marks.as_slice() else { return };
        let is_first = matches!(row.first(), Some(Part::Mark(_)));
        let begins_meeting =
            |mark: &Mark<'_>| self.level.is_some_and(|level| dates::begins_meeting(mark, level, None));
        let alone =
            others.iter().all(|mark| mark.heading.level > first.heading.level || begins_meeting(mark));
        // `# Next` as high as the dates is the next meeting.
        let is_next = others.iter().any(|mark| mark.heading.level == first.heading.level)
            && heading_says::announces_meeting(&first.heading.text);
        let is_title = first.heading.level <= 2 && first.meaning.is_none() && !begins_meeting(first);
        let is_one_on_one = daily::names_one_on_one(first);
        if is_first
            && (alone || is_one_on_one && first.items == 0 && self.level.is_some())
            && is_title
            && !is_next
        {
            self.document.one_on_one = is_one_on_one;
            self.document.title = Some(first.heading.clone());
            self.whole = Some(first.heading.span);
        }
    }

    /// Without dated headings the file as a whole is one meeting; where older ones stand behind it, what stands before them.
    fn whole_file(&mut self, heading: Option<Heading>, date: Option<MeetingDate>, span: Span) {
        self.document.meetings.push(Meeting { heading, date, span, template: false, sections: Vec::new() });
        self.in_meeting = true;
    }

    /// Notes of whole days: what stands outside of the one-on-ones is in no meeting.
    fn days(&mut self, row: Vec<Part>, one_on_ones: &[Range<usize>]) {
        let mut ahead = one_on_ones.iter();
        let mut next = ahead.next();
        for (at, part) in row.into_iter().enumerate() {
            if next.is_some_and(|next| next.end == at) {
                self.end_meeting();
                next = ahead.next();
            }
            let Part::Mark(_) = part else {
                self.part(part);
                continue;
            };
            let Some(mark) = self.marks.next() else { return };
            if next.is_some_and(|next| next.start == at) {
                self.meeting(mark);
            } else if next.is_some_and(|next| next.contains(&at)) {
                self.open_section(mark);
            } else if self.level.is_some_and(|level| dates::begins_meeting(&mark, level, None)) {
                self.end_meeting();
                self.day = dates::of_heading(self.reader.file, self.reader.tree, &mark);
            } else if self.whole != Some(mark.heading.span) {
                self.open_section(mark);
            }
        }
    }

    fn part(&mut self, part: Part) {
        match part {
            Part::Mark(_) => {
                if let Some(mark) = self.marks.next()
                    && self.whole != Some(mark.heading.span)
                {
                    self.mark(mark);
                }
            }
            Part::Content { block, table_head, nesting } => self.content(block, table_head, nesting),
            Part::EndOfMeeting if self.outer.is_some() => self.unfold(),
            Part::EndOfMeeting => self.end_meeting(),
            Part::EndOfBullet if self.in_topic => self.in_topic = false,
            Part::EndOfBullet => self.close_sections(self.stack.len().saturating_sub(1)),
        }
    }

    fn mark(&mut self, mark: Mark<'_>) {
        if mark.is_folded() {
            return self.fold(mark);
        }
        // What is folded away ends where its fold does.
        if self.outer.is_some() && mark.dated.is_none() {
            return self.open_section(mark);
        }
        if self.raised.take_if(|level| mark.heading.level <= *level).is_some() {
            self.end_meeting();
            self.keep_raised();
        }
        // Below "Before" on the page of one day stands nothing of that day.
        let is_page = self.keeps_older && self.in_meeting && self.current.is_none();
        if is_page && heading_says::tells_of_the_past(&mark.heading.text) {
            self.end_meeting();
        }
        if let Some(level) = self.level {
            if dates::begins_meeting(&mark, level, self.current.as_ref()) {
                return self.meeting(mark);
            }
            let is_first = self.document.meetings.is_empty() && mark.heading.level == level.level;
            if is_first && mark.dated.is_none() && heading_says::announces_meeting(&mark.heading.text) {
                return self.meeting(mark);
            }
            // `To raise` above all days is for the next meeting, whatever else stands there.
            let is_above = self.document.meetings.is_empty()
                && self.stack.iter().all(|&(level, _)| level >= mark.heading.level);
            if is_above && mark.items > 0 && heading_says::is_to_be_raised(&mark.heading.text) {
                self.close();
                self.raised = Some(mark.heading.level);
                self.whole_file(None, None, mark.heading.span);
                return self.open_section(mark);
            }
            // Below a bold line that is a date stand headings and bold lines of the meeting.
            let below_bold = level.level >= marks::BOLD && self.has_own && !is_apart(&mark);
            let inside = if below_bold { self.outside + 1 } else { level.level };
            let ends_meeting = mark.heading.level < inside
                || mark.heading.level == level.level && !self.continues_meeting(&mark, level);
            // What stands before the first dated heading is one meeting, if it is any.
            let is_headed = || self.document.meetings.last().is_some_and(|open| open.heading.is_some());
            if self.in_meeting && ends_meeting && is_headed() {
                self.end_meeting();
            }
            if !self.in_meeting && mark.heading.level < marks::BOLD {
                self.outside = mark.heading.level;
            }
        }
        self.open_section(mark);
    }

    /// Dates are often followed by sections of their own level: by such as meetings have, and by any where there is but one
    /// date. What stands behind the last date only belongs to none.
    fn continues_meeting(&self, mark: &Mark<'_>, level: MeetingLevel) -> bool {
        let is_own = level.count == 1
            || self.has_own && !is_apart(mark) && (level.level >= marks::BOLD || mark.meaning.is_some());
        self.in_meeting && is_own && !dates::is_template(mark)
    }

    fn finish(mut self, conventions: &Conventions) -> Document {
        self.unfold();
        self.close();
        let mut document = self.document;
        if !self.folded.is_empty() {
            // A page that holds nothing else is no meeting itself.
            let holds_items =
                |meeting: &Meeting| meeting.sections.iter().any(|section| !section.items.is_empty());
            document.meetings.retain(|meeting| meeting.date.is_some() || holds_items(meeting));
            document.meetings.append(&mut self.folded);
            document.meetings.sort_by_key(|meeting| meeting.span.start());
        }
        let title = sides::title(&document).to_owned();
        let titled = sides::second_names(&title);
        self.reader.attribute(&mut document, &conventions.people, &titled);
        sides::attribute(&mut document, &conventions.people, &titled, &self.reader);
        if paragraphs::join(&mut document, self.reader.file, self.reader.tree) || self.joins {
            spans::cover_nested(&mut document);
        }
        document.private = spans::private(self.reader.file, self.reader.tree, &document);
        document
    }
}

/// Whether a heading names what stands beside all meetings.
fn is_apart(mark: &Mark<'_>) -> bool {
    match mark.meaning {
        None | Some(Meaning::Private) => false,
        Some(Meaning::Section(kind)) => kind == SectionKind::Okrs,
        Some(_) => true,
    }
}
