//! A slot of the form that nobody filled in.

use super::{
    Context, Rule,
    declare::declare_rule,
    support::{count, quote},
};
use crate::{
    diagnostic::Sink,
    document::{Item, Section, template},
    syntax::BlockKind,
    text::Span,
};

declare_rule! {
    /// The agenda of a meeting has no slots of the template left to fill in.
    ///
    /// ## Why
    ///
    /// `[Topic]`, `{{date}}` and "Replace this text" tell a reader that the agenda is not ready.
    /// Fill them in, or take them out.
    ///
    /// A block that is headed *Template* is a form, and stays as it is. There is one finding a section.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - [Topic]
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    /// - Next review on YYYY-MM-DD
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - [Sign-ups](https://example.com/sign-ups) rose to 44 a week
    /// - [x] Roadmap [draft] sent
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose to 44 a week
    ///
    /// ## Template
    /// ### Updates
    /// - [Topic]
    /// ```
    LeftoverTemplate, "leftover-template" {
        group: Structure, severity: Warning, minimal: true,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
}

impl Rule for LeftoverTemplate {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        for meeting in cx.agenda() {
            let may_hold = template::may_hold_slot(cx.file.file.slice(meeting.span));
            let sections = meeting.sections.iter().filter(|section| !section.template);
            sections.for_each(|section| check(cx, section, may_hold, out));
        }
    }
}

/// Looks for slots in a section; `may_hold` says whether any can stand inside of words.
fn check(cx: &Context<'_>, section: &Section, may_hold: bool, out: &mut Sink<'_>) {
            let items = section.items.iter().enumerate().filter(|(_, item)| may_hold || item.template);
            let mut slots = items.filter_map(|(index, item)| {
                let own = own_words(cx, item, section.items.get(index + 1));
                slot(cx.file.file.slice(own), own, item)
            });
            let Some(first) = slots.next() else { return };
            let more: Vec<Span> = slots.collect();
            let named = quote(cx.file.file.slice(first));
            let message = match more.len() {
                0 => format!("{named} is still to be filled in"),
                more => format!("{named} and {} here are still to be filled in", count(more, "more slot")),
            };
            let finding = out.report(first, message);
            for slot in more {
                finding.label(slot, "this too");
            }
            finding.help("write what belongs there, or take it out");
}

/// What an item holds before what nests in it, without its marker.
fn own_words(cx: &Context<'_>, item: &Item, next: Option<&Item>) -> Span {
    let tree = &cx.file.tree;
    let words = match tree.block(item.block).kind {
        BlockKind::Item => tree.children(item.block).next().unwrap_or(item.block),
        _ => item.block,
    };
    let end = next.map(|next| next.span.start()).filter(|&start| start < item.span.end());
    let span = tree.block(words).span;
    Span::new(span.start(), end.unwrap_or(item.span.end()).min(span.end()))
}

/// The slot that an item is or holds.
fn slot(text: &str, own: Span, item: &Item) -> Option<Span> {
    if item.template {
        return Some(own);
    }
    let found = template::find_slot(text).filter(|_| !text.contains('`'))?;
    Some(Span::new(own.start() + found.start, own.start() + found.end))
}
