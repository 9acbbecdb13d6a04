//! An open action that the next meeting forgets.

use std::iter;

use jiff::civil::Date;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{
        Judged, actions_place, is_accountable, is_later_or_standing, quote_item_of, shown_day, words_of,
    },
};
use crate::{
    analysis::{
        DueDate,
        followup::{Commitment, Spoken, open_commitments},
    },
    diagnostic::Sink,
};

declare_rule! {
    /// What was left open last time is carried over, closed or spoken of.
    ///
    /// ## Why
    ///
    /// A promise that neither of you mentions again teaches both that promises mean little. "Follow-up,
    /// follow-up" is half of managing up.
    ///
    /// The meeting that is judged is held against the one before it, in the same file or in the same
    /// notebook. The words need not be the same: an action that returns in other words, ticked, struck
    /// out, told as news or answered in a reply has not been dropped, nor has one that says that it was
    /// moved, that it is done again and again, or that it is for a later day. One that is due only after that
    /// meeting is owed to the first meeting after that day, and one that is not due before today is not owed
    /// yet. A note without a box, a name or a date is no promise.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - The import wizard is with ten homes
    /// ### Action items
    /// - [ ] Sam: interview notes to Tomasz by 9 March
    ///
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Kate: ask Farah which agencies share a login by our next 1:1
    /// - [ ] Sam: send Tomasz the notes of the interviews by 27 February
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-02-16
    /// ### Actions
    /// - Sam to ask Harrogate for two quotes by Friday
    ///
    /// ## 2026-03-02
    /// ### Notes
    /// - The Scarborough quotes are in the deck
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - The import wizard is with ten homes
    ///
    /// ## 2026-02-23
    /// ### Updates
    /// - The import wizard is with two homes
    ///
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Kate: ask Farah which agencies share a login by 27 February
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Wrote the interview guide, and tried it on Ines
    /// ### Discussion
    /// - What does one ticket cost us?
    ///   - KD: Finance says £11, I asked them on Thursday
    ///
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Sam: write the interview guide for the set-up study
    /// - [ ] Kate: ask Finance for the cost of a ticket
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - ~~Kate: book a room for the planning week~~ not needed
    /// - [x] #482 is out
    ///
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Kate: book the room for the planning week
    /// - [ ] Sam: fix the totals in the print view, #482
    /// - [ ] Kate: find a speaker for the summer fair, until 31 March
    /// - [ ] Sam: plan for the summer, first draft 12 March
    /// - [ ] Sam: count of the open tickets each Monday
    /// - [ ] Kate: order the chairs, by 2 March
    /// - [ ] Kate: ask the council about the car park, by Easter
    /// ```
    DroppedAction, "dropped-action" {
        group: Actions, severity: Warning, minimal: false,
        fix: None, scope: Notebook, reads: All, since: "0.1.0"
    }
}

/// How many meetings back an action is looked for that has fallen due since the last one.
const REACH: usize = 4;

impl Rule for DroppedAction {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let is_full = |judged: &&Judged| {
            cx.workspace.meeting(judged.place).sections.iter().any(|section| !section.items.is_empty())
        };
        for &judged in cx.judged().iter().filter(is_full) {
            for before in (judged.position.saturating_sub(REACH)..judged.position).rev() {
                compare(cx, judged, before, out);
            }
        }
    }
}

/// Reports what one of the meetings before the judged one, which is told by its position in the notebook, left open.
fn compare(cx: &Context<'_>, judged: Judged, position: usize, out: &mut Sink<'_>) {
    let meetings = cx.workspace.meetings().meetings();
    let (noted, before) = meetings[position];
    let between = &meetings[position + 1..judged.position];
    let earlier = &cx.workspace.files[before.file];
    // What is due later, or not before today, is not owed yet; what was noted longer ago fell due since the last meeting.
    let is_ahead = |due: Date| judged.day < due || cx.today().is_some_and(|today| today <= due);
    let is_due = |due: Option<&DueDate>| match (between.last(), due, due.and_then(DueDate::date)) {
        (None, None, _) => true,
        // "By Easter", "before the audit": nobody can say whether that was.
        (None, Some(due), None) => due.is_next_meeting(),
        (None, _, Some(day)) => !is_ahead(day),
        (Some((last, _)), _, day) => day.is_some_and(|day| *last < day && !is_ahead(day)),
    };
    let owed = |commitment: &Commitment<'_>| {
        let due = commitment.action.due.as_ref();
        let stands = || is_later_or_standing(&words_of(earlier, commitment.item), judged.day);
        is_accountable(commitment) && !commitment.action.put_off && is_due(due) && !stands()
    };
    let mut open: Vec<Commitment<'_>> = open_commitments(earlier, before.meeting).filter(owed).collect();
    for place in iter::once(judged.place).chain(between.iter().map(|(_, place)| *place)) {
        if open.is_empty() {
            return;
        }
        let file = &cx.workspace.files[place.file];
        let spoken = Spoken::in_meeting(file, place.meeting, open.iter().map(Commitment::gist));
        open.retain(|action| spoken.mention(action.gist()).is_none());
    }
    let same_file = before.file == judged.place.file;
    let day = shown_day(noted, judged.day);
    for action in open {
        // What another file keeps private is not told here.
        if !same_file && earlier.has_private(action.item.span) {
            continue;
        }
        let place = if same_file { action.item.span } else { actions_place(cx, cx.workspace.meeting(judged.place)) };
        let what = quote_item_of(earlier, action.item);
        out.report(place, format!("{what} of {day} was left open, and the next meeting does not speak of it"))
            .help("carry it over, tick it off, or strike it out with a word on why");
    }
}
