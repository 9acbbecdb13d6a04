//! What a strategy topic should tell: its proposal, evidence and size.

use super::class::{Class, Classes};
use super::clause::{Clause, Lead};
use super::cue::Role;
use super::figure::{self, Kind};
use super::grammar::{Subject, Tense};
use super::parse::Parse;
use super::spans::Spans;
use super::token::{Shape, Token};
use super::{Hit, Signal};

/// Finds the parts; `hits` holds the asks already.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    let (asks, count) = (Spans::of(hits, &[Signal::Ask]), hits.len());
    for (index, clause) in parse.clauses.iter().enumerate() {
        if clause.quoted {
            continue;
        }
        let asked = asks.cover(&parse.bytes(clause.tokens.clone()));
        let proposes = proposes(parse, clause, index, asked);
        if asked && proposes {
            float(parse, clause, count, hits);
        }
        if proposes {
            hits.push(parse.hit(Signal::Proposal, clause.tokens.clone()));
        }
        let sizes = sizes(parse, clause);
        if sizes && (proposes || !asked) {
            hits.push(parse.hit(Signal::Size, clause.tokens.clone()));
        }
        if !asked && shows(parse, clause, proposes, sizes) {
            hits.push(parse.hit(Signal::Evidence, clause.tokens.clone()));
        }
    }
}

/// "What if we …?" floats a course and asks nothing in particular.
///
/// The first `count` hits are the asks, in order.
fn float(parse: &Parse<'_>, clause: &Clause, count: usize, hits: &mut Vec<Hit>) {
    let open = ["what", "how", "why", "maybe"];
    let first = parse.text(&parse.tokens[clause.tokens.start]).to_ascii_lowercase();
    let start = parse.bytes(clause.tokens.clone()).start;
    let asks = &hits[..count];
    let near = &asks[asks.partition_point(|hit| hit.range.end <= start)..];
    let ask =
        near.iter().find(|hit| hit.signal == Signal::Ask).filter(|hit| hit.range.contains(&start)).cloned();
    if let Some(ask) = ask.filter(|_| open.contains(&first.as_str())) {
        hits.push(Hit { signal: Signal::VagueAsk, ..ask });
    }
}

/// Whether a clause favours a course of action.
fn proposes(parse: &Parse<'_>, clause: &Clause, index: usize, asked: bool) -> bool {
    let tokens = clause.tokens.clone();
    if clause.roles.has(Role::NoProposal) {
        return false;
    }
    let cued = clause.says(Role::Proposal)
        && parse.cues_in(Role::Proposal, tokens).any(|found| {
            !asked
                || matches!(
                    parse.text(&parse.tokens[found.start]).to_ascii_lowercase().as_str(),
                    "what" | "why" | "how" | "wouldn't" | "shouldn't" | "couldn't"
                )
        });
    if cued {
        return true;
    }
    let opens = matches!(clause.lead, Lead::Sentence | Lead::More);
    if opens && orders(parse, clause) {
        return true;
    }
    // "The wards should order centrally": what others should do.
    let modal =
        || clause.tokens.clone().any(|at| parse.text(&parse.tokens[at]).eq_ignore_ascii_case("should"));
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    let advised = clause.grammar.subject == Subject::Other
        && clause.grammar.tense == Tense::Modal
        && verb.is_some_and(|verb| verb.is(Class::Deed) || verb.is(Class::Course) || verb.is(Class::Get))
        && modal();
    if advised && !asked {
        return true;
    }
    let limited = || {
        let mut words = parse.words(clause).iter().filter(|word| word.speaks());
        clause.words >= 3
            && clause.grammar.tense == Tense::None
            && words.any(|word| {
                ["only", "first"].iter().any(|limit| parse.text(word).eq_ignore_ascii_case(limit))
            })
    };
    !asked
        && (index == 0 && names_course(parse, clause)
            || opens && (!clause.label || clause.words <= 4) && limited()
            || forgoes(parse, clause))
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
    let Some(first) = first.filter(|first| {
        let token = &parse.tokens[*first];
        let idle = Classes::of(&[Class::Speech, Class::Thought, Class::Past, Class::Step]);
        // A verb that is no course by itself needs more to be an order: "Print the plan", not "Print edition".
        let object = parse.tokens.get(first + 1).is_some_and(|next| {
            next.any(Classes::of(&[
                Class::Determiner,
                Class::Our,
                Class::Pronoun,
                Class::Count,
                Class::Quantifier,
                Class::Number,
            ])) && !next.is(Class::Nominative)
        });
        let deed = token.is(Class::Deed) && !token.any(idle) && (object || clause.words > 2)
            || token.is(Class::Have) && object;
        token.is(Class::Base) && (token.is(Class::Course) || deed)
    }) else {
        return false;
    };
    // `Pilot results were good`, `Price is …`: a noun before its verb.
    let finite = Classes::of(&[Class::Be, Class::Have, Class::Modal, Class::Past]);
    let next = parse.tokens.get(first + 1);
    // "Demand exceeds the plan", and not "Bring repairs in-house".
    let object =
        Classes::of(&[Class::Determiner, Class::Our, Class::Count, Class::Number, Class::Us, Class::Pronoun]);
    let told = next.is_some_and(|next| next.is(Class::Third))
        && parse
            .tokens
            .get(first + 2)
            .filter(|_| first + 2 < clause.tokens.end)
            .is_some_and(|next| next.any(object));
    let noun = (first + 1..clause.tokens.end.min(first + 3)).any(|at| {
        parse.tokens[at].any(finite)
            && !parse.tokens[at].any(Classes::of(&[Class::Base, Class::Determiner]))
            && !parse.tokens[at - 1].any(Classes::of(&[Class::Determiner, Class::Our]))
    });
    // "Support hours per release have tripled"
    let breaks = Classes::of(&[
        Class::Question,
        Class::That,
        Class::I,
        Class::Pronoun,
        Class::Moment,
        Class::Condition,
    ]);
    let behind = (first + 1..clause.tokens.end.min(first + 7))
        .take_while(|at| !parse.tokens[*at].any(breaks))
        .any(|at| {
            parse.tokens[at].any(Classes::of(&[Class::Be, Class::Have, Class::Modal]))
                && parse.tokens[at].start > parse.tokens[at - 1].end
                && !parse.tokens[at].any(Classes::of(&[Class::Base, Class::Determiner]))
                || at > first + 1
                    && parse.tokens[at].is(Class::Have)
                    && parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Participle))
        });
    next.is_some_and(Token::speaks) && !noun && !told && !behind
}

