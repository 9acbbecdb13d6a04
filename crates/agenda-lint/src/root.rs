//! Paths as services that read findings know them: from the root of the repository.

use std::path::{Path, PathBuf};

use agenda_lint_core::files::absolute;

/// The folder that such paths start from.
#[derive(Debug)]
pub(crate) struct Root {
    here: PathBuf,
    root: PathBuf,
}

impl Root {
    /// The root of the repository around the current folder; that folder itself outside of one.
    pub(crate) fn find() -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        let root = here.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(&here).to_owned();
        Self { here, root }
    }

    /// The path from the root; of what lies outside of it, the path as it was given.
    pub(crate) fn path(&self, name: &Path) -> PathBuf {
        absolute(&self.here, name).strip_prefix(&self.root).unwrap_or(name).to_owned()
    }

    /// Whether there is something at a path from the root.
    pub(crate) fn exists(&self, path: &Path) -> bool {
        self.root.join(path).exists()
    }
}
