//! Notebooks that a config names.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use crate::{folder, out, run};

const OLD: &str =
    "---\ndate: 2026-02-16\nwith: Kate\n---\n\n## Actions\n\n- [ ] Sam: ask Farah about logins\n";
const NEW: &str =
    "---\ndate: 2026-03-02\nwith: Kate\n---\n\n## Updates\n\n- O1: the set-up is live in 20 homes\n";
const CONFIG: &str = "notebooks:\n  - files: kate\n    name: kate/{date} 1on1.md\n";

/// The files with dropped actions that a run names.
fn dropped(folder: &Path, args: &[&str]) -> Vec<String> {
    let args = [args, &["--select", "dropped-action", "--format", "concise", "-q"]].concat();
    let found = run(folder, "2026-03-02", &args);
    out(&found).lines().map(|line| line.split(':').next().unwrap().replace('\\', "/")).collect()
}

#[test]
fn notes_without_a_day_in_their_names_are_joined_where_a_config_names_the_notebook() {
    let files = [("kate/kick-off.md", OLD), ("kate/second.md", NEW)];
    let nameless = files.map(|(path, text)| (path, text.replace("with: Kate\n", "")));
    let here = folder(&nameless.each_ref().map(|(path, text)| (*path, text.as_str())));
    assert_eq!(dropped(here.path(), &["."]), [""; 0]);
    fs::write(here.path().join(".agenda-lint.yaml"), CONFIG).unwrap();
    assert_eq!(dropped(here.path(), &["."]), ["kate/second.md"]);
    // Other people are another notebook.
    fs::write(here.path().join("kate/kick-off.md"), OLD).unwrap();
    fs::write(here.path().join("kate/second.md"), NEW.replace("Kate", "Noor")).unwrap();
    assert_eq!(dropped(here.path(), &["."]), [""; 0]);
}

#[test]
fn front_matter_with_a_day_and_people_joins_notes_of_any_name() {
    let here = folder(&[("kate/kick-off.md", OLD), ("kate/second.md", NEW), ("noor/second.md", NEW)]);
    assert_eq!(dropped(here.path(), &["."]), ["kate/second.md"]);
    assert_eq!(dropped(here.path(), &["kate/second.md"]), [""; 0], "alone it is read alone");
    let new = run(here.path(), "2026-03-02", &["new", "kate"]);
    assert_eq!(new.status.code(), Some(0), "{new:?}");
    assert!(here.path().join("kate/2026-03-09.md").exists(), "{new:?}");
    fs::write(here.path().join("kate/second.md"), NEW.replace("Kate", "Noor")).unwrap();
    assert_eq!(dropped(here.path(), &["."]), [""; 0]);
}

