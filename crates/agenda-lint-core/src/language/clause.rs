//! Sentences and clauses: where one ends, and how it hangs on the one before.

use std::ops::Range;

use super::Line;
use super::class::{Class, Classes};
use super::cue::{Role, Roles};
use super::grammar::{self, Grammar, Subject, Tense};
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
    /// Is part of a question or request put to the reader.
    pub(super) asked: bool,
    /// Stands in a quoted line, or all of it between quotation marks.
    pub(super) quoted: bool,
    /// How many of its tokens are words.
    pub(super) words: usize,
    /// What any of its words can be.
    pub(super) classes: Classes,
    /// What the cues that begin in it tell.
    pub(super) roles: Roles,
    /// Who does what, and when.
    pub(super) grammar: Grammar,
}

impl Clause {
    /// Whether a cue of this role begins in it.
    pub(super) fn says(&self, role: Role) -> bool {
        self.roles.has(role)
    }
}

/// Cuts one line's tokens into clauses and appends them.
pub(super) fn split(tokens: &[Token], range: Range<usize>, line: &Line, index: usize, out: &mut Vec<Clause>) {
    let mut splitter = Splitter {
        tokens,
        end: range.end,
        line: index,
        quoted: line.quoted,
        sentence: out.last().map_or(0, |last| last.sentence + 1),
        first: out.len(),
        start: range.start,
        lead: lead_at(tokens, range.start, range.end, Lead::Sentence),
        content: Content::default(),
        out,
    };
    let mut at = range.start;
    while at < range.end {
        at = splitter.step(at);
    }
    splitter.end_sentence(range.end, false);
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

/// Whether a clause that can open with a word of these classes, or a labelled line, may begin with a word.
fn may_open(token: &Token, opening: Classes) -> bool {
    token.shape == Shape::Word && (token.broken || token.any(opening))
}

/// Goes over a line's tokens once and cuts it into sentences and clauses.
struct Splitter<'a> {
    tokens: &'a [Token],
    end: usize,
    line: usize,
    quoted: bool,
    sentence: usize,
    /// The first clause of the sentence at hand.
    first: usize,
    /// The first token of the clause at hand.
    start: usize,
    lead: Lead,
    content: Content,
    out: &'a mut Vec<Clause>,
}

