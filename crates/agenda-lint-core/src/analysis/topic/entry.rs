//! Where the topics of a document stand.

use std::ops::Range;

use super::Known;
use crate::document::{Author, Document, Item, Section, SectionKind};

/// Where a topic stands in its document, and what is known of it.
#[derive(Debug)]
pub(in crate::analysis) struct Entry {
    /// Its place among the topics of the file.
    pub(in crate::analysis) index: u32,
    meeting: u32,
    pub(super) section: u32,
    /// Its place among the topics of the meeting.
    pub(super) place: u32,
    pub(super) items: (u32, u32),
    pub(super) kind: SectionKind,
    /// Whether rules may judge it: the writer's own words, and no form to fill in.
    pub(super) own: bool,
    pub(super) known: Known,
}

impl Entry {
    pub(in crate::analysis) fn meeting(&self) -> usize {
        self.meeting as usize
    }
}

/// All topics of a document's meetings.
pub(in crate::analysis) fn entries(document: &Document) -> Vec<Entry> {
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let sections = document.meetings.iter().flat_map(|meeting| &meeting.sections);
    let mut entries: Vec<Entry> = Vec::with_capacity(sections.map(|section| section.items.len()).sum());
    for (meeting, of) in document.meetings.iter().enumerate() {
        let first = entries.len();
        for (section, of) in of.sections.iter().enumerate() {
            for (at, item) in of.items.iter().enumerate() {
                let end = narrow(at + 1);
                if at > 0
                    && item.depth > 0
                    && let Some(topic) = entries.last_mut()
                {
                    topic.items.1 = end;
                    continue;
                }
                let kind = item.says.map_or(of.kind, |(kind, _)| kind);
                let own = is_own(of, item);
                entries.push(Entry {
                    index: narrow(entries.len()),
                    meeting: narrow(meeting),
                    section: narrow(section),
                    place: narrow(entries.len() - first),
                    items: (narrow(at), end),
                    kind,
                    own,
                    known: Known::default(),
                });
            }
        }
    }
    entries
}

/// Which of the entries are topics of one meeting.
pub(in crate::analysis) fn range(entries: &[Entry], meeting: usize) -> Range<usize> {
    let from = entries.partition_point(|entry| entry.meeting() < meeting);
    let count = entries[from..].partition_point(|entry| entry.meeting() == meeting);
    from..from + count
}

/// Which of the entries agenda rules judge.
pub(in crate::analysis) fn judged(entries: &[Entry], agenda: &[usize]) -> Vec<u32> {
    let mut judged = Vec::with_capacity(entries.len());
    for &meeting in agenda {
        let own = range(entries, meeting).filter(|&index| entries[index].own);
        judged.extend(own.map(|index| u32::try_from(index).unwrap_or(u32::MAX)));
    }
    judged
}

/// Whether rules may judge an item: the writer's own words, and no form to fill in.
fn is_own(section: &Section, item: &Item) -> bool {
    !item.template && !item.quoted && item.author == Author::Writer && !section.template
}
