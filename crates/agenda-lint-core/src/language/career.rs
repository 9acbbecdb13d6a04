//! What a career topic should tell: its goal, its plan and facts for it.

use super::class::{Class, Classes};
use super::clause::{Clause, Lead};
use super::cue::{Found, Role};
use super::figure;
use super::grammar::{Subject, Tense};
use super::parse::Parse;
use super::token::Token;
use super::{Hit, Signal};

/// What a label announces: `Goal: …`, `Plan: …`, `Evidence: …`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Goal,
    Plan,
    Evidence,
    Other,
}

/// Finds the parts; `hits` holds the asks already.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    let mut label = None;
    let mut goal_at = None;
    let mut introduced = (usize::MAX, false);
    for (index, clause) in parse.clauses.iter().enumerate() {
        if introduced.0 != clause.sentence {
            let sentence =
                parse.clauses[index..].iter().take_while(|other| other.sentence == clause.sentence);
            introduced = (clause.sentence, sentence.into_iter().any(|other| other.label));
        }
        if label.is_some_and(|(_, line, _)| line != clause.line) {
            label = None;
        }
        // What a colon introduces belongs to no request that goes before it.
        let covered = clause.asked && (clause.asks || !introduced.1);
        let asked = clause.quoted || covered;
        let wishes = !clause.quoted && (!asked || wishes(parse, index));
        if wishes && is_goal(parse, clause, index, label.map(|(kind, ..)| kind)) {
            hits.push(parse.hit(Signal::Goal, clause.tokens.clone()));
            goal_at = Some(index);
            // "To be a better delegator I hand over one task each month"
            let rhythm = parse.words(clause).iter().skip(2).any(|word| word.is(Class::I))
                && parse.words(clause).iter().any(|word| word.is(Class::Rhythm));
            if rhythm {
                hits.push(parse.hit(Signal::Plan, clause.tokens.clone()));
            }
        } else if !asked && is_plan(parse, clause, label.map(|(kind, ..)| kind), goal_at) {
            hits.push(parse.hit(Signal::Plan, clause.tokens.clone()));
            if proves(parse, clause) {
                hits.push(parse.hit(Signal::Evidence, clause.tokens.clone()));
            }
        } else if !asked && is_evidence(parse, clause, label.map(|(kind, ..)| kind)) {
            hits.push(parse.hit(Signal::Evidence, clause.tokens.clone()));
        }
        if clause.label {
            label = Some((announced(parse, clause), clause.line, clause.sentence));
        } else if label.is_some_and(|(kind, _, sentence)| kind != Label::Plan && clause.sentence > sentence) {
            label = None; // a label reaches over its sentence; a plan goes on
        }
    }
}

/// Whether a clause that a request covers is the wish before it: "I'd love to speak; which would you pay for?"
fn wishes(parse: &Parse<'_>, index: usize) -> bool {
    let clause = &parse.clauses[index];
    let last = parse.clauses.get(index + 1).is_none_or(|next| next.sentence != clause.sentence);
    !clause.asks || !last || index == 0
}

fn announced(parse: &Parse<'_>, clause: &Clause) -> Label {
    let is = |name: &str| parse.says(clause, &[name]);
    let has = |class: Class| clause.classes.has(class);
    let soon = || (is("this") || is("next")) && !is("year");
    let next = || is("next") && (clause.words == 1 || has(Class::Step));
    if clause.words > 6 {
        Label::Other
    } else if has(Class::PlanLabel) || has(Class::Time) && soon() || next() {
        Label::Plan
    } else if has(Class::GoalLabel) && !is("record") {
        Label::Goal
    } else if has(Class::EvidenceLabel) || has(Class::Review) || is("360") {
        Label::Evidence
    } else {
        Label::Other
    }
}

