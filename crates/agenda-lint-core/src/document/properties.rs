//! What some programs write below the title of a page: `Date: March 3, 2026`, `When: Tuesday 3 March 2026, 14:00`.

use std::borrow::Cow;

use crate::{
    syntax::{Block, BlockId, BlockKind, Prose, Tree},
    text::{SourceFile, is_one_of, trim},
};

use super::{
    MeetingDate,
    date::{self, Dated, Hints, Precision},
    marks::{date_of_line, is_mostly},
};

/// How many blocks are looked at; the title is one of them.
const HEAD: usize = 4;

/// Labels of the day on which the meeting is.
const LABELS: [&str; 9] =
    ["date", "when", "meeting date", "date & time", "date and time", "datum", "wann", "fecha", "quand"];

/// Labels of who takes part.
const PEOPLE: [&str; 7] =
    ["attendees", "attending", "present", "participants", "people", "who", "teilnehmer"];

/// Labels of the head of a mail, of which two make one: to and from whom, and what it is about.
const MAIL: [&str; 5] = ["to", "from", "cc", "an", "von"];
const SUBJECTS: [&str; 5] = ["subject", "betreff", "objet", "asunto", "assunto"];

/// Labels of what else such lines tell, in a few words.
#[rustfmt::skip]
const OTHERS: [&str; 18] = [
    "with", "where", "room", "location", "place", "time", "duration", "status", "type", "tags", "owner", "created",
    "created by", "last edited", "last edited time", "updated", "meeting type", "cadence",
];

/// Whether a paragraph tells of the meeting or the page and holds nothing to talk about: `Attendees: Sol, Dom` and the like
/// in each line, or `collapsed:: true`.
pub(super) fn are_properties(paragraph: &str) -> bool {
    let is_mail = is_mail(paragraph);
    let is_one = |line: &str| {
        let Some((label, value)) = line.split_once(':') else { return false };
        let label = label.trim_matches(|c: char| !c.is_alphanumeric());
        let is_among = |labels: &[&str]| is_one_of(label, labels);
        let is_key = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let has_at_most = |words: usize| value.split_whitespace().nth(words).is_none();
        let is_key = value.starts_with(": ") && !label.is_empty() && label.chars().all(is_key);
        !value.contains('?')
            && (is_key
                || is_among(&PEOPLE) && has_at_most(12)
                || is_mail && (is_among(&MAIL) || is_among(&SUBJECTS)) && has_at_most(16)
                || (is_among(&LABELS) || is_among(&OTHERS)) && has_at_most(5))
    };
    memchr::memchr(b':', paragraph.as_bytes()).is_some() && paragraph.lines().all(is_one)
}

/// Whether a paragraph holds the head of a mail.
fn is_mail(paragraph: &str) -> bool {
    let labels = paragraph.lines().filter_map(|line| Some(trim(line.split_once(':')?.0)));
    labels.filter(|label| is_one_of(label, &MAIL) || is_one_of(label, &SUBJECTS)).nth(1).is_some()
}

/// The day that the lines below the title give the meeting, in a paragraph before the first section.
pub(super) fn date(file: &SourceFile, tree: &Tree) -> Option<MeetingDate> {
    let is_heading = |block| matches!(tree.block(block).kind, BlockKind::Heading { .. });
    let mut head = tree.roots().take(HEAD).peekable();
    head.next_if(|&title| is_heading(title));
    head.take_while(|&block| !is_heading(block)).find_map(|block| {
        let (dated, _) = of_paragraph(file, tree, block)?;
        let span = Prose::of(file, tree, block).span(dated.span);
        Some(MeetingDate { date: dated.date, span, precision: dated.precision, problem: None })
    })
}

/// Whether a value is a day and little else up to the comma behind it: `4 March 2026 (Wednesday), 3 pm, linen office`.
fn opens(dated: &Dated, value: &str) -> bool {
    let behind = &value[dated.span.end..];
    let end = dated.span.end + behind.find(',').unwrap_or(behind.len());
    is_mostly(dated, &value[..end])
}

/// The day that the lines of a paragraph give the meeting, and their words.
pub(super) fn of_paragraph<'f>(
    file: &'f SourceFile,
    tree: &Tree,
    block: BlockId,
) -> Option<(Dated, Cow<'f, str>)> {
    let &Block { kind, span, .. } = tree.block(block);
    let may_tell =
        kind == BlockKind::Paragraph && memchr::memchr(b':', file.slice(span).as_bytes()).is_some();
    let words = may_tell.then(|| Prose::words(file, tree, block))?;
    let exact = |dated: &Dated| dated.precision == Precision::Day && dated.year_is_written;
    // "Tuesdays, starting 13 January 2026" is no such day.
    let of_label =
        |value: &str| date::find(value, Hints::default()).filter(|dated| exact(dated) && opens(dated, value));
    // "Subject: 1:1 with Kate, Tuesday 10 March 2026"
    let of_subject = |value: &str| date_of_line(value).filter(exact);
    let dated = labelled(&words, &LABELS, of_label)
        .or_else(|| labelled(&words, &SUBJECTS, of_subject).filter(|_| is_mail(&words)))?;
    Some((dated, words))
}

/// The first day that `read` finds behind one of these labels.
fn labelled(words: &str, labels: &[&str], read: impl Fn(&str) -> Option<Dated>) -> Option<Dated> {
    let mut end = 0;
    words.split_inclusive('\n').find_map(|line| {
        let start = end;
        end += line.len();
        let (label, value) = line.split_once(':')?;
        let dated = if is_one_of(trim(label), labels) { read(value) } else { None }?;
        Some(dated.shifted(start + label.len() + 1))
    })
}
