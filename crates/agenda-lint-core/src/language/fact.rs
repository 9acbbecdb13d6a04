//! Questions that somebody can answer who knows: they owe no framing.

use super::Hit;
use super::class::{Class, Classes};
use super::clause::Clause;
use super::grammar::Subject;
use super::parse::Parse;
use super::spelt::words;
use super::token::Token;

/// What one may or should take, and what is good or bad, is a matter of judgement.
const JUDGED: Classes =
    Classes::of(&[Class::Modal, Class::Better, Class::Worse, Class::Good, Class::Bad, Class::Too]);

/// Whether the other person, or somebody else, knows the answer.
pub(super) fn is_known(parse: &Parse<'_>, hit: &Hit) -> bool {
    is_closed(parse, hit) || is_looked_up(parse, hit) || is_wish(parse, hit) || is_on_record(parse, hit)
}

/// The tokens from a byte on.
pub(super) fn tokens_from<'p>(parse: &'p Parse<'_>, byte: usize) -> &'p [Token] {
    &parse.tokens[parse.tokens.partition_point(|token| token.start < byte)..]
}

/// The clauses that begin in a hit.
pub(super) fn clauses_in<'p>(parse: &'p Parse<'_>, hit: &Hit) -> impl Iterator<Item = &'p Clause> {
    let byte = |clause: &Clause| parse.tokens[clause.tokens.start].start;
    let first = parse.clauses.partition_point(|clause| byte(clause) < hit.range.start);
    let end = hit.range.end;
    parse.clauses[first..].iter().take_while(move |clause| byte(clause) < end)
}

/// Whether any word of the clauses that begin in a hit can be of these classes.
pub(super) fn holds(parse: &Parse<'_>, hit: &Hit, classes: Classes) -> bool {
    clauses_in(parse, hit).any(|clause| clause.classes.meets(classes))
}

/// "Is the offsite happening?", "Does Rosa's contract end in April?": how a thing stands, which somebody knows.
fn is_closed(parse: &Parse<'_>, hit: &Hit) -> bool {
    const ASKS: Classes = Classes::of(&[Class::Be, Class::Do, Class::Have]);
    const WEIGHED: Classes =
        Classes::of(&[Class::Good, Class::Bad, Class::Grim, Class::Too, Class::Better, Class::Worse]);
    const VAGUE: Classes =
        Classes::of(&[Class::I, Class::Us, Class::You, Class::Pronoun, Class::Nobody, Class::Adverb]);
    let [first, second, ..] = tokens_from(parse, hit.range.start) else { return false };
    if !first.any(ASKS) {
        return false;
    }
    // "Is Ana ready to lead?": a matter of judgement.
    let judged = || {
        const WORDS: &[u32] = words!["enough", "ready", "worth", "warrant", "warrants", "right", "idea"];
        holds(parse, hit, WEIGHED) || clauses_in(parse, hit).any(|clause| parse.says(clause, WORDS))
    };
    // "Is there a way", "is it normal", "do we"
    let named = !second.any(VAGUE)
        || second.is(Class::Determiner) && !second.spells(words!["this", "that", "these", "those"]);
    named
        && second.speaks()
        && !second.spells(words!["there", "it"])
        && !parse.text(first).contains(['\'', '’'])
        && !judged()
}

/// "Which rev of the spec we use, D or E?", "How many days of leave survive past March?": one of two that are named, or a
/// number, which somebody knows; what one may or should take is a matter of judgement.
fn is_looked_up(parse: &Parse<'_>, hit: &Hit) -> bool {
    let names_two = || {
        let asked = &parse.tokens[..parse.tokens.partition_point(|token| token.end <= hit.range.end)];
        let words = asked.iter().rposition(Token::speaks).map_or(&[][..], |last| &asked[..=last]);
        matches!(words, [.., comma, _, or, _] if or.spells(words!["or"]) && comma.mark(b','))
    };
    let [first, second, ..] = tokens_from(parse, hit.range.start) else { return false };
    // "How many people do I need"
    let counts = || second.spells(words!["many", "much"]) && !holds(parse, hit, Classes::of(&[Class::I]));
    let asks = first.spells(words!["how"]) && counts() || first.spells(words!["which"]) && names_two();
    asks && !holds(parse, hit, JUDGED)
}

