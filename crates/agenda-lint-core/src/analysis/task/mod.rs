//! Who does an action until when, whether it is done, and whether one could tell.

mod class;
mod done;
mod due;
mod owner;
mod resolve;
mod state;
mod vague;
mod words;

use std::ops::Range;

use jiff::civil::Date;

use crate::document::date::DateOrder;

use class::Class;
use done::says_done;
use words::{Cutter, Words};

pub(super) use done::TICKS;

/// What stands around an action's text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markup {
    /// The state of its checkbox; None where it has none.
    pub checked: Option<bool>,
    /// Whether all its text is struck through.
    pub struck: bool,
    /// Whether another cell of its row tells who does it.
    pub is_owned: bool,
    /// Whether another cell of its row tells until when.
    pub is_dated: bool,
}

/// An action as its text tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Whether it is done: ticked off, struck through or said to be.
    pub done: bool,
    /// Who does it. None where nobody is named, or only `we`.
    pub owner: Option<Part>,
    /// Until when; [`day`] tells which day that is. None where no time is named, or only `soon`.
    pub due: Option<Part>,
    /// Whether it leaves open until when: it holds no day at all and is not put off, as in `LATER paint it`.
    pub undated: bool,
    /// Whether it is put off.
    pub put_off: bool,
    /// Whether it opens with a verb, as an errand does: `send Kate the deck`.
    pub orders: bool,
    /// Whether it is a question, `when do I get study days?`: it owes neither a name nor a day.
    pub asks: bool,
    /// Whether it has no end that anybody could observe, as in `think about hiring`.
    pub vague: bool,
    /// Whether it is a line of a form, which says who or when at the most and not what, a remark, or says when the
    /// next meeting is.
    pub empty: bool,
}

/// A part of an action's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The words as written, without the marks around them (`@`, `by`, `due`).
    pub text: String,
    /// Where they stand: byte offsets into the action's text.
    pub span: Range<usize>,
}

/// Reads an action from its plain text: emphasis and checkbox left out, cells of a row parted by `|`.
pub fn read(text: &str, markup: Markup) -> Task {
    Reader::default().read(text, markup)
}

/// Where an action's text tells who does it and until when, as far as it does.
pub(super) fn who_and_when(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut cutter = Cutter::default();
    let words = cutter.cut(text);
    let (owner, due) = owner_and_due(&words);
    let tokens = [owner.owner, due.map(|due| due.time)];
    tokens.map(|tokens| tokens.map(|tokens| words.span(tokens))).into_iter().flatten()
}

/// Whether a word names whoever has a role, as `HR` does, and no single person.
pub fn is_role(word: &str) -> bool {
    class::classes(&word.to_lowercase()) & Class::Role.bit() != 0
}

/// Whether a text says that what it tells of is done.
pub(super) fn is_done(text: &str) -> bool {
    says_done(&Cutter::default().cut(text), None)
}

/// Reads one action after the other in the same memory.
#[derive(Debug, Default)]
pub(super) struct Reader {
    cutter: Cutter,
    core: Vec<usize>,
}

impl Reader {
    /// Reads an action, as [`read`] does.
    pub(super) fn read(&mut self, text: &str, markup: Markup) -> Task {
        let words = self.cutter.cut(text);
        let (owner, due) = owner_and_due(&words);
        let nowhere = words.len()..words.len();
        let has_note = owner.tail.is_some();
        let tail = owner.tail.unwrap_or(nowhere.clone());
        let time = due.as_ref().map_or(nowhere, |due| due.whole.clone());
        let is_core = |at: &usize| words.is_word(*at) && !tail.contains(at) && !time.contains(at);
        self.core.clear();
        self.core.reserve(words.len().max(64));
        self.core.extend((owner.lead..words.len()).filter(is_core));
        let done = markup.struck || markup.checked.unwrap_or(false) || says_done(&words, markup.checked);
        let is_dated = markup.is_dated || due.is_some();
        let is_owned = markup.is_owned || owner.owner.is_some();
        let vague = vague::is_vague(&words, &self.core, is_dated, is_owned, done);
        let put_off = state::is_put_off(&words);
        let undated = !is_dated && !put_off && !due::names_day(&words) && !state::takes_its_time(&words);
        let orders = self.core.first().is_some_and(|&at| words.is_verb(at) && !words.has(at, Class::Topic));
        // "Kate to check by Friday: do we need it?" is an errand all the same, "can I go? (Ana)" is not.
        let is_charged = is_owned && !has_note;
        let asks = !orders && !is_charged && !is_dated && state::is_question(&words);
        let (undated, vague) = (undated && !asks, vague && !asks);
        let due = due.map(|due| part(&words, due.time));
        let owner = owner.owner.map(|owner| part(&words, owner));
        // "(see the table)" is a remark.
        let is_remark = text.starts_with('(') && text.ends_with(')') || state::is_remark(&words);
        let empty = is_remark || self.core.is_empty() || announces_meeting(&words);
        Task { done, owner, due, undated, put_off, orders, asks, vague, empty }
    }
}

fn owner_and_due(words: &Words<'_>) -> (owner::Found, Option<due::Found>) {
    let owner = owner::find(words);
    let nowhere = words.len()..words.len();
    let due = due::find(words, owner.owner.as_ref().unwrap_or(&nowhere));
    (owner, due)
}

/// The last day that a time such as `Friday` or `3/14` allows, for what was noted on the day `meeting`. None
/// for an event, and without that day for a time that is relative to it.
pub fn day(text: &str, meeting: Option<Date>, order: Option<DateOrder>) -> Option<Date> {
    resolve::date(text, meeting, order)
}

fn part(words: &Words<'_>, tokens: Range<usize>) -> Part {
    let span = words.span(tokens);
    let written = &words.text[span.clone()];
    let text = if written.contains('@') { written.replace('@', "") } else { written.to_owned() };
    Part { text, span }
}

const NEXT: [&str; 7] = ["next", "nächstes", "nächster", "prochain", "prochaine", "próxima", "próximo"];

/// What a meeting of two is called.
const MEETINGS: [&str; 17] = [
    "1:1",
    "1-1",
    "1on1",
    "one-on-one",
    "meeting",
    "catch-up",
    "check-in",
    "session",
    "call",
    "termin",
    "treffen",
    "gespräch",
    "point",
    "entretien",
    "rendez-vous",
    "reunião",
    "reunión",
];

/// Whether all that the text says is when the next meeting is: `Next 1:1: Wed 18 March`.
fn announces_meeting(words: &Words<'_>) -> bool {
    let start = usize::from(words.is_any(0, &["our"]));
    if !words.is_any(start, &NEXT) || !words.is_any(start + 1, &MEETINGS) {
        return false;
    }
    let is_joint =
        |at: &usize| words.is_mark(*at, ":–—-,") || words.is_any(*at, &["is", "on", "am", "le", "el"]);
    let behind = start + 2 + (start + 2..words.len()).take_while(is_joint).count();
    behind == words.len() || due::time_end(words, behind).is_some()
}

/// Whether a due time is the next meeting: `next time`, `our next 1:1`.
pub(super) fn is_next_meeting(due: &str) -> bool {
    let mut cutter = Cutter::default();
    let words = cutter.cut(due);
    let is_meeting = |at: usize| words.is_any(at, &MEETINGS) || words.is_any(at, &["time", "one"]);
    (1..words.len()).any(|at| words.is_any(at - 1, &NEXT) && is_meeting(at))
}

#[cfg(test)]
mod tests;
