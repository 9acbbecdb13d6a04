//! Notebooks from the outside: what the program makes of many meetings.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail, and looks at the disk")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

mod config;
mod daily;
#[cfg(unix)]
mod history;
mod new;
mod private;
mod quarter;
mod same;

/// The program in a folder, on a day.
fn run(folder: &Path, today: &str, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_agenda-lint"));
    command.current_dir(folder).env("AGENDA_LINT_TODAY", today).env("NO_COLOR", "1");
    command.args(args).output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}
