//! How long a keystroke takes in a long notebook, and what ten thousand of them leave behind.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use serde_json::json;

use super::client::{Client, uri};

/// A notebook of about 200 KB: weekly meetings, the newest first.
fn notebook() -> String {
    let mut text = String::from("# 1:1 Sam and Kate\n");
    let mut day = jiff::civil::date(2026, 3, 2);
    while text.len() < 200_000 {
        let _ = write!(
            text,
            "\n## {day}\n\n### Updates\n\n\
             - O1.KR1: sign-ups rose from 38 to 44 a week after the new page went live\n\
             - O1.KR2: the import fails for files above 2 GB; Noor rewrites the reader until Friday\n\n\
             ### Advice\n\n\
             - Since January two teams change our schema without telling us. Releases slip by a day each time. \
             I asked both leads for a review step and one agreed. Should I raise it with their manager?\n\n\
             ### Career\n\n- I want to lead a project of two teams by autumn. What should I show first?\n\n\
             ### Action items\n\n\
             - [x] @sam send the notes (due {day})\n- [ ] @kate ask Lee about the budget (due {day})\n"
        );
        day = day.saturating_sub(jiff::Span::new().weeks(1));
    }
    text
}

#[test]
#[ignore = "measures: cargo test --release --test server -- --ignored --nocapture"]
fn a_keystroke_is_answered_at_once_and_leaves_nothing_behind() {
    let folder = super::folder();
    let mut client = Client::start(folder.path(), json!({}));
    let uri = uri(&folder.path().join("notes.md"));
    client.open(&uri, &notebook());
    client.diagnostics(&uri);
    let place = json!({"line": 10, "character": 4});
    let after = json!({"line": 10, "character": 5});
    let typed = json!([{"range": {"start": place, "end": place}, "text": "x"}]);
    let erased = json!([{"range": {"start": place, "end": after}, "text": ""}]);
    let change = |version: i32| if version % 2 == 0 { typed.clone() } else { erased.clone() };

    let mut total = Duration::ZERO;
    for version in 2..202 {
        let start = Instant::now();
        client.change(&uri, version, change(version));
        client.diagnostics_of(&uri, version);
        total += start.elapsed();
    }
    let mean = total / 200;
    let before = client.memory();
    for version in 202..10_202 {
        client.change(&uri, version, change(version));
    }
    client.diagnostics_of(&uri, 10_201);
    let after = client.memory();
    eprintln!("a keystroke in 200 KB: {mean:?} on average; memory {before} KB, after 10,000 more {after} KB");
    assert!(mean < Duration::from_millis(30));
    assert!(after < before + 4096);
    assert!(client.end().success());
}
