//! Which diagnostics the editor is shown, and which it has already.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use agenda_lint_core::files::{self, ConfigError};
use gen_lsp_types::Diagnostic;

use crate::{
    convert::{Encoding, Lines},
    diagnostics,
    documents::{Document, Documents, Kind},
    library::{Library, Unread},
    uri,
};

/// The diagnostics of one file.
#[derive(Debug)]
pub(crate) struct Shown {
    /// The file.
    pub uri: String,
    /// The state of the document that they are about.
    pub version: Option<i32>,
    /// What there is to say, which replaces what was said before.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the editor was shown last.
#[derive(Debug, Default)]
pub(crate) struct Publisher {
    /// The state of each note, and that of its notebook.
    notes: HashMap<String, (u64, u64)>,
    /// What was said of each config.
    configs: BTreeMap<String, Vec<Diagnostic>>,
}

impl Publisher {
    /// Forgets what was said of a document: the editor forgot it, too.
    pub(crate) fn forget(&mut self, uri: &str) {
        self.notes.remove(uri);
        self.configs.remove(uri);
    }

    /// Forgets what was said of all notes: each is to be judged anew.
    pub(crate) fn forget_notes(&mut self) {
        self.notes.clear();
    }

    /// What there is to say now that was not said before.
    pub(crate) fn news(
        &mut self,
        documents: &Documents,
        library: &mut Library,
        encoding: Encoding,
    ) -> Vec<Shown> {
        // All are read before one is judged, so that each is judged beside the others as they are now.
        for document in notes(documents) {
            let _ = library.update(document);
        }
        let mut news = Vec::new();
        let mut problems = Vec::new();
        for document in notes(documents) {
            let state = library.update(document);
            if let Err(Unread::Settings(error)) = &state {
                problems.push(ConfigError::clone(error));
            }
            let state = (document.revision, *state.as_ref().unwrap_or(&0));
            if self.notes.insert(document.uri.clone(), state) != Some(state) {
                news.push(of_note(document, library, encoding));
            }
        }
        let configs = documents.iter().filter(|document| document.kind == Kind::Config);
        problems.extend(configs.filter_map(|config| library.project(config).err()));
        self.add_configs(of_configs(documents, library.here(), &problems, encoding), &mut news);
        news
    }

    /// Adds what is new of configs; of one that has nothing wrong any more, that.
    fn add_configs(&mut self, mut now: BTreeMap<String, Vec<Diagnostic>>, news: &mut Vec<Shown>) {
        let mended = self.configs.keys().filter(|uri| !now.contains_key(*uri)).cloned().collect::<Vec<_>>();
        now.extend(mended.into_iter().map(|uri| (uri, Vec::new())));
        for (uri, diagnostics) in &now {
            if self.configs.get(uri).is_none_or(|before| before != diagnostics) {
                news.push(Shown { uri: uri.clone(), version: None, diagnostics: diagnostics.clone() });
            }
        }
        now.retain(|_, diagnostics| !diagnostics.is_empty());
        self.configs = now;
    }
}

fn notes(documents: &Documents) -> impl Iterator<Item = &Document> {
    documents.iter().filter(|document| document.kind == Kind::Note)
}

fn of_note(document: &Document, library: &mut Library, encoding: Encoding) -> Shown {
    let diagnostics = match library.read(document) {
        Ok(reading) => diagnostics::of_findings(&document.uri, document.lines(encoding), &reading.findings()),
        Err(unread) => diagnostics::of_unread(&unread),
    };
    Shown { uri: document.uri.clone(), version: Some(document.version), diagnostics }
}

/// What is wrong with the configs: those on disk that notes need, and those that are open.
fn of_configs(
    documents: &Documents,
    here: &Path,
    problems: &[ConfigError],
    encoding: Encoding,
) -> BTreeMap<String, Vec<Diagnostic>> {
    let mut found = BTreeMap::new();
    for error in problems {
        let path = files::absolute(here, Path::new(error.file.name()));
        let open = documents.iter().find(|document| document.path.as_ref() == Some(&path));
        // Of a file that was changed since it was saved, what is on disk says nothing.
        if open.is_none_or(|open| open.bare_text() == error.file.text()) {
            let uri = open.map_or_else(|| uri::of_path(&path), |open| open.uri.clone());
            let lines = Lines::new(&error.file, encoding);
            found.insert(uri, vec![diagnostics::of_config_error(error, lines)]);
        }
    }
    for document in documents.iter().filter(|document| document.kind == Kind::Config) {
        let of_text = diagnostics::of_config(document.bare_text(), document.lines(encoding));
        if !of_text.is_empty() {
            found.insert(document.uri.clone(), of_text);
        }
    }
    found
}
