//! Findings that were there when a team began to use agenda-lint, and that are let be.
//!
//! A finding is known by its file, its rule and a hash of the words of its line, so that it stays
//! known when the line moves, and so that no note's text gets into the file.

use std::{collections::BTreeMap, io, path::Path};

use agenda_lint_core::files::{self, ReadError, WriteError};
use serde::{Deserialize, Serialize};

use crate::{
    Failure,
    marking::Known,
    output::{Checked, escape, json_list},
};

/// The version of the file's structure.
const VERSION: u8 = 1;

/// Where a baseline is written if no file is named.
pub(crate) const DEFAULT_FILE: &str = ".agenda-lint-baseline.json";

/// How often each finding is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Baseline {
    /// By path, then by rule and words.
    files: BTreeMap<String, BTreeMap<(String, String), usize>>,
}

/// A finding, or several that nothing tells apart.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    rule: String,
    words: String,
    count: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    version: u8,
    findings: Vec<Entry>,
}

/// Known findings of one rule in one file that no longer occur.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Gone {
    path: String,
    rule: String,
    count: usize,
}

impl std::fmt::Display for Gone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { path, rule, count } = self;
        write!(f, "{}: the baseline has {count} of `{rule}` that no longer occur", escape::line(path))
    }
}

impl Baseline {
    /// Reads a baseline.
    pub(crate) fn read(file: &Path) -> Result<Self, Failure> {
        let failed = |why: String| Failure::Message(format!("{}: {why}", files::shown(file)));
        let (source, _) = files::read_note(file).map_err(|error| failed(error.to_string()))?;
        Self::parse(source.text()).map_err(|why| failed(format!("not a baseline: {why}")))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let page: Page = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if page.version != VERSION {
            return Err(format!("version {} is not known here", page.version));
        }
        let mut baseline = Self::default();
        for Entry { path, rule, words, count } in page.findings {
            *baseline.files.entry(path).or_default().entry((rule, words)).or_default() += count;
        }
        Ok(baseline)
    }

    fn text(&self) -> String {
        let entries = self.files.iter().flat_map(|(path, known)| {
            known.iter().map(|((rule, words), &count)| Entry {
                path: path.clone(),
                rule: rule.clone(),
                words: words.clone(),
                count,
            })
        });
        format!("{{\"version\": {VERSION},\n \"findings\": [{}\n]}}\n", json_list(entries))
    }

    /// Takes in the findings of a file.
    pub(crate) fn add(&mut self, checked: &Checked) {
        for (path, rule, words) in keys(checked) {
            *self.files.entry(path).or_default().entry((rule, words)).or_default() += 1;
        }
    }

    /// How many findings there are.
    pub(crate) fn len(&self) -> usize {
        self.files.values().flat_map(BTreeMap::values).sum()
    }

    /// Takes the known findings out of a file's.
    pub(crate) fn subtract(&self, checked: &mut Checked) -> Known {
        let path = name(checked);
        let Some(known) = self.files.get(&path) else { return Known::default() };
        let mut left = known.clone();
        let keep: Vec<bool> = keys(checked)
            .map(|(_, rule, words)| match left.get_mut(&(rule, words)) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            })
            .collect();
        let before = checked.findings.len();
        retain(&mut checked.findings, &keep);
        retain(&mut checked.marks.each, &keep);
        Known { findings: before - checked.findings.len(), gone: gone(&path, &left) }
    }

    /// The known findings of files that are no more.
    pub(crate) fn without_file(&self, exists: impl Fn(&Path) -> bool) -> Vec<Gone> {
        let lost = self.files.iter().filter(|(path, _)| !exists(Path::new(path)));
        lost.flat_map(|(path, known)| gone(path, known)).collect()
    }

    /// Writes a baseline to `file`, in the place of an older one, but of nothing else.
    pub(crate) fn write(&self, file: &Path) -> Result<(), Failure> {
        let failed = |why: String| Failure::Message(format!("{}: {why}", files::shown(file)));
        let written: Result<(), WriteError> = match files::read_note(file) {
            Ok((old, identity)) => {
                Self::parse(old.text())
                    .map_err(|why| failed(format!("not written, for it is no baseline: {why}")))?;
                files::write_note(file, &identity, &self.text())
            }
            Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
                files::create_note(file, &self.text())
            }
            Err(error) => return Err(failed(error.to_string())),
        };
        written.map_err(|error| failed(error.to_string()))
    }
}

fn name(checked: &Checked) -> String {
    files::shown(&checked.marks.path)
}

fn keys(checked: &Checked) -> impl Iterator<Item = (String, String, String)> {
    let findings = checked.findings.iter().zip(&checked.marks.each);
    findings.map(|(finding, mark)| (name(checked), finding.rule.to_owned(), format!("{:016x}", mark.words)))
}

fn retain<T>(items: &mut Vec<T>, keep: &[bool]) {
    let mut keep = keep.iter();
    items.retain(|_| keep.next().copied().unwrap_or(true));
}

fn gone(path: &str, left: &BTreeMap<(String, String), usize>) -> Vec<Gone> {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for ((rule, _), count) in left {
        *rules.entry(rule).or_default() += count;
    }
    let rules = rules.into_iter().filter(|(_, count)| *count > 0);
    rules.map(|(rule, count)| Gone { path: path.to_owned(), rule: rule.to_owned(), count }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_baseline_is_read_as_it_was_written() {
        let text = "{\"version\": 1,\n \"findings\": [\n  {\"path\":\"a.md\",\"rule\":\"x\",\"words\":\"0f\",\"count\":2},\n  \
                    {\"path\":\"b.md\",\"rule\":\"x\",\"words\":\"0f\",\"count\":1}\n]}\n";
        let baseline = Baseline::parse(text).unwrap();
        assert_eq!(baseline.text(), text);
        assert_eq!(baseline.len(), 3);
        let gone = baseline.without_file(|path| path == Path::new("b.md"));
        assert_eq!(gone, [Gone { path: "a.md".to_owned(), rule: "x".to_owned(), count: 2 }]);
    }

    #[test]
    fn what_is_no_baseline_is_refused() {
        for text in ["", "# Notes\n", "{}", "{\"version\": 2, \"findings\": []}", "<<<<<<< HEAD"] {
            assert!(Baseline::parse(text).is_err(), "{text}");
        }
    }
}
