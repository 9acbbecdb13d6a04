//! The year of days and weeks that are written without one, where the file knows none: `## Wed 4 March`, `## Week 10`.

use jiff::civil::Date;

use super::{
    date::{DateOrder, Dated, Precision},
    marks::Mark,
};

/// How many days ahead a meeting is prepared at the most.
const AHEAD: i32 = 60;

/// How many days ago the newest day may be, if no weekday tells the year: a notebook that is in use.
const BEHIND: i32 = 92;

/// How many days a meeting may stand out of order: what is further off lies in another year.
const SLIP: i32 = 45;

/// How many years back weekdays are tried: after so many, they fall as they fell before.
const YEARS: i16 = 6;

/// Takes days for those around `today`, where each of them lacks its year, and so does the file. Each is near the one before
/// it, and the newest lies ahead by no more than a meeting is prepared. Weekdays beside them must be right; where none
/// tells, only a notebook in use is placed. Gives back the order of day and month: where `order` is not known, `6/2` is read the
/// other way round if only that is near, or falls on its weekday.
pub(super) fn place_near(marks: &mut [Mark<'_>], today: Date, order: Option<DateOrder>) -> Option<DateOrder> {
    if marks.iter().filter_map(|mark| mark.dated.as_ref()).any(|dated| dated.date.is_some()) {
        return order;
    }
    let is_slashed = |mark: &Mark<'_>, dated: &Dated| {
        dated.is_ambiguous() && mark.words.get(dated.span.clone()).is_some_and(|words| words.contains('/'))
    };
    let is_open = order.is_none()
        && marks.iter().any(|mark| mark.dated.as_ref().is_some_and(|dated| is_slashed(mark, dated)));
    // As it is written and near, the other way round and near, and then in any year that weekdays tell.
    for behind in [Some(BEHIND), None] {
        if place_in_years(marks, today, behind) {
            return order;
        }
        if is_open {
            swap(marks, is_slashed);
            if place_in_years(marks, today, behind) {
                return Some(DateOrder::DayFirst);
            }
            swap(marks, is_slashed);
        }
    }
    order
}

