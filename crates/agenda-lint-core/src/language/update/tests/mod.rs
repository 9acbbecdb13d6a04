//! What updates are read as.

mod danger;
mod effect;
mod plain;

use super::mitigation;
use super::odds::Odds;
use crate::language::cue::Group;
use crate::language::parse::Parse;
use crate::language::{Line, Passage, Signal, ask};

/// The parts that phrases and grammar find in an update, by their initials: outcome, risk, mitigation, blocker.
fn parts(text: &str) -> String {
    let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
    let passage = Passage { text, lines: &lines, opaque: &[] };
    let mut parse = Parse::new(&passage);
    parse.find_cues(Group::Update);
    parse.split();
    let mut hits = Vec::new();
    ask::find(&mut parse, &mut hits);
    super::read(&parse, &mut hits);
    mitigation::find(&parse, &mut hits);
    let signals =
        [('o', Signal::Outcome), ('r', Signal::Risk), ('m', Signal::Mitigation), ('b', Signal::Blocker)];
    let found = |signal: Signal| hits.iter().any(|hit| hit.signal == signal);
    signals.into_iter().filter(|(_, signal)| found(*signal)).map(|(initial, _)| initial).collect()
}

#[test]
fn words_add_what_they_speak_for_and_take_away_what_they_speak_against() {
    const DANGER: Option<Signal> = Some(Signal::Risk);
    for (text, found, wanted, in_doubt) in [
        ("But not now", None, vec![], vec![]),
        ("Half of them passed now, on the second try", None, vec![Signal::Outcome], vec![]),
        ("The launch might be going wrong again", None, vec![Signal::Risk], vec![Signal::Mitigation]),
        ("Draft of the plan", Some(Signal::Outcome), vec![], vec![Signal::Outcome]),
        ("Kiln", DANGER, vec![Signal::Risk], vec![]),
        // In a long report they name what it is about.
        (
            "The launch might be going wrong again and so we met with all of those who were to speak at the fair, and each of \
             them had a look at the hall, the map and the list of the guests",
            None,
            vec![],
            vec![],
        ),
    ] {
        let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
        let passage = Passage { text, lines: &lines, opaque: &[] };
        let mut parse = Parse::new(&passage);
        parse.find_cues(Group::Update);
        parse.split();
        let mut hits: Vec<_> = found.map(|signal| parse.hit(signal, 0..1)).into_iter().collect();
        let odds = Odds::of(&parse);
        let doubts = odds.take_away(&parse, false, &mut hits).with(odds.add(&parse, &mut hits));
        assert_eq!(doubts, in_doubt.into_iter().collect(), "{text}");
        assert_eq!(hits.iter().map(|hit| hit.signal).collect::<Vec<_>>(), wanted, "{text}");
    }
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
        ("I didn't quite hit my 30k goal.", ""),
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
        ("The front desk isn't waiting for it.", ""),
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

#[test]
fn what_a_clause_denies_names_or_covers_is_weighed() {
    for (text, wanted) in [
        // The longer phrase counts, and a name takes back only itself.
        ("The open day went down well.", "o"),
        ("Spirits are sinking on the late shift.", "r"),
        ("Late shift starts at four.", ""),
        ("The tenants were not happy with the lift.", ""),
        // A trouble that stays away.
        ("The yard doesn't flood any more.", "o"),
        ("The leak hasn't come back.", "o"),
        ("The fitter hasn't come back.", "r"),
        // What somebody has come to be able to do.
        ("We can finally see the stock.", "o"),
        ("Ola can close the books on her own now.", "o"),
        ("We can see the stock on Monday.", ""),
        // What one thing would undo.
        ("If the council says no, the season is over.", "r"),
        ("If the council says no, we ask the parish.", ""),
        ("One more no and the season is off.", "r"),
        // What the writer does on purpose, and which people are meant.
        ("Took down the bunting.", ""),
        ("We plan to close the branch.", ""),
        ("Met two of the guides who left.", ""),
        ("Patched the crash on start.", ""),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn parts_and_prices_are_no_results() {
    for (text, wanted) in [
        ("One of the three vans is being sold.", ""),
        ("Two of the guides shadow me this week.", ""),
        ("Two of the five nurses passed.", "o"),
        ("Half of my week goes into the file.", ""),
        ("Rosa trained the desk (4 people, 2 h).", ""),
        ("I answered 61 letters.", ""),
        ("Two assessors shadowed me.", ""),
        ("The vendor gave us 9 tablets.", "o"),
        ("It costs about 40 a month.", ""),
        ("It costs half of that now.", "o"),
        ("19 applied after the fair, last year it was 2.", "o"),
        ("I'm uneasy about the new tanks.", "r"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn what_was_before_or_came_of_it_is_a_result() {
    for (text, wanted) in [
        ("The kiln draws 11 kW, we were at 14.", "o"),
        ("We glaze 9 trays a day, we'd been averaging 4.", "o"),
        ("We glaze 9 trays a day.", ""),
        ("Cracked lids this month: one. Last month: nine.", "o"),
        ("Wrote 3 letters, they were at lunch.", ""),
        ("The twins sleep through since we moved the late feed.", "o"),
        ("Checkout takes 4:10 since we dropped the second question.", "o"),
        ("The kiln trips since we moved it.", "r"),
        ("Nobody got paged over Easter.", "o"),
        ("We opened the books: no penalty.", "o"),
        ("No blockers, no risks.", ""),
        ("Oven temperature is back within limits.", "o"),
        ("Glazed 40 bowls, 60 to go.", ""),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}
