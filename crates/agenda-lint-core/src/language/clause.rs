//! Sentences and clauses: where one ends, and how it hangs on the one before.

use std::ops::Range;

use super::Line;
use super::class::{Class, Classes};
use super::grammar::{self, Grammar};
use super::token::{Shape, Token};

/// How a clause hangs on what stands before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lead {
    /// Opens a sentence.
    Sentence,
    /// Follows a comma, a dash, "and": a further part of the same sentence.
    More,
    /// "because", "due to".
    Cause,
    /// "since", "after", "when".
    Moment,
    /// "if", "unless".
    Condition,
    /// "but", "although".
    Contrast,
    /// "who", "which", "that".
    Relative,
    /// Stands in brackets.
    Aside,
}

/// One clause, or a fragment that stands for one.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Its tokens, without the marks that bound it.
    pub(super) tokens: Range<usize>,
    /// Which of the passage's lines it stands on.
    pub(super) line: usize,
    /// The number of its sentence.
    pub(super) sentence: usize,
    /// How it hangs on what stands before.
    pub(super) lead: Lead,
    /// Ends with a colon: it names what follows.
    pub(super) label: bool,
    /// Its sentence ends with a question mark.
    pub(super) asks: bool,
    /// Stands in a quoted line, or all of it between quotation marks.
    pub(super) quoted: bool,
    /// A condition of a question: "if two people want it, who goes?"
    pub(super) hypothetical: bool,
    /// Who does what, and when.
    pub(super) grammar: Grammar,
}

/// Cuts one line's tokens into clauses and appends them.
pub(super) fn split(tokens: &[Token], range: Range<usize>, line: &Line, index: usize, out: &mut Vec<Clause>) {
    let mut sentence = out.last().map_or(0, |last| last.sentence + 1);
    let mut at = range.start;
    while at < range.end {
        let end = sentence_end(tokens, at, range.end);
        let asks = tokens[at..end]
            .iter()
            .rev()
            .take_while(|token| !token.speaks())
            .any(|token| token.mark(b'?') && !token.quoted);
        let first = out.len();
        split_sentence(tokens, at..end, |tokens_of, lead, label| {
            out.push(Clause {
                tokens: tokens_of,
                line: index,
                sentence,
                lead,
                label,
                asks,
                quoted: line.quoted,
                hypothetical: asks && lead == Lead::Condition,
                grammar: Grammar::default(),
            });
        });
        settle(tokens, &mut out[first..]);
        (at, sentence) = (end, sentence + 1);
    }
}

/// Reads each clause of a sentence; a clause without a subject of its own may share the one before it.
fn settle(tokens: &[Token], clauses: &mut [Clause]) {
    let mut before: Option<Grammar> = None;
    for clause in clauses {
        before = before.filter(|_| clause.lead != Lead::Sentence);
        clause.quoted |=
            tokens[clause.tokens.clone()].iter().filter(|token| token.speaks()).all(|token| token.quoted);
        let joined = tokens[clause.tokens.start].any(Classes::of(&[Class::And, Class::But]));
        let shared = before
            .filter(|_| matches!(clause.lead, Lead::More | Lead::Contrast))
            .filter(|before| joined || before.is_told());
        clause.grammar = grammar::read(tokens, clause.tokens.clone(), shared);
        if matches!(clause.lead, Lead::Sentence | Lead::More | Lead::Contrast)
            && !clause.label
            && clause.grammar.verb.is_some()
        {
            before = Some(clause.grammar);
        }
    }
}

/// One past the mark that ends the sentence which begins at `at`.
fn sentence_end(tokens: &[Token], at: usize, to: usize) -> usize {
    let mut end = at;
    while end < to {
        let token = &tokens[end];
        if end > at && token.broken && labels_line(tokens, end, to) {
            return end;
        }
        let ends = match token.shape {
            Shape::Mark(b'?' | b'!') => true,
            Shape::Mark(b'.') => {
                end == at
                    || !continues(
                        &tokens[end - 1],
                        end.checked_sub(2).map(|before| &tokens[before]),
                        tokens.get(end + 1),
                    )
            }
            Shape::Sign => true,
            _ => false,
        };
        end += 1;
        if ends {
            // Further marks and closing quotation marks belong to it.
            while end < to && closes(&tokens[end], tokens[end - 1].end) {
                end += 1;
            }
            return end;
        }
    }
    to
}

