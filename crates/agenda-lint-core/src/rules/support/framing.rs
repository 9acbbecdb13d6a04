//! Which rule speaks of an ask: at most one does.

use super::Slot;
use crate::{
    analysis::Topic,
    language::{Signal, TopicKind},
};

/// Whether an ask is held to its framing: a bare topic or an action request is not.
pub(in crate::rules) fn is_ask_for_advice(topic: &Topic<'_>) -> bool {
    topic.kind() == TopicKind::Advice
}

/// An ask that only names what it is about.
pub(in crate::rules) fn is_vague(topic: &Topic<'_>) -> bool {
    is_ask_for_advice(topic) && Slot::ALL.iter().all(|slot| !topic.has(slot.signal()))
}

/// An ask that says that nothing was tried yet.
pub(in crate::rules) fn is_untried(topic: &Topic<'_>) -> bool {
    is_ask_for_advice(topic) && !is_vague(topic) && topic.has(Signal::Untried) && !topic.has(Signal::Attempt)
}
