//! Notes that may be one notebook, read together.

use std::path::PathBuf;

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace, notebook},
    files::{History, Project},
    text::SourceFile,
};
use jiff::civil::DateTime;

use crate::documents::Document;

/// A note of a notebook.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its file.
    pub path: Option<PathBuf>,
    /// The document that it is, if it is open.
    pub uri: Option<String>,
    /// Which state of the document was read.
    pub revision: u64,
    /// The settings that hold for it.
    pub project: Project,
    /// When its topics came; none if that was not looked up, for it is open and was not saved since.
    pub history: Option<History>,
}

/// Notes whose paths and settings say that they may be one notebook.
#[derive(Debug)]
pub(crate) struct Book {
    /// What its notes have in common.
    pub key: Key,
    /// The notes.
    pub pages: Vec<Page>,
    /// What was read, in notebooks, each with the places of its notes in `pages`.
    pub parts: Vec<(Vec<usize>, Workspace)>,
    /// Grows whenever something was read anew.
    pub state: u64,
}

/// What joins notes to one notebook; and their settings.
pub(crate) type Key = (Bond, usize);

/// What may join notes to one notebook.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Bond {
    /// The config names it.
    Named(usize),
    /// Their paths are alike.
    Alike(String),
    /// Nothing: a document by itself.
    Alone(String),
}

impl Book {
    /// The place of an open document, once it was read.
    pub(crate) fn page(&self, document: &Document) -> Option<usize> {
        self.pages.iter().position(|page| page.uri.as_ref() == Some(&document.uri))
    }

    /// A book of the notes that were read from disk.
    pub(crate) fn new(key: Key, pages: Vec<(Page, SourceFile)>, scope: Scope, now: DateTime) -> Self {
        let mut book = Self { key, pages: Vec::new(), parts: Vec::new(), state: 0 };
        let mut files = Vec::with_capacity(pages.len());
        for (page, file) in pages {
            files.push((book.pages.len(), Analysis::new(file, &page.project.knowledge, scope)));
            book.pages.push(page);
        }
        book.part(files, scope, now);
        book
    }

    /// Where a page was read: in which workspace, and its place there.
    pub(crate) fn place(&self, page: usize) -> Option<(&Workspace, usize)> {
        self.parts.iter().find_map(|(pages, workspace)| {
            pages.iter().position(|&other| other == page).map(|index| (workspace, index))
        })
    }

    /// Reads a note in place of what was read of it before, and parts the notes into notebooks anew:
    /// what the note says may have changed whose it is, and which meeting is next.
    pub(crate) fn put(&mut self, page: Page, file: SourceFile, scope: Scope, now: DateTime) {
        let is_same = |other: &Page| {
            if page.path.is_some() { other.path == page.path } else { other.uri == page.uri }
        };
        let at = self.pages.iter().position(is_same).unwrap_or(self.pages.len());
        let analysis = Analysis::new(file, &page.project.knowledge, scope);
        let parts = std::mem::take(&mut self.parts);
        let mut files: Vec<(usize, Analysis)> =
            parts.into_iter().flat_map(|(pages, workspace)| pages.into_iter().zip(workspace.files)).collect();
        files.retain(|(index, _)| *index != at);
        files.push((at, analysis));
        files.sort_by_key(|(index, _)| *index);
        for (_, file) in &mut files {
            file.judge(scope);
        }
        if at < self.pages.len() {
            self.pages[at] = page;
        } else {
            self.pages.push(page);
        }
        self.part(files, scope, now);
    }

    fn part(&mut self, files: Vec<(usize, Analysis)>, scope: Scope, now: DateTime) {
        let parts = notebook::by_people(files).into_iter().map(|part| {
            let (pages, files): (Vec<usize>, Vec<Analysis>) = part.into_iter().unzip();
            let mut workspace = Workspace::notebook(files, scope, Some(now.date()), |_| false);
            for (&page, analysis) in pages.iter().zip(&mut workspace.files) {
                self.pages[page].date(analysis, now);
            }
            (pages, workspace)
        });
        self.parts = parts.collect();
    }
}

impl Page {
    /// Tells an open note when its topics came. That is looked up when it was opened or saved, not at
    /// each letter; of what was written since, nothing is known.
    fn date(&mut self, analysis: &mut Analysis, now: DateTime) {
        if self.uri.is_none() || !self.project.linter.runs("late-agenda") {
            return;
        }
        if let Some(path) = &self.path {
            let history = self.history.get_or_insert_with(|| History::read(path, analysis, now.date()));
            history.tell(analysis, now);
        }
    }
}
