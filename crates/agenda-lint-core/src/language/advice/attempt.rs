//! What the writer did against the problem.

use super::habit::{is_habit, takes_up};
use super::{Part, Slot, is_denied};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Role, Roles};
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::slot;
use crate::language::spelt::words;
use crate::language::token::Token;

/// Marks the clauses that tell of something done; says whether there are any.
pub(super) fn find(parse: &Parse<'_>, parts: &mut [Part]) -> bool {
    let mut acts = false;
    for (clause, part) in parse.clauses.iter().zip(&mut *parts) {
        part.attempt = is_attempt(parse, clause, *part);
        acts |= part.attempt;
    }
    acts
}

/// Words that a deed's verb must not be: it tells what happened to one, or what one thought.
pub(super) const NO_DEED: Classes = Classes::of(&[Class::State, Class::Thought, Class::Be, Class::Have]);

/// Without a subject it may be somebody else's: "Dropped to 71".
const OTHERS_DEED: Classes = Classes::of(&[Class::Worsen]);

fn is_attempt(parse: &Parse<'_>, clause: &Clause, part: Part) -> bool {
    if clause.quoted || part.ask || clause.lead == Lead::Condition {
        return false;
    }
    if is_refused(parse, clause) {
        return clause.says(Role::Attempt)
            && parse.cues_in(Role::Attempt, clause.tokens.clone()).any(|found| found.weight > 2);
    }
    match part.slot {
        Some(Slot::Attempt) if !slot::is_empty(parse, clause) => {
            return !matches!(clause.grammar.tense, Tense::Future | Tense::Modal | Tense::Missed);
        }
        Some(Slot::Situation | Slot::Problem) if clause.grammar.subject == Subject::Missing => return false,
        Some(Slot::Label) => return false,
        _ => {}
    }
    if presses(parse, clause) {
        return true;
    }
    let hangs = || hangs(parse, clause) || is_every_time(parse, clause);
    if matches!(clause.lead, Lead::Cause | Lead::Moment | Lead::Relative) || hangs() {
        return false;
    }
    // "Maybe I'll sit with him once a week": a plan.
    let would = || {
        let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
        clause.grammar.tense == Tense::Modal
            && verb.is_some_and(|verb| verb.is(Class::Base) && !verb.is(Class::Past))
            && parse.says(clause, words!["would", "could", "might", "may", "should"])
    };
    let ahead =
        clause.grammar.subject == Subject::Writer && (clause.grammar.tense == Tense::Future || would());
    if clause.says(Role::Attempt) && !ahead {
        // "The officer's had a word with them" is somebody else's, "they swapped at my request" is not; and of "my web
        // searches were not much use" it is the use that is denied.
        let cues = || parse.cues_in(Role::Attempt, clause.tokens.clone());
        let subject = || clause.grammar.verb.is_some_and(|verb| cues().any(|found| found.end <= verb));
        let asked = || cues().any(|found| found.weight > 3);
        return subject() || !clause.grammar.negated && (clause.grammar.subject != Subject::Other || asked());
    }
    is_deed(parse, clause)
}

/// Whether it says that nothing was tried, or that something is only meant: "I planned to", but not "I asked what they
/// plan to do". What was done by mistake is against nothing.
pub(super) fn is_refused(parse: &Parse<'_>, clause: &Clause) -> bool {
    const REFUSED: Roles = Roles::of(&[Role::NoAttempt, Role::Untried]);
    let until = clause.grammar.verb.map_or(clause.tokens.end, |verb| verb + 1);
    let mut cues = [Role::NoAttempt, Role::Untried]
        .into_iter()
        .flat_map(|role| parse.cues_in(role, clause.tokens.clone()));
    clause.roles.meets(REFUSED) && cues.any(|found| found.start < until || found.weight > 2)
}

/// "now that I've passed", "so much that I skipped half", "or let it run", "since the day I left": no sentence of its
/// own.
pub(super) fn hangs(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.unwrap_or(clause.tokens.start);
    let before = &parse.tokens[clause.tokens.start..verb];
    let dated =
        |words: &[Token]| words[0].spells(words!["the"]) && words[1].is(Class::Time) && words[2].is(Class::I);
    clause.classes.has(Class::Time) && before.windows(3).any(dated)
        || clause.classes.has(Class::That) && before.iter().any(|word| word.is(Class::That))
        || clause.lead == Lead::More && before.first().is_some_and(|first| first.spells(words!["or"]))
}

