//! A topic: an item with what it is and what it says.

use std::ops::Range;

use crate::{
    document::{Author, Item, Meeting, Section, SectionKind},
    language::{self, Passage, Setting, Signal, TopicKind},
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
}

impl Entry {
    pub(super) fn meeting(self) -> usize {
        self.meeting as usize
    }
}

/// All topics of a document's meetings.
pub(super) fn entries(document: &crate::document::Document) -> Vec<Entry> {
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let mut entries = Vec::new();
    for (meeting, of) in document.meetings.iter().enumerate() {
        for (section, of) in of.sections.iter().enumerate() {
            let mut from = 0;
            for topic in of.topics() {
                let items = (narrow(from), narrow(from + topic.len()));
                from += topic.len();
                entries.push(Entry { meeting: narrow(meeting), section: narrow(section), items });
            }
        }
    }
    entries
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

/// What a topic says, read once.
#[derive(Debug)]
pub(super) struct Facts {
    prose: Prose,
    kind: TopicKind,
    english: bool,
    signals: Signals,
    okrs: Vec<OkrRef>,
    links: Vec<TopicLink>,
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
        let end = prose.text().find('\n').unwrap_or(prose.text().len());
        if end == 0 { self.item().span } else { prose.span(0..end) }
    }

    /// Whether rules may judge it: the writer's own words, and no form to fill in.
    pub fn is_judged(self) -> bool {
        let item = self.item();
        !item.template && !item.quoted && item.author == Author::Writer && !self.section().template
    }

    /// What the topic's section, or the topic itself, says it is.
    pub fn section_kind(self) -> SectionKind {
        self.item().says.map_or(self.section().kind, |(kind, _)| kind)
    }

    /// What the topic is.
    pub fn kind(self) -> TopicKind {
        self.facts().kind
    }

    /// Whether it is English, so that its framing could be read.
    pub fn is_english(self) -> bool {
        self.facts().english
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
        &self.facts().okrs
    }

    /// The documents it points at.
    pub fn links(self) -> &'a [TopicLink] {
        &self.facts().links
    }

    /// The tasks in it with their items: every task box and, in a section of actions, every item
    /// at the top.
    pub fn tasks(self) -> impl Iterator<Item = (&'a Item, Action)> {
        let in_actions = self.section_kind() == SectionKind::Actions;
        let is_task = move |item: &&Item| item.check_box.is_some() || (in_actions && item.depth == 0);
        self.items()
            .iter()
            .filter(is_task)
            .filter(|item| !item.template)
            .map(move |item| (item, self.task(item)))
    }

    /// One of its items read as a task.
    pub fn task(self, item: &Item) -> Action {
        action::read(&self.analysis.file, &self.analysis.tree, item, self.analysis.day_of(self.entry()))
    }

    fn facts(self) -> &'a Facts {
        self.analysis.facts[self.index].get_or_init(|| Box::new(self.read()))
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

    fn read(self) -> Facts {
        let Analysis { file, tree, knowledge, .. } = self.analysis;
        let Words { prose, lines } = Words::of_topic(file, tree, self.items());
        let passage = Passage { text: prose.text(), lines: &lines, opaque: prose.opaque() };
        let reading = language::read(&passage, setting(self.section_kind()), &knowledge.cues);
        let place = |range: Range<usize>| prose.span(range);
        let found = reading.hits.into_iter().map(|hit| (hit.signal, place(hit.range))).collect();
        let okrs = self.goals(&prose);
        let links = link::find(file, tree, self.span(), &prose);
        Facts { kind: reading.kind, english: reading.english, signals: Signals { found }, okrs, links, prose }
    }
}

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
