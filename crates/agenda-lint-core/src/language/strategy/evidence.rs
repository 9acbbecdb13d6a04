//! What was observed and speaks for a course.

use super::contrast::is_opposed;
use super::course::is_noun;
use super::habit::goes_on;
use super::news::is_news;
use super::paid::is_paid;
use super::size::{SPENDS, is_staff};
use super::tally;
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::figure::{self, Kind};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::{Shape, Token};

/// Whether a clause observes something that speaks for a course.
///
/// `figures` are those of the clause, and what they measure.
pub(super) fn shows(
    parse: &Parse<'_>,
    clause: &Clause,
    figures: &[(usize, Kind)],
    proposes: bool,
    sizes: bool,
) -> bool {
    let tokens = clause.tokens.clone();
    let numeric = clause.classes.meets(figure::NUMERIC);
    if clause.lead == Lead::Condition
        || clause.label && figures.is_empty()
        || clause.roles.has(Role::NoEvidence)
        || is_placed(parse, clause)
        || sizes && is_worth(parse, clause)
    {
        return false;
    }
    // "Half of Bo's week goes into the forms": told in words, and of something, it shows what it measures as well.
    let named = || clause.grammar.own && !parse.tokens[clause.tokens.start].is(Class::Pronoun);
    let pays = |at: usize| parse.tokens[at].spells(words!["pays", "pay"]);
    let told = clause.grammar.subject == Subject::Other && !clause.grammar.verb.is_some_and(pays);
    let sizes = sizes && !(figures.is_empty() && told && named());
    let before = parse.before(clause);
    // "Trial: starts in May"
    let begins = clause.grammar.tense == Tense::Present
        && clause.grammar.verb.is_some_and(|verb| parse.tokens[verb].is(Class::Begin));
    // "Benchmark sheet: https://…" points at what was observed.
    let pointing = || {
        let first = parse.words(clause).iter().find(|word| !matches!(word.shape, Shape::Mark(_)));
        first.is_some_and(|first| first.shape == Shape::Opaque)
    };
    let sourced = before.is_some_and(|before| {
        before.label && before.roles.has(Role::Observation) && !is_compound(parse, before)
    }) && !begins
        && !pointing();
    // "I keep coming back to it"
    let muses = clause.grammar.subject == Subject::Writer && clause.grammar.tense == Tense::Present;
    let observed = clause.says(Role::Observation)
        && !muses
        && parse.cues_in(Role::Observation, tokens.clone()).any(|found| found.weight > 1);
    // "Focus on the big accounts this year": an order observes nothing.
    let ordered = proposes && matches!(clause.grammar.tense, Tense::Bare | Tense::None);
    let recent =
        numeric && !muses && !proposes && clause.says(Role::Observation) && !is_compound(parse, clause);
    if sourced || recent || observed && !clause.label && !ordered {
        return true;
    }
    let pointed = clause.classes.has(Class::Pointer)
        && parse.words(clause).iter().any(|word| word.is(Class::Pointer) && !word.is(Class::Course));
    if clause.grammar.verb.is_none() && pointed && figures.is_empty() {
        return false;
    }
    if !(sizes && clause.grammar.verb.is_none()) && is_windowed(parse, clause, figures) {
        return true;
    }
    if proposes {
        return false;
    }
    let grammar = clause.grammar;
    let any = |kinds: &[Kind]| figures.iter().any(|(_, kind)| kinds.contains(kind));
    // "Same 70 people click in both": a verb that nobody lists is a verb yet.
    let tells = || grammar.verb.is_some() || clause.words > 3 && !is_staffing(parse, clause);
    // "Night shift from 21 not 22" counts nothing.
    let opposed = || grammar.verb.is_none() && is_opposed(parse, clause);
    // "Could go 4-day week": what might be was not observed; "9 of 22 can't swim" tells what is.
    let cannot = grammar.negated && parse.says(clause, words!["can't", "cannot", "can"]);
    let might = matches!(grammar.tense, Tense::Modal | Tense::Future) && !cannot;
    // "68% would pay" was asked, "it would save 10%" is hoped for.
    let hoped = sizes && might;
    let measured = !hoped && any(&[Kind::Percent, Kind::Ratio])
        || !sizes && !might && any(&[Kind::Plain]) && tells() && !opposed();
    // "We are losing small customers": what happens to the writer is observed as well.
    let befalls = grammar.subject == Subject::Writer
        && matches!(grammar.tense, Tense::Progressive | Tense::Past | Tense::Perfect)
        && grammar.verb.and_then(|at| parse.tokens.get(at)).is_some_and(|verb| verb.is(Class::Harm));
    // "orders down every quarter since 2021"
    let moved = grammar.verb.is_none()
        && clause.classes.meets(Classes::of(&[Class::Rise, Class::Sink]))
        && clause.classes.meets(Classes::of(&[Class::Gain, Class::Burden, Class::Metric]))
        && clause.words > 2
        && clause.classes.meets(figure::NUMERIC.with(Classes::of(&[Class::Time])));
    // "We paid 6,400 for salt": what was spent was seen as well.
    let spent = || figures.iter().any(|(at, _)| is_paid(parse, clause, *at));
    // "We've had four wrong runs"
    let counted = numeric
        && grammar.subject == Subject::Writer
        && matches!(grammar.tense, Tense::Past | Tense::Perfect)
        && grammar.verb.and_then(|at| parse.tokens.get(at)).is_some_and(|verb| !verb.is(Class::Thought))
        && (!sizes || spent())
        && !is_stock(parse, clause);
    measured
        || counted
        || !sizes && (goes_on(parse, clause) || tally::is_told(parse, clause))
        || befalls
        || moved
        || grammar.subject == Subject::Other && observes(parse, clause, figures, sizes)
}

