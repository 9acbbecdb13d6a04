//! Which items of a topic are tasks.

use super::Topic;
use crate::{
    analysis::{Action, Analysis, action, passage},
    document::{Item, SectionKind},
    syntax::BlockKind,
};

impl<'a> Topic<'a> {
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
        let is_errand = |task: &Action| task.owner.is_some() || task.due.is_some() || task.orders;
        match item.check_box {
            Some(_) if at_top && kind != SectionKind::Actions && self.asks(item, kind) => {
                Some(read()).filter(|task| task.owner.is_some())
            }
            Some(_) if at_top && kind.holds_topics() && self.tells(item) => None,
            Some(_) if at_top && kind.holds_topics() => Some(read()).filter(is_errand),
            Some(_) => Some(read()),
            None if at_top && kind == SectionKind::Actions => {
                Some(read()).filter(|task| !self.heads_list(item, task))
            }
            None => None,
        }
    }

    /// Whether an item's own line ends with a question, or among topics asks one: it is ticked off when that is answered.
    fn asks(self, item: &Item, kind: SectionKind) -> bool {
        let line = self.own_line(item).trim_end();
        line.ends_with('?') || kind.holds_topics() && line.contains("? ")
    }

    /// Whether an item tells something in several sentences, or thanks: it is ticked off when it was told.
    fn tells(self, item: &Item) -> bool {
        let line = self.own_line(item);
        let goes_on = |at: usize| line[at + 2..].starts_with(char::is_uppercase);
        line.match_indices(". ").any(|(at, _)| goes_on(at))
            || line.contains("Thank you")
            || line.contains("thanks")
    }

    fn own_line(self, item: &Item) -> &'a str {
        let Analysis { file, tree, .. } = self.analysis;
        let line = tree.children(item.block).next().map_or(item.span, |first| tree.block(first).span);
        file.slice(line)
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
