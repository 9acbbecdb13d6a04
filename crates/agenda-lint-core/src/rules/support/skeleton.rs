//! The slots of a well framed ask, as help and as bullets to fill in.

use super::{newline, opens};
use crate::rules::Context;
use crate::{
    analysis::{Analysis, Topic},
    document::{Author, Item},
    language::Signal,
    syntax::BlockKind,
    text::{Edit, SourceFile, Span},
};

/// A part of a well framed ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(in crate::rules) enum Slot {
    /// When, where, with whom.
    Situation,
    /// What goes wrong.
    Problem,
    /// What was done about it so far.
    Attempt,
}

impl Slot {
    pub(in crate::rules) const ALL: [Self; 3] = [Self::Situation, Self::Problem, Self::Attempt];

    /// What is looked for.
    pub(in crate::rules) fn signal(self) -> Signal {
        match self {
            Self::Situation => Signal::Situation,
            Self::Problem => Signal::Problem,
            Self::Attempt => Signal::Attempt,
        }
    }

    /// What is missing, as a message says it.
    pub(in crate::rules) fn missing(self) -> &'static str {
        match self {
            Self::Situation => "the situation",
            Self::Problem => "the problem",
            Self::Attempt => "what you tried",
        }
    }

    /// What was recognised, as a label says it.
    pub(in crate::rules) fn found(self) -> &'static str {
        match self {
            Self::Situation => "the situation",
            Self::Problem => "the problem",
            Self::Attempt => "what was tried",
        }
    }

    /// The label of the bullet.
    fn label(self) -> &'static str {
        match self {
            Self::Situation => "Situation:",
            Self::Problem => "Problem:",
            Self::Attempt => "Tried:",
        }
    }

    /// The question that the bullet answers, in three parts.
    fn question(self, subject: Option<&str>) -> [&str; 4] {
        let about = |words| if subject.is_some() { words } else { "" };
        let subject = subject.unwrap_or_default();
        match self {
            Self::Situation if subject.is_empty() => {
                ["since when, with whom or in which case does", " ", "it", " come up?"]
            }
            Self::Situation => ["since when, with whom or in which case does", " ", subject, " come up?"],
            Self::Problem => ["what goes wrong", about(" with "), subject, ", and what does it cost you?"],
            Self::Attempt => {
                ["what have you done", about(" about "), subject, " so far, and what came of it?"]
            }
        }
    }
}

/// The slots with the question that each answers, a line each.
pub(in crate::rules) fn skeleton_help(intro: &str, subject: Option<&str>, slots: &[Slot]) -> String {
    let mut help = String::with_capacity(128 * (slots.len() + 1));
    help.push_str(intro);
    for slot in slots {
        help.extend(["\n  - ", slot.label(), " "]);
        help.extend(slot.question(subject));
    }
    help
}

/// Empty slots as bullets nested in a topic, in the style of the file. None where the topic is no
/// list item, or has these slots already.
pub(in crate::rules) fn skeleton_fix(
    cx: &Context<'_>,
    topic: &Topic<'_>,
    slots: &[Slot],
) -> Option<Vec<Edit>> {
    let file = &cx.file.file;
    // Each label ends in a colon, and few texts hold one.
    let told = Some(topic.text()).filter(|told| memchr::memchr(b':', told.as_bytes()).is_some());
    let wanted = slots.iter().filter(|slot| !told.is_some_and(|told| has_label(told, slot.label())));
    let items = topic.items();
    let [quotes, indent, bullet] = bullet_style(cx.file, items)?;
    let reply = items.iter().find(|item| item.depth == 1 && item.author != Author::Writer);
    // Bullets stand before a reply, and after everything else.
    let (at, before, after) = match reply {
        Some(reply) => (file.line_span(file.line_index(reply.span.start())).start(), "", newline(file)),
        None => (items[0].span.end(), newline(file), ""),
    };
    let mut text = String::with_capacity(slots.len() * (quotes.len() + indent.len() + bullet.len() + 12));
    for slot in wanted {
        text.extend([before, quotes, indent, bullet, slot.label(), after]);
    }
    (!text.is_empty()).then(|| vec![Edit::insert(at, text)])
}

/// Whether some line of `text` opens with the label.
fn has_label(text: &str, label: &str) -> bool {
    text.lines().any(|line| opens(line.trim_start(), label))
}

/// What stands before the words of a bullet nested in the topic, from what the line begins with to the
/// marker: that of a bullet which is there, else the topic's own, further in.
fn bullet_style<'a>(analysis: &'a Analysis, items: &[Item]) -> Option<[&'a str; 3]> {
    /// As wide as the marker of any list; of numbers it has at most nine digits.
    const BLANKS: &str = "                ";
    let file = &analysis.file;
    let is_item = |block| analysis.tree.block(block).kind == BlockKind::Item;
    // Behind a paragraph that goes on with the ask, bullets would stand apart from it.
    if items.iter().skip(1).any(|item| item.author == Author::Writer && !is_item(item.block)) {
        return None;
    }
    let nested = items.iter().find(|item| item.depth == 1 && is_item(item.block));
    if let Some((before, marker)) = nested.and_then(|item| marker(file, item.span)) {
        return Some([before, "", bullet(marker)]);
    }
    let own = items.first().filter(|item| is_item(item.block))?;
    let (before, marker) = marker(file, own.span)?;
    let indent = if marker.ends_with('\t') { "\t" } else { BLANKS.get(..marker.len()).unwrap_or(BLANKS) };
    Some([before, indent, bullet(marker)])
}

/// The marker as that of a bullet: a number becomes a dash.
fn bullet(marker: &str) -> &str {
    if marker.starts_with(['-', '*', '+']) { marker } else { "- " }
}

/// What stands on the line before a list item, and its marker with the blanks after it.
fn marker(file: &SourceFile, item: Span) -> Option<(&str, &str)> {
    let start = file.line_span(file.line_index(item.start())).start();
    let before = file.slice(Span::new(start, item.start()));
    let text = file.slice(item);
    let end = if text.starts_with(['-', '*', '+']) { 1 } else { text.find(['.', ')'])? + 1 };
    let blanks = text[end..].len() - text[end..].trim_start_matches([' ', '\t']).len();
    let blanks = if blanks > 4 { 1 } else { blanks };
    let is_plain = before.chars().all(|c| c.is_whitespace() || c == '>');
    is_plain.then(|| (before, &text[..end + blanks]))
}