/// "Data protection training is on 5 June", "the test centre": a source that only names a thing.
fn is_compound(parse: &Parse<'_>, clause: &Clause) -> bool {
    const THINGS: [u32; 17] = spelt([
        "team",
        "centre",
        "center",
        "protection",
        "training",
        "room",
        "office",
        "officer",
        "entry",
        "form",
        "forms",
        "manager",
        "group",
        "department",
        "system",
        "day",
        "meeting",
    ]);
    parse.cues_in(Role::Observation, clause.tokens.clone()).any(|found| {
        found.weight == 1 && parse.tokens.get(found.end).is_some_and(|next| next.spells(&THINGS))
    })
}

/// Whether a clause counts posts: `9 posts`, `roughly 9 roles`.
fn is_staffing(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.tokens.clone().any(|at| is_staff(parse, clause, at))
}

/// Whether a clause says what others do or did, or how things compare.
fn observes(parse: &Parse<'_>, clause: &Clause, figures: &[(usize, Kind)], sizes: bool) -> bool {
    const DEGREES: Classes =
        Classes::of(&[Class::Better, Class::Worse, Class::Rise, Class::Sink, Class::Less, Class::Count]);
    const IDLE: Classes =
        Classes::of(&[Class::Stative, Class::Thought, Class::Wish, Class::Do, Class::Speech]);
    const ALL: Classes = Classes::of(&[Class::Quantifier, Class::Nobody]);
    let Some(verb) = clause.grammar.verb.and_then(|at| parse.tokens.get(at)) else { return false };
    if is_noun(parse, clause)
        || is_heading(parse, clause, verb)
        || is_awaited(parse, clause)
        || is_stock(parse, clause)
    {
        return false;
    }
    let numeric = !figures.is_empty();
    let telling = || clause.classes.meets(DEGREES.with(figure::NUMERIC)) && !stands_for_one(parse, clause);
    let compares =
        || clause.classes.meets(DEGREES) || figures.iter().any(|(_, kind)| *kind == Kind::Duration);
    let acts =
        [Class::Deed, Class::Serve, Class::Course, Class::Feat, Class::Fail, Class::Worsen, Class::Harm];
    match clause.grammar.tense {
        Tense::Past | Tense::Perfect => {
            numeric || is_counted(parse.words(clause)) || !is_news(parse, clause, verb)
        }
        // "The season starts in May"
        Tense::Present
            if verb.any(Classes::of(&[Class::Begin, Class::Move]))
                && clause.classes.meets(Classes::of(&[Class::Month, Class::Weekday, Class::Ordinal])) =>
        {
            false
        }
        Tense::Present if is_news(parse, clause, verb) && !numeric => false,
        // "The shop opens at eight"
        Tense::Present
            if verb.is(Class::Third)
                && verb.any(Classes::of(&[Class::Begin, Class::Move]))
                && parse
                    .words(clause)
                    .windows(2)
                    .any(|pair| pair[0].spells(words!["at"]) && pair[1].any(figure::NUMERIC)) =>
        {
            false
        }
        // "Every clerk waits for it"
        Tense::Present if parse.words(clause)[0].any(ALL) && !verb.any(IDLE) => !sizes,
        // "longer runs"
        Tense::Present if clause.words <= 2 => false,
        // "Clerks lose an hour a day": what is lost today is seen today.
        Tense::Present if verb.spells(words!["lose", "loses", "spend", "spends", "waste", "wastes"]) => true,
        Tense::Present => !sizes && (verb.any(Classes::of(&acts)) || telling() && compares()),
        Tense::Progressive => !sizes && !verb.spells(words!["meeting"]),
        Tense::State => !sizes && telling() && compares(),
        _ => false,
    }
}

