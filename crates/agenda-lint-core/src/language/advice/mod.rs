//! What an ask for advice should tell: its situation, its problem and what was tried.

mod attempt;
mod course;
mod habit;
mod list;
mod problem;
mod situation;
mod story;
#[cfg(test)]
mod tests;
mod thing;
mod time;
mod untried;

use super::class::Class;
use super::clause::Clause;
use super::cue::Role;
use super::grammar::Subject;
use super::parse::Parse;
use super::slot::{self, Slot};
use super::{Hit, Signal, SignalSet};

/// What was found in one clause.
#[derive(Clone, Copy, Default, Debug)]
struct Part {
    /// The label it stands under.
    slot: Option<Slot>,
    /// It tells of something done.
    attempt: bool,
    /// How surely it tells of something wrong; [`SURE`] is enough by itself.
    problem: u8,
    /// It tells of something wrong, all things considered.
    wrong: bool,
    /// It is or belongs to a question or request.
    ask: bool,
    /// How much it tells of the circumstances.
    situation: u8,
}

/// A weight that needs no other beside it.
const SURE: u8 = 4;

/// Finds the parts of an ask for advice; `hits` holds its asks already. Gives back which of those that were not found
/// may be told all the same.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) -> SignalSet {
    let mut parts = outline(parse);
    let asked = parts.iter().any(|part| part.ask);
    let acts = attempt::find(parse, &mut parts);
    problem::find(parse, asked, &mut parts);
    let (mut told, mut closed) = (false, false);
    if acts {
        told = story::take_back(parse, &mut parts);
        untried::regret(parse, &mut parts);
        untried::set_aside(parse, &mut parts);
        closed = problem::is_closed(parse, &parts);
    }
    if closed {
        for part in &mut parts {
            part.problem = 0;
        }
    }
    let refused = parse.roles.has(Role::Untried);
    let acts = acts && parts.iter().any(|part| part.attempt);
    let listed = if refused || acts { list::Found::Nothing } else { list::find(parse, &mut parts) };
    let acts = acts || listed == list::Found::List;
    let withdrawn = acts && untried::withdraw(parse, &mut parts);
    let tried = acts && !withdrawn;
    let needed = problem::needed(&parts, asked, tried);
    let mut wrong = false;
    for (clause, part) in parse.clauses.iter().zip(&mut parts) {
        part.wrong = part.problem >= needed;
        wrong |= part.wrong;
        if part.attempt {
            hits.push(parse.hit(Signal::Attempt, clause.tokens.clone()));
        }
        if part.wrong {
            hits.push(parse.hit(Signal::Problem, clause.tokens.clone()));
        }
    }
    let set = situation::find(parse, &mut parts, asked, wrong, hits);
    if !tried {
        untried::find(parse, &parts, hits);
    }
    let leans = parse.roles.has(Role::Leaning) || course::is_proposed(parse);
    let doubts = [
        (Signal::Situation, !set && situation::may_be_told(parse, &parts)),
        // Who asks which of two courses to take has told what it is about.
        (Signal::Problem, !wrong && !closed && (leans || problem::may_be_told(parse, &parts))),
        (
            Signal::Attempt,
            !tried
                && !refused
                && (withdrawn
                    || told
                    || listed == list::Found::Doubt
                    || leans
                    || untried::may_be_told(parse, &parts)),
        ),
    ];
    doubts.into_iter().filter(|(_, doubt)| *doubt).map(|(signal, _)| signal).collect()
}

/// Whether a clause denies what its verb says: "didn't ask", "not sleeping", "never put out".
fn is_denied(parse: &Parse<'_>, clause: &Clause) -> bool {
    let opens = || {
        let verb = clause.grammar.verb.unwrap_or(clause.tokens.start);
        parse.tokens[clause.tokens.start..verb].iter().any(|word| word.is(Class::Not))
    };
    clause.grammar.negated
        || clause.classes.has(Class::Not) && clause.grammar.subject == Subject::Missing && opens()
}

/// The clauses of a topic with their labels, and which of them ask.
fn outline(parse: &Parse<'_>) -> Vec<Part> {
    let part = |(clause, slot): (&Clause, Option<Slot>)| Part { slot, ask: clause.asked, ..Part::default() };
    parse.clauses.iter().zip(slot::slots(parse)).map(part).collect()
}
