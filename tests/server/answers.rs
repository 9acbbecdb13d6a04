//! What is answered to an editor that asks.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::{
    NOTE,
    client::{Client, edited, offset, uri},
    command_line, folder, listed, rules,
};

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
