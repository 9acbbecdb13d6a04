//! Facts for readiness or need.

use super::Label;
use super::asked::is_handed;
use super::standing::stands;
use super::training::LESSONS;
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether a step is a proof as well: it was taken with a figure or an honour.
pub(super) fn proves(parse: &Parse<'_>, clause: &Clause) -> bool {
    let past = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect);
    let honoured = |word: &Token| word.is(Class::Review) && word.spells(words!["distinction"]);
    past && (clause.roles.has(Role::Evidence) || parse.words(clause).iter().any(honoured))
}

/// Whether a clause gives a fact for readiness or need; whether it tells of a step of learning, `trains` says.
pub(super) fn is_evidence(parse: &Parse<'_>, clause: &Clause, label: Option<Label>, trains: bool) -> bool {
    // "Let's park it", "let's make time"
    let invites = || parse.words(clause)[0].spells(words!["let", "lets", "let's"]);
    if is_followed_by_others(parse, clause) {
        return true;
    }
    if clause.label || is_no_fact(clause) || invites() || is_elses(parse, clause) || is_handed(parse, clause)
    {
        return false;
    }
    let grammar = clause.grammar;
    // "I will look after the till by myself"
    let vows = |said: &Clause| said.grammar.subject == Subject::Writer && said.grammar.tense == Tense::Future;
    let promised = vows(clause)
        || !grammar.own
            && parse.before(clause).is_some_and(|before| before.sentence == clause.sentence && vows(before));
    if label == Some(Label::Evidence)
        || clause.roles.has(Role::Evidence) && !promised && !tells_oneself(parse, clause)
        || stands(parse, clause)
    {
        return true;
    }
    // "I took the trainees for a month" may be a charge, and no lesson.
    let took = || parse.says(clause, words!["took"]);
    if trains && !took() || is_attending(parse, clause) {
        return false;
    }
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let past = verb.is_some_and(|verb| verb.is(Class::Past) || verb.is(Class::Have));
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect | Tense::Passive)
        || past && grammar.tense == Tense::State;
    let counted = clause.classes.meets(figure::NUMERIC);
    let coming = grammar.tense == Tense::Passive && !clause.classes.has(Class::Past);
    let feat = verb.is_some_and(|verb| verb.is(Class::Feat))
        && told
        && !coming
        && grammar.subject != Subject::Reader;
    // "The college has two courses"
    let holds = |verb: &Token| grammar.tense == Tense::State && !verb.is(Class::Past);
    let others = told
        && grammar.subject == Subject::Other
        && verb.is_some_and(|verb| !verb.is(Class::Be) && !holds(verb));
    let idle = Classes::of(&[
        Class::Thought,
        Class::State,
        Class::Stative,
        Class::Step,
        Class::Be,
        Class::Speech,
        Class::Neutral,
    ]);
    let headless = grammar.subject == Subject::Missing && grammar.tense == Tense::Past;
    let own = told
        && (grammar.own && grammar.subject == Subject::Writer || headless && clause.words > 1)
        && verb.is_some_and(|verb| verb.is(Class::Deed) && !verb.any(idle) || is_done(parse, clause, verb));
    let present = matches!(grammar.tense, Tense::Present | Tense::Progressive) && !grammar.negated;
    let was = grammar.subject == Subject::Writer && past && grammar.tense == Tense::State && !grammar.negated;
    let about_me = (told || present)
        && !verb.is_some_and(|verb| verb.is(Class::Be))
        && grammar.subject == Subject::Other
        && clause.classes.has(Class::Us);
    let held = told
        || clause.lead == Lead::Aside
        || matches!(grammar.tense, Tense::State | Tense::None | Tense::Present | Tense::Missed);
    // "I haven't thought about the next five years"
    let unthought = grammar.negated && verb.is_some_and(|verb| verb.is(Class::Thought));
    feat && !grammar.negated
        || others && counted
        || own && !grammar.negated
        || about_me
        || was && !clause.classes.has(Class::Thought)
        || is_fact(parse, clause)
        || counted && held && !unthought && is_measured(parse, clause, told)
}

/// "Told my nephew to come and work here", "I said I'd tell you": what the writer says to others.
fn tells_oneself(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let said = grammar
        .verb
        .filter(|verb| grammar.may_be_own() && parse.tokens[*verb].spells(words!["said", "told"]));
    said.is_some_and(|said| {
        parse.cues_in(Role::Evidence, clause.tokens.clone()).all(|found| found.start == said)
    })
}

/// "I did already the timetable cover": the verb of all deeds, with what was done.
fn is_done(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    const THING: Classes = Classes::of(&[Class::Determiner, Class::Our, Class::Count, Class::Number]);
    let mut behind = parse.words(clause).iter().filter(|word| word.start > verb.start);
    verb.is(Class::Do)
        && behind
            .find(|word| !word.is(Class::Adverb))
            .is_some_and(|word| word.any(THING) && !word.is(Class::Pronoun))
}

