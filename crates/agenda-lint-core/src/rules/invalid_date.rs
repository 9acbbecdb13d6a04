//! A date that is none.

use super::{Context, Rule, declare::declare_rule};
use crate::{
    diagnostic::Sink,
    document::{MeetingDate, date::DateProblem},
    text::{Edit, Span},
};

declare_rule! {
    /// The date of a meeting is one that the calendar has.
    ///
    /// ## Why
    ///
    /// A meeting on 30 February cannot be put in order, nothing can be due after it, and nobody can
    /// find it again. A weekday that contradicts its date leaves both of you to guess which is
    /// meant.
    ///
    /// A misspelt month is put right by `--fix`.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-02-30
    /// - Offsite
    /// ```
    ///
    /// ```md,bad
    /// ## 16 Novembber 2026
    /// - Offsite
    /// ```
    ///
    /// ```md,fixed
    /// ## 16 November 2026
    /// - Offsite
    /// ```
    ///
    /// ```md,bad
    /// ## Tuesday, 2 March 2026
    /// - Offsite
    /// ```
    ///
    /// ```md,good
    /// ## Monday, 2 March 2026
    /// - Offsite
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite in Version 2.30
    /// ```
    InvalidDate, "invalid-date" {
        group: Timing, severity: Error, minimal: true,
        fix: Safe, scope: File, reads: All, since: "0.1.0"
    }
}

impl Rule for InvalidDate {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let meetings = cx.file.document.meetings.iter().filter(|meeting| !meeting.template);
        for dated in meetings.filter_map(|meeting| meeting.date.as_ref()) {
            if let Some(problem) = &dated.problem {
                report(cx, dated, problem, out);
            }
        }
    }
}

fn report(cx: &Context<'_>, dated: &MeetingDate, problem: &DateProblem, out: &mut Sink<'_>) {
    let written = cx.file.file.slice(dated.span);
    match problem {
        DateProblem::NoSuchDay => {
            out.report(dated.span, format!("there is no day `{written}`"))
                .help("write the day on which the two of you meet");
        }
        DateProblem::MisspeltMonth { span, written, meant } => {
            let edit = Edit::replace(Span::from(span.clone()), *meant);
            out.report(Span::from(span.clone()), format!("there is no month `{written}`"))
                .help(format!("did you mean `{meant}`?"))
                .safe_fix(format!("write `{meant}`"), vec![edit]);
        }
        DateProblem::WrongWeekday { span, written: weekday, actual } => {
            out.report(Span::from(span.clone()), format!("`{written}` is not a {weekday}"))
                .label(dated.span, format!("a {actual}"))
                .help("put right whichever of the two is wrong");
        }
    }
}
