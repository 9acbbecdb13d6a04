//! What is wrong, whoever suffers it.

use super::attempt::is_result;
use super::{Part, SURE, Slot, is_denied};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Found, Role};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::{Shape, Token};
use crate::language::{figure, slot};

/// Weighs each clause.
pub(super) fn find(parse: &Parse<'_>, asked: bool, parts: &mut [Part]) {
    let settled = !asked && parse.cues(Role::Settled).any(|found| !parse.tokens[found.start].quoted);
    for (clause, part) in parse.clauses.iter().zip(parts) {
        let titled = clause.label && clause.grammar.verb.is_none();
        let silent = settled || titled || clause.quoted || part.slot == Some(Slot::Label);
        part.problem = if silent { 0 } else { weight(parse, clause, *part) };
    }
}

/// Whether the writer tells that all is well since the last deed, and nothing against it: "I moved the box. Everybody
/// is happy."
pub(super) fn is_closed(parse: &Parse<'_>, parts: &[Part]) -> bool {
    if !parse.roles.has(Role::Settled) {
        return false;
    }
    let Some(deed) = parts.iter().rposition(|part| part.attempt) else { return false };
    let mut after = parse.clauses.iter().zip(parts).skip(deed + 1).skip_while(|(clause, part)| {
        part.ask || part.problem > 1 || clause.quoted || !clause.says(Role::Settled)
    });
    let Some((praise, _)) = after.next() else { return false };
    let adds = |(clause, part): (&Clause, &Part)| {
        // "In calls it's fine, alone they cave"
        let beside = clause.sentence == praise.sentence
            && clause.lead == Lead::More
            && (clause.grammar.subject == Subject::Missing
                || clause.grammar.subject == Subject::Other && clause.grammar.own)
            && !clause.says(Role::Settled)
            && !clause.says(Role::NoProblem);
        beside
            || clause.lead == Lead::Contrast
            || part.ask && parse.says(clause, words!["else"])
            || !part.ask && (part.problem > 1 || is_result(parse, clause))
    };
    !after.any(adds)
}

/// The weight that a clause needs in this topic.
///
/// Who asks, or has already done something, complains of something: a plain statement then says of what.
pub(super) fn needed(parts: &[Part], asked: bool, tried: bool) -> u8 {
    let weak = parts.iter().filter(|part| part.problem >= 1).count();
    let best = parts.iter().map(|part| part.problem).max().unwrap_or(0);
    let support = u8::from(asked) + 2 * u8::from(tried) + u8::from(weak > 1);
    let told = asked || best >= 3;
    if told && best + support >= SURE { best.max(1) } else { SURE }
}

/// Whether a topic may tell of a problem in words that the reader does not know: what others are or do.
pub(super) fn may_be_told(parse: &Parse<'_>, parts: &[Part]) -> bool {
    parse.clauses.iter().zip(parts).any(|(clause, part)| {
        // "drivers queue across the path": a verb that was not seen.
        let states = match clause.grammar.verb {
            Some(_) => clause.grammar.subject == Subject::Other,
            None => clause.words > 3,
        };
        let hung = matches!(clause.lead, Lead::Moment | Lead::Cause | Lead::Condition | Lead::Relative);
        states && !hung && !part.ask && !part.attempt && !clause.quoted && !clause.says(Role::NoProblem)
    })
}

fn weight(parse: &Parse<'_>, clause: &Clause, part: Part) -> u8 {
    let has = |role: Role| clause.says(role);
    if has(Role::NoProblem) || has(Role::Untried) {
        return 0;
    }
    if part.slot == Some(Slot::Problem) {
        return if slot::is_empty(parse, clause) { 0 } else { SURE };
    }
    let said = |found: &&Found| !parse.tokens[found.start].quoted;
    let phrased = if has(Role::Problem) {
        let cues = parse.cues_in(Role::Problem, clause.tokens.clone()).filter(said);
        cues.map(|found| found.weight * 2).fold(0, u8::saturating_add).min(SURE)
    } else {
        0
    };
    let grammar = clause.grammar;
    let own = grammar.may_be_own();
    // "Build times 22 → 41": what looks like an order may be a noun.
    let noun = clause.classes.has(Class::Trouble)
        && grammar.verb.is_some_and(|at| parse.tokens[at].is(Class::Trouble));
    let order = grammar.tense == Tense::Bare && !noun && !clause.classes.has(Class::Number);
    let wished = own && !grammar.negated && (order || matches!(grammar.tense, Tense::Modal | Tense::Future));
    if part.ask {
        // "a boss who micromanages me"
        let accused = clause.lead == Lead::Relative
            && grammar.verb.and_then(|at| parse.tokens.get(at)).is_some_and(|verb| verb.is(Class::Fail));
        return if phrased == SURE || has(Role::ProblemAsked) || accused { SURE } else { 0 };
    }
    if part.attempt || wished || clause.lead == Lead::Condition {
        return if phrased == SURE { SURE } else { 0 };
    }
    let words = parse.words(clause);
    let told = grammar.verb.map_or_else(|| told_unseen(parse, clause), |at| told_by_verb(parse, at, clause));
    let fallen = if falls_short(parse, clause) { 3 } else { 0 };
    (phrased + judged(words, clause) + figures(clause, words).max(fallen) + told).min(SURE)
}

