//! The language server, asked by an editor over its streams.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads and writes files, and fails by panicking"
)]

mod client;

use std::{fs, path::Path, process::Command};

use client::{Client, edited, offset, uri};
use serde_json::{Value, json};

const NOTE: &str = "# 1:1 Sam and Kate\n\n## 2026-03-02\n\n### Updates\n\n- O1.KR1: 😀 sign-ups rose to 44 a week\n\n### Advice\n\n- Do you have advice on stakeholder management?\n\n### Action items\n\n- [ ] @kate send the deck (due 2026-03-06)\n";

const OKRS: &str = "objectives:\n  - id: O1\n    title: Grow sign-ups\n    key-results:\n      - {id: KR1, title: 50 sign-ups a week}\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join(".agenda-lint.yaml"),
        "okrs: okrs.yaml\npeople: {report: Sam Lee, manager: Kate Doe}\n",
    )
    .unwrap();
    fs::write(folder.path().join("okrs.yaml"), OKRS).unwrap();
    folder
}

fn rules(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic["code"].as_str().unwrap_or("-")).collect()
}

/// What the command line prints of a text, or of files.
fn command_line(folder: &Path, args: &[&str], text: Option<&str>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_agenda-lint"));
    command.args(args).current_dir(folder).env("AGENDA_LINT_TODAY", "2026-03-02");
    if let Some(text) = text {
        let input = folder.join("input");
        fs::write(&input, text).unwrap();
        command.stdin(fs::File::open(input).unwrap());
    }
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

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

/// A finding as both can tell it: its rule, how grave it is, what it says, and its bytes.
type Found = (String, String, String, usize, usize);

/// What the command line finds in files, or in a text of this name.
fn listed(folder: &Path, args: &[&str], name: &str, text: Option<&str>) -> Vec<Found> {
    let args = [&["check", "--format", "json"], args].concat();
    let report: Value = serde_json::from_str(&command_line(folder, &args, text)).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let found = findings.filter(|found| found["path"] == name).map(|found| {
        let span = &found["span"];
        let words = (word(&found["rule"]), word(&found["severity"]), word(&found["message"]));
        (words.0, words.1, words.2, number(&span["start"]), number(&span["end"]))
    });
    found.collect()
}

/// The same of what an editor is shown of a text.
fn as_listed(text: &str, shown: &[Value]) -> Vec<Found> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let place = |end: &Value| offset(text, end) - mark;
    let one = |shown: &Value| {
        let severity =
            ["error", "warning", "info"][usize::try_from(shown["severity"].as_u64().unwrap()).unwrap() - 1];
        let message = shown["message"].as_str().unwrap().split("\n\n").next().unwrap().to_owned();
        let rule = shown["code"].as_str().unwrap().to_owned();
        (rule, severity.to_owned(), message, place(&shown["range"]["start"]), place(&shown["range"]["end"]))
    };
    shown.iter().map(one).collect()
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
fn the_snippets_of_an_extension_lack_nothing() {
    let snippets = Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/vscode/snippets/framings.json");
    let snippets: Value = serde_json::from_str(&fs::read_to_string(snippets).unwrap()).unwrap();
    let mut note = String::from("## 2026-03-02\n");
    for (name, section) in
        [("Update", "Updates"), ("Advice", "Advice"), ("Career", "Career"), ("Strategy", "Strategy")]
    {
        let lines = snippets[name]["body"].as_array().unwrap().iter().map(|line| line.as_str().unwrap());
        // `${2:words}` is `words` until somebody types over it.
        let pieces: Vec<&str> = lines.flat_map(|line| [line, "\n"]).collect();
        let pieces = pieces.concat().replace("$0", "").replace('}', "");
        let words = pieces.split("${").map(|piece| {
            piece.split_once(':').filter(|(stop, _)| stop.len() == 1).map_or(piece, |(_, words)| words)
        });
        note = format!("{note}\n### {section}\n\n{}", words.collect::<String>());
    }
    let folder = folder();
    assert_eq!(listed(folder.path(), &["-"], "<stdin>", Some(&note)), Vec::new(), "{note}");
}

#[test]
fn formatting_is_that_of_the_command_line() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    let text = "## 2026-03-02   \n* 😀 one\n* two\n\n\n\n### Advice\n* three   \n";
    client.open(&uri, text);
    let whole = client.about("formatting", &uri, json!({}));
    let formatted = command_line(folder.path(), &["fmt", "-"], Some(text));
    assert_ne!(formatted, text);
    assert_eq!(edited(text, &whole), formatted);

    let place = json!({"line": 7, "character": 3});
    let part = client.about("rangeFormatting", &uri, json!({"range": {"start": place, "end": place}}));
    let after = edited(text, &part);
    assert!(after.starts_with("## 2026-03-02   \n* 😀 one") && after.ends_with("- three\n"), "{after:?}");
    assert!(client.end().success());
}