/// Which notebooks there are in a folder of many, and how many meetings each has.
#[test]
fn several_notebooks_in_one_repository_stay_apart() {
    let text = |day: &str, more: &str| format!("{more}## {day}\n\n### Notes\n\n- Spoke\n");
    let whole = |more: &str| format!("---\n{more}\n---\n\n## Notes\n\n- Spoke\n");
    let (kate, noor) = (whole("manager: Kate\nreport: Sam"), whole("attendees: [Sam, Noor]"));
    let rolling = format!("{}\n{}", text("2026-03-02", "# Ines\n\n"), text("2026-02-16", ""));
    let here = folder(&[
        ("1-1s/kate/2026/2026-03-02.md", &whole("")),
        ("1-1s/kate/2025/2025-12-22.md", &whole("")),
        ("1-1s/noor/2026-03-02.md", &whole("")),
        ("mixed/2026-03-02 1on1.md", &kate),
        ("mixed/2026-03-03 1on1.md", &noor),
        ("mixed/2026-03-16 1on1.md", &kate),
        ("ines.md", &rolling),
        ("README.md", "# Our notes\n"),
    ]);
    let report = run(here.path(), "2026-03-20", &["report", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&report.stdout).unwrap();
    let mut sizes: Vec<(String, usize)> = Vec::new();
    for notebook in report["notebooks"].as_array().unwrap() {
        let path = notebook["path"].as_str().unwrap().to_owned();
        sizes.push((path, notebook["meetings"].as_array().unwrap().len()));
    }
    let expected = [
        ("1-1s/kate/2025/", 2),
        ("1-1s/noor/2026-03-02.md", 1),
        ("ines.md", 2),
        ("mixed/", 2),
        ("mixed/2026-03-03 1on1.md", 1),
    ];
    assert_eq!(sizes, expected.map(|(path, size)| (path.to_owned(), size)));
}

#[test]
fn a_note_alone_finds_its_siblings_only_where_the_config_says() {
    let here =
        folder(&[("kate/2026-02-16.md", OLD), ("kate/2026-03-02.md", NEW), ("noor/2026-03-02.md", NEW)]);
    let (old, new) = ("kate/2026-02-16.md", "kate/2026-03-02.md");
    assert_eq!(dropped(here.path(), &[new]), [""; 0]);
    fs::write(here.path().join(".agenda-lint.yaml"), CONFIG).unwrap();
    assert_eq!(dropped(here.path(), &[new]), [new]);
    assert_eq!(dropped(here.path(), &[old]), [""; 0], "what is found in siblings is theirs to tell");
    assert_eq!(dropped(here.path(), &[new, "--fix"]), [new], "what fixes leave is seen in the notebook");

    let mut command = Command::new(env!("CARGO_BIN_EXE_agenda-lint"));
    command.current_dir(here.path()).args(["--today", "2026-03-02", "--select", "dropped-action", "-q"]);
    command.args(["--format", "concise", "--stdin-filename", new, "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), NEW.as_bytes()).unwrap();
    let found = child.wait_with_output().unwrap();
    assert!(out(&found).starts_with(new), "{found:?}");
    assert_eq!(out(&found).lines().count(), 1);
}

#[test]
fn a_comment_that_silences_a_finding_between_files_is_kept() {
    let silenced = format!("{NEW}\n<!-- agenda-lint-disable-file dropped-action -- she told me -->\n");
    let here = folder(&[("kate/2026-02-16.md", OLD), ("kate/2026-03-02.md", silenced.as_str())]);
    run(here.path(), "2026-03-02", &["--fix", "."]);
    assert_eq!(fs::read_to_string(here.path().join("kate/2026-03-02.md")).unwrap(), silenced);
}

#[test]
fn new_and_share_know_the_notebook_of_the_config() {
    let template = "# {{ date }}\n\n## Updates\n\n- [Update]\n{% for action in actions %}- [ ] {{ action.text }}\n{% endfor %}";
    let config = format!("{CONFIG}    template: kate.j2\n");
    let here = folder(&[(".agenda-lint.yaml", &config), ("kate.j2", template), ("noor.md", NEW)]);
    for (day, carried) in [("2026-03-02", 0), ("2026-03-09", 1)] {
        let new = run(here.path(), "2026-03-02", &["new"]);
        assert_eq!(new.status.code(), Some(0), "{new:?}");
        let path = here.path().join(format!("kate/{day} 1on1.md"));
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(&format!("# {day}\n\n## Updates\n")), "{text}");
        assert_eq!(text.matches("write it down").count(), carried, "{text}");
        fs::write(path, format!("{text}- O1: {day} is near\n\n## Actions\n\n- [ ] Sam: write it down\n"))
            .unwrap();
    }
    let share = run(here.path(), "2026-03-03", &["share"]);
    assert!(out(&share).contains("2026-03-09 is near"), "{share:?}");
    let share = run(here.path(), "2026-03-03", &["share", "kate/2026-03-02 1on1.md"]);
    assert!(out(&share).contains("2026-03-02 is near"), "the meeting that was named: {share:?}");
}

#[test]
fn a_template_ends() {
    let hundred = (0..100).fold(String::new(), |all, number| format!("{all}{number},"));
    let endless = format!("{{% for a in [{hundred}] %}}").repeat(9);
    let here = folder(&[("endless.j2", &format!("{endless}{}", "{% endfor %}".repeat(9)))]);
    let new = run(here.path(), "2026-03-02", &["new", "kate.md", "--template", "endless.j2"]);
    assert_eq!(new.status.code(), Some(2), "{new:?}");
    let told = String::from_utf8_lossy(&new.stderr);
    assert_eq!(told, "the template cannot be used: it does not come to an end\n");
    assert!(!here.path().join("kate.md").exists());
}

#[cfg(unix)]
#[test]
fn a_config_leads_nowhere_else() {
    let secret = folder(&[("2026-02-16.md", OLD), ("t.j2", "{{ date }} secret")]);
    let config = "notebooks: [{files: link, name: 'link/{date}.md'}]\n";
    let here = folder(&[
        ("a/.agenda-lint.yaml", config),
        ("b/.agenda-lint.yaml", "notebooks: [{files: b, template: ../t.j2}]\n"),
    ]);
    std::os::unix::fs::symlink(secret.path(), here.path().join("a/link")).unwrap();
    std::os::unix::fs::symlink(secret.path().join("t.j2"), here.path().join("t.j2")).unwrap();
    for place in ["a", "b"] {
        let new = run(&here.path().join(place), "2026-03-02", &["new"]);
        assert_eq!(new.status.code(), Some(2), "{new:?}");
        assert!(String::from_utf8_lossy(&new.stderr).contains("outside of the repository"), "{new:?}");
    }
    assert_eq!(fs::read_dir(secret.path()).unwrap().count(), 2, "nothing was written there");
}
