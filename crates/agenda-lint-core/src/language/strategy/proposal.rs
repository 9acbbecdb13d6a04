//! Courses of action that a topic favours.

use super::evidence::is_noun;
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Found, Role};
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::token::{Shape, Token};

/// Whether a clause favours a course of action.
pub(super) fn proposes(parse: &Parse<'_>, clause: &Clause, index: usize, asked: bool) -> bool {
    let tokens = clause.tokens.clone();
    if clause.roles.has(Role::NoProposal) || is_told_of(parse, clause) || is_choice(parse, index) {
        return false;
    }
    if clause.says(Role::Proposal)
        && parse
            .cues_in(Role::Proposal, tokens)
            .any(|found| favours(parse, clause, found) && (!asked || clause.label || floats(parse, found)))
    {
        return true;
    }
    let opens = matches!(clause.lead, Lead::Sentence | Lead::More);
    if opens && orders(parse, clause) {
        return true;
    }
    let whole = opens && !clause.label;
    !asked
        && (opens && is_announced(parse, clause)
            || advises(parse, clause)
            || whole && decrees(parse, clause)
            || index == 0 && names_course(parse, clause) && !is_topic(parse, clause)
            || (whole || opens && clause.words <= 4) && limits(parse, clause)
            || forgoes(parse, clause))
}

/// Whether a proposal's cue favours a course here.
fn favours(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    let is = |at: usize, words: &[&str]| parse.tokens.get(at).is_some_and(|token| parse.is(token, words));
    let grammar = clause.grammar;
    let verb = grammar.verb.filter(|verb| *verb < found.start).map(|verb| &parse.tokens[verb]);
    // "Some say we should …"
    let theirs = grammar.subject == Subject::Other
        && verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Speech, Class::Thought])));
    // "they want to rent"
    let wished =
        is(found.start, &["want"]) && found.start > clause.tokens.start && grammar.subject != Subject::Writer;
    // "the age was 31 instead of 58"
    let compared = is(found.start, &["instead"])
        && grammar.verb.is_some()
        && found.start > 0
        && parse.tokens[found.start - 1].any(figure::NUMERIC)
        && parse.tokens.get(found.end).is_some_and(|next| next.any(figure::NUMERIC));
    !theirs && !wished && !compared && !praises(parse, clause, found)
}

/// "Consultants say: build a hub", "if it were up to Sales, we'd ship": a course that others favour.
fn is_told_of(parse: &Parse<'_>, clause: &Clause) -> bool {
    let Some(before) = parse.before(clause).filter(|before| before.line == clause.line) else { return false };
    let verb = before.grammar.verb.map(|verb| &parse.tokens[verb]);
    let others = before.grammar.subject == Subject::Other
        && verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Speech, Class::Thought])));
    let named = || before.words > 2 && parse.says(before, &["'s"]) && parse.says(before, &PROPOSALS);
    before.label && (others || named())
        || before.sentence == clause.sentence
            && before.lead == Lead::Condition
            && before.roles.has(Role::NoProposal)
            && !before.classes.has(Class::Us)
}

/// How many clauses a choice may span.
const CHOICE: usize = 4;

/// "Should we print, or go online?", "go or no-go": neither is favoured.
fn is_choice(parse: &Parse<'_>, index: usize) -> bool {
    let clause = &parse.clauses[index];
    let or = |at: usize| parse.tokens.get(at).is_some_and(|token| parse.is(token, &["or"]));
    let parted = |other: &Clause| {
        other.sentence == clause.sentence
            && !other.label
            && other.tokens.clone().any(|at| {
                or(at) && !parse.tokens.get(at + 1).is_some_and(|next| parse.is(next, &["not", "no"]))
            })
    };
    // "Sell the van? Keep it?"
    let other = |other: &Clause| {
        other.asks
            && other.sentence != clause.sentence
            && other.words <= 4
            && other.grammar.tense == Tense::Bare
    };
    or(clause.tokens.start + 1)
        || clause.asks && (parse.after(clause).is_some_and(other) || parse.before(clause).is_some_and(other))
        || (clause.asks || parse.says(clause, &["could", "might"]))
            && parse.clauses[index..].iter().take(CHOICE).any(parted)
}

/// "What if we …?", "Wouldn't it be better to …?": a question that favours its answer.
fn floats(parse: &Parse<'_>, found: &Found) -> bool {
    let word = |at: usize| parse.text(&parse.tokens[at]).to_ascii_lowercase();
    let opening = word(found.start);
    matches!(opening.as_str(), "what" | "why" | "how" | "wouldn't" | "shouldn't" | "couldn't")
        || found.end == found.start + 3 && word(found.end - 1) == "not"
}

/// "The wards should order centrally": what others should do.
fn advises(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    clause.grammar.subject == Subject::Other
        && clause.grammar.tense == Tense::Modal
        && verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Deed, Class::Course, Class::Get])))
        && parse.says(clause, &["should"])
}

