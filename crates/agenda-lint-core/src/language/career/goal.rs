//! Wanted roles, levels, skills and states.

use std::ops::Range;

use super::Label;
use super::post::{POSTS, comes_after, is_graded, is_next_post, moves};
use super::wish::{is_anothers, is_denied, is_errand, is_often, is_over, is_reached, is_somebodys};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Found, Role};
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether a clause names a wanted role, level, skill or state.
pub(super) fn is_goal(parse: &Parse<'_>, clause: &Clause, label: Option<Label>) -> bool {
    const PRESUMES: [u32; 9] =
        spelt(["when", "any", "something", "what", "how", "chance", "possible", "possibility", "way"]);
    // "I'm not sure | if I want to lead"
    let unsure = |before: &Clause| before.sentence == clause.sentence && before.roles.has(Role::NoGoal);
    if clause.roles.has(Role::NoGoal)
        || clause.lead == Lead::Condition && parse.before(clause).is_some_and(unsure)
    {
        return false;
    }
    let cues = || parse.cues_in(Role::Goal, clause.tokens.clone()).filter(|found| !is_often(parse, found));
    if clause.roles.has(Role::Goal) && cues().any(|found| is_anothers(parse, clause, found)) {
        return false;
    }
    // After `Role:`, what the writer knows or did is no goal.
    let tells = clause.grammar.own
        && clause.grammar.subject == Subject::Writer
        && !matches!(clause.grammar.tense, Tense::Modal | Tense::Future);
    if label == Some(Label::Goal) && !clause.label && (!tells || clause.roles.has(Role::Goal)) {
        return !is_vague(parse, clause.tokens.clone());
    }
    let words = parse.words(clause);
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    let past = || match clause.grammar.tense {
        Tense::Past | Tense::Perfect => verb.is_some(),
        // "I'm interested in …"
        Tense::Passive => {
            verb.is_some() && (clause.grammar.subject != Subject::Writer || is_reached(parse, clause))
        }
        // "My plan was to be done by now"
        Tense::State => verb.is_some_and(|verb| verb.is(Class::Past)),
        _ => false,
    };
    let wished = |found: &Found| {
        let said = &parse.tokens[found.start..found.end];
        // "I've set my sights on the studio"
        said[0].is(Class::Wish) && !said[0].is(Class::Past)
            || said.iter().any(|word| word.spells(words!["sights", "heart", "eye"]))
    };
    // "When do I get to be a matron?", "any chance of me getting the studio?"
    let presumes = |found: &Found| parse.tokens[found.start].spells(&PRESUMES);
    // "What does it take to get to senior?" asks about the way, and wishes for nothing.
    let enquires = || {
        clause.asks
            && !cues().any(presumes)
            && words[0].any(Classes::of(&[Class::Question, Class::Do, Class::Be]))
            && clause.grammar.subject != Subject::Writer
            && (!clause.classes.has(Class::Wish)
                || clause.grammar.subject == Subject::Reader
                || words.get(1).is_some_and(|next| next.is(Class::You)))
    };
    let named =
        clause.roles.has(Role::Goal) && !(clause.label && clause.words <= 2) && cues().next().is_some();
    let idle = |found: &Found| is_denied(parse, clause, found) || is_errand(parse, clause, found);
    if named && cues().any(idle) {
        return false;
    }
    if named
        && (!past() || cues().any(wished))
        && !is_somebodys(parse, clause)
        && !is_over(parse, clause)
        && !enquires()
    {
        let end = clause.tokens.end;
        let from = cues().map(|found| found.end.min(end)).min();
        // "It remains my ambition to lead"
        let theirs = words[0].is(Class::Nominative)
            && !(words[0].spells(words!["it"]) && clause.classes.has(Class::Our));
        return !theirs && !is_vague(parse, from.unwrap_or(end)..end);
    }
    let opens = clause.index == 0
        || clause.index == 1 && (parse.clauses[0].label || parse.clauses[0].lead == Lead::Aside);
    is_next_post(parse, clause)
        || label != Some(Label::Plan)
            && (opens && (opens_with_goal(parse, clause) || swaps(parse, clause) || is_graded(parse, clause))
                || clause.index == 0 && moves(parse, clause)
                || masters(parse, clause)
                || comes_after(parse, clause))
}

/// "By spring I could run the kiln alone": what one is able to do by then.
fn masters(parse: &Parse<'_>, clause: &Clause) -> bool {
    const ALONE: [u32; 8] =
        spelt(["alone", "unsupervised", "unaided", "independently", "myself", "solo", "fluently", "without"]);
    const SOON: Classes = Classes::of(&[Class::Weekday, Class::Day, Class::You]);
    clause.grammar.subject == Subject::Writer
        && clause.grammar.tense == Tense::Modal
        && !clause.grammar.negated
        && !clause.classes.meets(SOON)
        && parse.words(clause)[0].spells(words!["by", "until", "before"])
        && (parse.says(clause, &ALONE) || parse.says(clause, words!["able"]))
}

