//! Courses of action that a topic favours.

use super::contrast::{contrasts, is_opposed};
use super::course::{is_topic, names_course};
use super::order::{OBJECT, orders};
use super::stance::{is_announced, is_choice, is_doubted, is_lukewarm};
use super::worth::{pays_off, suffices};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Found, Role};
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether a clause favours a course of action.
pub(super) fn proposes(parse: &Parse<'_>, clause: &Clause, asked: bool) -> bool {
    let tokens = clause.tokens.clone();
    if clause.roles.has(Role::NoProposal) || is_choice(parse, clause) {
        return false;
    }
    if clause.says(Role::Proposal)
        && parse.cues_in(Role::Proposal, tokens).any(|found| {
            favours(parse, clause, found) && (!asked || clause.label || floats(parse, clause, found))
        })
    {
        return true;
    }
    let opens = matches!(clause.lead, Lead::Sentence | Lead::More);
    if opens && (orders(parse, clause) || urges(parse, clause)) {
        return true;
    }
    let whole = opens && !clause.label;
    !asked
        && (opens && is_announced(parse, clause)
            || advises(parse, clause)
            || whole && decrees(parse, clause)
            || clause.index == 0 && names_course(parse, clause) && !is_topic(parse, clause)
            || contrasts(parse, clause)
            || clause.index == 0 && !clause.label && is_opposed(parse, clause)
            || clause.index == 0 && intends(parse, clause)
            || (whole || opens && clause.words <= 4) && limits(parse, clause)
            || forgoes(parse, clause)
            || suffices(parse, clause)
            || pays_off(parse, clause))
}

/// Whether a proposal's cue favours a course here.
fn favours(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    let is = |at: usize, words: &[u32]| parse.tokens.get(at).is_some_and(|token| token.spells(words));
    let grammar = clause.grammar;
    let verb = grammar.verb.filter(|verb| *verb < found.start).map(|verb| &parse.tokens[verb]);
    // "Some say we should …"
    let theirs = grammar.subject == Subject::Other
        && verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Speech, Class::Thought])));
    // "they want to rent"
    let wished = is(found.start, words!["want"])
        && found.start > clause.tokens.start
        && grammar.subject != Subject::Writer;
    // "the age was 31 instead of 58"
    let before = parse.tokens.get(clause.tokens.start..found.start).unwrap_or_default();
    let counted = |words: &[Token]| words.iter().any(|word| word.any(figure::NUMERIC));
    let stated = || matches!(grammar.tense, Tense::State | Tense::Past) && counted(before);
    let compared = is(found.start, words!["instead"])
        && parse.tokens.get(found.end).is_some_and(|next| next.any(figure::NUMERIC))
        && (stated()
            || grammar.verb.is_some() && before.last().is_some_and(|last| last.any(figure::NUMERIC)));
    // "We measured in spring rather than in autumn"
    let told = is(found.start, words!["rather"])
        && is(found.start + 1, words!["than"])
        && !clause.label
        && matches!(grammar.tense, Tense::Past | Tense::Perfect | Tense::State | Tense::Passive);
    // "The customers stay out of it"
    let stays = is(found.start, words!["get", "stay", "say", "pull", "back", "kick"])
        && before
            .last()
            .is_some_and(|last| !last.any(Classes::of(&[Class::To, Class::Modal, Class::Adverb])));
    !theirs
        && !stays
        && !wished
        && !compared
        && !told
        && !praises(parse, clause, found)
        && !expects(parse, found)
        && !is_errand(parse, clause, found)
        && !grows(parse, found)
        && !is_doubted(parse, clause, found)
        && !is_lukewarm(parse, clause)
}

/// "We want to grow by 20 percent": an aim, and no course that leads there.
fn grows(parse: &Parse<'_>, found: &Found) -> bool {
    let said = &parse.tokens[found.start..found.end];
    said.iter().any(|word| word.is(Class::Wish)) && said[said.len() - 1].spells(words!["grow", "earn", "win"])
}

