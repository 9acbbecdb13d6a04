//! What a strategy topic should tell: its proposal, evidence and size.

mod contrast;
mod course;
mod evidence;
mod proposal;
mod size;
mod stance;

use evidence::shows;
use proposal::proposes;
use size::sizes;
use stance::is_told_of;

use super::class::{Class, Classes};
use super::clause::Clause;
use super::figure;
use super::parse::Parse;
use super::slot::is_unfilled;
use super::{Hit, Signal};
use crate::language::spelt::words;

/// Finds the parts; `hits` holds the asks already.
pub(super) fn find(parse: &Parse<'_>, hits: &mut Vec<Hit>) {
    let (count, mut figures) = (hits.len(), Vec::new());
    for clause in &parse.clauses {
        let labelled = parse.before(clause).filter(|before| before.label);
        let filled = labelled.is_none_or(|label| label.line != clause.line || !is_unfilled(parse, clause));
        if clause.quoted || !filled {
            continue;
        }
        let (asked, others) = (clause.asked, is_told_of(parse, clause));
        let proposes = !others && proposes(parse, clause, asked);
        if asked && proposes {
            float(parse, clause, count, hits);
        }
        if asked && (is_polite(parse, clause) || is_bare_topic(parse, clause)) {
            blur(parse, clause, count, hits);
        }
        if proposes {
            hits.push(parse.hit(Signal::Proposal, clause.tokens.clone()));
        }
        figures.clear();
        if clause.classes.meets(figure::NUMERIC) {
            figures.extend(figure::all(parse, clause.tokens.clone()));
        }
        let sizes = sizes(parse, clause, &figures);
        if sizes && (proposes || !asked) {
            hits.push(parse.hit(Signal::Size, clause.tokens.clone()));
        }
        if !asked && !others && shows(parse, clause, &figures, proposes, sizes) {
            hits.push(parse.hit(Signal::Evidence, clause.tokens.clone()));
        }
    }
}

/// "What if we …?" floats a course and asks nothing in particular.
///
/// The first `count` hits are the asks, in order.
fn float(parse: &Parse<'_>, clause: &Clause, count: usize, hits: &mut Vec<Hit>) {
    if parse.words(clause)[0].spells(words!["what", "how", "why", "maybe"]) {
        blur(parse, clause, count, hits);
    }
}

/// "Single sign-on, please", "right?": asks for nothing that could be decided or done.
fn is_polite(parse: &Parse<'_>, clause: &Clause) -> bool {
    clause.words == 1 && parse.says(clause, words!["pls", "please", "right", "no", "eh"])
}

/// "Night ferry?": a topic with a question mark, and nothing else.
fn is_bare_topic(parse: &Parse<'_>, clause: &Clause) -> bool {
    const DECIDES: Classes = Classes::of(&[
        Class::Question,
        Class::Us,
        Class::I,
        Class::You,
        Class::Your,
        Class::And,
        Class::To,
        Class::Good,
        Class::Course,
        Class::Deed,
    ]);
    parse.clauses.len() == 1
        && clause.asks
        && clause.words <= 3
        && clause.grammar.verb.is_none()
        && !clause.classes.meets(DECIDES)
        && !parse.says(clause, words!["yes", "no", "go", "ok", "okay"])
}

