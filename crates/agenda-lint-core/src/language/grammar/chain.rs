//! The verbs of a clause: auxiliaries, and the one that counts.

use super::{AUXILIARY, FINITE, Grammar, Subject, Tense};
use crate::language::class::{Class, Classes};
use crate::language::token::Token;

/// The verbs of a clause, read from the first one on.
pub(super) struct Chain<'a> {
    tokens: &'a [Token],
    at: usize,
    end: usize,
    read: Grammar,
}

impl<'a> Chain<'a> {
    pub(super) fn new(tokens: &'a [Token], at: usize, end: usize, subject: Subject) -> Self {
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

    pub(super) fn read(mut self) -> Grammar {
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
        } else if is_been(token) {
            self.after_been();
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
        } else if is_been(token) {
            self.after_been();
        } else if token.is(Class::Participle) || token.is(Class::Past) && !token.is(Class::Base) {
            self.set(Tense::Perfect);
            self.lower(Tense::Perfect);
        } else if token.is(Class::Base) && token.is(Class::Deed) && self.object_follows() {
            // "I have discuss it": a learner's perfect.
            self.set(Tense::Perfect);
        }
    }

    /// "I've been asking", "been asking": the verb behind "been".
    fn after_been(&mut self) {
        self.set(Tense::Perfect);
        self.at += 1;
        if self.next().is_some_and(|token| token.any(Classes::of(&[Class::Ing, Class::Participle]))) {
            let passive = !self.tokens[self.at].is(Class::Ing);
            self.set(if passive { Tense::Passive } else { Tense::Perfect });
            self.lower(self.read.tense);
        } else {
            self.read.tense = Tense::State;
        }
    }

    fn object_follows(&self) -> bool {
        let object =
            Classes::of(&[Class::Determiner, Class::Pronoun, Class::Us, Class::Our, Class::Preposition]);
        let is_object = |at: usize| at < self.end && self.tokens[at].any(object);
        // "I have explain to them", but "I have plans to make"
        let next = self.at + 1;
        is_object(next)
            || next + 1 < self.end
                && self.tokens[next].is(Class::To)
                && is_object(next + 1)
                && !self.tokens[next + 1].is(Class::Base)
    }

    fn after_modal(&mut self) {
        self.set(Tense::Modal);
        self.at += 1;
        // "ought to have asked"
        if self.next().is_some_and(|token| token.is(Class::To)) {
            self.at += 1;
        }
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

fn is_been(token: &Token) -> bool {
    token.is(Class::Be) && token.is(Class::Participle)
}
