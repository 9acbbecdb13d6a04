//! What cues tell.

/// What a cue tells. The lexicon's files write the names in lower case, `no_problem`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(in crate::language) enum Role {
    /// Circumstances.
    Situation,
    /// Something undesired.
    Problem,
    /// In a question, takes a misbehaviour for granted.
    ProblemAsked,
    /// Sounds like a problem, and is none: "no problem", "all sorted".
    NoProblem,
    /// An attempt, whoever is the subject.
    Attempt,
    /// The matter is closed, or is praise.
    Settled,
    /// Sounds like an attempt, and is none: "haven't tried", "plan to".
    NoAttempt,
    /// Tells of an attempt before it that it did not help.
    NoHelp,
    /// What others said or promised to do: no circumstance.
    Response,
    /// A deed that is against something, whatever else is said.
    Remedy,
    /// Gives a circumstance some weight beside others.
    Setting,
    /// The writer does not know; a question, when it names the reader.
    Unsure,
    /// A question or request.
    Ask,
    /// A request, where a sentence begins with it.
    AskOpening,
    /// A question that wants no answer.
    NoAsk,
    /// A request that names nothing.
    VagueAsk,
    /// Nothing was tried.
    Untried,
    /// Nothing was said or done about it at all.
    Inaction,
    /// What follows is on another matter.
    Elsewhere,
    /// Which of several courses the writer favours.
    Leaning,
    /// A request to decide or to allow.
    Decision,
    /// A request to do something.
    Deed,
    /// A question that only thought can answer.
    Open,
    /// A request for a fact.
    Fact,
    /// A request that owes no framing, whatever trouble is told beside it: for a deed that is plain, or what one knows.
    Errand,
    /// Announces a topic.
    Announcement,
    /// A placeholder.
    Nothing,
    /// Who does what, with whom.
    Coordination,
    /// A plan.
    Plan,
    /// A wanted state.
    Goal,
    /// Sounds like a wanted state, and is none.
    NoGoal,
    /// A fact for a claim.
    Evidence,
    /// Sounds like a fact for a claim, and is none.
    NoEvidence,
    /// Something observed that speaks for a course of action.
    Observation,
    /// A magnitude.
    Size,
    /// A result.
    Outcome,
    /// Sounds like a result, and is none.
    NoOutcome,
    /// Money that came in, or was not spent.
    Gained,
    /// A danger.
    Risk,
    /// A word that is a danger where it stands alone: `amber`.
    RiskStatus,
    /// Sounds like a danger, and is none.
    NoRisk,
    /// A step against it.
    Mitigation,
    /// What work waits for.
    Blocker,
    /// A blocker that is gone.
    NoBlocker,
    /// A favoured course.
    Proposal,
    /// Sounds like a proposal, and is none.
    NoProposal,
}

/// A set of roles.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::language) struct Roles(u64);

impl Roles {
    /// The set of these roles.
    pub(in crate::language) const fn of(roles: &[Role]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < roles.len() {
            bits |= 1 << roles[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether the role is in the set.
    pub(in crate::language) const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }

    /// Whether the sets share a role.
    pub(in crate::language) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub(in crate::language) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
