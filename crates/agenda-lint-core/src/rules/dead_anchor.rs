//! A line of the table of contents that leads nowhere.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Contents, Entry, quote},
};
use crate::{
    diagnostic::Sink,
    document::date::{self, Hints},
    text::Edit,
};

declare_rule! {
    /// Every link of the table of contents leads to a heading.
    ///
    /// ## Why
    ///
    /// The anchors of a hand-made table are typed, and change whenever a heading does. A dead one
    /// takes its reader to the top of the page without a word.
    ///
    /// `--fix` puts the anchor right where the link's words name a meeting.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// - [2 March 2026](#date-2-march-2026)
    /// - [16 February 2026](#date-16-feb-2026)
    ///
    /// ## Date: 2 March 2026
    /// - Offsite
    /// ## Date: 16 February 2026
    /// - Hiring
    /// ```
    ///
    /// ```md,fixed
    /// - [2 March 2026](#date-2-march-2026)
    /// - [16 February 2026](#date-16-february-2026)
    ///
    /// ## Date: 2 March 2026
    /// - Offsite
    /// ## Date: 16 February 2026
    /// - Hiring
    /// ```
    ///
    /// ```md,bad
    /// - [2026-03-02](#2026-03-02)
    /// - [Template](#form)
    ///
    /// ## 2026-03-02
    /// - Offsite
    /// ```
    ///
    /// ```md,good
    /// - [2 March](#2-march-2026--sam-kate)
    /// - [The form](#form)
    ///
    /// ## 2 March 2026 – Sam, Kate
    /// - Offsite
    ///
    /// ## <a id="form"></a>Template
    /// - [Topic]
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite: see [the budget](#budget-2026) and [the list](#list) in the other file
    /// ```
    DeadAnchor, "dead-anchor" {
        group: Structure, severity: Warning, minimal: false,
        fix: Safe, scope: File, reads: All, since: "0.1.0"
    }
}

impl Rule for DeadAnchor {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let Some(contents) = Contents::read(cx) else { return };
        for entry in contents.entries.iter().filter(|entry| !contents.leads_somewhere(entry.anchor)) {
            let finding = out.report(entry.span, format!("no heading has the anchor `#{}`", entry.anchor));
            match meant(&contents, entry) {
                Some(anchor) => {
                    finding
                        .help(format!("the heading that it names has `#{anchor}`"))
                        .safe_fix(format!("link to `#{anchor}`"), vec![Edit::replace(entry.target, anchor)]);
                }
                None => {
                    finding.help(format!("take {} out, or give it the anchor of its heading", quote(entry.text)));
                }
            }
        }
    }
}

/// The anchor of the one meeting on the day that the link's words name.
fn meant<'c>(contents: &'c Contents<'_>, entry: &Entry<'_>) -> Option<&'c str> {
    let day = date::parse(entry.text, Hints::default()).or_else(|| date::find(entry.text, Hints::default()))?.date?;
    let mut on_that_day = contents.meetings.iter().filter(|(meeting, _)| meeting.day() == Some(day));
    let (_, anchor) = on_that_day.next()?;
    on_that_day.next().is_none().then_some(anchor.as_str())
}
