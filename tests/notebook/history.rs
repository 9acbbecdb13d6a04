//! When topics were written, from repositories good and bad.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::{folder, out, run};

const ONE: &str = "## 2026-03-02\n\n### Updates\n\n- O1: the set-up is live in 20 homes\n";
const TWO: &str = "- O2: the rota import went to five homes\n";

/// git as whoever sits here would run it, at a time.
fn git(folder: &Path, at: &str, args: &[&str]) -> Output {
    let mut command = Command::new("git");
    command.current_dir(folder).env("GIT_AUTHOR_DATE", at).env("GIT_COMMITTER_DATE", at);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.args([
        "-c",
        "user.name=Sam",
        "-c",
        "user.email=sam@example.org",
        "-c",
        "init.defaultBranch=main",
    ]);
    command.args(args).output().unwrap()
}

fn commit(folder: &Path, at: &str, text: &str) {
    fs::write(folder.join("kate.md"), text).unwrap();
    assert!(git(folder, at, &["add", "-A"]).status.success());
    assert!(git(folder, at, &["commit", "-q", "-m", "Notes"]).status.success());
}

/// A repository in which the first topic came in time, and the second at `second`.
fn history(second: &str) -> tempfile::TempDir {
    let here = folder(&[]);
    assert!(git(here.path(), second, &["init", "-q"]).status.success());
    commit(here.path(), "2026-02-26T10:00:00+0100", ONE);
    commit(here.path(), second, &format!("{ONE}{TWO}"));
    here
}

/// What `late-agenda` says of a folder's note, without its place.
fn late(folder: &Path, today: &str) -> String {
    let found = run(folder, today, &["kate.md", "--select", "late-agenda", "--format", "concise", "-q"]);
    let line = out(&found).lines().next().unwrap_or_default();
    line.split_once("warning: ").map_or(line, |(_, message)| message).to_owned()
}

const ONE_OF_TWO: &str = "1 of 2 topics came less than 24 hours before the meeting [late-agenda]";

#[test]
fn a_topic_is_late_by_the_clock_of_its_writer() {
    for (second, expected) in [
        ("2026-03-02T08:00:00+0100", ONE_OF_TWO),
        ("2026-03-01T21:00:00+0100", ""),
        // The evening before, where the writer was; the day itself in Greenwich.
        ("2026-03-01T23:30:00-0800", ""),
        // The other way round.
        ("2026-03-02T00:30:00+0900", ONE_OF_TWO),
    ] {
        assert_eq!(late(history(second).path(), "2026-03-02"), expected, "{second}");
    }
}

#[test]
fn a_line_that_is_not_committed_comes_now() {
    let here = history("2026-02-26T11:00:00+0100");
    let three = format!("{ONE}{TWO}- O3: two interviews are done\n");
    fs::write(here.path().join("kate.md"), three).unwrap();
    assert_eq!(late(here.path(), "2026-02-27"), "");
    assert_eq!(late(here.path(), "2026-03-02"), ONE_OF_TWO.replace("2 topics", "3 topics"));
    // A word put right, or another bullet, makes no new line.
    fs::write(here.path().join("kate.md"), format!("{ONE}{TWO}").replace("- O2:", "* **O2**:")).unwrap();
    assert_eq!(late(here.path(), "2026-03-02"), "");
}

/// Meetings at ten, on the days when the clocks of Europe change, each with a topic of the day before.
#[test]
fn a_day_before_is_a_day_by_the_clock_on_the_wall() {
    for (day, written, expected) in [
        ("2026-03-29", "2026-03-28T09:59:00+0100", ""),
        ("2026-03-29", "2026-03-28T10:01:00+0100", "1 topic"),
        ("2026-10-25", "2026-10-24T09:59:00+0200", ""),
        ("2026-10-25", "2026-10-24T10:01:00+0200", "1 topic"),
        // After the change, with the new offset, and two days ahead with the old one.
        ("2026-03-30", "2026-03-29T09:59:00+0200", ""),
        ("2026-03-30", "2026-03-29T10:01:00+0200", "1 topic"),
        ("2026-03-30", "2026-03-28T23:59:00+0100", ""),
    ] {
        let here = folder(&[]);
        assert!(git(here.path(), written, &["init", "-q"]).status.success());
        let note = format!("---\ntime: '10:00'\n---\n\n{}", ONE.replace("2026-03-02", day));
        commit(here.path(), written, &note);
        let late = late(here.path(), day);
        assert_eq!(late.split(" came").next().unwrap(), expected, "{day} {written}");
    }
}

#[test]
fn the_config_says_how_long_before() {
    let here = history("2026-02-27T10:00:00+0100");
    for (lead, expected) in [("24h", ""), ("2d", ""), ("3d", ""), ("4d", "1 of 2 topics"), ("5d", "2 topics")]
    {
        fs::write(here.path().join(".agenda-lint.yaml"), format!("meeting: {{lead-time: {lead}}}\n"))
            .unwrap();
        assert_eq!(late(here.path(), "2026-03-02").split(" came").next().unwrap(), expected, "{lead}");
    }
}

