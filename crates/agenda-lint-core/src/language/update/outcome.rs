//! Results and effects, achieved or expected.

use std::ops::Range;

use super::{Sentence, risk, weight};
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::Role;
use crate::language::figure::{self, Kind};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::token::{Shape, Token};
use crate::language::trend::Turn;
use crate::language::{Hit, Signal};

/// Marks movements, measured states and effects.
pub(super) fn find(parse: &Parse<'_>, sentences: &[Sentence], hits: &mut Vec<Hit>) {
    for sentence in sentences {
        for trend in &sentence.trends {
            let clause = parse.clauses[sentence.clauses.clone()]
                .iter()
                .find(|clause| clause.tokens.contains(&trend.tokens.start));
            let wished = clause.is_some_and(|clause| is_wished(parse, clause));
            if !wished && (trend.measured || trend.turn == Turn::Good) {
                hits.push(parse.hit(Signal::Outcome, trend.tokens.clone()));
            }
        }
        for clause in &parse.clauses[sentence.clauses.clone()] {
            if !clause.label && !clause.quoted && tells_result(parse, clause, sentence) {
                hits.push(parse.hit(Signal::Outcome, clause.tokens.clone()));
            }
        }
    }
}

fn tells_result(parse: &Parse<'_>, clause: &Clause, sentence: &Sentence) -> bool {
    if weight(parse, Role::NoOutcome, clause) > 0 {
        return false;
    }
    // "no burns on the ward", "almost no returns"
    let first = clause.tokens.start + usize::from(parse.tokens[clause.tokens.start].is(Class::Adverb));
    let none = first < clause.tokens.end
        && matches!(parse.text(&parse.tokens[first]), "no" | "No" | "zero" | "Zero")
        && parse.tokens.get(first + 1).filter(|_| first + 1 < clause.tokens.end).is_some_and(|next| {
            let after = parse.tokens.get(first + 2).filter(|_| first + 2 < clause.tokens.end);
            // "no bug reported", "no mislabelled samples"; no "bug tracker".
            let whole = next.plural || after.is_some_and(|after| after.is(Class::Participle));
            next.is(Class::Burden) && whole || next.is(Class::Grim) && after.is_some_and(|after| after.plural)
        });
    if none
        || weight(parse, Role::Outcome, clause) >= 2
        || is_boon(parse, clause)
        || follows_change(parse, clause, sentence)
    {
        return true;
    }
    if !clause.classes.meets(figure::NUMERIC) || is_wished(parse, clause) || is_set(parse, clause) {
        return false;
    }
    // What a worry is about, or explains in brackets, is no result.
    let worry = match clause.lead {
        Lead::Aside => sentence.weight(parse, Role::Risk) >= 2,
        _ => risk::weigh(parse, clause) >= risk::SURE,
    };
    clause.tokens.clone().any(|at| {
        parse.tokens[at].any(figure::NUMERIC) && measures(parse, clause, &sentence.tokens, at, worry)
    })
}

/// Whether a clause says what is aimed at, and not what is: "We aim for 5% less".
fn is_wished(parse: &Parse<'_>, clause: &Clause) -> bool {
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    clause.grammar.tense == Tense::Future
        || verb.is_some_and(|verb| verb.any(Classes::of(&[Class::Intention, Class::Wish])))
}

/// Whether the label before a clause says that it is a goal being set: "Goal for June: 90%".
fn is_set(parse: &Parse<'_>, clause: &Clause) -> bool {
    let sets = |clause: &Clause| {
        let first = parse.text(&parse.tokens[clause.tokens.start]);
        ["goal", "target", "aim", "next", "milestone"].iter().any(|word| first.eq_ignore_ascii_case(word))
    };
    let said = sets(clause) && clause.grammar.tense == Tense::State;
    said || parse.before(clause).is_some_and(|before| {
        let first = &parse.tokens[before.tokens.start];
        before.label && sets(before) && (before.classes.has(Class::Preposition) || first.is(Class::Near))
    })
}

