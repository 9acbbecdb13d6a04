//! The parser's events as a tree; every correction of offsets is here.

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::text::{SourceFile, Span, clip};

use super::{
    equal::Reader,
    front_matter, guard,
    tree::{Block, BlockId, BlockKind, CheckBox, Inline, InlineKind, Link, LinkKind, Tree},
};

/// How many bytes of a link's target are kept: a document can name one long definition many times.
const MAX_TARGET: usize = 2_000;

/// How many task boxes most notes that have some do not exceed.
const USUAL_BOXES: usize = 16;

/// The parser, with the dialect that one-on-one notes are written in.
pub(super) fn parser(text: &str) -> Parser<'_> {
    let dialect = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_WIKILINKS;
    Parser::new_ext(text, dialect)
}

/// Reads `file` into a tree; `reader`, if there is one, sees what it says at the same time.
pub(super) fn parse(file: &SourceFile, mut reader: Option<&mut Reader>) -> Tree {
    let (front_matter, body) = front_matter::split(file).map_or((None, 0), |(yaml, body)| (Some(yaml), body));
    let text = &file.text()[body..];
    if let Some(too_deep) = guard::too_deep_from(file, body) {
        return Tree { front_matter, too_deep: Some(too_deep), ..Tree::default() };
    }
    let parsed = if file.has_returns() { guard::without_lone_returns(text) } else { Cow::Borrowed(text) };
    // Few notes have more than a block and a piece of text for every thirty bytes.
    let room = text.len() / 30 + 8;
    let (blocks, inlines) = (Vec::with_capacity(room), Vec::with_capacity(room));
    let mut builder = Builder {
        text: file.text(),
        tree: Tree { blocks, inlines, front_matter, ..Tree::default() },
        open: Vec::with_capacity(8),
        implicit: false,
    };
    let parser = parser(&parsed);
    if let Some(reader) = &mut reader {
        reader.hidden(&file.text()[..body], &parser);
    }
    for (ref event, range) in parser.into_offset_iter() {
        if let Some(reader) = &mut reader {
            reader.event(event);
        }
        builder.event(event, Span::new(range.start + body, range.end + body));
    }
    let mut tree = builder.tree;
    tree.links.sort_by_key(|link| link.span.start());
    tree.boxes.sort_by_key(|(item, _)| *item);
    tree
}

struct Builder<'t> {
    text: &'t str,
    tree: Tree,
    open: Vec<BlockId>,
    /// Whether the innermost open block is a paragraph that the parser does not speak of.
    implicit: bool,
}

