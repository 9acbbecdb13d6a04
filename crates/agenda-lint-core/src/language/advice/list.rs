//! Attempts told as things: "Bigger print, a crossword, free copies", "Two emails. One call with his admin."

use super::Part;
use super::attempt::{is_aside, is_result, says_result};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{self, Role, Roles};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::token::{Shape, Token};

/// How a clause stands in a list of things.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    /// Names a thing, and says nothing of it.
    Thing,
    /// What was done to a thing: "doors fitted".
    Done,
    /// May name a thing: "quiet hours notice".
    Perhaps,
    /// Is no item.
    No,
}

/// What was found of a list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    Nothing,
    /// Things are named of which nobody can tell what they are there for.
    Doubt,
    /// Things are named that were done.
    List,
}

/// Marks the things that are named between a complaint and the question or the end: what was done about it.
pub(super) fn find(parse: &Parse<'_>, parts: &mut [Part]) -> Found {
    let mut best = Found::Nothing;
    let mut start = 1;
    while start < parse.clauses.len() {
        let apart = is_apart(parse, start);
        let within = is_within(parse, start);
        let begins = !parts[start - 1].ask && (apart || within);
        let (mut end, found) = if begins { read(parse, parts, start) } else { (start, Found::Nothing) };
        if found == Found::List && apart {
            for part in &mut parts[start..end] {
                (part.attempt, part.problem) = (true, 0);
            }
            return found;
        }
        // "Slips went astray again, a reminder, a later date"
        if apart || found == Found::List {
            best = best.max(found.min(Found::Doubt));
        }
        if !apart {
            // The next sentence may be a list of its own.
            let same = |clause: &&Clause| clause.sentence == parse.clauses[start].sentence;
            end = start + parse.clauses[start..end.max(start)].iter().take_while(same).count();
        }
        start = end.max(start + 1);
    }
    best
}

/// Whether this clause goes on with a sentence that says something first; not the topic's own first one, nor "Plan: …".
fn is_within(parse: &Parse<'_>, start: usize) -> bool {
    let clause = &parse.clauses[start];
    let opens = |at: &usize| *at == 0 || parse.clauses[at - 1].sentence < clause.sentence;
    let first = (0..=start).rev().find(opens).unwrap_or(0);
    clause.lead == Lead::More && first > 0 && !parse.clauses[first].label
}

/// Reads the list that begins with the clause at `start`, up to the place given back.
fn read(parse: &Parse<'_>, parts: &[Part], start: usize) -> (usize, Found) {
    let (mut things, mut done, mut more) = (0, 0, 0);
    let (mut known, mut new) = (false, false);
    let mut end = start;
    while let Some(clause) = parse.clauses.get(end) {
        if end == start || !explains(parse, end) {
            match item(parse, clause, parts[end], end == start) {
                Item::Thing => things += 1,
                Item::Done => done += 1,
                Item::Perhaps => more += 1,
                Item::No => break,
            }
            let (old, other) = article(parse, clause);
            (known, new) = (known || old, new || other);
        }
        end += 1;
        // "A prize draw, younger volunteers: all of it did a little."
        if clause.label {
            break;
        }
    }
    let all = things + done + more;
    let found = match () {
        () if all == 0 => Found::Nothing,
        () if done > 1 => Found::List,
        () if things < 3 && is_subject(parse, end) => Found::Nothing,
        // "Accruals, stock, the bank": what is there.
        () if things == 0 || all < 2 || known && !new => Found::Doubt,
        () if !parse.clauses[start - 1].label || is_complaint(parse, parts, start - 1) => Found::List,
        () => Found::Doubt,
    };
    (end, found)
}

/// "cold calls (they hated it)", "a bag check | that parents hated": what is said of the item before.
fn explains(parse: &Parse<'_>, at: usize) -> bool {
    parse.clauses[at].lead == Lead::Relative || is_aside(parse, at)
}

/// Whether a sentence begins with this clause, or it follows a complaint that ends with a colon.
fn is_apart(parse: &Parse<'_>, start: usize) -> bool {
    let (before, first) = (&parse.clauses[start - 1], &parse.clauses[start]);
    before.sentence < first.sentence
        || before.label && (before.grammar.verb.is_some() || before.lead != Lead::Sentence)
}

/// "It floods whenever it rains: sandbags, a trench": what follows the colon is no list of what floods.
fn is_complaint(parse: &Parse<'_>, parts: &[Part], at: usize) -> bool {
    const COUNTED: Classes = Classes::of(&[Class::Count, Class::Trouble]);
    let said = parse.clauses[..=at].iter().rposition(|clause| clause.lead == Lead::Sentence).unwrap_or(at);
    parts[said..=at].iter().any(|part| part.problem >= 3)
        && parse.clauses[said..=at].iter().all(|clause| !clause.classes.meets(COUNTED))
}

