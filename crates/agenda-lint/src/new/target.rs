//! Where the next meeting goes.

use std::path::{Path, PathBuf};

use agenda_lint_core::{analysis::notebook, config, files};

use crate::notebooks::Opened;

/// Where the meeting goes.
pub(super) enum Target {
    /// Into a file of the notebook, which holds several meetings.
    Within(usize),
    /// Into a file to begin.
    File(PathBuf),
    /// Into a file beside the others, named as they are.
    Beside(String),
}

impl Target {
    /// Where the config has the next meeting go.
    pub(super) fn configured(notebook: &config::Notebook, opened: Option<&Opened>) -> Self {
        if let Some(name) = &notebook.name {
            return Self::Beside(files::shown(name));
        }
        if let Some(opened) = opened {
            return Self::after_latest(opened);
        }
        let place = notebook.places.first().map(|place| place.path.clone()).unwrap_or_default();
        match place.extension() {
            Some(_) => Self::File(place),
            None => Self::Beside(files::shown(&place.join("{date}.md"))),
        }
    }

    /// Where the next meeting of the notebook at a path goes.
    pub(super) fn at(path: &Path, opened: Option<&Opened>) -> Self {
        if !path.exists() {
            return Self::File(path.to_owned());
        }
        match opened {
            Some(opened) => Self::after_latest(opened),
            None => Self::Beside(files::shown(&path.join("{date}.md"))),
        }
    }

    /// Into the file of the latest meeting, or beside it where each meeting has a file of its own.
    fn after_latest(opened: &Opened) -> Self {
        let last = opened.notebook.workspace.meetings().meetings().last();
        let index = last.map_or(0, |(_, place)| place.file);
        let name = opened.notebook.pages[index].file.name();
        if let Some(pattern) = notebook::dated_name(name) {
            return Self::Beside(pattern);
        }
        let is_whole_file =
            last.is_some_and(|&(_, place)| opened.notebook.workspace.meeting(place).heading.is_none());
        if is_whole_file && opened.notebook.pages.len() > 1 {
            let folder = name.rfind('/').map_or("", |end| &name[..=end]);
            return Self::Beside(format!("{folder}{{date}}.md"));
        }
        Self::Within(index)
    }
}
