//! Whose topics a section holds: `My topics` beside `Kate's topics`.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use crate::{
    syntax::BlockKind,
    text::{first_line, is_one_of},
};

use super::{
    Author, Document, People, Section, SectionKind,
    items::Reader,
    reply,
    signature::{Signature, is_initials},
};

/// What a section can be called besides whose it is.
#[rustfmt::skip]
const TOPICS: [&str; 18] = [
    "topics", "topic", "stuff", "things", "agenda", "items", "points", "list", "side", "part", "turn", "updates",
    "questions", "asks", "discussion", "talking", "bits", "corner",
];

/// What `'s` may stand behind besides a name.
#[rustfmt::skip]
const NO_NAMES: [&str; 25] = [
    "what", "who", "where", "how", "that", "it", "here", "there", "let", "today", "tomorrow", "yesterday", "week",
    "month", "quarter", "year", "team", "company", "customer", "everyone", "monday", "tuesday", "wednesday",
    "thursday", "friday",
];

/// What tells whose a section is, but for names.
const OWNERS: [&str; 6] = ["my", "me", "mine", "your", "their", "from"];

/// How the other person may be called instead.
const MANAGER: &str = "manager";

/// Whose a section is, by its heading.
#[derive(PartialEq, Eq)]
enum Side {
    Mine,
    Of(String),
}

/// Gives what stands in the other person's sections to them: the writer answers it and does not frame it. `titled` are the
/// [`second_names`] of the title.
pub(super) fn attribute(document: &mut Document, people: &People, titled: &[&str], reader: &Reader<'_>) {
    let Some(other) = other(document, people, titled, reader) else { return };
    for meeting in &mut document.meetings {
        let mut theirs: Vec<bool> = Vec::with_capacity(meeting.sections.len());
        for section in &mut meeting.sections {
            let is_theirs = match side(section, titled) {
                Some(Side::Of(name)) => name == other,
                Some(Side::Mine) => false,
                None => !section.named && section.parent.is_some_and(|parent| theirs[parent]),
            };
            theirs.push(is_theirs);
            if is_theirs {
                give(section, &other, reader);
            }
        }
    }
}

/// Gives a section's items to somebody, but for the answers to them.
fn give(section: &mut Section, name: &str, reader: &Reader<'_>) {
    let mut answer = None;
    for item in &mut section.items {
        answer = answer.filter(|&depth| item.depth > depth);
        let is_mine =
            || reader.unmarked(item).get(..3).is_some_and(|start| start.eq_ignore_ascii_case("me:"));
        let is_signed = || reader.signed_by(item.block).is_some_and(|signed| !is_signature_of(signed, name));
        if item.depth > 0 && answer.is_none() && (is_mine() || is_signed()) {
            answer = Some(item.depth);
        }
        if answer.is_none() && item.author == Author::Writer {
            item.author = Author::Reply(name.into());
        }
    }
}

/// Who has sections of their own, and is not the writer.
fn other(document: &Document, people: &People, titled: &[&str], reader: &Reader<'_>) -> Option<String> {
    let sections = || document.meetings.iter().flat_map(|meeting| &meeting.sections);
    let mut names: Vec<String> = Vec::new();
    let mut has_mine = false;
    let answers = LazyCell::new(|| {
        let mut answers: FxHashMap<&str, usize> = FxHashMap::default();
        reader.signers().for_each(|name| *answers.entry(name).or_default() += 1);
        answers
    });
    for side in sections().filter_map(|section| side(section, titled)) {
        match side {
            Side::Mine => has_mine = true,
            Side::Of(name) if names.contains(&name) => {}
            // "OPS topics" may be a department's, which answers to nothing.
            Side::Of(name)
                if is_initials(&name) && answers.get(name.as_str()).is_none_or(|times| *times < 2) => {}
            // A third has no part in a meeting of two.
            Side::Of(_) if names.len() == 2 => return None,
            Side::Of(name) => names.push(name),
        }
    }
    if names.is_empty() {
        return None;
    }
    let writer = reply::writer(people, &document.front_matter);
    let mut manager = reply::manager(people, &document.front_matter);
    manager.push(MANAGER.to_owned());
    let is_of = |known: &[String], name: &String| known.contains(&name.to_lowercase());
    match names.as_slice() {
        [name] => {
            let is_other = is_of(&manager, name)
                || has_mine
                || titled.contains(&name.as_str())
                // "HW topics", where HW answers
                || is_initials(name);
            (is_other && !is_of(&writer, name)).then(|| name.clone())
        }
        [one, two] => {
            let known = |name| is_of(&writer, name).cmp(&is_of(&manager, name));
            let replies = |name| replies(document, reader, name);
            let place = |name: &String| title(document).find(name.as_str()).unwrap_or(usize::MAX);
            // Where nothing tells, it is the second of the two.
            let order = known(two)
                .cmp(&known(one))
                .then_with(|| replies(one).cmp(&replies(two)))
                .then_with(|| place(one).cmp(&place(two)));
            Some(if order.is_gt() { one.clone() } else { two.clone() })
        }
        _ => None,
    }
}

/// The first heading of the file, which may name both.
pub(super) fn title(document: &Document) -> &str {
    let Document { title, sections, meetings, .. } = document;
    let before = sections.first().and_then(|section| section.heading.as_ref());
    let meeting = || meetings.first().and_then(|meeting| meeting.heading.as_ref());
    title.as_ref().or(before).or_else(meeting).map_or("", |heading| &heading.text)
}

