//! Items: what a section is made of.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    syntax::{Block, BlockId, BlockKind, CheckBox, Inline, InlineKind, Tree},
    text::{SourceFile, first_line, is_one_of, trim},
};

use super::{
    Author, Document, Item, Meeting, People, SectionKind,
    answer::answers,
    own_kind,
    reply::Voices,
    signature::{self, Signature},
    template,
};

/// A document while its items are read.
pub(super) struct Reader<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) tree: &'a Tree,
    /// Whether a `#` stands anywhere but at the start of a line.
    may_hold_tags: bool,
    /// The task boxes that are still to come.
    boxes: &'a [(BlockId, CheckBox)],
    /// The nested items that may be signed, in source order.
    signed: Vec<BlockId>,
    /// What each of them is signed with.
    signatures: Vec<Signature<'a>>,
}

/// The first line of an item.
#[derive(Default)]
struct Line<'a> {
    /// All that is written in the block that the line begins.
    written: &'a str,
    /// The line's words.
    words: Cow<'a, str>,
    /// Where the first colon stands in the words, if it may part a label from the rest.
    colon: Option<usize>,
}

impl Line<'_> {
    /// Whether nothing but slots is written there.
    fn is_slot(&self) -> bool {
        if self.words.len() == self.written.len() {
            template::is_slot_parted(&self.words, self.colon)
        } else {
            template::is_slot(self.written)
        }
    }
}

/// How many bytes at the start of a line are looked at for emphasis that can matter to a signature, a label or a
/// kind.
const HEAD: usize = 60;

