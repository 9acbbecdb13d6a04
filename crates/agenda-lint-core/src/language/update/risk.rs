//! What is in danger, has slipped, or plainly goes the wrong way.

use super::harmless::{describes, is_gone, is_left_over, is_nobody, is_none, is_own_deed};
use super::ill::{is_flagged, is_said_of_something, names_mishap};
use super::matter::is_spoken_of;
use super::over::{is_best, is_dismissed, is_over, picks_out, was_feared, was_never};
use super::{Sentence, effect, hinge, is_outdone, overcome, share, trouble};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::words;
use crate::language::token::Token;
use crate::language::trend::{Trend, Turn};
use crate::language::{Hit, Signal};

/// A weight that needs no other beside it.
pub(super) const SURE: u8 = 4;

/// Marks the clauses that tell of danger; what is blocked is no risk by itself, and a contrast to something good is.
/// Tells whether one says so outright, so that a reader would ask what is done about it: "at risk", "will be late". What
/// went badly, or less well than something else, may well be over.
pub(super) fn find(
    parse: &Parse<'_>,
    sentence: &Sentence<'_>,
    blocked: Option<usize>,
    good: bool,
    hits: &mut Vec<Hit>,
) -> bool {
    let (elsewhere, blocked) = (blocked.is_some(), blocked == Some(0));
    // "Repaired it on Monday, but the launch is at risk": what is none takes nothing from what is named outright.
    let harmless = sentence.says(parse, Role::NoRisk) || is_dismissed(parse, sentence);
    if was_feared(parse, sentence) {
        return false;
    }
    // "Import stalled, the ticket is open": that it stands still is the blocker.
    let stands = |trend: &Trend| {
        blocked && !trend.measured && parse.tokens[trend.tokens.start].spells(words!["stalled", "stalling"])
    };
    let matter =
        |trend: &Trend| sentence.clauses.iter().any(|clause| is_spoken_of(parse, clause, trend.tokens.start));
    // "Slower than planned at the start, now we are ahead"
    let over = |trend: &Trend| {
        let mut told = sentence.clauses.iter().filter(|clause| clause.tokens.contains(&trend.tokens.start));
        !trend.measured && told.any(|clause| overcome::is_mended_behind(parse, clause))
    };
    let bad = |trend: &&Trend| {
        let told = !harmless && trend.turn == Turn::Bad && !stands(trend);
        told && !matter(trend) && !over(trend)
    };
    for trend in sentence.trends.iter().filter(|trend| bad(trend) && !is_best(parse, sentence)) {
        hits.push(parse.hit(Signal::Risk, trend.tokens.clone()));
    }
    // "Can't start before they sign, if they adjourn the goal is toast"
    let conditioned = || sentence.clauses.iter().any(|clause| clause.lead == Lead::Condition);
    let stakes = |clause: &Clause| u8::from(clause.classes.has(Class::Goal) || conditioned());
    let mut outright = false;
    let good = || good || sentence.weight(parse, Role::Outcome) >= 2;
    for clause in sentence.clauses {
        let told = || match () {
            () if harmless => !clause.roles.has(Role::NoRisk) && names_danger(parse, clause),
            () if blocked => cued(parse, clause) + stakes(clause) > SURE,
            // "The chair resigned. No meetings until there is a new one": why it is blocked.
            () if elsewhere && !looks_ahead(parse, clause) => {
                cued(parse, clause) > SURE || is_flagged(parse, clause)
            }
            () => weigh(parse, clause) >= SURE,
        };
        // "I was nervous, but Kate liked it": it is the good that stands behind the "but". Of figures one cannot say.
        let is_good = |hits: &[Hit]| {
            let own = parse.bytes(clause.tokens.clone());
            !clause.classes.meets(figure::NUMERIC)
                && hits.iter().any(|hit| hit.signal == Signal::Outcome && own.contains(&hit.range.start))
        };
        // "… though" says nothing by itself, and "but it would be good if" wishes.
        let quiet = harmless || blocked;
        let contrast = !quiet
            && clause.lead == Lead::Contrast
            && !(clause.classes.has(Class::Good) && clause.grammar.tense == Tense::Modal)
            && clause.words > 1
            && !clause.asks
            && good()
            && !is_good(hits);
        let spared = || is_eased(sentence, clause) || overcome::is_mended(parse, clause);
        let told = (told()
            || !harmless && (hinge::is_told(parse, sentence, clause) || share::is_burnt(parse, clause)))
            && !is_best(parse, sentence)
            && (names_danger(parse, clause) || !spared());
        if contrast || told {
            hits.push(parse.hit(Signal::Risk, clause.tokens.clone()));
        }
        outright |= told && is_outright(parse, clause);
    }
    outright
}

