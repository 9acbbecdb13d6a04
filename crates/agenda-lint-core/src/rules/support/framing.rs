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
        TopicKind::Advice => !asks_for_a_deed(cx, topic),
        TopicKind::Decision => asks_how_to_decide(cx, topic),
        // A complaint, or a story that somebody wants to talk about, is an ask where the heading
        // makes it one.
        TopicKind::Other => is_headed_as_ask(topic) && (topic.has(Signal::Problem) || announces_story(topic)),
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
pub(in crate::rules) fn is_headed_as_ask(topic: &Topic<'_>) -> bool {
    const ASKS: [&str; 4] = ["advice", "help", "stuck", "support"];
    let holds = |title: &str, word: &str| {
        title.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    let is_titled = || ASKS.iter().any(|word| holds(topic.section().title(), word));
    topic.section_kind() == SectionKind::Advice && (topic.item().says.is_some() || is_titled())
}

/// "Let's talk about hiring. Last week …"
fn announces_story(topic: &Topic<'_>) -> bool {
    topic.text().contains(". ") && asks_about(topic.text()).is_some()
}

/// Whether all that is asked is to do something, and no problem is told: "please sign the form",
/// "could you send it?".
fn asks_for_a_deed(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    const OPENINGS: [&str; 8] = [
        "please ",
        "pls ",
        "kindly ",
        "can you ",
        "could you ",
        "will you ",
        "would you mind ",
        "need you to ",
    ];
    const THOUGHTS: [&str; 12] = [
        "how",
        "what",
        "which",
        "why",
        "advise",
        "suggest",
        "recommend",
        "think",
        "thoughts",
        "ideas",
        "tips",
        "help",
    ];
    let mut asks =
        topic.signals().all(Signal::Ask).map(|ask| cx.file.file.slice(ask).to_ascii_lowercase()).peekable();
    !topic.has(Signal::Problem)
        && asks.peek().is_some()
        && asks.all(|ask| {
            let words = ask.split(|c: char| !c.is_alphanumeric());
            OPENINGS.iter().any(|opening| ask.starts_with(opening))
                && !words.into_iter().any(|word| THOUGHTS.contains(&word) || word.starts_with("advi"))
        })
}

/// Whether a decision is one to think about ("which would you drop?", "should I move it?", or any
/// that comes of a problem) rather than one to allow ("can I book the room?").
fn asks_how_to_decide(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    const OPEN: [&str; 10] =
        ["how", "what", "which", "why", "where", "would", "should", "talk", "discuss", "chat"];
    let asks = topic.signals().all(Signal::Ask);
    let mut words = asks.flat_map(|ask| cx.file.file.slice(ask).split(|c: char| !c.is_alphanumeric()));
    // Where nothing says that advice is asked for, "4 of 6 bought the wrong plan. Can I book Ana?" is a proposal.
    let troubled = topic.section_kind() == SectionKind::Advice && topic.has(Signal::Problem);
    troubled || words.any(|word| OPEN.contains(&word.to_ascii_lowercase().as_str()))
}

/// An ask that only names what it is about.
pub(in crate::rules) fn is_vague(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    is_ask_for_advice(cx, topic)
        && Slot::ALL.iter().all(|slot| !topic.has(slot.signal()))
        && (topic.has(Signal::VagueAsk) || asks_about(topic.text()).is_some())
}

/// Whether a topic tells so much that the one part which was not recognised may be in it all the same.
pub(in crate::rules) fn may_tell(topic: &Topic<'_>, missing: &[Slot]) -> bool {
    // Nothing says that such a list asks for advice; what lacks one part may as well be complete.
    let elsewhere = match topic.section_kind() {
        SectionKind::Advice => false,
        // Nor does every decision need something that was tried before it.
        SectionKind::Discussion => {
            missing == [Slot::Situation] || missing == [Slot::Attempt] && topic.kind() == TopicKind::Decision
        }
        _ => missing.len() == 1,
    };
    let least = match missing {
        _ if elsewhere => return true,
        [Slot::Situation] => 40,
        [Slot::Attempt] => 60,
        _ => return false,
    };
    topic.text().split_whitespace().nth(least - 1).is_some()
}

/// An ask that says that nothing was tried yet.
pub(in crate::rules) fn is_untried(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    is_ask_for_advice(cx, topic)
        && !is_vague(cx, topic)
        && topic.has(Signal::Untried)
        && !topic.has(Signal::Attempt)
}