#[test]
fn every_action_does_what_it_says() {
    let folder = folder();
    let versioned = json!({"workspace": {"workspaceEdit": {"documentChanges": true}}});
    let mut client = Client::start(folder.path(), versioned);
    let uri = uri(&folder.path().join("notes.md"));
    let text = format!("{NOTE}- [ ] @kate call Noor <!-- agenda-lint-disable-line vague-advise -->\n");
    client.open(&uri, &text);
    let before = client.diagnostics(&uri);
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let ask = |kinds: Value| json!({"range": whole, "context": {"diagnostics": [], "only": kinds}});
    let actions = client.about("codeAction", &uri, ask(json!(["quickfix"])));
    let actions = actions.as_array().unwrap();
    assert!(actions.len() > 3, "{actions:?}");
    for (version, action) in (2..).zip(actions) {
        let title = action["title"].as_str().unwrap();
        let edit = &action["edit"]["documentChanges"][0];
        let rule = action["diagnostics"][0]["code"].as_str().unwrap();
        client.change(&uri, 2 * version, json!([{"text": edited(&text, &edit["edits"])}]));
        let after = client.diagnostics_of(&uri, 2 * version);
        if title.starts_with("Add the missing parts") {
            assert!(edited(&text, &edit["edits"]).contains("  - Problem:\n"), "{edit}");
        } else {
            let count = |found: &[Value]| rules(found).into_iter().filter(|found| *found == rule).count();
            assert!(count(&after) < count(&before), "{title}: {after:?}");
        }
        client.change(&uri, 2 * version + 1, json!([{"text": text}]));
    }
    let titles: Vec<&str> = actions.iter().map(|action| action["title"].as_str().unwrap()).collect();
    for title in [
        "Add the missing parts as bullets to fill in",
        "Silence `vague-advice` on this line",
        "Silence `vague-advice` in this file",
        "Remove the name",
    ] {
        assert!(titles.contains(&title), "{title}: {titles:?}");
    }

    let all = client.about("codeAction", &uri, ask(json!(["source"])));
    assert_eq!(all.as_array().unwrap().len(), 1, "{all}");
    let edits = &all[0]["edit"]["documentChanges"][0]["edits"];
    assert_eq!(edited(&text, edits), command_line(folder.path(), &["check", "--fix", "-"], Some(&text)));
    assert!(client.end().success());
}

#[test]
fn a_second_name_joins_the_comment_that_is_there() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    let text = NOTE.replace("management?", "management? <!-- agenda-lint-disable-line unknown-okr -->");
    client.open(&uri, &text);
    let place = json!({"line": 10, "character": 4});
    let asked = json!({"range": {"start": place, "end": place}, "context": {"diagnostics": []}});
    let actions = client.about("codeAction", &uri, asked);
    let action = actions.as_array().unwrap().iter();
    let action =
        action.filter(|action| action["title"] == "Silence `vague-advice` on this line").collect::<Vec<_>>();
    let after = edited(&text, &action[0]["edit"]["changes"][&uri]);
    assert!(
        after.contains("management? <!-- agenda-lint-disable-line unknown-okr vague-advice -->"),
        "{after}"
    );
    assert!(client.end().success());
}

