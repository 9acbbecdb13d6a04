//! The writer's own steps, done or dated.

use super::Label;
use super::unplanned::is_unplanned;
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Found, Role};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};

/// What one promises to do for the reader.
const PROMISES: [u32; 10] =
    spelt(["send", "tell", "show", "let", "give", "bring", "forward", "email", "keep", "write"]);

/// What one brings to the next talk.
const PAPERS: Classes =
    Classes::of(&[Class::Pointer, Class::Document, Class::EvidenceLabel, Class::Metric, Class::You]);

/// Whether a clause tells of the writer's own step, done or dated.
pub(super) fn is_plan(
    parse: &Parse<'_>,
    clause: &Clause,
    label: Option<Label>,
    goal_at: Option<usize>,
) -> bool {
    // Few clauses sound like a step at all.
    sounds_planned(parse, clause, label, goal_at)
        && (label == Some(Label::Plan) || !is_unplanned(parse, clause))
}

/// Whether a clause sounds like a step, be it one that the writer takes or not.
fn sounds_planned(parse: &Parse<'_>, clause: &Clause, label: Option<Label>, goal_at: Option<usize>) -> bool {
    let told = clause.grammar.subject == Subject::Writer && clause.grammar.verb.is_some();
    // "Before that I take the class"
    let earlier = || parse.words(clause).get(1).is_some_and(|second| second.spells(words!["that", "then"]));
    if clause.label && !told
        || matches!(clause.lead, Lead::Cause | Lead::Relative | Lead::Condition)
        || clause.lead == Lead::Moment && !earlier()
    {
        return false;
    }
    let feats = clause.grammar.subject == Subject::Missing
        && clause
            .grammar
            .verb
            .is_some_and(|at| parse.tokens[at].is(Class::Third) && !parse.tokens[at].plural);
    // "HR wants the forms by the 30th"
    let theirs = clause.grammar.subject == Subject::Other
        && clause.grammar.verb.is_some_and(|at| {
            let verb = &parse.tokens[at];
            // "60 colleagues signed for me"
            let signed = verb.is(Class::Step)
                && (clause.classes.has(Class::Person)
                    || clause.classes.has(Class::Name) && !clause.classes.has(Class::Us))
                && parse.cues_in(Role::Plan, at..at + 1).next().is_some();
            verb.any(Classes::of(&[Class::Wish, Class::Expect]))
                || signed && clause.grammar.tense == Tense::Past
        });
    // "no course booked", "no plans to leave"
    let denied = |found: &Found| parse.tokens[..found.start].last().is_some_and(|word| word.is(Class::Not));
    let planned = clause.roles.has(Role::Plan)
        && !parse.cues_in(Role::Plan, clause.tokens.clone()).all(denied)
        && !clause.grammar.negated;
    let planned = planned && !holds(parse, clause);
    if planned && !feats && !theirs || label == Some(Label::Plan) {
        return true;
    }
    let grammar = clause.grammar;
    // "Because: asked twice by other teams"
    if label == Some(Label::Evidence) && matches!(grammar.tense, Tense::Past | Tense::Perfect) {
        return false;
    }
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let own = grammar.may_be_own();
    // "Once a fortnight | I run the critique"
    let timed = |before: &Clause| {
        before.sentence == clause.sentence && before.grammar.verb.is_none() && is_dated(parse, before)
    };
    let dated = is_dated(parse, clause) || grammar.own && parse.before(clause).is_some_and(timed);
    let aimed = label == Some(Label::Goal) || goal_at.is_some();
    let listed = aimed || label.is_some();
    let past =
        parse.before(clause).filter(|before| before.sentence == clause.sentence && clause.lead == Lead::More);
    let listed_deed = past.is_some_and(|before| matches!(before.grammar.tense, Tense::Past | Tense::Perfect));
    let already = || parse.says(clause, words!["already"]);
    let idle =
        Classes::of(&[Class::State, Class::Stative, Class::Thought, Class::Be, Class::Have, Class::Harm]);
    // "I get told in every debrief"
    let befalls = grammar.verb.is_some_and(|at| {
        parse.tokens[at].is(Class::Get)
            && parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Participle))
    });
    if befalls {
        return false;
    }
    if let Some(verb) = verb.filter(|_| own && !grammar.negated) {
        let steps = verb.is(Class::Step) && !verb.is(Class::Feat);
        let promised = verb.spells(&PROMISES)
            && grammar
                .verb
                .is_some_and(|at| parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::You)))
            || verb.spells(words!["bring", "send", "show", "share"]) && clause.classes.meets(PAPERS);
        // "Asked in the questionnaire", "asking for myself"
        let was_asked = grammar.subject == Subject::Missing
            && grammar.verb.is_some_and(|at| {
                let next = |words: &[u32]| parse.tokens.get(at + 1).is_some_and(|next| next.spells(words));
                verb.spells(words!["asked"]) && next(words!["in", "at", "by", "during"])
                    || verb.spells(words!["asking"]) && next(words!["for", "because"])
            });
        // "I speak three languages"
        let knows = grammar.tense == Tense::Present && verb.spells(words!["speak", "know"]);
        if was_asked || knows && !dated {
            return false;
        }
        return match grammar.tense {
            // "I'll send you mine" promises the reader something.
            // "I'll send you my draft on 5 May"
            Tense::Future | Tense::Modal if promised => dated && sends_own(parse, clause),
            Tense::Future => verb.is(Class::Have) || !verb.any(idle) || dated,
            Tense::Present if grammar.subject == Subject::Missing && verb.is(Class::Third) => false,
            Tense::Present if verb.is(Class::Feat) && !dated => false,
            // "I should apply"
            Tense::Modal if !dated && parse.says(clause, words!["should", "might", "could", "may"]) => false,
            Tense::Modal | Tense::Present | Tense::Progressive | Tense::Gerund => {
                let dates_refusal = dated && grammar.subject == Subject::Writer && verb.is(Class::Harm);
                let takes = dated && verb.is(Class::Step);
                (!verb.any(idle) || dates_refusal || takes) && (dated || aimed || steps) && !already()
            }
            Tense::Past | Tense::Perfect => steps,
            Tense::Bare => dated || aimed && !wishes_on(parse, clause, goal_at),
            _ => false,
        };
    }
    // `evening class from Sept`, `exam in July`: a fragment with a date, after the goal.
    let fragment = matches!(grammar.tense, Tense::None | Tense::Gerund | Tense::Bare);
    fragment && dated && (listed && !listed_deed || fronts(parse, clause))
}

