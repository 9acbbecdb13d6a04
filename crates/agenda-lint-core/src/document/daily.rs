//! Notes of whole days, of which a one-on-one is a part: `## 1:1 with Kate` between a plan and a log.

use std::ops::Range;

use crate::text::{Span, is_one_of};

use super::{
    dates::{self, MeetingLevel},
    marks::{Mark, Part, Parts},
    section_kind::Meaning,
};

/// The one-on-ones among the parts of a file, each from its heading to where it ends, and whether
/// anything stands beside them. What heads the file, at `title`, is no part of it.
pub(super) fn one_on_ones(
    Parts { row, marks }: &Parts<'_>,
    level: Option<MeetingLevel>,
    title: Option<Span>,
) -> (Vec<Range<usize>>, bool) {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut is_prepared, mut is_other) = (false, false);
    if !marks.iter().any(names_one_on_one) {
        return (found, is_other);
    }
    let is_day = |mark: &Mark<'_>| level.is_some_and(|level| dates::begins_meeting(mark, level, None));
    for (at, part) in row.iter().enumerate() {
        if found.last().is_some_and(|found| at < found.end) {
            continue;
        }
        let mark = match *part {
            Part::Mark(index) => &marks[index as usize],
            Part::Content { .. } => {
                is_other = true;
                continue;
            }
            Part::EndOfBullet | Part::EndOfMeeting => continue,
        };
        if Some(mark.heading.span) == title {
            continue;
        }
        if is_day(mark) {
            is_prepared = false;
        } else if !is_prepared && names_one_on_one(mark) && has_content(row, marks, at, mark) {
            let whole = at..end(row, marks, at, mark);
            // What holds days is no part of one.
            if !row[whole.clone()]
                .iter()
                .any(|part| matches!(part, &Part::Mark(mark) if is_day(&marks[mark as usize])))
            {
                found.push(whole);
            }
        } else {
            is_prepared |= mark.is_of_agenda();
            is_other = true;
        }
    }
    (found, is_other)
}

/// Whether something stands below a heading.
fn has_content(row: &[Part], marks: &[Mark<'_>], at: usize, head: &Mark<'_>) -> bool {
    match row.get(at + 1) {
        Some(&Part::Mark(index)) => marks[index as usize].heading.level > head.heading.level,
        next => next.is_some(),
    }
}

/// Where the one-on-one that begins at `start` ends: at the next heading as high, unless that names a
/// section of it.
fn end(row: &[Part], marks: &[Mark<'_>], start: usize, head: &Mark<'_>) -> usize {
    let mut has_own = false;
    let rest = row[start + 1..].iter().position(|part| {
        let &Part::Mark(index) = part else { return false };
        let mark = &marks[index as usize];
        if mark.heading.level > head.heading.level {
            has_own |= mark.meaning.is_some();
            return false;
        }
        has_own || mark.dated.is_some() || !matches!(mark.meaning, Some(Meaning::Section(_)))
    });
    rest.map_or(row.len(), |rest| start + 1 + rest)
}

/// `1:1`, `1-1 with Kate`, `Kate: one-on-one`; not `1:1 topics`, which is a section of one.
pub(super) fn names_one_on_one(mark: &Mark<'_>) -> bool {
    const PARTS: [&str; 5] = ["topics", "agenda", "notes", "prep", "template"];
    const NAMES: [&str; 6] = ["1:1", "1-1", "1on1", "1-on-1", "one-on-one", "one on one"];
    if mark.dated.is_some() || mark.meaning.is_some() || mark.heading.level > 6 {
        return false;
    }
    let text = &mark.heading.text;
    // Each of them begins so, and few headings hold either.
    let may_begin =
        |part: &[u8]| part[0] == b'1' || part[0] | 0x20 == b'o' && part.eq_ignore_ascii_case(b"one");
    if !text.as_bytes().windows(3).any(may_begin) {
        return false;
    }
    let place = |name: &str| {
        let mut places = text.as_bytes().windows(name.len());
        places.position(|place| place.eq_ignore_ascii_case(name.as_bytes()))
    };
    let Some((at, name)) = NAMES.iter().find_map(|name| Some((place(name)?, name))) else {
        return false;
    };
    let around = [&text[..at], &text[at + name.len()..]];
    let is_free = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let words = || around.iter().flat_map(|part| part.split(|c: char| !c.is_alphanumeric()));
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) || ["", "with", "and", "my"].contains(&word);
    is_free(around[0].chars().last())
        && is_free(around[1].chars().next())
        && words().all(is_name)
        && !words().any(|word| is_one_of(word, &PARTS))
        && !dates::is_template(mark)
}
