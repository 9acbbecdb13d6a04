//! What work waits for.

use super::harmless::{is_denied, is_none};
use super::{UNWANTED, overcome, weight};
use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::{Found, Role};
use crate::language::figure::NUMERIC;
use crate::language::grammar::{Grammar, Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;
use crate::language::{Hit, Signal};

/// Marks the clauses that say that work cannot go on, and tells whether there are any; a blocker that is gone is none.
pub(super) fn find(parse: &Parse<'_>, clauses: &[Clause], hits: &mut Vec<Hit>) -> bool {
    let before = hits.len();
    let mut push = |clause: &Clause| hits.push(parse.hit(Signal::Blocker, clause.tokens.clone()));
    for (first, second) in clauses.iter().zip(clauses.iter().skip(1)) {
        if let Some(waiting) = waiting(parse, first, second) {
            push(waiting);
        }
        // What comes after it says why; without that it may as well be what one decided.
        if has_halted(parse, first) {
            push(first);
        }
        if is_ceased(parse, first, second) || is_prevented(parse, first, second) {
            push(second);
        }
    }
    clauses.iter().filter(|clause| needs_first(parse, clause)).for_each(push);
    let elsewhere = clauses.iter().any(|clause| weight(parse, Role::NoBlocker, clause) > 2);
    for clause in clauses.iter().filter(|clause| clause.roles.has(Role::Blocker) && !elsewhere) {
        let tokens = clause.tokens.clone();
        let lifted = weight(parse, Role::NoBlocker, clause) > 0;
        let said = || {
            parse.cues_in(Role::Blocker, tokens.clone()).any(|found| {
                !describes(parse, clause, found.start)
                    && !is_over(parse, clause, found.start)
                    && !is_none(parse, found.start)
                    && !is_denied(parse, clause, found.start)
                    && !keeps_people(parse, clause, found)
                    && !is_chosen(parse, clause)
                    && !is_needless(parse, clause, found.start)
            })
        };
        let mended = || !clause.classes.has(Class::Still) && overcome::is_mended_behind(parse, clause);
        if !lifted && !clause.quoted && !clause.asked && said() && !mended() {
            hits.push(parse.hit(Signal::Blocker, tokens));
        }
    }
    hits.len() > before
}

/// "should unblock the customers waiting for it": who waits is described, and the work goes on.
fn describes(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let forms = Classes::of(&[Class::Ing, Class::Participle]);
    let held =
        [Class::Be, Class::Have, Class::Get, Class::Adverb, Class::Not, Class::Preposition, Class::And];
    let after_noun = at > clause.tokens.start
        && parse.tokens[at - 1].speaks()
        && !parse.tokens[at - 1].any(Classes::of(&held));
    after_noun && parse.tokens[at].any(forms) && clause.grammar.verb.is_some_and(|verb| verb < at)
}

/// "Without Otto's signature the lorry doesn't move".
fn needs_first(parse: &Parse<'_>, clause: &Clause) -> bool {
    const ENDS: [u32; 6] = spelt(["make", "manage", "reach", "keep", "meet", "hold"]);
    clause.classes.has(Class::Not)
        && parse.words(clause)[0].spells(words!["without", "w/o"])
        && matches!(clause.grammar.tense, Tense::Present | Tense::Modal)
        && clause.grammar.verb.is_some_and(|verb| !parse.tokens[verb].spells(&ENDS))
        && parse.says(clause, words!["don't", "doesn't", "can't", "cannot"])
        && !clause.asks
        && !clause.quoted
}

/// "Callers wait four minutes", "guests wait in the bar": people who wait hold up nothing.
fn keeps_people(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    const MANY: Classes = Classes::of(&[Class::Person, Class::Result]);
    // "Developers wait for the keys": of them something is kept back.
    let for_what = parse.tokens[found.start..clause.tokens.end]
        .windows(2)
        .any(|pair| pair[0].spells(words!["for", "on"]) && pair[1].speaks() && !pair[1].any(NUMERIC));
    !for_what
        && found.start > clause.tokens.start
        && parse.tokens[found.start..found.end].iter().any(|word| word.spells(words!["wait", "waiting"]))
        && parse.tokens[clause.tokens.start..found.start].iter().any(|word| word.plural && word.any(MANY))
}

/// "I've put the video on hold": what the writer holds back on purpose.
fn is_chosen(parse: &Parse<'_>, clause: &Clause) -> bool {
    const HOLDS: [u32; 5] = spelt(["put", "placed", "parked", "paused", "blocked"]);
    let Grammar { subject, tense, verb, .. } = clause.grammar;
    subject == Subject::Writer
        && matches!(tense, Tense::Past | Tense::Perfect)
        && verb.is_some_and(|verb| parse.tokens[verb].spells(&HOLDS))
}

/// "I don't need it to carry on", "we don't have to wait", "I have all I need to finish", "I stuck labels on all boxes":
/// nothing waits.
fn is_needless(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const NEEDS: [u32; 5] = spelt(["need", "needs", "have", "has", "wait"]);
    let Grammar { subject, tense, negated, verb, .. } = clause.grammar;
    let is_verb = verb.is_some_and(|verb| verb <= at && parse.tokens[at].spells(&NEEDS));
    let has_all = || {
        let before = &parse.tokens[clause.tokens.start..at.max(clause.tokens.start)];
        before.iter().rev().take(2).any(|word| word.spells(words!["all", "everything", "what"]))
    };
    let own_deed = || {
        subject == Subject::Writer
            && tense == Tense::Past
            && verb == Some(at)
            && parse.tokens.get(at + 1).is_some_and(|next| {
                next.speaks() && !next.any(Classes::of(&[Class::Preposition, Class::Adverb, Class::Particle]))
            })
    };
    is_verb && (negated || has_all()) || parse.tokens[at].spells(words!["stuck"]) && own_deed()
}

/// "Was held up by the inspection": it was so, and is no longer said to be.
fn is_over(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let was = |word: &Token| word.is(Class::Be) && word.is(Class::Past);
    let before = &parse.tokens[clause.tokens.start..at.max(clause.tokens.start)];
    // "While the account was frozen I paid in cash"
    let then = || {
        parse.words(clause)[0].spells(words!["while", "when", "as"]) && parse.words(clause).iter().any(was)
    };
    (before.iter().any(was) || then()) && !clause.classes.has(Class::Still)
}

/// "The crate stays until she signs", "can't be boarded before they finish", "No steel, no frame": what has to happen
/// first is said, and gives back what waits for it.
fn waiting<'c>(parse: &Parse<'_>, first: &'c Clause, second: &'c Clause) -> Option<&'c Clause> {
    if first.asks || second.asked || first.quoted || second.quoted {
        return None;
    }
    let (condition, held) = if is_condition(parse, first) { (first, second) } else { (second, first) };
    let waits = is_condition(parse, condition) && is_held(parse, held);
    let supposed = is_supposed(parse, first, second);
    (waits || supposed || is_lack(parse, first) && is_lack(parse, second)).then_some(held)
}

