//! Trouble in plain words, and what only sounds like it.

use super::parts;
use crate::language::{self, Line, Passage, Setting, Signal, UserCues};

#[test]
fn trouble_is_told_in_plain_words() {
    for (text, wanted) in [
        ("There is a problem with the kiln.", "r"),
        ("We have an issue with the glaze.", "r"),
        ("Still having trouble with the kiln.", "r"),
        ("Still struggling with the glaze.", "r"),
        ("The bottleneck is the kiln.", "r"),
        ("The kiln is becoming a problem.", "r"),
        ("Problems with the kiln.", "r"),
        ("No progress on the glaze.", "r"),
        ("The kiln is slower than we thought.", "r"),
        ("The kiln no longer works.", "r"),
        ("Sales slipped this month.", "r"),
        ("We can't keep the May date.", "r"),
        ("The goal to cut waste by 10% is in danger.", "or"),
        ("There is no problem with the kiln.", ""),
        ("We have 12 issues in the tracker.", ""),
        ("The issue tracker is in the new tool.", ""),
        ("The problem with the kiln is solved.", "o"),
        ("I don't have an issue with the kiln.", ""),
        ("If the kiln stays, I don't have an issue with it.", ""),
        ("Had trouble with the kiln, sorted it with Ines.", ""),
        ("Ines no longer works on Fridays.", ""),
        ("Wrote up what to do when the kiln no longer works.", ""),
        ("We were struggling with the kiln until Ines came.", ""),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn trouble_that_was_mended_is_over() {
    for (text, wanted) in [
        ("The kiln crashed on Monday. We fixed it the same day.", ""),
        ("The kiln crashed on Monday; a restart solved it.", "o"),
        ("The kiln crashed on Monday, but it works again.", "o"),
        ("It was tight, but we made the deadline.", "o"),
        ("The failed firing from May is fixed.", ""),
        ("Fixed the oven, due to a missing fuse.", ""),
        ("Resolved the questions that were blocking the kiln.", ""),
        ("I couldn't log in on Monday, Ines reset it and it works again.", "o"),
        ("The kiln crashed on Monday. We fixed two of the four shelves.", "rm"),
        ("The kiln crashed on Monday. Nobody knows why until it is fixed.", "rb"),
        ("The kiln keeps crashing. We are back to the old days.", "r"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn what_is_spoken_of_or_has_a_name_is_no_trouble() {
    for (text, wanted) in [
        ("Had a long discussion about delays.", ""),
        ("Read up on power cuts.", ""),
        ("I'm on the late shift.", ""),
        ("Complaints went down again.", "o"),
        ("We have £20 left over.", ""),
        ("If you know anyone who is missing from the list, tell me.", ""),
        ("Rejected the second offer.", ""),
        ("Spent more time on the glaze.", ""),
        ("They left for the holidays.", "r"),
        ("I have all I need to finish the glaze.", ""),
        ("We don't have to wait for the council.", ""),
        ("I stuck labels on the pots.", ""),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn a_plan_may_be_told_before_its_danger() {
    for (text, wanted) in [
        ("Copied the recipes to a second book, because the first one might get lost.", "rm"),
        ("The firing is late, so every class gets one more hour.", "rm"),
        ("The firing is at risk, I want to ask for a second kiln.", "rm"),
        ("The firing is at risk, Ines has taken over the shelves.", "rm"),
        ("The firing is at risk, next step is to call the maker.", "rm"),
        ("The firing is at risk. We need another one.", "r"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn labels_say_what_an_update_tells() {
    use Signal::{Blocker, Mitigation, Outcome, Risk};
    let wide = [Outcome, Risk, Mitigation, Blocker];
    for (text, wanted) in [
        ("Glaze is mixed. Risk: the kiln is booked", vec![Risk]),
        (
            "Glaze is mixed. Main risk: the kiln. Mitigation: the school lends us theirs",
            vec![Risk, Mitigation],
        ),
        ("Glaze is mixed. Blocker: access to the kiln", vec![Blocker]),
        ("Glaze is mixed. Impact: 40 pots a day", vec![Outcome]),
        ("Glaze is mixed. Risks: none", vec![]),
        ("Glaze is mixed. Risk: low", vec![]),
        ("Glaze is mixed. Risk: gone since May", vec![]),
        ("Glaze is mixed. Blocker: resolved on Monday", vec![]),
        ("Glaze is mixed. Blockers: all good", vec![]),
        ("Glaze is mixed. Blocker: no", vec![]),
        ("Glaze is mixed. Risk register: see the shelf", vec![]),
        ("Glaze is mixed. Result: wrote 30 labels", vec![]),
    ] {
        let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
        let passage = Passage { text, lines: &lines, opaque: &[] };
        let reading = language::read(&passage, Setting::Updates, &UserCues::default());
        let found: Vec<_> = wide.into_iter().filter(|signal| reading.has(*signal)).collect();
        assert_eq!(found, wanted, "{text}");
    }
}

#[test]
fn what_is_said_behind_a_label_may_be_the_plan() {
    for (text, doubted) in [
        ("Glaze is mixed. Risk: rain. We have tents", true),
        ("Glaze is mixed. Blocker: the licence, Ines brings it", true),
        ("Glaze is mixed. Risk: rain", false),
    ] {
        let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
        let passage = Passage { text, lines: &lines, opaque: &[] };
        let reading = language::read(&passage, Setting::Updates, &UserCues::default());
        let told = reading.doubts.has(Signal::Mitigation) || reading.has(Signal::Mitigation);
        assert_eq!(told, doubted, "{text}");
    }
}
