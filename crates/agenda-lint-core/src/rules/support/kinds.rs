//! The topics of one kind that can be judged by their words.

use crate::rules::Context;
use crate::{
    analysis::Topic,
    document::SectionKind,
    language::{Signal, TopicKind},
    text::Span,
};

/// The judged topics on a career.
pub(in crate::rules) fn career_topics<'a>(cx: &Context<'a>) -> Vec<Topic<'a>> {
    topics_on(cx, &[SectionKind::Career]).collect()
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