#[test]
fn hovering_tells_what_stands_there() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    client.open(&uri, NOTE);
    for (line, character, words) in [
        (6, 4, "**O1.KR1** 50 sign-ups a week"),
        (6, 30, "Read as: **update**"),
        (10, 5, "### vague-advice"),
        (14, 10, "- task: `kate`, 2026-03-06"),
    ] {
        let place = json!({"position": {"line": line, "character": character}});
        let hover = client.about("hover", &uri, place);
        let text = hover["contents"]["value"].as_str().unwrap_or_default();
        assert!(text.contains(words), "{line}:{character}: {hover}");
        assert!(!text.contains("md,bad"), "{text}");
    }
    let nothing = client.about("hover", &uri, json!({"position": {"line": 1, "character": 0}}));
    assert_eq!(nothing, Value::Null);
    assert!(client.end().success());
}

#[test]
fn what_may_come_next_is_offered() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let note = uri(&folder.path().join("notes.md"));
    let config = uri(&folder.path().join(".agenda-lint.yaml"));
    for (uri, text, offered) in [
        (&note, "### Upd", "Updates"),
        (&note, "- O1", "O1.KR1"),
        (&note, "- [ ] @k", "kate"),
        (&note, "- x <!-- agenda-lint-dis", "agenda-lint-disable-line"),
        (&note, "- x <!-- agenda-lint-disable-line vag", "vague-advice"),
        (&config, "rules:\n  vag", "vague-advice"),
        (&config, "rules:\n  vague-advice: o", "off"),
    ] {
        client.open(uri, text);
        let line = text.matches('\n').count();
        let character = text.rsplit('\n').next().unwrap().len();
        let place = json!({"position": {"line": line, "character": character}});
        let items = client.about("completion", uri, place);
        let item = items.as_array().unwrap().iter().find(|item| item["label"] == offered);
        let item = item.unwrap_or_else(|| panic!("{text:?}: {items}"));
        let after = edited(text, &json!([item["textEdit"]]));
        assert!(
            after.ends_with(offered) && offset(text, &item["textEdit"]["range"]["end"]) == text.len(),
            "{after}"
        );
    }
    client.open(&note, "Only words here");
    let place = json!({"position": {"line": 0, "character": 9}});
    assert_eq!(client.about("completion", &note, place), json!([]));
    assert!(client.end().success());
}

#[test]
fn columns_are_counted_as_the_editor_can() {
    let folder = folder();
    for (known, unit, start) in [
        (json!(["utf-8", "utf-16"]), "utf-8", 7),
        (json!(["utf-32"]), "utf-16", 5),
        (Value::Null, "utf-16", 5),
    ] {
        let mut client = Client::raw(folder.path(), &[]);
        let capabilities = json!({"general": {"positionEncodings": known}});
        let folder = uri(folder.path());
        let asked = json!({"processId": null, "rootUri": folder, "capabilities": capabilities});
        let answer = client.request("initialize", asked);
        assert_eq!(answer["result"]["capabilities"]["positionEncoding"], unit);
        let note = format!("{folder}/notes.md");
        client.open(&note, "- 😀 O1");
        let items =
            client.about("completion", &note, json!({"position": {"line": 0, "character": start + 2}}));
        assert_eq!(items[0]["textEdit"]["range"]["start"]["character"], start, "{items}");
        client.change(&note, 2, json!([{"range": items[0]["textEdit"]["range"], "text": "x"}]));
        let after =
            client.about("completion", &note, json!({"position": {"line": 0, "character": start + 1}}));
        assert_eq!(after, json!([]), "the letter took the place of the two");
        assert!(client.end().success());
    }
}

