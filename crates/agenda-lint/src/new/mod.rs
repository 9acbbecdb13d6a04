//! `new`: the next meeting of a notebook, with what is open carried over.

mod insertion;
mod style;
mod target;
mod template;

use std::path::{Path, PathBuf};

use agenda_lint_core::{
    analysis::{self, Analysis, Scope, Workspace, notebook},
    config,
    files::{self, WriteError},
    notebook::{Handover, Overdue},
    text::SourceFile,
};
use jiff::civil::Date;
use minijinja::context;

use crate::{
    Failure, Outcome,
    args::{Global, NewArgs},
    notebooks::{self, Opened},
    output::{Console, escape},
    today::today,
};
use insertion::inserted;
use style::Style;
use target::Target;

const TEMPLATE: &str = include_str!("agenda.md.j2");

/// Runs the command.
pub(crate) fn run(args: &NewArgs, global: &Global, console: &mut Console) -> Result<Outcome, Failure> {
    let today = args.today.today.unwrap_or_else(today);
    let next = Next::of(args, global, today, console)?;
    let opened = next.opened.as_ref();
    let empty = Workspace::notebook(Vec::new(), Scope::All(None), Some(today), |_| false);
    let workspace = opened.map_or(&empty, |opened| &opened.notebook.workspace);
    let day = args.date.or_else(|| Handover::next_day(workspace, None, today)).unwrap_or(today);
    if workspace.meetings().meetings().iter().any(|(other, _)| *other == day) {
        return Err(Failure::Message(format!("there is a meeting on {day} already")));
    }
    let meeting = render(args, &next, workspace, [day, today])?;
    let within = match &next.target {
        &Target::Within(index) => opened.map(|opened| (opened, index)),
        _ => None,
    };
    let path = match (&next.target, within) {
        (_, Some((opened, index))) => PathBuf::from(opened.notebook.pages[index].file.name()),
        (Target::File(path), _) => path.clone(),
        (Target::Beside(pattern), _) => PathBuf::from(pattern.replace("{date}", &day.to_string())),
        (Target::Within(_), None) => return Ok(Outcome::Failed),
    };
    let name = escape::line(&files::shown(&path)).into_owned();
    if args.dry_run {
        console.print(&escape::text(&meeting))?;
        console.note(&format!("{name}: would get this meeting; nothing was written"));
        return Ok(Outcome::Clean);
    }
    let written = match within {
        Some((opened, index)) => {
            let page = &opened.notebook.pages[index];
            let Some(text) = inserted(&workspace.files[index], &meeting, day, opened) else {
                return Err(Failure::Message(format!(
                    "{name}: its meetings are bullets or quotes, where nothing is added for you; `--dry-run` prints the meeting"
                )));
            };
            match &page.identity {
                Some(identity) => files::write_note(&path, identity, &page.file.with_bom(&text)),
                None => return Ok(Outcome::Failed),
            }
        }
        None => next.make_folder(&path)?.and_then(|()| files::create_note(&path, &meeting)),
    };
    if let Err(error) = written {
        return Err(Failure::Message(format!("{name}: {error}")));
    }
    console.print(&escape::text(&meeting))?;
    console.note(&format!("{name}: the meeting on {day} was added"));
    if let Some(heading) = within.and_then(|(_, index)| announced(&workspace.files[index])) {
        let heading = escape::line(heading);
        console
            .note(&format!("{name}: what stands under `{heading}` stayed there; move it to the new meeting"));
    }
    Ok(Outcome::Clean)
}

/// The heading of a meeting without a day that stands above the dated ones.
fn announced(analysis: &Analysis) -> Option<&str> {
    let meetings = &analysis.document.meetings;
    let heading = meetings[analysis.document.announced()?].heading.as_ref().filter(|_| meetings.len() > 1);
    heading.map(|heading| heading.text.as_str())
}

/// What is known before a meeting is written.
struct Next {
    /// The notebook that the meeting belongs to, if it has begun.
    opened: Option<Opened>,
    target: Target,
    /// How meetings are held.
    plan: analysis::Plan,
    /// The config's notebook, with the folder out of which it may not lead.
    config: Option<(config::Notebook, PathBuf)>,
}

