//! Items: what a section is made of.

use std::borrow::Cow;

use crate::{
    syntax::{BlockId, BlockKind, Tree},
    text::{SourceFile, Span, clip},
};

use super::{
    Author, Document, Item, SectionKind,
    reply::{Signature, Voices},
    template,
};

/// Adds the items that `block` holds: itself, then what nests in it.
pub(super) fn push(
    file: &SourceFile,
    tree: &Tree,
    items: &mut Vec<Item>,
    block: BlockId,
    depth: u8,
    table_head: Option<BlockId>,
) {
    let kind = tree.block(block).kind;
    if kind == BlockKind::Quote && is_callout(file, tree, block) {
        for inner in tree.children(block) {
            match tree.block(inner).kind {
                BlockKind::List { .. } => {
                    for item in tree.children(inner) {
                        push(file, tree, items, item, depth, None);
                    }
                }
                BlockKind::Quote => push(file, tree, items, inner, depth, None),
                _ => {}
            }
        }
        return;
    }
    let words = opening(file, tree, block);
    items.push(Item {
        block,
        span: tree.block(block).span,
        depth,
        says: says(&words, tree.block(block).span, file),
        check_box: tree.check_box(block),
        author: Author::Writer,
        template: is_form(file, tree, block, table_head),
        quoted: kind == BlockKind::Quote,
        table_head,
    });
    if kind == BlockKind::Item {
        for list in
            tree.children(block).filter(|&child| matches!(tree.block(child).kind, BlockKind::List { .. }))
        {
            for item in tree.children(list) {
                push(file, tree, items, item, depth.saturating_add(1), None);
            }
        }
    }
}

/// `> [!note] …` is the writer's own box, not a quotation.
fn is_callout(file: &SourceFile, tree: &Tree, quote: BlockId) -> bool {
    file.slice(tree.block(quote).span).trim_start_matches(['>', ' ']).starts_with("[!")
}

/// Whether nothing stands there but slots.
fn is_form(file: &SourceFile, tree: &Tree, block: BlockId, table_head: Option<BlockId>) -> bool {
    if table_head.is_some() {
        let cells: Vec<&str> = tree
            .children(block)
            .map(|cell| file.slice(tree.block(cell).span))
            .filter(|text| !text.is_empty())
            .collect();
        return !cells.is_empty() && cells.iter().all(|cell| template::is_slot(cell));
    }
    let text = match tree.block(block).kind {
        BlockKind::Item => tree.children(block).next().map_or("", |first| file.slice(tree.block(first).span)),
        _ => file.slice(tree.block(block).span),
    };
    template::is_slot(text)
}

/// The first line of a block as written, without marks of emphasis.
fn opening<'a>(file: &'a SourceFile, tree: &Tree, block: BlockId) -> Cow<'a, str> {
    let first = match tree.block(block).kind {
        BlockKind::Item => tree.children(block).next(),
        _ => Some(block),
    };
    let words = first
        .filter(|&first| !tree.inlines(first).is_empty())
        .map_or("", |first| file.slice(tree.block(first).span));
    let line = words[..memchr::memchr(b'\n', words.as_bytes()).unwrap_or(words.len())].trim();
    // A signature, a label or a kind stands at the start; only there can its emphasis matter.
    let head = clip(line, 60);
    if memchr::memchr2(b'*', b'_', head.as_bytes()).is_some() {
        return Cow::Owned(without_emphasis(line));
    }
    Cow::Borrowed(line)
}

/// A line without its asterisks and without pairs of underscores.
fn without_emphasis(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = memchr::memchr2(b'*', b'_', rest.as_bytes()) {
        let doubled = rest[at..].starts_with("__");
        let kept = at + usize::from(rest.as_bytes()[at] == b'_' && !doubled);
        plain.push_str(&rest[..kept]);
        rest = &rest[at + 1 + usize::from(doubled)..];
    }
    plain + rest
}

/// The kind an item gives itself, and where it does.
fn says(words: &str, span: Span, file: &SourceFile) -> Option<(SectionKind, Span)> {
    let found = |name: &str| {
        let kind = own_kind(name)?;
        let at = file.slice(span).find(name).unwrap_or_default();
        Some((kind, Span::new(span.start() + at, span.start() + at + name.len())))
    };
    if let Some(rest) = words.strip_prefix('[') {
        return found(rest.split_once(']')?.0);
    }
    if let Some(end) = memchr::memchr(b':', clip(words, 25).as_bytes())
        && let Some(kind) = found(words[..end].trim())
    {
        return Some(kind);
    }
    memchr::memchr_iter(b'#', words.as_bytes())
        .filter(|&at| at == 0 || words.as_bytes()[at - 1] == b' ')
        .find_map(|at| {
            let tag = &words[at + 1..];
            let end = tag
                .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '/')))
                .unwrap_or(tag.len());
            found(&tag[..end])
        })
}

/// The words by which an item names its own kind.
fn own_kind(name: &str) -> Option<SectionKind> {
    const KINDS: [(SectionKind, &[&str]); 9] = [
        (SectionKind::Updates, &["update", "updates", "win", "fyi", "status update"]),
        (SectionKind::Discussion, &["discussion", "discuss"]),
        (
            SectionKind::Advice,
            &["advice", "advice needed", "ask for advice", "advice ask", "help", "help needed", "need help"],
        ),
        (SectionKind::Career, &["career", "growth", "career growth", "career development"]),
        (SectionKind::Strategy, &["strategy", "proposal", "strategic"]),
        (SectionKind::Actions, &["action", "action item", "todo", "to do", "to-do", "ai", "task"]),
        (SectionKind::Notes, &["note", "notes"]),
        (SectionKind::Decisions, &["decision", "decided"]),
        (SectionKind::Feedback, &["feedback", "kudos"]),
    ];
    let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    KINDS.iter().find(|(_, names)| is(names)).map(|(kind, _)| *kind)
}

/// Says of each nested item whether somebody else wrote it.
pub(super) fn attribute(file: &SourceFile, tree: &Tree, document: &mut Document, mut voices: Voices) {
    let meetings = document.meetings.iter_mut().flat_map(|meeting| &mut meeting.sections);
    let mut sections: Vec<_> = meetings.chain(&mut document.sections).collect();
    let nested = sections.iter().flat_map(|section| &section.items).filter(|item| item.depth > 0);
    let words: Vec<Cow<'_, str>> = nested.map(|item| opening(file, tree, item.block)).collect();
    let signed: Vec<Option<Signature<'_>>> = words.iter().map(|words| Signature::of(words)).collect();
    signed.iter().flatten().for_each(|signature| voices.hear(signature));
    let mut signed = signed.iter();
    for section in &mut sections {
        let mut answer: Option<(u8, Box<str>)> = None;
        for item in &mut section.items {
            if answer.as_ref().is_some_and(|(depth, _)| item.depth <= *depth) {
                answer = None;
            }
            if item.depth == 0 {
                continue;
            }
            if let Some(signature) = signed.next().and_then(Option::as_ref) {
                if let Some(name) = voices.reply(signature) {
                    answer = Some((item.depth, name.into()));
                } else if voices.is_writer(signature) {
                    answer = None;
                }
            }
            if let Some((_, name)) = &answer {
                item.author = Author::Reply(name.clone());
            }
        }
    }
}
