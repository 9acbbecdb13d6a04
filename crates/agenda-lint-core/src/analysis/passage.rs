//! The words of items, as the reader of English is given them.

use std::{borrow::Cow, ops::Range};

use crate::{
    document::{Author, Item, Meeting, Section, SectionKind},
    language::{Line, Passage},
    syntax::{BlockId, BlockKind, Prose, Tree},
    text::{SourceFile, Span},
};

/// The words of all topics of a meeting, replies left out, one after the other in one text.
#[derive(Debug)]
pub(super) struct Words {
    prose: Prose,
    /// The lines of all topics. Their ranges, and those of `opaque`, count from the topic's first byte.
    lines: Vec<Line>,
    opaque: Vec<Range<usize>>,
    /// Where in the prose the first line of each item stands; nowhere for a reply.
    first_lines: Vec<Range<usize>>,
    topics: Vec<Part>,
}

/// What of a meeting's words is one topic's.
#[derive(Debug)]
struct Part {
    text: Range<usize>,
    pieces: Range<usize>,
    lines: Range<usize>,
    opaque: Range<usize>,
    /// The place of its first item among those of the meeting.
    item: usize,
}

impl Words {
    /// The words of a meeting.
    pub(super) fn of(file: &SourceFile, tree: &Tree, meeting: &Meeting) -> Self {
        let items = meeting.sections.iter().map(|section| section.items.len()).sum();
        let mut words = Self {
            prose: Prose::with_room(meeting.span.len()),
            lines: Vec::with_capacity(items),
            opaque: Vec::new(),
            first_lines: Vec::with_capacity(items),
            topics: Vec::with_capacity(items),
        };
        for topic in meeting.sections.iter().flat_map(Section::topics) {
            words.push(file, tree, topic);
        }
        words.find_opaque();
        words
    }

    /// Gives each topic what of its words is no English.
    fn find_opaque(&mut self) {
        self.opaque = self.prose.opaque();
        for (place, range) in self.opaque.iter_mut().enumerate() {
            let topic = self.topics.partition_point(|topic| topic.text.end <= range.start);
            let Some(Part { text, opaque, .. }) = self.topics.get_mut(topic) else { return };
            *range = range.start.saturating_sub(text.start)..range.end.saturating_sub(text.start);
            if opaque.end == 0 {
                opaque.start = place;
            }
            opaque.end = place + 1;
        }
    }

    /// The words of one of the topics, by its place among them.
    pub(super) fn topic(&self, place: usize) -> TopicWords<'_> {
        TopicWords { words: self, part: &self.topics[place] }
    }

    fn push(&mut self, file: &SourceFile, tree: &Tree, topic: &[Item]) {
        let (lines, pieces, item) = (self.lines.len(), self.prose.pieces(), self.first_lines.len());
        let mut start = self.prose.text().len();
        for item in topic {
            let mut first_line = None;
            let push = |block: BlockId, quoted: bool| {
                let is_empty = start == self.prose.text().len();
                let mut range = self.prose.push(file, tree, block);
                // "tues 17 feb" on the line above heads the meeting.
                if item.span.start() > tree.block(block).span.start() && block == item.block {
                    let line = memchr::memchr(b'\n', self.prose.text()[range.clone()].as_bytes());
                    range.start += line.map_or(0, |line| line + 1);
                }
                if is_empty {
                    start = range.start; // what parts it from the topic before is not its own
                }
                first_line.get_or_insert_with(|| range.clone());
                let mut own = range.start - start..range.end - start;
                if let Some((SectionKind::Advice, name)) = item.says
                    && self.lines.len() == lines
                {
                    own.start += kind_prefix(&self.prose.text()[range], file.slice(name));
                }
                self.lines.push(Line { range: own, depth: item.depth, quoted });
            };
            if item.author == Author::Writer {
                each_line(tree, item, push);
            }
            self.first_lines.push(first_line.unwrap_or_default());
        }
        self.topics.push(Part {
            text: start..self.prose.text().len(),
            pieces: pieces..self.prose.pieces(),
            lines: lines..self.lines.len(),
            opaque: 0..0,
            item,
        });
    }
}

/// The words of one topic with what nests in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct TopicWords<'a> {
    words: &'a Words,
    part: &'a Part,
}

impl<'a> TopicWords<'a> {
    /// The words alone.
    pub(super) fn text(self) -> &'a str {
        &self.words.prose.text()[self.part.text.clone()]
    }

    /// The ranges of the text that are code or a bare address.
    pub(super) fn opaque(self) -> &'a [Range<usize>] {
        &self.words.opaque[self.part.opaque.clone()]
    }

    /// The words as the reader of English is given them.
    pub(super) fn passage(self) -> Passage<'a> {
        let lines = &self.words.lines[self.part.lines.clone()];
        Passage { text: self.text(), lines, opaque: self.opaque() }
    }

    /// Where a range of the text was written.
    pub(super) fn span(self, range: Range<usize>) -> Span {
        let start = self.part.text.start;
        self.words.prose.span_in(self.part.pieces.clone(), start + range.start..start + range.end)
    }

    /// The first line of one of the topic's items, which is no reply: a range of a text that holds it.
    pub(super) fn first_line(self, item: usize) -> (&'a Prose, Range<usize>) {
        (&self.words.prose, self.words.first_lines[self.part.item + item].clone())
    }
}

