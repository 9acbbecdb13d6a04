//! What a topic is in the first place.

use super::ask::ASKING;
use super::class::{Class, Classes};
use super::cue::{Found, Role};
use super::fact::{self, clauses_in, holds, tokens_from};
use super::grammar::{Subject, Tense};
use super::parse::Parse;
use super::spelt::{spelt, words};
use super::token::Token;
use super::{Hit, Reading, Setting, Signal, TopicKind};

/// How many words a topic has at the most that only names itself and is announced.
const MOST_ANNOUNCED: usize = 12;

/// Whether a topic whose clauses are not told yet is so short that it may only name itself, or nothing.
pub(super) fn may_only_name(parse: &Parse<'_>) -> bool {
    parse.tokens.iter().filter(|token| token.speaks()).nth(MOST_ANNOUNCED).is_none()
}

/// The kind of a topic, from where it stands and what was found in it.
pub(super) fn of(parse: &Parse<'_>, setting: Setting, told: &Reading) -> TopicKind {
    let words = || parse.clauses.iter().map(|clause| clause.words).sum::<usize>();
    let starts = |role: Role| parse.cues(role).any(|found| found.start == 0);
    // Every clause has a word.
    let Some(first) = parse.clauses.first() else { return TopicKind::Nothing };
    // "None this week", and why: "too full"
    let reasoned = || first.words <= 4 && parse.clauses.iter().all(|clause| clause.grammar.verb.is_none());
    if starts(Role::Nothing) && (words() <= 4 || words() <= 8 && reasoned()) {
        return TopicKind::Nothing;
    }
    match setting {
        Setting::Career => return TopicKind::Career,
        Setting::Strategy => return TopicKind::Strategy,
        Setting::Actions => return TopicKind::Action,
        _ => {}
    }
    if told.has(Signal::Ask) {
        return asked(parse, told);
    }
    let few = if parse.roles.has(Role::Announcement) { MOST_ANNOUNCED } else { 8 };
    if !told.has(Signal::Problem) && names_only(parse) && words() <= few {
        return match () {
            () if wants_paper(parse) => TopicKind::ActionRequest,
            () if jokes(parse) => TopicKind::Other,
            () => TopicKind::BareTopic,
        };
    }
    match setting {
        Setting::Updates if starts(Role::Coordination) => TopicKind::Coordination,
        Setting::Updates => TopicKind::Update,
        Setting::Advice if told.has(Signal::Problem) || stands_open(parse) => TopicKind::Advice,
        _ => TopicKind::Other,
    }
}

/// Whether a topic only names itself: "Team morale", "Discuss: headcount", "Let's talk about hiring".
fn names_only(parse: &Parse<'_>) -> bool {
    parse.clauses.iter().all(|clause| {
        let verbless = matches!(clause.grammar.tense, Tense::None | Tense::Gerund);
        // "Falls."
        let noun = clause.words == 1 && clause.grammar.tense == Tense::Present;
        verbless || noun || clause.says(Role::Announcement)
    })
}

/// "Signature on the form", "sign-off for the stand": a paper that needs a word.
fn wants_paper(parse: &Parse<'_>) -> bool {
    const SIGNED: [u32; 4] = spelt(["signature", "sign-off", "signoff", "initials"]);
    let spoken: Vec<&Token> = parse.tokens.iter().filter(|word| word.speaks()).take(3).collect();
    matches!(spoken[..], [wanted, on, _] if wanted.spells(&SIGNED) && on.spells(words!["on", "for"]))
}

/// "Parking again lol": said for fun.
fn jokes(parse: &Parse<'_>) -> bool {
    parse.tokens.iter().any(|word| word.spells(words!["lol", "haha", "hahaha", "hehe", "lmao"]))
}

/// Whether a topic that asks nothing stands there for an answer all the same: it says how things are, or wants to
/// talk and tells more than what about, and does not close the matter.
fn stands_open(parse: &Parse<'_>) -> bool {
    let closed = parse.roles.has(Role::Settled)
        || parse.clauses.iter().any(|clause| clause.classes.has(Class::Greeting));
    let current = parse.clauses.iter().any(|clause| {
        let now = matches!(
            clause.grammar.tense,
            Tense::Present | Tense::Progressive | Tense::Perfect | Tense::Future
        );
        now && clause.grammar.subject == Subject::Other && !clause.quoted && !clause.label
    });
    let told = parse.roles.has(Role::Announcement)
        && parse.clauses.iter().any(|clause| clause.sentence > 0 && clause.grammar.verb.is_some());
    !closed && (current || told)
}

