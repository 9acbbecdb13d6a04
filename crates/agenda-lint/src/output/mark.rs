//! What formats need beside a finding: how much of it others may see and, for CI and baselines, what it
//! is known by when its line moves.

use std::{
    borrow::Cow,
    collections::HashMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use agenda_lint_core::{
    analysis::Analysis,
    diagnostic::Diagnostic,
    document::Document,
    engine::{Privacy, Shown},
    text::SourceFile,
};

use super::Checked;

/// How many characters of a message a report shows; services cut off longer ones, or refuse them.
const LONGEST_MESSAGE: usize = 1000;

/// What is known of the findings of one file.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// The path of the file from the root of the repository.
    pub path: PathBuf,
    /// A mark for each finding.
    pub each: Vec<Mark>,
    /// The text as others may see it, where it has private parts.
    pub text: Option<String>,
}

/// What is known of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// What others may see of it.
    pub shown: Shown,
    /// A hash of the words of its line; of nothing where they are private.
    pub words: u64,
    /// A hash of rule, path, headings and words, and of how many findings before it share them all.
    pub fingerprint: u64,
}

impl Marks {
    /// Marks the findings of a file that is called `path` from the root.
    pub(crate) fn new(path: PathBuf, analysis: &Analysis, findings: &[Diagnostic]) -> Self {
        let privacy = Privacy::new(analysis);
        let mut seen: HashMap<u64, u64> = HashMap::new();
        let marks = findings.iter().map(|finding| {
            let shown = privacy.shown(finding);
            let open = shown != Shown::Place;
            let at = finding.span.start();
            let words = if open { words(&analysis.file, at) } else { String::new() };
            let headings = if open { headings(&analysis.document, at) } else { Vec::new() };
            let path = path.as_os_str().as_encoded_bytes();
            let parts = [finding.rule.as_bytes(), path, words.as_bytes()];
            let same = hash(parts.into_iter().chain(headings.into_iter().map(str::as_bytes)));
            let before = seen.entry(same).or_default();
            let fingerprint = hash([&same.to_le_bytes()[..], &before.to_le_bytes()]);
            *before += 1;
            Mark { shown, words: hash([words.as_bytes()]), fingerprint }
        });
        let each = marks.collect();
        Self { path, each, text: analysis.public_text() }
    }
}

impl Mark {
    /// The fingerprint as reports write it.
    pub(crate) fn print(&self) -> String {
        format!("{:016x}", self.fingerprint)
    }
}

impl Checked {
    /// The findings without the text of private parts.
    pub(super) fn public(&self) -> impl Iterator<Item = Cow<'_, Diagnostic>> {
        self.findings.iter().enumerate().map(|(index, finding)| {
            let mark = self.marks.each.get(index);
            mark.map_or(Shown::Whole, |mark| mark.shown).of(finding)
        })
    }

    /// The findings with their marks, without the text of private parts, and never endless.
    pub(super) fn marked(&self) -> impl Iterator<Item = (Cow<'_, Diagnostic>, &Mark)> {
        self.public().zip(&self.marks.each).map(|(finding, mark)| (short(finding), mark))
    }

    /// The text without its private parts.
    pub(crate) fn text(&self) -> &str {
        self.marks.text.as_deref().unwrap_or(self.file.text())
    }
}

fn short(mut finding: Cow<'_, Diagnostic>) -> Cow<'_, Diagnostic> {
    if let Some((end, _)) = finding.message.char_indices().nth(LONGEST_MESSAGE) {
        let message = finding.to_mut().message.to_mut();
        message.truncate(end);
        message.push('…');
    }
    finding
}

/// The headings above a place, the nearest first.
fn headings(document: &Document, offset: usize) -> Vec<&str> {
    let before = document.meetings.partition_point(|meeting| meeting.span.start() <= offset);
    let meeting = document.meetings[..before].last().filter(|meeting| meeting.span.contains_offset(offset));
    let sections = meeting.map_or(&document.sections, |meeting| &meeting.sections);
    let mut at = sections.partition_point(|section| section.span.start() <= offset).checked_sub(1);
    let mut titles = Vec::new();
    while let Some(index) = at {
        titles.push(sections[index].title());
        at = sections[index].parent.filter(|parent| *parent < index);
    }
    titles.extend(meeting.and_then(|meeting| meeting.heading.as_ref()).map(|heading| &*heading.text));
    titles
}

/// The words of the line at `offset`, whatever its bullet, its indentation and its spaces.
fn words(file: &SourceFile, offset: usize) -> String {
    let line = file.line(file.line_index(offset)).trim_start_matches([' ', '\t', '-', '*', '+', '#', '>']);
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// FNV-1a: the same on every machine and in every version.
fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u64 {
    // No UTF-8 text holds the byte that ends a part.
    let bytes = parts.into_iter().flat_map(|part| part.iter().chain(&[0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A path from the root as a URI.
pub(super) fn uri(path: &Path) -> String {
    let mut uri = String::new();
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => {
                // Writing to a string cannot fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}
