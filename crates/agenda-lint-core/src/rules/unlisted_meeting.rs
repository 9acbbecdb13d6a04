//! A meeting that the table of contents misses.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Contents, count, enumerate, newline},
};
use crate::{
    diagnostic::Sink,
    document::{Meeting, date::{self, Hints}},
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
        let Some(contents) = Contents::read(cx) else { return };
        let listed = |meeting: &Meeting, anchor: &str| contents.entries.iter().any(|entry| entry.anchor == anchor || names(entry.text, meeting));
        let missing: Vec<usize> = (0..contents.meetings.len())
            .filter(|&index| !listed(contents.meetings[index].0, &contents.meetings[index].1))
            .collect();
        if missing.is_empty() || missing.len() * 2 > contents.meetings.len() {
            return;
        }
        let mut named: Vec<String> = missing.iter().take(NAMED).map(|&index| format!("`{}`", title(&contents, index))).collect();
        if missing.len() > NAMED {
            named.push(format!("{} more", missing.len() - NAMED));
        }
        let finding = out.report(contents.entries[0].span, format!("the table of contents misses {}", enumerate(&named)));
        for &index in missing.iter().take(NAMED) {
            if let Some(heading) = &contents.meetings[index].0.heading {
                finding.label(heading.span, "not listed");
            }
        }
        finding.help(format!("add {}", count(missing.len(), "line")));
        let edits: Option<Vec<Edit>> = missing.iter().map(|&index| add(&cx.file.file, &contents, index)).collect();
        if let Some(edits) = edits.map(join) {
            finding.safe_fix("add the missing lines", edits);
        }
    }
}

/// Whether the words of a link name the day of a meeting, be its anchor right or wrong.
fn names(text: &str, meeting: &Meeting) -> bool {
    let found = date::find(text, Hints::default()).and_then(|dated| dated.date);
    found.is_some() && found == meeting.day()
}

fn title<'c>(contents: &'c Contents<'_>, index: usize) -> &'c str {
    contents.meetings[index].0.heading.as_ref().map_or("", |heading| &heading.text)
}

/// A line for a meeting, before that of the next meeting which has one, else after the last.
fn add(file: &SourceFile, contents: &Contents<'_>, index: usize) -> Option<Edit> {
    let entry_of = |index: usize| contents.entries.iter().find(|entry| entry.anchor == contents.meetings[index].1);
    let next = (index + 1..contents.meetings.len()).find_map(entry_of);
    let before = (0..index).rev().find_map(entry_of);
    let model = next.or(before)?;
    let line = file.line_span(file.line_index(model.span.start()));
    let marker = file.slice(Span::new(line.start(), model.span.start()));
    let is_alone = marker.trim().len() == 1
        && marker.trim().starts_with(['-', '*', '+'])
        && file.slice(Span::new(model.span.end(), line.end())).trim().is_empty();
    if !is_alone {
        return None;
    }
    let words = format!("{marker}[{}](#{})", title(contents, index), contents.meetings[index].1);
    Some(match next {
        Some(_) => Edit::insert(line.start(), words + newline(file)),
        None => Edit::insert(model.span.end(), newline(file).to_owned() + &words),
    })
}

/// Lines for one place, in one edit.
fn join(edits: Vec<Edit>) -> Vec<Edit> {
    let mut joined: Vec<Edit> = Vec::new();
    for edit in edits {
        match joined.last_mut() {
            Some(last) if last.span == edit.span => last.text.push_str(&edit.text),
            _ => joined.push(edit),
        }
    }
    joined
}
