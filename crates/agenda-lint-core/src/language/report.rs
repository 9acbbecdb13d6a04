//! Lines that only tell what happened: nobody has to do anything about them.

use super::ask;
use super::class::{Class, Classes};
use super::clause::Clause;
use super::cue::Group;
use super::grammar::Tense;
use super::parse::Parse;
use super::token::Token;

/// Whether all that is said is what happened: "Beata passed her test", "docs page: done, Ana used it"; but not "Ana called,
/// send her the list".
pub(super) fn is_told(mut parse: Parse<'_>) -> bool {
    if !parse.tokens.iter().any(may_tell) {
        return false;
    }
    parse.find_cues(Group::Any);
    parse.split();
    ask::find(&mut parse, &mut Vec::new());
    let named = |clause: &Clause| clause.label || clause.words == 1 && clause.classes.has(Class::Name);
    let mut said = parse.clauses.iter().filter(|clause| !clause.quoted).skip_while(|clause| named(clause));
    said.next().is_some_and(|clause| happened(&parse, clause))
        && said.all(|clause| {
            let calls = matches!(
                clause.grammar.tense,
                Tense::Bare | Tense::Infinitive | Tense::Modal | Tense::Missed | Tense::Future | Tense::Duty
            );
            !calls && !clause.asked
        })
}

/// Whether a word may be the verb by which something is told, or stand before it: "send" and "put" are none, "kept on
/// sending" is one.
fn may_tell(word: &Token) -> bool {
    word.any(Classes::of(&[Class::Past, Class::Participle]))
        && (!word.is(Class::Base) || word.is(Class::Begin))
}

/// Whether a clause tells what somebody did; but "gate locked by Friday" may be a wish, and "put the list up" an order.
fn happened(parse: &Parse<'_>, clause: &Clause) -> bool {
    const PEOPLE: Classes =
        Classes::of(&[Class::Name, Class::Person, Class::Nominative, Class::I, Class::Us]);
    const BESIDE: Classes = Classes::of(&[Class::Preposition, Class::Moment, Class::To, Class::Adverb]);
    let past = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect);
    let Some(at) = clause.grammar.verb.filter(|_| past && clause.grammar.own) else { return false };
    let (verb, clause_end) = (&parse.tokens[at], clause.tokens.end);
    let by_people = || parse.tokens[clause.tokens.start..at].iter().any(|word| word.any(PEOPLE));
    let object =
        || parse.tokens[at + 1..clause_end].first().is_some_and(|next| next.speaks() && !next.any(BESIDE));
    !clause.grammar.negated && !clause.asked && !verb.is(Class::Base) && (by_people() || object())
}

#[cfg(test)]
mod tests {
    use crate::language::{Line, Passage, look};

    #[test]
    fn what_happened_is_nothing_to_do() {
        for (text, told) in [
            ("Bea passed her first-aid test", true),
            ("Bea – hours: we agreed last month", true),
            ("Omar gave a very good tour", true),
            ("We have closed the north gate", true),
            ("Guide for guests: Bea wrote it, Omar uses it", true),
            ("Bea called, send her the list", false),
            ("Bea asked for the list, we should answer", false),
            ("Lost and found list", false),
            ("Put the list up", false),
            ("Set a day for the tour", false),
            ("Bea to say what we decided", false),
            ("Say what Bea decided", false),
            ("Find the list that Bea lost", false),
            ("Gate locked by Friday", false),
            ("Omar called on Friday", true),
            ("Bea hasn't sent the list", false),
            ("Tour for the council", false),
        ] {
            let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
            assert_eq!(look(&Passage { text, lines: &lines, opaque: &[] }).report, told, "{text}");
        }
    }
}
