//! A topic: an item with what it is and what it says.

use std::{ops::Range, sync::OnceLock};

use crate::{
    document::{Author, Document, Item, Meeting, Section, SectionKind},
    language::{self, Reading, Setting, Signal, TopicKind},
    syntax::Prose,
    text::Span,
};

use super::{
    Action, Analysis, TopicLink, action, link,
    okr::{self, Naming},
    passage::Words,
};

/// Where a topic stands in its document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    meeting: u32,
    section: u32,
    items: (u32, u32),
    kind: SectionKind,
    /// Whether rules may judge it: the writer's own words, and no form to fill in.
    own: bool,
}

impl Entry {
    pub(super) fn meeting(self) -> usize {
        self.meeting as usize
    }
}

/// All topics of a document's meetings.
pub(super) fn entries(document: &Document) -> Vec<Entry> {
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let sections = document.meetings.iter().flat_map(|meeting| &meeting.sections);
    let topics = sections.flat_map(|section| &section.items).filter(|item| item.depth == 0);
    let mut entries = Vec::with_capacity(topics.count());
    for (meeting, of) in document.meetings.iter().enumerate() {
        for (section, of) in of.sections.iter().enumerate() {
            let mut from = 0;
            for topic in of.topics() {
                let items = (narrow(from), narrow(from + topic.len()));
                from += topic.len();
                let kind = topic[0].says.map_or(of.kind, |(kind, _)| kind);
                let own = is_own(of, &topic[0]);
                entries.push(Entry { meeting: narrow(meeting), section: narrow(section), items, kind, own });
            }
        }
    }
    entries
}

/// Which of the entries are topics of one meeting.
pub(super) fn range(entries: &[Entry], meeting: usize) -> Range<usize> {
    let from = entries.partition_point(|entry| entry.meeting() < meeting);
    let count = entries[from..].partition_point(|entry| entry.meeting() == meeting);
    from..from + count
}

/// Which of the entries agenda rules judge.
pub(super) fn judged(entries: &[Entry], agenda: &[usize]) -> Vec<u32> {
    let all = agenda.iter().flat_map(|&meeting| range(entries, meeting)).filter(|&index| entries[index].own);
    all.map(|index| u32::try_from(index).unwrap_or(u32::MAX)).collect()
}

/// Whether rules may judge an item: the writer's own words, and no form to fill in.
fn is_own(section: &Section, item: &Item) -> bool {
    !item.template && !item.quoted && item.author == Author::Writer && !section.template
}

/// Where each part of a framing was recognised.
#[derive(Clone, Debug, Default)]
pub struct Signals {
    found: Vec<(Signal, Span)>,
}

impl Signals {
    /// Where this signal was recognised, in source order; empty where it was not.
    pub fn all(&self, signal: Signal) -> impl Iterator<Item = Span> {
        self.found.iter().filter(move |(found, _)| *found == signal).map(|(_, span)| *span)
    }

    /// Where it was recognised first.
    pub fn first(&self, signal: Signal) -> Option<Span> {
        self.all(signal).next()
    }

    /// Whether it was recognised.
    pub fn has(&self, signal: Signal) -> bool {
        self.first(signal).is_some()
    }
}

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

/// What a topic says, each part read when it is first asked for, and once.
#[derive(Debug, Default)]
pub(super) struct Known {
    facts: OnceLock<Box<Facts>>,
    /// Whether it is English, where that was asked before the facts were.
    english: OnceLock<bool>,
    /// The tasks, each with the place of its item among the topic's.
    tasks: OnceLock<Box<[(u32, Action)]>>,
}

#[derive(Debug)]
struct Facts {
    prose: Prose,
    kind: TopicKind,
    english: bool,
    signals: Signals,
    okrs: OnceLock<Vec<OkrRef>>,
    links: OnceLock<Vec<TopicLink>>,
}

/// A top-level item of a section with what nests in it.
#[derive(Clone, Copy, Debug)]
pub struct Topic<'a> {
    analysis: &'a Analysis,
    index: usize,
}

impl<'a> Topic<'a> {
    pub(super) fn new(analysis: &'a Analysis, index: usize) -> Self {
        Self { analysis, index }
    }

    fn entry(self) -> Entry {
        self.analysis.entries[self.index]
    }