/// Whether words name only that one wants to get on: "growth", "develop further", "tbd".
fn is_vague(parse: &Parse<'_>, tokens: Range<usize>) -> bool {
    const VAGUE: [u32; 18] = spelt([
        "grow",
        "growth",
        "growing",
        "develop",
        "development",
        "developing",
        "progress",
        "progression",
        "advance",
        "advancement",
        "evolve",
        "career",
        "personal",
        "professional",
        "further",
        "more",
        "myself",
        "professionally",
    ]);
    const FILLING: Classes = Classes::of(&[
        Class::And,
        Class::Adverb,
        Class::Our,
        Class::Determiner,
        Class::Be,
        Class::Empty,
        Class::Preposition,
        Class::To,
        Class::Particle,
    ]);
    let mut words = parse.tokens[tokens].iter().filter(|word| word.speaks()).peekable();
    let mut named = words.clone().filter(|word| !word.any(FILLING) || word.is(Class::Empty));
    words.peek().is_some()
        && named.next().is_some_and(|first| first.spells(&VAGUE) || first.is(Class::Empty))
        && named.all(|word| word.spells(&VAGUE))
}

/// Whether a topic opens with its goal and nothing before it: `Learn SQL properly`, `Regional manager.`
fn opens_with_goal(parse: &Parse<'_>, clause: &Clause) -> bool {
    const TOPICS: [u32; 16] = spelt([
        "career",
        "growth",
        "development",
        "plan",
        "review",
        "chat",
        "next",
        "talk",
        "question",
        "exam",
        "test",
        "course",
        "class",
        "module",
        "leave",
        "hold",
    ]);
    const BETTERS: [u32; 6] = spelt(["better", "more", "less", "properly", "well", "confidently"]);
    let skipped = |word: &&Token| {
        !word.speaks()
            || word.is(Class::To)
            || word.spells(words!["finally", "really", "properly", "actually"])
    };
    let mut words = parse.words(clause).iter().filter(|word| !skipped(word));
    let Some(first) = words.next() else { return false };
    let several = clause.words >= 2;
    // "Postdoc or industry" is a choice.
    let post = || {
        clause.classes.meets(POSTS)
            && !parse.says(clause, &TOPICS)
            && !parse.says(clause, words!["or"])
            && !first.spells(words!["no", "without"])
            && !is_paid(parse, clause)
    };
    let bare = clause.grammar.tense == Tense::Bare;
    // "Ops lead": what could be a verb is a post.
    let ends =
        |last: &Token| last.is(Class::Rank) && clause.grammar.tense == Tense::Present && clause.words <= 3;
    let headed = parse.words(clause).iter().rev().find(|word| word.speaks()).is_some_and(ends)
        && clause
            .grammar
            .verb
            .is_some_and(|verb| parse.tokens[verb + 1..clause.tokens.end].iter().all(|word| !word.speaks()));
    let nominal = clause.grammar.tense == Tense::None || bare && first.is(Class::Rank) || headed;
    // "Shift lead by autumn": what could be an order has no article.
    let named = bare && !clause.classes.meets(Classes::of(&[Class::Determiner, Class::Our]));
    // "Less firefighting, more design work"
    let shifts = || nominal && first.spells(words!["more", "less", "fewer"]);
    // "Delegate better": to do something more, or better than before.
    let bettered = || first.is(Class::Base) && !first.is(Class::Past) && parse.says(clause, &BETTERS);
    let wanted = first.is(Class::Growth);
    // "Better at estimates", "fluent Dutch by May"
    let improved = || {
        let in_what = words.clone().next().is_some_and(|second| second.is(Class::Preposition));
        nominal && (first.spells(words!["fluent"]) || in_what && first.spells(&ABLE))
    };
    several && (wanted || shifts() || improved())
        || clause.words <= 7 && (several && (nominal || clause.label || named) && post() || bettered())
        || nominal && is_due(parse, clause)
}

/// What one wants to be.
const ABLE: [u32; 9] = spelt([
    "better",
    "stronger",
    "calmer",
    "bolder",
    "braver",
    "confident",
    "certified",
    "chartered",
    "licensed",
]);

/// "Grade 7 is 41k", "median of my grade 3,100": what a post is paid.
fn is_paid(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.classes.has(Class::Number)
        && figure::all(parse, clause.tokens.clone()).any(|(at, kind)| {
            kind == figure::Kind::Money || figure::value(parse, at).is_some_and(|value| value >= 100.0)
        })
}

/// "Teaching more, admin less"
fn swaps(parse: &Parse<'_>, clause: &Clause) -> bool {
    let turns = |clause: &Clause| {
        let last = parse.words(clause).iter().rev().find(|word| word.speaks());
        last.is_some_and(|last| last.spells(words!["more", "less"]))
    };
    let next = parse.after(clause);
    clause.words == 2 && turns(clause) && next.is_some_and(|next| next.words == 2 && turns(next))
}

/// "Band 7 by next autumn"
fn is_due(parse: &Parse<'_>, clause: &Clause) -> bool {
    let spoken = || parse.words(clause).iter().filter(|word| word.speaks());
    let mut threes = spoken().zip(spoken().skip(1)).zip(spoken().skip(2));
    clause.classes.has(Class::Near)
        && threes
            .any(|((by, next), time)| next.is(Class::Near) && time.is(Class::Time) && by.spells(words!["by"]))
}