/// Places the days in the latest year that fits, the newest of them not longer `behind` than so many days.
fn place_in_years(marks: &mut [Mark<'_>], today: Date, behind: Option<i32>) -> bool {
    let latest = today.year().saturating_add(1);
    (0..YEARS + 2).any(|back| place(marks, latest.saturating_sub(back), today, behind))
}

/// Takes the numbers of open days the other way round.
fn swap(marks: &mut [Mark<'_>], is_open: impl Fn(&Mark<'_>, &Dated) -> bool) {
    for mark in marks {
        let open = mark.dated.as_ref().filter(|dated| is_open(mark, dated)).map(Dated::swapped);
        mark.dated = open.or(mark.dated.take());
    }
}

/// Places the days of which the first is in a year, if they lie around `today`.
fn place(marks: &mut [Mark<'_>], year: i16, today: Date, behind: Option<i32>) -> bool {
    let is_day = |dated: &&mut Dated| dated.precision <= Precision::Week && !dated.lacks_month();
    let mut days: Vec<&mut Dated> =
        marks.iter_mut().filter_map(|mark| mark.dated.as_mut()).filter(is_day).collect();
    let told = days.iter().any(|day| day.weekday().is_some());
    let fits = |dates: &Vec<Date>| {
        let Some(newest) = dates.iter().max() else { return false };
        let ahead = (*newest - today).get_days();
        let is_near = behind.map_or(told, |behind| ahead >= -behind);
        ahead <= AHEAD && is_near && fall_right(&days, dates)
    };
    let Some(dates) = in_year(&days, year).filter(fits) else { return false };
    for (day, date) in days.iter_mut().zip(dates) {
        day.date = Some(date);
    }
    true
}

/// The dates of days of which the first is in a year, and each other one near the one before it and not far to the side on
/// which few are; none where one of them is no day in its year.
fn in_year(days: &[&mut Dated], year: i16) -> Option<Vec<Date>> {
    let near = placed(days, year, 0)?;
    let step = |pair: &[Date]| i64::from(pair[1] > pair[0]) - i64::from(pair[1] < pair[0]);
    placed(days, year, near.windows(2).map(step).sum())
}

/// The same, where days mostly rise (above 0), fall (below), or nobody knows.
fn placed(days: &[&mut Dated], year: i16, rise: i64) -> Option<Vec<Date>> {
    let mut before: Option<Date> = None;
    let after = |day: &Dated, before: Date| {
        let near = day.near(before)?;
        match (near - before).get_days() {
            ahead if rise < 0 && ahead > SLIP => day.in_year(near.year().saturating_sub(1)),
            ahead if rise > 0 && ahead < -SLIP => day.in_year(near.year().saturating_add(1)),
            _ => Some(near),
        }
    };
    let date = |day: &&mut Dated| {
        before = before.map_or_else(|| day.in_year(year), |before| after(day, before));
        before
    };
    days.iter().map(date).collect()
}

/// Whether all weekdays beside the days are those of the dates.
fn fall_right(days: &[&mut Dated], dates: &[Date]) -> bool {
    let mut placed = days.iter().zip(dates);
    placed.all(|(day, date)| {
        day.weekday().is_none_or(|weekday| date.weekday().to_monday_zero_offset() == weekday)
    })
}

#[cfg(test)]
mod tests {
    use crate::{
        document::{Conventions, Document},
        syntax::Tree,
        text::SourceFile,
    };

    fn days(headings: &[&str], today: &str) -> String {
        let text: Vec<String> = headings.iter().map(|heading| format!("## {heading}\n- a\n")).collect();
        let file = SourceFile::new("a.md", text.concat());
        let document =
            Document::read(&file, &Tree::parse(&file), &Conventions::default(), today.parse().ok());
        let days = document.meetings.iter().map(|meeting| match meeting.day() {
            Some(day) => day.to_string(),
            None => "-".to_owned(),
        });
        days.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn days_without_a_year_are_near_today() {
        for (headings, placed) in [
            (&["5 March", "19 February", "29 December"][..], "2026-03-05 2026-02-19 2025-12-29"),
            (&["19 November", "3 December", "14 January"], "2025-11-19 2025-12-03 2026-01-14"),
            (&["Thu 5 March", "Thu 19 February"], "2026-03-05 2026-02-19"),
            // Nine months back is nearer than three ahead where the newest stand first.
            (
                &["13 February", "26 November", "6 June", "6 September", "30 August"],
                "2026-02-13 2025-11-26 2025-06-06 2024-09-06 2024-08-30",
            ),
            (&["2 February", "16 February", "9 February"], "2026-02-02 2026-02-16 2026-02-09"),
            // The weekdays are those of another year,
            (&["Wed 5 March", "Wed 19 February"], "2025-03-05 2025-02-19"),
            // and these are of none.
            (&["Wed 5 March", "Thu 19 February"], "- -"),
            // Of a notebook that nobody has opened for long, it could be any.
            (&["8 September", "1 September"], "- -"),
            (&["Mon 8 September", "1 September"], "2025-09-08 2025-09-01"),
            // One day with a year tells it for all.
            (&["5 March 2024", "19 February"], "2024-03-05 2024-02-19"),
            (&["29 February", "12 February"], "- -"),
            // Day and month are told by the weekdays, or by what is near.
            (&["Fri 6/3", "Fri 6/2", "Fri 9/1"], "2026-03-06 2026-02-06 2026-01-09"),
            (&["Fri 3/6", "Fri 2/6", "Fri 1/9"], "2026-03-06 2026-02-06 2026-01-09"),
            (&["6/3", "6/2", "9/1"], "2026-03-06 2026-02-06 2026-01-09"),
            (&["12/1"], "2025-12-01"),
            (&["Mon 12/1"], "2025-12-01"),
            (&["3/4", "2/3", "1/2"], "2026-03-04 2026-02-03 2026-01-02"),
            (&["Week 10", "Week 8"], "2026-03-02 2026-02-16"),
        ] {
            assert_eq!(days(headings, "2026-03-02"), placed, "{headings:?}");
        }
    }
}
