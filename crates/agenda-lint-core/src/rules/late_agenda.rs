//! Topics that come too late to be read.

use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, head, is_filled_live},
};
use crate::{analysis::Topic, diagnostic::Sink, document::SectionKind, language::TopicKind};

declare_rule! {
    /// Topics are in the document a day before the meeting.
    ///
    /// ## Why
    ///
    /// Who reads a topic beforehand comes with an answer; who reads it in the meeting comes with a
    /// question. The lead time of the config says how long before is early enough.
    ///
    /// When a topic came is read from the git history of the note, by the clock of whoever wrote it; a
    /// line that is not committed yet comes now. If the front matter gives the meeting's `time`, it is
    /// counted from there, else in whole days. A day before is the same time of the day before by the
    /// clock on the wall, also when the clocks change. Without a history, or with part of one only, nothing is
    /// said, and nothing of meetings that are more than two weeks past.
    ///
    /// ## Examples
    ///
    /// ```md,bad,written=2026-03-02T08:30
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ```
    ///
    /// ```md,bad,written=2026-03-02T16:30
    /// ---
    /// time: 15:00
    /// ---
    /// # 2026-03-03
    /// ## Advice
    /// - May I take Friday off?
    /// ## Notes
    /// - Yes
    /// ```
    ///
    /// ```md,good,written=2026-03-01T22:00
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - O1: sign-ups rose to 44 a week
    /// ```
    LateAgenda, "late-agenda" {
        group: Timing, severity: Warning, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

/// After how many days a meeting is left alone.
const PAST: i64 = 14;

impl Rule for LateAgenda {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        if !cx.file.has_history() {
            return;
        }
        let Some(earliest) = cx.today().and_then(|today| today.checked_sub(PAST.days()).ok()) else { return };
        for judged in cx.judged().iter().filter(|judged| judged.day >= earliest) {
            let meeting = cx.workspace.meeting(judged.place);
            let is_late = |topic: &Topic<'_>| {
                let written = cx.file.written(topic.item().span.start());
                // What was written after the day is a note, or a word put right.
                let written = written.filter(|written| written.date() <= judged.day);
                written.is_some_and(|written| is_late(written, judged.day, time(cx), cx.plan().lead))
            };
            let late: Vec<Topic<'_>> = cx.topics_of(meeting).filter(is_late).filter(is_prepared).collect();
            if late.is_empty() {
                continue;
            }
            let topics = cx.topics_of(meeting).filter(is_prepared).count();
            let of = if late.len() == topics {
                count(late.len(), "topic").to_string()
            } else {
                format!("{} of {}", late.len(), count(topics, "topic"))
            };
            let lead = cx.plan().lead;
            let lead = if lead.is_multiple_of(60) {
                count(lead as usize / 60, "hour")
            } else {
                count(lead as usize, "minute")
            };
            let finding = out.report(head(cx, meeting), format!("{of} came less than {lead} before the meeting"));
            finding.help("write topics down a day ahead, or agree on a shorter `lead-time` in the config");
            for topic in late.iter().take(5) {
                finding.label(topic.head(), "came late");
            }
        }
    }
}

/// Whether a topic is one to prepare, and not what the meeting itself brings forth.
fn is_prepared(topic: &Topic<'_>) -> bool {
    !is_filled_live(topic.section_kind())
        && topic.section_kind() != SectionKind::Okrs
        && topic.kind() != TopicKind::Nothing
}

/// The time of the meeting, from the front matter.
fn time(cx: &Context<'_>) -> Option<Time> {
    let written = cx.file.document.front_matter.value(&["time", "start"])?;
    Time::strptime("%H:%M", written).ok()
}

/// Whether what was written down at `written` came less than `lead` minutes before the meeting.
fn is_late(written: DateTime, day: Date, time: Option<Time>, lead: u32) -> bool {
    let deadline = if let Some(time) = time {
        day.to_datetime(time).checked_sub(i64::from(lead).minutes()).ok()
    } else {
        // Until midnight of the last day that is early enough.
        let days = i64::from(lead.div_ceil(24 * 60));
        day.checked_sub(days.days()).ok().map(|day| day.to_datetime(Time::MAX))
    };
    deadline.is_some_and(|deadline| written > deadline)
}
