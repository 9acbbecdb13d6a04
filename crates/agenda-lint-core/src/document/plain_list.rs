//! Lists whose lines have no bullets: a paragraph to Markdown, a topic a line to whoever wrote it.

use std::cell::OnceCell;

use crate::{
    syntax::{BULLETS, Block, BlockId, BlockKind, InlineKind, NARROW, Tree, ends_quote},
    text::{SourceFile, is_one_of, trim},
};

use super::{
    SectionKind, Vocabulary,
    marks::{is_page_head, is_plain_day},
    paragraphs::{is_told, label},
    properties,
    section_kind::Meaning,
};

/// How many lines end where no sentence does, beside the last one. The name of a section above counts as one.
const FEWEST: usize = 2;

/// How many lines an ask has at the most that is told line by line.
const LONGEST_ASK: usize = 6;

/// How many bytes the name of a section has at the most.
const LONGEST_NAME: usize = 30;

/// Words with which a sentence goes on that was begun in the line before.
#[rustfmt::skip]
const GOING_ON: [&str; 34] = [
    "and", "or", "but", "because", "so", "to", "of", "in", "on", "at", "for", "with", "from", "by", "as", "than", "that",
    "which", "who", "where", "when", "while", "if", "is", "are", "was", "were", "be", "has", "have", "had", "will",
    "would", "not",
];

/// Words with which a topic may begin, or a sentence go on that had no room in the line before.
const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// The tree with a paragraph for each line of such lists, and for the name of a section above other lines.
pub(crate) fn apart(file: &SourceFile, tree: Tree, vocabulary: &Vocabulary) -> Tree {
    let quotes: Vec<BlockId> = tree.roots().filter(|&root| runs_on(file, &tree, root)).collect();
    let tree = if quotes.is_empty() { tree } else { tree.with_unquoted_lines_apart(file, &quotes) };
    let reader = Reader { file, tree: &tree, vocabulary, has_days: OnceCell::new() };
    let apart = |root: BlockId| Some((root, reader.lines_apart(root)?));
    let lists: Vec<(BlockId, usize)> = tree.roots().filter_map(apart).collect();
    if lists.is_empty() { tree } else { tree.with_lines_apart(file, &lists) }
}

/// Whether a quote takes in lines without a `>` that are none of it to who typed them: what is only wrapped would have had
/// room for the next word.
fn runs_on(file: &SourceFile, tree: &Tree, quote: BlockId) -> bool {
    let is_one = tree.block(quote).kind == BlockKind::Quote
        && matches!(tree.children(quote).collect::<Vec<_>>()[..], [inner] if is_paragraph(tree, inner) && breaks(tree, inner).is_some());
    let is_quoted = |line: &str| line.starts_with('>');
    let lines = file.slice(tree.block(quote).span).lines().map(trim);
    let mut ends =
        lines.clone().zip(lines.skip(1)).filter(|(line, next)| is_quoted(line) && !is_quoted(next));
    // "> I think we should / not do it", a callout, a line end that only the parser sees
    let may_end = |(line, next): (&str, &str)| {
        ends_quote(line, next) && begins(next, true) && !line.contains("[!") && !line.contains('\r')
    };
    is_one && ends.next().is_some_and(may_end) && ends.all(may_end)
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
    let is_apart = |line: &str| {
        line.starts_with('#') || matches!(trim(line), line if line.is_empty() || is_plain_day(line))
    };
    // The line's own indent is no line above it.
    above.trim_end_matches([' ', '\t']).lines().next_back().is_none_or(is_apart)
}

/// Whether another line of the same list stands below a paragraph.
fn goes_on(file: &SourceFile, tree: &Tree, paragraph: BlockId) -> bool {
    tree.after(paragraph).filter(|&next| is_paragraph(tree, next)).is_some_and(|next| {
        let (end, start) = (tree.block(paragraph).span.end(), tree.block(next).span.start());
        memchr::memchr_iter(b'\n', &file.text().as_bytes()[end..start]).count() == 1
    })
}

/// A file whose paragraphs are looked at.
struct Reader<'a> {
    file: &'a SourceFile,
    tree: &'a Tree,
    vocabulary: &'a Vocabulary,
    /// Whether headings are days: a line that is one heads nothing then. Told when it is first asked for.
    has_days: OnceCell<bool>,
}

