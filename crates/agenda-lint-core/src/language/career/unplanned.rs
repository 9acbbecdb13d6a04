//! What sounds like a step and is none: what is left open, was missed or called off, or is done by others.

use super::training::{HELPERS, LESSONS};
use super::wish::is_errand;
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether a clause tells of a step that the writer does not take.
pub(super) fn is_unplanned(parse: &Parse<'_>, clause: &Clause) -> bool {
    is_open(parse, clause)
        || is_missed(parse, clause)
        || is_off(parse, clause)
        || is_elses(parse, clause)
        || is_bare_errand(parse, clause)
        || is_invited(parse, clause)
        || is_away(parse, clause)
        || parse.words(clause)[0].spells(words!["there"])
}

/// "Maybe I'll do a course", "some day", "I'd apply if I had the time": nobody knows when, or whether.
fn is_open(parse: &Parse<'_>, clause: &Clause) -> bool {
    const MAYBE: [u32; 7] =
        spelt(["maybe", "perhaps", "possibly", "probably", "might", "someday", "sometime"]);
    const WHEN: [u32; 5] = spelt(["day", "point", "time", "stage", "date"]);
    let some = |pair: &[Token]| pair[0].spells(words!["some"]) && pair[1].spells(&WHEN);
    let would = clause.grammar.tense == Tense::Modal
        && clause.grammar.subject == Subject::Writer
        && parse
            .after(clause)
            .is_some_and(|next| next.sentence == clause.sentence && next.lead == Lead::Condition);
    let told = clause.grammar.verb.is_some()
        && !matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::Passive);
    would || told && (parse.says(clause, &MAYBE) || parse.words(clause).windows(2).any(some))
}

/// "I should have applied": what the writer did not do.
fn is_missed(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.grammar.tense == Tense::Missed
        && parse.words(clause).iter().any(|word| word.is(Class::Modal) && !word.is(Class::Future))
}

/// "The course in May was cancelled", "the workshop is full": what does not take place.
fn is_off(parse: &Parse<'_>, clause: &Clause) -> bool {
    const OFF: [u32; 9] = spelt([
        "cancelled",
        "canceled",
        "postponed",
        "cancel",
        "postpone",
        "missed",
        "skipped",
        "full",
        "overbooked",
    ]);
    let verb = clause.grammar.verb.map(|at| &parse.tokens[at]);
    let called = || {
        parse
            .words(clause)
            .windows(2)
            .any(|pair| pair[0].spells(words!["called"]) && pair[1].spells(words!["off"]))
    };
    let over = || match clause.grammar.tense {
        Tense::Past | Tense::Perfect | Tense::Passive | Tense::Duty => true,
        Tense::State => clause.grammar.subject == Subject::Other,
        _ => false,
    };
    verb.is_some() && over() && (parse.says(clause, &OFF) || called())
}

/// "Jim has booked a course", "you promised to ask by Monday", "HR will send the dates": what others learn, promise or send.
fn is_elses(parse: &Parse<'_>, clause: &Clause) -> bool {
    const PEOPLE: Classes = Classes::of(&[Class::Name, Class::Person]);
    const MINE: Classes = Classes::of(&[Class::I, Class::Us]);
    const SENDS: [u32; 5] = spelt(["send", "sends", "forward", "email", "tell"]);
    const PROMISED: [u32; 6] = spelt(["wanted", "promised", "said", "meant", "planned", "offered"]);
    let grammar = clause.grammar;
    let Some((at, verb)) = grammar.verb.map(|at| (at, &parse.tokens[at])) else { return false };
    if grammar.subject == Subject::Reader {
        return verb.spells(&PROMISED);
    }
    let person = |word: &Token| word.any(PEOPLE) && !word.is(Class::Nominative);
    let named = grammar.own
        && grammar.subject == Subject::Other
        && parse.tokens[clause.tokens.start..at].iter().any(person);
    let learns = || {
        !clause.classes.meets(MINE)
            && parse.tokens[at + 1..clause.tokens.end]
                .iter()
                .any(|word| word.spells(&LESSONS) || word.spells(&HELPERS))
    };
    named && (verb.spells(&SENDS) || learns())
}

/// "I want to send the rota today", and not "I want to take the test on Friday".
fn is_bare_errand(parse: &Parse<'_>, clause: &Clause) -> bool {
    let mut wishes = parse.cues_in(Role::Goal, clause.tokens.clone());
    wishes.any(|found| is_errand(parse, clause, found))
        && !parse.words(clause).iter().any(|word| word.spells(&LESSONS))
}

/// "Let's make a plan", "we need a plan for my development": a plan that nobody has made yet.
fn is_invited(parse: &Parse<'_>, clause: &Clause) -> bool {
    let words = parse.words(clause);
    words[0].spells(words!["lets", "let's"])
        || words.len() > 1 && words[0].spells(words!["let"]) && words[1].spells(words!["us", "'s"])
        || words.windows(3).any(|three| {
            three[0].spells(words!["need", "want", "make"])
                && three[1].is(Class::Determiner)
                && three[2].spells(words!["plan"])
        })
}

/// "I will be on leave in May", "see you on Monday".
fn is_away(parse: &Parse<'_>, clause: &Clause) -> bool {
    parse.words(clause).windows(2).any(|pair| {
        pair[0].spells(words!["on", "from"])
            && pair[1].spells(words!["leave", "holiday", "vacation", "holidays", "home"])
            || pair[0].spells(words!["see"]) && pair[1].is(Class::You)
    })
}
