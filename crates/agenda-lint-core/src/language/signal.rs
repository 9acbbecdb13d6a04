//! The signals a reader can find in a topic, and what it hands back.

use std::ops::Range;

/// Something a topic says of itself: the parts that the framing rules ask for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Signal {
    /// The circumstances: when, with whom, under which condition, because of what.
    Situation,
    /// An undesired state, somebody's.
    Problem,
    /// Something the writer already did against the problem.
    Attempt,
    /// A question or request put to the reader.
    Ask,
    /// An ask that names no decision, person or thing ("thoughts?"); it is an [`Signal::Ask`] too.
    VagueAsk,
    /// The writer says that nothing was tried, or only plans to.
    Untried,
    /// A step of the writer's own, done or dated.
    Plan,
    /// A wanted role, level, skill or state.
    Goal,
    /// Facts or data for a claim.
    Evidence,
    /// The magnitude of a gain or a cost.
    Size,
    /// A result or effect, achieved or expected.
    Outcome,
    /// A goal, date or quality is in danger, or has slipped.
    Risk,
    /// A plan or workaround against a risk or blocker.
    Mitigation,
    /// Work cannot go on until something happens.
    Blocker,
    /// A course of action the writer favours.
    Proposal,
}

impl Signal {
    /// Every signal, in the order of the contract.
    pub const ALL: [Self; 15] = [
        Self::Situation,
        Self::Problem,
        Self::Attempt,
        Self::Ask,
        Self::VagueAsk,
        Self::Untried,
        Self::Plan,
        Self::Goal,
        Self::Evidence,
        Self::Size,
        Self::Outcome,
        Self::Risk,
        Self::Mitigation,
        Self::Blocker,
        Self::Proposal,
    ];

    /// The name in `inspect` and in a config, in snake case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Situation => "situation",
            Self::Problem => "problem",
            Self::Attempt => "attempt",
            Self::Ask => "ask",
            Self::VagueAsk => "vague_ask",
            Self::Untried => "untried",
            Self::Plan => "plan",
            Self::Goal => "goal",
            Self::Evidence => "evidence",
            Self::Size => "size",
            Self::Outcome => "outcome",
            Self::Risk => "risk",
            Self::Mitigation => "mitigation",
            Self::Blocker => "blocker",
            Self::Proposal => "proposal",
        }
    }

    /// Its bit in a set of signals.
    const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// The signal of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signal| signal.name() == name)
    }
}

/// A set of signals, a bit each: most are asked for where they are not.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct SignalSet(u32);

impl SignalSet {
    /// Whether the signal is in the set.
    pub fn has(self, signal: Signal) -> bool {
        self.0 & signal.bit() != 0
    }

    /// Puts a signal into the set.
    pub(super) fn add(&mut self, signal: Signal) {
        self.0 |= signal.bit();
    }

    /// Both sets together.
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl FromIterator<Signal> for SignalSet {
    fn from_iter<I: IntoIterator<Item = Signal>>(signals: I) -> Self {
        Self(signals.into_iter().fold(0, |all, signal| all | signal.bit()))
    }
}

/// Where a signal was recognised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// What was recognised.
    pub signal: Signal,
    /// The words that say it: bytes of the passage's text.
    pub range: Range<usize>,
}

/// Where a topic stands: in which section, or what it says of itself (`Advice: …`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Setting {
    /// Under a heading that asks for help or advice.
    Advice,
    /// Among the updates.
    Updates,
    /// Under career or growth.
    Career,
    /// Under strategy.
    Strategy,
    /// Among the action items.
    Actions,
    /// Where anything may be discussed, or all is about one thing: what asks nothing may be part of an ask.
    Discussion,
    /// Anywhere else, among notes for one: what asks nothing in more than a few words is not read for how it is told.
    Other,
}

/// What a topic is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TopicKind {
    /// A status line: what was done, or what is going on.
    Update,
    /// Talk with people about who does what ("Aligned with Kate on…").
    Coordination,
    /// Asks how to deal with something.
    Advice,
    /// Asks the reader to decide or to allow something.
    Decision,
    /// Asks the reader to do something: review, sign, send.
    ActionRequest,
    /// Asks for, or gives, a fact.
    Information,
    /// The writer's own growth.
    Career,
    /// A course of action for the team or the product.
    Strategy,
    /// Praise or criticism of a person.
    Feedback,
    /// A task.
    Action,
    /// Names a topic and says nothing of it.
    BareTopic,
    /// A placeholder: "none this week".
    Nothing,
    /// None of these, or not to be told.
    Other,
}

impl TopicKind {
    /// What it is called in words, in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Coordination => "coordination",
            Self::Advice => "advice",
            Self::Decision => "decision",
            Self::ActionRequest => "request",
            Self::Information => "information",
            Self::Career => "career",
            Self::Strategy => "strategy",
            Self::Feedback => "feedback",
            Self::Action => "action",
            Self::BareTopic => "bare topic",
            Self::Nothing => "nothing",
            Self::Other => "other",
        }
    }
}

/// What a reader makes of one topic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// What the topic is.
    pub kind: TopicKind,
    /// Every recognised part, by signal and then by place.
    pub hits: Vec<Hit>,
    /// The signals among them.
    signals: SignalSet,
    /// Parts that were not recognised, and may be told all the same or called for by nobody.
    pub doubts: SignalSet,
    /// Whether the text could be read at all; a text that is not English has no hits.
    pub english: bool,
}

impl Reading {
    /// One in which nothing was recognised.
    pub fn empty(english: bool) -> Self {
        let nothing = SignalSet::default();
        Self { kind: TopicKind::Other, hits: Vec::new(), signals: nothing, doubts: nothing, english }
    }

    /// One of English, whose kind is still to be told.
    pub(super) fn new(hits: Vec<Hit>, doubts: SignalSet) -> Self {
        let signals = hits.iter().map(|hit| hit.signal).collect();
        Self { hits, signals, doubts, ..Self::empty(true) }
    }

    /// Whether a signal was recognised anywhere.
    pub fn has(&self, signal: Signal) -> bool {
        self.signals.has(signal)
    }

    /// The places of one signal, in source order; none where it was not recognised.
    pub fn of(&self, signal: Signal) -> impl Iterator<Item = &Range<usize>> {
        let hits = if self.has(signal) { &self.hits[..] } else { &[] };
        hits.iter().filter(move |hit| hit.signal == signal).map(|hit| &hit.range)
    }
}
