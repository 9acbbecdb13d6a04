//! What a rule sees.

use jiff::civil::Date;

use crate::{
    analysis::{Action, Analysis, Place, Plan, Topic, Workspace},
    document::{Item, Meeting},
};

/// What a rule sees.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The file that is judged.
    pub file: &'a Analysis,
    /// All files of the run.
    pub workspace: &'a Workspace,
}

impl<'a> Context<'a> {
    /// The meetings that are judged; no forms to fill in.
    pub fn agenda(&self) -> impl Iterator<Item = &'a Meeting> + use<'a> {
        self.file.agenda()
    }

    /// The topics of those meetings; nobody else's words.
    pub fn topics(&self) -> impl Iterator<Item = Topic<'a>> + use<'a> {
        self.file.agenda_topics()
    }

    /// The topics of one meeting of the file, be it judged or not; nobody else's words.
    pub fn topics_of(&self, meeting: &Meeting) -> impl Iterator<Item = Topic<'a>> + use<'a> {
        self.file.topics_of(self.place(meeting)).filter(|topic| topic.is_judged())
    }

    /// The tasks of one meeting of the file that are not done, be it judged or not; nobody else's words.
    pub fn open_tasks_of(
        &self,
        meeting: &Meeting,
    ) -> impl Iterator<Item = (Topic<'a>, &'a Item, &'a Action)> + use<'a> {
        self.file.open_tasks_of(self.place(meeting))
    }

    /// The place of a meeting among those of the file.
    fn place(&self, meeting: &Meeting) -> usize {
        let meetings = &self.file.document.meetings;
        meetings.partition_point(|other| other.span.start() < meeting.span.start())
    }

    /// Whether a meeting of the notebook stands in the file that is judged.
    pub fn holds(&self, place: Place) -> bool {
        self.workspace.files.get(place.file).is_some_and(|file| std::ptr::eq(file, self.file))
    }

    /// How the meetings are meant to be held.
    pub fn plan(&self) -> &'a Plan {
        &self.file.knowledge().plan
    }

    /// The day against which dates are held, if it is known.
    pub fn today(&self) -> Option<Date> {
        self.workspace.today
    }
}