/// Whether the next clause says when.
fn is_set(parse: &Parse<'_>, clause: &Clause) -> bool {
    let next = parse.after(clause).filter(|next| next.sentence == clause.sentence);
    next.is_some_and(|next| matches!(next.lead, Lead::Moment | Lead::Condition))
}

/// What a clause tells whose verb was not seen, where it must have one: "I blank | whenever …", "when it rings, | the
/// house evacuates".
fn told_unseen(parse: &Parse<'_>, clause: &Clause) -> u8 {
    let unknown = |word: &Token| word.shape == Shape::Word && !word.known && !word.capital;
    let hung = |before: &Clause| {
        before.sentence == clause.sentence && matches!(before.lead, Lead::Moment | Lead::Condition)
    };
    let own = clause.grammar.subject == Subject::Writer && clause.words > 1 && is_set(parse, clause);
    let main = clause.lead == Lead::More
        && clause.words > 2
        && parse.words(clause).iter().skip(1).any(unknown)
        && parse.before(clause).is_some_and(hung);
    if own || main { 3 } else { 0 }
}

/// What the verb tells: somebody fails to, or keeps doing something that the writer minds.
fn told_by_verb(parse: &Parse<'_>, at: usize, clause: &Clause) -> u8 {
    let grammar = clause.grammar;
    let Some(verb) = parse.tokens.get(at) else { return 0 };
    if is_denied(parse, clause) {
        return match grammar.subject {
            Subject::Other => SURE,
            Subject::Writer | Subject::Missing if !verb.is(Class::Thought) => 3,
            _ => 1,
        };
    }
    // "the team decides nothing"
    let nothing =
        parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Nobody) && at + 1 < clause.tokens.end);
    if nothing && grammar.subject == Subject::Other {
        return SURE;
    }
    let scheduled = is_scheduled(clause, parse.words(clause));
    let coming = grammar.tense == Tense::Progressive && verb.is(Class::Move);
    // "People ask me"
    let asked = verb.spells(words!["ask", "asks"]);
    let neutral = clause.lead == Lead::Moment || verb.is(Class::Stative) || scheduled || coming || asked;
    // "takes 2 days": a measure is a plain fact.
    let measured = parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Number));
    let habit = match grammar.tense {
        // "I blank | whenever she asks"
        Tense::Present if !verb.known && grammar.subject == Subject::Writer && is_set(parse, clause) => 3,
        _ if neutral || grammar.subject != Subject::Other => 0,
        Tense::Present | Tense::Progressive | Tense::Passive if !measured => 3,
        Tense::Perfect if verb.is(Class::Ing) => 3,
        Tense::None | Tense::Modal | Tense::Future => 0,
        _ => 1,
    };
    // "has become snippy": so it was not before.
    let becomes = verb.is(Class::State)
        && parse.tokens[at + 1..clause.tokens.end].first().is_some_and(|next| next.speaks() && !next.known)
        && verb.spells(words!["become", "became", "becomes", "becoming"]);
    let habit = if becomes { 3 } else { habit };
    let fails = if verb.is(Class::Fail) && !scheduled { SURE } else { 0 };
    let worsens = if verb.is(Class::Worsen) { 3 } else { 0 };
    habit.max(fails).max(worsens)
}