/// How many lines that may be signed most notes do not exceed.
const USUAL_SIGNED: usize = 16;

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a SourceFile, tree: &'a Tree) -> Self {
        let may_hold_tags = own_kind::may_hold_tags(file.text().as_bytes());
        let boxes = tree.check_boxes();
        let (signed, signatures) = (Vec::with_capacity(USUAL_SIGNED), Vec::with_capacity(USUAL_SIGNED));
        Self { file, tree, may_hold_tags, boxes, signed, signatures }
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
        if kind == BlockKind::Quote && is_own_box(file.slice(span)) {
            return self.callout(items, block, depth);
        }
        let is_item = kind == BlockKind::Item;
        let first = if is_item { tree.children(block).next() } else { Some(block) };
        let line = first.map(|first| self.line(first)).unwrap_or_default();
        items.push(Item {
            block,
            span,
            depth,
            says: own_kind::find(file, span, (&line.words, line.colon), self.may_hold_tags),
            check_box: self.check_box(block),
            author: Author::Writer,
            template: table_head.map_or_else(
                || line.is_slot() && !self.is_headline(block, &line),
                |_| is_row_of_slots(file, tree, block),
            ),
            quoted: kind == BlockKind::Quote || self.is_prompt(block, &line),
            table_head,
        });
        // An answer below the topics may be a paragraph or, behind initials, a bullet of its own.
        let opens_with_initials =
            || line.colon.is_some_and(|colon| signature::is_initials(&line.words[..colon]));
        if (depth > 0 || kind == BlockKind::Paragraph || opens_with_initials())
            && let Some(signature) = Signature::of(line.words, depth > 0)
        {
            self.signed.push(block);
            self.signatures.push(signature);
        }
        if is_item {
            for list in tree.children(block).filter(|&child| tree.is_list(child)) {
                for item in tree.children(list) {
                    self.push(items, item, depth.saturating_add(1), None);
                }
            }
        }
    }

    /// Whether a line is a word above others, as `todo` may be, and no slot.
    fn is_headline(&self, block: BlockId, line: &Line<'_>) -> bool {
        let plain = line.words.bytes().all(|byte| byte.is_ascii_alphabetic());
        plain && self.tree.children(block).any(|child| self.tree.is_list(child))
    }

    /// Whether an item explains to whoever fills in the form what belongs below: a paragraph all in italics, `*What
    /// have you tried?*`, with something behind it.
    pub(super) fn is_hint(&self, item: &Item) -> bool {
        self.is_slanted(item.block)
    }

    /// Whether a paragraph is all in italics.
    fn is_slanted(&self, block: BlockId) -> bool {
        self.tree.is_wholly(block, [InlineKind::EmphasisStart, InlineKind::EmphasisEnd])
            && self.tree.block(block).kind == BlockKind::Paragraph
    }

    /// Whether a line asks whoever fills in the form: `_What feedback do you have?_` are not the writer's words.
    fn is_prompt(&self, block: BlockId, line: &Line<'_>) -> bool {
        let addresses =
            || ["your ", "do you ", "did you ", "have you "].iter().any(|you| line.words.contains(you));
        line.words.ends_with('?') && self.is_slanted(block) && addresses()
    }

    /// The first line of the item that begins with `block`.
    fn line(&self, block: BlockId) -> Line<'a> {
        let written = self.file.slice(self.tree.block(block).span);
        let line = match self.tree.inlines(block) {
            [] => return Line { written, ..Line::default() },
            // A line end would be a piece of its own.
            [Inline { kind: InlineKind::Text, .. }] => trim(written),
            _ => trim(first_line(written)),
        };
        // Of most lines, the first of these marks tells all there is to know.
        let bytes = line.as_bytes();
        let first = memchr::memchr3(b':', b'*', b'_', bytes);
        let behind = |at: usize| memchr::memchr2(b'*', b'_', &bytes[at..]).map(|mark| at + mark);
        let (colon, emphasis) = match first {
            // Emphasis behind the first colon hides nothing but tags.
            Some(at) if bytes[at] == b':' => {
                let may_hide = self.may_hold_tags || line.starts_with(['[', '#']);
                (first, if may_hide { behind(at) } else { None })
            }
            _ => (None, first),
        };
        if emphasis.is_some_and(|at| at < HEAD) {
            let words = without_emphasis(line);
            return Line { written, colon: memchr::memchr(b':', words.as_bytes()), words: Cow::Owned(words) };
        }
        let colon = colon.or_else(|| first.and_then(|_| memchr::memchr(b':', bytes)));
        Line { written, colon, words: Cow::Borrowed(line) }
    }

    /// The task box of the next item, or line: they are read in the order in which they stand.
    fn check_box(&mut self, item: BlockId) -> Option<CheckBox> {
        while let [(at, found), rest @ ..] = self.boxes
            && *at <= item
        {
            self.boxes = rest;
            if *at == item {
                return Some(*found);
            }
        }
        None
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

    /// Who the nested lines are signed by that may be signed.
    pub(super) fn signers(&self) -> impl Iterator<Item = &str> {
        self.signatures.iter().map(Signature::name)
    }

    /// Who a nested item may be signed by.
    pub(super) fn signed_by(&self, item: BlockId) -> Option<&str> {
        self.signed.binary_search(&item).ok().map(|at| self.signatures[at].name())
    }

    /// What is written in an item behind its bullet.
    pub(super) fn unmarked(&self, item: &Item) -> &'a str {
        let text = self.file.slice(item.span);
        let is_marker = |byte: &u8| matches!(byte, b'-' | b'*' | b'+' | b' ' | b'\t');
        &text[text.bytes().take_while(is_marker).count()..]
    }

    /// The signatures that mostly stand right behind a line without one, as answers do; labels follow each other.
    fn answering(&self, meetings: &[Meeting]) -> FxHashSet<&str> {
        let mut behind: FxHashMap<&str, i32> = FxHashMap::default();
        for section in meetings.iter().flat_map(|meeting| &meeting.sections) {
            let mut may_answer = false;
            for item in section.items.iter().filter(|item| item.depth == 0) {
                let signed = self.signed_by(item.block);
                if let Some(name) = signed {
                    *behind.entry(name).or_default() += if may_answer { 1 } else { -1 };
                }
                may_answer = signed.is_none();
            }
        }
        behind.into_iter().filter(|(_, balance)| *balance > 0).map(|(name, _)| name).collect()
    }

    /// Says of each nested item whether somebody else than the writer wrote it.
    /// `titled` is whom the title names besides the writer.
    pub(super) fn attribute(&self, document: &mut Document, people: &People, titled: &[&str]) {
        if self.signed.is_empty() {
            return;
        }
        let Document { front_matter, meetings, sections, .. } = document;
        // Only whom the title names may be known by it.
        let answering = if titled.is_empty() { FxHashSet::default() } else { self.answering(meetings) };
        let voices = Voices::new(people, front_matter, titled, &self.signatures, &answering);
        // Who answers here may leave the name out: `Yes, book it.`
        let Some(someone) = self.signatures.iter().find_map(|signature| voices.reply(signature)) else {
            return;
        };
        for section in meetings.iter_mut().flat_map(|meeting| &mut meeting.sections).chain(sections) {
            let mut answer: Option<(u8, &str)> = None;
            // Among actions, a name says who is to do it.
            let may_answer = section.kind != SectionKind::Actions;
            for item in &mut section.items {
                if answer.is_some_and(|(depth, _)| item.depth <= depth) {
                    answer = None;
                }
                if item.depth == 0 && !may_answer {
                    continue;
                }
                if let Ok(at) = self.signed.binary_search(&item.block) {
                    let signature = &self.signatures[at];
                    if let Some(name) = voices.reply(signature) {
                        answer = Some((item.depth, name));
                    } else if voices.is_writer(signature) {
                        answer = None;
                    }
                }
                if answer.is_none() && item.depth > 0 && answers(self.unmarked(item)) {
                    answer = Some((item.depth, someone));
                }
                if let Some((_, name)) = answer {
                    item.author = Author::Reply(name.into());
                }
            }
        }
    }
}

/// `> [!note] …` is the writer's own box, not a quotation; but `> [!quote] Kate added` says that it is one.
fn is_own_box(quote: &str) -> bool {
    let name = quote.trim_start_matches(['>', ' ']).strip_prefix("[!");
    let quotes = |(kind, _): (&str, &str)| is_one_of(kind, &["quote", "cite"]);
    name.is_some_and(|name| !name.split_once([']', '|']).is_some_and(quotes))
}

/// Whether nothing stands in a row of a table but slots.
fn is_row_of_slots(file: &SourceFile, tree: &Tree, row: BlockId) -> bool {
    let cells = tree.children(row).map(|cell| file.slice(tree.block(cell).span));
    let mut cells = cells.filter(|text| !text.is_empty()).peekable();
    cells.peek().is_some() && cells.all(template::is_slot)
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
