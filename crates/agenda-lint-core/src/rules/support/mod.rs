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

pub(super) use activity::is_vague_update;
pub(super) use agenda::{DISCUSSION, follows_template, head, is_ahead, is_filled_live, named, topic_counts};
pub(super) use concern::{Trouble, unanswered_trouble};
pub(super) use followup::{Judged, actions_place, is_accountable, judged, shown_day, window};
pub(super) use framing::{is_ask_for_advice, is_headed_as_ask, is_untried, is_vague, may_tell};
pub(super) use kinds::{career_topics, strategy_topics};
pub(super) use lines::{move_block, newline, whole_lines, with_blank_lines};
pub(super) use meetings::dated_meetings;
pub(super) use period::{Period, objective_period};
pub(super) use skeleton::{Slot, skeleton_fix, skeleton_help};
pub(super) use subject::{asks_about, subject};
pub(super) use tasks::{open_tasks, quote_item, quote_item_of};
pub(super) use work::is_about_work;

/// The beginning of a text, on one line, to name it in a message.
pub(super) fn quote(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    let past = if line.len() > LONGEST { line.char_indices().nth(LONGEST) } else { None };
    let (short, more) = match past {
        None => (line, ""),
        Some((end, _)) => {
            let end = line[..end].rfind(' ').unwrap_or(end);
            (line[..end].trim_end_matches([',', ';', ':', '-', '–', '—', ' ']), "…")
        }
    };
    let mut quote = String::with_capacity(short.len() + more.len() + 2);
    quote.push('`');
    for (index, part) in short.split('`').enumerate() {
        quote.push_str(if index > 0 { "'" } else { "" });
        quote.push_str(part);
    }
    quote.push_str(more);
    quote.push('`');
    quote
}

/// Things as a sentence names them: `a`, `b` and `c`.
pub(super) fn enumerate(things: &[impl AsRef<str>]) -> String {
    match things {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// `1 topic`, `2 topics`.
pub(super) fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
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
        assert_eq!(enumerate(&["a", "b", "c"]), "a, b and c");
    }
}
