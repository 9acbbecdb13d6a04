//! The table of contents: every meeting once, newest first, and no link that leads nowhere.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::{
    analysis::Analysis,
    document::{Contents, Entry},
    text::{Edit, SourceFile, Span, apply},
};

/// A line of the table.
struct Line {
    day: Option<Date>,
    link: String,
}

pub(super) fn rewrite(notes: &Analysis) -> Option<String> {
    let file = &notes.file;
    let contents = Contents::read(file, &notes.tree, &notes.document)?;
    let edits = match region(file, &contents.entries) {
        Some((region, mark)) => {
            let lines: Vec<_> =
                lines(&contents).into_iter().map(|line| format!("{mark}{}", line.link)).collect();
            vec![Edit::replace(region, lines.join("\n"))]
        }
        None => repairs(&contents),
    };
    let changed = apply(file.text(), [&edits[..]]).0;
    (changed != file.text()).then_some(changed)
}

/// Where the table stands and how its lines begin, if each line holds one link and nothing else.
fn region<'f>(file: &'f SourceFile, entries: &[Entry<'_>]) -> Option<(Span, &'f str)> {
    let first = file.line_index(entries.first()?.span.start());
    let mut mark = "";
    for (line, entry) in (first..).zip(entries) {
        let span = file.line_span(line);
        let after = file.slice(Span::new(entry.span.end(), span.end()));
        if file.line_index(entry.span.start()) != line || !after.trim().is_empty() {
            return None;
        }
        let before = file.slice(Span::new(span.start(), entry.span.start()));
        if !matches!(before.trim_end(), "-" | "*" | "+") {
            return None;
        }
        mark = before;
    }
    Some((Span::new(file.line_span(first).start(), entries.last()?.span.end()), mark))
}

/// All lines: those for something else than a meeting stay at their end of the table.
fn lines(contents: &Contents<'_>) -> Vec<Line> {
    let known = |entry: &Entry<'_>| {
        let anchor = repaired(contents, entry);
        let meeting = contents.meetings.iter().find(|(_, own)| *own == anchor);
        let day = meeting.and_then(|(meeting, _)| meeting.day()).or_else(|| entry.day());
        Line { day, link: format!("[{}](#{anchor})", entry.text) }
    };
    let mut lines: Vec<Line> = contents.entries.iter().map(known).collect();
    let split = lines.iter().position(|line| line.day.is_some()).unwrap_or_default();
    let mut all: Vec<Line> = lines.drain(..split).collect();
    let (mut meetings, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.day.is_some());
    let missing = missing(contents, &meetings);
    meetings.extend(missing);
    meetings.sort_by_key(|line| Reverse(line.day));
    all.extend(meetings);
    all.extend(others);
    all
}

/// Lines for the meetings that have none. A table that lists less than half of them is meant so.
fn missing(contents: &Contents<'_>, lines: &[Line]) -> Vec<Line> {
    let missing: Vec<_> = contents
        .meetings
        .iter()
        .filter(|(meeting, _)| !lines.iter().any(|line| line.day == meeting.day()))
        .filter_map(|(meeting, anchor)| {
            let title = &meeting.heading.as_ref()?.text;
            let link = (!title.contains(['[', ']', '\n'])).then(|| format!("[{title}](#{anchor})"))?;
            Some(Line { day: meeting.day(), link })
        })
        .collect();
    if missing.len() * 2 > contents.meetings.len() { Vec::new() } else { missing }
}

/// The anchor of an entry or, where that leads nowhere, of the only meeting on the day it names.
fn repaired<'a>(contents: &'a Contents<'a>, entry: &Entry<'a>) -> &'a str {
    if contents.leads_somewhere(entry.anchor) {
        return entry.anchor;
    }
    let day = entry.day();
    let mut same_day = contents.meetings.iter().filter(|(meeting, _)| day.is_some() && meeting.day() == day);
    match (same_day.next(), same_day.next()) {
        (Some((_, anchor)), None) => anchor,
        _ => entry.anchor,
    }
}

fn repairs(contents: &Contents<'_>) -> Vec<Edit> {
    let entries = contents.entries.iter();
    entries.map(|entry| Edit::replace(entry.target, repaired(contents, entry))).collect()
}
