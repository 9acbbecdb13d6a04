//! The command line: transcripts of what a user types and reads, and what those cannot show.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail, and looks at the disk")]

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};

/// The program, without the settings of whoever runs the tests.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_agenda-lint"));
    command.current_dir(folder).env("AGENDA_LINT_TODAY", "2026-03-02").env("NO_COLOR", "1");
    command
}

fn run(folder: &Path, args: &[&str]) -> Output {
    program(folder).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

const UNTIDY: &str = "#  Notes\n\n## 2026-03-02\n\n### Advice\n\n* Any advice on workshops?\n";

fn transcripts(of: &str) {
    let cases = trycmd::TestCases::new();
    cases.env("NO_COLOR", "1").env("AGENDA_LINT_TODAY", "2026-03-02").env("GITHUB_ACTIONS", "");
    cases.case(of);
}

#[test]
fn transcripts_hold() {
    transcripts("tests/cmd/*.trycmd");
}

#[test]
fn what_the_readme_shows_is_true() {
    transcripts("README.md");
}

#[test]
fn the_transcripts_of_the_documentation_hold() {
    transcripts("docs/notebook.md");
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for format in ["full", "concise", "json", "ndjson"] {
        let with = |jobs: &str| {
            let args =
                ["--no-config", "--all-meetings", "--format", format, "--jobs", jobs, "tests", "examples"];
            run(here, &args).stdout
        };
        let one = with("1");
        assert!(one.len() > 1000, "{format}: too little to tell");
        assert!(one == with("8"), "{format}");
    }
}

#[test]
fn fixes_and_forms_are_written_once_and_then_rest() {
    let folder = tempfile::tempdir().unwrap();
    let note = folder.path().join("a.md");
    fs::write(&note, UNTIDY).unwrap();

    assert_eq!(run(folder.path(), &["--diff", "--unsafe-fixes", "a.md"]).status.code(), Some(1));
    assert_eq!(run(folder.path(), &["fmt", "--check", "a.md"]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&note).unwrap(), UNTIDY, "what only looks must not write");

    assert_eq!(run(folder.path(), &["fmt", "a.md"]).status.code(), Some(0));
    assert_eq!(run(folder.path(), &["fmt", "--check", "a.md"]).status.code(), Some(0));
    run(folder.path(), &["--unsafe-fixes", "a.md"]);
    let fixed = fs::read_to_string(&note).unwrap();
    assert!(fixed.contains("- Any advice on workshops?\n  - Situation:\n  - Problem:"), "{fixed}");
    run(folder.path(), &["--unsafe-fixes", "a.md"]);
    assert_eq!(fs::read_to_string(&note).unwrap(), fixed);
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = |args: &[&str]| {
        let mut command = program(folder.path());
        let command = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), UNTIDY.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let formatted = pipe(&["fmt", "-"]);
    assert!(text(&formatted.stdout).starts_with("# Notes\n"));
    let found = pipe(&["--format", "concise", "--stdin-filename", "mine.md", "-"]);
    assert!(text(&found.stdout).starts_with("mine.md:7:"), "{found:?}");
    let fixed = pipe(&["--unsafe-fixes", "-"]);
    assert!(text(&fixed.stdout).starts_with("#  Notes\n") && text(&fixed.stdout).contains("  * Situation:"));
}

#[test]
fn init_writes_what_it_can_read_and_nothing_twice() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("okrs.yaml"), "objectives: []\n").unwrap();
    assert_eq!(run(folder.path(), &["init"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(folder.path().join("okrs.yaml")).unwrap(), "objectives: []\n");
    let found = run(folder.path(), &["--select", "leftover-template", "."]);
    assert_eq!(found.status.code(), Some(0), "{found:?}");
    let config = fs::read_to_string(folder.path().join(".agenda-lint.yaml")).unwrap();
    let line = config.lines().position(|line| line.contains("length: 30m")).unwrap() + 1;
    let shown = run(folder.path(), &["config", "show"]);
    assert!(text(&shown.stdout).starts_with("# in force for .: .agenda-lint.yaml\n"), "{shown:?}");
    assert!(!text(&shown.stdout).contains("# default\n"), "a default that `init` does not name: {shown:?}");
    let shown = text(&shown.stdout).lines().find(|line| line.contains("length:")).unwrap();
    assert!(shown.ends_with(&format!("# .agenda-lint.yaml:{line}")), "{shown}");
}

#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_written_is_no_success() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = program(here).arg("rules").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("cannot write the output"), "{output:?}");

    // A reader that has read enough is no failure, and nothing is said about it.
    let mut child = program(here).arg("rules").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn the_version_names_commit_and_target() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let version = run(here, &["--version"]);
    let head =
        Command::new("git").args(["log", "-1", "--format=%h %cs", "--abbrev=7"]).current_dir(here).output();
    let about = head.ok().filter(|head| here.join(".git").exists() && head.status.success());
    let about = about.map(|head| format!("{}, ", text(&head.stdout).trim())).unwrap_or_default();
    let start = format!("agenda-lint {} ({about}", env!("CARGO_PKG_VERSION"));
    let target = text(&version.stdout).strip_prefix(&start).unwrap_or_else(|| panic!("{start}: {version:?}"));
    assert!(target.starts_with(std::env::consts::ARCH) && target.ends_with(")\n"), "{target}");
}

/// Every command and every option, as the program's own help names them.
fn commands(of: &str) -> Vec<(String, Vec<String>)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut args: Vec<&str> = of.split_whitespace().collect();
    args.push("--help");
    let help = run(here, &args);
    let (mut found, mut in_commands) = (Vec::new(), false);
    let mut options = Vec::new();
    for line in text(&help.stdout).lines() {
        in_commands = line == "Commands:" || (in_commands && !line.is_empty());
        let word = line
            .trim_start()
            .trim_start_matches("-h, ")
            .split([' ', '['])
            .find(|word| word.starts_with("--"));
        if let (Some(option), true) = (word, line.trim_start().starts_with('-')) {
            options.push(option.trim_end_matches([',', '=']).to_owned());
        }
        if let (Some(name), true) = (line.strip_prefix("  "), in_commands && line != "Commands:") {
            let name = name.split(' ').next().unwrap();
            if !name.is_empty() {
                found.extend(commands(format!("{of} {name}").trim()));
            }
        }
    }
    found.push((of.to_owned(), options));
    found
}

#[test]
fn shells_and_the_manual_know_every_option() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let commands = commands("");
    assert!(commands.len() > 12, "{commands:?}");
    let page = run(here, &["man"]);
    let page = text(&page.stdout).replace("\\-", "-");
    for (command, _) in commands.iter().filter(|(command, _)| !command.is_empty()) {
        let heading = format!(".SH \"AGENDA-LINT {}\"\n", command.to_uppercase());
        assert!(page.contains(&heading), "{heading}");
    }
    let mut texts = vec![("man", page)];
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(here, &["completions", shell]);
        texts.push((shell, text(&script.stdout).to_owned()));
    }
    for (name, text) in texts {
        for option in commands.iter().flat_map(|(_, options)| options) {
            let option = if name == "fish" { option.replace("--", "-l ") } else { option.clone() };
            assert!(text.contains(&option), "{name}: {option}");
        }
    }
}