/// What kind of answer is asked for: what is open at all is a matter for advice.
fn asked(parse: &Parse<'_>, told: &Reading) -> TopicKind {
    let asks = || told.hits.iter().filter(|hit| hit.signal == Signal::Ask);
    let any = |role: Role, hit: &Hit| cues_of(parse, role, hit).next().is_some();
    let open = |hit: &Hit| any(Role::Open, hit);
    let deed = |hit: &Hit| cues_of(parse, Role::Deed, hit).any(|found| is_deed(parse, found)) && !open(hit);
    let fact = |hit: &Hit| any(Role::Fact, hit) || fact::is_known(parse, hit);
    let wrong = |hit: &Hit| hit.signal == Signal::Problem && !fact::is_read_out(parse, hit);
    let troubled = || told.hits.iter().any(wrong);
    let decision = |hit: &Hit| any(Role::Decision, hit) && !open(hit);
    // "A day in Ghent, sometime in April? Just need your OK"
    let bare = |hit: &Hit| clauses_in(parse, hit).all(|clause| clause.grammar.verb.is_none());
    let requests = || asks().any(deed) && asks().all(|hit| deed(hit) || bare(hit));
    // These owe no framing, whatever trouble is told beside them.
    let errand =
        |hit: &Hit| is_errand(parse, hit) && !open(hit) || is_nod(parse, hit) || is_leave(parse, hit);
    if told.has(Signal::VagueAsk) {
        TopicKind::Advice
    } else if asks().all(|hit| is_answered(parse, hit) || fact::is_pressed(parse, hit)) {
        TopicKind::Information
    } else if asks().all(errand) || !told.has(Signal::Problem) && requests() {
        TopicKind::ActionRequest
    } else if asks().any(|hit| open(hit) && !fact(hit)) {
        TopicKind::Advice
    } else if asks().any(decision) {
        TopicKind::Decision
    } else if !troubled() && asks().all(|hit| fact(hit) || deed(hit)) {
        TopicKind::Information
    } else {
        TopicKind::Advice
    }
}

/// The cues of one role that begin in a hit.
fn cues_of<'p>(parse: &'p Parse<'_>, role: Role, hit: &Hit) -> impl Iterator<Item = &'p Found> {
    let cues = if parse.roles.has(role) { &parse.cues[..] } else { &[] };
    let byte = |found: &Found| parse.tokens[found.start].start;
    let first = cues.partition_point(|found| byte(found) < hit.range.start);
    let end = hit.range.end;
    cues[first..].iter().take_while(move |found| byte(found) < end).filter(move |found| found.role == role)
}

/// "final 24: ok? -> ok, 23": an arrow leads from the question to its answer, which asks nothing itself.
fn is_answered(parse: &Parse<'_>, hit: &Hit) -> bool {
    let behind = tokens_from(parse, hit.range.end);
    let [mark, answer, ..] = behind else { return false };
    let asks = |found: &Found| ASKING.has(found.role) && parse.tokens[found.start].start >= answer.start;
    mark.mark(b'>')
        && answer.speaks()
        && !answer.broken
        && !behind.iter().any(|token| token.mark(b'?'))
        && !parse.cues.iter().any(asks)
}

/// "Pls sign the form", "Do you know if Rosa signed?": a deed or a fact, but neither counsel nor judgement, as whether "I
/// should" or "this is normal".
fn is_errand(parse: &Parse<'_>, hit: &Hit) -> bool {
    const ABOUT: Classes = Classes::of(&[Class::I, Class::Us, Class::Pronoun, Class::You]);
    let is_plain = |found: &Found| {
        let asks = parse.tokens[found.start].is(Class::Do);
        let judges = || asks && parse.tokens.get(found.end).is_some_and(|next| next.any(ABOUT));
        let counsels = parse.tokens[found.end - 1].spells(words![
            "help",
            "coach",
            "support",
            "mediate",
            "review",
            "guide",
            "challenge",
            "think",
            "talk",
            "say",
            "tell",
            "explain",
            "teach",
            "listen"
        ]);
        is_deed(parse, found) && !counsels && !judges()
    };
    cues_of(parse, Role::Errand, hit).any(is_plain)
}

/// "I'd try it on the group first. Ok?": all that is asked for is a yes.
fn is_nod(parse: &Parse<'_>, hit: &Hit) -> bool {
    let mut clauses = clauses_in(parse, hit);
    let (Some(only), None) = (clauses.next(), clauses.next()) else { return false };
    let first = &parse.tokens[only.tokens.start];
    only.words == 1 && first.spells(words!["ok", "okay", "k", "fine", "alright", "agreed", "deal", "yes"])
}

/// "Can Mirela do the course on the 19th?": whether somebody who is named may do something on some day.
fn is_leave(parse: &Parse<'_>, hit: &Hit) -> bool {
    const WHEN: Classes = Classes::of(&[Class::Number, Class::Weekday, Class::Month]);
    let [modal, name, verb, ..] = tokens_from(parse, hit.range.start) else { return false };
    modal.spells(words!["can", "may"])
        && name.is(Class::Name)
        && verb.is(Class::Base)
        && holds(parse, hit, WHEN)
}

