//! Wishes that are no goals: those of others, those that are denied or over, and those for a thing or an errand.

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::Found;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// "Coffee with Ines about her move", "the crew's goal", "we want to sell": what others want, or all of us.
pub(super) fn is_anothers(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    let before = &parse.tokens[clause.tokens.start..found.start];
    let said = &parse.tokens[clause.tokens.start..found.end];
    let ours = said.iter().rev().find(|word| word.any(Classes::of(&[Class::I, Class::Our])));
    before.last().is_some_and(|last| last.spells(words!["her", "his", "their"]))
        || ours.is_some_and(|ours| ours.spells(words!["we", "our", "ours"]))
        || is_owned(parse, clause, found.start)
        || is_for_a_thing(parse, clause, found)
        || is_for_others(parse, clause)
}

/// "I'd like us all to be kinder", "I want the team to know": what others shall be or do.
fn is_for_others(parse: &Parse<'_>, clause: &Clause) -> bool {
    const NEAR: usize = 3;
    const OBJECTS: [u32; 8] = spelt(["us", "you", "them", "him", "her", "everyone", "everybody", "people"]);
    const OTHERS: Classes = Classes::of(&[Class::Determiner, Class::Our]);
    const PEOPLE: Classes = Classes::of(&[Class::Person, Class::Result]);
    let said = parse.words(clause);
    let wish = said.iter().position(|word| word.spells(words!["like", "love", "want", "prefer", "need"]));
    wish.is_some_and(|wish| match &said[wish + 1..] {
        [who, rest @ ..] if who.spells(&OBJECTS) || who.any(OTHERS) && !who.is(Class::Us) => {
            // "I'd like my manager to promote me"
            let mine = rest.iter().any(|word| word.spells(words!["me", "my", "mine"]));
            let to = rest.iter().take(NEAR).position(|word| word.is(Class::To)).filter(|_| !mine);
            to.is_some_and(|to| who.spells(&OBJECTS) || rest[..to].iter().any(|word| word.any(PEOPLE)))
        }
        _ => false,
    })
}

/// "The goal of the project is", and not "my goal of the year": what a thing is for.
fn is_for_a_thing(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    const WHEN: Classes = Classes::of(&[Class::Time, Class::Near, Class::Number, Class::Month]);
    let after = &parse.tokens[found.start..clause.tokens.end];
    matches!(after, [goal, of, the, thing, ..] if goal.is(Class::Goal)
        && of.is(Class::Of)
        && the.any(Classes::of(&[Class::Determiner, Class::Our]))
        && !thing.any(WHEN))
}

/// "The crew's goal", and not "this year's goal": a goal that others have.
pub(super) fn is_owned(parse: &Parse<'_>, clause: &Clause, goal: usize) -> bool {
    const NOBODY: Classes =
        Classes::of(&[Class::Time, Class::Question, Class::That, Class::Pronoun, Class::Determiner]);
    let before = parse.tokens.get(clause.tokens.start..goal).unwrap_or_default();
    matches!(before, [.., owner, s] if s.spells(words!["'s"]) && !owner.any(NOBODY))
}

/// "Nadia would like to move", "two of the nurses are hoping to lead": somebody else's wish.
pub(super) fn is_somebodys(parse: &Parse<'_>, clause: &Clause) -> bool {
    const WISHING: [Tense; 4] = [Tense::Present, Tense::Progressive, Tense::Future, Tense::Modal];
    const PEOPLE: Classes = Classes::of(&[Class::Name, Class::Person]);
    // "My brother is training to become …"
    const KIN: [u32; 10] = spelt([
        "brother", "sister", "son", "daughter", "wife", "husband", "friend", "mother", "father", "cousin",
    ]);
    let grammar = clause.grammar;
    let Some((at, verb)) = grammar.verb.map(|at| (at, &parse.tokens[at])) else { return false };
    let told = grammar.own && grammar.subject == Subject::Other && !clause.classes.has(Class::Us);
    let subject = &parse.tokens[clause.tokens.start..at];
    let first = subject.iter().find(|word| word.speaks());
    let opens = first.is_some_and(|first| first.any(PEOPLE) && !first.is(Class::Rank));
    let names = |word: &Token| {
        word.any(PEOPLE) && !word.any(Classes::of(&[Class::Rank, Class::Nominative])) || word.spells(&KIN)
    };
    let wishes = WISHING.contains(&grammar.tense) && !verb.is(Class::Be) && subject.iter().any(names);
    verb.is(Class::Wish) && verb.is(Class::Third)
        || told && (wishes || grammar.tense == Tense::Modal && opens)
}

/// "I don't want to lead a team", and not "I don't want to stay a junior": what the writer does not want, and names nothing
/// else. "No interest in management" and "I can't see myself there at fifty" tell where one wants to be.
pub(super) fn is_denied(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    const STAYS: [u32; 8] = spelt(["stay", "remain", "keep", "ever", "forever", "same", "always", "stuck"]);
    const NEAR: usize = 3;
    let before = &parse.tokens[clause.tokens.start..found.start];
    let not = before
        .iter()
        .rev()
        .take(NEAR)
        .take_while(|word| word.speaks() && (word.is(Class::Not) || !word.is(Class::I)))
        .any(|word| {
            word.spells(words!["longer"]) || word.is(Class::Not) && !word.spells(words!["no", "can't"])
        });
    not && !parse.tokens[found.start..clause.tokens.end].iter().any(|word| word.spells(&STAYS))
}