/// "I have lessons since May", "I have a meeting with the coach", "we set our goals": what is on, and proves nothing.
fn is_attending(parse: &Parse<'_>, clause: &Clause) -> bool {
    const ASKS: [u32; 8] =
        spelt(["question", "questions", "idea", "ideas", "request", "plan", "plans", "appointment"]);
    let verb = clause.grammar.verb.map(|verb| &parse.tokens[verb]);
    // "In the test I had 92 of 100 points"
    let scored = || {
        figure::all(parse, clause.tokens.clone())
            .any(|(_, kind)| matches!(kind, figure::Kind::Ratio | figure::Kind::Percent))
    };
    let has = || verb.is_some_and(|verb| verb.is(Class::Have)) && !scored();
    let goals = || {
        verb.is_some_and(|verb| verb.spells(words!["set", "wrote", "agreed", "discussed"]))
            && clause.classes.has(Class::Goal)
    };
    clause.grammar.subject == Subject::Writer
        && (has()
            && (parse.says(clause, &LESSONS)
                || parse.says(clause, &ASKS)
                || clause.classes.has(Class::Occasion))
            || goals())
}

/// "Since I run the clinic, people turn up": what others do since the writer did something.
fn is_followed_by_others(parse: &Parse<'_>, clause: &Clause) -> bool {
    let mine = |other: &Clause| {
        other.sentence == clause.sentence
            && other.lead == Lead::Moment
            && other.grammar.subject == Subject::Writer
            && parse.words(other)[0].spells(words!["since"])
    };
    !clause.label
        && matches!(clause.grammar.subject, Subject::Other | Subject::Missing)
        && clause.words > 2
        && (parse.before(clause).is_some_and(mine) || parse.after(clause).is_some_and(mine))
}

/// "A talk on Friday", "the fee is 90"; what a talk scored is a fact.
fn is_no_fact(clause: &Clause) -> bool {
    let announced = clause.roles.has(Role::Announcement) && !clause.classes.meets(figure::NUMERIC);
    announced || clause.roles.has(Role::NoEvidence)
}

/// "Kim was promoted", "her appraisal says": what is told of somebody else, and not of the writer.
fn is_elses(parse: &Parse<'_>, clause: &Clause) -> bool {
    const THEIRS: Classes = Classes::of(&[Class::Name, Class::Nominative, Class::Person]);
    const MINE: Classes = Classes::of(&[Class::Us, Class::Our, Class::I, Class::Your]);
    let names = |first: &Token| {
        first.any(THEIRS) && !first.any(Classes::of(&[Class::Nobody, Class::Determiner, Class::Review]))
    };
    clause.grammar.own
        && clause.grammar.subject == Subject::Other
        && !clause.classes.meets(MINE.with(figure::NUMERIC))
        && parse.words(clause).iter().find(|word| word.speaks()).is_some_and(names)
}

/// Whether a clause counts or measures something; a stretch of time only where something `told` happened in it.
fn is_measured(parse: &Parse<'_>, clause: &Clause, told: bool) -> bool {
    let date = Classes::of(&[Class::Month, Class::Weekday]);
    figure::all(parse, clause.tokens.clone()).any(|(at, kind)| {
        (told || kind != figure::Kind::Duration)
            && !parse.tokens.get(at + 1).is_some_and(|next| next.any(date))
            // "3 and 4 November"
            && !(parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::And))
                && parse.tokens.get(at + 3).is_some_and(|next| next.is(Class::Month)))
    })
}

/// Whether a clause states a fact, and neither a feeling nor a thought: "My contract ends in December".
fn is_fact(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let Some(verb) = grammar.verb.and_then(|at| parse.tokens.get(at)) else { return false };
    let felt = [
        Class::Thought,
        Class::Stative,
        Class::Wish,
        Class::Intention,
        Class::Expect,
        Class::Get,
        Class::Greeting,
        Class::Modal,
        Class::Speech,
    ];
    let told = match grammar.subject {
        Subject::Writer => match grammar.tense {
            Tense::Past | Tense::Perfect => !verb.is(Class::Neutral) || clause.classes.meets(figure::NUMERIC),
            Tense::Present => verb.is(Class::Deed) || verb.is(Class::Feat),
            _ => false,
        },
        // What others do is a fact for the writer only when it concerns them.
        Subject::Other => {
            let mine = clause.classes.meets(Classes::of(&[Class::Us, Class::Our, Class::I]));
            mine && !verb.is(Class::Move)
                && matches!(grammar.tense, Tense::Past | Tense::Perfect | Tense::Present)
        }
        _ => false,
    };
    let main = matches!(clause.lead, Lead::Sentence | Lead::More | Lead::Contrast);
    // "I saw the posting"
    let perceived = grammar.subject == Subject::Writer && verb.is(Class::State) && verb.is(Class::Neutral);
    grammar.own
        && told
        && main
        && !perceived
        && clause.words >= 4
        && !verb.any(Classes::of(&felt))
        && !verb.is(Class::Step)
}