impl Builder<'_> {
    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag, span),
            Event::Text(CowStr::Borrowed(text)) if text.len() == span.len() => {
                self.inline(InlineKind::Text, span);
            }
            Event::Text(text) => self.rewritten(InlineKind::Rewritten, text, span),
            Event::Code(text) => self.code(text, span),
            Event::SoftBreak => self.inline(InlineKind::SoftBreak, span),
            Event::HardBreak => self.inline(InlineKind::HardBreak, span),
            Event::InlineHtml(_) => {
                self.tree.html.push(span);
                self.inline(InlineKind::Html, span);
            }
            Event::FootnoteReference(_) => self.inline(InlineKind::FootnoteReference, span),
            Event::Rule => {
                self.close_implicit();
                self.open_block(BlockKind::Rule, span);
                self.close_block();
            }
            Event::TaskListMarker(done) => {
                let blocks = &self.tree.blocks;
                let item = self.open.iter().rev().find(|id| blocks[id.index()].kind == BlockKind::Item);
                if let Some(&item) = item {
                    if self.tree.boxes.is_empty() {
                        self.tree.boxes.reserve(USUAL_BOXES);
                    }
                    self.tree.boxes.push((item, CheckBox { done: *done, span }));
                }
            }
            // The lines of an HTML block lie in its span; the rest belongs to dialects that are off.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        let kind = match tag {
            Tag::Emphasis => return self.inline(InlineKind::EmphasisStart, span),
            Tag::Strong => return self.inline(InlineKind::StrongStart, span),
            Tag::Strikethrough => return self.inline(InlineKind::StrikeStart, span),
            Tag::Link { link_type, dest_url, .. } => {
                self.link(*link_type, dest_url, span);
                return self.inline(InlineKind::LinkStart, span);
            }
            Tag::Image { link_type, dest_url, .. } => {
                self.link(*link_type, dest_url, span);
                return self.inline(InlineKind::ImageStart, span);
            }
            Tag::Paragraph => BlockKind::Paragraph,
            Tag::Heading { level, .. } => {
                // `#5` may stand above an underline, so the marks tell nothing; an underline below another line does.
                let lines = &self.text.as_bytes()[span.start()..self.end_of_text(span)];
                let setext =
                    matches!(lines, [.., b'=' | b'-']) && memchr::memchr2(b'\n', b'\r', lines).is_some();
                BlockKind::Heading { level: *level as u8, setext }
            }
            Tag::BlockQuote(_) => BlockKind::Quote,
            Tag::CodeBlock(kind) => BlockKind::Code { fenced: matches!(kind, CodeBlockKind::Fenced(_)) },
            Tag::HtmlBlock => BlockKind::Html,
            Tag::List(start) => {
                BlockKind::List { start: start.map(|n| u32::try_from(n).unwrap_or(u32::MAX)) }
            }
            Tag::Item => BlockKind::Item,
            Tag::FootnoteDefinition(_) => BlockKind::Footnote,
            Tag::Table(_) => BlockKind::Table,
            Tag::TableHead => BlockKind::TableHead,
            Tag::TableRow => BlockKind::TableRow,
            Tag::TableCell => BlockKind::TableCell,
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => return,
        };
        self.close_implicit();
        self.open_block(kind, span);
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis => self.inline(InlineKind::EmphasisEnd, Span::empty(span.end())),
            TagEnd::Strong => self.inline(InlineKind::StrongEnd, Span::empty(span.end())),
            TagEnd::Strikethrough => self.inline(InlineKind::StrikeEnd, Span::empty(span.end())),
            TagEnd::Link => self.inline(InlineKind::LinkEnd, Span::empty(span.end())),
            TagEnd::Image => self.inline(InlineKind::ImageEnd, Span::empty(span.end())),
            _ => {
                self.close_implicit();
                self.close_block();
            }
        }
    }

    fn open_block(&mut self, kind: BlockKind, span: Span) {
        let span = match kind {
            BlockKind::Code { .. } | BlockKind::Html => self.without_line_ends(span),
            _ => self.trimmed(span),
        };
        if kind == BlockKind::Html {
            self.tree.html.push(span);
        }
        self.add_block(kind, span);
    }

    fn add_block(&mut self, kind: BlockKind, span: Span) -> BlockId {
        let at = narrow(self.tree.inlines.len());
        let id = BlockId(narrow(self.tree.blocks.len()));
        self.tree.blocks.push(Block { kind, span, end: id.0 + 1, inlines: (at, at) });
        self.open.push(id);
        id
    }

    fn close_block(&mut self) {
        if let Some(id) = self.open.pop() {
            self.tree.blocks[id.index()].end = narrow(self.tree.blocks.len());
        }
    }

    /// Ends the paragraph that the text of a tight item was given.
    fn close_implicit(&mut self) {
        if self.implicit {
            self.implicit = false;
            self.close_block();
        }
    }

    fn without_line_ends(&self, span: Span) -> Span {
        let text = self.text[span.range()].trim_end_matches(['\n', '\r']);
        Span::new(span.start(), span.start() + text.len())
    }

    /// The parser's ranges hold the line end, those of lists the blank lines that follow, and those
    /// of items the blanks that go before, sometimes with the line end before these.
    fn trimmed(&self, span: Span) -> Span {
        let end = self.end_of_text(span);
        let text = &self.text.as_bytes()[span.start()..end];
        let before = text.iter().position(|byte| !is_blank(*byte)).unwrap_or(text.len());
        Span::new(span.start() + before, end)
    }

    /// Where the last visible character of a span ends.
    fn end_of_text(&self, span: Span) -> usize {
        let text = &self.text.as_bytes()[span.range()];
        let end = text.iter().rposition(|byte| !is_blank(*byte)).map_or(0, |last| last + 1);
        // Blanks of other kinds are rare.
        let is_visible = end > 0 && text[end - 1].is_ascii_graphic();
        span.start() + if is_visible { end } else { self.text[span.range()].trim_end().len() }
    }

    fn inline(&mut self, kind: InlineKind, span: Span) {
        let Some(&(mut id)) = self.open.last() else { return };
        match self.tree.blocks[id.index()].kind {
            BlockKind::Code { .. } | BlockKind::Html => return,
            BlockKind::Item | BlockKind::Footnote => {
                id = self.add_block(BlockKind::Paragraph, span);
                self.implicit = true;
            }
            _ => {}
        }
        let block = &mut self.tree.blocks[id.index()];
        if self.implicit {
            block.span = block.span.cover(span);
        }
        if kind == InlineKind::Text
            && block.inlines.0 < block.inlines.1
            && let Some(last) = self.tree.inlines.last_mut()
            && last.kind == InlineKind::Text
            && last.span.end() == span.start()
        {
            last.span = last.span.cover(span);
        } else {
            self.tree.inlines.push(Inline { kind, span });
            block.inlines.1 = narrow(self.tree.inlines.len());
        }
    }

    fn code(&mut self, text: &str, span: Span) {
        if self.text[span.range()].contains(text) {
            self.inline(InlineKind::Code, span);
        } else {
            self.rewritten(InlineKind::Code, text, span);
        }
    }

    fn rewritten(&mut self, kind: InlineKind, text: &str, span: Span) {
        let before = self.tree.inlines.len();
        self.inline(kind, span);
        if self.tree.inlines.len() > before {
            self.tree.readings.push((narrow(self.tree.inlines.len() - 1), text.into()));
        }
    }

    fn link(&mut self, kind: LinkType, target: &str, span: Span) {
        let kind = match kind {
            LinkType::WikiLink { .. } => LinkKind::Wiki,
            LinkType::Autolink | LinkType::Email => LinkKind::Auto,
            _ => LinkKind::Markdown,
        };
        let target = clip(target, MAX_TARGET);
        self.tree.links.push(Link { span, target: target.into(), kind });
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
