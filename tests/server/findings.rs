//! What is shown of notes and configs.

use std::{fs, path::Path, process::Command};

use serde_json::json;

use crate::{
    NOTE, as_listed,
    client::{Client, uri},
    folder, listed, rules,
};

#[test]
fn a_note_is_judged_while_it_is_written() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    client.open(&uri, NOTE);
    let found = client.diagnostics(&uri);
    let vague = found.iter().find(|found| found["code"] == "vague-advice").unwrap();
    assert_eq!(vague["range"]["start"]["line"], 10);
    assert!(vague["codeDescription"]["href"].as_str().unwrap().ends_with("rules.md#vague-advice"));

    let line = json!({"start": {"line": 10, "character": 0}, "end": {"line": 11, "character": 0}});
    client.change(&uri, 2, json!([{"range": line, "text": "- May I take Friday off?\n"}]));
    assert!(!rules(&client.diagnostics_of(&uri, 2)).contains(&"vague-advice"));

    client.close(&uri);
    assert!(client.diagnostics(&uri).is_empty(), "a closed file has no problems");
    assert!(client.end().success());
}

#[test]
fn editor_and_command_line_find_the_same() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut client = Client::start(&examples, json!({}));
    let mut total = 0;
    for entry in fs::read_dir(&examples).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.extension().is_none_or(|end| end != "md") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        client.open(&uri(&path), &text);
        let shown = as_listed(&text, &client.diagnostics(&uri(&path)));
        assert_eq!(shown, listed(&examples, &["."], &name, None), "{name}");
        total += shown.len();
    }
    assert!(total > 10, "the examples show what is found");
    assert!(client.end().success());
}

#[test]
fn a_text_in_any_state_is_found_the_same() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let text = fs::read_to_string(examples.join("common-faults.md")).unwrap();
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    client.open(&uri, "");
    for (version, text) in (2..).zip([
        format!("\u{feff}{text}"),
        text.replace('\n', "\r\n"),
        text.replace("- ", "- 😀 "),
        text.replace("### ", "### Private\n\n- Any advice on my pay?\n\n### "),
        format!("{half}<!-- agenda-lint-disable-file vague-advice -->"),
        text.lines().rev().collect::<Vec<_>>().join("\n"),
        half,
    ]) {
        client.change(&uri, version, json!([{"text": text}]));
        let shown = as_listed(&text, &client.diagnostics_of(&uri, version));
        let named = ["--stdin-filename", "notes.md", "-"];
        assert_eq!(shown, listed(folder.path(), &named, "notes.md", Some(&text)), "{text}");
        assert!(!shown.is_empty(), "{text}");
    }
    assert!(client.end().success());
}

#[test]
fn a_config_counts_when_it_is_saved() {
    let folder = folder();
    let path = folder.path().join(".agenda-lint.yaml");
    let (note, config) = (uri(&folder.path().join("notes.md")), uri(&path));
    let mut client = Client::start(folder.path(), json!({}));
    client.open(&note, NOTE);
    assert!(rules(&client.diagnostics(&note)).contains(&"vague-advice"));

    fs::write(&path, "rules:\n  vague-advise: off\n").unwrap();
    let changed = json!({"changes": [{"uri": config, "type": 2}]});
    client.notify("workspace/didChangeWatchedFiles", changed.clone());
    let message = client.diagnostics(&note)[0]["message"].as_str().unwrap().to_owned();
    assert!(message.contains("the settings cannot be used: .agenda-lint.yaml:2"), "{message}");
    let found = client.diagnostics(&config);
    assert_eq!(found[0]["range"]["start"], json!({"line": 1, "character": 2}));
    assert!(found[0]["message"].as_str().unwrap().contains("vague-advice"), "{found:?}");

    client.open(&config, "rules:\n  vague-advice: off\n");
    assert!(client.diagnostics(&config).is_empty(), "what is mended in the editor is not held against it");
    fs::write(&path, "rules:\n  vague-advice: off\n").unwrap();
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": config}}));
    assert!(!rules(&client.diagnostics(&note)).contains(&"vague-advice"));
    assert!(client.end().success());
}