/// "When I ask him to clear up | he does it days later": an appeal, told by the way.
fn presses(parse: &Parse<'_>, clause: &Clause) -> bool {
    if clause.lead != Lead::Moment {
        return false;
    }
    let grammar = clause.grammar;
    let Some(verb) = grammar.verb else { return false };
    let asks = grammar.subject == Subject::Writer
        && !grammar.negated
        && matches!(grammar.tense, Tense::Past | Tense::Present)
        && parse.tokens[verb]
            .spells(words!["ask", "asked", "tell", "told", "remind", "reminded", "beg", "begged"]);
    asks && parse.tokens[verb..clause.tokens.end].iter().skip(2).any(|word| word.is(Class::To))
}

/// "Every time I put them on it": when it happens, where "every time I asked" says what was tried.
fn is_every_time(parse: &Parse<'_>, clause: &Clause) -> bool {
    let [every, time, who, ..] = parse.words(clause) else { return false };
    every.spells(words!["every", "each"])
        && time.spells(words!["time"])
        && who.any(Classes::of(&[Class::I, Class::Us]))
        && clause.grammar.verb.is_some_and(|verb| parse.tokens[verb].is(Class::Base))
}

/// Whether the clause says that the writer did something.
fn is_deed(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let own = grammar.may_be_own();
    let Some(at) = grammar.verb else { return false };
    let Some(verb) = parse.tokens.get(at).filter(|_| own && !is_denied(parse, clause)) else { return false };
    let rest = &parse.tokens[at + 1..clause.tokens.end.max(at + 1)];
    // "Went sour", "bit flat": how things are.
    let turns = rest.first().is_some_and(|next| next.is(Class::Bad))
        && !rest.iter().skip(1).any(Token::speaks)
        && grammar.subject == Subject::Missing;
    // "Went from 9 to 31 minutes | after the merge": how it moved, and no cut that one made.
    let moved = grammar.subject == Subject::Missing
        && parse.after(clause).is_some_and(|next| next.lead == Lead::Moment)
        && matches!(rest, [from, figure, ..] if from.spells(words!["from"]) && figure.any(figure::NUMERIC));
    // "Forecast's out by a third": a noun.
    let named = rest.first().is_some_and(|next| next.is(Class::Be) && next.start == verb.end);
    // "I froze when she asked", "given that he left"
    let suffers = [Role::Problem, Role::Situation]
        .into_iter()
        .any(|role| clause.says(role) && parse.cues_in(role, at..at + 1).next().is_some());
    // "40 booked, 12 came": others.
    let counted = at == clause.tokens.start + 1
        && grammar.subject == Subject::Missing
        && parse.tokens[at - 1].any(Classes::of(&[Class::Number, Class::Count]));
    // "well paid", "badly lit"
    let described = at + 1 == clause.tokens.end
        && at > clause.tokens.start
        && grammar.subject == Subject::Missing
        && parse.tokens[at - 1].spells(words!["well", "badly", "poorly", "highly"]);
    // "I've taught this book for two years": one's work.
    let standing = grammar.tense == Tense::Perfect
        && !verb.any(Classes::of(&[Class::Appeal, Class::Remedy, Class::Speech]))
        && parse.says(clause, words!["years"])
        && parse.says(clause, words!["for"]);
    // "I told nobody"
    let nobody = rest.first().is_some_and(|next| next.is(Class::Nobody))
        || rest.len() > 1 && rest[0].spells(words!["no"]) && rest[1].spells(words!["one"]);
    if nobody
        || verb.quoted
        || turns
        || moved
        || named
        || suffers
        || counted
        || described
        || standing
        || confesses(verb, rest)
    {
        return false;
    }
    if takes_up(parse, clause, verb, rest) {
        return true;
    }
    let caused = verb.is(Class::Past) && verb.any(Classes::of(&[Class::Have, Class::Get]));
    match grammar.tense {
        Tense::Past | Tense::Perfect if verb.is(Class::Deed) && !verb.any(NO_DEED) => {
            // "Shrunk the pictures"
            let object =
                || rest.first().is_some_and(|next| next.any(Classes::of(&[Class::Determiner, Class::Our])));
            grammar.subject == Subject::Writer || !verb.any(OTHERS_DEED) || object()
        }
        Tense::Past if acts_on(verb, rest) => true,
        Tense::Past | Tense::Perfect | Tense::State => caused && (gets_done(rest) || goes_on(parse, clause)),
        // "After the first time | I'd put my name on it": had.
        Tense::Modal => {
            let had =
                at > 0 && parse.tokens[at - 1].end - parse.tokens[at - 1].start == 2 && verb.is(Class::Past);
            let since = parse
                .before(clause)
                .is_some_and(|before| before.sentence == clause.sentence && before.lead == Lead::Moment);
            grammar.subject == Subject::Writer && had && since && verb.is(Class::Deed)
        }
        // "I was asking the others": a learner's past.
        Tense::Progressive => {
            let was = parse.tokens[clause.tokens.start..at]
                .iter()
                .any(|word| word.is(Class::Be) && word.is(Class::Past));
            was && grammar.subject == Subject::Writer
                && verb.is(Class::Appeal)
                && clause.lead != Lead::Contrast
        }
        Tense::Present | Tense::Bare => is_habit(parse, clause, verb, rest),
        _ => false,
    }
}

