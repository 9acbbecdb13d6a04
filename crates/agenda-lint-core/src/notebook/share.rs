//! The agenda of a meeting as a message.

use std::fmt::Write as _;

use crate::{
    analysis::{Analysis, Place, Workspace},
    document::{Author, Heading, Item, Section, SectionKind},
    syntax::BlockKind,
    text::Span,
};

/// The form of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareFormat {
    /// Slack's mrkdwn.
    Slack,
    /// No marks but dashes.
    Plain,
    /// Elements to paste into a mail.
    Html,
}

/// The agenda of the meeting at a place, to send to whoever it is held with. Private parts, replies,
/// comments and slots to fill in are left out.
pub fn share(workspace: &Workspace, place: Place, format: ShareFormat) -> String {
    let analysis = &workspace.files[place.file];
    let meeting = workspace.meeting(place);
    let title = match meeting.day() {
        Some(day) => format!("Agenda for our one-on-one on {}", day.strftime("%A, %-d %B %Y")),
        None => "Agenda for our one-on-one".to_owned(),
    };
    let mut message = Message { format, text: String::new() };
    message.heading(&title);
    for (index, section) in meeting.sections.iter().enumerate() {
        let below = || meeting.sections.iter().filter(|other| other.parent == Some(index));
        if is_shared(analysis, section) || below().any(|other| is_shared(analysis, other)) {
            message.section(analysis, section);
        }
    }
    message.end();
    message.text
}

/// Whether there is something in a section for the other to read beforehand.
fn is_shared(analysis: &Analysis, section: &Section) -> bool {
    let is_written_later = matches!(section.kind, SectionKind::Notes | SectionKind::Decisions);
    !is_written_later
        && !section.private
        && !section.template
        && shown_items(analysis, section).next().is_some()
}

/// The items to show; what nests in a reply goes with it. What is quoted behind a topic is somebody's answer.
fn shown_items<'a>(analysis: &'a Analysis, section: &'a Section) -> impl Iterator<Item = &'a Item> {
    let (mut hidden_below, mut answers) = (None, false);
    section.items.iter().filter(move |item| {
        if hidden_below.is_some_and(|depth| item.depth > depth) {
            return false;
        }
        let is_hidden = item.author != Author::Writer
            || item.template
            || answers && analysis.tree.block(item.block).kind == BlockKind::Quote
            || analysis.is_private(item.span.start());
        (hidden_below, answers) = (is_hidden.then_some(item.depth), true);
        !is_hidden
    })
}

struct Message {
    format: ShareFormat,
    text: String,
}

impl Message {
    fn heading(&mut self, title: &str) {
        // Writing to a string cannot fail.
        let _ = match self.format {
            ShareFormat::Slack => writeln!(self.text, "*{}*", self.escaped(title).replace('*', "")),
            ShareFormat::Plain => writeln!(self.text, "{title}"),
            ShareFormat::Html => writeln!(self.text, "<p><strong>{}</strong></p>", self.escaped(title)),
        };
    }

    fn section(&mut self, analysis: &Analysis, section: &Section) {
        let is_public = |heading: &&Heading| !analysis.has_private(heading.span);
        let title = section.heading.as_ref().filter(is_public).map_or("", |heading| &heading.text);
        if !title.is_empty() {
            if self.format != ShareFormat::Html {
                self.text.push('\n');
            }
            self.heading(title);
        }
        if !is_shared(analysis, section) {
            return;
        }
        let mut depth = 0;
        for item in shown_items(analysis, section) {
            let words = self.words(analysis, item);
            if self.format != ShareFormat::Html {
                let bullet = if self.format == ShareFormat::Slack { "•" } else { "-" };
                let indent = "    ".repeat(usize::from(item.depth.min(8)));
                let _ = writeln!(self.text, "{indent}{bullet} {words}");
                continue;
            }
            let wanted = item.depth.min(8) + 1;
            self.nest(&mut depth, wanted);
            let _ = writeln!(self.text, "<li>{words}</li>");
        }
        self.nest(&mut depth, 0);
    }

    /// Opens or closes lists until `depth` is `wanted`.
    fn nest(&mut self, depth: &mut u8, wanted: u8) {
        while *depth < wanted {
            self.text.push_str("<ul>\n");
            *depth += 1;
        }
        while *depth > wanted {
            self.text.push_str("</ul>\n");
            *depth -= 1;
        }
    }

    fn end(&mut self) {
        const ASK: &str = "Please add the topics you would like to speak about.";
        let _ = match self.format {
            ShareFormat::Html => writeln!(self.text, "<p>{ASK}</p>"),
            _ => writeln!(self.text, "\n{ASK}"),
        };
    }

    /// The words of an item on one line, links kept.
    fn words(&self, analysis: &Analysis, item: &Item) -> String {
        let tree = &analysis.tree;
        let blocks: Vec<_> = match tree.block(item.block).kind {
            BlockKind::Item => {
                tree.children(item.block).filter(|&id| !tree.inlines(id).is_empty()).take(1).collect()
            }
            BlockKind::TableRow => tree.children(item.block).collect(),
            _ => vec![item.block],
        };
        let cells: Vec<String> = blocks
            .iter()
            .map(|&block| self.linked(analysis, tree.block(block).span, &analysis.public_words(block)))
            .filter(|cell| !cell.is_empty())
            .collect();
        let mark = match item.check_box {
            Some(found) if found.done => "[x] ",
            Some(_) => "[ ] ",
            None => "",
        };
        format!("{mark}{}", cells.join(" | "))
    }

    /// Words with the links that stand in `span`.
    fn linked(&self, analysis: &Analysis, span: Span, words: &str) -> String {
        let mut shown = self.escaped(words);
        for link in analysis.tree.links_in(span) {
            let written = analysis.file.slice(link.span);
            let Some((name, _)) = written.strip_prefix('[').and_then(|link| link.split_once("](")) else {
                continue;
            };
            let is_address = link.target.starts_with("https://") || link.target.starts_with("http://");
            let (name, target) = (self.escaped(name), self.escaped(&link.target));
            if !is_address || name.is_empty() || analysis.is_private(link.span.start()) {
                continue;
            }
            let linked = match self.format {
                ShareFormat::Slack => format!("<{target}|{name}>"),
                ShareFormat::Plain => format!("{name} ({target})"),
                ShareFormat::Html => format!("<a href=\"{target}\">{name}</a>"),
            };
            shown = shown.replacen(&name, &linked, 1);
        }
        shown
    }

    fn escaped(&self, text: &str) -> String {
        if self.format == ShareFormat::Plain {
            return text.to_owned();
        }
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        if self.format == ShareFormat::Html { escaped.replace('"', "&quot;") } else { escaped }
    }
}
