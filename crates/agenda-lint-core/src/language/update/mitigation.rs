//! What is done against a risk or a blocker.

use super::UNWANTED;
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spans::Spans;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;
use crate::language::{Hit, Signal};

/// Marks the steps that follow a risk or blocker, and what calls itself a plan against one.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    let dangers = Spans::of(hits, &[Signal::Risk, Signal::Blocker]);
    let Some(first) = dangers.start() else { return };
    for clause in &parse.clauses {
        let bytes = parse.bytes(clause.tokens.clone());
        let is_danger = dangers.meet(&bytes);
        let said = clause.roles.has(Role::Mitigation)
            && parse.cues_in(Role::Mitigation, clause.tokens.clone()).any(|found| {
                let before = found.start.checked_sub(1).map(|before| &parse.tokens[before]);
                let denied = before.is_some_and(|word| word.is(Class::Not) || word.spells(words!["zero"]));
                !(denied || is_danger && is_theirs(parse, found.start))
            });
        let follows = bytes.start > first;
        // "Copied the data to a second disk, because it might be lost"
        let is_why = || {
            parse.after(clause).is_some_and(|next| {
                next.sentence == clause.sentence
                    && next.lead == Lead::Cause
                    && dangers.meet(&parse.bytes(next.tokens.clone()))
            })
        };
        if !clause.quoted && (follows || is_why()) && (said || !is_danger && is_step(parse, clause)) {
            hits.push(parse.hit(Signal::Mitigation, clause.tokens.clone()));
        }
    }
}

/// "Three of them have asked to come off it": others did it, and no step is told by it.
fn is_theirs(parse: &Parse<'_>, at: usize) -> bool {
    matches!(&parse.tokens[at.saturating_sub(2)..at], [them, have] if them.is(Class::Pronoun) && have.is(Class::Have))
}

/// "Killed the banner. Two customers complained": whether the writer ended something, for what comes then may be why.
pub(super) fn ends_something(parse: &Parse<'_>) -> bool {
    const ENDED: [u32; 18] = spelt([
        "killed",
        "stopped",
        "ended",
        "cancelled",
        "canceled",
        "paused",
        "reverted",
        "rolled",
        "dropped",
        "disabled",
        "removed",
        "scrapped",
        "shelved",
        "retired",
        "withdrew",
        "pulled",
        "replaced",
        "closed",
    ]);
    parse.clauses.iter().any(|clause| {
        let grammar = clause.grammar;
        let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
        grammar.may_be_own()
            && grammar.tense == Tense::Past
            && !grammar.negated
            && verb.is_some_and(|verb| verb.spells(&ENDED))
    })
}

