//! What career topics are read as.

mod plain;

use crate::language::{self, Line, Passage, Setting, Signal, UserCues};

/// Which of goal, plan and evidence a topic has, a letter each.
fn parts(text: &str) -> String {
    let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
    let passage = Passage { text, lines: &lines, opaque: &[] };
    let reading = language::read(&passage, Setting::Career, &UserCues::default());
    let signals = [('g', Signal::Goal), ('p', Signal::Plan), ('e', Signal::Evidence)];
    signals.iter().filter(|(_, signal)| reading.has(*signal)).map(|(c, _)| c).collect()
}

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
        // A bid for a post, and a post that is asked after.
        ("I'd throw my hat in for the purser's job.", "g"),
        ("I have my eye on the stage door job.", "g"),
        ("When do I get to be purser?", "g"),
        ("I'd stay on the tools.", "g"),
        ("Ines would like to become purser.", ""),
        ("My goal is growth.", ""),
        ("Goal: develop further", ""),
        ("The goal of the meeting is to agree.", ""),
        ("The crew's goal: no late plates", ""),
        ("This year's goal: lead the crew", "g"),
        ("By spring I could moor the tug alone.", "g"),
        ("In ten years? Running my own yard.", "g"),
        ("In three years the lease ends.", ""),
        ("Deckhand → purser", "g"),
        ("From the bar to the bridge", "g"),
        ("Purser of the night ferry, nothing less.", "g"),
        ("Danish B1 before the season", "g"),
        ("Better at moorings.", "g"),
        ("Better weather today", ""),
        ("Wages: grade 7 is 41k.", ""),
        // Steps told by their dates.
        ("On the 4th I steer the ferry.", "p"),
        ("On the 4th I was ill.", "e"),
        ("Nov: I watch. Dec: I steer.", "p"),
        ("Gave my watch to Lotte from this week on.", "p"),
        ("I'll bring the facts next time.", ""),
        ("Asked in the canteen.", ""),
        ("Otto signed up for the course.", ""),
        // Steps told by their papers, and by what is next.
        ("The application is with the guild.", "p"),
        ("Picked up the syllabus.", "p"),
        ("Second sitting is on 4 June.", "p"),
        ("Mo lends me his place in the choir.", "p"),
        ("I'll send you mine.", ""),
        ("I have no plans to leave.", ""),
        ("Plan: tbd", ""),
        ("Target role: unclear", ""),
        ("Because: asked twice by other crews", "e"),
        // Facts of others, of costs, and of evidence that is still to come.
        ("You wrote in May that I keep calm.", "e"),
        ("Since I run the till, people come back.", "e"),
        ("Kim was promoted.", ""),
        ("The jury wants evidence of scope.", ""),
        ("The fee is 90.", ""),
        ("Paid it myself.", ""),
        // What goes on with a wish, and what has no date.
        ("I'd love to steer by the stars, not follow the buoys.", "g"),
        ("Want to run the tug, price the trips.", "g"),
        ("Want to run the tug. Price two trips by June.", "gp"),
        ("The mooring was lifted by the harbour.", ""),
        ("Done by the end of June.", "p"),
        ("Some days I could run the ferry.", ""),
        ("Last half year", ""),
        ("Asking for a friend.", ""),
        ("I've had the night ferry every Friday since May.", "e"),
        ("I've had lessons every Friday since May.", "p"),
        // Study that is half done, and what somebody teaches.
        ("Two of the three are written.", "p"),
        ("Unit three handed in.", "p"),
        ("The portfolio's in.", "p"),
        ("Jo teaches me on Mondays after the shift.", "p"),
        ("It took two weekends.", ""),
        // Cover for somebody, and what others had to mend.
        ("The night ferry was mine while Margit was ill.", "e"),
        ("The skipper had to redo my splices.", "e"),
        ("Signed off on five of the seven knots.", "pe"),
        ("Got kind letters from the crew.", "e"),
        // A wish told of, and one that nobody has yet.
        ("It remains my ambition to steer the ferry.", "g"),
        ("It is the crew's wish to sail.", ""),
        ("It is my hope that the fog lifts.", ""),
        ("I want to understand the tides.", "g"),
        ("I'm not sure if I want to lead.", ""),
        ("I'm becoming the tide person.", ""),
        ("Thinking about going for skipper.", "g"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn a_wish_that_is_denied_over_or_of_others_is_no_goal() {
    for (text, wanted) in [
        ("I don't want to lead a crew.", ""),
        ("I'm no longer interested in the purser's job.", ""),
        ("I don't want to stay a deckhand for ever.", "g"),
        ("I can't see myself on deck at fifty.", "g"),
        ("I was promoted to purser in May.", "e"),
        ("I hope to be promoted to purser.", "g"),
        ("I wanted to be a pilot as a child.", ""),
        ("I have always wanted to be a pilot.", "g"),
        ("We want to open a second pier.", ""),
        ("The goal of the project is to sail on time.", ""),
        ("Our aim is to sail on time.", ""),
        ("Ben is hoping to become purser.", ""),
        ("My cousin Jim would like to become a pilot.", ""),
        ("Two of the trainees are looking for a new job.", ""),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn a_wish_for_an_errand_or_a_thing_is_no_goal() {
    for (text, wanted) in [
        ("I want to send the rota today.", ""),
        ("I'd like to paint the rail before Friday.", ""),
        ("I'd like to take three days off in May.", ""),
        ("I would like a copy of the chart.", ""),
        ("I want to order two ropes.", ""),
        ("I want to make sure the ropes hold.", ""),
        ("I want to finish my degree by next summer.", "g"),
        ("I want to send fewer mails.", "g"),
        ("I'm looking for a job as a purser.", "g"),
        ("I'm looking for a new supplier.", ""),
        ("Next step: deputy purser", "g"),
        ("Next step: call the harbour", "p"),
        ("I sail one day a week.", "p"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn learning_is_a_step_whatever_it_is_called() {
    for (text, wanted) in [
        ("I gave a talk to the harbour club in May.", "p"),
        ("I gave the talk to 60 pupils.", "e"),
        ("I've worked through two chapters.", "p"),
        ("I had lunch with the purser to hear about her job.", "p"),
        ("I had lunch with the purser.", "e"),
        ("I spent two days in the chart office.", "p"),
        ("I found a mentor on the ferry.", "p"),
        ("I wrote my first log last week.", "pe"),
        ("The mate booked me on the radio course.", "p"),
        ("I gave the purser her book back.", "e"),
        ("Q3: run the fire drill", "p"),
        ("Q3: results of the drill", ""),
        ("I will send you my draft on 5 May.", "p"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn a_step_that_is_open_missed_or_of_others_is_no_plan() {
    for (text, wanted) in [
        ("Maybe I'll take a class next year.", ""),
        ("Some day I'll take the exam.", ""),
        ("I should have signed up in May.", ""),
        ("The radio course in May was cancelled.", ""),
        ("The workshop in June is full.", ""),
        ("Jim has booked a course in June.", ""),
        ("The trainees have to take the test by May.", ""),
        ("You promised to ask the mate by Monday.", ""),
        ("The office will send me the dates on Monday.", ""),
        ("Let's make a plan by Friday.", ""),
        ("We need a plan for my development.", ""),
        ("I will be on leave in May.", ""),
        ("Jo meets me every Friday to practise.", "p"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}