/// Whether others do what the writer works for: "The landlord agreed", "both buyers renewed".
fn is_boon(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect);
    let own = matches!(grammar.subject, Subject::Other) && grammar.own;
    let object = grammar.verb.and_then(|at| parse.tokens.get(at + 1)).is_some_and(|next| {
        // "The council approved the plan", and not "plan approved", "agreement signed".
        next.capital && next.speaks()
            || next.any(figure::NUMERIC)
            || next.any(Classes::of(&[Class::Determiner, Class::Our, Class::Pronoun, Class::Us, Class::To]))
                && !parse.text(next).eq_ignore_ascii_case("by")
                && !parse.text(next).eq_ignore_ascii_case("off")
    });
    let moves = verb.is_some_and(|verb| !verb.is(Class::Base) || grammar.tense != Tense::Past);
    let settles = told && object && moves && verb.is_some_and(|verb| verb.is(Class::Boon));
    // "Users find the export now": people do what they did not do before.
    let first = parse.words(clause).iter().find(|word| word.speaks());
    let people =
        first.is_some_and(|first| first.any(Classes::of(&[Class::Person, Class::Nominative, Class::Result])));
    let now = || parse.words(clause).iter().any(|word| parse.text(word).eq_ignore_ascii_case("now"));
    // "Marta now owns the rota": who does what is no result.
    let named = first.is_some_and(|first| first.capital && !first.known && first.classes.is_empty());
    let changed =
        (people && grammar.tense == Tense::State || grammar.tense == Tense::Present) && now() && !named;
    // "The vendor knocked 9k off", "the choir filled the hall": somebody did something to a thing.
    let idle = [
        Class::Neutral,
        Class::Speech,
        Class::Thought,
        Class::Stative,
        Class::Harm,
        Class::Fail,
        Class::Be,
        Class::Have,
    ];
    // "took three hours" is no feat.
    let lasted = grammar.verb.is_some_and(|at| figure::kind(parse, at + 1) == Some(Kind::Duration));
    let acted = told
        && !lasted
        && clause.classes.meets(figure::NUMERIC)
        && object
        && moves
        && verb.is_some_and(|verb| !verb.any(Classes::of(&idle)) && !verb.is(Class::Get));
    // "Nobody complained", "the server hasn't crashed since": a harm that did not happen.
    let spared = (told || grammar.tense == Tense::Passive)
        && grammar.negated
        && verb.is_some_and(|verb| {
            verb.any(Classes::of(&[Class::Harm, Class::Fail]))
                || clause.classes.has(Class::Nobody) && verb.is(Class::Worsen)
        });
    if own && spared {
        return true;
    }
    let comes = told && moves && verb.is_some_and(|verb| is_success(parse, clause, verb));
    // "They will extend to all three plants": a promise of theirs.
    // "The union agreed", and not "data agreement signed"
    const SKIPPED: Classes =
        Classes::of(&[Class::Determiner, Class::Our, Class::Quantifier, Class::Number, Class::Count]);
    const PARTY: Classes = Classes::of(&[Class::Person, Class::Nominative, Class::Result]);
    const VERBAL: Classes = Classes::of(&[Class::Past, Class::Have, Class::Adverb, Class::Participle]);
    let words = parse.words(clause);
    let head =
        words.iter().position(|word| word.speaks() && (!word.any(SKIPPED) || word.is(Class::Nominative)));
    let party = head.is_some_and(|head| {
        words[head].any(PARTY) && words.get(head + 1).is_some_and(|next| next.any(VERBAL))
    });
    let promised = grammar.tense == Tense::Future && people && verb.is_some_and(|verb| verb.is(Class::Boon))
        || people && wants_more(parse, clause);
    // "They've renewed", and not "agreement signed".
    let decided = told && (people || party) && moves && verb.is_some_and(|verb| verb.is(Class::Boon));
    own && !grammar.negated
        && (settles || changed || acted || comes || promised || decided)
        && risk::weigh(parse, clause) < risk::SURE
}

/// "Both pilots want to carry on": others wish for more of it.
fn wants_more(parse: &Parse<'_>, clause: &Clause) -> bool {
    const MORE: [&str; 9] = ["carry", "continue", "stay", "keep", "use", "copy", "order", "book", "repeat"];
    let wish =
        clause.grammar.verb.filter(|at| clause.tokens.contains(at) && parse.tokens[*at].is(Class::Wish));
    let end = clause.tokens.end;
    wish.is_some_and(|at| {
        let to = parse.tokens.get(at + 1).filter(|_| at + 2 < end).is_some_and(|to| to.is(Class::To));
        let verb = parse.tokens.get(at + 2);
        to && verb.is_some_and(|verb| verb.is(Class::Boon) || MORE.contains(&parse.text(verb)))
    })
}

/// "Both apprentices passed", "the offer was accepted": a verb that tells of success by itself.
fn is_success(parse: &Parse<'_>, clause: &Clause, verb: &Token) -> bool {
    const SUCCEEDS: [&str; 13] = [
        "passed",
        "accepted",
        "succeeded",
        "graduated",
        "qualified",
        "worked",
        "replicated",
        "recovered",
        "won",
        "healed",
        "thrived",
        "flourished",
        "converged",
    ];
    let text = parse.text(verb);
    let rest =
        parse.words(clause).iter().skip_while(|word| word.start <= verb.start).find(|word| word.speaks());
    let plain = rest.is_none_or(|next| !next.is(Class::Particle));
    plain && SUCCEEDS.iter().any(|success| text.eq_ignore_ascii_case(success))
}

