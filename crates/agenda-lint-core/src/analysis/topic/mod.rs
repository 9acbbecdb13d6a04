//! A topic: an item with what it is and what it says.

mod boxes;
mod entry;
mod known;
mod task;

use std::cell::OnceCell;

use crate::{
    document::{Item, Meeting, Section, SectionKind},
    language::{self, Passage, Reading, Setting, Signal, TopicKind},
    syntax::BlockKind,
    text::Span,
};

use super::{
    Action, Analysis, TopicLink, link,
    meeting_tasks::{self, Task},
    okr::{self, Naming},
    passage::{TopicWords, Words},
};

pub use known::Signals;

pub(super) use entry::{Entry, entries, judged, range};
pub(super) use known::Known;

/// An objective or a key result that a topic names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OkrRef {
    /// The goal, normalised: `O2`, `O1.KR3`, `KR3`, or the words of its name in lower case. None
    /// where the text says only that there is one (`one of my KRs`).
    pub id: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// How the goal is named.
    pub naming: Naming,
}

/// What the topics of a meeting are read from, likewise.
#[derive(Debug, Default)]
pub(super) struct Shared {
    words: OnceCell<Words>,
    /// The tasks, one topic after the other.
    pub(super) tasks: OnceCell<Vec<Task>>,
    /// Those that rules may judge and that are not done: what is ticked off is not read for it.
    pub(super) open_tasks: OnceCell<Vec<Task>>,
    /// Whether the boxes are those of topics, though no heading says so.
    boxed_topics: OnceCell<bool>,
}

/// A top-level item of a section with what nests in it.
#[derive(Clone, Copy, Debug)]
pub struct Topic<'a> {
    analysis: &'a Analysis,
    pub(super) entry: &'a Entry,
}

impl<'a> Topic<'a> {
    pub(super) fn new(analysis: &'a Analysis, entry: &'a Entry) -> Self {
        Self { analysis, entry }
    }

