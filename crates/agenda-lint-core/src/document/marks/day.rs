//! The day that the words of a heading tell, and whether they tell more than that.

use crate::{
    document::date::{self, Dated, Hints, Precision},
    syntax::{BlockId, Inline, InlineKind, Prose, Tree},
    text::{SourceFile, is_one_of, trim},
};

/// How many bytes the words of a heading that is dated have at the most.
const LONGEST: usize = 300;

/// The date in the words of a heading; long ones are none.
pub(super) fn date_of(words: &str) -> Option<Dated> {
    if trim(words).len() > LONGEST {
        return None;
    }
    date::find(words, Hints::default()).filter(|dated| !is_of_else(&words[..dated.span.start]))
}

/// Whether the words before a day say that something else is due by it, is left over from it, or is still to be fixed.
fn is_of_else(before: &str) -> bool {
    const OPEN: [&str; 2] = ["tbd", "tbc"];
    const SPAN: [&str; 5] = ["review", "notice", "trial", "pay", "probation"];
    const GOALS: [&str; 6] = ["goal", "goals", "objectives", "okrs", "targets", "krs"];
    if before.is_empty() {
        return false;
    }
    let mut words = before.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let last = words.clone().next_back();
    let is_last = |of: &[&str]| last.is_some_and(|word| is_one_of(word, of));
    let is_kept = is_last(&["from"]) && words.clone().any(is_left_over);
    // "Goals set 12 January"
    let is_settled = is_last(&["set", "agreed"]) && words.clone().any(|word| is_one_of(word, &GOALS));
    // "Review period 1 Nov", "Deadline of the report: 31 March"
    let is_span = is_last(&["period"]) && words.clone().any(|word| is_one_of(word, &SPAN));
    let is_due = words.clone().next().is_some_and(|first| is_one_of(first, &["deadline"]))
        && before.trim_end().ends_with(':');
    is_kept
        || is_settled
        || is_span
        || is_due
        || is_last(&OF_ANOTHER)
        || words.any(|word| is_one_of(word, &OPEN))
}

/// The day that words open with: `Tue 3 March (by phone)`, `KW 10 Thu 5.3.`.
pub(super) fn day(words: &str) -> Option<Dated> {
    let is_day = |dated: &Dated| dated.precision == Precision::Day && !dated.lacks_month();
    // Alone, "3/4 of the budget" is none; behind its week it is.
    let of_week = |dated: &Dated| words[dated.span.start..].starts_with(char::is_alphabetic);
    let may_open =
        || words.starts_with(char::is_alphabetic) && words.bytes().any(|byte| byte == b'.' || byte == b'/');
    let opening = || may_open().then(|| date::opening(words, Hints::default())).flatten().filter(of_week);
    let dated = date_of(words).filter(is_day).or_else(|| opening().filter(is_day))?;
    is_mostly(&dated, &words[..dated.span.end]).then_some(dated)
}

/// The date of a line that is no heading: `Last met: 12 February` and `Updated 12 February` tell of another day.
pub(in crate::document) fn date_of_line(words: &str) -> Option<Dated> {
    date_of(words).filter(|dated| !is_of_another(words, dated))
}

/// The day that a line opens with in a form that elsewhere is a fraction, where its weekday or an hour stands beside it:
/// `Fri 6/3, 11:00 back office`.
pub(super) fn opening_day(words: &str) -> Option<Dated> {
    let dated = if trim(words).len() > LONGEST { None } else { date::opening(words, Hints::default()) }?;
    let timed = || behind(&dated, words).split_whitespace().next().is_some_and(is_clock);
    (!dated.lacks_month() && (dated.weekday().is_some() || timed())).then_some(dated)
}

