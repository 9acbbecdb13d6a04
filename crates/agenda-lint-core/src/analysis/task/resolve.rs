//! The day that a due time means, seen from the meeting that set it.

use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate, Weekday},
};

use super::{
    class::{Class, is},
    due::{COMING, day_month, is_number_word},
};
use crate::document::date::{self, DateOrder, Hints};

/// The last day that `text` allows, noted on the day `meeting`. None for events and open-ended times,
/// and for a time such as `Friday` if no meeting is known.
pub(super) fn date(text: &str, meeting: Option<Date>, order: Option<DateOrder>) -> Option<Date> {
    // `2 weeks before go-live`
    if text.split(' ').any(|word| matches!(word, "before" | "after" | "ahead" | "prior")) {
        return None;
    }
    let hints = Hints { year: None, order };
    let found = date::parse(text, hints).or_else(|| date::find(text, hints));
    let Some(meeting) = meeting else { return found?.date };
    let Some(found) = found else { return relative(text, meeting) };
    let upcoming = || upcoming(found.near(meeting)?, meeting);
    if found.year_is_written { found.date } else { upcoming().or(found.date) }
}

/// The day behind that of the meeting.
const TOMORROW: [&str; 9] =
    ["tomorrow", "tmrw", "tmr", "tmw", "tomoz", "morgen", "demain", "mañana", "amanhã"];

/// The day of a time that only a meeting gives a meaning.
fn relative(text: &str, meeting: Date) -> Option<Date> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split([' ', ',', '-', '/', '\'', '’']).filter(|word| !word.is_empty()).collect();
    let has = |word: &str| words.contains(&word);
    let any = |listed: &[&str]| words.iter().any(|word| listed.contains(word));
    let next = any(&["next", "following", "prochain", "prochaine"]) || any(&COMING);
    // "Freitag morgen" is a part of that day.
    let names_day = || words.iter().any(|word| date::weekday(word).is_some());
    if any(&TOMORROW) && !names_day() {
        return meeting.checked_add(1.day()).ok();
    }
    if has("übermorgen") {
        return meeting.checked_add(2.days()).ok();
    }
    if let Some((day, month)) = plain_day(&words) {
        return upcoming(Date::new(meeting.year(), month, day).ok()?, meeting);
    }
    let is_weekday = |word: &str| date::weekday(word).is_some();
    let numbered = words.windows(2).find(|pair| is_weekday(pair[0])).and_then(|pair| pair[1].parse().ok());
    if let Some(day) = numbered {
        return next_day(day, meeting);
    }
    if let Some(weeks) = weeks_in(&words) {
        return week_of_month(&words, weeks, meeting);
    }
    let whole = || lower.split([' ', ',']).find_map(date::weekday);
    if let Some(weekday) = words.iter().rev().find_map(|word| date::weekday(word)).or_else(whole) {
        let first = meeting.nth_weekday(1, weekday).ok()?;
        let same_week = || first.iso_week_date().week() == meeting.iso_week_date().week();
        return if next && same_week() { first.checked_add(7.days()).ok() } else { Some(first) };
    }
    if let Some(day) = words.iter().find_map(|word| ordinal(word)) {
        return next_day(day, meeting);
    }
    if let Some(days) = counted(&words) {
        return meeting.checked_add(days.days()).ok();
    }
    if let Some(week) = numbered_week(&words) {
        let year = ISOWeekDate::new(meeting.iso_week_date().year(), week, Weekday::Friday).ok()?.date();
        return upcoming(year, meeting);
    }
    period(&words, next, meeting)
}

/// The day and the month of `31 mars` and `01oct`.
fn plain_day(words: &[&str]) -> Option<(i8, i8)> {
    let apart = words.windows(2).find_map(|pair| Some((pair[0].parse().ok()?, date::month(pair[1])?)));
    apart.or_else(|| words.iter().find_map(|word| day_month(word)))
}

/// How many weeks of a month have gone by at the end of `the first week of …`.
fn weeks_in(words: &[&str]) -> Option<i8> {
    let ordinal = words.windows(3).find(|said| said[1] == "week" && said[2] == "of")?[0];
    match ordinal {
        "first" | "1st" => Some(1),
        "second" | "2nd" => Some(2),
        "third" | "3rd" => Some(3),
        "last" => Some(5),
        _ => None,
    }
}

/// The last day of the first week of April, and of those behind it.
fn week_of_month(words: &[&str], weeks: i8, meeting: Date) -> Option<Date> {
    let month = words.iter().find_map(|word| date::month(word))?;
    let first = Date::new(meeting.year(), month, 1).ok()?;
    let end = first.checked_add((7 * i64::from(weeks) - 1).days()).ok()?;
    upcoming(end.min(first.last_of_month()), meeting)
}