impl Splitter<'_> {
    /// Takes the words from `at` on that open nothing, as most do, and the token after them; gives back the next one
    /// to take.
    fn step(&mut self, mut at: usize) -> usize {
        let tokens = &self.tokens[..self.end];
        let mut content = self.content;
        // The first word of a clause opens no other.
        if at == self.start
            && let Some(token) = tokens.get(at).filter(|token| token.speaks())
        {
            content.add(token);
            at += 1;
        }
        let opening = if hangs(self.lead) { JOINING.with(MAIN) } else { JOINING };
        while let Some(token) = tokens.get(at).filter(|token| token.speaks() && !may_open(token, opening)) {
            content.add(token);
            at += 1;
        }
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
        if token.broken && labels_line(self.tokens, at, self.end) {
            self.end_sentence(at, false);
        } else if token.broken && token.capital {
            self.cut(at, at, false, Lead::Sentence);
        } else if at > self.start + 2 && hangs(self.lead) && begins_anew(self.tokens, at) {
            self.cut(at, at, false, Lead::More);
            self.lead = Lead::More;
        } else if let Some(lead) = opens(self.tokens, at, self.end) {
            self.cut(at, at, false, lead);
            self.lead = lead;
        }
    }

    fn mark(&mut self, at: usize, mark: u8) -> usize {
        let token = &self.tokens[at];
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < self.end);
        let apart = next.is_none_or(|next| next.start > token.end);
        let before =
            at.checked_sub(1).filter(|before| *before >= self.start).map(|before| &self.tokens[before]);
        match mark {
            b'?' | b'!' => return self.close(at),
            b'.' if !before
                .is_some_and(|word| continues(word, self.tokens.get(at.wrapping_sub(2)), next)) =>
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
            b'/' if apart
                && before.is_some_and(|before| before.end < token.start)
                && labels_line(self.tokens, at + 1, self.end) =>
            {
                self.end_sentence(at, false);
                self.cut(at, at + 1, false, Lead::Sentence);
            }
            b'-' | b'+' if apart && before.is_some_and(|before| before.end < token.start) => {
                self.cut(at, at + 1, false, Lead::More);
            }
            b'>' if next.is_some_and(|next| next.shape != Shape::Number) => {
                self.cut(at, at + 1, false, Lead::Sentence);
            }
            b':' if apart => self.cut(at, at + 1, true, Lead::Sentence),
            b'(' | b'[' => self.cut(at, at + 1, false, Lead::Aside),
            b')' | b']' => self.cut(at, at + 1, false, Lead::More),
            _ => {}
        }
        at + 1
    }

    /// Ends the sentence at the mark at `at`; further marks and closing quotation marks belong to it.
    fn close(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.end && closes(&self.tokens[end], self.tokens[end - 1].end) {
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
            let mut spoken = self.tokens[self.start..to].iter().filter(|token| token.speaks());
            self.out.push(Clause {
                tokens: self.start..to,
                line: self.line,
                sentence: self.sentence,
                lead: self.lead,
                label,
                asks: false,
                asked: false,
                quoted: self.quoted || spoken.all(|token| token.quoted),
                words: content.words,
                classes: content.classes,
                roles: Roles::default(),
                grammar: Grammar::default(),
            });
        }
        self.start = next;
        self.lead = lead_at(self.tokens, next, self.end, lead);
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

/// Whether a clause with this lead hangs on another one.
fn hangs(lead: Lead) -> bool {
    matches!(lead, Lead::Moment | Lead::Condition | Lead::Cause)
}

/// Reads each clause of a sentence; a clause without a subject of its own may share the one before it.
fn settle(tokens: &[Token], clauses: &mut [Clause]) {
    let mut before: Option<Grammar> = None;
    // "The other PM (Ads) announces it": the subject stands before the brackets.
    let (mut noun, mut parted) = (false, false);
    for clause in clauses {
        before = before.filter(|_| clause.lead != Lead::Sentence);
        if noun && parted && clause.lead == Lead::More {
            before = Some(Grammar {
                subject: Subject::Other,
                tense: Tense::Past,
                own: true,
                ..Grammar::default()
            });
        }
        let joined = tokens[clause.tokens.start].any(Classes::of(&[Class::And, Class::But]));
        let shared = before
            .filter(|_| matches!(clause.lead, Lead::More | Lead::Contrast))
            .filter(|before| joined || before.is_told());
        clause.grammar = grammar::read(tokens, clause.tokens.clone(), shared);
        let goes_on = matches!(clause.lead, Lead::Sentence | Lead::More | Lead::Contrast);
        if goes_on && !clause.label && clause.grammar.verb.is_some() {
            before = Some(clause.grammar);
        }
        parted = clause.lead == Lead::Aside;
        if !parted {
            let verbless = clause.grammar.verb.is_none() && !clause.label;
            let named = tokens[clause.tokens.start].any(Classes::of(&[Class::Determiner, Class::Our]));
            noun = clause.lead == Lead::Sentence && verbless && named;
        }
    }
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

/// A clause can begin with a word of these after any other.
const JOINING: Classes = DEPENDENT.with(Classes::of(&[Class::But, Class::And, Class::Question, Class::That]));
/// A main clause can begin with a word of these after one that hangs on it.
const MAIN: Classes =
    Classes::of(&[Class::I, Class::Nobody, Class::Nominative, Class::Our, Class::Determiner]);
const DEPENDENT: Classes = Classes::of(&[Class::Cause, Class::Moment, Class::Condition]);
const PREDICATE: Classes =
    Classes::of(&[Class::I, Class::Past, Class::Modal, Class::Future, Class::Be, Class::Do, Class::Nobody]);

/// The lead of a clause that begins at `at`, when its first word tells it.
fn lead_at(tokens: &[Token], at: usize, to: usize, otherwise: Lead) -> Lead {
    let Some(token) = tokens.get(at).filter(|_| at < to) else { return otherwise };
    let skipped =
        token.any(Classes::of(&[Class::And, Class::Adverb])) && !token.any(DEPENDENT) && at + 1 < to;
    let token = if skipped { &tokens[at + 1] } else { token };
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

/// Whether a main clause begins after a hanging one without a comma: "when it rains | nobody comes", "since the
/// switch | my team logs calls twice".
fn begins_anew(tokens: &[Token], at: usize) -> bool {
    const SUBJECT: Classes = Classes::of(&[Class::I, Class::Nobody, Class::Nominative]);
    const LEADS_ON: Classes = Classes::of(&[
        Class::Preposition,
        Class::And,
        Class::Determiner,
        Class::Question,
        Class::Moment,
        Class::Base,
    ]);
    const NO_NOUN: Classes = LEADS_ON.with(Classes::of(&[
        Class::Pronoun,
        Class::Us,
        Class::Our,
        Class::Particle,
        Class::Past,
        Class::Ing,
        Class::Be,
        Class::Have,
        Class::Adverb,
    ]));
    const FINITE: Classes = Classes::of(&[
        Class::Past,
        Class::Base,
        Class::Third,
        Class::Be,
        Class::Have,
        Class::Do,
        Class::Modal,
        Class::Adverb,
    ]);
    let (token, before) = (&tokens[at], &tokens[at - 1]);
    if token.any(SUBJECT) {
        return !before.any(LEADS_ON) && tokens.get(at + 1).is_some_and(|next| next.any(FINITE));
    }
    let noun = !before.any(NO_NOUN) || before.is(Class::Event) && !tokens[at - 2].is(Class::To);
    token.any(Classes::of(&[Class::Our, Class::Determiner])) && !token.is(Class::Pronoun) && noun
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
    if token.is(Class::That) {
        // "tell him | that the team finds it rude"
        let subject = Classes::of(&[
            Class::I,
            Class::Determiner,
            Class::Our,
            Class::Nominative,
            Class::Nobody,
            Class::Name,
        ]);
        let told = tokens[at - 1].any(Classes::of(&[
            Class::Base,
            Class::Past,
            Class::Pronoun,
            Class::Name,
            Class::Bad,
            Class::Person,
        ]));
        return (told && at + 1 < to && tokens[at + 1].any(subject)).then_some(Lead::Relative);
    }
    if !token.is(Class::And) {
        return None;
    }
    let following = (at + 1..to.min(at + 33))
        .find(|next| !tokens[*next].is(Class::Adverb) || tokens[*next].any(PREDICATE))?;
    let word = &tokens[following];
    let pronoun = word.is(Class::Pronoun) && !word.is(Class::Determiner);
    if word.any(PREDICATE) || pronoun || word.is(Class::Not) {
        return Some(Lead::More);
    }
    // "and the log is full": a noun with its own verb soon after.
    let verb = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let own = (following + 1..to.min(following + 5))
        .take_while(|next| tokens[*next].speaks())
        .any(|next| tokens[next].any(verb) || tokens[next].is(Class::Fail) && !tokens[next].is(Class::Ing));
    own.then_some(Lead::More)
}
