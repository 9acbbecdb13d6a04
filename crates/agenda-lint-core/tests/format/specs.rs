//! Cases in files: what is typed, and what becomes of it.
//!
//! A case begins with `!! its name !!`; what follows `[expect]` is what the text becomes, and
//! without that line it stays as it is. `␠` stands for a blank, `␉` for a tab, `␍` for a carriage
//! return and `␄`, at the end, for no line end.

use std::{fs, path::Path};

use super::checked;

#[test]
fn each_case_becomes_what_it_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format/specs");
    let mut failures = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for case in text.split("\n!! ").skip(1) {
            count += 1;
            let (name, body) = case.split_once(" !!\n").unwrap();
            let (typed, wanted) = body.split_once("\n[expect]\n").unwrap_or((body, body));
            let (typed, wanted) = (unescaped(typed), unescaped(wanted));
            match checked(&typed) {
                Err(failure) => failures.push(format!("{name}: {failure}")),
                Ok(formatted) if formatted.text != wanted => {
                    failures.push(format!("{name}:\n{}\nbecomes\n{}\nnot\n{wanted}", typed, formatted.text));
                }
                Ok(_) => {}
            }
        }
    }
    assert!(count > 50, "only {count} cases were found");
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

fn unescaped(text: &str) -> String {
    let text = text.trim_matches('\n').replace('␠', " ").replace('␉', "\t").replace('␍', "\r");
    match text.strip_suffix('␄') {
        Some(text) => text.to_owned(),
        None => format!("{text}\n"),
    }
}
