//! Results and effects, achieved or expected.

use super::{Sentence, UNWANTED, ability, earlier, effect, habit, measure, news, risk, share, weight};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Found, Role};
use crate::language::figure::{self, Kind};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::words;
use crate::language::token::Token;
use crate::language::trend::{Trend, Turn};
use crate::language::{Hit, Signal};

/// Marks movements, measured states and effects, and tells whether there are any.
pub(super) fn find(parse: &Parse<'_>, sentence: &Sentence<'_>, hits: &mut Vec<Hit>) -> bool {
    let before = hits.len();
    for trend in sentence.trends {
        let clause = sentence.clauses.iter().find(|clause| clause.tokens.contains(&trend.tokens.start));
        // "Shorter queues goal: …" names a goal, "till the swell drops" what is waited for.
        let named = |clause: &Clause| {
            clause.label && clause.classes.has(Class::Goal) && !trend.measured
                || parse.tokens[clause.tokens.start..trend.tokens.start]
                    .iter()
                    .any(|word| word.spells(words!["until", "till", "til", "unless"]))
        };
        // "Is the rate better than last year's?"
        let asked = |clause: &Clause| clause.asks && !trend.measured;
        let wished = clause.is_some_and(|clause| is_wished(parse, clause) || named(clause) || asked(clause));
        if !wished && (trend.measured || trend.turn == Turn::Good) {
            hits.push(parse.hit(Signal::Outcome, trend.tokens.clone()));
        }
    }
    for clause in sentence.clauses {
        if !clause.label && !clause.quoted && tells_result(parse, clause, sentence, hits) {
            hits.push(parse.hit(Signal::Outcome, clause.tokens.clone()));
        }
    }
    hits.len() > before
}

fn tells_result(parse: &Parse<'_>, clause: &Clause, sentence: &Sentence<'_>, hits: &[Hit]) -> bool {
    // "The boiler is broken. Tenants use the showers next door" is no good news.
    let in_need = || {
        hits.iter().any(|hit| matches!(hit.signal, Signal::Risk | Signal::Blocker))
            || sentence.weight(parse, Role::Risk) >= 2
    };
    // "The backlog will not be at zero by June", "unblocked on Tuesday, running again"
    let needed = || {
        let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
        verb.is_some_and(|verb| verb.spells(words!["needs", "need"]))
    };
    // "I didn't quite hit my 30k goal"
    let short = || clause.grammar.tense == Tense::Past && clause.classes.has(Class::Goal);
    let missed = clause.grammar.negated && (clause.grammar.tense == Tense::Future && !needed() || short());
    let lifted = || {
        let mut freed = sentence.clauses.iter().filter(|clause| clause.roles.has(Role::NoBlocker));
        parse.roles.has(Role::NoBlocker)
            && !clause.classes.meets(figure::NUMERIC)
            && freed.any(|clause| {
                parse.says(clause, words!["unblocked", "blocked", "unstuck", "lifted", "resumed"])
            })
    };
    let effort = match weight(parse, Role::NoOutcome, clause) {
        0 => false,
        1 => clause.grammar.may_be_own(),
        _ => true,
    };
    // "We could save 4k if we dropped the second van"
    let supposed = clause.grammar.tense == Tense::Modal
        && clause.grammar.subject == Subject::Writer
        && sentence.clauses.iter().any(|other| other.lead == Lead::Condition);
    if missed || effort || supposed || lifted() || is_ahead(parse, clause, in_need) {
        return false;
    }
    if spares(parse, clause)
        || is_cued(parse, clause)
        || ability::is_told(parse, clause)
        || news::is_good(parse, clause)
        || habit::is_told(parse, clause) && !in_need() && risk::weigh(parse, clause) < risk::SURE
        || effect::is_told(parse, clause, sentence)
    {
        return true;
    }
    if !clause.classes.meets(figure::NUMERIC) || is_wished(parse, clause) || is_set(parse, clause) {
        return false;
    }
    if earlier::is_told(parse, clause) {
        return true;
    }
    if share::is_burnt(parse, clause) {
        return false;
    }
    // What a worry is about, or explains in brackets or without a verb, is no result.
    let worry = match clause.lead {
        Lead::Aside => sentence.weight(parse, Role::Risk) >= 2,
        Lead::More if clause.grammar.verb.is_none() => {
            risk::weigh(parse, clause) >= risk::SURE
                || parse.before(clause).is_some_and(|before| weight(parse, Role::Risk, before) >= 2)
        }
        _ => risk::weigh(parse, clause) >= risk::SURE,
    };
    // "Two of the nines have stopped coming"
    let lost = |trend: &Trend| {
        trend.turn == Turn::Bad && !trend.measured && clause.tokens.contains(&trend.tokens.start)
    };
    let worry = worry || sentence.trends.iter().any(lost);
    // "Round 2 is a mess, 2 of 9 came"
    let few = |at: usize| {
        let part = if at >= 2 && parse.tokens[at - 1].is(Class::Of) { at - 2 } else { at };
        let small = figure::whole_of(parse, part).is_some_and(|whole| {
            let values = figure::value(parse, part).zip(figure::value(parse, whole));
            values.is_some_and(|(part, whole)| part * 2.0 < whole)
        });
        let mut before = sentence.clauses.iter().take_while(|other| other.tokens.start < clause.tokens.start);
        small && before.any(|before| weight(parse, Role::Risk, before) >= 2)
    };
    clause.tokens.clone().any(|at| {
        parse.tokens[at].any(figure::NUMERIC)
            && measure::is_result(parse, clause, &sentence.tokens, at, worry)
            && !few(at)
    })
}