impl Next {
    fn of(args: &NewArgs, global: &Global, today: Date, console: &mut Console) -> Result<Self, Failure> {
        let file = args.file.as_deref();
        if file.is_none_or(|file| !file.exists())
            && let Some(found) = notebooks::configured(file, global, today, console)?
        {
            let notebook = found.project.loaded.config.notebooks[found.index].clone();
            let target = match (file, &found.opened) {
                (Some(file), _) => Target::File(file.to_owned()),
                (None, opened) => Target::configured(&notebook, opened.as_ref()),
            };
            let config = Some((notebook, found.project.loaded.root.clone()));
            return Ok(Self { opened: found.opened, target, plan: found.project.knowledge.plan, config });
        }
        let path = file.unwrap_or(Path::new("."));
        let opened = existing(path, global, today, console)?;
        let config = opened.as_ref().and_then(|opened| {
            let loaded = &opened.project.loaded;
            Some((loaded.config.notebooks[opened.config?].clone(), loaded.root.clone()))
        });
        let target = match &config {
            Some((notebook, _)) => Target::configured(notebook, opened.as_ref()),
            None => Target::at(path, opened.as_ref()),
        };
        let plan = opened.as_ref().map(|opened| opened.project.knowledge.plan).unwrap_or_default();
        Ok(Self { opened, target, plan, config })
    }

    /// The template that the user or the config gives.
    fn template(&self, args: &NewArgs) -> Result<Option<SourceFile>, Failure> {
        let configured =
            self.config.as_ref().and_then(|(notebook, root)| Some((notebook.template.as_ref()?, root)));
        let path = match (&args.template, configured) {
            (Some(path), _) => path,
            (None, Some((path, root))) => {
                inside(root, path)?;
                path
            }
            (None, None) => return Ok(None),
        };
        let read = files::read_note(path);
        let (file, _) = read.map_err(|error| {
            let name = escape::path(path);
            Failure::Message(format!("the template {name} cannot be read: {error}"))
        })?;
        Ok(Some(file))
    }

    /// Makes the folder of a new note where the config says that notes lie.
    fn make_folder(&self, note: &Path) -> Result<Result<(), WriteError>, Failure> {
        let Some((_, root)) = &self.config else { return Ok(Ok(())) };
        inside(root, note)?;
        Ok(files::create_folder(note))
    }
}

/// What a config names lies in its repository.
fn inside(root: &Path, path: &Path) -> Result<(), Failure> {
    if files::is_inside(root, path) {
        return Ok(());
    }
    Err(Failure::Message(format!("{}: it lies outside of the repository", escape::path(path))))
}

/// The notebook at a path that the user gave, if it has begun.
fn existing(
    path: &Path,
    global: &Global,
    day: Date,
    console: &mut Console,
) -> Result<Option<Opened>, Failure> {
    if path.exists() {
        let (opened, _) = notebooks::open(path, global, day, console)?;
        return match opened.len() {
            0 if path.is_dir() => Ok(None),
            _ => notebooks::open_one(path, global, day, console).map(Some),
        };
    }
    // A file to begin continues those beside it that are named alike.
    let Some(key) = notebook::path_key(&files::shown(path)) else { return Ok(None) };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Ok(None);
    }
    let (opened, _) = notebooks::open(folder, global, day, console)?;
    let alike = |opened: &Opened| {
        opened.notebook.pages.iter().any(|page| notebook::path_key(page.file.name()).as_ref() == Some(&key))
    };
    Ok(opened.into_iter().find(alike))
}

fn render(
    args: &NewArgs,
    next: &Next,
    workspace: &Workspace,
    [day, today]: [Date; 2],
) -> Result<String, Failure> {
    let custom = next.template(args)?;
    let opened = next.opened.as_ref();
    let handover = Handover::of(workspace, day, today);
    let style = Style::of(opened, day, args.with.as_deref());
    let plan = next.plan;
    let overdue = |of: &Overdue| context! { last => of.last.map(long) };
    let values = context! {
        heading => style.heading,
        level => style.level,
        bullet => style.bullet,
        date => day.to_string(),
        weekday => day.strftime("%A").to_string(),
        with => args.with.clone(),
        update_minutes => plan.update_minutes,
        discussion_minutes => plan.minutes.saturating_sub(plan.update_minutes),
        actions => handover.actions.iter().map(|of| context! { text => of.text.clone(), times => times(of.times) }).collect::<Vec<_>>(),
        dropped => handover.dropped,
        career => handover.career.as_ref().map(overdue),
        objectives => handover.objectives.iter().map(|(id, of)| context! { id => id, ..overdue(of) }).collect::<Vec<_>>(),
    };
    let text = template::fill(custom.as_ref().map_or(TEMPLATE, SourceFile::text), values);
    let text = text.map_err(|why| Failure::Message(format!("the template cannot be used: {why}")))?;
    Ok(tidy(&text))
}

/// No more than one blank line in a row, and one line end at the end.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for line in text.trim().lines() {
        if !(line.trim().is_empty() && tidy.ends_with("\n\n")) {
            tidy.push_str(line.trim_end());
            tidy.push('\n');
        }
    }
    tidy
}

fn times(times: usize) -> String {
    match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    }
}

fn long(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
