//! What asks for advice are read as.

use crate::language::{self, Line, Passage, Reading, Setting, Signal, UserCues};

const PARTS: [(char, Signal); 3] = [('s', Signal::Situation), ('p', Signal::Problem), ('a', Signal::Attempt)];

fn read(text: &str) -> Reading {
    let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
    let passage = Passage { text, lines: &lines, opaque: &[] };
    language::read(&passage, Setting::Advice, &UserCues::default())
}

/// The parts of an ask, by their initials, and in capitals those that may be told all the same.
fn parts(text: &str) -> String {
    let reading = read(text);
    let initial = |(initial, signal): (char, Signal)| match () {
        () if reading.has(signal) => Some(initial),
        () if reading.doubts.has(signal) => Some(initial.to_ascii_uppercase()),
        () => None,
    };
    PARTS.into_iter().filter_map(initial).collect()
}

#[test]
fn things_between_a_complaint_and_its_question_were_tried() {
    for (text, wanted) in [
        ("Nobody reads the menu. Bigger print, a chalk board. What else?", "pa"),
        ("Nobody reads the menu. A chalk board. What else?", "pA"),
        ("Nobody reads the menu. Two emails. One call with the cook. What else?", "pa"),
        ("Nobody reads the menu. Boards repainted, prices rounded. What else?", "pa"),
        ("Nobody reads the menu: a chalk board, free samples. What else?", "pa"),
        ("Two things are late: a chalk board, free samples. What now?", "pA"),
        ("Nobody reads the menu. Slower service, an alert on errors, a bell that cooks hated. Now?", "pa"),
        ("Nobody reads the menu. A walk instead of ads, a taster (cold), a song. Now?", "pa"),
        ("Nobody reads the menu. Pies, mains, the puddings. Now?", "pA"),
        ("Nobody reads the menu. Dead links, old prices. Now?", "p"),
        ("Nobody reads the menu. The board, the cards and the flyers are old. What else?", "p"),
        ("Nobody reads the menu. Six people, two shifts. What else?", "p"),
        ("Nobody reads the menu. My idea: a chalk board, free samples. What else?", "p"),
        ("Nobody reads the menu. I haven't tried anything. A chalk board, free samples?", "p"),
        ("The lift sticks so much that I skipped half the floors. Ideas?", "p"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn circumstances_are_told_by_time_and_frame() {
    for (text, wanted) in [
        ("The mixer stalls on humid mornings. Ideas?", "sp"),
        ("With the road up, the mixer stalls. Ideas?", "sp"),
        ("The mixer stalls, now that we bake rye. Ideas?", "sp"),
        ("Last week's batch: the mixer stalled. Ideas?", "sp"),
        ("The mixer stalls for weeks. Ideas?", "p"),
        ("The mixer stalls under load. Ideas?", "p"),
        ("The mixer threw its belt at the harbour. Ideas?", "SP"),
        ("The mixer stalls in front of guests. Ideas?", "sp"),
        ("The mixer is slow, the same as before. Ideas?", "p"),
        ("The mixer is slow. If you have a minute, any ideas?", "p"),
        ("The mixer stalls. I cleaned it. The cook laughed. The owner sang us a song. Ideas?", "pa"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn what_goes_wrong_is_told_in_verbs_that_no_list_knows() {
    for (text, wanted) in [
        ("Drivers loiter across the path. Ideas?", "p"),
        ("I blank whenever she asks. Ideas?", "sp"),
        ("It is dull in the Monday round. Swapped the host. Ideas?", "spa"),
        ("Orders go out late since June. I have complain to them, no change. Ideas?", "spa"),
        ("Orders go out late since June. Sat down w/ two of them. Ideas?", "spa"),
        ("Orders go out late since June. I have plans to send. Ideas?", "sp"),
        ("When the bell rings, the lodge evacuates. Ideas?", "sp"),
        ("40 booked, 12 came. Ideas?", "p"),
        ("The team decides nothing. Ideas?", "p"),
        ("The tone has become snippy. Ideas?", "p"),
        ("The room is upstairs. Ideas?", "P"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn deeds_of_others_and_what_one_suffers_are_no_attempts() {
    for (text, wanted) in [
        ("The crane jams since May. The fitter's had a word with it. Ideas?", "sp"),
        ("The crane jams. I froze when it did. Ideas?", "sp"),
        ("The crane jams. I don't know whether to ring them or let it run. Ideas?", "p"),
        ("The crane jams. I asked the crew what they plan to do. Ideas?", "pa"),
        ("The crane jams. They swapped the belt at my request. Ideas?", "pa"),
        ("The crane jams. They swapped the belt. Ideas?", "p"),
        ("The crane jams. Benno and me swapped the belt. Ideas?", "pa"),
        ("The crane jams. We do the heavy lifts at night now. Ideas?", "pa"),
        ("The crane jams. I told nobody. Ideas?", "p"),
        ("The crane jams. I'd grease the rope first, asked the crew. Ideas?", "pa"),
        ("The crane jams. I should have told Ben, asked the crew for help and bought a rope. Ideas?", "sp"),
        ("The crane jams. We considered a new rope but dropped the idea. Ideas?", "sp"),
        ("The crane jams. There, I've admitted it. Ideas?", "p"),
        ("The crane jams. I greased the rope by mistake. Ideas?", "p"),
        ("The crane jams. We had one double shift. Ideas?", "p"),
        ("The crane jams. Tried so far: n/a. Not nice to hear. Ideas?", "p"),
        ("The crane jams from the day I greased the rope. Ideas?", "sp"),
        ("I joined the yard in May. The crane jams. Ideas?", "sp"),
        ("The crane jams every time I put a learner on it. Ideas?", "sp"),
        ("Every time I put a learner on it the crane jams. Ideas?", "s"),
        ("Crane stops: went from 2 to 9 minutes after we changed the rope. Ideas?", "sp"),
        ("Crane stops are long. Went from 9 to 2 minutes. Ideas?", "pa"),
        ("The crane jams. I speak with the crew two times. Ideas?", "pa"),
        ("The crane jams. I speak with the crew two times a day. Ideas?", "sp"),
        ("I lent them the crane. It jams. I ought to have said no. Ideas?", "sp"),
        ("The crane jams. I lent it to them. I ought to have said no. Ideas?", "pa"),
        ("I have run this crane for nine years. It jams. Ideas?", "p"),
        ("The crane jams. I have asked for a new one for years. Ideas?", "pa"),
        ("The crane jams. My usual answer is a lot of grease. Ideas?", "pa"),
        ("The crane jams. I'm trying lots of different ropes and reading up on cranes. Ideas?", "pa"),
        ("The crane jams. When I ask the crew to grease it, they do so days later. Ideas?", "spa"),
        ("The crane jams. When I ask the crew for grease, it comes days later. Ideas?", "spA"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn how_it_came_about_is_no_attempt() {
    let long = "It is old. ".repeat(14);
    for (text, wanted) in [
        ("The yard I worked for had a crane. It jams. Ideas?", "p"),
        ("I was let go and shown out. The crane jams. Ideas?", "p"),
        ("She (my boss) sent the crane back. It jams again. Ideas?", "p"),
        ("I recently swapped yards. The crane jams. Ideas?", "pA"),
        ("The crane jams. I recently swapped ropes. Ideas?", "pa"),
        ("The crane jams. I was carrying bricks. Ideas?", "p"),
        ("The crane jams. I was asking the crew. Ideas?", "pa"),
        (&format!("I carried bricks. {long}The crane jams. Ideas?"), "pA"),
        (&format!("I carried bricks. Ideas? The crane jams. {long}"), "pA"),
        (&format!("I asked the crew. {long}The crane jams. Ideas?"), "pa"),
        (&format!("I carried bricks. No change. {long}The crane jams. Ideas?"), "pa"),
    ] {
        let found = parts(text);
        assert_eq!(found.replace(['s', 'S'], ""), wanted, "{text}");
    }
}

#[test]
fn looking_for_an_answer_is_an_attempt() {
    for (text, wanted) in [
        ("The crane jams. I've looked at ropes. Ideas?", "pa"),
        ("The crane jams. I've done a lot of reading on cranes. Ideas?", "pa"),
        ("The crane jams. My web searches didn't help. Ideas?", "pa"),
        ("The crane jams. I haven't looked online. Ideas?", "p"),
        ("The crane jams. Aside from the rope it is new. Ideas?", "p"),
        ("The crane jams. Nothing tried aside from one call. Ideas?", "pa"),
        ("The crane jams. I spent the weekend reading about ropes. Ideas?", "pa"),
        ("The crane jams. I asked the crew but was wondering if you know a rope?", "pa"),
        ("The crane jams. I kindly remind the crew each time. Ideas?", "pa"),
    ] {
        let found = parts(text);
        assert_eq!(found.replace(['s', 'S'], ""), wanted, "{text}");
    }
}

#[test]
fn deeds_on_another_matter_are_no_attempts() {
    for (text, wanted) in [
        ("He turns up late every day. I've kept my mouth shut and baked my bread. Do I owe him a word?", "p"),
        ("He turns up late every day. I haven't lifted a finger. I closed nineteen files. What now?", "p"),
        ("Nobody reads the menu. I filled in the invoices, by the way. What else?", "p"),
        ("They quarrel daily. I met each of them separately. What now?", "pa"),
        ("He interrupts me. I said nothing, but I asked Ana to step in. What else?", "pa"),
        ("He interrupts me. I said nothing at first. I tried raising a hand. What else?", "pa"),
    ] {
        let found = parts(text).to_lowercase();
        assert_eq!(found.replace('s', ""), wanted, "{text}");
    }
}

#[test]
fn all_is_well_after_a_deed_that_helped() {
    for (text, wanted) in [
        ("The door stuck. I oiled it. Everybody is happy. Who pays?", "a"),
        ("The door stuck. I oiled it. Everybody is happy. What else?", "pa"),
        ("The door stuck. I oiled it. Everybody is happy, but it sticks again. Who pays?", "pa"),
        ("The door stuck. I oiled it. On Mondays it's fine, alone they slam it. Who pays?", "pa"),
        ("The door sticks. Everybody is happy. I oiled it. Who pays?", "pa"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn a_long_topic_may_tell_of_a_deed_where_something_was_done() {
    let long = "The crane jams. ".repeat(34);
    for (last, wanted) in [
        ("Ideas?", "sp"),
        ("The rope was changed. Ideas?", "spA"),
        ("I should have changed the rope. Ideas?", "sp"),
        ("I might change the rope. Ideas?", "sp"),
    ] {
        assert_eq!(parts(&format!("{long}{last}")), wanted, "{last}");
    }
}

#[test]
fn deeds_that_were_read_may_be_against_what_was_not() {
    assert_eq!(parts("Guests queue across the path since May. I drew a map. Who could help?"), "sPa");
    assert_eq!(parts("For the open day I've booked the band. What am I forgetting?"), "a");
}

#[test]
fn a_habit_against_ones_own_weakness_is_an_attempt() {
    for (text, wanted) in [
        ("I forget the names of guests. I keep a notebook now. Ideas?", "pa"),
        ("I get nervous in the kitchen. I count to ten before I answer. Ideas?", "spa"),
        ("Nobody reads the menu. I've started to read it out to them. Ideas?", "pa"),
        ("Nobody reads the menu. I made a short film about it. Ideas?", "pa"),
        ("Nobody reads the menu. Maybe I'll sit with them. Ideas?", "p"),
        ("Nobody reads the menu. I would take lessons. Ideas?", "pA"),
        ("Nobody reads the menu. I'd like you to back a film with Ana. Ok?", "pA"),
        ("Nobody reads the menu. I'd like you to suggest a cook. Ok?", "p"),
        ("Nobody reads the menu. I'd share it by mail. What's your view?", "pA"),
        ("I changed the menu in May and since then the guests are angry. Ideas?", "spA"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn troubles_are_told_from_what_is_named_after_them() {
    for (text, wanted) in [
        ("Older staff avoid the menu. Ideas?", true),
        ("The kitchen is too full. Ideas?", true),
        ("We are short of two cooks. Ideas?", true),
        ("Bug triage is in the kitchen now. Ideas?", false),
        ("4 press releases. Ideas?", false),
        ("3 squads ping me. Ideas?", true),
        ("You only need to change what is wrong. Ideas?", false),
        ("I have never had any trouble with the guests. Ideas?", false),
    ] {
        assert_eq!(read(text).has(Signal::Problem), wanted, "{text}");
    }
}

#[test]
fn deeds_are_told_in_shorthand_and_by_learners() {
    for (text, wanted) in [
        ("Nobody reads the menu. Been asking the cook every week. Ideas?", "pa"),
        ("Nobody reads the menu. Been here two years. Ideas?", "p"),
        ("Nobody reads the menu. Been asked twice. Ideas?", "p"),
        ("Nobody reads the menu. Shrunk the pictures. Ideas?", "pa"),
        ("Nobody reads the menu. Dropped to 12. Ideas?", "p"),
        ("The cooks go quiet. Had a brew with them. Ideas?", "pa"),
        ("The cooks go quiet. Stayed off the rota. Ideas?", "pa"),
        ("The menu is a mess. Sent it twice and rang the cook, they say it's with you?", "pa"),
        ("The guests shout and he get angry. I show them the board. Ideas?", "pa"),
        ("The guests shout and he gets angry. I show them the board. Ideas?", "p"),
        ("I talked to the cook, and we're good again. Ideas?", "a"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}
