//! A task that nobody has taken.

use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Lack, Words, is_ahead, not_silenced, open_tasks, report_lacking, words_of},
};
use crate::{
    analysis::{Topic, is_role},
    diagnostic::Sink,
    document::{Meeting, SectionKind},
};

declare_rule! {
    /// An action says who does it.
    ///
    /// ## Why
    ///
    /// Of two people, each takes an action without a name for the other's.
    ///
    /// Silent in a note that gives no owner to any action and does not say who takes part: there
    /// all actions may well be the writer's own. Questions, and actions that open with initials which own another one, need
    /// no name.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] @kate introduce Sam to the agency (by 9 March)
    /// - [ ] send the slides to the board by 6 March
    /// ```
    ///
    /// ```md,bad
    /// ---
    /// report: Sam Lee
    /// manager: Kate Doe
    /// ---
    ///
    /// ## 2026-03-02
    /// ### Action items
    /// - send the slides to the board by 6 March
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] @kate introduce Sam to the agency (by 9 March)
    /// - [ ] Sam to send the slides to the board by 6 March
    /// - [x] call Legal
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] send the slides to the board by 6 March
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Kate: introduce Sam to the agency
    /// - [ ] [Sam Lee](mailto:sam@example.com) 10 outbound calls a day
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Topics
    /// - [ ] Offsite
    /// - [ ] Rota (due 9 March, @kate)
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] Kate:
    /// - [ ]
    ///
    /// | # | What | Who |
    /// |---|---|---|
    /// | 1 | Send the guide to Tomasz | Kate |
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] KA: talk to Marguerite
    /// - [ ] KA course request
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Action items
    /// - [ ] HR: sign the form
    /// - [ ] HR form
    /// ```
    ///
    /// What "somebody should" do is an action, too, wherever it stands on an agenda that is to come:
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - The stock count is done
    /// - Somebody should rotate the keys before the audit
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Somebody rotated the keys before the audit
    /// - Should somebody rotate the keys before the audit?
    /// - Someone should have told me
    /// - Somebody must call the landlord, I'll do it on Monday
    /// ```
    UnownedAction, "unowned-action" {
        group: Actions, severity: Warning, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for UnownedAction {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        const LACK: Lack = Lack {
            before: "nobody is named to do ",
            one: "",
            more: "",
            help: "say who does it, as in `@sam …` or `Sam: …`",
        };
        for meeting in cx.agenda().filter(|meeting| has_two_people(cx, meeting)) {
            let unowned = open_tasks(cx, meeting, |task| task.owner.is_none() && !task.asks).map(|(item, _)| item);
            let mut unowned = not_silenced(cx, unowned, &LACK, out);
            let owners = LazyCell::new(|| initials_of_owners(cx, meeting));
            unowned.retain(|item| {
                let words = words_of(cx.file, item);
                let first = words.split(' ').next().unwrap_or_default();
                !(are_initials(first) && owners.contains(first))
            });
            report_lacking(cx, &unowned, &LACK, out);
        }
        let prepared = cx.topics_in(&[SectionKind::Updates, SectionKind::Discussion, SectionKind::Other]);
        let ahead = prepared.filter(|topic| falls_to_nobody(*topic) && is_ahead(cx, topic.meeting()));
        let items: Vec<_> = ahead.map(Topic::item).collect();
        let items = not_silenced(cx, items.into_iter(), &LACK, out);
        report_lacking(cx, &items, &LACK, out);
    }
}

/// "Somebody should rotate the keys": what is to be done, and nobody's; but not what somebody "should have" done or "must love",
/// nor what goes on with who does it.
fn falls_to_nobody(topic: Topic<'_>) -> bool {
    static NOBODY: Words<'_> = Words::new(&["somebody", "someone"]);
    static DUTIES: Words<'_> = Words::new(&["should", "must", "needs to", "need to", "has to", "have to", "ought to"]);
    static NO_DEEDS: Words<'_> = Words::new(&["have", "ve", "be", "love", "lose", "know", "not", "always"]);
    static TAKEN: Words<'_> = Words::new(&["i", "i'll", "i’ll", "i'd", "i’d", "me", "we", "owner", "said", "took"]);
    let text = topic.text();
    let is_due = |end: usize| {
        let rest = text[end..].strip_prefix(' ').unwrap_or_default();
        DUTIES.open(rest, |end| {
            let mut deed = rest[end..].split(|c: char| !c.is_alphabetic());
            deed.next() == Some("") && deed.next().is_some_and(|word| !word.is_empty() && !NO_DEEDS.hold(word))
        })
    };
    NOBODY.open(text, is_due)
        && !text.contains(['?', '@', '\n', ':'])
        && !text.split([' ', ',', '.']).any(|word| TAKEN.hold(word))
        && topic.tasks().next().is_none()
}

/// Initials that own an action: another one that opens with them, `KA course request`, is theirs too.
fn initials_of_owners<'a>(cx: &Context<'a>, meeting: &Meeting) -> FxHashSet<&'a str> {
    let owners = cx.open_tasks_of(meeting).filter_map(|(_, _, task)| Some(task.owner.as_ref()?.0.as_str()));
    owners.filter(|owner| are_initials(owner) && !is_role(owner)).collect()
}

fn are_initials(word: &str) -> bool {
    (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether actions here are given to people: some action of the meeting is, or the front matter or
/// the config says who the two are.
fn has_two_people(cx: &Context<'_>, meeting: &Meeting) -> bool {
    let yaml = &cx.file.document.front_matter;
    let people = &cx.file.knowledge().conventions.people;
    let manager = people.manager.is_some() || yaml.value(&["manager", "with"]).is_some();
    let report = people.report.is_some() || yaml.value(&["report", "author", "owner"]).is_some();
    (manager && report) || yaml.values("attendees").count() > 1 || open_tasks(cx, meeting, |task| task.owner.is_some()).next().is_some()
}
