//! What a user may set, and what holds when nothing is set.
//!
//! One file is read as a [`ConfigFile`]; the files of a chain of `extends` are laid over each other
//! into a [`Config`]. May use all layers before it; reads no files itself.

mod file;
mod format;
mod globs;
mod knowledge;
mod notebook;
mod okrs;
mod selection;
mod values;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

pub use file::{ConfigFile, MeetingFile, Override, PeopleFile, SectionName, SignalName};
pub use format::FormatFile;
pub use globs::{Globs, Patterns};
pub use notebook::{Notebook, NotebookFile, NotebookFiles, Place};
pub use okrs::{KeyResult, Objective, OkrFile, OkrId, Okrs};
pub use selection::Selection;
pub use values::{Cadence, CueList, Minutes, NoteName, Order, PersonName, Words};

use crate::{
    format::FormatConfig,
    rules::{Preset, RulesConfig},
};

/// The settings in force.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The meeting itself.
    pub meeting: Meeting,
    /// Who meets.
    pub people: People,
    /// Where the objectives stand, if a config says so.
    pub okrs: Option<Okrs>,
    /// The notebooks that a config names.
    pub notebooks: Vec<Notebook>,
    /// Names of sections besides the built-in ones.
    pub sections: BTreeMap<SectionName, Vec<String>>,
    /// Words that say a signal, besides the built-in ones.
    pub cues: BTreeMap<SignalName, Vec<String>>,
    /// Which rules are on.
    pub preset: Preset,
    /// What is said of single rules.
    pub rules: RulesConfig,
    /// The form of notes.
    pub format: FormatConfig,
    /// Which of the rules the user asked for in this run.
    pub selection: Selection,
    /// Files that are not read when a folder is.
    pub exclude: Globs,
    overrides: Vec<(Globs, RulesConfig)>,
}

/// The meeting itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// How long it lasts.
    pub length: Minutes,
    /// How much of it belongs to the updates; the rest is discussion.
    pub updates: Minutes,
    /// How often it is held.
    pub cadence: Cadence,
    /// How long before the meeting its topics are to be written down.
    pub lead_time: Minutes,
    /// Which meeting stands first in a notebook.
    pub order: Order,
}

/// Who meets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Who writes the notes.
    pub report: Option<PersonName>,
    /// Whom they are written for.
    pub manager: Option<PersonName>,
}

impl Default for Meeting {
    fn default() -> Self {
        Self {
            length: Minutes(30),
            updates: Minutes(10),
            cadence: Cadence { days: 7 },
            lead_time: Minutes(24 * 60),
            order: Order::NewestFirst,
        }
    }
}

impl Config {
    /// Lays a file over what is there. `folder` is the file's own: paths are relative to it.
    ///
    /// A value replaces the one before; `notebooks`, names of sections, cues, `exclude` and `overrides`
    /// add up.
    pub fn take(&mut self, file: ConfigFile, folder: &Path) {
        let MeetingFile { length, updates, cadence, lead_time, order } = file.meeting;
        set(&mut self.meeting.length, length);
        set(&mut self.meeting.updates, updates);
        set(&mut self.meeting.cadence, cadence);
        set(&mut self.meeting.lead_time, lead_time);
        set(&mut self.meeting.order, order);
        self.people.report = file.people.report.or(self.people.report.take());
        self.people.manager = file.people.manager.or(self.people.manager.take());
        self.okrs = file.okrs.map(|okrs| okrs.inside(folder)).or(self.okrs.take());
        self.notebooks.extend(file.notebooks.into_iter().map(|file| Notebook::new(file, folder)));
        add(&mut self.sections, file.sections);
        add(&mut self.cues, file.cues);
        set(&mut self.preset, file.preset);
        self.rules.merge(&file.rules);
        file.format.lay_over(&mut self.format);
        self.exclude.add(folder, &file.exclude);
        for Override { files, rules } in file.overrides {
            let mut globs = Globs::default();
            globs.add(folder, &files);
            self.overrides.push((globs, rules));
        }
    }

    /// Which of the notebooks the note at `path`, an absolute one, belongs to: the first that holds it.
    pub fn notebook_of(&self, path: &Path) -> Option<usize> {
        self.notebooks.iter().position(|notebook| notebook.holds(path))
    }

    /// Which overrides hold for the file at `path`, an absolute one: a key for
    /// [`Config::with_overrides`], equal for files that are judged alike.
    pub fn overrides_for(&self, path: &Path) -> Vec<usize> {
        let holds = |index: &usize| self.overrides[*index].0.matches(path);
        (0..self.overrides.len()).filter(holds).collect()
    }

    /// The settings with those overrides laid over the rules, in their order.
    #[must_use]
    pub fn with_overrides(&self, which: &[usize]) -> Self {
        let mut config = self.clone();
        for (_, rules) in which.iter().filter_map(|&index| self.overrides.get(index)) {
            config.rules.merge(rules);
        }
        config
    }
}

impl Okrs {
    /// The same place, with a path that is relative to `folder` made whole.
    fn inside(self, folder: &Path) -> Self {
        match self {
            Self::File(path) => Self::File(folder.join(path)),
            list @ Self::List(_) => list,
        }
    }

    /// The file, if the objectives stand in one.
    pub fn file(&self) -> Option<&PathBuf> {
        match self {
            Self::File(path) => Some(path),
            Self::List(_) => None,
        }
    }
}

/// The JSON Schema of a config, for editors.
pub fn schema() -> String {
    let schema = schemars::schema_for!(ConfigFile);
    // A schema is plain data and can always be written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn set<T>(value: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *value = new;
    }
}

fn add<K: Ord>(words: &mut BTreeMap<K, Vec<String>>, new: BTreeMap<K, impl Into<Vec<String>>>) {
    for (key, more) in new {
        words.entry(key).or_default().extend(more.into());
    }
}

#[cfg(test)]
mod tests;