#[test]
fn a_note_that_was_renamed_or_left_unborn_keeps_its_history() {
    let here = history("2026-02-26T11:00:00+0100");
    let (git, at) = (|args: &[&str]| git(here.path(), "2026-03-02T08:00:00+0100", args), here.path());
    fs::rename(at.join("kate.md"), at.join("Käthe.md")).unwrap();
    assert!(git(&["add", "-A"]).status.success() && git(&["commit", "-q", "-m", "Rename"]).status.success());
    let of = |today: &str| {
        let found = run(at, today, &["Käthe.md", "--select", "late-agenda", "--format", "concise", "-q"]);
        out(&found).to_owned()
    };
    assert_eq!(of("2026-03-02"), "");
    assert!(git(&["checkout", "-q", "--detach"]).status.success());
    assert_eq!(of("2026-03-02"), "");
    assert!(git(&["checkout", "-q", "--orphan", "new"]).status.success());
    assert_eq!(of("2026-03-02"), "", "nothing is committed there");
}

#[test]
fn nothing_is_said_without_the_whole_history() {
    let here = history("2026-03-02T08:00:00+0100");
    assert_eq!(late(here.path(), "2026-03-02"), ONE_OF_TWO);
    let clone = folder(&[]);
    let from = format!("file://{}", here.path().display());
    let cloned = git(clone.path(), "", &["clone", "-q", "--depth", "1", &from, "shallow"]);
    assert!(cloned.status.success(), "{cloned:?}");
    assert_eq!(late(&clone.path().join("shallow"), "2026-03-02"), "");

    let alone = folder(&[("kate.md", &format!("{ONE}{TWO}"))]);
    assert_eq!(late(alone.path(), "2026-03-02"), "");
    assert!(git(alone.path(), "", &["init", "-q"]).status.success());
    assert_eq!(late(alone.path(), "2026-03-02"), "", "nothing is committed yet");
}

/// A program that leaves a mark when it is run.
fn trap(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\necho {name} >>'{}'\n", folder.join("ran").display())).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// Names a program wherever the settings of a repository can.
fn set_traps(here: &Path, traps: &Path) {
    let set =
        |key: &str, value: &str| assert!(git(here, "", &["config", key, value]).status.success(), "{key}");
    for key in [
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.clean",
        "filter.trap.smudge",
        "gpg.program",
        "credential.helper",
        "uploadpack.packObjectsHook",
        "remote.origin.uploadpack",
    ] {
        set(key, &trap(traps, key).display().to_string());
    }
    for alias in ["log", "ls-tree", "cat-file", "rev-parse"] {
        set(&format!("alias.{alias}"), &format!("!{}", trap(traps, "alias").display()));
    }
    set("log.showSignature", "true");
    set("remote.origin.url", "ssh://example.invalid/notes");
    set("remote.origin.promisor", "true");
    set("remote.origin.partialclonefilter", "blob:none");
    let hooks = traps.join("hooks");
    fs::create_dir(&hooks).unwrap();
    for hook in ["post-index-change", "post-checkout", "reference-transaction", "pre-auto-gc"] {
        trap(&hooks, hook);
        fs::rename(hooks.join(hook), here.join(".git/hooks").join(hook)).unwrap();
    }
    fs::write(here.join(".gitattributes"), "*.md filter=trap diff=trap\n").unwrap();
}

#[test]
fn nothing_that_a_repository_names_is_run() {
    let here = history("2026-03-02T08:00:00+0100");
    let traps = folder(&[]);
    sign(here.path());
    set_traps(here.path(), traps.path());
    fs::write(here.path().join("kate.md"), format!("{ONE}{TWO}\n")).unwrap();
    assert_eq!(late(here.path(), "2026-03-02"), ONE_OF_TWO);
    // A blob is missing that the remote is said to have.
    let blob = git(here.path(), "", &["-c", "core.fsmonitor=false", "rev-parse", "HEAD~1:kate.md"]);
    let blob = out(&blob).trim();
    fs::remove_file(here.path().join(".git/objects").join(&blob[..2]).join(&blob[2..])).unwrap();
    late(here.path(), "2026-03-02");
    let ran = fs::read_to_string(traps.path().join("ran"));
    assert!(ran.is_err(), "run: {ran:?}");

    // The traps do work: git itself walks into them.
    git(here.path(), "", &["status"]);
    git(here.path(), "", &["diff"]);
    git(here.path(), "", &["log", "-1"]);
    git(here.path(), "", &["cat-file", "-p", blob]);
    let ran = fs::read_to_string(traps.path().join("ran")).unwrap();
    for trap in ["core.fsmonitor", "gpg.program", "diff.trap.command", "filter.trap.clean", "core.sshCommand"]
    {
        assert!(ran.contains(trap), "{trap} is no trap: {ran}");
    }
}

/// Gives the latest commit a signature, so that whoever shows signatures runs a program.
fn sign(here: &Path) {
    let commit = git(here, "", &["cat-file", "commit", "HEAD"]);
    let signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n";
    fs::write(here.join(".git/signed"), out(&commit).replacen("\n\n", &format!("\n{signature}"), 1)).unwrap();
    let hash = git(here, "", &["hash-object", "-t", "commit", "-w", ".git/signed"]);
    assert!(hash.status.success(), "{hash:?}");
    assert!(git(here, "", &["update-ref", "HEAD", out(&hash).trim()]).status.success());
}
