//! What goes wrong if one thing happens: "if the council says no, the season is gone".

use super::{Sentence, UNWANTED};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};

/// Whether a clause tells what would go wrong under the condition of another one of the sentence.
pub(super) fn is_told(parse: &Parse<'_>, sentence: &Sentence<'_>, clause: &Clause) -> bool {
    let conditioned = |other: &Clause| other.tokens != clause.tokens && is_condition(parse, other);
    sentence.clauses.len() > 1
        && !clause.asks
        && !clause.asked
        && !clause.quoted
        && is_loss(parse, clause)
        && sentence.clauses.iter().any(conditioned)
}

/// "if the bank says no", "one more flood", "without a frost".
fn is_condition(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let opens = match parse.words(clause) {
        [first, second, ..] => {
            first.spells(words!["one", "another"]) && grammar.verb.is_none() && second.speaks()
                || first.spells(words!["if", "unless"])
        }
        _ => false,
    };
    // "If you have time", "if only"
    opens && grammar.subject != Subject::Reader && !clause.asks
}

/// "the whole season is gone", "nobody can open the store", "we don't brew".
fn is_loss(parse: &Parse<'_>, clause: &Clause) -> bool {
    const OVER: [u32; 16] = spelt([
        "gone", "off", "over", "dead", "lost", "finished", "out", "stuck", "closed", "down", "sunk",
        "history", "nowhere", "void", "empty", "short",
    ]);
    const HARMS: Classes = Classes::of(&[Class::Harm, Class::Fail]);
    let grammar = clause.grammar;
    let told = matches!(grammar.tense, Tense::Present | Tense::State | Tense::Future | Tense::Passive);
    if !told || grammar.subject == Subject::Reader || clause.lead == Lead::Condition || !grammar.own {
        return false;
    }
    let Some(verb) = grammar.verb.map(|at| &parse.tokens[at]) else { return false };
    // "I don't have an issue with that" lacks nothing.
    let spared = verb.any(HARMS) || clause.classes.meets(UNWANTED);
    let lacks = clause.classes.has(Class::Nobody) || grammar.negated && !spared;
    let ends =
        || parse.words(clause).iter().rfind(|word| word.speaks()).is_some_and(|last| last.spells(&OVER));
    lacks || verb.any(HARMS) && !grammar.negated || ends()
}
