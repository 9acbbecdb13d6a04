//! Findings as text: one module a format, and one module through which all foreign text passes.

mod concise;
mod console;
mod draw;
pub(crate) mod escape;
mod frame;
mod full;
pub(crate) mod github;
mod gitlab;
mod json;
mod junit;
mod line;
mod mark;
mod rdjson;
mod sarif;
mod statistics;
mod style;
mod theme;
mod wrap;

use std::borrow::Cow;

use agenda_lint_core::{
    diagnostic::{Applicability, Diagnostic, Severity},
    text::SourceFile,
};

pub(crate) use console::Console;
pub(crate) use frame::{Frame, Frames, Source};
pub(crate) use json::{Place, list as json_list, pretty as pretty_json};
pub(crate) use mark::{Mark, Marks};
pub(crate) use statistics::Statistics;
pub(crate) use style::{Color, Style};

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// Each finding in its text, with what was recognised and how to put it right.
    Full,
    /// A line a finding.
    Concise,
    /// One JSON object.
    Json,
    /// A JSON object a finding, each on its own line.
    Ndjson,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions, and the job's summary.
    Github,
    /// The code quality report of GitLab.
    Gitlab,
    /// The XML of `JUnit`.
    Junit,
    /// Reviewdog's diagnostic format.
    Rdjson,
}

impl Format {
    /// The format that was asked for; where none was, the one that the surroundings understand.
    pub(crate) fn or_fitting(asked: Option<Self>) -> Self {
        let in_actions = || std::env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true");
        asked.unwrap_or_else(|| if in_actions() { Self::Github } else { Self::Full })
    }

    /// Whether others than the writer of the notes may read it: a service, a log.
    pub(crate) fn is_for_ci(self) -> bool {
        matches!(self, Self::Sarif | Self::Github | Self::Gitlab | Self::Junit | Self::Rdjson)
    }
}

/// A file with what was found in it.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The file.
    pub file: SourceFile,
    /// What was found, in the order of its places.
    pub findings: Vec<Diagnostic>,
    /// What formats for CI and baselines need beside; empty where nobody does.
    pub marks: Marks,
}

/// What was found in all files together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Summary {
    /// The files that were read.
    pub files: usize,
    /// Findings that are plainly wrong.
    pub errors: usize,
    /// Findings worth mending.
    pub warnings: usize,
    /// Findings worth knowing.
    pub infos: usize,
    /// Findings with a fix of any kind.
    pub fixable: usize,
    /// Findings with a fix that keeps the meaning.
    pub safely_fixable: usize,
    /// Fixes that were made.
    pub fixed: usize,
    /// Findings that the baseline knows, and that are counted nowhere else.
    pub known: usize,
}

impl Summary {
    /// Counts a file.
    pub(crate) fn add(&mut self, checked: &Checked) {
        self.files += 1;
        for finding in &checked.findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
            if let Some(fix) = &finding.fix {
                self.fixable += 1;
                self.safely_fixable += usize::from(fix.applicability == Applicability::Safe);
            }
        }
    }

    /// How many findings there are of at least this severity.
    pub(crate) fn at_least(&self, severity: Severity) -> usize {
        match severity {
            Severity::Info => self.errors + self.warnings + self.infos,
            Severity::Warning => self.errors + self.warnings,
            Severity::Error => self.errors,
        }
    }

    /// The summary in a sentence.
    pub(crate) fn sentence(&self) -> String {
        let files = counted(self.files, "file");
        let mut parts: Vec<String> =
            [(self.errors, "error"), (self.warnings, "warning"), (self.infos, "info")]
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, what)| counted(count, what))
                .collect();
        if parts.is_empty() {
            parts.push("nothing to improve".to_owned());
        }
        let fixed = if self.fixed > 0 { format!("; {} fixed", self.fixed) } else { String::new() };
        let more = match (self.safely_fixable, self.fixable - self.safely_fixable) {
            (0, 0) => String::new(),
            (safe, 0) => format!("; `--fix` mends {safe}"),
            (0, unsafe_) => format!("; `--unsafe-fixes` helps with {unsafe_}"),
            (safe, unsafe_) => format!("; `--fix` mends {safe}, `--unsafe-fixes` helps with {unsafe_} more"),
        };
        let known = if self.known > 0 { format!("; {} known", self.known) } else { String::new() };
        format!("{files}: {}{known}{fixed}{more}", parts.join(", "))
    }
}

