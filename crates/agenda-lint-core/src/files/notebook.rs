//! Which notes on disk may be one notebook, as far as their names and front matter tell.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::{
    read::{front_matter, read_front_matter},
    shown,
    walk::is_note,
};
use crate::analysis::notebook::{front_matter_key, is_period, path_key};

/// How deep below the folder of a notebook its files may lie: year, month, day.
const DEEPEST: usize = 4;

/// What the path of a note or, where that names no day, its front matter says of its notebook: notes
/// with equal keys may be one. None for a note that stands alone.
pub fn notebook_key(path: &Path) -> Option<String> {
    let name = shown(path);
    path_key(&name).or_else(|| front_matter_key(&name, &read_front_matter(path)?))
}

/// The same of a note whose text is at hand.
pub fn notebook_key_of(path: &Path, text: &str) -> Option<String> {
    let name = shown(path);
    path_key(&name).or_else(|| front_matter_key(&name, front_matter(text)?))
}

/// The notes on disk with the key of the one at `path`, which is among them if it is on disk: in its
/// folder and in folders of years and months.
pub fn notebook_of(path: &Path, key: &str) -> Vec<PathBuf> {
    let is_dated = |folder: &Path| folder.file_name().is_some_and(|name| is_period(&name.to_string_lossy()));
    let Some(base) = path.ancestors().skip(1).find(|folder| !is_dated(folder)) else { return Vec::new() };
    let mut walk = WalkBuilder::new(base);
    walk.require_git(false).git_global(false).max_depth(Some(DEEPEST));
    walk.filter_entry(move |entry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        entry.depth() == 0 || !is_folder || is_dated(entry.path())
    });
    let notes = walk.build().filter_map(Result::ok).map(ignore::DirEntry::into_path);
    let is_ours = |note: &PathBuf| is_note(note) && notebook_key(note).as_deref() == Some(key);
    let mut notes: Vec<PathBuf> = notes.filter(is_ours).collect();
    notes.sort();
    notes
}
