//! The actions of a meeting.

use std::borrow::Cow;

use super::{agenda::tells_language, count, quote, quoted};
use crate::{
    analysis::{Action, Analysis},
    diagnostic::Sink,
    document::{Item, Meeting, SectionKind},
    rules::Context,
    syntax::Prose,
};

/// The actions of a meeting that are not done and that are `wanted`, as far as their words can be read.
pub(in crate::rules) fn open_tasks<'c, 'a, F: Fn(&Action) -> bool>(
    cx: &'c Context<'a>,
    meeting: &'c Meeting,
    wanted: F,
) -> impl Iterator<Item = (&'a Item, &'a Action)> + use<'c, 'a, F> {
    let open = cx.open_tasks_of(meeting).filter(|(topic, ..)| topic.section_kind() != SectionKind::Okrs);
    // Whether words are English takes longer to tell than anything else of them, and a few tell it by those around them.
    open.filter(move |(topic, _, task)| {
        wanted(task)
            && !(task.due.is_none() && topic.is_report())
            && topic.is_english()
            && (tells_language(topic) || cx.is_prepared_in_english(meeting))
    })
    .map(|(_, item, task)| (item, task))
}

/// What a finding says of one action or of several: before their words, and after those of one and of more.
pub(in crate::rules) struct Lack {
    pub(in crate::rules) before: &'static str,
    pub(in crate::rules) one: &'static str,
    pub(in crate::rules) more: &'static str,
    pub(in crate::rules) help: &'static str,
}

/// Reports the actions of a meeting that lack the same, where no comment silences it: one or two each for itself, three
/// and more at once, at the first.
pub(in crate::rules) fn report_lacking(cx: &Context<'_>, actions: &[&Item], lack: &Lack, out: &mut Sink<'_>) {
    match actions {
        [first, others @ ..] if others.len() > 1 => {
            let after = format!(" and {} here{}", count(others.len(), "more action"), lack.more);
            out.report(first.span, quoted_item(cx, lack.before, first, &after)).help(lack.help);
        }
        few => report_each(cx, few, lack, out),
    }
}

/// The actions whose lack no comment silences: what is told of several at once is told of these. The others are
/// reported each for itself, so that the engine sees what their comments are for.
pub(in crate::rules) fn not_silenced<'a>(
    cx: &Context<'_>,
    actions: impl Iterator<Item = &'a Item>,
    lack: &Lack,
    out: &mut Sink<'_>,
) -> Vec<&'a Item> {
    let (silenced, others): (Vec<_>, Vec<_>) =
        actions.partition(|item| cx.file.silences(out.rule(), item.span.start()));
    report_each(cx, &silenced, lack, out);
    others
}

fn report_each(cx: &Context<'_>, actions: &[&Item], lack: &Lack, out: &mut Sink<'_>) {
    for item in actions {
        out.report(item.span, quoted_item(cx, lack.before, item, lack.one)).help(lack.help);
    }
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
pub(in crate::rules) fn words_of<'a>(analysis: &'a Analysis, item: &Item) -> Cow<'a, str> {
    Prose::words(&analysis.file, &analysis.tree, analysis.headline(item))
}
