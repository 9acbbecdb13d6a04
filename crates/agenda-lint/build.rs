//! What `--version` says: version, commit and target.

#![expect(clippy::disallowed_methods, reason = "cargo tells a build script all in its environment")]

use std::{env, path::Path, process::Command};

fn main() {
    println!("cargo::rerun-if-changed=crates/agenda-lint/build.rs");
    let about = match commit() {
        Some(commit) => format!("{commit}, {}", variable("TARGET")),
        None => variable("TARGET"),
    };
    println!("cargo::rustc-env=AGENDA_LINT_VERSION={} ({about})", variable("CARGO_PKG_VERSION"));
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}

/// The commit that is built and its day. None where the sources lie in no repository of their own, as
/// when they were unpacked: the one around them is somebody else's.
fn commit() -> Option<String> {
    let own = Path::new(&variable("CARGO_MANIFEST_DIR")).join(".git");
    own.exists().then_some(())?;
    // Both change whenever HEAD moves: the one on a checkout, the other on a commit.
    for file in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", file])?;
        if Path::new(&path).exists() {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    git(&["log", "-1", "--no-show-signature", "--format=%h %cs", "--abbrev=7"])
}

fn git(args: &[&str]) -> Option<String> {
    // A hook of another repository may have set it.
    let output = Command::new("git").args(args).env_remove("GIT_DIR").output();
    let output = output.ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok().map(|text| text.trim().to_owned())
}
