//! Notes that belong together, read together.

use std::{path::Path, sync::Arc};

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace, notebook},
    config::Selection,
    files::{self, Identity, Project, ReadError},
    text::SourceFile,
};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::{
    Failure,
    args::Global,
    input::Note,
    output::{Console, escape},
    settings::settings,
};

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
        let mut workspace = Workspace::notebook(files, scope, Some(day), named);
        for (page, analysis) in pages.iter().zip(&mut workspace.files) {
            let note = &notes[page.note];
            if let Some(path) = note.path.as_ref().filter(|_| note.project.linter.runs("late-agenda")) {
                date_lines(path, analysis, day);
            }
        }
        Notebook { pages, workspace }
    });
    (notebooks.collect(), problems)
}

/// Looks up when the topics of the judged meetings were written, where a meeting is near.
fn date_lines(path: &Path, analysis: &mut Analysis, today: Date) {
    /// For how many days before today, and after, that is worth a look into the history.
    const NEAR: i32 = 15;
    let near = analysis.agenda_places().iter().filter(|&&meeting| {
        let day = analysis.document.meetings[meeting].day();
        day.is_some_and(|day| (day - today).get_days().abs() < NEAR)
    });
    let starts: Vec<usize> = near
        .flat_map(|&meeting| analysis.topics_of(meeting))
        .map(|topic| topic.item().span.start())
        .collect();
    let file = &analysis.file;
    let lines: Vec<&str> = starts.iter().map(|&start| file.line(file.line_index(start))).collect();
    if lines.is_empty() {
        return;
    }
    let Some(written) = files::first_committed(path, &lines) else { return };
    // What is not committed yet comes now: today, at the earliest.
    let now = today.to_datetime(jiff::civil::Time::midnight());
    analysis.set_written(starts.into_iter().zip(written.into_iter().map(|written| written.unwrap_or(now))));
}

/// A notebook by itself: what people call it, its settings and its pages.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The path of its only file, or its folder with a `/`.
    pub name: String,
    /// The settings of its first file.
    pub project: Project,
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
    let mut complete = listing.problems.is_empty();
    for (path, problem) in &listing.problems {
        console.complain(&format!("{}: {problem}", files::shown(path)));
    }
    let mut notes = Vec::with_capacity(listing.notes.len());
    for listed in listing.notes {
        let note = Note::file(listed.path, false, &mut settings)?;
        if listed.named || !settings.is_excluded(&note.project, &note.name) {
            notes.push(note);
        }
    }
    let mut opened = Vec::new();
    for notes in gather(notes) {
        let (notebooks, problems) = read(&notes, Scope::Next(Some(day)), day);
        for (note, problem) in problems {
            complete = false;
            console.complain(&format!("{}: {problem}", escape::line(&files::shown(&notes[note].name))));
        }
        let dated =
            notebooks.into_iter().filter(|notebook| !notebook.workspace.meetings().meetings().is_empty());
        opened.extend(dated.map(|notebook| Opened {
            name: named(&notebook),
            project: notes[notebook.pages[0].note].project.clone(),
            notebook,
        }));
    }
    opened.sort_by(|one, other| one.name.cmp(&other.name));
    Ok((opened, complete))
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
        _ => {
            let names: Vec<&str> = opened.iter().map(|opened| opened.name.as_str()).collect();
            let names = names.join(", ");
            Err(Failure::Message(format!("{}: which notebook? name one of {names}", files::shown(path))))
        }
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
