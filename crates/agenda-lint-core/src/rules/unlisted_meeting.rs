//! A meeting that the table of contents misses.

use std::cell::LazyCell;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, enumerated, newline},
};
use crate::{
    diagnostic::Sink,
    document::{Contents, Entry},
    text::{Edit, SourceFile, Span},
};

declare_rule! {
    /// A table of contents lists every meeting.
    ///
    /// ## Why
    ///
    /// Whoever looks for a meeting in the table and does not find it takes it for not held.
    ///
    /// A table that lists fewer than half of the meetings is taken for a choice. `--fix` adds the
    /// missing lines.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// * [2 March 2026](#2-march-2026)
    /// * [2 February 2026](#2-february-2026)
    ///
    /// ## 2 March 2026
    /// - Offsite
    /// ## 16 February 2026
    /// - Hiring
    /// ## 2 February 2026
    /// - Budget
    /// ```
    ///
    /// ```md,fixed
    /// * [2 March 2026](#2-march-2026)
    /// * [16 February 2026](#16-february-2026)
    /// * [2 February 2026](#2-february-2026)
    ///
    /// ## 2 March 2026
    /// - Offsite
    /// ## 16 February 2026
    /// - Hiring
    /// ## 2 February 2026
    /// - Budget
    /// ```
    ///
    /// ```md,bad
    /// [2 March](#2-march-2026), [2 February](#2-february-2026)
    ///
    /// ## 2 March 2026
    /// - Offsite
    /// ## 16 February 2026
    /// - Hiring
    /// ## 2 February 2026
    /// - Budget
    /// ```
    ///
    /// ```md,good
    /// - [2 March 2026](#2-march-2026)
    /// - [2 February 2026](#2-february-2026)
    ///
    /// ## 2 March 2026
    /// - Offsite
    /// ## 2 February 2026
    /// - Budget
    /// ```
    ///
    /// ```md,good
    /// See [the last one](#2-march-2026) and [the form](#template).
    ///
    /// ## 2 March 2026
    /// - Offsite
    /// ## 16 February 2026
    /// - Hiring
    /// ## 2 February 2026
    /// - Budget
    /// ## Template
    /// - [Topic]
    /// ```
    UnlistedMeeting, "unlisted-meeting" {
        group: Structure, severity: Warning, minimal: false,
        fix: Safe, scope: File, reads: All, since: "0.1.0"
    }
}

/// How many meetings the message names.
const NAMED: usize = 3;

impl Rule for UnlistedMeeting {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let Some(contents) = cx.contents() else { return };
        let missing = missing(contents);
        if missing.is_empty() || missing.len() * 2 > contents.meetings.len() {
            return;
        }
        let title = |index: usize| contents.meetings[index].0.heading.as_ref().map_or("", |heading| &heading.text);
        let mut named: Vec<String> =
            missing.iter().take(NAMED).map(|&index| format!("`{}`", title(index))).collect();
        if missing.len() > NAMED {
            named.push(format!("{} more", missing.len() - NAMED));
        }
        let message = enumerated("the table of contents misses ", named.iter());
        let finding = out.report(contents.entries[0].span, message);
        for &index in missing.iter().take(NAMED) {
            if let Some(heading) = &contents.meetings[index].0.heading {
                finding.label(heading.span, "not listed");
            }
        }
        finding.help(format!("add {}", count(missing.len(), "line")));
        if let Some(edits) = lines(&cx.file.file, contents, &missing, title) {
            finding.safe_fix("add the missing lines", edits);
        }
    }
}

/// The places, among the meetings, of those to which no link leads: neither by its anchor nor, be
/// the anchor wrong, by the day that its words name.
fn missing(contents: &Contents<'_>) -> Vec<usize> {
    let anchors: FxHashSet<&str> = contents.entries.iter().map(|entry| entry.anchor).collect();
    let days: LazyCell<FxHashSet<Date>, _> =
        LazyCell::new(|| contents.entries.iter().filter_map(Entry::day).collect());
    let meetings = contents.meetings.iter().enumerate();
    meetings
        .filter(|(_, (meeting, anchor))| {
            !anchors.contains(anchor.as_str()) && !meeting.day().is_some_and(|day| days.contains(&day))
        })
        .map(|(index, _)| index)
        .collect()
}

/// A line for each missing meeting, before that of the next meeting which has one, else after the
/// last. None where the table is no list with a line for each.
fn lines<'c>(
    file: &SourceFile,
    contents: &'c Contents<'_>,
    missing: &[usize],
    title: impl Fn(usize) -> &'c str,
) -> Option<Vec<Edit>> {
    let entries: FxHashMap<&str, &Entry<'_>> = contents.entries.iter().map(|entry| (entry.anchor, entry)).collect();
    let entry_of = |index: usize| entries.get(contents.meetings[index].1.as_str()).copied();
    let last = (0..contents.meetings.len()).rev().find_map(entry_of)?;
    // What the entries leave out of the headings: `Date: `, for one.
    let listed = (0..contents.meetings.len()).filter_map(|index| Some((title(index), entry_of(index)?.text)));
    let left_out = listed.into_iter().find_map(|(title, text)| title.strip_suffix(text)).unwrap_or_default();
    let mut edits: Vec<Edit> = Vec::new();
    let mut next = None;
    let mut wanted = missing.iter().rev().peekable();
    for index in (0..contents.meetings.len()).rev() {
        if wanted.next_if(|&&wanted| wanted == index).is_none() {
            next = entry_of(index).or(next);
            continue;
        }
        let line = file.line_span(file.line_index(next.unwrap_or(last).span.start()));
        let marker = marker(file, line, next.unwrap_or(last).span)?;
        let title = title(index).strip_prefix(left_out).unwrap_or(title(index));
        let words = format!("{marker}[{title}](#{})", contents.meetings[index].1);
        let edit = match next {
            Some(_) => Edit::insert(line.start(), words + newline(file)),
            None => Edit::insert(last.span.end(), newline(file).to_owned() + &words),
        };
        match edits.last_mut() {
            Some(after) if after.span == edit.span => after.text.insert_str(0, &edit.text),
            _ => edits.push(edit),
        }
    }
    Some(edits)
}

/// What stands before a link that is alone in its line of a list.
fn marker(file: &SourceFile, line: Span, entry: Span) -> Option<&str> {
    let before = file.slice(Span::new(line.start(), entry.start()));
    let after = file.slice(Span::new(entry.end(), line.end()));
    (matches!(before.trim(), "-" | "*" | "+") && after.trim().is_empty()).then_some(before)
}
