//! Goes over the tokens of a line and cuts them into sentences and clauses.

use super::opening::{JOINING, MAIN, begins_anew, lead_at, opens};
use super::{Clause, Lead, settle};
use crate::language::Line;
use crate::language::class::{Class, Classes};
use crate::language::cue::Roles;
use crate::language::grammar::Grammar;
use crate::language::token::{Shape, Token};

/// Cuts the tokens of one line, which are those from `from` on, into clauses and appends them; `quotes` says whether quotation marks are among these.
#[inline(never)]
pub(in crate::language) fn split(
    tokens: &[Token],
    from: usize,
    line: &Line,
    index: usize,
    quotes: bool,
    out: &mut Vec<Clause>,
) {
    let mut splitter = Splitter {
        tokens,
        line: index,
        quoted: line.quoted,
        quotes,
        sentence: out.last().map_or(0, |last| last.sentence + 1),
        first: out.len(),
        start: from,
        lead: lead_at(tokens, from, Lead::Sentence),
        content: Content::default(),
        out,
    };
    let mut at = from;
    while at < tokens.len() {
        at = splitter.step(at);
    }
    // A mark has ended the last sentence of most lines.
    if splitter.start < tokens.len() || splitter.first < splitter.out.len() {
        splitter.end_sentence(tokens.len(), false);
    }
}

/// Goes over a line's tokens once and cuts it into sentences and clauses.
struct Splitter<'a> {
    tokens: &'a [Token],
    line: usize,
    quoted: bool,
    quotes: bool,
    sentence: usize,
    /// The first clause of the sentence at hand.
    first: usize,
    /// The first token of the clause at hand.
    start: usize,
    lead: Lead,
    content: Content,
    out: &'a mut Vec<Clause>,
}

/// What the words of the clause at hand are, so far.
#[derive(Clone, Copy, Default)]
struct Content {
    classes: Classes,
    words: usize,
}

impl Content {
    fn add(&mut self, token: &Token) {
        self.classes = self.classes.with(token.classes);
        self.words += 1;
    }
}

/// Whether a token is a word that opens nothing, where a clause can open with a word of these classes.
fn goes_on(token: &Token, opening: Classes) -> bool {
    match token.shape {
        // A labelled line may begin after a break.
        Shape::Word => !token.broken && !token.any(opening),
        Shape::Number | Shape::Opaque => true,
        Shape::Mark(_) | Shape::Sign => false,
    }
}

