//! Light grammar: whose clause it is, in what tense, denied or not.

mod chain;
mod predicate;

use std::ops::Range;

use super::class::{Class, Classes};
use super::spelt::words;
use super::token::{Shape, Token};
use chain::Chain;
use predicate::with_noun_subject;

/// Who the clause is about.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Subject {
    /// Nobody named: "Reprinted the labels".
    #[default]
    Missing,
    /// "I", "we", "Kate and I".
    Writer,
    /// "you".
    Reader,
    /// Anybody or anything else.
    Other,
}

/// How the verb puts it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Tense {
    /// No verb was found.
    #[default]
    None,
    /// "asked", "did ask", "kept asking"
    Past,
    /// "have asked", "had asked", "have been asking"
    Perfect,
    /// "ask", "asks"
    Present,
    /// "am asking"
    Progressive,
    /// "was asked"
    Passive,
    /// "can ask", "would ask"
    Modal,
    /// "should have asked"
    Missed,
    /// "will ask", "am going to ask", "plan to ask"
    Future,
    /// "asking", with nothing before it
    Gerund,
    /// "ask", with nothing before it
    Bare,
    /// "to ask"
    Infinitive,
    /// "have to ask"
    Duty,
    /// "is", "was", "seems", "have" with a noun
    State,
}

/// What a clause's grammar tells.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Grammar {
    /// Who it is about.
    pub(super) subject: Subject,
    /// How its verb puts it.
    pub(super) tense: Tense,
    /// The token of its main verb.
    pub(super) verb: Option<usize>,
    /// "not", "never", "nobody" stand with the verb.
    pub(super) negated: bool,
    /// The subject was said in this clause, not taken over from the one before.
    pub(super) own: bool,
}

impl Grammar {
    /// Whether it can be about the writer: nobody else is named.
    pub(super) fn may_be_own(&self) -> bool {
        matches!(self.subject, Subject::Writer | Subject::Missing)
    }

    /// Whether a verb in the past can go on with this clause's subject after a mere comma.
    ///
    /// "The alert fires daily, bumped the threshold": what others keep doing is one thing, what was done another.
    pub(super) fn is_told(&self) -> bool {
        self.subject != Subject::Other || matches!(self.tense, Tense::Past | Tense::Perfect | Tense::Passive)
    }
}

const SKIPPED: Classes = Classes::of(&[
    Class::And,
    Class::But,
    Class::Adverb,
    Class::Greeting,
    Class::Cause,
    Class::Moment,
    Class::Condition,
]);

const NOMINAL: Classes = Classes::of(&[Class::Pronoun, Class::Nobody, Class::Determiner, Class::Quantifier]);

const AUXILIARY: Classes = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal, Class::Future]);

const FINITE: Classes = AUXILIARY.with(Classes::of(&[Class::Past, Class::Third]));

/// Reads one clause; `shared` is the clause before, whose subject this one may continue.
pub(super) fn read(tokens: &[Token], mut range: Range<usize>, shared: Option<Grammar>) -> Grammar {
    let mut negated = false;
    loop {
        match step(tokens, range.clone(), shared) {
            Ok(read) => return Grammar { negated: negated || read.negated, ..read },
            Err(not) => (negated, range.start) = (true, not + 1),
        }
    }
}

/// "To win time | we'll do it in two parts": where the clause goes on behind what it is for.
fn past_purpose(tokens: &[Token], start: usize, end: usize) -> Option<usize> {
    const HANGS: Classes = Classes::of(&[
        Class::That,
        Class::Question,
        Class::Condition,
        Class::Subordinator,
        Class::Moment,
        Class::Cause,
        Class::And,
    ]);
    const NEAR: usize = 8;
    if !tokens[start].is(Class::To) {
        return None;
    }
    let mut ahead = (start + 2..end.min(start + NEAR)).take_while(|at| !tokens[*at].any(HANGS));
    let acts = |at: usize| tokens.get(at + 1).filter(|_| at + 1 < end).is_some_and(|next| next.any(FINITE));
    ahead.find(|&at| tokens[at].is(Class::I) && (tokens[at].any(AUXILIARY) || acts(at)))
}