/// Whether a label begins at `at`: a few words and a colon.
fn labels_line(tokens: &[Token], at: usize, to: usize) -> bool {
    tokens[at..to].iter().take(4).any(|token| token.mark(b':'))
}

/// Whether a mark still belongs to the sentence that ended right before it.
fn closes(token: &Token, previous_end: usize) -> bool {
    let touching = token.start == previous_end;
    match token.shape {
        Shape::Mark(b'?' | b'!' | b'.') => true,
        Shape::Mark(b'"' | b'\'' | b')' | b']') => touching,
        _ => false,
    }
}

/// Whether a dot after this word ends no sentence: `e.g.`, `Dr.`, `no. 4`, but not `since 1 Feb. Shortened it`.
fn continues(word: &Token, before: Option<&Token>, next: Option<&Token>) -> bool {
    let counted = before.is_some_and(|before| before.shape == Shape::Number);
    word.is(Class::Abbreviation)
        && next.is_some_and(|next| {
            next.shape == Shape::Number || !counted && (!next.capital || word.is(Class::Person))
        })
}

const DEPENDENT: Classes = Classes::of(&[Class::Cause, Class::Moment, Class::Condition]);
const PREDICATE: Classes =
    Classes::of(&[Class::I, Class::Past, Class::Modal, Class::Future, Class::Be, Class::Do, Class::Nobody]);

fn split_sentence(tokens: &[Token], range: Range<usize>, mut push: impl FnMut(Range<usize>, Lead, bool)) {
    let (mut start, mut lead) = (range.start, Lead::Sentence);
    let hanging = |lead: Lead| matches!(lead, Lead::Moment | Lead::Condition | Lead::Cause);
    let mut cut = |from: &mut usize, to: usize, next: usize, lead: Lead, label: bool| {
        if tokens[*from..to].iter().any(Token::speaks) {
            push(*from..to, lead, label);
        }
        *from = next;
    };
    let mut at = range.start;
    while at < range.end {
        let token = &tokens[at];
        let next = tokens.get(at + 1).filter(|_| at + 1 < range.end);
        let apart = |token: &Token| next.is_none_or(|next| next.start > token.end);
        match token.shape {
            Shape::Mark(b';') => {
                cut(&mut start, at, at + 1, lead, false);
                lead = lead_at(tokens, at + 1, range.end, Lead::Sentence);
            }
            Shape::Mark(b',') | Shape::Sign => {
                cut(&mut start, at, at + 1, lead, false);
                lead = lead_at(tokens, at + 1, range.end, Lead::More);
            }
            Shape::Mark(b'-' | b'+')
                if apart(token) && at > range.start && tokens[at - 1].end < token.start =>
            {
                cut(&mut start, at, at + 1, lead, false);
                lead = lead_at(tokens, at + 1, range.end, Lead::More);
            }
            Shape::Mark(b'|') => {
                cut(&mut start, at, at + 1, lead, false);
                lead = Lead::Sentence;
            }
            Shape::Mark(b'>') if next.is_some_and(|next| next.shape != Shape::Number) => {
                cut(&mut start, at, at + 1, lead, false);
                lead = lead_at(tokens, at + 1, range.end, Lead::Sentence);
            }
            Shape::Mark(b':') if apart(token) => {
                cut(&mut start, at, at + 1, lead, true);
                lead = lead_at(tokens, at + 1, range.end, Lead::Sentence);
            }
            Shape::Mark(b'(' | b'[') => {
                cut(&mut start, at, at + 1, lead, false);
                lead = lead_at(tokens, at + 1, range.end, Lead::Aside);
            }
            Shape::Mark(b')' | b']') => {
                cut(&mut start, at, at + 1, lead, false);
                lead = lead_at(tokens, at + 1, range.end, Lead::More);
            }
            Shape::Word if at > start && token.broken && token.capital => {
                cut(&mut start, at, at, lead, false);
                lead = lead_at(tokens, at, range.end, Lead::Sentence);
            }
            Shape::Word if at > start + 2 && hanging(lead) && begins_anew(tokens, at) => {
                cut(&mut start, at, at, lead, false);
                lead = Lead::More;
            }
            Shape::Word if at > start => {
                if let Some(found) = opens(tokens, at, range.end) {
                    cut(&mut start, at, at, lead, false);
                    lead = found;
                }
            }
            _ => {}
        }
        if at == start && lead == Lead::Sentence {
            lead = lead_at(tokens, at, range.end, Lead::Sentence);
        }
        at += 1;
    }
    cut(&mut start, range.end, range.end, lead, false);
}

