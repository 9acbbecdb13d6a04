//! The rules: one file each, and the little that they share.
//!
//! May use all layers before it. A rule looks at `Context` and reports to a
//! `Sink`; it knows nothing of suppressions, severities or order.

mod active;
mod context;
mod declare;
mod setting;
mod support;

use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};

use crate::diagnostic::{Severity, Sink};

pub use active::Active;
pub use context::Context;
pub use declare::{Described, FixKind, Group, Reads, RuleMeta, Scope};
pub use setting::{Level, Preset, Setting};

/// A check. The type is also the rule's options.
pub trait Rule:
    Described
    + Clone
    + std::fmt::Debug
    + Default
    + Serialize
    + DeserializeOwned
    + JsonSchema
    + Send
    + Sync
    + 'static
{
    /// Reports what is wrong in `cx.file`.
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>);
}

declare::rules! {
    missing_section::MissingSection,
    misordered_sections::MisorderedSections,
    duplicate_section::DuplicateSection,
    empty_section::EmptySection,
    leftover_template::LeftoverTemplate,
    misplaced_item::MisplacedItem,
    no_topics::NoTopics,
    only_updates::OnlyUpdates,
    overfull_agenda::OverfullAgenda,
    unlisted_meeting::UnlistedMeeting,
    dead_anchor::DeadAnchor,
    update_without_okr::UpdateWithoutOkr,
    unknown_okr::UnknownOkr,
    update_without_outcome::UpdateWithoutOutcome,
    concern_without_ask::ConcernWithoutAsk,
    risk_without_plan::RiskWithoutPlan,
    vague_update::VagueUpdate,
    buried_point::BuriedPoint,
    vague_advice::VagueAdvice,
    unframed_advice::UnframedAdvice,
    untried_advice::UntriedAdvice,
    advice_without_question::AdviceWithoutQuestion,
    career_without_goal::CareerWithoutGoal,
    career_without_plan::CareerWithoutPlan,
    career_without_question::CareerWithoutQuestion,
    no_career_topic::NoCareerTopic,
    strategy_without_doc::StrategyWithoutDoc,
    strategy_without_evidence::StrategyWithoutEvidence,
    strategy_without_question::StrategyWithoutQuestion,
    neglected_okr::NeglectedOkr,
    unchecked_priorities::UncheckedPriorities,
    dropped_action::DroppedAction,
    stale_action::StaleAction,
    unowned_action::UnownedAction,
    undated_action::UndatedAction,
    overdue_action::OverdueAction,
    vague_action::VagueAction,
    meeting_without_notes::MeetingWithoutNotes,
    late_agenda::LateAgenda,
    unshared_document::UnsharedDocument,
    cadence_gap::CadenceGap,
    misordered_meetings::MisorderedMeetings,
    invalid_date::InvalidDate,
    unused_suppression::UnusedSuppression,
}

#[cfg(test)]
mod tests;
