//! How a notebook fares, in figures.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    analysis::{
        Analysis, Place, Topic, Workspace,
        ledger::{self, Promise, State},
        notebook::planned_cadence,
        registry::Registry,
    },
    document::SectionKind,
    language::TopicKind,
};

/// How a notebook fares. Field names are stable: scripts plot them.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The meetings, the oldest first.
    pub meetings: Vec<MeetingReport>,
    /// Whether the meetings come as often as planned.
    pub cadence: Cadence,
    /// Whether past meetings left a trace.
    pub notes: Notes,
    /// When career was last a topic.
    pub career: Since,
    /// When strategy was last a topic.
    pub strategy: Since,
    /// Which objectives are named when.
    pub objectives: Vec<ObjectiveReport>,
    /// What became of the actions.
    pub actions: Actions,
}

/// A meeting in figures.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingReport {
    /// Its day.
    pub date: Date,
    /// How many updates it has.
    pub updates: usize,
    /// How many topics are for discussion: advice, career, strategy and others.
    pub discussion: usize,
    /// Whether notes, decisions, actions or answers came out of it.
    pub has_notes: bool,
    /// How many actions it has first.
    pub opened: usize,
    /// How many actions are closed by it.
    pub closed: usize,
}

/// Whether the meetings come as often as planned.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Cadence {
    /// The days from one meeting to the next, as planned.
    pub planned_days: u32,
    /// The median of what they were.
    pub usual_days: u32,
    /// How many times a meeting followed the one before it.
    pub gaps: usize,
    /// How many of these were at most half as long again as planned.
    pub kept: usize,
    /// The longest one.
    pub longest: Option<Gap>,
}

/// The days without a meeting before one.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Gap {
    /// How many.
    pub days: u32,
    /// The meeting that ended them.
    pub until: Date,
}

/// How many past meetings left a trace.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Notes {
    /// With notes, decisions, actions or answers.
    pub with: usize,
    /// Without.
    pub without: usize,
}

/// When something was last a topic.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Since {
    /// The day; none if it never was.
    pub last: Option<Date>,
    /// The days since then, up to today.
    pub days: Option<i32>,
}

/// When an objective was named.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectiveReport {
    /// Its id.
    pub id: String,
    /// What it is about, where that is known.
    pub title: String,
    /// When it was last named.
    pub since: Since,
    /// The meetings that name it, the oldest first.
    pub mentions: Vec<Mention>,
}

/// How often a meeting names an objective.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Mention {
    /// The meeting's day.
    pub date: Date,
    /// How many topics do.
    pub topics: usize,
}

/// What became of the actions.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Actions {
    /// How many were noted.
    pub opened: usize,
    /// How many are done or were dropped with a word.
    pub closed: usize,
    /// How many are open in the latest meeting.
    pub open: usize,
    /// How many were left open without a word since.
    pub forgotten: usize,
    /// How many times an action was carried over.
    pub carried: usize,
    /// How old those are that are open, in days: the median.
    pub median_age_days: Option<i32>,
}

impl Report {
    /// The report of a notebook, as of `today`. None for one without a dated meeting.
    pub fn of(workspace: &Workspace, today: Date) -> Option<Self> {
        let notebook = workspace.meetings();
        let (_, first) = notebook.meetings().first()?;
        let promises: Vec<Promise> =
            ledger::promises(workspace).into_iter().filter(|of| !of.private).collect();
        let meetings: Vec<MeetingReport> = notebook
            .meetings()
            .iter()
            .map(|&(day, place)| meeting(workspace, day, place, &promises))
            .collect();
        let past = || meetings.iter().filter(|meeting| meeting.date < today);
        let with = past().filter(|meeting| meeting.has_notes).count();
        Some(Self {
            cadence: cadence(workspace, planned_cadence(&workspace.files[first.file])),
            notes: Notes { with, without: past().count() - with },
            career: last_topic(workspace, today, SectionKind::Career),
            strategy: last_topic(workspace, today, SectionKind::Strategy),
            objectives: objectives(workspace, today),
            actions: actions(&promises, today),
            meetings,
        })
    }
}

/// The writer's topics of a meeting that are for other eyes.
fn topics(workspace: &Workspace, place: Place) -> impl Iterator<Item = Topic<'_>> {
    let analysis = &workspace.files[place.file];
    workspace.topics_of(place).filter(|topic| !analysis.is_private(topic.item().span.start()))
}