/// Whether the clause names a day: what happens then is no complaint by itself.
fn is_scheduled(clause: &Clause, words: &[Token]) -> bool {
    let day = Classes::of(&[Class::Weekday, Class::Month, Class::Day]);
    let dated = clause.classes.meets(day) && words.iter().any(|word| word.any(day) && !word.plural);
    dated || clause.classes.has(Class::Ordinal)
}

/// What words of judgement tell, when something is said to be so.
fn judged(words: &[Token], clause: &Clause) -> u8 {
    let telling = Classes::of(&[Class::Bad, Class::Poor, Class::Trouble, Class::Too]);
    if clause.grammar.negated || !clause.classes.meets(telling) {
        return 0;
    }
    let any =
        |class: Class| clause.classes.has(class) && words.iter().any(|word| word.is(class) && !word.capital);
    let said = clause.grammar.verb.is_some();
    let held = any(Class::Preposition) || clause.classes.has(Class::Number);
    let alone = clause.words <= 1;
    let bad = any(Class::Bad) || alone && words.iter().any(|word| word.is(Class::Bad));
    let trouble = words.iter().find(|word| word.is(Class::Trouble));
    let there = clause.classes.meets(Classes::of(&[Class::Have, Class::Be]));
    match () {
        () if bad && said => SURE,
        () if bad && (held || alone) => 3,
        () if any(Class::Poor) && (said || held) => 3,
        () if said && is_too_much(words) => 3,
        () if trouble.is_some_and(|noun| is_modifier(words, noun)) && !bad => 0,
        () if trouble.is_some_and(|noun| noun.plural || there || !said) && (said || held) => 3,
        () if trouble.is_some() && said => 2,
        () if bad => 2,
        () => 0,
    }
}

/// "The room is too full", and not "me too".
fn is_too_much(words: &[Token]) -> bool {
    const OTHER: Classes =
        Classes::of(&[Class::Preposition, Class::Pronoun, Class::And, Class::But, Class::Good]);
    // "Look whether it is too long"
    let wondered = words[0].spells(words!["whether", "if"]);
    !wondered
        && words
            .windows(2)
            .any(|pair| pair[0].spells(words!["too"]) && pair[1].speaks() && !pair[1].any(OTHER))
}

/// "Conflict management", "bug triage is on Tuesdays": a trouble that a thing is named after.
fn is_modifier(words: &[Token], trouble: &Token) -> bool {
    const VERBAL: Classes = Classes::of(&[
        Class::Be,
        Class::Have,
        Class::Do,
        Class::Modal,
        Class::Preposition,
        Class::Adverb,
        Class::And,
        Class::But,
        Class::To,
        Class::That,
        Class::Past,
        Class::Third,
        Class::Participle,
        Class::Not,
        Class::Moment,
        Class::Still,
        Class::Particle,
    ]);
    let mut behind = words.iter().skip_while(|word| word.start <= trouble.start);
    !trouble.plural && behind.next().is_some_and(|next| next.speaks() && !next.any(VERBAL))
}

/// "19 signed up, 6 turned up", "twelve in spring, | three now": fewer than before.
fn falls_short(parse: &Parse<'_>, clause: &Clause) -> bool {
    const COUNTS: [u32; 12] = spelt([
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]);
    let value = |clause: &Clause| {
        let at = clause.tokens.start;
        let named = || COUNTS.iter().zip(1_u8..).find(|(name, _)| parse.tokens[at].hash == **name);
        figure::value(parse, at).or_else(|| named().map(|(_, value)| f64::from(value)))
    };
    clause.lead == Lead::More
        && parse.words(clause)[0].any(figure::NUMERIC)
        && parse.before(clause).is_some_and(|before| {
            before.sentence == clause.sentence
                && value(before).zip(value(clause)).is_some_and(|(old, new)| new < old)
        })
}

/// What numbers tell: a trend, a part of a whole, a shortfall.
fn figures(clause: &Clause, words: &[Token]) -> u8 {
    if !clause.classes.has(Class::Number) {
        return 0;
    }
    let number = |word: &Token| word.is(Class::Number);
    let numbers = words.iter().filter(|word| number(word)).count();
    let trend = || words.windows(2).any(|pair| pair[0].mark(b'>') && number(&pair[1]));
    match numbers {
        0 => 0,
        1 => 1,
        _ if trend() => 3,
        _ if clause.classes.has(Class::Ratio) => 2,
        _ => 1,
    }
}
