//! The settings that hold for each file.

use std::{
    collections::{HashMap, hash_map::Entry},
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use super::{ConfigError, Loaded, find_config, load_config, load_okrs};
use crate::{
    analysis::Knowledge,
    config::{Config, Selection},
    engine::Linter,
};

/// A config in force, made ready.
#[derive(Clone, Debug)]
pub struct Project {
    /// The config, its files and its root; overrides are left out.
    pub loaded: Arc<Loaded>,
    /// What it says that must be known before a note is read.
    pub knowledge: Arc<Knowledge>,
    /// The rules that are on.
    pub linter: Arc<Linter>,
}

/// Finds the settings for files, and reads each config once.
#[derive(Debug)]
pub struct Settings {
    here: PathBuf,
    source: Source,
    selection: Selection,
    /// The config of each folder that was asked about.
    folders: HashMap<PathBuf, Option<PathBuf>>,
    /// The configs that were read.
    read: HashMap<Option<PathBuf>, Ready>,
}

/// A config that was read, with a linter for each set of overrides.
#[derive(Debug)]
struct Ready {
    loaded: Arc<Loaded>,
    knowledge: Arc<Knowledge>,
    linters: HashMap<Vec<usize>, Arc<Linter>>,
}

/// Where the settings of a run come from.
#[derive(Clone, Debug)]
pub enum Source {
    /// From the config nearest to each file.
    Nearest,
    /// From this config, whatever the file.
    Given(PathBuf),
    /// From nowhere: the defaults hold.
    Nothing,
}

impl Settings {
    /// The settings from `source`, with the rules of `selection`. Relative names are seen from the
    /// folder `here`, an absolute path; where it is empty, they stay relative and match no pattern.
    pub fn new(here: PathBuf, source: Source, selection: Selection) -> Self {
        Self { here, source, selection, folders: HashMap::new(), read: HashMap::new() }
    }

    /// The settings for the file named `name`.
    pub fn project(&mut self, name: &Path) -> Result<Project, ConfigError> {
        let path = absolute(&self.here, name);
        let config = match &self.source {
            Source::Nearest => self.nearest(&path),
            Source::Given(config) => Some(self.here.join(config)),
            Source::Nothing => None,
        };
        let ready = match self.read.entry(config) {
            Entry::Occupied(ready) => ready.into_mut(),
            Entry::Vacant(place) => {
                let loaded = match place.key() {
                    Some(config) => load_config(config, config.strip_prefix(&self.here).unwrap_or(config))?,
                    None => Loaded::none(&self.here),
                };
                let mut knowledge = loaded.config.knowledge();
                if let Some(okrs) = load_okrs(&loaded)? {
                    knowledge.okrs = okrs;
                }
                let knowledge = Arc::new(knowledge);
                place.insert(Ready { loaded: Arc::new(loaded), knowledge, linters: HashMap::new() })
            }
        };
        let overrides = ready.loaded.config.overrides_for(&path);
        let linter = ready.linters.entry(overrides).or_insert_with_key(|overrides| {
            let mut config = ready.loaded.config.with_overrides(overrides);
            config.selection.clone_from(&self.selection);
            Arc::new(Linter::new(config.active_rules()))
        });
        let linter = Arc::clone(linter);
        Ok(Project { loaded: Arc::clone(&ready.loaded), knowledge: Arc::clone(&ready.knowledge), linter })
    }

    /// Whether the settings leave a file out.
    pub fn is_excluded(&self, project: &Project, name: &Path) -> bool {
        let exclude = &project.loaded.config.exclude;
        !exclude.is_empty() && exclude.matches(&absolute(&self.here, name))
    }

    /// Which of the notebooks that its settings name a file belongs to.
    pub fn notebook_of(&self, project: &Project, name: &Path) -> Option<usize> {
        let config = &project.loaded.config;
        if config.notebooks.is_empty() { None } else { config.notebook_of(&absolute(&self.here, name)) }
    }

    /// An absolute path as it is written from here.
    pub fn seen_from_here(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.here).unwrap_or(path).to_owned()
    }

    /// A name as an absolute path.
    pub fn absolute(&self, name: &Path) -> PathBuf {
        absolute(&self.here, name)
    }

    /// The config in force for the file or folder named `name`, overrides included.
    pub fn config(&mut self, name: &Path) -> Result<(Arc<Loaded>, Config), ConfigError> {
        // What holds for a folder is what holds for the files in it.
        let name = if name.is_dir() { name.join("*") } else { name.to_owned() };
        let project = self.project(&name)?;
        let overrides = project.loaded.config.overrides_for(&absolute(&self.here, &name));
        let config = project.loaded.config.with_overrides(&overrides);
        Ok((project.loaded, config))
    }

    fn nearest(&mut self, path: &Path) -> Option<PathBuf> {
        let folder = path.parent()?;
        if let Some(found) = self.folders.get(folder) {
            return found.clone();
        }
        let found = find_config(folder);
        self.folders.insert(folder.to_owned(), found.clone());
        found
    }
}

/// The path of `name`, seen from `here`, without `.` and `..`. Links are not followed: a note
/// belongs to the folder in which it is named.
pub fn absolute(here: &Path, name: &Path) -> PathBuf {
    let mut path = PathBuf::with_capacity(here.as_os_str().len() + name.as_os_str().len() + 1);
    for part in here.join(name).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path
}
