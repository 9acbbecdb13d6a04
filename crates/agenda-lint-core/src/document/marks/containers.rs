//! Bullets, callouts and folded HTML that hold what stands below a heading elsewhere.

use std::borrow::Cow;

use crate::{
    document::{
        Heading,
        date::{self, Dated},
        heading_says,
        section_kind::Meaning,
    },
    syntax::{Block, BlockId, BlockKind, Tree},
    text::{first_line, offset_in, trim},
};

use super::{
    BOLD, BULLET, DAY_BULLET, FOLDED, Mark, Part, Splitter,
    bold::is_bold_line,
    day::{date_of, day, is_mostly},
};

impl<'a> Splitter<'a> {
    /// `<summary>2026-02-18</summary>`: an older meeting, folded away below its date.
    pub(super) fn folded(&mut self, block: BlockId) {
        let span = self.tree.block(block).span;
        let html = self.file.slice(span);
        if self.in_fold && html.contains("</details>") {
            self.in_fold = false;
            self.parts.row.push(Part::EndOfMeeting);
        }
        let Some((_, rest)) = html.split_once("<summary>") else { return };
        // What stands in the same block is HTML, too.
        let Some((inside, _)) = rest.split_once("</summary>").filter(|(_, rest)| trim(rest).is_empty())
        else {
            return;
        };
        // "<b>18 February</b>"
        let tagged = inside.trim_start().strip_prefix('<').and_then(|tag| tag.split_once('>'));
        let words = trim(tagged.map_or(inside, |(_, words)| words).split('<').next().unwrap_or_default());
        let Some(dated) = date_of(words).filter(|dated| is_mostly(dated, words)) else { return };
        let heading = Heading { span, text: words.to_owned(), level: FOLDED };
        let (words, dated, opening, meaning) = (words.into(), Some(dated), None, None);
        let (slot, items) = (false, 0);
        self.push(Mark { heading, words, block, dated, opening, meaning, slot, items, topic: None });
        self.in_fold = true;
    }

    /// `> [!todo] Actions`: a callout that names a known section, and holds that section's items; or a meeting that is folded
    /// away, `> [!note]- 2026-02-18`, or calls itself one, `> [!meeting] 5 March 2026, her office`.
    pub(super) fn callout_section(&mut self, quote: BlockId) -> bool {
        let tree = self.tree;
        let mut inside = tree.children(quote);
        let Some(title) = inside.next() else { return false };
        let raw = self.file.slice(tree.block(title).span);
        if tree.block(title).kind != BlockKind::Paragraph || !raw.starts_with("[!") {
            return false;
        }
        let words = self.words(title);
        let (callout, behind) = words.split_once(']').unwrap_or_default();
        let name = first_line(behind).trim_start_matches(['+', '-']);
        let mut inside = inside.peekable();
        let is_closed = behind.starts_with('-');
        // An open box of one paragraph tells of the meeting on the page.
        let is_full = inside.peek().is_some();
        let is_folded = is_closed && is_full;
        let is_kind = |kind: &str| kind.eq_ignore_ascii_case("meeting");
        let is_meeting = (is_closed || is_full) && callout.strip_prefix("[!").is_some_and(is_kind);
        let counts = |dated: &Dated| is_folded && is_mostly(dated, name) || is_meeting && day(name).is_some();
        if let Some(dated) = date_of(name).filter(counts) {
            // What stands right below the title is part of its paragraph.
            let dated = Some(dated.shifted(offset_in(&words, name)));
            let mark = self.mark_of(title, FOLDED, name, None, None);
            self.push(Mark { words, dated, ..mark });
            inside.for_each(|block| self.held(block));
            self.parts.row.push(Part::EndOfMeeting);
            return true;
        }
        if raw.contains('\n') {
            return false;
        }
        let meaning = self.meaning(name);
        if !matches!(meaning, Some(Meaning::Section(_) | Meaning::Private)) {
            return false;
        }
        let mark = self.mark_of(title, BULLET, name, meaning, None);
        self.hold(mark, inside);
        true
    }

    /// `> **Friday 6 March 2026**, her room`, where several quotes are such: the meeting that begins there.
    pub(super) fn day_quote(&mut self, quote: BlockId) -> bool {
        let found = if self.quotes_days { self.quoted_day(quote) } else { None };
        let Some((line, dated)) = found else { return false };
        self.quotes_days = self.in_quotes || !self.headed;
        if self.quotes_days {
            self.in_quotes = true;
            let mark = self.mark_of(line, BOLD, &self.words(line), None, Some(dated));
            self.push(mark);
        }
        self.quotes_days
    }

