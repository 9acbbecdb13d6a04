//! Sizes told as hands and hours: "we need two cooks for it", "each form takes ten minutes", "can I have Tom for a week?".

use super::paid::{is_bare, is_large};
use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::figure::{self, Kind, kind_at};
use crate::language::grammar::Subject;
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

const NEEDS: [u32; 8] = spelt(["need", "needs", "needed", "take", "takes", "took", "require", "requires"]);

/// Whether a clause tells how many hands or how much time something needs; `figures` are those of the clause.
pub(super) fn tells_need(parse: &Parse<'_>, clause: &Clause, figures: &[(usize, Kind)]) -> bool {
    const NEAR: usize = 3;
    let needs = |verb: &usize| parse.tokens[*verb].spells(&NEEDS) && !clause.grammar.negated;
    let Some(verb) = clause.grammar.verb.filter(needs) else { return false };
    let is_needed = |at: usize| {
        let rest = &parse.tokens[at + 1..clause.tokens.end];
        // "It needs two managers to sign"
        let signs = || rest.iter().any(|word| word.is(Class::To));
        match kind_at(figures, at) {
            Some(Kind::Duration) => is_each(rest, clause.grammar.subject),
            _ => !parse.tokens[verb].is(Class::Past) && names_people(rest) && !signs(),
        }
    };
    (verb + 1..clause.tokens.end.min(verb + 1 + NEAR)).any(is_needed)
}

/// "Ten minutes for each form"; of what the writer needs, only "for it", since "ten minutes for a word" asks for a talk.
fn is_each(rest: &[Token], subject: Subject) -> bool {
    const EACH: [u32; 6] = spelt(["each", "every", "one", "it", "this", "that"]);
    rest.windows(2).any(|pair| {
        pair[0].spells(words!["for", "per"])
            && (subject == Subject::Other
                || pair[0].spells(words!["per"])
                || pair[1].spells(&EACH)
                || pair[1].any(figure::NUMERIC))
    })
}

/// "Two cooks", "three more nurses".
fn names_people(rest: &[Token]) -> bool {
    let more = |word: &Token| word.spells(words!["more", "extra", "additional", "new", "other"]);
    let noun = rest.iter().find(|word| !more(word));
    noun.is_some_and(|noun| noun.any(Classes::of(&[Class::Person, Class::Rank])) && noun.plural)
}

/// Whether a request is for so much money, so many hands, or somebody for so long.
pub(super) fn is_requested(parse: &Parse<'_>, clause: &Clause, figures: &[(usize, Kind)]) -> bool {
    const GETS: [u32; 11] =
        spelt(["have", "get", "spend", "use", "give", "borrow", "lend", "spare", "hire", "join", "help"]);
    const ASKS: [u32; 5] = spelt(["can", "could", "may", "might", "would"]);
    let subject = clause.grammar.subject;
    if !parse.words(clause)[0].spells(&ASKS) {
        return false;
    }
    let gets = |at: &usize| parse.tokens[*at].spells(&GETS);
    let Some(gets) = clause.tokens.clone().find(gets) else { return false };
    // "Could Tom help me", "can I have Tom"
    let somebody = |at: usize| {
        parse.tokens.get(at).is_some_and(|word| word.any(Classes::of(&[Class::Name, Class::Person])))
    };
    let lent = somebody(clause.tokens.start + 1) || somebody(gets + 1) || somebody(gets + 2);
    // "Can you help me for two hours?" asks a favour.
    let lent = lent && subject != Subject::Reader;
    let rest = |at: usize| &parse.tokens[at + 1..clause.tokens.end];
    let counted = clause.tokens.clone().skip(1).any(|at| {
        at > gets && at - gets <= 2 && parse.tokens[at].any(figure::NUMERIC) && names_people(rest(at))
    });
    counted
        || figures.iter().filter(|(at, _)| *at > gets).any(|(at, kind)| match kind {
            Kind::Money => true,
            Kind::Duration => lent && parse.tokens[at - 1].spells(words!["for"]),
            Kind::Plain => is_bare(parse, *at) && is_large(parse, *at),
            Kind::Percent | Kind::Ratio => false,
        })
}
