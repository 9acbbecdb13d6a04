//! Light grammar: whose clause it is, in what tense, denied or not.

use std::ops::Range;

use super::class::{Class, Classes};
use super::token::{Shape, Token};

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

/// Reads one clause, or gives the place of the negation that it begins with.
fn step(tokens: &[Token], range: Range<usize>, shared: Option<Grammar>) -> Result<Grammar, usize> {
    let end = range.end;
    let Some(start) = range.clone().find(|at| {
        let token = &tokens[*at];
        token.speaks() && !(token.any(SKIPPED) && !token.any(FINITE) || token.shape == Shape::Number)
    }) else {
        return Ok(Grammar::default());
    };
    let first = &tokens[start];
    if first.is(Class::I) {
        let verb = if first.any(AUXILIARY) { start } else { start + 1 };
        return Ok(Chain::new(tokens, verb, end, Subject::Writer).read());
    }
    if first.is(Class::You) && !first.is(Class::Your) {
        return Ok(Chain::new(tokens, start + 1, end, Subject::Reader).read());
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
        // "I've tried X and moved Y", "I'd ask and waited".
        if read.tense == Tense::Past && matches!(before.tense, Tense::Perfect | Tense::Missed | Tense::Modal)
        {
            read.tense = before.tense;
        }
    }
    read
}

