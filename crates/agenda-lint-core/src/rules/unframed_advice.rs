//! An ask that lacks a part of its framing.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{Ask, Slot, enumerated, may_tell, skeleton_fix, skeleton_help, subject, tells},
};
use crate::{analysis::Topic, diagnostic::Sink, language::Signal};

declare_rule! {
    /// An ask for advice gives the situation, the problem and what was tried.
    ///
    /// ## Why
    ///
    /// The three parts are what a manager would ask for first. With them in the note, the minutes
    /// go into the answer; without them, into finding out what the question is.
    ///
    /// An ask that has none of them is for `vague-advice`, one that says nothing was tried for
    /// `untried-advice`. `--unsafe-fixes` adds the missing parts as bullets for you to fill in; a
    /// bullet left empty still counts as missing.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - The support team ignores our release notes. How would you reach them?
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - Since the merger, the designers argue in every review. How would you handle it?
    /// ```
    ///
    /// ```md,fixed
    /// ## 2026-03-02
    /// ### Advice
    /// - Since the merger, the designers argue in every review. How would you handle it?
    ///   - Tried:
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// - Since the merger, the designers argue in every review. I asked them to agree beforehand,
    ///   but they never did. How would you handle it?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// #### The seating plan
    /// **Situation.** Since the move in January two teams share one room.
    ///
    /// **Problem.** Nobody can phone there any more.
    ///
    /// **Tried.** I asked both leads for quiet hours, and they lasted a week.
    ///
    /// **Ask.** How would you get a second room out of the office team?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// - Since the merger, the index breaks in every release. Should we move it to the platform team, or keep it? I
    ///   lean to the first: they have the people.
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Private
    /// - The designers argue and Tomasz is rude. How do I tell him?
    /// ```
    ///
    /// ```yaml,options
    /// require: [problem]
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// - The support team ignores our release notes. How would you reach them?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// - Une salariée de la régie demande l'anonymat complet, et seules quatre personnes ont reçu ces courriels
    /// - Série de trois ou long format ?
    /// ```
    UnframedAdvice, "unframed-advice" {
        group: Advice, severity: Warning, minimal: true,
        fix: Unsafe, scope: File, reads: Agenda, since: "0.1.0"
    }
    options {
        /// The parts an ask must have.
        require: Vec<Slot> = Slot::ALL.to_vec(),
    }
}

impl Rule for UnframedAdvice {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for topic in cx.asks(Ask::Told) {
            let is_missing = |slot: &Slot| self.require.contains(slot) && !tells(cx, &topic, *slot);
            let missing: Vec<Slot> = Slot::ALL.into_iter().filter(is_missing).collect();
            if !missing.is_empty() && !may_tell(&topic, &missing) {
                report(cx, &topic, &missing, out);
            }
        }
    }
}

fn report(cx: &Context<'_>, topic: &Topic<'_>, missing: &[Slot], out: &mut Sink<'_>) {
    let finding = out.report(topic.head(), enumerated("this ask leaves out ", missing.iter().map(|slot| slot.missing())));
    for slot in Slot::ALL {
        if let Some(span) = topic.signals().first(slot.signal()) {
            finding.label(span, slot.found());
        }
    }
    if let Some(ask) = topic.signals().first(Signal::Ask) {
        finding.label(ask, "the ask");
    }
    finding.help(skeleton_help("add what is missing:", subject(topic.text()), missing));
    if let Some(edits) = skeleton_fix(cx, topic, missing) {
        finding.unsafe_fix("add the missing parts as bullets to fill in", edits);
    }
}
