//! `check`: lints notes, and mends them if asked.

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace},
    config::Selection,
    diagnostic::Applicability,
    engine::Fixed,
    files,
};
use jiff::civil::{Date, DateTime, Time};

use crate::{
    Failure, Outcome,
    args::{CheckArgs, Global, ScopeArgs},
    baseline::{Baseline, Gone},
    diff, explain,
    input::{self, Note},
    job_page::JobPage,
    marking::{self, Known, Marking},
    notebooks::{self, Notebook, Page},
    output::{Checked, Console, Format, Statistics, Style, Summary, Writer, escape},
    run::each_notebook,
    settings::settings,
    today::{now, today},
};

/// Runs the command.
pub(crate) fn run(
    args: &CheckArgs,
    global: &Global,
    style: Style,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    let selection = Selection::new(&args.select, &args.ignore);
    let selection = selection.map_err(|name| Failure::Message(explain::unknown(name)))?;
    let mut settings = settings(global, selection);
    let (notes, complete) = input::notes(&args.files, &mut settings, console)?;
    let job = Job::new(args, style)?;
    let count = notes.len();
    let (notebooks, gathered) = notebooks::gather(notes, &mut settings, console)?;
    let complete = complete && gathered;
    let totals = job.run(&notebooks, args, console)?;

    let found = args.fail_on.severity().is_some_and(|severity| totals.summary.at_least(severity) > 0);
    let failed = !complete || totals.failed;
    if let Some(outcome) = marking::write_baseline(args, &totals.baseline, failed, console)? {
        return Ok(outcome);
    }
    if let Some(statistics) = &totals.statistics {
        console.print(&statistics.table())?;
    }
    console.flush()?;
    if count > 0 {
        console.note(&totals.summary.sentence());
    }
    if let Some(Err(error)) = totals.page.as_ref().map(|page| page.write(&totals.summary)) {
        console.complain(&format!("the job's summary was not written: {error}"));
    }
    job.marking.tell_gone(totals.gone, console);
    Ok(match () {
        () if failed => Outcome::Failed,
        () if found || totals.changes => Outcome::Found,
        () => Outcome::Clean,
    })
}

/// The meetings to judge, and the day to judge them on.
pub(crate) fn scope(args: ScopeArgs) -> (Scope, Date) {
    let day = args.today.unwrap_or_else(today);
    (if args.all_meetings { Scope::All(Some(day)) } else { Scope::Next(Some(day)) }, day)
}

/// What is done with each note.
#[derive(Debug)]
struct Job {
    scope: Scope,
    /// When the run is; the beginning of the day that was given for today.
    now: DateTime,
    fixes: Option<Applicability>,
    diff: bool,
    style: Style,
    writer: Writer,
    /// Whether findings are written at all.
    findings: bool,
    marking: Marking,
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
    known: Known,
    changed: bool,
    notice: Option<String>,
    failed: bool,
}

#[derive(Debug, Default)]
struct Totals {
    summary: Summary,
    /// How often each rule spoke, where that is asked for.
    statistics: Option<Statistics>,
    /// Whether a file could not be read or written.
    failed: bool,
    /// Whether a difference was shown.
    changes: bool,
    /// The findings for a new baseline.
    baseline: Baseline,
    gone: Vec<Gone>,
    page: Option<JobPage>,
}

impl Job {
    fn new(args: &CheckArgs, style: Style) -> Result<Self, Failure> {
        let (scope, _) = scope(args.scope);
        let given = args.scope.today.map(|today| today.to_datetime(Time::midnight()));
        let fixes = match (args.unsafe_fixes, args.fix || args.diff) {
            (true, _) => Some(Applicability::Unsafe),
            (false, true) => Some(Applicability::Safe),
            (false, false) => None,
        };
        let format = Format::or_fitting(args.format);
        Ok(Self {
            scope,
            now: given.unwrap_or_else(now),
            fixes,
            diff: args.diff,
            style,
            writer: Writer::new(format, style),
            findings: !args.statistics && !args.diff && args.write_baseline.is_none(),
            marking: Marking::new(args, format)?,
        })
    }

