//! Figures with a bound, a target or another figure beside them.

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};

/// "40 boxes more", "12 calls fewer", "90 fewer letters": by how many they have become more.
pub(super) fn is_change(parse: &Parse<'_>, at: usize) -> bool {
    let wanted = Classes::of(&[Class::Gain, Class::Person, Class::Time]);
    if parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["fewer", "less"])) {
        return parse.tokens.get(at + 2).is_some_and(|noun| noun.speaks() && !noun.any(wanted));
    }
    parse.tokens.get(at + 1).is_some_and(|noun| noun.plural && noun.speaks())
        && parse.tokens.get(at + 2).is_some_and(|next| next.spells(words!["more", "fewer", "less"]))
}

/// Whether the word before a figure keeps it on one side.
pub(super) fn is_behind_bound(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const BOUNDS: [u32; 5] = spelt(["above", "below", "under", "within", "over"]);
    at > clause.tokens.start && parse.tokens[at - 1].spells(&BOUNDS)
}

/// "all samples above 40 degrees", "loads in under 2 s": a value and the bound that it keeps.
pub(super) fn is_bounded(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let told = matches!(
        clause.grammar.tense,
        Tense::None | Tense::State | Tense::Past | Tense::Perfect | Tense::Present
    );
    is_behind_bound(parse, clause, at)
        && told
        && clause.grammar.subject != Subject::Writer
        && clause.lead != Lead::Condition
}

/// "Trains leave the wash 18 min earlier than before".
pub(super) fn is_shorter(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const SHORTER: [u32; 6] = spelt(["earlier", "sooner", "faster", "quicker", "shorter", "less"]);
    let mut rest = parse.tokens[at + 1..clause.tokens.end].iter().take(3);
    let shorter = rest.by_ref().any(|word| word.spells(&SHORTER));
    shorter
        && clause.grammar.subject != Subject::Writer
        && clause.grammar.tense != Tense::Modal
        && rest.next().is_some_and(|next| next.spells(words!["than"]))
}

/// "payment takes 6.4 days, target 5": a value with its target beside it.
pub(super) fn is_beside_target(parse: &Parse<'_>, clause: &Clause) -> bool {
    const TARGETS: [u32; 6] = spelt(["target", "goal", "plan", "planned", "forecast", "budget"]);
    parse.after(clause).is_some_and(|after| {
        after.sentence == clause.sentence
            && after.words <= 3
            && after.classes.has(Class::Number)
            && parse.tokens[after.tokens.start].spells(&TARGETS)
    })
}
