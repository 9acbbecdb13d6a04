//! What may be written next: sections, goals, owners, and the names of rules.

use std::collections::BTreeSet;

use agenda_lint_core::{
    analysis::{Analysis, Topic},
    diagnostic::Severity,
    rules::{RULES, RuleMeta},
    text::{Span, clip},
};
use gen_lsp_types::{CompletionItem, CompletionItemKind, Documentation, MarkupContent, MarkupKind, TextEdit};

use crate::{convert::Lines, hover::documentation, library::Reading};

/// What an editor is to ask for without being told.
pub(crate) const TRIGGER: &str = "@";

/// The sections of a meeting, as the template names them.
const SECTIONS: [&str; 9] = [
    "Updates",
    "Discussion",
    "Advice",
    "Career",
    "Strategy",
    "Action items",
    "Notes",
    "Decisions",
    "Feedback",
];

/// The comments that silence rules.
const COMMENTS: [&str; 5] = ["disable-next-line", "disable-line", "disable-file", "disable", "enable"];

/// The keys of front matter that name people.
const PEOPLE: [&str; 5] = ["report", "manager", "with", "attendees", "participants"];

/// Something that may be written.
struct Offer {
    label: String,
    detail: String,
    kind: CompletionItemKind,
    documentation: Option<String>,
}

impl Offer {
    fn new(label: impl Into<String>, detail: impl Into<String>, kind: CompletionItemKind) -> Self {
        Self { label: label.into(), detail: detail.into(), kind, documentation: None }
    }

    fn rule(rule: &RuleMeta) -> Self {
        let documentation = Some(documentation(rule));
        Self { documentation, ..Self::new(rule.name, rule.summary(), CompletionItemKind::EnumMember) }
    }
}

/// What may be written in a note at byte `offset`.
pub(crate) fn in_note(reading: Reading<'_>, lines: Lines<'_>, offset: usize) -> Vec<CompletionItem> {
    let analysis = reading.analysis();
    let before = before(&analysis.file, offset);
    let (offers, typed) = if let Some(comment) = open_comment(before) {
        in_comment(comment)
    } else if let Some(name) = heading(before) {
        (sections(reading), name)
    } else if let Some((_, name)) = before.rsplit_once('@').filter(|(_, name)| is_word(name)) {
        (owners(analysis), name)
    } else {
        let word = before.rsplit([' ', '\t', '(', '[', ',']).next().unwrap_or(before);
        if is_word(word) && !before.trim().is_empty() {
            (goals(analysis, word), word)
        } else {
            (Vec::new(), "")
        }
    };
    items(offers, lines, Span::new(offset - typed.len(), offset))
}

/// What may be written in a config at byte `offset`: under `rules:`, the names of rules and their
/// levels.
pub(crate) fn in_config(text: &str, lines: Lines<'_>, offset: usize) -> Vec<CompletionItem> {
    let before = clip(text, offset);
    let line = before.rsplit('\n').next().unwrap_or(before);
    let indent = line.len() - line.trim_start().len();
    let is_open = |above: &&str| !above.trim().is_empty() && above.len() - above.trim_start().len() < indent;
    let parent = before.lines().rev().skip(1).find(is_open).map(str::trim);
    if parent != Some("rules:") {
        return Vec::new();
    }
    let (offers, typed) = match line.split_once(':') {
        Some((_, level)) => (levels(), level.trim_start()),
        None => (RULES.iter().map(|rule| Offer::rule(rule)).collect(), line.trim_start()),
    };
    items(offers, lines, Span::new(before.len() - typed.len(), before.len()))
}

fn before(file: &agenda_lint_core::text::SourceFile, offset: usize) -> &str {
    let start = file.line_span(file.line_index(offset)).start();
    file.slice(Span::new(start, offset))
}

/// What stands behind the beginning of a comment of ours that is not closed yet.
fn open_comment(before: &str) -> Option<&str> {
    let (_, comment) = before.rsplit_once("<!--")?;
    let comment = comment.trim_start();
    (!comment.contains("-->") && (comment.starts_with("agenda-lint-") || "agenda-lint-".starts_with(comment)))
        .then_some(comment)
}

