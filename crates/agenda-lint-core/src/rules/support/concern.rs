//! Trouble that an update reports, and whether it says what follows from it.

use super::{Words, is_ahead};
use crate::{
    analysis::{Analysis, Topic},
    document::SectionKind,
    language::{Signal, TopicKind},
    rules::Context,
    syntax::BlockKind,
    text::Span,
};

/// Words of somebody who worries, rather than of a date or a number that slips.
static WORRIES: Words<'_> = Words::new(&[
    "worr",
    "concern",
    "afraid",
    "fear",
    "nervous",
    "anxious",
    "uneasy",
    "not sure",
    "unsure",
    "doubt",
    "not confident",
    "uncomfortable",
    "suspect",
    "scared",
]);

/// Words that lead to how it ended.
static ENDINGS: Words<'_> = Words::new(&["in the end", "eventually", "finally", "at last", "after all"]);

/// Deeds that put right what went wrong before.
static MENDED: Words<'_> = Words::new(&[
    "resent",
    "re-sent",
    "retested",
    "rerun",
    "reran",
    "fixed",
    "resolved",
    "solved",
    "restored",
    "recovered",
    "repaired",
    "patched",
    "redone",
    "back up",
    "back online",
    "works again",
    "up again",
    "corrected",
]);

/// Words that lead to another place of the note, where it is taken up.
static POINTERS: Words<'_> = Words::new(&[
    "see discussion",
    "see below",
    "see advice",
    "see strategy",
    "see topic",
    "see agenda",
    "more below",
]);

/// Words that say that there is nothing to be done.
static SETTLED: Words<'_> =
    Words::new(&["no action", "nothing to do", "nothing needed", "nothing for you", "no need to act"]);

/// Trouble in an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Trouble {
    /// Work cannot go on.
    Blocker(Span),
    /// Somebody worries.
    Concern(Span),
    /// A goal, a date or a quality is in danger.
    Risk(Span),
}

/// The judged updates that report trouble, and do not say what follows from it; and what reports it elsewhere on an agenda
/// that is still to come.
pub(in crate::rules) fn troubles<'a>(cx: &Context<'a>) -> Vec<(Topic<'a>, Trouble)> {
    let told = |topic: &Topic<'_>| {
        topic.section_kind() == SectionKind::Updates
            || topic.kind() == TopicKind::Update && is_ahead(cx, topic.meeting())
    };
    let updates = cx.topics_in(&[SectionKind::Updates, SectionKind::Discussion, SectionKind::Other]);
    updates.filter(told).filter_map(|topic| Some((topic, unanswered_trouble(cx, &topic)?))).collect()
}

/// Where a finding on trouble stands: at the first words of its topic; in a paragraph of several lines, each of which may be a
/// matter of its own, at the trouble itself, unless a comment silences the whole.
pub(in crate::rules) fn trouble_place(
    cx: &Context<'_>,
    topic: &Topic<'_>,
    trouble: Span,
    rule: &str,
) -> Span {
    let (head, Analysis { file, tree, .. }) = (topic.head(), cx.file);
    let apart = tree.block(topic.item().block).kind == BlockKind::Paragraph
        && topic.items().len() == 1
        && file.line_index(head.start()) != file.line_index(trouble.start());
    if apart && !cx.file.silences(rule, head.start()) { trouble } else { head }
}

/// The trouble that an update reports without saying what is planned or asked; the gravest.
fn unanswered_trouble(cx: &Context<'_>, topic: &Topic<'_>) -> Option<Trouble> {
    const ANSWERS: [Signal; 3] = [Signal::Mitigation, Signal::Ask, Signal::Plan];
    if ANSWERS.iter().any(|&answer| topic.has(answer)) {
        return None;
    }
    let halt = topic.signals().first(Signal::Blocker).filter(|_| !topic.may_tell(Signal::Ask));
    halt.map(Trouble::Blocker)
        .or_else(|| danger(cx, topic))
        .filter(|_| !POINTERS.stand_in(topic.text()) && !SETTLED.stand_in(topic.text()))
}

fn danger(cx: &Context<'_>, topic: &Topic<'_>) -> Option<Trouble> {
    if topic.may_tell(Signal::Mitigation) {
        return None;
    }
    // A figure that reads as a result too may well be good news.
    let is_result = |risk: &Span| {
        topic.signals().all(Signal::Outcome).any(|result| result.contains(*risk) || risk.contains(result))
    };
    let risk = topic.signals().all(Signal::Risk).find(|risk| !is_result(risk))?;
    // "People came late, but in the end they agreed": a story that is told to its end.
    let is_followed = topic.signals().all(Signal::Outcome).any(|result| result.start() >= risk.end());
    if is_followed && ENDINGS.stand_in(topic.text()) {
        return None;
    }
    let file = &cx.file.file;
    let behind = file.slice(Span::new(risk.start(), topic.span().end().max(risk.end())));
    let sentence = behind.split(". ").next().unwrap_or(behind);
    if MENDED.stand_alone_in(sentence) {
        return None;
    }
    Some(if WORRIES.stand_in(topic.text()) { Trouble::Concern(risk) } else { Trouble::Risk(risk) })
}
