//! Weeks without a meeting.

use jiff::civil::Date;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, dated_meetings, head},
};
use crate::{diagnostic::Sink, document::Meeting};

declare_rule! {
    /// No more than twice the usual time passes between two meetings.
    ///
    /// ## Why
    ///
    /// One meeting that is cancelled is a holiday; two in a row are the beginning of a habit. After
    /// a long gap it is worth asking whether the rhythm still fits.
    ///
    /// The usual time is the `cadence` of the front matter or the config or, where meetings are
    /// rarer than that, the time that most often lies between two. The latest gap is reported.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2026-02-02
    /// - Budget
    /// ## 2026-01-26
    /// - Hiring
    /// ## 2026-01-19
    /// - Goals
    /// ```
    ///
    /// ```md,bad
    /// ---
    /// cadence: biweekly
    /// ---
    ///
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2026-01-19
    /// - Goals
    /// ## 2026-01-05
    /// - Hiring
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2026-02-16
    /// - Budget
    /// ## 2026-01-26
    /// - Hiring
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    /// ## 2025-12-01
    /// - Budget
    /// ```
    CadenceGap, "cadence-gap" {
        group: Timing, severity: Info, minimal: false,
        fix: None, scope: File, reads: All, since: "0.1.0"
    }
}

type Day<'a> = (Date, &'a Meeting);

impl Rule for CadenceGap {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let mut meetings = dated_meetings(cx);
        meetings.sort_by_key(|(day, _)| *day);
        let days = |pair: &[Day<'_>]| u32::try_from((pair[1].0 - pair[0].0).get_days()).unwrap_or_default();
        let usual = cadence(cx).max(median(meetings.windows(2).map(days).filter(|&days| days > 0).collect()));
        if meetings.len() < 3 {
            return;
        }
        let gaps: Vec<&[Day<'_>]> = meetings.windows(2).filter(|pair| days(pair) > 2 * usual).collect();
        if let Some(gap @ &[(_, before), (_, after)]) = gaps.last() {
            let earlier = match gaps.len() - 1 {
                0 => String::new(),
                more => format!(", and {} before that", count(more, "such gap")),
            };
            let message =
                format!("{} without a meeting, where {} are usual{earlier}", count(days(gap) as usize, "day"), usual);
            out.report(head(cx, after), message)
                .label(head(cx, before), "the meeting before")
                .help("if the rhythm no longer fits, agree on another and write it into the config as `cadence`");
        }
    }
}

/// How many days should lie between two meetings.
fn cadence(cx: &Context<'_>) -> u32 {
    let written = cx.file.document.front_matter.value(&["cadence"]).map(str::to_lowercase);
    match written.as_deref() {
        Some("weekly") => 7,
        Some("biweekly" | "bi-weekly" | "fortnightly") => 14,
        Some("monthly") => 30,
        _ => cx.plan().cadence,
    }
}

fn median(mut numbers: Vec<u32>) -> u32 {
    numbers.sort_unstable();
    numbers.get(numbers.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}