#[test]
fn a_notebook_of_many_files_is_read_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let meeting =
        |day: &str| format!("# {day}\n\n## Advice\n\n- Do you have advice on stakeholder management?\n");
    let path = |day: &str| folder.path().join(format!("{day}.md"));
    fs::write(path("2026-02-16"), meeting("2026-02-16")).unwrap();
    fs::write(path("2026-03-02"), meeting("2026-03-02")).unwrap();
    let mut client = Client::start(folder.path(), json!({}));
    let (old, next) = (uri(&path("2026-02-16")), uri(&path("2026-03-02")));
    client.open(&old, &meeting("2026-02-16"));
    assert!(!rules(&client.diagnostics(&old)).contains(&"vague-advice"), "that meeting is over");
    client.open(&next, &meeting("2026-03-02"));
    assert!(rules(&client.diagnostics(&next)).contains(&"vague-advice"));
    assert!(client.end().success());
}

#[test]
fn a_notebook_that_the_config_names_is_read_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let config = "notebooks: [{files: \"*.md\"}]\n";
    fs::write(folder.path().join(".agenda-lint.yaml"), config).unwrap();
    let note =
        |day: &str| format!("# {day}\n\n## Advice\n\n- Do you have advice on stakeholder management?\n");
    fs::write(folder.path().join("next.md"), note("2026-03-02")).unwrap();
    let mut client = Client::start(folder.path(), json!({}));
    let old = uri(&folder.path().join("before.md"));
    client.open(&old, &note("2026-02-16"));
    assert!(
        !rules(&client.diagnostics(&old)).contains(&"vague-advice"),
        "the next meeting is in the other note"
    );
    assert!(client.end().success());
}

#[test]
fn a_note_may_say_itself_which_notebook_it_is_of() {
    let folder = tempfile::tempdir().unwrap();
    let topic = "## Advice\n\n- Do you have advice on stakeholder management?\n";
    let note = |day: &str| format!("---\ndate: {day}\nwith: Kate\n---\n\n{topic}");
    fs::write(folder.path().join("planning.md"), note("2026-03-02")).unwrap();
    let mut client = Client::start(folder.path(), json!({}));
    let old = uri(&folder.path().join("review.md"));
    client.open(&old, topic);
    assert!(rules(&client.diagnostics(&old)).contains(&"vague-advice"));
    client.change(&old, 2, json!([{"text": note("2026-02-16")}]));
    assert!(!rules(&client.diagnostics_of(&old, 2)).contains(&"vague-advice"), "that meeting is over");
    client.change(&old, 3, json!([{"text": topic}]));
    assert!(rules(&client.diagnostics_of(&old, 3)).contains(&"vague-advice"));
    assert!(client.end().success());
}

#[test]
fn what_came_late_is_told_once_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        command.args([
            "-c",
            "user.name=Sam Lee",
            "-c",
            "user.email=sam@example.com",
            "-c",
            "commit.gpgsign=false",
        ]);
        command.args(args).current_dir(folder.path()).env("GIT_CONFIG_GLOBAL", "/dev/null");
        command.env("GIT_AUTHOR_DATE", "2026-02-27T10:00:00+01:00");
        assert!(command.output().unwrap().status.success(), "{args:?}");
    };
    let path = folder.path().join("notes.md");
    let text = "## 2026-03-02\n\n### Advice\n\n- May I take Friday off?\n";
    fs::write(&path, text).unwrap();
    git(&["init", "--quiet"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "prepare"]);
    let mut client = Client::start(folder.path(), json!({}));
    let note = uri(&path);
    client.open(&note, text);
    assert!(!rules(&client.diagnostics(&note)).contains(&"late-agenda"));

    let text = format!("{text}- May I take Monday off, too?\n");
    client.change(&note, 2, json!([{"text": text}]));
    assert!(!rules(&client.diagnostics_of(&note, 2)).contains(&"late-agenda"), "it is still being written");
    fs::write(&path, &text).unwrap();
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": note}}));
    let found = client.diagnostics_of(&note, 2);
    assert!(rules(&found).contains(&"late-agenda"), "{found:?}");
    assert_eq!(as_listed(&text, &found), listed(folder.path(), &["notes.md"], "notes.md", None));
    assert!(client.end().success());
}

#[test]
fn what_is_no_file_is_read_nowhere() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    for uri in ["untitled:Untitled-1", "file:///%00", "file://elsewhere/a.md", "git:/a.md?x", "", "not a uri"]
    {
        client.open(uri, NOTE);
        assert!(rules(&client.diagnostics(uri)).contains(&"vague-advice"), "{uri}");
        client.close(uri);
    }
    assert!(client.end().success());
}
