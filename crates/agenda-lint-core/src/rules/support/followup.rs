//! The judged meetings among the others of their notebook.

use jiff::{ToSpan, civil::Date};

use super::{Words, head};
use crate::{
    analysis::{Place, followup::Commitment},
    document::{
        Meeting, SectionKind,
        date::{self, Hints, Precision},
    },
    rules::Context,
    text::Span,
};

/// A judged meeting whose day is certain.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct Judged {
    /// Where it stands among the meetings of the notebook, the oldest first.
    pub(in crate::rules) position: usize,
    /// Where it stands in the workspace.
    pub(in crate::rules) place: Place,
    /// Its day.
    pub(in crate::rules) day: Date,
}

/// The judged meetings of the file, the oldest first.
pub(in crate::rules) fn judged(cx: &Context<'_>) -> Vec<Judged> {
    let places = cx.file.agenda_places();
    if places.is_empty() {
        return Vec::new();
    }
    let notebook = cx.workspace.meetings();
    let Some(file) = cx.workspace.files.iter().position(|file| std::ptr::eq(file, cx.file)) else {
        return Vec::new();
    };
    let mut found: Vec<Judged> = places
        .iter()
        .filter_map(|&meeting| {
            let place = Place { file, meeting };
            let position = notebook.position(place)?;
            Some(Judged { position, place, day: notebook.meetings()[position].0 })
        })
        .collect();
    found.sort_by_key(|judged| judged.position);
    found
}

/// The latest judged meeting of the notebook, if it stands in this file, with those of the days before
/// it; none where the notebook is not that old, or where no other meeting falls into the time.
pub(in crate::rules) fn window(cx: &Context<'_>, days: u32) -> Option<(Judged, Vec<Place>)> {
    let &judged = cx.judged().last()?;
    let notebook = cx.workspace.meetings();
    let is_judged = |place: Place| cx.workspace.files[place.file].agenda_places().contains(&place.meeting);
    if notebook.meetings()[judged.position + 1..].iter().any(|(_, place)| is_judged(*place)) {
        return None;
    }
    let from = judged.day.checked_sub(i64::from(days).days()).ok()?;
    let (first, _) = notebook.meetings().first()?;
    let within = &notebook.meetings()[notebook.between(from, judged.day)];
    (*first < from && within.len() > 1).then(|| (judged, within.iter().map(|(_, place)| *place).collect()))
}

/// Where a finding about a meeting's actions stands: the heading over them or the meeting's own.
pub(in crate::rules) fn actions_place(cx: &Context<'_>, meeting: &Meeting) -> Span {
    let actions =
        meeting.sections.iter().find(|section| section.kind == SectionKind::Actions && !section.template);
    actions
        .and_then(|section| section.heading.as_ref())
        .map_or_else(|| head(cx, meeting), |heading| heading.span)
}

/// Whether somebody could be asked what became of it: a box shows whether it is done, and a name or
/// a date makes a promise of a note.
pub(in crate::rules) fn is_accountable(commitment: &Commitment<'_>) -> bool {
    let action = &commitment.action;
    commitment.item.check_box.is_some() || action.tracked || action.owner.is_some() || action.due.is_some()
}

/// Words of what is done again and again.
static STANDING: Words<'_> = Words::new(&[
    "each week",
    "every week",
    "each month",
    "every month",
    "each day",
    "every day",
    "each time",
    "every time",
    "each meeting",
    "every meeting",
    "each monday",
    "every monday",
    "each tuesday",
    "every tuesday",
    "each wednesday",
    "every wednesday",
    "each thursday",
    "every thursday",
    "each friday",
    "every friday",
    "(running)",
    "(ongoing)",
    "(standing)",
]);

/// Whether nobody owes what came of an action until a day, by its words: it is done again and again, or names a day behind
/// that one, `plan for the summer, first draft 12 March`.
pub(in crate::rules) fn is_later_or_standing(words: &str, until: Date) -> bool {
    let hints = Hints { year: Some(until.year()), order: None };
    let day = || date::find(words, hints).filter(|dated| dated.precision == Precision::Day)?.date;
    STANDING.stand_alone_in(words) || day().is_some_and(|day| until < day)
}

/// A day as a sentence names it: `16 February`, with the year if it is not that of `near`.
pub(in crate::rules) fn shown_day(day: Date, near: Date) -> String {
    let form = if day.year() == near.year() { "%-d %B" } else { "%-d %B %Y" };
    day.strftime(form).to_string()
}
