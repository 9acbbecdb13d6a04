//! All files, and what is known before one is read.

use std::sync::Arc;

use jiff::civil::Date;

use crate::{document::Conventions, language::UserCues, text::SourceFile};

use super::{Analysis, Scope, registry::Registry};

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

/// The files of a run.
#[derive(Debug)]
pub struct Workspace {
    /// The files.
    pub files: Vec<Analysis>,
    /// The day against which dates are held; none makes rules about today silent.
    pub today: Option<Date>,
    /// Whether the files are all there is, so that rules across meetings may speak.
    pub whole: bool,
}

impl Workspace {
    /// A workspace of one file, which says nothing of other files.
    pub fn single(file: SourceFile, knowledge: &Arc<Knowledge>, scope: Scope, today: Option<Date>) -> Self {
        Self { files: vec![Analysis::new(file, knowledge, scope)], today, whole: false }
    }
}
