//! The document as other programs read it. The names of fields are promised; these structures are
//! not the internal ones, so that those may change.

use std::collections::BTreeMap;

use agenda_lint_core::{
    analysis::{Action, Analysis, DueDate, Topic},
    document::{Author, Item as Source, Meeting as SourceMeeting, Section as SourceSection, SectionKind},
    language::Signal,
    text::Span,
};
use serde::Serialize;

use crate::output::Place;

/// A file.
#[derive(Debug, Serialize)]
pub(crate) struct Document {
    version: u8,
    pub path: String,
    front_matter: BTreeMap<String, Value>,
    pub meetings: Vec<Meeting>,
}

/// A value of the front matter: one, or several.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Value {
    One(String),
    Many(Vec<String>),
}

/// A meeting.
#[derive(Debug, Serialize)]
pub(crate) struct Meeting {
    pub date: Option<String>,
    pub title: String,
    span: Place,
    pub template: bool,
    /// Whether agenda rules judge it.
    pub judged: bool,
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Debug, Serialize)]
pub(crate) struct Section {
    pub kind: &'static str,
    pub title: String,
    span: Place,
    pub items: Vec<Item>,
}

/// An item with what nests in it.
#[derive(Debug, Serialize)]
pub(crate) struct Item {
    pub kind: &'static str,
    /// What the words make of it: an advice, a bare topic …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<&'static str>,
    pub text: String,
    span: Place,
    /// Who answers here, where it is somebody else's line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    pub signals: BTreeMap<&'static str, Vec<Found>>,
    pub okrs: Vec<Okr>,
    pub links: Vec<Link>,
    pub task: Option<Task>,
    pub children: Vec<Item>,
}

/// A place where a signal was recognised.
#[derive(Debug, Serialize)]
pub(crate) struct Found {
    #[serde(flatten)]
    place: Place,
    #[serde(skip)]
    pub text: String,
}

/// A reference to an objective or a key result.
#[derive(Debug, Serialize)]
pub(crate) struct Okr {
    pub id: Option<String>,
    text: String,
    span: Place,
}

/// A link to a document.
#[derive(Debug, Serialize)]
pub(crate) struct Link {
    target: String,
    span: Place,
}

/// Who does what by when.
#[derive(Debug, Serialize)]
pub(crate) struct Task {
    pub done: bool,
    pub owner: Option<String>,
    pub due: Option<String>,
    pub due_text: Option<String>,
    pub vague: bool,
}

/// The document of a file.
pub(crate) fn document(analysis: &Analysis) -> Document {
    let front_matter = analysis.document.front_matter.entries().map(|(key, values)| {
        let value = match values.as_slice() {
            [one] => Value::One((*one).to_owned()),
            many => Value::Many(many.iter().map(|&value| value.to_owned()).collect()),
        };
        (key.to_owned(), value)
    });
    let judged: Vec<Span> = analysis.agenda().map(|meeting| meeting.span).collect();
    let meetings = analysis.document.meetings.iter().enumerate();
    let meetings = meetings.map(|(index, of)| meeting(analysis, index, of, judged.contains(&of.span)));
    Document {
        version: 1,
        path: analysis.file.name().to_owned(),
        front_matter: front_matter.collect(),
        meetings: meetings.collect(),
    }
}

fn meeting(analysis: &Analysis, index: usize, of: &SourceMeeting, judged: bool) -> Meeting {
    let mut topics = analysis.topics_of(index).peekable();
    let sections = of.sections.iter().map(|section| {
        let mut items = Vec::new();
        while let Some(topic) = topics.next_if(|topic| std::ptr::eq(topic.section(), section)) {
            items.push(of_topic(analysis, topic));
        }
        section_with(analysis, section, items)
    });
    let sections = sections.collect();
    Meeting {
        date: of.day().map(|day| day.to_string()),
        title: of.heading.as_ref().map_or_else(String::new, |heading| heading.text.clone()),
        span: Place::new(&analysis.file, of.span),
        template: of.template,
        judged,
        sections,
    }
}

fn section_with(analysis: &Analysis, section: &SourceSection, items: Vec<Item>) -> Section {
    Section {
        kind: section.kind.name(),
        title: section.title().to_owned(),
        span: Place::new(&analysis.file, section.span),
        items,
    }
}

/// A topic: its first item, with all that nests in it as children.
fn of_topic(analysis: &Analysis, topic: Topic<'_>) -> Item {
    let place = |span: Span| Place::new(&analysis.file, span);
    let words = |span: Span| analysis.file.slice(span).to_owned();
    let (first, rest) = topic.items().split_first().unwrap_or((topic.item(), &[]));
    let mut item = plain(analysis, topic, first);
    item.topic = topic.is_judged().then(|| topic.kind().name());
    if first.author == Author::Writer {
        topic.text().clone_into(&mut item.text);
    }
    for signal in Signal::ALL {
        let found = topic.signals().all(signal).map(|span| Found { place: place(span), text: words(span) });
        item.signals.insert(signal.name(), found.collect());
    }
    item.okrs = topic
        .okrs()
        .iter()
        .map(|okr| Okr { id: okr.id.clone(), text: words(okr.span), span: place(okr.span) })
        .collect();
    let links = topic.links().into_iter();
    item.links = links.map(|link| Link { target: link.target, span: place(link.span) }).collect();
    item.children = children(analysis, topic, rest, first.depth);
    item
}

/// The items nested one level below `depth`, each with its own. As deep as the document is, which
/// has a bound.
fn children(analysis: &Analysis, topic: Topic<'_>, items: &[Source], depth: u8) -> Vec<Item> {
    let level = items.iter().map(|item| item.depth).min().unwrap_or(depth);
    items
        .chunk_by(|_, next| next.depth > level)
        .filter_map(|family| family.split_first())
        .map(|(first, rest)| {
            let mut item = plain(analysis, topic, first);
            if !rest.is_empty() {
                item.children = children(analysis, topic, rest, first.depth);
            }
            item
        })
        .collect()
}

fn plain(analysis: &Analysis, topic: Topic<'_>, item: &Source) -> Item {
    let kind = item.says.map_or(topic.section_kind(), |(kind, _)| kind);
    Item {
        kind: match kind {
            SectionKind::Actions => "action",
            SectionKind::Notes => "note",
            kind => kind.name(),
        },
        topic: None,
        text: first_line(analysis.file.slice(item.span)),
        span: Place::new(&analysis.file, item.span),
        reply: match &item.author {
            Author::Writer => None,
            Author::Reply(name) => Some(name.to_string()),
        },
        signals: BTreeMap::new(),
        okrs: Vec::new(),
        links: Vec::new(),
        task: topic.own_task(item).as_ref().map(Task::new),
        children: Vec::new(),
    }
}

/// The words of an item's own line, without its marker.
fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let words = line.trim_start_matches(['-', '*', '+', '|', '>', ' ', '\t']);
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = match number.strip_prefix(['.', ')']) {
        Some(rest) if number.len() < words.len() && rest.starts_with(' ') => rest.trim_start(),
        _ => words,
    };
    let boxes = ["[ ] ", "[x] ", "[X] "];
    boxes.iter().find_map(|mark| words.strip_prefix(mark)).unwrap_or(words).trim_end().to_owned()
}

impl Task {
    fn new(action: &Action) -> Self {
        Self {
            done: action.done,
            owner: action.owner.as_ref().map(|(name, _)| name.clone()),
            due: action.due.as_ref().and_then(DueDate::date).map(|date| date.to_string()),
            due_text: action.due.as_ref().map(|due| due.text.clone()),
            vague: action.vague,
        }
    }
}
