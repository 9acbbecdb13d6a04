//! Which rule speaks of an ask: at most one does.

use super::{Slot, asks_about};
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
    // Where a topic stands is known; what it is must be read.
    if !PLACES.contains(&topic.section_kind()) {
        return false;
    }
    let is_kind = match topic.kind() {
        TopicKind::Advice => true,
        // A mere permission ("can I book the room?") needs no framing; a matter of judgement does, and so does
        // what comes with a story.
        TopicKind::Decision => {
            let judges = |ask| cx.file.file.slice(ask).to_ascii_lowercase().contains("should");
            topic.signals().all(Signal::Ask).any(judges)
                || Slot::ALL.iter().any(|slot| topic.has(slot.signal()))
        }
        _ => false,
    };
    is_kind
        && match topic.section_kind() {
            SectionKind::Advice => topic.has(Signal::Ask) || is_headed_as_ask(topic),
            // Elsewhere people ask many things; only what tells of a problem is meant as an ask for
            // advice, or what says so.
            _ => topic.has(Signal::VagueAsk) || topic.has(Signal::Problem) && topic.has(Signal::Ask),
        }
}

/// Whether the heading makes an ask of what stands below: "Advice" does, "Blockers" does not.
fn is_headed_as_ask(topic: &Topic<'_>) -> bool {
    const ASKS: [&str; 4] = ["advice", "help", "stuck", "support"];
    let own = topic.item().says.is_some();
    let title = topic.section().title().to_lowercase();
    own || ASKS.iter().any(|word| title.contains(word))
}

/// An ask that only names what it is about.
pub(in crate::rules) fn is_vague(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    is_ask_for_advice(cx, topic)
        && Slot::ALL.iter().all(|slot| !topic.has(slot.signal()))
        && (topic.has(Signal::VagueAsk) || asks_about(topic.text()).is_some())
}

/// An ask that says that nothing was tried yet.
pub(in crate::rules) fn is_untried(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    is_ask_for_advice(cx, topic)
        && !is_vague(cx, topic)
        && topic.has(Signal::Untried)
        && !topic.has(Signal::Attempt)
}
