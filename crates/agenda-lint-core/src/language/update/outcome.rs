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
            if trend.measured || trend.turn == Turn::Good {
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
    if weight(parse, Role::Outcome, clause) >= 2
        || is_boon(parse, clause)
        || follows_change(parse, clause, sentence)
    {
        return true;
    }
    if !clause.classes.meets(figure::NUMERIC) {
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

/// Whether others do what the writer works for: "The landlord agreed", "both buyers renewed".
fn is_boon(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect);
    let own = matches!(grammar.subject, Subject::Other) && grammar.own;
    let object = grammar.verb.and_then(|at| parse.tokens.get(at + 1)).is_some_and(|next| {
        // "The council approved the plan", and not "plan approved", "agreement signed".
        next.capital && next.speaks()
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
    let changed = people && matches!(grammar.tense, Tense::Present | Tense::State) && now();
    own && !grammar.negated && (settles || changed) && risk::weigh(parse, clause) < risk::SURE
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
    let signed = at > tokens.start && matches!(parse.tokens[at - 1].shape, Shape::Mark(b'+' | b'-'));
    let near = |class: Class, before: usize, after: usize| {
        (sentence.start.max(at.saturating_sub(before))..tokens.end.min(at + after))
            .any(|at| parse.tokens[at].is(class))
    };
    let result = near(Class::Result, if kind == Kind::Ratio { 3 } else { 0 }, 4);
    let measure = near(Class::Metric, 4, 3) || near(Class::Gain, 4, 3) || near(Class::Burden, 4, 3);
    // "31 bugs filed": what was done with them is an effort.
    let handled = (at + 1..tokens.end.min(at + 4))
        .any(|at| parse.tokens[at].is(Class::Participle) && parse.tokens[at].is(Class::Deed));
    let effort = is_effort(parse, clause) && clause.grammar.verb != Some(tokens.start + 1)
        || handled && kind == Kind::Plain;
    if feared && !signed {
        return false;
    }
    // "8 stayed", "40 families came": how many others did it.
    let heads = at == tokens.start && clause.grammar.verb == Some(at + 1);
    let counted = (clause.grammar.subject == Subject::Other || heads)
        && matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::Present)
        && clause.grammar.verb.is_some_and(|verb| at < verb && verb <= at + 3);
    // "1,100 riders a day": how much of it there is by now.
    let rate = (at + 1..tokens.end.min(at + 4)).any(|at| {
        let per = matches!(parse.text(&parse.tokens[at]), "a" | "per");
        per && parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Time))
    });
    match kind {
        Kind::Percent => !effort || signed || at > 0 && parse.text(&parse.tokens[at - 1]) == "at",
        Kind::Ratio => !effort && (result || measure || clause.grammar.verb.is_some() || tokens.len() <= 4),
        Kind::Money => !effort && (measure || weight(parse, Role::Gained, clause) > 0),
        Kind::Duration => !effort && measure,
        Kind::Plain => signed && measure || !effort && (result || measure || counted || rate),
    }
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