/// Whether a clause tells what is to come, and not only how it stands.
fn looks_ahead(parse: &Parse<'_>, clause: &Clause) -> bool {
    const DATES: Classes =
        Classes::of(&[Class::Month, Class::Weekday, Class::Day, Class::Ordinal, Class::Goal, Class::Expect]);
    let grammar = clause.grammar;
    clause.classes.meets(DATES)
        || matches!(grammar.tense, Tense::Future | Tense::Modal | Tense::Progressive)
        || clause.lead == Lead::Condition
        || parse.says(clause, words!["deadline", "launch", "date", "time"])
}

/// "At risk", "in danger": words that nobody uses of what is over.
fn names_danger(parse: &Parse<'_>, clause: &Clause) -> bool {
    cued(parse, clause) >= SURE
        && parse.says(clause, words!["risk", "danger", "jeopardy", "threatening", "slips", "slip"])
}

/// Whether a danger is named, or expected, rather than read out of what happened.
fn is_outright(parse: &Parse<'_>, clause: &Clause) -> bool {
    let status = clause.words == 1 && clause.roles.has(Role::RiskStatus);
    status
        || cued(parse, clause) >= SURE
        || trouble::is_broken(clause, parse.words(clause))
        || matches!(clause.grammar.tense, Tense::Future | Tense::Modal | Tense::Progressive)
}

/// Whether something got better in a clause.
fn is_eased(sentence: &Sentence<'_>, clause: &Clause) -> bool {
    let mut better = sentence.trends.iter().filter(|trend| trend.turn == Turn::Good);
    better.any(|trend| clause.tokens.contains(&trend.tokens.start))
}

/// What the cues of a clause weigh, twice; a cue that the clause denies weighs nothing.
fn cued(parse: &Parse<'_>, clause: &Clause) -> u8 {
    // "Medication errors on nights: from 6 to 1": the name of a measure. "Missing: Ana and you": of a list.
    let named = clause.label
        && (clause.classes.meets(Classes::of(&[Class::Burden, Class::Mishap]))
            || parse.says(clause, words!["missing", "started"]));
    if clause.quoted || named || !clause.roles.has(Role::Risk) {
        return 0;
    }
    let verb = clause.grammar.verb;
    let denied = |start: usize| {
        clause.grammar.negated
            && verb.is_some_and(|verb| start >= verb && parse.tokens[start].is(Class::Harm))
    };
    // "None of the vans is late"
    let none = parse.tokens[clause.tokens.start].spells(words!["none", "neither", "nobody"]);
    let cues = parse.cues_in(Role::Risk, clause.tokens.clone()).filter(|found| {
        !parse.tokens[found.start].quoted
            && (!none || found.start <= clause.tokens.start + 1)
            && !denied(found.start)
            && !describes(parse, clause, found)
            && !is_none(parse, found.start)
            && !has_stopped(parse, clause, found.start)
            && !is_own_deed(parse, clause, found.start)
            && !is_spoken_of(parse, clause, found.start)
            && !is_left_over(parse, clause, found.start)
            && !is_outdone(parse, clause, found, &[Role::Outcome, Role::NoRisk])
    });
    // Of cues on the same words the heaviest counts: "broken", "laptop is broken".
    let (mut past, mut last, mut sum) = (0, 0, 0);
    for found in cues {
        let weight = found.weight * 2;
        sum += if found.start >= past { weight } else { weight.saturating_sub(last) };
        last = if found.start >= past { weight } else { weight.max(last) };
        past = past.max(found.end);
    }
    sum
}

/// "We've stopped running out of flour": what goes on no longer.
fn has_stopped(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    at > clause.tokens.start
        && parse.tokens[at].is(Class::Ing)
        && parse.tokens[at - 1].spells(words!["stopped", "stop", "quit", "ceased"])
}