/// Whether the cues of a clause tell a result, and it does not deny them.
fn is_cued(parse: &Parse<'_>, clause: &Clause) -> bool {
    const NEAR: usize = 3;
    const VERBAL: Classes = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal, Class::Future]);
    if !clause.roles.has(Role::Outcome) {
        return false;
    }
    // "The lender hasn't approved the wording", "they were not happy with it"
    let denied = |found: &Found| {
        let from = clause.tokens.start.max(found.start.saturating_sub(NEAR));
        let not = |word: &Token| word.spells(words!["not", "never"]);
        let before = &parse.tokens[from..found.start.max(from)];
        before.iter().any(|word| word.is(Class::Not) && (word.any(VERBAL) || not(word)))
            || parse.tokens[found.start].any(VERBAL)
                && parse.tokens[found.start + 1..found.end].iter().any(not)
    };
    // "so nobody can come up"
    let grammar = clause.grammar;
    if grammar.negated && grammar.tense == Tense::Modal && parse.words(clause)[0].spells(words!["so"]) {
        return false;
    }
    let told = parse.cues_in(Role::Outcome, clause.tokens.clone());
    told.filter(|found| !denied(found)).map(|found| found.weight).sum::<u8>() >= 2
}

/// "until counsel have cleared it", "so the others can build meanwhile": what is waited for, and what a workaround is for.
fn is_ahead(parse: &Parse<'_>, clause: &Clause, in_need: impl Fn() -> bool) -> bool {
    const OPENING: Classes = Classes::of(&[Class::Moment, Class::Condition, Class::And, Class::Question]);
    let first = &parse.tokens[clause.tokens.start];
    if !first.any(OPENING) {
        return false;
    }
    let opens = |words: &[u32]| first.spells(words);
    opens(words!["until", "till", "til", "before", "unless", "if", "when", "whenever"])
        && clause.grammar.verb.is_some()
        || opens(words!["so"]) && !clause.classes.meets(figure::NUMERIC) && in_need()
        || opens(words!["what", "how", "whether", "why"]) && clause.grammar.own
        || opens(words!["which"]) && parse.words(clause).get(1).is_some_and(|next| next.is(Class::Of))
}

/// What one is glad to hear that there is none of.
const SORROWS: Classes = Classes::of(&[Class::Mishap, Class::Trouble, Class::Grim]);

