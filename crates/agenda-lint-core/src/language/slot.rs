//! Labels that a writer gives the parts of a topic: `Situation: …`, `Snag: …`, `So far: …`.

use super::class::Class;
use super::clause::Clause;
use super::parse::Parse;
use super::spelt::{spelt, words};
use super::token::Token;

/// What a label announces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Slot {
    /// "Situation", "Context", `S`
    Situation,
    /// "Problem", "Snag", `P`
    Problem,
    /// "Tried", "So far", `A`
    Attempt,
    /// "Ask", "Want", `Q`
    Ask,
    /// The label itself.
    Label,
}

/// For each clause, the label it stands under.
///
/// A label holds until the next one, until a line begins that is not nested below it, or until it is filled with nothing.
pub(super) fn slots(parse: &Parse<'_>) -> impl Iterator<Item = Option<Slot>> {
    let mut open: Option<(Slot, usize)> = None;
    let depth = move |line: usize| parse.passage.lines.get(line).map_or(0, |line| line.depth);
    parse.clauses.iter().map(move |clause| {
        open = open.filter(|(_, line)| clause.line == *line || depth(clause.line) > depth(*line));
        if clause.label {
            open = announced(parse, clause).map(|slot| (slot, clause.line));
            return open.map(|_| Slot::Label);
        }
        let slot = open.map(|(slot, _)| slot);
        // "Tried: n/a. Not nice to hear": nothing more stands under the label.
        open = open.filter(|_| !is_empty(parse, clause));
        slot
    })
}

/// What a label announces, if it is one that the reader knows.
fn announced(parse: &Parse<'_>, clause: &Clause) -> Option<Slot> {
    let labels = [
        (Class::SituationLabel, Slot::Situation),
        (Class::ProblemLabel, Slot::Problem),
        (Class::AttemptLabel, Slot::Attempt),
        (Class::AskLabel, Slot::Ask),
    ];
    // A letter is a label only by itself: `A: …`.
    let names = |word: &Token, class| word.is(class) && (clause.words == 1 || word.end - word.start > 1);
    let announces =
        |class| clause.classes.has(class) && parse.words(clause).iter().any(|word| names(word, class));
    labels
        .into_iter()
        .filter(|_| clause.words <= 4)
        // "Ideas so far"
        .find(|(class, slot)| {
            announces(*class) && !(*slot == Slot::Attempt && clause.classes.has(Class::Advice))
        })
        .map(|(_, slot)| slot)
}

/// Whether a clause fills its slot with nothing: "none", "TBD", "n/a".
pub(super) fn is_empty(parse: &Parse<'_>, clause: &Clause) -> bool {
    // "nothing", "not much"
    let empty = |word: &Token| word.is(Class::Empty) || clause.words <= 2 && word.spells(words!["not"]);
    (clause.classes.has(Class::Empty) || clause.words <= 2)
        && parse.words(clause).iter().find(|word| word.speaks()).is_none_or(empty)
}

/// Whether a clause fills a label with nothing yet: "tbd", "none yet", "unclear", "to be agreed".
pub(super) fn is_unfilled(parse: &Parse<'_>, clause: &Clause) -> bool {
    const OPEN: [u32; 6] = spelt(["unclear", "unknown", "open", "undecided", "pending", "unsure"]);
    let mut words = parse.words(clause).iter().filter(|word| word.speaks());
    let mut opens = || {
        words.next().is_some_and(|first| first.spells(&OPEN) || first.is(Class::To))
            && (clause.words <= 2 || words.next().is_some_and(|second| second.spells(words!["be"])))
    };
    clause.words <= 4 && opens() || is_empty(parse, clause)
}