/// Whether a request is for a deed, not for counsel: "can you sign it", but not "can you suggest something".
fn is_deed(parse: &Parse<'_>, found: &Found) -> bool {
    parse.tokens[found.start..found.end].last().is_some_and(|verb| !verb.is(Class::Counsel))
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Line, Passage, Setting, TopicKind, UserCues};

    #[test]
    fn what_somebody_knows_is_asked_for_and_what_one_may_is_requested() {
        for (text, wanted) in [
            ("Is the fair in Leeds happening?", TopicKind::Information),
            ("What do you expect of the crew in Leeds?", TopicKind::Information),
            ("What do you expect me to tell the crew?", TopicKind::Advice),
            ("Which colour do you prefer for the van?", TopicKind::Information),
            ("We could paint it or sell it. What do you prefer?", TopicKind::Advice),
            ("What would you like to see at the fair?", TopicKind::Information),
            ("Do you also need the list of vans?", TopicKind::Information),
            ("Do you want to join the crew in Leeds?", TopicKind::Advice),
            ("Who approves the colour of the van?", TopicKind::Information),
            ("Who should approve the colour of the van?", TopicKind::Decision),
            ("What is the deadline for the list?", TopicKind::Information),
            ("What is a good deadline for the list?", TopicKind::Advice),
            ("What is the right date for the fair?", TopicKind::Advice),
            ("How do you want the crew to react?", TopicKind::Advice),
            ("Does the contract end in April?", TopicKind::Information),
            (
                "Does the contract end in April? The letter says May, the portal says March.",
                TopicKind::Information,
            ),
            ("Does the contract end in April? Nobody answers and the crew is unhappy.", TopicKind::Advice),
            ("Does the contract end in April or doesn't it? The crew is unhappy.", TopicKind::Information),
            ("Should I warn him, yes or no? The crew is unhappy.", TopicKind::Decision),
            ("The offer is late. I need your sign-off by Friday", TopicKind::ActionRequest),
            ("The offer is late. I need your advice by Friday", TopicKind::Advice),
            ("The dealer does not answer. A line from you would do it", TopicKind::ActionRequest),
            ("The dealer does not answer. Advice from you would help", TopicKind::Advice),
            (
                "How many days survive past March? The portal says 5, the letter says 8",
                TopicKind::Information,
            ),
            ("How many days should I take? The portal says 5, the letter says 8", TopicKind::Advice),
            ("Which rev of the list we use in Leeds, D or E?", TopicKind::Information),
            ("Which rev of the list should we use in Leeds, D or E?", TopicKind::Advice),
            ("Is it normal that nobody answers?", TopicKind::Advice),
            ("Is Ana ready to lead the fair?", TopicKind::Advice),
            ("Is a fair in May a good idea?", TopicKind::Advice),
            ("A day at the fair, sometime in April? I need your OK", TopicKind::ActionRequest),
            ("A day at the fair, sometime in April?", TopicKind::Advice),
            ("Two phones are broken, 160 each. Pls order new ones", TopicKind::ActionRequest),
            ("The form is late, which is a mess. Pls sign it today", TopicKind::ActionRequest),
            ("Two phones are broken. Please advise", TopicKind::Advice),
            (
                "The contract ends in May and I worry. Do you know by March if there is another?",
                TopicKind::ActionRequest,
            ),
            ("They ignore us. Do you know how to reach them?", TopicKind::Advice),
            ("The talk is late, I'd show it to the crew first. Ok?", TopicKind::ActionRequest),
            (
                "The licence is invalid from May. Can Mirela do the course on the 19th?",
                TopicKind::ActionRequest,
            ),
            ("The crew complains about him. Please coach me on this", TopicKind::Advice),
            ("The crew complains about him. Do you know whether I should warn him?", TopicKind::Advice),
            ("The price is too high: ok? -> yes", TopicKind::Information),
            ("The kiln broke, what now? -> please decide by Friday", TopicKind::Advice),
            ("The crew is unhappy. Can this be mended?", TopicKind::Advice),
            ("The phone is broken, could you give it a nudge?", TopicKind::ActionRequest),
            ("The phone is broken, could you give it a thought?", TopicKind::Advice),
            ("Signature on the form", TopicKind::ActionRequest),
            ("Signature fair", TopicKind::BareTopic),
            ("Vans again lol", TopicKind::Other),
            ("Vans again", TopicKind::BareTopic),
        ] {
            let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
            let passage = Passage { text, lines: &lines, opaque: &[] };
            let reading = language::read(&passage, Setting::Advice, &UserCues::default());
            assert_eq!(reading.kind, wanted, "{text}");
        }
    }
}
