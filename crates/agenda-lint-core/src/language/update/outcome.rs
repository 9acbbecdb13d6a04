//! Results and effects, achieved or expected.

use std::ops::Range;

use super::{Sentence, risk, weight};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::figure::{self, Kind};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::token::Shape;
use crate::language::trend::Turn;
use crate::language::{Hit, Signal};

/// Marks movements, measured states and effects.
pub(super) fn find(parse: &Parse<'_>, sentences: &[Sentence], hits: &mut Vec<Hit>) {
    for sentence in sentences {
        for trend in &sentence.trends {
            let clause = parse.clauses[sentence.clauses.clone()]
                .iter()
                .find(|clause| clause.tokens.contains(&trend.tokens.start));
            let wished = clause.is_some_and(|clause| is_wished(parse, clause));
            if !wished && (trend.measured || trend.turn == Turn::Good) {
                hits.push(parse.hit(Signal::Outcome, trend.tokens.clone()));
            }
        }
        for clause in &parse.clauses[sentence.clauses.clone()] {
            if !clause.label && !clause.quoted && tells_result(parse, clause, sentence) {
                hits.push(parse.hit(Signal::Outcome, clause.tokens.clone()));
            }
        }
    }
}

fn tells_result(parse: &Parse<'_>, clause: &Clause, sentence: &Sentence) -> bool {
    if weight(parse, Role::NoOutcome, clause) > 0 {
        return false;
    }
    // "no burns on the ward"
    let first = clause.tokens.start;
    let none = matches!(parse.text(&parse.tokens[first]), "no" | "No" | "zero" | "Zero")
        && parse.tokens.get(first + 1).is_some_and(|next| next.is(Class::Burden) && next.plural);
    if none
        || weight(parse, Role::Outcome, clause) >= 2
        || is_boon(parse, clause)
        || follows_change(parse, clause, sentence)
    {
        return true;
    }
    if !clause.classes.meets(figure::NUMERIC) || is_wished(parse, clause) || is_set(parse, clause) {
        return false;
    }
    // What a worry is about, or explains in brackets, is no result.
    let worry = match clause.lead {
        Lead::Aside => sentence.weight(parse, Role::Risk) >= 2,
        _ => risk::weigh(parse, clause) >= risk::SURE,
    };
    clause.tokens.clone().any(|at| {
        parse.tokens[at].any(figure::NUMERIC) && measures(parse, clause, &sentence.tokens, at, worry)
    })
}

/// Whether a clause says what is aimed at, and not what is: "We aim for 5% less".
fn is_wished(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    clause.grammar.tense == Tense::Future
        || verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Intention, Class::Wish])))
}

/// Whether the label before a clause says that it is a goal being set: "Goal for June: 90%".
fn is_set(parse: &Parse<'_>, clause: &Clause) -> bool {
    parse.before(clause).is_some_and(|before| {
        let first = parse.text(&parse.tokens[before.tokens.start]);
        let sets = ["goal", "target", "aim"].iter().any(|word| first.eq_ignore_ascii_case(word));
        before.label && sets && before.classes.has(Class::Preposition)
    })
}

/// Whether others do what the writer works for: "The landlord agreed", "both buyers renewed".
fn is_boon(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect);
    let own = matches!(grammar.subject, Subject::Other) && grammar.own;
    let object = grammar.verb.and_then(|at| parse.tokens.get(at + 1)).is_some_and(|next| {
        // "The council approved the plan", and not "plan approved", "agreement signed".
        next.capital && next.speaks()
            || next.any(figure::NUMERIC)
            || next.any(Classes::of(&[Class::Determiner, Class::Our, Class::Pronoun, Class::Us, Class::To]))
                && !parse.text(next).eq_ignore_ascii_case("by")
                && !parse.text(next).eq_ignore_ascii_case("off")
    });
    let moves = verb.is_some_and(|verb| !verb.is(Class::Base) || grammar.tense != Tense::Past);
    let settles = told && object && moves && verb.is_some_and(|verb| verb.is(Class::Boon));
    // "Users find the export now": people do what they did not do before.
    let first = parse.words(clause).iter().find(|word| word.speaks());
    let people =
        first.is_some_and(|first| first.any(Classes::of(&[Class::Person, Class::Nominative, Class::Result])));
    let now = || parse.words(clause).iter().any(|word| parse.text(word).eq_ignore_ascii_case("now"));
    // "Marta now owns the rota": who does what is no result.
    let named = first.is_some_and(|first| first.capital && !first.known && first.classes.is_empty());
    let changed =
        (people && grammar.tense == Tense::State || grammar.tense == Tense::Present) && now() && !named;
    // "The vendor knocked 9k off", "the choir filled the hall": somebody did something to a thing.
    let idle = [
        Class::Neutral,
        Class::Speech,
        Class::Thought,
        Class::Stative,
        Class::Harm,
        Class::Fail,
        Class::Be,
        Class::Have,
    ];
    let acted = told
        && clause.classes.meets(figure::NUMERIC)
        && object
        && moves
        && verb.is_some_and(|verb| !verb.any(Classes::of(&idle)) && !verb.is(Class::Get));
    // "Nobody complained", "the server hasn't crashed since": a harm that did not happen.
    let spared = (told || grammar.tense == Tense::Passive)
        && grammar.negated
        && verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Harm, Class::Fail])));
    if own && spared {
        return true;
    }
    own && !grammar.negated && (settles || changed || acted) && risk::weigh(parse, clause) < risk::SURE
}

