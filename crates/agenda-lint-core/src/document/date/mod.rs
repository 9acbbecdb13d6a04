//! Finds the date that a heading, a bold line or a file name carries, and what is wrong with it.
//!
//! Nothing here knows today: a date without a year gets one from the caller.

mod above;
mod finish;
mod forms;
mod loose;
mod names;
mod order;
mod scan;
mod year_first;

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::text::offset_in;

pub(super) use above::{month_of, year_alone, year_in};
pub(super) use order::order_in;
use scan::Scan;
pub(super) use year_first::open_with_years;

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The day; the Monday of a week, the first of a month, the first day of a range.
    /// None when the year is unknown or there is no such day.
    pub date: Option<Date>,
    /// Where it stands: byte offsets into the text that was searched; a weekday beside it is left out.
    pub span: Range<usize>,
    /// How exact it is.
    pub precision: Precision,
    /// Whether the text gives the year, so that the date does not depend on a hint.
    pub year_is_written: bool,
    /// The order of day and month that this date proves; None where it shows none.
    pub order: Option<DateOrder>,
    /// What is wrong with the date as written.
    pub problem: Option<DateProblem>,
    /// Whether the other order of day and month would give a date as well.
    ambiguous: bool,
    /// The weekday beside it, counted from Monday as 0, where no year is written.
    weekday: Option<i8>,
    /// The number of the week, if it is one; 0 where a day names no month.
    month: i8,
    day: i8,
}

impl Dated {
    /// The date that a text is which holds nothing but a day of the calendar as `2026-03-02`, as most dates
    /// are written.
    fn iso(text: &str) -> Option<Self> {
        let fits =
            |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
        if text.len() != 10 || !text.bytes().enumerate().all(fits) {
            return None;
        }
        let year = text[..4].parse().ok().filter(|year| scan::YEARS.contains(year))?;
        let (month, day) = (text[5..7].parse().ok()?, text[8..].parse().ok()?);
        let date = Some(Date::new(year, month, day).ok()?);
        let (span, precision, year_is_written) = (0..text.len(), Precision::Day, true);
        let (order, problem, ambiguous) = (None, None, false);
        let weekday = None;
        Some(Self { date, span, precision, year_is_written, order, problem, ambiguous, weekday, month, day })
    }

    /// The same date in a text of which the one that was searched begins at byte `start`.
    #[must_use]
    pub(super) fn shifted(mut self, start: usize) -> Self {
        self.span = start + self.span.start..start + self.span.end;
        self
    }

    /// Whether day and month are to be told by the order that the rest of a file proves.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.ambiguous
    }

    /// The day that its numbers are the other way round, in a year that nobody knows.
    pub(super) fn swapped(&self) -> Self {
        Self { month: self.day, day: self.month, ..self.clone() }
    }

    /// Whether it is written in few letters, as three numbers of two digits are, with a year.
    pub(super) fn is_short(&self) -> bool {
        self.span.len() <= 8 && self.year_is_written && self.precision == Precision::Day
    }

    /// About which day of any year it is, if it is a day or a week.
    pub(super) fn day_of_year(&self) -> Option<i32> {
        match self.precision {
            Precision::Day if self.month == 0 => None,
            Precision::Day => Some(i32::from(self.month) * 31 + i32::from(self.day)),
            Precision::Week => Some(i32::from(self.month) * 7),
            Precision::Month => None,
        }
    }

    /// Whether it is a day that names no month.
    pub(super) fn lacks_month(&self) -> bool {
        self.month == 0
    }

    /// Takes the month, and the year if that is known, from a heading above, where it names none itself.
    pub(super) fn stand_below(&mut self, month: i8, year: Option<i16>) {
        if self.month == 0 {
            self.month = month;
            self.date = year.and_then(|year| finish::date_of(year, month, self.day, self.precision));
            self.year_is_written = self.date.is_some();
        }
    }

    /// The weekday beside it, counted from Monday as 0, where no year is written.
    pub(super) fn weekday(&self) -> Option<i8> {
        self.weekday
    }

    /// The day this is in a year, if there is such a day.
    pub(super) fn in_year(&self, year: i16) -> Option<Date> {
        finish::date_of(year, self.month, self.day, self.precision)
    }

    /// Takes the year from a heading above, where it names none itself.
    pub(super) fn stand_in(&mut self, year: i16) {
        if !self.year_is_written {
            self.date = self.in_year(year);
            self.year_is_written = self.date.is_some();
        }
    }

    /// The day this is, in the year that brings it nearest to `neighbour`; the date itself when its
    /// year is written.
    pub fn near(&self, neighbour: Date) -> Option<Date> {
        if self.year_is_written {
            return self.date;
        }
        let year = neighbour.year();
        [year.saturating_sub(1), year, year.saturating_add(1)]
            .into_iter()
            .filter_map(|year| self.in_year(year))
            .min_by_key(|date| date.duration_since(neighbour).abs())
    }
}

