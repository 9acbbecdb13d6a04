//! The topics of one kind that can be judged by their words.

use crate::rules::Context;
use crate::{analysis::Topic, document::SectionKind, language::TopicKind};

/// The topics on the writer's career.
pub(in crate::rules) fn career_topics<'a>(cx: &Context<'a>) -> impl Iterator<Item = Topic<'a>> {
    topics_on(cx, &[SectionKind::Career])
}

/// The topics on strategy.
pub(in crate::rules) fn strategy_topics<'a>(cx: &Context<'a>) -> impl Iterator<Item = Topic<'a>> {
    topics_on(cx, &[SectionKind::Strategy])
}

fn topics_on<'a>(cx: &Context<'a>, kind: &[SectionKind]) -> impl Iterator<Item = Topic<'a>> {
    cx.topics_in(kind).filter(|topic| topic.kind() != TopicKind::Nothing && topic.is_english())
}
