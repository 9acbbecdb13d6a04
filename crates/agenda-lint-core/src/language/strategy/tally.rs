//! What the writer counted or went to see: "booked twice four times since Easter", "we bin forty a day".

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::figure::{self, Kind};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether a clause tells how often something happened, how much of it there is in a stretch of time, or what was found.
pub(super) fn is_told(parse: &Parse<'_>, clause: &Clause) -> bool {
    let told = matches!(
        clause.grammar.tense,
        Tense::Past | Tense::Perfect | Tense::Passive | Tense::State | Tense::Present | Tense::Progressive
    );
    told && !clause.asks
        && clause.lead != Lead::Condition
        && clause.grammar.subject != Subject::Reader
        && (is_repeated(parse, clause)
            || is_rate(parse, clause)
            || is_nth(parse, clause)
            || is_found(parse, clause))
}

/// "It was booked twice four times since Easter", "three times now we were more staff than guests".
fn is_repeated(parse: &Parse<'_>, clause: &Clause) -> bool {
    let times = |pair: &[Token]| pair[0].any(figure::NUMERIC) && pair[1].spells(words!["times"]);
    !matches!(clause.grammar.tense, Tense::Present)
        && clause.classes.meets(figure::NUMERIC)
        && parse.words(clause).windows(2).any(times)
}

/// "We bin about forty a day", "we sell four pots per week"; but "we meet two hours a week".
fn is_rate(parse: &Parse<'_>, clause: &Clause) -> bool {
    if !clause.classes.has(Class::Time) || !clause.classes.meets(figure::NUMERIC) {
        return false;
    }
    let counts = |at: usize| {
        parse.tokens[at].any(figure::NUMERIC)
            && !matches!(figure::kind(parse, at), Some(Kind::Duration | Kind::Money | Kind::Percent))
            && !parse.tokens[at].spells(words!["once", "twice", "half"])
    };
    let (start, end) = (clause.tokens.start, clause.tokens.end);
    clause.grammar.tense == Tense::Present
        && clause.grammar.subject == Subject::Writer
        && (start + 2..end - 1).any(|at| {
            parse.tokens[at].spells(words!["a", "per", "each", "every"])
                && parse.tokens[at + 1].is(Class::Time)
                && (counts(at - 1) || counts(at - 2) && parse.tokens[at - 1].plural)
        })
}

/// "Third customer this week asked for green".
fn is_nth(parse: &Parse<'_>, clause: &Clause) -> bool {
    let words = parse.words(clause);
    let this = |pair: &[Token]| pair[0].spells(words!["this"]) && pair[1].is(Class::Time);
    words[0].is(Class::Ordinal)
        && matches!(clause.grammar.tense, Tense::Past | Tense::Perfect)
        && words.windows(2).take(4).any(this)
}

/// "I looked, | and only Bo opens it", "counted: half of them stand empty".
fn is_found(parse: &Parse<'_>, clause: &Clause) -> bool {
    const LOOKED: [u32; 11] = spelt([
        "looked", "checked", "counted", "measured", "timed", "watched", "weighed", "tallied", "compared",
        "tracked", "logged",
    ]);
    const HOPED: Classes = Classes::of(&[Class::Wish, Class::Thought]);
    let looked = |before: &Clause| {
        before.sentence == clause.sentence
            && before.grammar.may_be_own()
            && before.grammar.tense == Tense::Past
            && !before.grammar.negated
            && before.grammar.verb.is_some_and(|verb| parse.tokens[verb].spells(&LOOKED))
    };
    clause.grammar.subject == Subject::Other
        && clause.grammar.verb.is_some_and(|verb| !parse.tokens[verb].any(HOPED))
        && parse.before(clause).is_some_and(looked)
}
