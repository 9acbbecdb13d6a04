//! Notes of whole days, of which a one-on-one is a part: `## 1:1 with Kate` between a plan and a log.

use std::ops::Range;

use crate::text::Span;

use super::{
    SectionKind,
    dates::{self, MeetingLevel},
    marks::{Mark, Part},
    section_kind::Meaning,
};

/// The one-on-ones among the parts of a file, each from its heading to where it ends, and whether
/// anything stands beside them. What heads the file, at `title`, is no part of it.
pub(super) fn one_on_ones(
    parts: &[Part],
    level: Option<MeetingLevel>,
    title: Option<Span>,
) -> (Vec<Range<usize>>, bool) {
    let is_day = |mark: &Mark| level.is_some_and(|level| dates::begins_meeting(mark, level, None));
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut is_prepared, mut is_other) = (false, false);
    for (at, part) in parts.iter().enumerate() {
        if found.last().is_some_and(|found| at < found.end) {
            continue;
        }
        match part {
            Part::Mark(mark) if Some(mark.heading.span) == title => {}
            Part::Mark(mark) if is_day(mark) => is_prepared = false,
            Part::Mark(mark) if !is_prepared && names_one_on_one(mark) && has_content(parts, at, mark) => {
                found.push(at..end(parts, at, mark));
            }
            Part::Mark(mark) => {
                is_prepared |= is_prepared_section(mark);
                is_other = true;
            }
            Part::Content { .. } => is_other = true,
            Part::EndOfBullet => {}
        }
    }
    (found, is_other)
}

/// Whether something stands below a heading.
fn has_content(parts: &[Part], at: usize, head: &Mark) -> bool {
    match parts.get(at + 1) {
        Some(Part::Mark(mark)) => mark.heading.level > head.heading.level,
        next => next.is_some(),
    }
}

/// Where the one-on-one that begins at `start` ends: at the next heading as high, unless that names a
/// section of it.
fn end(parts: &[Part], start: usize, head: &Mark) -> usize {
    let mut has_own = false;
    let rest = parts[start + 1..].iter().position(|part| match part {
        Part::Mark(mark) if mark.heading.level > head.heading.level => {
            has_own |= mark.meaning.is_some();
            false
        }
        Part::Mark(mark) => {
            has_own || mark.dated.is_some() || !matches!(mark.meaning, Some(Meaning::Section(_)))
        }
        _ => false,
    });
    rest.map_or(parts.len(), |rest| start + 1 + rest)
}

/// Whether a heading names what only an agenda has.
fn is_prepared_section(mark: &Mark) -> bool {
    use SectionKind::{Advice, Career, Discussion, Strategy, Updates};
    matches!(mark.meaning, Some(Meaning::Section(Updates | Discussion | Advice | Career | Strategy)))
}

/// `1:1`, `1-1 with Kate`, `Kate: one-on-one`; not `1:1 topics`, which is a section of one.
pub(super) fn names_one_on_one(mark: &Mark) -> bool {
    const NAMES: [&str; 6] = ["1:1", "1-1", "1on1", "1-on-1", "one-on-one", "one on one"];
    if mark.dated.is_some() || mark.meaning.is_some() || mark.heading.level > 6 || dates::is_template(mark) {
        return false;
    }
    let text = &mark.heading.text;
    let lower = text.to_ascii_lowercase();
    let Some((at, name)) = NAMES.iter().find_map(|name| Some((lower.find(name)?, name))) else {
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
        && !words().any(|word| ["Topics", "Agenda", "Notes", "Prep", "Template"].contains(&word))
}
