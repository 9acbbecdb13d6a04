//! Which rule speaks of an ask: at most one does.

use super::{Slot, Words, agenda::tells_language, asks_about, opens};
use crate::{
    analysis::Topic,
    document::SectionKind,
    language::{Signal, TopicKind},
    rules::Context,
};

/// An ask that is held to its framing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Ask {
    /// It only names what it is about.
    Vague,
    /// It says that nothing was tried yet.
    Untried,
    /// It tells more; what, is still to be seen.
    Told,
}

/// The asks that are held to their framing. A question among updates, notes or actions needs none, nor does one that is
/// private and put to nobody.
pub(in crate::rules) fn asks<'a>(cx: &Context<'a>) -> Vec<(Topic<'a>, Ask)> {
    let topics = cx.topics_in(&[SectionKind::Advice, SectionKind::Discussion, SectionKind::Other]);
    let shared = topics.filter(|topic| !topic.section().private);
    let mut asks: Vec<_> =
        shared.filter(|topic| is_ask_for_advice(cx, topic)).map(|topic| (topic, ask(cx, &topic))).collect();
    asks.retain(|(topic, _)| tells_language(topic) || cx.is_in_english(topic.meeting()));
    asks
}

/// Whether an ask tells one of the parts, as far as anybody can say. Below a heading of its own, each part may stand in
/// a paragraph for itself.
pub(in crate::rules) fn tells<'a>(cx: &Context<'a>, topic: &Topic<'a>, slot: Slot) -> bool {
    let told = |topic: &Topic<'_>| topic.has(slot.signal()) || topic.may_tell(slot.signal());
    told(topic) || beside(cx, topic).any(|other| told(&other))
}

/// The other topics below the same heading, where that heading is what they are all about.
fn beside<'a>(cx: &Context<'a>, topic: &Topic<'a>) -> impl Iterator<Item = Topic<'a>> + use<'a> {
    let section = topic.section();
    let of = section.is_about_one_thing().then(|| (cx.topics_of(topic.meeting()), topic.span()));
    of.into_iter().flat_map(move |(topics, span)| {
        topics.filter(move |other| other.section().span == section.span && other.span() != span)
    })
}

/// What kind of ask a topic is.
fn ask<'a>(cx: &Context<'a>, topic: &Topic<'a>) -> Ask {
    let told = |topic: &Topic<'_>| Slot::ALL.iter().any(|slot| topic.has(slot.signal()));
    let tells = told(topic) || beside(cx, topic).any(|other| told(&other));
    let names = || topic.has(Signal::VagueAsk) || asks_about(topic.text()).is_some();
    match () {
        () if !tells && names() => Ask::Vague,
        () if topic.has(Signal::Untried) && !topic.has(Signal::Attempt) => Ask::Untried,
        () => Ask::Told,
    }
}

/// Whether an ask is held to its framing: a bare topic or an action request is not.
fn is_ask_for_advice(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    let asks = match topic.section_kind() {
        SectionKind::Advice => topic.has(Signal::Ask) || is_headed_as_ask(topic),
        // Elsewhere people ask many things; only what tells of a problem is meant as an ask for
        // advice, or what says so.
        _ => topic.has(Signal::VagueAsk) || topic.has(Signal::Problem) && topic.has(Signal::Ask),
    };
    asks && match topic.kind() {
        TopicKind::Advice => !asks_for_a_deed(cx, topic),
        TopicKind::Decision => asks_how_to_decide(cx, topic),
        // A complaint, or a story that somebody wants to talk about, is an ask where the heading
        // makes it one.
        TopicKind::Other => is_headed_as_ask(topic) && (topic.has(Signal::Problem) || announces_story(topic)),
        _ => false,
    }
}

/// Whether the heading makes an ask of what stands below: "Advice" does, "Blockers" does not.
pub(in crate::rules) fn is_headed_as_ask(topic: &Topic<'_>) -> bool {
    static ASKS: Words<'_> = Words::new(&["advice", "help", "stuck", "support"]);
    topic.section_kind() == SectionKind::Advice
        && (topic.item().says.is_some() || ASKS.stand_in(topic.section().title()))
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
    static THOUGHTS: Words<'_> = Words::new(&[
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
    ]);
    let is_deed = |ask: &str| {
        let thinks = || {
            THOUGHTS.stand_alone_in(ask)
                || ask.split(|c: char| !c.is_alphanumeric()).any(|word| opens(word, "advi"))
        };
        OPENINGS.iter().any(|opening| opens(ask, opening)) && !thinks()
    };
    let mut asks = topic.signals().all(Signal::Ask).map(|ask| cx.file.file.slice(ask)).peekable();
    !topic.has(Signal::Problem) && asks.peek().is_some() && asks.all(is_deed)
}

/// Whether a decision is one to think about ("which would you drop?", "should I move it?", or any
/// that comes of a problem) rather than one to allow ("can I book the room?").
fn asks_how_to_decide(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    static OPEN: Words<'_> =
        Words::new(&["how", "what", "which", "why", "where", "would", "should", "talk", "discuss", "chat"]);
    // Where nothing says that advice is asked for, "4 of 6 bought the wrong plan. Can I book Ana?" is a proposal.
    let troubled = topic.section_kind() == SectionKind::Advice && topic.has(Signal::Problem);
    troubled || topic.signals().all(Signal::Ask).any(|ask| OPEN.stand_alone_in(cx.file.file.slice(ask)))
}

/// Whether an ask may do without the parts that are missing, where nothing says that advice is asked for: what lacks
/// one part may as well be complete.
pub(in crate::rules) fn may_tell(topic: &Topic<'_>, missing: &[Slot]) -> bool {
    match topic.section_kind() {
        SectionKind::Advice => false,
        // Nor does every decision need something that was tried before it.
        SectionKind::Discussion => {
            missing == [Slot::Situation] || missing == [Slot::Attempt] && topic.kind() == TopicKind::Decision
        }
        _ => missing.len() == 1,
    }
}
