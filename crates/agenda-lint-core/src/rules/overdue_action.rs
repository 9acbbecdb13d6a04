//! A task whose day has passed.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{dated_meetings, item_text, open_tasks, quote_item},
};
use crate::{diagnostic::Sink, document::Meeting};

declare_rule! {
    /// An open action is due today or later.
    ///
    /// ## Why
    ///
    /// A date that passes in silence teaches both of you that dates mean little. Do it, move it or
    /// drop it, and say so.
    ///
    /// The meeting that is judged is read, and the latest one before it; an action that was
    /// carried over is reported once. Only tasks with a box count: of others nobody can tell whether
    /// they are done.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: chase the Brookhaven contract by 2026-02-20
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: send the interview notes from Whitby to Tomasz (due 27 February)
    ///
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Sam: interview notes from Whitby to Tomasz by 27 February
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [x] Sam: chase the Brookhaven contract by 2026-02-20
    /// - [ ] Kate: ask Farah for the list by 2026-03-02
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Sam: send the interview notes from Whitby to Tomasz (due 9 March)
    ///
    /// ## 2026-02-16
    /// ### Action items
    /// - [ ] Sam: interview notes from Whitby to Tomasz by 27 February
    /// ```
    OverdueAction, "overdue-action" {
        group: Actions, severity: Warning, minimal: false,
        fix: None, scope: File, reads: All, since: "0.1.0"
    }
}

impl Rule for OverdueAction {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let Some(today) = cx.today() else { return };
        let judged: Vec<&Meeting> = cx.agenda().collect();
        for meeting in &judged {
            report(cx, meeting, today, |_| false, out);
        }
        if let [judged] = judged.as_slice()
            && let Some(before) = latest_before(cx, judged)
        {
            let spoken_of = Spoken::in_meeting(cx, judged);
            report(cx, before, today, |text| spoken_of.has(text), out);
        }
    }
}

/// Reports the overdue actions of a meeting that were not carried over.
fn report(
    cx: &Context<'_>,
    meeting: &Meeting,
    today: Date,
    is_carried: impl Fn(&str) -> bool,
    out: &mut Sink<'_>,
) {
    for (item, task) in open_tasks(cx, meeting) {
        let Some((due, day)) = task.due.and_then(|due| Some((due.span, due.date?))) else { continue };
        // Who ticks nothing off may well have done it.
        if item.check_box.is_some() && day < today && !is_carried(&item_text(cx, item)) {
            let days = (today - day).get_days();
            let late = if days == 1 { "yesterday".to_owned() } else { format!("{days} days ago") };
            out.report(item.span, format!("{} was due {late}", quote_item(cx, item)))
                .label(due, "the date")
                .help("tick it off, give it a new date, or drop it");
        }
    }
}

/// The meeting before the one that is judged.
fn latest_before<'a>(cx: &Context<'a>, judged: &Meeting) -> Option<&'a Meeting> {
    let day = judged.day()?;
    let earlier = dated_meetings(cx).into_iter().filter(|(other, _)| *other < day);
    earlier.max_by_key(|(other, _)| *other).map(|(_, meeting)| meeting)
}

/// The telling words of a meeting's items.
struct Spoken {
    /// The items that hold a word.
    items: FxHashMap<String, Vec<usize>>,
}

impl Spoken {
    fn in_meeting(cx: &Context<'_>, meeting: &Meeting) -> Self {
        let mut items: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let all = meeting.sections.iter().flat_map(|section| &section.items);
        for (index, item) in all.enumerate() {
            for word in telling_words(&item_text(cx, item)) {
                items.entry(word).or_default().push(index);
            }
        }
        Self { items }
    }

    /// Whether some item shares at least half of the telling words of `text`.
    fn has(&self, text: &str) -> bool {
        // A word that stands everywhere tells nothing.
        const COMMON: usize = 100;
        let words = telling_words(text);
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for items in words.iter().filter_map(|word| self.items.get(word)).filter(|items| items.len() <= COMMON) {
            for item in items {
                *shared.entry(*item).or_default() += 1;
            }
        }
        shared.values().any(|count| count * 2 >= words.len())
    }
}

fn telling_words(text: &str) -> FxHashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() > 3 && word.contains(char::is_alphabetic)).map(str::to_lowercase).collect()
}