/// "Vertical tutor groups": a heading whose last noun could be a verb.
fn is_heading(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    const SUBJECTS: Classes = Classes::of(&[
        Class::Determiner,
        Class::Our,
        Class::Quantifier,
        Class::Count,
        Class::Number,
        Class::Nobody,
    ]);
    const TURNS: Classes =
        Classes::of(&[Class::Rise, Class::Sink, Class::Fail, Class::Harm, Class::Worsen, Class::Improve]);
    let ends = parse.words(clause).last().is_some_and(|last| last.start == verb.start);
    let alone = || parse.after(clause).is_some_and(|next| next.line != clause.line);
    ends && clause.words <= 4
        && verb.plural
        && !verb.any(TURNS)
        && !clause.classes.meets(SUBJECTS)
        && parse.before(clause).is_none()
        && alone()
}

/// "The club has eight members", "we got three offers": what there is, where nothing else is told.
fn is_stock(parse: &Parse<'_>, clause: &Clause) -> bool {
    const HAS: [u32; 5] = spelt(["has", "have", "got", "had", "received"]);
    const PAPERS: [u32; 6] = spelt(["offers", "offer", "quotes", "proposals", "applications", "bids"]);
    let has = clause.grammar.verb.is_some_and(|verb| parse.tokens[verb].spells(&HAS));
    let small = || !clause.classes.has(Class::Number);
    let papers = || parse.says(clause, &PAPERS);
    has && small()
        && parse.clauses.len() == 1
        && (papers() || clause.words <= 5 && clause.classes.has(Class::Person))
}

/// "Six guests said the beds are hard": so many that one can count them.
fn is_counted(words: &[Token]) -> bool {
    matches!(words, [count, guests, ..] if count.any(figure::NUMERIC) && guests.plural)
}

/// "The plan of route 2 is on `[[routes]]`": where something can be read.
fn is_placed(parse: &Parse<'_>, clause: &Clause) -> bool {
    if clause.grammar.tense != Tense::State {
        return false;
    }
    let mut said = parse.words(clause).iter().rev().filter(|word| !matches!(word.shape, Shape::Mark(_)));
    said.next().is_some_and(|last| last.shape == Shape::Opaque)
        && said.next().is_some_and(|before| before.is(Class::Preposition))
}

/// "Two years before it pays": what is still to come.
fn is_awaited(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.lead == Lead::Moment
        && clause.grammar.tense == Tense::Present
        && parse.words(clause)[0].spells(words!["before", "until", "till", "once"])
}

/// "Finance likes one": the number stands for a thing.
fn stands_for_one(parse: &Parse<'_>, clause: &Clause) -> bool {
    let mut counts = parse.words(clause).iter().filter(|word| word.any(figure::NUMERIC));
    let last = parse.words(clause).iter().rfind(|word| word.speaks());
    let one = counts
        .next()
        .is_some_and(|one| one.spells(words!["one"]) && last.is_some_and(|last| last.start == one.start));
    one && counts.next().is_none()
}

/// "Saves 3 closed days": what the course is worth.
fn is_worth(parse: &Parse<'_>, clause: &Clause) -> bool {
    let first = parse.words(clause).iter().find(|word| word.speaks());
    first.is_some_and(|first| first.spells(&SPENDS))
}

/// `two pages in 9 months`: a count over a stretch of time.
fn is_windowed(parse: &Parse<'_>, clause: &Clause, figures: &[(usize, Kind)]) -> bool {
    let counted = |at: usize| parse.tokens[at].is(Class::Count) || parse.tokens[at].shape == Shape::Number;
    let stretch = figures.iter().find(|(at, kind)| {
        *kind == Kind::Duration
            && *at > clause.tokens.start
            && parse.tokens[at - 1].spells(words!["in", "over", "within"])
    });
    stretch.is_some_and(|(stretch, _)| (clause.tokens.start..*stretch).any(counted))
}
