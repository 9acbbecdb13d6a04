//! What the open documents say: each read with the notes of its notebook and its settings.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace, notebook},
    config::Selection,
    diagnostic::Diagnostic,
    files::{self, ConfigError, Project, ReadError, Settings},
    text::SourceFile,
};
use jiff::civil::Date;

use crate::{Options, documents::Document};

/// Why a document is not judged.
#[derive(Debug)]
pub(crate) enum Unread {
    /// Its settings cannot be used.
    Settings(Box<ConfigError>),
    /// Its text cannot be read.
    Text(ReadError),
    /// Its settings leave it out.
    Excluded,
}

/// A document that was read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading<'a> {
    /// The settings that hold for it.
    pub project: &'a Project,
    /// The notes of its notebook.
    pub workspace: &'a Workspace,
    /// Its place among them.
    pub index: usize,
    /// The day on which it is judged.
    pub day: Date,
    /// Which meetings are judged.
    pub scope: Scope,
}

impl<'a> Reading<'a> {
    /// What was read in the document itself.
    pub(crate) fn analysis(self) -> &'a Analysis {
        &self.workspace.files[self.index]
    }

    /// What there is to say of the document.
    pub(crate) fn findings(self) -> Vec<Diagnostic> {
        self.project.linter.check(self.workspace, self.index)
    }

    /// The document by itself with another text: what fixes are tried on.
    pub(crate) fn alone(self, file: SourceFile) -> Workspace {
        let judged = !self.analysis().agenda_places().is_empty();
        let mut workspace = Workspace::single(file, &self.project.knowledge, self.scope, Some(self.day));
        if !judged {
            workspace.files[0].judge_nothing();
        }
        workspace
    }
}

/// A note of a notebook.
#[derive(Debug)]
struct Page {
    /// Its file.
    path: Option<PathBuf>,
    /// The document that it is, if it is open.
    uri: Option<String>,
    /// Which state of the document was read.
    revision: u64,
    project: Project,
}

/// Notes whose paths and settings say that they may be one notebook.
#[derive(Debug)]
struct Book {
    key: Key,
    pages: Vec<Page>,
    /// What was read, in notebooks, each with the places of its notes in `pages`.
    parts: Vec<(Vec<usize>, Workspace)>,
    /// Grows whenever something was read anew.
    state: u64,
}

/// The key of the paths, or the name of a document that stands alone; and the settings.
type Key = (String, usize);

/// All that was read.
#[derive(Debug)]
pub(crate) struct Library {
    options: Options,
    settings: Settings,
    books: Vec<Book>,
    states: u64,
}

impl Library {
    pub(crate) fn new(options: Options) -> Self {
        let settings = settings(&options);
        Self { options, settings, books: Vec::new(), states: 0 }
    }

    /// The folder that relative names are seen from.
    pub(crate) fn here(&self) -> &Path {
        &self.options.here
    }

    /// Sees relative names from another folder.
    pub(crate) fn move_to(&mut self, here: PathBuf) {
        self.options.here = here;
        self.forget();
    }

    /// Forgets everything: configs are looked up and notes are read anew.
    pub(crate) fn forget(&mut self) {
        self.settings = settings(&self.options);
        self.forget_notes();
    }

    /// Forgets the notes, for some on disk may have changed.
    pub(crate) fn forget_notes(&mut self) {
        self.books.clear();
    }

    /// The settings for a document. One that is no file has those of the folder of the editor.
    pub(crate) fn project(&mut self, document: &Document) -> Result<Project, ConfigError> {
        match &document.path {
            Some(path) => self.settings.project(path),
            None => self.settings.project(&self.options.here.join("note")),
        }
    }

    /// Reads a document, unless this state of it was read before. Gives the state of its notebook,
    /// which is new if another note of it was read meanwhile.
    pub(crate) fn update(&mut self, document: &Document) -> Result<u64, Unread> {
        let book = self.book(document)?;
        let page = self.books[book].page(document);
        let is_current = page.is_some_and(|page| self.books[book].pages[page].revision == document.revision);
        if !is_current {
            let project = self.project(document).map_err(|error| Unread::Settings(Box::new(error)))?;
            let name = document.path.as_ref().map_or(document.uri.clone(), |path| files::shown(path));
            let text = document.text.text().as_bytes().to_vec();
            let file = files::decode(&name, text).map_err(Unread::Text)?;
            let (scope, day) = self.scope();
            self.states += 1;
            let page = Page {
                path: document.path.clone(),
                uri: Some(document.uri.clone()),
                revision: document.revision,
                project,
            };
            self.books[book].put(page, file, scope, day);
            self.books[book].state = self.states;
        }
        Ok(self.books[book].state)
    }

