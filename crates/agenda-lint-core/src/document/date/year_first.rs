//! Whether dates of three short numbers begin with the year: `21.09.07`, `21.09.12`, which day first would be years apart.

/// The years that a date may open with: smaller ones are days or months as well, larger ones give no date by themselves.
const YEARS: std::ops::RangeInclusive<i32> = 13..=31;

/// How far apart two days of one year are at the most.
const YEAR: i32 = 12 * MONTH;

const MONTH: i32 = 31;

/// Whether the dates of a file which are three short numbers begin with the year: all may, and read day first the way from
/// each to the next is far longer. Of two only, a day of the same month a year or two later is believed.
pub(in crate::document) fn open_with_years<'t>(dates: impl Iterator<Item = &'t str>) -> bool {
    let (mut count, mut by_year, mut by_day) = (0, 0, 0);
    let mut before = None;
    for [first, month, last] in dates.filter_map(short) {
        if !YEARS.contains(&first) || !(1..=12).contains(&month) || !(1..=31).contains(&last) {
            return false;
        }
        let day = |year: i32, day: i32| year * YEAR + month * MONTH + day;
        let (year_first, day_first) = (day(first, last), day(last, first));
        if let Some((other_year_first, other_day_first)) = before.replace((year_first, day_first)) {
            by_year += (year_first - other_year_first).abs();
            by_day += (day_first - other_day_first).abs();
        }
        count += 1;
    }
    by_day > 2 * by_year && (count > 2 || by_day > 2 * YEAR)
}

/// The three numbers of a short date, if it has two digits at either end.
fn short(date: &str) -> Option<[i32; 3]> {
    const LONGEST: usize = 8;
    let separator = *date.as_bytes().get(2).filter(|_| date.len() <= LONGEST)?;
    let mut numbers =
        date.split(char::from(separator)).map(|number| Some((number.len(), number.parse().ok()?)));
    match [numbers.next()??, numbers.next()??, numbers.next()??] {
        [(2, first), (_, second), (2, third)] if numbers.next().is_none() => Some([first, second, third]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_dates_open_with_the_year_where_days_would_stand_still() {
        for (dates, opens) in [
            (&["21.09.07", "21.09.12", "21.10.01"][..], true),
            (&["24-12-17", "25-01-07"], true),
            (&["25/03/18", "25/03/11", "2 March 2025", "2025-03-02"], true),
            (&["25/3/18", "25/3/11"], true),
            // The same day of two months,
            (&["20.12.22", "20.01.23"], false),
            // and of two years.
            (&["21.09.21", "21.09.22"], false),
            (&["17.09.21", "24.09.21", "15.10.21"], false),
            (&["21.09.21", "28.09.21", "05.10.21"], false),
            (&["21.09.07", "21.09.12", "05.10.21"], false),
            (&["21.09.07"], false),
            (&["21.09.07", "21.09.07"], false),
            (&["21.13.07", "21.13.08", "21.13.09"], false),
            (&["3/14/22", "KW 9", "ä1.2.03", "2021.9.7"], false),
        ] {
            assert_eq!(open_with_years(dates.iter().copied()), opens, "{dates:?}");
        }
    }
}
