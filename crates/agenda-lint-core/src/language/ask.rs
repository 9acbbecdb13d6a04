//! Questions and requests put to the reader.

use std::ops::Range;

use super::class::{Class, Classes};
use super::clause::{Clause, Lead};
use super::cue::{Found, Role, Roles};
use super::grammar::{Subject, Tense};
use super::parse::Parse;
use super::spelt::words;
use super::{Hit, Signal};

/// Whether a topic whose clauses are not told yet may ask anything.
pub(super) fn may_ask(parse: &Parse<'_>) -> bool {
    parse.roles.meets(ASKING) || parse.tokens.iter().any(|token| token.mark(b'?'))
}

/// Finds the asks, and which of them name nothing to answer; marks the clauses that belong to them.
pub(super) fn find(parse: &mut Parse<'_>, hits: &mut Vec<Hit>) {
    if !parse.roles.meets(ASKING) && !parse.clauses.iter().any(|clause| clause.asks) {
        return;
    }
    // A sentence is judged by itself, and marked then: meanwhile the topic is without clauses, and none has neighbours.
    let mut clauses = std::mem::take(&mut parse.clauses);
    for sentence in clauses.chunk_by_mut(|one, other| one.sentence == other.sentence) {
        if let Some(range) = judge(parse, sentence, hits) {
            let asked = |clause: &&mut Clause| range.contains(&clause.tokens.start);
            sentence.iter_mut().filter(asked).for_each(|clause| clause.asked = true);
        }
    }
    parse.clauses = clauses;
}

/// The cues that a sentence without a question mark must have to ask.
pub(super) const ASKING: Roles = Roles::of(&[Role::Ask, Role::AskOpening, Role::Unsure]);

/// Judges one sentence, and gives back the tokens of its ask, if it is one; what stands before the question is no
/// part of it.
fn judge(parse: &Parse<'_>, sentence: &[Clause], hits: &mut Vec<Hit>) -> Option<Range<usize>> {
    let (first, last) = (sentence.first()?, sentence.last()?);
    if first.quoted || last.quoted {
        return None;
    }
    let roles = sentence.iter().fold(Roles::default(), |all, clause| all.with(clause.roles));
    if roles.has(Role::NoAsk) || !first.asks && !roles.meets(ASKING) {
        return None;
    }
    let whole = first.tokens.start..last.tokens.end;
    let opening = sentence.iter().find(|clause| opens_ask(parse, clause));
    if !first.asks && opening.is_none() && !is_told(parse, sentence, roles, &whole) {
        return None;
    }
    // "It got longer, suggestions?"
    // but "I send it, or I wait?"
    let tag = sentence.len() > 1
        && last.words <= 3
        && first.grammar.own
        && !parse.tokens[last.tokens.start].spells(words!["or"]);
    // "Rang payroll and sent it in, they say it's with you?"
    let told = first.grammar.subject == Subject::Missing && first.grammar.tense == Tense::Past;
    let said = sentence.iter().find(|clause| clause.grammar.own && clause.lead == Lead::More);
    let otherwise = match said.filter(|_| told) {
        Some(said) => said.tokens.start,
        None if tag => last.tokens.start,
        None => whole.start,
    };
    // "Need a sanity check: the totals differ"
    let end =
        opening.filter(|clause| clause.label && !clause.asks).map_or(whole.end, |clause| clause.tokens.end);
    let range = opening.map_or(otherwise, |clause| clause.tokens.start)..end;
    hits.push(parse.hit(Signal::Ask, range.clone()));
    if roles.has(Role::VagueAsk)
        && parse.cues_in(Role::VagueAsk, range.clone()).next().is_some()
        && !names_something(parse, &range)
    {
        hits.push(parse.hit(Signal::VagueAsk, range.clone()));
    }
    Some(range)
}

