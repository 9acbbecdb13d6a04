//! The circumstances: when, with whom, under which condition, because of what.

use super::time::{dated, timed};
use super::{Part, Slot};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Role, Roles};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::slot;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;
use crate::language::{Hit, Signal};

/// The weight at which circumstances are told well enough.
const ENOUGH: u8 = 4;

/// How circumstances are told over a whole topic.
#[derive(Default)]
struct Told {
    /// What its words mark as a circumstance.
    marks: u8,
    /// How many words neither ask nor tell of a deed.
    words: usize,
    /// How many of these stand before the first deed.
    ahead: usize,
    /// How much the clause tells that tells most of them,
    best: u8,
    /// and all of them.
    total: u8,
}

impl Told {
    /// Whether hardly anything is marked as a circumstance, and too little is told before the deeds to be one: what
    /// comes after them mostly tells what came of them.
    fn is_vague(&self) -> bool {
        const MARKED: u8 = 3;
        const STORY: usize = 12;
        self.marks < MARKED && self.ahead < STORY
    }
}

/// Adds the clauses that tell circumstances, when they tell enough together; says whether they do. It takes more where
/// nobody is `asked` and nothing is `wrong`.
pub(super) fn find(
    parse: &Parse<'_>,
    parts: &mut [Part],
    asked: bool,
    wrong: bool,
    hits: &mut Vec<Hit>,
) -> bool {
    const CLOSING: Roles = Roles::of(&[Role::Settled, Role::Announcement, Role::Nothing]);
    let mut before: Option<(usize, bool)> = None;
    let mut told = Told::default();
    let mut done = false;
    for (clause, part) in parse.clauses.iter().zip(&mut *parts) {
        done |= part.attempt;
        let marks = weight(parse, clause, *part);
        // "quit the phone | after ten", "I made templates, | I look three times a day": of the deed.
        let deed = before == Some((clause.sentence, true));
        let own = match clause.lead {
            Lead::Moment => clause.grammar.verb.is_none(),
            // "Raised the limit, | batch on Fridays"
            Lead::More if matches!(clause.grammar.tense, Tense::None | Tense::Bare) => true,
            // "I put up posters | and started with a film"
            _ if !clause.grammar.own && clause.grammar.subject == Subject::Writer && !part.attempt => true,
            _ => clause.grammar.subject == Subject::Writer && clause.grammar.tense == Tense::Present,
        };
        let (marks, plain) = if deed && own { (marks.min(1), 0) } else { (marks, background(clause, *part)) };
        part.situation = marks + plain;
        told.best = told.best.max(part.situation);
        told.total = told.total.saturating_add(part.situation);
        told.marks = told.marks.saturating_add(marks);
        if !part.ask && !part.attempt && !clause.quoted {
            told.words += clause.words;
            told.ahead += if done { 0 } else { clause.words };
        }
        before = Some((clause.sentence, part.attempt));
    }
    let length = u8::try_from(told.words / 8).unwrap_or(4).min(4);
    let total = told.total.saturating_add(length);
    let settled = !asked && parse.roles.meets(CLOSING);
    // A topic that neither asks nor complains tells of circumstances only where it says so outright.
    if total < ENOUGH || told.is_vague() || !asked && !wrong && (settled || told.best < ENOUGH) {
        return false;
    }
    for (clause, _) in parse.clauses.iter().zip(parts).filter(|(_, part)| part.situation == told.best) {
        hits.push(parse.hit(Signal::Situation, clause.tokens.clone()));
    }
    true
}

/// Whether a topic may tell of circumstances that were not recognised: where something is done or happens.
pub(super) fn may_be_told(parse: &Parse<'_>, parts: &[Part]) -> bool {
    const PERSON: Classes =
        Classes::of(&[Class::Person, Class::Number, Class::Count, Class::Us, Class::Pronoun]);
    parse.clauses.iter().zip(parts).any(|(clause, part)| {
        if part.ask || part.attempt || clause.quoted {
            return false;
        }
        let verb = clause.grammar.verb.unwrap_or(clause.tokens.end);
        clause.tokens.clone().skip(1).any(|at| {
            let word = &parse.tokens[at];
            if !word.any(Classes::of(&[Class::Preposition, Class::Particle])) {
                return false;
            }
            let mut after = parse.tokens[at + 1..clause.tokens.end].iter();
            let (next, second) = (after.next(), after.next());
            let someone = |next: &Token| next.any(PERSON) && !second.is_some_and(Token::speaks);
            next.is_some_and(|next| next.is(Class::Determiner) || next.speaks() && !someone(next))
                && (word.spells(words!["at", "from", "during"])
                    || at > verb + 1 && word.spells(words!["in", "on", "over", "under", "via"]))
        })
    })
}

