//! Where the writer stands: for how long, with what, and what is still missing.

use super::training::{HELPERS, LESSONS};
use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether a clause tells for how long the writer has had a post, that it equals that of others, or what is missing.
pub(super) fn stands(parse: &Parse<'_>, clause: &Clause) -> bool {
    !clause.asks && (lasts(parse, clause) || equals(parse, clause) || lacks(parse, clause))
}

/// "I have been in this job for six years", "I run the rota since May", and not "I have lessons since May".
fn lasts(parse: &Parse<'_>, clause: &Clause) -> bool {
    const AWAY: [u32; 12] = spelt([
        "leave", "holiday", "ill", "sick", "away", "off", "abroad", "waiting", "waited", "wait", "thinking",
        "plan",
    ]);
    // "I'm looking for a post since May" is on its way.
    const SEEKS: [u32; 6] = spelt(["looking", "look", "trying", "try", "preparing", "searching"]);
    const IDLE: Classes =
        Classes::of(&[Class::Step, Class::Thought, Class::Wish, Class::Speech, Class::Growth, Class::Modal]);
    const GROWS: [u32; 10] =
        spelt(["work", "run", "lead", "teach", "working", "running", "leading", "teaching", "worked", "led"]);
    let grammar = clause.grammar;
    let held = match grammar.tense {
        Tense::Present | Tense::Progressive | Tense::Perfect => true,
        Tense::State | Tense::Passive => {
            grammar.verb.is_some_and(|verb| parse.tokens[verb].any(Classes::of(&[Class::Be, Class::Have])))
        }
        _ => false,
    };
    let Some(verb) = grammar.verb.map(|verb| &parse.tokens[verb]) else { return false };
    let does = || !verb.any(IDLE) && !verb.spells(&SEEKS) || verb.spells(&GROWS);
    let own = grammar.own && grammar.subject == Subject::Writer && !grammar.negated;
    // "Since last year" stands in a clause of its own.
    let hangs = |next: &Clause| {
        next.sentence == clause.sentence && !next.classes.has(Class::I) && is_long(parse, next)
    };
    let said = |words: &[u32]| parse.says(clause, words);
    own && held
        && !clause.classes.has(Class::Occasion)
        && (is_long(parse, clause) || parse.after(clause).is_some_and(hangs))
        && does()
        && !said(&AWAY)
        && !said(&LESSONS)
        && !said(&HELPERS)
}

/// "For six years", "since 2019", "since last spring"
fn is_long(parse: &Parse<'_>, clause: &Clause) -> bool {
    const YEARS: [u32; 5] = spelt(["year", "years", "yrs", "months", "decade"]);
    const WHEN: Classes = Classes::of(&[
        Class::Month,
        Class::Near,
        Class::Number,
        Class::Count,
        Class::Time,
        Class::Determiner,
    ]);
    let words = parse.words(clause);
    let long = |(at, word): (usize, &Token)| {
        let rest = words.get(at + 1..).unwrap_or_default();
        // "For two years"
        let stretch = || rest.iter().take(3).any(|word| word.spells(&YEARS));
        word.spells(words!["for", "over"]) && rest.first().is_some_and(|next| next.any(WHEN)) && stretch()
            || word.spells(words!["since"]) && rest.first().is_some_and(|next| next.any(WHEN))
    };
    clause.classes.meets(WHEN) && words.iter().enumerate().any(long)
}

/// "I do the same work as the seniors", "I do the work of two"
fn equals(parse: &Parse<'_>, clause: &Clause) -> bool {
    const WORK: [u32; 6] = spelt(["work", "job", "tasks", "duties", "hours", "things"]);
    const DOES: [u32; 6] = spelt(["do", "does", "doing", "did", "done", "have"]);
    let told = !matches!(
        clause.grammar.tense,
        Tense::Modal | Tense::Future | Tense::Infinitive | Tense::Duty | Tense::Missed
    );
    let same = |three: &[Token]| {
        three[0].is(Class::Determiner)
            && (three[1].spells(words!["same"]) && three[2].spells(&WORK)
                || three[1].spells(&WORK) && three[2].spells(words!["of"]))
    };
    told && clause.grammar.subject == Subject::Writer
        && !clause.grammar.negated
        && !clause.classes.has(Class::Wish)
        && clause.grammar.verb.is_some_and(|verb| parse.tokens[verb].spells(&DOES))
        && parse.words(clause).windows(3).any(same)
}

/// "I need more experience with budgets", "I don't have the licence yet", "I'm the only one without it": what is missing.
pub(super) fn lacks(parse: &Parse<'_>, clause: &Clause) -> bool {
    const HOPED: [u32; 8] = spelt(["would", "could", "should", "'d", "might", "will", "i'd", "i'll"]);
    const LACKS: [u32; 6] = spelt(["need", "lack", "miss", "lacking", "missing", "without"]);
    const ABLE: [u32; 15] = spelt([
        "experience",
        "practice",
        "knowledge",
        "routine",
        "exposure",
        "qualification",
        "certificate",
        "certification",
        "licence",
        "license",
        "degree",
        "diploma",
        "skills",
        "skill",
        "training",
    ]);
    const DONE: [u32; 10] = spelt([
        "worked",
        "led",
        "managed",
        "taught",
        "presented",
        "chaired",
        "trained",
        "handled",
        "used",
        "run",
    ]);
    // "The licence number", "the degree form"
    const PAPERS: Classes = Classes::of(&[Class::Document, Class::Occasion, Class::Advice]);
    let words = parse.words(clause);
    let able = |at: usize| {
        words.iter().enumerate().skip(at + 1).take(5).any(|(at, word)| {
            word.spells(&ABLE)
                && !words.get(at + 1).is_some_and(|next| next.any(PAPERS) || next.spells(words!["number"]))
        })
    };
    let lacks = |(at, word): (usize, &Token)| {
        word.spells(&LACKS) && able(at)
            || word.is(Class::Not) && words[at..].iter().take(2).any(|next| next.is(Class::Have)) && able(at)
    };
    // "I've never worked with children"
    let never = || {
        parse.says(clause, words!["never"])
            && clause.grammar.verb.is_some_and(|verb| parse.tokens[verb].spells(&DONE))
    };
    !clause.asks
        && !matches!(clause.grammar.tense, Tense::Past | Tense::Missed)
        // "To be a mate I need …"
        && (clause.grammar.subject == Subject::Writer || clause.grammar.tense == Tense::Infinitive)
        && clause.classes.has(Class::I)
        && !parse.says(clause, &HOPED)
        && (words.iter().enumerate().any(lacks) || never())
}
