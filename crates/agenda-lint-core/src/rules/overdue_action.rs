//! A task whose day has passed.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{item_text, open_tasks, quote_item},
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
    /// carried over is reported once.
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
            report(cx, meeting, today, None, out);
        }
        if let [judged] = judged.as_slice()
            && let Some(before) = latest_before(cx, judged)
        {
            report(cx, before, today, Some(judged), out);
        }
    }
}

/// Reports the overdue actions of `meeting` that `later` does not speak of.
fn report(cx: &Context<'_>, meeting: &Meeting, today: Date, later: Option<&Meeting>, out: &mut Sink<'_>) {
    for (item, task) in open_tasks(cx, meeting) {
        let Some((due, day)) = task.due.and_then(|due| Some((due.span, due.date?))) else { continue };
        if day < today && !later.is_some_and(|later| speaks_of(cx, later, &item_text(cx, item))) {
            let days = (today - day).get_days();
            let late = if days == 1 { "yesterday".to_owned() } else { format!("{days} days ago") };
            out.report(item.span, format!("{} was due {late}", quote_item(cx, item)))
                .label(due, "the date")
                .help("tick it off, give it a new date, or drop it");
        }
    }
}

fn latest_before<'a>(cx: &Context<'a>, judged: &Meeting) -> Option<&'a Meeting> {
    let day = judged.day()?;
    let earlier = cx.file.document.meetings.iter().filter(|meeting| !meeting.template);
    earlier.filter_map(|meeting| Some((meeting.day()?, meeting))).filter(|(other, _)| *other < day).max_by_key(|(day, _)| *day).map(|(_, meeting)| meeting)
}

/// Whether some item of a meeting shares at least half of the telling words of `text`.
fn speaks_of(cx: &Context<'_>, meeting: &Meeting, text: &str) -> bool {
    let words = telling_words(text);
    let items = meeting.sections.iter().flat_map(|section| &section.items);
    !words.is_empty()
        && items.map(|item| telling_words(&item_text(cx, item))).any(|other| words.intersection(&other).count() * 2 >= words.len())
}

fn telling_words(text: &str) -> FxHashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() > 3 && word.contains(char::is_alphabetic)).map(str::to_lowercase).collect()
}