/// The day that the first weekday of a line opens, behind words that announce topics: `things for Monday 16/3 w/ Kate`.
pub(super) fn day_of_topics(words: &str) -> Option<Dated> {
    const LEADS: [&str; 8] = ["things", "topics", "points", "agenda", "notes", "items", "list", "stuff"];
    let mut before = words.split_whitespace();
    let lead = before.next().is_some_and(|lead| is_one_of(lead, &LEADS));
    let is_for = before.next().is_some_and(|next| is_one_of(next, &["for", "on"]));
    let dated = if lead && is_for { date::behind_weekday(words, Hints::default()) } else { None }?;
    // The weekday is the word behind "for".
    let near = words[..dated.span.start].split_whitespace().count() <= 3;
    (near && !dated.lacks_month()).then_some(dated)
}

/// Whether the date of a line is that of the meeting before, or of the page.
pub(super) fn is_of_another(words: &str, dated: &Dated) -> bool {
    const PAGE: [&str; 3] = ["created", "updated", "edited"];
    let mut before =
        words[..dated.span.start].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_last = before.clone().any(|word| is_one_of(word, &LAST));
    before.next_back().is_some_and(|word| is_one_of(word, &PAGE) || is_last && is_meeting(word))
}

/// Words that make the day behind them that of a meeting before.
const LAST: [&str; 3] = ["last", "previous", "prior"];

/// `Last met: 12 February`, `Previous 1:1 2026-02-12`: whether the day behind this word, after [`LAST`], is that of a meeting
/// before; "the last meeting of the year" is none before.
fn is_meeting(word: &str) -> bool {
    const MEETINGS: [&str; 6] = ["met", "meeting", "time", "one", "session", "spoke"];
    is_one_of(word, &LAST) || is_one_of(word, &MEETINGS)
}

/// Words before a day on which something else is due or ends.
const OF_ANOTHER: [&str; 8] = ["due", "by", "until", "before", "deadline", "since", "ends", "expires"];

/// `Carried forward from 4 February`: what was left over then is no meeting of that day.
fn is_left_over(word: &str) -> bool {
    is_one_of(word, &["carried", "carry", "leftovers", "outstanding", "remaining"])
}

/// `Date:` with nothing or a slot behind it.
pub(super) fn is_empty_date(text: &str) -> bool {
    let Some(rest) = text.get(..4).filter(|word| word.eq_ignore_ascii_case("date")).map(|_| &text[4..])
    else {
        return false;
    };
    let rest = rest.trim_start_matches([':', ' ']);
    rest.is_empty() || rest.starts_with(['[', '<', '_'])
}

/// The date in the words of a heading; one that is not struck out before one that is.
pub(super) fn unstruck(file: &SourceFile, tree: &Tree, block: BlockId, words: &str) -> Option<Dated> {
    let dated = date_of(words)?;
    let struck = |inline: &&Inline| inline.kind == InlineKind::StrikeStart;
    let Some(first) = tree.inlines(block).iter().find(struck) else { return Some(dated) };
    let prose = Prose::of(file, tree, block);
    if !first.span.contains(prose.span(dated.span.clone())) {
        return Some(dated);
    }
    let from = dated.span.end;
    date_of(&words[from..]).map(|moved| moved.shifted(from)).or(Some(dated))
}

/// Whether words that hold a date hold little else, but for what stands in brackets at their end.
pub(in crate::document) fn is_mostly(dated: &Dated, words: &str) -> bool {
    let behind = &words[dated.span.end..];
    // "5 March (launch)" is the day of something else.
    let is_event = |remark: &str| {
        let event = ["deadline", "launch", "due", "release", "go-live"];
        remark.split_whitespace().any(|word| is_one_of(word, &event))
    };
    let behind = trim(behind);
    let bracketed = |open: char, close: char| behind.strip_suffix(close)?.split_once(open);
    let behind = match bracketed('(', ')').or_else(|| bracketed('[', ']')) {
        Some((behind, remark)) if !is_event(remark) => behind,
        _ => behind,
    };
    // "Mar 5 — next", "26 Feb – cancelled"; "Next: 5 March" tells of another day than its own.
    let behind_is = |word: &str| word.is_empty() || is_calendar_word(word) || is_one_of(word, &STATUS);
    are_calendar_words(&words[..dated.span.start])
        && behind.split(|c: char| !c.is_alphabetic()).all(behind_is)
}

