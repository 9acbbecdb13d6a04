//! Notes that belong together, read together.

use std::sync::Arc;

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace, notebook},
    files::{self, Identity, ReadError},
    text::SourceFile,
};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::input::Note;

/// Parts notes into those whose paths and settings say that they may be one notebook, in the order of
/// the first of each.
pub(crate) fn gather(notes: Vec<Note>) -> Vec<Vec<Note>> {
    let mut groups: Vec<Vec<Note>> = Vec::new();
    let mut known: FxHashMap<(String, usize), usize> = FxHashMap::default();
    for note in notes {
        let key = note.path.as_ref().and_then(|path| notebook::path_key(&files::shown(path)));
        let Some(key) = key else {
            groups.push(vec![note]);
            continue;
        };
        let settings = Arc::as_ptr(&note.project.loaded) as usize;
        let group = *known.entry((key, settings)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(note);
    }
    groups
}

/// A note that was read.
#[derive(Debug)]
pub(crate) struct Page {
    /// Which of the notes it is.
    pub note: usize,
    /// Its text.
    pub file: SourceFile,
    /// Which file it was; none for standard input.
    pub identity: Option<Identity>,
}

/// A notebook: its pages and, in the same order, what was read in them.
#[derive(Debug)]
pub(crate) struct Notebook {
    pub pages: Vec<Page>,
    pub workspace: Workspace,
}

/// The notebooks that `notes` are, and the notes that could not be read.
pub(crate) fn read(notes: &[Note], scope: Scope, day: Date) -> (Vec<Notebook>, Vec<(usize, ReadError)>) {
    let mut pages = Vec::with_capacity(notes.len());
    let mut problems = Vec::new();
    for (index, note) in notes.iter().enumerate() {
        match note.read() {
            Ok((file, identity)) => {
                let analysis = Analysis::new(file.clone(), &note.project.knowledge, scope);
                pages.push((Page { note: index, file, identity }, analysis));
            }
            Err(error) => problems.push((index, error)),
        }
    }
    let notebooks = notebook::by_people(pages).into_iter().map(|pages| {
        let (pages, files): (Vec<Page>, Vec<Analysis>) = pages.into_iter().unzip();
        let named = |index: usize| notes[pages[index].note].named;
        let workspace = Workspace::notebook(files, scope, Some(day), named);
        Notebook { pages, workspace }
    });
    (notebooks.collect(), problems)
}
