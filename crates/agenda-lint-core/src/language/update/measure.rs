//! Which figures of an update are results, and which count effort.

use std::ops::Range;

use super::bound::{is_behind_bound, is_beside_target, is_bounded, is_change, is_shorter};
use super::effort::{is_activity, is_effort, is_handled, is_progress, is_share_done, lists_effort};
use super::{share, weight};
use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::Role;
use crate::language::figure::{self, Kind};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::{Shape, Token};

/// Whether the figure at `at` is a result: a share, a value of a measure, a number of people won.
pub(super) fn is_result(
    parse: &Parse<'_>,
    clause: &Clause,
    sentence: &Range<usize>,
    at: usize,
    feared: bool,
) -> bool {
    let Some(kind) = figure::kind(parse, at) else {
        let counted = || is_counted(parse, clause, at) && !is_handled(parse, clause, at);
        return !feared && (gains(parse, clause, at) || counted());
    };
    // "60 to go"
    if let [to, go, ..] = parse.tokens.get(at + 1..).unwrap_or_default()
        && to.is(Class::To)
        && go.spells(words!["go"])
    {
        return false;
    }
    if kind == Kind::Ratio && share::is_none(parse, clause, at) || is_priced(parse, clause) {
        return false;
    }
    let tokens = clause.tokens.clone();
    let before =
        at.checked_sub(1).filter(|before| *before >= tokens.start).map(|before| &parse.tokens[before]);
    let signed = before.is_some_and(|before| {
        matches!(before.shape, Shape::Mark(b'+' | b'-')) || before.spells(words!["plus"])
    });
    if feared && !signed {
        return false;
    }
    if is_behind_bound(parse, clause, at) && figure::names_cases(parse, at, tokens.end) {
        return false;
    }
    if kind != Kind::Duration && is_won(parse, clause, at) {
        return true;
    }
    let near = |classes: Classes, before: usize, after: usize| {
        // A measure before another figure is that one's.
        let from = sentence.start.max(at.saturating_sub(before));
        let from = (from..at).rev().find(|at| figure::kind(parse, *at).is_some()).unwrap_or(from);
        (from..tokens.end.min(at + after)).any(|at| parse.tokens[at].any(classes))
    };
    // "goes to 1,200 parents", "starts with 3 sites": whom or what for, and not how many came.
    let object = before.is_some_and(|before| before.any(Classes::of(&[Class::Preposition, Class::To])));
    let settled = match clause.grammar.tense {
        Tense::Present => parse.says(clause, words!["already", "now"]),
        tense => tense != Tense::Modal,
    };
    let counts = Classes::of(&[Class::Result]);
    let (behind, ahead) = if kind == Kind::Ratio { (3, 6) } else { (0, 4) };
    let result = || !object && settled && near(counts, behind, ahead);
    // "goes to 1,400 members on Monday"
    let aimed = || object && clause.grammar.tense == Tense::Present && near(counts, 0, 3);
    let measure = || near(Classes::of(&[Class::Metric, Class::Gain, Class::Burden]), 4, 3) && !aimed();
    let at_value = before.is_some_and(|before| before.spells(words!["at"]));
    // "stands at 61"
    let stands = || {
        const STANDS: [u32; 8] =
            spelt(["stands", "sits", "hovers", "stood", "sat", "lands", "ended", "landed"]);
        at >= tokens.start + 2 && parse.tokens[at - 2].spells(&STANDS)
    };
    // "I fix 60% of the volume this week"
    let own = || clause.grammar.tense == Tense::Present && parse.tokens[tokens.start].spells(words!["i"]);
    let effort = || {
        own()
            || share::is_beside_deed(parse, clause)
            || is_activity(parse, clause, at)
            || is_effort(parse, clause)
                && (clause.grammar.verb != Some(tokens.start + 1) || is_handling(parse, clause))
            || kind == Kind::Plain && (is_handled(parse, clause, at) || lists_effort(parse, clause))
    };
    match kind {
        Kind::Percent => (signed || at_value || !effort()) && !is_progress(parse, at),
        Kind::Ratio => {
            // "3 of 5 chapters drafted", but "9 of 12 customers migrated".
            let people = || near(Classes::of(&[Class::Result, Class::Person]), 0, 4);
            (at_value || result() || measure() || is_told(parse, clause) || is_standing(parse, clause, at))
                && (!is_handled(parse, clause, at) || people())
                && !is_share_of_faults(parse, clause, at)
                && !is_share_done(parse, clause, at)
                && !effort()
        }
        Kind::Money => (measure() || weight(parse, Role::Gained, clause) > 0) && !effort(),
        Kind::Duration if is_timed(parse, clause, at) || is_shorter(parse, clause, at) => true,
        _ if is_beside_target(parse, clause) && !effort() => true,
        Kind::Duration => (measure() || is_bounded(parse, clause, at)) && !effort(),
        Kind::Plain => {
            signed && (measure() || is_gain(parse, at))
                || at_value && (clause.grammar.verb.is_none() || stands()) && is_no_hour(parse, at)
                || (result()
                    || measure()
                    || is_counted(parse, clause, at)
                    || is_rate(parse, clause, at)
                    || is_bounded(parse, clause, at)
                    || is_taken(parse, clause, at)
                    || is_change(parse, at)
                    || is_named(parse, clause))
                    && !effort()
        }
    }
}