/// How many lines somebody signed.
fn replies(document: &Document, reader: &Reader<'_>, name: &str) -> usize {
    let items =
        document.meetings.iter().flat_map(|meeting| &meeting.sections).flat_map(|section| &section.items);
    let quotes = items
        .flat_map(|item| reader.tree.children(item.block))
        .map(|block| reader.tree.block(block))
        .filter(|block| block.kind == BlockKind::Quote)
        .map(|block| first_line(reader.file.slice(block.span)).trim_start_matches(['>', ' ']));
    let answers =
        quotes.filter_map(|line| Some(is_signature_of(Signature::of(line.into(), true)?.name(), name)));
    let nested = reader.signers().map(|signed| is_signature_of(signed, name));
    answers.chain(nested).filter(|is_theirs| *is_theirs).count()
}

/// Whether a line is signed with a name, or with initials that may be those of it.
fn is_signature_of(signed: &str, name: &str) -> bool {
    let is_short = signed.chars().all(char::is_uppercase);
    signed.eq_ignore_ascii_case(name) || is_short && signed.chars().next() == name.chars().next()
}

/// Whom a title names behind the person whose notes these are, or beside nobody else: `Sam / Kate`, `1:1 with Kate`,
/// `1-1 Kate`, `Kate 1:1`; of a long title, its beginning.
pub(super) fn second_names(title: &str) -> Vec<&str> {
    const LONGEST: usize = 12;
    // Many a title is but a day.
    if !title.contains(char::is_whitespace) {
        return Vec::new();
    }
    let words = || title.split_whitespace().take(LONGEST);
    let names_meeting =
        |word: &str| matches!(word.trim_matches(|c: char| !c.is_alphanumeric()), "1:1" | "1-1" | "1on1");
    let is_word = |word: &str| word.starts_with(char::is_alphabetic);
    let mut names = Vec::new();
    let (mut last_but_one, mut last) = (None, None);
    for word in words() {
        let behind_another = || last_but_one.is_some_and(is_word);
        let is_second = match last {
            Some("with" | "w/" | "1:1" | "1-1" | "1on1") => true,
            Some("/" | "×" | "<>" | "x") => behind_another(),
            Some("&" | "+" | "and") => behind_another() && words().any(names_meeting),
            None => words().nth(1).is_some_and(names_meeting) && !words().any(|word| word == "with"),
            Some(_) => false,
        };
        if is_second && is_word(word) {
            names.push(word.trim_end_matches(|c: char| !c.is_alphanumeric()));
        }
        (last_but_one, last) = (last, Some(word));
    }
    names
}

/// Whose a section is, if its heading says no more than that; a name alone says it if it is one of those that the title
/// names.
fn side(section: &Section, titled: &[&str]) -> Option<Side> {
    use SectionKind::{Actions, Decisions, Feedback, Notes, Okrs, Personal};
    let heading = section.title();
    let is_other_kind = matches!(section.kind, Actions | Decisions | Feedback | Notes | Okrs | Personal);
    if heading.len() > 60 || section.template || is_other_kind {
        return None;
    }
    // Of most headings, the first word is one of letters.
    let (plain, rest) = heading.split_at(heading.bytes().take_while(u8::is_ascii_alphabetic).count());
    let (first, words) = if !plain.is_empty() && matches!(rest.as_bytes(), [] | [b' ', ..]) {
        (plain, words_of(rest))
    } else {
        let mut words = words_of(heading);
        (words.next()?, words)
    };
    let name = first.strip_suffix("'s").or_else(|| first.strip_suffix("’s"));
    let alone = name.unwrap_or(first);
    let may_be_name = || !section.named && (name.is_some() || is_name(alone));
    if titled.contains(&alone) && words.clone().next().is_none() && may_be_name() {
        return Some(Side::Of(alone.to_owned()));
    }
    let owner = OWNERS.into_iter().find(|owner| owner.eq_ignore_ascii_case(first)).unwrap_or_default();
    // Most headings begin otherwise.
    if name.is_none() && owner.is_empty() && !is_initials(first) {
        return None;
    }
    let rest: Vec<&str> = words.collect();
    let is_topic = |word: &&str| is_one_of(word, &TOPICS);
    let are_topics = rest.iter().all(is_topic);
    let name = name.or_else(|| (is_initials(first) && !rest.is_empty()).then_some(first));
    match (owner, rest.as_slice()) {
        ("my", [_, ..]) if are_topics => Some(Side::Mine),
        ("me" | "mine", []) => Some(Side::Mine),
        ("your", [_, ..]) if are_topics => Some(Side::Of("you".to_owned())),
        ("their", [_, ..]) if are_topics => Some(Side::Of("them".to_owned())),
        ("from", &[name] | &["my" | "the", name @ "manager"]) if name == MANAGER || is_name(name) => {
            Some(Side::Of(name.to_owned()))
        }
        _ => name.filter(|name| are_topics && is_name(name)).map(|name| Side::Of(name.to_owned())),
    }
}

fn words_of(heading: &str) -> impl Iterator<Item = &str> + Clone {
    let words = heading.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')));
    words.filter(|word| word.contains(char::is_alphabetic))
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !is_one_of(word, &NO_NAMES)
}
