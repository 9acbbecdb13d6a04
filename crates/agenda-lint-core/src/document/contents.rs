//! The table of contents of a notebook: which links into the file itself stand outside of its
//! meetings, and which places they could lead to.

use std::cell::OnceCell;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    syntax::{BlockKind, LinkKind, Prose, Tree},
    text::{SourceFile, Span},
};

use super::{
    Document, Meeting,
    date::{self, DateOrder, Hints},
};

/// A table of contents.
#[derive(Clone, Debug)]
pub struct Contents<'a> {
    /// Its entries, in source order.
    pub entries: Vec<Entry<'a>>,
    /// The anchors of the meetings' headings, in source order.
    pub meetings: Vec<(&'a Meeting, String)>,
    file: &'a SourceFile,
    tree: &'a Tree,
    /// The anchors of all headings.
    headings: Vec<(usize, String)>,
    /// What can be led to, as [`plain`] has it, once somebody asks.
    anchors: OnceCell<FxHashSet<String>>,
}

/// A link to a place in the file.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The whole link.
    pub span: Span,
    /// What it shows.
    pub text: &'a str,
    /// The anchor it leads to, without `#`.
    pub anchor: &'a str,
    /// Where the anchor stands.
    pub target: Span,
    /// The order of the numbers in the dates of the file.
    order: Option<DateOrder>,
}

impl Entry<'_> {
    /// The day that its words name.
    pub fn day(&self) -> Option<Date> {
        date::find(self.text, Hints { year: None, order: self.order })?.date
    }
}

impl<'a> Contents<'a> {
    /// The table of contents, if the file has one: two links at least outside of its meetings, one
    /// of which leads to a meeting.
    pub fn read(file: &'a SourceFile, tree: &'a Tree, document: &'a Document) -> Option<Self> {
        let entries = entries(file, tree, document);
        if entries.len() < 2 {
            return None;
        }
        let headings = anchors(file, tree);
        let real = document.meetings.iter().filter(|meeting| !meeting.template && meeting.date.is_some());
        let meetings: Vec<_> = real
            .filter_map(|meeting| {
                let start = meeting.heading.as_ref()?.span.start();
                let at = headings.binary_search_by_key(&start, |(start, _)| *start).ok()?;
                Some((meeting, headings[at].1.clone()))
            })
            .collect();
        let listed: FxHashSet<String> = entries.iter().map(|entry| plain(entry.anchor)).collect();
        let leads_to_meeting = meetings.iter().any(|(_, anchor)| listed.contains(&plain(anchor)));
        leads_to_meeting.then_some(Self { entries, meetings, file, tree, headings, anchors: OnceCell::new() })
    }

    /// Whether something in the file has that anchor.
    pub fn leads_somewhere(&self, anchor: &str) -> bool {
        let anchors = || {
            let written = written_anchors(self.file, self.tree);
            let all = self.headings.iter().map(|(_, anchor)| anchor).chain(&written);
            all.map(|anchor| plain(anchor)).collect()
        };
        anchor.is_empty()
            || anchor.contains('%')
            || self.anchors.get_or_init(anchors).contains(&plain(anchor))
    }
}

/// An anchor in lower case, with each run of `-` as one and none at its ends: programs that show Markdown differ in runs,
/// and follow either case.
fn plain(anchor: &str) -> String {
    let mut plain = String::with_capacity(anchor.len() + 1);
    for part in anchor.split('-').filter(|part| !part.is_empty()) {
        plain.push('-');
        plain.push_str(part);
    }
    if plain.is_ascii() {
        plain.make_ascii_lowercase();
        plain
    } else {
        plain.to_lowercase()
    }
}

/// The links to anchors of this file that stand outside of every meeting.
fn entries<'a>(file: &'a SourceFile, tree: &'a Tree, document: &'a Document) -> Vec<Entry<'a>> {
    let meetings = &document.meetings;
    let whole_file = meetings.iter().any(|meeting| meeting.span == file.span());
    let inside = |span: Span| {
        let after = meetings.partition_point(|meeting| meeting.span.start() <= span.start());
        after > 0 && meetings[after - 1].span.contains(span)
    };
    let links = tree
        .links_in(file.span())
        .iter()
        .filter(|link| link.kind == LinkKind::Markdown && link.target.starts_with('#'));
    if whole_file {
        return Vec::new();
    }
    links
        .filter(|link| !inside(link.span))
        .filter_map(|link| {
            let written = file.slice(link.span);
            let open = written.rfind("](#")?;
            let start = link.span.start() + open + "](#".len();
            let target = Span::new(start, link.span.end() - 1);
            let anchor = file.slice(target);
            let text = written.get(1..open)?;
            let order = document.date_order;
            (anchor == &link.target[1..]).then_some(Entry { span: link.span, text, anchor, target, order })
        })
        .collect()
}

/// The anchors that headings get, each with the byte where its heading begins, in source order.
pub fn anchors(file: &SourceFile, tree: &Tree) -> Vec<(usize, String)> {
    let headings = tree.ids().filter(|&id| matches!(tree.block(id).kind, BlockKind::Heading { .. }));
    let anchored = headings.map(|id| (tree.block(id).span.start(), slug(&Prose::words(file, tree, id))));
    let mut anchors: Vec<_> = anchored.collect();
    let mut used: FxHashMap<&str, usize> = FxHashMap::default();
    let mut alike_before = Vec::with_capacity(anchors.len());
    for (_, anchor) in &anchors {
        let used = used.entry(anchor).or_default();
        alike_before.push(*used);
        *used += 1;
    }
    for ((_, anchor), before) in anchors.iter_mut().zip(alike_before).filter(|(_, before)| *before > 0) {
        anchor.push('-');
        anchor.push_str(&before.to_string());
    }
    anchors
}

/// The anchors that HTML in the file sets: `<a id="…">`, `<a name="…">`.
fn written_anchors(file: &SourceFile, tree: &Tree) -> Vec<String> {
    let values = tree.html().iter().flat_map(|&span| {
        let html = file.slice(span);
        ["id=", "name="].into_iter().flat_map(move |key| html.split(key).skip(1)).map(|rest| {
            let rest = rest.trim_start_matches(['"', '\'']);
            rest.split(['"', '\'', ' ', '>']).next().unwrap_or_default().to_owned()
        })
    });
    values.collect()
}

/// The anchor of a heading, as code hosts make it.
fn slug(heading: &str) -> String {
    let mut slug = String::with_capacity(heading.len());
    for c in heading.trim().chars() {
        match c {
            ' ' | '\n' => slug.push('-'),
            '-' | '_' => slug.push(c),
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            c if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            _ => {}
        }
    }
    slug
}