/// Reads one clause, or gives the place of the negation that it begins with.
fn step(tokens: &[Token], range: Range<usize>, shared: Option<Grammar>) -> Result<Grammar, usize> {
    let end = range.end;
    let counts = |token: &Token| {
        matches!(token.shape, Shape::Word | Shape::Opaque) && (!token.any(SKIPPED) || token.any(FINITE))
    };
    let mut rest = tokens[range.clone()].iter().zip(range);
    let Some((first, start)) = rest.find(|(token, _)| counts(token)) else {
        return Ok(Grammar::default());
    };
    if first.is(Class::I) {
        let verb = if first.any(AUXILIARY) { start } else { start + 1 };
        return Ok(Chain::new(tokens, verb, end, Subject::Writer).read());
    }
    if first.is(Class::You) && !first.is(Class::Your) {
        return Ok(Chain::new(tokens, start + 1, end, Subject::Reader).read());
    }
    if let Some(subject) = past_purpose(tokens, start, end) {
        return step(tokens, subject..end, shared);
    }
    if first.is(Class::To) {
        let (tense, verb) = (Tense::Infinitive, (start + 1 < end).then_some(start + 1));
        return Ok(Grammar { tense, verb, ..Grammar::default() });
    }
    // "Volunteers don't show up": what could be a verb is a noun, when the verb comes after it.
    let plural = first.is(Class::Third) && !first.any(AUXILIARY);
    if plural && let Some(read) = with_noun_subject(tokens, start, end) {
        return Ok(read);
    }
    if first.any(FINITE.with(Classes::of(&[Class::Participle]))) && !first.is(Class::Determiner) {
        return Ok(headless(tokens, start, end, shared));
    }
    if first.is(Class::Not) && !first.any(NOMINAL) {
        return Err(start);
    }
    if first.is(Class::Ing) && !noun_follows_of(tokens, start, end) {
        return Ok(continue_with(shared, Tense::Gerund, start));
    }
    let object = Classes::of(&[Class::Determiner, Class::Our, Class::Us, Class::Count, Class::Number]);
    if first.is(Class::Base) && start + 1 < end && tokens[start + 1].any(object) {
        // "see two pages"
        return Ok(continue_with(shared, Tense::Bare, start));
    }
    if let Some(read) = with_noun_subject(tokens, start, end) {
        return Ok(read);
    }
    if first.is(Class::Base) {
        return Ok(continue_with(shared, Tense::Bare, start));
    }
    Ok(Grammar::default())
}

/// "The training of …": an -ing word that is a noun.
fn noun_follows_of(tokens: &[Token], start: usize, end: usize) -> bool {
    let object = Classes::of(&[
        Class::Determiner,
        Class::Pronoun,
        Class::Us,
        Class::Our,
        Class::Preposition,
        Class::To,
    ]);
    // "Opposing counsel objected": it describes the subject.
    let describes = start + 2 < end
        && !tokens[start + 1].any(object.with(Classes::of(&[Class::Adverb, Class::Particle, Class::Number])))
        && tokens[start + 1].speaks()
        && tokens[start + 2].any(FINITE)
        && !(tokens[start + 2].is(Class::Third) && tokens[start + 1].plural)
        && !tokens[start + 2].any(object)
        && !(tokens[start + 2].is(Class::Participle)
            && tokens.get(start + 3).is_some_and(|next| next.is(Class::Preposition)));
    start + 1 < end && tokens[start + 1].any(Classes::of(&[Class::Be, Class::Modal])) || describes
}

fn continue_with(shared: Option<Grammar>, tense: Tense, verb: usize) -> Grammar {
    let subject = shared.map_or(Subject::Missing, |before| before.subject);
    Grammar { subject, tense, verb: Some(verb), negated: false, own: false }
}

/// A clause that begins with its verb: the writer's own deed, or more of the subject before.
fn headless(tokens: &[Token], start: usize, end: usize, shared: Option<Grammar>) -> Grammar {
    let subject = shared.map_or(Subject::Missing, |before| before.subject);
    let mut read = Chain::new(tokens, start, end, subject).read();
    read.own = false;
    if let Some(before) = shared {
        // "I've tried X and moved Y", "I'd ask and waited"; but "I'd put Ana first, asked both" tells of a deed.
        let joined = start > 0 && tokens[start - 1].any(Classes::of(&[Class::And, Class::But]));
        let carries = match before.tense {
            Tense::Perfect | Tense::Missed => true,
            Tense::Modal => joined,
            _ => false,
        };
        if read.tense == Tense::Past && carries {
            read.tense = before.tense;
        }
        if read.tense == Tense::Past && befalls(tokens, start, end, before.tense) {
            read.tense = Tense::Passive;
        }
    }
    read
}

/// "I was let go | and shown out", "she is tired, worn out by it": whether a participle goes on with what befell the subject, or
/// how it is, after a clause of this tense.
fn befalls(tokens: &[Token], at: usize, end: usize, before: Tense) -> bool {
    const OBJECT: Classes = Classes::of(&[
        Class::Determiner,
        Class::Pronoun,
        Class::Us,
        Class::Our,
        Class::Person,
        Class::Number,
    ]);
    let next = tokens.get(at + 1).filter(|next| at + 1 < end && next.speaks());
    let acts = |next: &Token| next.any(OBJECT) || next.capital;
    tokens[at].is(Class::Participle)
        && match before {
            Tense::Passive => !next.is_some_and(acts),
            Tense::State => next.is_none_or(|next| next.spells(words!["by"])),
            _ => false,
        }
}
