//! Steps of learning that were taken: "I gave my first talk", "worked through two chapters".

use crate::language::class::Class;
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// What one does with lessons and books: one takes them, goes to them, works through them.
const DOES: [u32; 29] = spelt([
    "did",
    "done",
    "took",
    "taken",
    "take",
    "went",
    "gone",
    "visited",
    "attended",
    "watched",
    "read",
    "worked",
    "working",
    "made",
    "wrote",
    "written",
    "sat",
    "joined",
    "passed",
    "finished",
    "completed",
    "started",
    "tried",
    "met",
    "spent",
    "helped",
    "had",
    "talked",
    "spoke",
]);

/// What one gives: "gave a talk".
const TALKS: [u32; 10] = spelt([
    "talk",
    "talks",
    "presentation",
    "presentations",
    "speech",
    "lecture",
    "class",
    "lesson",
    "workshop",
    "training",
]);

/// Who and what one has then: "got a mentor", "found a coach".
pub(super) const HELPERS: [u32; 6] = spelt(["mentor", "coach", "tutor", "trainer", "sponsor", "placement"]);

/// What one learns from, or shows that one does.
pub(super) const LESSONS: [u32; 47] = spelt([
    "course",
    "courses",
    "class",
    "classes",
    "module",
    "modules",
    "lesson",
    "lessons",
    "workshop",
    "workshops",
    "seminar",
    "seminars",
    "webinar",
    "webinars",
    "tutorial",
    "tutorials",
    "training",
    "trainings",
    "talk",
    "talks",
    "presentation",
    "presentations",
    "speech",
    "chapter",
    "chapters",
    "video",
    "videos",
    "book",
    "books",
    "guide",
    "college",
    "university",
    "internship",
    "application",
    "cv",
    "portfolio",
    "exercises",
    "taster",
    "conference",
    "lecture",
    "lectures",
    "theory",
    "syllabus",
    "apprenticeship",
    "test",
    "exam",
    "certificate",
]);

/// What is half done, and no proof yet: "passed the theory part", "finished the first unit".
const PARTS: [u32; 12] = spelt([
    "part", "parts", "module", "modules", "chapter", "chapters", "unit", "units", "half", "section",
    "theory", "step",
]);

/// Whether a clause tells of a step of learning that the writer took.
pub(super) fn is_training(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let own = match grammar.subject {
        Subject::Writer => clause.classes.has(Class::I) || !grammar.own,
        Subject::Missing => true,
        Subject::Other => return is_enrolled(parse, clause),
        Subject::Reader => false,
    };
    let Some(at) = grammar.verb.filter(|_| own && !grammar.negated && !clause.label) else {
        return false;
    };
    let verb = &parse.tokens[at];
    let told = match grammar.tense {
        Tense::Past | Tense::Perfect => true,
        // "I had a coffee with …"
        Tense::State => verb.is(Class::Have),
        _ => false,
    };
    if !told || matches!(clause.lead, Lead::Cause | Lead::Moment | Lead::Condition | Lead::Relative) {
        return false;
    }
    let object = &parse.tokens[at + 1..clause.tokens.end];
    let says = |words: &[u32]| object.iter().any(|word| word.spells(words));
    // "I have a course on my list", "I had a talk with Jim"
    let has = || {
        verb.is(Class::Have)
            && (grammar.tense == Tense::State)
            && (!verb.is(Class::Past) || says(&TALKS[..3]))
    };
    // "Passed the exam" proves something, "passed the theory part" is a step.
    let proves = || verb.spells(words!["passed"]) && !says(&PARTS);
    let gives = || {
        // "Gave the talk to 60 starters" is a feat.
        verb.spells(words!["gave", "given"])
            && says(&TALKS)
            && !object.iter().any(|word| word.is(Class::Number))
    };
    let gets = || verb.spells(words!["got", "gotten", "found"]) && says(&HELPERS);
    let works = || !has() && !proves() && (says(&LESSONS) || says(&HELPERS));
    let does = verb.spells(&DOES);
    does && (works() || looks_on(object))
        || gives()
        || gets()
        || spends_days(verb, object)
        || is_first(verb, object)
}

/// "Had coffee with a product manager to hear about her job": to see how others work.
fn looks_on(object: &[Token]) -> bool {
    const LEARN: [u32; 7] = spelt(["see", "hear", "learn", "ask", "find", "understand", "practise"]);
    const ABOUT: [u32; 8] = spelt(["how", "what", "about", "out", "from", "more", "who", "for"]);
    let purpose = object
        .windows(3)
        .any(|three| three[0].is(Class::To) && three[1].spells(&LEARN) && three[2].spells(&ABOUT));
    let practice =
        || object.windows(2).any(|pair| pair[0].spells(words!["for"]) && pair[1].spells(words!["practice"]));
    purpose || practice()
}

/// "Spent two days with the designers".
fn spends_days(verb: &Token, object: &[Token]) -> bool {
    let days = |three: &[Token]| {
        three[0].is(Class::Time) && three[1].spells(words!["with", "in"]) && three[2].is(Class::Determiner)
    };
    verb.spells(words!["spent"]) && object.windows(3).any(days)
}

/// "Wrote my first piece of code": what one does for the first time.
fn is_first(verb: &Token, object: &[Token]) -> bool {
    let first = || {
        object.windows(3).any(|three| {
            three[0].is(Class::Our) && three[1].spells(words!["first"]) && !three[2].is(Class::Time)
        })
    };
    verb.is(Class::Deed) && first()
}

/// "My boss booked me on the course".
fn is_enrolled(parse: &Parse<'_>, clause: &Clause) -> bool {
    const ENROLS: [u32; 6] = spelt(["enrolled", "booked", "registered", "signed", "nominated", "put"]);
    clause.classes.has(Class::Us)
        && parse.words(clause).windows(2).any(|pair| pair[0].spells(&ENROLS) && pair[1].is(Class::Us))
        && parse.words(clause).iter().any(|word| word.spells(&LESSONS))
}