/// "costs 80 a piece": a price, unless it is held against another one.
fn is_priced(parse: &Parse<'_>, clause: &Clause) -> bool {
    let cost = |verb: usize| parse.tokens[verb].spells(words!["cost", "costs"]);
    clause.grammar.verb.is_some_and(cost)
        && matches!(clause.grammar.tense, Tense::Present | Tense::Past)
        && !parse.says(clause, words!["now", "less", "only", "just", "instead", "than"])
        && !parse.after(clause).is_some_and(|after| after.classes.meets(figure::NUMERIC))
}

/// "I answered 61 letters", "we packed 1,140 crates": what the writer did to so many.
fn is_handling(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.map(|at| &parse.tokens[at]);
    let deed = |verb: &Token| {
        verb.is(Class::Deed) && !verb.any(Classes::of(&[Class::Boon, Class::Success, Class::Cease]))
    };
    clause.grammar.subject == Subject::Writer && clause.grammar.tense == Tense::Past && verb.is_some_and(deed)
}

/// "half of the cases fail": what is told is the fault.
fn is_share_of_faults(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const FAULTS: Classes = Classes::of(&[Class::Fail, Class::Grim, Class::Trouble]);
    parse.tokens[at].is(Class::Count) && clause.classes.meets(FAULTS)
}

/// "First-aid course: 9 of 12", "17 of 20 nurses through the training": how far it is, told without a verb.
fn is_standing(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let opens = parse
        .words(clause)
        .iter()
        .find(|word| word.speaks())
        .is_some_and(|first| first.start == parse.tokens[at].start);
    if !opens || clause.grammar.verb.is_some() {
        return false;
    }
    let mut rest = parse.tokens[at + 1..clause.tokens.end].iter().filter(|word| word.speaks());
    let whole = rest.by_ref().find(|word| word.any(figure::NUMERIC));
    let Some(noun) = rest.next() else {
        let reached = || {
            figure::whole_of(parse, at)
                .is_some_and(|whole| figure::value(parse, at) >= figure::value(parse, whole))
        };
        return whole.is_some() && (parse.before(clause).is_some_and(|before| before.label) || reached());
    };
    let beside = Classes::of(&[Class::Preposition, Class::Particle, Class::Adverb]);
    let people = noun.plural || noun.any(Classes::of(&[Class::Person, Class::Result]));
    people && rest.next().is_some_and(|next| next.any(beside))
}

/// "74 studios (+9)": by how many they have become more.
fn is_gain(parse: &Parse<'_>, at: usize) -> bool {
    let Some(open) = at.checked_sub(2).filter(|open| parse.tokens[*open].mark(b'(')) else { return false };
    parse.tokens[open.saturating_sub(4)..open].iter().any(|token| token.shape == Shape::Number)
}

/// Whether a clause says what others do or are, and not what they may.
fn is_told(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    // "there's eight of them"
    let there = || parse.says(clause, words!["there"]);
    // "Three of eighteen haven't been seen"
    let missing = || {
        let harms = Classes::of(&[Class::Harm, Class::Fail]);
        grammar.negated && !clause.classes.meets(harms)
    };
    grammar.subject == Subject::Other
        && !matches!(grammar.tense, Tense::Modal | Tense::Future)
        && !there()
        && !missing()
        && grammar
            .verb
            .map(|verb| parse.tokens[verb].classes)
            .is_some_and(|verb| !verb.has(Class::Stative) || verb.has(Class::Wish))
}

/// "brought in 12 leads", "won 3 of 4 tenders": the verb says that it was won.
fn is_won(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let told = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::Present);
    // "drew up a list of 20"
    let up = |verb: usize| parse.tokens.get(verb + 1).is_some_and(|next| next.spells(words!["up"]));
    told && clause
        .grammar
        .verb
        .is_some_and(|verb| verb < at && parse.tokens[verb].is(Class::Win) && !up(verb))
}

