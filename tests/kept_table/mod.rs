//! Tables of the docs that tests make.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads its data and fails by panicking"
)]

use std::{env, fs, path::Path};

/// Holds the table of `docs/judgement.md` that stands between two comments with this name against one made anew; writes it
/// where `SNAPSHOTS=overwrite` asks for that.
pub(crate) fn keep(name: &str, table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/judgement.md");
    let text = fs::read_to_string(&path).unwrap();
    let (opening, closing) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = text.split_once(&opening).unwrap();
    let (old, after) = rest.split_once(&closing).unwrap();
    if env::var("SNAPSHOTS").is_ok_and(|mode| mode == "overwrite") {
        fs::write(&path, [before, &opening, table, &closing, after].concat()).unwrap();
    } else {
        assert_eq!(old, table, "docs/judgement.md is out of date: run again with SNAPSHOTS=overwrite");
    }
}
