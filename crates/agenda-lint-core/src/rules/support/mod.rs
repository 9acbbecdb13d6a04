//! What several rules need to word a finding or to mend it.

mod activity;
mod agenda;
mod concern;
mod followup;
mod framing;
mod kinds;
mod lines;
mod meetings;
mod period;
mod skeleton;
mod subject;
mod tasks;
mod work;

use std::fmt;

use crate::text::first_line;

pub(super) use crate::text::{Words, has_words, opens};

pub(super) use activity::is_vague_update;
pub(super) use agenda::{
    DISCUSSION, Part, follows_template, head, is_ahead, is_filled_live, is_in_english, named, parts,
};
pub(super) use concern::{Trouble, trouble_place, troubles};
pub(super) use followup::{
    Judged, actions_place, is_accountable, is_later_or_standing, judged, shown_day, window,
};
pub(super) use framing::{Ask, asks, is_headed_as_ask, may_tell, tells};
pub(super) use kinds::{career_topics, goal_of, strategy_topics};
pub(super) use lines::{move_block, newline, whole_lines, with_blank_lines};
pub(super) use meetings::dated_meetings;
pub(super) use period::{Period, objective_period};
pub(super) use skeleton::{Slot, skeleton_fix, skeleton_help};
pub(super) use subject::{asks_about, subject};
pub(super) use tasks::{
    Lack, not_silenced, open_tasks, quote_item_of, quoted_item, report_lacking, words_of,
};
pub(super) use work::is_about_work;

/// The beginning of a text, on one line, to name it in a message.
pub(super) fn quote(text: &str) -> String {
    quoted("", text, "")
}

/// A message that names a text by its beginning, with what stands before and after.
pub(super) fn quoted(before: &str, text: &str, after: &str) -> String {
    let (short, more) = beginning(text);
    let mut message = String::with_capacity(before.len() + short.len() + more.len() + after.len() + 2);
    message.push_str(before);
    message.push('`');
    let mut rest = short;
    while let Some(at) = memchr::memchr(b'`', rest.as_bytes()) {
        message.extend([&rest[..at], "'"]);
        rest = &rest[at + 1..];
    }
    message.push_str(rest);
    message.push_str(more);
    message.push('`');
    message.push_str(after);
    message
}

/// The first words of a text, and what says that there are more.
fn beginning(text: &str) -> (&str, &'static str) {
    const LONGEST: usize = 60;
    let line = first_line(text.trim_start()).trim_end();
    let past = match line.as_bytes().get(..LONGEST) {
        None => None,
        Some(first) if first.is_ascii() => (line.len() > LONGEST).then_some(LONGEST),
        Some(_) => line.char_indices().nth(LONGEST).map(|(end, _)| end),
    };
    let Some(end) = past else { return (line, "") };
    let end = line[..end].rfind(' ').unwrap_or(end);
    (line[..end].trim_end_matches([',', ';', ':', '-', '–', '—', ' ']), "…")
}

/// A message that ends in things as a sentence names them: `a`, `b` and `c`.
pub(super) fn enumerated<T: AsRef<str>>(
    before: &str,
    things: impl ExactSizeIterator<Item = T> + Clone,
) -> String {
    let room: usize = things.clone().map(|thing| thing.as_ref().len() + " and ".len()).sum();
    let mut message = String::with_capacity(before.len() + room);
    message.push_str(before);
    let count = things.len();
    for (index, thing) in things.enumerate() {
        message.push_str(match index {
            0 => "",
            last if last + 1 == count => " and ",
            _ => ", ",
        });
        message.push_str(thing.as_ref());
    }
    message
}

/// `1 topic`, `2 topics`.
pub(super) fn count(number: usize, thing: &str) -> Count<'_> {
    Count { number, thing }
}

/// Some things, as a sentence counts them.
pub(super) struct Count<'a> {
    number: usize,
    thing: &'a str,
}

impl fmt::Display for Count<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, thing } = self;
        fmt::Display::fmt(number, f)?;
        f.write_str(" ")?;
        f.write_str(thing)?;
        f.write_str(if *number == 1 { "" } else { "s" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_one_short_line() {
        assert_eq!(quote("  first `line`\nsecond"), "`first 'line'`");
        let long = "some words, ".repeat(9);
        assert_eq!(quote(&long), "`some words, some words, some words, some words, some words…`");
        assert_eq!(quote(&"é".repeat(99)).chars().count(), 63);
        assert_eq!(quote(&"x".repeat(60)), format!("`{}`", "x".repeat(60)));
        assert_eq!(quote(&"x".repeat(61)), format!("`{}…`", "x".repeat(60)));
        assert_eq!(quoted("do ", "\n \nthis", " now"), "do `this` now");
        assert_eq!(enumerated("no ", ["a", "b", "c"].iter()), "no a, b and c");
        assert_eq!(enumerated("no ", ["a", "b"].iter()), "no a and b");
        assert_eq!(enumerated("", ["a"].iter()), "a");
    }
}
