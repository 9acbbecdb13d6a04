//! The document for people: each topic with what was recognised in it.

use std::fmt::Write as _;

use super::model::{Document, Item, Meeting};
use crate::output::escape;

/// How many characters of a line are shown.
const WIDTH: usize = 90;

/// The document as an indented tree.
pub(crate) fn draw(document: &Document) -> String {
    let mut text = format!("{}\n", escape::line(&document.path));
    for meeting in &document.meetings {
        draw_meeting(meeting, &mut text);
    }
    if document.meetings.is_empty() {
        text.push_str("  no meeting\n");
    }
    text
}

fn draw_meeting(meeting: &Meeting, text: &mut String) {
    let date = meeting.date.as_deref().unwrap_or("no date");
    let note = match (meeting.judged, meeting.template) {
        (true, _) => "  ← judged",
        (false, true) => "  (a form)",
        (false, false) => "",
    };
    line(text, 1, &format!("meeting {date}  {}{note}", meeting.title));
    for section in &meeting.sections {
        line(text, 2, &format!("{}: {}", section.kind, section.title));
        for item in &section.items {
            draw_item(item, 3, text);
        }
    }
}

fn draw_item(item: &Item, depth: usize, text: &mut String) {
    let says = match (&item.reply, item.topic) {
        (Some(name), _) => format!("[reply of {name}]"),
        (None, Some(topic)) => format!("[{topic}]"),
        (None, None) => "-".to_owned(),
    };
    let first = item.text.lines().next().unwrap_or_default();
    line(text, depth, &format!("{says} {first}"));
    for (signal, found) in &item.signals {
        for place in found {
            line(text, depth + 2, &format!("{signal}: {}", place.text));
        }
    }
    let okrs: Vec<&str> = item.okrs.iter().filter_map(|okr| okr.id.as_deref()).collect();
    if !okrs.is_empty() {
        line(text, depth + 2, &format!("okr: {}", okrs.join(", ")));
    }
    if let Some(task) = &item.task {
        let done = if task.done { "done" } else { "open" };
        let owner = task.owner.as_deref().unwrap_or("nobody");
        let due = task.due_text.as_deref().unwrap_or("no date");
        let due = task.due.as_ref().map_or(due.to_owned(), |date| format!("{due} = {date}"));
        line(text, depth + 2, &format!("task: {done}, {owner}, {due}"));
    }
    for child in &item.children {
        draw_item(child, depth + 1, text);
    }
}

fn line(text: &mut String, depth: usize, words: &str) {
    let words = words.replace('\n', " ");
    let shown: String = words.chars().take(WIDTH).collect();
    let more = if shown.len() < words.len() { "…" } else { "" };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}{}{more}", "  ".repeat(depth), escape::line(shown.trim_end()));
}
