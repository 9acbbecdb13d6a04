//! Who does an action until when, whether it is done, and whether one could tell.

mod class;
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
use state::{State, says_done};
use words::{Cutter, Words};

pub(super) use state::TICKS;

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
    /// Whether it opens with a verb, as an errand does: `send Kate the deck`.
    pub orders: bool,
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
        let is_put_off = || state::marked(&words).is_some_and(|(state, _)| state == State::PutOff);
        let undated = !is_dated && !is_put_off() && !due::names_day(&words);
        let orders = self.core.first().is_some_and(|&at| words.is_verb(at) && !words.has(at, Class::Topic));
        let due = due.map(|due| part(&words, due.time));
        let owner = owner.owner.map(|owner| part(&words, owner));
        // "(see the table)" is a remark.
        let is_remark = text.starts_with('(') && text.ends_with(')') || state::is_remark(&words);
        let empty = is_remark || self.core.is_empty() || is_next_meeting(&words);
        Task { done, owner, due, undated, orders, vague, empty }
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

/// Whether all that the text says is when the next meeting is: `Next 1:1: Wed 18 March`.
fn is_next_meeting(words: &Words<'_>) -> bool {
    const NEXT: [&str; 7] = ["next", "nächstes", "nächster", "prochain", "prochaine", "próxima", "próximo"];
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
    let start = usize::from(words.is_any(0, &["our"]));
    if !words.is_any(start, &NEXT) || !words.is_any(start + 1, &MEETINGS) {
        return false;
    }
    let is_joint =
        |at: &usize| words.is_mark(*at, ":–—-,") || words.is_any(*at, &["is", "on", "am", "le", "el"]);
    let behind = start + 2 + (start + 2..words.len()).take_while(is_joint).count();
    behind == words.len() || due::time_end(words, behind).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONDAY: Date = Date::constant(2026, 3, 2);

    /// Owner, due time and its day; `-` for what is not there.
    fn shown(text: &str) -> [String; 3] {
        let task = read(text, Markup::default());
        let owner = task.owner.map_or("-".to_owned(), |owner| owner.text);
        let date = task.due.as_ref().and_then(|due| day(&due.text, Some(MONDAY), None));
        let date = date.map_or("-".to_owned(), |date| date.to_string());
        [owner, task.due.map_or("-".to_owned(), |due| due.text), date]
    }

    #[test]
    fn owners_and_times_are_read_in_many_forms() {
        for (text, owner, due, date) in [
            ("@lou ring the lab by noon", "lou", "noon", "2026-03-02"),
            ("Beatriz to circulate the rota by Wednesday", "Beatriz", "Wednesday", "2026-03-04"),
            ("Action for JM: sign the letter before 9 May", "JM", "9 May", "2026-05-09"),
            ("Write the runbook (@dinesh)", "dinesh", "-", "-"),
            ("Reserve the hall → Olga", "Olga", "-", "-"),
            ("[Stefan] order pipette tips, Tuesday", "Stefan", "Tuesday", "2026-03-03"),
            ("I'll email Carmen the slides tomorrow", "I", "tomorrow", "2026-03-03"),
            ("We will move offices", "-", "-", "-"),
            ("Ask Greta to update the price list", "-", "-", "-"),
            ("pricing: publish the new tiers by 1 Oct", "-", "1 Oct", "2026-10-01"),
            ("Update the wiki [owner: Viktor] [due: 2026-04-01]", "Viktor", "2026-04-01", "2026-04-01"),
            ("Mark to send the offer", "Mark", "-", "-"),
            ("Mark the invoices as paid", "-", "-", "-"),
            ("Lena/Marc: swap shifts on 24 Dec", "Lena/Marc", "24 Dec", "2026-12-24"),
            ("Aiko | rename the folders | soon", "Aiko", "-", "-"),
            ("owner: TBD - draft the plan", "-", "-", "-"),
            ("Fri: Bruno shows the prototype", "Bruno", "Fri", "2026-03-06"),
            ("Prepare Thursday's demo", "-", "-", "-"),
            ("Trial the dressing for two weeks", "-", "-", "-"),
            ("Revise it in two weeks", "-", "in two weeks", "2026-03-16"),
            ("Add a \"by Friday\" field to the form", "-", "-", "-"),
            ("File the report by the 20th", "-", "20th", "2026-03-20"),
            ("File the report before the board meeting", "-", "the board meeting", "-"),
            ("File the report next Friday", "-", "next Friday", "2026-03-13"),
            ("File the report by end of month", "-", "end of month", "2026-03-31"),
            ("File the report by wk 36", "-", "wk 36", "2026-09-04"),
            ("File the report in Q3", "-", "Q3", "2026-09-30"),
            ("File the report 📅 2026-05-01", "-", "2026-05-01", "2026-05-01"),
            ("File the report 3/14", "-", "3/14", "2026-03-14"),
            ("Sam: Bericht bis Freitag", "Sam", "Freitag", "2026-03-06"),
        ] {
            assert_eq!(shown(text), [owner, due, date], "{text}");
            let task = read(text, Markup::default());
            let parts = task.owner.into_iter().chain(task.due).map(|part| part.span);
            assert!(who_and_when(text).eq(parts), "{text}");
        }
    }

    #[test]
    fn an_action_that_is_put_off_or_holds_a_day_leaves_nothing_open() {
        let is_undated = |text| read(text, Markup::default()).undated;
        for text in ["Send the deck", "TODO send the deck", "Send the deck (carried over from 5 Feb)"] {
            assert!(is_undated(text), "{text}");
        }
        for text in [
            "Send the deck by noon",
            "LATER send the deck",
            "Set up the 14 March visit with Bo",
            "Water the plants daily",
        ] {
            assert!(!is_undated(text), "{text}");
        }
    }

    #[test]
    fn a_vague_action_has_no_end_to_observe() {
        let is_vague = |text| read(text, Markup::default()).vague;
        for text in [
            "Roadmap",
            "Ana: onboarding",
            "Touch base with sales",
            "Think about hiring by Friday",
            "Be on time",
            "Investigate the leak",
            "Improve communication",
            "Try to be more visible",
            "More feedback",
            "Keep a closer eye on the log",
            "Get our heads round the tariff",
            "Give some thought to cover",
            "Bo weighs up both offers",
            "Ana gets going on the survey",
            "Some digging into the figures",
            "Something with Bo about gloves",
            "Parking: look into permits",
            "sort the garage out",
            "Look into the leak in room 4",
            "Marketing plan 2027",
            "Walk the floor more",
            "Ideas for the fete",
            "Take a step back from standups",
            "Budget chat",
            "Restore trust in the kitchen",
            "Own the culture",
            "Wellbeing of the porters",
            "Get the crew on the same page",
            "Bring the shop up to scratch",
            "Report more regularly",
            "Make the rota simpler",
            "Prepare ourselves for the inspection",
            "Push the garden forward",
            "Make the most of the trip",
            "Toss a few names around",
            "Circle back with Bo about the pump",
            "pumps. keep on at the dealer",
            "pump room, make it safer",
            "Pump room: where do we stand",
            "Keep half an ear on pump 318",
            "Sharpen up tidiness in lab 3",
            "Talk more to the dealers about pumps",
            "Raise the profile of the pump room",
            "Get round the table with the dealers",
            "Review how we greet visitors",
            "Bo and the corner shop",
            "tariff strategy w/ finance",
            "Ease off the overtime",
            "Give Bo a hand with the rota",
            "Get to the bottom of the leak",
            "Get to grips with the pumps",
            "Pick Bo's brains",
            "Sound Bo out on nights",
            "Cut down on waste",
            "Come up with something for the pumps",
            "comms around the pumps",
            "rota stuff",
            "",
        ] {
            assert!(is_vague(text), "{text}");
        }
        for text in [
            "Investigate the leak and post findings",
            "Improve coverage to 80%",
            "Try the new checklist on ward 4",
            "Delete the old bucket",
            "Follow up with Oskar about the keys",
            "Three quotes for the roof",
            "Pick up the parcel",
            "Find a time for the retro",
            "Work out the dose for bed 9",
            "Get the boiler going again",
            "Take a step stool to the library",
            "Have a chat with Bo about the kiln",
            "Have the van serviced",
            "Look into the camera → bought one",
            "Improve the docs for 3 services",
            "Fix the hinge of the oven",
            "Own up to the broken pane",
            "Bring the contract to the lawyer",
            "Push the release to Monday",
            "Touch base with the school and draft the letter",
            "Play the tape to the jury",
            "Order more paper for the printer",
            "Put both links on the same page",
            "Draft one more reply to Oskar",
            "Collect the box from the gate",
            "pump room, get it painted",
            "Keep 3 spares in the van",
            "Review how many visitors came",
            "Sit down with Bo about the stairs",
            "tent pegs with flags",
            "Legal does the check",
            "bins out",
            "We're ordering gloves",
            "Do the dishes",
            "Explore pumps with Bo and report back",
            "Move the box to the bottom shelf",
        ] {
            assert!(!is_vague(text), "{text}");
        }
    }

    #[test]
    fn a_done_action_is_vague_unless_it_tells_a_deed() {
        let is_vague = |text| read(text, Markup { checked: Some(true), ..Markup::default() }).vague;
        for text in
            ["roadmap", "be quicker with replies", "explore options for the van", "had a think about vans"]
        {
            assert!(is_vague(text), "{text}");
        }
        for text in [
            "booked the van",
            "worked on the van",
            "keys returned",
            "update the wiki",
            "lamp off",
            "had the van serviced",
        ] {
            assert!(!is_vague(text), "{text}");
        }
    }

    #[test]
    fn a_line_of_a_form_says_nothing() {
        let is_empty = |text| read(text, Markup::default()).empty;
        for text in [
            "",
            "Kate:",
            "@kate",
            "Sam: by Friday",
            "(go in the table)",
            "FYI: the gate is shut",
            "Next 1:1: Wed 18 March.",
            "Next meeting – 18 March, 14:00, room 4",
            "Nächstes Gespräch: 18.3.",
        ] {
            assert!(is_empty(text), "{text}");
        }
        for text in [
            "Roadmap",
            "Kate: guide",
            "send it",
            "(Kate) guide",
            "Next 1:1: bring the plan",
            "Next meeting Kate presents",
        ] {
            assert!(!is_empty(text), "{text}");
        }
    }

    #[test]
    fn an_action_is_done_by_its_box_its_strike_or_its_words() {
        let done = |text, markup| read(text, markup).done;
        let boxed = |checked| Markup { checked: Some(checked), ..Markup::default() };
        assert!(done("send it", boxed(true)));
        assert!(done("send it", Markup { struck: true, ..Markup::default() }));
        for text in ["✅ Ana paid it", "Pay it. Done.", "DONE: pay it", "Pay it (done 3 May)"] {
            assert!(done(text, Markup::default()) && is_done(text), "{text}");
        }
        for text in ["not done yet", "agree a definition of done by May", "get it done"] {
            assert!(!done(text, Markup::default()) && !is_done(text), "{text}");
        }
        assert!(!done("Pay it. Done.", boxed(false)), "an open box is open");
    }
}
