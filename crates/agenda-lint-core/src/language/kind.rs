//! What a topic is in the first place.

use super::cue::{Role, Roles};
use super::grammar::Tense;
use super::parse::Parse;
use super::token::Token;
use super::{Hit, Setting, Signal, TopicKind};

/// The cues that tell it.
pub(super) const ROLES: Roles =
    Roles::of(&[Role::Nothing, Role::Coordination, Role::Decision, Role::Fact, Role::Announcement]);

/// The kind of a topic, from where it stands and what was found in it.
pub(super) fn of(parse: &Parse<'_>, setting: Setting, hits: &[Hit]) -> TopicKind {
    let has = |signal: Signal| hits.iter().any(|hit| hit.signal == signal);
    let words = parse.tokens.iter().filter(|token| Token::speaks(token)).count();
    let starts = |role: Role| parse.cues(role).any(|found| found.start == 0);
    if words == 0 || words <= 4 && starts(Role::Nothing) {
        return TopicKind::Nothing;
    }
    match setting {
        Setting::Career => return TopicKind::Career,
        Setting::Strategy => return TopicKind::Strategy,
        Setting::Actions => return TopicKind::Action,
        _ => {}
    }
    if has(Signal::Ask) {
        return asked(parse, has(Signal::VagueAsk) || has(Signal::Problem));
    }
    let verbless =
        parse.clauses.iter().all(|clause| matches!(clause.grammar.tense, Tense::None | Tense::Gerund));
    if words <= 8 && verbless && !has(Signal::Problem) {
        return TopicKind::BareTopic;
    }
    match setting {
        Setting::Updates if starts(Role::Coordination) => TopicKind::Coordination,
        Setting::Updates => TopicKind::Update,
        Setting::Advice if has(Signal::Problem) => TopicKind::Advice,
        _ => TopicKind::Other,
    }
}

/// What kind of answer is asked for.
fn asked(parse: &Parse<'_>, open: bool) -> TopicKind {
    let has = |role: Role| parse.roles.has(role);
    if open {
        TopicKind::Advice
    } else if has(Role::Decision) {
        TopicKind::Decision
    } else if has(Role::Fact) {
        TopicKind::Information
    } else {
        TopicKind::Advice
    }
}
