//! Editors that others wrote, as clients of the language server.

use std::{path::Path, process::Command};

use crate::support::{Folder, clients, output, program};

fn script(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ci").join(name)
}

#[test]
fn neovim_is_served() {
    if clients("Neovim and other editors").is_none() {
        return;
    }
    let folder = Folder::new("neovim");
    folder
        .write("notes.md", "## 2026-03-02\n\n### Advice\n\n- Any advice on 😀 workshops?   \n- May I go?  ");
    let mut command = Command::new("nvim");
    command.args(["--headless", "--clean", "-i", "NONE", "notes.md", "-S"]).arg(script("neovim.lua"));
    command.current_dir(folder.path()).env("AGENDA_LINT", program()).env("XDG_STATE_HOME", folder.path());
    let (status, _, said) = output(&mut command);
    assert_eq!(status, 0, "{said}");
}

#[test]
fn a_client_that_knows_the_protocol_by_heart_is_served() {
    let Some(clients) = clients("pytest-lsp") else { return };
    let folder = Folder::new("pytest-lsp");
    let mut command = Command::new(clients.join("python/bin/pytest"));
    command.args(["--quiet", "-p", "no:cacheprovider", "-W", "error::pytest_lsp.LspSpecificationWarning"]);
    command.arg(script("editor_test.py")).current_dir(folder.path());
    command.env("AGENDA_LINT", program()).env("PYTHONDONTWRITEBYTECODE", "1");
    let (status, shown, said) = output(&mut command);
    assert_eq!(status, 0, "{shown}{said}");
}