/// "All contracts to go through one desk".
fn decrees(parse: &Parse<'_>, clause: &Clause) -> bool {
    let words = parse.words(clause);
    clause.grammar.verb.is_none()
        && words[0].is(Class::Quantifier)
        && words.windows(2).any(|pair| pair[0].is(Class::To) && pair[1].is(Class::Base))
}

const PROPOSALS: [&str; 5] = ["proposal", "idea", "suggestion", "recommendation", "pitch"];

/// "Proposal: joint intake for both clinics".
fn is_announced(parse: &Parse<'_>, clause: &Clause) -> bool {
    let label = parse.before(clause).filter(|before| before.label && before.line == clause.line);
    label.is_some_and(|label| {
        label.words <= 2 && parse.says(label, &PROPOSALS) && !label.classes.has(Class::Not)
    })
}

/// "Phone first", "weddings only in winter".
fn limits(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.words >= 3 && clause.grammar.tense == Tense::None && parse.says(clause, &["only", "first"])
}

/// "Would bring in 22k", "it would free a day": what a course is worth, and not the course.
fn praises(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    let is = |at: usize, words: &[&str]| parse.is(&parse.tokens[at], words);
    let pointed = found.start == clause.tokens.start || is(found.start - 1, &["it", "this", "that"]);
    // "It would be wiser to renovate"
    let is_be = found.start + 1 < parse.tokens.len() && is(found.start + 1, &["be"]);
    is(found.start, &["would"]) && pointed && !is_be && !clause.asks
}

/// "No more custom builds": what shall no longer be done.
fn forgoes(parse: &Parse<'_>, clause: &Clause) -> bool {
    let mut words = parse.words(clause).iter().filter(|word| word.speaks()).map(|word| parse.text(word));
    let is = |word: Option<&str>, other: &str| word.is_some_and(|word| word.eq_ignore_ascii_case(other));
    is(words.next(), "no")
        && is(words.next(), "more")
        && words.next().is_some_and(|third| !third.eq_ignore_ascii_case("than"))
        && !clause.classes.meets(Classes::of(&[Class::Burden, Class::Be, Class::Have]))
}

/// Whether a clause opens with the bare verb of a course: `Drop the free tier`, `so freeze hiring`.
fn orders(parse: &Parse<'_>, clause: &Clause) -> bool {
    let skipped = Classes::of(&[Class::Adverb, Class::And]);
    // "Don't renew the ad"
    let denied = |token: &Token| token.is(Class::Do) && token.is(Class::Not);
    let first = clause.tokens.clone().find(|at| {
        let token = &parse.tokens[*at];
        token.speaks() && !denied(token) && (!token.any(skipped) || token.is(Class::Course))
    });
    let Some(first) = first.filter(|first| can_order(parse, clause, *first)) else { return false };
    if parse.tokens[clause.tokens.start..first].iter().any(denied) {
        return true;
    }
    parse.tokens.get(first + 1).is_some_and(Token::speaks) && !heads_statement(parse, clause, first)
}

/// What one brings to a meeting.
const PAPERS: Classes =
    Classes::of(&[Class::Your, Class::Advice, Class::Document, Class::Pointer, Class::Day, Class::Weekday]);

const OBJECT: Classes = Classes::of(&[
    Class::Determiner,
    Class::Our,
    Class::Pronoun,
    Class::Count,
    Class::Quantifier,
    Class::Number,
]);

/// Whether the word at `first` is the bare verb of a course, or of another deed and its object: "Print the plan", and
/// not "Print edition".
fn can_order(parse: &Parse<'_>, clause: &Clause, first: usize) -> bool {
    let token = &parse.tokens[first];
    let idle = Classes::of(&[Class::Speech, Class::Thought, Class::Past, Class::Step]);
    let object =
        parse.tokens.get(first + 1).is_some_and(|next| next.any(OBJECT) && !next.is(Class::Nominative));
    // "sketch to follow"
    let promised = parse.tokens.get(first + 1).is_some_and(|next| next.is(Class::To));
    let deed = token.is(Class::Deed)
        && !token.any(idle)
        && !promised
        && (object || clause.words > 2 && !token.is(Class::Document))
        || token.is(Class::Have) && object;
    // "Bring the budget sheet on Monday"
    let errand =
        parse.is(token, &["bring", "remember", "note", "see", "look"]) && clause.classes.meets(PAPERS);
    token.is(Class::Base) && (token.is(Class::Course) || deed) && !errand
}