/// Marks the ask that a clause belongs to as vague.
fn blur(parse: &Parse<'_>, clause: &Clause, count: usize, hits: &mut Vec<Hit>) {
    let start = parse.bytes(clause.tokens.clone()).start;
    let asks = &hits[..count];
    let near = &asks[asks.partition_point(|hit| hit.range.end <= start)..];
    let ask =
        near.iter().find(|hit| hit.signal == Signal::Ask).filter(|hit| hit.range.contains(&start)).cloned();
    if let Some(ask) = ask {
        hits.push(Hit { signal: Signal::VagueAsk, ..ask });
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Line, Passage, Setting, Signal, UserCues};

    #[test]
    fn a_course_an_observation_and_a_size_are_told_apart() {
        for (text, wanted) in [
            ("Drop the free tier.", "p"),
            ("Let's open a second site; four of six finalists turned us down.", "pe"),
            ("A four-day week for the back office: the trial team closed the same number of files.", "pe"),
            ("Move the archive to cold storage; saves 11k a year.", "ps"),
            ("38% of tickets are about invoices.", "e"),
            ("The market is worth 2bn.", "s"),
            ("Let's align on the strategy.", ""),
            ("We need to be bolder.", ""),
            ("Print edition", ""),
            // What others favour, what is to choose, and what is only talked about.
            ("The ferry firm wants to close the pier.", ""),
            ("Consultants say: build a hub.", ""),
            ("If it were up to Ilse we'd drop the pier.", ""),
            ("If it were up to me we'd drop the pier.", "p"),
            ("Keep the pier or close it?", ""),
            ("Could rent it or could buy it.", ""),
            ("We could rent it, or we could buy it.", ""),
            ("Anna's idea: close the pier.", ""),
            ("Idea: one pass for both piers.", "p"),
            ("Pier working: where are we heading?", ""),
            ("Bring your notes on Tuesday.", ""),
            ("We need a second gangway.", "p"),
            ("We need a vision.", ""),
            ("One shared gangway for both piers.", "p"),
            // News, and facts that are only promised.
            ("The board meeting moved.", ""),
            ("Close the pier, figures follow.", "p"),
            ("Mo promised numbers for Friday.", ""),
            ("The average age was 31 instead of 58.", "e"),
            ("Every skipper waits for it.", "e"),
            ("Survey: none yet", ""),
            ("Trial: starts in May", ""),
            ("Trial: calls went down", "e"),
            ("The council rejected the pier.", ""),
            // What a course is set against.
            ("Ferries via the north pier, not the south pier.", "p"),
            ("Pier first, then the sheds.", "p"),
            ("Ramp before roof.", "p"),
            ("Steel ramps on both piers, timber out.", "p"),
            ("Monthly patrol → weekly.", "p"),
            ("Tugs for the bulk freight, barges for the rest.", "p"),
            ("Good ferries, not great.", ""),
            ("Anna on leave, Tom out.", ""),
            ("Patrol in June → down.", ""),
            ("Should sell the pier for good.", "p"),
            ("Should work.", ""),
            ("Tea first, then the tugs.", ""),
            ("I'd like to sell the tug.", "p"),
            ("We hand all bookings to the harbour.", "p"),
            ("IMO sell the tug.", "p"),
            ("Let me say it: what we should do is sell.", "p"),
            ("We took the tug rather than the ferry.", ""),
            ("No opinion so far.", ""),
            ("Others say never.", ""),
            // What it costs and brings.
            ("It costs a half-time skipper.", "s"),
            ("One repair is about nine hundred pounds.", "s"),
            ("The new ramp: about 90,000 net.", "s"),
            ("Close the pier, it costs nothing.", "ps"),
            ("Buy a gangway; it pays for itself in two years.", "ps"),
            ("Pay the crew 6 x 750.", "ps"),
            ("Clerks lose an hour a day.", "es"),
            ("It swallows most of the winter.", "s"),
            ("It costs a fraction of the price.", "s"),
            ("Margin +1.20 per crate.", "s"),
            ("I reckon 400 more passengers.", "s"),
            ("It would double our rent.", "s"),
            ("The crew sails two days a week.", ""),
            ("Rivals report double the margin.", "e"),
            // Wishes, infinitives, and one thing not the other.
            ("I want a second gangway for the winter.", "p"),
            ("I want a word about the gangway.", ""),
            ("I intend to begin with the tugs.", "p"),
            ("My wish would be one shared pier.", "p"),
            ("Selling the tug would be my move.", "p"),
            ("To sell the tug, and rent one.", "p"),
            ("To spare fuel we sailed slower.", ""),
            ("Ferries by the north pier not the south pier.", "p"),
            ("Good not great.", ""),
            ("Salt delivery at 6 not 7.", "p"),
            ("Life vests always on the upper deck.", "p"),
            ("Proof-reading only for the timetable.", "p"),
            ("Every tug should have a spare anchor.", "p"),
            ("One timetable for both piers.", "p"),
            ("One skipper in three is over sixty.", "e"),
            ("Baking aboard against buying in the port.", ""),
            // What others think, hold and point at, and what is still to come.
            ("Some love the pier, others strongly disagree.", ""),
            ("Skippers like one, deckhands the other.", ""),
            ("The harbour hosts a conference in May.", ""),
            ("Two years before it pays.", ""),
            ("Print the timetable at 3 p.m. rather than 5 p.m.", "p"),
            ("Ferry engine no. 2", ""),
            ("Six skippers told me the deck is cold.", "e"),
            ("Nobody has asked for the timetable since.", "e"),
            // Gains in time, quotes, posts and sums.
            ("It gives us six weeks back.", "s"),
            ("Equal to four posts.", "s"),
            ("The mason says 4,500.", "s"),
            ("The report says 4,500.", "e"),
            ("It is 9 cents a crate.", "s"),
            ("2.1 million says the harbour.", "s"),
            ("Worth your ten minutes.", ""),
        ] {
            let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
            let passage = Passage { text, lines: &lines, opaque: &[] };
            let reading = language::read(&passage, Setting::Strategy, &UserCues::default());
            let signals = [('p', Signal::Proposal), ('e', Signal::Evidence), ('s', Signal::Size)];
            let found: String =
                signals.iter().filter(|(_, signal)| reading.has(*signal)).map(|(c, _)| c).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
