//! What is in danger, has slipped, or plainly goes the wrong way.

use super::{Sentence, overlaps, weight};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::token::{Shape, Token};
use crate::language::trend::Turn;
use crate::language::{Hit, Signal};

/// Marks the clauses that tell of danger; blockers are found already and are no risk by themselves.
pub(super) fn find(parse: &Parse<'_>, sentences: &[Sentence], hits: &mut Vec<Hit>) {
    for sentence in sentences {
        let settled = weight(parse, Role::NoRisk, sentence.tokens.clone()) > 0;
        let whole = parse.bytes(sentence.tokens.clone());
        let blocked = overlaps(hits, Signal::Blocker, &whole);
        let good = overlaps(hits, Signal::Outcome, &whole)
            || weight(parse, Role::Outcome, sentence.tokens.clone()) >= 2;
        for trend in &sentence.trends {
            if trend.turn == Turn::Bad && !settled {
                hits.push(parse.hit(Signal::Risk, trend.tokens.clone()));
            }
        }
        for clause in &parse.clauses[sentence.clauses.clone()] {
            let eased = sentence
                .trends
                .iter()
                .any(|trend| trend.turn == Turn::Good && clause.tokens.contains(&trend.tokens.start));
            let contrast = clause.lead == Lead::Contrast && good && !settled && !clause.asks;
            let needed = if blocked { 6 } else { 4 };
            if contrast || !settled && !eased && weigh(parse, clause, blocked) >= needed {
                hits.push(parse.hit(Signal::Risk, clause.tokens.clone()));
            }
        }
    }
}

/// How surely a clause tells of danger; 4 is enough.
fn weigh(parse: &Parse<'_>, clause: &Clause, blocked: bool) -> u8 {
    if clause.quoted {
        return 0;
    }
    let tokens = clause.tokens.clone();
    let cues = weight(parse, Role::Risk, tokens.clone()) * 2;
    if blocked || clause.label {
        return cues;
    }
    let grammar = clause.grammar;
    let words = parse.words(clause);
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let others = grammar.subject == Subject::Other;
    let moves = Classes::of(&[Class::Rise, Class::Sink]);
    let happens = others || matches!(grammar.subject, Subject::Missing) && grammar.tense == Tense::Passive;
    let fails = verb.is_some_and(|verb| {
        verb.any(Classes::of(&[Class::Harm, Class::Fail]))
            || verb.is(Class::Worsen) && (!verb.any(moves) || is_refusal(parse, verb))
    });
    let told = !matches!(grammar.tense, Tense::None | Tense::Bare | Tense::Infinitive);
    let denied = match grammar.subject {
        Subject::Other if grammar.negated && grammar.tense == Tense::Perfect => 4,
        Subject::Other if grammar.negated && told => 3,
        Subject::Writer if grammar.negated && verb.is_some_and(|verb| verb.is(Class::Thought)) => 2,
        _ => 0,
    };
    let state =
        matches!(grammar.tense, Tense::State | Tense::Progressive | Tense::Present) && !grammar.negated;
    let bad = state && others && words.iter().any(|word| word.is(Class::Bad) && !word.is(Class::Burden));
    let poor = grammar.tense == Tense::State && state && words.iter().any(|word| word.is(Class::Grim));
    let status = words.len() == 1 && parse.cues_in(Role::RiskStatus, tokens.clone()).next().is_some();
    let sign = words.iter().any(|word| word.shape == Shape::Sign && "🔴🟠🟡⚠🚨".contains(parse.text(word)));
    let named = grammar.verb.is_none()
        && words.iter().any(|word| word.is(Class::Mishap))
        && !words.iter().any(|word| {
            word.any(Classes::of(&[Class::Not, Class::Less, Class::Sink]))
                || parse.text(word) == "0"
                || parse.text(word) == "zero"
        });
    let yet = grammar.negated && words.iter().any(|word| parse.text(word).eq_ignore_ascii_case("yet"));
    let judged = if bad || poor || status || sign || named || yet { 4 } else { 0 };
    cues + judged + denied + if fails && happens && !grammar.negated { 4 } else { 0 }
}

/// "The candidate declined": somebody said no.
fn is_refusal(parse: &Parse<'_>, verb: &Token) -> bool {
    parse.text(verb).eq_ignore_ascii_case("declined")
}