fn meeting(workspace: &Workspace, date: Date, place: Place, promises: &[Promise]) -> MeetingReport {
    use SectionKind::{Actions, Decisions, Feedback, Notes, Okrs, Updates};
    let own = topics(workspace, place).filter(|topic| topic.kind() != TopicKind::Nothing);
    let (mut updates, mut discussion) = (0, 0);
    for topic in own {
        match topic.section_kind() {
            Updates => updates += 1,
            Actions | Notes | Decisions | Feedback | Okrs => {}
            _ => discussion += 1,
        }
    }
    let analysis = &workspace.files[place.file];
    let has_notes = workspace.meeting(place).sections.iter().any(|section| {
        let is_live = matches!(section.kind, Actions | Notes | Decisions);
        section
            .items
            .iter()
            .filter(|item| !analysis.is_private(item.span.start()))
            .any(|item| is_live || item.depth > 0 || item.check_box.is_some())
    });
    let opened = promises.iter().filter(|of| of.since == date).count();
    let closed = promises.iter().filter(|of| of.state == State::Closed(date)).count();
    MeetingReport { date, updates, discussion, has_notes, opened, closed }
}

fn cadence(workspace: &Workspace, planned: u32) -> Cadence {
    let notebook = workspace.meetings();
    let longest = notebook.gaps().max_by_key(|&(days, _)| days);
    Cadence {
        planned_days: planned,
        usual_days: notebook.usual_gap(),
        gaps: notebook.gaps().count(),
        kept: notebook.gaps().filter(|&(days, _)| days * 2 <= planned * 3).count(),
        longest: longest.map(|(days, at)| Gap { days, until: notebook.meetings()[at].0 }),
    }
}

fn last_topic(workspace: &Workspace, today: Date, section: SectionKind) -> Since {
    let is_about = |topic: Topic<'_>| topic.section_kind() == section && topic.kind() != TopicKind::Nothing;
    let past = workspace.meetings().meetings().iter().rev();
    let last =
        past.map(|&(day, place)| (day, place)).find(|&(_, place)| topics(workspace, place).any(is_about));
    since(last.map(|(day, _)| day), today)
}

fn since(last: Option<Date>, today: Date) -> Since {
    Since { last, days: last.map(|day| (today - day).get_days()) }
}

/// The listed objectives or, where none are, those that the meetings name by an id.
fn objectives(workspace: &Workspace, today: Date) -> Vec<ObjectiveReport> {
    let latest = workspace.meetings().meetings().last().map(|(_, place)| &workspace.files[place.file]);
    let registry = latest.map(Analysis::okrs).filter(|registry| !registry.is_empty());
    let mut named: BTreeMap<String, Vec<Mention>> = BTreeMap::new();
    for &(date, place) in workspace.meetings().meetings() {
        for topic in topics(workspace, place) {
            let analysis = &workspace.files[place.file];
            let okrs = topic.okrs().iter().filter(|okr| !analysis.is_private(okr.span.start()));
            let mut ids: Vec<String> =
                okrs.filter_map(|okr| objective_id(registry, okr.id.as_deref()?)).collect();
            ids.sort();
            ids.dedup();
            for id in ids {
                let mentions = named.entry(id).or_default();
                match mentions.last_mut().filter(|mention| mention.date == date) {
                    Some(mention) => mention.topics += 1,
                    None => mentions.push(Mention { date, topics: 1 }),
                }
            }
        }
    }
    let report = |id: String, title: String, mentions: Vec<Mention>| ObjectiveReport {
        since: since(mentions.last().map(|mention| mention.date), today),
        id,
        title,
        mentions,
    };
    match registry {
        Some(registry) => {
            let listed = registry.objectives().iter();
            listed
                .map(|of| report(of.id.clone(), of.title.clone(), named.remove(&of.id).unwrap_or_default()))
                .collect()
        }
        None => named.into_iter().map(|(id, mentions)| report(id, String::new(), mentions)).collect(),
    }
}

/// The objective that a reference means: of a key result, its own.
fn objective_id(registry: Option<&Registry>, id: &str) -> Option<String> {
    if let Some(registry) = registry {
        return registry.resolve(id).map(|goal| registry.objectives()[goal.objective].id.clone());
    }
    let objective = id.split('.').next()?;
    let number = objective.strip_prefix('O')?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then(|| objective.to_owned())
}

fn actions(promises: &[Promise], today: Date) -> Actions {
    let count = |is: fn(&State) -> bool| promises.iter().filter(|of| is(&of.state)).count();
    let open = promises.iter().filter(|of| of.state == State::Open);
    let mut ages: Vec<i32> = open.map(|of| (today - of.since).get_days()).collect();
    ages.sort_unstable();
    Actions {
        opened: promises.len(),
        closed: count(|state| matches!(state, State::Closed(_))),
        open: count(|state| *state == State::Open),
        forgotten: count(|state| *state == State::Forgotten),
        carried: promises.iter().map(|of| of.carried).sum(),
        median_age_days: ages.get(ages.len().saturating_sub(1) / 2).copied(),
    }
}