fn in_comment(comment: &str) -> (Vec<Offer>, &str) {
    let typed = comment.rsplit([' ', ',']).next().unwrap_or(comment);
    if comment.contains(" -- ") {
        return (Vec::new(), "");
    }
    if typed.len() < comment.len() {
        return (RULES.iter().map(|rule| Offer::rule(rule)).collect(), typed);
    }
    let verbs = COMMENTS
        .iter()
        .map(|verb| Offer::new(format!("agenda-lint-{verb}"), "silences rules", CompletionItemKind::Keyword));
    (verbs.collect(), typed)
}

/// The words of a heading that is being written.
fn heading(before: &str) -> Option<&str> {
    let words = before.trim_start().trim_start_matches('#');
    let marks = before.trim_start().len() - words.len();
    ((1..=6).contains(&marks) && words.starts_with(' ')).then(|| words.trim_start())
}

fn sections(reading: Reading<'_>) -> Vec<Offer> {
    let added = reading.project.loaded.config.sections.iter().flat_map(|(kind, names)| {
        names.iter().map(|name| Offer::new(name, kind.name(), CompletionItemKind::Module))
    });
    let built_in = SECTIONS.iter().map(|name| Offer::new(*name, "section", CompletionItemKind::Module));
    added.chain(built_in).collect()
}

/// The goals that are known and whose ids begin like `typed`.
fn goals(analysis: &Analysis, typed: &str) -> Vec<Offer> {
    let mut offers = Vec::new();
    for objective in analysis.okrs().objectives() {
        let offer = |id: String, title: &str| Offer::new(id, title, CompletionItemKind::Reference);
        offers.push(offer(objective.id.clone(), &objective.title));
        for key_result in &objective.key_results {
            offers.push(offer(format!("{}.{}", objective.id, key_result.id), &key_result.title));
        }
    }
    let typed = typed.to_lowercase();
    offers.retain(|offer| offer.label.to_lowercase().starts_with(&typed));
    offers
}

/// The people that the config, the front matter and the tasks of the note name.
fn owners(analysis: &Analysis) -> Vec<Offer> {
    let people = &analysis.knowledge().conventions.people;
    let known = people.report.iter().chain(&people.manager).chain(&people.others).cloned();
    let front_matter = &analysis.document.front_matter;
    let listed = PEOPLE.iter().flat_map(|key| front_matter.values(key)).map(str::to_owned);
    let tasks = analysis.topics().flat_map(Topic::tasks);
    let owners = tasks.filter_map(|(_, action)| action.owner.as_ref().map(|(name, _)| name.clone()));
    let first = |name: String| name.split_whitespace().next().map(str::to_lowercase);
    let names: BTreeSet<String> = known.chain(listed).chain(owners).filter_map(first).collect();
    names.into_iter().map(|name| Offer::new(name, "owner", CompletionItemKind::Text)).collect()
}

fn levels() -> Vec<Offer> {
    let severities = [Severity::Error, Severity::Warning, Severity::Info].map(Severity::name);
    let names = severities.into_iter().chain(["off"]);
    names.map(|name| Offer::new(name, "level", CompletionItemKind::Value)).collect()
}

fn is_word(text: &str) -> bool {
    text.len() <= 64 && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
}

fn items(offers: Vec<Offer>, lines: Lines<'_>, typed: Span) -> Vec<CompletionItem> {
    let range = lines.range(typed);
    let item = |(at, offer): (usize, Offer)| {
        let documentation = offer
            .documentation
            .map(|value| Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value }));
        let is_goal = offer.kind == CompletionItemKind::Reference;
        CompletionItem {
            // A goal is found by the words of its title, too.
            filter_text: is_goal.then(|| format!("{} {}", offer.label, offer.detail)),
            text_edit: Some(TextEdit { range, new_text: offer.label.clone() }.into()),
            sort_text: Some(format!("{at:04}")),
            label: offer.label,
            detail: Some(offer.detail),
            kind: Some(offer.kind),
            documentation,
            ..CompletionItem::default()
        }
    };
    offers.into_iter().enumerate().map(item).collect()
}
