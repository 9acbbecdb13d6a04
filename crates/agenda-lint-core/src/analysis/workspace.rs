//! All files, and what is known before one is read.

use std::{cell::OnceCell, sync::Arc};

use jiff::civil::Date;

use crate::{
    document::{Conventions, Meeting},
    language::UserCues,
    text::SourceFile,
};

use super::{
    Analysis, Scope, Topic,
    notebook::{self, Notebook, Place},
    registry::Registry,
};

/// What is known before a file is read: from the config and from the objectives it names.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// Names of sections and of people.
    pub conventions: Conventions,
    /// The user's own cues.
    pub cues: UserCues,
    /// The objectives and key results that the config names, or a file that it names.
    pub okrs: Registry,
    /// How the meetings are meant to be held.
    pub plan: Plan,
}

/// How the meetings are meant to be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many minutes a meeting lasts.
    pub minutes: u32,
    /// How many of them belong to the updates; the rest is discussion.
    pub update_minutes: u32,
    /// How many days lie between two meetings.
    pub cadence: u32,
    /// How many minutes before the meeting its topics are to be written down.
    pub lead: u32,
    /// Which meeting stands first in a notebook.
    pub order: Order,
}

/// Which meeting stands first in a notebook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest.
    #[default]
    NewestFirst,
    /// The oldest.
    OldestFirst,
    /// Either.
    Any,
}

impl Default for Plan {
    /// Half an hour a week, ten minutes of it for updates, topics a day ahead.
    fn default() -> Self {
        Self { minutes: 30, update_minutes: 10, cadence: 7, lead: 24 * 60, order: Order::default() }
    }
}

/// The files of one notebook: what the rules see at a time.
#[derive(Debug)]
pub struct Workspace {
    /// The files.
    pub files: Vec<Analysis>,
    /// The day against which dates are held; none makes rules about today silent.
    pub today: Option<Date>,
    notebook: OnceCell<Notebook>,
}

impl Workspace {
    /// A workspace of one file.
    pub fn single(file: SourceFile, knowledge: &Arc<Knowledge>, scope: Scope, today: Option<Date>) -> Self {
        Self::of(vec![Analysis::new(file, knowledge, scope)], today)
    }

    /// A workspace of the files of one notebook. Of all files together only the next meeting is
    /// judged; a file that `named` holds keeps its own next meeting, too.
    pub fn notebook(
        mut files: Vec<Analysis>,
        scope: Scope,
        today: Option<Date>,
        named: impl Fn(usize) -> bool,
    ) -> Self {
        if notebook::is_daily(&files) {
            files.iter_mut().filter(|file| !file.document.one_on_one).for_each(Analysis::judge_nothing);
        }
        if let (Scope::Next(day), 2..) = (scope, files.len()) {
            let notebook = Notebook::of(&files);
            let days = notebook.meetings();
            let ahead = day.map_or(days.len(), |day| days.partition_point(|(other, _)| *other < day));
            let next = days.get(ahead).or(days.last()).map(|(_, place)| place.file);
            for index in days.iter().map(|(_, place)| place.file) {
                if Some(index) != next && !named(index) {
                    files[index].judge_nothing();
                }
            }
        }
        Self::of(files, today)
    }

    fn of(files: Vec<Analysis>, today: Option<Date>) -> Self {
        Self { files, today, notebook: OnceCell::new() }
    }

    /// Puts another reading of a file in the place of the one at `index`.
    pub fn replace(&mut self, index: usize, file: Analysis) {
        self.files[index] = file;
        self.notebook = OnceCell::new();
    }

    /// The meetings of all files, in time.
    pub fn meetings(&self) -> &Notebook {
        self.notebook.get_or_init(|| Notebook::of(&self.files))
    }

    /// The meeting at a place.
    pub fn meeting(&self, place: Place) -> &Meeting {
        notebook::meeting(&self.files, place)
    }

    /// The topics of the meeting at a place that are the writer's own.
    pub fn topics_of(&self, place: Place) -> impl Iterator<Item = Topic<'_>> {
        self.files[place.file].topics_of(place.meeting).filter(|topic| topic.is_judged())
    }
}
