//! Who can be the owner of an action: names, initials, roles and pronouns.

use std::ops::Range;

use super::role::{heads_role, is_group, is_post, is_title};
use crate::analysis::task::class::{Class, is_gerund};
use crate::analysis::task::due;
use crate::analysis::task::words::Words;

/// The end of a list of people at token `at`: `Ana & Tom`, `Dr Patel`, `Kate's team`, `me`.
pub(super) fn people(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut end = person(words, at)?;
    loop {
        let next = past_and(words, end);
        if next == end {
            return Some(end);
        }
        // `Jo + Per`: a joint before a capital makes a name of any word.
        let further = person(words, next).or_else(|| {
            let is_joint = words.is_mark(end, "&+") && words.has(next, Class::Function);
            (is_joint && is_capital(words, next)).then_some(next + 1)
        });
        let Some(further) = further else { return Some(end) };
        // `Kate, Friday` and `Ana / Bericht`: what follows a comma or a loose stroke need not be a person.
        let sure = words.is_any(end, &["and", "und", "et"])
            || words.is_mark(end, "&+")
            || words.is_tight(end) && words.is_tight(end + 1)
            || is_given_name(words, next) && lists_to_colon(words, next);
        let is_clause =
            words.is_any(end, &["and"]) && words.has(next, Class::Verb) && !words.has(next, Class::Name);
        if !sure || is_clause {
            return Some(end);
        }
        end = further;
    }
}

/// `Amir, Bea and Cy: …`: whether only names follow up to a colon.
fn lists_to_colon(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 12;
    let is_name = |at: usize| is_capital(words, at) || words.is_mark(at, ",&+") || words.is_any(at, &["and"]);
    (at..at + REACH).find(|&at| !is_name(at)).is_some_and(|end| end > at && words.is_mark(end, ":"))
}

pub(super) fn past_and(words: &Words<'_>, at: usize) -> usize {
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
            | "moi"
            | "ich"
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
    if is_title(word) {
        let next = at + 1 + usize::from(words.is_mark(at + 1, "."));
        if is_capital(words, next) {
            return Some(next + 1);
        }
    }
    let article = matches!(word, "the" | "our" | "my");
    if article && words.has(at + 1, Class::Role) {
        return Some(at + 2);
    }
    // `My PhD student`
    if article && words.is_word(at + 1) && heads_role(words.lower(at + 2)) {
        return Some(at + 3);
    }
    // `Head of year`
    if words.is_any(at, &["head"]) && words.is_any(at + 1, &["of"]) && words.is_word(at + 2) {
        return Some(at + 3);
    }
    if is_post(word) && heads_role(words.lower(at + 1)) {
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
    // `Site manager`, `ward clerk`
    if heads_role(words.lower(end)) && !words.is_verb(at) && !words.has(at, Class::Function) {
        return Some(end + 1);
    }
    let possessive = word.ends_with("'s") || word.ends_with("’s");
    // A family name, `Finance team`, `Kate's team`.
    if is_group(words, end) && !is_pair(words, at) {
        return Some(end + 1);
    }
    if possessive {
        return None;
    }
    // `Gate C` is no Gate with an initial.
    let is_letter = words.written(end).len() == 1 && words.written(end) < "G" && !words.has(at, Class::Name);
    if is_capital(words, at)
        && is_capital(words, end)
        && !is_letter
        && could_be_somebody(words, end)
        && !words.has(end, Class::Verb)
        && !words.is_any(end, &["i"])
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
pub(super) fn is_given_name(words: &Words<'_>, at: usize) -> bool {
    if is_initials(words, at) {
        return true;
    }
    let is_question = words.written(at) == "Q";
    let is_other = words.has_any(at, &[Class::Topic, Class::Function, Class::Auxiliary]);
    if is_other || is_question || words.is_verb(at) {
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

/// `Y: …`, `DE – …`: a capital or two before a mark are somebody's initials, be they a word or not. `Q` and `A` are a
/// question and its answer.
fn is_initials(words: &Words<'_>, at: usize) -> bool {
    const OTHER: [&str; 7] = ["Q", "A", "I", "OK", "NO", "NB", "PS"];
    let written = words.written(at);
    (1..=2).contains(&written.len())
        && written.bytes().all(|byte| byte.is_ascii_uppercase())
        && (words.is_mark(at + 1, ":–—/") || is_loose(words, at + 1, "-"))
        && !words.has_any(at, &[Class::Topic, Class::Role])
        && !OTHER.contains(&written)
}

/// Whether the word at `at` is two capitals that no list knows.
pub(super) fn is_pair(words: &Words<'_>, at: usize) -> bool {
    let written = words.written(at);
    words.classes(at) == 0 && written.len() == 2 && written.bytes().all(|byte| byte.is_ascii_uppercase())
}

pub(super) fn is_person(words: &Words<'_>, owner: &Range<usize>) -> bool {
    owner.clone().all(|at| {
        !words.is_word(at)
            || could_be_somebody(words, at)
            || words.has(at, Class::Function)
            || is_group(words, at)
            || is_post(words.lower(at)) && heads_role(words.lower(at + 1))
            || heads_role(words.lower(at))
    })
}

/// Whether a word is an owner where nothing but its place says so.
fn is_bare_owner(words: &Words<'_>, at: usize) -> bool {
    let role = words.has(at, Class::Role) && !words.has(at, Class::Topic);
    role || words.has(at, Class::Name)
        || words.is_any(at, &["and"])
        || is_title(words.lower(at))
        || is_capital(words, at) && is_given_name(words, at) && !is_acronym(words, at)
        || is_capital(words, at) && words.written(at).len() == 1 && words.is_mark(at + 1, ".")
}

/// Whether all words are such owners.
pub(super) fn is_bare(words: &Words<'_>, mut owner: Range<usize>) -> bool {
    owner.all(|at| !words.is_word(at) || is_bare_owner(words, at))
}

/// Whether a capital tells nothing, because the word opens a sentence and is no known name or role.
pub(super) fn is_sentence_opener(words: &Words<'_>, owner: &Range<usize>) -> bool {
    words.has(owner.start, Class::Topic) && !words.has(owner.start, Class::Role)
}

/// Three capitals or more: `DPA`, `CSV`; two may be somebody's initials.
fn is_acronym(words: &Words<'_>, at: usize) -> bool {
    let written = words.written(at);
    written.len() > 2 && written.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_digit())
}

pub(super) fn is_capital(words: &Words<'_>, at: usize) -> bool {
    words.is_word(at) && words.written(at).starts_with(char::is_uppercase)
}

pub(super) fn starts_lower(words: &Words<'_>, at: usize) -> bool {
    words.is_word(at) && words.written(at).starts_with(char::is_lowercase)
}

/// A mark with space around it, which joins parts and not the halves of a word.
pub(super) fn is_loose(words: &Words<'_>, at: usize, marks: &str) -> bool {
    words.is_mark(at, marks) && !(words.is_tight(at) && words.is_tight(at + 1))
}

pub(super) fn is_at_end(words: &Words<'_>, at: usize) -> bool {
    (at..words.len()).all(|at| words.is_mark(at, ".!?)]|✅✔"))
}

/// The token after the marks that join an owner to the action.
pub(super) fn past_joint(words: &Words<'_>, mut at: usize) -> usize {
    while words.is_mark(at, ":?→➜⇒>=|–—-/,)]") {
        at += 1;
    }
    at
}