/// "no burns on the ward", "almost no returns", "no bug reported": none of what one wants less of.
fn spares(parse: &Parse<'_>, clause: &Clause) -> bool {
    let words = parse.words(clause);
    // "no penalty", "not one lame horse"
    let none = match words {
        [no, noun, mark @ ..] if no.spells(words!["no"]) && !mark.iter().any(Token::speaks) => {
            noun.any(SORROWS) && !noun.plural
        }
        [not, one, rest @ ..] => {
            not.spells(words!["not"])
                && one.spells(words!["one"])
                && rest.iter().any(|word| word.any(UNWANTED))
        }
        _ => false,
    };
    if none
        || words[0].is(Class::Less) && is_less(parse, clause)
        || words[0].is(Class::Not) && ends_with_change(parse, clause)
    {
        return true;
    }
    if !clause.classes.meets(Classes::of(&[Class::Burden, Class::Grim])) {
        return false;
    }
    let skipped = usize::from(words[0].is(Class::Adverb));
    let Some([none, next, rest @ ..]) = words.get(skipped..) else { return false };
    // "hardly any gaps"
    if let [noun, ..] = rest
        && next.spells(words!["any", "no"])
        && none.spells(words!["hardly", "barely", "scarcely", "almost"])
    {
        return noun.plural && noun.is(Class::Burden);
    }
    let denied = || none.spells(words!["no", "zero", "0", "nil"]);
    // "0 pressure ulcers"
    let zero = || none.spells(words!["zero", "0", "nil"]);
    let (next, rest) = match rest {
        [noun, rest @ ..] if noun.plural && noun.is(Class::Burden) && zero() => (noun, rest),
        _ => (next, rest),
    };
    let after = |fits: fn(&Token) -> bool| rest.first().is_some_and(fits);
    // "no bug tracker" spares nobody.
    let burden = next.is(Class::Burden) && (next.plural || after(|word| word.is(Class::Participle)));
    (burden || next.is(Class::Grim) && after(|word| word.plural)) && denied()
}

/// "No cut hands | since the new gloves": what a change has ended.
fn ends_with_change(parse: &Parse<'_>, clause: &Clause) -> bool {
    let wanted = Classes::of(&[Class::Gain, Class::Result, Class::Document, Class::Speech, Class::Person]);
    let dates = Classes::of(&[Class::Weekday, Class::Month, Class::Day, Class::Time, Class::Number]);
    let since = |next: &Clause| {
        next.sentence == clause.sentence
            && parse.words(next)[0].spells(words!["since"])
            && !next.classes.meets(dates)
    };
    parse.words(clause)[0].spells(words!["no", "zero"])
        && parse.words(clause).last().is_some_and(|last| last.plural && last.speaks())
        && !clause.classes.meets(wanted)
        && parse.after(clause).is_some_and(since)
}

/// "Fewer mix-ups at the pass": less of what nobody wants more of.
fn is_less(parse: &Parse<'_>, clause: &Clause) -> bool {
    let wanted = Classes::of(&[Class::Gain, Class::Result, Class::Person, Class::Time, Class::Pronoun]);
    let [less, noun, ..] = parse.words(clause) else { return false };
    let told = matches!(clause.lead, Lead::Sentence | Lead::More) && !clause.asks && !clause.asked;
    let told = told && clause.grammar.verb.is_none();
    let unwanted = noun.any(Classes::of(&[Class::Burden, Class::Mishap, Class::Trouble]));
    let fewer = less.spells(words!["fewer"]) && noun.plural && !noun.any(wanted);
    told && (fewer || less.spells(words!["less", "fewer"]) && unwanted) && clause.words > 2
}

/// Whether a clause says what is aimed at, and not what is: "We aim for 5% less".
fn is_wished(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    clause.grammar.tense == Tense::Future
        // "Can the limit go from 25 to 40?"
        || clause.asks && clause.grammar.tense == Tense::Modal
        || verb.is_some_and(|verb| {
            // "needed 30% fewer calls", "10 of 11 want to go on"
            let needed = verb.spells(words!["needed"]);
            let counted = || figure::kind(parse, clause.tokens.start) == Some(Kind::Ratio);
            // "expecting +15%" looks ahead to a result.
            let expected = verb.is(Class::Expect);
            verb.any(Classes::of(&[Class::Intention, Class::Wish])) && !needed && !expected && !counted()
        })
}

/// Whether the label before a clause says that it is a goal being set: "Goal for June: 90%".
fn is_set(parse: &Parse<'_>, clause: &Clause) -> bool {
    let sets =
        |clause: &Clause| parse.words(clause)[0].spells(words!["goal", "target", "aim", "next", "milestone"]);
    let said = sets(clause) && clause.grammar.tense == Tense::State;
    said || parse.before(clause).is_some_and(|before| {
        let first = &parse.tokens[before.tokens.start];
        before.label && sets(before) && (before.classes.has(Class::Preposition) || first.is(Class::Near))
    })
}
