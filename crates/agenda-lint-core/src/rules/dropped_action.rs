//! An open action that the next meeting forgets.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Judged, actions_place, is_accountable, quote_item_of, shown_day},
};
use crate::{
    analysis::{
        DueDate, Place,
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
    /// out, told as news or answered in a reply has not been dropped, nor has one that is due only after
    /// that meeting, or says that it was moved. A note without a box, a name or a date is no promise.
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
    /// - [ ] Kate: ask Farah which agencies share a login by 27 February
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
    /// ```
    DroppedAction, "dropped-action" {
        group: Actions, severity: Warning, minimal: false,
        fix: None, scope: Notebook, reads: All, since: "0.1.0"
    }
}

impl Rule for DroppedAction {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for &judged in cx.judged() {
            if let Some(before) = judged.position.checked_sub(1) {
                let (_, before) = cx.workspace.meetings().meetings()[before];
                compare(cx, judged, before, out);
            }
        }
    }
}

fn compare(cx: &Context<'_>, judged: Judged, before: Place, out: &mut Sink<'_>) {
    let meeting = cx.workspace.meeting(judged.place);
    if meeting.sections.iter().all(|section| section.items.is_empty()) {
        return;
    }
    let earlier = &cx.workspace.files[before.file];
    let owed = |commitment: &Commitment<'_>| {
        let due = commitment.action.due.as_ref().and_then(DueDate::date);
        is_accountable(commitment) && !commitment.action.put_off && due.is_none_or(|due| due <= judged.day)
    };
    let open: Vec<Commitment<'_>> = open_commitments(earlier, before.meeting).filter(owed).collect();
    if open.is_empty() {
        return;
    }
    let spoken = Spoken::in_meeting(cx.file, judged.place.meeting, open.iter().map(Commitment::gist));
    let same_file = before.file == judged.place.file;
    let day = cx.workspace.meeting(before).day().map_or_else(String::new, |day| {
        format!(" of {}", shown_day(day, judged.day))
    });
    for action in open.iter().filter(|action| spoken.mention(action.gist()).is_none()) {
        // What another file keeps private is not told here.
        if !same_file && earlier.has_private(action.item.span) {
            continue;
        }
        let place = if same_file { action.item.span } else { actions_place(cx, meeting) };
        let what = quote_item_of(earlier, action.item);
        out.report(place, format!("{what}{day} was left open, and the next meeting does not speak of it"))
            .help("carry it over, tick it off, or strike it out with a word on why");
    }
}