/// "What do you expect of the intern?", "Which format do you prefer?", "Do you also read the annex?": what the other person
/// wants or does.
fn is_wish(parse: &Parse<'_>, hit: &Hit) -> bool {
    const ASKS: &[u32] = words!["what", "which", "when", "where", "who"];
    const WISHES: &[u32] = words!["expect", "want", "need", "require"];
    const HABITS: &[u32] = words!["also", "still", "already", "usually", "normally", "always"];
    let asked = tokens_from(parse, hit.range.start);
    let [first, second, third, ..] = asked else { return false };
    // "Do you want to join?" offers what may want a word of why.
    let offers = asked.get(3).is_some_and(|fourth| fourth.is(Class::To));
    let does = first.is(Class::Do)
        && second.is(Class::You)
        && (third.spells(HABITS) || third.spells(WISHES) && !offers);
    let wishes = || {
        let mut words = asked.windows(3).take(6);
        words.any(|words| match words {
            [helper, you, verb] if helper.is(Class::Do) && you.is(Class::You) => {
                // "What do you prefer?" chooses between what one has told.
                verb.spells(WISHES) || verb.spells(words!["prefer"]) && first.spells(words!["which"])
            }
            [you, like, to] => you.is(Class::You) && like.spells(words!["like"]) && to.is(Class::To),
            _ => false,
        })
    };
    // "What do you want me to do?" asks for counsel.
    let is_own = || holds(parse, hit, Classes::of(&[Class::I, Class::Us]));
    (does || first.spells(ASKS) && wishes()) && !is_own()
}

/// "Who decides on the venue?", "What are the next deadlines?": what is written down somewhere.
fn is_on_record(parse: &Parse<'_>, hit: &Hit) -> bool {
    const RECORDS: &[u32] = words![
        "deadline",
        "deadlines",
        "date",
        "dates",
        "budget",
        "limit",
        "policy",
        "rule",
        "rules",
        "rate",
        "price",
        "address",
        "number",
        "timeline",
        "timing",
        "time",
        "cost"
    ];
    // "What is the right price?"
    const WEIGHED: &[u32] = words![
        "right",
        "fair",
        "best",
        "smart",
        "smartest",
        "wise",
        "realistic",
        "reasonable",
        "sensible",
        "ideal"
    ];
    const DECIDES: &[u32] = words![
        "decides", "approves", "owns", "signs", "pays", "covers", "chairs", "runs", "gets", "has", "knows",
        "does", "is"
    ];
    let [first, second, ..] = tokens_from(parse, hit.range.start) else { return false };
    let decides = first.spells(words!["who"]) && second.spells(DECIDES);
    let named = || clauses_in(parse, hit).any(|clause| parse.says(clause, RECORDS));
    let is_named = first.spells(words!["what"]) && second.is(Class::Be) && named();
    let is_weighed = || clauses_in(parse, hit).any(|clause| parse.says(clause, WEIGHED));
    (decides || is_named) && !holds(parse, hit, JUDGED) && !is_weighed()
}

/// "Does it end in April or doesn't it?", "Is it on, yes or no?": who insists on one of two wants to know, and no counsel.
pub(super) fn is_pressed(parse: &Parse<'_>, hit: &Hit) -> bool {
    let asked = &parse.tokens[..parse.tokens.partition_point(|token| token.end <= hit.range.end)];
    let words = asked.iter().rposition(Token::speaks).map_or(&[][..], |last| &asked[..=last]);
    let denies =
        |word: &Token| word.any(Classes::of(&[Class::Do, Class::Be, Class::Have])) && word.is(Class::Not);
    let pressed = match words {
        [.., or, verb, it] if denies(verb) => or.spells(words!["or"]) && it.is(Class::Pronoun),
        [.., yes, or, no] => yes.spells(words!["yes"]) && or.spells(words!["or"]) && no.spells(words!["no"]),
        _ => false,
    };
    pressed && is_closed(parse, hit)
}

/// "The handbook says 5, Workday says 8": that papers do not agree is no trouble of one's own.
pub(super) fn is_read_out(parse: &Parse<'_>, hit: &Hit) -> bool {
    const BAD: Classes = Classes::of(&[Class::Bad, Class::Trouble, Class::Grim, Class::Poor, Class::Person]);
    let says = |clause: &Clause| {
        let verb = clause.grammar.verb.map(|verb| &parse.tokens[verb]);
        let told = verb.is_some_and(|verb| verb.spells(words!["says", "say", "reads", "shows", "states"]));
        told && clause.grammar.subject == Subject::Other && !clause.classes.meets(BAD)
    };
    clauses_in(parse, hit).all(says)
}
