//! What the open documents say: each read with the notes of its notebook and its settings.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace, notebook},
    config::Selection,
    diagnostic::Diagnostic,
    files::{self, ConfigError, History, Project, ReadError, Settings},
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

    /// The notebook, read once more: what fixes are tried on.
    pub(crate) fn again(self) -> Workspace {
        let read = |file: &Analysis| Analysis::new(file.file.clone(), &self.project.knowledge, self.scope);
        let files = self.workspace.files.iter().map(read).collect();
        Workspace::notebook(files, self.scope, Some(self.day), |_| false)
    }

    /// Another text of the document, which is judged or not as it was.
    pub(crate) fn reread(self, file: SourceFile) -> Analysis {
        let mut analysis = Analysis::new(file, &self.project.knowledge, self.scope);
        if self.analysis().agenda_places().is_empty() {
            analysis.judge_nothing();
        }
        analysis
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
    /// When its topics came; none if that was not looked up, for it is open and was not saved since.
    history: Option<History>,
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

/// What joins notes to one notebook; and their settings.
type Key = (Bond, usize);

/// What may join notes to one notebook.
#[derive(Debug, PartialEq, Eq)]
enum Bond {
    /// The config names it.
    Named(usize),
    /// Their paths are alike.
    Alike(String),
    /// Nothing: a document by itself.
    Alone(String),
}

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

    /// Looks up anew when the topics of a document came: it was saved, and may be committed.
    pub(crate) fn saved(&mut self, document: &Document) {
        for book in &mut self.books {
            if let Some(page) = book.page(document) {
                book.pages[page].history = None;
                book.pages[page].revision = 0;
            }
        }
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
            let history = page.and_then(|page| self.books[book].pages[page].history.take());
            let page = Page {
                path: document.path.clone(),
                uri: Some(document.uri.clone()),
                revision: document.revision,
                project,
                history,
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
        let path = document.path.as_deref();
        let named = path.and_then(|path| self.settings.notebook_of(&project, path));
        let alike = || notebook::path_key(&files::shown(path?)).map(Bond::Alike);
        let bond = named.map(Bond::Named).or_else(alike);
        let bond = bond.unwrap_or_else(|| Bond::Alone(document.uri.clone()));
        let key = (bond, Arc::as_ptr(&project.loaded) as usize);
        if let Some(found) = self.books.iter().position(|book| book.key == key) {
            return Ok(found);
        }
        let listed = match (&key.0, path) {
            (Bond::Named(index), _) => {
                let notebook = &project.loaded.config.notebooks[*index];
                let listed = files::list_notebook(notebook, &project.loaded.root).notes;
                listed.into_iter().map(|listed| listed.path).collect()
            }
            (Bond::Alike(_), Some(path)) => files::notebook_of(path),
            _ => Vec::new(),
        };
        let pages = self.on_disk(listed, document, &project, named);
        let (scope, day) = self.scope();
        let mut book = Book { key, pages: Vec::new(), parts: Vec::new(), state: 0 };
        book.fill(pages, scope, day);
        self.books.push(book);
        Ok(self.books.len() - 1)
    }

    /// The other notes of the notebook, those that can be read and belong to it by their settings.
    fn on_disk(
        &mut self,
        listed: Vec<PathBuf>,
        document: &Document,
        project: &Project,
        named: Option<usize>,
    ) -> Vec<(Page, SourceFile)> {
        let mut pages = Vec::new();
        for other in listed {
            let Ok(of_other) = self.settings.project(&other) else { continue };
            let is_ours = Arc::ptr_eq(&of_other.loaded, &project.loaded)
                && self.settings.notebook_of(&of_other, &other) == named;
            let is_itself = document.path.as_ref() == Some(&other);
            if is_itself || !is_ours || self.settings.is_excluded(&of_other, &other) {
                continue;
            }
            if let Ok((file, _)) = files::read_note(&other) {
                let page =
                    Page { path: Some(other), uri: None, revision: 0, project: of_other, history: None };
                pages.push((page, file));
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
            let mut workspace = Workspace::notebook(files, scope, Some(day), |_| false);
            for (&page, analysis) in pages.iter().zip(&mut workspace.files) {
                self.pages[page].date(analysis, day);
            }
            (pages, workspace)
        });
        self.parts = parts.collect();
    }
}

impl Page {
    /// Tells an open note when its topics came. That is looked up when it was opened or saved, not at
    /// each letter; of what was written since, nothing is known.
    fn date(&mut self, analysis: &mut Analysis, day: Date) {
        if self.uri.is_none() || !self.project.linter.runs("late-agenda") {
            return;
        }
        if let Some(path) = &self.path {
            let history = self.history.get_or_insert_with(|| History::read(path, analysis, day));
            history.tell(analysis, day);
        }
    }
}

fn settings(options: &Options) -> Settings {
    Settings::new(options.here.clone(), options.source.clone(), Selection::default())
}
