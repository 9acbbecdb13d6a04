//! `check`: lints notes, and mends them if asked.

use std::{
    panic::{self, AssertUnwindSafe},
    time::{Duration, Instant},
};

use agenda_lint_core::{
    analysis::{Scope, Workspace},
    config::Selection,
    diagnostic::Applicability,
    files::{self, Identity},
    text::SourceFile,
};
use jiff::civil::Date;
use rayon::prelude::*;

use crate::{
    Failure, Outcome,
    args::{CheckArgs, Global, ScopeArgs},
    diff, explain,
    input::{self, Note},
    notebooks::{self, Notebook},
    output::{Checked, Console, Statistics, Style, Summary, Writer, escape},
    reason,
    settings::Settings,
    today::today,
};

/// How many files are read before their findings are written.
const BATCH: usize = 256;

/// After which time a run on a terminal says how far it is.
const LONG: Duration = Duration::from_millis(1500);

/// Runs the command.
pub(crate) fn run(
    args: &CheckArgs,
    global: &Global,
    style: Style,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    let selection = Selection::new(&args.select, &args.ignore);
    let selection = selection.map_err(|name| Failure::Message(explain::unknown(name)))?;
    let mut settings = Settings::new(global, selection);
    let (notes, complete) = input::notes(&args.files, &mut settings, console)?;
    let job = Job::new(args, style);
    let count = notes.len();
    let notebooks = notebooks::gather(notes);
    let totals = in_pool(args, count, |parallel| job.run(&notebooks, parallel, console))?;

    if args.statistics {
        console.print(&totals.statistics.table())?;
    }
    console.flush()?;
    if count > 0 {
        console.note(&totals.summary.sentence());
    }
    let found = args.fail_on.severity().is_some_and(|severity| totals.summary.at_least(severity) > 0);
    Ok(match () {
        () if !complete || totals.failed => Outcome::Failed,
        () if found || totals.changes => Outcome::Found,
        () => Outcome::Clean,
    })
}

/// The meetings to judge, and the day to judge them on.
pub(crate) fn scope(args: ScopeArgs) -> (Scope, Date) {
    let day = args.today.unwrap_or_else(today);
    (if args.all_meetings { Scope::All } else { Scope::Next(Some(day)) }, day)
}

/// Runs `work` on as many threads as were asked for; on none of their own for a single file.
fn in_pool<T: Send>(args: &CheckArgs, notes: usize, work: impl FnOnce(bool) -> T + Send) -> T {
    let jobs = args.files.jobs.map_or(0, usize::from);
    if notes < 2 || jobs == 1 {
        return work(false);
    }
    match rayon::ThreadPoolBuilder::new().num_threads(jobs).build() {
        Ok(pool) => pool.install(|| work(true)),
        // A system that gives no threads still has one.
        Err(_) => work(false),
    }
}

/// What is done with each note.
#[derive(Debug)]
struct Job {
    scope: Scope,
    day: Date,
    fixes: Option<Applicability>,
    diff: bool,
    style: Style,
    writer: Writer,
    /// Whether findings are written at all.
    findings: bool,
}

/// What came of a note.
#[derive(Debug)]
struct Done {
    checked: Checked,
    /// The findings, or the difference that fixes make.
    text: String,
    /// The text of standard input after fixing.
    document: Option<String>,
    made: usize,
    changed: bool,
    notice: Option<String>,
    failed: bool,
}

#[derive(Debug, Default)]
struct Totals {
    summary: Summary,
    statistics: Statistics,
    /// Whether a file could not be read or written.
    failed: bool,
    /// Whether a difference was shown.
    changes: bool,
}

impl Job {
    fn new(args: &CheckArgs, style: Style) -> Self {
        let (scope, day) = scope(args.scope);
        let fixes = match (args.unsafe_fixes, args.fix || args.diff) {
            (true, _) => Some(Applicability::Unsafe),
            (false, true) => Some(Applicability::Safe),
            (false, false) => None,
        };
        let writer = Writer::new(args.format, style);
        Self { scope, day, fixes, diff: args.diff, style, writer, findings: !args.statistics && !args.diff }
    }

    fn run(&self, notebooks: &[Vec<Note>], parallel: bool, console: &mut Console) -> Result<Totals, Failure> {
        let start = Instant::now();
        let mut totals = Totals::default();
        let mut any = false;
        let mut read = 0;
        if self.findings {
            console.print_raw(self.writer.head())?;
        }
        for batch in batches(notebooks) {
            let work = |notes: &Vec<Note>| self.notebook(notes);
            let done: Vec<_> = if parallel {
                batch.par_iter().map(work).collect()
            } else {
                batch.iter().map(work).collect()
            };
            for done in done.into_iter().flatten() {
                read += 1;
                self.write(done, &mut any, &mut totals, console)?;
            }
            if start.elapsed() > LONG {
                console.progress(&format!("{read} files read"));
            }
        }
        console.progress("");
        if self.findings {
            console.print_raw(&self.writer.tail(&totals.summary))?;
        }
        Ok(totals)
    }