    /// The only line of a quote, and the day that it opens with.
    pub(super) fn quoted_day(&self, quote: BlockId) -> Option<(BlockId, Dated)> {
        if self.tree.block(quote).kind != BlockKind::Quote {
            return None;
        }
        let mut lines = self.tree.children(quote);
        let line = lines.next().filter(|_| lines.next().is_none())?;
        let &Block { kind, span, .. } = self.tree.block(line);
        let words = (kind == BlockKind::Paragraph && span.len() <= 100).then(|| self.words(line))?;
        Some((line, day(&words).filter(|_| !words.contains('\n'))?))
    }

    /// Whether the meetings of a file stand in this list: of its bullets that nest others, two or most open with a day,
    /// and nothing before it is dated or names a section.
    pub(super) fn holds_days(&self, list: BlockId) -> bool {
        if self.is_dated || self.headed {
            return false;
        }
        let (mut days, mut plain, mut all) = (0_usize, 0_usize, 0_usize);
        for (first, _) in self.tree.children(list).filter_map(|item| bullet_head(self.tree, item)) {
            let words = self.words(first);
            let line = first_line(&words);
            let day = day(line);
            days += usize::from(day.is_some());
            plain += usize::from(day.is_some_and(|dated| is_mostly(&dated, line)));
            all += 1;
        }
        plain > 0 && (days > 1 || days * 2 > all)
    }

    /// The first bullet of a list, if it is a day with its year and little else.
    pub(super) fn first_day(&self, list: BlockId) -> Option<(BlockId, Cow<'a, str>, Dated)> {
        let item = self.tree.children(list).next().filter(|_| self.tree.is_list(list))?;
        let first = self.tree.children(item).next()?;
        let words = self.words(first);
        let dated = day(&words).filter(|dated| dated.year_is_written && is_mostly(dated, &words))?;
        Some((first, words, dated))
    }

    /// A bullet that is a date and nests a meeting, as in outliners.
    pub(super) fn day_bullet(&mut self, item: BlockId) -> bool {
        let Some((first, rest)) = bullet_head(self.tree, item) else { return false };
        let words = self.words(first);
        // Below it may stand properties: `collapsed:: true`.
        let line = first_line(&words);
        let Some(dated) = day(line) else { return false };
        let mark = self.mark_of(first, DAY_BULLET, line, None, Some(dated));
        self.push(mark);
        let mut rest = rest.peekable();
        while let Some(block) = rest.next() {
            let lists = self.lists(rest.peek().copied());
            match self.tree.block(block).kind {
                BlockKind::List { .. } => self.meeting_bullets(block),
                BlockKind::Paragraph | BlockKind::Heading { .. } if lists && self.heads_inside(block) => {}
                _ => self.held(block),
            }
        }
        self.parts.row.push(Part::EndOfMeeting);
        true
    }

    /// Whether the meetings of an outliner stand one step further in: below `Agenda`, `Notes` or a year several days, and
    /// nothing else beside it is a section, unless days stand beside it too.
    pub(super) fn holds_days_within(&mut self, list: BlockId, holds_days: bool) -> bool {
        if self.is_dated || self.headed {
            return false;
        }
        let tree = self.tree;
        // Hardly any list holds days.
        tree.children(list).any(|item| self.days_within(item).is_some())
            && (holds_days
                || tree
                    .children(list)
                    .all(|item| self.days_within(item).is_some() || self.section_head(item).is_none()))
    }

    /// The list of days below a bullet that names what meetings have, `Agenda`, `Notes`, or a year.
    fn days_within(&self, item: BlockId) -> Option<BlockId> {
        let (first, rest) = bullet_head(self.tree, item)?;
        let several =
            |block: &BlockId| self.tree.is_list(*block) && self.tree.children(*block).nth(1).is_some();
        let mut lists = rest.filter(several).peekable();
        lists.peek()?;
        let name = self.words(first);
        let names = heading_says::holds_meetings(&name) || date::year_alone(&name).is_some();
        lists.find(|&list| names && self.holds_days(list))
    }

    /// The meetings below such a bullet.
    pub(super) fn day_bullets_within(&mut self, item: BlockId) -> bool {
        let Some(days) = self.days_within(item) else { return false };
        for bullet in self.tree.children(days) {
            if !self.day_bullet(bullet) {
                self.content(bullet);
            }
        }
        true
    }

