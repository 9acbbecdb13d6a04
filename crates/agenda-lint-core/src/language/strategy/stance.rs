//! Whether the writer stands behind a course: what others favour and what is still to choose is no proposal.

use crate::language::class::{Class, Classes};
use crate::language::clause::{Clause, Lead};
use crate::language::cue::{Found, Role};
use crate::language::grammar::{Subject, Tense};
use crate::language::parse::Parse;
use crate::language::spelt::{spelt, words};

/// What a course is called that one puts forward.
pub(super) const PROPOSALS: [u32; 5] = spelt(["proposal", "idea", "suggestion", "recommendation", "pitch"]);

/// "Proposal: joint intake for both clinics".
pub(super) fn is_announced(parse: &Parse<'_>, clause: &Clause) -> bool {
    let label = parse.before(clause).filter(|before| before.label && before.line == clause.line);
    label.is_some_and(|label| {
        // "Suggestion box: empty" and "Proposal deadline: Friday" name things.
        let named = parse.words(label).iter().rfind(|word| word.speaks());
        label.words <= 2
            && named.is_some_and(|last| last.spells(&PROPOSALS))
            && !label.classes.has(Class::Not)
    })
}

/// "Consultants say: build a hub", "if it were up to Sales, we'd ship": a course that others favour.
pub(super) fn is_told_of(parse: &Parse<'_>, clause: &Clause) -> bool {
    let Some(before) = parse.before(clause).filter(|before| before.line == clause.line) else { return false };
    let says = |verb: usize| parse.tokens[verb].any(Classes::of(&[Class::Speech, Class::Thought]));
    let others = || before.grammar.subject == Subject::Other && before.grammar.verb.is_some_and(says);
    let named = || before.words > 2 && parse.says(before, words!["'s"]) && parse.says(before, &PROPOSALS);
    before.label && (others() || named())
        || before.sentence == clause.sentence
            && before.lead == Lead::Condition
            && before.roles.has(Role::NoProposal)
            && !before.classes.has(Class::Us)
}

/// How many clauses a choice may span.
const CHOICE: usize = 4;

/// "Should we print, or go online?", "go or no-go": neither is favoured.
pub(super) fn is_choice(parse: &Parse<'_>, clause: &Clause) -> bool {
    if !clause.asks && !clause.classes.meets(Classes::of(&[Class::And, Class::Modal])) {
        return false;
    }
    let or = |at: usize| {
        parse.tokens.get(at).is_some_and(|token| token.is(Class::And) && token.spells(words!["or"]))
    };
    let parted = |other: &Clause| {
        other.sentence == clause.sentence
            && !other.label
            && other.classes.has(Class::And)
            && other.tokens.clone().any(|at| {
                or(at) && !parse.tokens.get(at + 1).is_some_and(|next| next.spells(words!["not", "no"]))
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
        || (clause.asks || clause.classes.has(Class::Modal) && parse.says(clause, words!["could", "might"]))
            && parse.clauses[clause.index..].iter().take(CHOICE).any(parted)
}

/// "Somebody said | that we should move", "not sure whether we should", "I thought we should, but no longer": a course
/// that others name, or that the writer doubts or has given up.
pub(super) fn is_doubted(parse: &Parse<'_>, clause: &Clause, found: &Found) -> bool {
    // "I wonder if we need", "not sure we need"
    let said = &parse.tokens[clause.tokens.start..found.start];
    let asks = || said.iter().skip(1).any(|word| word.spells(words!["if", "whether"]));
    let own = clause.grammar.verb.is_some_and(|verb| verb < found.end);
    if asks() || own && is_unsure(parse, clause, found.end) || is_given_up(parse, clause) {
        return true;
    }
    let hangs = parse.words(clause)[0].spells(words!["that", "if", "whether"]);
    let before =
        parse.before(clause).filter(|before| hangs && before.sentence == clause.sentence && !before.label);
    before.is_some_and(|before| {
        let reports = before.grammar.verb.is_some_and(|verb| {
            parse.tokens[verb].any(Classes::of(&[Class::Speech, Class::Thought, Class::Wish]))
                || parse.tokens[verb].spells(words!["suggested", "suggests", "recommended", "proposed"])
        });
        let others = before.grammar.subject == Subject::Other || before.grammar.tense == Tense::Passive;
        reports && others || is_unsure(parse, before, before.tokens.end)
    })
}

/// "I have no strong opinion, | but maybe we should …": what hardly counts as favoured.
pub(super) fn is_lukewarm(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.lead == Lead::Contrast
        && parse.before(clause).is_some_and(|before| {
            before.classes.has(Class::Not) && parse.says(before, words!["opinion", "view", "preference"])
        })
}

/// "I'm not sure", "I doubt", "no idea": the writer does not know.
fn is_unsure(parse: &Parse<'_>, clause: &Clause, end: usize) -> bool {
    const DOUBTS: [u32; 7] =
        spelt(["doubt", "wonder", "unsure", "unclear", "undecided", "wondering", "sceptical"]);
    const SURE: [u32; 10] = spelt([
        "sure",
        "convinced",
        "know",
        "say",
        "clear",
        "certain",
        "decided",
        "idea",
        "tell",
        "persuaded",
    ]);
    let words = &parse.tokens[clause.tokens.start..end];
    words.iter().any(|word| word.spells(&DOUBTS))
        || words.iter().any(|word| word.is(Class::Not)) && words.iter().any(|word| word.spells(&SURE))
}

/// "I thought we should move, but I no longer think so".
fn is_given_up(parse: &Parse<'_>, clause: &Clause) -> bool {
    let thought = clause.grammar.subject == Subject::Writer
        && clause.grammar.tense == Tense::Past
        && clause.grammar.verb.is_some_and(|verb| parse.tokens[verb].is(Class::Thought));
    thought
        && parse
            .after(clause)
            .is_some_and(|next| next.sentence == clause.sentence && next.lead == Lead::Contrast)
}
