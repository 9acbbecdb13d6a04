//! A note is read for what it is, and written whole or not at all.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the tests make the files that the library meets"
)]

use std::{fs, path::PathBuf};

use agenda_lint_core::files::{ReadError, WriteError, create_note, notebook_key, read_note, write_note};
use tempfile::TempDir;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name)
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

#[test]
fn what_is_no_note_is_named_not_guessed_at() {
    let folder = Folder::new();
    let deep = format!("a\n{}a\n", "> ".repeat(100));
    let cases: [(&[u8], &str); 8] = [
        (b"a\nb\xe9c", "not valid UTF-8 at byte 3 (line 2)"),
        (b"a\0b", "a binary file, it seems: byte 1 is zero"),
        (b"\xff\xfea\0", "UTF-16 text; convert it to UTF-8"),
        (b"\xfe\xff\0a", "UTF-16 text; convert it to UTF-8"),
        (b"\xff\xfe\0\0a\0\0\0", "UTF-32 text; convert it to UTF-8"),
        (b"\xc0\xaf", "not valid UTF-8 at byte 0 (line 1)"),
        (&vec![b'a'; 17 << 20], "more than 16 MiB"),
        (deep.as_bytes(), "nested too deeply at line 2 (limit 64)"),
    ];
    for (bytes, message) in cases {
        let error = read_note(&folder.file("a.md", bytes)).map(|_| ()).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
    assert!(matches!(read_note(folder.0.path()), Err(ReadError::NotAFile)));
    assert!(matches!(read_note(&folder.path("none.md")), Err(ReadError::Io(_))));
}

#[test]
fn front_matter_tells_the_notebook_whatever_follows_it() {
    let folder = Folder::new();
    let key = |bytes: &[u8]| notebook_key(&folder.file("kickoff.md", bytes));
    let head = "---\nreport: Sam\nmeeting_date: 2026-03-02\n---\n";
    assert!(key(head.as_bytes()).is_some());
    // Wherever the last byte that is looked at lies in a character, or none is text.
    for rest in ["é".repeat(20_000).as_bytes(), "€".repeat(20_000).as_bytes(), b"\xff\0"] {
        assert_eq!(key(&[head.as_bytes(), rest].concat()), key(head.as_bytes()));
    }
    for other in ["---\nreport: Sam\n---\n2026-03-02\n", "---\ndate: 2026-03-02\n---\n", &head[..30], "a\n"] {
        assert_eq!(key(other.as_bytes()), None, "{other}");
    }
}

#[test]
fn a_note_is_written_with_its_byte_order_mark_and_nothing_is_left_behind() {
    let folder = Folder::new();
    let path = folder.file("a.md", "\u{feff}a".as_bytes());
    let (file, identity) = read_note(&path).unwrap();
    assert_eq!((file.text(), file.has_bom()), ("a", true));
    write_note(&path, &identity, &file.with_bom("b\n")).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "\u{feff}b\n");
    assert_eq!(folder.names(), ["a.md"]);
}

#[test]
fn an_edit_made_meanwhile_stays() {
    let folder = Folder::new();
    let edits: [fn(&PathBuf); 3] = [
        |path| fs::write(path, "theirs, longer").unwrap(),
        |path| {
            // Of the same length, with the same time.
            let modified = fs::metadata(path).unwrap().modified().unwrap();
            fs::write(path, "them").unwrap();
            let file = fs::File::options().write(true).open(path).unwrap();
            file.set_modified(modified).unwrap();
        },
        |path| fs::remove_file(path).unwrap(),
    ];
    for edit in edits {
        let path = folder.file("a.md", b"ours");
        let (_, identity) = read_note(&path).unwrap();
        edit(&path);
        let after = fs::read(&path).ok();
        assert!(matches!(write_note(&path, &identity, "new"), Err(WriteError::Changed)));
        assert_eq!(fs::read(&path).ok(), after);
        assert!(folder.names().iter().all(|name| name == "a.md"), "{:?}", folder.names());
    }
}

#[test]
fn a_new_note_never_replaces_another() {
    let folder = Folder::new();
    create_note(&folder.path("a.md"), "a").unwrap();
    assert!(matches!(create_note(&folder.path("a.md"), "b"), Err(WriteError::Exists)));
    assert_eq!(fs::read_to_string(folder.path("a.md")).unwrap(), "a");
    assert_eq!(folder.names(), ["a.md"]);
}

#[test]
fn what_a_dead_run_left_is_taken_away_but_not_what_a_living_one_holds() {
    let folder = Folder::new();
    folder.file(".agenda-lint-abcdef", b"dead");
    let held = fs::File::open(folder.file(".agenda-lint-ghijkl", b"alive")).unwrap();
    held.lock().unwrap();
    folder.file(".agenda-lint-notes", b"somebody's");
    create_note(&folder.path("a.md"), "a").unwrap();
    assert_eq!(folder.names(), [".agenda-lint-ghijkl", ".agenda-lint-notes", "a.md"]);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    #[test]
    fn the_mode_and_attributes_are_kept() {
        let folder = Folder::new();
        for mode in [0o600, 0o640, 0o666, 0o755] {
            let path = folder.file("a.md", b"a");
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let has_attributes = xattr::set(&path, "user.kept", b"v").is_ok();
            let (_, identity) = read_note(&path).unwrap();
            write_note(&path, &identity, "b").unwrap();
            assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, mode);
            if has_attributes {
                assert_eq!(xattr::get(&path, "user.kept").unwrap().as_deref(), Some(&b"v"[..]));
            }
        }
    }

    #[test]
    fn a_read_only_or_twice_named_note_is_left_alone() {
        let folder = Folder::new();
        let path = folder.file("a.md", b"a");
        let (_, identity) = read_note(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(matches!(write_note(&path, &identity, "b"), Err(WriteError::ReadOnly)));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        fs::hard_link(&path, folder.path("b.md")).unwrap();
        assert!(matches!(write_note(&path, &identity, "b"), Err(WriteError::HardLinked)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "a");
    }

    #[test]
    fn a_link_is_followed_inside_its_surroundings_only() {
        let folder = Folder::new();
        let real = folder.file("real.txt", b"a");
        fs::create_dir(folder.path("sub")).unwrap();
        symlink("real.txt", folder.path("in.md")).unwrap();
        symlink("../real.txt", folder.path("sub/out.md")).unwrap();

        let (_, identity) = read_note(&folder.path("in.md")).unwrap();
        write_note(&folder.path("in.md"), &identity, "b").unwrap();
        assert!(folder.path("in.md").is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "b");

        let (_, identity) = read_note(&folder.path("sub/out.md")).unwrap();
        let outside = write_note(&folder.path("sub/out.md"), &identity, "c");
        assert!(matches!(outside, Err(WriteError::Outside(_))));
        fs::create_dir(folder.path(".git")).unwrap();
        write_note(&folder.path("sub/out.md"), &identity, "c").unwrap();
        assert_eq!(fs::read_to_string(&real).unwrap(), "c");
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let folder = Folder::new();
        let pipe = folder.path("a.md");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert!(matches!(read_note(&pipe), Err(ReadError::NotAFile)));
        }
    }
}
