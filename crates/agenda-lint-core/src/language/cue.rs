//! Cues: short phrases that tell something wherever they stand.
//!
//! A cue is written as words with a little more: `<class>` stands for any word of that class, `<number>` for a
//! number, `(a|b|<class>)` for any of these, `*` for up to three words, and a `?` after a word makes it optional. Between
//! the words of a cue the text may have adverbs ("I have *really* tried").

use std::sync::Arc;

use super::class::{Class, Classes};
use super::lexicon::{Lexicon, hash_word};
use super::token::{Shape, Token};

/// Declares [`Role`] and the names that the lexicon gives its roles.
macro_rules! roles {
    ($($(#[doc = $doc:literal])* $role:ident = $name:literal,)*) => {
        /// What a cue tells.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(super) enum Role { $($(#[doc = $doc])* $role,)* }

        impl Role {
            /// The role that the lexicon calls by this name.
            pub(super) fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$role),)* _ => None }
            }
        }
    };
}

roles! {
    /// Circumstances.
    Situation = "situation",
    /// Something undesired.
    Problem = "problem",
    /// In a question, takes a misbehaviour for granted.
    ProblemAsked = "problem_asked",
    /// Sounds like a problem, and is none: "no problem", "all sorted".
    NoProblem = "no_problem",
    /// An attempt, whoever is the subject.
    Attempt = "attempt",
    /// The matter is closed, or is praise.
    Settled = "settled",
    /// Sounds like an attempt, and is none: "haven't tried", "plan to".
    NoAttempt = "no_attempt",
    /// Tells of an attempt before it that it did not help.
    NoHelp = "no_help",
    /// What others said or promised to do: no circumstance.
    Response = "response",
    /// A deed that is against something, whatever else is said.
    Remedy = "remedy",
    /// Gives a circumstance some weight beside others.
    Setting = "setting",
    /// The writer does not know; a question, when it names the reader.
    Unsure = "unsure",
    /// A question or request.
    Ask = "ask",
    /// A request, where a sentence begins with it.
    AskOpening = "ask_opening",
    /// A request that names nothing.
    VagueAsk = "vague_ask",
    /// Nothing was tried.
    Untried = "untried",
    /// A request to decide or to allow.
    Decision = "decision",
    /// A request to do something.
    Deed = "deed",
    /// A question that only thought can answer.
    Open = "open",
    /// A request for a fact.
    Fact = "fact",
    /// Announces a topic.
    Announcement = "announcement",
    /// A placeholder.
    Nothing = "nothing",
    /// Who does what, with whom.
    Coordination = "coordination",
    /// A plan.
    Plan = "plan",
    /// A wanted state.
    Goal = "goal",
    /// Sounds like a wanted state, and is none.
    NoGoal = "no_goal",
    /// A fact for a claim.
    Evidence = "evidence",
    /// Something observed that speaks for a course of action.
    Observation = "observation",
    /// A magnitude.
    Size = "size",
    /// A result.
    Outcome = "outcome",
    /// Sounds like a result, and is none.
    NoOutcome = "no_outcome",
    /// Money that came in, or was not spent.
    Gained = "gained",
    /// A danger.
    Risk = "risk",
    /// A word that is a danger where it stands alone: `amber`.
    RiskStatus = "risk_status",
    /// Sounds like a danger, and is none.
    NoRisk = "no_risk",
    /// A step against it.
    Mitigation = "mitigation",
    /// What work waits for.
    Blocker = "blocker",
    /// A blocker that is gone.
    NoBlocker = "no_blocker",
    /// A favoured course.
    Proposal = "proposal",
    /// Sounds like a proposal, and is none.
    NoProposal = "no_proposal",
}

/// A set of roles.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Roles(u64);

impl Roles {
    /// The set of these roles.
    pub(super) const fn of(roles: &[Role]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < roles.len() {
            bits |= 1 << roles[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether the role is in the set.
    pub(super) const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }

    /// Both sets together.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One step of a cue.
#[derive(Clone, Debug)]
enum Step {
    /// Any of these words, a word of one of the classes, or a number.
    One { words: Vec<u32>, classes: Classes, number: bool },
    /// Up to three words.
    Gap,
    /// The step may be missing.
    Optional(Box<Step>),
}

/// A phrase, and what it tells.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    role: Role,
    weight: u8,
    rest: Arc<[Step]>,
    second: Sieve,
}

/// What the second word of a cue can be, told at a glance: nearly all cues end there.
#[derive(Clone, Copy, Debug)]
struct Sieve {
    /// A bit for each word, by the low bits of its hash.
    words: u64,
    classes: Classes,
}

impl Sieve {
    /// The sieve of a cue that goes on with these steps.
    fn new(rest: &[Step]) -> Self {
        // An adverb may always stand between.
        const ADVERB: Classes = Classes::of(&[Class::Adverb]);
        match rest.first() {
            Some(Step::One { words, classes, number }) => Self {
                words: words.iter().fold(0, |bits, word| bits | 1 << (word & 63)),
                classes: classes.with(ADVERB).with(if *number {
                    Classes::of(&[Class::Number])
                } else {
                    ADVERB
                }),
            },
            _ => Self { words: u64::MAX, classes: ADVERB },
        }
    }

    fn may_fit(self, token: &Token) -> bool {
        self.words & 1 << (token.hash & 63) != 0 || token.any(self.classes)
    }
}

/// A cue found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// What it tells.
    pub(super) role: Role,
    /// How much it weighs; 2 is enough by itself.
    pub(super) weight: u8,
    /// Its first token.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
}

impl Cue {
    /// Reads a phrase; gives one cue for each word that it may begin with, under that word's hash.
    pub(super) fn parse(phrase: &str, role: Role, weight: u8) -> Vec<(u32, Self)> {
        let mut steps = Vec::new();
        for piece in phrase.split_ascii_whitespace() {
            parse_piece(piece, &mut steps);
        }
        let mut steps = steps.into_iter();
        let Some(Step::One { words: firsts, .. }) = steps.next() else { return Vec::new() };
        let rest: Arc<[Step]> = steps.collect();
        let second = Sieve::new(&rest);
        let cue = |first| (first, Self { role, weight, rest: Arc::clone(&rest), second });
        firsts.into_iter().map(cue).collect()
    }

