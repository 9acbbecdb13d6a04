//! The verb of a clause whose subject is a noun or a pronoun.

use super::chain::Chain;
use super::{AUXILIARY, FINITE, Grammar, Subject, Tense};
use crate::language::class::{Class, Classes};
use crate::language::spelt::words;
use crate::language::token::{Shape, Token};

/// A clause whose subject is a noun or a pronoun: the first finite verb after it.
pub(super) fn with_noun_subject(tokens: &[Token], start: usize, end: usize) -> Option<Grammar> {
    // "Bookings for August look weak": what comes between the plural and its verb.
    let headed = tokens[start].plural && start + 1 < end && tokens[start + 1].is(Class::Preposition);
    let pronoun = tokens[start].is(Class::Pronoun) && !tokens[start].is(Class::Determiner);
    let verb = (start + 1..end)
        .take_while(|at| {
            let token = &tokens[*at];
            !token.is(Class::To) && (token.is(Class::Pronoun) || !token.is(Class::Question))
        })
        .find(|at| {
            let says = is_predicate(tokens, *at, end, pronoun && *at == start + 1)
                || headed && is_state(tokens, *at, start);
            says && !is_counted(tokens, start, *at, end)
        });
    let Some(verb) = verb else {
        // "close slipping to WD9": the auxiliary is left out.
        let ing = (start + 1..end.min(start + 5)).find(|at| {
            let free = !tokens[at - 1].any(Classes::of(&[
                Class::Determiner,
                Class::Preposition,
                Class::Our,
                Class::And,
            ]));
            // "stakeholder mapping" is a noun; "slipping to" has a complement.
            let beside = Classes::of(&[
                Class::Preposition,
                Class::Particle,
                Class::Adverb,
                Class::Determiner,
                Class::Our,
                Class::Us,
            ]);
            let acts = at + 1 < end && tokens[at + 1].any(beside);
            tokens[*at].is(Class::Ing) && free && acts && !tokens[*at].is(Class::Be)
        })?;
        return Some(Grammar {
            subject: Subject::Other,
            tense: Tense::Progressive,
            verb: Some(ing),
            negated: false,
            own: true,
        });
    };
    // "Kate and I", "me and Kate": the writer is among them.
    let own = tokens[verb - 1].is(Class::I)
        || (tokens[start].is(Class::Us) && start + 1 < end && tokens[start + 1].is(Class::And))
        || (tokens[verb - 1].is(Class::Us) && verb > start + 2 && tokens[verb - 2].is(Class::And));
    if let Some(later) = own.then(|| behind_relative(tokens, start, verb, end)).flatten() {
        return Some(Chain::new(tokens, later, end, Subject::Other).read());
    }
    let subject = if own { Subject::Writer } else { Subject::Other };
    let mut read = Chain::new(tokens, verb, end, subject).read();
    read.negated |= tokens[start..verb].iter().any(|token| token.is(Class::Nobody) || token.is(Class::Not));
    Some(read)
}

/// Whether the word at `at` is a thing of which there are so many: "4 press releases", "2 test runs".
fn is_counted(tokens: &[Token], start: usize, at: usize, end: usize) -> bool {
    let number = start.checked_sub(1).is_some_and(|before| tokens[before].shape == Shape::Number);
    let closes = || !tokens[at + 1..end].iter().any(Token::speaks);
    number && tokens[at].plural && !tokens[at].any(AUXILIARY) && closes()
}

/// "The company I worked for had a website": the verb of the noun, behind what the writer does with it at `verb`; but "the
/// other day I saw that …".
fn behind_relative(tokens: &[Token], start: usize, verb: usize, end: usize) -> Option<usize> {
    const WHEN: Classes =
        Classes::of(&[Class::Time, Class::Day, Class::Weekday, Class::Month, Class::Moment, Class::Occasion]);
    const OPEN: Classes = Classes::of(&[Class::Nominative, Class::I, Class::You, Class::To, Class::That]);
    const FINITE: Classes = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let noun = &tokens[start..verb - 1];
    let named = noun[0].any(Classes::of(&[Class::Determiner, Class::Our]))
        && noun.len() > 1
        && !noun.iter().any(|word| word.any(WHEN))
        && !noun[noun.len() - 1].is(Class::And);
    if !named {
        return None;
    }
    let does = (verb..end).find(|at| !tokens[*at].any(AUXILIARY))?;
    let mut rest = (does + 1..end).take_while(|at| tokens[*at].speaks() && !tokens[*at].any(OPEN));
    rest.find(|at| tokens[*at].any(FINITE))
}