    /// The meeting it is a topic of.
    pub fn meeting(self) -> &'a Meeting {
        &self.analysis.document.meetings[self.entry().meeting()]
    }

    /// The section it stands in.
    pub fn section(self) -> &'a Section {
        &self.meeting().sections[self.entry().section as usize]
    }

    /// The item itself, then what nests in it.
    pub fn items(self) -> &'a [Item] {
        let (from, to) = self.entry().items;
        &self.section().items[from as usize..to as usize]
    }

    /// The item itself.
    pub fn item(self) -> &'a Item {
        &self.items()[0]
    }

    /// From the item's marker to the last visible character of what nests in it.
    pub fn span(self) -> Span {
        self.items().iter().fold(self.item().span, |span, item| span.cover(item.span))
    }

    /// The item's own first words: the line that a finding about the topic points at.
    pub fn head(self) -> Span {
        let prose = self.prose();
        let end = memchr::memchr(b'\n', prose.text().as_bytes()).unwrap_or(prose.text().len());
        if end == 0 { self.item().span } else { prose.span(0..end) }
    }

    /// Whether rules may judge it: the writer's own words, and no form to fill in.
    pub fn is_judged(self) -> bool {
        self.entry().own
    }

    /// What the topic's section, or the topic itself, says it is.
    pub fn section_kind(self) -> SectionKind {
        self.entry().kind
    }

    /// What the topic is.
    pub fn kind(self) -> TopicKind {
        self.facts().kind
    }

    /// Whether it is English, so that its framing could be read.
    pub fn is_english(self) -> bool {
        let Known { facts, english, .. } = self.known();
        // Of actions, nobody asks for more.
        facts.get().map_or_else(|| *english.get_or_init(|| self.reads_as_english()), |facts| facts.english)
    }

    /// Its words, nested lines included and replies left out.
    pub fn text(self) -> &'a str {
        self.facts().prose.text()
    }

    /// The words of [`Topic::text`] with their places.
    pub fn prose(self) -> &'a Prose {
        &self.facts().prose
    }

    /// What was recognised in it.
    pub fn signals(self) -> &'a Signals {
        &self.facts().signals
    }

    /// Whether a signal was recognised.
    pub fn has(self, signal: Signal) -> bool {
        self.signals().has(signal)
    }

    /// The objectives and key results it names.
    pub fn okrs(self) -> &'a [OkrRef] {
        let Facts { prose, okrs, .. } = self.facts();
        okrs.get_or_init(|| self.goals(prose))
    }

    /// The documents it points at.
    pub fn links(self) -> &'a [TopicLink] {
        let Facts { prose, links, .. } = self.facts();
        links.get_or_init(|| link::find(&self.analysis.file, &self.analysis.tree, self.span(), prose))
    }

    /// The tasks in it with their items: every task box and, in a section of actions, every item
    /// at the top.
    pub fn tasks(self) -> impl Iterator<Item = (&'a Item, &'a Action)> {
        let tasks = self.known().tasks.get_or_init(|| self.read_tasks());
        tasks.iter().map(move |(item, action)| (&self.items()[*item as usize], action))
    }

    fn read_tasks(self) -> Box<[(u32, Action)]> {
        let in_actions = self.section_kind() == SectionKind::Actions;
        let is_task = |item: &Item| item.check_box.is_some() || (in_actions && item.depth == 0);
        let tasks = || (0..).zip(self.items()).filter(|(_, item)| is_task(item) && !item.template);
        let mut read = Vec::with_capacity(tasks().count());
        read.extend(tasks().map(|(index, item)| (index, self.task(item))));
        read.into_boxed_slice()
    }

    /// One of its items read as a task.
    pub fn task(self, item: &Item) -> Action {
        action::read(&self.analysis.file, &self.analysis.tree, item, self.analysis.day_of(self.entry()))
    }

    fn facts(self) -> &'a Facts {
        self.known().facts.get_or_init(|| Box::new(self.read()))
    }

    fn known(self) -> &'a Known {
        &self.analysis.known[self.index]
    }

    /// The goals that the words name, by id or by a title that is known.
    fn goals(self, prose: &Prose) -> Vec<OkrRef> {
        let mut found = okr::references(prose.text());
        for mention in self.analysis.okrs().mentions(prose.text()) {
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
            span: prose.span(found.span),
            naming: found.naming,
        };
        found.into_iter().map(place).collect()
    }

    fn words(self) -> Words {
        Words::of_topic(&self.analysis.file, &self.analysis.tree, self.items())
    }

    fn reads_as_english(self) -> bool {
        let words = self.words();
        words.prose.text().len() <= LONGEST && language::is_english(&words.passage())
    }

    fn read(self) -> Facts {
        let words = self.words();
        let passage = words.passage();
        let reading = if passage.text.len() > LONGEST {
            Reading { kind: TopicKind::Other, hits: Vec::new(), english: false }
        } else {
            language::read(&passage, setting(self.section_kind()), &self.analysis.knowledge.cues)
        };
        let prose = words.prose;
        let place = |range: Range<usize>| prose.span(range);
        let found = reading.hits.iter().map(|hit| (hit.signal, place(hit.range.clone()))).collect();
        let (okrs, links) = (OnceLock::new(), OnceLock::new());
        Facts { kind: reading.kind, english: reading.english, signals: Signals { found }, okrs, links, prose }
    }
}

/// How many bytes of words a topic may have to be read for what it says. What is longer is no topic
/// of a meeting, and grammar over a text without end takes its time.
const LONGEST: usize = 8 * 1024;

/// Where a topic stands decides how its words are read.
fn setting(kind: SectionKind) -> Setting {
    match kind {
        SectionKind::Updates => Setting::Updates,
        SectionKind::Advice => Setting::Advice,
        SectionKind::Career => Setting::Career,
        SectionKind::Strategy => Setting::Strategy,
        SectionKind::Actions => Setting::Actions,
        _ => Setting::Other,
    }
}