    /// Whether the cue, whose first word is at `start`, is said there; where it ends.
    fn matches(&self, tokens: &[Token], start: usize) -> Option<usize> {
        let next = tokens.get(start + 1);
        if next.is_some_and(|next| !self.second.may_fit(next)) {
            return None;
        }
        follow(&self.rest, tokens, start + 1)
    }
}

fn parse_piece(piece: &str, steps: &mut Vec<Step>) {
    let (piece, optional) =
        piece.strip_suffix('?').filter(|rest| !rest.is_empty()).map_or((piece, false), |rest| (rest, true));
    let mut add = |step: Step| steps.push(if optional { Step::Optional(Box::new(step)) } else { step });
    if piece == "*" {
        return add(Step::Gap);
    }
    if let Some((word, ending)) = contraction(piece) {
        add(Step::words(word));
        return add(Step::words(ending));
    }
    let inside = piece.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(piece);
    let (words, names) = match (inside.find('<'), inside.find('>')) {
        (Some(open), Some(close)) if open < close => {
            ([&inside[..open], &inside[close + 1..]].concat(), &inside[open + 1..close])
        }
        _ => (inside.to_owned(), ""),
    };
    add(Step::words(&words).or_classes(names));
}

impl Step {
    /// Any of the words `a|b`.
    fn words(words: &str) -> Self {
        let words = words.split('|').filter(|word| !word.is_empty()).map(hash_word).collect();
        Self::One { words, classes: Classes::default(), number: false }
    }

    /// The same, or a word of the classes `base|person`; `number` among them is a number.
    fn or_classes(mut self, names: &str) -> Self {
        if let Self::One { classes, number, .. } = &mut self {
            for name in names.split('|') {
                *number |= name == "number";
                *classes =
                    Class::from_name(name).map_or(*classes, |class| classes.with(Classes::of(&[class])));
            }
        }
        self
    }

    /// Whether a token is what this step stands for.
    fn fits(&self, token: &Token) -> bool {
        match self {
            Self::One { words, classes, number } => {
                token.any(*classes)
                    || *number && token.is(Class::Number)
                    || token.shape == Shape::Word && words.contains(&token.hash)
            }
            Self::Gap | Self::Optional(_) => false,
        }
    }
}

/// Splits `we've` as the tokeniser does.
fn contraction(word: &str) -> Option<(&str, &str)> {
    let at = word.find('\'').filter(|at| *at > 0 && !word.contains('|'))?;
    matches!(&word[at..], "'s" | "'m" | "'d" | "'ve" | "'re" | "'ll").then(|| word.split_at(at))
}

fn follow(steps: &[Step], tokens: &[Token], at: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(at) };
    match step {
        Step::Optional(inner) => {
            let taken = tokens.get(at).is_some_and(|token| inner.fits(token));
            taken.then(|| follow(rest, tokens, at + 1)).flatten().or_else(|| follow(rest, tokens, at))
        }
        Step::Gap => (0..=3)
            .take_while(|width| *width == 0 || tokens.get(at + width - 1).is_some_and(Token::speaks))
            .find_map(|width| follow(rest, tokens, at + width)),
        Step::One { .. } => {
            let token = tokens.get(at)?;
            if step.fits(token) {
                return follow(rest, tokens, at + 1);
            }
            // One adverb may stand between: "can't really see".
            let next = tokens.get(at + 1)?;
            (token.is(Class::Adverb) && step.fits(next)).then(|| follow(rest, tokens, at + 2)).flatten()
        }
    }
}

/// Every cue of the wanted roles said in `tokens[from..]`, by place.
pub(super) fn find(tokens: &[Token], from: usize, wanted: Roles, lexicon: &Lexicon, out: &mut Vec<Found>) {
    for (start, token) in
        tokens.iter().enumerate().skip(from).filter(|(_, token)| token.cues.0 < token.cues.1)
    {
        for cue in lexicon.cues(token.cues).iter().filter(|cue| wanted.has(cue.role)) {
            if let Some(end) = cue.matches(tokens, start) {
                out.push(Found { role: cue.role, weight: cue.weight, start, end });
            }
        }
    }
}