/// Whether a topic opens with a course of action as a noun: `A four-day week for the back office`.
fn names_course(parse: &Parse<'_>, clause: &Clause) -> bool {
    let words: Vec<&Token> = parse.words(clause).iter().filter(|word| word.speaks()).collect();
    let Some(first) = words.first() else { return false };
    let verbless = matches!(clause.grammar.tense, Tense::None | Tense::Bare | Tense::Gerund);
    let pointed = words.iter().any(|word| word.is(Class::Pointer) && !word.is(Class::Course));
    let text = parse.text(first);
    const OPENINGS: [&str; 24] = [
        "a",
        "an",
        "new",
        "one",
        "no",
        "more",
        "fewer",
        "less",
        "another",
        "second",
        "third",
        "extra",
        "joint",
        "shared",
        "common",
        "own",
        "separate",
        "single",
        "dedicated",
        "central",
        "free",
        "combined",
        "bigger",
        "smaller",
    ];
    let opens = OPENINGS.iter().any(|word| text.eq_ignore_ascii_case(word));
    let figure = first.shape == Shape::Number && text.ends_with('%');
    let limits = words.iter().any(|word| parse.text(word).eq_ignore_ascii_case("only"));
    // "Joint clinic with the heart team: half of our patients see both."
    let linked = clause.label && words.len() >= 4 && words.iter().any(|word| word.is(Class::Preposition));
    let source = clause.roles.has(Role::Observation);
    // "Ward pharmacists on weekends, too": where or when it shall be so.
    const TOPICS: Classes = Classes::of(&[
        Class::Trouble,
        Class::Bad,
        Class::Metric,
        Class::Question,
        Class::Occasion,
        Class::Event,
    ]);
    let placed = is_placed(parse, clause) && words.len() >= 4 && !clause.classes.meets(TOPICS);
    // "More conferences, fewer weddings"
    let shifts =
        words.len() >= 2 && ["more", "fewer", "less"].iter().any(|word| text.eq_ignore_ascii_case(word));
    // "Sunday opening": an action as a noun.
    let action = words.len() >= 2
        && words.len() <= 5
        && words.last().is_some_and(|last| {
            last.is(Class::Ing) && last.is(Class::Deed) || last.is(Class::Ing) && last.is(Class::Course)
        });
    verbless
        && !pointed
        && !figure
        && ((linked || action || placed || shifts) && !source
            || opens && words.len() >= 3
            || limits && words.len() >= 4
            || is_measure_noun(parse, &words))
}

