//! The tasks of a meeting: which items are some, each with its topic.

use std::cell::OnceCell;

use crate::document::{Author, Item, SectionKind};

use super::{Action, Analysis, action, followup::Gist, passage, topic::Topic};

/// A task of a topic.
#[derive(Debug)]
pub(super) struct Task {
    /// The place of its topic among those of the file.
    pub(super) topic: u32,
    /// The place of its item in its topic.
    pub(super) item: usize,
    pub(super) action: Action,
    /// What it says, to be found again in a later meeting; read when it is first asked for.
    pub(super) gist: OnceCell<Gist>,
}

/// The tasks of a meeting with their items, one topic after the other; those that say nothing left out.
pub(super) fn tasks(analysis: &Analysis, meeting: usize) -> impl Iterator<Item = (Topic<'_>, &Item, &Task)> {
    with_items(analysis, tasks_of(analysis, meeting))
}

/// Those of the tasks of a meeting that are the writer's own and not done, likewise.
pub(super) fn open_tasks(
    analysis: &Analysis,
    meeting: usize,
) -> impl Iterator<Item = (Topic<'_>, &Item, &Task)> {
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
) -> impl Iterator<Item = (Topic<'a>, &'a Item, &'a Task)> {
    tasks.iter().filter(|task| !task.action.empty).map(|task| {
        let topic = Topic::new(analysis, &analysis.entries[task.topic as usize]);
        (topic, &topic.items()[task.item], task)
    })
}

/// Those tasks without their items.
pub(super) fn tasks_of(analysis: &Analysis, meeting: usize) -> &[Task] {
    let read = || read_tasks(analysis, meeting, |_, _| true);
    analysis.shared.get(meeting).map_or(&[], |shared| shared.tasks.get_or_init(read))
}

/// Reads those of the tasks of a meeting that are `wanted`.
fn read_tasks(analysis: &Analysis, meeting: usize, wanted: impl Fn(Topic<'_>, &Item) -> bool) -> Vec<Task> {
    let Analysis { file, tree, document, .. } = analysis;
    // Of a meeting that is judged all words are read, of any other only its tasks.
    let is_judged = analysis.agenda_places().contains(&meeting);
    let mut reader = action::Reader::new(file, tree, &document.meetings[meeting], document.date_order);
    let is_action = |topic: &Topic<'_>| topic.section_kind() == SectionKind::Actions;
    let mut tasks = Vec::with_capacity(analysis.topics_of(meeting).filter(is_action).count());
    for topic in analysis.topics_of(meeting) {
        let items = topic.items().iter().enumerate();
        for (place, item) in items.filter(|(_, item)| !item.template && wanted(topic, item)) {
            let read = || {
                if is_judged && item.author == Author::Writer {
                    let (prose, line) = topic.words().first_line(place);
                    reader.read(item, prose, line)
                } else {
                    let line = passage::first_line(file, tree, item);
                    reader.read(item, &line, 0..line.text().len())
                }
            };
            if let Some(action) = topic.task_by(item, read) {
                tasks.push(Task { topic: topic.entry.index, item: place, action, gist: OnceCell::new() });
            }
        }
    }
    tasks
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::{
        analysis::{Analysis, Scope},
        document::Item,
        text::SourceFile,
    };

    #[test]
    fn tasks_are_the_same_in_a_meeting_that_is_not_judged() {
        let text = "## 2026-03-02\n### Actions\n- [ ] **Sam**: send `a` &amp; b\n  to *Tomasz* by 6 March\n- \n- > Kate: call\n\
            - KD: call Ana\n  - [ ] KD: book it by Friday\n\n| What | Who |\n|---|---|\n| call | Ana |\n";
        let mut analysis = Analysis::new(SourceFile::new("a.md", text), &Arc::default(), Scope::All(None));
        let tasks = |analysis: &Analysis| {
            let tasks = analysis.tasks_of(0).map(|(_, item, action)| format!("{:?} {action:?}", item.span));
            tasks.collect::<Vec<_>>()
        };
        let judged = tasks(&analysis);
        analysis = Analysis::new(analysis.file.clone(), &Arc::default(), Scope::All(None));
        analysis.judge_nothing();
        assert!(judged.len() >= 4 && judged == tasks(&analysis), "{judged:#?}");
    }

    #[test]
    fn boxes_of_an_agenda_are_no_tasks_but_for_errands() {
        let agenda = "- [ ] The roof is dry again. Thank you\n- [ ] May I go to Leeds? It is near\n- [ ] 3 of 4 said yes, 1 no, 2 may\n";
        let errands = "- [ ] Tiles\n- [ ] book the hall\n- [ ] Kate: the keys\n";
        let tasks = |text: &str| {
            let text = format!("## 2026-03-02\n{text}");
            let analysis = Analysis::new(SourceFile::new("a.md", text), &Arc::default(), Scope::All(None));
            let lines = |item: &Item| analysis.file.slice(item.span).trim().to_owned();
            analysis.tasks_of(0).map(|(_, item, _)| lines(item)).collect::<Vec<_>>()
        };
        assert_eq!(tasks(&format!("{agenda}{errands}")), ["- [ ] book the hall", "- [ ] Kate: the keys"]);
        assert_eq!(tasks(errands).len(), 3);
        let given = "- [ ] Kate: ask whether the hall is free";
        assert_eq!(tasks(&format!("{agenda}{given}")), [given]);
        assert_eq!(tasks(&format!("### Actions\n{agenda}")).len(), 3);
    }

    #[test]
    fn a_line_that_heads_a_list_is_no_task() {
        let text = "## 2026-03-02\n### Actions\nCarried over from the meeting of 16 February:\n- [x] Ana: call Tom\n\n\
                    New\n\n- Ana: book the room\n\nAna: write to Kate\n\n- in French\n\nSend Kate the plan\n\n- as a table\n";
        let analysis = Analysis::new(SourceFile::new("a.md", text), &Arc::default(), Scope::All(None));
        let tasks: Vec<_> =
            analysis.tasks_of(0).map(|(_, item, _)| analysis.file.slice(item.span).trim()).collect();
        let heads = ["Carried over from the meeting of 16 February:", "New"];
        assert!(heads.iter().all(|head| !tasks.contains(head)), "{tasks:?}");
        let own = ["- [x] Ana: call Tom", "- Ana: book the room", "Ana: write to Kate", "Send Kate the plan"];
        assert!(own.iter().all(|task| tasks.contains(task)), "{tasks:?}");
    }
}
