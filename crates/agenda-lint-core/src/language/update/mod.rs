//! What an update should tell: its outcome, its risks and what is done about them, its blockers.

mod ability;
mod blocker;
mod bound;
mod effort;
mod habit;
mod harmless;
mod hinge;
mod ill;
mod measure;
mod mitigation;
mod news;
mod outcome;
mod risk;
mod share;

use std::ops::Range;

use super::class::{Class, Classes};
use super::clause::Clause;
use super::cue::{Found, Role};
use super::parse::Parse;
use super::trend::{self, Trend};
use super::{Hit, Signal};

/// What one is glad to be without.
const UNWANTED: Classes =
    Classes::of(&[Class::Burden, Class::Mishap, Class::Trouble, Class::Bad, Class::Grim, Class::Harm]);

/// A sentence of an update, with what moved in it.
struct Sentence<'p> {
    clauses: &'p [Clause],
    /// Its tokens.
    tokens: Range<usize>,
    /// What went up or down.
    trends: &'p [Trend],
}

/// Finds the parts; `hits` holds the asks already. Gives back the parts that may be told, or that nobody may miss, though
/// they were not found.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) -> Vec<Signal> {
    let mut trends = Vec::new();
    let mut blocked = Vec::new();
    let sentences = || parse.clauses.chunk_by(|one, other| one.sentence == other.sentence);
    for clauses in sentences() {
        if blocker::find(parse, clauses, hits) {
            blocked.push(clauses[0].sentence);
        }
    }
    let mut outright = false;
    for clauses in sentences() {
        let tokens = clauses[0].tokens.start..clauses[clauses.len() - 1].tokens.end;
        trends.clear();
        if clauses.iter().any(|clause| clause.classes.meets(trend::TELLING)) {
            trend::find(parse, &tokens, &mut trends);
        }
        let sentence = Sentence { clauses, tokens, trends: &trends };
        let good = outcome::find(parse, &sentence, hits);
        let distance = blocked.iter().map(|other| other.abs_diff(clauses[0].sentence)).min();
        outright |= risk::find(parse, &sentence, distance, good, hits);
    }
    mitigation::find(parse, hits);
    let feared = hits.iter().any(|hit| hit.signal == Signal::Risk);
    if feared && (!outright || mitigation::ends_something(parse)) {
        vec![Signal::Mitigation]
    } else {
        Vec::new()
    }
}

/// The sum of the weights of a role's cues in a clause.
fn weight(parse: &Parse<'_>, role: Role, clause: &Clause) -> u8 {
    if !clause.roles.has(role) {
        return 0;
    }
    parse.cues_in(role, clause.tokens.clone()).map(|found| found.weight).sum()
}

/// Whether a cue of the other side says more than this one: "went down well" than "went down". Of two that say as much
/// the first one counts, and a name always: "late shift".
fn is_outdone(parse: &Parse<'_>, clause: &Clause, found: &Found, by: &[Role]) -> bool {
    let length = |found: &Found| found.end - found.start;
    by.iter().filter(|role| clause.roles.has(**role)).any(|role| {
        parse.cues_in(*role, clause.tokens.clone()).any(|other| {
            let longer = length(other) > length(found);
            let first = length(other) == length(found) && other.start < found.start;
            other.start < found.end
                && found.start < other.end
                && (longer || first || *role == Role::NoRisk && other.weight == NAME)
        })
    })
}

/// The weight of a cue that takes back what it covers, and no more: "late shift".
const NAME: u8 = 1;

