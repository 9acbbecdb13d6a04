//! What a rule sees.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    analysis::{Analysis, Topic, Workspace},
    document::Meeting,
};

/// What a rule sees.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The file that is judged.
    pub file: &'a Analysis,
    /// All files of the run.
    pub workspace: &'a Workspace,
    /// How the two meet.
    pub plan: &'a Plan,
}

/// How the two meet, as the config says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many minutes a meeting lasts.
    pub minutes: u32,
    /// How many days lie between two meetings.
    pub cadence: u32,
    /// Which meeting stands first in a notebook.
    pub order: Order,
}

impl Default for Plan {
    fn default() -> Self {
        Self { minutes: 30, cadence: 7, order: Order::NewestFirst }
    }
}

/// Which meeting stands first in a notebook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The latest one.
    #[default]
    NewestFirst,
    /// The earliest one.
    OldestFirst,
    /// No matter which.
    Any,
}

impl<'a> Context<'a> {
    /// The meetings that are judged; no forms to fill in.
    pub fn agenda(&self) -> impl Iterator<Item = &'a Meeting> + use<'a> {
        self.file.agenda()
    }

    /// The topics of those meetings; nobody else's words.
    pub fn topics(&self) -> impl Iterator<Item = Topic<'a>> + use<'a> {
        self.file.agenda_topics()
    }

    /// The day against which dates are held, if it is known.
    pub fn today(&self) -> Option<Date> {
        self.workspace.today
    }
}