/// Whether a clause tells what came of a change: "After the cache change | the run finishes before four".
fn follows_change(parse: &Parse<'_>, clause: &Clause, sentence: &Sentence) -> bool {
    let grammar = clause.grammar;
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect | Tense::Present | Tense::State);
    if grammar.subject != Subject::Other || !told || clause.lead == Lead::Moment {
        return false;
    }
    let change = parse.clauses[sentence.clauses.clone()].iter().any(|before| {
        let first = parse.words(before).first().map_or("", |first| parse.text(first));
        let opens = first.eq_ignore_ascii_case("after") || first.eq_ignore_ascii_case("since");
        let changes = Classes::of(&[Class::Event, Class::Deed, Class::Course, Class::Deliver]);
        opens && before.tokens.end <= clause.tokens.start && before.classes.meets(changes)
    });
    change && risk::weigh(parse, clause) < risk::SURE
}

/// Whether the figure at `at` is a result: a share, a value of a measure, a number of people won.
fn measures(parse: &Parse<'_>, clause: &Clause, sentence: &Range<usize>, at: usize, feared: bool) -> bool {
    let Some(kind) = figure::kind(parse, at) else { return !feared && gains(parse, clause, at) };
    let tokens = clause.tokens.clone();
    let before =
        at.checked_sub(1).filter(|before| *before >= tokens.start).map(|before| &parse.tokens[before]);
    let signed = before.is_some_and(|before| matches!(before.shape, Shape::Mark(b'+' | b'-')));
    if feared && !signed {
        return false;
    }
    if kind != Kind::Duration && is_won(parse, clause, at) {
        return true;
    }
    let near = |classes: Classes, before: usize, after: usize| {
        (sentence.start.max(at.saturating_sub(before))..tokens.end.min(at + after))
            .any(|at| parse.tokens[at].any(classes))
    };
    // "goes to 1,200 parents", "starts with 3 sites": whom or what for, and not how many came.
    let object = before.is_some_and(|before| before.any(Classes::of(&[Class::Preposition, Class::To])));
    let settled = !matches!(clause.grammar.tense, Tense::Present | Tense::Modal);
    let counts = Classes::of(&[Class::Result]);
    let result = !object && settled && near(counts, if kind == Kind::Ratio { 3 } else { 0 }, 4);
    let measure = near(Classes::of(&[Class::Metric, Class::Gain, Class::Burden]), 4, 3);
    let at_value = before.is_some_and(|before| parse.text(before) == "at");
    let effort = is_effort(parse, clause) && clause.grammar.verb != Some(tokens.start + 1)
        || kind == Kind::Plain && is_handled(parse, clause, at);
    match kind {
        Kind::Percent => (!effort || signed || at_value) && !is_progress(parse, at),
        // "half of the cases fail": what is told is the fault.
        Kind::Ratio
            if parse.tokens[at].is(Class::Count)
                && clause.classes.meets(Classes::of(&[Class::Fail, Class::Grim, Class::Trouble])) =>
        {
            false
        }
        Kind::Ratio => {
            let told = clause.grammar.subject == Subject::Other
                && !matches!(clause.grammar.tense, Tense::Modal | Tense::Future)
                && clause.grammar.verb.is_some_and(|verb| !parse.tokens[verb].is(Class::Stative));
            // "3 of 5 chapters drafted", but "9 of 12 customers migrated".
            let people = near(Classes::of(&[Class::Result, Class::Person]), 0, 4);
            !effort && (people || !is_handled(parse, clause, at)) && (result || measure || told)
        }
        Kind::Money => !effort && (measure || weight(parse, Role::Gained, clause) > 0),
        Kind::Duration if is_timed(parse, clause, at) => true,
        Kind::Duration => !effort && (measure || is_bounded(parse, clause, at)),
        Kind::Plain => {
            signed && measure
                || !effort
                    && (result
                        || measure
                        || is_counted(parse, clause, at)
                        || is_rate(parse, clause, at)
                        || is_bounded(parse, clause, at)
                        || is_taken(parse, clause, at))
        }
    }
}

/// "62% spent", "80% done": how far one is, and not what came of it.
fn is_progress(parse: &Parse<'_>, at: usize) -> bool {
    // "40% coded"
    let coded = parse
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.is(Class::Participle) && next.is(Class::Deed) && !next.is(Class::Boon))
        && !parse.tokens.get(at + 2).is_some_and(|after| after.speaks());
    let done = ["done", "complete", "completed", "spent", "finished", "written", "through", "ready", "used"];
    coded || parse.tokens[at + 1..].iter().take(2).any(|next| done.contains(&parse.text(next)))
}