impl Sentence<'_> {
    /// Whether a cue of a role stands in the sentence that is more than a name.
    fn says(&self, parse: &Parse<'_>, role: Role) -> bool {
        self.clauses.iter().any(|clause| clause.roles.has(role))
            && parse.cues_in(role, self.tokens.clone()).any(|found| found.weight > NAME)
    }

    /// The sum of the weights of a role's cues in the sentence.
    fn weight(&self, parse: &Parse<'_>, role: Role) -> u8 {
        self.clauses.iter().map(|clause| weight(parse, role, clause)).sum()
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Line, Passage, Setting, Signal, UserCues};

    /// The parts found in an update, by their initials: outcome, risk, mitigation, blocker.
    fn parts(text: &str) -> String {
        let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
        let passage = Passage { text, lines: &lines, opaque: &[] };
        let reading = language::read(&passage, Setting::Updates, &UserCues::default());
        let signals =
            [('o', Signal::Outcome), ('r', Signal::Risk), ('m', Signal::Mitigation), ('b', Signal::Blocker)];
        signals.into_iter().filter(|(_, signal)| reading.has(*signal)).map(|(initial, _)| initial).collect()
    }

    #[test]
    fn results_are_told_from_efforts() {
        for (text, wanted) in [
            ("Open rate 22 → 29%.", "o"),
            ("Average wait is 22 minutes, it was 35.", "o"),
            ("Complaints about parking halved.", "o"),
            ("14 of 16 wards are on the new sheet.", "o"),
            ("The landlord agreed to hold the rent.", "o"),
            ("After the cache change the nightly run finishes before four.", "o"),
            ("Wrote 12 pages of the handbook.", ""),
            ("Booked the hall for 120 people.", ""),
            ("We aim for 5% less waste by autumn.", ""),
            ("Contract signed.", ""),
            ("62% spent.", ""),
            ("Handling time 3:10 (September 4:02).", "o"),
            ("Mispicks 3 in 1000, was 11.", "o"),
            ("22 of 30 pupils read at level (15 in October).", "o"),
            ("612 of 600.", "o"),
            ("58 regulars (+7).", "o"),
            ("Donors: 1,204.", "o"),
            ("118 signed up.", "o"),
            ("We pack 30 crates more.", "o"),
            ("Parents stopped emailing about the timetable.", "o"),
            ("Expecting +15% on the retainer.", "o"),
            ("12 interviews done (8 in May).", ""),
            ("Jana carried it over the line at 23:50.", ""),
            ("2 broken cars.", ""),
            ("Gundula and I take 11 to 13.", ""),
            ("The changelog took me an evening.", ""),
            ("A third of new patients book that way already.", "o"),
            // What others have come to do, and how it goes.
            ("Drivers share the yard without a row.", "o"),
            ("Bank nurses order the gloves by text.", "o"),
            ("Visitors can pay by card.", "o"),
            ("Visitors can pay by card from Monday.", ""),
            ("Guests get a text instead of a call.", "o"),
            ("The boiler is broken. Tenants use the yard tap.", "rm"),
            ("Forms reach us complete.", "o"),
            ("The stove lights even in rain.", "o"),
            ("The seal holds.", "o"),
            ("The bank holds the deed.", ""),
            ("Hardly anyone forgets the badge.", "o"),
            ("Fewer mix-ups goal: I met the joiner.", ""),
            ("No blade work till the wind drops under 9 m/s.", "b"),
            ("This is one of our key results.", ""),
            ("Returns fell to 3 a week, but it would be good to hear why.", "o"),
            ("Fewer mix-ups at the hatch.", "o"),
            ("Fewer orders at the hatch.", "r"),
            ("No torn sacks since the new hoist.", "o"),
            ("No torn sacks since Monday.", ""),
            ("The surveyor found a buyer.", "o"),
            ("The surveyor found a crack.", ""),
            ("The dealer waived the storage fee.", "o"),
            ("The new oven does the trick.", "o"),
            ("It costs half what it used to.", "o"),
            // Values with another beside them.
            ("Boats leave 20 min earlier than before.", "o"),
            ("Payment after 6.4 days, target 5.", "o"),
            ("Should mean 90 fewer letters.", "o"),
            ("I fix 60% of the price.", ""),
            ("Up every night.", ""),
            // Activity, however it is counted.
            ("11 intro calls this week.", ""),
            ("4 of 9 shelves relabelled.", ""),
            ("3 of 4 milestones hit.", "o"),
            ("Half of the inventory is done.", ""),
            ("Six of us went to the fair.", ""),
            ("There are nine of them.", ""),
            ("Two new porters started on Monday.", ""),
            ("I rewrote the leaflet and used it on 3B for a week.", ""),
            ("Drew up a list of 15 venues.", ""),
            ("The hosts now sit by the door.", ""),
            // What is asked, waited for, or only a workaround's end.
            ("Can the limit go from 2k to 4k?", ""),
            ("The lease can't be signed until the notary has cleared the deed.", "b"),
            ("The gate is broken, we use the ramp so guests can get in.", "rm"),
            ("The second try is a mess, 2 of 8 came.", "r"),
            ("We lift a crate whenever we load more than 2 t.", ""),
            // Two values with their dates.
            ("Returns 12 this month, 31 in May.", "o"),
            ("Returns 31 this month, 12 in May.", "or"),
            ("Same-day shipping was 97 now 91.", "o"),
            ("Pass rate 91%.", "o"),
            ("We're at 71 of 80 seats.", "o"),
            ("The brokers have agreed.", "o"),
            ("No one fell on the ice.", "o"),
            ("Neighbours have stopped ringing about the bins.", "o"),
            ("Since the new sign went up, nobody parks at the gate.", "o"),
        ] {
            assert_eq!(parts(text), wanted, "{text}");
        }
    }

    #[test]
    fn dangers_are_found_with_what_is_done_about_them() {
        for (text, wanted) in [
            ("Churn ticked up from 3.1 to 3.4%.", "or"),
            ("Milestone 4 will be late.", "r"),
            ("Milestone 4 will be late. I told the client.", "rm"),
            ("Both finalists withdrew. Reposted the ad.", "rm"),
            ("The board hasn't signed yet.", "r"),
            ("Not confident about the cut-over.", "r"),
            ("No blockers, no risks.", ""),
            ("Last week's outage is fixed.", ""),
            ("I was nervous about the demo, but Kate liked it.", "o"),
            ("I am nervous about the demo.", "r"),
            ("Not so bad after all.", ""),
            ("Zero delays in May.", "o"),
            ("0 lost-time accidents in May.", "o"),
            ("Nobody hurt.", "o"),
            ("If nothing unforeseen happens we open on Monday.", ""),
            ("Workshop is moved to Monday.", ""),
            ("The May date is out of the window.", "r"),
            ("Waiting for the boiler, and May goes up in smoke.", "rb"),
            ("Waiting for the boiler, they are late.", "b"),
            ("Gave the \"numbers disagree\" talk to Lena.", ""),
            ("They are talking to Vestas.", "r"),
            ("Wrote tests for code that everybody was afraid of.", ""),
            ("In November they were red.", ""),
            ("Missing: Ana and you.", ""),
            ("The audit slipped a week.", "r"),
            ("She asked \"will we make it?\" and we will.", ""),
            // What is over, denied, described or on another matter.
            ("Cleaners stopped finding needles in the yard.", ""),
            ("Two farms stopped delivering milk.", "r"),
            ("Repaired it on Monday, but the launch is at risk.", "r"),
            ("The kickoff is over and the budget is at risk.", "r"),
            ("Developers wait for the keys.", "b"),
            ("Guests wait in the bar.", ""),
            ("Nothing at risk here.", ""),
            ("None of the vans is overdue.", ""),
            ("The strike was called off.", ""),
            ("Moved the late slot to nine.", ""),
            ("The missing page is found.", ""),
            ("The part is missing.", "r"),
            ("Nervous swimmers ask for lane 1.", ""),
            ("Wrote up the incident from January.", ""),
            ("Drafted the aims, still rough.", ""),
            ("The rules are still rough.", "r"),
            ("I dread the inspection.", "r"),
            ("Enrolment dried up. I also sorted the drawers.", "r"),
            ("Enrolment dried up. By the way, Ines prints the guide.", "r"),
            ("Enrolment dried up. From Monday Ines has lunch with them.", "rm"),
            ("Enrolment dried up and the date comes closer.", "r"),
            // Dangers told without a word for them.
            ("We open more cases a day than we close.", "r"),
            ("Three porters gone to the hospital across the road.", "r"),
            ("Two of the six testers have been moved to another project.", "r"),
            ("The energy bill is through the roof.", "r"),
            ("Visitors through the roof.", ""),
            ("The tool is sunset in May and we have zero plan.", "r"),
            ("We only notice by accident.", "r"),
            ("I don't see who runs the shop on Sundays.", "r"),
            ("They were meant to have signed by now.", "r"),
            ("Two parents have asked about moving.", "r"),
            ("Only a third sold.", "r"),
            ("The backup drive fills up by Friday.", "r"),
            ("There is a rumour that the plant closes.", "r"),
            ("I am on holiday in May.", ""),
            ("No one was hurt.", ""),
            ("No one picked up.", "r"),
            ("They've cut our slot.", "r"),
            ("We've cut our meetings.", ""),
            ("We had to close the window.", ""),
            ("Nobody else to report.", ""),
            ("I was supposed to have lunch with Ana.", ""),
            ("A rival opened across the road.", "r"),
            ("The judges chose somebody else.", "r"),
            ("The bid is a coin toss.", "r"),
            ("The pump cut out twice.", "r"),
            ("Ripeness count is down to 140, best since spring.", "o"),
            // Help that is promised, and what others do that is no help.
            ("We might lose the hall. The church said we can have theirs.", "rm"),
            ("Draft is late. A second printer can take us on Monday.", "rm"),
            ("The app crashes. Hotfix goes out tonight.", "rm"),
            ("The lease is in danger and a rival is sniffing round.", "r"),
            ("It is at risk, three of them have asked to leave.", "r"),
        ] {
            assert_eq!(parts(text), wanted, "{text}");
        }
    }

    #[test]
    fn work_that_waits_is_blocked_until_it_is_not() {
        for (text, wanted) in [
            ("Still waiting for the sandbox.", "b"),
            ("Can't start the load test until the database is resized.", "b"),
            ("The crate stays in Antwerp until Marguerite signs.", "b"),
            ("Level 5 can't be boarded before the electricians finish.", "b"),
            ("The shop stays open until 6.", ""),
            ("They won't connect us before they see the certificate.", "b"),
            ("The council has to agree first.", "b"),
            ("Line 2 idle, the guard switch broke.", "b"),
            ("Sales is stuck on us.", ""),
            ("Payroll is blocked by the move, it doesn't touch us.", ""),
            ("The bank refuses the transfer until the seals are checked.", "b"),
            ("We cant start until the lab is cleaned.", "b"),
            ("Migration paused, nobody holds the keys.", "b"),
            ("Ad spend paused.", ""),
            ("Was held up by the inspection last week.", ""),
            ("Unblocked on the role, thanks.", ""),
            ("Nothing stuck here.", ""),
            ("Guests wait in the bar.", ""),
            ("Waiting for the quote, no rush.", ""),
            ("The kiln can't be fired.", "b"),
            ("The price can't be beaten.", ""),
            ("Welders on strike, no tuning today.", "b"),
            ("Welders are back, no tuning today.", ""),
            ("Without his stamp the lorry doesn't leave.", "b"),
            ("The hull stays where it is.", "b"),
            ("The school may only order once the council has voted.", "b"),
            ("The ticket can only be used once.", ""),
            ("The wash stays shut til the water is tested.", "b"),
            ("The committee must decide before we dig.", "b"),
            ("The probes are sitting in customs.", "b"),
            ("I've put the video on hold.", ""),
            ("No power no training.", "b"),
            ("I am blocked no more.", ""),
            ("This should unblock the 50 customers waiting for it.", "o"),
        ] {
            assert_eq!(parts(text), wanted, "{text}");
        }
    }
}
