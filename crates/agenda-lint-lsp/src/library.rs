//! What the open documents say: each read with the notes of its notebook and its settings.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace},
    config::Selection,
    diagnostic::Diagnostic,
    engine::{Privacy, Shown},
    files::{self, ConfigError, Project, ReadError, Settings},
    text::SourceFile,
};
use jiff::civil::DateTime;

use crate::{
    Options,
    book::{Bond, Book, Page},
    documents::Document,
};

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
    /// When it is judged.
    pub now: DateTime,
    /// Which meetings are judged.
    pub scope: Scope,
}

impl<'a> Reading<'a> {
    /// What was read in the document itself.
    pub(crate) fn analysis(self) -> &'a Analysis {
        &self.workspace.files[self.index]
    }

    /// What there is to say of the document; of private parts only where and by which rule, for editors keep logs.
    pub(crate) fn findings(self) -> Vec<Diagnostic> {
        let found = self.project.linter.check(self.workspace, self.index);
        let privacy = Privacy::new(self.analysis());
        let public = |finding| match privacy.shown(&finding) {
            Shown::Whole => finding,
            shown => shown.of(&finding).into_owned(),
        };
        found.into_iter().map(public).collect()
    }

    /// The notebook, read once more: what fixes are tried on.
    pub(crate) fn again(self) -> Workspace {
        let read = |file: &Analysis| Analysis::new(file.file.clone(), &self.project.knowledge, self.scope);
        let files = self.workspace.files.iter().map(read).collect();
        Workspace::notebook(files, self.scope, Some(self.now.date()), |_| false)
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
            let (scope, now) = self.scope();
            self.states += 1;
            let history = page.and_then(|page| self.books[book].pages[page].history.take());
            let page = Page {
                path: document.path.clone(),
                uri: Some(document.uri.clone()),
                revision: document.revision,
                project,
                history,
            };
            self.books[book].put(page, file, scope, now);
            self.books[book].state = self.states;
        }
        Ok(self.books[book].state)
    }

    /// Reads a document as [`Library::update`] does, and shows what was read.
    pub(crate) fn read(&mut self, document: &Document) -> Result<Reading<'_>, Unread> {
        self.update(document)?;
        let (scope, now) = self.scope();
        let found = self.books.iter().find_map(|book| {
            let page = book.page(document)?;
            let (workspace, index) = book.place(page)?;
            Some(Reading { project: &book.pages[page].project, workspace, index, now, scope })
        });
        found.ok_or(Unread::Excluded)
    }

    fn scope(&self) -> (Scope, DateTime) {
        let now = (self.options.now)();
        let today = Some(now.date());
        (if self.options.all_meetings { Scope::All(today) } else { Scope::Next(today) }, now)
    }

    /// The place of the book that a document belongs to, with its notes on disk read.
    fn book(&mut self, document: &Document) -> Result<usize, Unread> {
        let project = self.project(document).map_err(|error| Unread::Settings(Box::new(error)))?;
        if document.path.as_ref().is_some_and(|path| self.settings.is_excluded(&project, path)) {
            return Err(Unread::Excluded);
        }
        let path = document.path.as_deref();
        let named = path.and_then(|path| self.settings.notebook_of(&project, path));
        let alike = || files::notebook_key_of(path?, document.bare_text()).map(Bond::Alike);
        let bond = named.map(Bond::Named).or_else(alike);
        let bond = bond.unwrap_or_else(|| Bond::Alone(document.uri.clone()));
        let key = (bond, Arc::as_ptr(&project.loaded) as usize);
        // What it says of itself may have changed.
        self.books.retain(|book| book.key == key || book.page(document).is_none());
        if let Some(found) = self.books.iter().position(|book| book.key == key) {
            return Ok(found);
        }
        let listed = match (&key.0, path) {
            (Bond::Named(index), _) => {
                let notebook = &project.loaded.config.notebooks[*index];
                let listed = files::list_notebook(notebook, &project.loaded.root).notes;
                listed.into_iter().map(|listed| listed.path).collect()
            }
            (Bond::Alike(key), Some(path)) => files::notebook_of(path, key),
            _ => Vec::new(),
        };
        let pages = self.on_disk(listed, document, &project, named);
        let (scope, now) = self.scope();
        self.books.push(Book::new(key, pages, scope, now));
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

fn settings(options: &Options) -> Settings {
    Settings::new(options.here.clone(), options.source.clone(), Selection::default())
}
