//! What strategy topics are read as.

mod plain;
mod sums;

use crate::language::{self, Line, Passage, Setting, Signal, UserCues};

/// Which of proposal, evidence and size a topic has, a letter each.
fn parts(text: &str) -> String {
    let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
    let passage = Passage { text, lines: &lines, opaque: &[] };
    let reading = language::read(&passage, Setting::Strategy, &UserCues::default());
    let signals = [('p', Signal::Proposal), ('e', Signal::Evidence), ('s', Signal::Size)];
    signals.iter().filter(|(_, signal)| reading.has(*signal)).map(|(c, _)| c).collect()
}

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
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn a_course_that_others_name_or_the_writer_doubts_is_no_proposal() {
    for (text, wanted) in [
        ("Somebody said that we should close the pier.", ""),
        ("I was told that we should use the north gate.", ""),
        ("I told Jo that we should close the pier.", "p"),
        ("I'm not sure whether we should close the pier.", ""),
        ("No idea whether we should rent the tug.", ""),
        ("I'm sure that we should close the pier.", "p"),
        ("I thought we should sell the tug, but I was wrong.", ""),
        ("I used to say we should sell the tug.", ""),
        ("What if we sold the tug?", "p"),
        ("It should be easy to see from the pier.", ""),
        ("The pier should be longer.", "p"),
        ("Suggestion box: empty", ""),
        ("Suggestion: close the pier", "p"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn a_wish_for_a_change_proposes_and_one_for_an_errand_does_not() {
    for (text, wanted) in [
        ("I'd like to combine the two crew lists.", "p"),
        ("I would like to reduce the night trips.", "p"),
        ("I'd prefer one pass for both piers.", "p"),
        ("We need to change the crew rota.", "p"),
        ("I think it's best to close the pier.", "p"),
        ("It's a good idea to rent a tug.", "p"),
        ("I'd like to add a point to the agenda.", ""),
        ("I'd like to leave earlier today.", ""),
        ("I'd like to give you the keys back.", ""),
        ("It's best to ask the mate.", ""),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn what_goes_on_or_was_seen_is_evidence() {
    for (text, wanted) in [
        ("The crane has been broken since May.", "e"),
        ("The chart has been on my desk since May.", ""),
        ("The pier is always full.", "e"),
        ("Guests wait at the pier every evening.", "e"),
        ("I've seen guests leave the queue.", "e"),
        ("I've seen the new pier.", ""),
        ("I found six torn ropes on Monday.", "e"),
        ("I found three mates.", ""),
        ("We had to turn away ten guests.", "e"),
        ("We had to wait for the council.", ""),
        ("We had only five guests after nine.", "e"),
        ("Guests have told us that the deck is cold.", "e"),
        ("The data team moved to the third pier.", ""),
        ("Data protection training is on 5 June.", ""),
        ("Nobody has counted the guests.", ""),
        ("The pier opens at eight.", ""),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn what_would_be_needed_or_gained_is_a_size() {
    for (text, wanted) in [
        ("We'd need six deckhands.", "s"),
        ("It would cut waste by 20 percent.", "s"),
        ("60% would take the ferry.", "e"),
        ("It would make the trip 20 minutes shorter.", "s"),
        ("It would lower our costs by a third.", "s"),
        ("About 500 people would use it.", "s"),
        ("Less waste: 20 kilos a week", "s"),
        ("Three people for two days", "s"),
        ("Ten fewer forms per guest", "s"),
        ("It would be cheaper.", ""),
        ("The cost centre is 4410.", ""),
        ("I will send you the costs next week.", ""),
        ("We would start in two weeks.", ""),
        ("I'll talk to two of the mates.", ""),
    ] {
        assert_eq!(parts(text).contains('s'), wanted == "s", "{text}");
    }
}
