//! Which headings carry the dates of meetings, and which days they mean.

use jiff::civil::Date;

use crate::{
    syntax::Tree,
    text::{SourceFile, Span},
};

use super::{
    FrontMatter, MeetingDate,
    date::{self, DateOrder, DateProblem, Dated, Hints, Precision},
    marks::{self, Mark},
    numbered_days,
    section_kind::Meaning,
};

/// The level of heading that meetings have, inferred from where dates stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct MeetingLevel {
    pub(super) level: u8,
    /// How many dated headings have it.
    pub(super) count: usize,
}

/// One more than the deepest level that meetings can have.
const LEVELS: usize = marks::DAY_BULLET as usize + 1;

/// The level most dated headings have; of several, the highest.
///
/// Days count before weeks and months, since a heading `March 2026` often only groups meetings.
/// Where the file itself tells the date, a single heading must be a date and little else.
pub(super) fn meeting_level(marks: &[Mark<'_>], file_is_dated: bool) -> Option<MeetingLevel> {
    // A section that names a day is no meeting, and what is folded away tells nothing.
    let marks = || marks.iter().filter(|mark| mark.heading.level <= marks::DAY_BULLET);
    let exact = marks().filter_map(|mark| Some(mark.dated.as_ref()?.precision)).min()?;
    let mut counts = [0_usize; LEVELS];
    let mut plain = [false; LEVELS];
    for mark in marks() {
        if mark.dated.as_ref().is_some_and(|dated| dated.precision == exact) {
            counts[usize::from(mark.heading.level)] += 1;
            plain[usize::from(mark.heading.level)] |= mark.is_mostly_date();
        }
    }
    let level = (1..LEVELS).rev().max_by_key(|&level| counts[level])?;
    let count = counts[level];
    let trusted = count >= 2 || plain[level] || !file_is_dated;
    (count > 0 && trusted).then_some(MeetingLevel { level: u8::try_from(level).unwrap_or(u8::MAX), count })
}

/// Whether each date is followed by sections as high as itself: some stand between the first two dates.
pub(super) fn hold_sections(marks: &[Mark<'_>], at: MeetingLevel) -> bool {
    let is_date = |mark: &&Mark<'_>| mark.heading.level == at.level && mark.dated.is_some();
    let behind_first = marks.iter().skip_while(|mark| !is_date(mark)).skip(1);
    let mut between = behind_first.take_while(|mark| !is_date(mark));
    between.any(|mark| mark.heading.level <= at.level && mark.dated.is_none())
}

/// Whether sections of an agenda stand before the first dated heading, and all days are before that of the page: it keeps
/// older ones.
pub(super) fn stand_on_page_of(day: &MeetingDate, marks: &[Mark<'_>], at: MeetingLevel) -> bool {
    let mut before = marks.iter().take_while(|mark| !begins_meeting(mark, at, None));
    let days = marks.iter().filter_map(|mark| mark.dated.as_ref()?.date);
    day.precision == Precision::Day && before.any(Mark::is_of_agenda) && days.max() < day.date
}

/// Whether a dated heading begins a meeting.
pub(super) fn begins_meeting(mark: &Mark<'_>, at: MeetingLevel, current: Option<&Dated>) -> bool {
    let Some(dated) = mark.dated.as_ref().filter(|_| mark.heading.level != marks::BULLET) else {
        return false;
    };
    match mark.heading.level.cmp(&at.level) {
        std::cmp::Ordering::Equal => true,
        // A title above dated headings, such as "Notes since May 2024", is no meeting.
        std::cmp::Ordering::Less => mark.is_mostly_date() && dated.precision == Precision::Day,
        std::cmp::Ordering::Greater => {
            mark.is_mostly_date()
                && dated.precision == Precision::Day
                && current.is_none_or(|current| !same_day(current, dated))
        }
    }
}

fn same_day(one: &Dated, other: &Dated) -> bool {
    one.date.is_some() && one.date == other.date
}

/// Settles what a single heading leaves open: the order of day and month, and the year. Gives back that order, where a
/// heading proves it, or else the text. `of_file` is the day that the file itself carries.
pub(super) fn settle(marks: &mut [Mark<'_>], file: &SourceFile, of_file: Option<Date>) -> Option<DateOrder> {
    if of_file.is_none() {
        numbered_days::open(marks);
        count_openings(marks);
    }
    let order = order_of(marks, file);
    for mark in marks.iter_mut().filter(|_| order.is_some()) {
        let is_open =
            |dated: &Dated| dated.is_ambiguous() || order == Some(DateOrder::YearFirst) && dated.is_short();
        if mark.dated.as_ref().is_some_and(is_open) {
            // "##3/4/2026"
            let (text, hints) = (mark.words.trim_start_matches('#'), Hints { year: None, order });
            let found = date::find(text, hints)
                .or_else(|| date::opening(text, hints))
                .or_else(|| date::numbered_opening(text, hints))
                .or_else(|| date::behind_weekday(text, hints));
            mark.dated = found.map(|dated| dated.shifted(mark.words.len() - text.len()));
        }
    }
    let mut neighbour: Option<Date> =
        marks.iter().find_map(|mark| mark.dated.as_ref().filter(|d| d.year_is_written)?.date).or(of_file);
    place_in_months(marks);
    place_in_years(marks);
    for mark in marks {
        let Some(dated) = &mut mark.dated else { continue };
        if !dated.year_is_written
            && let Some(near) = neighbour
        {
            dated.date = dated.near(near);
        }
        neighbour = dated.date.or(neighbour);
    }
    order
}

/// The order of the numbers in dates, as the headings tell it all together, as one of them proves it, or else as the text does.
fn order_of(marks: &[Mark<'_>], file: &SourceFile) -> Option<DateOrder> {
    let dated = || marks.iter().filter_map(|mark| Some((mark, mark.dated.as_ref()?)));
    let short = dated().filter(|(_, dated)| dated.is_short());
    if date::open_with_years(short.filter_map(|(mark, dated)| mark.words.get(dated.span.clone()))) {
        return Some(DateOrder::YearFirst);
    }
    let proved = dated().find_map(|(_, dated)| dated.order);
    proved.or_else(|| date::order_in(file.text().as_bytes()))
}

/// Takes what headings open with for their dates, where several of a level are dated, no other level is and none of them
/// that is undated names a section.
fn count_openings(marks: &mut [Mark<'_>]) {
    if marks.iter().all(|mark| mark.opening.is_none()) {
        return;
    }
    let is_day = |mark: &Mark<'_>| mark.dated.as_ref().is_some_and(|dated| dated.precision == Precision::Day);
    for level in 1..=marks::BOLD {
        let of_level = || marks.iter().filter(|mark| mark.heading.level == level);
        let count = of_level().filter(|mark| mark.dated.is_some() || mark.opening.is_some()).count();
        let is_other = |mark: &Mark<'_>| mark.heading.level != level && mark.heading.level < marks::FOLDED;
        if count < 2
            || of_level().any(|mark| mark.meaning.is_some() && mark.dated.is_none())
            || count_parts(of_level())
            || marks.iter().any(|mark| is_other(mark) && is_day(mark))
        {
            continue;
        }
        // Beside days that are written out, `1/2 day offsite` is none.
        let written = of_level().any(|mark| mark.dated.as_ref().is_some_and(|dated| dated.year_is_written));
        let counts = |mark: &Mark<'_>| {
            let stands_apart =
                |dated: &Dated| !mark.words[dated.span.end..].trim_start().starts_with(char::is_alphanumeric);
            !written || mark.opening.as_ref().is_some_and(stands_apart)
        };
        for mark in marks.iter_mut().filter(|mark| mark.heading.level == level) {
            if counts(mark) {
                mark.dated = mark.dated.take().or(mark.opening.take());
            }
        }
    }
}

/// `Meeting 1/8`, `Meeting 2/8`, `Meeting 3/8`: which of how many, and no days.
fn count_parts<'m>(marks: impl Iterator<Item = &'m Mark<'m>>) -> bool {
    let days: Vec<i32> = marks.filter_map(|mark| mark.opening.as_ref()?.day_of_year()).collect();
    days.len() > 1
        && [1, 31].iter().any(|step| days.windows(2).all(|pair| (pair[1] - pair[0]).abs() == *step))
}

/// `4 March` stands below `# 2026` or `# Spring term 2026`, up to the next heading as high as that.
fn place_in_years(marks: &mut [Mark<'_>]) {
    let mut above = None;
    for (at, mark) in marks.iter_mut().enumerate() {
        let level = mark.heading.level;
        // What holds something is no mere year.
        let is_bare = at > 0 && mark.items == 0 && mark.dated.is_none();
        let named = || if is_bare { date::year_in(&mark.heading.text) } else { None };
        let year = || date::year_alone(&mark.heading.text).or_else(named);
        if let Some(year) = if level < marks::BOLD { year() } else { None } {
            above = Some((level, year));
        } else if let Some((of, year)) = above {
            match &mut mark.dated {
                _ if level <= of => above = None,
                Some(dated) if !dated.lacks_month() => dated.stand_in(year),
                _ => {}
            }
        }
    }
}

/// `Wed 4th` stands below its month, and that below its year.
fn place_in_months(marks: &mut [Mark<'_>]) {
    if !marks.iter().any(|mark| mark.dated.as_ref().is_some_and(Dated::lacks_month)) {
        return;
    }
    let (mut month, mut year) = (None, None);
    for mark in marks {
        if let Some((above, of)) = date::month_of(&mark.heading.text) {
            (month, year) = (Some(above), of.or(year));
        } else if let Some(above) = date::year_in(&mark.heading.text).filter(|_| mark.dated.is_none()) {
            (month, year) = (None, Some(above));
        } else if let (Some(dated), Some(month)) = (&mut mark.dated, month) {
            dated.stand_below(month, year);
        }
    }
}

/// Whether days whose year nobody knows rise from heading to heading: most steps are forward by less than half a year.
pub(super) fn rise_without_year(marks: &[Mark<'_>], at: MeetingLevel) -> bool {
    let meetings = marks.iter().filter(|mark| mark.heading.level == at.level);
    let days = meetings.filter_map(|mark| mark.dated.as_ref()).filter(|dated| dated.date.is_none());
    let mut days = days.filter_map(Dated::day_of_year).peekable();
    let mut steps = 0_i32;
    while let Some(day) = days.next() {
        let forward = days.peek().map_or(0, |next| (next - day).rem_euclid(12 * 31));
        steps += match forward {
            0 => 0,
            1..186 => 1,
            _ => -1,
        };
    }
    steps > 0
}

/// The date of a heading, with places in the file.
pub(super) fn of_heading(file: &SourceFile, tree: &Tree, mark: &Mark<'_>) -> Option<MeetingDate> {
    let dated = mark.dated.as_ref()?;
    let place = |range| mark.place(file, tree, range);
    let problem = dated.problem.clone().map(|problem| match problem {
        DateProblem::NoSuchDay => DateProblem::NoSuchDay,
        DateProblem::MisspeltMonth { span, written, meant } => {
            DateProblem::MisspeltMonth { span: place(span).range(), written, meant }
        }
        DateProblem::WrongWeekday { span, written, actual } => {
            DateProblem::WrongWeekday { span: place(span).range(), written, actual }
        }
    });
    Some(MeetingDate {
        date: dated.date,
        span: place(dated.span.clone()),
        precision: dated.precision,
        problem,
    })
}

/// The date that the file itself carries: in its front matter, or in its name.
pub(super) fn of_file(file: &SourceFile, front_matter: &FrontMatter) -> Option<MeetingDate> {
    front_matter.date().or_else(|| {
        let name = file.name().rsplit(['/', '\\']).next()?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let dated = date::in_file_name(stem)?;
        Some(MeetingDate {
            date: dated.date,
            span: Span::empty(0),
            precision: dated.precision,
            problem: None,
        })
    })
}

/// Whether an undated heading at the level of meetings stands for a form to copy.
pub(super) fn is_template(mark: &Mark<'_>) -> bool {
    mark.dated.is_none()
        && (mark.slot || mark.meaning == Some(Meaning::Template) || opens_with_template(&mark.heading.text))
}

fn opens_with_template(text: &str) -> bool {
    const TEMPLATE: &str = "template";
    let is_one = |part: &[u8]| part[0] | 0x20 == b't' && part.eq_ignore_ascii_case(TEMPLATE.as_bytes());
    let mut words = text.split(|c: char| !c.is_alphanumeric()).take(3);
    // Hardly any heading holds that word.
    text.as_bytes().windows(TEMPLATE.len()).any(is_one)
        && words.any(|word| word.eq_ignore_ascii_case(TEMPLATE))
}
