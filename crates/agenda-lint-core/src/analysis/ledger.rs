//! Every action of a notebook from the meeting that noted it to the one that closed it.

use jiff::civil::Date;

use super::{
    DueDate, Place, Workspace,
    followup::{Commitment, Gist, Spoken, commitments},
};
use crate::text::Span;

/// What an action has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Ticked, struck, said to be done, or told as news by a later meeting, of that day.
    Closed(Date),
    /// On the list of the latest meeting.
    Open,
    /// Left open by an earlier meeting; no later one speaks of it.
    Forgotten,
}

/// An action, followed through the meetings.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The meeting that has it last.
    pub place: Place,
    /// The item in that meeting's file.
    pub span: Span,
    /// Its words there, on one line, without the owner that may open them and without private ones.
    pub text: String,
    /// Who does it, as written there.
    pub owner: Option<String>,
    /// The last day that the words allow, where they name one.
    pub due: Option<Date>,
    /// The day of the meeting that has it first.
    pub since: Date,
    /// How many meetings carried it over.
    pub carried: usize,
    /// What it has come to.
    pub state: State,
    /// Not for other eyes.
    pub private: bool,
    gist: Gist,
}

/// For how many meetings in a row an action may be missing before it is no longer looked for.
const PATIENCE: usize = 8;

/// All actions of a notebook, in the order in which they were noted.
pub fn promises(workspace: &Workspace) -> Vec<Promise> {
    let mut all: Vec<Promise> = Vec::new();
    // Those that may still be spoken of, with the meetings since they were last.
    let mut live: Vec<(usize, usize)> = Vec::new();
    for &(day, place) in workspace.meetings().meetings() {
        let analysis = &workspace.files[place.file];
        let known = Spoken::of_gists(live.iter().map(|&(index, _)| &all[index].gist));
        let mut seen = vec![false; live.len()];
        let mut added = Vec::new();
        for commitment in commitments(analysis, place.meeting) {
            let mut promise = promise(workspace, place, day, &commitment);
            let before = known.mention(&promise.gist).map(|(at, _)| at).filter(|&at| !seen[at]);
            let Some(at) = before else {
                added.push(promise);
                continue;
            };
            seen[at] = true;
            let earlier = &mut all[live[at].0];
            promise.since = earlier.since;
            promise.carried = earlier.carried + 1;
            *earlier = promise;
        }
        let gists = live.iter().map(|&(index, _)| &all[index].gist);
        let spoken = Spoken::in_meeting(analysis, place.meeting, gists);
        for (at, &(index, _)) in live.iter().enumerate() {
            if !seen[at] && spoken.mention(&all[index].gist).is_some() {
                seen[at] = true;
                all[index].state = State::Closed(day);
            }
        }
        live = live
            .into_iter()
            .zip(seen)
            .map(|((index, missed), seen)| (index, if seen { 0 } else { missed + 1 }))
            .collect();
        for &(index, missed) in &live {
            if missed > 0 && all[index].state == State::Open {
                all[index].state = State::Forgotten;
            }
        }
        live.extend((all.len()..all.len() + added.len()).map(|index| (index, 0)));
        all.extend(added);
        live.retain(|&(index, missed)| missed < PATIENCE && !matches!(all[index].state, State::Closed(_)));
    }
    all
}

fn promise(workspace: &Workspace, place: Place, day: Date, commitment: &Commitment<'_>) -> Promise {
    let analysis = &workspace.files[place.file];
    let Commitment { item, action, done, .. } = commitment;
    let text = analysis.public_words(analysis.headline(item));
    let owner = action.owner.as_ref().filter(|(_, span)| !analysis.is_private(span.start()));
    let owner = owner.map(|(owner, _)| owner.clone());
    let after_owner = owner.as_ref().and_then(|owner| {
        let rest = text.trim_start_matches(['@', '[']).strip_prefix(owner.as_str())?;
        rest.trim_start_matches(']').strip_prefix(':')
    });
    Promise {
        place,
        span: item.span,
        text: after_owner.unwrap_or(&text).trim().to_owned(),
        owner,
        due: action.due.as_ref().and_then(DueDate::date),
        since: day,
        carried: 0,
        state: if *done { State::Closed(day) } else { State::Open },
        private: analysis.is_private(item.span.start()),
        gist: commitment.gist().clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{analysis::Scope, text::SourceFile};

    #[test]
    fn an_action_is_followed_to_its_end() {
        let text = "## 2026-03-02\n### Actions\n- [ ] Sam: on-call list for the import\n- [x] Sam: buy a kettle\n\n\
            ## 2026-02-16\n### Updates\n- Wrote the interview guide\n### Actions\n- [ ] Sam: write down who is on call \
            for the import\n- [ ] Kate: ask Farah about logins\n\n\
            ## 2026-02-02\n### Actions\n- [ ] Sam: write the interview guide\n";
        let file = SourceFile::new("a.md", text);
        let workspace = Workspace::single(file, &Arc::default(), Scope::All(None), None);
        let told: Vec<String> = promises(&workspace)
            .iter()
            .map(|of| format!("{} {} {} {:?}", of.text, of.since, of.carried, of.state))
            .collect();
        assert_eq!(
            told,
            [
                "write the interview guide 2026-02-02 0 Closed(2026-02-16)",
                "on-call list for the import 2026-02-16 1 Open",
                "ask Farah about logins 2026-02-16 0 Forgotten",
                "buy a kettle 2026-03-02 0 Closed(2026-03-02)",
            ]
        );
    }

    #[test]
    fn a_date_without_a_year_is_written_as_the_headings_are() {
        let due = |heading: &str| {
            let text = format!("## {heading}\n### Actions\n- [ ] Sam: buy a kettle by 04/03\n");
            let workspace =
                Workspace::single(SourceFile::new("a.md", &text), &Arc::default(), Scope::All(None), None);
            promises(&workspace)[0].due.map(|day| day.to_string())
        };
        assert_eq!(due("16/02/2026").as_deref(), Some("2026-03-04"));
        assert_eq!(due("02/16/2026").as_deref(), Some("2026-04-03"));
    }
}
