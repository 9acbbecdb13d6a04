//! Things that a list names, told from what says something: "a poster with a bear", "two emails", "doors fitted".

use super::Part;
use super::attempt::says_result;
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Found, Role, Roles};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::words;
use crate::language::token::{Shape, Token};

/// How a clause stands in a list of things.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// Names a thing, and says nothing of it.
    Thing,
    /// What was done to a thing: "doors fitted".
    Done,
    /// May name a thing: "quiet hours notice".
    Perhaps,
    /// Is no item.
    No,
}

/// What a clause is in a list; the first item must show that it is a thing that somebody does.
pub(super) fn item(parse: &Parse<'_>, clause: &Clause, part: Part, first: bool) -> Item {
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
    // "Fine by me"
    let judges = words[0].is(Class::Good) && words.get(1).is_some_and(|next| next.is(Class::Preposition));
    if pronoun
        || judges
        || figures
        || words[0].any(NO_START)
        || first && !begins_list(words, clause.grammar.verb.is_none())
    {
        return Item::No;
    }
    shape(parse, clause, words)
}

/// Whether its cues say more than what a thing is.
fn says(parse: &Parse<'_>, clause: &Clause) -> bool {
    // "a walk instead of the office": a change.
    let complains = |found: &Found| !parse.tokens[found.start].spells(words!["instead"]);
    clause.roles.meets(SAYING)
        || clause.says(Role::Problem) && parse.cues_in(Role::Problem, clause.tokens.clone()).any(complains)
}

/// Cues that say more.
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
fn begins_list(words: &[Token], verbless: bool) -> bool {
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
    const MEASURING: Classes =
        Classes::of(&[Class::Number, Class::Count, Class::Preposition, Class::And, Class::Time, Class::Left]);
    let (first, second) = (&words[0], words.get(1));
    let counted = first.any(Classes::of(&[Class::Number, Class::Count]));
    let people = counted && second.is_some_and(|next| next.any(Classes::of(&[Class::Person, Class::Time])));
    let indefinite = is_indefinite(first);
    let poor = !indefinite && words.iter().any(|word| word.is(Class::Poor));
    let followed = |without: Classes| second.is_some_and(|next| next.speaks() && !next.any(without));
    // "Evening course", but not "month five"
    let timely = first.any(Classes::of(&[Class::Time, Class::Weekday])) && followed(MEASURING);
    // "Board with hooks" is none that sits.
    let kept = first.is(Class::Person) && verbless && followed(Classes::of(&[Class::And]));
    !people && !poor && (counted || indefinite || kept || timely || !first.any(TIME))
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
    let bare = !words[0].any(Classes::of(&[Class::Determiner, Class::Our])) || is_indefinite(&words[0]);
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
pub(super) fn article(parse: &Parse<'_>, clause: &Clause) -> (bool, bool) {
    let skipped = Classes::of(&[Class::And, Class::Adverb]);
    let mut words = parse.words(clause).iter().filter(|word| word.speaks() && !word.any(skipped));
    let Some(first) = words.next().filter(|_| clause.grammar.verb.is_none()) else { return (false, false) };
    let known = first.is(Class::Our) || first.spells(words!["the", "his", "her", "its", "their", "your"]);
    (known, is_indefinite(first))
}

fn is_indefinite(word: &Token) -> bool {
    word.spells(words!["a", "an", "another", "more", "extra"])
}
