//! Labels that say what an update tells under them: `Risk: …`, `Blocker: …`, `Impact: …`, `Mitigation: …`.

use crate::language::clause::Clause;
use crate::language::grammar::Tense;
use crate::language::parse::Parse;
use crate::language::slot;
use crate::language::spelt::{spelt, words};
use crate::language::{Hit, Signal};

const RISKS: [u32; 8] =
    spelt(["risk", "risks", "danger", "dangers", "threat", "threats", "worry", "worries"]);
const BLOCKERS: [u32; 2] = spelt(["blocker", "blockers"]);
const OUTCOMES: [u32; 7] = spelt(["outcome", "outcomes", "impact", "impacts", "effect", "effects", "result"]);
const MITIGATIONS: [u32; 5] =
    spelt(["mitigation", "mitigations", "workaround", "countermeasure", "countermeasures"]);

/// Marks what stands under such a label, and takes back what a label says that is filled with nothing.
/// Tells whether a risk is named so.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) -> bool {
    let mut names_risk = false;
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
        names_risk |= signal == Signal::Risk;
        if !hits.iter().any(|hit| hit.signal == signal && range.contains(&hit.range.start)) {
            hits.push(Hit { signal, range });
        }
    }
    names_risk
}

/// What a clause announces, if it is such a label: `Main risk`, and not `Risk register`.
fn announced(parse: &Parse<'_>, clause: &Clause) -> Option<Signal> {
    const LABELS: [(&[u32], Signal); 4] = [
        (&RISKS, Signal::Risk),
        (&BLOCKERS, Signal::Blocker),
        (&OUTCOMES, Signal::Outcome),
        (&MITIGATIONS, Signal::Mitigation),
    ];
    if !clause.label || clause.quoted || clause.words > 3 {
        return None;
    }
    let last = parse.words(clause).iter().rfind(|word| word.speaks())?;
    LABELS.into_iter().find(|(words, _)| last.spells(words)).map(|(_, signal)| signal)
}

/// What stands under a label: the next clause, on its line or nested below it.
fn content<'p>(parse: &'p Parse<'_>, label: &Clause) -> Option<&'p Clause> {
    let depth = |line: usize| parse.passage.lines.get(line).map_or(0, |line| line.depth);
    parse.after(label).filter(|next| next.line == label.line || depth(next.line) > depth(label.line))
}

/// "none", "n/a", "low", "nothing new".
fn is_nothing(parse: &Parse<'_>, clause: &Clause) -> bool {
    slot::is_unfilled(parse, clause)
        || clause.words == 1 && parse.says(clause, words!["low", "minor", "small", "same", "no", "nope"])
}