/// "I will send you my draft": a paper of one's own, and not "the list".
fn sends_own(parse: &Parse<'_>, clause: &Clause) -> bool {
    const WORK: [u32; 8] =
        spelt(["draft", "plan", "application", "cv", "portfolio", "outline", "proposal", "statement"]);
    let mine = parse.words(clause).iter().any(|word| word.is(Class::Our) || word.is(Class::Determiner));
    mine && parse.says(clause, &WORK)
}

/// "Want to run the yard, price the jobs": goes on with the wish.
fn wishes_on(parse: &Parse<'_>, clause: &Clause, goal_at: Option<usize>) -> bool {
    let words = parse.words(clause);
    let goal = goal_at.map(|at| &parse.clauses[at]).filter(|goal| goal.sentence == clause.sentence);
    clause.lead == Lead::More
        && (words[0].spells(words!["not"])
            || goal.is_some_and(|goal| !goal.label && goal.classes.has(Class::Wish)))
}

/// "I've had the wards every Friday": what the writer does for long is no step.
fn holds(parse: &Parse<'_>, clause: &Clause) -> bool {
    const LESSONS: Classes = Classes::of(&[Class::Occasion, Class::Advice, Class::Step]);
    clause.grammar.subject == Subject::Writer
        && clause.grammar.tense == Tense::Perfect
        && clause.grammar.verb.is_some_and(|at| parse.tokens[at].is(Class::Have))
        && clause.classes.has(Class::Rhythm)
        && !clause.classes.meets(LESSONS)
}

/// "On the 4th I chair the jury", "tomorrow I meet the head": a step of one's own behind its date.
fn fronts(parse: &Parse<'_>, clause: &Clause) -> bool {
    const IDLE: Classes =
        Classes::of(&[Class::Stative, Class::Thought, Class::Be, Class::Have, Class::Wish, Class::Harm]);
    let mut pairs = parse.words(clause).windows(2);
    clause.grammar.verb.is_none()
        && pairs.any(|pair| pair[0].is(Class::I) && pair[1].is(Class::Base) && !pair[1].any(IDLE))
}

/// Whether words give a date or a rhythm: `in June`, `every second Wed`, `one a week`.
fn is_dated(parse: &Parse<'_>, clause: &Clause) -> bool {
    const WHEN: Classes = Classes::of(&[Class::Month, Class::Weekday, Class::Day]);
    let (words, classes) = (parse.words(clause), clause.classes);
    // "Last half year" is over.
    if words[0].spells(words!["last", "past"]) && clause.words <= 4 {
        return false;
    }
    if classes.has(Class::Rhythm) || words.len() > 1 && classes.meets(WHEN) {
        return true;
    }
    classes.meets(Classes::of(&[Class::Time, Class::Ordinal]))
        && words.windows(2).enumerate().any(|(at, pair)| {
            // "Week 20 I run the kitchen"
            let week =
                pair[0].is(Class::Time) && pair[1].is(Class::Number) && pair[0].spells(words!["week", "wk"]);
            let day = || parse.text(&pair[1]).starts_with(|first: char| first.is_ascii_digit());
            // "Some days", "on my weeks"
            let long = || pair[1].spells(words!["days", "weeks", "months", "years", "hours", "minutes"]);
            // "The year 9 rota"
            let class = |at: usize| {
                pair[1].spells(words!["year"]) && words.get(at + 2).is_some_and(|next| next.is(Class::Number))
            };
            week || pair[0].any(Classes::of(&[Class::Preposition, Class::Determiner]))
                && pair[1].is(Class::Time)
                && !long()
                && !class(at)
                || pair[1].is(Class::Ordinal)
                    && (pair[0].is(Class::Preposition) || pair[0].is(Class::Determiner) && day())
        })
}
