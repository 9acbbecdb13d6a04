//! The meetings of a notebook in time.

use jiff::civil::Date;

use crate::{
    document::{Meeting, date::Precision},
    rules::Context,
};

/// The meetings whose day is known for certain, in the order in which they stand.
pub(in crate::rules) fn dated_meetings<'a>(cx: &Context<'a>) -> Vec<(Date, &'a Meeting)> {
    let real = cx.file.document.meetings.iter().filter(|meeting| !meeting.template);
    let certain = real.filter(|meeting| {
        meeting
            .date
            .as_ref()
            .is_some_and(|dated| dated.precision == Precision::Day && dated.problem.is_none())
    });
    certain.filter_map(|meeting| Some((meeting.day()?, meeting))).collect()
}
