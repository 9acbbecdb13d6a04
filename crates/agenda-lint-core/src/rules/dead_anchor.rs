//! A line of the table of contents that leads nowhere.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::quote,
};
use crate::{diagnostic::Sink, text::Edit};

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
        let Some(contents) = cx.contents() else { return };
        let mut by_day: FxHashMap<Date, Vec<&str>> = FxHashMap::default();
        for (meeting, anchor) in &contents.meetings {
            by_day.entry(meeting.day().unwrap_or_default()).or_default().push(anchor);
        }
        for entry in contents.entries.iter().filter(|entry| !contents.leads_somewhere(entry.anchor)) {
            let finding = out.report(entry.span, format!("no heading has the anchor `#{}`", entry.anchor));
            match entry.day().and_then(|day| by_day.get(&day)).map(Vec::as_slice) {
                Some([anchor]) => {
                    finding
                        .help(format!("the heading that it names has `#{anchor}`"))
                        .safe_fix(format!("link to `#{anchor}`"), vec![Edit::replace(entry.target, *anchor)]);
                }
                _ => {
                    finding.help(format!("take {} out, or give it the anchor of its heading", quote(entry.text)));
                }
            }
        }
    }
}