/// Whether a clause tells what came of a change: "After the cache change | the run finishes before four".
fn follows_change(parse: &Parse<'_>, clause: &Clause, sentence: &Sentence) -> bool {
    let grammar = clause.grammar;
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect | Tense::Present | Tense::State);
    if grammar.subject != Subject::Other || !told || clause.lead == Lead::Moment {
        return false;
    }
    let change = parse.clauses[sentence.clauses.clone()].iter().any(|before| {
        let first = parse.words(before).first().map_or("", |first| parse.text(first));
        let opens = first.eq_ignore_ascii_case("after") || first.eq_ignore_ascii_case("since");
        let changes = Classes::of(&[Class::Event, Class::Deed, Class::Course, Class::Deliver]);
        opens && before.tokens.end <= clause.tokens.start && before.classes.meets(changes)
    });
    change && risk::weigh(parse, clause) < risk::SURE
}

/// Whether the figure at `at` is a result: a share, a value of a measure, a number of people won.
fn measures(parse: &Parse<'_>, clause: &Clause, sentence: &Range<usize>, at: usize, feared: bool) -> bool {
    let Some(kind) = figure::kind(parse, at) else { return false };
    let tokens = clause.tokens.clone();
    let before =
        at.checked_sub(1).filter(|before| *before >= tokens.start).map(|before| &parse.tokens[before]);
    let signed = before.is_some_and(|before| matches!(before.shape, Shape::Mark(b'+' | b'-')));
    if feared && !signed {
        return false;
    }
    if kind != Kind::Duration && is_won(parse, clause, at) {
        return true;
    }
    let near = |classes: Classes, before: usize, after: usize| {
        (sentence.start.max(at.saturating_sub(before))..tokens.end.min(at + after))
            .any(|at| parse.tokens[at].any(classes))
    };
    // "goes to 1,200 parents", "starts with 3 sites": whom or what for, and not how many came.
    let object = before.is_some_and(|before| before.any(Classes::of(&[Class::Preposition, Class::To])));
    let settled = !matches!(clause.grammar.tense, Tense::Present | Tense::Modal);
    let counts = Classes::of(&[Class::Result]);
    let result = !object && settled && near(counts, if kind == Kind::Ratio { 3 } else { 0 }, 4);
    let measure = near(Classes::of(&[Class::Metric, Class::Gain, Class::Burden]), 4, 3);
    let at_value = before.is_some_and(|before| parse.text(before) == "at");
    let effort = is_effort(parse, clause) && clause.grammar.verb != Some(tokens.start + 1)
        || kind == Kind::Plain && is_handled(parse, clause, at);
    match kind {
        Kind::Percent => (!effort || signed || at_value) && !is_progress(parse, at),
        Kind::Ratio => {
            let told = clause.grammar.subject == Subject::Other
                && !matches!(clause.grammar.tense, Tense::Modal | Tense::Future)
                && clause.grammar.verb.is_some_and(|verb| !parse.tokens[verb].is(Class::Stative));
            !effort && (result || measure || told)
        }
        Kind::Money => !effort && (measure || weight(parse, Role::Gained, clause) > 0),
        Kind::Duration => !effort && measure,
        Kind::Plain => {
            signed && measure
                || !effort
                    && (result || measure || is_counted(parse, clause, at) || is_rate(parse, clause, at))
        }
    }
}

/// "62% spent", "80% done": how far one is, and not what came of it.
fn is_progress(parse: &Parse<'_>, at: usize) -> bool {
    let done = ["done", "complete", "completed", "spent", "finished", "written", "through", "ready", "used"];
    parse.tokens[at + 1..].iter().take(2).any(|next| done.contains(&parse.text(next)))
}

/// "brought in 12 leads", "won 3 of 4 tenders": the verb says that it was won.
fn is_won(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let told = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::Present);
    told && clause.grammar.verb.is_some_and(|verb| verb < at && parse.tokens[verb].is(Class::Win))
}

/// "8 stayed", "40 families came": how many others did it.
fn is_counted(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let grammar = clause.grammar;
    let heads = at == clause.tokens.start && grammar.verb == Some(at + 1);
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect);
    let did = |verb: usize| {
        at < verb && verb <= at + 3 && !parse.text(&parse.tokens[verb]).eq_ignore_ascii_case("left")
    };
    (grammar.subject == Subject::Other || heads) && told && grammar.verb.is_some_and(did)
}

/// "31 bugs filed": what was done with them is an effort.
fn is_handled(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    (at + 1..clause.tokens.end.min(at + 4))
        .any(|at| parse.tokens[at].is(Class::Participle) && parse.tokens[at].is(Class::Deed))
}

/// "1,100 riders a day": how much of it there is by now.
fn is_rate(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    (at + 1..clause.tokens.end.min(at + 4)).any(|at| {
        let per = matches!(parse.text(&parse.tokens[at]), "a" | "per");
        per && parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Time))
    })
}

/// Whether the clause tells what the writer did, so that its figures count effort.
fn is_effort(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let own = matches!(grammar.subject, Subject::Writer | Subject::Missing);
    let done = matches!(
        grammar.tense,
        Tense::Past
            | Tense::Perfect
            | Tense::Progressive
            | Tense::Gerund
            | Tense::Bare
            | Tense::Future
            | Tense::Modal
    );
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let effect = Classes::of(&[Class::Win, Class::Better, Class::Sink, Class::Rise, Class::Have, Class::Get]);
    own && done && verb.is_some_and(|verb| !verb.any(effect) && !parse.text(verb).contains('-'))
}
