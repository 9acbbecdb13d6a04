//! Labels that say what an update tells under them: `Risk: …`, `Blocker: …`, `Impact: …`, `Mitigation: …`.

use crate::language::class::Class;
use crate::language::clause::Clause;
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::slot;
use crate::language::spelt::{spelt, words};
use crate::language::token::Token;
use crate::language::{Hit, Signal};

const RISKS: [u32; 8] =
    spelt(["risk", "risks", "danger", "dangers", "threat", "threats", "worry", "worries"]);
const BLOCKERS: [u32; 2] = spelt(["blocker", "blockers"]);
const OUTCOMES: [u32; 7] = spelt(["outcome", "outcomes", "impact", "impacts", "effect", "effects", "result"]);
const MITIGATIONS: [u32; 5] =
    spelt(["mitigation", "mitigations", "workaround", "countermeasure", "countermeasures"]);

/// What such labels name.
#[derive(Clone, Copy, Default)]
pub(super) struct Named {
    /// A risk, and nothing is said behind it.
    pub(super) risk: bool,
    /// A risk or a blocker behind which more is said, which may be what is done about it.
    pub(super) more: bool,
}

/// Marks what stands under such a label, and takes back what a label says that is filled with nothing.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) -> Named {
    let mut named = Named::default();
    for label in &parse.clauses {
        let Some(signal) = announced(parse, label) else { continue };
        let own = parse.bytes(label.tokens.clone());
        hits.retain(|hit| hit.signal != signal || !own.contains(&hit.range.start));
        let Some(content) = content(parse, label) else { continue };
        let range = parse.bytes(content.tokens.clone());
        if is_nothing(parse, content) {
            hits.retain(|hit| hit.signal != signal || !range.contains(&hit.range.start));
            continue;
        }
        // "Result: added 30 pages" tells a deed.
        let deed = content.grammar.may_be_own() && content.grammar.tense == Tense::Past;
        if signal == Signal::Outcome && deed || content.asks {
            continue;
        }
        let ends = parse.after(content).is_none();
        named.risk |= signal == Signal::Risk && ends;
        named.more |= matches!(signal, Signal::Risk | Signal::Blocker) && !ends;
        if !hits.iter().any(|hit| hit.signal == signal && range.contains(&hit.range.start)) {
            hits.push(Hit { signal, range });
        }
    }
    named
}

/// What a clause announces, if it is such a label: `Main risk`, and not `Risk register`.
fn announced(parse: &Parse<'_>, clause: &Clause) -> Option<Signal> {
    const LABELS: [(&[u32], Signal); 4] = [
        (&RISKS, Signal::Risk),
        (&BLOCKERS, Signal::Blocker),
        (&OUTCOMES, Signal::Outcome),
        (&MITIGATIONS, Signal::Mitigation),
    ];
    // "Ad blocker: switched off" is a product.
    const BEFORE: [u32; 17] = spelt([
        "main", "big", "biggest", "key", "only", "current", "open", "new", "top", "known", "other", "my",
        "our", "the", "possible", "next", "and",
    ]);
    if !clause.label || clause.quoted || clause.words > 3 {
        return None;
    }
    let is_label = |word: &Token| LABELS.iter().any(|(words, _)| word.spells(words));
    let mut said = parse.words(clause).iter().rev().filter(|word| word.speaks());
    let last = said.next()?;
    if !said.all(|word| word.spells(&BEFORE) || is_label(word)) {
        return None;
    }
    LABELS.into_iter().find(|(words, _)| last.spells(words)).map(|(_, signal)| signal)
}

/// What stands under a label: the next clause, on its line or nested below it.
fn content<'p>(parse: &'p Parse<'_>, label: &Clause) -> Option<&'p Clause> {
    let depth = |line: usize| parse.passage.lines.get(line).map_or(0, |line| line.depth);
    parse.after(label).filter(|next| next.line == label.line || depth(next.line) > depth(label.line))
}

/// "none", "n/a", "low", "gone since Tuesday", "same as last week", "we are fine".
fn is_nothing(parse: &Parse<'_>, clause: &Clause) -> bool {
    const OVER: [u32; 13] = spelt([
        "resolved", "closed", "fixed", "gone", "removed", "solved", "cleared", "lifted", "covered", "was",
        "were", "over", "zero",
    ]);
    const LITTLE: [u32; 14] = spelt([
        "low",
        "lower",
        "minor",
        "minimal",
        "small",
        "reduced",
        "green",
        "same",
        "unchanged",
        "not",
        "as",
        "see",
        "very",
        "nope",
    ]);
    const FEW: usize = 4;
    let first = &parse.words(clause)[0];
    let few = clause.words <= FEW;
    slot::is_unfilled(parse, clause)
        || first.spells(&OVER)
        || few && (first.spells(&LITTLE) || clause.classes.has(Class::Good))
        || clause.words == 1 && first.spells(words!["no"])
}
