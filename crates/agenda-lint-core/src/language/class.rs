//! Word classes: what one word can be, as a set of bits.

/// Declares [`Class`] and the names that the lexicon gives its classes.
macro_rules! classes {
    ($($(#[doc = $doc:literal])* $class:ident = $name:literal,)*) => {
        /// What a word can be; many words are several things ("review" is a noun and a verb).
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(super) enum Class { $($(#[doc = $doc])* $class,)* }

        impl Class {
            /// The class that the lexicon calls by this name.
            pub(super) fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$class),)* _ => None }
            }
        }
    };
}

classes! {
    // Pronouns, determiners and other small words.
    I = "i",
    Us = "us",
    Our = "our",
    You = "you",
    Your = "your",
    Pronoun = "pronoun",
    Nobody = "nobody",
    Nominative = "nominative",
    Determiner = "determiner",
    Quantifier = "quantifier",
    Not = "not",
    Modal = "modal",
    Future = "future",
    Be = "be",
    Have = "have",
    Do = "do",
    Preposition = "preposition",
    Particle = "particle",
    With = "with",
    Of = "of",
    That = "that",
    Count = "count",
    And = "and",
    But = "but",
    Subordinator = "subordinator",
    Cause = "cause",
    Moment = "moment",
    Condition = "condition",
    Question = "question",
    Adverb = "adverb",
    Too = "too",
    Still = "still",
    To = "to",
    Greeting = "greeting",
    Abbreviation = "abbreviation",
    // Verb forms.
    Base = "base",
    Third = "third",
    Past = "past",
    Participle = "participle",
    Ing = "ing",
    // What a verb means.
    Deed = "deed",
    State = "state",
    Stative = "stative",
    Thought = "thought",
    Intention = "intention",
    Appeal = "appeal",
    Move = "move",
    Begin = "begin",
    Speech = "speech",
    Worsen = "worsen",
    Improve = "improve",
    Fail = "fail",
    Deliver = "deliver",
    Manage = "manage",
    Serve = "serve",
    Counsel = "counsel",
    Get = "get",
    // What a noun or an adjective means.
    Bad = "bad",
    Trouble = "trouble",
    Ratio = "ratio",
    Remedy = "remedy",
    Poor = "poor",
    Good = "good",
    /// A date, or else another word: "may", "sat".
    Ambiguous = "ambiguous",
    Less = "less",
    Person = "person",
    Occasion = "occasion",
    Event = "event",
    Weekday = "weekday",
    Month = "month",
    Time = "time",
    Day = "day",
    Near = "near",
    Left = "left",
    Metric = "metric",
    Unit = "unit",
    Advice = "advice",
    Document = "document",
    Decision = "decision",
    Goal = "goal",
    Role = "role",
    Skill = "skill",
    SituationLabel = "situation_label",
    ProblemLabel = "problem_label",
    AttemptLabel = "attempt_label",
    AskLabel = "ask_label",
    Empty = "empty",
    Foreign = "foreign",
    // Movements and figures.
    Gain = "gain",
    Burden = "burden",
    Rise = "rise",
    Sink = "sink",
    Upright = "upright",
    Better = "better",
    Worse = "worse",
    Result = "result",
    Numbered = "numbered",
    Win = "win",
    Mishap = "mishap",
    Grim = "grim",
    Harm = "harm",
    Boon = "boon",
    Expect = "expect",
    // Careers and proposals.
    Rank = "rank",
    Review = "review",
    Rhythm = "rhythm",
    Scale = "scale",
    Pointer = "pointer",
    Step = "step",
    Feat = "feat",
    Wish = "wish",
    Course = "course",
    GoalLabel = "goal_label",
    PlanLabel = "plan_label",
    EvidenceLabel = "evidence_label",
    Neutral = "neutral",
    // What the shape of a token tells; the lexicon gives these to no word.
    Number = "number",
    Ordinal = "ordinal",
    Hour = "hour",
    Name = "name",
}

/// A set of classes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub(super) struct Classes(u128);

impl Classes {
    /// The set of these classes.
    pub(super) const fn of(classes: &[Class]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < classes.len() {
            bits |= 1 << classes[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether the class is in the set.
    pub(super) const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether the sets share a class.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set is empty.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Both sets together.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the other's classes.
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What both sets hold.
    pub(super) const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}