#[test]
fn a_note_has_an_outline() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    client.open(&uri, NOTE);
    let symbols = client.about("documentSymbol", &uri, json!({}));
    let meeting = &symbols[0];
    assert_eq!(
        (&meeting["name"], &meeting["selectionRange"]["start"]["line"]),
        (&json!("2026-03-02"), &json!(2))
    );
    let sections: Vec<&Value> =
        meeting["children"].as_array().unwrap().iter().map(|section| &section["detail"]).collect();
    assert_eq!(sections, ["updates", "advice", "actions"]);
    let folds = client.about("foldingRange", &uri, json!({}));
    let folds: Vec<(&Value, &Value)> =
        folds.as_array().unwrap().iter().map(|fold| (&fold["startLine"], &fold["endLine"])).collect();
    assert!(folds.contains(&(&json!(2), &json!(14))) && folds.contains(&(&json!(4), &json!(6))), "{folds:?}");
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

#[test]
fn edits_one_by_one_lead_where_one_edit_does() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let (typed, pasted) = (uri(&folder.path().join("typed.md")), uri(&folder.path().join("pasted.md")));
    client.open(&typed, NOTE);
    let mut text = NOTE.to_owned();
    let mut seed = 7_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for version in 2..302 {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let from = next(places.len());
        let to = (from + next(3)).min(places.len() - 1);
        let (from, to) = (places[from], places[to]);
        let new = ["", "x", "😀", "\n", "- ", "é", "## 2026-03-16\n"][next(7)];
        let place = |at: usize| {
            let line = text[..at].matches('\n').count();
            let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
            json!({"line": line, "character": text[start..at].encode_utf16().count()})
        };
        let range = json!({"start": place(from), "end": place(to)});
        client.change(&typed, version, json!([{"range": range, "text": new}]));
        text.replace_range(from..to, new);
    }
    client.open(&pasted, &text);
    let found = client.diagnostics_of(&typed, 301);
    let expected = client.diagnostics(&pasted);
    let places = |found: &[Value]| {
        found.iter().map(|found| (found["code"].clone(), found["range"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(places(&found), places(&expected));
    assert_eq!(client.about("formatting", &typed, json!({})), client.about("formatting", &pasted, json!({})));
    assert!(client.end().success());
}

#[test]
#[cfg(target_os = "linux")]
fn edits_leave_nothing_behind() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    client.open(&uri, NOTE);
    let end = json!({"line": 10, "character": 3});
    let edit = |client: &mut Client, version: i32| {
        let text = if version % 2 == 0 { "x" } else { "" };
        let start = json!({"line": 10, "character": 2});
        client.change(&uri, version, json!([{"range": {"start": start, "end": end}, "text": text}]));
        if version % 50 == 0 {
            client.diagnostics_of(&uri, version);
        }
    };
    (2..=1000).for_each(|version| edit(&mut client, version));
    let before = client.memory();
    (1001..=10_000).for_each(|version| edit(&mut client, version));
    let after = client.memory();
    assert!(after < before + 2048, "{before} KB became {after} KB");
    assert!(client.end().success());
}

#[test]
fn the_protocol_is_kept() {
    let folder = folder();
    let mut client = Client::raw(folder.path(), &[]);
    let code = |answer: &Value| answer["error"]["code"].as_i64();
    let early = client.request("textDocument/hover", json!({}));
    assert_eq!(code(&early), Some(-32002));
    client.request("initialize", json!({"processId": null, "capabilities": {}}));
    for (method, params, expected) in [
        ("initialize", json!({"capabilities": {}}), -32600),
        ("foo/bar", json!({"a": 1}), -32601),
        ("$/foo", Value::Null, -32601),
        ("textDocument/hover", Value::Null, -32602),
        ("textDocument/formatting", json!({}), -32602),
    ] {
        assert_eq!(code(&client.request(method, params)), Some(expected), "{method}");
    }
    let unopened = json!({"textDocument": {"uri": "file:///no.md"}, "position": {"line": 1, "character": 1}});
    assert_eq!(client.request("textDocument/hover", unopened)["result"], Value::Null);
    client.send_raw(b"Content-Length: 5\r\n\r\nhello");
    assert_eq!(
        code(&client.wait(|message| message["id"].is_null() && message.get("error").is_some())),
        Some(-32700)
    );
    client.request("shutdown", Value::Null);
    assert_eq!(code(&client.request("textDocument/hover", json!({}))), Some(-32600));
    client.notify("exit", Value::Null);
    assert!(client.leave().success());
}

#[test]
fn garbage_harms_nothing() {
    const REQUESTS: [&str; 8] = [
        "formatting",
        "rangeFormatting",
        "codeAction",
        "hover",
        "completion",
        "documentSymbol",
        "foldingRange",
        "x",
    ];
    const NOTES: [&str; 6] = [
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didClose",
        "textDocument/didSave",
        "workspace/didChangeWatchedFiles",
        "$/cancelRequest",
    ];
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    client.open(&uri, NOTE);
    let before = client.diagnostics(&uri);
    let places = [
        json!({"line": 0, "character": 4_294_967_295_u64}),
        json!({"line": 4_294_967_295_u64, "character": 0}),
        json!({"line": 6, "character": 12}),
        json!({"line": -1, "character": 0}),
        json!({"line": 18_446_744_073_709_551_615_u64, "character": 1e99}),
        json!({"line": "a", "character": null}),
        json!(7),
    ];
    let mut odd = vec![Value::Null, json!([]), json!("x"), json!({"textDocument": 5}), json!({"id": {}})];
    for (start, end) in places.iter().zip(places.iter().rev()) {
        let range = json!({"start": start, "end": end});
        odd.push(json!({
            "textDocument": {"uri": uri, "version": -1}, "position": start, "range": range,
            "context": {"diagnostics": []}, "options": {"tabSize": -4}, "changes": [{"uri": 3}],
            "contentChanges": [{"range": range, "text": "😀"}, {"range": range}],
        }));
    }
    for params in odd {
        for method in REQUESTS {
            let answer = client.request(&format!("textDocument/{method}"), params.clone());
            assert!(answer.get("result").is_some() || answer.get("error").is_some(), "{method}: {answer}");
        }
        for method in NOTES {
            client.notify(method, params.clone());
        }
    }
    client.open(&uri, NOTE);
    client.change(&uri, 2, json!([{"text": NOTE}]));
    assert_eq!(client.diagnostics_of(&uri, 2), before);
    assert!(client.end().success());
}

#[test]
fn a_cancelled_request_is_answered_all_the_same() {
    let folder = folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    client.open(&uri, &"a  \n".repeat(20_000));
    let asked = json!({"textDocument": {"uri": uri}, "options": {"tabSize": 2, "insertSpaces": true}});
    let ids: Vec<i64> = (0..5).map(|_| client.ask("textDocument/formatting", asked.clone())).collect();
    for id in &ids {
        client.notify("$/cancelRequest", json!({"id": id}));
    }
    let answers: Vec<Value> = ids.iter().map(|id| client.wait(|message| message["id"] == *id)).collect();
    let cancelled = answers.iter().filter(|answer| answer["error"]["code"] == -32800).count();
    assert!(cancelled >= 3, "only what was under way is finished: {cancelled} of 5");
    assert!(client.end().success());
}

#[test]
fn a_server_does_not_outlive_its_editor() {
    let folder = folder();
    assert_eq!(Client::raw(folder.path(), &[]).leave().code(), Some(1));
    let mut client = Client::start(folder.path(), json!({}));
    client.open(&uri(&folder.path().join("notes.md")), NOTE);
    assert_eq!(client.leave().code(), Some(1));
    let mut client = Client::start(folder.path(), json!({}));
    client.notify("exit", Value::Null);
    assert_eq!(client.leave().code(), Some(1));
}