impl Reader<'_> {
    /// How many lines of a paragraph, from the first one on, stand for themselves; none where it is what it is to Markdown.
    fn lines_apart(&self, block: BlockId) -> Option<usize> {
        if !is_paragraph(self.tree, block) {
            return None;
        }
        let raw = self.file.slice(self.tree.block(block).span);
        // What is wrapped goes on in the middle of a sentence.
        let (above, below) = raw.split_once('\n')?;
        if above.len() > LONGEST_NAME && !begins(trim(below), is_lower(&[above])) {
            return None;
        }
        let breaks = breaks(self.tree, block)?;
        let lines: Vec<&str> = raw.lines().map(trim).collect();
        if lines.len() != breaks.len() + 1 || properties::are_properties(raw) || is_page_head(raw) {
            return None;
        }
        let (first, rest) = lines.split_first()?;
        // The name of the page, and its day.
        if matches!(rest, [day] if self.is_day(day)) {
            return Some(1);
        }
        let section = self.section(first);
        if section.is_none() && !self.is_day(first) {
            // Right below others each line stands for itself more easily.
            let fewest = FEWEST - usize::from(!opens(self.file, self.tree, block));
            return (is_list(&lines, &breaks, fewest) && !is_record(&lines)).then_some(lines.len());
        }
        // Under "Actions" a label is who does it.
        let is_whole = section.is_some_and(is_told) && is_record(rest);
        Some(if !is_whole && is_list(rest, &breaks[1..], FEWEST - 1) { lines.len() } else { 1 })
    }

    /// The section that a line names.
    fn section(&self, line: &str) -> Option<SectionKind> {
        let meaning =
            if line.len() <= LONGEST_NAME { self.vocabulary.look_up(line, &mut String::new()) } else { None };
        match meaning? {
            Meaning::Section(kind) => Some(kind),
            _ => None,
        }
    }

    /// Whether a line is a day and heads what stands below.
    fn is_day(&self, line: &str) -> bool {
        is_plain_day(line)
            && !*self.has_days.get_or_init(|| self.tree.roots().any(|root| self.is_dated(root)))
    }

    /// Whether a block is a heading that is a day.
    fn is_dated(&self, block: BlockId) -> bool {
        let Block { kind, span, .. } = *self.tree.block(block);
        matches!(kind, BlockKind::Heading { .. })
            && is_plain_day(trim(self.file.slice(span).trim_start_matches('#')))
    }
}

/// Whether each line stands for itself: it breaks though the next word had room in it, or for all to see, the next one begins
/// as a topic may, and some end where no sentence does. What is only wrapped, has a sentence a line or tells an ask line by line is
/// none.
fn is_list(lines: &[&str], breaks: &[InlineKind], fewest: usize) -> bool {
    let is_lower = is_lower(lines);
    let length = |line: &str| line.chars().count();
    let longest = lines.iter().map(|line| length(line)).max().unwrap_or(0);
    // What is wrapped at fewer letters begins lines in the middle of a sentence.
    let width = if is_lower { longest } else { longest.max(NARROW) };
    let (mut unfinished, mut tight, mut small) = (0, 0, 0);
    for (pair, kind) in lines.windows(2).zip(breaks) {
        let [line, next] = pair else { continue };
        let word = next.split(' ').next().unwrap_or(next);
        let had_room = |width: usize| length(line) + 1 + length(word) <= width;
        let is_wide = length(line) == longest || *kind == InlineKind::HardBreak;
        if line.ends_with([',', '–', '—', '-', '/', '&', '+', '('])
            || !begins(next, is_lower || had_room(longest))
            || is_one_of(word, &ARTICLES) && !had_room(width)
        {
            return false;
        }
        tight += usize::from(!is_wide && !had_room(width));
        small += usize::from(!begins(next, is_lower));
        let is_whole = line.ends_with(['.', '!', '?', '…', ':', ';']);
        unfinished += usize::from(!is_whole || label(next).is_some());
    }
    let is_odd = |count: usize| count * 3 > breaks.len();
    let bulleted = lines.iter().filter(|line| line.starts_with(BULLETS)).count();
    if bulleted > 0 {
        return bulleted == lines.len();
    }
    (lines.len() == 1 || unfinished >= fewest) && !is_odd(tight) && !is_odd(small) && !tells_ask(lines)
}

/// "The wiki is a mess / I tried tags / What else?": an ask with its story.
fn tells_ask(lines: &[&str]) -> bool {
    let asks = |line: &&&str| line.ends_with('?');
    (2..=LONGEST_ASK).contains(&lines.len())
        && lines.iter().filter(asks).count() == 1
        && lines.last().is_some_and(|last| asks(&last))
}

/// Whether each line has a label of its own: `Problem: …`, `Tried: …`; `Gross: £30`, `Net: £20`.
fn is_record(lines: &[&str]) -> bool {
    let labels: Vec<&str> = lines.iter().filter_map(|line| label(line)).collect();
    let is_new = |at: usize| !labels[..at].contains(&labels[at]);
    lines.len() > 1 && labels.len() == lines.len() && (0..labels.len()).all(is_new)
}

/// Whether who wrote the lines begins them without a capital.
fn is_lower(lines: &[&str]) -> bool {
    lines.iter().find_map(|line| line.chars().find(|c| c.is_alphabetic())).is_some_and(char::is_lowercase)
}

/// What the line ends of a paragraph are; none where emphasis or a link goes over one.
fn breaks(tree: &Tree, block: BlockId) -> Option<Vec<InlineKind>> {
    use InlineKind::{
        EmphasisEnd, EmphasisStart, HardBreak, ImageEnd, ImageStart, LinkEnd, LinkStart, SoftBreak,
        StrikeEnd, StrikeStart, StrongEnd, StrongStart,
    };
    let (mut breaks, mut depth) = (Vec::new(), 0_usize);
    for inline in tree.inlines(block) {
        match inline.kind {
            SoftBreak | HardBreak if depth > 0 => return None,
            kind @ (SoftBreak | HardBreak) => breaks.push(kind),
            EmphasisStart | StrongStart | StrikeStart | LinkStart | ImageStart => depth += 1,
            EmphasisEnd | StrongEnd | StrikeEnd | LinkEnd | ImageEnd => depth = depth.saturating_sub(1),
            _ => {}
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
        !matches!(first, ')' | ']' | ',' | '.' | '|')
    }
}
