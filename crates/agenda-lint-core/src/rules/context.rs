//! What a rule sees.

use std::{cell::OnceCell, ops::Range};

use jiff::civil::Date;

use super::support::{
    Ask, Judged, Trouble, asks, career_topics, is_filled_live, is_in_english, judged, troubles,
};
use crate::{
    analysis::{Action, Analysis, Place, Plan, Topic, Workspace},
    document::{Contents, Item, Meeting, SectionKind},
};

/// What a rule sees.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The file that is judged.
    pub file: &'a Analysis,
    /// All files of the run.
    pub workspace: &'a Workspace,
    /// What kind of section the judged topics stand in, one run of them after the other.
    runs: Vec<(SectionKind, Range<usize>)>,
    /// Of each meeting, whether it is English, once somebody asks.
    languages: Vec<Language>,
    judged: OnceCell<Vec<Judged>>,
    contents: OnceCell<Option<Contents<'a>>>,
    asks: OnceCell<Vec<(Topic<'a>, Ask)>>,
    troubles: OnceCell<Vec<(Topic<'a>, Trouble)>>,
    career: OnceCell<Vec<Topic<'a>>>,
}

/// Whether the topics of a meeting are English.
#[derive(Clone, Debug, Default)]
struct Language {
    /// Whether all of them are.
    all: OnceCell<bool>,
    /// Whether those are that were prepared.
    prepared: OnceCell<bool>,
}

impl<'a> Context<'a> {
    /// What a rule sees of one of the files.
    pub fn new(file: &'a Analysis, workspace: &'a Workspace) -> Self {
        let mut runs: Vec<(SectionKind, Range<usize>)> = Vec::with_capacity(8);
        for (index, topic) in file.agenda_topics().enumerate() {
            let kind = topic.section_kind();
            match runs.last_mut() {
                Some((last, run)) if *last == kind => run.end = index + 1,
                _ => runs.push((kind, index..index + 1)),
            }
        }
        Self {
            file,
            workspace,
            runs,
            languages: vec![Language::default(); file.document.meetings.len()],
            judged: OnceCell::new(),
            contents: OnceCell::new(),
            asks: OnceCell::new(),
            troubles: OnceCell::new(),
            career: OnceCell::new(),
        }
    }

    /// The meetings that are judged; no forms to fill in.
    pub fn agenda(&self) -> impl Iterator<Item = &'a Meeting> + use<'a> {
        self.file.agenda()
    }

    /// The topics of those meetings; nobody else's words.
    pub fn topics(&self) -> impl Iterator<Item = Topic<'a>> + use<'a> {
        self.file.agenda_topics()
    }

    /// Those of them that a section, or their own words, say to be of one of these kinds.
    pub fn topics_in(&self, kinds: &[SectionKind]) -> impl Iterator<Item = Topic<'a>> {
        let runs = self.runs.iter().filter(|(kind, _)| kinds.contains(kind));
        runs.flat_map(|(_, run)| self.file.agenda_topics_at(run.clone()))
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

    /// Whether the topics of a meeting are English: `Format court ou long ?` has too few words to tell it by itself.
    pub(super) fn is_in_english(&self, meeting: &Meeting) -> bool {
        let is_english = || is_in_english(self.topics_of(meeting));
        *self.languages[self.place(meeting)].all.get_or_init(is_english)
    }

    /// As [`Context::is_in_english`], of what was prepared: that is read by other rules as well, and notes and actions are not.
    pub(super) fn is_prepared_in_english(&self, meeting: &Meeting) -> bool {
        let prepared = || self.topics_of(meeting).filter(|topic| !is_filled_live(topic.section_kind()));
        *self.languages[self.place(meeting)].prepared.get_or_init(|| is_in_english(prepared()))
    }

    /// The judged meetings of the file whose day is certain, the oldest first.
    pub(super) fn judged(&self) -> &[Judged] {
        self.judged.get_or_init(|| judged(self))
    }

    /// The file's table of contents, if it has one.
    pub(super) fn contents(&self) -> Option<&Contents<'a>> {
        let Analysis { file, tree, document, .. } = self.file;
        self.contents.get_or_init(|| Contents::read(file, tree, document)).as_ref()
    }

    /// The asks of one sort among the judged topics.
    pub(super) fn asks(&self, sort: Ask) -> impl Iterator<Item = Topic<'a>> {
        let asks = self.asks.get_or_init(|| asks(self)).iter();
        asks.filter(move |(_, of)| *of == sort).map(|(topic, _)| *topic)
    }

    /// The judged updates that report trouble, and do not say what follows from it.
    pub(super) fn troubles(&self) -> &[(Topic<'a>, Trouble)] {
        self.troubles.get_or_init(|| troubles(self))
    }

    /// The judged talks about a career, each the topics of one section: a goal, the plan for it and the
    /// question may stand in lines of their own.
    pub(super) fn career_talks(&self) -> impl Iterator<Item = &[Topic<'a>]> {
        let topics = self.career.get_or_init(|| career_topics(self));
        topics.chunk_by(|one, next| one.section().span == next.section().span)
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
