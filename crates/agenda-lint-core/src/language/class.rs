//! Word classes: what one word can be, as a set of bits.

/// What a word can be; many words are several things ("review" is a noun and a verb).
///
/// The lexicon's files write the names in lower case, `situation_label`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Class {
    // Pronouns, determiners and other small words.
    I,
    Us,
    Our,
    You,
    Your,
    Pronoun,
    Nobody,
    Nominative,
    Determiner,
    Quantifier,
    Not,
    Modal,
    Future,
    Be,
    Have,
    Do,
    Preposition,
    Particle,
    With,
    Of,
    That,
    Count,
    And,
    But,
    Subordinator,
    Cause,
    Moment,
    Condition,
    Question,
    Adverb,
    Too,
    Still,
    To,
    Greeting,
    Abbreviation,
    // Verb forms.
    Base,
    Third,
    Past,
    Participle,
    Ing,
    // What a verb means.
    Deed,
    State,
    Stative,
    Thought,
    Intention,
    Appeal,
    Move,
    Begin,
    Speech,
    Worsen,
    Improve,
    Fail,
    Deliver,
    Manage,
    Serve,
    Counsel,
    Get,
    // What a noun or an adjective means.
    Bad,
    Trouble,
    Ratio,
    Remedy,
    Poor,
    Good,
    Less,
    Person,
    Occasion,
    Event,
    Weekday,
    Month,
    Time,
    Day,
    Near,
    Left,
    Metric,
    Unit,
    Advice,
    Document,
    Decision,
    Goal,
    Role,
    Skill,
    SituationLabel,
    ProblemLabel,
    AttemptLabel,
    AskLabel,
    Empty,
    Foreign,
    /// A date, or else another word: "may", "sat".
    Ambiguous,
    // Movements and figures.
    Gain,
    Burden,
    Rise,
    Sink,
    Upright,
    Better,
    Worse,
    Result,
    Numbered,
    Win,
    Mishap,
    Grim,
    Harm,
    Boon,
    Expect,
    Cease,
    Success,
    // Careers and proposals.
    Rank,
    Review,
    Rhythm,
    Scale,
    Pointer,
    Step,
    Feat,
    Wish,
    Course,
    GoalLabel,
    PlanLabel,
    EvidenceLabel,
    Neutral,
    Growth,
    Post,
    Arrangement,
    // What the shape of a token tells; the lexicon gives these to no word.
    Number,
    Ordinal,
    Hour,
    Name,
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
