//! The topics of one kind that can be judged by their words.

use crate::rules::Context;
use crate::{
    analysis::Topic,
    document::SectionKind,
    language::{Signal, TopicKind},
    text::Span,
};

/// The topics on the writer's career, those of one section together: such a talk is often written in several lines,
/// each with a part of it.
pub(in crate::rules) fn career_talks<'a>(cx: &Context<'a>) -> Vec<Vec<Topic<'a>>> {
    let mut talks: Vec<Vec<Topic<'a>>> = Vec::new();
    for topic in topics_on(cx, &[SectionKind::Career]) {
        match talks.last_mut().filter(|talk| talk[0].section().span == topic.section().span) {
            Some(talk) => talk.push(topic),
            None => talks.push(vec![topic]),
        }
    }
    talks
}

/// The first goal of a talk on one's career, and the topic that names it.
pub(in crate::rules) fn goal_of<'a>(talk: &[Topic<'a>]) -> Option<(Topic<'a>, Span)> {
    talk.iter().find_map(|topic| Some((*topic, topic.signals().first(Signal::Goal)?)))
}

/// The topics on strategy.
pub(in crate::rules) fn strategy_topics<'a>(cx: &Context<'a>) -> impl Iterator<Item = Topic<'a>> {
    topics_on(cx, &[SectionKind::Strategy])
}

fn topics_on<'a>(cx: &Context<'a>, kind: &[SectionKind]) -> impl Iterator<Item = Topic<'a>> {
    cx.topics_in(kind).filter(|topic| topic.kind() != TopicKind::Nothing && topic.is_english())
}
