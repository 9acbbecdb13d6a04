//! `new`: the next meeting of a notebook, with what is open carried over.

use std::path::{Path, PathBuf};

use agenda_lint_core::{
    analysis::{self, Analysis, Scope, Workspace, notebook},
    config,
    diagnostic::Applicability,
    document::Meeting,
    engine::Linter,
    files::{self, WriteError},
    notebook::{Handover, Overdue},
    rules::RulesConfig,
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

mod template;

const TEMPLATE: &str = include_str!("agenda.md.j2");

/// Runs the command.
pub(crate) fn run(args: &NewArgs, global: &Global, console: &mut Console) -> Result<Outcome, Failure> {
    let today = args.today.today.unwrap_or_else(today);
    let next = Next::of(args, global, today, console)?;
    let opened = next.opened.as_ref();
    let empty = Workspace::notebook(Vec::new(), Scope::All, Some(today), |_| false);
    let workspace = opened.map_or(&empty, |opened| &opened.notebook.workspace);
    let day = args.date.or_else(|| Handover::next_day(workspace, None, today)).unwrap_or(today);
    if workspace.meetings().meetings().iter().any(|(other, _)| *other == day) {
        return Err(Failure::Message(format!("there is a meeting on {day} already")));
    }
    let meeting = render(args, &next, workspace, [day, today])?;
    let (path, text, before) = match &next.target {
        &Target::Within(index) => {
            let Some(opened) = opened else { return Ok(Outcome::Failed) };
            let page = &opened.notebook.pages[index];
            let text = inserted(&workspace.files[index], &meeting, day, opened);
            (PathBuf::from(page.file.name()), text, Some(page))
        }
        Target::File(path) => (path.clone(), meeting.clone(), None),
        Target::Beside(pattern) => {
            (PathBuf::from(pattern.replace("{date}", &day.to_string())), meeting.clone(), None)
        }
    };
    let name = escape::line(&files::shown(&path)).into_owned();
    if args.dry_run {
        console.print(&escape::text(&meeting))?;
        console.note(&format!("{name}: would get this meeting; nothing was written"));
        return Ok(Outcome::Clean);
    }
    let written = match before {
        Some(page) => match &page.identity {
            Some(identity) => files::write_note(&path, identity, &page.file.with_bom(&text)),
            None => return Ok(Outcome::Failed),
        },
        None => next.make_folder(&path)?.and_then(|()| files::create_note(&path, &text)),
    };
    if let Err(error) = written {
        return Err(Failure::Message(format!("{name}: {error}")));
    }
    console.print(&escape::text(&meeting))?;
    console.note(&format!("{name}: the meeting on {day} was added"));
    Ok(Outcome::Clean)
}

/// Where the meeting goes.
enum Target {
    /// Into a file of the notebook, which holds several meetings.
    Within(usize),
    /// Into a file to begin.
    File(PathBuf),
    /// Into a file beside the others, named as they are.
    Beside(String),
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
                (None, opened) => configured_target(&notebook, opened.as_ref()),
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
            Some((notebook, _)) => configured_target(notebook, opened.as_ref()),
            None => target(path, opened.as_ref()),
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

/// Where the config has the next meeting go.
fn configured_target(notebook: &config::Notebook, opened: Option<&Opened>) -> Target {
    if let Some(name) = &notebook.name {
        return Target::Beside(files::shown(name));
    }
    if let Some(opened) = opened {
        return after_latest(opened);
    }
    let place = notebook.places.first().map(|place| place.path.clone()).unwrap_or_default();
    match place.extension() {
        Some(_) => Target::File(place),
        None => Target::Beside(files::shown(&place.join("{date}.md"))),
    }
}

fn target(path: &Path, opened: Option<&Opened>) -> Target {
    if !path.exists() {
        return Target::File(path.to_owned());
    }
    match opened {
        Some(opened) => after_latest(opened),
        None => Target::Beside(files::shown(&path.join("{date}.md"))),
    }
}

/// Into the file of the latest meeting, or beside it where each meeting has a file of its own.
fn after_latest(opened: &Opened) -> Target {
    let last = opened.notebook.workspace.meetings().meetings().last();
    let index = last.map_or(0, |(_, place)| place.file);
    let name = opened.notebook.pages[index].file.name();
    if let Some(pattern) = notebook::dated_name(name) {
        return Target::Beside(pattern);
    }
    let is_whole_file =
        last.is_some_and(|&(_, place)| opened.notebook.workspace.meeting(place).heading.is_none());
    if is_whole_file && opened.notebook.pages.len() > 1 {
        let folder = name.rfind('/').map_or("", |end| &name[..=end]);
        return Target::Beside(format!("{folder}{{date}}.md"));
    }
    Target::Within(index)
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

/// How the notebook writes its meetings.
struct Style {
    heading: String,
    /// The marks of a section's heading.
    level: String,
    bullet: &'static str,
}

impl Style {
    /// As the latest meeting has it.
    fn of(opened: Option<&Opened>, day: Date, with: Option<&str>) -> Self {
        let first = || Self {
            heading: with.map_or_else(|| format!("# {day}"), |with| format!("# {day} · {with}")),
            level: "##".to_owned(),
            bullet: "-",
        };
        let Some(opened) = opened else { return first() };
        let workspace = &opened.notebook.workspace;
        let Some(&(last, place)) = workspace.meetings().meetings().last() else { return first() };
        let analysis = &workspace.files[place.file];
        let meeting = workspace.meeting(place);
        let items = meeting.sections.iter().flat_map(|section| &section.items);
        let marks: Vec<&str> = items.map(|item| analysis.file.slice(item.span)).collect();
        let bullet = ["* ", "+ "].into_iter().find(|mark| marks.iter().any(|item| item.starts_with(mark)));
        let bullet = bullet.map_or("-", |mark| if mark == "* " { "*" } else { "+" });
        let Some(heading) = &meeting.heading else { return Self { bullet, ..first() } };
        let level = usize::from(heading.level.clamp(1, 4));
        Self {
            heading: dated_heading(analysis, meeting, level, last, day),
            level: "#".repeat(level + 1),
            bullet,
        }
    }
}

/// The heading of the latest meeting with another date, in the same form where that is a common one.
fn dated_heading(analysis: &Analysis, meeting: &Meeting, level: usize, last: Date, day: Date) -> String {
    const FORMS: [&str; 8] = [
        "%Y-%m-%d",
        "%-d %B %Y",
        "%B %-d, %Y",
        "%-d %b %Y",
        "%d %B %Y",
        "%d.%m.%Y",
        "%b %-d, %Y",
        "%Y/%m/%d",
    ];
    let marks = "#".repeat(level);
    let plain = format!("{marks} {day}");
    let (Some(heading), Some(dated)) = (&meeting.heading, &meeting.date) else { return plain };
    let (start, end) = (heading.span.start(), heading.span.end());
    if dated.span.start() < start || dated.span.end() > end || dated.span.is_empty() {
        // The day stands elsewhere: in the name of the note.
        let is_name = analysis.document.one_on_one;
        return if is_name { analysis.file.slice(heading.span).to_owned() } else { plain };
    }
    let file = &analysis.file;
    let written = file.slice(dated.span);
    let Some(form) = FORMS.iter().find(|form| last.strftime(form).to_string() == written) else {
        return plain;
    };
    let text = file.text();
    let around = [&text[start..dated.span.start()], &text[dated.span.end()..end]];
    let names_weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .iter()
        .any(|weekday| around.iter().any(|part| part.to_lowercase().contains(weekday)));
    if names_weekday || !around[0].starts_with('#') || around[1].contains('\n') {
        return plain;
    }
    format!("{}{}{}", around[0], day.strftime(form), around[1])
}

/// The text of a file with the meeting at the end where new ones stand, listed in its table of
/// contents if it has one.
fn inserted(analysis: &Analysis, meeting: &str, day: Date, opened: &Opened) -> String {
    let text = analysis.file.text();
    let meetings: Vec<&Meeting> = analysis
        .document
        .meetings
        .iter()
        .filter(|meeting| !meeting.template && meeting.heading.is_some())
        .collect();
    let days: Vec<Date> = meetings.iter().filter_map(|meeting| meeting.day()).collect();
    let oldest_first = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first != last => first < last,
        _ => opened.project.knowledge.plan.order == agenda_lint_core::analysis::Order::OldestFirst,
    };
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let meeting = meeting.replace('\n', newline);
    let edge = if oldest_first { meetings.last() } else { meetings.first() };
    let Some(edge) = edge else { return format!("{}{newline}{newline}{meeting}", text.trim_end()) };
    let at = if oldest_first { edge.span.end() } else { edge.span.start() };
    let (before, after) = text.split_at(at);
    // Where a line parts the meetings, one parts the new one, too.
    let ruled = text[..meetings.first().map_or(0, |first| first.span.start())].trim_end().ends_with("\n---")
        || meetings.iter().skip(1).any(|other| text[..other.span.start()].trim_end().ends_with("\n---"));
    let rule = if ruled { format!("---{newline}{newline}") } else { String::new() };
    let text = if oldest_first {
        let before = before.trim_end().trim_end_matches("---").trim_end();
        let after = after.trim_start();
        let gap = if after.is_empty() { String::new() } else { format!("{newline}{after}") };
        format!("{before}{newline}{newline}{rule}{meeting}{gap}")
    } else {
        format!("{before}{meeting}{newline}{rule}{after}")
    };
    listed(&analysis.file.with_text(text), day, opened)
}

/// The text with every meeting in its table of contents.
fn listed(file: &SourceFile, day: Date, opened: &Opened) -> String {
    let linter = Linter::new(
        RulesConfig::default().active(|rule, _| rule.severity.filter(|_| rule.name == "unlisted-meeting")),
    );
    let knowledge = &opened.project.knowledge;
    let mut alone = Workspace::single(file.clone(), knowledge, Scope::All, Some(day));
    linter.fix(&mut alone, 0, Applicability::Safe, |file| Analysis::new(file, knowledge, Scope::All));
    alone.files[0].file.text().to_owned()
}
