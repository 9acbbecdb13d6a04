//! The page that a job of GitHub Actions shows of itself, to which each of its steps may add.

use std::{
    env,
    fs::OpenOptions,
    io::{self, Write},
    path::PathBuf,
};

use crate::output::{Checked, Format, Summary, github};

/// How long the page may get; a service takes 1 MiB of each step, and nothing of a longer page.
const LONGEST: usize = 900 * 1024;

/// What is to be added to the page.
#[derive(Debug)]
pub(crate) struct JobPage {
    file: PathBuf,
    rows: String,
    left_out: usize,
}

impl JobPage {
    /// The page, where there is one.
    pub(crate) fn of(format: Format) -> Option<Self> {
        let file = env::var_os("GITHUB_STEP_SUMMARY").filter(|file| !file.is_empty())?;
        (format == Format::Github).then(|| Self { file: file.into(), rows: String::new(), left_out: 0 })
    }

    /// Adds the findings of a file.
    pub(crate) fn add(&mut self, checked: &Checked) {
        for row in github::rows(checked).split_inclusive('\n') {
            if self.rows.len() + row.len() > LONGEST {
                self.left_out += 1;
            } else {
                self.rows.push_str(row);
            }
        }
    }

    /// Writes the page.
    pub(crate) fn write(&self, summary: &Summary) -> io::Result<()> {
        let page = github::page(summary, &self.rows, self.left_out);
        OpenOptions::new().append(true).create(true).open(&self.file)?.write_all(page.as_bytes())
    }
}
