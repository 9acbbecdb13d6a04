//! Which items of a topic are tasks.

use super::Topic;
use crate::{
    analysis::{Action, Analysis, action, passage},
    document::{Item, SectionKind},
    syntax::BlockKind,
};

impl Topic<'_> {
    /// One of its items read as a task, be it one or not.
    pub fn task(self, item: &Item) -> Action {
        let Analysis { file, tree, document, .. } = self.analysis;
        let line = passage::first_line(file, tree, item);
        let mut reader = action::Reader::new(file, tree, self.meeting(), document.date_order);
        reader.read(item, &line, 0..line.text().len())
    }

    /// One of its items read as a task, if it is one.
    pub fn own_task(self, item: &Item) -> Option<Action> {
        self.task_by(item, || self.task(item))
    }

    /// One of its items as `read` reads it, if it is a task: in a section of actions every item at the top, but for a line
    /// that heads a list (`From last time`), and elsewhere every task box, but for that of a topic, which is ticked off
    /// when it was talked about: it names neither who nor when, and is no errand; or that of a question, or of what is told.
    pub(in crate::analysis) fn task_by(self, item: &Item, read: impl FnOnce() -> Action) -> Option<Action> {
        let (at_top, kind) = (item.depth == 0, self.section_kind());
        match item.check_box {
            Some(_) if at_top && kind != SectionKind::Actions && self.asks_last(item) => {
                Some(read()).filter(|task| task.owner.is_some())
            }
            Some(_) if self.is_among_boxed_topics() => {
                let is_errand = |task: &Action| (!at_top || self.is_errand(task)) && !self.tells(item);
                Some(read()).filter(|task| self.is_given(item, task) || is_errand(task))
            }
            Some(_) => Some(read()),
            None if at_top && kind == SectionKind::Actions => {
                Some(read()).filter(|task| !self.heads_list(item, task))
            }
            None => None,
        }
    }

    /// Whether an item's own line ends with a question: it is ticked off when that is answered.
    fn asks_last(self, item: &Item) -> bool {
        self.own_line(item).trim_end().ends_with('?')
    }

    /// Whether an item heads a list, which reads as `task`.
    fn heads_list(self, item: &Item, task: &Action) -> bool {
        let Analysis { file, tree, .. } = self.analysis;
        let block = tree.block(item.block);
        if block.kind != BlockKind::Paragraph {
            return false;
        }
        let lists = |next| matches!(tree.block(next).kind, BlockKind::List { .. } | BlockKind::Table);
        let line = file.slice(block.span);
        // "Ana: book the room" may have a list of details.
        let introduces = || task.owner.is_none() && task.due.is_none() && task.vague && !line.ends_with('.');
        !line.contains('\n')
            && tree.after(item.block).is_some_and(lists)
            && (line.ends_with(':') || introduces())
    }
}
