//! An item in the wrong section.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{is_ahead, newline, quote, whole_lines},
};
use crate::{
    analysis::Topic,
    diagnostic::Sink,
    document::{Section, SectionKind},
    language::{Signal, TopicKind},
    syntax::BlockKind,
    text::{Edit, Span},
};

declare_rule! {
    /// An ask for advice stands under advice, and a status line under updates.
    ///
    /// ## Why
    ///
    /// Updates are read, advice is discussed. A question among the updates is passed over when
    /// they are skimmed; news among the questions takes the time that was meant for them.
    ///
    /// `--unsafe-fixes` moves the item, where the other section is there.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// - Legal stops features that are already built since the merger although I sent them the
    ///   roadmap twice, how would you handle it?
    /// ### Advice
    /// - Please sign the travel form
    /// ```
    ///
    /// ```md,fixed
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// ### Advice
    /// - Please sign the travel form
    /// - Legal stops features that are already built since the merger although I sent them the
    ///   roadmap twice, how would you handle it?
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// - Any advice on saying no to customers?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Roll-out slipped by two weeks (O1). What is the best forum to raise this in?
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Where do you need help?
    /// - The export to the auditors is slow
    /// ```
    MisplacedItem, "misplaced-item" {
        group: Structure, severity: Info, minimal: false,
        fix: Unsafe, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for MisplacedItem {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for topic in cx.topics() {
            let Some(place) = belongs_under(cx, &topic).filter(|_| is_ahead(cx, topic.meeting())) else { continue };
            let target = topic.meeting().sections.iter().find(|section| section.named && section.kind == place);
            let (what, name) = match place {
                SectionKind::Advice => ("is a question", "Advice"),
                _ => ("is an update", "Updates"),
            };
            let finding = out.report(topic.head(), format!("this {what}, but stands under {}", quote(topic.section().title())));
            if let Some(ask) = topic.signals().first(Signal::Ask) {
                finding.label(ask, "the ask");
            }
            finding.help(format!("move it under `{}`", target.map_or(name, Section::title)));
            if let Some(edits) = target.and_then(|target| relocate(cx, &topic, target)) {
                finding.unsafe_fix("move it there", edits);
            }
        }
    }
}

/// The section that a topic belongs in, if that is plain and it stands elsewhere.
fn belongs_under(cx: &Context<'_>, topic: &Topic<'_>) -> Option<SectionKind> {
    // Where a topic stands is known; what it is must be read.
    match topic.section().kind {
        SectionKind::Updates if topic.kind() == TopicKind::Advice && is_only_a_question(cx, topic) => {
            Some(SectionKind::Advice)
        }
        SectionKind::Advice if topic.kind() == TopicKind::Update && is_headed_advice(topic.section()) => {
            Some(SectionKind::Updates)
        }
        _ => None,
    }
}

/// Whether a question is all there is: news may end in one.
fn is_only_a_question(cx: &Context<'_>, topic: &Topic<'_>) -> bool {
    const NEWS: [Signal; 4] = [Signal::Outcome, Signal::Risk, Signal::Blocker, Signal::Mitigation];
    let Some(ask) = topic.signals().first(Signal::Ask) else { return false };
    let file = &cx.file.file;
    let before = file.slice(Span::new(topic.head().start(), ask.start()));
    let asked_at_once = !before.contains(". ") && topic.items().get(1).is_none_or(|item| ask.end() <= item.span.start());
    let tells_a_deed = topic.text().split_whitespace().next().is_some_and(|word| word.ends_with("ed"));
    // "Would I mentor? → yes"
    let behind = file.slice(Span::new(ask.end(), topic.span().end().max(ask.end())));
    let is_open = !behind.contains(char::is_alphanumeric);
    let has_news = NEWS.iter().any(|&signal| topic.has(signal)) || !topic.okrs().is_empty();
    file.slice(ask).ends_with('?') && is_open && asked_at_once && !tells_a_deed && !has_news && !topic.has_links()
}

/// Under "Blockers" or "What did you struggle with?" a status line is at home.
fn is_headed_advice(section: &Section) -> bool {
    section.title().to_lowercase().contains("advice")
}

/// Moves the topic to the end of a section that ends in a list of the same kind.
fn relocate(cx: &Context<'_>, topic: &Topic<'_>, target: &Section) -> Option<Vec<Edit>> {
    let file = &cx.file.file;
    let last = target.items.iter().rfind(|item| item.depth == 0)?;
    let item = topic.items().first()?;
    let is_bullet = |block| cx.file.tree.block(block).kind == BlockKind::Item;
    let (lines, alone) = (whole_lines(file, item.span), topic.section().topics().count() == 1);
    let same_marker = file.slice(item.span).chars().next() == file.slice(last.span).chars().next();
    let same_indent = file.line_col(item.span.start()).column == file.line_col(last.span.start()).column;
    if alone || !is_bullet(item.block) || !is_bullet(last.block) || !same_marker || !same_indent {
        return None;
    }
    let text = format!("{}{}", newline(file), file.slice(lines).trim_end());
    Some(vec![Edit::insert(last.span.end(), text), Edit::delete(lines)])
}