/// Whether a clause says where, when or with what, and not only of what: `in the back office`, `on weekends`.
fn is_placed(parse: &Parse<'_>, clause: &Clause) -> bool {
    const PLACES: [&str; 9] = ["in", "at", "per", "without", "with", "across", "into", "from", "through"];
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

/// Whether a clause tells the magnitude of a gain or a cost.
fn sizes(parse: &Parse<'_>, clause: &Clause) -> bool {
    let tokens = clause.tokens.clone();
    if clause.roles.has(Role::Size) {
        return true;
    }
    let spends = |at: usize| {
        let around = tokens.start.max(at.saturating_sub(5))..tokens.end.min(at + 5);
        parse.tokens[around].iter().any(|token| {
            let word = parse.text(token);
            token.is(Class::Scale)
                || [
                    "save", "saves", "saved", "saving", "cost", "costs", "costing", "worth", "spend",
                    "spends", "takes", "take", "earns", "bring", "brings",
                ]
                .iter()
                .any(|verb| word.eq_ignore_ascii_case(verb))
        })
    };
    let numeric = clause.classes.meets(figure::NUMERIC);
    numeric
        && tokens.clone().any(|at| match figure::kind(parse, at) {
            Some(Kind::Money) => true,
            Some(Kind::Duration) => spends(at),
            Some(Kind::Percent | Kind::Ratio) => false,
            Some(Kind::Plain) => {
                spends(at) || is_rate(parse, at) || is_sum(parse, at) || is_staff(parse, clause, at)
            }
            None => false,
        })
}

/// `2k`, `1.5bn`, where nothing is counted by it.
fn is_sum(parse: &Parse<'_>, at: usize) -> bool {
    let text = parse.text(&parse.tokens[at]).to_ascii_lowercase();
    let counts =
        parse.tokens.get(at + 1).is_some_and(|next| next.any(Classes::of(&[Class::Result, Class::Gain])));
    !counts && text.ends_with(['k', 'm']) && text.as_bytes()[0].is_ascii_digit() || text.ends_with("bn")
}

/// `roughly 9 roles`, with no verb: how many the course is about.
fn is_staff(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let staff = Classes::of(&[Class::Rank, Class::Role]);
    let next = parse.tokens.get(at + 1);
    let posts = ["roles", "posts", "positions", "jobs", "hires"];
    let short = clause.tokens.len() <= 4;
    short
        && next.is_some_and(|next| {
            next.any(staff) || posts.iter().any(|post| parse.text(next).eq_ignore_ascii_case(post))
        })
}

/// `1,100 a month`, `1.2k/month`.
fn is_rate(parse: &Parse<'_>, at: usize) -> bool {
    let next = parse.tokens.get(at + 1);
    let after = parse.tokens.get(at + 2);
    let per = next.is_some_and(|next| {
        next.mark(b'/') || ["a", "per", "each"].iter().any(|word| parse.text(next).eq_ignore_ascii_case(word))
    });
    per && after.is_some_and(|after| after.is(Class::Time))
}

/// Whether a clause observes something that speaks for a course.
fn shows(parse: &Parse<'_>, clause: &Clause, proposes: bool, sizes: bool) -> bool {
    let tokens = clause.tokens.clone();
    let numeric = clause.classes.meets(figure::NUMERIC);
    if clause.lead == Lead::Condition
        || clause.label && !(numeric && tokens.clone().any(|at| figure::kind(parse, at).is_some()))
    {
        return false;
    }
    let before = parse.before(clause);
    let sourced = before.is_some_and(|before| before.label && before.roles.has(Role::Observation));
    // "I keep coming back to it"
    let muses = clause.grammar.subject == Subject::Writer && clause.grammar.tense == Tense::Present;
    let observed = clause.says(Role::Observation)
        && !muses
        && parse.cues_in(Role::Observation, tokens.clone()).any(|found| found.weight > 1);
    // "Focus on the big accounts this year": an order observes nothing.
    let ordered = proposes && matches!(clause.grammar.tense, Tense::Bare | Tense::None);
    let recent = numeric && !muses && !proposes && clause.says(Role::Observation);
    if sourced || recent || observed && !clause.label && !ordered {
        return true;
    }
    let pointed = clause.classes.has(Class::Pointer)
        && parse.words(clause).iter().any(|word| word.is(Class::Pointer) && !word.is(Class::Course));
    if clause.grammar.verb.is_none() && pointed {
        return false;
    }
    if numeric && !(sizes && clause.grammar.verb.is_none()) && is_windowed(parse, clause) {
        return true;
    }
    if proposes {
        return false;
    }
    let grammar = clause.grammar;
    let share = |at: usize| matches!(figure::kind(parse, at), Some(Kind::Percent | Kind::Ratio));
    let count = |at: usize| figure::kind(parse, at) == Some(Kind::Plain);
    // "Same 70 people click in both": a verb that nobody lists is a verb yet.
    let tells = || grammar.verb.is_some() || tokens.len() > 4 && !is_staffing(parse, clause);
    let measured = numeric && (tokens.clone().any(share) || !sizes && tells() && tokens.clone().any(count));
    // "We are losing small customers": what happens to the writer is observed as well.
    let befalls = grammar.subject == Subject::Writer
        && matches!(grammar.tense, Tense::Progressive | Tense::Past | Tense::Perfect)
        && grammar.verb.and_then(|at| parse.tokens.get(at)).is_some_and(|verb| verb.is(Class::Harm));
    // "orders down every quarter since 2021"
    let moved = grammar.verb.is_none()
        && clause.classes.meets(Classes::of(&[Class::Rise, Class::Sink]))
        && clause.classes.meets(Classes::of(&[Class::Gain, Class::Burden, Class::Metric]))
        && clause.words > 2
        && clause.classes.meets(figure::NUMERIC.with(Classes::of(&[Class::Time])));
    // "We've had four wrong runs"
    let counted = numeric
        && !sizes
        && grammar.subject == Subject::Writer
        && matches!(grammar.tense, Tense::Past | Tense::Perfect)
        && grammar.verb.and_then(|at| parse.tokens.get(at)).is_some_and(|verb| !verb.is(Class::Thought));
    measured
        || counted
        || befalls
        || moved
        || grammar.subject == Subject::Other && observes(parse, clause, sizes)
}

/// Whether a clause counts posts: `9 posts`, `roughly 9 roles`.
fn is_staffing(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.tokens.clone().any(|at| is_staff(parse, clause, at))
}

/// Whether a clause says what others do or did, or how things compare.
fn observes(parse: &Parse<'_>, clause: &Clause, sizes: bool) -> bool {
    const DEGREES: Classes =
        Classes::of(&[Class::Better, Class::Worse, Class::Rise, Class::Sink, Class::Less, Class::Count]);
    let Some(verb) = clause.grammar.verb.and_then(|at| parse.tokens.get(at)) else { return false };
    let telling = clause.classes.meets(DEGREES.with(figure::NUMERIC));
    let compares =
        |at: usize| parse.tokens[at].any(DEGREES) || figure::kind(parse, at) == Some(Kind::Duration);
    let acts =
        [Class::Deed, Class::Serve, Class::Course, Class::Feat, Class::Fail, Class::Worsen, Class::Harm];
    match clause.grammar.tense {
        Tense::Past | Tense::Perfect => !verb.is(Class::Pointer),
        // "The season starts in May"
        Tense::Present
            if verb.is(Class::Begin)
                && clause.classes.meets(Classes::of(&[Class::Month, Class::Weekday])) =>
        {
            false
        }
        Tense::Present => {
            !sizes && (verb.any(Classes::of(&acts)) || telling && clause.tokens.clone().any(compares))
        }
        Tense::Progressive => !sizes,
        Tense::State => !sizes && telling && clause.tokens.clone().any(compares),
        _ => false,
    }
}

/// `two pages in 9 months`: a count over a stretch of time.
fn is_windowed(parse: &Parse<'_>, clause: &Clause) -> bool {
    let counted = |at: usize| parse.tokens[at].is(Class::Count) || parse.tokens[at].shape == Shape::Number;
    let stretch = clause.tokens.clone().find(|at| {
        figure::kind(parse, *at) == Some(Kind::Duration)
            && *at > clause.tokens.start
            && ["in", "over", "within"].contains(&parse.text(&parse.tokens[at - 1]))
    });
    stretch.is_some_and(|stretch| (clause.tokens.start..stretch).any(counted))
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Line, Passage, Setting, Signal, UserCues};

    #[test]
    fn a_course_an_observation_and_a_size_are_told_apart() {
        for (text, wanted) in [
            ("Drop the free tier.", "p"),
            ("Let's open a second site; four of six finalists turned us down.", "pe"),
            ("A four-day week for the back office: the trial team closed the same number of files.", "pe"),
            ("Move the archive to cold storage; saves 11k a year.", "ps"),
            ("38% of tickets are about invoices.", "e"),
            ("The market is worth 2bn.", "s"),
            ("Let's align on the strategy.", ""),
            ("We need to be bolder.", ""),
            ("Print edition", ""),
        ] {
            let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
            let passage = Passage { text, lines: &lines, opaque: &[] };
            let reading = language::read(&passage, Setting::Strategy, &UserCues::default());
            let signals = [('p', Signal::Proposal), ('e', Signal::Evidence), ('s', Signal::Size)];
            let found: String =
                signals.iter().filter(|(_, signal)| reading.has(*signal)).map(|(c, _)| c).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