    /// Writes what came of a note.
    fn write(
        &self,
        done: Result<Done, String>,
        any: &mut bool,
        totals: &mut Totals,
        console: &mut Console,
    ) -> Result<(), Failure> {
        let done = match done {
            Ok(done) => done,
            Err(complaint) => {
                console.complain(&complaint);
                totals.failed = true;
                return Ok(());
            }
        };
        totals.summary.add(&done.checked);
        totals.summary.fixed += done.made;
        totals.statistics.add(&done.checked);
        totals.failed |= done.failed;
        totals.changes |= self.diff && done.changed;
        if !done.text.is_empty() {
            if std::mem::replace(any, true) && self.findings {
                console.print_raw(self.writer.between())?;
            }
            match &done.document {
                // The document has standard output for itself.
                Some(_) => console.complain_drawn(&done.text),
                None if self.writer.is_for_people() || self.diff => console.print(&done.text)?,
                None => console.print_raw(&done.text)?,
            }
        }
        if let Some(document) = &done.document {
            console.print_raw(document)?;
        }
        if let Some(notice) = done.notice {
            console.complain(&notice);
        }
        Ok(())
    }

    /// A fault of ours in one file is told, and the others are still checked.
    fn guarded(&self, note: &Note) -> Result<Done, String> {
        let name = || escape::line(&files::shown(&note.name)).into_owned();
        let done = panic::catch_unwind(AssertUnwindSafe(|| self.one(note)));
        match done {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(error)) => Err(format!("{}: {error}", name())),
            Err(panic) => {
                Err(format!("{}: agenda-lint met a fault of its own: {}", name(), reason(panic.as_ref())))
            }
        }
    }

    /// The notes of one notebook.
    fn notebook(&self, notes: &[Note]) -> Vec<Result<Done, String>> {
        let together = |notes| panic::catch_unwind(AssertUnwindSafe(|| self.together(notes)));
        match notes {
            [note] => vec![self.guarded(note)],
            // If one of them brings us down, the others are still checked, each by itself.
            notes => {
                together(notes).unwrap_or_else(|_| notes.iter().map(|note| self.guarded(note)).collect())
            }
        }
    }

    fn together(&self, notes: &[Note]) -> Vec<Result<Done, String>> {
        let (read, problems) = notebooks::read(notes, self.scope, self.day);
        let complaint = |(index, error): (usize, files::ReadError)| {
            (index, Err(format!("{}: {error}", escape::line(&files::shown(&notes[index].name)))))
        };
        let mut done: Vec<(usize, Result<Done, String>)> = problems.into_iter().map(complaint).collect();
        for Notebook { pages, workspace } in read {
            for (index, page) in pages.into_iter().enumerate() {
                let (note, linter) = (page.note, &notes[page.note].project.linter);
                let findings = linter.check(&workspace, index);
                let judged = !workspace.files[index].agenda_places().is_empty();
                let came = match self.fixes {
                    None => self.done(Checked { file: page.file, findings }),
                    Some(upto) => self.mend(&notes[note], page.file, page.identity, upto, judged),
                };
                done.push((note, Ok(came)));
            }
        }
        done.sort_by_key(|(note, _)| *note);
        done.into_iter().map(|(_, done)| done).collect()
    }

    fn one(&self, note: &Note) -> Result<Done, files::ReadError> {
        let (file, identity) = note.read()?;
        if let Some(upto) = self.fixes {
            return Ok(self.mend(note, file, identity, upto, true));
        }
        let workspace = Workspace::single(file.clone(), &note.project.knowledge, self.scope, Some(self.day));
        let findings = note.project.linter.check(&workspace, 0);
        Ok(self.done(Checked { file, findings }))
    }

    /// Makes the fixes of a note. What it leaves to find is what the note shows by itself; where the
    /// next meeting of the notebook stands in another file, this one is not `judged`.
    fn mend(
        &self,
        note: &Note,
        file: SourceFile,
        identity: Option<Identity>,
        upto: Applicability,
        judged: bool,
    ) -> Done {
        let workspace = |file| {
            let mut workspace = Workspace::single(file, &note.project.knowledge, self.scope, Some(self.day));
            if !judged {
                workspace.files[0].judge_nothing();
            }
            workspace
        };
        let fixed = note.project.linter.fix(&file, upto, workspace);
        let changed = fixed.file.text() != file.text();
        let after = Checked { file: fixed.file, findings: fixed.left };
        let mut done = if self.diff {
            let text = diff::unified(&file, after.file.text(), self.style);
            Done { text, ..self.done(after) }
        } else if let (Some(path), Some(identity), true) = (&note.path, identity, changed) {
            let written = files::write_note(path, &identity, &file.with_bom(after.file.text()));
            let mut done = self.done(after);
            if let Err(error) = written {
                done.notice = Some(format!("{}: {error}", file.name()));
                done.failed = true;
            }
            done
        } else {
            let document = note.path.is_none().then(|| file.with_bom(after.file.text()));
            Done { document, ..self.done(after) }
        };
        done.changed = changed;
        done.made = if self.diff || done.failed { 0 } else { fixed.made };
        if !fixed.settled {
            done.notice =
                Some(format!("{}: the fixes did not settle; some are left", done.checked.file.name()));
        }
        done
    }

    fn done(&self, checked: Checked) -> Done {
        let text = if self.findings { self.writer.file(&checked) } else { String::new() };
        Done { checked, text, document: None, made: 0, changed: false, notice: None, failed: false }
    }
}

/// Notebooks in portions of at least [`BATCH`] files, none of them parted.
fn batches(notebooks: &[Vec<Note>]) -> impl Iterator<Item = &[Vec<Note>]> {
    let mut rest = notebooks;
    std::iter::from_fn(move || {
        let mut files = 0;
        let fits = |notes: &&Vec<Note>| {
            let is_room = files < BATCH;
            files += notes.len();
            is_room
        };
        let (batch, after) = rest.split_at(rest.iter().take_while(fits).count());
        rest = after;
        (!batch.is_empty()).then_some(batch)
    })
}
