//! Which rule speaks of an ask: at most one does.

use super::{Slot, subject};
use crate::{
    analysis::Topic,
    document::SectionKind,
    language::{Signal, TopicKind},
    rules::Context,
};

/// Whether an ask is held to its framing: a bare topic or an action request is not, and a question
/// among updates, notes or actions needs none.
pub(in crate::rules) fn is_ask_for_advice(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    const PLACES: [SectionKind; 3] = [SectionKind::Advice, SectionKind::Discussion, SectionKind::Other];
    PLACES.contains(&topic.section_kind())
        && match topic.kind() {
            TopicKind::Advice => true,
            TopicKind::Decision => asks_how_to_decide(cx, topic),
            _ => false,
        }
}

/// Whether a decision is one to think about ("which would you drop?") rather than one to allow ("can
/// I book the room?"). What can be answered by yes or no is, if the writer tells a story first.
fn asks_how_to_decide(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    const OPEN: [&str; 6] = ["how", "what", "which", "why", "where", "would"];
    let tells = || Slot::ALL.iter().any(|slot| topic.has(slot.signal()));
    let mut words =
        topic.signals().all(Signal::Ask).flat_map(|ask| cx.file.file.slice(ask).split_whitespace());
    words.any(|word| {
        let word = word.to_ascii_lowercase();
        OPEN.contains(&word.as_str()) || word == "should" && tells()
    })
}

/// An ask that only names what it is about.
pub(in crate::rules) fn is_vague(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    is_ask_for_advice(cx, topic)
        && Slot::ALL.iter().all(|slot| !topic.has(slot.signal()))
        && (topic.has(Signal::VagueAsk) || subject(topic.text()).is_some())
}

/// An ask that says that nothing was tried yet.
pub(in crate::rules) fn is_untried(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    is_ask_for_advice(cx, topic)
        && !is_vague(cx, topic)
        && topic.has(Signal::Untried)
        && !topic.has(Signal::Attempt)
}
