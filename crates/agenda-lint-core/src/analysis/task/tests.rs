//! Actions as people note them down.

use super::*;

const MONDAY: Date = Date::constant(2026, 3, 2);

/// Owner, due time and its day; `-` for what is not there.
fn shown(text: &str) -> [String; 3] {
    let task = read(text, Markup::default());
    let owner = task.owner.map_or("-".to_owned(), |owner| owner.text);
    let date = task.due.as_ref().and_then(|due| day(&due.text, Some(MONDAY), None));
    let date = date.map_or("-".to_owned(), |date| date.to_string());
    [owner, task.due.map_or("-".to_owned(), |due| due.text), date]
}

#[test]
fn owners_and_times_are_read_in_many_forms() {
    for (text, owner, due, date) in [
        ("@lou ring the lab by noon", "lou", "noon", "2026-03-02"),
        ("Beatriz to circulate the rota by Wednesday", "Beatriz", "Wednesday", "2026-03-04"),
        ("Action for JM: sign the letter before 9 May", "JM", "9 May", "2026-05-09"),
        ("Write the runbook (@dinesh)", "dinesh", "-", "-"),
        ("Reserve the hall → Olga", "Olga", "-", "-"),
        ("Write to the fair (Pandora, 1.2k)", "-", "-", "-"),
        ("Write to the shops (Zafir, Kooba, and now Pandora)", "-", "-", "-"),
        ("Write to the fair (Zafir, 9 May)", "Zafir", "9 May", "2026-05-09"),
        ("[Stefan] order pipette tips, Tuesday", "Stefan", "Tuesday", "2026-03-03"),
        ("I'll email Carmen the slides tomorrow", "I", "tomorrow", "2026-03-03"),
        ("We will move offices", "-", "-", "-"),
        ("Ask Greta to update the price list", "-", "-", "-"),
        ("pricing: publish the new tiers by 1 Oct", "-", "1 Oct", "2026-10-01"),
        ("Update the wiki [owner: Viktor] [due: 2026-04-01]", "Viktor", "2026-04-01", "2026-04-01"),
        ("Mark to send the offer", "Mark", "-", "-"),
        ("Mark the invoices as paid", "-", "-", "-"),
        ("Lena/Marc: swap shifts on 24 Dec", "Lena/Marc", "24 Dec", "2026-12-24"),
        ("Aiko | rename the folders | soon", "Aiko", "-", "-"),
        ("owner: TBD - draft the plan", "-", "-", "-"),
        ("Fri: Bruno shows the prototype", "Bruno", "Fri", "2026-03-06"),
        ("Prepare Thursday's demo", "-", "-", "-"),
        ("Trial the dressing for two weeks", "-", "-", "-"),
        ("Revise it in two weeks", "-", "in two weeks", "2026-03-16"),
        ("Add a \"by Friday\" field to the form", "-", "-", "-"),
        ("File the report by the 20th", "-", "20th", "2026-03-20"),
        ("File the report before the board meeting", "-", "the board meeting", "-"),
        ("File the report next Friday", "-", "next Friday", "2026-03-13"),
        ("File the report by end of month", "-", "end of month", "2026-03-31"),
        ("File the report by wk 36", "-", "wk 36", "2026-09-04"),
        ("File the report in Q3", "-", "Q3", "2026-09-30"),
        ("File the report 📅 2026-05-01", "-", "2026-05-01", "2026-05-01"),
        ("File the report 3/14", "-", "3/14", "2026-03-14"),
        ("Sam: Bericht bis Freitag", "Sam", "Freitag", "2026-03-06"),
    ] {
        assert_eq!(shown(text), [owner, due, date], "{text}");
        let task = read(text, Markup::default());
        let parts = task.owner.into_iter().chain(task.due).map(|part| part.span);
        assert!(who_and_when(text).eq(parts), "{text}");
    }
}

#[test]
fn an_action_that_is_put_off_or_holds_a_day_leaves_nothing_open() {
    let is_undated = |text| read(text, Markup::default()).undated;
    for text in [
        "Ask Bo: can he take the rota?",
        "Sort the someday list",
        "Send the deck",
        "TODO send the deck",
        "Send the deck (carried over from 5 Feb)",
    ] {
        assert!(is_undated(text), "{text}");
    }
    for text in [
        "Send the deck by noon",
        "LATER send the deck",
        "Set up the 14 March visit with Bo",
        "Water the plants daily",
        "#someday water the plants",
        "When do I get study days?",
        "Lisbon leads, could I take them?",
        "Fair in May (Pandora, 1.2k), can I go?",
        "Who pays for the kiln?",
        "Is the kiln paid for?",
        "Water the plants, no rush",
    ] {
        assert!(!is_undated(text), "{text}");
    }
}