/// Whether the word at `first` is a noun before its verb: `Pilot results were good`, `Price is …`, "Demand exceeds the
/// plan", "Support hours per release have tripled"; and not "Bring repairs in-house", "Keep what is good".
fn heads_statement(parse: &Parse<'_>, clause: &Clause, first: usize) -> bool {
    const BREAKS: Classes = Classes::of(&[
        Class::Question,
        Class::That,
        Class::I,
        Class::Pronoun,
        Class::Moment,
        Class::Condition,
    ]);
    const ALWAYS: Classes = Classes::of(&[Class::Be, Class::Modal]);
    // "Pilot starts in May"
    const RUNS: Classes = Classes::of(&[
        Class::Begin,
        Class::Move,
        Class::Stative,
        Class::Sink,
        Class::Rise,
        Class::Fail,
        Class::Worsen,
        Class::Improve,
    ]);
    let token = |at: usize| parse.tokens.get(at).filter(|_| at < clause.tokens.end);
    let is = |at: usize, classes: Classes| token(at).is_some_and(|token| token.any(classes));
    let plain = |at: usize| !is(at, Classes::of(&[Class::Base, Class::Determiner]));
    let told = is(first + 1, Classes::of(&[Class::Third]))
        && (is(first + 2, OBJECT.with(Classes::of(&[Class::Us]))) || is(first + 1, RUNS));
    let near = (first + 1..clause.tokens.end.min(first + 3)).any(|at| {
        is(at, ALWAYS.with(Classes::of(&[Class::Have, Class::Past])))
            && plain(at)
            && !is(at - 1, Classes::of(&[Class::Determiner, Class::Our]))
    });
    let far = (first + 1..clause.tokens.end.min(first + 7)).take_while(|at| !is(*at, BREAKS)).any(|at| {
        let apart = parse.tokens[at].start > parse.tokens[at - 1].end;
        let perfect = at > first + 1
            && is(at, Classes::of(&[Class::Have]))
            && is(at + 1, Classes::of(&[Class::Participle]));
        is(at, ALWAYS.with(Classes::of(&[Class::Have]))) && apart && plain(at) || perfect
    });
    told || near || far
}

/// Words that name what is talked about, and not what shall be done.
const TOPICS: Classes = Classes::of(&[
    Class::Trouble,
    Class::Bad,
    Class::Metric,
    Class::Question,
    Class::Occasion,
    Class::Event,
    Class::Advice,
    Class::Document,
    Class::Month,
    Class::Ordinal,
    Class::Day,
]);

/// Whether a topic opens with a course of action as a noun: `A four-day week for the back office`.
fn names_course(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verbless = matches!(clause.grammar.tense, Tense::None | Tense::Bare | Tense::Gerund);
    if !verbless && !is_noun(parse, clause) {
        return false;
    }
    let words: Vec<&Token> = parse.words(clause).iter().filter(|word| word.speaks()).collect();
    let Some(first) = words.first() else { return false };
    let pointed = words.iter().any(|word| word.is(Class::Pointer) && !word.is(Class::Course));
    let text = parse.text(first);
    let opens = first.is(Class::Arrangement);
    let figure = first.shape == Shape::Number && text.ends_with('%');
    let limited = parse.says(clause, &["only"]);
    // "Joint clinic with the heart team: half of our patients see both."
    let linked = clause.label && words.len() >= 4 && words.iter().any(|word| word.is(Class::Preposition));
    let source = clause.roles.has(Role::Observation);
    // "Ward pharmacists on weekends, too": where or when it shall be so.
    let placed = is_placed(parse, clause) && words.len() >= 4 && !clause.classes.meets(TOPICS);
    // "More conferences, fewer weddings"
    let alone = words.len() > 1
        || !clause.label && parse.tokens.get(clause.tokens.end).is_some_and(|next| next.mark(b','));
    let shifts = alone && parse.is(first, &["more", "fewer", "less"]);
    // "Sunday opening": an action as a noun.
    let action = words.len() >= 2
        && words.len() <= 5
        && words.last().is_some_and(|last| {
            last.is(Class::Ing) && last.is(Class::Deed) || last.is(Class::Ing) && last.is(Class::Course)
        });
    !pointed
        && !figure
        && ((linked || action || placed || shifts) && !source
            || opens && words.len() >= 3
            || limited && words.len() >= 4
            || is_measure_noun(parse, &words))
}

/// "Remote work: how do we feel about it?": what a question is about, and what somebody else thought of.
fn is_topic(parse: &Parse<'_>, clause: &Clause) -> bool {
    let next = parse.tokens[clause.tokens.end..].iter().find(|token| token.speaks());
    let open = |next: &Token| next.is(Class::Empty) || clause.asks && next.is(Class::Question);
    clause.label && (next.is_some_and(open) || parse.says(clause, &PROPOSALS))
}

/// Whether a clause says where, when or with what, and not only of what: `in the back office`, `on weekends`.
fn is_placed(parse: &Parse<'_>, clause: &Clause) -> bool {
    const PLACES: [&str; 4] = ["in", "at", "per", "without"];
    let words = parse.words(clause);
    words.iter().skip(1).zip(words.iter().skip(2)).any(|(word, next)| {
        let text = parse.text(word);
        PLACES.contains(&text) || text == "on" && next.any(Classes::of(&[Class::Time, Class::Weekday]))
    })
}

/// `4-day week`, `four-day week`: a number and a noun that name an arrangement.
fn is_measure_noun(parse: &Parse<'_>, words: &[&Token]) -> bool {
    let Some([first, second]) = words.get(..2) else { return false };
    first.shape == Shape::Number
        && second.is(Class::Time)
        && parse.text(first).len() <= 2
        && parse.passage.text[first.end..second.start].contains('-')
}
