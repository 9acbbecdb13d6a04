//! The tasks of a meeting: which items are some, each with its topic.

use crate::document::{Author, Item, SectionKind};

use super::{Action, Analysis, action, topic::Topic};

/// A task of a topic.
#[derive(Debug)]
pub(super) struct Task {
    /// The place of its topic among those of the file.
    pub(super) topic: usize,
    /// The place of its item in its topic.
    pub(super) item: usize,
    pub(super) action: Action,
}

/// The tasks of a meeting with their items, one topic after the other; those that say nothing left out.
pub(super) fn tasks(
    analysis: &Analysis,
    meeting: usize,
) -> impl Iterator<Item = (Topic<'_>, &Item, &Action)> {
    with_items(analysis, tasks_of(analysis, meeting))
}

/// Those of the tasks of a meeting that are the writer's own and not done, likewise.
pub(super) fn open_tasks(
    analysis: &Analysis,
    meeting: usize,
) -> impl Iterator<Item = (Topic<'_>, &Item, &Action)> {
    let is_ticked = |item: &Item| item.check_box.is_some_and(|found| found.done);
    let may_be_open = |topic: Topic<'_>, item: &Item| {
        topic.is_judged() && item.author == Author::Writer && !is_ticked(item)
    };
    let read = || {
        let mut tasks = read_tasks(analysis, meeting, may_be_open);
        tasks.retain(|task| !task.action.done);
        tasks
    };
    let shared = analysis.shared.get(meeting);
    with_items(analysis, shared.map_or(&[], |shared| shared.open_tasks.get_or_init(read)))
}

fn with_items<'a>(
    analysis: &'a Analysis,
    tasks: &'a [Task],
) -> impl Iterator<Item = (Topic<'a>, &'a Item, &'a Action)> {
    tasks.iter().filter(|task| !task.action.empty).map(|task| {
        let topic = Topic::new(analysis, task.topic);
        (topic, &topic.items()[task.item], &task.action)
    })
}

/// Those tasks without their items.
pub(super) fn tasks_of(analysis: &Analysis, meeting: usize) -> &[Task] {
    let read = || read_tasks(analysis, meeting, |_, _| true);
    analysis.shared.get(meeting).map_or(&[], |shared| shared.tasks.get_or_init(read))
}

/// The items of a topic that are tasks, each with its place: every task box and, in a section of
/// actions, every item at the top.
fn task_items(topic: Topic<'_>) -> impl Iterator<Item = (usize, &Item)> {
    let in_actions = topic.section_kind() == SectionKind::Actions;
    let is_task = move |item: &Item| item.check_box.is_some() || (in_actions && item.depth == 0);
    topic.items().iter().enumerate().filter(move |(_, item)| is_task(item) && !item.template)
}

/// Reads those of the tasks of a meeting that are `wanted`.
fn read_tasks(analysis: &Analysis, meeting: usize, wanted: impl Fn(Topic<'_>, &Item) -> bool) -> Vec<Task> {
    let Analysis { file, tree, document, .. } = analysis;
    let mut reader = action::Reader::new(file, tree, &document.meetings[meeting], document.date_order);
    let is_action = |topic: &Topic<'_>| topic.section_kind() == SectionKind::Actions;
    let mut tasks = Vec::with_capacity(analysis.topics_of(meeting).filter(is_action).count());
    for topic in analysis.topics_of(meeting) {
        for (place, item) in task_items(topic).filter(|(_, item)| wanted(topic, item)) {
            let action = if item.author == Author::Writer {
                let (prose, line) = topic.words().first_line(place);
                reader.read(item, prose, line)
            } else {
                topic.task(item)
            };
            tasks.push(Task { topic: topic.index, item: place, action });
        }
    }
    tasks
}
