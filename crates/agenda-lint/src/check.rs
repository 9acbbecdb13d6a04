//! `check`: lints notes, and mends them if asked.

use std::path::Path;

use agenda_lint_core::{
    analysis::{Scope, Workspace},
    config::Selection,
    diagnostic::{Applicability, Diagnostic},
    files,
};
use jiff::civil::Date;

use crate::{
    Failure, Outcome,
    args::{CheckArgs, Global, ScopeArgs},
    baseline::{self, Baseline, Gone},
    diff, explain,
    input::{self, Note},
    job_page::JobPage,
    output::{Checked, Console, Format, Marks, Statistics, Style, Summary, Writer, counted},
    root::Root,
    run::each,
    settings::Settings,
    today::today,
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
    let mut settings = Settings::new(global, selection);
    let (notes, complete) = input::notes(&args.files, &mut settings, console)?;
    let job = Job::new(args, style)?;
    let totals = job.run(&notes, args, console)?;

    let found = args.fail_on.severity().is_some_and(|severity| totals.summary.at_least(severity) > 0);
    let failed = !complete || totals.failed;
    if let Some(named) = &args.write_baseline {
        let file = baseline::target(named.as_ref(), args.baseline.as_ref());
        return totals.write_baseline(&file, failed, console);
    }
    if args.statistics {
        console.print(&totals.statistics.table())?;
    }
    console.flush()?;
    if !notes.is_empty() {
        console.note(&totals.summary.sentence());
    }
    if let Some(Err(error)) = totals.page.as_ref().map(|page| page.write(&totals.summary)) {
        console.complain(&format!("the job's summary was not written: {error}"));
    }
    job.tell_gone(args, totals.gone, console);
    Ok(match () {
        () if failed => Outcome::Failed,
        () if found || totals.changes => Outcome::Found,
        () => Outcome::Clean,
    })
}

/// The meetings to judge, and the day to judge them on.
pub(crate) fn scope(args: ScopeArgs) -> (Scope, Date) {
    let day = args.today.unwrap_or_else(today);
    (if args.all_meetings { Scope::All } else { Scope::Next(Some(day)) }, day)
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
    root: Root,
    /// Whether findings are marked.
    marks: bool,
    baseline: Option<Baseline>,
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
    /// How many findings the baseline knows, and what it knows that is there no more.
    known: (usize, Vec<Gone>),
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
    /// The findings for a new baseline.
    baseline: Baseline,
    gone: Vec<Gone>,
    page: Option<JobPage>,
}

impl Totals {
    /// Writes the findings to a baseline; not where some were not seen, for those would be new ones
    /// later.
    fn write_baseline(&self, file: &Path, failed: bool, console: &mut Console) -> Result<Outcome, Failure> {
        if failed {
            console.complain("the baseline was not written, for not every note could be read");
            return Ok(Outcome::Failed);
        }
        self.baseline.write(file)?;
        let findings = counted(self.baseline.len(), "finding");
        console.note(&format!("{}: {findings} written", files::shown(file)));
        Ok(Outcome::Clean)
    }
}

impl Job {
    fn new(args: &CheckArgs, style: Style) -> Result<Self, Failure> {
        let (scope, day) = scope(args.scope);
        let fixes = match (args.unsafe_fixes, args.fix || args.diff) {
            (true, _) => Some(Applicability::Unsafe),
            (false, true) => Some(Applicability::Safe),
            (false, false) => None,
        };
        let writer = Writer::new(Format::or_fitting(args.format), style);
        let writes_baseline = args.write_baseline.is_some();
        let baseline = match &args.baseline {
            Some(file) if !writes_baseline => Some(Baseline::read(file)?),
            _ => None,
        };
        Ok(Self {
            scope,
            day,
            fixes,
            diff: args.diff,
            style,
            marks: writer.is_for_ci() || writes_baseline || baseline.is_some(),
            writer,
            findings: !args.statistics && !args.diff && !writes_baseline,
            root: Root::find(),
            baseline,
        })
    }

    fn run(&self, notes: &[Note], args: &CheckArgs, console: &mut Console) -> Result<Totals, Failure> {
        let page = JobPage::of(Format::or_fitting(args.format)).filter(|_| self.findings);
        let mut totals = Totals { page, ..Totals::default() };
        let mut any = false;
        if self.findings {
            console.print_raw(&self.writer.head())?;
        }
        let write = |done: Result<Done, String>, console: &mut Console| match done {
            Ok(done) => self.write(done, &mut any, &mut totals, console),
            Err(complaint) => {
                console.complain(&complaint);
                totals.failed = true;
                Ok(())
            }
        };
        each(notes, &args.files, console, |note| self.one(note), write)?;
        if self.findings {
            console.print_raw(&self.writer.tail(&totals.summary))?;
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
        totals.summary.known += done.known.0;
        totals.gone.extend(done.known.1);
        totals.baseline.add(&done.checked);
        if let Some(page) = &mut totals.page {
            page.add(&done.checked);
        }
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

    fn one(&self, note: &Note) -> Result<Done, files::ReadError> {
        let (file, identity) = note.read()?;
        let knowledge = &note.project.knowledge;
        let workspace = |file| Workspace::single(file, knowledge, self.scope, Some(self.day));
        let Some(upto) = self.fixes else {
            let workspace = workspace(file.clone());
            let findings = note.project.linter.check(&workspace, 0);
            let marks = self.marks(note, &findings, || workspace);
            return Ok(self.done(Checked { file, findings, marks }));
        };
        let fixed = note.project.linter.fix(&file, upto, workspace);
        let marks = self.marks(note, &fixed.left, || workspace(fixed.file.clone()));
        let changed = fixed.file.text() != file.text();
        let after = Checked { file: fixed.file, findings: fixed.left, marks };
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
        Ok(done)
    }

    /// Marks the findings, where somebody asks for marks.
    fn marks(&self, note: &Note, findings: &[Diagnostic], read: impl FnOnce() -> Workspace) -> Marks {
        let path = || self.root.path(&note.name);
        if self.marks { Marks::new(path(), &read().files[0], findings) } else { Marks::default() }
    }

    fn done(&self, mut checked: Checked) -> Done {
        let known = self.baseline.as_ref().map(|baseline| baseline.subtract(&mut checked));
        let text = if self.findings { self.writer.file(&checked) } else { String::new() };
        Done {
            checked,
            text,
            document: None,
            made: 0,
            known: known.unwrap_or_default(),
            changed: false,
            notice: None,
            failed: false,
        }
    }

    /// Says what the baseline knows that is there no more. Rules that did not run prove nothing.
    fn tell_gone(&self, args: &CheckArgs, mut gone: Vec<Gone>, console: &mut Console) {
        let Some(baseline) =
            self.baseline.as_ref().filter(|_| args.select.is_empty() && args.ignore.is_empty())
        else {
            return;
        };
        gone.extend(baseline.without_file(|path| self.root.exists(path)));
        gone.sort();
        for gone in &gone {
            console.note(&gone.to_string());
        }
        if !gone.is_empty() {
            console.note("`--write-baseline` takes out what no longer occurs");
        }
    }
}
