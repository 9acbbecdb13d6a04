//! Edits, garbage, and the life of a server.

use serde_json::{Value, json};

use crate::{
    NOTE,
    client::{Client, uri},
    folder,
};

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
