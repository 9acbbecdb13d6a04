//! What became of an action: the lines of a later meeting that speak of it.
//!
//! People carry an action over in other words, tick it, strike it, tell it as news or answer it in a reply. So
//! lines are compared by the documents and issues they name, and by their telling words.

use std::{borrow::Cow, cell::OnceCell, hash::Hasher, ops::Range};

use rustc_hash::FxHasher;

use crate::{
    document::{Author, Item},
    language::{Terms, Wanted},
    text::{Span, offset_in},
};

use super::{
    Action, Analysis, Topic,
    meeting_tasks::{self, Task},
    passage, task,
};

/// What a line says, reduced to what can be found again.
#[derive(Clone, Debug, Default)]
pub struct Gist {
    terms: Terms,
    /// Hashes of the documents and issues that it names.
    references: Vec<u32>,
}

impl Gist {
    /// What an item says without what nests in it.
    pub fn of_item(analysis: &Analysis, item: &Item) -> Self {
        Self::read(analysis, item, None, None)
    }

    /// What an action says likewise, its owner and its date left out.
    fn of_action(analysis: &Analysis, item: &Item, action: &Action) -> Self {
        Self::read(analysis, item, Some(action), None)
    }

    /// What an item says likewise, as far as it is `sought`; most say nothing of it.
    fn of_those(analysis: &Analysis, item: &Item, sought: &Sought) -> Self {
        if sought.may_stand_in(analysis, item) {
            Self::read(analysis, item, None, Some(sought))
        } else {
            Self::default()
        }
    }

    fn read(analysis: &Analysis, item: &Item, action: Option<&Action>, sought: Option<&Sought>) -> Self {
        let (file, tree) = (&analysis.file, &analysis.tree);
        let prose = passage::of_item(file, tree, item);
        let text = prose.text();
        let is_address = |range: &&Range<usize>| text[(*range).clone()].contains("://");
        let opaque = prose.opaque();
        let mut left_out: Vec<_> = opaque.iter().filter(is_address).cloned().collect();
        if let Some(action) = action {
            left_out.extend(action.who_and_when(text));
        }
        // From the marker on, since a link begins before its first word.
        let own = Span::new(item.span.start(), prose.span(0..text.len()).end().max(item.span.start()));
        let written = tree.links_in(own).iter().map(|link| reference(&link.target));
        let bare = opaque.iter().map(|range| &text[range.clone()]);
        let mut references: Vec<u32> =
            written.chain(bare.filter(|code| code.contains("://")).map(reference)).collect();
        for word in issue_references(text) {
            references.push(reference(word));
            // The repository may be named in one place and not in the other.
            references.extend(word.rfind('#').filter(|&at| at > 0).map(|at| reference(&word[at..])));
            let start = offset_in(text, word);
            left_out.push(start..start + word.len());
        }
        let text = without(text, left_out);
        let terms = match sought {
            Some(sought) => Terms::of_those(&text, &sought.words),
            None => Terms::of(&text),
        };
        Self { terms, references }
    }

    fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.references.is_empty()
    }

    /// How surely `later` speaks of what this says; none if it does not, as far as one can tell.
    pub fn said_again(&self, later: &Self) -> Option<u32> {
        const SURE: u32 = 1_000;
        let named = self.references.iter().any(|reference| later.references.contains(reference));
        if named { Some(SURE) } else { self.terms.said_again(&later.terms) }
    }

    fn with(&self, other: &Self) -> Self {
        Self {
            terms: self.terms.with(&other.terms),
            references: [&self.references[..], &other.references].concat(),
        }
    }

    fn keys(&self) -> impl Iterator<Item = u32> {
        self.terms.keys().chain(self.references.iter().copied())
    }
}

/// What is looked for in the lines of a meeting: what some actions say.
#[derive(Debug)]
pub struct Sought {
    words: Wanted,
    /// Whether they name any document or issue.
    references: bool,
}