/// The lead of a clause that begins at `at`, when its first word tells it.
fn lead_at(tokens: &[Token], at: usize, to: usize, otherwise: Lead) -> Lead {
    let Some(token) = tokens.get(at).filter(|_| at < to) else { return otherwise };
    let token = if token.any(Classes::of(&[Class::And, Class::Adverb])) && at + 1 < to {
        &tokens[at + 1]
    } else {
        token
    };
    if token.is(Class::Cause) {
        Lead::Cause
    } else if token.is(Class::Moment) {
        Lead::Moment
    } else if token.is(Class::Condition) {
        Lead::Condition
    } else if token.is(Class::But) {
        Lead::Contrast
    } else if otherwise == Lead::More && token.is(Class::Question) && token.is(Class::Pronoun) {
        Lead::Relative
    } else {
        otherwise
    }
}

/// Whether a main clause begins after a hanging one without a comma: "when it rains | nobody comes".
fn begins_anew(tokens: &[Token], at: usize) -> bool {
    let subject = Classes::of(&[Class::I, Class::Nobody]);
    let before = Classes::of(&[
        Class::Preposition,
        Class::And,
        Class::Determiner,
        Class::Question,
        Class::Moment,
        Class::Base,
    ]);
    let pronoun = tokens[at].any(subject) || tokens[at].is(Class::Nominative);
    let finite = Classes::of(&[
        Class::Past,
        Class::Base,
        Class::Third,
        Class::Be,
        Class::Have,
        Class::Do,
        Class::Modal,
        Class::Adverb,
    ]);
    pronoun && !tokens[at - 1].any(before) && tokens.get(at + 1).is_some_and(|next| next.any(finite))
}

/// Whether a new clause opens with the word at `at`, inside a sentence and after no mark.
fn opens(tokens: &[Token], at: usize, to: usize) -> Option<Lead> {
    let token = &tokens[at];
    if token.any(DEPENDENT) {
        return Some(lead_at(tokens, at, to, Lead::More));
    }
    if token.is(Class::But) {
        return Some(Lead::Contrast);
    }
    let relative = token.is(Class::Question) && token.is(Class::Pronoun);
    if relative && !tokens[at - 1].is(Class::Preposition) {
        return Some(Lead::Relative);
    }
    if !token.is(Class::And) {
        return None;
    }
    let following =
        (at + 1..to).find(|next| !tokens[*next].is(Class::Adverb) || tokens[*next].any(PREDICATE))?;
    let word = &tokens[following];
    let pronoun = word.is(Class::Pronoun) && !word.is(Class::Determiner);
    if word.any(PREDICATE) || pronoun || word.is(Class::Not) {
        return Some(Lead::More);
    }
    // "and the log is full": a noun with its own verb soon after.
    let verb = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let own = (following + 1..to.min(following + 5))
        .take_while(|next| tokens[*next].speaks())
        .any(|next| tokens[next].any(verb));
    own.then_some(Lead::More)
}
