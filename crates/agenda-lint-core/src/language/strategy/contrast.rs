//! Courses of action told by what they are set against, with no verb: "Rail, not road".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::figure::NUMERIC;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::words;
use crate::language::token::Token;

/// What is talked about, felt or found, and not done.
const STATES: Classes = Classes::of(&[
    Class::Trouble,
    Class::Bad,
    Class::Question,
    Class::Occasion,
    Class::Advice,
    Class::Speech,
    Class::Thought,
    Class::Person,
    Class::Nobody,
    Class::I,
    Class::Empty,
]);

/// Whether a topic opens with a course and what it is set against.
pub(super) fn contrasts(parse: &Parse<'_>, clause: &Clause) -> bool {
    let labelled = || parse.clauses[0].label && parse.clauses[0].words <= 2;
    if clause.index > 1 || clause.index == 1 && !labelled() || clause.lead != Lead::Sentence {
        return false;
    }
    let Some(next) = parse.after(clause).filter(|next| next.line == clause.line) else { return false };
    let plain = !clause.asks && !clause.classes.meets(STATES) && !next.classes.meets(STATES);
    plain
        && !is_told(clause)
        && next.words <= 6
        && (is_set_against(parse, clause, next)
            || is_ranked(parse, clause, next)
            || is_shared_out(parse, clause, next)
            || is_replaced(parse, clause, next)
            || becomes(parse, clause, next))
}

/// "Night shift from 21 not 22", "by rail not road": what is set against something in one breath.
pub(super) fn is_opposed(parse: &Parse<'_>, clause: &Clause) -> bool {
    const TELLS: Classes = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal, Class::And]);
    const QUALITIES: Classes = Classes::of(&[
        Class::Adverb,
        Class::Good,
        Class::Bad,
        Class::Better,
        Class::Worse,
        Class::Participle,
        Class::Thought,
    ]);
    let mut threes = parse.words(clause).windows(3);
    !clause.classes.meets(STATES.with(TELLS))
        && threes.any(|three| {
            let [one, not, other] = three else { return false };
            not.spells(words!["not"])
                && one.speaks()
                && other.speaks()
                && !one.any(QUALITIES)
                && !other.any(QUALITIES)
        })
}

/// Whether a clause tells of something, so that it names no course.
fn is_told(clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let verbless = matches!(grammar.tense, Tense::None | Tense::Bare | Tense::Gerund);
    // "LED lamps" looks like a deed.
    let headless = grammar.subject == Subject::Missing && grammar.tense == Tense::Past;
    !(verbless || headless)
}

fn spoken<'p>(parse: &'p Parse<'_>, clause: &Clause) -> impl Iterator<Item = &'p Token> {
    parse.words(clause).iter().filter(|word| word.speaks())
}

/// "Rail via the coast, not the valley": more than a quality that something lacks ("good, not great").
fn is_set_against(parse: &Parse<'_>, clause: &Clause, next: &Clause) -> bool {
    const QUALITIES: Classes = Classes::of(&[
        Class::Adverb,
        Class::Good,
        Class::Better,
        Class::Worse,
        Class::Participle,
        Class::Number,
        Class::Count,
    ]);
    let mut words = spoken(parse, next);
    let not = words.next().is_some_and(|first| first.spells(words!["not"]));
    let things =
        || clause.words > 2 && clause.classes.has(Class::Preposition) || next.classes.has(Class::Determiner);
    // "Buy, not build"
    let deeds = clause.words == 1
        && next.words == 2
        && parse.words(clause)[0].is(Class::Course)
        && parse.words(next)[1].is(Class::Base);
    not && (deeds
        || next.grammar.verb.is_none()
            && things()
            && words.next().is_some_and(|second| !second.any(QUALITIES)))
}

/// "Roof first, then the windows", "roof before windows".
fn is_ranked(parse: &Parse<'_>, clause: &Clause, next: &Clause) -> bool {
    const TIMES: Classes = Classes::of(&[
        Class::Time,
        Class::Month,
        Class::Weekday,
        Class::Day,
        Class::Event,
        Class::Near,
        Class::Pronoun,
        Class::That,
    ]);
    if next.grammar.verb.is_some() || clause.words > 4 {
        return false;
    }
    let first = spoken(parse, next).next();
    let says = |words: &[u32]| first.is_some_and(|first| first.spells(words));
    let ends = |words: &[u32]| spoken(parse, clause).last().is_some_and(|last| last.spells(words));
    let things = !next.classes.meets(TIMES.with(NUMERIC)) && !clause.classes.meets(TIMES.with(NUMERIC));
    let last = spoken(parse, next).last();
    let later = says(words!["then", "later"])
        || last.is_some_and(|last| last.spells(words!["second", "later", "last"]));
    ends(words!["first"]) && later || says(words!["before"]) && things && next.words > 1
}

/// "Rail for the long routes, lorries for the rest"
fn is_shared_out(parse: &Parse<'_>, clause: &Clause, next: &Clause) -> bool {
    let ends = |words: &[u32]| spoken(parse, next).last().is_some_and(|last| last.spells(words));
    let verbless = clause.grammar.verb.is_none() && next.grammar.verb.is_none();
    verbless
        && parse.says(clause, words!["for"])
        && parse.says(next, words!["for"])
        && ends(words!["rest", "else", "others"])
}

/// "Steel doors on every floor, timber out".
fn is_replaced(parse: &Parse<'_>, clause: &Clause, next: &Clause) -> bool {
    let mut words = spoken(parse, next);
    let thing = words.next().is_some_and(|first| !first.capital && !first.is(Class::Name));
    let swapped = words.last().is_some_and(|last| last.spells(words!["out", "in", "off"]));
    thing && swapped && next.words <= 3 && next.grammar.verb.is_none() && clause.words > 1
}

/// "Monthly stocktake → quarterly": another rhythm or time, and no figure that moved.
fn becomes(parse: &Parse<'_>, clause: &Clause, next: &Clause) -> bool {
    const RHYTHMS: Classes = Classes::of(&[Class::Rhythm, Class::Time, Class::Weekday]);
    let arrow = || {
        let rest = &parse.passage.text[parse.bytes(clause.tokens.clone()).end..];
        rest.trim_start().starts_with(['→', '⇒', '➔'])
    };
    let numbered = |clause: &Clause| clause.classes.has(Class::Number);
    next.grammar.verb.is_none()
        && !numbered(clause)
        && !numbered(next)
        && clause.classes.meets(RHYTHMS)
        && next.classes.meets(RHYTHMS)
        && arrow()
}
