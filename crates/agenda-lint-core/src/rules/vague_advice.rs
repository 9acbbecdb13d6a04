//! An ask that is nothing but its topic.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{
        Around, Ask, Slot, asks_about, count, is_ahead, is_headed_as_ask, opens, quote, skeleton_fix,
        skeleton_help, subject, Words,
    },
};
use crate::{
    analysis::Topic,
    diagnostic::Sink,
    document::SectionKind,
    language::{Signal, TopicKind},
    syntax::BlockKind,
};

declare_rule! {
    /// An ask for advice says more than its topic.
    ///
    /// ## Why
    ///
    /// "Do you have advice on stakeholder management?" leaves a manager to guess which
    /// stakeholders, and what went wrong with them; the answer will be as general as the question.
    /// Say when it happens, what goes wrong and what you tried, and the answer will be about you.
    ///
    /// A line that only names a topic gets a hint, once a section: under a heading for help, and among topics to discuss
    /// of which others say more.
    ///
    /// `--unsafe-fixes` adds the three parts as bullets for you to fill in.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - Do you have advice on stakeholder management?
    /// ```
    ///
    /// ```md,fixed
    /// ## 2026-03-02
    /// ### Advice
    /// - Do you have advice on stakeholder management?
    ///   - Situation:
    ///   - Problem:
    ///   - Tried:
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Where do you need help?
    /// * Prioritisation – any thoughts?
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Need from you
    /// - Badge access
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### To discuss
    /// - Staging environment
    /// - Rules rewrite: I would ship it in two parts. OK if I propose that on Thursday?
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Hiring
    /// - The new oven is in, and the first tray came out well
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### To discuss
    /// - Staging environment
    /// - Roadmap
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Congratulations!
    /// - [ ] Hiring plan
    /// - The new oven is in, and the first tray came out well
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// - Since the reorganisation, Legal joins our planning late and stops features that are
    ///   already built. I sent them the roadmap twice, but nobody opened it. How would you get
    ///   them to look at it earlier?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Where do you need help?
    /// - Please sign the travel form by Friday
    /// - Nothing else this week
    /// ```
    VagueAdvice, "vague-advice" {
        group: Advice, severity: Warning, minimal: true,
        fix: Unsafe, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for VagueAdvice {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for topic in cx.asks(Ask::Vague) {
            report(cx, &topic, out);
        }
        let mut around = Around::default();
        let mut bare = cx
            .topics_in(&[SectionKind::Advice, SectionKind::Discussion, SectionKind::Other])
            .filter(|topic| match topic.section_kind() {
                SectionKind::Advice => is_needed(topic),
                _ => topic.kind() == TopicKind::BareTopic && is_to_discuss(cx, topic),
            })
            .filter(is_bare)
            .peekable();
        while let Some(first) = bare.next() {
            let mut more = 0;
            while bare.next_if(|topic| topic.section().span == first.section().span).is_some() {
                more += 1;
            }
            // A few words tell their language by those around them.
            if around.is_english(cx, &first) && (is_needed(&first) || stands_out(cx, &first, more + 1)) {
                hint(&first, more, out);
            }
        }
    }
}

/// More words are seldom a mere name.
const FEW: usize = 4;

/// Whether a topic in a section for help stands under a heading that says so: "Advice", "Need from you", but not "Worries".
fn is_needed(topic: &Topic<'_>) -> bool {
    static NEEDS: Words<'_> = Words::new(&["need", "ask", "adv"]);
    is_headed_as_ask(topic) || NEEDS.stand_in(topic.section().title())
}

/// Whether a topic is the writer's, to be talked about in a meeting that is to come: no row of a table, nor under "Her
/// topics". Where no heading says that it is to be discussed, the meeting has a day, and the topic a bullet and no box.
fn is_to_discuss(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    const THEIRS: [&str; 5] = ["her ", "his ", "their ", "your ", "questions for me"];
    let block = cx.file.tree.block(topic.item().block).kind;
    let names = |text: &str| {
        text.split_whitespace().nth(FEW).is_none()
            && text.starts_with(char::is_alphabetic)
            && !text.ends_with('!')
    };
    let is_agenda = match topic.section_kind() {
        SectionKind::Discussion => block != BlockKind::TableRow,
        _ => block == BlockKind::Item && topic.meeting().day().is_some() && cx.today().is_some(),
    };
    is_agenda
        && is_ahead(cx, topic.meeting())
        && !THEIRS.iter().any(|theirs| opens(topic.section().title(), theirs))
        && (topic.section_kind() == SectionKind::Discussion
            || names(topic.text()) && topic.tasks().next().is_none())
}

/// Whether other topics of the section say more than these bare ones: a list of nothing but names is how its writer keeps it.
fn stands_out(cx: &Context<'_>, topic: &Topic<'_>, bare: usize) -> bool {
    let section = topic.section().span;
    cx.topics_of(topic.meeting()).filter(|other| other.section().span == section).count() > bare
}

/// Names what to talk about ("comms", "let's discuss hiring") and says nothing of it.
fn is_bare(topic: &Topic<'_>) -> bool {
    let text = topic.text();
    let is_kind = match topic.kind() {
        TopicKind::BareTopic => true,
        TopicKind::Other => asks_about(text).is_some(),
        _ => false,
    };
    is_kind
        && subject(text).is_some()
        && memchr::memchr(b'\n', text.as_bytes()).is_none()
        // "Travel to Leeds, $412" says more than its name, unless advice is what is asked for.
        && (is_headed_as_ask(topic) || !text.bytes().any(|byte| byte.is_ascii_digit()))
        && (memchr::memchr(b':', text.as_bytes()).is_none() || asks_about(text).is_some())
        && !text.contains(". ")
        && Slot::ALL.iter().all(|slot| !topic.has(slot.signal()))
}

fn report(cx: &Context<'_>, topic: &Topic<'_>, out: &mut Sink<'_>) {
    let about = subject(topic.text());
    let [names, about_what, ends] = match about {
        Some(about) => ["is about `", about, "`"],
        None => ["names a topic", "", ""],
    };
    let lacks = ", but leaves out the situation, the problem and what you tried";
    let message = ["this ask ", names, about_what, ends, lacks].concat();
    let finding = out.report(topic.head(), message);
    if let Some(ask) = topic.signals().first(Signal::VagueAsk).or_else(|| topic.signals().first(Signal::Ask)) {
        finding.label(ask, "the ask");
    }
    finding.help(skeleton_help("say what is behind it:", about, &Slot::ALL));
    if let Some(edits) = skeleton_fix(cx, topic, &Slot::ALL) {
        finding.unsafe_fix("add the missing parts as bullets to fill in", edits);
    }
}

fn hint(topic: &Topic<'_>, more: usize, out: &mut Sink<'_>) {
    let name = quote(topic.text());
    let message = match more {
        0 => format!("{name} names a topic; what is the question?"),
        _ => format!("{name} and {} here name a topic; what is the question?", count(more, "more item")),
    };
    let help = skeleton_help("if you would like advice, say what is behind it:", subject(topic.text()), &Slot::ALL);
    out.hint(topic.head(), message).help(help);
}
