//! What others do that is a result for the writer.

use super::harmless::{is_gone, is_nobody};
use super::{UNWANTED, risk};
use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::figure::{self, Kind};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether others do what the writer works for: "The landlord agreed", "nobody complained".
pub(super) fn is_good(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let Some(verb) = grammar.verb.and_then(|at| parse.tokens.get(at)) else { return false };
    // "Audit: passed without a finding"
    let labelled =
        || parse.before(clause).is_some_and(|before| before.label && before.sentence == clause.sentence);
    if grammar.subject == Subject::Missing && grammar.tense == Tense::Past && labelled() {
        return is_success(parse, clause, verb);
    }
    // "Six of us went to the fair"
    let us = || matches!(parse.words(clause), [_, of, us, ..] if of.is(Class::Of) && us.is(Class::Us));
    if grammar.subject != Subject::Other || !grammar.own || us() {
        return false;
    }
    if grammar.negated {
        // "so the days aren't lost" is what one hopes for.
        let hoped = parse.tokens[clause.tokens.start].spells(words!["so"]);
        return !hoped && is_spared(parse, clause, verb) || has_ended(parse, clause);
    }
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect)
        && (!verb.is(Class::Base) || grammar.tense == Tense::Perfect || verb.is(Class::Win));
    let happened = told
        && (verb.is(Class::Boon) && (has_object(parse, clause) || names_people(parse, clause))
            || is_success(parse, clause, verb)
            || acts(parse, clause, verb));
    let compared = matches!(grammar.tense, Tense::Past | Tense::Perfect) && is_compared(parse, clause);
    (happened || compared || has_changed(parse, clause) || is_promised(parse, clause, verb))
        && risk::weigh(parse, clause) < risk::SURE
}

/// "Nobody complained", "the server hasn't crashed since": a harm that did not happen.
fn is_spared(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    let told = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::Passive);
    let harms = verb.any(Classes::of(&[Class::Harm, Class::Fail]));
    // "Hardly anyone skips the briefing"
    let none = clause.grammar.tense == Tense::Present
        && (is_nobody(parse, clause) || parse.tokens[clause.tokens.start].is(Class::Not));
    // "Nobody gets lost any more"
    let faults = Classes::of(&[Class::Bad, Class::Grim, Class::Harm, Class::Fail, Class::Burden]);
    let ended = || clause.classes.meets(faults) && parse.says(clause, words!["anymore", "more", "longer"]);
    // "The yard doesn't flood any more"
    let no_more = clause.grammar.tense == Tense::Present && harms && ended();
    no_more
        || is_gone(parse, clause, verb)
        || none && (harms || ended())
        || told && (harms || is_nobody(parse, clause) && verb.is(Class::Worsen))
}

/// "We fixed the leak | and the pods don't restart any more": what goes on no longer after what one did.
fn has_ended(parse: &Parse<'_>, clause: &Clause) -> bool {
    matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::Present)
        && parse.says(clause, words!["anymore", "longer"])
        && parse.before(clause).is_some_and(|before| {
            before.sentence == clause.sentence && before.grammar.subject != Subject::Other
        })
}

/// Whether the verb is said of something: "approved the plan", and not "plan approved", "approved by".
fn has_object(parse: &Parse<'_>, clause: &Clause) -> bool {
    const OBJECT: Classes =
        Classes::of(&[Class::Determiner, Class::Our, Class::Pronoun, Class::Us, Class::To]);
    clause.grammar.verb.and_then(|at| parse.tokens.get(at + 1)).is_some_and(|next| {
        let joined = next.spells(words!["by", "off"]);
        next.capital && next.speaks() || next.any(figure::NUMERIC) || next.any(OBJECT) && !joined
    })
}

