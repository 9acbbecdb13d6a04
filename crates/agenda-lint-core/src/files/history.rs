//! When the topics of a note came, as its repository tells.

use std::path::Path;

use jiff::civil::{Date, DateTime};
use rustc_hash::FxHashMap;

use super::git::{first_committed, has_repository};
use crate::analysis::Analysis;

/// For how many days before today, and after, a meeting is worth a look into the history.
const NEAR: i32 = 15;

/// The topics that were looked up, by their first line: when each was committed first, if it was.
#[derive(Clone, Debug, Default)]
pub struct History(FxHashMap<String, Option<DateTime>>);

impl History {
    /// Looks up the topics of the judged meetings that are near `today`. Asks `git`, which takes some
    /// ten milliseconds.
    pub fn read(path: &Path, analysis: &Analysis, today: Date) -> Self {
        let mut starts = near(analysis, today).peekable();
        if starts.peek().is_none() || !has_repository(path) {
            return Self::default();
        }
        let lines: Vec<&str> = starts.map(|start| line(analysis, start)).collect();
        let written = first_committed(path, &lines);
        Self(lines.into_iter().map(str::to_owned).zip(written.into_iter().flatten()).collect())
    }

    /// Tells a note what was looked up of it. What is not committed yet comes `now`. Of a topic that was
    /// not looked up nothing is known.
    pub fn tell(&self, analysis: &mut Analysis, now: DateTime) {
        // Of most notes nothing was.
        if self.0.is_empty() {
            return analysis.set_written([]);
        }
        let known =
            |start: usize| self.0.get(line(analysis, start)).map(|written| (start, written.unwrap_or(now)));
        let written: Vec<(usize, DateTime)> = near(analysis, now.date()).filter_map(known).collect();
        analysis.set_written(written);
    }
}

/// Where the topics begin that may have come late.
fn near(analysis: &Analysis, today: Date) -> impl Iterator<Item = usize> {
    let near = analysis.agenda_places().iter().filter(move |&&meeting| {
        let day = analysis.document.meetings[meeting].day();
        day.is_some_and(|day| (day - today).get_days().abs() < NEAR)
    });
    near.flat_map(|&meeting| analysis.topics_of(meeting)).map(|topic| topic.item().span.start())
}

fn line(analysis: &Analysis, start: usize) -> &str {
    analysis.file.line(analysis.file.line_index(start))
}