    /// Reads a document as [`Library::update`] does, and shows what was read.
    pub(crate) fn read(&mut self, document: &Document) -> Result<Reading<'_>, Unread> {
        self.update(document)?;
        let (scope, day) = self.scope();
        let found = self.books.iter().find_map(|book| {
            let page = book.page(document)?;
            let (workspace, index) = book.parts.iter().find_map(|(pages, workspace)| {
                pages.iter().position(|&other| other == page).map(|index| (workspace, index))
            })?;
            Some(Reading { project: &book.pages[page].project, workspace, index, day, scope })
        });
        found.ok_or(Unread::Excluded)
    }

    fn scope(&self) -> (Scope, Date) {
        let day = (self.options.today)();
        (if self.options.all_meetings { Scope::All } else { Scope::Next(Some(day)) }, day)
    }

    /// The place of the book that a document belongs to, with its notes on disk read.
    fn book(&mut self, document: &Document) -> Result<usize, Unread> {
        let project = self.project(document).map_err(|error| Unread::Settings(Box::new(error)))?;
        if document.path.as_ref().is_some_and(|path| self.settings.is_excluded(&project, path)) {
            return Err(Unread::Excluded);
        }
        let settings = Arc::as_ptr(&project.loaded) as usize;
        let shared = document.path.as_ref().and_then(|path| notebook::path_key(&files::shown(path)));
        let key = (shared.unwrap_or_else(|| document.uri.clone()), settings);
        if let Some(found) = self.books.iter().position(|book| book.key == key) {
            return Ok(found);
        }
        let pages = document.path.as_ref().map_or_else(Vec::new, |path| self.on_disk(path, &project));
        let (scope, day) = self.scope();
        let mut book = Book { key, pages: Vec::new(), parts: Vec::new(), state: 0 };
        book.fill(pages, scope, day);
        self.books.push(book);
        Ok(self.books.len() - 1)
    }

    /// The other notes of the notebook, those that can be read.
    fn on_disk(&mut self, path: &Path, project: &Project) -> Vec<(Page, SourceFile)> {
        let mut pages = Vec::new();
        for other in files::notebook_of(path) {
            let Ok(of_other) = self.settings.project(&other) else { continue };
            let is_ours = Arc::ptr_eq(&of_other.loaded, &project.loaded);
            if other == path || !is_ours || self.settings.is_excluded(&of_other, &other) {
                continue;
            }
            if let Ok((file, _)) = files::read_note(&other) {
                pages.push((Page { path: Some(other), uri: None, revision: 0, project: of_other }, file));
            }
        }
        pages
    }
}

impl Book {
    /// The place of an open document, once it was read.
    fn page(&self, document: &Document) -> Option<usize> {
        self.pages.iter().position(|page| page.uri.as_ref() == Some(&document.uri))
    }

    fn fill(&mut self, pages: Vec<(Page, SourceFile)>, scope: Scope, day: Date) {
        let mut files = Vec::with_capacity(pages.len());
        for (page, file) in pages {
            files.push((self.pages.len(), Analysis::new(file, &page.project.knowledge, scope)));
            self.pages.push(page);
        }
        self.part(files, scope, day);
    }

    /// Reads a note in place of what was read of it before, and parts the notes into notebooks anew:
    /// what the note says may have changed whose it is, and which meeting is next.
    fn put(&mut self, page: Page, file: SourceFile, scope: Scope, day: Date) {
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
        self.part(files, scope, day);
    }

    fn part(&mut self, files: Vec<(usize, Analysis)>, scope: Scope, day: Date) {
        let parts = notebook::by_people(files).into_iter().map(|part| {
            let (pages, files): (Vec<usize>, Vec<Analysis>) = part.into_iter().unzip();
            (pages, Workspace::notebook(files, scope, Some(day), |_| false))
        });
        self.parts = parts.collect();
    }
}

fn settings(options: &Options) -> Settings {
    Settings::new(options.here.clone(), options.source.clone(), Selection::default())
}
