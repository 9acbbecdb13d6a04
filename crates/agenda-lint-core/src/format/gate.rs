//! Lets through only what changes nothing for a reader.
//!
//! The result is read again and must give the parser's very events, and with them the very HTML;
//! front matter and link definitions must say the same; and no letter or digit may be lost,
//! whether it is shown or not. Where that fails, the blocks concerned are left as they were.

use crate::{
    syntax::{LineEnds, Meaning, Tree, too_deep},
    text::{SourceFile, Span},
};

use super::{
    Refusal,
    config::FormatConfig,
    page,
    proposal::{Pass, Proposal, make},
};

/// How often blocks are taken out before the whole text is left alone: each time, it is read again.
const ROUNDS: usize = 8;

/// Up to how many bytes a text is looked at for further changes: a tree of it takes room, and a
/// long notebook is to be formatted in eight times its own.
const LOOKED_AT: usize = 1 << 20;

/// The changes that were let through, and the text that they make.
pub(super) struct Passed {
    pub(super) text: String,
    /// The passes have nothing to change in the new text.
    pub(super) settled: bool,
    pub(super) made: Vec<Proposal>,
    pub(super) refused: Vec<Refusal>,
}

struct Gate<'a> {
    file: &'a SourceFile,
    config: &'a FormatConfig,
    before: &'a Meaning,
    line_ends: LineEnds,
}

/// Makes those of `proposals` that change nothing; `roots` are the blocks of the top level.
pub(super) fn pass(
    file: &SourceFile,
    config: &FormatConfig,
    roots: &[Span],
    before: &Meaning,
    line_ends: LineEnds,
    proposals: Vec<Proposal>,
) -> Passed {
    if proposals.is_empty() {
        return Passed { text: file.text().to_owned(), settled: true, made: proposals, refused: Vec::new() };
    }
    let gate = Gate { file, config, before, line_ends };
    let mut out = vec![false; roots.len().max(1)];
    for proposal in proposals.iter().filter(|proposal| !keeps_letters(file, proposal)) {
        out[proposal.block] = true;
    }
    let mut passed = gate.without_blocks(&proposals, &mut out);
    let mut culprit = None;
    if out.contains(&true)
        && passed.is_some()
        && let Some((pass, read)) = gate.culprit(&proposals, &out)
    {
        culprit = Some(pass);
        passed = Some(read);
    }
    let Some((text, settled)) = passed else {
        let refused = refusals(&proposals, roots, |_| true);
        return Passed { text: file.text().to_owned(), settled: true, made: Vec::new(), refused };
    };
    let is_refused =
        |proposal: &Proposal| out[proposal.block] && culprit.is_none_or(|culprit| culprit == proposal.pass);
    let refused = refusals(&proposals, roots, is_refused);
    let made = proposals.into_iter().filter(|proposal| !is_refused(proposal)).collect();
    Passed { text, settled, made, refused }
}

impl Gate<'_> {
    /// The text made by all changes but those of the blocks that are `out`; blocks that differ are
    /// taken out until nothing differs.
    fn without_blocks(&self, proposals: &[Proposal], out: &mut [bool]) -> Option<(String, bool)> {
        for round in 0..ROUNDS {
            let made = make(self.file.text(), proposals.iter().filter(|proposal| !out[proposal.block]));
            let blocks = match self.read(made)? {
                Read::Same(text, settled) => return Some((text, settled)),
                Read::Other(meaning) if meaning.hidden == self.before.hidden => meaning.blocks,
                Read::Other(_) => return None,
            };
            let old = &self.before.blocks;
            let same = |(a, b): &(&u64, &u64)| a == b;
            let first = old.iter().zip(&blocks).take_while(same).count();
            let last = old.iter().rev().zip(blocks.iter().rev()).take_while(same).count();
            let from = first.min(old.len() - last).saturating_sub(round);
            let to = (first.max(old.len() - last) + 1 + round).min(out.len());
            out[from.min(to)..to].fill(true);
        }
        None
    }

    /// The one pass without which the blocks that are `out` could stay, and the text it leaves.
    fn culprit(&self, proposals: &[Proposal], out: &[bool]) -> Option<(Pass, (String, bool))> {
        let mut tried = Vec::new();
        for suspect in proposals.iter().filter(|proposal| out[proposal.block]).map(|proposal| proposal.pass) {
            if tried.contains(&suspect) {
                continue;
            }
            tried.push(suspect);
            let kept = proposals
                .iter()
                .filter(|proposal| !(out[proposal.block] && proposal.pass == suspect))
                .filter(|proposal| keeps_letters(self.file, proposal));
            if let Some(Read::Same(text, settled)) = self.read(make(self.file.text(), kept)) {
                return Some((suspect, (text, settled)));
            }
        }
        None
    }

    /// Reads a text that was made; nothing, if it is too deep to be read.
    fn read(&self, text: String) -> Option<Read> {
        let made = self.file.with_text(text);
        if made.text().len() > LOOKED_AT {
            let meaning = too_deep(&made).is_none().then(|| Meaning::of(&made, self.line_ends))?;
            return Some(self.compared(&made, meaning, || true));
        }
        let (tree, meaning) = Tree::with_meaning(&made, self.line_ends);
        if tree.too_deep().is_some() {
            return None;
        }
        Some(self.compared(&made, meaning, || page::propose(&made, &tree, self.config).is_empty()))
    }

    fn compared(&self, made: &SourceFile, meaning: Meaning, settled: impl FnOnce() -> bool) -> Read {
        if meaning == *self.before {
            Read::Same(made.text().to_owned(), settled())
        } else {
            Read::Other(meaning)
        }
    }
}