/// "It should be easy to see", "you should be able to": what one takes for so.
fn expects(parse: &Parse<'_>, found: &Found) -> bool {
    const SO: [u32; 14] = spelt([
        "done", "easy", "ready", "finished", "fine", "ok", "okay", "here", "there", "back", "over",
        "visible", "possible", "enough",
    ]);
    let [should, be] = &parse.tokens[found.start..found.end] else { return false };
    let next = parse.tokens.get(found.end);
    let subject = found.start.checked_sub(1).map(|at| &parse.tokens[at]);
    let able = next.is_some_and(|next| next.spells(words!["able"]));
    should.spells(words!["should"])
        && be.is(Class::Be)
        && (next.is_some_and(|next| next.spells(&SO))
            || able && subject.is_some_and(|subject| subject.any(Classes::of(&[Class::You, Class::I]))))
}

/// "I'd like to add a point to the agenda", "I'd like to leave today": what one would do, and proposes nothing.
fn is_errand(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    const TALKS: Classes =
        Classes::of(&[Class::Speech, Class::Thought, Class::Neutral, Class::Counsel, Class::Step]);
    let said = &parse.tokens[found.start..found.end];
    let [.., to, verb] = said else { return false };
    let wish = said.iter().any(|word| word.spells(words!["like", "love", "prefer"]));
    let soon = || {
        parse.words(clause).iter().any(|word| word.is(Class::Day) || word.is(Class::Weekday) && !word.plural)
    };
    wish && to.is(Class::To)
        && (verb.any(TALKS) && !verb.is(Class::Course)
            || verb.is(Class::Move) && !verb.is(Class::Course)
            || soon()
            || parse.tokens.get(found.end).is_some_and(|next| next.is(Class::You))
            || parse.says(clause, words!["off"])
            || parse.says(clause, words!["agenda", "point", "look", "us", "meeting"]))
}

/// "What if we …?", "Wouldn't it be better to …?": a question that favours its answer.
fn floats(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    let (said, last) = (&parse.tokens[found.start..found.end], &parse.tokens[found.end - 1]);
    said[0].spells(words!["what", "why", "how", "wouldn't", "shouldn't", "couldn't"])
        || said.len() == 3 && last.spells(words!["not"])
        // "Do you agree that we close …", "is it ok if we close …", and not "… if we move the call"
        || said[0].spells(words!["agree", "ok", "okay", "fine", "alright"]) && !clause.classes.has(Class::Occasion)
        // "What I think we should do is …"
        || said.len() > 2 && last.spells(words!["is"]) && said[said.len() - 2].spells(words!["do"])
}

/// "Should close the annex", "mustn't wait for the audit": a course that one is bound to, by nobody in particular.
fn urges(parse: &Parse<'_>, clause: &Clause) -> bool {
    const BOUND: [u32; 5] = spelt(["should", "shouldn't", "must", "mustn't", "needn't"]);
    const IDLE: Classes = Classes::of(&[
        Class::Be,
        Class::Have,
        Class::Stative,
        Class::Thought,
        Class::Speech,
        Class::Move,
        Class::Begin,
        Class::Advice,
    ]);
    let grammar = clause.grammar;
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    clause.lead == Lead::Sentence
        && !clause.asks
        && clause.words > 2
        && grammar.subject == Subject::Missing
        && grammar.tense == Tense::Modal
        && parse.words(clause)[0].spells(&BOUND)
        && verb.is_some_and(|verb| verb.is(Class::Base) && !verb.any(IDLE))
}