    fn run(
        &self,
        notebooks: &[Vec<Note>],
        args: &CheckArgs,
        console: &mut Console,
    ) -> Result<Totals, Failure> {
        let page = JobPage::of(Format::or_fitting(args.format)).filter(|_| self.findings);
        let statistics = args.statistics.then(Statistics::default);
        let mut totals = Totals { statistics, page, ..Totals::default() };
        let mut any = false;
        // A mended document has standard output for itself.
        let aside =
            self.fixes.is_some() && !self.diff && notebooks.iter().flatten().any(|note| note.path.is_none());
        let frame = |text: &str, console: &mut Console| {
            if aside && !text.is_empty() {
                console.complain_drawn(text);
                return Ok(());
            }
            console.print_raw(text)
        };
        if self.findings {
            frame(&self.writer.head(), console)?;
        }
        let write = |done: Result<Option<Done>, String>, console: &mut Console| match done {
            Ok(None) => Ok(()),
            Ok(Some(done)) => self.write(done, &mut any, &mut totals, console),
            Err(complaint) => {
                console.complain(&complaint);
                totals.failed = true;
                Ok(())
            }
        };
        each_notebook(notebooks, &args.files, console, |notes| self.together(notes), write)?;
        if self.findings {
            frame(&self.writer.tail(&totals.summary), console)?;
        }
        Ok(totals)
    }

    /// Writes what came of a note.
    fn write(
        &self,
        done: Done,
        any: &mut bool,
        totals: &mut Totals,
        console: &mut Console,
    ) -> Result<(), Failure> {
        totals.summary.add(&done.checked);
        totals.summary.fixed += done.made;
        totals.summary.known += done.known.findings;
        totals.gone.extend(done.known.gone);
        totals.baseline.add(&done.checked);
        if let Some(page) = &mut totals.page {
            page.add(&done.checked);
        }
        if let Some(statistics) = &mut totals.statistics {
            statistics.add(&done.checked);
        }
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

    /// The notes of one notebook, one result a note; none for one that is context only.
    fn together(&self, notes: &[Note]) -> Vec<Result<Option<Done>, files::ReadError>> {
        let (read, problems) = notebooks::read(notes, self.scope, self.now);
        let mut done: Vec<(usize, Result<Option<Done>, files::ReadError>)> = Vec::with_capacity(notes.len());
        done.extend(problems.into_iter().map(|(note, error)| (note, Err(error))));
        for Notebook { pages, mut workspace } in read {
            let of_page = |page: &Page| Some(&notes[page.note]).filter(|note| !note.context);
            let mut fixed = Vec::with_capacity(pages.len());
            for (index, page) in pages.iter().enumerate() {
                let wanted = of_page(page).zip(self.fixes);
                fixed.push(wanted.map(|(note, upto)| self.fix(note, &mut workspace, index, upto)));
            }
            // What is left is seen when all fixes are made: a finding may lie between two files.
            for (index, (page, fixed)) in pages.iter().zip(fixed).enumerate() {
                let came = of_page(page).map(|note| {
                    let findings = note.project.linter.check(&workspace, index);
                    let analysis = &workspace.files[index];
                    let marks = self.marking.mark(&note.name, analysis, &findings);
                    let checked = Checked { file: analysis.file.clone(), findings, marks };
                    match fixed {
                        None => self.done(checked),
                        Some(fixed) => self.mended(note, page, fixed, checked),
                    }
                });
                done.push((page.note, Ok(came)));
            }
        }
        done.sort_by_key(|(note, _)| *note);
        done.into_iter().map(|(_, done)| done).collect()
    }

    /// Makes the fixes of a note in its notebook.
    fn fix(&self, note: &Note, workspace: &mut Workspace, index: usize, upto: Applicability) -> Fixed {
        let judged = !workspace.files[index].agenda_places().is_empty();
        let again = |file| notebooks::reread(note, file, judged, self.scope, self.now);
        note.project.linter.fix(workspace, index, upto, again)
    }

    /// Writes a note whose fixes were made.
    fn mended(&self, note: &Note, page: &Page, fixed: Fixed, after: Checked) -> Done {
        let file = &page.file;
        let changed = after.file.text() != file.text();
        let mut done = if self.diff {
            let before = Analysis::new(file.clone(), &note.project.knowledge, self.scope).public_text();
            let public = file.with_text(before.unwrap_or_else(|| file.text().to_owned()));
            let text = diff::unified(&public, after.text(), self.style);
            let is_private = (changed && text.is_empty()).then(|| {
                format!("{}: only private parts would change, which are not shown", escape::line(file.name()))
            });
            Done { text, notice: is_private, ..self.done(after) }
        } else if let (Some(path), Some(identity), true) = (&note.path, &page.identity, changed) {
            let written = files::write_note(path, identity, &file.with_bom(after.file.text()));
            let mut done = self.done(after);
            if let Err(error) = written {
                done.notice = Some(format!("{}: {error}", escape::line(file.name())));
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
            let name = escape::line(done.checked.file.name()).into_owned();
            done.notice = Some(format!("{name}: its fixes undo each other, so none was made"));
            done.failed = true;
        }
        done
    }

    fn done(&self, mut checked: Checked) -> Done {
        let known = self.marking.subtract(&mut checked);
        let text = if self.findings { self.writer.file(&checked) } else { String::new() };
        Done { checked, text, document: None, made: 0, known, changed: false, notice: None, failed: false }
    }
}
