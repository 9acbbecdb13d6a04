//! Which rule speaks of an ask: at most one does.

use super::{Slot, subject};
use crate::{
    analysis::Topic,
    document::SectionKind,
    language::{Signal, TopicKind},
};

/// Whether an ask is held to its framing: a bare topic or an action request is not, and a question
/// among updates, notes or actions needs none.
pub(in crate::rules) fn is_ask_for_advice(topic: &Topic<'_>) -> bool {
    const PLACES: [SectionKind; 3] = [SectionKind::Advice, SectionKind::Discussion, SectionKind::Other];
    topic.kind() == TopicKind::Advice && PLACES.contains(&topic.section_kind())
}

/// An ask that only names what it is about.
pub(in crate::rules) fn is_vague(topic: &Topic<'_>) -> bool {
    is_ask_for_advice(topic)
        && Slot::ALL.iter().all(|slot| !topic.has(slot.signal()))
        && (topic.has(Signal::VagueAsk) || subject(topic.text()).is_some())
}

/// An ask that says that nothing was tried yet.
pub(in crate::rules) fn is_untried(topic: &Topic<'_>) -> bool {
    is_ask_for_advice(topic) && !is_vague(topic) && topic.has(Signal::Untried) && !topic.has(Signal::Attempt)
}
