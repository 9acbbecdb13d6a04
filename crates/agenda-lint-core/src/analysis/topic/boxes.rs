//! Which task boxes are those of topics: they are ticked off when they were talked about.

use super::Topic;
use crate::{
    analysis::{Action, Analysis},
    document::{Item, SectionKind},
    text::Words,
};

impl<'a> Topic<'a> {
    /// Whether the boxes beside it are those of topics: by its section, or because many in the meeting ask and tell.
    pub(super) fn is_among_boxed_topics(self) -> bool {
        let kind = self.section_kind();
        let boxed = || *self.shared().boxed_topics.get_or_init(|| self.has_boxed_topics());
        kind.holds_topics() || kind == SectionKind::Other && boxed()
    }

    /// Whether the boxes of a meeting are those of topics, though no heading says so.
    fn has_boxed_topics(self) -> bool {
        const FEWEST: usize = 3;
        let may_be = |kind: SectionKind| kind == SectionKind::Other || kind.holds_topics();
        let sections = self.meeting().sections.iter().filter(|section| may_be(section.kind));
        let boxes = sections
            .flat_map(|section| &section.items)
            .filter(|item| item.depth == 0 && item.check_box.is_some());
        let (mut all, mut told) = (0, 0);
        for item in boxes {
            all += 1;
            told += usize::from(self.tells(item));
        }
        told >= FEWEST && told * 3 >= all
    }

    /// Whether a box among topics is an errand all the same: it says who does it, what to do, or by when.
    pub(super) fn is_errand(self, task: &Action) -> bool {
        let is_over = |due| self.meeting().day().is_some_and(|day| due < day);
        let due = task.due.as_ref().filter(|due| !due.date().is_some_and(is_over));
        task.owner.is_some() || task.orders || due.is_some()
    }

    /// Whether an item opens with who does it, as its `task` says: `Kate: ask whether it is free`.
    pub(super) fn is_given(self, item: &Item, task: &Action) -> bool {
        let opens = |name: &str| self.own_line(item).strip_prefix(name)?.strip_prefix(':');
        task.owner.as_ref().is_some_and(|owner| opens(&owner.0).is_some())
    }

    /// Whether an item asks or tells something, in a sentence, in figures or with thanks.
    pub(super) fn tells(self, item: &Item) -> bool {
        static SAYS: Words<'_> = Words::new(&[
            "is", "are", "was", "were", "has", "have", "had", "i", "i'm", "i’m", "i've", "i’ve", "i'd",
            "i’d", "we", "we've", "wants", "want", "thanks",
        ]);
        const FIGURES: usize = 3;
        let line = self.own_line(item);
        let words = || line.split(ends_word);
        let figures = || words().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
        memchr::memchr3(b'?', b'%', b'$', line.as_bytes()).is_some()
            || !line.is_ascii() && line.contains(['€', '£'])
            || line.contains("Thank you")
            || words().any(|word| SAYS.hold(word))
            || figures() >= FIGURES
    }

    /// The words of an item itself, without its box and what nests in it.
    pub(super) fn own_line(self, item: &Item) -> &'a str {
        let Analysis { file, tree, .. } = self.analysis;
        let line = tree.children(item.block).next().map_or(item.span, |first| tree.block(first).span);
        file.slice(line)
    }
}

/// Whether a character parts two words.
fn ends_word(c: char) -> bool {
    matches!(c, ' ' | ',' | '.' | '!' | '?' | ';')
}
