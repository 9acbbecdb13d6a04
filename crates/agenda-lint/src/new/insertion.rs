//! A meeting put into a file that holds others.

use agenda_lint_core::{
    analysis::{Analysis, Order, Scope, Workspace},
    diagnostic::Applicability,
    document::Meeting,
    engine::Linter,
    rules::RulesConfig,
    text::SourceFile,
};
use jiff::civil::Date;

use crate::notebooks::Opened;

/// The text of a file with the meeting at the end where new ones stand, listed in its table of
/// contents if it has one; none where its meetings are bullets or callouts, between which no headings can stand.
pub(super) fn inserted(analysis: &Analysis, meeting: &str, day: Date, opened: &Opened) -> Option<String> {
    let text = analysis.file.text();
    let title = analysis.document.title.as_ref().map(|title| title.span);
    let real = |meeting: &&Meeting| !meeting.template && meeting.heading.is_some();
    let mut meetings: Vec<&Meeting> = analysis.document.meetings.iter().filter(real).collect();
    // Where older ones are folded away below it, a page's own meeting is headed by the title.
    if meetings.len() > 1 {
        meetings.retain(|meeting| meeting.heading.as_ref().map(|heading| heading.span) != title);
    }
    let days: Vec<Date> = meetings.iter().filter_map(|meeting| meeting.day()).collect();
    let oldest_first = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first != last => first < last,
        _ => opened.project.knowledge.plan.order == Order::OldestFirst,
    };
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let meeting = meeting.replace('\n', newline);
    let edge = if oldest_first { meetings.last() } else { meetings.first() };
    let Some(edge) = edge else { return Some(format!("{}{newline}{newline}{meeting}", text.trim_end())) };
    let line = analysis.file.line_index(edge.span.start());
    let in_line = edge.span.start() - analysis.file.line_span(line).start();
    if !analysis.file.slice(analysis.file.line_span(line))[..in_line].trim().is_empty() {
        return None;
    }
    let at = if oldest_first { edge.span.end() } else { edge.span.start() };
    let (before, after) = text.split_at(at);
    // Where a line parts the meetings, one parts the new one, too.
    let ruled = text[..meetings.first().map_or(0, |first| first.span.start())].trim_end().ends_with("\n---")
        || meetings.iter().skip(1).any(|other| text[..other.span.start()].trim_end().ends_with("\n---"));
    let rule = if ruled { format!("---{newline}{newline}") } else { String::new() };
    let text = if oldest_first {
        let before = before.trim_end().trim_end_matches("---").trim_end();
        let after = after.trim_start();
        let gap = if after.is_empty() { String::new() } else { format!("{newline}{after}") };
        format!("{before}{newline}{newline}{rule}{meeting}{gap}")
    } else {
        format!("{before}{meeting}{newline}{rule}{after}")
    };
    Some(listed(&analysis.file.with_text(text), day, opened))
}

/// The text with every meeting in its table of contents.
fn listed(file: &SourceFile, day: Date, opened: &Opened) -> String {
    let linter = Linter::new(
        RulesConfig::default().active(|rule, _| rule.severity.filter(|_| rule.name == "unlisted-meeting")),
    );
    let knowledge = &opened.project.knowledge;
    let mut alone = Workspace::single(file.clone(), knowledge, Scope::All(None), Some(day));
    linter.fix(&mut alone, 0, Applicability::Safe, |file| Analysis::new(file, knowledge, Scope::All(None)));
    alone.files[0].file.text().to_owned()
}