impl Splitter<'_> {
    /// Takes the words from `at` on that open nothing, as most do, and the token after them; gives back the next one
    /// to take.
    fn step(&mut self, mut at: usize) -> usize {
        let tokens = self.tokens;
        let mut content = self.content;
        // The first word of a clause opens no other.
        if at == self.start
            && let Some(token) = tokens.get(at).filter(|token| token.speaks())
        {
            content.add(token);
            at += 1;
        }
        let opening = if self.lead.hangs() { JOINING.with(MAIN) } else { JOINING };
        let run = tokens.get(at..).unwrap_or_default().iter().take_while(|token| goes_on(token, opening));
        let before = at;
        for token in run {
            content.classes = content.classes.with(token.classes);
            at += 1;
        }
        content.words += at - before;
        self.content = content;
        let Some(token) = tokens.get(at) else { return at };
        match token.shape {
            Shape::Mark(mark) => return self.mark(at, mark),
            Shape::Sign => self.end_sentence(at, false),
            _ => {
                self.word(at, token);
                self.content.add(token);
            }
        }
        at + 1
    }

    /// A word that may open a clause or a labelled line.
    fn word(&mut self, at: usize, token: &Token) {
        if token.broken && labels_line(self.tokens, at) {
            self.end_sentence(at, false);
        } else if token.broken && token.capital {
            self.cut(at, at, false, Lead::Sentence);
        } else if at > self.start + 2 && self.lead.hangs() && begins_anew(self.tokens, at) {
            self.cut(at, at, false, Lead::More);
            self.lead = Lead::More;
        } else if let Some(lead) = opens(self.tokens, at) {
            self.cut(at, at, false, lead);
            self.lead = lead;
        }
    }

    fn mark(&mut self, at: usize, mark: u8) -> usize {
        let token = &self.tokens[at];
        let next = || self.tokens.get(at + 1);
        let apart = || next().is_none_or(|next| next.start > token.end);
        let before =
            || at.checked_sub(1).filter(|before| *before >= self.start).map(|before| &self.tokens[before]);
        let stands_off = || before().is_some_and(|before| before.end < token.start);
        match mark {
            b'?' | b'!' => return self.close(at),
            b'.' if !before()
                .is_some_and(|word| continues(word, self.tokens.get(at.wrapping_sub(2)), next())) =>
            {
                return self.close(at);
            }
            b',' => self.cut(at, at + 1, false, Lead::More),
            b';' => self.cut(at, at + 1, false, Lead::Sentence),
            // A table's cell.
            b'|' => {
                self.end_sentence(at, false);
                self.cut(at, at + 1, false, Lead::Sentence);
            }
            // "P: nobody picks up / A: texted, paged"
            b'/' if apart() && stands_off() && labels_line(self.tokens, at + 1) => {
                self.end_sentence(at, false);
                self.cut(at, at + 1, false, Lead::Sentence);
            }
            b'-' | b'+' if apart() && stands_off() => {
                self.cut(at, at + 1, false, Lead::More);
            }
            b'>' if next().is_some_and(|next| next.shape != Shape::Number) => {
                self.cut(at, at + 1, false, Lead::Sentence);
            }
            b':' if apart() => self.cut(at, at + 1, true, Lead::Sentence),
            b'(' | b'[' => self.cut(at, at + 1, false, Lead::Aside),
            b')' | b']' => self.cut(at, at + 1, false, Lead::More),
            _ => {}
        }
        at + 1
    }

    /// Ends the sentence at the mark at `at`; further marks and closing quotation marks belong to it.
    fn close(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        while self.tokens.get(end).is_some_and(|token| closes(token, self.tokens[end - 1].end)) {
            end += 1;
        }
        let asks = self.tokens[at..end].iter().any(|token| token.mark(b'?') && !token.quoted);
        self.end_sentence(end, asks && !self.doubts_aside(at));
        end
    }

    /// "It tears in the cold (Tauern?)": a doubt about a word or two in brackets asks nothing.
    fn doubts_aside(&self, at: usize) -> bool {
        let closed = self.tokens.get(at + 1).is_some_and(|next| next.mark(b')'));
        closed && self.lead == Lead::Aside && self.content.words <= 2 && self.out.len() > self.first
    }

    /// Ends the clause at hand before the token `to`; the next one begins at `next`.
    fn cut(&mut self, to: usize, next: usize, label: bool, lead: Lead) {
        let content = std::mem::take(&mut self.content);
        if content.words > 0 {
            let spoken = || self.tokens[self.start..to].iter().filter(|token| token.speaks());
            self.out.push(Clause {
                index: self.out.len(),
                tokens: self.start..to,
                line: self.line,
                sentence: self.sentence,
                lead: self.lead,
                label,
                asks: false,
                asked: false,
                quoted: self.quoted || self.quotes && spoken().all(|token| token.quoted),
                words: content.words,
                classes: content.classes,
                roles: Roles::default(),
                grammar: Grammar::default(),
            });
        }
        self.start = next;
        self.lead = lead_at(self.tokens, next, lead);
    }

    /// Ends the sentence at hand before the token `to`, and reads its clauses.
    fn end_sentence(&mut self, to: usize, asks: bool) {
        self.cut(to, to, false, Lead::Sentence);
        let clauses = &mut self.out[self.first..];
        if clauses.is_empty() {
            return;
        }
        if asks {
            for clause in &mut *clauses {
                clause.asks = true;
            }
        }
        settle(self.tokens, clauses);
        (self.first, self.sentence) = (self.out.len(), self.sentence + 1);
    }
}

/// Whether a label begins at `at`: a few words and a colon.
fn labels_line(tokens: &[Token], at: usize) -> bool {
    tokens[at..].iter().take(4).any(|token| token.mark(b':'))
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
    // "Dr. Roy", but not "with HR. How"
    let titled = word.is(Class::Person) && !word.is(Class::Time);
    word.is(Class::Abbreviation)
        && next.is_some_and(|next| next.shape == Shape::Number || !counted && (!next.capital || titled))
}
