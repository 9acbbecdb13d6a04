//! Figures that count effort, or how far one is, and tell no result.

use crate::language::class::{Class, Classes};
use crate::language::clause::Clause;
use crate::language::figure;
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// Whether the clause tells what the writer did, so that its figures count effort.
pub(super) fn is_effort(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    // "71% would recommend us"
    let counted = parse.tokens[clause.tokens.start].any(figure::NUMERIC);
    let own = grammar.may_be_own() && !(counted && grammar.tense == Tense::Modal);
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
    // "pass rate 91%" passes nothing.
    let named = grammar.tense == Tense::Bare
        && grammar
            .verb
            .and_then(|at| parse.tokens.get(at + 1))
            .is_some_and(|next| next.spells(words!["rate", "rates", "score", "scores", "time", "times"]));
    let effect = Classes::of(&[Class::Win, Class::Better, Class::Sink, Class::Rise, Class::Have, Class::Get]);
    own && done && !named && verb.is_some_and(|verb| !verb.any(effect) && !parse.text(verb).contains('-'))
}

/// "14 intro calls this week", "26 demos, 9 proposals out": what one has been busy with, counted without a verb.
pub(super) fn is_activity(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    const ACTS: [u32; 24] = spelt([
        "calls",
        "demos",
        "visits",
        "interviews",
        "meetings",
        "sessions",
        "workshops",
        "emails",
        "mails",
        "letters",
        "flyers",
        "leaflets",
        "posters",
        "envelopes",
        "slides",
        "pages",
        "drafts",
        "trainings",
        "walkthroughs",
        "presentations",
        "talks",
        "trips",
        "chats",
        "posts",
    ]);
    let first = parse.words(clause).iter().find(|word| word.speaks());
    let opens = first.is_some_and(|first| first.start == parse.tokens[at].start);
    // "14 intro calls this week": "calls" may be taken for the verb.
    let done =
        |act: usize| parse.tokens[act].spells(&ACTS) && clause.grammar.verb.is_none_or(|verb| verb == act);
    opens && (at + 1..clause.tokens.end.min(at + 4)).any(done)
}

/// "Worked the pipeline; 9 calls, 3 proposals out": what the effort before came to.
pub(super) fn lists_effort(parse: &Parse<'_>, clause: &Clause) -> bool {
    const NEAR: usize = 3;
    let at = clause.index;
    clause.grammar.verb.is_none()
        && parse.clauses[at.saturating_sub(NEAR)..at].iter().any(|before| {
            before.sentence == clause.sentence && before.grammar.verb.is_some() && is_effort(parse, before)
        })
}

/// "31 bugs filed": what was done with them is an effort; not so "nine suppliers have sent offers".
pub(super) fn is_handled(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let grammar = clause.grammar;
    let others = grammar.subject == Subject::Other && grammar.tense == Tense::Perfect;
    // "118 signed up"
    let themselves = (at + 2) < clause.tokens.end
        && grammar.verb == Some(at + 1)
        && parse.tokens[at + 2].is(Class::Particle);
    // "Roughly half of the stock is counted", "2 of 5 aisles relabelled"
    let reach = match () {
        () if parse.tokens[at].is(Class::Count) => 7,
        () if figure::whole_of(parse, at).is_some() => 6,
        () => 4,
    };
    !others
        && !themselves
        && (at + 1..clause.tokens.end.min(at + reach)).any(|at| {
            parse.tokens[at].is(Class::Participle)
                && parse.tokens[at].is(Class::Deed)
                && !parse.tokens[at].is(Class::Win)
        })
}

/// "Half of the stocktake is done", "five of us went": how far one is, and who of us it was.
pub(super) fn is_share_done(parse: &Parse<'_>, clause: &Clause, at: usize) -> bool {
    let us = || parse.tokens.get(at + 2).is_some_and(|whole| whole.is(Class::Us));
    let done = words!["done", "finished", "written", "complete", "completed", "ready"];
    parse.tokens[at].is(Class::Count) && (us() || parse.says(clause, done))
}

/// "62% spent", "80% done": how far one is, and not what came of it.
pub(super) fn is_progress(parse: &Parse<'_>, at: usize) -> bool {
    const DONE: [u32; 9] =
        spelt(["done", "complete", "completed", "spent", "finished", "written", "through", "ready", "used"]);
    // "40% coded"
    let coded = parse
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.is(Class::Participle) && next.is(Class::Deed) && !next.is(Class::Boon))
        && !parse.tokens.get(at + 2).is_some_and(Token::speaks);
    // "through 40% of the interviews"
    let through = at > 0 && parse.tokens[at - 1].spells(words!["through"]);
    coded || through || parse.tokens[at + 1..].iter().take(2).any(|next| next.spells(&DONE))
}