/// "There, I said it", "I've admitted it": told to who reads it.
fn confesses(verb: &Token, rest: &[Token]) -> bool {
    let object = rest.split_first().is_some_and(|(next, after)| {
        next.spells(words!["it", "that", "so"]) && !after.iter().any(Token::speaks)
    });
    object && verb.spells(words!["said", "admitted", "confessed"])
}

/// "Hid the date column", "doubled the film": a verb that nobody lists as a deed, done to a thing.
fn acts_on(verb: &Token, rest: &[Token]) -> bool {
    const BEFALLS: Classes = NO_DEED.with(Classes::of(&[
        Class::Harm,
        Class::Fail,
        Class::Get,
        Class::Speech,
        Class::Stative,
        Class::Win,
        Class::Begin,
        Class::Expect,
        Class::Base,
    ]));
    const OBJECT: Classes = Classes::of(&[Class::Determiner, Class::Our]);
    let object = rest.first().is_some_and(|first| first.any(OBJECT) && !first.is(Class::Pronoun));
    verb.is(Class::Past) && !verb.any(BEFALLS) && object && rest.len() > 1
}

/// "had them sign it", "got two volunteers signed up": somebody was made to do something.
fn gets_done(rest: &[Token]) -> bool {
    let object = Classes::of(&[Class::Determiner, Class::Pronoun, Class::Person]);
    let acts = Classes::of(&[Class::Base, Class::Participle]);
    rest.first().is_some_and(|first| first.any(object) || first.capital || !first.any(acts))
        && rest.iter().skip(1).take(5).any(|word| word.any(acts) && !word.is(Class::Be))
        && rest.iter().take(4).any(|word| {
            // "we had one double dosing"
            let pronoun = word.is(Class::Pronoun) && !word.is(Class::Determiner);
            word.is(Class::Person) || pronoun || word.capital
        })
}

/// "got her sister (don't ask) | to set it up": the deed stands behind the brackets.
fn goes_on(parse: &Parse<'_>, clause: &Clause) -> bool {
    matches!(&parse.clauses[clause.index + 1..], [aside, next, ..] if aside.lead == Lead::Aside
        && next.sentence == clause.sentence
        && next.grammar.tense == Tense::Infinitive)
}

/// "a deposit (which people complained about)": what stands in brackets, or explains the item before.
pub(super) fn is_aside(parse: &Parse<'_>, at: usize) -> bool {
    let clause = &parse.clauses[at];
    let opened = || parse.tokens[..clause.tokens.start].last().is_some_and(|mark| mark.mark(b'('));
    clause.lead == Lead::Aside || clause.lead == Lead::Relative && opened()
}

/// Whether a clause says what came of it: that it did not help, that things "still" are as they are, or a figure.
pub(super) fn is_result(parse: &Parse<'_>, clause: &Clause) -> bool {
    const FIGURE: Classes = Classes::of(&[Class::Number, Class::Count]);
    let first = parse.words(clause).first();
    let figure = clause.words <= 4 && first.is_some_and(|first| first.any(FIGURE) || first.mark(b'+'));
    says_result(parse, clause) || figure && clause.grammar.verb.is_none()
}

/// The same, but for figures: "two emails" may be what was done.
pub(super) fn says_result(parse: &Parse<'_>, clause: &Clause) -> bool {
    // "has stood still"
    let stands =
        || parse.words(clause).windows(2).any(|pair| pair[1].is(Class::Still) && pair[0].is(Class::State));
    clause.says(Role::NoHelp) || clause.classes.has(Class::Still) && !clause.asks && !stands()
}
