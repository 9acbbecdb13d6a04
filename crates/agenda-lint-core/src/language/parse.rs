//! A topic taken apart: its tokens, clauses and cues.

use std::{cell::RefCell, mem, ops::Range};

use super::clause::{self, Clause};
use super::cue::{self, Found, Group, Role, Roles};
use super::token::{self, Seen, Shape, Token};
use super::{Hit, Passage, Signal};

/// What the parse before this one was kept in, empty.
#[derive(Default)]
struct Buffers {
    tokens: Vec<Token>,
    lines: Vec<Cut>,
    clauses: Vec<Clause>,
    cues: Vec<Found>,
    hits: Vec<Hit>,
}

thread_local! {
    /// Most topics are short, and there are many: each thread reads them all in the same memory.
    static BUFFERS: RefCell<Buffers> = RefCell::default();
}

/// How many tokens a thread holds room for from one topic to the next.
const KEPT: usize = 4096;

impl Drop for Parse<'_> {
    fn drop(&mut self) {
        if self.tokens.capacity() > KEPT {
            return;
        }
        self.tokens.clear();
        self.lines.clear();
        self.clauses.clear();
        self.cues.clear();
        self.hits.clear();
        BUFFERS.with_borrow_mut(|buffers| {
            mem::swap(&mut buffers.tokens, &mut self.tokens);
            mem::swap(&mut buffers.lines, &mut self.lines);
            mem::swap(&mut buffers.clauses, &mut self.clauses);
            mem::swap(&mut buffers.cues, &mut self.cues);
            mem::swap(&mut buffers.hits, &mut self.hits);
        });
    }
}

/// A line that was cut into tokens.
struct Cut {
    /// One past its last token.
    end: usize,
    /// Whether it holds quotation marks.
    quotes: bool,
}

/// A topic taken apart, ready to be weighed.
pub(super) struct Parse<'a> {
    /// The topic as it was given.
    pub(super) passage: &'a Passage<'a>,
    /// Its words and marks.
    pub(super) tokens: Vec<Token>,
    /// Its lines, in order.
    lines: Vec<Cut>,
    /// Its clauses, in order.
    pub(super) clauses: Vec<Clause>,
    /// The cues found in it, by first token.
    pub(super) cues: Vec<Found>,
    /// Memory for what is found in it.
    pub(super) hits: Vec<Hit>,
    /// What its cues tell.
    pub(super) roles: Roles,
    /// Whether it has words of other languages.
    pub(super) foreign: bool,
}

impl<'a> Parse<'a> {
    /// Cuts a topic into words, which tell its language; its cues are found by [`Parse::find_cues`], and its clauses
    /// told by [`Parse::split`].
    pub(super) fn new(passage: &'a Passage<'a>) -> Self {
        let mut parse = Self::empty(passage);
        let mut opaque = passage.opaque;
        for line in passage.lines {
            let first = parse.tokens.len();
            let quotes = parse.cut_line(line.range.clone(), &mut opaque);
            if quotes {
                mark_quotations(&mut parse.tokens[first..], passage.text);
            }
            parse.lines.push(Cut { end: parse.tokens.len(), quotes });
        }
        parse
    }

    /// Finds the cues of one kind of topics.
    pub(super) fn find_cues(&mut self, group: Group) {
        let mut first = 0;
        for cut in &self.lines {
            cue::find(&self.tokens[..cut.end], first, group, &mut self.cues);
            first = cut.end;
        }
        let told = self.cues.iter().map(|found| Roles::of(&[found.role]));
        self.roles = told.fold(Roles::default(), Roles::with);
    }

    /// Tells its clauses.
    pub(super) fn split(&mut self) {
        let mut first = 0;
        for (index, (line, cut)) in self.passage.lines.iter().zip(&self.lines).enumerate() {
            clause::split(&self.tokens[..cut.end], first, line, index, cut.quotes, &mut self.clauses);
            first = cut.end;
        }
        self.note_roles();
    }

    fn empty(passage: &'a Passage<'a>) -> Self {
        let Buffers { tokens, lines, clauses, cues, hits } = BUFFERS.take();
        Self { passage, tokens, lines, clauses, cues, hits, roles: Roles::default(), foreign: false }
    }