/// "The wards should order centrally": what others should do.
fn advises(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    // "Every crew should have a spare"
    let owns = |pair: &[Token]| pair[0].is(Class::Have) && pair[1].any(OBJECT);
    // "The wardens should have cameras"
    let things = |pair: &[Token]| {
        pair[0].is(Class::Have)
            && pair[1].plural
            && !pair[1].any(Classes::of(&[Class::Past, Class::Participle, Class::Pronoun]))
    };
    let words = parse.words(clause);
    if clause.grammar.tense == Tense::Missed
        && (words[0].is(Class::Quantifier) && words.windows(2).any(owns)
            || words.windows(2).any(things) && parse.says(clause, words!["should"]))
    {
        return true;
    }
    clause.grammar.subject == Subject::Other
        && clause.grammar.tense == Tense::Modal
        && verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Deed, Class::Course, Class::Get])))
        && parse.says(clause, words!["should"])
}

/// "All contracts to go through one desk", "everyone on the same rota".
fn decrees(parse: &Parse<'_>, clause: &Clause) -> bool {
    let words = parse.words(clause);
    clause.grammar.verb.is_none()
        && (words[0].is(Class::Quantifier) || words[0].spells(words!["everyone", "everybody"]))
        && (words.windows(2).any(|pair| pair[0].is(Class::To) && pair[1].is(Class::Base))
            || words.windows(3).any(|three| {
                three[0].spells(words!["on", "through", "via", "under", "into", "from", "with"])
                    && (three[1].spells(words!["one"]) || three[2].spells(words!["same", "single", "shared"]))
            }))
}

/// "Phone first", "weddings only in winter", "gloves always for the bronzes", "proof-reading only on leaflets".
fn limits(parse: &Parse<'_>, clause: &Clause) -> bool {
    let words = parse.words(clause);
    let says = |limits: &[u32]| parse.says(clause, limits);
    // "Four-eyes check only from 50": the noun could be a verb.
    let noun = || {
        let verb =
            clause.grammar.verb.filter(|_| matches!(clause.grammar.tense, Tense::Gerund | Tense::Present));
        verb.is_some_and(|at| !parse.tokens[at].any(Classes::of(&[Class::Third, Class::Past])))
            && verb.and_then(|at| parse.tokens.get(at + 1)).is_some_and(|next| next.spells(words!["only"]))
            && !words[0].plural
            && !words[0].any(Classes::of(&[Class::Determiner, Class::Our, Class::Pronoun, Class::Quantifier]))
    };
    let always = || words.iter().skip(1).any(|word| word.spells(words!["always"]));
    clause.words >= 3
        && (clause.grammar.tense == Tense::None && (says(words!["only", "first"]) || always()) || noun())
        && !says(words!["or"])
}

/// "To rent the hall, 1,200 for the month": a course in the infinitive, and no purpose of what follows.
fn intends(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    let told = |next: &Clause| next.sentence == clause.sentence && next.grammar.own;
    let talks =
        clause.label || clause.classes.meets(Classes::of(&[Class::I, Class::Nominative, Class::Speech]));
    !talks
        && clause.grammar.tense == Tense::Infinitive
        && clause.grammar.subject == Subject::Missing
        && parse.words(clause)[0].is(Class::To)
        && verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Course, Class::Deed])))
        && !parse.after(clause).is_some_and(told)
}

/// "Would bring in 22k", "it would free a day": what a course is worth, and not the course.
fn praises(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    let is = |at: usize, words: &[u32]| parse.tokens[at].spells(words);
    let pointed = found.start == clause.tokens.start || is(found.start - 1, words!["it", "this", "that"]);
    // "It would be wiser to renovate"
    let is_be = found.start + 1 < parse.tokens.len() && is(found.start + 1, words!["be"]);
    is(found.start, words!["would"]) && pointed && !is_be && !clause.asks
}

/// "No more custom builds": what shall no longer be done.
fn forgoes(parse: &Parse<'_>, clause: &Clause) -> bool {
    let mut words = parse.words(clause).iter().filter(|word| word.speaks());
    clause.classes.has(Class::Not)
        && words.next().is_some_and(|first| first.spells(words!["no"]))
        && words.next().is_some_and(|second| second.spells(words!["more"]))
        && words.next().is_some_and(|third| !third.spells(words!["than"]))
        && !clause.classes.meets(Classes::of(&[Class::Burden, Class::Be, Class::Have]))
}
