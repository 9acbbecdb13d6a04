//! Whose an action is: the many ways in which people write it down.

mod behind;
mod person;

use std::ops::Range;

use super::{
    class::{Class, is_past, third_person},
    due,
    words::Words,
};
use behind::{Note, behind, mentions, note};
use person::{
    is_bare_owner, is_capital, is_given_name, is_loose, is_person, is_sentence_opener, past_joint, people,
    starts_lower,
};

/// Words that make what stands before them somebody who will act.
const PREDICATES: [&str; 18] = [
    "will",
    "'ll",
    "should",
    "must",
    "shall",
    "can",
    "could",
    "may",
    "please",
    "pls",
    "plz",
    "needs",
    "is",
    "has",
    "agreed",
    "promised",
    "volunteered",
    "offered",
];

/// What an action's text says of its owner, as token ranges.
#[derive(Default)]
pub(super) struct Found {
    /// The owner; None where nobody is named.
    pub(super) owner: Option<Range<usize>>,
    /// What is not the action itself: the marker, the owner and what joins them to the rest.
    pub(super) lead: usize,
    /// A note of the owner behind the action, brackets included.
    pub(super) tail: Option<Range<usize>>,
}

/// Finds the owner: said by a key (`owner: Ana`), at the front, in a note behind, or by a mention.
pub(super) fn find(words: &Words<'_>) -> Found {
    let mut start = past_markers(words, 0);
    // `Fri: Ana shows the demo`
    if let Some(end) = due::time_end(words, start).filter(|&end| words.is_mark(end, ":–—-|")) {
        start = end + 1;
    }
    let front = front(words, start);
    if let Some((owner, whole)) = keyed(words) {
        return Found { owner, lead: front.lead.max(start), tail: Some(whole) };
    }
    let subject_only = front.owner.as_ref().is_some_and(|owner| words.is_any(owner.start, &["i"]));
    if front.owner.is_some() && !subject_only {
        return front;
    }
    if let Some((owner, whole)) = behind(words, front.lead.max(start)) {
        return Found { owner: Some(owner), lead: front.lead, tail: Some(whole) };
    }
    if front.owner.is_none()
        && words.hold_any(&[Class::Mark])
        && let Some(mention) = (start..words.len()).find_map(|at| mentions(words, at))
    {
        return Found { owner: Some(mention.clone()), lead: front.lead, tail: Some(mention) };
    }
    front
}

/// The token after the markers of a list or an action: `→`, `✅`, `ACTION:`, `#action`, `TODO`.
fn past_markers(words: &Words<'_>, mut at: usize) -> usize {
    loop {
        let before = at;
        while words.mark(at).is_some_and(|mark| !"@([{\"'~".contains(mark)) {
            if words.mark(at) == Some('#') && is_tag(words, at + 1) {
                at += 1;
            }
            at += 1;
        }
        if words.is_mark(at, "[(") && is_tag(words, at + 1) && words.is_mark(at + 2, ")]") {
            at += 3;
        } else if is_tag(words, at) {
            let end = at + 1 + usize::from(words.is_any(at + 1, &["item", "items", "point"]));
            let is_shouted = words.written(at).len() > 1 && words.written(at).chars().all(char::is_uppercase);
            if words.is_mark(end, ":–—-") {
                at = end + 1;
            } else if is_shouted && words.is_word(end) || words.is_any(end, &["for"]) {
                at = end + usize::from(words.is_any(end, &["for"]));
            } else if words.is_mark(end, "(") {
                at = end;
            }
        }
        if at == before {
            return at;
        }
    }
}

fn is_tag(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Class::Tag)
}

/// The owner that the action opens with.
fn front(words: &Words<'_>, at: usize) -> Found {
    let none = || Found { lead: at, ..Found::default() };
    if let Some(owner) = mentions(words, at) {
        let lead = past_joint(words, owner.end);
        return Found { owner: Some(owner), lead, tail: None };
    }
    if words.is_mark(at, "[({")
        && let Some(close) = words.closing(at)
    {
        let lead = past_joint(words, close + 1);
        return match note(words, at + 1..close) {
            Some(Note::Person(owner)) => Found { owner: Some(owner), lead, tail: None },
            Some(Note::Nobody) => Found { lead, ..Found::default() },
            None => none(),
        };
    }
    let Some(end) = people(words, at) else { return none() };
    let mut owner = at..end;
    let mut next = end;
    if words.is_mark(next, "(")
        && let Some(close) = words.closing(next)
        && people(words, next + 1) == Some(close)
    {
        next = close + 1;
        owner.end = next;
    }
    // `Kofi (17 June) – book the coach`
    while words.is_mark(next, "(")
        && let Some(close) = words.closing(next)
        && due::time_end(words, next + 1) == Some(close)
    {
        next = close + 1;
    }
    match predicate(words, &owner, next) {
        Some(lead) => {
            let nobody = words.is_any(at, &["we", "let's", "someone", "somebody", "tbd"]);
            Found { owner: Some(owner).filter(|_| !nobody), lead, tail: None }
        }
        None => none(),
    }
}

