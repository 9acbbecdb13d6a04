//! An ask that is nothing but its topic.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{
        Ask, Slot, Words, asks_about, count, is_ahead, is_headed_as_ask, opens, quote, skeleton_fix,
        skeleton_help, subject,
    },
};
use crate::{
    analysis::{Analysis, Topic},
    diagnostic::Sink,
    document::{SectionKind, is_line},
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
        let kinds = [SectionKind::Advice, SectionKind::Discussion, SectionKind::Other];
        let mut topics = cx.topics_in(&kinds).peekable();
        while let Some(topic) = topics.next() {
            let (section, kind) = (topic.section(), topic.section_kind());
            let place = place(cx, &topic);
            let (mut bare, mut tells, mut next) = (Vec::new(), false, Some(topic));
            while let Some(topic) = next {
                match place {
                    Some(place) if is_bare(&topic) && (place == Place::Help || may_stand_alone(cx, &topic)) => {
                        bare.push(topic);
                    }
                    Some(_) => tells = tells || says_more(&topic),
                    None => {}
                }
                let is_beside = |next: &Topic<'_>| std::ptr::eq(next.section(), section) && next.section_kind() == kind;
                next = topics.next_if(is_beside);
            }
            // A list of nothing but names is how its writer keeps it. A few words tell their language by those around them.
            if let [first, others @ ..] = bare.as_slice()
                && (place == Some(Place::Help) || tells)
                && cx.is_in_english(first.meeting())
            {
                hint(first, others.len(), out);
            }
        }
    }
}

/// Where a topic may stand that says no more than its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Under a heading for help: "Advice", "Need from you", but not "Worries".
    Help,
    /// Where the writer says what is to be talked about.
    Agenda,
}

/// In which such place a topic stands, if in any: nothing under "Her topics" is the writer's.
fn place(cx: &Context<'_>, topic: &Topic<'_>) -> Option<Place> {
    static NEEDS: Words<'_> = Words::new(&["need", "needs", "ask", "asks", "adv"]);
    static OWN: Words<'_> =
        Words::new(&["me", "mine", "my", "topics", "agenda", "points", "talk", "discuss", "raise"]);
    static THEIRS: Words<'_> = Words::new(&["her", "his", "their", "your"]);
    static OF_ME: Words<'_> = Words::new(&["from me", "of me", "for me"]);
    let title = topic.section().title();
    let has = |words: &Words<'_>| title.split(|c: char| !c.is_alphabetic()).any(|word| words.hold(word));
    let is_theirs = || {
        OF_ME.any(title, |_, end| end == title.len())
            || opens(title, "asks from")
            || THEIRS.open(title, |end| title[end..].starts_with(' '))
    };
    let is_known = || topic.meeting().day().is_some() && cx.today().is_some();
    let place = match topic.section_kind() {
        SectionKind::Advice if is_headed_as_ask(topic) || has(&NEEDS) => Place::Help,
        SectionKind::Discussion if is_ahead(cx, topic.meeting()) => Place::Agenda,
        SectionKind::Other if (title.is_empty() || has(&OWN)) && is_known() && is_ahead(cx, topic.meeting()) => {
            Place::Agenda
        }
        _ => return None,
    };
    (!is_theirs()).then_some(place)
}

/// Whether a bare topic of an agenda is one to talk about: no row of a table, box, link, thanks, mood or rite, and no figure, which
/// says more than a name.
fn may_stand_alone(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    #[rustfmt::skip]
    static RITES: Words<'_> = Words::new(&[
        "aob", "check-in", "check in", "any other business", "intro", "wrap-up", "thank", "thanks",
        // How one is.
        "tired", "happy", "good", "ok", "okay", "fine", "great", "busy", "stressed", "feeling",
    ]);
    const FEW: usize = 4;
    let Analysis { file, tree, .. } = cx.file;
    let (text, block) = (topic.text(), topic.item().block);
    let kind = tree.block(block).kind;
    let is_named = topic.section_kind() == SectionKind::Discussion
        || text.split_whitespace().nth(FEW).is_none()
            && (kind == BlockKind::Item || is_line(file, tree, block))
            && topic.tasks().next().is_none();
    is_named
        && text.starts_with(char::is_alphabetic)
        && !text.ends_with('!')
        && !RITES.open(text, |_| true)
        && kind != BlockKind::TableRow
        && !topic.has_links()
}

/// Whether a topic says more than what it is about.
fn says_more(topic: &Topic<'_>) -> bool {
    const FEW: usize = 5;
    !matches!(topic.kind(), TopicKind::BareTopic | TopicKind::Nothing)
        && topic.text().split_whitespace().nth(FEW).is_some()
}

/// Names what to talk about ("comms", "let's discuss hiring") and says nothing of it.
fn is_bare(topic: &Topic<'_>) -> bool {
    static PLEAS: Words<'_> = Words::new(&["pls", "plz", "please"]);
    let text = topic.text();
    let is_kind = match topic.kind() {
        TopicKind::BareTopic => true,
        TopicKind::Other => topic.section_kind() == SectionKind::Advice && asks_about(text).is_some(),
        _ => false,
    };
    is_kind
        && subject(text).is_some()
        && !text.split(' ').any(|word| PLEAS.hold(word))
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
