//! Facts that several rules need, computed once for each file.
//!
//! May use: `text`, `syntax`, `document`, `language`.

mod action;
pub mod followup;
mod goals;
pub mod ledger;
mod lexicon;
mod link;
mod meeting_tasks;
pub mod notebook;
pub mod okr;
pub mod okr_list;
mod passage;
pub mod registry;
mod scope;
mod suppression;
pub mod task;
mod task_table;
mod timeline;
mod topic;
mod workspace;

use std::{cell::OnceCell, ops::Range, sync::Arc};

use jiff::civil::DateTime;
use rustc_hash::FxHashMap;

pub use action::{Action, DueDate};
pub use link::TopicLink;
pub use notebook::{Notebook, Place};
pub use scope::Scope;
pub use suppression::{Extent, Suppression, Target};
pub use task::is_role;
pub use topic::{OkrRef, Signals, Topic};
pub use workspace::{Knowledge, Order, Plan, Workspace};

use crate::{
    document::{self, Document, Item, Meeting},
    syntax::{BlockId, Prose, Tree},
    text::{SourceFile, Span},
};

use registry::Registry;
use topic::{Entry, Shared};

/// All facts of one file.
///
/// What a topic says is read the first time a rule asks for it: of a three-year notebook only the
/// next meeting is judged, and the rest costs nothing. It is one thread that asks.
#[derive(Debug)]
pub struct Analysis {
    /// The file.
    pub file: SourceFile,
    /// Its blocks.
    pub tree: Tree,
    /// Its meetings.
    pub document: Document,
    /// The comments that silence rules.
    pub suppressions: Vec<Suppression>,
    /// How far each of them, or one before it, reaches.
    silenced_up_to: Vec<usize>,
    knowledge: Arc<Knowledge>,
    own_okrs: OnceCell<Registry>,
    agenda: Vec<usize>,
    written: FxHashMap<usize, DateTime>,
    entries: Vec<Entry>,
    /// What the topics of each meeting share.
    shared: Vec<Shared>,
    /// The topics that agenda rules judge.
    judged: Vec<u32>,
}

impl Analysis {
    /// Reads a file.
    pub fn new(file: SourceFile, knowledge: &Arc<Knowledge>, scope: Scope) -> Self {
        let tree = document::apart(&file, Tree::parse(&file), &knowledge.conventions.vocabulary);
        let document = Document::read(&file, &tree, &knowledge.conventions, scope.today());
        let suppressions = suppression::read(&file, &tree);
        let silenced_up_to = suppression::reach(&suppressions);
        let entries = topic::entries(&document);
        let shared = document.meetings.iter().map(|_| Shared::default()).collect();
        let mut analysis = Self {
            file,
            tree,
            document,
            suppressions,
            silenced_up_to,
            knowledge: Arc::clone(knowledge),
            own_okrs: OnceCell::new(),
            agenda: Vec::new(),
            written: FxHashMap::default(),
            entries,
            shared,
            judged: Vec::new(),
        };
        analysis.judge(scope);
        analysis
    }

    /// What was known before the file was read.
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// The objectives that are known: those of the config or, where it has none, those that the file
    /// itself lists.
    pub fn okrs(&self) -> &Registry {
        let configured = &self.knowledge.okrs;
        if configured.is_empty() { self.own_okrs.get_or_init(|| goals::listed_in(self)) } else { configured }
    }

    /// The meetings that agenda rules read: the next one, or all; never a template.
    pub fn agenda(&self) -> impl Iterator<Item = &Meeting> {
        self.agenda.iter().map(|&index| &self.document.meetings[index])
    }

    /// Lets agenda rules judge the meetings of `scope`, whatever they judged before.
    pub fn judge(&mut self, scope: Scope) {
        self.agenda = scope::agenda(&self.document, &self.file, scope);
        self.judged = topic::judged(&self.entries, &self.agenda);
    }

    /// Makes agenda rules silent in this file: the next meeting of its notebook stands in another.
    pub fn judge_nothing(&mut self) {
        self.agenda.clear();
        self.judged.clear();
    }

    /// The places of [`Analysis::agenda`] in [`Document::meetings`].
    pub fn agenda_places(&self) -> &[usize] {
        &self.agenda
    }

    /// The comments that silence rules in another text of this file.
    pub fn suppressions_in(&self, text: String) -> Vec<Suppression> {
        let file = self.file.with_text(text);
        suppression::read(&file, &Tree::parse(&file))
    }

