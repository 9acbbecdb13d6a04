//! Who does an action until when, whether it is done, and whether one could tell.

mod due;
mod owner;
mod resolve;
mod vague;
mod words;

use std::ops::Range;

use jiff::civil::Date;

use words::Words;

/// What the Markdown around an action's text shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markup {
    /// The state of its checkbox; None where it has none.
    pub checked: Option<bool>,
    /// Whether all its text is struck through.
    pub struck: bool,
}

/// An action as its text tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Whether it is done: ticked off, struck through or said to be.
    pub done: bool,
    /// Who does it. None where nobody is named, or only `we`.
    pub owner: Option<Part>,
    /// Until when. None where no time is named, or only `soon`.
    pub due: Option<Due>,
    /// Whether it has no end that anybody could observe, as in `think about hiring`.
    pub vague: bool,
}

/// A part of an action's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The words as written, without the marks around them (`@`, `by`, `due`).
    pub text: String,
    /// Where they stand: byte offsets into the action's text.
    pub span: Range<usize>,
}

/// When an action is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The time as written.
    pub part: Part,
    /// The last day that the words allow. None for an event, and without a meeting's date for a
    /// time that is relative to it.
    pub date: Option<Date>,
}

/// Reads an action from its plain text: emphasis and checkbox left out, cells of a row parted by `|`.
///
/// `meeting` is the day on which it was noted, which `Friday` and `3/14` are relative to.
pub fn read(text: &str, markup: Markup, meeting: Option<Date>) -> Task {
    let words = Words::new(text);
    let owner = owner::find(&words);
    let nowhere = words.len()..words.len();
    let due = due::find(&words, owner.owner.as_ref().unwrap_or(&nowhere));
    let tail = owner.tail.unwrap_or(nowhere.clone());
    let time = due.as_ref().map_or(nowhere, |due| due.whole.clone());
    let core: Vec<usize> =
        (owner.lead..words.len()).filter(|at| !tail.contains(at) && !time.contains(at)).collect();
    let vague = vague::is_vague(&words, &core, due.is_some(), owner.owner.is_some());
    let due = due.map(|due| {
        let part = part(&words, due.time);
        Due {
            date: meeting
                .and_then(|meeting| resolve::date(&part.text, meeting))
                .or_else(|| resolve::absolute(&part.text)),
            part,
        }
    });
    let done = markup.struck || markup.checked.unwrap_or(false) || says_done(&words, markup.checked);
    Task { done, owner: owner.owner.map(|owner| part(&words, owner)), due, vague: vague && !done }
}

/// The day that a time such as `Friday` or `3/14` means, for what was noted on the day `meeting`.
pub fn day(text: &str, meeting: Option<Date>) -> Option<Date> {
    meeting.and_then(|meeting| resolve::date(text, meeting)).or_else(|| resolve::absolute(text))
}

fn part(words: &Words<'_>, tokens: Range<usize>) -> Part {
    let span = words.span(tokens);
    Part { text: words.text[span.clone()].replace('@', ""), span }
}

/// Whether the text says that the action is done: `✅`, `Done: …`, `… – done`, `… . Done.`
fn says_done(words: &Words<'_>, checked: Option<bool>) -> bool {
    if checked == Some(false) {
        return false;
    }
    (0..words.len()).any(|at| {
        if words.is_mark(at, "✅✔☑") || words.is_any(at, &["heavy_check_mark", "white_check_mark"]) {
            return true;
        }
        if !words.is_any(at, &["done", "completed", "finished", "erledigt"]) {
            return false;
        }
        let opens = at == 0 || words.is_mark(at - 1, ".;:–—-([!,|");
        let closes = at + 1 == words.len() || words.is_mark(at + 1, ".:–—-)]!,;|");
        opens && closes
    })
}
