//! More topics than the meeting can hold.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, head, is_ahead},
};
use crate::{
    analysis::Topic,
    diagnostic::Sink,
    document::{Meeting, SectionKind},
    language::TopicKind,
    syntax::BlockKind,
};

declare_rule! {
    /// An agenda holds what fits into the meeting.
    ///
    /// ## Why
    ///
    /// Of eight topics in half an hour, the last four are lost, and not the least of them. Choose
    /// what needs the meeting, and write the rest.
    ///
    /// How long the meeting is stands in the config, under `meeting`. What stands below a heading of
    /// its own is one topic, and one topic more than fits is let pass.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Offsite
    /// - Hiring plan
    /// - Budget
    /// - Print view
    /// - Training videos
    /// - Consent letter
    /// - Home care
    /// - Prices
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    /// - Hiring plan
    /// - Budget
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    ///   - Hiring plan
    ///   - Budget
    ///   - Print view
    ///   - Training videos
    ///   - Consent letter
    ///   - Home care
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Topics
    /// #### Print view
    /// - three homes asked for it
    /// - Farah has a sketch
    /// - who decides?
    /// #### Consent letter
    /// - the old one names a firm that is gone
    /// - Legal has not answered
    /// - should we stop sending it?
    /// ### Earlier meetings
    /// - 16 February
    /// ```
    ///
    /// ```yaml,options
    /// minutes-per-topic: 15
    /// minutes-per-update: 0
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Offsite
    /// - Hiring plan
    /// - Budget
    /// - Print view
    /// ```
    OverfullAgenda, "overfull-agenda" {
        group: Structure, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
    options {
        /// The minutes that an update, a request or a question for a fact takes.
        minutes_per_update: u32 = 1,
        /// The minutes that a topic for discussion takes.
        minutes_per_topic: u32 = 5,
    }
}

impl Rule for OverfullAgenda {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let length = cx.plan().minutes;
        for meeting in cx.agenda().filter(|meeting| is_ahead(cx, meeting)) {
            let (updates, discussion) = count_topics(cx, meeting);
            let needed = minutes(updates, self.minutes_per_update) + minutes(discussion, self.minutes_per_topic);
            // How long a topic takes is a guess: for one more there is often room.
            if discussion > 1 && needed > length.saturating_add(self.minutes_per_topic) {
                let message = if updates == 0 {
                    let topics = count(discussion, "topic");
                    format!("{topics} need about {needed} minutes; the meeting has {length}")
                } else {
                    let short = count(updates, "short topic");
                    format!("{short} and {discussion} to discuss need about {needed} minutes; the meeting has {length}")
                };
                out.report(head(cx, meeting), message)
                    .help("choose what needs the meeting, and write the rest or leave it for the next");
            }
        }
    }
}

/// How many topics of a meeting are updates, and how many are for discussion, as far as is certain: where no heading
/// speaks of an agenda, the plain bullets are taken for one.
fn count_topics(cx: &Context<'_>, meeting: &Meeting) -> (usize, usize) {
    // So many bullets without a heading are notes, whatever is among them.
    const MOST: usize = 12;
    // A name has no more words.
    const FEW: usize = 3;
    const TALK: [TopicKind; 6] = [
        TopicKind::BareTopic,
        TopicKind::Advice,
        TopicKind::Decision,
        TopicKind::Career,
        TopicKind::Strategy,
        TopicKind::Feedback,
    ];
    let (mut updates, mut discussion, mut headed) = (0, 0, None);
    let has_agenda = meeting.sections.iter().any(|section| section.heading.is_some() && section.kind.holds_topics());
    for topic in cx.topics_of(meeting) {
        let (section, kind) = (topic.section(), topic.section_kind());
        let counts = if has_agenda { kind.holds_topics() } else { kind == SectionKind::Other && is_bullet(cx, &topic) };
        // Where a topic stands is known; what it says must be read.
        if !counts || topic.kind() == TopicKind::Nothing {
            continue;
        }
        // "### 2. The holdout": what stands below is one topic.
        let under_heading = section.is_about_one_thing();
        // Without headings, only what asks or names a topic is sure to take its time; a yes or a fact takes as long as an update.
        let says_more = || topic.text().split_whitespace().nth(FEW).is_some();
        let is_brief = || match topic.kind() {
            TopicKind::ActionRequest | TopicKind::Information => true,
            kind => !has_agenda && !TALK.contains(&kind) && says_more(),
        };
        if kind == SectionKind::Updates || is_brief() {
            updates += 1;
        } else if !under_heading || headed != Some(section.span) {
            discussion += 1;
        }
        headed = under_heading.then_some(section.span);
    }
    if !has_agenda && updates + discussion > MOST {
        return (0, 0);
    }
    (updates, discussion)
}

fn is_bullet(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    let item = topic.item();
    item.check_box.is_none() && cx.file.tree.block(item.block).kind == BlockKind::Item
}

fn minutes(topics: usize, each: u32) -> u32 {
    u32::try_from(topics).unwrap_or(u32::MAX).saturating_mul(each)
}
