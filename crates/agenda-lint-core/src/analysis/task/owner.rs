//! Whose an action is: the many ways in which people write it down.

use std::ops::Range;

use super::{
    class::{Class, is_gerund, is_past, third_person},
    due,
    words::Words,
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
    if words.is_mark(next, "(")
        && let Some(close) = words.closing(next)
        && due::time_end(words, next + 1) == Some(close)
    {
        next = close + 1;
    }
    // `Kofi (17 June) – book the coach`
    if words.is_mark(next, "(")
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

/// An owner in a note behind the action: `(Kate, Friday)`, `→ Kate`, `— Kate`, `- Kate`.
fn behind(words: &Words<'_>, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    if !words.hold_any(&[Class::Mark, Class::Wish]) {
        return None;
    }
    let is_request = words.is_any(from, &["can", "could", "would", "please", "pls"]);
    for at in from.max(1)..words.len() {
        if words.is_mark(at, "([")
            && let Some(close) = words.closing(at)
            && let Some(Note::Person(owner)) = note(words, at + 1..close)
        {
            return Some((owner, at..close + 1));
        }
        // `I'd like Mirja to run the demo`
        let wished = words.has(at - 1, Class::Wish);
        if wished
            && let Some(end) = people(words, at)
            && words.is_any(end, &["to"])
            && (at..end).all(|at| !words.is_word(at) || is_bare_owner(words, at))
        {
            return Some((at..end, at..end + 1));
        }
        if words.is_word(at) {
            continue;
        }
        let arrow = words.is_mark(at, "→➜⇒|") || words.is_mark(at, ">") && words.is_tight(at);
        let dash = words.is_mark(at, "–—:") || is_loose(words, at, "-/");
        let next = at + 1 + usize::from(words.is_mark(at + 1, "@"));
        if !arrow && !dash && !words.is_mark(at, ",;") {
            continue;
        }
        let Some(end) = people(words, next) else { continue };
        let bare = (next..end).all(|at| !words.is_word(at) || is_bare_owner(words, at));
        let goes_on = words.is_any(end, &["to", "will", "'ll"]) && words.is_word(end + 1);
        if bare && (goes_on || words.is_mark(at, ",") && is_request && is_at_end(words, end)) {
            return Some((next..end, next..end + usize::from(goes_on)));
        }
        if (arrow || dash)
            && bare
            && (is_at_end(words, end)
                || words.is_mark(end, ",|–—/-(") && due::time_end(words, end + 1).is_some()
                || words.is_mark(end, "|")
                || arrow && due::time_end(words, end).is_some())
        {
            return Some((next..end, at..end));
        }
    }
    None
}

/// What a bracket says of the owner.
enum Note {
    Person(Range<usize>),
    Nobody,
}

/// What a bracket's content says of the owner; None where it is about something else.
fn note(words: &Words<'_>, inside: Range<usize>) -> Option<Note> {
    let mut at = inside.start;
    if words.is_any(at, &["assigned"]) && words.is_any(at + 1, &["to"]) {
        at += 2;
    } else if is_tag(words, at) || words.is_any(at, &["owner", "by", "for"]) && inside.len() > 1 {
        let by = words.is_any(at, &["by", "for"]);
        at += 1 + usize::from(words.is_mark(at + 1, ":="));
        if by && !is_capital(words, at) {
            return None;
        }
    }
    at += usize::from(words.is_mark(at, "@"));
    if words.is_any(at, &["tbd", "tba", "unassigned"]) {
        return Some(Note::Nobody);
    }
    let end = people(words, at).filter(|&end| end <= inside.end)?;
    let followed = end == inside.end || words.is_mark(end, ",;:/–—-") || due::time_end(words, end).is_some();
    let named = (at..end).all(|at| !words.is_word(at) || is_bare_owner(words, at));
    (followed && named).then_some(Note::Person(at..end))
}

/// Logins with `@`, one or more: `@tess @omar`, `@sam and I`.
fn mentions(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    if !words.is_mark(at, "@")
        || !words.is_word(at + 1)
        || !words.is_tight(at + 1)
        || at > 0 && words.is_tight(at) && words.is_word(at - 1)
    {
        return None;
    }
    let mut end = at + 2;
    loop {
        let next = past_and(words, end);
        if words.is_mark(next, "@") && words.is_word(next + 1) {
            end = next + 2;
        } else if next > end && !words.is_mark(end, ",") && is_person(words, &(next..next + 1)) {
            end = next + 1;
        } else {
            return Some(at + 1..end);
        }
    }
}

/// The end of a list of people at token `at`: `Ana & Tom`, `Dr Patel`, `Kate's team`, `me`.
fn people(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut end = person(words, at)?;
    loop {
        let next = past_and(words, end);
        if next == end {
            return Some(end);
        }
        let Some(further) = person(words, next) else { return Some(end) };
        // `Kate, Friday` and `Ana / Bericht`: what follows a comma or a loose stroke need not be a person.
        let sure =
            words.is_any(end, &["and", "und", "et"]) || words.is_mark(end, "&+") || words.is_tight(end);
        let is_clause =
            words.is_any(end, &["and"]) && words.has(next, Class::Verb) && !words.has(next, Class::Name);
        if !sure || is_clause {
            return Some(end);
        }
        end = further;
    }
}

