//! Lists the notes that paths name.

use std::{
    cmp::Ordering,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf, is_separator},
};

use ignore::WalkBuilder;
use rustc_hash::FxHashSet;

use crate::config::{Notebook, Place};

/// What was found at some paths.
#[derive(Debug, Default)]
pub struct Listing {
    /// The notes, in the order of their paths, each once.
    pub notes: Vec<Listed>,
    /// The folders in which they were looked for: those that were named, and those in them.
    pub folders: Vec<PathBuf>,
    /// What could not be looked at, and why.
    pub problems: Vec<(PathBuf, String)>,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Its path, as it was named or as it follows from the folder that was.
    pub path: PathBuf,
    /// Whether the user named the file itself.
    pub named: bool,
}

/// Lists the files that `paths` name, and the notes in the folders that they name.
///
/// In folders, `.gitignore` and `.ignore` hold, in a repository or not; hidden files and symbolic
/// links are passed over.
pub fn list(paths: &[PathBuf]) -> Listing {
    let mut listing = Listing::default();
    for path in paths {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => walk(path, None, &mut listing),
            Ok(_) => listing.notes.push(Listed { path: path.clone(), named: true }),
            Err(error) => listing.problems.push((path.clone(), super::why(&error))),
        }
    }
    if paths.len() > 1 {
        // The name that the user gave comes before the same file found on a walk, and a short name
        // before a long one.
        let length = |note: &Listed| note.path.as_os_str().len();
        listing.notes.sort_by(|a, b| (b.named, length(a), &a.path).cmp(&(a.named, length(b), &b.path)));
        let mut seen = FxHashSet::default();
        listing.notes.retain(|note| match fs::canonicalize(&note.path) {
            Ok(path) => seen.insert(path),
            Err(_) => true,
        });
    }
    listing.notes.sort();
    listing
}

/// Lists the notes of a notebook that a config in the repository at `root` names; what is not there
/// yet is no problem. Nothing outside of the repository is looked at, links or not.
pub fn list_notebook(notebook: &Notebook, root: &Path) -> Listing {
    let mut listing = Listing::default();
    for Place { path, deep } in &notebook.places {
        match fs::metadata(path) {
            Ok(_) if !is_inside(root, path) => {
                listing.problems.push((path.clone(), "it lies outside of the repository".to_owned()));
            }
            Ok(metadata) if metadata.is_dir() => walk(path, (!deep).then_some(1), &mut listing),
            Ok(_) => listing.notes.push(Listed { path: path.clone(), named: false }),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => listing.problems.push((path.clone(), super::why(&error))),
        }
    }
    listing.notes.retain(|note| notebook.holds(&note.path));
    listing.notes.sort();
    listing.notes.dedup();
    listing
}

/// Whether a path, or what is there of it already, lies in `root` when links are followed.
pub fn is_inside(root: &Path, path: &Path) -> bool {
    let there = path.ancestors().find_map(|path| fs::canonicalize(path).ok());
    fs::canonicalize(root).is_ok_and(|root| there.is_some_and(|there| there.starts_with(root)))
}

fn walk(folder: &Path, depth: Option<usize>, listing: &mut Listing) {
    let first = listing.notes.len();
    let walk = WalkBuilder::new(folder).require_git(false).git_global(false).max_depth(depth).build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let kind = entry.file_type();
                if kind.is_some_and(|kind| kind.is_dir()) {
                    listing.folders.push(entry.into_path());
                } else if kind.is_some_and(|kind| kind.is_file()) && is_note(entry.path()) {
                    listing.notes.push(Listed { path: entry.into_path(), named: false });
                }
            }
            Err(error) => listing.problems.push(problem(folder, &error)),
        }
    }
    let named = folder.as_os_str().len();
    listing.notes[first..].sort_by(|one, other| by_bytes(&one.path, &other.path, named));
}

/// Paths of one folder, whose own is so long, in the order that paths have, soon told: byte by byte, a separator before all
/// else.
fn by_bytes(one: &Path, other: &Path, folder: usize) -> Ordering {
    let [one, other] =
        [one, other].map(|path| path.as_os_str().as_encoded_bytes().get(folder..).unwrap_or_default());
    let rank = |byte: &u8| if is_separator(char::from(*byte)) { 0 } else { *byte };
    match one.iter().zip(other).find(|(one, other)| one != other) {
        Some((one, other)) => rank(one).cmp(&rank(other)),
        None => one.len().cmp(&other.len()),
    }
}

/// The path an error is about, and its words.
fn problem(folder: &Path, error: &ignore::Error) -> (PathBuf, String) {
    match error {
        ignore::Error::WithPath { path, err } => (path.clone(), problem(path, err).1),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            problem(folder, err)
        }
        _ => match error.io_error() {
            Some(error) => (folder.to_owned(), super::why(error)),
            None => (folder.to_owned(), error.to_string()),
        },
    }
}

pub(super) fn is_note(path: &Path) -> bool {
    let is = |extension: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension));
    is("md") || is("markdown")
}