impl Sought {
    /// What these say.
    pub fn of<'g>(actions: impl IntoIterator<Item = &'g Gist, IntoIter: Clone>) -> Self {
        let mut actions = actions.into_iter();
        Self {
            words: Wanted::of(actions.clone().map(|action| &action.terms)),
            references: actions.any(|action| !action.references.is_empty()),
        }
    }

    /// Whether an item may say any of it: a cheap look, before its words are read.
    fn may_stand_in(&self, analysis: &Analysis, item: &Item) -> bool {
        let words = passage::words_of_item(&analysis.file, &analysis.tree, item);
        let is_address = |colon: usize| words[colon..].starts_with("://");
        self.references
            || memchr::memchr_iter(b':', words.as_bytes()).any(is_address)
            || self.words.may_stand_in(&words)
    }
}

fn reference(target: &str) -> u32 {
    let target = target.trim_end_matches('/').to_lowercase();
    let mut hasher = FxHasher::default();
    hasher.write(target.trim_start_matches("https://").trim_start_matches("http://").as_bytes());
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}

/// `#482`, `org/app#482`, `ABC-123`.
fn issue_references(text: &str) -> impl Iterator<Item = &str> {
    let has_digit = |at: usize| text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
    let text = if memchr::memchr2_iter(b'#', b'-', text.as_bytes()).any(has_digit) { text } else { "" };
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | ':'));
    let words = words.map(|word| word.trim_end_matches(['.', '!', '?', '\'']));
    words.filter(|word| word.ends_with(|last: char| last.is_ascii_digit())).filter(|word| {
        let number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        word.rsplit_once('#').is_some_and(|(_, digits)| number(digits))
            || word.rsplit_once('-').is_some_and(|(project, digits)| {
                number(digits) && project.len() >= 2 && project.bytes().all(|byte| byte.is_ascii_uppercase())
            })
    })
}

fn without(text: &str, mut left_out: Vec<Range<usize>>) -> Cow<'_, str> {
    if left_out.is_empty() {
        return Cow::Borrowed(text);
    }
    left_out.sort_by_key(|range| range.start);
    let (mut kept, mut at) = (String::with_capacity(text.len()), 0);
    for range in left_out {
        if let Some(piece) = text.get(at..range.start) {
            kept.push_str(piece);
            kept.push_str(" . ");
        }
        at = at.max(range.end);
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(kept)
}

/// An action of a meeting.
#[derive(Debug)]
pub struct Commitment<'a> {
    analysis: &'a Analysis,
    /// The item it is.
    pub item: &'a Item,
    /// Who does it until when.
    pub action: &'a Action,
    /// Whether it is done, as it says itself or as a line says that nests in it.
    pub done: bool,
    gist: &'a OnceCell<Gist>,
}

impl<'a> Commitment<'a> {
    /// What it says, read when it is first asked for.
    pub fn gist(&self) -> &'a Gist {
        self.gist.get_or_init(|| Gist::of_action(self.analysis, self.item, self.action))
    }

    /// Whether it may say any of what is `sought`, which takes less than its gist.
    pub fn may_say(&self, sought: &Sought) -> bool {
        sought.may_stand_in(self.analysis, self.item)
    }
}

/// The actions of a meeting that its writer noted, done ones too; the meeting is given by its place.
pub fn commitments(analysis: &Analysis, meeting: usize) -> impl Iterator<Item = Commitment<'_>> {
    let tasks = meeting_tasks::tasks(analysis, meeting);
    tasks.filter(|(topic, item, _)| topic.is_judged() && item.author == Author::Writer).map(
        move |(topic, item, Task { action, gist, .. })| {
            let done = action.done || is_closed_below(analysis, topic, item);
            Commitment { analysis, item, action, done, gist }
        },
    )
}

/// Those of them that are not done; the others are not even read.
pub fn open_commitments(analysis: &Analysis, meeting: usize) -> impl Iterator<Item = Commitment<'_>> {
    let tasks = meeting_tasks::open_tasks(analysis, meeting);
    tasks.filter(|(topic, item, _)| !is_closed_below(analysis, *topic, item)).map(
        move |(_, item, Task { action, gist, .. })| Commitment { analysis, item, action, done: false, gist },
    )
}

