//! Lists whose lines have no bullets: a paragraph to Markdown, a topic a line to whoever wrote it.

use crate::{
    syntax::{BlockId, BlockKind, InlineKind, Tree},
    text::{SourceFile, is_one_of},
};

use super::{Vocabulary, marks::is_page_head, properties, section_kind::Meaning};

/// How many lines such a list has at least that end where no sentence does, beside the last one; the name of a section is
/// one of them, and enough.
const FEWEST: usize = 2;

/// How many letters a line has at least at which text is wrapped.
const NARROW: usize = 60;

/// How many bytes the name of a section has at the most.
const LONGEST_NAME: usize = 30;

/// Words with which a sentence goes on that was begun in the line before.
#[rustfmt::skip]
const GOING_ON: [&str; 35] = [
    "and", "or", "but", "because", "so", "to", "of", "in", "on", "at", "for", "with", "from", "by", "as", "than", "that",
    "which", "who", "where", "when", "while", "if", "is", "are", "was", "were", "be", "has", "have", "had", "will",
    "would", "the", "a",
];

/// The tree with a paragraph for each line of such lists.
pub(crate) fn apart(file: &SourceFile, tree: Tree, vocabulary: &Vocabulary) -> Tree {
    let is_list = |root: &BlockId| is_plain_list(file, &tree, *root, vocabulary);
    let lists: Vec<BlockId> = tree.roots().filter(is_list).collect();
    if lists.is_empty() { tree } else { tree.with_lines_apart(&lists) }
}

/// Whether a paragraph is a line of such a list: another one stands right above or below it.
pub(crate) fn is_line(file: &SourceFile, tree: &Tree, paragraph: BlockId) -> bool {
    is_paragraph(tree, paragraph) && (!opens(file, tree, paragraph) || goes_on(file, tree, paragraph))
}

/// Whether a paragraph is the first line of such a list.
pub(super) fn is_first(file: &SourceFile, tree: &Tree, paragraph: BlockId) -> bool {
    opens(file, tree, paragraph) && goes_on(file, tree, paragraph)
}

fn is_paragraph(tree: &Tree, block: BlockId) -> bool {
    tree.block(block).kind == BlockKind::Paragraph
}

/// Whether no line of the same list stands above a paragraph.
fn opens(file: &SourceFile, tree: &Tree, paragraph: BlockId) -> bool {
    let above = &file.text()[..tree.block(paragraph).span.start()];
    let is_apart = |line: &str| line.trim().is_empty() || line.starts_with('#');
    above.lines().next_back().is_none_or(is_apart)
}

/// Whether another line of the same list stands below a paragraph.
fn goes_on(file: &SourceFile, tree: &Tree, paragraph: BlockId) -> bool {
    tree.after(paragraph).filter(|&next| is_paragraph(tree, next)).is_some_and(|next| {
        let (end, start) = (tree.block(paragraph).span.end(), tree.block(next).span.start());
        memchr::memchr_iter(b'\n', &file.text().as_bytes()[end..start]).count() == 1
    })
}

/// Whether each line of a paragraph stands for itself: it ends where no sentence does and the next word had room in it, or
/// where the writer breaks it for all to see. What is only wrapped, or has a sentence a line, stays whole.
fn is_plain_list(file: &SourceFile, tree: &Tree, block: BlockId, vocabulary: &Vocabulary) -> bool {
    if !is_paragraph(tree, block) {
        return false;
    }
    let raw = file.slice(tree.block(block).span);
    if memchr::memchr(b'\n', raw.as_bytes()).is_none() {
        return false;
    }
    let Some(shown) = breaks(tree, block) else { return false };
    let lines: Vec<&str> = raw.lines().map(str::trim).collect();
    if lines.len() != shown.len() + 1 || properties::are_properties(raw) || is_page_head(raw) {
        return false;
    }
    let length = |line: &str| line.chars().count();
    let longest = lines.iter().map(|line| length(line)).max().unwrap_or(0);
    let is_lower = raw.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    // What is wrapped at fewer letters begins lines in the middle of a sentence.
    let width = if is_lower { longest } else { longest.max(NARROW) };
    let first = lines.first().copied().unwrap_or_default();
    let names = || matches!(vocabulary.look_up(first, &mut String::new()), Some(Meaning::Section(_)));
    let heads = first.len() <= LONGEST_NAME && names();
    let mut unfinished = usize::from(heads);
    for (pair, shown) in lines.windows(2).zip(shown) {
        let [line, next] = pair else { continue };
        let word = next.split(' ').next().unwrap_or(next);
        let had_room = length(line) + 1 + length(word) <= width || length(line) == longest;
        if !shown && !had_room
            || line.ends_with([',', '–', '—', '-', '/', '&', '+', '('])
            || !begins(next, is_lower)
        {
            return false;
        }
        let is_whole = line.ends_with(['.', '!', '?', '…', ':', ';']);
        unfinished += usize::from(shown || !is_whole || is_signed(next));
    }
    unfinished >= FEWEST
}

/// Which line ends of a paragraph are shown; none where emphasis or a link goes over one.
fn breaks(tree: &Tree, block: BlockId) -> Option<Vec<bool>> {
    let (mut breaks, mut depth) = (Vec::new(), 0_usize);
    for inline in tree.inlines(block) {
        match inline.kind {
            InlineKind::SoftBreak | InlineKind::HardBreak if depth > 0 => return None,
            InlineKind::SoftBreak => breaks.push(false),
            InlineKind::HardBreak => breaks.push(true),
            InlineKind::EmphasisStart
            | InlineKind::StrongStart
            | InlineKind::StrikeStart
            | InlineKind::LinkStart
            | InlineKind::ImageStart => depth += 1,
            InlineKind::EmphasisEnd
            | InlineKind::StrongEnd
            | InlineKind::StrikeEnd
            | InlineKind::LinkEnd
            | InlineKind::ImageEnd => depth = depth.saturating_sub(1),
            InlineKind::Text
            | InlineKind::Rewritten
            | InlineKind::Code
            | InlineKind::Html
            | InlineKind::FootnoteReference => {}
        }
    }
    Some(breaks)
}

/// Whether a line begins as a topic may: with a capital, or in lower case where its writer has it so.
fn begins(line: &str, is_lower: bool) -> bool {
    let first = line.chars().next().unwrap_or(' ');
    let word = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(line);
    if first.is_lowercase() {
        is_lower && !is_one_of(word, &GOING_ON)
    } else {
        !matches!(first, ')' | ']' | ',' | '.')
    }
}

/// Whether a line opens with a name and a colon: `KW: yes`.
fn is_signed(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, _)| name.len() <= 12 && name.chars().all(char::is_alphabetic))
}
