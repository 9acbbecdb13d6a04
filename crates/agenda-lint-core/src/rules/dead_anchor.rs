//! A line of the table of contents that leads nowhere.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, quote},
};
use crate::{diagnostic::Sink, document::Entry, text::Edit};

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
    /// ```md,good
    /// - [2 March 2026](#Date-2-March-2026)
    /// - [16 February 2026](#Date-16-February-2026)
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

/// How many other lines a finding shows.
const NAMED: usize = 3;

/// An entry that leads nowhere, and the anchor of the heading that its words name.
type Dead<'a> = (&'a Entry<'a>, Option<&'a str>);

impl Rule for DeadAnchor {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let Some(contents) = cx.contents() else { return };
        let mut by_day: FxHashMap<Date, Vec<&str>> = FxHashMap::default();
        for (meeting, anchor) in &contents.meetings {
            by_day.entry(meeting.day().unwrap_or_default()).or_default().push(anchor);
        }
        let meant = |entry: &Entry<'_>| match entry.day().and_then(|day| by_day.get(&day)).map(Vec::as_slice) {
            Some([anchor]) => Some(*anchor),
            _ => None,
        };
        let dead = contents.entries.iter().filter(|entry| !contents.leads_somewhere(entry.anchor));
        let dead = dead.map(|entry| (entry, meant(entry)));
        let (silenced, others): (Vec<Dead<'_>>, Vec<Dead<'_>>) =
            dead.partition(|(entry, _)| cx.file.silences(out.rule(), entry.span.start()));
        for one in &silenced {
            report(std::slice::from_ref(one), out);
        }
        let (known, unknown): (Vec<Dead<'_>>, Vec<Dead<'_>>) =
            others.into_iter().partition(|(_, meant)| meant.is_some());
        for dead in [known, unknown] {
            // What is wrong in many lines has one cause, and is one finding.
            let size = if dead.len() > 2 { dead.len() } else { 1 };
            dead.chunks(size).for_each(|dead| report(dead, out));
        }
    }
}

/// Reports entries of which all or none name a heading.
fn report(dead: &[Dead<'_>], out: &mut Sink<'_>) {
    let [(first, meant), others @ ..] = dead else { return };
    let message = match others.len() {
        0 => format!("no heading has the anchor `#{}`", first.anchor),
        more => format!("no heading has the anchor `#{}`, nor those of {}", first.anchor, count(more, "more line")),
    };
    let finding = out.report(first.span, message);
    for (other, _) in others.iter().take(NAMED) {
        finding.label(other.span, "nor this one");
    }
    if let Some(anchor) = meant {
        let edit = |(entry, meant): &Dead<'_>| meant.map(|anchor| Edit::replace(entry.target, anchor));
        let title = if others.is_empty() {
            format!("link to `#{anchor}`")
        } else {
            "link each line to its heading".to_owned()
        };
        finding
            .help(format!("the heading that it names has `#{anchor}`"))
            .safe_fix(title, dead.iter().filter_map(edit).collect());
    } else if others.is_empty() {
        finding.help(format!("take {} out, or give it the anchor of its heading", quote(first.text)));
    } else {
        finding.help("take these lines out, or give each the anchor of its heading");
    }
}
