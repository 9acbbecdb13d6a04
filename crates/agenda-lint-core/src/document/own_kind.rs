//! The kind that an item gives itself: `Advice: …`, `[strategy] …`, `#career`.

use super::SectionKind;
use crate::text::{SourceFile, Span, is_one_of};

/// Words that label an item in capitals alone: `ADVICE delegation`.
const LABELS: [&str; 8] = ["ADVICE", "CAREER", "STRATEGY", "FEEDBACK", "DECISION", "UPDATE", "INFO", "FYI"];

/// The kind that an item at `span` gives itself, and where it does. Of its first line the words are given, and where the first
/// colon stands in them; `tagged` is whether the file may hold tags at all.
pub(super) fn find(
    file: &SourceFile,
    span: Span,
    (words, colon): (&str, Option<usize>),
    tagged: bool,
) -> Option<(SectionKind, Span)> {
    let found = |name: &str| {
        let kind = own_kind(name)?;
        let at = file.slice(span).find(name).unwrap_or_default();
        Some((kind, Span::new(span.start() + at, span.start() + at + name.len())))
    };
    if let Some(rest) = words.strip_prefix('[') {
        return found(rest.split_once(']')?.0);
    }
    if let Some(end) = colon.filter(|&end| end < 25)
        && let Some(found) = found(words[..end].trim())
    {
        // `To do:` above what is to be done is no action itself.
        let says = found.0 != SectionKind::Actions || !words[end + 1..].trim().is_empty();
        return says.then_some(found);
    }
    // Few lines begin with two capitals.
    let is_capital = words.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
    let opens = |label: &&&str| words.strip_prefix(**label).is_some_and(|rest| rest.starts_with(' '));
    let label = if is_capital { LABELS.iter().find(opens) } else { None };
    if let Some(label) = label {
        return found(label);
    }
    if !tagged && !words.starts_with('#') {
        return None;
    }
    memchr::memchr_iter(b'#', words.as_bytes())
        .filter(|&at| at == 0 || words.as_bytes()[at - 1] == b' ')
        .find_map(|at| {
            let tag = &words[at + 1..];
            let end = tag
                .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '/')))
                .unwrap_or(tag.len());
            found(&tag[..end])
        })
}

/// Whether a `#` stands anywhere but at the start of a line.
pub(super) fn may_hold_tags(text: &[u8]) -> bool {
    let mut from = 0;
    while let Some(at) = memchr::memchr(b'#', &text[from..]).map(|at| from + at) {
        if at > 0 && text[at - 1] != b'\n' {
            return true;
        }
        from = at + text[at..].iter().take_while(|byte| **byte == b'#').count();
    }
    false
}

/// The words by which an item names its own kind.
fn own_kind(name: &str) -> Option<SectionKind> {
    const KINDS: [(SectionKind, &[&str]); 9] = [
        (SectionKind::Updates, &["update", "updates", "win", "fyi", "info", "status update"]),
        (SectionKind::Discussion, &["discussion", "discuss"]),
        (
            SectionKind::Advice,
            &["advice", "advice needed", "ask for advice", "advice ask", "help", "help needed", "need help"],
        ),
        (SectionKind::Career, &["career", "growth", "career growth", "career development", "development"]),
        (SectionKind::Strategy, &["strategy", "proposal", "strategic"]),
        (SectionKind::Actions, &["action", "action item", "todo", "to do", "to-do", "ai", "task"]),
        (SectionKind::Notes, &["note", "notes"]),
        (SectionKind::Decisions, &["decision", "decided"]),
        (SectionKind::Feedback, &["feedback", "kudos"]),
    ];
    KINDS.iter().find(|(_, names)| is_one_of(name, names)).map(|(kind, _)| *kind)
}