/// "1 file", "2 files".
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Writes findings in one format.
#[derive(Debug)]
pub(crate) struct Writer {
    format: Format,
    frames: Option<Frames>,
    style: Style,
}

/// How many findings of one file the formats for people show.
const MOST_SHOWN: usize = 1000;

impl Writer {
    /// A writer of that format.
    pub(crate) fn new(format: Format, style: Style) -> Self {
        let frames = (format == Format::Full).then(|| Frames::new(style));
        Self { format, frames, style }
    }

    /// The findings of a file as text; may be called from several threads.
    pub(crate) fn file(&self, checked: &Checked) -> String {
        match (self.format, &self.frames) {
            (Format::Full, Some(frames)) => full::file(checked, frames),
            (Format::Full | Format::Concise, _) => concise::file(checked, self.style),
            (Format::Json, _) => json::file(checked),
            (Format::Ndjson, _) => json::lines(checked),
            (Format::Sarif, _) => sarif::file(checked),
            (Format::Github, _) => github::file(checked),
            (Format::Gitlab, _) => gitlab::file(checked),
            (Format::Junit, _) => junit::file(checked),
            (Format::Rdjson, _) => rdjson::file(checked),
        }
    }

    /// Whether people read this rather than programs.
    pub(crate) fn is_for_people(&self) -> bool {
        matches!(self.format, Format::Full | Format::Concise)
    }

    /// What stands before the texts of the files.
    pub(crate) fn head(&self) -> Cow<'static, str> {
        match self.format {
            Format::Json => json::HEAD.into(),
            Format::Sarif => sarif::head().into(),
            Format::Gitlab => gitlab::HEAD.into(),
            Format::Junit => junit::HEAD.into(),
            Format::Rdjson => rdjson::head().into(),
            Format::Full | Format::Concise | Format::Ndjson | Format::Github => "".into(),
        }
    }

    /// What stands between the texts of two files that are not empty.
    pub(crate) fn between(&self) -> &'static str {
        match self.format {
            Format::Json | Format::Sarif | Format::Gitlab | Format::Rdjson => json::BETWEEN,
            _ => "",
        }
    }

    /// What stands after the texts of the files.
    pub(crate) fn tail(&self, summary: &Summary) -> Cow<'static, str> {
        match self.format {
            Format::Json => json::tail(summary).into(),
            Format::Sarif => sarif::TAIL.into(),
            Format::Gitlab => gitlab::TAIL.into(),
            Format::Junit => junit::TAIL.into(),
            Format::Rdjson => rdjson::TAIL.into(),
            Format::Full | Format::Concise | Format::Ndjson | Format::Github => "".into(),
        }
    }
}

/// What says that not all findings are shown; empty if they are.
fn and_more(checked: &Checked) -> String {
    match checked.findings.len().saturating_sub(MOST_SHOWN) {
        0 => String::new(),
        more => format!("{}: and {more} more\n", escape::line(checked.file.name())),
    }
}

/// Adds a number in digits.
fn push_number(text: &mut String, number: usize) {
    let digit = |number: usize| char::from(b'0' + u8::try_from(number % 10).unwrap_or_default());
    match number {
        0..10 => {}
        10..100 => text.push(digit(number / 10)),
        _ => push_number(text, number / 10),
    }
    text.push(digit(number));
}

#[cfg(test)]
mod tests;
