//! The hooks, installed and run by the real pre-commit on a throw-away repository.

use std::{fs, path::Path, process::Command};

use crate::support::{Folder, clients, output};

const CONFIG: &str =
    "repos:\n- repo: REPO\n  rev: REV\n  hooks: [{id: agenda-lint}, {id: agenda-lint-fmt}]\n";
const GOOD: &str = "## 2026-03-02\n\n### Notes\n\n- We talked about the rota\n";

/// Runs git as nobody in particular, whatever the settings around are.
fn git(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new("git");
    let nobody =
        ["-c", "user.name=Sam Lee", "-c", "user.email=sam@example.com", "-c", "commit.gpgsign=false"];
    command.args(nobody).args(args).current_dir(folder);
    output(command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1"))
}

fn must(folder: &Path, args: &[&str]) -> String {
    let (status, out, said) = git(folder, args);
    assert_eq!(status, 0, "git {args:?}: {out}{said}");
    out
}

/// This checkout as it is now, committed to a repository of its own.
fn hooks() -> Folder {
    let (here, hooks) = (Path::new(env!("CARGO_MANIFEST_DIR")), Folder::new("hooks"));
    let listed = must(here, &["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    for name in listed.split('\0').filter(|name| here.join(name).is_file()) {
        let copy = hooks.path().join(name);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(here.join(name), copy).unwrap();
    }
    fs::remove_dir(hooks.path().join(".git")).unwrap();
    must(hooks.path(), &["init", "--quiet"]);
    must(hooks.path(), &["add", "--all"]);
    must(hooks.path(), &["commit", "--quiet", "--message", "as it is"]);
    hooks
}

#[test]
fn the_hooks_block_and_let_pass() {
    let Some(clients) = clients("pre-commit") else { return };
    let (hooks, notes) = (hooks(), Folder::new("notes"));
    fs::remove_dir(notes.path().join(".git")).unwrap();
    must(notes.path(), &["init", "--quiet"]);
    let rev = must(hooks.path(), &["rev-parse", "HEAD"]);
    let config = CONFIG.replace("REPO", &hooks.path().display().to_string()).replace("REV", rev.trim());
    notes.write(".pre-commit-config.yaml", &config);
    notes.write(".agenda-lint.yaml", "exclude: [archive/**]\n");

    let run = || {
        must(notes.path(), &["add", "--all"]);
        let mut command = Command::new(clients.join("python/bin/pre-commit"));
        command.args(["run", "--color=never"]).current_dir(notes.path());
        // Built as quickly as may be: this is about the hook, not about the program's speed.
        command.env("CARGO_TARGET_DIR", clients.join("hook-target")).env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command.env("PRE_COMMIT_HOME", clients.join("hook-home")).env("AGENDA_LINT_TODAY", "2026-03-02");
        command.env_remove("GITHUB_ACTIONS").env("GIT_CONFIG_GLOBAL", "/dev/null");
        let (status, out, said) = output(&mut command);
        assert!(said.is_empty() && !out.contains("unexpected error"), "{out}{said}");
        (status, out)
    };

    notes.write(
        "notes.md",
        &GOOD.replace("### Notes\n\n", "### Advice\n\n- Any advice on hiring?\n\n### Notes\n\n"),
    );
    let (status, said) = run();
    assert_eq!(status, 1, "{said}");
    for part in ["vague-advice: ", "[notes.md:5:3]", "- Any advice on hiring?", "help: ", "1 file: 1 warning"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }

    notes.write("notes.md", &GOOD.replace("- ", "*   "));
    let (status, said) = run();
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("files were modified by this hook"), "{said}");
    assert_eq!(notes.read("notes.md"), GOOD);

    // What the settings exclude is passed over, though pre-commit names it.
    notes.write("archive/old.md", "## 2026-03-02\n\n### Advice\n\n*   Any advice on hiring?\n");
    let (status, said) = run();
    assert_eq!(status, 0, "{said}");
    fs::remove_dir_all(clients.join("hook-home")).unwrap();
}
