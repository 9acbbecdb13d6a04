//! What the next meeting takes over from those before it.

use jiff::{ToSpan, civil::Date};

use crate::{
    analysis::{
        Analysis, Place, Workspace,
        followup::{Gist, Spoken},
        ledger::{self, State},
        notebook::planned_cadence,
    },
    document::{Author, Item, Meeting, SectionKind},
    language::TopicKind,
    syntax::BlockKind,
    text::Span,
};

/// What the next meeting takes over.
#[derive(Clone, Debug, Default)]
pub struct Handover {
    /// The day of the latest meeting.
    pub last: Option<Date>,
    /// The open actions of the latest meeting.
    pub actions: Vec<Carried>,
    /// The topics of the latest meeting that nothing came of, as written.
    pub dropped: Vec<String>,
    /// When career was last a topic, if that is longer ago than four weeks.
    pub career: Option<Overdue>,
    /// The objectives that no meeting of the last six weeks names.
    pub objectives: Vec<(String, Overdue)>,
}

/// Something that has not been spoken of for long.
#[derive(Clone, Copy, Debug)]
pub struct Overdue {
    /// When it last was; none if that is not known.
    pub last: Option<Date>,
}

/// An action to carry over.
#[derive(Clone, Debug)]
pub struct Carried {
    /// The action as written, without marker, box and earlier remarks on carrying it over.
    pub text: String,
    /// How many times it will then have been carried over.
    pub times: usize,
}

/// After how many days without a career topic there is a word on it.
const CAREER: i64 = 28;
/// After how many days without a mention there is a word on an objective.
const OBJECTIVE: i64 = 42;

impl Handover {
    /// What a meeting on `day` takes over, as of `today`. What is private stays where it is.
    pub fn of(workspace: &Workspace, day: Date, today: Date) -> Self {
        let Some(&(last, place)) = workspace.meetings().meetings().last() else { return Self::default() };
        let open =
            ledger::promises(workspace).into_iter().filter(|of| of.state == State::Open && !of.private);
        let actions = open
            .map(|of| {
                let line = written(workspace, of.place, of.span.start());
                Carried { text: line.unwrap_or(of.text), times: of.carried + 1 }
            })
            .collect();
        Self {
            last: Some(last),
            actions,
            // What is still ahead can still be spoken of.
            dropped: if last < today { dropped(workspace, place) } else { Vec::new() },
            career: career(workspace, day),
            objectives: objectives(workspace, day),
        }
    }

    /// The day of the next meeting: by cadence from the latest one, but not before `today`.
    pub fn next_day(workspace: &Workspace, cadence: Option<u32>, today: Date) -> Option<Date> {
        let Some(&(last, place)) = workspace.meetings().meetings().last() else { return Some(today) };
        let cadence = cadence.unwrap_or_else(|| planned_cadence(&workspace.files[place.file])).max(1);
        let behind = i64::from((today - last).get_days().max(1));
        let steps =
            behind.div_euclid(i64::from(cadence)) + i64::from(behind.rem_euclid(i64::from(cadence)) > 0);
        last.checked_add((steps.max(1) * i64::from(cadence)).days()).ok()
    }
}

/// An item's own line as written, without its marker, its box and a remark such as `(carried over
/// twice)`.
fn written(workspace: &Workspace, place: Place, start: usize) -> Option<String> {
    let analysis = &workspace.files[place.file];
    let items = workspace.meeting(place).sections.iter().flat_map(|section| &section.items);
    let item = items.into_iter().find(|item| item.span.start() == start)?;
    if analysis.tree.block(item.block).kind != BlockKind::Item {
        return None;
    }
    let words = analysis.tree.children(item.block).next()?;
    let text = public(analysis, analysis.tree.block(words).span);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = ["[ ] ", "[x] ", "[X] "].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(&text);
    let end = text.rfind(" (carried over ").filter(|_| text.ends_with(')')).unwrap_or(text.len());
    Some(text[..end].to_owned())
}

/// What is written at `span`, without its private parts.
fn public(analysis: &Analysis, span: Span) -> String {
    let mut text = String::new();
    let mut from = span.start();
    for hidden in analysis.document.private.iter().filter(|hidden| hidden.end() > span.start()) {
        if hidden.start() >= span.end() {
            break;
        }
        text += &analysis.file.text()[from..hidden.start().max(from)];
        from = hidden.end().max(from);
    }
    text + &analysis.file.text()[from.min(span.end())..span.end()]
}

/// The topics for discussion that have no answer and no mention in the notes,
/// decisions and actions of their meeting.
fn dropped(workspace: &Workspace, place: Place) -> Vec<String> {
    use SectionKind::{Actions, Decisions, Feedback, Notes, Okrs, Updates};
    let analysis = &workspace.files[place.file];
    let Meeting { sections, .. } = workspace.meeting(place);
    let written = sections.iter().filter(|section| matches!(section.kind, Actions | Decisions | Notes));
    let gists: Vec<Gist> =
        written.flat_map(|section| &section.items).map(|item| Gist::of_item(analysis, item)).collect();
    let spoken = Spoken::of_gists(&gists);
    let topics = workspace.topics_of(place).filter(|topic| {
        !matches!(topic.section_kind(), Updates | Actions | Decisions | Notes | Feedback | Okrs)
            && topic.kind() != TopicKind::Nothing
            && !analysis.is_private(topic.item().span.start())
            && topic
                .items()
                .iter()
                .all(|item: &Item| item.author == Author::Writer && item.check_box.is_none())
            && spoken.mention(&Gist::of_item(analysis, topic.item())).is_none()
    });
    let line = |item: &Item| {
        let block = match analysis.tree.block(item.block).kind {
            BlockKind::Item | BlockKind::TableRow => analysis.tree.children(item.block).next()?,
            _ => item.block,
        };
        Some(analysis.public_words(block))
    };
    topics.filter_map(|topic| line(topic.item())).filter(|line| !line.is_empty()).collect()
}

fn career(workspace: &Workspace, day: Date) -> Option<Overdue> {
    let is_career = |place: Place| {
        let sections = &workspace.meeting(place).sections;
        sections.iter().any(|section| {
            section.kind == SectionKind::Career && section.items.iter().any(|item| !item.template)
        })
    };
    let meetings = workspace.meetings().meetings();
    let last = meetings.iter().rev().find(|(_, place)| is_career(*place)).map(|(day, _)| *day);
    let (first, _) = meetings.first()?;
    let since = last.unwrap_or(*first);
    (i64::from((day - since).get_days()) > CAREER).then_some(Overdue { last })
}

fn objectives(workspace: &Workspace, day: Date) -> Vec<(String, Overdue)> {
    let meetings = workspace.meetings().meetings();
    let (Some((first, _)), Some((_, place))) = (meetings.first(), meetings.last()) else { return Vec::new() };
    let registry = workspace.files[place.file].okrs();
    let mut last = vec![None; registry.objectives().len()];
    if registry.is_empty() || i64::from((day - *first).get_days()) <= OBJECTIVE {
        return Vec::new();
    }
    for &(day, place) in meetings {
        for topic in workspace.topics_of(place) {
            let goals = topic.okrs().iter().filter_map(|okr| registry.resolve(okr.id.as_deref()?));
            goals.for_each(|goal| last[goal.objective] = Some(day));
        }
    }
    let objectives = registry.objectives().iter().zip(last);
    let overdue =
        objectives.filter(|(_, last)| last.is_none_or(|last| i64::from((day - last).get_days()) > OBJECTIVE));
    overdue.map(|(objective, last)| (objective.id.clone(), Overdue { last })).collect()
}