/// Whether words open with a day and go on with the name of a meeting: `2/25/26 – 1:1 w/ Brandi`.
pub(super) fn is_of_meeting(dated: &Dated, words: &str) -> bool {
    const NAMES: [&str; 4] = ["1:1", "1-1", "1on1", "one-on-one"];
    let behind = behind(dated, words);
    let is_named = |name: &&str| {
        let rest = behind.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name));
        rest.is_some() && !behind[name.len()..].starts_with(char::is_alphanumeric)
    };
    is_mostly(dated, &words[..dated.span.end])
        && behind.split_whitespace().nth(6).is_none()
        && NAMES.iter().any(is_named)
}

/// Whether words open with a day, or with "next" and a day where `is_first`, and go on with a time or a place.
pub(super) fn is_day_with_place(dated: &Dated, words: &str, is_first: bool) -> bool {
    const PLACES: [&str; 9] = ["at", "in", "after", "with", "via", "over", "around", "room", "from"];
    const MOST: usize = 7;
    let (before, behind) = (&words[..dated.span.start], behind(dated, words));
    let own = before.get(..4).filter(|next| is_first && next.eq_ignore_ascii_case("next")).map_or(0, |_| 4);
    let mut tail = behind.split_whitespace();
    let place = tail.next().is_none_or(|word| is_one_of(word, &PLACES) || is_clock(word));
    place && tail.nth(MOST).is_none() && are_calendar_words(&before[own..])
}

/// Whether words are nothing but `Notes of` and a day.
pub(super) fn is_day_of_notes(dated: &Dated, words: &str) -> bool {
    let before = trim(&words[..dated.span.start]);
    behind(dated, words).is_empty()
        && is_one_of(before, &["notes of", "notes from", "minutes of", "minutes from"])
}

/// Whether words are a day and a name: `2 March Ray`.
pub(super) fn is_day_with_name(dated: &Dated, words: &str) -> bool {
    let name = behind(dated, words);
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '.' | '-');
    !name.is_empty() && name.chars().all(is_letter) && are_calendar_words(&words[..dated.span.start])
}

/// The words behind a day, without the marks between.
pub(super) fn behind<'w>(dated: &Dated, words: &'w str) -> &'w str {
    words[dated.span.end..].trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// `10:00`, `2.30`, `3pm`.
pub(super) fn is_clock(word: &str) -> bool {
    let hour = word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    word.starts_with(|c: char| c.is_ascii_digit())
        && (word.contains([':', '.']) || hour.ends_with("am") || hour.ends_with("pm"))
}

/// Words behind a day that say what became of the meeting.
const STATUS: [&str; 7] = ["next", "cancelled", "canceled", "skipped", "postponed", "moved", "missed"];

/// Whether all words of a text stand beside a date without heading anything else.
fn are_calendar_words(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).all(|word| word.is_empty() || is_calendar_word(word))
}

/// Words that stand beside a date without heading anything else.
fn is_calendar_word(word: &str) -> bool {
    const WORDS: [&str; 26] = [
        "date", "meeting", "template", "on", "the", "of", "one", "th", "st", "nd", "rd", "am", "pm", "p",
        "m", "week", "weekly", "w", "e", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ];
    let lower = word.to_ascii_lowercase();
    WORDS.contains(&lower.as_str())
        || lower.ends_with("day")
        || matches!(lower.as_str(), "datum" | "tues" | "thur" | "thurs" | "h" | "uhr" | "um" | "at")
        || date::weekday(&lower).is_some()
        || date::is_short_weekday(word)
        || date::month(&lower).is_some()
}
