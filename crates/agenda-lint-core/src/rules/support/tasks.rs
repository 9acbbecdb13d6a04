//! The actions of a meeting.

use super::quote;
use crate::{
    analysis::{Action, Topic},
    document::{Author, Item, Meeting},
    rules::Context,
    syntax::{BlockKind, Prose},
};

/// The actions of a meeting that are not done.
pub(in crate::rules) fn open_tasks<'a>(
    cx: &Context<'a>,
    meeting: &Meeting,
) -> impl Iterator<Item = (&'a Item, Action)> + use<'a> {
    let tasks = cx.topics_of(meeting).flat_map(Topic::tasks);
    tasks.filter(|(item, task)| !task.done && item.author == Author::Writer)
}

/// The words of an item, without what nests in it.
pub(in crate::rules) fn item_text(cx: &Context<'_>, item: &Item) -> String {
    let (file, tree) = (&cx.file.file, &cx.file.tree);
    let first = match tree.block(item.block).kind {
        BlockKind::Item | BlockKind::TableRow => tree.children(item.block).next(),
        _ => Some(item.block),
    };
    first.map_or_else(String::new, |first| Prose::of(file, tree, first).text().to_owned())
}

/// The beginning of an item, to name it in a message.
pub(in crate::rules) fn quote_item(cx: &Context<'_>, item: &Item) -> String {
    quote(&item_text(cx, item))
}