/// Whether a clause names a wanted role, level, skill or state.
fn is_goal(parse: &Parse<'_>, clause: &Clause, index: usize, label: Option<Label>) -> bool {
    if clause.roles.has(Role::NoGoal) {
        return false;
    }
    // "coffee with Ines about her move"
    let others = |found: &Found| {
        found.start > clause.tokens.start
            && parse.is(&parse.tokens[found.start - 1], &["her", "his", "their"])
    };
    if clause.roles.has(Role::Goal) && parse.cues_in(Role::Goal, clause.tokens.clone()).any(others) {
        return false;
    }
    // After `Role:`, what the writer knows or did is no goal.
    let tells = clause.grammar.own
        && clause.grammar.subject == Subject::Writer
        && !matches!(clause.grammar.tense, Tense::Modal | Tense::Future);
    if label == Some(Label::Goal) && !clause.label && (!tells || clause.roles.has(Role::Goal)) {
        return true;
    }
    let words = parse.words(clause);
    let labels = clause.label && clause.words <= 2;
    let verb = clause.grammar.verb.and_then(|at| parse.tokens.get(at));
    let past =
        matches!(clause.grammar.tense, Tense::Past | Tense::Perfect | Tense::Passive) && verb.is_some();
    // "I'm interested in …"
    let felt = clause.grammar.tense == Tense::Passive && clause.grammar.subject == Subject::Writer;
    let past = past && !felt;
    let others = verb.is_some_and(|verb| verb.is(Class::Wish) && verb.is(Class::Third));
    let wished = || {
        let cues = parse.cues_in(Role::Goal, clause.tokens.clone());
        cues.map(|found| &parse.tokens[found.start]).any(|word| word.is(Class::Wish) && !word.is(Class::Past))
    };
    // "What does it take to get to senior?" asks about the way, and wishes for nothing.
    let enquires = || {
        clause.asks
            && words[0].any(Classes::of(&[Class::Question, Class::Do, Class::Be]))
            && clause.grammar.subject != Subject::Writer
            && (!clause.classes.has(Class::Wish) || clause.grammar.subject == Subject::Reader)
    };
    if clause.roles.has(Role::Goal) && !labels && (!past || wished()) && !others && !enquires() {
        return !words[0].is(Class::Nominative);
    }
    let opens = index == 0 || index == 1 && parse.clauses[0].label;
    opens && label != Some(Label::Plan) && opens_with_goal(parse, clause)
}

/// Whether a topic opens with its goal and nothing before it: `Learn SQL properly`, `Regional manager.`
fn opens_with_goal(parse: &Parse<'_>, clause: &Clause) -> bool {
    const TOPICS: [&str; 9] =
        ["career", "growth", "development", "plan", "review", "chat", "next", "talk", "question"];
    const BETTERS: [&str; 6] = ["better", "more", "less", "properly", "well", "confidently"];
    let mut words = parse.words(clause).iter().filter(|word| word.speaks() && !word.is(Class::To));
    let Some(first) = words.next() else { return false };
    let several = clause.words >= 2;
    // "Postdoc or industry" is a choice.
    let post = || clause.classes.meets(POSTS) && !parse.says(clause, &TOPICS) && !parse.says(clause, &["or"]);
    let bare = clause.grammar.tense == Tense::Bare;
    let nominal = clause.grammar.tense == Tense::None || bare && first.is(Class::Rank);
    // "Shift lead by autumn": what could be an order has no article.
    let named = bare && !clause.classes.meets(Classes::of(&[Class::Determiner, Class::Our]));
    // "Less firefighting, more design work"
    let shifts = || nominal && parse.is(first, &["more", "less", "fewer"]);
    // "Delegate better": to do something more, or better than before.
    let bettered = || first.is(Class::Base) && !first.is(Class::Past) && parse.says(clause, &BETTERS);
    let wanted = first.is(Class::Growth);
    several && (wanted || shifts())
        || clause.words <= 6 && (several && (nominal || clause.label || named) && post() || bettered())
        || nominal && is_due(parse, clause)
}

/// "Band 7 by next autumn"
fn is_due(parse: &Parse<'_>, clause: &Clause) -> bool {
    let spoken = || parse.words(clause).iter().filter(|word| word.speaks());
    let mut threes = spoken().zip(spoken().skip(1)).zip(spoken().skip(2));
    clause.classes.has(Class::Near)
        && threes
            .any(|((by, next), time)| next.is(Class::Near) && time.is(Class::Time) && parse.is(by, &["by"]))
}

/// What one can become or hold.
const POSTS: Classes = Classes::of(&[Class::Rank, Class::Post]);

