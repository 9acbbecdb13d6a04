//! Items: what a section is made of.

use std::borrow::Cow;

use crate::{
    syntax::{Block, BlockId, BlockKind, Inline, InlineKind, Tree},
    text::{SourceFile, Span, first_line, trim},
};

use super::{
    Author, Document, Item, People, SectionKind,
    reply::{Signature, Voices},
    template,
};

/// A document while its items are read.
pub(super) struct Reader<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) tree: &'a Tree,
    /// Whether a `#` stands anywhere but at the start of a line.
    may_hold_tags: bool,
    /// What nested items are signed with, in source order.
    signed: Vec<(BlockId, Signature<'a>)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a SourceFile, tree: &'a Tree) -> Self {
        let text = file.text().as_bytes();
        let is_tag = |at: usize| at > 0 && !matches!(text[at - 1], b'\n' | b'#');
        let may_hold_tags = memchr::memchr_iter(b'#', text).any(is_tag);
        Self { file, tree, may_hold_tags, signed: Vec::new() }
    }

    /// Adds the items that `block` holds: itself, then what nests in it.
    pub(super) fn push(
        &mut self,
        items: &mut Vec<Item>,
        block: BlockId,
        depth: u8,
        table_head: Option<BlockId>,
    ) {
        let (file, tree) = (self.file, self.tree);
        let &Block { kind, span, .. } = tree.block(block);
        if kind == BlockKind::Quote && is_callout(file.slice(span)) {
            return self.callout(items, block, depth);
        }
        let is_item = kind == BlockKind::Item;
        let first = if is_item { tree.children(block).next() } else { Some(block) };
        let written = first.map_or("", |first| file.slice(tree.block(first).span));
        let words = match first.map(|first| tree.inlines(first)) {
            None | Some([]) => Cow::Borrowed(""),
            // A line end would be a piece of its own.
            Some([Inline { kind: InlineKind::Text, .. }]) => without_emphasis(trim(written)),
            Some(_) => without_emphasis(trim(first_line(written))),
        };
        items.push(Item {
            block,
            span,
            depth,
            says: self.says(&words, span),
            check_box: if is_item { tree.check_box(block) } else { None },
            author: Author::Writer,
            template: table_head
                .map_or_else(|| template::is_slot(written), |_| is_row_of_slots(file, tree, block)),
            quoted: kind == BlockKind::Quote,
            table_head,
        });
        if depth > 0
            && let Some(signature) = Signature::of(words)
        {
            self.signed.push((block, signature));
        }
        if is_item {
            for list in tree.children(block).filter(|&child| is_list(tree, child)) {
                for item in tree.children(list) {
                    self.push(items, item, depth.saturating_add(1), None);
                }
            }
        }
    }

    /// Adds the items that stand in a callout.
    fn callout(&mut self, items: &mut Vec<Item>, block: BlockId, depth: u8) {
        let tree = self.tree;
        for inner in tree.children(block) {
            match tree.block(inner).kind {
                BlockKind::List { .. } => {
                    tree.children(inner).for_each(|item| self.push(items, item, depth, None));
                }
                BlockKind::Quote => self.push(items, inner, depth, None),
                _ => {}
            }
        }
    }

    /// The kind an item gives itself, and where it does.
    fn says(&self, words: &str, span: Span) -> Option<(SectionKind, Span)> {
        let found = |name: &str| {
            let kind = own_kind(name)?;
            let at = self.file.slice(span).find(name).unwrap_or_default();
            Some((kind, Span::new(span.start() + at, span.start() + at + name.len())))
        };
        if let Some(rest) = words.strip_prefix('[') {
            return found(rest.split_once(']')?.0);
        }
        if let Some(end) = memchr::memchr(b':', &words.as_bytes()[..words.len().min(25)])
            && let Some(kind) = found(words[..end].trim())
        {
            return Some(kind);
        }
        if !self.may_hold_tags && !words.starts_with('#') {
            return None;
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

    /// Says of each nested item whether somebody else than the writer wrote it.
    pub(super) fn attribute(&self, document: &mut Document, people: &People) {
        if self.signed.is_empty() {
            return;
        }
        let mut voices = Voices::new(people, &document.front_matter);
        self.signed.iter().for_each(|(_, signature)| voices.hear(signature));
        let meetings = document.meetings.iter_mut().flat_map(|meeting| &mut meeting.sections);
        for section in meetings.chain(&mut document.sections) {
            let mut answer: Option<(u8, &str)> = None;
            for item in &mut section.items {
                if answer.is_some_and(|(depth, _)| item.depth <= depth) {
                    answer = None;
                }
                if item.depth == 0 {
                    continue;
                }
                if let Ok(at) = self.signed.binary_search_by_key(&item.block, |(block, _)| *block) {
                    let signature = &self.signed[at].1;
                    if let Some(name) = voices.reply(signature) {
                        answer = Some((item.depth, name));
                    } else if voices.is_writer(signature) {
                        answer = None;
                    }
                }
                if let Some((_, name)) = answer {
                    item.author = Author::Reply(name.into());
                }
            }
        }
    }
}

fn is_list(tree: &Tree, block: BlockId) -> bool {
    matches!(tree.block(block).kind, BlockKind::List { .. })
}

/// `> [!note] …` is the writer's own box, not a quotation.
fn is_callout(quote: &str) -> bool {
    quote.trim_start_matches(['>', ' ']).starts_with("[!")
}

/// Whether nothing stands in a row of a table but slots.
fn is_row_of_slots(file: &SourceFile, tree: &Tree, row: BlockId) -> bool {
    let cells = tree.children(row).map(|cell| file.slice(tree.block(cell).span));
    let mut cells = cells.filter(|text| !text.is_empty()).peekable();
    cells.peek().is_some() && cells.all(template::is_slot)
}

/// A line without its asterisks and without pairs of underscores, if any stand near its start: only
/// there can they matter to a signature, a label or a kind.
fn without_emphasis(line: &str) -> Cow<'_, str> {
    let head = &line.as_bytes()[..line.len().min(60)];
    if memchr::memchr2(b'*', b'_', head).is_none() {
        return Cow::Borrowed(line);
    }
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = memchr::memchr2(b'*', b'_', rest.as_bytes()) {
        let doubled = rest[at..].starts_with("__");
        let kept = at + usize::from(rest.as_bytes()[at] == b'_' && !doubled);
        plain.push_str(&rest[..kept]);
        rest = &rest[at + 1 + usize::from(doubled)..];
    }
    Cow::Owned(plain + rest)
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
