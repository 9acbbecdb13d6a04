//! An action that is carried from meeting to meeting.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Judged, quote_item_of, shown_day},
};
use crate::{
    analysis::{
        Place,
        followup::{Commitment, Gist, Sought, Spoken, open_commitments},
    },
    diagnostic::Sink,
};

declare_rule! {
    /// An open action is done, handed over or dropped before it is carried over for the third time.
    ///
    /// ## Why
    ///
    /// What waits that long is blocked, not yours or not worth doing, and a list of such lines hides
    /// those that matter. Each carrying over counts, in whatever words.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: write down who is on call for the rota import
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Sam: write down who's on call for the rota import
    /// ## 2026-02-02
    /// ### Action items
    /// - [ ] Sam: on-call list for the rota import
    /// ## 2026-01-19
    /// ### Action items
    /// - [ ] Sam: write down who is on call for the rota import
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: write down who is on call for the rota import
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Sam: on-call list for the rota import
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [x] Sam: send Tomasz the notes
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Sam: send Tomasz the notes
    /// ## 2026-02-02
    /// ### Action items
    /// - [ ] Sam: send Tomasz the notes
    /// ## 2026-01-19
    /// ### Action items
    /// - [ ] Sam: send Tomasz the notes
    /// ```
    ///
    /// ```yaml,options
    /// meetings: 1
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: on-call list for the rota import
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Sam: write down who is on call for the rota import
    /// ```
    StaleAction, "stale-action" {
        group: Actions, severity: Info, minimal: false,
        fix: None, scope: Notebook, reads: All, since: "0.1.0"
    }
    options {
        /// How many times it is carried over before it is reported.
        meetings: usize = 3,
    }
}

/// How far back the first mention is looked for: as many meetings as a year has weeks.
const FURTHEST: usize = 52;

/// An open action of the judged meeting, and how far back it was found.
struct Carried<'a> {
    action: Commitment<'a>,
    /// As it was worded the last time it was found.
    worded: &'a Gist,
    times: usize,
}

impl Rule for StaleAction {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let least = self.meetings.max(1);
        // Nothing was carried over more meetings than there were.
        for &judged in cx.judged().iter().filter(|judged| judged.position >= least) {
            for carried in carried(cx, judged).iter().filter(|carried| carried.times >= least) {
                let (since, _) = cx.workspace.meetings().meetings()[judged.position - carried.times];
                let times = match carried.times {
                    1 => "once".to_owned(),
                    2 => "twice".to_owned(),
                    FURTHEST => format!("{FURTHEST} times at least"),
                    times => format!("{times} times"),
                };
                let what = quote_item_of(cx.file, carried.action.item);
                let since = shown_day(since, judged.day);
                out.report(carried.action.item.span, format!("{what} has been carried over {times}, since {since}"))
                    .help("do it first, hand it over, or drop it and say so");
            }
        }
    }
}

/// The open actions of a meeting, with the number of meetings in a row before it that had them open.
fn carried<'a>(cx: &Context<'a>, judged: Judged) -> Vec<Carried<'a>> {
    let gists = |place: Place| -> Vec<&'a Gist> {
        let earlier = open_commitments(&cx.workspace.files[place.file], place.meeting);
        earlier.map(|action| action.gist()).collect()
    };
    let meetings = &cx.workspace.meetings().meetings()[..judged.position];
    let mut open = open_commitments(cx.file, judged.place.meeting).peekable();
    let (Some(_), Some((_, last))) = (open.peek(), meetings.last()) else { return Vec::new() };
    // Most actions are new, which shows before all their words are read.
    let known = Sought::of(gists(*last));
    let mut carried: Vec<Carried<'a>> = open
        .filter(|action| action.may_say(&known))
        .map(|action| Carried { worded: action.gist(), action, times: 0 })
        .collect();
    for (back, (_, place)) in meetings.iter().rev().take(FURTHEST).enumerate() {
        let earlier = gists(*place);
        let spoken = Spoken::of_gists(earlier.iter().copied());
        let mut any = false;
        for action in carried.iter_mut().filter(|action| action.times == back) {
            if let Some((at, _)) = spoken.mention(action.worded) {
                action.worded = earlier[at];
                action.times += 1;
                any = true;
            }
        }
        if !any {
            break;
        }
    }
    carried
}