/// Whether the word at `at` is a verb of being, and stands behind a noun of a phrase.
fn is_state(tokens: &[Token], at: usize, start: usize) -> bool {
    let state = tokens[at].is(Class::Base) && tokens[at].any(Classes::of(&[Class::State, Class::Stative]));
    let open = Classes::of(&[Class::Determiner, Class::Preposition, Class::Our, Class::To]);
    state && at > start + 2 && !tokens[at - 1].any(open)
}

/// Whether the word at `at` can be the verb of the noun before it.
fn is_predicate(tokens: &[Token], at: usize, end: usize, after_pronoun: bool) -> bool {
    let (token, before) = (&tokens[at], &tokens[at - 1]);
    let unlisted = !token.known && token.classes.is_empty() && !token.capital;
    if !unlisted && !token.any(FINITE.with(Classes::of(&[Class::Base]))) {
        return false;
    }
    // "a shared desk": after an article stands no verb, after "these" there may.
    let alone = Classes::of(&[Class::Pronoun, Class::Nobody, Class::Quantifier]);
    if before.any(Classes::of(&[Class::Determiner, Class::Preposition, Class::Our])) && !before.any(alone) {
        return false;
    }
    let follows = |classes| tokens.get(at + 1).filter(|_| at + 1 < end).is_some_and(|next| next.any(classes));
    // "the night shifts are": a plural before its verb; "the mayor's office signed": a genitive.
    let plural = token.is(Class::Third) && !token.any(AUXILIARY) && follows(AUXILIARY);
    if plural || token.is(Class::Be) && is_genitive(tokens, at, end) {
        return false;
    }
    if token.any(FINITE) {
        // "the growth team reports": a plural may be no verb, unless something is done by it.
        return !token.is(Class::Third)
            || token.any(AUXILIARY)
            || !before.any(Classes::of(&[
                Class::Determiner,
                Class::Preposition,
                Class::Our,
                Class::Quantifier,
            ]));
    }
    if after_pronoun {
        // "they queue"; "nothing special"
        return token.is(Class::Base)
            || unlisted && (token.plural || before.is(Class::Nominative) && !before.is(Class::Nobody));
    }
    // "candidates ghost us", "dashboards break": the present of a plural.
    let next = tokens.get(at + 1).filter(|_| at + 1 < end);
    let object = Classes::of(&[Class::Us, Class::Pronoun, Class::Determiner, Class::Our]);
    let beside = object.with(Classes::of(&[Class::Preposition, Class::Adverb, Class::To, Class::Moment]));
    // "three squads already ping me"
    let noun = tokens[..at].iter().rev().take(4).find(|word| !word.is(Class::Adverb)).unwrap_or(before);
    let base = token.is(Class::Base)
        && next.is_none_or(|next| next.any(beside) || !next.speaks() || next.shape == Shape::Number);
    let acts = unlisted && next.is_some_and(|next| next.any(object) || next.is(Class::Person));
    // "drivers queue across the path"
    let goes = unlisted
        && before.plural
        && !token.plural
        && next.is_some_and(|next| next.any(Classes::of(&[Class::Preposition, Class::Particle])));
    // "each new one": no noun, and no plural.
    let counts = before.any(Classes::of(&[Class::Determiner, Class::Quantifier]));
    // "Older staff avoid it"
    let many = |noun: &Token| {
        noun.plural || noun.spells(words!["staff", "people", "police", "children", "men", "women", "folk"])
    };
    (many(noun) || many(before)) && base || (before.plural && !counts || token.plural) && acts || goes
}

/// "the mayor's office signed": a form of "be" that is an `'s` and no verb, since one comes after the noun that
/// follows.
fn is_genitive(tokens: &[Token], at: usize, end: usize) -> bool {
    const PREDICATIVE: Classes = Classes::of(&[
        Class::Ing,
        Class::Participle,
        Class::Adverb,
        Class::Not,
        Class::Determiner,
        Class::Preposition,
        Class::Our,
        Class::Bad,
        Class::Good,
        Class::Poor,
    ]);
    let (token, before) = (&tokens[at], &tokens[at - 1]);
    let short = token.end - token.start <= 4 && token.start == before.end;
    let noun = short && !before.any(Classes::of(&[Class::Pronoun, Class::Question, Class::That]));
    noun && tokens
        .get(at + 1)
        .filter(|_| at + 1 < end)
        .is_some_and(|next| next.speaks() && !next.any(PREDICATIVE))
        && (at + 2..end.min(at + 5)).take_while(|next| tokens[*next].speaks()).any(|next| {
            // "the vendor's terms lapse"
            let plural = tokens[next - 1].plural && next == at + 2 && !tokens[next].known;
            tokens[next].any(FINITE) || plural && !tokens[next].capital && tokens[next].classes.is_empty()
        })
}
