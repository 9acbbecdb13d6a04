//! A rolling notebook and the same history as one file a meeting tell the same.

use std::{fmt::Write as _, fs, path::Path};

use jiff::civil::Date;
use serde_json::Value;

use crate::{folder, out, run};

const NOTEBOOK: &str = include_str!("../../examples/notebook.md");
const CONFIG: &str = include_str!("../../examples/.agenda-lint.yaml");
const OKRS: &str = include_str!("../../examples/okrs.yaml");
const TODAY: &str = "2026-03-02";

/// The meetings of the example, each with its day.
fn meetings() -> Vec<(Date, String)> {
    let parts = NOTEBOOK.split("\n### ").skip(1);
    let dated = parts.filter_map(|part| {
        let heading = part.lines().next()?.trim_start_matches("Date: ");
        Some((Date::strptime("%d %B %Y", heading).ok()?, format!("### {part}\n")))
    });
    dated.collect()
}

/// The same history twice: in one file, and in one file a meeting.
fn both() -> [tempfile::TempDir; 2] {
    let mut rolling = String::from("# Sam and Kate\n\n");
    let files = [(".agenda-lint.yaml", CONFIG), ("okrs.yaml", OKRS)];
    let split = folder(&files);
    fs::create_dir(split.path().join("1-1s")).unwrap();
    for (day, text) in meetings() {
        writeln!(rolling, "{text}").unwrap();
        fs::write(split.path().join(format!("1-1s/{day} Sam and Kate.md")), text).unwrap();
    }
    let one = folder(&files);
    fs::write(one.path().join("notebook.md"), rolling).unwrap();
    [one, split]
}

/// What a command says, with the paths and lines left out.
fn told(folder: &Path, args: &[&str]) -> Value {
    fn without_places(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|key, _| {
                    !["path", "line", "span", "labels", "fix", "files"].contains(&key.as_str())
                });
                fields.values_mut().for_each(without_places);
            }
            Value::Array(values) => {
                values.iter_mut().for_each(without_places);
                values.sort_by_key(
                    |value| if value["date"].is_null() { value.to_string() } else { String::new() },
                );
            }
            _ => {}
        }
    }
    let output = run(folder, TODAY, &[args, &["--format", "json"]].concat());
    let mut value = serde_json::from_slice(&output.stdout).unwrap();
    without_places(&mut value);
    value
}

#[test]
fn one_file_and_many_tell_the_same() {
    let [one, split] = both();
    assert_eq!(meetings().len(), 24);
    for args in [["report"].as_slice(), &["actions"], &["check", "--all-meetings"], &["check"]] {
        let (one, split) = (told(one.path(), args), told(split.path(), args));
        assert!(one.to_string().len() > 500, "{args:?}: too little to tell");
        assert_eq!(one, split, "{args:?}");
    }
    let text = |folder: &Path, name: &str| {
        let output = run(folder, TODAY, &["report"]);
        out(&output).replace(name, "NOTEBOOK")
    };
    let one = text(one.path(), "./notebook.md").replace("notebook.md", "NOTEBOOK");
    assert_eq!(one, text(split.path(), "./1-1s/").replace("1-1s/", "NOTEBOOK"));
}
