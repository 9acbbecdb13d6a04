//! The actions of a meeting.

use std::borrow::Cow;

use super::{quote, quoted};
use crate::{
    analysis::{Action, Analysis},
    document::{Item, Meeting, SectionKind},
    rules::Context,
    syntax::Prose,
};

/// The actions of a meeting that are not done and that are `wanted`, as far as their words can be read.
pub(in crate::rules) fn open_tasks<'a, F: Fn(&Action) -> bool>(
    cx: &Context<'a>,
    meeting: &Meeting,
    wanted: F,
) -> impl Iterator<Item = (&'a Item, &'a Action)> + use<'a, F> {
    let open = cx.open_tasks_of(meeting).filter(|(topic, ..)| topic.section_kind() != SectionKind::Okrs);
    // Whether words are English takes longer to tell than anything else of them.
    open.filter(move |(topic, _, task)| wanted(task) && topic.is_english())
        .map(|(_, item, task)| (item, task))
}

/// A message that names an item by its beginning, with what stands before and after.
pub(in crate::rules) fn quoted_item(cx: &Context<'_>, before: &str, item: &Item, after: &str) -> String {
    quoted(before, &words_of(cx.file, item), after)
}

/// The beginning of an item of any file of the notebook.
pub(in crate::rules) fn quote_item_of(analysis: &Analysis, item: &Item) -> String {
    quote(&words_of(analysis, item))
}

/// The words by which an item is known.
fn words_of<'a>(analysis: &'a Analysis, item: &Item) -> Cow<'a, str> {
    Prose::words(&analysis.file, &analysis.tree, analysis.headline(item))
}
