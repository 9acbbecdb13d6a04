//! Results and effects, achieved or expected.

use std::ops::Range;

use super::{Sentence, weight};
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
        let feared = |tokens: Range<usize>| weight(parse, Role::Risk, tokens) >= 2;
        for clause in &parse.clauses[sentence.clauses.clone()] {
            // What a worry is about, or explains in brackets, is no result.
            let worry =
                if clause.lead == Lead::Aside { sentence.tokens.clone() } else { clause.tokens.clone() };
            if !clause.label && !clause.quoted && tells_result(parse, clause, &sentence.tokens, feared(worry))
            {
                hits.push(parse.hit(Signal::Outcome, clause.tokens.clone()));
            }
        }
    }
}

fn tells_result(parse: &Parse<'_>, clause: &Clause, sentence: &Range<usize>, feared: bool) -> bool {
    let tokens = clause.tokens.clone();
    if weight(parse, Role::NoOutcome, tokens.clone()) > 0 {
        return false;
    }
    weight(parse, Role::Outcome, tokens.clone()) >= 2
        || tokens.clone().any(|at| measures(parse, clause, sentence, at, feared))
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
    let result = near(Class::Result, 0, 4);
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
    match kind {
        Kind::Percent => !effort || signed || at > 0 && parse.text(&parse.tokens[at - 1]) == "at",
        Kind::Ratio => !effort && (result || measure || clause.grammar.verb.is_some() || tokens.len() <= 4),
        Kind::Money => !effort && (measure || weight(parse, Role::Gained, tokens) > 0),
        Kind::Duration => !effort && measure,
        Kind::Plain => signed && measure || !effort && (result || measure || counted),
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