/// Whether a clause tells of the writer's own step, done or dated.
fn is_plan(parse: &Parse<'_>, clause: &Clause, label: Option<Label>, goal_at: Option<usize>) -> bool {
    let told = clause.grammar.subject == Subject::Writer && clause.grammar.verb.is_some();
    if clause.label && !told
        || matches!(clause.lead, Lead::Moment | Lead::Cause | Lead::Relative | Lead::Condition)
    {
        return false;
    }
    let feats = clause.grammar.subject == Subject::Missing
        && clause
            .grammar
            .verb
            .is_some_and(|at| parse.tokens[at].is(Class::Third) && !parse.tokens[at].plural);
    if clause.roles.has(Role::Plan) && !feats || label == Some(Label::Plan) {
        return true;
    }
    let grammar = clause.grammar;
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let own = matches!(grammar.subject, Subject::Writer | Subject::Missing);
    // "Once a fortnight | I run the critique"
    let timed = |before: &Clause| {
        before.sentence == clause.sentence && before.grammar.verb.is_none() && is_dated(parse, before)
    };
    let dated = is_dated(parse, clause) || grammar.own && parse.before(clause).is_some_and(timed);
    let aimed = label == Some(Label::Goal) || goal_at.is_some();
    let listed = aimed || label.is_some();
    let past =
        parse.before(clause).filter(|before| before.sentence == clause.sentence && clause.lead == Lead::More);
    let listed_deed = past.is_some_and(|before| matches!(before.grammar.tense, Tense::Past | Tense::Perfect));
    let already = || parse.says(clause, &["already"]);
    let idle =
        Classes::of(&[Class::State, Class::Stative, Class::Thought, Class::Be, Class::Have, Class::Harm]);
    // "I get told in every debrief"
    let befalls = grammar.verb.is_some_and(|at| {
        parse.tokens[at].is(Class::Get)
            && parse.tokens.get(at + 1).is_some_and(|next| next.is(Class::Participle))
    });
    if befalls {
        return false;
    }
    if let Some(verb) = verb.filter(|_| own && !grammar.negated) {
        let steps = verb.is(Class::Step) && !verb.is(Class::Feat);
        return match grammar.tense {
            Tense::Future => verb.is(Class::Have) || !verb.any(idle) || dated,
            Tense::Present if grammar.subject == Subject::Missing && verb.is(Class::Third) => false,
            Tense::Present if verb.is(Class::Feat) && !dated => false,
            Tense::Modal | Tense::Present | Tense::Progressive | Tense::Gerund => {
                let dates_refusal = dated && grammar.subject == Subject::Writer && verb.is(Class::Harm);
                let takes = dated && verb.is(Class::Step);
                (!verb.any(idle) || dates_refusal || takes) && (dated || aimed || steps) && !already()
            }
            Tense::Past | Tense::Perfect => steps,
            Tense::Bare => listed || dated,
            _ => false,
        };
    }
    // `evening class from Sept`, `exam in July`: a fragment with a date, after the goal.
    let fragment = matches!(grammar.tense, Tense::None | Tense::Gerund | Tense::Bare);
    fragment && dated && listed && !listed_deed
}

/// Whether words give a date or a rhythm: `in June`, `every second Wed`, `one a week`.
fn is_dated(parse: &Parse<'_>, clause: &Clause) -> bool {
    const WHEN: Classes = Classes::of(&[Class::Month, Class::Weekday, Class::Day]);
    let (words, classes) = (parse.words(clause), clause.classes);
    if classes.has(Class::Rhythm) || words.len() > 1 && classes.meets(WHEN) {
        return true;
    }
    classes.meets(Classes::of(&[Class::Time, Class::Ordinal]))
        && words.windows(2).any(|pair| {
            pair[0].any(Classes::of(&[Class::Preposition, Class::Determiner])) && pair[1].is(Class::Time)
                || pair[0].is(Class::Preposition) && pair[1].is(Class::Ordinal)
        })
}

/// Whether a step is a proof as well: it was taken with a figure or an honour.
fn proves(parse: &Parse<'_>, clause: &Clause) -> bool {
    let past = matches!(clause.grammar.tense, Tense::Past | Tense::Perfect);
    let honoured = |word: &Token| word.is(Class::Review) && parse.text(word) == "distinction";
    past && (clause.roles.has(Role::Evidence) || parse.words(clause).iter().any(honoured))
}

