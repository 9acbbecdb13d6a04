//! Which section is open, what its heading says of it, and what stands in it.

use super::{Builder, MOST_ROOM, dates};
use crate::{
    document::{
        Document, Section, SectionKind,
        marks::{self, Mark, Nesting},
        section_kind::Meaning,
    },
    syntax::BlockId,
    text::Span,
};

impl Builder<'_> {
    pub(super) fn open_section(&mut self, mark: Mark<'_>) {
        let is_within = |&(level, _): &(u8, usize)| level < mark.heading.level;
        self.close_sections(self.stack.iter().rposition(is_within).map_or(0, |inner| inner + 1));
        self.reached = self.reached.max(mark.heading.span.end());
        let template = dates::is_template(&mark);
        let parent = self.stack.last().map(|&(_, index)| index);
        let sections = open_sections(&mut self.document, self.in_meeting);
        let above = parent.map(|index| &sections[index]);
        if let Some(topic) = mark.topic
            && above.is_some_and(|above| above.kind.holds_topics())
        {
            let is_bullet = mark.heading.level > marks::BOLD;
            self.content(topic, None, if is_bullet { Nesting::Led } else { Nesting::No });
            self.in_topic = is_bullet;
            return;
        }
        let own = match mark.meaning {
            Some(Meaning::Section(kind)) => Some(kind),
            Some(_) => Some(SectionKind::Other),
            None => None,
        };
        let section = Section {
            kind: own.or(above.map(|above| above.kind)).unwrap_or(SectionKind::Other),
            named: own.is_some_and(|kind| kind != SectionKind::Other),
            span: mark.heading.span,
            parent,
            template: template || above.is_some_and(|above| above.template),
            private: mark.meaning == Some(Meaning::Private) || above.is_some_and(|above| above.private),
            items: Vec::with_capacity(mark.items.min(MOST_ROOM)),
            heading: Some(mark.heading),
        };
        let level = section.heading.as_ref().map_or(0, |heading| heading.level);
        let index = sections.len();
        sections.push(section);
        self.stack.push((level, index));
    }

    /// Adds what stands below a heading to the innermost open section.
    pub(super) fn content(&mut self, block: BlockId, table_head: Option<BlockId>, nesting: Nesting) {
        if self.in_topic {
            return;
        }
        let span = self.reader.tree.block(block).span;
        self.reached = self.reached.max(span.end());
        let below = self.below_day(span);
        let index = self.section(span);
        let section = &mut open_sections(&mut self.document, self.in_meeting)[index];
        let items = &mut section.items;
        if let [hint] = items.as_slice()
            && self.reader.is_hint(hint)
        {
            items.clear();
        }
        let nested = match nesting {
            Nesting::No => false,
            Nesting::Yes => true,
            Nesting::Led => section.kind.holds_topics(),
        };
        let depth = u8::from(nested && !items.is_empty());
        let first = items.len();
        self.reader.push(items, block, depth, table_head);
        if let (Some(below), Some(item)) = (below, items.get_mut(first)) {
            item.span = below;
        }
        self.joins |= depth > 0;
    }

    /// What of a paragraph stands below the day that heads the meeting, where that is its first line, as in plain text.
    fn below_day(&self, span: Span) -> Option<Span> {
        let day = self.document.meetings.last()?.heading.as_ref()?.span;
        if day.start() != span.start() || day.end() >= span.end() {
            return None;
        }
        let below = self.reader.file.slice(Span::new(day.end(), span.end()));
        Some(Span::new(span.end() - below.trim_start().len(), span.end()))
    }

    /// The innermost open section, for what stands at `span`, by its place among those that are being
    /// read; one without a heading where none is open.
    pub(super) fn section(&mut self, span: Span) -> usize {
        if let Some(&(_, open)) = self.stack.last() {
            return open;
        }
        let sections = open_sections(&mut self.document, self.in_meeting);
        match sections.last_mut().filter(|section| section.heading.is_none()) {
            Some(headless) => headless.span = headless.span.cover(span),
            None => sections.push(Section {
                kind: SectionKind::Other,
                named: false,
                heading: None,
                span,
                parent: None,
                template: false,
                private: false,
                items: Vec::with_capacity(self.room),
            }),
        }
        sections.len() - 1
    }

    /// Ends the sections that are open but for the outer `kept`.
    pub(super) fn close_sections(&mut self, kept: usize) {
        let sections = open_sections(&mut self.document, self.in_meeting);
        for (_, index) in self.stack.drain(kept..) {
            sections[index].span = sections[index].span.reach(self.reached);
        }
    }
}

/// The sections that are being read: those of the meeting that is open, else those of no meeting.
pub(super) fn open_sections(document: &mut Document, in_meeting: bool) -> &mut Vec<Section> {
    match document.meetings.last_mut() {
        Some(meeting) if in_meeting => &mut meeting.sections,
        _ => &mut document.sections,
    }
}