/// "brought in 12 leads", "won 3 of 4 tenders": the verb says that it was won.
fn is_won(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let told = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::Present);
    told && clause.grammar.verb.is_some_and(|verb| verb < at && parse.tokens[verb].is(Class::Win))
}

/// "8 stayed", "40 families came": how many others did it.
fn is_counted(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let grammar = clause.grammar;
    let heads = at == clause.tokens.start && grammar.verb == Some(at + 1);
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect);
    let did = |verb: usize| {
        at < verb && verb <= at + 3 && !parse.text(&parse.tokens[verb]).eq_ignore_ascii_case("left")
    };
    (grammar.subject == Subject::Other || heads) && told && grammar.verb.is_some_and(did)
}

/// "31 bugs filed": what was done with them is an effort.
fn is_handled(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    (at + 1..clause.tokens.end.min(at + 4))
        .any(|at| parse.tokens[at].is(Class::Participle) && parse.tokens[at].is(Class::Deed))
}

/// "1,100 riders a day": how much of it there is by now.
fn is_rate(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    (at + 1..clause.tokens.end.min(at + 4)).any(|at| {
        let per = matches!(parse.text(&parse.tokens[at]), "a" | "per");
        per && parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Time))
    })
}

/// "all samples above 40 MPa", "loads in under 2 s": a value and the bound that it keeps.
fn is_bounded(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= clause.tokens.start);
    let bound = before.is_some_and(|before| {
        ["above", "below", "under", "within", "over"]
            .iter()
            .any(|word| parse.text(&parse.tokens[before]).eq_ignore_ascii_case(word))
    });
    let told = matches!(
        clause.grammar.tense,
        Tense::None | Tense::State | Tense::Past | Tense::Perfect | Tense::Present
    );
    bound && told && clause.grammar.subject != Subject::Writer && clause.lead != Lead::Condition
}

/// "We got three new volunteers out of the fair": people won, their number spelt out.
fn gains(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let told = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::State);
    let won = Classes::of(&[Class::Win, Class::Get]);
    let verb = clause.grammar.verb.filter(|verb| *verb < at && parse.tokens[*verb].any(won));
    told && verb.is_some()
        && parse.tokens[at + 1..].iter().take(2).any(|next| next.is(Class::Result) && next.plural)
}

/// "The suite runs in 6 min": how long it takes, and not when it begins.
fn is_timed(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let grammar = clause.grammar;
    let verb = grammar.verb.and_then(|verb| parse.tokens.get(verb));
    let coming =
        Classes::of(&[Class::Move, Class::Begin, Class::Be, Class::Stative, Class::Expect, Class::Have]);
    grammar.subject == Subject::Other
        && grammar.own
        && grammar.tense == Tense::Present
        && verb.is_some_and(|verb| !verb.any(coming) && !verb.any(Classes::of(&[Class::Harm, Class::Fail])))
        && at > clause.tokens.start
        && matches!(parse.text(&parse.tokens[at - 1]), "in" | "within" | "under")
}

/// "The fair made 4,380 for the roof": a sum, and nothing counted by it.
fn is_taken(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const TAKES: [&str; 9] =
        ["made", "raised", "collected", "took", "netted", "grossed", "fetched", "earned", "brought"];
    let noun = parse.tokens.get(at + 1).is_some_and(|next| next.speaks() && !next.is(Class::Preposition));
    let verb = clause.grammar.verb.filter(|verb| *verb < at && at - verb <= 3);
    let takes =
        |verb: usize| TAKES.iter().any(|take| parse.text(&parse.tokens[verb]).eq_ignore_ascii_case(take));
    !noun && verb.is_some_and(takes)
}

/// Whether the clause tells what the writer did, so that its figures count effort.
fn is_effort(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    // "71% would recommend us"
    let counted = parse.tokens[clause.tokens.start].any(figure::NUMERIC);
    let own = matches!(grammar.subject, Subject::Writer | Subject::Missing)
        && !(counted && grammar.tense == Tense::Modal);
    let done = matches!(
        grammar.tense,
        Tense::Past
            | Tense::Perfect
            | Tense::Progressive
            | Tense::Gerund
            | Tense::Bare
            | Tense::Future
            | Tense::Modal
    );
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let effect = Classes::of(&[Class::Win, Class::Better, Class::Sink, Class::Rise, Class::Have, Class::Get]);
    own && done && verb.is_some_and(|verb| !verb.any(effect) && !parse.text(verb).contains('-'))
}
