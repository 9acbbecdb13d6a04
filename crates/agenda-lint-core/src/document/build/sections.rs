//! Which section is open, and what its heading says of it.

use super::{Builder, MOST_ROOM, dates};
use crate::{
    document::{
        Document, Section, SectionKind,
        marks::{self, Mark, Nesting},
        section_kind::Meaning,
    },
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