#[test]
fn a_vague_action_has_no_end_to_observe() {
    let is_vague = |text| read(text, Markup::default()).vague;
    for text in [
        "Roadmap",
        "Ana: onboarding",
        "Touch base with sales",
        "Think about hiring by Friday",
        "Be on time",
        "Investigate the leak",
        "Improve communication",
        "Try to be more visible",
        "More feedback",
        "Keep a closer eye on the log",
        "Get our heads round the tariff",
        "Give some thought to cover",
        "Bo weighs up both offers",
        "Ana gets going on the survey",
        "Some digging into the figures",
        "Something with Bo about gloves",
        "Parking: look into permits",
        "sort the garage out",
        "Look into the leak in room 4",
        "Marketing plan 2027",
        "Walk the floor more",
        "Ideas for the fete",
        "Take a step back from standups",
        "Budget chat",
        "Restore trust in the kitchen",
        "Own the culture",
        "Wellbeing of the porters",
        "Get the crew on the same page",
        "Bring the shop up to scratch",
        "Report more regularly",
        "Make the rota simpler",
        "Prepare ourselves for the inspection",
        "Push the garden forward",
        "Make the most of the trip",
        "Toss a few names around",
        "Circle back with Bo about the pump",
        "pumps. keep on at the dealer",
        "pump room, make it safer",
        "Pump room: where do we stand",
        "Keep half an ear on pump 318",
        "Sharpen up tidiness in lab 3",
        "Talk more to the dealers about pumps",
        "Raise the profile of the pump room",
        "Get round the table with the dealers",
        "Review how we greet visitors",
        "Bo and the corner shop",
        "tariff strategy w/ finance",
        "Ease off the overtime",
        "Give Bo a hand with the rota",
        "Get to the bottom of the leak",
        "Get to grips with the pumps",
        "Pick Bo's brains",
        "Sound Bo out on nights",
        "Cut down on waste",
        "Come up with something for the pumps",
        "comms around the pumps",
        "rota stuff",
        "",
    ] {
        assert!(is_vague(text), "{text}");
    }
    for text in [
        "Investigate the leak and post findings",
        "Improve coverage to 80%",
        "Try the new checklist on ward 4",
        "Delete the old bucket",
        "Follow up with Oskar about the keys",
        "Three quotes for the roof",
        "Pick up the parcel",
        "Find a time for the retro",
        "Work out the dose for bed 9",
        "Get the boiler going again",
        "Take a step stool to the library",
        "Have a chat with Bo about the kiln",
        "Have the van serviced",
        "Look into the camera → bought one",
        "Improve the docs for 3 services",
        "Fix the hinge of the oven",
        "Own up to the broken pane",
        "Bring the contract to the lawyer",
        "Push the release to Monday",
        "Touch base with the school and draft the letter",
        "Play the tape to the jury",
        "Order more paper for the printer",
        "Put both links on the same page",
        "Draft one more reply to Oskar",
        "Collect the box from the gate",
        "pump room, get it painted",
        "Keep 3 spares in the van",
        "Review how many visitors came",
        "Sit down with Bo about the stairs",
        "tent pegs with flags",
        "Legal does the check",
        "bins out",
        "We're ordering gloves",
        "Do the dishes",
        "Ines: research summary to Bo by Friday",
        "Explore pumps with Bo and report back",
        "Move the box to the bottom shelf",
    ] {
        assert!(!is_vague(text), "{text}");
    }
}

#[test]
fn a_done_action_is_vague_unless_it_tells_a_deed() {
    let is_vague = |text| read(text, Markup { checked: Some(true), ..Markup::default() }).vague;
    for text in
        ["roadmap", "be quicker with replies", "explore options for the van", "had a think about vans"]
    {
        assert!(is_vague(text), "{text}");
    }
    for text in [
        "booked the van",
        "worked on the van",
        "keys returned",
        "update the wiki",
        "lamp off",
        "had the van serviced",
    ] {
        assert!(!is_vague(text), "{text}");
    }
}

#[test]
fn a_line_of_a_form_says_nothing() {
    let is_empty = |text| read(text, Markup::default()).empty;
    for text in [
        "",
        "Kate:",
        "@kate",
        "Sam: by Friday",
        "(go in the table)",
        "FYI: the gate is shut",
        "Next 1:1: Wed 18 March.",
        "Next meeting – 18 March, 14:00, room 4",
        "Nächstes Gespräch: 18.3.",
    ] {
        assert!(is_empty(text), "{text}");
    }
    for text in [
        "Roadmap",
        "Kate: guide",
        "send it",
        "(Kate) guide",
        "Next 1:1: bring the plan",
        "Next meeting Kate presents",
    ] {
        assert!(!is_empty(text), "{text}");
    }
}

#[test]
fn an_action_is_done_by_its_box_its_strike_or_its_words() {
    let done = |text, markup| read(text, markup).done;
    let boxed = |checked| Markup { checked: Some(checked), ..Markup::default() };
    assert!(done("send it", boxed(true)));
    assert!(done("send it", Markup { struck: true, ..Markup::default() }));
    for text in ["✅ Ana paid it", "Pay it. Done.", "DONE: pay it", "Pay it (done 3 May)"] {
        assert!(done(text, Markup::default()) && is_done(text), "{text}");
    }
    for text in ["not done yet", "agree a definition of done by May", "get it done"] {
        assert!(!done(text, Markup::default()) && !is_done(text), "{text}");
    }
    assert!(!done("Pay it. Done.", boxed(false)), "an open box is open");
}
