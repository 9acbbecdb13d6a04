//! The actions of a meeting.

use super::quote;
use crate::{
    analysis::{Action, Topic},
    document::{Item, Meeting},
    rules::Context,
    syntax::{BlockKind, Prose},
};

/// The actions of a meeting that are not done.
pub(in crate::rules) fn open_tasks<'a>(
    cx: &Context<'a>,
    meeting: &'a Meeting,
) -> impl Iterator<Item = (&'a Item, Action)> {
    let topics =
        cx.file.topics().filter(move |topic| std::ptr::eq(topic.meeting(), meeting) && topic.is_judged());
    topics
        .flat_map(Topic::tasks)
        .filter(|(item, task)| !task.done && item.author == crate::document::Author::Writer)
}

/// The words of an item, without what nests in it.
pub(in crate::rules) fn item_text(cx: &Context<'_>, item: &Item) -> String {
    let (file, tree) = (&cx.file.file, &cx.file.tree);
    let mut prose = Prose::default();
    match tree.block(item.block).kind {
        BlockKind::Item => {
            if let Some(first) = tree.children(item.block).next() {
                prose.push(file, tree, first);
            }
        }
        BlockKind::TableRow => {
            if let Some(first) = tree.children(item.block).next() {
                prose.push(file, tree, first);
            }
        }
        _ => {
            prose.push(file, tree, item.block);
        }
    }
    prose.text().to_owned()
}

/// The beginning of an item, to name it in a message.
pub(in crate::rules) fn quote_item(cx: &Context<'_>, item: &Item) -> String {
    quote(&item_text(cx, item))
}