/// A clause whose subject is a noun or a pronoun: the first finite verb after it.
fn with_noun_subject(tokens: &[Token], start: usize, end: usize) -> Option<Grammar> {
    // "Bookings for August look weak": what comes between the plural and its verb.
    let headed = tokens[start].plural && start + 1 < end && tokens[start + 1].is(Class::Preposition);
    let pronoun = tokens[start].is(Class::Pronoun) && !tokens[start].is(Class::Determiner);
    let verb = (start + 1..end)
        .take_while(|at| {
            let token = &tokens[*at];
            !token.is(Class::To) && (token.is(Class::Pronoun) || !token.is(Class::Question))
        })
        .find(|at| {
            is_predicate(tokens, *at, end, pronoun && *at == start + 1)
                || headed && is_state(tokens, *at, start)
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
        || (tokens[start].is(Class::Us) && start + 1 < end && tokens[start + 1].is(Class::And));
    let subject = if own { Subject::Writer } else { Subject::Other };
    let mut read = Chain::new(tokens, verb, end, subject).read();
    read.negated |= tokens[start..verb].iter().any(|token| token.is(Class::Nobody) || token.is(Class::Not));
    Some(read)
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
    if plural || is_genitive(tokens, at, end) {
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
        return token.is(Class::Base) || token.plural && unlisted;
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
    // "each new one": no noun, and no plural.
    let counts = before.any(Classes::of(&[Class::Determiner, Class::Quantifier]));
    (noun.plural || before.plural) && base || (before.plural && !counts || token.plural) && acts
}

/// "the mayor's office signed": an `'s` that is no verb, since one comes after the noun that follows.
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
    let short = token.is(Class::Be) && token.end - token.start <= 4 && token.start == before.end;
    let noun = short && !before.any(Classes::of(&[Class::Pronoun, Class::Question, Class::That]));
    noun && tokens
        .get(at + 1)
        .filter(|_| at + 1 < end)
        .is_some_and(|next| next.speaks() && !next.any(PREDICATIVE))
        && (at + 2..end.min(at + 5))
            .take_while(|next| tokens[*next].speaks())
            .any(|next| tokens[next].any(FINITE))
}

/// The verbs of a clause, read from the first one on.
struct Chain<'a> {
    tokens: &'a [Token],
    at: usize,
    end: usize,
    read: Grammar,
}

impl<'a> Chain<'a> {
    fn new(tokens: &'a [Token], at: usize, end: usize, subject: Subject) -> Self {
        let read = Grammar { subject, own: true, ..Grammar::default() };
        Self { tokens, at, end, read }
    }

    /// The next word that is neither an adverb nor a negation, which it notes.
    fn next(&mut self) -> Option<&'a Token> {
        while self.at < self.end {
            let token = &self.tokens[self.at];
            if token.is(Class::Not) && !token.any(AUXILIARY) {
                self.read.negated = true;
            } else if !token.is(Class::Adverb) || token.any(FINITE) {
                return token.speaks().then_some(token);
            }
            self.at += 1;
        }
        None
    }

    fn read(mut self) -> Grammar {
        self.step();
        self.read
    }

    fn set(&mut self, tense: Tense) {
        (self.read.tense, self.read.verb) = (tense, Some(self.at));
    }

    fn step(&mut self) {
        let Some(token) = self.next() else { return };
        if token.is(Class::Not) {
            self.read.negated = true;
        }
        if token.is(Class::Have) {
            self.after_have();
        } else if token.is(Class::Future) {
            self.set(Tense::Future);
            self.main_verb(Tense::Future);
        } else if token.is(Class::Modal) {
            self.after_modal();
        } else if token.is(Class::Be) {
            self.after_be();
        } else if token.is(Class::Do) && !token.is(Class::Participle) {
            self.after_do();
        } else if token.is(Class::Past) && !token.is(Class::Base) {
            self.set(Tense::Past);
            self.lower(Tense::Past);
        } else if token.any(Classes::of(&[Class::Base, Class::Third])) {
            self.set(if token.is(Class::Past) { Tense::Past } else { Tense::Present });
            self.lower(self.read.tense);
        } else if token.any(Classes::of(&[Class::Participle, Class::Past])) {
            // "I done it", "I been asking".
            self.set(Tense::Past);
        } else if !token.known {
            self.set(Tense::Present);
        }
    }

    /// Steps onto the main verb after an auxiliary, if one is there.
    fn main_verb(&mut self, tense: Tense) {
        self.at += 1;
        if self
            .next()
            .is_some_and(|token| token.any(Classes::of(&[Class::Base, Class::Participle, Class::Ing])))
        {
            self.set(tense);
            self.lower(tense);
        }
    }

    fn after_have(&mut self) {
        self.set(Tense::State);
        self.at += 1;
        let Some(token) = self.next() else { return };
        if token.is(Class::To) {
            self.read.tense = Tense::Duty;
            self.main_verb(Tense::Duty);
        } else if token.is(Class::Be) && token.is(Class::Participle) {
            self.set(Tense::Perfect);
            self.at += 1;
            if self.next().is_some_and(|token| token.any(Classes::of(&[Class::Ing, Class::Participle]))) {
                let passive = !self.tokens[self.at].is(Class::Ing);
                self.set(if passive { Tense::Passive } else { Tense::Perfect });
                self.lower(self.read.tense);
            } else {
                self.read.tense = Tense::State;
            }
        } else if token.is(Class::Participle) || token.is(Class::Past) && !token.is(Class::Base) {
            self.set(Tense::Perfect);
            self.lower(Tense::Perfect);
        } else if token.is(Class::Base) && token.is(Class::Deed) && self.object_follows() {
            // "I have discuss it": a learner's perfect.
            self.set(Tense::Perfect);
        }
    }

    fn object_follows(&self) -> bool {
        let object =
            Classes::of(&[Class::Determiner, Class::Pronoun, Class::Us, Class::Our, Class::Preposition]);
        self.at + 1 < self.end && self.tokens[self.at + 1].any(object)
    }

    fn after_modal(&mut self) {
        self.set(Tense::Modal);
        self.at += 1;
        let Some(token) = self.next() else { return };
        if token.is(Class::Have) && !token.is(Class::Third) {
            self.read.tense = Tense::Missed;
            self.main_verb(Tense::Missed);
        } else if token.any(Classes::of(&[Class::Base, Class::Be, Class::Do])) {
            self.set(Tense::Modal);
        } else if token.any(Classes::of(&[Class::Participle, Class::Past]))
            && self.tokens[self.at - 1].end - self.tokens[self.at - 1].start == 2
        {
            // "I'd asked": had.
            self.set(Tense::Perfect);
        }
    }

    fn after_be(&mut self) {
        self.set(Tense::State);
        let past = self.tokens[self.at].is(Class::Past);
        self.at += 1;
        let Some(token) = self.next() else { return };
        if token.is(Class::Ing) {
            let going =
                self.at + 1 < self.end && token.is(Class::Future) && self.tokens[self.at + 1].is(Class::To);
            self.set(if going || token.is(Class::Intention) { Tense::Future } else { Tense::Progressive });
            if past && self.read.tense == Tense::Progressive {
                self.read.tense = Tense::Progressive;
            }
        } else if token.is(Class::Participle) {
            self.set(Tense::Passive);
        }
    }

    fn after_do(&mut self) {
        let past = self.tokens[self.at].is(Class::Past);
        self.set(if past { Tense::Past } else { Tense::Present });
        self.at += 1;
        if self.next().is_some_and(|token| token.is(Class::Base)) {
            self.set(self.read.tense);
        }
    }

    /// "started asking", "kept on asking", "plan to ask": the verb below is the one that counts.
    fn lower(&mut self, tense: Tense) {
        let upper = &self.tokens[self.at];
        // "proposed to split it" is meant, "proposed a split" is done.
        let to = self.tokens.get(self.at + 1).is_some_and(|next| next.is(Class::To));
        let meant = to || !upper.is(Class::Deed) || !matches!(tense, Tense::Past | Tense::Perfect);
        if upper.is(Class::Intention) && meant {
            let done = matches!(tense, Tense::Past | Tense::Perfect);
            self.read.tense = if done { Tense::Missed } else { Tense::Future };
            return;
        }
        if !upper.is(Class::Begin) {
            return;
        }
        let after = self.at + 1;
        let below = (after..self.end.min(after + 3)).find(|at| self.tokens[*at].is(Class::Ing));
        if let Some(below) = below {
            self.read.verb = Some(below);
        }
    }
}
