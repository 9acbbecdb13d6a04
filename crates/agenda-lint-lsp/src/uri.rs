//! URIs of files, and their paths. No other URI leads to a file.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

/// The path that a `file:` URI of this computer names; none for any other URI.
pub(crate) fn to_path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    if !path.starts_with('/') {
        return None;
    }
    let bytes = decode(path)?;
    to_native(bytes).map(PathBuf::from)
}

/// The URI of an absolute path.
pub(crate) fn of_path(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { format!("/{}", text.replace('\\', "/")) } else { text.into_owned() };
    let mut uri = String::from("file://");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// The bytes of a text in which `%20` stands for a blank; none where a `%` is followed by no number.
fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(byte);
        }
    }
    Some(bytes)
}

#[cfg(unix)]
fn to_native(bytes: Vec<u8>) -> Option<std::ffi::OsString> {
    use std::os::unix::ffi::OsStringExt;
    (!bytes.contains(&0)).then(|| std::ffi::OsString::from_vec(bytes))
}

#[cfg(not(unix))]
fn to_native(bytes: Vec<u8>) -> Option<String> {
    let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))?;
    // `/c:/notes` is a path on a drive.
    let is_drive = text.as_bytes().get(2) == Some(&b':');
    Some(if is_drive { text[1..].to_owned() } else { text })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_this_computer_have_a_path() {
        for (uri, path) in [
            ("file:///notes/a%20b.md", Some("/notes/a b.md")),
            ("file://localhost/a.md", Some("/a.md")),
            ("file:///caf%C3%A9.md", Some("/café.md")),
            ("file://elsewhere/share/a.md", None),
            ("file:///%00", None),
            ("file:///a%2", None),
            ("untitled:Untitled-1", None),
            ("git:/a.md?x", None),
            ("http://example.invalid/a.md", None),
            ("", None),
        ] {
            assert_eq!(to_path(uri).as_deref(), path.map(Path::new), "{uri}");
        }
    }

    #[test]
    fn a_path_comes_back_from_its_uri() {
        let path = Path::new("/notes/über 100%/#1.md");
        assert_eq!(to_path(&of_path(path)).as_deref(), Some(path));
    }
}
