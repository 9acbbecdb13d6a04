//! The actions of a meeting.

use super::{quote, quoted};
use crate::{
    analysis::{Action, Analysis},
    document::{Author, Item, Meeting, SectionKind},
    rules::Context,
    syntax::{BlockKind, Prose},
};

/// The actions of a meeting that are not done, as far as their words can be read.
pub(in crate::rules) fn open_tasks<'a>(
    cx: &Context<'a>,
    meeting: &Meeting,
) -> impl Iterator<Item = (&'a Item, &'a Action)> + use<'a> {
    let topics = cx.topics_of(meeting).filter(|topic| topic.section_kind() != SectionKind::Okrs);
    let tasks = topics.flat_map(|topic| topic.tasks().map(move |(item, task)| (topic, item, task)));
    tasks
        .filter(|(topic, item, task)| !task.done && item.author == Author::Writer && topic.is_english())
        .map(|(_, item, task)| (item, task))
}

/// A message that names an item by its beginning, with what stands before and after.
pub(in crate::rules) fn quoted_item(cx: &Context<'_>, before: &str, item: &Item, after: &str) -> String {
    quoted(before, words_of(cx.file, item).text(), after)
}

/// The beginning of an item of any file of the notebook.
pub(in crate::rules) fn quote_item_of(analysis: &Analysis, item: &Item) -> String {
    quote(words_of(analysis, item).text())
}

/// The first words of an item.
fn words_of(analysis: &Analysis, item: &Item) -> Prose {
    let (file, tree) = (&analysis.file, &analysis.tree);
    let first = match tree.block(item.block).kind {
        BlockKind::Item | BlockKind::TableRow => tree.children(item.block).next(),
        _ => Some(item.block),
    };
    first.map_or_else(Prose::default, |first| Prose::of(file, tree, first))
}
