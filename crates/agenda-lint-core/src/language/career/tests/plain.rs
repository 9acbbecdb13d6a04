//! Facts and wishes that everyday sentences tell.

use super::parts;

#[test]
fn where_one_stands_and_what_one_lacks_is_evidence() {
    for (text, wanted) in [
        ("I have been in this job for six years.", true),
        ("I work here since eight years.", true),
        ("I am in grade 4 since 2019.", true),
        ("I do the same work as the pursers.", true),
        ("I do the work of two people.", true),
        ("I need more experience with charts to be a mate.", true),
        ("To be a mate I need the night experience.", true),
        ("I don't have the radio licence yet.", true),
        ("I'm the only one on deck without the licence.", true),
        ("I've never worked with children.", true),
        ("I want to do the same work as the pursers.", false),
        ("I have been running the till since May.", true),
        ("I have been learning Danish since March.", false),
        ("I'm looking for a post since May.", false),
        ("I will stay for two years.", false),
        ("I'm on leave for two months.", false),
        ("I have been thinking about it for months.", false),
        ("I don't have time for a course now.", false),
        ("I did already the winter accounts.", true),
        ("I did not sign.", false),
        ("I need the licence form.", false),
        ("I need your help.", false),
    ] {
        assert_eq!(parts(text).contains('e'), wanted, "{text}");
    }
}

#[test]
fn an_offer_of_work_is_evidence_and_no_goal() {
    for (text, wanted) in [
        ("The next yard asked me if I want to work for them.", "e"),
        ("The purser asked me whether I would like to join her crew.", "e"),
        ("My boss asked if I want to lead the night watch.", "e"),
        ("He asked me if I want a coffee.", ""),
        ("I'd like to have him see the charts once.", ""),
        ("I'd like to have more say on deck.", "g"),
        ("Anna asked me if I want to come to lunch.", ""),
        ("She asked me if I can take her shift.", ""),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn what_is_handed_over_attended_or_promised_is_no_evidence() {
    for (text, wanted) in [
        ("Anna gave me some good tips.", false),
        ("Tom lent me his book about it.", false),
        ("Lotte offered to let me watch.", false),
        ("The purser gave me good feedback.", true),
        ("I got very good feedback from the guests.", true),
        ("I have lessons two times a week since March.", false),
        ("I have a meeting with the mate on Monday.", false),
        ("I have a question about my contract.", false),
        ("In the test I had 92 of 100 points.", true),
        ("The college has two courses for it.", false),
        ("I will run the till by myself.", false),
        ("I have done the till without help.", true),
        ("I haven't thought about the next five years.", false),
        ("We set our goals in March.", false),
    ] {
        assert_eq!(parts(text).contains('e'), wanted, "{text}");
    }
}

#[test]
fn chances_asked_for_and_claims_are_goals() {
    for (text, wanted) in [
        ("Is there a chance that I become purser next year?", true),
        ("Is it possible for me to get more hours?", true),
        ("Could I have more responsibility?", true),
        ("I need more practice with long logs.", true),
        ("I should be paid like the other pursers.", true),
        ("I should be in grade 6.", true),
        ("I deserve the purser's title.", true),
        ("Is there a chance that we talk today?", false),
        ("Is there a chance to get the key today?", false),
        ("I need more time for the log.", false),
        ("I should be paid on Friday.", false),
        ("I should be back at two.", false),
    ] {
        assert_eq!(parts(text).contains('g'), wanted, "{text}");
    }
}

#[test]
fn what_others_shall_do_and_what_one_tells_others_are_nothing_for_a_career() {
    for (text, wanted) in [
        ("I'd like us all to sail more.", ""),
        ("I'd like the crew to lead the watch.", ""),
        ("I'd like my next step to be first mate.", "g"),
        ("I'd like my skipper to promote me to first mate.", "g"),
        ("Did you ever want to do something else?", ""),
        ("I said I'd tell you.", ""),
        ("Told my nephew he should come and work here.", ""),
        ("Ana told me that I stay calm.", "e"),
        ("I'm on the waiting list for the radio course.", "p"),
        ("Four of my five charts are done and signed.", "e"),
        ("My last three trips went without one remark.", "e"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}
