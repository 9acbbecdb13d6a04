//! Lines that somebody else wrote: `KW: …`, `[AM] …`, `Kate: …`.

use rustc_hash::{FxHashMap, FxHashSet};

/// Who takes part, as far as the config, the front matter and the document say.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The person whose notes these are.
    pub report: Option<String>,
    /// The person they report to.
    pub manager: Option<String>,
    /// Everybody else who is named.
    pub others: Vec<String>,
}

/// Capital letters that are no initials.
const ABBREVIATIONS: &[&str] = &[
    "OKR", "KR", "PR", "PM", "HR", "QA", "TL", "FYI", "TBD", "TBC", "TODO", "ETA", "AI", "UX", "UI", "CI",
    "CD", "NB", "PS", "RE", "OK", "ROI", "API", "SLA", "P0", "P1", "P2", "P3", "Q1", "Q2", "Q3", "Q4", "H1",
    "H2", "KPI", "MVP", "POC", "RFC", "ADR", "CEO", "CTO", "CFO", "CPO", "VP", "EM", "IC", "IT", "US", "UK",
    "EU", "DB", "ML", "WIP", "DONE", "ASK", "WHY", "NPS", "ARR", "MRR", "SQL", "AWS", "GCP", "SSO", "PTO",
    "OOO", "DM", "AOB", "TL;DR", "TLDR", "LT", "ST", "S", "P", "A", "Q", "O", "R", "T",
];

/// Tells replies from the writer's own lines, for one document.
#[derive(Debug, Default)]
pub(super) struct Voices {
    /// Names and initials of the writer, in lower case.
    writer: FxHashSet<String>,
    /// Names and initials of other people, in lower case.
    others: FxHashSet<String>,
    /// How often each capitalised word opened a nested line with a colon.
    openings: FxHashMap<String, u32>,
}

impl Voices {
    pub(super) fn new(people: &People) -> Self {
        let mut voices = Self::default();
        if let Some(name) = &people.report {
            voices.writer.extend(forms(name));
        }
        for name in people.manager.iter().chain(&people.others) {
            voices.others.extend(forms(name).filter(|form| !voices.writer.contains(form)));
        }
        voices
    }

    /// Takes note of how a nested line opens, so that a signature used twice is known as one.
    pub(super) fn hear(&mut self, signature: &Signature<'_>) {
        if signature.with_colon && signature.name.len() <= 40 {
            *self.openings.entry(signature.lower.clone()).or_default() += 1;
        }
    }

    /// Who signed a nested line, if somebody other than the writer did.
    pub(super) fn reply<'l>(&self, signature: &Signature<'l>) -> Option<&'l str> {
        let &Signature { name, ref lower, with_colon } = signature;
        if self.writer.contains(lower) {
            return None;
        }
        let known = self.others.contains(lower);
        let heard = self.openings.get(lower).copied().unwrap_or_default();
        let is_reply = if is_initials(name) { with_colon || known || heard > 0 } else { with_colon && known };
        is_reply.then_some(name)
    }

    /// Whether it is plainly the writer's own signature.
    pub(super) fn is_writer(&self, signature: &Signature<'_>) -> bool {
        signature.with_colon && self.writer.contains(&signature.lower)
    }
}

/// A person's names as they may be signed: whole, first name, initials.
fn forms(name: &str) -> impl Iterator<Item = String> {
    let name = name.trim().trim_start_matches('@');
    let first = name.split_whitespace().next().unwrap_or_default();
    let initials: String = name.split([' ', '-']).filter_map(|part| part.chars().next()).collect();
    let initials = if initials.chars().count() >= 2 { initials } else { String::new() };
    [name.to_lowercase(), first.to_lowercase(), initials.to_lowercase()]
        .into_iter()
        .filter(|form| !form.is_empty())
}

/// What a line is signed with at its start.
#[derive(Debug)]
pub(super) struct Signature<'l> {
    name: &'l str,
    /// The name in lower case.
    lower: String,
    /// Whether a colon or brackets make it plain.
    with_colon: bool,
}

impl<'l> Signature<'l> {
    /// The signature of a line, if it may have one.
    pub(super) fn of(line: &'l str) -> Option<Self> {
        let (name, with_colon) = signature(line)?;
        Some(Self { name, lower: name.to_lowercase(), with_colon })
    }
}

/// The words of a signature, and whether a colon or brackets make it plain.
fn signature(line: &str) -> Option<(&str, bool)> {
    let line = line.trim_start();
    let line = line.strip_prefix("Action for ").or_else(|| line.strip_prefix("ACTION for ")).unwrap_or(line);
    if let Some(rest) = line.strip_prefix('[') {
        let (name, _) = rest.split_once(']')?;
        return is_initials(name).then_some((name, true));
    }
    let line = line.strip_prefix('@').unwrap_or(line);
    let end =
        line.find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-' | '.'))).unwrap_or(line.len());
    let name = &line[..end];
    let rest = &line[end..];
    if !name.starts_with(char::is_uppercase) {
        return None;
    }
    if rest.starts_with(':') {
        return Some((name, true));
    }
    // Two names: `Kate Doe: …`.
    if let Some(second) = rest.strip_prefix(' ')
        && let Some((last, _)) = second.split_once(':')
        && last.starts_with(char::is_uppercase)
        && last.chars().all(char::is_alphabetic)
    {
        return Some((&line[..end + 1 + last.len()], true));
    }
    is_initials(name).then_some((name, false))
}

/// Two or three capital letters that are not a known abbreviation.
fn is_initials(word: &str) -> bool {
    (2..=3).contains(&word.chars().count())
        && word.chars().all(|c| c.is_alphabetic() && c.is_uppercase())
        && !ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voices(lines: &[&str]) -> Voices {
        let people = People {
            report: Some("Sam Lee".to_owned()),
            manager: Some("Kate Doe".to_owned()),
            others: vec!["Ana".to_owned()],
        };
        let mut voices = Voices::new(&people);
        for line in lines {
            if let Some(signature) = Signature::of(line) {
                voices.hear(&signature);
            }
        }
        voices
    }

    #[test]
    fn somebody_elses_signature_makes_a_reply() {
        let voices = voices(&["RB: sure"]);
        for (line, name) in [
            ("KW: I'll take a look by 9 May", "KW"),
            ("[AM] fine with me", "AM"),
            ("Kate: ask Tom first", "Kate"),
            ("Kate Doe: ask Tom first", "Kate Doe"),
            ("KD 👀 On it!", "KD"),
            ("RB is on it", "RB"),
            ("@kate: yes", ""),
            ("Action for KW: find the form", "KW"),
            ("Ana: yes", "Ana"),
        ] {
            let reply = Signature::of(line).and_then(|signature| voices.reply(&signature));
            assert_eq!(reply, Some(name).filter(|name| !name.is_empty()), "{line}");
        }
    }

    #[test]
    fn labels_and_the_writer_are_no_reply() {
        let voices = voices(&["Problem: x", "Problem: y"]);
        for line in [
            "Problem: nobody reads it",
            "SL: done",
            "Sam: done",
            "OKR: two",
            "KR helped me",
            "PM hiring is slow",
            "Kate asked me",
            "FYI: x",
            "Tried: y",
        ] {
            let reply = Signature::of(line).and_then(|signature| voices.reply(&signature));
            assert_eq!(reply, None, "{line}");
        }
    }
}
