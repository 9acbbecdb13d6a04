//! How far a document follows the template, and what an agenda holds.

use crate::rules::Context;
use crate::{
    analysis::Topic,
    document::{Meeting, Section, SectionKind},
    language::TopicKind,
    text::Span,
};

/// The kinds of section that hold what is to be discussed.
pub(in crate::rules) const DISCUSSION: [SectionKind; 4] =
    [SectionKind::Discussion, SectionKind::Advice, SectionKind::Career, SectionKind::Strategy];

/// The kinds of section that are filled during the meeting.
const FILLED_LIVE: [SectionKind; 4] =
    [SectionKind::Actions, SectionKind::Notes, SectionKind::Decisions, SectionKind::Feedback];

/// Whether the document follows the template: some meeting has two of its kinds of section. The
/// rules on structure have nothing to say of documents that people built in their own way.
pub(in crate::rules) fn follows_template(cx: &Context<'_>) -> bool {
    cx.file.document.meetings.iter().any(|meeting| {
        let mut kinds = named(meeting).map(|section| section.kind).filter(|kind| kind.holds_topics());
        kinds.next().is_some_and(|first| kinds.any(|kind| kind != first))
    })
}

/// The sections of a meeting whose headings say what they are for; forms left out.
pub(in crate::rules) fn named(meeting: &Meeting) -> impl Iterator<Item = &Section> {
    meeting.sections.iter().filter(|section| section.named && !section.template)
}

/// Whether a section is filled during the meeting rather than before it.
pub(in crate::rules) fn is_filled_live(kind: SectionKind) -> bool {
    FILLED_LIVE.contains(&kind)
}

/// Whether the agenda of a meeting can still be changed: it is not over, as far as is known.
pub(in crate::rules) fn is_ahead(cx: &Context<'_>, meeting: &Meeting) -> bool {
    match (cx.today(), meeting.day()) {
        (Some(today), Some(day)) => day >= today,
        _ => true,
    }
}

/// Where a finding about a meeting as a whole stands: its heading or, where it has none, its date,
/// its first item or its first line.
pub(in crate::rules) fn head(cx: &Context<'_>, meeting: &Meeting) -> Span {
    if let Some(heading) = &meeting.heading {
        return heading.span;
    }
    let date = meeting.date.as_ref().map(|dated| dated.span).filter(|span| !span.is_empty());
    let item = || meeting.sections.iter().flat_map(|section| &section.items).next().map(|item| item.span);
    let start = date.or_else(item).map_or(meeting.span.start(), Span::start);
    let file = &cx.file.file;
    let line = file.line_span(file.line_index(start));
    let text = file.slice(line);
    let start = line.start() + text.len() - text.trim_start().len();
    Span::new(start, line.start() + text.trim_end().len())
}

/// What a topic takes time for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Part {
    Update,
    Discussion,
}

/// What the topics of a meeting take time for. What says that there is nothing, what was written down in the
/// meeting and its actions take none.
pub(in crate::rules) fn parts(cx: &Context<'_>, meeting: &Meeting) -> impl Iterator<Item = Part> {
    cx.topics_of(meeting).filter_map(|topic| match topic.section_kind() {
        // Where a topic stands is known; what it says must be read.
        kind if is_filled_live(kind) || kind == SectionKind::Okrs => None,
        _ if !is_something(&topic) => None,
        SectionKind::Updates => Some(Part::Update),
        _ => Some(Part::Discussion),
    })
}

/// How many topics most meetings do not exceed.
const USUAL_TOPICS: usize = 32;

/// Whether the topics of a meeting are English, two thirds of them at least: a line of three words does not tell by
/// itself.
pub(in crate::rules) fn is_in_english<'a>(topics: impl Iterator<Item = Topic<'a>>) -> bool {
    let mut telling: Vec<Topic<'a>> = Vec::with_capacity(USUAL_TOPICS);
    telling.extend(topics.filter(tells_language));
    let (mut english, mut other) = (0, 0);
    for topic in &telling {
        *if topic.is_english() { &mut english } else { &mut other } += 1;
        // What the rest is changes nothing.
        if english * 3 >= telling.len() * 2 || other * 3 > telling.len() {
            break;
        }
    }
    // A line full of names and numbers passes for English.
    english >= other * 2
}

/// Whether a topic is long enough to tell its language by itself.
pub(super) fn tells_language(topic: &Topic<'_>) -> bool {
    const TELLING: usize = 40;
    topic.text().len() >= TELLING
}

fn is_something(topic: &Topic<'_>) -> bool {
    topic.kind() != TopicKind::Nothing
}
