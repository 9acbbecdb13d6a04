//! Lines in bold, as exports write headings, and days in bold before what was said.

use super::{
    Mark, Splitter,
    day::{date_of, day, is_mostly},
};
use crate::{
    document::{
        date::{self, Dated, Hints},
        heading_says,
        section_kind::Meaning,
    },
    syntax::{BlockId, BlockKind, InlineKind, Tree},
    text::{SourceFile, Span},
};

impl<'a> Splitter<'a> {
    /// Whether several paragraphs open with days in bold: below a heading such as `Log`, or in a file without sections. Where
    /// anything that heads is a day itself, or names a section of an agenda, such days are told in passing.
    pub(super) fn opens_with_days(&mut self) -> bool {
        let is_heading = |root: &BlockId| matches!(self.tree.block(*root).kind, BlockKind::Heading { .. });
        let opens = |root: &BlockId| {
            let block = self.tree.block(*root);
            block.kind == BlockKind::Paragraph && bold_day(self.file.slice(block.span)).is_some()
        };
        // Hardly any file has them.
        let count = self.tree.roots().filter(opens).count();
        if count < 2 {
            return false;
        }
        let (mut is_log, mut is_plain) = (true, true);
        for (at, root) in self.tree.roots().enumerate() {
            let heads = is_heading(&root);
            if heads || is_bold_line(self.file, self.tree, root) {
                let words = self.words(root);
                let is_raised = heading_says::is_to_be_raised(&words);
                let meaning = self.meaning(&words);
                let is_of_agenda = meaning.is_some_and(Meaning::is_of_agenda);
                if date_of(&words).is_some()
                    || date::opening(&words, Hints::default()).is_some()
                    || heading_says::announces_meeting(&words)
                    || is_of_agenda && !is_raised
                {
                    return false;
                }
                is_plain &= meaning.is_none() && at == 0;
                if heads && at > 0 {
                    is_log = heading_says::tells_of_the_past(&words) || heading_says::holds_meetings(&words);
                }
            } else if opens(&root) && !is_log {
                return false;
            }
        }
        // Two days in bold that nothing heads may be when somebody is out.
        is_log && !is_plain || count > 2
    }

    /// The day in bold that a paragraph opens with, where such days begin the meetings.
    pub(super) fn bold_opening(&self, block: BlockId, raw: &'a str) -> Option<Mark<'a>> {
        let (words, dated) = self.opens_days.then(|| bold_day(raw)).flatten()?;
        let start = self.tree.block(block).span.start();
        let span = Span::new(start, start + words.len() + 2 * STRONG.len());
        Some(self.day_mark(block, words, span, dated))
    }
}

/// Whether all words of a one-line paragraph are strong but for those in brackets behind them.
pub(super) fn is_bold_line(file: &SourceFile, tree: &Tree, block: BlockId) -> bool {
    if !file.slice(tree.block(block).span).starts_with(['*', '_']) {
        return false;
    }
    let (mut strong, mut brackets) = (0_usize, 0_usize);
    let mut any = false;
    for inline in tree.inlines(block) {
        match inline.kind {
            InlineKind::StrongStart => {
                strong += 1;
                any = true;
            }
            InlineKind::StrongEnd => strong = strong.saturating_sub(1),
            InlineKind::SoftBreak | InlineKind::HardBreak => return false,
            _ if strong > 0 => {}
            InlineKind::Text => {
                for c in file.slice(inline.span).chars() {
                    match c {
                        '(' => brackets += 1,
                        ')' => brackets = brackets.saturating_sub(1),
                        c if brackets == 0 && c.is_alphanumeric() => return false,
                        _ => {}
                    }
                }
            }
            _ if brackets == 0 && file.slice(inline.span).chars().any(char::is_alphanumeric) => return false,
            _ => {}
        }
    }
    any
}

/// What stands around bold words.
const STRONG: &str = "**";

/// The day in bold that a paragraph opens with, before what was said: `**Wed 25 Feb** – in her car`.
fn bold_day(raw: &str) -> Option<(&str, Dated)> {
    const LONGEST: usize = 40;
    let behind = raw.strip_prefix(STRONG)?;
    let (words, rest) = behind.split_at(memchr::memchr(b'*', behind.as_bytes())?);
    let goes_on = rest.strip_prefix(STRONG).is_some_and(|rest| !rest.is_empty());
    let may_be = goes_on && words.len() <= LONGEST && words.bytes().any(|byte| byte.is_ascii_digit());
    let dated = may_be.then(|| day(words)).flatten().filter(|dated| is_mostly(dated, words))?;
    Some((words, dated))
}