    /// The bullets of a meeting: beside two that name known sections, those that only name something are sections, too, and
    /// `for Kate` is beside one.
    fn meeting_bullets(&mut self, list: BlockId) {
        let mut known = 0;
        for item in self.tree.children(list) {
            known += usize::from(self.section_head(item).is_some());
        }
        for item in self.tree.children(list) {
            if self.bullet_section(item, false) {
                continue;
            }
            let names =
                |first: BlockId| known > 1 && self.is_name(first) || known > 0 && self.is_for_somebody(first);
            match bullet_head(self.tree, item).filter(|(first, _)| names(*first)) {
                Some((first, rest)) => {
                    let mark = self.mark_of(first, BULLET, &self.words(first), None, None);
                    self.hold(mark, rest);
                }
                None => self.content(item),
            }
        }
    }

    /// Whether a bullet's first words only say whom what nests in it is for or from.
    fn is_for_somebody(&self, first: BlockId) -> bool {
        let words = self.words(first).to_lowercase();
        self.is_name(first)
            && ["for ", "from ", "want from ", "need from "].iter().any(|start| words.starts_with(start))
    }

    /// Whether a bullet's first words are a name rather than a sentence: `for Debs`, `did since last time`.
    fn is_name(&self, first: BlockId) -> bool {
        let words = self.words(first);
        let is_word =
            |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '&' | '/'));
        words.split_whitespace().count() <= 4 && words.split_whitespace().all(is_word)
    }

    /// A line in the bullet of a meeting that heads the list below it: bold or a heading, or the name of a section.
    fn heads_inside(&mut self, block: BlockId) -> bool {
        let words = self.words(block);
        let meaning = self.meaning(&words);
        let is_paragraph = self.tree.block(block).kind == BlockKind::Paragraph;
        let heads = words.len() <= 60
            && !words.contains('\n')
            && (meaning.is_some() || !is_paragraph || is_bold_line(self.file, self.tree, block));
        if heads {
            let mark = self.mark_of(block, BULLET, &words, meaning, None);
            self.push(mark);
        }
        heads
    }

    /// The words of a bullet that only names a known section, what it means, and the blocks that nest in it.
    fn section_head(
        &mut self,
        item: BlockId,
    ) -> Option<(BlockId, Cow<'a, str>, Meaning, impl Iterator<Item = BlockId> + use<'a>)> {
        let (first, rest) = bullet_head(self.tree, item)?;
        let words = (self.tree.block(first).span.len() <= 60).then(|| self.words(first))?;
        // "Fellowship, any advice?" is a topic with what was answered, and so is "How's it going with Bo?".
        let is_question = words.ends_with('?') && (words.contains(',') || words.contains(" with "));
        let meaning = if is_question { None } else { self.meaning(&words) };
        let meaning = meaning.filter(|meaning| matches!(meaning, Meaning::Section(_) | Meaning::Private))?;
        Some((first, words, meaning, rest))
    }

    /// A bullet that only names a known section, and nests that section's items.
    pub(super) fn bullet_section(&mut self, item: BlockId, led: bool) -> bool {
        let Some((first, words, meaning, rest)) = self.section_head(item) else { return false };
        let mark = self.mark_of(first, BULLET, &words, Some(meaning), date_of(&words));
        self.hold(Mark { topic: led.then_some(item), ..mark }, rest);
        true
    }

    /// What stands in these blocks is held by what heads them.
    fn hold(&mut self, head: Mark<'a>, blocks: impl Iterator<Item = BlockId>) {
        self.push(head);
        for block in blocks {
            self.held(block);
        }
        self.parts.row.push(Part::EndOfBullet);
    }

    /// One of the blocks that a bullet or a callout holds.
    pub(super) fn held(&mut self, block: BlockId) {
        let &Block { kind, span, .. } = self.tree.block(block);
        match kind {
            BlockKind::List { .. } => self.tree.children(block).for_each(|item| self.content(item)),
            BlockKind::Table => self.table(block),
            BlockKind::Paragraph if self.are_properties(self.file.slice(span)) => {}
            BlockKind::Paragraph | BlockKind::Quote => self.content(block),
            _ => {}
        }
    }
}

/// The first words of a bullet that could head what nests in it, and the blocks behind them.
fn bullet_head(tree: &Tree, item: BlockId) -> Option<(BlockId, impl Iterator<Item = BlockId> + use<'_>)> {
    let mut rest = tree.children(item);
    let first = rest.next()?;
    let block = tree.block(first);
    let is_followed = tree.end_of(first) < tree.end_of(item);
    let names = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. });
    let heads = is_followed && names && block.span.len() <= 100;
    (heads && tree.check_box(item).is_none()).then_some((first, rest))
}