/// Whether what follows `owner` makes it the owner: a mark, an auxiliary, a verb that agrees with
/// it. Returns the token at which the action begins.
fn predicate(words: &Words<'_>, owner: &Range<usize>, next: usize) -> Option<usize> {
    let first = words.lower(owner.start);
    if words.is_mark(next, ":?→➜>=|⇒") || words.is_mark(next, "–—") || is_loose(words, next, "-/") {
        return is_owner_label(words, owner, next).then(|| past_joint(words, next));
    }
    if words.is_mark(next, ",")
        && words.is_any(next + 1, &["please", "pls", "plz", "can", "could", "would", "you"])
    {
        return is_owner_label(words, owner, next).then_some(next + 1);
    }
    if matches!(first, "i" | "you" | "we" | "let's") {
        return words.is_word(next).then_some(next);
    }
    if words.is_any(next, &["to"]) {
        let known = words.is_verb(next + 1);
        let plain =
            words.is_word(next + 1) && !words.has(next + 1, Class::Function) && starts_lower(words, next + 1);
        return (known || plain && is_capital(words, owner.start)).then_some(next + 1);
    }
    let has_need = words.is_any(next, &["needs"]) && !words.is_any(next + 1, &["to"]);
    if words.is_any(next, &PREDICATES) && !has_need {
        let mut lead = next + 1;
        while words.has(lead, Class::Auxiliary) || words.is_any(lead, &["promised", "agreed", "to"]) {
            lead += 1;
        }
        let is_copula = words.is_any(next, &["is", "has"]) && lead == next + 1;
        return (!is_copula && is_person(words, owner)).then_some(lead);
    }
    let is_timed = due::time_end(words, next).is_some_and(|end| words.is_mark(end, ":–—-"));
    if is_timed && owner.clone().all(|at| is_bare_owner(words, at)) {
        return Some(next);
    }
    let verb = words.lower(next);
    // `TODO Ines label the samples`
    let orders = words.has(next, Class::Verb) && !words.has(next, Class::Topic) && words.is_word(next + 1);
    if orders && owner.clone().all(|at| is_bare_owner(words, at)) {
        return Some(next);
    }
    let sure = is_person(words, owner) && is_capital(words, owner.start) && !is_sentence_opener(words, owner);
    if sure && starts_lower(words, next) && (third_person(verb).is_some() || is_past(verb)) {
        return Some(next);
    }
    None
}

/// Whether a label before a mark names people: `Lena:` and `kit -` do, `Pricing:` and `docs -` do not.
fn is_owner_label(words: &Words<'_>, owner: &Range<usize>, next: usize) -> bool {
    let known = |at: usize| words.has(at, Class::Role) || words.has(at, Class::Name);
    let sure = owner.clone().all(|at| {
        !words.is_word(at)
            || known(at)
            || is_given_name(words, at)
            || words.is_any(at, &["and", "und", "et", "the"])
    });
    // Departments own what follows when that is something to do, and name a subject when it is not.
    let subject = owner.len() == 1 && words.has(owner.start, Class::Topic);
    let orders = words.is_verb(past_joint(words, next));
    sure && (!subject || orders && words.has(owner.start, Class::Role))
}

/// An owner that a key announces anywhere: `owner: priya`, `assigned to me`, `DRI = Kate`. The owner
/// is None when the key says that nobody is.
fn keyed(words: &Words<'_>) -> Option<(Option<Range<usize>>, Range<usize>)> {
    if !words.hold_any(&[Class::Key]) {
        return None;
    }
    for at in (0..words.len()).filter(|&at| words.has(at, Class::Key)) {
        let mut next = at + 1;
        if words.is_any(at, &["assigned"]) && words.is_any(next, &["to"])
            || words.is_any(at, &["assignee", "responsible"])
        {
            next += usize::from(words.is_any(next, &["to"]));
        } else if words.is_any(at, &["assigned"]) {
            continue;
        }
        let is_marked = words.is_mark(next, ":=");
        while words.is_mark(next, ":=") || words.is_any(next, &["by", "is"]) {
            next += 1;
        }
        if words.is_any(next, &["tbd", "tba", "none", "nobody", "unassigned"])
            || words.is_mark(next, "?") && is_marked
        {
            let end = past_joint(words, next + 1);
            return Some((None, at..end));
        }
        if words.is_any(at, &["who", "owned", "owner", "owners", "responsible"])
            && !is_marked
            && !is_capital(words, next)
        {
            continue;
        }
        let next = next + usize::from(words.is_mark(next, "@"));
        if let Some(end) = people(words, next) {
            return Some((Some(next..end), at..end));
        }
    }
    None
}
