//! Whether two versions of a file say the same to the rules.

use jiff::civil::Date;

use crate::{
    analysis::{Action, Analysis},
    document::{Item, Meeting},
    syntax::Prose,
};

/// What a pass may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Freedom {
    /// Nothing that a meeting holds.
    None,
    /// The words around a task's owner and due date.
    Wording,
    /// The order of a meeting's sections.
    Order,
}

/// An item with all that the rules read of it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    meeting: usize,
    day: Option<Date>,
    section: &'static str,
    title: String,
    depth: u8,
    words: Vec<String>,
    task: Option<Task>,
}

/// A task as its item tells it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Task {
    done: bool,
    owner: String,
    due: String,
}

/// Whether both hold the same meetings on the same days, with the same items in the same sections,
/// the same words, owners and due dates, apart from what `freedom` allows.
pub(super) fn says_the_same(before: &Analysis, after: &Analysis, freedom: Freedom) -> bool {
    let days = |analysis: &Analysis| analysis.document.meetings.iter().map(Meeting::day).collect::<Vec<_>>();
    let sections = |analysis: &Analysis| {
        let mut sections: Vec<_> = analysis
            .document
            .meetings
            .iter()
            .enumerate()
            .flat_map(|(index, meeting)| {
                meeting
                    .sections
                    .iter()
                    .map(move |section| (index, section.kind.name(), section.title().to_owned()))
            })
            .collect();
        if freedom == Freedom::Order {
            sections.sort();
        }
        sections
    };
    days(before) == days(after)
        && sections(before) == sections(after)
        && said(before, freedom) == said(after, freedom)
}

fn said(analysis: &Analysis, freedom: Freedom) -> Vec<Said> {
    let mut all = Vec::new();
    let start = |index: usize| analysis.document.meetings.get(index).map_or(usize::MAX, |m| m.span.start());
    let mut meeting = 0;
    for topic in analysis.topics() {
        while start(meeting + 1) <= topic.span().start() {
            meeting += 1;
        }
        for item in topic.items() {
            let action = topic.own_task(item);
            all.push(Said {
                meeting,
                day: topic.meeting().day(),
                section: topic.section_kind().name(),
                title: topic.section().title().to_owned(),
                depth: item.depth,
                words: words(analysis, item, action.as_ref().filter(|_| freedom == Freedom::Wording)),
                task: action.map(|action| Task {
                    done: action.done,
                    owner: action.owner.map(|(owner, _)| owner).unwrap_or_default(),
                    due: action
                        .due
                        .map(|due| due.date().map_or(due.text, |date| date.to_string()))
                        .unwrap_or_default(),
                }),
            });
        }
    }
    if freedom == Freedom::Order {
        all.sort();
    }
    all
}

/// The words of an item; those that tell the owner and the date of `action` left out.
fn words(analysis: &Analysis, item: &Item, action: Option<&Action>) -> Vec<String> {
    let text = shown(analysis, item);
    let Some(action) = action else { return split(&text) };
    let owner = action.owner.as_ref().map(|(owner, _)| split(owner)).unwrap_or_default();
    let due = action.due.as_ref().map(|due| split(&due.text)).unwrap_or_default();
    let is_around = |word: &String| {
        owner.contains(word)
            || due.contains(word)
            || matches!(word.as_str(), "by" | "due" | "to" | "will" | "on")
    };
    split(&text).into_iter().filter(|word| !is_around(word)).collect()
}

/// The text of an item, without what nests in it.
fn shown(analysis: &Analysis, item: &Item) -> String {
    let (file, tree) = (&analysis.file, &analysis.tree);
    let mut prose = Prose::default();
    for block in std::iter::once(item.block).chain(tree.children(item.block)) {
        if !tree.inlines(block).is_empty() {
            prose.push(file, tree, block);
        }
    }
    prose.text().to_owned()
}

fn split(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
