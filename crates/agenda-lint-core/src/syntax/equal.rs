//! Whether two texts say the same to a reader.
//!
//! HTML is made from the parser's events and from nothing else, so texts with equal events render
//! alike; comparing the events is the stronger test, and the cheaper one.

use std::hash::Hasher;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};
use rustc_hash::FxHasher;

use crate::text::SourceFile;

use super::{Tree, front_matter, guard, parse};

/// All that a document says, condensed: the parser's events, one digest for each block at the top
/// level, and what no event shows (front matter and link definitions).
///
/// Pieces of text are joined before they count, and the three kinds of line end are one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// A digest for each block at the top level, in source order.
    pub blocks: Vec<u64>,
    /// A digest of front matter and link definitions.
    pub hidden: u64,
}

/// What a line end inside a paragraph means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnds {
    /// It stays where it is.
    Kept,
    /// It is as good as a space.
    AsSpaces,
}

impl Meaning {
    /// What `file` says.
    pub fn of(file: &SourceFile, line_ends: LineEnds) -> Meaning {
        let mut reader = Reader::new(line_ends);
        let body = front_matter::split(file).map_or(0, |(_, body)| body);
        let text = guard::without_lone_returns(&file.text()[body..]);
        let parser = parse::parser(&text);
        reader.hidden(&file.text()[..body], &parser);
        for event in parser {
            reader.event(&event);
        }
        reader.meaning
    }
}

impl Tree {
    /// Reads a file, and what it says along with it.
    pub fn with_meaning(file: &SourceFile, line_ends: LineEnds) -> (Tree, Meaning) {
        let mut reader = Reader::new(line_ends);
        let tree = parse::parse(file, Some(&mut reader));
        (tree, reader.meaning)
    }
}

/// Condenses events as they come.
pub(super) struct Reader {
    line_ends: LineEnds,
    meaning: Meaning,
    hasher: FxHasher,
    depth: usize,
    /// Text of one kind that may go on in the next event.
    text: String,
    text_kind: u8,
}

const TEXT: u8 = 1;
const HTML: u8 = 2;
const INLINE_HTML: u8 = 3;

impl Reader {
    fn new(line_ends: LineEnds) -> Self {
        Self {
            line_ends,
            meaning: Meaning::default(),
            hasher: FxHasher::default(),
            depth: 0,
            text: String::new(),
            text_kind: TEXT,
        }
    }

    /// Takes in what gives no events.
    pub(super) fn hidden(&mut self, front_matter: &str, parser: &Parser<'_>) {
        let mut hasher = FxHasher::default();
        for line in front_matter.lines() {
            write_str(&mut hasher, line.trim_end());
        }
        let mut sum = hasher.finish();
        for (label, definition) in parser.reference_definitions().iter() {
            let mut hasher = FxHasher::default();
            write_str(&mut hasher, label);
            write_str(&mut hasher, &definition.dest);
            write_str(&mut hasher, definition.title.as_deref().unwrap_or_default());
            // They come in no order.
            sum = sum.wrapping_add(hasher.finish());
        }
        self.meaning.hidden = sum;
    }

    pub(super) fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) => self.words(TEXT, text),
            Event::Html(text) => self.words(HTML, text),
            Event::InlineHtml(text) => self.words(INLINE_HTML, text),
            Event::SoftBreak if self.line_ends == LineEnds::AsSpaces => self.words(TEXT, " "),
            Event::Start(tag) => {
                self.flush();
                self.depth += 1;
                self.start(tag);
            }
            Event::End(tag) => self.end(*tag),
            other => {
                self.flush();
                self.single(other);
                self.close();
            }
        }
    }

    fn words(&mut self, kind: u8, text: &str) {
        if self.text_kind != kind {
            self.flush();
            self.text_kind = kind;
        }
        self.text.push_str(text);
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.hasher.write_u8(self.text_kind);
            write_str(&mut self.hasher, &self.text);
            self.text.clear();
        }
    }

    /// At the end of a file, code and HTML may lack the line end that they have elsewhere.
    fn end(&mut self, tag: TagEnd) {
        if matches!(tag, TagEnd::CodeBlock | TagEnd::HtmlBlock)
            && !self.text.is_empty()
            && !self.text.ends_with('\n')
        {
            self.text.push('\n');
        }
        self.flush();
        self.hasher.write_u8(4);
        self.depth = self.depth.saturating_sub(1);
        self.close();
    }

    /// Notes a block of the top level when it has ended.
    fn close(&mut self) {
        if self.depth == 0 {
            self.meaning.blocks.push(std::mem::take(&mut self.hasher).finish());
        }
    }

    fn single(&mut self, event: &Event<'_>) {
        let (kind, text) = match event {
            Event::Code(text) => (5, text.as_ref()),
            Event::InlineMath(text) => (6, text.as_ref()),
            Event::DisplayMath(text) => (7, text.as_ref()),
            Event::FootnoteReference(label) => (8, label.as_ref()),
            Event::SoftBreak => (9, ""),
            Event::HardBreak => (10, ""),
            Event::Rule => (11, ""),
            Event::TaskListMarker(true) => (12, ""),
            _ => (13, ""),
        };
        self.hasher.write_u8(kind);
        write_str(&mut self.hasher, text);
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let mut is = |kind: u8| self.hasher.write_u8(kind);
        match tag {
            Tag::Paragraph => is(20),
            Tag::Heading { level, .. } => is(20 + *level as u8),
            Tag::BlockQuote(_) => is(27),
            Tag::CodeBlock(CodeBlockKind::Indented) => is(28),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                is(29);
                write_str(&mut self.hasher, info);
            }
            Tag::HtmlBlock => is(30),
            Tag::List(None) => is(31),
            Tag::List(Some(start)) => {
                is(32);
                self.hasher.write_u64(*start);
            }
            Tag::Item => is(33),
            Tag::FootnoteDefinition(label) => {
                is(34);
                write_str(&mut self.hasher, label);
            }
            Tag::Table(alignments) => {
                is(35);
                for alignment in alignments {
                    self.hasher.write_u8(*alignment as u8);
                }
            }
            Tag::TableHead => is(36),
            Tag::TableRow => is(37),
            Tag::TableCell => is(38),
            Tag::Emphasis => is(39),
            Tag::Strong => is(40),
            Tag::Strikethrough => is(41),
            Tag::Link { link_type, dest_url, title, id } => self.link(42, *link_type, dest_url, [title, id]),
            Tag::Image { link_type, dest_url, title, id } => self.link(43, *link_type, dest_url, [title, id]),
            // The rest belongs to dialects that are off.
            _ => is(44),
        }
    }

    fn link(&mut self, kind: u8, link_type: LinkType, target: &str, texts: [&str; 2]) {
        self.hasher.write_u8(kind);
        self.hasher.write_u8(match link_type {
            LinkType::Inline => 0,
            LinkType::Autolink => 1,
            LinkType::Email => 2,
            LinkType::WikiLink { has_pothole } => 3 + u8::from(has_pothole),
            _ => 5,
        });
        // A line end inside an address is a part of it.
        self.hasher.write(target.as_bytes());
        self.hasher.write_u8(0xff);
        for text in texts {
            write_str(&mut self.hasher, text);
        }
    }
}

/// Adds a text, its line ends all alike, so that it cannot run into what follows.
fn write_str(hasher: &mut FxHasher, text: &str) {
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        hasher.write(text.as_bytes());
    } else {
        hasher.write(text.as_bytes());
    }
    hasher.write_u8(0xff);
}