/// "I was promoted to lead", "I have been moved to sales": what the writer has reached already.
pub(super) fn is_reached(parse: &Parse<'_>, clause: &Clause) -> bool {
    let Some(at) = clause.grammar.verb else { return false };
    let helper = at.checked_sub(1).map(|helper| &parse.tokens[helper]);
    parse.tokens[at].any(Classes::of(&[Class::Deed, Class::Move]))
        && helper.is_some_and(|helper| helper.spells(words!["was", "were", "been", "got"]))
}

/// "I wanted to be a chef", "I used to want", and not "I have always wanted": a wish that the writer had.
pub(super) fn is_over(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.map(|at| &parse.tokens[at]);
    let had = clause.grammar.subject == Subject::Writer
        && clause.grammar.tense == Tense::Missed
        && verb.is_some_and(|verb| verb.is(Class::Past) && verb.is(Class::Wish))
        && !clause.classes.has(Class::Have)
        && !parse.says(clause, words!["always"]);
    had || parse.words(clause).windows(2).any(|pair| pair[0].spells(words!["used"]) && pair[1].is(Class::To))
}

/// "One day a week": how often, and no day to come.
pub(super) fn is_often(parse: &Parse<'_>, found: &Found) -> bool {
    parse.tokens[found.end - 1].spells(words!["day"])
        && parse
            .tokens
            .get(found.end)
            .is_some_and(|next| next.spells(words!["a", "per", "each", "every", "of", "in"]))
}

/// "I want to finish the stock take before Friday", "I'd like a copy": an errand, or a thing.
pub(super) fn is_errand(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    const WISHES: [u32; 5] = spelt(["like", "love", "prefer", "keen", "looking"]);
    const CAREER: Classes = Classes::of(&[Class::Rank, Class::Post, Class::Role, Class::Skill]);
    const DEGREES: [u32; 6] = spelt(["better", "more", "less", "fewer", "bigger", "larger"]);
    let said = &parse.tokens[found.start..clause.tokens.end];
    let Some(wish) = said.iter().position(|word| word.is(Class::Wish) || word.spells(&WISHES)) else {
        return false;
    };
    let wanted = &said[wish + 1..];
    let to = wanted.iter().position(|word| word.is(Class::To)).filter(|to| *to <= 1);
    let what = &wanted[to.map_or(0, |to| to + 1)..];
    if clause.classes.meets(CAREER) && what.iter().any(|word| word.any(CAREER)) {
        return false;
    }
    let verb = what.iter().find(|word| !word.is(Class::Adverb)).filter(|_| to.is_some());
    let graded = || what.iter().any(|word| word.spells(&DEGREES));
    match verb {
        Some(verb) => {
            takes_off(what)
                || is_done_by_others(what)
                || what.iter().any(|word| word.spells(&HOLIDAYS))
                || verb.spells(&ERRANDS) && !graded() && what.len() > 2
                || !verb.spells(&LASTING) && is_soon(parse, clause)
        }
        None => takes_off(what) || what.iter().any(|word| word.spells(&THINGS) || word.spells(&HOLIDAYS)),
    }
}

/// "To have him see the numbers", "to get Dev to look": what somebody else shall do.
fn is_done_by_others(what: &[Token]) -> bool {
    const OTHERS: Classes = Classes::of(&[Class::Pronoun, Class::Name]);
    const OWN: Classes = Classes::of(&[Class::Determiner, Class::Quantifier, Class::I, Class::Us]);
    const DOES: Classes = Classes::of(&[Class::Base, Class::To]);
    matches!(what, [make, who, does, ..] if make.spells(words!["have", "get", "let", "make", "ask"])
        && (who.any(OTHERS) || who.capital)
        && !who.any(OWN)
        && does.any(DOES))
}

/// What one does in a day with things, and not for one's career.
const ERRANDS: [u32; 20] = spelt([
    "order", "buy", "book", "print", "send", "repair", "swap", "invite", "pick", "mail", "post", "return",
    "borrow", "replace", "fix", "tidy", "clean", "clear", "cancel", "see",
]);

/// What one wants to do or to be from some day on.
const LASTING: [u32; 12] = spelt([
    "learn", "become", "be", "reach", "qualify", "join", "work", "speak", "master", "study", "start", "move",
]);

/// What one is given, and has then.
const THINGS: [u32; 18] = spelt([
    "copy",
    "desk",
    "laptop",
    "computer",
    "screen",
    "screens",
    "phone",
    "key",
    "keys",
    "answer",
    "reply",
    "slip",
    "receipt",
    "lunch",
    "coffee",
    "appointment",
    "supplier",
    "replacement",
]);

const HOLIDAYS: [u32; 5] = spelt(["holiday", "holidays", "leave", "vacation", "home"]);

/// "Take Friday off", "two weeks off".
fn takes_off(words: &[Token]) -> bool {
    words.windows(2).any(|pair| {
        pair[0].any(Classes::of(&[Class::Time, Class::Weekday, Class::Day])) && pair[1].spells(words!["off"])
    })
}

/// Whether a clause, or one that hangs on it, names a day of these weeks: "today", "before Friday", "this week".
fn is_soon(parse: &Parse<'_>, clause: &Clause) -> bool {
    let near = |clause: &Clause| {
        clause.classes.meets(Classes::of(&[Class::Day]))
            || parse
                .words(clause)
                .windows(2)
                .any(|pair| pair[0].is(Class::Preposition) && pair[1].is(Class::Weekday) && !pair[1].plural)
            || parse.words(clause).windows(2).any(|pair| {
                pair[0].spells(words!["this", "next"])
                    && pair[1].spells(words!["week", "morning", "afternoon", "evening"])
            })
    };
    let hangs = |next: &Clause| next.sentence == clause.sentence && next.grammar.verb.is_none() && near(next);
    near(clause) || parse.after(clause).is_some_and(hangs)
}
