//! When actions are due.

use jiff::civil::Date;

use super::*;
use crate::analysis::task::{day, words::Cutter};

const MONDAY: Date = Date::constant(2026, 3, 2);

/// The due time and its day; `-` for what is not there.
fn found(text: &str) -> (String, String) {
    let mut cutter = Cutter::default();
    let words = cutter.cut(text);
    let due = find(&words, &(0..0)).map(|found| &text[words.span(found.time)]);
    let date = due.and_then(|due| day(due, Some(MONDAY), None)).map(|date| date.to_string());
    (due.unwrap_or("-").to_owned(), date.unwrap_or("-".to_owned()))
}

#[test]
fn a_due_time_may_be_an_event_and_a_lapsed_one_is_none() {
    for (text, due, date) in [
        ("Bo: paint the shed by end of week 14", "end of week 14", "2026-04-03"),
        ("bring it to next standup", "next standup", "-"),
        ("raise it at Tuesday's huddle", "Tuesday's huddle", "2026-03-03"),
        ("raise it at the Monday stand-up", "the Monday stand-up", "2026-03-09"),
        ("label the kegs, latest: the inspection", "the inspection", "-"),
        ("print it before Q3 kickoff", "Q3 kickoff", "-"),
        ("order the rack (carried over from 5 Feb, then 19 Feb)", "-", "-"),
        ("pack the day before the move", "the day before the move", "-"),
        ("rig it 3 days before the gala", "3 days before the gala", "-"),
        ("soak it for 2 days before the gala", "the gala", "-"),
        ("cover the beds by first frost", "first frost", "-"),
        ("learn to weld by spring", "spring", "-"),
        ("was due 4 May, now 11 May: pay it", "11 May", "2026-05-11"),
        ("Monday deadline passed. Ask for more time", "-", "-"),
        ("send the latest Q3 figures", "-", "-"),
        ("call the hall! Friday latest", "Friday", "2026-03-06"),
        ("the list goes up before school breaks up", "school breaks up", "-"),
        ("stand at the till", "-", "-"),
        ("list the falls by hour of day, for next session", "next session", "-"),
        ("count the sales by week", "-", "-"),
        ("price of the shed, for the meeting", "the meeting", "-"),
        ("book a room for the meeting", "-", "-"),
        ("count the sales by week 12", "week 12", "2026-03-20"),
        ("Book lunch with Bo", "-", "-"),
        ("new rota from next Monday", "-", "-"),
        ("sweep up after the party", "-", "-"),
        ("oil the gate before I go on leave", "I go on leave", "-"),
        ("oil the gate before Bo leaves and tell Ana", "Bo leaves", "-"),
        ("oil the gate before term starts", "term starts", "-"),
        ("check the gas before you open it", "-", "-"),
        ("paint before the Easter fair", "the Easter fair", "-"),
        ("pick a colour. Any colour. Wednesday", "Wednesday", "2026-03-04"),
        ("get the roof done wk 12, Bo has keys", "wk 12", "2026-03-20"),
        ("send it this wk", "this wk", "2026-03-06"),
        ("send it tues/weds", "tues/weds", "2026-03-04"),
        ("send it @Thu", "Thu", "2026-03-05"),
        ("send it 2nd week of April", "2nd week of April", "2026-04-14"),
        ("send it within the week", "within the week", "2026-03-06"),
        ("paint it in time for the fair", "the fair", "-"),
        ("Thu deadline - paint the gate", "Thu", "2026-03-05"),
        ("Thu shift, paint the gate", "-", "-"),
        ("raise it NLT 04JUN", "04JUN", "2026-06-04"),
        ("book the barn for the 6th of June", "-", "-"),
        ("book the barn for Saturday", "Saturday", "2026-03-07"),
        ("paint it over the weekend", "the weekend", "-"),
        ("mark pages 4-9 before they fade", "-", "-"),
        ("mark the pages 17-02 with Bo", "17-02", "2026-02-17"),
        ("plan avant le 31 mars", "31 mars", "2026-03-31"),
        ("appeler, mardi 10", "mardi 10", "2026-03-10"),
        ("liste d'ici lundi", "lundi", "2026-03-09"),
        ("Liste vor dem 9.3. senden", "9.3.", "2026-03-09"),
        ("enviar antes del 12 de marzo", "12 de marzo", "2026-03-12"),
        ("trois lignes, jeudi soir", "jeudi soir", "2026-03-05"),
        ("trois lignes pour la semaine prochaine", "semaine prochaine", "2026-03-13"),
        ("Liste bis Ende März", "Ende März", "2026-03-31"),
        ("Liste bis nächste Woche", "nächste Woche", "2026-03-13"),
        ("Liste bis nächsten Montag", "nächsten Montag", "2026-03-09"),
        ("Liste, morgen früh", "morgen früh", "2026-03-03"),
        ("Liste bis Freitag morgen", "Freitag morgen", "2026-03-06"),
        ("Liste bis übermorgen", "übermorgen", "2026-03-04"),
        ("Liste bis Ende der Woche", "Ende der Woche", "2026-03-06"),
        ("enviar la lista por la mañana", "-", "-"),
        ("ask Morgen about the list", "-", "-"),
        ("mend 2 out of 3 boats", "-", "-"),
        ("enviar la lista mañana", "mañana", "2026-03-03"),
        ("mandar a lista na sexta-feira", "sexta-feira", "2026-03-06"),
        ("mandar a lista até amanhã", "amanhã", "2026-03-03"),
        ("book spring cleaning", "-", "-"),
        ("publish the notes for 3.1 by end of week 14", "end of week 14", "2026-04-03"),
        ("answer the letter of 3 March by 13 March", "13 March", "2026-03-13"),
        ("send it Friday by noon", "Friday by noon", "2026-03-06"),
        ("send it by 5 p.m.", "5 p.m.", "2026-03-02"),
        ("open one hour more on Mondays", "-", "-"),
        ("sweep the yard before stocktake", "stocktake", "-"),
    ] {
        assert_eq!(found(text), (due.to_owned(), date.to_owned()), "{text}");
    }
}
