//! What a strategy topic should tell: its proposal, evidence and size.

use super::class::{Class, Classes};
use super::clause::{Clause, Lead};
use super::cue::Role;
use super::figure::{self, Kind};
use super::grammar::{Subject, Tense};
use super::parse::Parse;
use super::token::{Shape, Token};
use super::{Hit, Signal};

/// Finds the parts; `hits` holds the asks already.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    for (index, clause) in parse.clauses.iter().enumerate() {
        if clause.quoted {
            continue;
        }
        let asked = is_asked(parse, clause, hits);
        let proposes = proposes(parse, clause, index, asked);
        if proposes {
            hits.push(parse.hit(Signal::Proposal, clause.tokens.clone()));
        }
        let sizes = sizes(parse, clause);
        if sizes && !(asked && !proposes) {
            hits.push(parse.hit(Signal::Size, clause.tokens.clone()));
        }
        if !asked && shows(parse, clause, proposes, sizes) {
            hits.push(parse.hit(Signal::Evidence, clause.tokens.clone()));
        }
    }
}

fn is_asked(parse: &Parse<'_>, clause: &Clause, hits: &[Hit]) -> bool {
    let bytes = parse.bytes(clause.tokens.clone());
    hits.iter()
        .any(|hit| hit.signal == Signal::Ask && hit.range.start <= bytes.start && bytes.end <= hit.range.end)
}

/// Whether a clause favours a course of action.
fn proposes(parse: &Parse<'_>, clause: &Clause, index: usize, asked: bool) -> bool {
    let tokens = clause.tokens.clone();
    if parse.cues_in(Role::NoProposal, tokens.clone()).next().is_some() {
        return false;
    }
    let cued = parse.cues_in(Role::Proposal, tokens.clone()).find(|found| {
        !asked
            || matches!(
                parse.text(&parse.tokens[found.start]).to_ascii_lowercase().as_str(),
                "what" | "why" | "how"
            )
    });
    if cued.is_some() {
        return true;
    }
    if asked {
        return false;
    }
    let words: Vec<&Token> = parse.words(clause).iter().filter(|word| word.speaks()).collect();
    let first = words
        .iter()
        .find(|word| !word.any(Classes::of(&[Class::Adverb, Class::And])) || word.is(Class::Base));
    let orders = matches!(clause.lead, Lead::Sentence | Lead::More)
        && first.is_some_and(|first| first.is(Class::Course) && first.is(Class::Base))
        && clause.grammar.subject == Subject::Missing
        && words.len() >= 2
        && !matches!(clause.grammar.tense, Tense::Past | Tense::Perfect if first.is_some_and(|first| !first.is(Class::Base)));
    orders || index == 0 && names_course(parse, &words, clause)
}

/// Whether a topic opens with a course of action as a noun: `A four-day week for the back office`.
fn names_course(parse: &Parse<'_>, words: &[&Token], clause: &Clause) -> bool {
    let Some(first) = words.first() else { return false };
    let verbless = matches!(clause.grammar.tense, Tense::None | Tense::Bare | Tense::Gerund);
    let pointed = words.iter().any(|word| word.is(Class::Pointer) && !word.is(Class::Course));
    let text = parse.text(first);
    let opens = ["a", "an", "new", "one", "no"].iter().any(|word| text.eq_ignore_ascii_case(word));
    let figure = first.shape == Shape::Number && text.ends_with('%');
    let limits = words.iter().any(|word| parse.text(word).eq_ignore_ascii_case("only"));
    verbless
        && !pointed
        && !figure
        && (opens && words.len() >= 3 || limits && words.len() >= 4 || is_measure_noun(parse, words))
}

/// `4-day week`, `four-day week`: a number and a noun that name an arrangement.
fn is_measure_noun(parse: &Parse<'_>, words: &[&Token]) -> bool {
    words.first().is_some_and(|first| {
        let text = parse.text(first);
        text.contains('-') && text.starts_with(|first: char| first.is_ascii_digit()) && words.len() >= 2
    })
}

/// Whether a clause tells the magnitude of a gain or a cost.
fn sizes(parse: &Parse<'_>, clause: &Clause) -> bool {
    let tokens = clause.tokens.clone();
    if parse.cues_in(Role::Size, tokens.clone()).next().is_some() {
        return true;
    }
    let spends = |at: usize| {
        let around = tokens.start.max(at.saturating_sub(5))..tokens.end.min(at + 5);
        parse.tokens[around].iter().any(|token| {
            let word = parse.text(token);
            token.is(Class::Scale)
                || [
                    "save", "saves", "saved", "saving", "cost", "costs", "costing", "worth", "spend",
                    "spends", "takes", "take", "earns", "bring", "brings",
                ]
                .iter()
                .any(|verb| word.eq_ignore_ascii_case(verb))
        })
    };
    tokens.clone().any(|at| match figure::kind(parse, at) {
        Some(Kind::Money) => true,
        Some(Kind::Duration) => spends(at),
        Some(_) => spends(at) && !parse.text(&parse.tokens[at]).ends_with('%') || is_rate(parse, at),
        None => false,
    })
}

/// `1,100 a month`, `1.2k/month`.
fn is_rate(parse: &Parse<'_>, at: usize) -> bool {
    let next = parse.tokens.get(at + 1);
    let after = parse.tokens.get(at + 2);
    let per = next.is_some_and(|next| {
        next.mark(b'/') || ["a", "per", "each"].iter().any(|word| parse.text(next).eq_ignore_ascii_case(word))
    });
    per && after.is_some_and(|after| after.is(Class::Time))
}

/// Whether a clause observes something that speaks for a course.
fn shows(parse: &Parse<'_>, clause: &Clause, proposes: bool, sizes: bool) -> bool {
    let tokens = clause.tokens.clone();
    if clause.label && !tokens.clone().any(|at| figure::kind(parse, at).is_some()) {
        return false;
    }
    if parse.cues_in(Role::Evidence, tokens.clone()).next().is_some() {
        return true;
    }
    let measured = tokens.clone().any(|at| match figure::kind(parse, at) {
        Some(Kind::Percent | Kind::Ratio) => true,
        Some(Kind::Plain) => !sizes,
        _ => false,
    });
    let grammar = clause.grammar;
    let told = matches!(
        grammar.tense,
        Tense::Past | Tense::Perfect | Tense::Present | Tense::Passive | Tense::State
    );
    let others = grammar.subject == Subject::Other && grammar.verb.is_some();
    measured && !proposes
        || measured
            && tokens.clone().any(|at| matches!(figure::kind(parse, at), Some(Kind::Percent | Kind::Ratio)))
        || others && told && matches!(grammar.tense, Tense::Past | Tense::Perfect) && !proposes
}