    /// When the line that begins at byte `offset` was written, by the clock of whoever wrote it; none
    /// where that is not known.
    pub fn written(&self, offset: usize) -> Option<DateTime> {
        self.written.get(&offset).copied()
    }

    /// Whether that is known of any line.
    pub fn has_history(&self) -> bool {
        !self.written.is_empty()
    }

    /// Takes note of when the lines that begin at these bytes were written.
    pub fn set_written(&mut self, written: impl IntoIterator<Item = (usize, DateTime)>) {
        self.written = written.into_iter().collect();
    }

    /// The topics of all meetings, in order.
    pub fn topics(&self) -> impl Iterator<Item = Topic<'_>> {
        self.entries.iter().map(|entry| Topic::new(self, entry))
    }

    /// The topics of one meeting, which is given by its place in [`Document::meetings`].
    pub fn topics_of(&self, meeting: usize) -> impl Iterator<Item = Topic<'_>> {
        self.entries[topic::range(&self.entries, meeting)].iter().map(|entry| Topic::new(self, entry))
    }

    /// The tasks of one meeting, likewise, each with its topic and its item.
    pub fn tasks_of(&self, meeting: usize) -> impl Iterator<Item = (Topic<'_>, &Item, &Action)> {
        meeting_tasks::tasks(self, meeting).map(|(topic, item, task)| (topic, item, &task.action))
    }

    /// Those of the tasks of a meeting that are the writer's own and not done, likewise.
    pub fn open_tasks_of(&self, meeting: usize) -> impl Iterator<Item = (Topic<'_>, &Item, &Action)> {
        meeting_tasks::open_tasks(self, meeting).map(|(topic, item, task)| (topic, item, &task.action))
    }

    /// The topics that agenda rules judge: those of [`Analysis::agenda`] that are no form to fill in
    /// and nobody else's words.
    pub fn agenda_topics(&self) -> impl Iterator<Item = Topic<'_>> {
        self.agenda_topics_at(0..self.judged.len())
    }

    /// Some of them, by their places among [`Analysis::agenda_topics`].
    pub fn agenda_topics_at(&self, places: Range<usize>) -> impl Iterator<Item = Topic<'_>> {
        self.judged[places].iter().map(|&index| Topic::new(self, &self.entries[index as usize]))
    }

    /// Whether a comment silences a finding of `rule` that begins at byte `offset`.
    pub fn silences(&self, rule: &str, offset: usize) -> bool {
        self.silencing(rule, offset).next().is_some()
    }

    /// The places, among [`Analysis::suppressions`], of the comments that silence such a finding.
    pub fn silencing<'a>(&'a self, rule: &'a str, offset: usize) -> impl Iterator<Item = usize> + 'a {
        suppression::silencing(&self.suppressions, &self.silenced_up_to, rule, offset)
    }

    /// Whether what stands at `offset` is not for other eyes.
    pub fn is_private(&self, offset: usize) -> bool {
        self.document.private.iter().any(|span| span.contains_offset(offset))
    }

    /// Whether a part of `span` is not for other eyes.
    pub fn has_private(&self, span: Span) -> bool {
        let overlaps = |hidden: &Span| hidden.start() < span.end() && span.start() < hidden.end();
        self.document.private.iter().any(overlaps)
    }

    /// The text with spaces in the place of every private byte, line ends kept; none where nothing is
    /// private.
    pub fn public_text(&self) -> Option<String> {
        let mut text = String::with_capacity(self.file.text().len());
        for &hidden in &self.document.private {
            let start = text.len().max(hidden.start());
            text.push_str(&self.file.text()[text.len()..start]);
            let hidden = self.file.text().get(start..hidden.end()).unwrap_or_default();
            text.extend(
                hidden.bytes().map(|byte| if matches!(byte, b'\r' | b'\n') { char::from(byte) } else { ' ' }),
            );
        }
        text.push_str(&self.file.text()[text.len()..]);
        Some(text).filter(|_| !self.document.private.is_empty())
    }

    /// The block of an item whose words say what it is about: its first line, or a cell of its row.
    pub fn headline(&self, item: &Item) -> BlockId {
        action::headline(&self.file, &self.tree, item)
    }

    /// The words of a block that are for other eyes, on one line.
    pub fn public_words(&self, block: BlockId) -> String {
        let words = Prose::of(&self.file, &self.tree, block).text_outside(&self.document.private);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