/// Whether a clause tells of a step that somebody takes.
fn is_step(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let Some(verb) = grammar.verb.and_then(|at| parse.tokens.get(at)) else {
        return is_arranged(clause);
    };
    if is_begun(parse, clause, verb) {
        return true;
    }
    if clause.label
        || clause.asks
        || grammar.negated
        // "the meter still says 22%"
        || matches!(grammar.tense, Tense::Present | Tense::Passive) && clause.classes.has(Class::Still)
        || matches!(clause.lead, Lead::Cause | Lead::Relative | Lead::Condition)
        || is_waited_for(parse, clause)
        || verb.spells(words!["supposed", "meant"])
        || parse.words(clause)[0].spells(words!["who", "does"])
        || grammar
            .verb
            .is_some_and(|at| parse.tokens[clause.tokens.start..at].iter().any(|word| word.is(Class::Not)))
        || grammar.subject == Subject::Other && gives_up(verb)
    {
        return false;
    }
    // "So every team gets one hour of training", "Priya has taken over his part"
    if is_promised(clause, verb)
        || is_consequence(parse, clause)
        || takes_over(parse, clause, verb)
        || is_wanted(clause, verb)
    {
        return true;
    }
    let idle =
        Classes::of(&[Class::State, Class::Stative, Class::Fail, Class::Worsen, Class::Be, Class::Thought]);
    let deeds =
        Classes::of(&[Class::Deed, Class::Manage, Class::Serve, Class::Course, Class::Step, Class::Feat]);
    // "Getting a quote from a second one"
    let gets = grammar.tense == Tense::Gerund && verb.is(Class::Get);
    let deed = verb.any(deeds) || !verb.known || gets || grammar.subject == Subject::Writer;
    if verb.any(idle) || !deed {
        return false;
    }
    if is_elsewhere(parse, clause) || grammar.subject == Subject::Other && comes_near(clause, verb) {
        return false;
    }
    // "since wed", "after the release": a moment is a step only where somebody does something.
    let fragment =
        clause.lead == Lead::Moment && !clause.tokens.clone().any(|at| parse.tokens[at].is(Class::Ing));
    if fragment {
        return false;
    }
    match grammar.subject {
        Subject::Writer | Subject::Missing => {
            // "we had to throw it away" tells of the harm.
            let forced = grammar.tense == Tense::Duty && clause.classes.has(Class::Past);
            // "I finished the minutes" is any week's work.
            let routine = grammar.tense == Tense::Past
                && verb.spells(words![
                    "finished",
                    "completed",
                    "tidied",
                    "attended",
                    "celebrated",
                    "enjoyed"
                ]);
            !forced && !routine && !matches!(grammar.tense, Tense::Missed | Tense::State | Tense::None)
        }
        // What others did is more of the trouble, unless it mends something.
        Subject::Other => match grammar.tense {
            Tense::Past => verb.any(Classes::of(&[Class::Remedy, Class::Manage, Class::Serve, Class::Step])),
            Tense::Present | Tense::Progressive => !goes_on(parse, clause),
            Tense::Future | Tense::Passive => true,
            _ => false,
        },
        Subject::Reader => false,
    }
}

/// "Both hosts are out of contract and a rival is sniffing round": it goes on with the trouble.
fn goes_on(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.lead == Lead::More
        && parse.tokens[clause.tokens.start].spells(words!["and"])
        && parse.before(clause).is_some_and(|before| before.grammar.verb.is_some())
}

/// "I also sorted the drawers", "By the way, the guide is printed": what is on another matter.
fn is_elsewhere(parse: &Parse<'_>, clause: &Clause) -> bool {
    const OTHER: [u32; 8] =
        spelt(["also", "unrelated", "separately", "elsewhere", "btw", "besides", "otherwise", "apart"]);
    const MATTERS: [u32; 7] = spelt(["way", "news", "note", "topic", "matter", "subject", "thing"]);
    let turns = |clause: &Clause| {
        let words = parse.words(clause);
        let mut first = words.iter().take(3);
        let aside = words[0].spells(words!["by", "in", "on", "other", "another", "different"]);
        first.any(|word| word.spells(&OTHER) || aside && word.spells(&MATTERS))
    };
    turns(clause)
        || parse.before(clause).is_some_and(|before| before.sentence == clause.sentence && turns(before))
}

/// "We'll do it in two parts": what the writer will do, and not "we'll lose it", "we'll see".
fn is_promised(clause: &Clause, verb: &Token) -> bool {
    const LOST: Classes =
        Classes::of(&[Class::Be, Class::Have, Class::Fail, Class::Harm, Class::Worsen, Class::Thought]);
    clause.grammar.subject == Subject::Writer
        && clause.grammar.tense == Tense::Future
        && !verb.any(LOST)
        && !verb.spells(words!["need", "see", "know", "have", "miss", "lose"])
}

/// "So every team gets one hour of training": what is done on account of it.
fn is_consequence(parse: &Parse<'_>, clause: &Clause) -> bool {
    const GETS: [u32; 10] =
        spelt(["get", "gets", "have", "has", "go", "goes", "start", "starts", "come", "comes"]);
    const WRONG: Classes =
        UNWANTED.with(Classes::of(&[Class::Not, Class::Nobody, Class::Fail, Class::Worsen, Class::Sink]));
    let verb = clause.grammar.verb.map(|at| &parse.tokens[at]);
    parse.words(clause)[0].spells(words!["so"])
        && clause.grammar.subject == Subject::Other
        && !clause.classes.meets(WRONG)
        && verb.is_some_and(|verb| verb.spells(&GETS))
}

