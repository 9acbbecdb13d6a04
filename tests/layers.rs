//! The layers of the library hold: each names only those below it, and one crate has one user.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads the sources and fails by panicking"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Each layer with the layers it may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("nearest", &[]),
    ("yaml", &["text", "nearest"]),
    ("syntax", &["text"]),
    ("document", &["text", "syntax"]),
    ("language", &["text"]),
    ("analysis", &["text", "syntax", "document", "language", "nearest"]),
    ("notebook", &["text", "syntax", "document", "language", "analysis"]),
    ("diagnostic", &["text"]),
    ("rules", &["text", "syntax", "document", "language", "analysis", "diagnostic", "nearest"]),
    (
        "config",
        &["text", "document", "language", "analysis", "diagnostic", "rules", "yaml", "nearest", "format"],
    ),
    ("engine", &["text", "document", "language", "analysis", "diagnostic", "rules", "config", "nearest"]),
    ("reference", &["rules", "diagnostic", "config"]),
    ("files", &["text", "syntax", "analysis", "config", "engine", "yaml", "nearest"]),
    ("format", &["text", "syntax", "document", "analysis"]),
];

/// Crates that only one place may name, and that place.
const SOLE_USERS: &[(&str, &[&str])] =
    &[("pulldown_cmark", &["syntax"]), ("serde_yaml", &["yaml"]), ("std::fs", &["files"])];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/agenda-lint-core/src")
}

/// Every source file with the layer it belongs to and its code, tests left out.
fn files() -> Vec<(String, PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![source()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("tests") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
                let layer = path
                    .strip_prefix(source())
                    .unwrap()
                    .iter()
                    .next()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
                found.push((layer.trim_end_matches(".rs").to_owned(), path, code));
            }
        }
    }
    found.retain(|(layer, ..)| layer != "lib");
    assert!(found.len() > 20, "the sources were not found");
    found
}

/// The layers that a file's code names as `crate::layer`, alone or in a list.
fn named(code: &str) -> Vec<String> {
    let mut layers = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let before = &code[..at];
        if before.ends_with('$') || before.lines().last().unwrap_or_default().trim_start().starts_with("//") {
            continue;
        }
        let rest = &code[at + path.len()..];
        let word = |text: &str| -> String {
            text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
        };
        let Some(list) = rest.strip_prefix('{') else {
            layers.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut start = true;
        for (at, c) in list.char_indices() {
            if start && depth == 0 && c.is_alphabetic() {
                layers.push(word(&list[at..]));
                start = false;
            }
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                _ => {}
            }
        }
    }
    layers.retain(|layer| LAYERS.iter().any(|(name, _)| name == layer));
    layers
}

#[test]
fn each_layer_names_only_those_below_it() {
    for (layer, path, code) in files() {
        let allowed = LAYERS.iter().find(|(name, _)| *name == layer);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{} belongs to no layer", path.display()));
        for named in named(&code) {
            assert!(
                named == layer || allowed.contains(&named.as_str()),
                "{}: `{layer}` may not name `{named}`",
                path.display()
            );
        }
    }
}

#[test]
fn a_guarded_crate_has_one_user() {
    for (layer, path, code) in files() {
        for (name, users) in SOLE_USERS {
            let names = code.lines().any(|line| line.contains(name) && !line.trim_start().starts_with("//"));
            assert!(
                !names || users.contains(&layer.as_str()),
                "{}: only {users:?} may name `{name}`",
                path.display()
            );
        }
    }
}
