//! The packages of the two registries, built and installed where nothing else is.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{
    VAGUE,
    support::{Folder, clients, output, program},
    watch::Watching,
};

/// Runs a command that has to go well.
fn must(command: &mut Command) -> String {
    let (status, out, said) = output(command);
    assert_eq!(status, 0, "{command:?}: {out}{said}");
    out
}

/// The one file in a folder with such a name.
fn only(folder: &Path, part: &str) -> PathBuf {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found = entries.filter(|path| path.to_string_lossy().contains(part));
    found
        .next()
        .filter(|_| found.next().is_none())
        .unwrap_or_else(|| panic!("{part} in {}", folder.display()))
}

/// The same command of the program that was installed and of the one that was built.
fn runs_alike(folder: &Folder, installed: &[&str]) {
    folder.write("notes.md", VAGUE);
    let run = |program: &[&str], args: &str| {
        let mut command = Command::new(program[0]);
        command.args(&program[1..]).args(args.split_whitespace()).current_dir(folder.path());
        command.env("AGENDA_LINT_TODAY", "2026-03-02").env_remove("GITHUB_ACTIONS");
        // npx speaks of itself otherwise.
        command.env("npm_config_loglevel", "silent");
        let stdin = std::fs::File::open(folder.path().join("notes.md")).unwrap();
        let (status, found, said) = output(command.stdin(Stdio::from(stdin)));
        (status, found, said)
    };
    for (args, expected) in
        [("notes.md", 1), ("--format json -", 1), ("fmt -", 0), ("nowhere.md", 2), ("--select x notes.md", 2)]
    {
        let found = run(installed, args);
        assert_eq!(found.0, expected, "{installed:?} {args}: {found:?}");
        assert_eq!(found, run(&[program()], args), "{installed:?} {args}");
    }
}

/// The targets that a file of this repository names.
fn targets(file: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
    let is_target = |word: &&str| word.starts_with("x86_64-") || word.starts_with("aarch64-");
    words.filter(is_target).map(str::to_owned).collect()
}

#[test]
fn what_is_installed_is_released() {
    let released = targets(".github/workflows/release.yml");
    for file in ["action.yml", "packaging/npm/pack.mjs"] {
        let targets = targets(file);
        assert!(targets.len() == 5 && targets.is_subset(&released), "{file}: {targets:?}, {released:?}");
    }
}

/// Watches on a terminal, interrupts, and tells how often the screen was cleared and what ended it.
const TERMINAL: &str = r#"
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
shown = b""
def until(count):
    global shown
    while shown.count(b"watching") < count:
        shown += os.read(terminal, 65536)
until(1)
open("notes.md", "a").write("- Any advice on hiring?\n")
until(2)
os.write(terminal, b"\x03")
status = os.waitpid(child, 0)[1]
print(shown.count(b"\x1b[2J\x1b[H"), shown.count(b"\x1b[0m") > 0, b"hiring" in shown, os.waitstatus_to_exitcode(status))
"#;

#[cfg(unix)]
fn watches_on_a_terminal(folder: &Folder, python: &Path, program: &str) {
    let mut command = Command::new("timeout");
    command.arg("60").arg(python).args(["-c", TERMINAL, program, "--watch", "notes.md"]);
    command.current_dir(folder.path()).env("AGENDA_LINT_TODAY", "2026-03-02").env("TERM", "xterm");
    command.env_remove("GITHUB_ACTIONS").env_remove("NO_COLOR");
    folder.write("notes.md", VAGUE);
    assert_eq!(must(&mut command).trim(), "2 True True -2", "{program}");
}

#[test]
#[cfg(unix)]
fn a_watch_clears_its_terminal() {
    let Some(clients) = clients("a terminal") else { return };
    let python = clients.join("python/bin/python");
    watches_on_a_terminal(&Folder::new("terminal"), &python, program());
}

#[test]
#[cfg(unix)]
fn the_wheel_runs() {
    let Some(clients) = clients("maturin and uv") else { return };
    let folder = Folder::new("wheel");
    let (python, path) = (clients.join("python/bin/python"), |name: &str| folder.path().join(name));
    program(); // under its second name, before the first one goes
    let mut maturin = Command::new(clients.join("python/bin/maturin"));
    maturin.args(["build", "--locked", "--profile", "dev", "--out"]).arg(path("dist"));
    must(maturin.current_dir(env!("CARGO_MANIFEST_DIR")));
    let wheel = only(&path("dist"), ".whl");

    must(Command::new(&python).args(["-m", "venv"]).arg(path("clean")));
    let mut pip = Command::new(path("clean/bin/pip"));
    must(pip.args(["install", "--quiet", "--no-index", "--disable-pip-version-check"]).arg(&wheel));
    runs_alike(&folder, &[&path("clean/bin/agenda-lint").display().to_string()]);

    let (uv, wheel) = (clients.join("python/bin/uv").display().to_string(), wheel.display().to_string());
    let cache = path("cache").display().to_string();
    let options = ["--offline", "--quiet", "--no-config", "--cache-dir", &cache];
    let python = python.display().to_string();
    let from = ["--python", &python, "--from", &wheel, "agenda-lint"];
    runs_alike(&folder, &[&[&*uv, "tool", "run"][..], &options, &from].concat());
}

#[test]
#[cfg(unix)]
fn the_npm_package_runs() {
    let Some(clients) = clients("a terminal beside npm") else { return };
    let folder = Folder::new("npm");
    let target = match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", arch) => format!("{arch}-unknown-linux-musl"),
        (_, arch) => format!("{arch}-apple-darwin"),
    };
    let dist = folder.path().join("dist");
    let mut pack = Command::new("node");
    pack.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/packaging/npm/pack.mjs")).arg(&dist);
    must(pack.arg(format!("{target}={}", program())));

    // Without a registry: what npm does not find for other platforms it leaves out.
    let mut install = Command::new("npm");
    install.args(["install", "--offline", "--no-audit", "--no-fund", "--prefix"]).arg(folder.path());
    let (program, platform) = (only(&dist, concat!("lint-", env!("CARGO_PKG_VERSION"))), only(&dist, "64-"));
    must(install.arg(program).arg(platform).env("npm_config_cache", folder.path().join("cache")));
    let shim = folder.path().join("node_modules/.bin/agenda-lint").display().to_string();
    runs_alike(&folder, &["npx", "--offline", "--no", "agenda-lint", "--"]);
    runs_alike(&folder, &[&shim]);
    watches_on_a_terminal(&folder, &clients.join("python/bin/python"), &shim);
    let watching = Watching::of(Command::new(&shim).args(["--watch", "notes.md"]).current_dir(folder.path()));
    watching.until("1 file: ");
    assert_eq!(watching.interrupt(), Some(2));

    std::fs::remove_dir_all(folder.path().join("node_modules/@agenda-lint")).unwrap();
    let (status, _, said) = output(Command::new(&shim).arg("notes.md"));
    assert_eq!((status, said.contains("is not installed")), (2, true), "{said}");
}