/// How exact a date is, the most exact first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A day, or a range of days.
    Day,
    /// A week of the ISO calendar.
    Week,
    /// A month, or a range of months.
    Month,
}

/// Which number comes first in a numeric date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// As in `28/11/2022`.
    DayFirst,
    /// As in `11/28/2022`.
    MonthFirst,
    /// As in `22.11.28`; without its year, `11.28`.
    YearFirst,
}

/// What is wrong with a date as written. Spans are byte offsets into the text that was searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// No calendar has this day, as in `2026-02-30`.
    NoSuchDay,
    /// The month is misspelt.
    MisspeltMonth {
        /// Where the month stands.
        span: Range<usize>,
        /// The month as written.
        written: String,
        /// The month's English name.
        meant: &'static str,
    },
    /// The weekday beside the date is not the date's.
    WrongWeekday {
        /// Where the weekday stands.
        span: Range<usize>,
        /// The weekday as written.
        written: String,
        /// The date's weekday in the same language, length and case.
        actual: String,
    },
}

/// What the rest of a file tells about its dates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints {
    /// The year of a date that names none.
    pub year: Option<i16>,
    /// The order of an ambiguous numeric date. None: `03/04/22` is month first, `03-04-22` and
    /// `03.04.22` day first.
    pub order: Option<DateOrder>,
}

/// The date that a heading or a bold line carries, or the date it tries to carry.
///
/// The most exact one counts, then the first; of a range, its first day. Versions, times, fractions,
/// quarters and numbered things (`OKR 2`) are no dates; `8.10.24` is one alone and behind a word for a meeting.
pub fn find(text: &str, hints: Hints) -> Option<Dated> {
    if !has_digit(text) {
        return None;
    }
    Dated::iso(text).or_else(|| {
        let scan = Scan::new(text, hints);
        scan.find().or_else(|| scan.whole()).or_else(|| scan.named())
    })
}

/// The date that `text` as a whole is: as [`find`], and `3/14`, `10 / 25`, `28.02.`, `10.6.25` and `2026-03` besides.
pub fn parse(text: &str, hints: Hints) -> Option<Dated> {
    if !has_digit(text) {
        return None;
    }
    Dated::iso(text).or_else(|| Scan::new(text, hints).whole())
}

/// A cheap look, before [`parse`], at the last word of a text: whether a date may end in it.
pub(crate) fn may_end_in(word: &str) -> bool {
    !word.bytes().all(|byte| byte.is_ascii_alphabetic())
        || names::month(word).is_some()
        || names::weekday(word).is_some()
        || names::misspelt_month(word).is_some()
}

/// The day or the week that `text` opens with and that names no year, in a form that elsewhere is a fraction or a number
/// (`3/14 - Kip`, `Week 10`, `Wed 4th`): it proves a date only beside others.
pub(super) fn opening(text: &str, hints: Hints) -> Option<Dated> {
    if !has_digit(text) {
        return None;
    }
    Scan::new(text, hints).opening()
}

/// The day that the first weekday of `text` opens, whatever stands before it: `things for Monday 16/3`.
pub(super) fn behind_weekday(text: &str, hints: Hints) -> Option<Dated> {
    let mut words = text.split_whitespace();
    let start = words.find(|word| names::weekday(word).is_some()).map(|word| offset_in(text, word))?;
    opening(&text[start..], hints).map(|dated| dated.shifted(start))
}

/// The day that `text` opens with as it would with the number of a part: `17.04 Kick-off`, `8.19.Mon`. It proves a date only
/// beside others that number no parts.
pub(super) fn numbered_opening(text: &str, hints: Hints) -> Option<Dated> {
    if text.starts_with(|c: char| c.is_ascii_digit()) { Scan::new(text, hints).numbered() } else { None }
}

/// The date that a file's name (without folder and extension) carries, if it gives the year.
pub fn in_file_name(stem: &str) -> Option<Dated> {
    find(stem, Hints::default()).filter(|dated| dated.year_is_written)
}

/// The month, 1 to 12, that a word in lower case names by itself; short forms that are common words
/// name none.
pub(crate) fn month(word: &str) -> Option<i8> {
    names::month(word).filter(|_| !matches!(word, "set" | "out" | "ago"))
}

/// Whether a word beside a date is a weekday in two letters.
pub(super) fn is_short_weekday(word: &str) -> bool {
    names::is_short_weekday(word)
}

/// The weekday that a word names by itself; names that are ordinals too name one as in `sexta-feira`.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    let is_ordinal = matches!(word, "segunda" | "terça" | "quarta" | "quinta" | "sexta");
    let named = word.strip_suffix("-feira");
    let (_, index) = names::weekday(named.unwrap_or(word)).filter(|_| !is_ordinal)?;
    Weekday::from_monday_zero_offset(i8::try_from(index).ok()?).ok()
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests;
