//! Action items in one form: `- [ ] @owner do the thing (due 2026-03-06)`.

use std::ops::Range;

use crate::{
    analysis::{
        Action, Analysis,
        task::{self, Markup},
    },
    document::{Author, Item},
    syntax::BlockKind,
    text::{Edit, apply},
};

/// Signs by which a task manager tells dates; it reads them where they stand.
const SIGNS: [char; 6] = ['📅', '⏳', '🛫', '✅', '➕', '🔁'];

pub(super) fn rewrite(notes: &Analysis) -> Option<String> {
    let mut edits = Vec::new();
    for topic in notes.topics() {
        for (item, action) in topic.tasks() {
            edits.extend(tidied(notes, item, action).into_iter().flatten());
        }
    }
    (!edits.is_empty()).then(|| apply(notes.file.text(), [&edits[..]]).0)
}

/// The changes of one item, if its owner and date can be told from its other words.
fn tidied(notes: &Analysis, item: &Item, action: &Action) -> Option<Vec<Edit>> {
    let tree = &notes.tree;
    let text_block = tree.children(item.block).next()?;
    let block = tree.block(text_block);
    let text = notes.file.slice(block.span);
    let is_plain = tree.block(item.block).kind == BlockKind::Item
        && block.kind == BlockKind::Paragraph
        && item.author == Author::Writer
        && !item.quoted
        && !text.contains('\n')
        && !text.starts_with("~~")
        && !text.contains(SIGNS);
    let needs_box = item.check_box.is_none();
    if !is_plain || (needs_box && (action.owner.is_none() || action.done)) {
        return None;
    }
    let inside = |span: crate::text::Span| {
        block.span.contains(span).then(|| span.start() - block.span.start()..span.end() - block.span.start())
    };
    let owner = match &action.owner {
        Some((name, span)) => Some((name.as_str(), inside(*span)?)),
        None => None,
    };
    let due = match &action.due {
        Some(due) => {
            let shown = due.date().map_or_else(|| due.text.clone(), |date| date.to_string());
            Some((shown, inside(due.span)?))
        }
        None => None,
    };
    let new = written(text, owner.as_ref(), due.as_ref())?;
    if !reads_as(&new, action) {
        return None;
    }
    let mut edits = Vec::new();
    if needs_box {
        edits.push(Edit::insert(block.span.start(), "[ ] "));
    }
    if new != text {
        edits.push(Edit::replace(block.span, new));
    }
    Some(edits)
}

/// The text with its owner first and its date last.
fn written(
    text: &str,
    owner: Option<&(&str, Range<usize>)>,
    due: Option<&(String, Range<usize>)>,
) -> Option<String> {
    let mut cuts: Vec<Range<usize>> = Vec::new();
    cuts.extend(owner.map(|(_, range)| around_owner(text, range.clone())));
    cuts.extend(due.map(|(_, range)| around_due(text, range.clone())));
    cuts.sort_by_key(|cut| cut.start);
    let mut parts = Vec::new();
    let mut done = 0;
    for cut in cuts {
        parts.push(text.get(done..cut.start)?.trim());
        done = cut.end;
    }
    parts.push(text.get(done..)?.trim());
    parts.retain(|part| !part.is_empty());
    let rest = parts.join(" ");
    let rest = rest.trim_matches([' ', ',', ';', ':', '-', '–', '—']).trim_end_matches('.');
    if rest.is_empty() {
        return None;
    }
    let owner = owner.map(|(name, _)| format!("@{name} ")).unwrap_or_default();
    let due = due.map(|(date, _)| format!(" (due {date})")).unwrap_or_default();
    Some(format!("{owner}{rest}{due}"))
}

/// The owner's name with the marks and words that only say that it is one.
fn around_owner(text: &str, name: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = name;
    while let Some((open, close)) = text[..start].chars().next_back().zip(text[end..].chars().next()) {
        let is_pair = (open == close && matches!(open, '*' | '_')) || (open, close) == ('(', ')');
        if !is_pair {
            break;
        }
        start -= open.len_utf8();
        end += close.len_utf8();
    }
    if text[..start].ends_with('@') {
        start -= 1;
        if text[..start].ends_with('(') && text[end..].starts_with(')') {
            return start - 1..end + 1;
        }
    }
    if text[..start].trim().is_empty() {
        let rest = text[end..].trim_start_matches([':', ',']).trim_start();
        let rest = ["to ", "will ", "– ", "— ", "- "]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        end = text.len() - rest.len();
    }
    start..end
}

/// The due date with the words that only say that it is one.
fn around_due(text: &str, date: Range<usize>) -> Range<usize> {
    let Range { start, mut end } = date;
    let mut before = text[..start].trim_end();
    for word in ["on", "by", "due:", "due"] {
        let at = before.len().saturating_sub(word.len());
        if before.get(at..).is_some_and(|last| last.eq_ignore_ascii_case(word))
            && !before[..at].ends_with(char::is_alphanumeric)
        {
            before = before[..at].trim_end();
        }
    }
    if before.ends_with('(') && text[end..].starts_with(')') {
        before = &before[..before.len() - 1];
        end += 1;
    }
    before.trim_end_matches([' ', ',', '–', '—', '-']).len()..end
}

/// Whether the new text is the same task.
fn reads_as(new: &str, action: &Action) -> bool {
    let markup = Markup { checked: Some(action.done), ..Markup::default() };
    let task = task::read(new, markup);
    let same_due = match (&task.due, &action.due) {
        (Some(new), Some(old)) => old.date_of(&new.text) == old.date(),
        (None, None) => true,
        _ => false,
    };
    let owner = action.owner.as_ref().map(|(name, _)| name);
    task.owner.as_ref().map(|part| &part.text) == owner && same_due && task.vague == action.vague
}
