//! An update without news.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{is_vague_update, quoted},
};
use crate::{diagnostic::Sink, document::SectionKind};

declare_rule! {
    /// An update says what changed, not only that work goes on.
    ///
    /// ## Why
    ///
    /// "Working on stuff" and "making progress on the API" cost a reader a line and tell nothing
    /// that they did not know. What is done, what is next and what stands in the way is an update;
    /// if nothing changed, leave the line out.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Working on stuff for the release
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Making progress on the API
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Test plan, in progress
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Meetings, reviews
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - API (O1): two of five endpoints are live, the third waits for Legal until Friday
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Working on the export for auditors
    /// ```
    VagueUpdate, "vague-update" {
        group: Updates, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for VagueUpdate {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for topic in cx.topics_in(&[SectionKind::Updates]).filter(is_vague_update) {
            out.report(topic.head(), quoted("", topic.text(), " says that work goes on, but not what changed"))
                .help("say what is done, what comes next or what stands in the way; else leave it out");
        }
    }
}