/// "We could start tomorrow if they gave us the room": they have not.
fn is_supposed(parse: &Parse<'_>, held: &Clause, condition: &Clause) -> bool {
    const GOES_ON: [u32; 14] = spelt([
        "start", "begin", "go", "ship", "move", "finish", "merge", "deploy", "open", "print", "order",
        "launch", "continue", "publish",
    ]);
    let could = held.grammar.tense == Tense::Modal
        && held.grammar.subject == Subject::Writer
        && held.grammar.verb.is_some_and(|verb| parse.tokens[verb].spells(&GOES_ON))
        && parse.says(held, words!["could", "would", "'d"]);
    could
        && condition.grammar.tense == Tense::Past
        && condition.grammar.subject == Subject::Other
        && parse.words(condition)[0].spells(words!["if"])
}

/// "until Marguerite signs": something that others do, and no date.
fn is_condition(parse: &Parse<'_>, clause: &Clause) -> bool {
    let told =
        matches!(clause.grammar.tense, Tense::Present | Tense::Perfect | Tense::State | Tense::Passive);
    clause.grammar.subject == Subject::Other
        && told
        && clause.grammar.verb.is_some()
        && parse.words(clause)[0].spells(words!["until", "till", "before", "unless"])
}

/// "the crate stays in Antwerp", "can't be boarded": it does not go on.
fn is_held(parse: &Parse<'_>, clause: &Clause) -> bool {
    const STAYS: [u32; 13] = spelt([
        "stay", "stays", "wait", "waits", "sit", "sits", "remain", "remains", "stands", "hangs", "idles",
        "rests", "rest",
    ]);
    let Grammar { subject, tense, negated, verb, .. } = clause.grammar;
    let barred = negated
        && match tense {
            Tense::Present | Tense::Passive | Tense::State | Tense::Future => true,
            Tense::Modal => parse.says(clause, words!["can", "can't", "cannot"]),
            _ => false,
        };
    // "no meetings | until there is a new chair"
    let lacks = || {
        let [no, noun, ..] = parse.words(clause) else { return false };
        verb.is_none()
            && no.spells(words!["no"])
            && noun.speaks()
            && !noun.any(NO_LACK)
            && !noun.is(Class::Adverb)
    };
    // "episode 3 not | before her lawyer agrees"
    let denied = verb.is_none() && parse.words(clause).last().is_some_and(|last| last.spells(words!["not"]));
    let stays =
        denied || subject == Subject::Other && verb.is_some_and(|verb| parse.tokens[verb].spells(&STAYS));
    // "The chiller is dead | until the part comes"
    let dead = || {
        const DEAD: [u32; 9] =
            spelt(["dead", "down", "out", "shut", "closed", "off", "idle", "grounded", "locked"]);
        subject == Subject::Other
            && matches!(tense, Tense::State | Tense::Passive)
            && parse.words(clause).last().is_some_and(|last| last.spells(&DEAD))
    };
    subject != Subject::Reader && (barred || stays || lacks() || dead())
}