fn past_and(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(words.is_mark(at, "&+,/") || words.is_any(at, &["and", "und", "et"]))
}

/// The end of one person, role or team at token `at`.
fn person(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.lower(at);
    if word.is_empty() || word.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    if matches!(
        word,
        "i" | "me"
            | "you"
            | "we"
            | "i'll"
            | "you'll"
            | "we'll"
            | "let's"
            | "i'd"
            | "i've"
            | "someone"
            | "tbd"
    ) {
        return Some(at + 1);
    }
    if matches!(word, "dr" | "prof" | "mr" | "mrs" | "ms" | "mx") {
        let next = at + 1 + usize::from(words.is_mark(at + 1, "."));
        return is_capital(words, next).then_some(next + 1);
    }
    let article = matches!(word, "the" | "our" | "my") && words.has(at + 1, Class::Role);
    if article {
        return Some(at + 2);
    }
    let is_initial = words.is_mark(at + 1, ".") && words.written(at).chars().count() == 1;
    if is_initial && is_capital(words, at + 2) {
        return Some(at + 3);
    }
    if !could_be_somebody(words, at) {
        return None;
    }
    let mut end = at + 1;
    let possessive = word.ends_with("'s") || word.ends_with("’s");
    // A family name, `Finance team`, `Kate's team`.
    if words.is_any(end, &["team", "crew", "squad", "desk", "dept", "department", "office"]) {
        return Some(end + 1);
    }
    if possessive {
        return None;
    }
    if is_capital(words, at)
        && is_capital(words, end)
        && could_be_somebody(words, end)
        && !words.has(end, Class::Verb)
    {
        end += 1;
    }
    Some(end)
}

/// Whether a word can stand for somebody at all: a role, a name, or a word that is nothing else known.
fn could_be_somebody(words: &Words<'_>, at: usize) -> bool {
    words.has_any(at, &[Class::Role, Class::Name])
        || words.is_word(at) && is_given_name(words, at)
        || words.has(at, Class::Topic) && is_capital(words, at)
}

/// Whether a word looks like a name: unknown as anything else, and of letters.
fn is_given_name(words: &Words<'_>, at: usize) -> bool {
    if words.is_verb(at) || words.has_any(at, &[Class::Topic, Class::Function, Class::Auxiliary]) {
        return false;
    }
    let word = words.lower(at);
    let letters = word.chars().all(|letter| letter.is_alphabetic() || "-'’._".contains(letter));
    let known = || due::time_end(words, at).is_some();
    let abstracts = ["tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "logy", "ware", "ies"];
    let is_abstract =
        || word.len() > 6 && abstracts.iter().any(|ending| word.ends_with(ending)) || is_gerund(word);
    letters && word.len() <= 24 && !is_abstract() && !known()
}

fn is_person(words: &Words<'_>, owner: &Range<usize>) -> bool {
    owner
        .clone()
        .all(|at| !words.is_word(at) || could_be_somebody(words, at) || words.has(at, Class::Function))
}

/// Whether a word is an owner where nothing but its place says so.
fn is_bare_owner(words: &Words<'_>, at: usize) -> bool {
    let role = words.has(at, Class::Role) && !words.has(at, Class::Topic);
    role || words.has(at, Class::Name)
        || matches!(words.lower(at), "dr" | "and")
        || is_capital(words, at) && is_given_name(words, at) && !is_acronym(words, at)
}

/// Whether a capital tells nothing, because the word opens a sentence and is no known name or role.
fn is_sentence_opener(words: &Words<'_>, owner: &Range<usize>) -> bool {
    words.has(owner.start, Class::Topic) && !words.has(owner.start, Class::Role)
}

/// Three capitals or more: `DPA`, `CSV`; two may be somebody's initials.
fn is_acronym(words: &Words<'_>, at: usize) -> bool {
    let written = words.written(at);
    written.len() > 2 && written.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_digit())
}

fn is_capital(words: &Words<'_>, at: usize) -> bool {
    words.is_word(at) && words.written(at).starts_with(char::is_uppercase)
}

fn starts_lower(words: &Words<'_>, at: usize) -> bool {
    words.is_word(at) && words.written(at).starts_with(char::is_lowercase)
}

/// A mark with space around it, which joins parts and not the halves of a word.
fn is_loose(words: &Words<'_>, at: usize, marks: &str) -> bool {
    words.is_mark(at, marks) && !(words.is_tight(at) && words.is_tight(at + 1))
}

fn is_at_end(words: &Words<'_>, at: usize) -> bool {
    (at..words.len()).all(|at| words.is_mark(at, ".!)]|✅✔"))
}

/// The token after the marks that join an owner to the action.
fn past_joint(words: &Words<'_>, mut at: usize) -> usize {
    while words.is_mark(at, ":?→➜⇒>=|–—-/,)]") {
        at += 1;
    }
    at
}
