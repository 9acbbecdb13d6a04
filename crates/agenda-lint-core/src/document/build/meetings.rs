//! Where a meeting begins and ends, also in the midst of another that keeps it folded away.

use super::{Builder, MOST_ROOM, Outer, USUAL_SECTIONS, dates};
use crate::{
    document::{Item, Meeting, marks::Mark},
    text::is_one_of,
};

impl Builder<'_> {
    pub(super) fn meeting(&mut self, mark: Mark<'_>) {
        self.close();
        self.in_meeting = true;
        self.room = mark.items.min(MOST_ROOM);
        self.document.meetings.push(Meeting {
            date: dates::of_heading(self.reader.file, self.reader.tree, &mark).or_else(|| self.day.clone()),
            span: mark.heading.span,
            template: false,
            sections: Vec::with_capacity(self.marks.len().min(USUAL_SECTIONS)),
            heading: Some(mark.heading),
        });
        self.current = mark.dated;
    }

    /// An older meeting that is folded away in the midst of what is open.
    pub(super) fn fold(&mut self, mark: Mark<'_>) {
        self.unfold();
        let (in_meeting, reached, meetings) = (self.in_meeting, self.reached, self.document.meetings.len());
        let outer = Outer { in_meeting, reached, meetings, current: self.current.take() };
        self.meeting(mark);
        self.outer = Some(outer);
    }

    /// Goes on with what was open before the fold.
    pub(super) fn unfold(&mut self) {
        let Some(Outer { in_meeting, current, reached, meetings }) = self.outer.take() else { return };
        self.close();
        self.folded.extend(self.document.meetings.drain(meetings..));
        (self.in_meeting, self.current, self.reached) = (in_meeting, current, reached);
    }

    /// What is to be raised is no meeting where nothing of it is left to be: its list is kept, and empty.
    pub(super) fn keep_raised(&mut self) {
        let Some(raised) = self.document.meetings.pop() else { return };
        let is_left = |item: &Item| {
            let words = self.reader.unmarked(item).trim_start_matches("[ ]").trim();
            let is_none = is_one_of(words, &["", "none", "nothing", "n/a", "nil", "tbd"]);
            !(item.template
                || is_none
                || words.starts_with("~~")
                || item.check_box.is_some_and(|ticked| ticked.done))
        };
        if raised.sections.iter().flat_map(|section| &section.items).any(is_left) {
            self.document.meetings.push(raised);
            return;
        }
        let before = self.document.sections.len();
        self.document.sections.extend(raised.sections.into_iter().map(|mut section| {
            section.parent = section.parent.map(|parent| before + parent);
            section
        }));
    }

    pub(super) fn end_meeting(&mut self) {
        self.close();
        self.in_meeting = false;
        self.current = None;
    }

    /// Ends the sections that are open, and with them the meeting.
    pub(super) fn close(&mut self) {
        self.close_sections(0);
        if self.in_meeting
            && let Some(meeting) = self.document.meetings.last_mut()
        {
            meeting.span = meeting.span.reach(self.reached);
        }
    }
}
