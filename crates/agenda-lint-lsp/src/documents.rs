//! The documents that the editor has open, as the editor sees them.

use std::path::{Path, PathBuf};

use agenda_lint_core::{files::CONFIG_NAME, text::SourceFile};
use gen_lsp_types::{LanguageKind, Range};
use serde::Deserialize;

use crate::{
    convert::{Encoding, Lines},
    uri,
};

/// What a document is to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A note.
    Note,
    /// A config.
    Config,
    /// Nothing that we know.
    Other,
}

/// An open document.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its name between editor and server.
    pub uri: String,
    /// Its file, if it is one of this computer.
    pub path: Option<PathBuf>,
    /// What it is to us.
    pub kind: Kind,
    /// The editor's number of its state.
    pub version: i32,
    /// Its text, byte-order mark included.
    pub text: SourceFile,
    /// Our number of its state, different for each.
    pub revision: u64,
}

/// A change of a document: of a range, or of all.
#[derive(Debug, Deserialize)]
pub(crate) struct Change {
    /// What is replaced; everything if there is none.
    pub range: Option<Range>,
    /// What takes its place.
    pub text: String,
}

impl Document {
    /// Makes changes, each in the text that the one before it left. A state that is older than the
    /// one we have is left alone.
    fn change(&mut self, version: i32, changes: Vec<Change>, encoding: Encoding) {
        if version < self.version {
            return;
        }
        self.version = version;
        for Change { range, text } in changes {
            let Some(range) = range else {
                self.text = self.text.with_text(text);
                continue;
            };
            let span = Lines::new(&self.text, encoding).whole_span(range);
            let mut whole = self.text.text().to_owned();
            whole.replace_range(span.range(), &text);
            self.text = self.text.with_text(whole);
        }
    }

    /// The text as an editor counts it.
    pub(crate) fn lines(&self, encoding: Encoding) -> Lines<'_> {
        Lines::new(&self.text, encoding)
    }

    /// The text without its byte-order mark, as findings count it.
    pub(crate) fn bare_text(&self) -> &str {
        let text = self.text.text();
        text.strip_prefix('\u{feff}').unwrap_or(text)
    }
}

/// The open documents.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    open: Vec<Document>,
    revisions: u64,
}

impl Documents {
    /// Takes in a document, in place of one of the same name.
    pub(crate) fn open(&mut self, uri: String, language: &LanguageKind, version: i32, text: String) {
        self.close(&uri);
        let path = uri::to_path(&uri);
        let kind = kind(path.as_deref(), language);
        let text = SourceFile::new(uri.as_str(), "").with_text(text);
        self.revisions += 1;
        self.open.push(Document { uri, path, kind, version, text, revision: self.revisions });
    }

    /// Changes a document. What is not open stays closed.
    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: Vec<Change>, encoding: Encoding) {
        if let Some(document) = self.open.iter_mut().find(|document| document.uri == uri) {
            document.change(version, changes, encoding);
            self.revisions += 1;
            document.revision = self.revisions;
        }
    }

    /// Forgets a document. Says whether it was open.
    pub(crate) fn close(&mut self, uri: &str) -> bool {
        let before = self.open.len();
        self.open.retain(|document| document.uri != uri);
        self.open.len() < before
    }

    /// The document of this name.
    pub(crate) fn get(&self, uri: &str) -> Option<&Document> {
        self.open.iter().find(|document| document.uri == uri)
    }

    /// All of them, in the order in which they were opened.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Document> {
        self.open.iter()
    }
}

fn kind(path: Option<&Path>, language: &LanguageKind) -> Kind {
    let is_config = path.and_then(Path::file_name).is_some_and(|name| name == CONFIG_NAME);
    let ending = path.and_then(Path::extension).unwrap_or_default();
    let is_note = ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown");
    match language {
        _ if is_config => Kind::Config,
        LanguageKind::Markdown => Kind::Note,
        _ if is_note => Kind::Note,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use gen_lsp_types::Position;
    use proptest::prelude::*;

    use super::*;

    /// What an editor holds: a text in UTF-16 units.
    fn units(text: &str) -> Vec<u16> {
        text.encode_utf16().collect()
    }

    /// The place of a unit, counted as an editor counts.
    fn place(text: &[u16], offset: usize) -> Position {
        let newline = u16::from(b'\n');
        let line = text[..offset].iter().filter(|&&unit| unit == newline).count();
        let start = text[..offset].iter().rposition(|&unit| unit == newline).map_or(0, |at| at + 1);
        Position { line: u32::try_from(line).unwrap(), character: u32::try_from(offset - start).unwrap() }
    }

    proptest! {
        #[test]
        fn edits_one_by_one_lead_to_the_editors_text(
            start in "[a-c é😀\n\u{feff}]{0,30}",
            edits in prop::collection::vec((0_usize..60, 0_usize..4, "[x😀\n-]{0,3}"), 1..30),
        ) {
            let mut documents = Documents::default();
            documents.open("file:///a.md".to_owned(), &LanguageKind::Markdown, 1, start.clone());
            let mut editor = start;
            for (version, (from, length, text)) in (2..).zip(edits) {
                let whole = units(&editor);
                // An editor selects whole characters.
                let boundaries: Vec<usize> = (0..=whole.len())
                    .filter(|&at| at == whole.len() || !(0xDC00..0xE000).contains(&whole[at]))
                    .collect();
                let from = from % boundaries.len();
                let to = (from + length).min(boundaries.len() - 1);
                let (from, to) = (boundaries[from], boundaries[to]);
                let range = Range { start: place(&whole, from), end: place(&whole, to) };
                let mut after = whole;
                after.splice(from..to, units(&text));
                editor = String::from_utf16(&after).unwrap();
                let change = Change { range: Some(range), text };
                documents.change("file:///a.md", version, vec![change], Encoding::Utf16);
            }
            prop_assert_eq!(documents.get("file:///a.md").unwrap().text.text(), editor);
        }
    }

    #[test]
    fn an_older_state_changes_nothing() {
        let mut documents = Documents::default();
        documents.open("untitled:1".to_owned(), &LanguageKind::Markdown, 5, "a".to_owned());
        for (version, text, expected) in [(2, "b", "a"), (9, "c", "c"), (9, "d", "d"), (1, "e", "d")] {
            let change = Change { range: None, text: text.to_owned() };
            documents.change("untitled:1", version, vec![change], Encoding::Utf16);
            assert_eq!(documents.get("untitled:1").unwrap().text.text(), expected);
        }
        documents.change("untitled:2", 1, Vec::new(), Encoding::Utf16);
        assert!(documents.get("untitled:2").is_none());
    }
}