/// What one is glad to be without, and whom one may well be.
const NO_LACK: Classes = UNWANTED.with(Classes::of(&[Class::Name]));

/// "no steel", "no helpers in school": what there is none of, and nothing that one is glad to be without.
fn is_lack(parse: &Parse<'_>, clause: &Clause) -> bool {
    let [no, thing, rest @ ..] = parse.words(clause) else { return false };
    if !no.spells(words!["no"]) {
        return false;
    }
    let short =
        rest.is_empty() && !thing.plural || matches!(rest, [of, _] | [of, _, _] if of.is(Class::Preposition));
    short && thing.speaks() && !clause.classes.meets(NO_LACK)
}

/// "The scaffolders are on strike, no tuning": what nobody can do after what is wrong.
fn is_ceased(parse: &Parse<'_>, why: &Clause, clause: &Clause) -> bool {
    const WRONG: Classes = UNWANTED.with(Classes::of(&[Class::Fail, Class::Not]));
    if !clause.classes.has(Class::Not) {
        return false;
    }
    let [no, deed, ..] = parse.words(clause) else { return false };
    no.spells(words!["no"])
        && deed.is(Class::Ing)
        && clause.words <= 4
        && !clause.quoted
        && !clause.asks
        && !clause.classes.meets(NO_LACK)
        && why.classes.meets(WRONG)
}

/// "The badge doesn't open the lab, so no night series", "the lift is out so nobody can come up".
fn is_prevented(parse: &Parse<'_>, why: &Clause, clause: &Clause) -> bool {
    const SPARED: [u32; 14] = spelt([
        "rush",
        "hurry",
        "need",
        "problem",
        "problems",
        "worries",
        "panic",
        "change",
        "changes",
        "surprise",
        "surprises",
        "wonder",
        "doubt",
        "longer",
    ]);
    const WRONG: Classes = UNWANTED.with(Classes::of(&[Class::Fail, Class::Not]));
    const SHUT: [u32; 7] = spelt(["out", "down", "shut", "closed", "off", "locked", "full"]);
    if !clause.classes.has(Class::Not) && !clause.classes.has(Class::Nobody) || clause.quoted || clause.asks {
        return false;
    }
    let [first, rest @ ..] = parse.words(clause) else { return false };
    let [second, third, ..] = rest else { return false };
    let wrong = why.classes.meets(WRONG) || parse.says(why, &SHUT);
    let none = || {
        let lacked = |noun: &Token| noun.speaks() && !noun.spells(&SPARED) && !noun.any(UNWANTED);
        let then = first.spells(words!["till", "until"]) && second.spells(words!["then"]);
        second.spells(words!["no"]) && lacked(third)
            || then && third.spells(words!["no", "nothing", "nobody"])
    };
    let grammar = clause.grammar;
    let barred = || {
        grammar.tense == Tense::Modal
            && grammar.negated
            && parse.says(clause, words!["can", "can't", "cannot"])
            && (grammar.subject == Subject::Other || !clause.roles.has(Role::NoBlocker))
    };
    wrong && first.spells(words!["so", "till", "until", "hence", "therefore"]) && (none() || barred())
}

/// "migration paused, the DBA is on leave": told in two or three words.
fn has_halted(parse: &Parse<'_>, clause: &Clause) -> bool {
    const HALTED: [u32; 9] = spelt([
        "paused",
        "halted",
        "stalled",
        "suspended",
        "frozen",
        "idle",
        "offline",
        "impounded",
        "grounded",
    ]);
    let words = parse.words(clause);
    let short = (2..=3).contains(&words.len()) && !clause.quoted && !clause.asks && !clause.label;
    let others = !clause.classes.meets(Classes::of(&[Class::I, Class::Us, Class::And, Class::Not]));
    short && others && words.last().is_some_and(|last| last.spells(&HALTED))
}