/// The words of one item without what nests in it.
pub(super) fn of_item(file: &SourceFile, tree: &Tree, item: &Item) -> Prose {
    let mut prose = Prose::with_room(item.span.len() + 1);
    each_line(tree, item, |block, _| {
        prose.push(file, tree, block);
    });
    prose
}

/// The same words without their places: of most items, as they are written.
pub(super) fn words_of_item<'f>(file: &'f SourceFile, tree: &Tree, item: &Item) -> Cow<'f, str> {
    let (mut first, mut is_one) = (None, true);
    each_line(tree, item, |block, _| {
        is_one = first.is_none();
        first = first.or(Some(block));
    });
    match first {
        None => Cow::Borrowed(""),
        Some(block) if is_one => Prose::words(file, tree, block),
        Some(_) => Cow::Owned(of_item(file, tree, item).text().to_owned()),
    }
}

/// The first line of an item.
pub(super) fn first_line(file: &SourceFile, tree: &Tree, item: &Item) -> Prose {
    let mut first = None;
    each_line(tree, item, |block, _| first = first.or(Some(block)));
    first.map_or_else(Prose::default, |block| Prose::of(file, tree, block))
}

/// How many bytes `Advice: `, `[advice] ` or `ADVICE ` takes: it says where the topic belongs, and nothing of it.
fn kind_prefix(line: &str, name: &str) -> usize {
    let tagged = || line.strip_prefix('[')?.strip_prefix(name)?.strip_prefix(']');
    let capitals = || line.strip_prefix(name).filter(|_| name.bytes().all(|byte| byte.is_ascii_uppercase()));
    let labelled = || line.strip_prefix(name).and_then(|rest| rest.trim_start().strip_prefix(':'));
    let rest = labelled().or_else(tagged).or_else(capitals);
    rest.map_or(0, |rest| line.len() - rest.trim_start().len())
}

/// Calls `line` with each block of an item that holds words, and whether it is quoted.
fn each_line(tree: &Tree, item: &Item, mut line: impl FnMut(BlockId, bool)) {
    let mut line = |block: BlockId, quoted: bool| {
        if !tree.inlines(block).is_empty() {
            line(block, quoted);
        }
    };
    match tree.block(item.block).kind {
        BlockKind::Item | BlockKind::TableRow => {
            for child in tree.children(item.block) {
                match tree.block(child).kind {
                    BlockKind::Quote => tree.descendants(child).for_each(|block| line(block, true)),
                    BlockKind::Table => tree.descendants(child).for_each(|block| line(block, false)),
                    _ => line(child, false),
                }
            }
        }
        BlockKind::Quote => tree.descendants(item.block).for_each(|block| line(block, true)),
        _ => line(item.block, false),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Words;
    use crate::{
        analysis::{Analysis, Scope},
        language::Signal,
        text::SourceFile,
    };

    #[test]
    fn each_topic_has_its_own_part_of_the_words() {
        let text = "- One `two` &amp; *three*\n- ![](a.png)\n\n  Four http://x.y now\n- Five\n  - six\n  - KD: seven\n";
        let analysis = Analysis::new(SourceFile::new("a.md", text), &Arc::default(), Scope::All(None));
        let words = Words::of(&analysis.file, &analysis.tree, &analysis.document.meetings[0]);
        for (place, whole, lines, opaque, last) in [
            (0, "One two & three", vec!["One two & three"], vec!["two"], "e"),
            (1, "Four http://x.y now", vec!["", "Four http://x.y now"], vec!["http://x.y"], "w"),
            (2, "Five\nsix", vec!["Five", "six"], vec![], "x"),
        ] {
            let topic = words.topic(place);
            let passage = topic.passage();
            let said = |range: &std::ops::Range<usize>| &passage.text[range.clone()];
            assert_eq!(passage.text, whole);
            assert_eq!(passage.lines.iter().map(|line| said(&line.range)).collect::<Vec<_>>(), lines);
            assert_eq!(passage.opaque.iter().map(said).collect::<Vec<_>>(), opaque);
            let end = passage.text.len();
            assert_eq!(analysis.file.slice(topic.span(end - 1..end)), last);
            let (prose, line) = topic.first_line(0);
            assert_eq!(&prose.text()[line], lines[0]);
        }
    }

    #[test]
    fn the_name_of_a_kind_hides_nothing_behind_it() {
        for prefix in ["", "Advice: ", "**Help needed:** ", "[advice] ", "**ADVICE** ", "ADVICE "] {
            let text =
                format!("### Discussion\n\n- {prefix}Ana ignores my requests. How would you solve it?\n");
            let analysis = Analysis::new(SourceFile::new("a.md", text), &Arc::default(), Scope::All(None));
            let topic = analysis.topics().next().unwrap();
            assert!(topic.has(Signal::Problem), "{prefix}");
        }
    }
}