/// "8 stayed", "40 families came": how many others did it.
fn is_counted(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let grammar = clause.grammar;
    let heads = at == clause.tokens.start && grammar.verb == Some(at + 1);
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect);
    // "2 broken cars"
    let described = |verb: usize| {
        grammar.tense != Tense::Perfect
            && parse.tokens[verb].is(Class::Participle)
            && !parse.tokens[verb].is(Class::Past)
    };
    // "five of us went"
    let us = parse.tokens.get(at + 2).is_some_and(|whole| whole.is(Class::Us))
        // "Two assessors shadowed me"
        || grammar.verb.is_some_and(|verb| parse.tokens.get(verb + 1).is_some_and(|next| next.is(Class::Us)));
    let did = |verb: usize| {
        !us && at < verb && verb <= at + 3 && !parse.tokens[verb].spells(words!["left", "started", "began"])
    };
    (grammar.subject == Subject::Other || heads)
        && told
        && grammar.verb.is_some_and(|verb| did(verb) && !described(verb))
}

/// "Donors on monthly giving: 1,204": a number alone behind the name of what it counts.
fn is_named(parse: &Parse<'_>, clause: &Clause) -> bool {
    const COUNTED: Classes = Classes::of(&[Class::Metric, Class::Gain, Class::Burden, Class::Result]);
    clause.words == 1
        && parse.before(clause).is_some_and(|before| {
            before.label && before.sentence == clause.sentence && before.classes.meets(COUNTED)
        })
}

/// "1,100 riders a day": how much of it there is by now.
fn is_rate(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const LOSSES: Classes = Classes::of(&[Class::Harm, Class::Fail, Class::Worsen, Class::Sink]);
    // "used for a week"
    let per = |at: usize| {
        parse.tokens[at].spells(words!["a", "an", "per", "each", "every"])
            && !parse.tokens[at - 1].is(Class::Preposition)
    };
    // "Agents fall off about 30 laptops a week"
    let lost = clause.grammar.verb.map_or(clause.classes, |verb| parse.tokens[verb].classes).meets(LOSSES);
    // "We pass on 300 calls a week": what one does all the time.
    let own = clause.grammar.subject == Subject::Writer
        && clause.grammar.tense == Tense::Present
        && !parse.says(clause, words!["now", "already", "more", "fewer"]);
    !lost
        && !own
        && (at + 1..clause.tokens.end.min(at + 4))
            .any(|at| per(at) && parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Time)))
}

/// "We got three new volunteers out of the fair": people won, their number spelt out.
fn gains(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let told = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::State);
    let won = Classes::of(&[Class::Win, Class::Get]);
    let verb = clause.grammar.verb.filter(|verb| *verb < at && parse.tokens[*verb].any(won));
    told && verb.is_some()
        && parse.tokens[at + 1..].iter().take(2).any(|next| next.is(Class::Result) && next.plural)
}

/// "The suite runs in 6 min": how long it takes, and not when it begins.
fn is_timed(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let grammar = clause.grammar;
    let verb = grammar.verb.and_then(|verb| parse.tokens.get(verb));
    let coming =
        Classes::of(&[Class::Move, Class::Begin, Class::Be, Class::Stative, Class::Expect, Class::Have]);
    grammar.subject == Subject::Other
        && grammar.own
        && grammar.tense == Tense::Present
        && verb.is_some_and(|verb| !verb.any(coming) && !verb.any(Classes::of(&[Class::Harm, Class::Fail])))
        && at > clause.tokens.start
        && parse.tokens[at - 1].spells(words!["in", "within", "under"])
}

/// "editors at 1,140": too large for an hour.
fn is_no_hour(parse: &Parse<'_>, at: usize) -> bool {
    figure::value(parse, at).is_some_and(|value| value > 24.0)
}

/// "The fair made 4,380 for the roof": a sum, and nothing counted by it.
fn is_taken(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const TAKES: [u32; 9] =
        spelt(["made", "raised", "collected", "took", "netted", "grossed", "fetched", "earned", "brought"]);
    let noun = parse.tokens.get(at + 1).is_some_and(|next| next.speaks() && !next.is(Class::Preposition));
    let verb = clause.grammar.verb.filter(|verb| *verb < at && at - verb <= 3);
    let takes = |verb: usize| parse.tokens[verb].spells(&TAKES);
    !noun && verb.is_some_and(takes)
}
