//! A note that nobody else is named for.

use super::{Context, Rule, declare::declare_rule, support::head};
use crate::diagnostic::Sink;

declare_rule! {
    /// The front matter or the config says which manager the note is shared with.
    ///
    /// ## Why
    ///
    /// An agenda that your manager can read the day before is half the meeting. With their name in
    /// the note it is plain whom to share it with, and replies are told from your own lines.
    ///
    /// Off unless asked for: most notes are shared by other means.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Offsite
    /// ```
    ///
    /// ```md,bad
    /// ---
    /// tags: [one-on-one]
    /// ---
    ///
    /// ## 2026-03-02
    /// - Offsite
    /// ```
    ///
    /// ```md,good
    /// ---
    /// manager: Kate Doe
    /// ---
    ///
    /// ## 2026-03-02
    /// - Offsite
    /// ```
    ///
    /// ```md,good
    /// ---
    /// attendees: [Sam Lee, Kate Doe]
    /// ---
    ///
    /// ## 2026-03-02
    /// - Offsite
    /// ```
    UnsharedDocument, "unshared-document" {
        group: Timing, severity: Off, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for UnsharedDocument {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let named = cx.file.document.front_matter.value(&["manager", "with", "attendees", "participants"]).is_some()
            || cx.file.knowledge().conventions.people.manager.is_some();
        if let (Some(meeting), false) = (cx.agenda().next(), named) {
            out.report(head(cx, meeting), "nothing says with which manager this note is shared")
                .help("name them, as `manager: …` in the front matter or under `people` in the config");
        }
    }
}