/// How surely a clause tells of danger; [`SURE`] is enough.
pub(super) fn weigh(parse: &Parse<'_>, clause: &Clause) -> u8 {
    if is_over(parse, clause) || picks_out(parse, clause) || was_never(parse, clause) {
        return 0;
    }
    let cues = cued(parse, clause);
    if cues >= SURE || clause.label || clause.quoted || clause.asked {
        return cues;
    }
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    if verb.is_some_and(|verb| verb.quoted) {
        return cues; // "the \"dashboard disagrees\" talk"
    }
    let told = verb.map_or(0, |verb| told_by_verb(parse, clause, verb));
    // "zero delays"
    let none = told > 0 && clause.grammar.verb.is_some_and(|at| is_none(parse, at));
    let told = if none { 0 } else { told };
    let named = || {
        is_said_of_something(parse, clause)
            || names_mishap(parse, clause, verb)
            || trouble::is_told(parse, clause)
    };
    cues + if told < SURE && named() { SURE } else { told }
}

/// What the verb tells: a harm that happens or may happen, or something that others did not do.
fn told_by_verb(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> u8 {
    let grammar = clause.grammar;
    let others = grammar.subject == Subject::Other;
    let happens = others || grammar.subject == Subject::Missing && grammar.tense == Tense::Passive;
    let moves = Classes::of(&[Class::Rise, Class::Sink]);
    // "Our champion there left"
    let last = || {
        let mut spoken = parse.words(clause).iter().rev().filter(|word| word.speaks());
        spoken.next().is_some_and(|last| last.start == verb.start)
    };
    let gone = others
        && !clause.classes.meets(Classes::of(&[Class::Number, Class::Time]))
        && verb.spells(words!["left", "quit", "resigned"])
        && last();
    // "2 broken cars"
    let described = verb.is(Class::Participle) && !verb.is(Class::Past) && {
        let mut around = parse.words(clause).iter();
        let before = around.by_ref().take_while(|word| word.start < verb.start).last();
        let counted = before.is_some_and(|before| before.any(figure::NUMERIC));
        counted && around.any(|word| word.plural && word.speaks())
    };
    if described {
        return 0;
    }
    // "withdrew her objection"
    let good = [Role::Outcome, Role::NoRisk].into_iter().any(|role| {
        clause.roles.has(role)
            && parse
                .cues_in(role, clause.tokens.clone())
                .any(|found| found.end > found.start + 1 && parse.tokens[found.start].start == verb.start)
    });
    if good {
        return 0;
    }
    let harms = gone
        || verb.any(Classes::of(&[Class::Harm, Class::Fail]))
        || verb.is(Class::Worsen) && (!verb.any(moves) || verb.spells(words!["declined"]))
        // "basket size is shrinking"
        || verb.is(Class::Worsen) && grammar.tense == Tense::Progressive && !clause.classes.has(Class::Burden);
    if !grammar.negated {
        // "nobody hurt"
        let spared = is_nobody(parse, clause);
        return if harms && happens && !spared { SURE } else { 0 };
    }
    // "nobody complained", "hasn't crashed since", "the leak hasn't come back"
    let no_more = || verb.is(Class::Worsen) && effect::has_ended(parse, clause);
    if harms
        || no_more()
        || clause.classes.has(Class::Nobody) && verb.is(Class::Worsen)
        || is_gone(parse, clause, verb)
    {
        return 0;
    }
    // "Put a mat down, the door doesn't bang any more"
    if effect::is_behind_deed(parse, clause) {
        return 0;
    }
    // "so that it doesn't happen again": what is done against it.
    let mut words = parse.words(clause).iter();
    let mut next_is = |word: &[u32]| words.next().is_some_and(|next| next.spells(word));
    if next_is(words!["so"]) && (next_is(words!["that"]) || parse.says(clause, words!["again"])) {
        return 0;
    }
    match (grammar.subject, grammar.tense) {
        // "won't manage the list": an expectation, and no leave of absence.
        (Subject::Writer | Subject::Other, Tense::Future) if !verb.is(Class::Be) || others => SURE,
        (Subject::Other, Tense::Perfect) => SURE,
        // "isn't wired until the 8th"
        (Subject::Other, Tense::State | Tense::Passive)
            if parse.says(clause, words!["until", "till", "before"]) =>
        {
            SURE
        }
        _ if parse.says(clause, words!["yet"]) => SURE,
        (Subject::Other, Tense::None | Tense::Bare | Tense::Infinitive) => 0,
        (Subject::Other, Tense::Present | Tense::Past) if grammar.own => SURE,
        (Subject::Other, _) => 3,
        (Subject::Writer, _) if verb.is(Class::Thought) => 2,
        _ => 0,
    }
}