/// Whether a line that nests in an action says that it is done: `KD: done, he promises Thursday`.
fn is_closed_below(analysis: &Analysis, topic: Topic<'_>, action: &Item) -> bool {
    let below = topic.items().iter().skip_while(|item| item.block != action.block).skip(1);
    below
        .take_while(|item| item.depth > action.depth)
        .any(|item| task::is_done(&passage::words_of_item(&analysis.file, &analysis.tree, item)))
}

/// Lines, ready to be searched for what an action says.
#[derive(Debug, Default)]
pub struct Spoken {
    lines: Vec<(Gist, Span)>,
    /// The keys of the lines, each with the place of its line; sorted.
    index: Vec<(u32, usize)>,
}

/// How many lines that share a word are looked at: a word that stands everywhere tells nothing.
const MOST: usize = 64;

impl Spoken {
    /// All lines of a meeting, by whomever, and each topic as a whole, to be searched for these `actions` and no
    /// others. Forms to fill in say nothing.
    pub fn in_meeting<'g>(
        analysis: &Analysis,
        meeting: usize,
        actions: impl IntoIterator<Item = &'g Gist, IntoIter: Clone>,
    ) -> Self {
        // A word that no action says finds none, and most words are such.
        let sought = Sought::of(actions);
        let mut lines = Vec::new();
        for topic in analysis.topics_of(meeting).filter(|topic| !topic.section().template) {
            let mut whole = Gist::default();
            let items = topic.items().iter().filter(|item| !item.template);
            for (count, item) in items.enumerate() {
                let gist = Gist::of_those(analysis, item, &sought);
                if gist.is_empty() {
                    continue;
                }
                // A long discussion shares a word with anything.
                if count < 6 {
                    whole = whole.with(&gist);
                }
                lines.push((gist, item.span));
            }
            if topic.items().len() > 1 {
                lines.push((whole, topic.item().span));
            }
        }
        // A list that is kept for all meetings speaks in each.
        let announced = analysis.document.announced().filter(|&announced| announced != meeting);
        let announced = announced.map(|announced| &analysis.document.meetings[announced].sections);
        let standing = analysis.document.sections.iter().chain(announced.into_iter().flatten());
        let standing = standing.filter(|section| !section.template);
        for item in standing.flat_map(|section| &section.items).filter(|item| !item.template) {
            lines.push((Gist::of_those(analysis, item, &sought), item.span));
        }
        Self::of_lines(lines)
    }

    /// These actions only, in their order.
    pub fn of_gists<'a>(gists: impl IntoIterator<Item = &'a Gist>) -> Self {
        Self::of_lines(gists.into_iter().map(|gist| (gist.clone(), Span::empty(0))).collect())
    }

    fn of_lines(lines: Vec<(Gist, Span)>) -> Self {
        let keys = lines.iter().enumerate().flat_map(|(at, (gist, _))| gist.keys().map(move |key| (key, at)));
        let mut index: Vec<(u32, usize)> = keys.collect();
        index.sort_unstable();
        Self { lines, index }
    }

    /// The line that speaks of `action` most surely, by its place among the lines, and where it stands.
    pub fn mention(&self, action: &Gist) -> Option<(usize, Span)> {
        let lines_with = |key: u32| {
            let from = self.index.partition_point(|&(other, _)| other < key);
            self.index[from..].iter().take_while(move |&&(other, _)| other == key).take(MOST)
        };
        let mut candidates: Vec<usize> = action.keys().flat_map(lines_with).map(|&(_, at)| at).collect();
        candidates.sort_unstable();
        candidates.dedup();
        let said = candidates.into_iter().filter_map(|at| Some((action.said_again(&self.lines[at].0)?, at)));
        let (_, at) = said.max_by_key(|&(weight, at)| (weight, std::cmp::Reverse(at)))?;
        Some((at, self.lines[at].1))
    }
}