    /// The meeting it is a topic of.
    pub fn meeting(self) -> &'a Meeting {
        &self.analysis.document.meetings[self.entry.meeting()]
    }

    /// The section it stands in.
    pub fn section(self) -> &'a Section {
        &self.meeting().sections[self.entry.section as usize]
    }

    /// The item itself, then what nests in it.
    pub fn items(self) -> &'a [Item] {
        let (from, to) = self.entry.items;
        &self.section().items[from as usize..to as usize]
    }

    /// The item itself.
    pub fn item(self) -> &'a Item {
        &self.items()[0]
    }

    /// From the item's marker to the last visible character of what nests in it.
    pub fn span(self) -> Span {
        let items = self.items();
        items.iter().fold(items[0].span, |span, item| span.cover(item.span))
    }

    /// The item's own first words: the line that a finding about the topic points at.
    pub fn head(self) -> Span {
        let words = self.words();
        let text = words.text();
        let end = memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len());
        if end == 0 { self.item().span } else { words.span(0..end) }
    }

    /// Whether rules may judge it: the writer's own words, and no form to fill in.
    pub fn is_judged(self) -> bool {
        self.entry.own
    }

    /// What the topic's section, or the topic itself, says it is.
    pub fn section_kind(self) -> SectionKind {
        self.entry.kind
    }

    /// What the topic is.
    pub fn kind(self) -> TopicKind {
        self.reading().kind
    }

    /// Whether it is English, so that its framing could be read.
    pub fn is_english(self) -> bool {
        let Known { reading, english, .. } = self.known();
        let tell = || self.passage().is_some_and(|passage| language::is_english(&passage));
        reading.get().map_or_else(|| *english.get_or_init(tell), |reading| reading.english)
    }

    /// Whether all that it does is to tell, in English, what happened: a box may stand before news as well as before an
    /// action.
    pub fn is_report(self) -> bool {
        let Known { english, report, .. } = self.known();
        *report.get_or_init(|| {
            // Nobody heads a list with what happened.
            let passage = self.passage().filter(|_| self.items().len() == 1);
            passage.is_some_and(|passage| {
                let look = language::look(&passage);
                english.get_or_init(|| look.english);
                look.report
            })
        })
    }

    /// Its words, nested lines included and replies left out.
    pub fn text(self) -> &'a str {
        self.words().text()
    }

    /// What was recognised in it.
    pub fn signals(self) -> Signals<'a> {
        Signals { topic: self, reading: self.reading() }
    }

    /// Whether a signal was recognised.
    pub fn has(self, signal: Signal) -> bool {
        self.reading().has(signal)
    }

    /// Whether a part was not recognised, but may be told in words that the reader does not know, or is called for by
    /// nobody: a danger that is over needs no plan.
    pub fn may_tell(self, signal: Signal) -> bool {
        self.reading().doubts.has(signal)
    }

    /// The objectives and key results it names.
    pub fn okrs(self) -> &'a [OkrRef] {
        self.known().okrs.get_or_init(|| self.goals())
    }

    /// The documents it points at.
    pub fn links(self) -> Vec<TopicLink> {
        let Analysis { file, tree, .. } = self.analysis;
        link::find(file, tree, self.span(), self.words())
    }

    /// Whether it points at any.
    pub fn has_links(self) -> bool {
        link::any(&self.analysis.tree, self.span(), self.words())
    }

    /// The tasks in it with their items.
    pub fn tasks(self) -> impl Iterator<Item = (&'a Item, &'a Action)> {
        let all = meeting_tasks::tasks_of(self.analysis, self.entry.meeting());
        let own = &all[all.partition_point(|task| task.topic < self.entry.index)..];
        let own = own.iter().take_while(move |task| task.topic == self.entry.index);
        own.map(move |task| (&self.items()[task.item], &task.action))
    }

    fn known(self) -> &'a Known {
        &self.entry.known
    }

    fn shared(self) -> &'a Shared {
        &self.analysis.shared[self.entry.meeting()]
    }

    pub(super) fn words(self) -> TopicWords<'a> {
        let Analysis { file, tree, .. } = self.analysis;
        let words = self.shared().words.get_or_init(|| Words::of(file, tree, self.meeting()));
        words.topic(self.entry.place as usize)
    }

    fn reading(self) -> &'a Reading {
        self.known().reading.get_or_init(|| self.read())
    }

    /// The goals that the words name, by id or by a title that is known.
    fn goals(self) -> Vec<OkrRef> {
        let words = self.words();
        let mut found = okr::references(words.text());
        for mention in self.analysis.okrs().mentions(words.text()) {
            let overlaps = |known: &okr::Reference| {
                known.span.start < mention.span.end && mention.span.start < known.span.end
            };
            if !found.iter().any(|known| known.id == mention.id || overlaps(known)) {
                found.push(mention);
            }
        }
        found.sort_by_key(|found| found.span.start);
        let place = |found: okr::Reference| OkrRef {
            id: found.id,
            span: words.span(found.span),
            naming: found.naming,
        };
        found.into_iter().map(place).collect()
    }

    fn read(self) -> Reading {
        match self.passage() {
            Some(passage) => language::read(&passage, self.setting(), &self.analysis.knowledge.cues),
            None => Reading::empty(false),
        }
    }

    /// Its words as the reader of English is given them; none where there are too many.
    fn passage(self) -> Option<Passage<'a>> {
        Some(self.words().passage()).filter(|passage| passage.text.len() <= LONGEST)
    }

    /// Where it stands, which decides how its words are read.
    fn setting(self) -> Setting {
        // An ask that is told in paragraphs asks in one of them.
        let is_prose = || self.analysis.tree.block(self.item().block).kind == BlockKind::Paragraph;
        match self.section_kind() {
            SectionKind::Updates => Setting::Updates,
            SectionKind::Advice => Setting::Advice,
            SectionKind::Career => Setting::Career,
            SectionKind::Strategy => Setting::Strategy,
            SectionKind::Actions => Setting::Actions,
            SectionKind::Discussion => Setting::Discussion,
            _ if self.section().is_about_one_thing() || is_prose() => Setting::Discussion,
            _ => Setting::Other,
        }
    }
}

/// How many bytes of words a topic may have to be read for what it says. What is longer is no topic
/// of a meeting, and grammar over a text without end takes its time.
const LONGEST: usize = 8 * 1024;