/// Whether people do it: "They've renewed", "the union agreed", and not "data agreement signed".
fn names_people(parse: &Parse<'_>, clause: &Clause) -> bool {
    const SKIPPED: Classes =
        Classes::of(&[Class::Determiner, Class::Our, Class::Quantifier, Class::Number, Class::Count]);
    const VERBAL: Classes = Classes::of(&[Class::Past, Class::Have, Class::Adverb, Class::Participle]);
    let words = parse.words(clause);
    let head =
        words.iter().position(|word| word.speaks() && (!word.any(SKIPPED) || word.is(Class::Nominative)));
    let headed = head.is_some_and(|head| {
        words[head].any(PEOPLE) && words.get(head + 1).is_some_and(|next| next.any(VERBAL))
    });
    // "The steering committee liked it"
    let before = clause.grammar.verb.and_then(|at| {
        parse.tokens[clause.tokens.start..at]
            .iter()
            .rfind(|word| !word.any(Classes::of(&[Class::Have, Class::Adverb])))
    });
    // "The lenders have agreed"
    let doers = |word: &Token| word.plural && !word.known && parse.text(word).ends_with("ers");
    headed
        || before.is_some_and(|before| before.is(Class::Person) || doers(before))
        || opens_with_people(parse, clause)
}

const PEOPLE: Classes = Classes::of(&[Class::Person, Class::Nominative, Class::Result]);

fn opens_with_people(parse: &Parse<'_>, clause: &Clause) -> bool {
    parse.words(clause).iter().find(|word| word.speaks()).is_some_and(|first| first.any(PEOPLE))
}

/// "The vendor knocked 9k off", "the choir filled the hall": somebody did something to a thing.
fn acts(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    const IDLE: Classes = Classes::of(&[
        Class::Neutral,
        Class::Speech,
        Class::Thought,
        Class::Stative,
        Class::Harm,
        Class::Fail,
        Class::Be,
        Class::Have,
        Class::Get,
    ]);
    // "took three hours" is no feat.
    let lasted = clause.grammar.verb.is_some_and(|at| {
        // "took me an evening"
        let somebody =
            parse.tokens.get(at + 1).is_some_and(|next| next.any(Classes::of(&[Class::Us, Class::Pronoun])));
        figure::kind(parse, at + 1) == Some(Kind::Duration)
            || somebody && verb.spells(words!["took", "takes", "cost", "costs"])
    });
    // "Ilse pulled it through at 23:40" counts nothing.
    let counts =
        || figure::all(parse, clause.tokens.clone()).next().is_some() || clause.classes.has(Class::Count);
    // "Two assessors shadowed me": what people do with the writer, and not "the vendor gave us 9k".
    let met = clause.grammar.verb.is_some_and(|at| {
        parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Us))
            && figure::all(parse, at + 2..clause.tokens.end).next().is_none()
            && !verb.is(Class::Boon)
    });
    // "found a buyer", and not "found a crack"
    let found = || {
        const FAULTS: Classes = UNWANTED.with(Classes::of(&[Class::Fail]));
        verb.spells(words!["found"]) && !clause.classes.meets(FAULTS)
    };
    (!verb.any(IDLE) || found())
        && !lasted
        && !met
        && has_object(parse, clause)
        && (clause.classes.meets(figure::NUMERIC) && counts() || is_by_outsiders(parse, clause, verb))
}

const DATED: Classes = Classes::of(&[Class::Month, Class::Weekday, Class::Day, Class::Ordinal]);

/// "The estate agent found a buyer", and not "Pavel signed it", "the team wrote a guide", "the fair opens on Monday".
fn is_by_outsiders(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    const BUSY: Classes =
        Classes::of(&[Class::Move, Class::Begin, Class::Worsen, Class::Expect, Class::Intention]);
    const OURS: [u32; 9] = spelt([
        "team",
        "squad",
        "crew",
        "intern",
        "interns",
        "developers",
        "engineers",
        "design",
        "marketing",
    ]);
    let mut subject = parse.words(clause).iter().take_while(|word| word.start < verb.start);
    let named = parse
        .words(clause)
        .iter()
        .find(|word| word.speaks())
        .is_none_or(|first| first.capital && !first.known);
    let ours = subject.any(|word| word.spells(&OURS));
    !named && !ours && !clause.classes.meets(DATED) && !verb.any(BUSY)
}

