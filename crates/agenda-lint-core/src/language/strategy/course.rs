//! Courses of action that are named, with no verb that proposes them.

use super::stance::PROPOSALS;
use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::cue::Role;
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::spelt::words;
use crate::language::token::{Shape, Token};

/// Words that name what is talked about, and not what shall be done.
const TOPICS: Classes = Classes::of(&[
    Class::Trouble,
    Class::Bad,
    Class::Metric,
    Class::Question,
    Class::Occasion,
    Class::Event,
    Class::Advice,
    Class::Document,
    Class::Month,
    Class::Ordinal,
    Class::Day,
]);

/// Whether a topic opens with a course of action as a noun: `A four-day week for the back office`.
pub(super) fn names_course(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verbless = matches!(clause.grammar.tense, Tense::None | Tense::Bare | Tense::Gerund);
    if !verbless && !is_noun(parse, clause) {
        return false;
    }
    let words: Vec<&Token> = parse.words(clause).iter().filter(|word| word.speaks()).collect();
    let Some(first) = words.first() else { return false };
    let pointed = words.iter().any(|word| word.is(Class::Pointer) && !word.is(Class::Course));
    let text = parse.text(first);
    let opens = first.is(Class::Arrangement);
    let figure = first.shape == Shape::Number && text.ends_with('%');
    let limited = || parse.says(clause, words!["only"]) && !parse.says(clause, words!["or"]);
    // "Joint clinic with the heart team: half of our patients see both."
    let linked = clause.label && words.len() >= 4 && words.iter().any(|word| word.is(Class::Preposition));
    let source = clause.roles.has(Role::Observation);
    // "Ward pharmacists on weekends, too": where or when it shall be so.
    let placed = is_placed(parse, clause) && words.len() >= 4 && !clause.classes.meets(TOPICS);
    // "More conferences, fewer weddings"
    // "Ticket buyers under 30: up by half": who was counted.
    let group = clause.label && next_moves(parse, clause);
    // "No opinion so far"
    let lacks = first.spells(words!["no"])
        && (clause.classes.meets(TOPICS.with(Classes::of(&[Class::Thought, Class::Speech])))
            || parse.says(clause, words!["far", "yet", "from"]));
    let alone = words.len() > 1
        || !clause.label && parse.tokens.get(clause.tokens.end).is_some_and(|next| next.mark(b','));
    // "More than half of the calls" counts.
    let than = words.get(1).is_some_and(|second| second.spells(words!["than"]));
    let shifts = alone && first.spells(words!["more", "fewer", "less"]) && !than;
    // "Sunday opening": an action as a noun.
    let action = words.len() >= 2
        && words.len() <= 5
        && words.last().is_some_and(|last| {
            last.is(Class::Ing) && last.is(Class::Deed) || last.is(Class::Ing) && last.is(Class::Course)
        })
        // "A box for sorting"
        && !words[words.len() - 2].is(Class::Preposition);
    // "Baking here against buying in"
    let compared = || parse.says(clause, words!["against", "vs", "versus"]);
    !pointed
        && !figure
        && !group
        && !lacks
        && ((linked || action || placed || shifts) && !source
            || opens && words.len() >= 3
            || words.len() >= 4 && limited()
            || is_measure_noun(parse, &words))
        && !compared()
}

/// Whether what follows tells that something rose or fell.
fn next_moves(parse: &Parse<'_>, clause: &Clause) -> bool {
    let moves = |next: &Clause| {
        parse.words(next)[0].spells(words!["up", "down", "from"])
            || parse.words(next)[0].any(Classes::of(&[Class::Rise, Class::Sink]))
    };
    parse.after(clause).is_some_and(moves)
}

/// "Remote work: how do we feel about it?": what a question is about, and what somebody else thought of.
pub(super) fn is_topic(parse: &Parse<'_>, clause: &Clause) -> bool {
    let next = parse.tokens[clause.tokens.end..].iter().find(|token| token.speaks());
    // "Draft for the new rota: https://…"
    let drafted = parse.words(clause)[0].is(Class::Document);
    let address =
        |next: &Token| next.shape == Shape::Opaque || parse.passage.text[next.start..].starts_with("go/");
    let open = |next: &Token| {
        next.is(Class::Empty) || address(next) && !drafted || clause.asks && next.is(Class::Question)
    };
    clause.label && (next.is_some_and(open) || parse.says(clause, &PROPOSALS))
}

/// Whether a clause says where, when or with what, and not only of what: `in the back office`, `on weekends`.
fn is_placed(parse: &Parse<'_>, clause: &Clause) -> bool {
    let words = parse.words(clause);
    words.iter().skip(1).zip(words.iter().skip(2)).any(|(word, next)| {
        word.spells(words!["in", "at", "per", "without", "everywhere"])
            || word.spells(words!["on"]) && next.any(Classes::of(&[Class::Time, Class::Weekday]))
    })
}

/// `4-day week`, `four-day week`: a number and a noun that name an arrangement.
fn is_measure_noun(parse: &Parse<'_>, words: &[&Token]) -> bool {
    let Some([first, second]) = words.get(..2) else { return false };
    let counted = first.shape == Shape::Number && parse.text(first).len() <= 2 || first.is(Class::Count);
    counted
        && second.any(Classes::of(&[Class::Time, Class::Person]))
        && parse.passage.text[first.end..second.start].contains('-')
}

/// "One shared van", "one price for all": what looks like a verb belongs to a noun.
pub(super) fn is_noun(parse: &Parse<'_>, clause: &Clause) -> bool {
    const NO_NOUN: Classes = Classes::of(&[
        Class::Determiner,
        Class::Our,
        Class::Us,
        Class::Pronoun,
        Class::Preposition,
        Class::Particle,
        Class::Adverb,
        Class::To,
        Class::That,
    ]);
    // "One guest in three arrives late"
    const FINITE: Classes =
        Classes::of(&[Class::Third, Class::Past, Class::Be, Class::Have, Class::Do, Class::Modal]);
    let first = clause.tokens.start;
    let Some([one, verb]) = parse.tokens.get(first..first + 2) else { return false };
    let noun = || first + 2 < clause.tokens.end && !parse.tokens[first + 2].any(NO_NOUN);
    clause.grammar.verb == Some(first + 1)
        && one.spells(words!["one"])
        && (verb.is(Class::Participle) && noun()
            || verb.is(Class::Base) && !verb.is(Class::Past)
            || !verb.any(FINITE)
                && !parse.tokens[first + 2..clause.tokens.end].iter().any(|word| word.any(FINITE)))
}
