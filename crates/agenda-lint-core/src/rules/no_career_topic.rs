//! Meetings that never speak of the writer's own growth.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Period, Words, head, is_in_english, shown_day, window},
};
use crate::{
    analysis::{Place, Topic, Workspace},
    diagnostic::Sink,
    document::SectionKind,
    language::TopicKind,
};

declare_rule! {
    /// Career is on the agenda every few weeks.
    ///
    /// ## Why
    ///
    /// Your growth is nobody's urgent matter, so it has to be planned. How often is yours to settle:
    /// `every` says after which time without a career topic this is worth a word.
    ///
    /// A new notebook is given that time first. Silent, too, where words such as "promotion" or a heading such as `Me` may be
    /// on it.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ## 2026-02-16
    /// ### Updates
    /// - O1: sign-ups rose to 40 a week
    /// ## 2026-01-19
    /// ### Career
    /// - I want to lead a squad by autumn
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ## 2026-02-16
    /// ### Career
    /// - I want to lead a squad by autumn
    /// ## 2026-01-19
    /// ### Updates
    /// - O1: sign-ups rose to 40 a week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ## 2026-02-16
    /// ### What I would like
    /// - The guild wants a chair
    /// ## 2026-01-19
    /// ### Updates
    /// - O1: sign-ups rose to 42 a week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ## 2026-02-16
    /// ### Topics
    /// - The panel for staff engineer meets in May, shall I apply?
    /// ## 2026-01-19
    /// ### Updates
    /// - O1: sign-ups rose to 42 a week
    /// ```
    ///
    /// ```yaml,options
    /// every: 2w
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ## 2026-02-23
    /// ### Updates
    /// - O1: sign-ups rose to 42 a week
    /// ## 2026-02-15
    /// ### Career
    /// - I want to lead a squad by autumn
    /// ```
    NoCareerTopic, "no-career-topic" {
        group: Career, severity: Info, minimal: false,
        fix: None, scope: Notebook, reads: All, since: "0.1.0"
    }
    options {
        /// After which time without a career topic.
        every: Period = Period::weeks(4),
    }
}

impl Rule for NoCareerTopic {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let Some((judged, within)) = window(cx, self.every.days) else { return };
        // Where nobody heads anything, any bullet may be on it; of a meeting without topics another rule speaks.
        let has_agenda = within.iter().any(|&place| names_topics(cx.workspace, place));
        if !has_agenda || cx.workspace.topics_of(judged.place).next().is_none() {
            return;
        }
        let spoken = within.iter().any(|&place| speaks_of_career(cx.workspace, place))
            || is_planned(cx.workspace, judged.place);
        // Of a notebook in another language nobody can say, which takes longest to tell.
        let topics = || within.iter().flat_map(|&place| cx.workspace.topics_of(place));
        if spoken || topics().any(|topic| may_be_on_career(&topic)) || !is_in_english(topics()) {
            return;
        }
        let before = &cx.workspace.meetings().meetings()[..judged.position];
        let last = before.iter().rev().find(|(_, place)| has_section(cx.workspace, *place));
        let last = last.map_or_else(
            || "in this notebook it has not been one yet".to_owned(),
            |(day, _)| format!("the last one was on {}", shown_day(*day, judged.day)),
        );
        let message = format!("career has not been a topic for {}: {last}", self.every);
        out.report(head(cx, cx.workspace.meeting(judged.place)), message).help(
            "add a topic under `Career`: where you want to be, the step you took since, and what you ask of your manager",
        );
    }
}

/// Whether a topic of the meeting is on the writer's career, as its section or its own prefix says.
fn speaks_of_career(workspace: &Workspace, place: Place) -> bool {
    let mut topics = workspace.topics_of(place);
    topics.any(|topic| topic.section_kind() == SectionKind::Career && topic.kind() != TopicKind::Nothing)
}

/// Whether a topic may be on the writer's career though no heading says so: it speaks of posts and steps, or stands below
/// something like `Me` or `Where am I going`.
fn may_be_on_career(topic: &Topic<'_>) -> bool {
    static STEPS: Words<'_> = Words::new(&[
        "career", "promotion", "promoted", "secondment", "career ladder", "staff ladder", "next level", "next role",
        "staff engineer", "growth plan", "development plan", "pay rise", "my growth", "grow into", "my mentor", "my future",
    ]);
    static MINE: Words<'_> = Words::new(&["me", "i", "i'm", "myself", "my"]);
    let title = topic.section().title();
    let mut words = title.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let is_mine = topic.section_kind() == SectionKind::Other && words.any(|word| MINE.hold(word));
    is_mine || STEPS.stand_alone_in(topic.text())
}

/// Whether a meeting has topics under a heading that says what they are.
fn names_topics(workspace: &Workspace, place: Place) -> bool {
    workspace.meeting(place).sections.iter().any(|section| section.named && section.kind.holds_topics())
}

/// Whether the meeting has a place for it, filled in or not: somebody is about to.
fn is_planned(workspace: &Workspace, place: Place) -> bool {
    workspace.meeting(place).sections.iter().any(|section| section.kind == SectionKind::Career)
}

/// Whether the meeting has something under a heading on career; cheaper than to read every topic.
fn has_section(workspace: &Workspace, place: Place) -> bool {
    let sections = &workspace.meeting(place).sections;
    sections.iter().any(|section| section.kind == SectionKind::Career && !section.items.is_empty())
}
