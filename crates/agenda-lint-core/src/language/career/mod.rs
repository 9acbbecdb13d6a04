//! What a career topic should tell: its goal, its plan and facts for it.

mod evidence;
mod goal;
mod plan;

use super::class::Class;
use super::clause::Clause;
use super::figure;
use super::grammar::Tense;
use super::parse::Parse;
use super::slot::is_unfilled;
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
    let mut label = None;
    let mut goal_at = None;
    let mut introduced = (usize::MAX, false);
    for clause in &parse.clauses {
        if introduced.0 != clause.sentence {
            let sentence =
                parse.clauses[clause.index..].iter().take_while(|other| other.sentence == clause.sentence);
            introduced = (clause.sentence, sentence.into_iter().any(|other| other.label));
        }
        if label.is_some_and(|(_, line, _)| line != clause.line) {
            label = None;
        }
        // What a colon introduces belongs to no request that goes before it.
        let covered = clause.asked && (clause.asks || !introduced.1);
        let asked = clause.quoted || covered;
        let next = parse.after(clause).filter(|next| next.sentence == clause.sentence);
        let unfilled = label.is_some() && is_unfilled(parse, clause)
            || clause.label && next.is_some_and(|next| is_unfilled(parse, next));
        let asked = asked || unfilled;
        let wishes = !clause.quoted && !unfilled && (!asked || wishes(parse, clause));
        if wishes && goal::is_goal(parse, clause, label.map(|(kind, ..)| kind)) {
            hits.push(parse.hit(Signal::Goal, clause.tokens.clone()));
            goal_at = Some(clause.index);
            // "To be a better delegator I hand over one task each month"
            let rhythm = parse.words(clause).iter().skip(2).any(|word| word.is(Class::I))
                && parse.words(clause).iter().any(|word| word.is(Class::Rhythm));
            if rhythm {
                hits.push(parse.hit(Signal::Plan, clause.tokens.clone()));
            }
        } else if !asked && plan::is_plan(parse, clause, label.map(|(kind, ..)| kind), goal_at) {
            hits.push(parse.hit(Signal::Plan, clause.tokens.clone()));
            if evidence::proves(parse, clause) {
                hits.push(parse.hit(Signal::Evidence, clause.tokens.clone()));
            }
        } else if !asked && evidence::is_evidence(parse, clause, label.map(|(kind, ..)| kind)) {
            hits.push(parse.hit(Signal::Evidence, clause.tokens.clone()));
        }
        if clause.label {
            let kind = if is_stage(parse, clause, goal_at.is_some()) {
                Label::Plan
            } else {
                announced(parse, clause)
            };
            label = Some((kind, clause.line, clause.sentence));
        } else if clause.asks && is_horizon(parse, clause) {
            label = Some((Label::Goal, clause.line, clause.sentence + 1)); // "In ten years? Running a kitchen."
        } else if label.is_some_and(|(kind, _, sentence)| kind != Label::Plan && clause.sentence > sentence) {
            label = None; // a label reaches over its sentence; a plan goes on
        }
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

/// "Nov: I watch. Dec: we share": the month of a step that is still to come.
fn is_stage(parse: &Parse<'_>, clause: &Clause, aimed: bool) -> bool {
    clause.words <= 2
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
    let owned = goal::is_owned(parse, clause, clause.tokens.end - 1);
    let soon = || is(words!["this", "next"]) && !is(words!["year"]);
    let next = || is(words!["next"]) && (clause.words == 1 || has(Class::Step));
    if clause.words > 6 {
        Label::Other
    } else if is_horizon(parse, clause) {
        Label::Goal
    } else if has(Class::PlanLabel) || has(Class::Time) && soon() || next() {
        Label::Plan
    } else if has(Class::GoalLabel) && !is(words!["record"]) && !has(Class::Occasion) && !owned {
        Label::Goal
    } else if has(Class::EvidenceLabel) || has(Class::Review) || is(words!["360"]) {
        Label::Evidence
    } else {
        Label::Other
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Line, Passage, Setting, Signal, UserCues};

    #[test]
    fn a_wish_a_step_and_a_fact_are_told_apart() {
        for (text, wanted) in [
            ("I would like to become a team lead.", "g"),
            ("Regional manager.", "g"),
            ("Learn German: class every Monday evening.", "gp"),
            ("Goal: senior by April. Plan: own one project.", "gp"),
            ("I enrolled in the statistics course.", "p"),
            ("Led the ledger migration.", "e"),
            ("Two clients asked for me by name.", "e"),
            ("My dream is to teach. I got 1.4 in the evaluations.", "ge"),
            ("Growth", ""),
            ("Still thinking about what I want.", ""),
            ("Thanks for the kind words.", ""),
            // A bid for a post, and a post that is asked after.
            ("I'd throw my hat in for the purser's job.", "g"),
            ("I have my eye on the stage door job.", "g"),
            ("When do I get to be purser?", "g"),
            ("I'd stay on the tools.", "g"),
            ("Ines would like to become purser.", ""),
            ("My goal is growth.", ""),
            ("Goal: develop further", ""),
            ("The goal of the meeting is to agree.", ""),
            ("The crew's goal: no late plates", ""),
            ("This year's goal: lead the crew", "g"),
            ("By spring I could moor the tug alone.", "g"),
            ("In ten years? Running my own yard.", "g"),
            ("In three years the lease ends.", ""),
            ("Deckhand → purser", "g"),
            ("From the bar to the bridge", "g"),
            ("Purser of the night ferry, nothing less.", "g"),
            ("Danish B1 before the season", "g"),
            ("Better at moorings.", "g"),
            ("Better weather today", ""),
            ("Wages: grade 7 is 41k.", ""),
            // Steps told by their dates.
            ("On the 4th I steer the ferry.", "p"),
            ("On the 4th I was ill.", "e"),
            ("Nov: I watch. Dec: I steer.", "p"),
            ("Gave my watch to Lotte from this week on.", "p"),
            ("I'll bring the facts next time.", ""),
            ("Asked in the canteen.", ""),
            ("Otto signed up for the course.", ""),
            // Steps told by their papers, and by what is next.
            ("The application is with the guild.", "p"),
            ("Picked up the syllabus.", "p"),
            ("Second sitting is on 4 June.", "p"),
            ("Mo lends me his place in the choir.", "p"),
            ("I'll send you mine.", ""),
            ("I have no plans to leave.", ""),
            ("Plan: tbd", ""),
            ("Target role: unclear", ""),
            ("Because: asked twice by other crews", "e"),
            // Facts of others, of costs, and of evidence that is still to come.
            ("You wrote in May that I keep calm.", "e"),
            ("Since I run the till, people come back.", "e"),
            ("Kim was promoted.", ""),
            ("The jury wants evidence of scope.", ""),
            ("The fee is 90.", ""),
            ("Paid it myself.", ""),
            // What goes on with a wish, and what has no date.
            ("I'd love to steer by the stars, not follow the buoys.", "g"),
            ("Want to run the tug, price the trips.", "g"),
            ("Want to run the tug. Price two trips by June.", "gp"),
            ("The mooring was lifted by the harbour.", ""),
            ("Done by the end of June.", "p"),
            ("Some days I could run the ferry.", ""),
            ("Last half year", ""),
            ("Asking for a friend.", ""),
            ("I've had the night ferry every Friday since May.", "e"),
            ("I've had lessons every Friday since May.", "p"),
            // Study that is half done, and what somebody teaches.
            ("Two of the three are written.", "p"),
            ("Unit three handed in.", "p"),
            ("The portfolio's in.", "p"),
            ("Jo teaches me on Mondays after the shift.", "p"),
            ("It took two weekends.", ""),
            // Cover for somebody, and what others had to mend.
            ("The night ferry was mine while Margit was ill.", "e"),
            ("The skipper had to redo my splices.", "e"),
            ("Signed off on five of the seven knots.", "pe"),
            ("Got kind letters from the crew.", "e"),
            // A wish told of, and one that nobody has yet.
            ("It remains my ambition to steer the ferry.", "g"),
            ("It is the crew's wish to sail.", ""),
            ("It is my hope that the fog lifts.", ""),
            ("I want to understand the tides.", "g"),
            ("I'm not sure if I want to lead.", ""),
            ("I'm becoming the tide person.", ""),
            ("Thinking about going for skipper.", "g"),
        ] {
            let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
            let passage = Passage { text, lines: &lines, opaque: &[] };
            let reading = language::read(&passage, Setting::Career, &UserCues::default());
            let signals = [('g', Signal::Goal), ('p', Signal::Plan), ('e', Signal::Evidence)];
            let found: String =
                signals.iter().filter(|(_, signal)| reading.has(*signal)).map(|(c, _)| c).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