/// The next day that has this number in its month.
fn next_day(day: i8, meeting: Date) -> Option<Date> {
    (0..3).find_map(|months| {
        let month = meeting.first_of_month().checked_add(months.months()).ok()?;
        Date::new(month.year(), month.month(), day).ok().filter(|date| *date >= meeting)
    })
}

/// The last day of a week, month or quarter that the words name.
fn period(words: &[&str], next: bool, meeting: Date) -> Option<Date> {
    const EDGES: [&str; 10] =
        ["early", "mid", "start", "beginning", "middle", "anfang", "mitte", "début", "inicio", "início"];
    // `Q3 planning` falls on some day near it.
    if words.last().is_some_and(|last| is(last, Class::Event) || is(last, Class::Meeting)) {
        return None;
    }
    let has = |listed: &[&str]| words.iter().any(|word| listed.contains(word));
    let is_edge = has(&EDGES);
    if is_edge {
        return None; // where in it such a time ends is anybody's guess
    }
    if has(&["week", "wk", "eow", "woche", "semaine", "semana"]) {
        let since_monday = meeting.weekday().to_monday_zero_offset();
        let friday = meeting.checked_add(i64::from(4 - since_monday).days()).ok()?;
        let friday = if friday < meeting { friday.checked_add(7.days()).ok()? } else { friday };
        return if next { friday.checked_add(7.days()).ok() } else { Some(friday) };
    }
    if has(&["month", "eom", "monat", "monats", "mois", "mes", "mês"]) {
        let month = meeting.first_of_month().checked_add(i64::from(next).months()).ok()?;
        return Some(month.last_of_month());
    }
    if has(&["quarter", "eoq", "quartal", "quartals", "trimestre"]) {
        let quarter = (meeting.month() + 2) / 3 + i8::from(next);
        return end_of_quarter(meeting.year(), quarter);
    }
    if has(&["year", "eoy"]) {
        return Date::new(meeting.year().checked_add(i16::from(next))?, 12, 31).ok();
    }
    if let Some(month) = words.iter().find_map(|word| date::month(word)) {
        return upcoming(Date::new(meeting.year(), month, 1).ok()?.last_of_month(), meeting);
    }
    let quarter = words.iter().find_map(|word| match word.as_bytes() {
        [b'q', digit @ b'1'..=b'4'] => i8::try_from(digit - b'0').ok(),
        [b'h', digit @ b'1'..=b'2'] => i8::try_from((digit - b'0') * 2).ok(),
        _ => None,
    });
    if let Some(quarter) = quarter {
        return upcoming(end_of_quarter(meeting.year(), quarter)?, meeting);
    }
    let is_today = [
        "today",
        "tonight",
        "eod",
        "cob",
        "cop",
        "eob",
        "noon",
        "midday",
        "midnight",
        "lunch",
        "lunchtime",
        "afternoon",
        "evening",
        "heute",
        "hui", // aujourd'hui
        "hoy",
        "hoje",
    ];
    let is_clock = words.first().is_some_and(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    (is_clock || words.iter().any(|word| is_today.contains(word))).then_some(meeting)
}

/// The same day a year on when it has long passed: in December, `14 January` is still to come.
fn upcoming(date: Date, meeting: Date) -> Option<Date> {
    let long_ago = meeting.checked_sub(60.days()).ok()?;
    if date < long_ago { date.checked_add(1.year()).ok() } else { Some(date) }
}

fn end_of_quarter(year: i16, quarter: i8) -> Option<Date> {
    let (year, quarter) = if quarter > 4 { (year.checked_add(1)?, quarter - 4) } else { (year, quarter) };
    Some(Date::new(year, quarter * 3, 1).ok()?.last_of_month())
}

fn ordinal(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    (digits.len() < word.len() && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th"))
        .then(|| digits.parse().ok())
        .flatten()
}

/// The days of `in two weeks`, `within 48 hours`.
fn counted(words: &[&str]) -> Option<i64> {
    let at = words.iter().position(|word| is_number_word(word) || word.parse::<u16>().is_ok())?;
    let count = match words[at] {
        "a" | "an" | "one" => 1,
        "two" | "couple" => 2,
        "three" | "few" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "ten" => 10,
        digits => i64::from(digits.parse::<u16>().ok()?),
    };
    let unit = words[at + 1..].iter().find_map(|word| {
        Some(match *word {
            "day" | "days" => 1,
            "week" | "weeks" | "wk" | "wks" => 7,
            "fortnight" | "fortnights" => 14,
            "month" | "months" | "mth" | "mths" => 30,
            _ => return None,
        })
    });
    match unit {
        Some(days) => Some(count * days),
        None => words.iter().any(|word| word.starts_with("hour")).then_some((count + 23) / 24),
    }
}

fn numbered_week(words: &[&str]) -> Option<i8> {
    words
        .windows(2)
        .find(|pair| matches!(pair[0], "wk" | "week" | "kw" | "cw"))
        .and_then(|pair| pair[1].parse().ok())
}