fn weight(parse: &Parse<'_>, clause: &Clause, part: Part) -> u8 {
    let denied = clause.says(Role::NoProblem);
    if clause.quoted || denied || part.slot == Some(Slot::Label) {
        return 0;
    }
    if part.slot == Some(Slot::Situation) {
        return if slot::is_unfilled(parse, clause) { 0 } else { ENOUGH };
    }
    let words = parse.words(clause);
    let told = clause.grammar.own && matches!(clause.grammar.tense, Tense::Past | Tense::Perfect);
    if part.ask {
        // "Why does it fail since we moved?"
        return if clause.lead == Lead::Moment && told { ENOUGH } else { 0 };
    }
    if part.attempt {
        return of_deed(parse, clause, words);
    }
    let topical = clause.label
        && clause.lead == Lead::Sentence
        && words.first().is_some_and(|first| first.is(Class::Preposition));
    // "I'll send it to the parents on Monday"
    let planned = clause.grammar.subject == Subject::Writer && clause.grammar.tense == Tense::Future;
    if planned && !matches!(clause.lead, Lead::Cause | Lead::Condition | Lead::Moment) {
        return 0;
    }
    // "If two people want it, who goes?"
    if topical || clause.lead == Lead::Condition && clause.asks || is_courtesy(parse, clause) {
        return 0;
    }
    let hung = match clause.lead {
        Lead::Cause | Lead::Condition => 4,
        // "as mixed as before": no time of anything.
        Lead::Moment if clause.words == 1 => 0,
        Lead::Moment if clause.classes.has(Class::Number) => 3,
        Lead::Moment => 4,
        Lead::Aside => 1,
        _ => 0,
    };
    let cues = if clause.says(Role::Situation) { 4 } else { 0 };
    let some = if clause.says(Role::Setting) { 2 } else { 0 };
    let front = match () {
        () if frames(parse, clause, words) => 4,
        () if fronted(words) && clause.grammar.verb.is_some() => 3,
        () => 0,
    };
    let timed = if timed(clause, words) { 4 } else { 0 };
    hung + cues + some + dated(clause, words).max(front).max(timed) + placed(clause, words)
}

/// "If you have a minute", "whenever you have time": what one says to be polite.
fn is_courtesy(parse: &Parse<'_>, clause: &Clause) -> bool {
    matches!(clause.lead, Lead::Condition | Lead::Moment)
        && clause.grammar.subject == Subject::Reader
        && parse.says(
            clause,
            words!["minute", "minutes", "moment", "time", "second", "chance", "like", "want", "can", "could"],
        )
}

/// The circumstances that a deed is told with: "For the visit I booked …", "ahead of the audit I swept …".
fn of_deed(parse: &Parse<'_>, clause: &Clause, words: &[Token]) -> u8 {
    // "inbox zero on Fridays": a thing that was done.
    let Some(verb) = clause.grammar.verb else { return 0 };
    let (start, dated) = (clause.tokens.start, dated(clause, words));
    let cued = || verb > start && parse.cues_in(Role::Situation, start..start + 1).next().is_some();
    if fronted(words) || cued() {
        3 + u8::from(dated > 0 || clause.says(Role::Situation))
    } else {
        dated.saturating_sub(1)
    }
}

/// What a plain statement adds that neither complains nor tells of an attempt.
fn background(clause: &Clause, part: Part) -> u8 {
    if part.ask || part.attempt || clause.quoted || clause.says(Role::NoProblem) {
        return 0;
    }
    let own = clause.grammar.may_be_own();
    let wished = own && matches!(clause.grammar.tense, Tense::Modal | Tense::Future | Tense::Bare);
    if clause.label
        || wished
        || clause.grammar.verb.is_none()
        || clause.grammar.subject == Subject::Missing
        || part.wrong
        || part.slot.is_some()
    {
        return 0;
    }
    let named = clause.classes.has(Class::Name);
    if named { 3 } else { 2 }
}

/// Whether the clause begins with where or when, before who does what: "For the Leeds visit I booked …".
fn fronted(words: &[Token]) -> bool {
    words.first().is_some_and(|first| first.is(Class::Preposition) && !first.is(Class::To))
}

/// "With the scaffolding up, half the shop is dark": what stands before the comma says how things are.
fn frames(parse: &Parse<'_>, clause: &Clause, words: &[Token]) -> bool {
    const FEW: usize = 3;
    const OPENING: [u32; 7] = spelt(["with", "in", "at", "during", "under", "between", "on"]);
    let framing = clause.lead == Lead::Sentence
        && clause.words >= FEW
        && clause.grammar.verb.is_none()
        && !clause.label
        && !clause.classes.has(Class::Not)
        && fronted(words)
        // "in my opinion", "on the whole"
        && !words[1].is(Class::Our)
        && words[0].spells(&OPENING);
    let next = || parse.after(clause).filter(|next| next.sentence == clause.sentence);
    framing && next().is_some_and(|next| next.lead == Lead::More && next.grammar.verb.is_some())
}

/// Where or with whom: a preposition before an occasion, a person or a name.
fn placed(clause: &Clause, words: &[Token]) -> u8 {
    const PLACE: Classes = Classes::of(&[Class::Occasion, Class::Person, Class::Name]);
    if !clause.classes.has(Class::Preposition) || !clause.classes.meets(PLACE) {
        return 0;
    }
    let (mut best, mut near, mut with) = (0, 0_u8, false);
    for word in words {
        let weight = match () {
            () if near == 0 || !word.any(PLACE) => 0,
            () if word.is(Class::Occasion) || with && word.is(Class::Name) => 3,
            () if word.is(Class::Name) => 2,
            () => 1,
        };
        (best, near) = (best.max(weight), near.saturating_sub(1));
        if word.is(Class::Preposition) && !word.is(Class::Of) {
            (near, with) = (4, word.is(Class::With));
        }
    }
    best
}