/// "Users find the export now", "reliability is finally acceptable": what was not so before.
fn has_changed(parse: &Parse<'_>, clause: &Clause) -> bool {
    let tense = clause.grammar.tense;
    if !matches!(tense, Tense::State | Tense::Present) {
        return false;
    }
    let good = tense == Tense::State && clause.classes.has(Class::Good);
    let people = opens_with_people(parse, clause);
    if !good && !people && tense == Tense::State {
        return false;
    }
    let says = |words: &[u32]| clause.classes.has(Class::Adverb) && parse.says(clause, words);
    let now = says(words!["now"]);
    let glad = || {
        const GLAD: [u32; 6] = spelt(["happy", "satisfied", "pleased", "delighted", "thrilled", "relieved"]);
        let verb = clause.grammar.verb.unwrap_or(clause.tokens.start);
        parse.says(clause, &GLAD)
            && parse.tokens[clause.tokens.start..verb].iter().any(|word| word.any(PEOPLE))
    };
    // "The lift finally works", and not "finally gives up".
    let finally = || {
        const SOUR: Classes = UNWANTED.with(Classes::of(&[Class::Fail, Class::Worsen, Class::Cease]));
        let gives_up = clause.grammar.verb.is_some_and(|at| parse.tokens[at].spells(words!["gives", "give"]));
        says(words!["finally"]) && !clause.classes.meets(SOUR.with(DATED)) && !gives_up
    };
    if good && (now || says(words!["finally", "again"]) || glad()) {
        return true;
    }
    if tense == Tense::Present && (finally() || lasts(parse, clause)) {
        return true;
    }
    // "Marta now owns the rota": who does what is no result.
    let first = parse.words(clause).iter().find(|word| word.speaks());
    let named = first.is_some_and(|first| first.capital && !first.known && first.classes.is_empty());
    // "The planners now sit with line control": how one has arranged it.
    let arranged = || {
        const ARRANGED: [u32; 12] = spelt([
            "sit", "sits", "meet", "meets", "report", "reports", "run", "runs", "lead", "leads", "handle",
            "handles",
        ]);
        clause.grammar.verb.is_some_and(|at| parse.tokens[at].spells(&ARRANGED))
    };
    now && !named && !arranged() && (people || tense == Tense::Present)
}

/// "The roof holds", and not "the bank holds the deed".
fn lasts(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    verb.is_some_and(|verb| verb.spells(words!["holds", "fits"])) && !has_object(parse, clause)
}

/// "They will extend to all plants", "both pilots want to carry on".
fn is_promised(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    const MORE: [u32; 10] =
        spelt(["carry", "continue", "stay", "keep", "use", "copy", "order", "book", "repeat", "go"]);
    if clause.grammar.tense == Tense::Future && !verb.is(Class::Wish) {
        return verb.is(Class::Boon) && opens_with_people(parse, clause);
    }
    if !verb.is(Class::Wish) {
        return false;
    }
    let mut rest = parse.words(clause).iter().skip_while(|word| word.start <= verb.start);
    let to = rest.next().is_some_and(|next| next.is(Class::To));
    to && rest.next().is_some_and(|more| more.is(Class::Boon) || more.spells(&MORE))
}

/// "Both apprentices passed", "the offer was accepted": a verb that tells of success by itself.
fn is_success(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    let rest =
        parse.words(clause).iter().skip_while(|word| word.start <= verb.start).find(|word| word.speaks());
    let plain = rest.is_none_or(|next| !next.is(Class::Particle));
    plain && verb.is(Class::Success)
}

/// "The boys borrowed more books than in autumn".
fn is_compared(parse: &Parse<'_>, clause: &Clause) -> bool {
    let more =
        clause.classes.has(Class::Rise) && clause.classes.meets(Classes::of(&[Class::Burden, Class::Mishap]));
    !more
        && clause.classes.meets(Classes::of(&[Class::Rise, Class::Sink]))
        && parse.says(clause, words!["than"])
}
