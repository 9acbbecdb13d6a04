//! What tests of the whole program share.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

/// The program under a second name: one of these tests has it built anew for a wheel, and until it is there again
/// the first name leads nowhere.
pub(crate) fn program() -> &'static str {
    static PROGRAM: LazyLock<String> = LazyLock::new(|| {
        let built = Path::new(env!("CARGO_BIN_EXE_agenda-lint"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program");
        let program = folder.join(built.file_name().unwrap());
        fs::create_dir_all(folder).unwrap();
        let _ = fs::remove_file(&program);
        fs::hard_link(built, &program).unwrap();
        program.to_str().unwrap().to_owned()
    });
    &PROGRAM
}

/// A folder for one test, the root of a repository, removed at its end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let name = format!("{name}-{}", std::process::id());
        let folder = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        let _ = fs::remove_dir_all(&folder.0);
        // Enough of a repository for paths to start from here.
        fs::create_dir_all(folder.0.join(".git")).unwrap();
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.0.join(name)).unwrap();
    }

    /// Runs the program here: its status, what it found, and what it said.
    pub(crate) fn run(&self, args: &str) -> (i32, String, String) {
        output(&mut agenda_lint(&self.0, args))
    }

    pub(crate) fn run_in(&self, folder: &str, args: &str) -> (i32, String, String) {
        output(&mut agenda_lint(&self.0.join(folder), args))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The program, on a fixed day and far from any CI.
pub(crate) fn agenda_lint(folder: &Path, args: &str) -> Command {
    let mut command = Command::new(program());
    command.args(["check", "--today", "2026-03-02"]).args(args.split_whitespace()).current_dir(folder);
    command.env_remove("GITHUB_ACTIONS").env_remove("GITHUB_STEP_SUMMARY").env("NO_COLOR", "1");
    command
}

pub(crate) fn output(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

/// Where `.ci/clients` put the programs that others wrote; none where it did not run.
pub(crate) fn clients(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("AGENDA_LINT_CLIENTS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: {what} are not here; `.ci/run` installs them and runs this");
    }
    folder
}
