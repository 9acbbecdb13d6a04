//! Reads the lexicon's YAML: a mapping of mappings of lists of one-line strings, and nothing else.
//!
//! A full parser takes longer over the lexicon than the whole program may take to start; a test holds that both
//! read the same.

/// One list item, with the keys above it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    /// The outer key.
    pub(super) section: &'a str,
    /// The inner key.
    pub(super) key: &'a str,
    /// The item.
    pub(super) text: &'a str,
}

/// The items of a file, in order.
pub(super) fn entries(file: &str) -> impl Iterator<Item = Entry<'_>> {
    let (mut section, mut key) = ("", "");
    file.lines().filter_map(move |line| {
        let line = line.split(" #").next().unwrap_or(line).trim_end();
        let text = line.trim_start();
        if text.is_empty() || text.starts_with('#') {
            return None;
        }
        if let Some(item) = text.strip_prefix("- ") {
            return Some(Entry { section, key, text: unquote(item.trim()) });
        }
        let name = unquote(text.trim_end_matches(':'));
        if line.len() == text.len() {
            section = name;
        } else {
            key = name;
        }
        None
    })
}

fn unquote(text: &str) -> &str {
    text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text)
}
