//! Days at the beginning of headings that are written like the numbers of parts: `17.04 Kick-off`, `8.19.Mon`.

use super::{
    date::{self, Hints},
    marks::{self, Mark},
};

/// How many days a level must hold: two such numbers may be of parts that are left out between them.
const FEWEST: usize = 3;

/// Takes the days that headings open with for what counts beside others, where nearly all of a level open with days and the
/// numbers of these number no parts and tell no hours.
pub(super) fn open(marks: &mut [Mark<'_>]) {
    if marks.iter().filter(|mark| may_open(mark)).nth(FEWEST - 2).is_none() {
        return;
    }
    for level in 1..=marks::BOLD {
        let of_level = || marks.iter().filter(|mark| mark.heading.level == level);
        if !of_level().any(may_open) {
            continue;
        }
        let days: Vec<Option<Written>> = of_level().map(written).collect();
        let found: Vec<Written> = days.iter().flatten().copied().collect();
        let others = days.len() - found.len();
        if found.len() < FEWEST || others * 2 > found.len() || !are_days(&found) {
            continue;
        }
        for mark in marks.iter_mut().filter(|mark| mark.heading.level == level && may_open(mark)) {
            mark.opening = date::numbered_opening(&mark.words, Hints::default());
        }
    }
}

/// Whether a heading that nothing else is known of opens with a number.
fn may_open(mark: &Mark<'_>) -> bool {
    mark.dated.is_none()
        && mark.opening.is_none()
        && mark.meaning.is_none()
        && mark.words.starts_with(|c: char| c.is_ascii_digit())
}

/// Two numbers as they stand in a heading.
#[derive(Clone, Copy)]
struct Written {
    first: u8,
    second: u8,
    /// Whether both have two digits.
    padded: bool,
}

/// The numbers of the day that a heading opens with or is.
fn written(mark: &Mark<'_>) -> Option<Written> {
    let numbered = || date::numbered_opening(&mark.words, Hints::default()).filter(|_| may_open(mark));
    let span = match mark.dated.as_ref().or(mark.opening.as_ref()) {
        Some(known) => known.span.clone(),
        None => numbered()?.span,
    };
    let text = mark.words.get(span)?.trim_end_matches('.');
    let (first, second) = text.split_once(['.', '/'])?;
    let padded = first.len() == 2 && second.len() == 2;
    Some(Written { first: first.parse().ok()?, second: second.parse().ok()?, padded })
}

/// Whether numbers are days of one order, and name neither parts nor hours.
fn are_days(all: &[Written]) -> bool {
    let day_first = all.iter().any(|day| day.first > 12);
    let month_first = all.iter().any(|day| day.second > 12);
    let is_other = count_parts(all) || skip_parts(all, month_first) || are_hours(all);
    !(day_first && month_first || is_other)
}

/// `1.1`, `1.2`, `2.1`: half of the steps or more are those from one part to the next.
fn count_parts(all: &[Written]) -> bool {
    let counts = |pair: &&[Written]| {
        let [before, after] = [pair[0], pair[1]];
        match before.first.abs_diff(after.first) {
            0 => before.second.abs_diff(after.second) == 1,
            1 => {
                before.first.max(after.first) <= 12
                    && before.second != after.second
                    && opens_part(before, after)
            }
            _ => false,
        }
    };
    all.windows(2).filter(counts).count() * 2 >= all.len() - 1
}

/// Whether the later of two numbers is the first of a new part: `2.1` after `1.4`.
fn opens_part(one: Written, other: Written) -> bool {
    let later = if one.first > other.first { one } else { other };
    later.second <= 1
}

/// `2.3`, `2.7`, `3.2`: some of the parts of something, as they follow each other. A zero before a month tells a day.
fn skip_parts(all: &[Written], month_first: bool) -> bool {
    let rises = |pair: &[Written]| match pair[1].first.checked_sub(pair[0].first) {
        Some(0) => pair[0].second < pair[1].second,
        Some(1) => pair[0].second != pair[1].second,
        _ => false,
    };
    let is_month = month_first && all.iter().all(|day| day.padded) && all.iter().any(|day| day.first < 10);
    !is_month && all.iter().all(|day| day.first <= 12) && all.windows(2).all(rises)
}

/// `9.15`, `10.30`, `11.45`: the hours of one day, as they follow each other; on the tenth of each month, minutes stand still.
fn are_hours(all: &[Written]) -> bool {
    let time = |day: &Written| (day.first, day.second);
    let stands_still = all.windows(2).all(|pair| pair[0].second == pair[1].second) && all[0].second <= 12;
    !stands_still
        && all.iter().all(|day| day.second % 5 == 0 && day.first < 24)
        && all.windows(2).all(|pair| time(&pair[0]) < time(&pair[1]))
}
