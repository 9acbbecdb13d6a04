//! Words with which a clause opens.

use super::Lead;
use crate::language::class::{Class, Classes};
use crate::language::token::Token;

/// A clause can begin with a word of these after any other.
pub(super) const JOINING: Classes =
    DEPENDENT.with(Classes::of(&[Class::But, Class::And, Class::Question, Class::That]));

/// A main clause can begin with a word of these after one that hangs on it.
pub(super) const MAIN: Classes =
    Classes::of(&[Class::I, Class::Nobody, Class::Nominative, Class::Our, Class::Determiner]);
const DEPENDENT: Classes = Classes::of(&[Class::Cause, Class::Moment, Class::Condition]);

const PREDICATE: Classes =
    Classes::of(&[Class::I, Class::Past, Class::Modal, Class::Future, Class::Be, Class::Do, Class::Nobody]);

/// The lead of a clause that begins at `at`, when its first word tells it.
pub(super) fn lead_at(tokens: &[Token], at: usize, otherwise: Lead) -> Lead {
    const LEADING: Classes = JOINING.with(Classes::of(&[Class::Adverb]));
    let Some(token) = tokens.get(at).filter(|token| token.any(LEADING)) else { return otherwise };
    let skipped = token.any(Classes::of(&[Class::And, Class::Adverb])) && !token.any(DEPENDENT);
    let token = tokens.get(at + 1).filter(|_| skipped).unwrap_or(token);
    if token.is(Class::Cause) {
        Lead::Cause
    } else if token.is(Class::Moment) {
        Lead::Moment
    } else if token.is(Class::Condition) {
        Lead::Condition
    } else if token.is(Class::But) {
        Lead::Contrast
    } else if otherwise == Lead::More && token.is(Class::Question) && token.is(Class::Pronoun) {
        Lead::Relative
    } else {
        otherwise
    }
}

/// Whether a main clause begins after a hanging one without a comma: "when it rains | nobody comes", "since the
/// switch | my team logs calls twice".
pub(super) fn begins_anew(tokens: &[Token], at: usize) -> bool {
    const SUBJECT: Classes = Classes::of(&[Class::I, Class::Nobody, Class::Nominative]);
    const LEADS_ON: Classes = Classes::of(&[
        Class::Preposition,
        Class::And,
        Class::Determiner,
        Class::Question,
        Class::Moment,
        Class::Base,
    ]);
    const NO_NOUN: Classes = LEADS_ON.with(Classes::of(&[
        Class::Pronoun,
        Class::Us,
        Class::Our,
        Class::Particle,
        Class::Past,
        Class::Ing,
        Class::Be,
        Class::Have,
        Class::Adverb,
    ]));
    const FINITE: Classes = Classes::of(&[
        Class::Past,
        Class::Base,
        Class::Third,
        Class::Be,
        Class::Have,
        Class::Do,
        Class::Modal,
        Class::Adverb,
    ]);
    let (token, before) = (&tokens[at], &tokens[at - 1]);
    if token.any(SUBJECT) {
        return !before.any(LEADS_ON) && tokens.get(at + 1).is_some_and(|next| next.any(FINITE));
    }
    // "when she is on leave | the others decide"
    let named = before.is(Class::Base)
        && at > 1
        && tokens[at - 2].any(Classes::of(&[Class::Preposition, Class::Determiner, Class::Our]))
        && !tokens[at - 2].is(Class::Pronoun);
    let noun = named || !before.any(NO_NOUN) || before.is(Class::Event) && !tokens[at - 2].is(Class::To);
    token.any(Classes::of(&[Class::Our, Class::Determiner])) && !token.is(Class::Pronoun) && noun
}

/// Whether a new clause opens with the word at `at`, inside a sentence and after no mark.
pub(super) fn opens(tokens: &[Token], at: usize) -> Option<Lead> {
    let to = tokens.len();
    let token = &tokens[at];
    // "the till": a noun.
    let noun = tokens[at - 1].is(Class::Determiner)
        && !tokens[at - 1].any(Classes::of(&[Class::Pronoun, Class::Not, Class::Quantifier]));
    if token.any(DEPENDENT) && !noun {
        return Some(lead_at(tokens, at, Lead::More));
    }
    if token.is(Class::But) {
        return Some(Lead::Contrast);
    }
    let relative = token.is(Class::Question) && token.is(Class::Pronoun);
    if relative && !tokens[at - 1].is(Class::Preposition) {
        return Some(Lead::Relative);
    }
    if token.is(Class::That) {
        // "tell him | that the team finds it rude"
        let subject = Classes::of(&[
            Class::I,
            Class::Determiner,
            Class::Our,
            Class::Nominative,
            Class::Nobody,
            Class::Name,
        ]);
        let told = tokens[at - 1].any(Classes::of(&[
            Class::Base,
            Class::Past,
            Class::Pronoun,
            Class::Name,
            Class::Bad,
            Class::Person,
        ]));
        return (told && tokens.get(at + 1).is_some_and(|next| next.any(subject))).then_some(Lead::Relative);
    }
    if !token.is(Class::And) {
        return None;
    }
    let following = (at + 1..to.min(at + 33))
        .find(|next| !tokens[*next].is(Class::Adverb) || tokens[*next].any(PREDICATE))?;
    let word = &tokens[following];
    let pronoun = word.is(Class::Pronoun) && !word.is(Class::Determiner);
    if word.any(PREDICATE) || pronoun || word.is(Class::Not) {
        return Some(Lead::More);
    }
    // "and the log is full": a noun with its own verb soon after.
    let verb = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let own = (following + 1..to.min(following + 5)).take_while(|next| tokens[*next].speaks()).any(|next| {
        let fails = tokens[next].is(Class::Fail) && !tokens[next].is(Class::Ing);
        tokens[next].any(verb) || fails || is_done_to(tokens, next)
    });
    own.then_some(Lead::More)
}

/// "and the crew takes it": a verb with what it is done to, and no plural.
fn is_done_to(tokens: &[Token], at: usize) -> bool {
    let object = |next: &Token| next.is(Class::Pronoun) && !next.is(Class::Determiner) || next.is(Class::Us);
    tokens[at].is(Class::Third) && tokens.get(at + 1).is_some_and(object)
}
