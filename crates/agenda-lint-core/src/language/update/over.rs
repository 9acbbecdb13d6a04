//! What was a danger and is none now, or was never the writer's.

use super::Sentence;
use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;

/// What one feels.
const FELT: [u32; 11] = spelt([
    "nervous",
    "worried",
    "anxious",
    "afraid",
    "scared",
    "stressed",
    "concerned",
    "upset",
    "angry",
    "sad",
    "frustrated",
]);

/// "Was worried the fair would flop when Jo left", "I had feared a strike": what one feared then.
pub(super) fn was_feared(parse: &Parse<'_>, sentence: &Sentence<'_>) -> bool {
    let mut words = parse.tokens[sentence.tokens.clone()].iter().filter(|word| word.speaks());
    let mut next = words.next();
    if next.is_some_and(|first| first.any(Classes::of(&[Class::I, Class::Us]))) {
        next = words.next();
    }
    let (Some(was), Some(felt)) = (next, words.next()) else { return false };
    was.spells(words!["was", "were"]) && felt.spells(&FELT)
        || was.spells(words!["had", "'d"]) && felt.spells(words!["feared", "dreaded"])
}

/// "Two drivers left. Not our problem": what the writer shrugs off.
pub(super) fn is_dismissed(parse: &Parse<'_>, sentence: &Sentence<'_>) -> bool {
    const OURS: [u32; 8] =
        spelt(["problem", "headache", "concern", "business", "worry", "issue", "trouble", "circus"]);
    let last = &sentence.clauses[sentence.clauses.len() - 1];
    parse.after(last).is_some_and(|next| match parse.words(next) {
        [not, whose, what, ..] => not.spells(words!["not"]) && whose.is(Class::Our) && what.spells(&OURS),
        _ => false,
    })
}

/// "In November they were red", "I was very nervous", "code that everybody was afraid of": how it stood or what one felt
/// then is no danger now.
pub(super) fn is_over(parse: &Parse<'_>, clause: &Clause) -> bool {
    const STOOD: [u32; 15] = spelt([
        "red", "amber", "yellow", "orange", "at", "behind", "off", "overdue", "blocked", "stuck", "held",
        "stranded", "frozen", "shut", "closed",
    ]);
    const WAS: [Class; 2] = [Class::Be, Class::Past];
    if !WAS.iter().all(|class| clause.classes.has(*class)) || clause.classes.has(Class::Still) {
        return false;
    }
    let was = |word: &Token| WAS.iter().all(|class| word.is(*class));
    let own = clause.grammar.subject != Subject::Other || clause.lead == Lead::Relative;
    let words = parse.words(clause);
    (1..words.len()).any(|at| {
        was(&words[at - 1]) && words[at].spells(&STOOD)
            || own && words[at].spells(&FELT) && words[at.saturating_sub(2)..at].iter().any(was)
    })
}

/// "Met two of the regulars who left": which ones it was, and no news.
pub(super) fn picks_out(parse: &Parse<'_>, clause: &Clause) -> bool {
    let deed = |before: &Clause| {
        before.grammar.may_be_own() && before.grammar.tense == Tense::Past && before.grammar.verb.is_some()
    };
    let asked_for =
        |before: &Clause| before.lead == Lead::Condition && before.grammar.subject == Subject::Reader;
    // "If you know anyone who is missing, let us know"
    if clause.lead == Lead::Relative && parse.before(clause).is_some_and(asked_for) {
        return true;
    }
    clause.lead == Lead::Relative
        && (clause.grammar.tense == Tense::Past || clause.classes.has(Class::Past))
        && clause.tokens.start.checked_sub(1).is_some_and(|before| parse.tokens[before].speaks())
        && parse.before(clause).is_some_and(deed)
}

/// "Cell count is down to 140, best since the new liners": what moved did so for the better.
#[inline(never)]
pub(super) fn is_best(parse: &Parse<'_>, sentence: &Sentence<'_>) -> bool {
    sentence.clauses.iter().any(|clause| clause.classes.has(Class::Good))
        && parse.tokens[sentence.tokens.clone()].windows(2).any(|pair| {
            pair[0].spells(words!["best"])
                && pair[1].spells(words!["since", "in", "ever", "yet", "result", "of"])
        })
}

/// "They stay on and chat, | which they never did": what is new with them.
pub(super) fn was_never(parse: &Parse<'_>, clause: &Clause) -> bool {
    match parse.words(clause) {
        [which, they, never, did, rest @ ..] => {
            which.spells(words!["which"])
                && they.is(Class::Nominative)
                && never.spells(words!["never"])
                && did.spells(words!["did", "used"])
                && rest.iter().filter(|word| word.speaks()).count() < 3
        }
        _ => false,
    }
}
