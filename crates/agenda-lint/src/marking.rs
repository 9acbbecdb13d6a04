//! Marks the findings of a run, and takes out those that its baseline knows.

use std::path::Path;

use agenda_lint_core::{analysis::Analysis, diagnostic::Diagnostic, files};

use crate::{
    Failure, Outcome,
    args::CheckArgs,
    baseline::{Baseline, DEFAULT_FILE, Gone},
    output::{Checked, Console, Format, Marks, counted},
    root::Root,
};

/// What findings are marked for.
#[derive(Debug)]
pub(crate) struct Marking {
    /// Whether anybody asks for marks.
    pub wanted: bool,
    root: Root,
    baseline: Option<Baseline>,
    /// Whether every rule runs that the baseline was written with.
    all_rules: bool,
}

/// What the baseline of a run knows of a file.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// How many of its findings.
    pub findings: usize,
    /// Findings that it no longer has.
    pub gone: Vec<Gone>,
}

impl Marking {
    /// Reads the baseline, if one is named.
    pub(crate) fn new(args: &CheckArgs, format: Format) -> Result<Self, Failure> {
        let baseline = match &args.baseline {
            Some(file) if args.write_baseline.is_none() => Some(Baseline::read(file)?),
            _ => None,
        };
        let wanted = format.is_for_ci() || args.write_baseline.is_some() || baseline.is_some();
        let all_rules = args.select.is_empty() && args.ignore.is_empty();
        Ok(Self { wanted, root: Root::find(), baseline, all_rules })
    }

    /// Marks the findings in the file named `name`, if anybody asks for marks or it has private parts.
    pub(crate) fn mark(&self, name: &Path, analysis: &Analysis, findings: &[Diagnostic]) -> Marks {
        if self.wanted || !analysis.document.private.is_empty() {
            Marks::new(self.root.path(name), analysis, findings)
        } else {
            Marks::default()
        }
    }

    /// Takes out what the baseline knows.
    pub(crate) fn subtract(&self, checked: &mut Checked) -> Known {
        self.baseline.as_ref().map(|baseline| baseline.subtract(checked)).unwrap_or_default()
    }

    /// Says what the baseline knows that is there no more: in the files of this run, and for files
    /// that are no more. A rule that does not run proves nothing.
    pub(crate) fn tell_gone(&self, mut gone: Vec<Gone>, console: &mut Console) {
        let Some(baseline) = self.baseline.as_ref().filter(|_| self.all_rules) else { return };
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

/// Writes a baseline if one is asked for; not where a note was not read, for its findings would be
/// new ones later.
pub(crate) fn write_baseline(
    args: &CheckArgs,
    baseline: &Baseline,
    failed: bool,
    console: &mut Console,
) -> Result<Option<Outcome>, Failure> {
    let Some(named) = &args.write_baseline else { return Ok(None) };
    if failed {
        console.complain("the baseline was not written, for not every note could be read");
        return Ok(Some(Outcome::Failed));
    }
    let file = named.as_deref().or(args.baseline.as_deref()).unwrap_or(Path::new(DEFAULT_FILE));
    baseline.write(file)?;
    console.note(&format!("{}: {} written", files::shown(file), counted(baseline.len(), "finding")));
    Ok(Some(Outcome::Clean))
}