/// "Priya has taken over his part", "Kim will stand in".
fn takes_over(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    let perfect = clause.grammar.subject == Subject::Other && clause.grammar.tense == Tense::Perfect;
    perfect && (verb.is(Class::Remedy) || verb.spells(words!["taken"]) && parse.says(clause, words!["over"]))
}

/// "I want to fix the list with them": what the writer is after.
fn is_wanted(clause: &Clause, verb: &Token) -> bool {
    const WANTS: [u32; 4] = spelt(["want", "'d", "would", "like"]);
    let told = matches!(clause.grammar.tense, Tense::Present | Tense::Future | Tense::Modal | Tense::State);
    clause.grammar.subject == Subject::Writer && told && clause.lead != Lead::Contrast && verb.spells(&WANTS)
}

/// "The printing date comes closer", "peak starts in 11 days", "clients begin to complain": what draws near by itself.
fn comes_near(clause: &Clause, verb: &Token) -> bool {
    let moves = verb.any(Classes::of(&[Class::Move, Class::Begin, Class::Harm]))
        || verb.spells(words!["comes", "come", "starts", "start", "begins", "begin", "digs", "dig"]);
    moves
        && clause.grammar.tense == Tense::Present
        && clause.lead != Lead::Sentence
        && !clause.classes.meets(Classes::of(&[Class::Weekday, Class::Day]))
}

/// "Extra sessions on Tuesdays until May": what is arranged, in a sentence of its own.
fn is_arranged(clause: &Clause) -> bool {
    const DAYS: Classes = Classes::of(&[Class::Weekday, Class::Month]);
    const WRONG: Classes = Classes::of(&[
        Class::Not,
        Class::Bad,
        Class::Grim,
        Class::Mishap,
        Class::Trouble,
        Class::Event,
        Class::Number,
    ]);
    clause.lead == Lead::Sentence
        && !clause.label
        && !clause.asks
        && clause.words >= 4
        && clause.classes.meets(DAYS)
        && !clause.classes.meets(WRONG)
}

/// "From November on two blind testers get paid", "from Monday the deputy has breakfast with them": what is to change.
fn is_begun(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    const DATES: Classes =
        Classes::of(&[Class::Month, Class::Weekday, Class::Day, Class::Near, Class::Ordinal, Class::Number]);
    const WRONG: Classes = Classes::of(&[
        Class::Be,
        Class::Rise,
        Class::Sink,
        Class::Harm,
        Class::Fail,
        Class::Worsen,
        Class::Cease,
    ]);
    let [from, date, ..] = parse.words(clause) else { return false };
    let told = matches!(clause.grammar.tense, Tense::Present | Tense::State | Tense::Passive | Tense::Future);
    told && from.spells(words!["from", "starting"])
        && date.any(DATES)
        && !clause.grammar.negated
        && !clause.asks
        && !verb.any(WRONG)
}

/// "before HR countersigns them": what has to happen first is no step of ours.
fn is_waited_for(parse: &Parse<'_>, clause: &Clause) -> bool {
    parse.words(clause)[0].spells(words!["before", "until", "till", "once", "when"])
}

/// "Two homes paused their roll-out": what others give up is more of the trouble.
fn gives_up(verb: &Token) -> bool {
    const VERBS: [u32; 14] = spelt([
        "paused",
        "stopped",
        "cancelled",
        "canceled",
        "postponed",
        "delayed",
        "suspended",
        "froze",
        "withdrew",
        "declined",
        "refused",
        "left",
        "quit",
        "resigned",
    ]);
    verb.spells(&VERBS)
}