/// "The door, the lift and the bell | are broken": what was read as a list is what the clause at `end` speaks of.
fn is_subject(parse: &Parse<'_>, end: usize) -> bool {
    let (Some(before), Some(next)) = (parse.clauses.get(end.wrapping_sub(1)), parse.clauses.get(end)) else {
        return false;
    };
    next.sentence == before.sentence
        && !before.label
        && next.grammar.subject != Subject::Writer
        && next.grammar.verb.is_some()
        // "and me being the strict one"
        && !(next.grammar.tense == Tense::State && next.classes.has(Class::Us))
        && !is_result(parse, next)
}

/// Whether its cues say more than what a thing is.
fn says(parse: &Parse<'_>, clause: &Clause) -> bool {
    // "a walk instead of the office": a change.
    let complains = |found: &cue::Found| !parse.is(&parse.tokens[found.start], &["instead"]);
    clause.roles.meets(SAYING)
        || clause.says(Role::Problem) && parse.cues_in(Role::Problem, clause.tokens.clone()).any(complains)
}

const SAYING: Roles = Roles::of(&[
    Role::NoProblem,
    Role::Announcement,
    Role::Nothing,
    Role::Settled,
    Role::Ask,
    Role::VagueAsk,
    Role::NoHelp,
    Role::Untried,
    Role::NoAttempt,
    Role::Unsure,
]);

/// What a clause is in a list; the first item must show that it is a thing that somebody does.
fn item(parse: &Parse<'_>, clause: &Clause, part: Part, first: bool) -> Item {
    let hung = matches!(clause.lead, Lead::Moment | Lead::Cause | Lead::Condition | Lead::Contrast);
    if part.ask || part.slot.is_some() || clause.quoted || hung || first && clause.label {
        return Item::No;
    }
    let words = parse.words(clause);
    // "a bag check that parents hated", "an alert on errors"
    let relative = clause.classes.has(Class::That) && words.iter().skip(1).any(|word| word.is(Class::That));
    let tells = says(parse, clause) || says_result(parse, clause) || is_telling(parse, clause, words);
    if tells && !relative {
        return Item::No;
    }
    let Some(start) = words.iter().position(|word| word.speaks() && !word.is(Class::And)) else {
        return Item::No;
    };
    let words = &words[start..];
    let figures = words[0].shape == Shape::Number
        && !words.get(1).is_some_and(|next| next.is(Class::Deed) && next.is(Class::Third));
    let pronoun = words[0].is(Class::Pronoun) && !words[0].is(Class::Determiner);
    if pronoun
        || figures
        || words[0].any(NO_START)
        || first && !begins_list(parse, words, clause.grammar.verb.is_none())
    {
        return Item::No;
    }
    shape(parse, clause, words)
}

/// Whether its words complain; what a thing is there for does not: "an alert on errors".
fn is_telling(parse: &Parse<'_>, clause: &Clause, words: &[Token]) -> bool {
    let mut head = words.iter().skip(1).take_while(|word| !word.is(Class::Preposition));
    // "slower ramp": another one than before.
    let more = parse.text(&words[0]).ends_with("er") && words.get(1).is_some_and(Token::speaks);
    // "dead links", but "a small deposit"
    let poor = |pair: &[Token]| pair[0].is(Class::Poor) && pair[1].plural;
    clause.classes.meets(Classes::of(&[Class::Not, Class::Still]))
        || clause.classes.has(Class::Poor) && words.windows(2).any(poor)
        || words.iter().skip(usize::from(more)).any(|word| word.is(Class::Bad))
        || clause.classes.has(Class::Trouble)
            && (words[0].is(Class::Trouble) || head.any(|word| word.is(Class::Trouble)))
}

/// No thing begins with these.
const NO_START: Classes = Classes::of(&[
    Class::To,
    Class::Nominative,
    Class::I,
    Class::You,
    Class::Question,
    Class::Greeting,
    Class::Empty,
    Class::Future,
]);

/// Whether the words can begin a list of what was done: "a word with Kim", but not "six people", "last Friday".
fn begins_list(parse: &Parse<'_>, words: &[Token], verbless: bool) -> bool {
    const TIME: Classes = Classes::of(&[
        Class::Weekday,
        Class::Month,
        Class::Near,
        Class::Day,
        Class::Time,
        Class::Preposition,
        Class::Person,
        Class::Us,
    ]);
    let (first, second) = (&words[0], words.get(1));
    let counted = first.any(Classes::of(&[Class::Number, Class::Count]));
    let people = counted && second.is_some_and(|next| next.any(Classes::of(&[Class::Person, Class::Time])));
    let indefinite = is_indefinite(parse, first);
    let poor = !indefinite && words.iter().any(|word| word.is(Class::Poor));
    // "Board with hooks" is none that sits.
    let kept = first.is(Class::Person)
        && verbless
        && second.is_some_and(|next| next.speaks() && !next.is(Class::And));
    !people && !poor && (counted || indefinite || kept || !first.any(TIME))
}

