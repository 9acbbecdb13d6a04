//! The notes of a run: where they are, and their text.

use std::{
    collections::BTreeSet,
    io::{self, Read},
    path::{Path, PathBuf},
};

use agenda_lint_core::{
    files::{self, Identity, Listed, MAX_BYTES, Project, ReadError, Settings},
    text::SourceFile,
};

use crate::{
    Failure,
    args::Paths,
    output::{Console, escape},
};

/// A note of a run.
#[derive(Debug)]
pub(crate) struct Note {
    /// Where it is; none for standard input.
    pub path: Option<PathBuf>,
    /// The name that its settings are looked up by.
    pub name: PathBuf,
    /// Whether the user named the file itself.
    pub named: bool,
    /// Whether it is read for the sake of the others of its notebook only: nothing is told of it.
    pub context: bool,
    /// The settings that hold for it.
    pub project: Project,
}

/// The name of standard input where none is given.
const STDIN: &str = "<stdin>";

impl Note {
    /// Standard input, under the name that was given for it.
    pub(crate) fn stdin(name: Option<&Path>, settings: &mut Settings) -> Result<Self, Failure> {
        let name = name.unwrap_or(Path::new(STDIN)).to_owned();
        Ok(Self { path: None, named: true, context: false, project: settings.project(&name)?, name })
    }

    /// A file.
    pub(crate) fn file(path: PathBuf, named: bool, settings: &mut Settings) -> Result<Self, Failure> {
        Ok(Self {
            project: settings.project(&path)?,
            name: path.clone(),
            named,
            context: false,
            path: Some(path),
        })
    }

    /// Reads it. Standard input has no identity: nothing is written back.
    pub(crate) fn read(&self) -> Result<(SourceFile, Option<Identity>), ReadError> {
        let Some(path) = &self.path else {
            let mut bytes = Vec::new();
            io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
            return Ok((files::decode(&files::shown(&self.name), bytes)?, None));
        };
        files::read_note(path).map(|(file, identity)| (file, Some(identity)))
    }
}

/// The notes that the command line names, in order, and whether all paths could be looked at.
///
/// A config that cannot be used ends the run here, before any note is read.
pub(crate) fn notes(
    paths: &Paths,
    settings: &mut Settings,
    console: &mut Console,
) -> Result<(Vec<Note>, bool), Failure> {
    if paths.named.iter().any(|path| path == Path::new("-")) {
        if paths.named.len() > 1 {
            return Err(Failure::Message("`-` stands for standard input, and then alone".to_owned()));
        }
        let name = paths.stdin_filename.as_deref();
        let note = Note::stdin(name, settings)?;
        let excluded =
            paths.force_exclude && name.is_some_and(|name| settings.is_excluded(&note.project, name));
        return Ok((if excluded { Vec::new() } else { vec![note] }, true));
    }
    let here = [PathBuf::from(".")];
    let listing = files::list(if paths.named.is_empty() { &here } else { &paths.named });
    let mut notes = Vec::with_capacity(listing.notes.len());
    for Listed { path, named } in listing.notes {
        let note = Note::file(path, named, settings)?;
        let can_be_excluded = !named || paths.force_exclude;
        if can_be_excluded && settings.is_excluded(&note.project, &note.name) {
            console.detail(&format!("{}: excluded", escape::path(&note.name)));
        } else {
            notes.push(note);
        }
    }
    for (path, problem) in &listing.problems {
        console.complain(&format!("{}: {problem}", escape::path(path)));
    }
    let configs = notes.iter().filter_map(|note| note.project.loaded.sources.last());
    for name in configs.map(|config| config.file.name()).collect::<BTreeSet<_>>() {
        console.detail(&format!("settings: {name}"));
    }
    if notes.is_empty() && listing.problems.is_empty() {
        console.note("no notes here: no `.md` or `.markdown` file was found");
    }
    Ok((notes, listing.problems.is_empty()))
}