/// A text that was made and read again.
enum Read {
    /// It says the same; and whether nothing more is to be changed in it.
    Same(String, bool),
    /// It says something else.
    Other(Meaning),
}

/// Each pass and block of the refused proposals, once.
fn refusals(proposals: &[Proposal], roots: &[Span], is_refused: impl Fn(&Proposal) -> bool) -> Vec<Refusal> {
    let mut refused: Vec<Refusal> = Vec::new();
    for proposal in proposals.iter().filter(|proposal| is_refused(proposal)) {
        let span = roots.get(proposal.block).copied().unwrap_or_default();
        let refusal = Refusal { pass: proposal.pass, span };
        if !refused.iter().rev().take_while(|other| other.span == span).any(|other| *other == refusal) {
            refused.push(refusal);
        }
    }
    refused
}

/// Whether a change keeps every letter and digit in order. The numbers of lists are no text, nor is
/// the case of the `x` in a box.
fn keeps_letters(file: &SourceFile, proposal: &Proposal) -> bool {
    let old = file.slice(proposal.edit.span);
    let new = &proposal.edit.text;
    match proposal.pass {
        Pass::Bullets | Pass::Numbering | Pass::Indent => {
            letters(old, char::is_alphabetic).eq(letters(new, char::is_alphabetic))
        }
        Pass::TaskBoxes => old.eq_ignore_ascii_case(new) || !old.contains(char::is_alphanumeric),
        _ => letters(old, char::is_alphanumeric).eq(letters(new, char::is_alphanumeric)),
    }
}

fn letters(text: &str, is_letter: fn(char) -> bool) -> impl Iterator<Item = char> {
    text.chars().filter(move |&c| is_letter(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Edit;

    /// Lets `changes` (block, pass, where, what) through over three paragraphs and a definition.
    fn passed(changes: &[(usize, Pass, (usize, usize), &str)]) -> (String, Vec<(Pass, usize)>) {
        let file = SourceFile::new("a.md", "aa  \n\nbb *c*\n\ndd\n\n[e]: /f\n");
        let (tree, before) = Tree::with_meaning(&file, LineEnds::Kept);
        let roots: Vec<Span> = tree.roots().map(|root| tree.block(root).span).collect();
        let proposals = changes
            .iter()
            .map(|(block, pass, place, text)| Proposal {
                edit: Edit::replace(Span::new(place.0, place.1), *text),
                pass: *pass,
                block: *block,
            })
            .collect();
        let config = FormatConfig::default();
        let passed = pass(&file, &config, &roots, &before, LineEnds::Kept, proposals);
        let refused = passed.refused.iter().map(|refusal| (refusal.pass, refusal.span.start())).collect();
        (passed.text, refused)
    }

    #[test]
    fn what_changes_a_block_is_left_out_and_named() {
        let trim = (0, Pass::TrailingSpaces, (2, 4), "");
        let harm = (1, Pass::Emphasis, (9, 10), "_");
        let swap = (1, Pass::Emphasis, (11, 12), "_");
        let lost = (2, Pass::Escapes, (14, 15), "");
        let hidden = (2, Pass::BlankLines, (18, 18), "x");
        let all = "aa\n\nbb *c*\n\ndd\n\n[e]: /f\n";
        assert_eq!(passed(&[trim]), (all.to_owned(), vec![]));
        assert_eq!(passed(&[trim, harm]), (all.to_owned(), vec![(Pass::Emphasis, 6)]));
        assert_eq!(passed(&[trim, harm, swap]).1, []);
        assert_eq!(passed(&[trim, lost]), (all.to_owned(), vec![(Pass::Escapes, 14)]));
        assert_eq!(passed(&[trim, hidden]), (all.to_owned(), vec![(Pass::BlankLines, 14)]));
    }
}