/// Whether a clause is the name of a thing, by its verb: it has none, or one that may be a noun.
fn shape(parse: &Parse<'_>, clause: &Clause, words: &[Token]) -> Item {
    const TELLS: Classes =
        Classes::of(&[Class::Fail, Class::Worsen, Class::State, Class::Stative, Class::Be, Class::Have]);
    const NOUN: Classes = Classes::of(&[Class::Document, Class::Occasion, Class::Event]);
    let grammar = clause.grammar;
    let Some(at) =
        grammar.verb.and_then(|at| words.iter().position(|word| word.start == parse.tokens[at].start))
    else {
        return if names_only(clause, words) { Item::No } else { Item::Thing };
    };
    let (before, verb, after) = (&words[..at], &words[at], &words[at + 1..]);
    let ends = ends_thing(after);
    let counted = words[0].any(Classes::of(&[Class::Number, Class::Count]));
    let bare =
        !words[0].any(Classes::of(&[Class::Determiner, Class::Our])) || is_indefinite(parse, &words[0]);
    match grammar.tense {
        _ if grammar.negated || grammar.subject == Subject::Writer => Item::No,
        // "a freeze that lasted one day"
        _ if before.iter().any(|word| word.is(Class::That)) => Item::Thing,
        Tense::Gerund => Item::Thing,
        Tense::Present if ends && verb.any(NOUN) => Item::Thing,
        Tense::Bare => {
            if ends {
                Item::Thing
            } else {
                Item::Perhaps
            }
        }
        _ if verb.any(TELLS) => Item::No,
        // "Scripts rewritten"
        Tense::Present if after.first().is_some_and(|next| next.is(Class::Participle)) => Item::Done,
        // "Mirrors, tags on everything", "Two emails", "three visits a week"
        Tense::Present if ends && (before.is_empty() || counted && verb.is(Class::Deed)) => Item::Thing,
        // but "Terms without a date go to Legal"
        Tense::Present if ends && bare && !before.iter().any(|word| word.is(Class::Preposition)) => {
            Item::Perhaps
        }
        Tense::Past if goes_on(after) && bare && grammar.own && verb.is(Class::Deed) => Item::Done,
        _ => Item::No,
    }
}

/// Whether a thing's name can go on like this after its noun: not with an object.
fn ends_thing(after: &[Token]) -> bool {
    let mut spoken = after.iter().filter(|word| word.speaks());
    let (next, second) = (spoken.next(), spoken.next());
    // "calls home", "two calls a week"
    goes_on(after)
        || second.is_none_or(|second| second.is(Class::Time))
            && next.is_some_and(|next| !next.any(Classes::of(&[Class::Pronoun, Class::Us, Class::Adverb])))
}

/// Whether nothing comes after a noun or a participle but where, whither or with what.
fn goes_on(after: &[Token]) -> bool {
    const GOES_ON: Classes = Classes::of(&[Class::Preposition, Class::Particle, Class::And]);
    after.iter().find(|word| word.speaks()).is_none_or(|next| next.any(GOES_ON))
}

/// "Jo and Kim": who is named, and nothing of them.
fn names_only(clause: &Clause, words: &[Token]) -> bool {
    let named = |word: &Token| !word.speaks() || word.any(Classes::of(&[Class::Name, Class::And]));
    // A capital at the beginning of a sentence makes no name.
    let first = words.len() > 2 || clause.lead != Lead::Sentence && words[0].is(Class::Name);
    first && words[1..].iter().all(named)
}

/// Whether a thing was there before ("the bank", "my own work"), and whether it is a new one ("a trench").
fn article(parse: &Parse<'_>, clause: &Clause) -> (bool, bool) {
    let skipped = Classes::of(&[Class::And, Class::Adverb]);
    let mut words = parse.words(clause).iter().filter(|word| word.speaks() && !word.any(skipped));
    let Some(first) = words.next().filter(|_| clause.grammar.verb.is_none()) else { return (false, false) };
    let known = first.is(Class::Our) || parse.is(first, &["the", "his", "her", "its", "their", "your"]);
    (known, is_indefinite(parse, first))
}

fn is_indefinite(parse: &Parse<'_>, word: &Token) -> bool {
    parse.is(word, &["a", "an", "another", "more", "extra"])
}