/// Whether a sentence that does not begin with a request makes one: "I wonder what you think", "maybe you can".
fn is_told(parse: &Parse<'_>, sentence: &[Clause], told: Roles, whole: &Range<usize>) -> bool {
    let wonders = told.has(Role::Unsure) && sentence.iter().any(|clause| clause.classes.has(Class::You));
    let requests = |clause: &Clause| {
        clause.says(Role::Ask)
            && parse
                .cues_in(Role::Ask, clause.tokens.clone())
                .any(|found| is_request(parse, found.start, &clause.tokens))
    };
    wonders && parse.cues_in(Role::Unsure, whole.clone()).next().is_some() || sentence.iter().any(requests)
}

/// Whether a question or request begins with this clause.
fn opens_ask(parse: &Parse<'_>, clause: &Clause) -> bool {
    let hangs = matches!(clause.lead, Lead::Moment | Lead::Condition) && !clause.asks;
    // "What I did: …"
    let told = clause.label && !clause.asks && matches!(clause.grammar.tense, Tense::Past | Tense::Perfect);
    if hangs || told || clause.lead == Lead::Relative || !parse.roles.meets(ASKING) {
        return false;
    }
    let start =
        clause.tokens.clone().find(|at| parse.tokens[*at].speaks() && !parse.tokens[*at].is(Class::And));
    let Some(start) =
        start.filter(|start| !parse.tokens[*start].quoted && !parse.tokens[*start].is(Class::Not))
    else {
        return false;
    };
    // "He hides, how strict should I be?"
    let first = &parse.tokens[start];
    let question = clause.asks && clause.lead == Lead::More && first.is(Class::Question);
    if question && clause.classes.meets(Classes::of(&[Class::Modal, Class::Be, Class::Do])) {
        return true;
    }
    // "I asked the cook | but was wondering if somebody else could?"
    let wonders = |verb: usize| parse.tokens[verb].spells(words!["wonder", "wondering", "wondered"]);
    if clause.asks && clause.grammar.may_be_own() && clause.grammar.verb.is_some_and(wonders) {
        return true;
    }
    // "Help?" asks; "Help desk phones" does not.
    let short = clause.words <= 2;
    let opens = |found: &Found| short || found.end > found.start + 1;
    parse
        .cues_in(Role::Ask, start..start + 2)
        .any(|found| !is_own_courtesy(parse, found.start, &clause.tokens))
        || clause.says(Role::AskOpening) && parse.cues_in(Role::AskOpening, start..start + 1).any(opens)
}

/// "I kindly remind them each time", but "I kindly ask you": what the writer does.
fn is_own_courtesy(parse: &Parse<'_>, start: usize, clause: &Range<usize>) -> bool {
    let before = parse.tokens[clause.start..start.max(clause.start)].last();
    parse.tokens[start].spells(words!["kindly", "please"])
        && before.is_some_and(|before| before.is(Class::I))
        && !parse.tokens[clause.clone()].iter().any(|word| word.is(Class::You))
}

/// Whether the cue at `start` stands where a request does, and not inside a report of one.
fn is_request(parse: &Parse<'_>, start: usize, sentence: &Range<usize>) -> bool {
    // "From May we share the floor": a month, no question.
    let name = parse.tokens[start].capital && start > sentence.start;
    let before = parse.tokens[sentence.start..start].last();
    let denied = before.is_some_and(|before| before.is(Class::Not));
    !name
        && !denied
        && !is_own_courtesy(parse, start, sentence)
        && !parse.tokens[start].quoted
        && (sentence.start..start).all(|at| !parse.tokens[at].any(Classes::of(&[Class::Past])))
}

/// Whether a sentence names a decision, a person or a thing to say yes or no to, besides "can we talk".
fn names_something(parse: &Parse<'_>, range: &Range<usize>) -> bool {
    parse.cues_in(Role::Decision, range.clone()).any(|decision| {
        !parse.cues_in(Role::VagueAsk, range.clone()).any(|vague| vague.start == decision.start)
    })
}
