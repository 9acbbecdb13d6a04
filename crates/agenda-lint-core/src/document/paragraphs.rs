//! Topics told in several paragraphs, or in one with a list right below it.
//!
//! Who writes prose asks at the end of it, or at its beginning. Where it is not plain which paragraphs belong together,
//! they are one topic: judged apart, each would lack what the others say.

use std::ops::Range;

use crate::{
    syntax::{BlockKind, Tree},
    text::{SourceFile, is_one_of, trim},
};

use super::{Author, Document, Item, Section, SectionKind, plain_list};

/// A paragraph, with the list below it.
struct Told {
    items: Range<usize>,
    /// Where the list begins, if there is one.
    list: usize,
    asks: bool,
}

/// How many words a paragraph has at least that says something rather than names it.
const SENTENCE: usize = 6;

/// Nests what goes on with a topic in the paragraph that begins it; tells whether anything was.
pub(super) fn join(document: &mut Document, file: &SourceFile, tree: &Tree) -> bool {
    let sections = document.meetings.iter_mut().flat_map(|meeting| &mut meeting.sections);
    let mut joins = false;
    for section in sections.filter(|section| is_told(section.kind) && section.items.len() > 1) {
        let begins = |item: &Item| {
            item.depth == 0
                && item.author == Author::Writer
                && tree.block(item.block).kind == BlockKind::Paragraph
        };
        if section.items.iter().any(begins) {
            joins |= Reader { file, tree, section }.join();
        }
    }
    joins
}

/// Whether topics of such a section are told; updates are listed, and each stands for itself.
pub(super) fn is_told(kind: SectionKind) -> bool {
    kind.holds_topics() && kind != SectionKind::Updates
}

/// A section while its paragraphs are put together.
struct Reader<'a> {
    file: &'a SourceFile,
    tree: &'a Tree,
    section: &'a mut Section,
}

impl Reader<'_> {
    fn join(mut self) -> bool {
        let mut joins = false;
        let mut row: Vec<Told> = Vec::new();
        let mut at = 0;
        while at < self.section.items.len() {
            let end = self.end(at);
            if !self.is_prose(at) {
                match row.last_mut().filter(|_| self.is_quote(at)) {
                    Some(told) => told.items.end = end,
                    None => joins |= self.settle(&mut row),
                }
                at = end;
                continue;
            }
            if self.opens(at)
                || self.is_parted(at)
                || plain_list::is_line(self.file, self.tree, self.section.items[at].block)
            {
                joins |= self.settle(&mut row);
            }
            let listed = self.listed(at, end);
            row.push(Told { items: at..listed, list: end, asks: self.asks(at..end) });
            at = listed;
        }
        joins | self.settle(&mut row)
    }

    /// Where the topic that begins at `at` ends.
    fn end(&self, at: usize) -> usize {
        let nested = self.section.items[at + 1..].iter().take_while(|item| item.depth > 0);
        at + 1 + nested.count()
    }

    fn kind(&self, item: &Item) -> BlockKind {
        self.tree.block(item.block).kind
    }

    fn is_prose(&self, at: usize) -> bool {
        let item = &self.section.items[at];
        self.kind(item) == BlockKind::Paragraph
            && item.author == Author::Writer
            && !item.template
            && !item.quoted
    }

    fn is_quote(&self, at: usize) -> bool {
        let item = &self.section.items[at];
        self.kind(item) == BlockKind::Quote && item.author == Author::Writer
    }

    /// The paragraph's own words.
    fn words(&self, at: usize) -> &str {
        trim(self.file.slice(self.tree.block(self.section.items[at].block).span))
    }

    /// Whether a comment stands before a paragraph: what is private is parted so, and what a finding is silenced for.
    fn is_parted(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| self.section.items[before].span.end()) else {
            return false;
        };
        let start = self.section.items[at].span.start();
        before < start && self.file.text()[before..start].contains("<!--")
    }

    /// Whether a paragraph begins a topic by its form: it says its kind, opens with a name that is labelled or stressed, or
    /// only names something.
    fn opens(&self, at: usize) -> bool {
        let words = self.words(at);
        self.section.items[at].says.is_some()
            || words.starts_with(['*', '_'])
            || is_labelled(words)
            || !asks(words) && words.split_whitespace().take(SENTENCE).count() < SENTENCE
    }

    /// Where the list ends that goes on with the paragraph whose topic ends at `end`; a list that asks, or has boxes, is one of topics.
    fn listed(&self, at: usize, end: usize) -> usize {
        let item = |item: &&Item| item.depth > 0 || self.kind(item) == BlockKind::Item;
        let list = &self.section.items[end..];
        let list = &list[..list.iter().take_while(item).count()];
        let goes_on = |item: &Item| {
            item.check_box.is_none() && item.says.is_none() && !asks(self.file.slice(item.span))
        };
        let is_sentence =
            asks(self.words(at)) || self.words(at).split_whitespace().nth(SENTENCE - 1).is_some();
        if is_sentence && list.iter().all(goes_on) { end + list.len() } else { end }
    }

    fn asks(&self, items: Range<usize>) -> bool {
        self.section.items[items].iter().any(|item| asks(self.file.slice(item.span)))
    }

    /// Puts a row of paragraphs together.
    fn settle(&mut self, row: &mut Vec<Told>) -> bool {
        let row = std::mem::take(row);
        let count = row.iter().filter(|told| told.asks).count();
        let asks_at = |told: Option<&Told>| told.is_some_and(|told| told.asks);
        let (first, last) = (asks_at(row.first()), asks_at(row.last()));
        let mut joins = false;
        for (at, told) in row.iter().enumerate() {
            let begins = match () {
                () if at == 0 => true,
                // Nobody asks anything: what stands on an agenda so may be anything.
                () if count == 0 => self.section.kind == SectionKind::Discussion,
                () if count == row.len() => true,
                () if first && last => false,
                () if first => told.asks,
                () => row[at - 1].asks && row[at..].iter().any(|told| told.asks),
            };
            let nested = if begins { told.list } else { told.items.start };
            for item in &mut self.section.items[nested..told.items.end] {
                item.depth = item.depth.saturating_add(1);
                joins = true;
            }
        }
        joins
    }
}

/// Whether words open with the name of what they are about, `Rota: …`, and not with that of a part of an ask.
fn is_labelled(words: &str) -> bool {
    const PARTS: [&str; 20] = [
        "situation",
        "context",
        "background",
        "problem",
        "issue",
        "tried",
        "attempt",
        "attempts",
        "did",
        "done",
        "ask",
        "question",
        "questions",
        "options",
        "goal",
        "plan",
        "evidence",
        "proposal",
        "why",
        "now",
    ];
    let is_part = |label: &str| is_one_of(label.rsplit(' ').next().unwrap_or(label), &PARTS);
    label(words).is_some_and(|label| !is_part(label))
}

/// The label that words open with, a few of them and a colon: `KW: yes`.
pub(super) fn label(words: &str) -> Option<&str> {
    const MOST: usize = 3;
    words.split_once(": ").map(|(label, _)| label).filter(|label| label.split(' ').count() <= MOST)
}

/// Whether words end a sentence with a question mark.
fn asks(words: &str) -> bool {
    words.match_indices('?').any(|(at, _)| {
        let behind = words[at + 1..].chars().next();
        behind.is_none_or(|next| next.is_whitespace() || matches!(next, '*' | '_' | ')' | '"' | '”' | '?'))
    })
}
