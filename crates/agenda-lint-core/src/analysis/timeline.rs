//! The meetings of one file whose day is certain.

use jiff::civil::Date;

use crate::document::{Document, Meeting, MeetingDate, date::Precision};

/// The meetings whose day is certain, each with its place among the document's meetings. Meetings of
/// one day come oldest first, as far as the order of the file tells.
pub(super) fn dated(document: &Document) -> impl Iterator<Item = (Date, usize)> {
    let meetings = document.meetings.iter().enumerate();
    let mut found: Vec<(Date, usize)> =
        meetings.filter_map(|(index, meeting)| Some((certain_day(meeting)?, index))).collect();
    if let [(first, _), .., (last, _)] = found.as_slice()
        && first >= last
    {
        found.reverse();
    }
    found.into_iter()
}

/// The day of a meeting that is no form, if it is written exactly and without a fault.
fn certain_day(meeting: &Meeting) -> Option<Date> {
    meeting.date.as_ref().filter(|_| !meeting.template).and_then(certain)
}

/// The day that a date means, if it is written exactly and without a fault.
pub(super) fn certain(dated: &MeetingDate) -> Option<Date> {
    dated.date.filter(|_| dated.precision == Precision::Day && dated.problem.is_none())
}