    /// Cuts a line, whose opaque parts become one token each, and takes these from the opaque parts that are left;
    /// tells whether it holds quotation marks.
    #[inline]
    fn cut_line(&mut self, line: Range<usize>, opaque: &mut &[Range<usize>]) -> bool {
        let (mut at, mut quotes) = (line.start, false);
        while let Some((next, rest)) = opaque.split_first() {
            if next.start >= line.end {
                break;
            }
            *opaque = rest;
            if next.start >= at {
                quotes |= self.cut(at, next.start);
                self.tokens.push(Token::opaque(next.start, next.end.min(line.end)));
                at = next.end.min(line.end);
            }
        }
        self.cut(at, line.end) || quotes
    }

    /// Cuts a part of a line that is not opaque; tells the same.
    fn cut(&mut self, from: usize, to: usize) -> bool {
        let Seen { quotes, foreign } = token::tokenise(self.passage.text, from, to, &mut self.tokens);
        self.foreign |= foreign;
        quotes
    }

    /// Notes in each clause what the cues that begin in it tell.
    fn note_roles(&mut self) {
        let mut cues = &self.cues[..];
        for clause in &mut self.clauses {
            while let [found, rest @ ..] = cues
                && found.start < clause.tokens.end
            {
                if found.start >= clause.tokens.start {
                    clause.roles = clause.roles.with(Roles::of(&[found.role]));
                }
                cues = rest;
            }
        }
    }

    /// The cues of one role.
    pub(super) fn cues(&self, role: Role) -> impl Iterator<Item = &Found> {
        let cues = if self.roles.has(role) { &self.cues[..] } else { &[] };
        cues.iter().filter(move |found| found.role == role)
    }

    /// The cues of one role that begin in these tokens.
    pub(super) fn cues_in(&self, role: Role, tokens: Range<usize>) -> impl Iterator<Item = &Found> {
        let cues = if self.roles.has(role) { &self.cues[..] } else { &[] };
        let first = cues.partition_point(|found| found.start < tokens.start);
        cues[first..]
            .iter()
            .take_while(move |found| found.start < tokens.end)
            .filter(move |found| found.role == role)
    }

    /// The bytes of these tokens.
    pub(super) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.start..only.end,
            _ => 0..0,
        }
    }

    /// The words of a token, as written.
    pub(super) fn text(&self, token: &Token) -> &'a str {
        &self.passage.text[token.start..token.end]
    }

    /// Whether a clause holds one of these words, whatever their case.
    pub(super) fn says(&self, clause: &Clause, words: &[u32]) -> bool {
        self.words(clause).iter().any(|token| token.spells(words))
    }

    /// A hit on these tokens.
    pub(super) fn hit(&self, signal: Signal, tokens: Range<usize>) -> Hit {
        Hit { signal, range: self.bytes(tokens) }
    }

    /// The clauses of each sentence, in order.
    pub(super) fn sentences(&self) -> impl Iterator<Item = &[Clause]> {
        self.clauses.chunk_by(|one, other| one.sentence == other.sentence)
    }

    /// The clause before this one.
    pub(super) fn before(&self, clause: &Clause) -> Option<&Clause> {
        self.clauses.get(clause.index.checked_sub(1)?)
    }

    /// The clause after this one.
    pub(super) fn after(&self, clause: &Clause) -> Option<&Clause> {
        self.clauses.get(clause.index + 1)
    }

    /// The tokens of a clause.
    pub(super) fn words(&self, clause: &Clause) -> &[Token] {
        &self.tokens[clause.tokens.clone()]
    }
}

/// Marks what stands between quotation marks on one line.
fn mark_quotations(tokens: &mut [Token], text: &str) {
    for mark in [b'"', b'\''] {
        let mut open = None;
        for at in 0..tokens.len() {
            if tokens[at].shape != Shape::Mark(mark) {
                continue;
            }
            let opens =
                text[..tokens[at].start].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
            match open {
                None if opens => open = Some(at),
                Some(start) => {
                    tokens[start..=at].iter_mut().for_each(|token| token.quoted = true);
                    open = None;
                }
                None => {}
            }
        }
    }
}
