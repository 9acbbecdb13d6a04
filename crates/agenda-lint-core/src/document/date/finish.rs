//! From the parts of a date to the date, and to what is wrong with it.

use std::ops::Range;

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::{
    DateProblem, Dated, Precision,
    forms::Parts,
    names,
    scan::{Kind, Scan},
};

impl Scan<'_> {
    pub(super) fn finish(&self, at: usize, parts: &Parts) -> Option<Dated> {
        let last = self.tokens.get(parts.next.checked_sub(1)?)?;
        let span = self.tokens.get(at)?.start..last.end;
        if parts.month == 0 && parts.year.is_some() || parts.precision == Precision::Day && parts.day == 0 {
            return None; // `2026-00-00` is a form to fill in
        }
        let (month, day) = (i8::try_from(parts.month).ok()?, i8::try_from(parts.day).ok()?);
        let date = |year| date_of(year, month, day, parts.precision);
        let mut dated = Dated {
            date: parts.year.or(self.hints.year).and_then(date),
            span,
            precision: parts.precision,
            month,
            day,
            year_is_written: parts.year.is_some(),
            order: parts.order,
            problem: None,
            ambiguous: parts.ambiguous,
            weekday: None,
        };
        if parts.year.is_none() {
            let beside = self.weekday_beside(at, parts.next);
            dated.weekday = beside.and_then(|(_, _, weekday)| i8::try_from(weekday).ok());
        }
        dated.problem = match parts.misspelt {
            Some((word_at, meant)) => {
                let token = self.tokens.get(word_at)?;
                let written = self.word(token).to_owned();
                Some(DateProblem::MisspeltMonth { span: token.start..token.end, written, meant })
            }
            None if parts.year.is_some() && dated.date.is_none() => Some(DateProblem::NoSuchDay),
            None => self.check_weekday(at, parts, &mut dated),
        };
        Some(dated)
    }

    /// Compares the weekday beside the date with it; an ambiguous date is settled by it.
    fn check_weekday(&self, at: usize, parts: &Parts, dated: &mut Dated) -> Option<DateProblem> {
        let date = dated.date.filter(|_| parts.year.is_some() && parts.precision == Precision::Day)?;
        let (span, row, index) = self.weekday_beside(at, parts.next)?;
        let day_of = |date: Date| usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
        if day_of(date) == index {
            return None;
        }
        let swapped = parts
            .ambiguous
            .then(|| date_of(date.year(), dated.day, dated.month, Precision::Day))
            .flatten()
            .filter(|&other| day_of(other) == index);
        if let Some(other) = swapped {
            (dated.month, dated.day) = (dated.day, dated.month);
            dated.date = Some(other);
            return None;
        }
        let written = self.text[span.clone()].to_owned();
        let name = row[day_of(date)];
        let actual =
            if written.starts_with(char::is_uppercase) { capitalised(name) } else { name.to_owned() };
        Some(DateProblem::WrongWeekday { span, written, actual })
    }

    fn weekday_beside(
        &self,
        at: usize,
        next: usize,
    ) -> Option<(Range<usize>, &'static [&'static str; 7], usize)> {
        let before = [at.checked_sub(1), at.checked_sub(2)];
        let after = [Some(next), Some(next + 1)];
        for pair in [before, after] {
            let is_mark = |at: usize| matches!(self.kind(at), Some(Kind::Mark(',' | '.' | '(' | '[')));
            let at = match pair {
                [Some(near), Some(far)] if is_mark(near) => far,
                [Some(near), _] => near,
                _ => continue,
            };
            if let Some(token) = self.tokens.get(at).filter(|token| token.kind == Kind::Word)
                && let Some((row, index)) = names::weekday(self.word(token))
            {
                return Some((token.start..token.end, row, index));
            }
        }
        None
    }
}

pub(super) fn date_of(year: i16, month: i8, day: i8, precision: Precision) -> Option<Date> {
    match precision {
        // For a week, `month` holds the number of the week.
        Precision::Week => ISOWeekDate::new(year, month, Weekday::Monday).ok().map(ISOWeekDate::date),
        _ => Date::new(year, month, day).ok(),
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
