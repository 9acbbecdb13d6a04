//! Notes that belong together, read together.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace, notebook},
    config::{self, Selection},
    files::{self, History, Identity, Project, ReadError, Settings},
    text::SourceFile,
};
use jiff::civil::{Date, DateTime, Time};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    Failure,
    args::Global,
    input::Note,
    output::{Console, escape},
    settings::settings,
};

/// What may join notes to one notebook, besides their settings.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Key {
    /// The config names it.
    Named(usize),
    /// Their paths are alike.
    Alike(String),
}

/// Parts notes into those whose settings and paths say that they may be one notebook, in the order of
/// the first of each, and says whether all could be looked at.
///
/// A notebook that a config names is read whole: its other notes follow as context.
pub(crate) fn gather(
    notes: Vec<Note>,
    settings: &mut Settings,
    console: &mut Console,
) -> Result<(Vec<Vec<Note>>, bool), Failure> {
    let mut groups: Vec<Vec<Note>> = Vec::new();
    let mut known: FxHashMap<(Key, usize), usize> = FxHashMap::default();
    for note in notes {
        let named = settings.notebook_of(&note.project, &note.name).map(Key::Named);
        let alike = || files::notebook_key(note.path.as_ref()?).map(Key::Alike);
        let key = named.or_else(alike);
        let Some(key) = key else {
            groups.push(vec![note]);
            continue;
        };
        let loaded = Arc::as_ptr(&note.project.loaded) as usize;
        let group = *known.entry((key, loaded)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(note);
    }
    let mut complete = true;
    let mut known: Vec<(usize, Key)> = known.into_iter().map(|((key, _), group)| (group, key)).collect();
    known.sort_by_key(|(group, _)| *group);
    for (group, key) in known {
        if let Key::Named(index) = key {
            let project = groups[group][0].project.clone();
            let (others, all) = of_config(&project, index, settings, console)?;
            complete &= all;
            let there: FxHashSet<PathBuf> =
                groups[group].iter().map(|note| settings.absolute(&note.name)).collect();
            let others = others.into_iter().filter(|note| !there.contains(&settings.absolute(&note.name)));
            let others: Vec<Note> = others.map(|note| Note { context: true, ..note }).collect();
            groups[group].extend(others);
        }
    }
    Ok((groups, complete))
}

/// The notes of a notebook that a config names, and whether all could be looked at.
fn of_config(
    project: &Project,
    index: usize,
    settings: &mut Settings,
    console: &mut Console,
) -> Result<(Vec<Note>, bool), Failure> {
    let listing = files::list_notebook(&project.loaded.config.notebooks[index], &project.loaded.root);
    let mut notes = Vec::with_capacity(listing.notes.len());
    for listed in listing.notes {
        let note = Note::file(settings.seen_from_here(&listed.path), false, settings)?;
        // A config nearer to a note takes it away.
        let is_ours = Arc::ptr_eq(&note.project.loaded, &project.loaded)
            && settings.notebook_of(&note.project, &note.name) == Some(index);
        if is_ours && !settings.is_excluded(&note.project, &note.name) {
            notes.push(note);
        }
    }
    for (path, problem) in &listing.problems {
        console.complain(&format!("{}: {problem}", escape::path(&settings.seen_from_here(path))));
    }
    Ok((notes, listing.problems.is_empty()))
}

/// A note that was read.
#[derive(Debug)]
pub(crate) struct Page {
    /// Which of the notes it is.
    pub note: usize,
    /// Whether the user named the file itself.
    pub named: bool,
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
pub(crate) fn read(notes: &[Note], scope: Scope, now: DateTime) -> (Vec<Notebook>, Vec<(usize, ReadError)>) {
    let mut pages = Vec::with_capacity(notes.len());
    let mut problems = Vec::new();
    for (index, note) in notes.iter().enumerate() {
        match note.read() {
            Ok((file, identity)) => {
                let analysis = Analysis::new(file.clone(), &note.project.knowledge, scope);
                pages.push((Page { note: index, named: note.named, file, identity }, analysis));
            }
            Err(error) => problems.push((index, error)),
        }
    }
    let notebooks = notebook::by_people(pages).into_iter().map(|pages| {
        let (pages, files): (Vec<Page>, Vec<Analysis>) = pages.into_iter().unzip();
        let named = |index: usize| pages[index].named;
        let mut workspace = Workspace::notebook(files, scope, Some(now.date()), named);
        for (page, analysis) in pages.iter().zip(&mut workspace.files) {
            date_lines(&notes[page.note], analysis, now);
        }
        Notebook { pages, workspace }
    });
    (notebooks.collect(), problems)
}

/// Reads a new text of a note, whose agenda is judged or not as before.
pub(crate) fn reread(note: &Note, file: SourceFile, judged: bool, scope: Scope, now: DateTime) -> Analysis {
    let mut analysis = Analysis::new(file, &note.project.knowledge, scope);
    if !judged {
        analysis.judge_nothing();
    }
    date_lines(note, &mut analysis, now);
    analysis
}

/// Looks up when topics were written, where a rule asks for it.
fn date_lines(note: &Note, analysis: &mut Analysis, now: DateTime) {
    let runs = !note.context && note.project.linter.runs("late-agenda");
    if let Some(path) = note.path.as_ref().filter(|_| runs) {
        History::read(path, analysis, now.date()).tell(analysis, now);
    }
}

/// A notebook by itself: what people call it, its settings and its pages.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The path of its only file, or its folder with a `/`.
    pub name: String,
    /// The settings of its first file.
    pub project: Project,
    /// Which of the notebooks that these settings name it is.
    pub config: Option<usize>,
    /// The pages and what was read in them.
    pub notebook: Notebook,
}

/// The notebooks at a path, in the order of their paths, and whether all could be read. Files without
/// a dated meeting are left out.
pub(crate) fn open(
    path: &Path,
    global: &Global,
    day: Date,
    console: &mut Console,
) -> Result<(Vec<Opened>, bool), Failure> {
    let mut settings = settings(global, Selection::default());
    let listing = files::list(&[path.to_owned()]);
    for (path, problem) in &listing.problems {
        console.complain(&format!("{}: {problem}", files::shown(path)));
    }
    let mut notes = Vec::with_capacity(listing.notes.len());
    for listed in listing.notes {
        let note = Note::file(listed.path, listed.named, &mut settings)?;
        if listed.named || !settings.is_excluded(&note.project, &note.name) {
            notes.push(note);
        }
    }
    let (opened, complete) = open_notes(notes, &mut settings, day, console)?;
    Ok((opened, complete && listing.problems.is_empty()))
}

fn open_notes(
    notes: Vec<Note>,
    settings: &mut Settings,
    day: Date,
    console: &mut Console,
) -> Result<(Vec<Opened>, bool), Failure> {
    let mut opened = Vec::new();
    let (groups, mut complete) = gather(notes, settings, console)?;
    for notes in groups {
        let (notebooks, problems) = read(&notes, Scope::Next(Some(day)), day.to_datetime(Time::midnight()));
        for (note, problem) in problems {
            complete = false;
            console.complain(&format!("{}: {problem}", escape::line(&files::shown(&notes[note].name))));
        }
        let wanted = notebooks.into_iter().filter(|notebook| {
            let is_dated = !notebook.workspace.meetings().meetings().is_empty();
            is_dated && notebook.pages.iter().any(|page| !notes[page.note].context)
        });
        opened.extend(wanted.map(|notebook| {
            let first = &notes[notebook.pages[0].note];
            let config = settings.notebook_of(&first.project, &first.name);
            Opened { name: named(&notebook), project: first.project.clone(), config, notebook }
        }));
    }
    opened.sort_by(|one, other| one.name.cmp(&other.name));
    Ok((opened, complete))
}

/// The notebook that the config here names, be it begun or not.
#[derive(Debug)]
pub(crate) struct Configured {
    /// The settings that name it.
    pub project: Project,
    /// Which of their notebooks it is.
    pub index: usize,
    /// What is there of it.
    pub opened: Option<Opened>,
}

/// The notebook that the nearest config names for the note at `path` or, without one, for this
/// folder: the only one, or the one around it. None where the config names no notebook.
pub(crate) fn configured(
    path: Option<&Path>,
    global: &Global,
    day: Date,
    console: &mut Console,
) -> Result<Option<Configured>, Failure> {
    let mut settings = settings(global, Selection::default());
    let project = settings.project(path.unwrap_or(Path::new("./*")))?;
    let index = match path {
        Some(path) => settings.notebook_of(&project, path),
        None => here(&project, &settings)?,
    };
    let Some(index) = index else { return Ok(None) };
    let (notes, _) = of_config(&project, index, &mut settings, console)?;
    let (opened, _) = open_notes(notes, &mut settings, day, console)?;
    let opened = match opened.len() {
        0 | 1 => opened.into_iter().next(),
        _ => return Err(which(opened.iter().map(|opened| opened.name.as_str()))),
    };
    Ok(Some(Configured { project, index, opened }))
}

/// Which of the notebooks of a config is meant in this folder.
fn here(project: &Project, settings: &Settings) -> Result<Option<usize>, Failure> {
    let notebooks = &project.loaded.config.notebooks;
    if notebooks.len() < 2 {
        return Ok((!notebooks.is_empty()).then_some(0));
    }
    let here = settings.absolute(Path::new("."));
    let around = |notebook: &config::Notebook| notebook.places.iter().any(|at| here.starts_with(&at.path));
    let mut found = notebooks.iter().enumerate().filter(|(_, notebook)| around(notebook));
    if let (Some((index, _)), None) = (found.next(), found.next()) {
        return Ok(Some(index));
    }
    let places = notebooks.iter().filter_map(|notebook| notebook.places.first());
    let names: Vec<String> =
        places.map(|place| files::shown(&settings.seen_from_here(&place.path))).collect();
    Err(which(names.iter().map(String::as_str)))
}

fn which<'n>(names: impl Iterator<Item = &'n str>) -> Failure {
    let names = names.collect::<Vec<_>>().join(", ");
    Failure::Message(format!("which notebook? name one of {names}"))
}

/// The one notebook at a path.
pub(crate) fn open_one(
    path: &Path,
    global: &Global,
    day: Date,
    console: &mut Console,
) -> Result<Opened, Failure> {
    let (mut opened, _) = open(path, global, day, console)?;
    match opened.len() {
        1 => Ok(opened.remove(0)),
        0 => Err(Failure::Message(format!("{}: no meeting with a date was found", files::shown(path)))),
        _ => Err(which(opened.iter().map(|opened| opened.name.as_str()))),
    }
}

fn named(notebook: &Notebook) -> String {
    let first = notebook.pages[0].file.name();
    match (notebook.pages.len(), first.rsplit_once('/')) {
        (1, _) => first.to_owned(),
        (_, Some((folder, _))) => format!("{folder}/"),
        (_, None) => "./".to_owned(),
    }
}
