//! What a career topic should tell: its goal, its plan and facts for it.

mod asked;
mod evidence;
mod goal;
mod plan;
mod post;
mod standing;
#[cfg(test)]
mod tests;
mod training;
mod unplanned;
mod wish;

use super::class::{Class, Classes};
use super::clause::Clause;
use super::figure;
use super::grammar::Tense;
use super::parse::Parse;
use super::slot::is_unfilled;
use super::token::Token;
use super::{Hit, Signal};
use crate::language::spelt::words;

/// What a label announces: `Goal: …`, `Plan: …`, `Evidence: …`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Goal,
    Plan,
    Evidence,
    Other,
}

/// Finds the parts; `hits` holds the asks already.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    let mut reader = Reader { parse, label: None, goal_at: None, hits };
    parse.sentences().for_each(|sentence| reader.read(sentence));
}

/// Reads one sentence after the other.
struct Reader<'a, 'p> {
    parse: &'a Parse<'p>,
    /// The label that what comes next stands under, with its line and sentence.
    label: Option<(Label, usize, usize)>,
    /// The clause that told the latest goal.
    goal_at: Option<usize>,
    hits: &'a mut Vec<Hit>,
}

impl Reader<'_, '_> {
    fn read(&mut self, sentence: &[Clause]) {
        let introduced = sentence.iter().any(|clause| clause.label);
        let reported = asked::reported(self.parse, sentence);
        for clause in sentence {
            if self.label.is_some_and(|(_, line, _)| line != clause.line) {
                self.label = None;
            }
            self.weigh(clause, sentence, introduced, reported);
            self.settle(clause);
        }
    }

    /// What a clause tells; its sentence may hold a label, or report a question from a token on.
    fn weigh(&mut self, clause: &Clause, sentence: &[Clause], introduced: bool, reported: Option<usize>) {
        let parse = self.parse;
        let label = self.label.map(|(kind, ..)| kind);
        // What a colon introduces belongs to no request that goes before it.
        let covered = clause.asked && (clause.asks || !introduced);
        let next = parse.after(clause).filter(|next| next.sentence == clause.sentence);
        let unfilled = label.is_some() && is_unfilled(parse, clause)
            || clause.label && next.is_some_and(|next| is_unfilled(parse, next));
        let asked = clause.quoted || covered || unfilled;
        let wishes = !clause.quoted && !unfilled && (!asked || wishes(parse, clause));
        let wishes = wishes && !asked::is_asked_about(clause, reported);
        if wishes && goal::is_goal(parse, clause, label) {
            self.hit(Signal::Goal, clause);
            self.goal_at = Some(clause.index);
            // "To be a better delegator I hand over one task each month"
            let rhythm = clause.classes.has(Class::Rhythm)
                && parse.words(clause).iter().skip(2).any(|word| word.is(Class::I));
            if rhythm {
                self.hit(Signal::Plan, clause);
            }
            // "To be a purser I need more practice with the till"
            if standing::lacks(parse, clause) {
                self.hit(Signal::Evidence, clause);
            }
        } else if !asked && plan::is_plan(parse, clause, label, self.goal_at) {
            self.hit(Signal::Plan, clause);
            if evidence::proves(parse, clause) {
                self.hit(Signal::Evidence, clause);
            }
        } else if !asked {
            let trains = training::is_training(parse, clause);
            if asked::is_invited(parse, clause, sentence, reported)
                || evidence::is_evidence(parse, clause, label, trains)
            {
                self.hit(Signal::Evidence, clause);
            }
            if trains {
                self.hit(Signal::Plan, clause);
            }
        }
    }

    /// What the clause after this one stands under.
    fn settle(&mut self, clause: &Clause) {
        let parse = self.parse;
        if clause.label {
            let kind = if is_stage(parse, clause, self.goal_at.is_some()) {
                Label::Plan
            } else {
                announced(parse, clause)
            };
            self.label = Some((kind, clause.line, clause.sentence));
        } else if clause.asks && is_horizon(parse, clause) {
            // "In ten years? Running a kitchen."
            self.label = Some((Label::Goal, clause.line, clause.sentence + 1));
        } else if self
            .label
            .is_some_and(|(kind, _, sentence)| kind != Label::Plan && clause.sentence > sentence)
        {
            self.label = None; // a label reaches over its sentence; a plan goes on
        }
    }

    fn hit(&mut self, signal: Signal, clause: &Clause) {
        self.hits.push(self.parse.hit(signal, clause.tokens.clone()));
    }
}

/// Whether a clause that a request covers is the wish before it: "I'd love to speak; which would you pay for?"
fn wishes(parse: &Parse<'_>, clause: &Clause) -> bool {
    let last = parse.after(clause).is_none_or(|next| next.sentence != clause.sentence);
    !clause.asks || !last || clause.index == 0
}

/// "In five years", by itself.
fn is_horizon(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.words <= 5
        && clause.classes.meets(figure::NUMERIC)
        && parse.words(clause)[0].spells(words!["in", "within"])
        && parse.says(clause, words!["years", "yrs", "year"])
}

/// "Nov: I watch. Dec: we share", "Q3: run the audit": when a step is taken that is still to come.
fn is_stage(parse: &Parse<'_>, clause: &Clause, aimed: bool) -> bool {
    const WHEN: Classes = Classes::of(&[Class::Month, Class::Time]);
    const DEEDS: Classes = Classes::of(&[Class::Deed, Class::Step, Class::Course, Class::Deliver]);
    const OBJECT: Classes = Classes::of(&[Class::Determiner, Class::Our, Class::Count, Class::Number]);
    let far = is_horizon(parse, clause) || clause.classes.has(Class::GoalLabel);
    let step = |next: &Clause| {
        let opens =
            |first: &Token, object: &Token| first.is(Class::Base) && first.any(DEEDS) && object.any(OBJECT);
        matches!(parse.words(next), [first, object, ..] if opens(first, object)) && !next.asked
    };
    !far && clause.words <= 3
        && clause.classes.meets(WHEN)
        && parse.after(clause).is_some_and(|next| next.sentence == clause.sentence && step(next))
        || clause.words <= 2
            && clause.classes.has(Class::Month)
            && parse.after(clause).is_some_and(|next| {
                next.sentence == clause.sentence
                    && !matches!(next.grammar.tense, Tense::Past | Tense::Perfect | Tense::Passive)
                    && (aimed || next.classes.has(Class::I))
            })
}

fn announced(parse: &Parse<'_>, clause: &Clause) -> Label {
    let is = |name| parse.says(clause, name);
    let has = |class: Class| clause.classes.has(class);
    let owned = || wish::is_owned(parse, clause, clause.tokens.end - 1);
    let soon = || is(words!["this", "next"]) && !is(words!["year"]);
    let next = || is(words!["next"]) && (clause.words == 1 || has(Class::Step));
    if clause.words > 6 {
        Label::Other
    } else if is_horizon(parse, clause) {
        Label::Goal
    } else if has(Class::PlanLabel) || has(Class::Time) && soon() || next() {
        Label::Plan
    } else if has(Class::GoalLabel) && !is(words!["record"]) && !has(Class::Occasion) && !owned() {
        Label::Goal
    } else if has(Class::EvidenceLabel) || has(Class::Review) || is(words!["360"]) {
        Label::Evidence
    } else {
        Label::Other
    }
}