/// Whether a clause gives a fact for readiness or need.
fn is_evidence(parse: &Parse<'_>, clause: &Clause, label: Option<Label>) -> bool {
    // "Let's park it", "let's make time"
    let invites = parse.words(clause).first().is_some_and(|first| parse.is(first, &["let", "lets", "let's"]));
    if clause.label || invites || clause.roles.has(Role::Announcement) {
        return false;
    }
    if label == Some(Label::Evidence) || clause.roles.has(Role::Evidence) {
        return true;
    }
    let grammar = clause.grammar;
    let verb = grammar.verb.and_then(|at| parse.tokens.get(at));
    let past = verb.is_some_and(|verb| verb.is(Class::Past) || verb.is(Class::Have));
    let told = matches!(grammar.tense, Tense::Past | Tense::Perfect | Tense::Passive)
        || past && grammar.tense == Tense::State;
    let counted = clause.classes.meets(figure::NUMERIC);
    let coming = grammar.tense == Tense::Passive && !clause.classes.has(Class::Past);
    let feat = verb.is_some_and(|verb| verb.is(Class::Feat))
        && told
        && !coming
        && grammar.subject != Subject::Reader;
    let others = told && grammar.subject == Subject::Other && verb.is_some_and(|verb| !verb.is(Class::Be));
    let idle =
        Classes::of(&[Class::Thought, Class::State, Class::Stative, Class::Step, Class::Be, Class::Speech]);
    let headless = grammar.subject == Subject::Missing && grammar.tense == Tense::Past;
    let own = told
        && (grammar.own && grammar.subject == Subject::Writer || headless && clause.words > 1)
        && verb.is_some_and(|verb| verb.is(Class::Deed) && !verb.any(idle));
    let present = matches!(grammar.tense, Tense::Present | Tense::Progressive) && !grammar.negated;
    let was = grammar.subject == Subject::Writer && past && grammar.tense == Tense::State && !grammar.negated;
    let about_me = (told || present)
        && !verb.is_some_and(|verb| verb.is(Class::Be))
        && grammar.subject == Subject::Other
        && clause.classes.has(Class::Us);
    let held = told
        || clause.lead == Lead::Aside
        || matches!(grammar.tense, Tense::State | Tense::None | Tense::Present | Tense::Missed);
    feat && !grammar.negated
        || others && counted
        || own && !grammar.negated
        || about_me
        || was && !clause.classes.has(Class::Thought)
        || is_fact(parse, clause)
        || counted && held && is_measured(parse, clause, told)
}

/// Whether a clause counts or measures something; a stretch of time only where something `told` happened in it.
fn is_measured(parse: &Parse<'_>, clause: &Clause, told: bool) -> bool {
    let date = Classes::of(&[Class::Month, Class::Weekday]);
    figure::all(parse, clause.tokens.clone()).any(|(at, kind)| {
        (told || kind != figure::Kind::Duration)
            && !parse.tokens.get(at + 1).is_some_and(|next| next.any(date))
    })
}

/// Whether a clause states a fact, and neither a feeling nor a thought: "My contract ends in December".
fn is_fact(parse: &Parse<'_>, clause: &Clause) -> bool {
    let grammar = clause.grammar;
    let Some(verb) = grammar.verb.and_then(|at| parse.tokens.get(at)) else { return false };
    let felt = [
        Class::Thought,
        Class::Stative,
        Class::Wish,
        Class::Intention,
        Class::Expect,
        Class::Get,
        Class::Greeting,
        Class::Modal,
        Class::Speech,
    ];
    let told = match grammar.subject {
        Subject::Writer => match grammar.tense {
            Tense::Past | Tense::Perfect => true,
            Tense::Present => verb.is(Class::Deed) || verb.is(Class::Feat),
            _ => false,
        },
        // What others do is a fact for the writer only when it concerns them.
        Subject::Other => {
            let mine = clause.classes.meets(Classes::of(&[Class::Us, Class::Our, Class::I]));
            mine && matches!(grammar.tense, Tense::Past | Tense::Perfect | Tense::Present)
        }
        _ => false,
    };
    let main = matches!(clause.lead, Lead::Sentence | Lead::More | Lead::Contrast);
    // "I saw the posting"
    let perceived = grammar.subject == Subject::Writer && verb.is(Class::State) && verb.is(Class::Neutral);
    grammar.own
        && told
        && main
        && !perceived
        && clause.words >= 4
        && !verb.any(Classes::of(&felt))
        && !verb.is(Class::Step)
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Line, Passage, Setting, Signal, UserCues};

    #[test]
    fn a_wish_a_step_and_a_fact_are_told_apart() {
        for (text, wanted) in [
            ("I would like to become a team lead.", "g"),
            ("Regional manager.", "g"),
            ("Learn German: class every Monday evening.", "gp"),
            ("Goal: senior by April. Plan: own one project.", "gp"),
            ("I enrolled in the statistics course.", "p"),
            ("Led the ledger migration.", "e"),
            ("Two clients asked for me by name.", "e"),
            ("My dream is to teach. I got 1.4 in the evaluations.", "ge"),
            ("Growth", ""),
            ("Still thinking about what I want.", ""),
            ("Thanks for the kind words.", ""),
        ] {
            let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
            let passage = Passage { text, lines: &lines, opaque: &[] };
            let reading = language::read(&passage, Setting::Career, &UserCues::default());
            let signals = [('g', Signal::Goal), ('p', Signal::Plan), ('e', Signal::Evidence)];
            let found: String =
                signals.iter().filter(|(_, signal)| reading.has(*signal)).map(|(c, _)| c).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
